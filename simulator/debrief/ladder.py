"""The ladder: the functions of one case by the level they were done at, and who decided them."""

from dataclasses import dataclass

from simulator.casework.actions.chain import StepDone
from simulator.casework.actions.finding import FactsFilled, FactsSettled
from simulator.casework.actions.hearing import HearingSent
from simulator.casework.actions.suggesting import SuggestionFollowed
from simulator.casework.actions.writing import LetterSent
from simulator.casework.case_types import Function
from simulator.core.texts import Phrase
from simulator.debrief.evidence import Evidence


@dataclass(frozen=True)
class Rung:
    """One function of a case: the level it was done at, who decided, and the event that says so."""

    function: Function
    level: int | None
    """Nothing: it was not done."""
    who: Phrase
    event: int | None


@dataclass(frozen=True)
class Ladder:
    """The functions of a case, in the order its automation runs them."""

    case: str
    name: Phrase
    rungs: tuple[Rung, ...]

    @property
    def talk(self) -> tuple[int, int]:
        """How much there is to talk about: answers to *who decided*, and levels."""
        done = [rung for rung in self.rungs if rung.event is not None]
        return len({rung.who.text for rung in done}), len({rung.level for rung in done})


def ladders(evidence: Evidence) -> tuple[Ladder, ...]:
    """Return the ladder of every case in which something was done, most to talk about first."""
    found = [_ladder(evidence, case) for case in evidence.cases]
    return tuple(sorted((one for one in found if one.talk[0]), key=lambda x: x.talk, reverse=True))


def _ladder(evidence: Evidence, case: str) -> Ladder:
    steps = {step.function: step for step in evidence.all(StepDone, case)}
    order = evidence.kind_of(case).order
    rungs = tuple(_rung(evidence, function, steps.get(function)) for function in order)
    return Ladder(case, evidence.case_name(case), rungs)


def _rung(evidence: Evidence, function: Function, step: StepDone | None) -> Rung:
    if step is None:
        return Rung(function, None, Phrase("debrief.who.not-reached"), None)
    year = evidence.kind(step).rule_year
    who = Phrase(f"debrief.who.{_who(evidence, function, step)}", {"year": str(year)})
    return Rung(function, step.level, who, step.seq)


def _who(evidence: Evidence, function: Function, step: StepDone) -> str:
    """Return who decided a step: the caseworker, the screen, the system, or two of them."""
    if step.how == "skipped":
        return "skipped"
    if function == "hear" and any(e.by == "player" for e in evidence.all(HearingSent, step.case)):
        return "you"
    if step.how != "by-hand":
        return "rule" if function in ("calculate", "weigh") else "system"
    if any(one.function == function for one in evidence.all(SuggestionFollowed, step.case)):
        return "suggestion"
    if function == "find" and step.level:
        return _found(evidence, step.case)
    letters = evidence.all(LetterSent, step.case)
    if function == "write" and any("template" in dict(one.parts).values() for one in letters):
        return "template"
    return "you"


def _found(evidence: Evidence, case: str | None) -> str:
    """Return who found the facts of a case: they were filled in, looked up, or some of each."""
    filled = {one for event in evidence.all(FactsFilled, case) for one in event.fields}
    settled = [one for event in evidence.all(FactsSettled, case) for one in event.basis]
    if all(one in filled for one in settled):
        return "screen"
    return "screen-and-you" if any(one in filled for one in settled) else "you"
