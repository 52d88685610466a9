"""The ladder: the steps of one case, the automation level of each, and who decided it."""

from dataclasses import dataclass

from simulator.casework.actions.chain import StepDone
from simulator.casework.actions.deciding import SuggestionShown, held_right_by
from simulator.casework.actions.finding import FactsFilled, FactsSettled
from simulator.casework.actions.hearing import ANSWERS, HearingSent
from simulator.casework.actions.suggesting import SuggestionFollowed
from simulator.casework.actions.writing import LetterSent
from simulator.casework.case_types import ANSWERING, Function
from simulator.core.texts import Argument, Phrase
from simulator.debrief.evidence import Evidence


@dataclass(frozen=True)
class Rung:
    """One step of a case: its level, who decided, and the number of the event that shows it."""

    function: Function
    level: int | None
    """``None`` if the step was not done."""
    who: Phrase
    event: int | None


@dataclass(frozen=True)
class Ladder:
    """The steps of a case, in the order in which its automation runs them."""

    case: str
    name: Phrase
    rungs: tuple[Rung, ...]

    @property
    def talk(self) -> tuple[int, int]:
        """How much there is to discuss: how many different deciders, and different levels."""
        done = [rung for rung in self.rungs if rung.event is not None]
        return len({rung.who.text for rung in done}), len({rung.level for rung in done})


def ladders(evidence: Evidence) -> tuple[Ladder, ...]:
    """Return the ladder of every case with a step done, the one with most to discuss first."""
    every = [_ladder(evidence, case) for case in evidence.cases]
    return tuple(
        sorted((ladder for ladder in every if ladder.talk[0]), key=lambda x: x.talk, reverse=True)
    )


def _ladder(evidence: Evidence, case: str) -> Ladder:
    steps = {step.function: step for step in evidence.all(StepDone, case)}
    order = evidence.kind_of(case).order
    rungs = tuple(_rung(evidence, function, steps.get(function)) for function in order)
    return Ladder(case, evidence.case_name(case), rungs)


def _rung(evidence: Evidence, function: Function, step: StepDone | None) -> Rung:
    if step is None:
        return Rung(function, None, Phrase("debrief.who.not-reached"), None)
    kind = evidence.kind(step)
    arguments: dict[str, Argument] = {"year": str(kind.rule_year)}
    if kind.scale:
        arguments |= {"scale": kind.scale.name, "owner": kind.scale.owner}
    who = _who(evidence, function, step)
    if who in ("rule", "suggestion"):
        who += _went_by(evidence, function, step)
    return Rung(function, step.level, Phrase(f"debrief.who.{who}", arguments), step.seq)


def _went_by(evidence: Evidence, function: Function, step: StepDone) -> str:
    """Return what the system went by in a step, as the end of the word of who decided it.

    The municipality's own scale, a result there was already, a person's own or one worked out
    before, or, as ``""``, the rule.
    """
    shown = [s for s in evidence.all(SuggestionShown, step.case) if s.function == function]
    if not shown:
        return ""
    day = evidence.before[shown[-1].seq]
    case = day.cases[shown[-1].case or ""]
    match held_right_by(day, case, function):
        case "scale":
            return "-scale" if evidence.kind(step).scale else "-scale-unnamed"
        case "result":
            return "-repeated" if case.result_at is None else "-own"
    return ""


def _who(evidence: Evidence, function: Function, step: StepDone) -> str:
    """Return who decided a step, as the last part of the word ``debrief.who.WHO``."""
    if function == "hear" and (who := _heard(evidence, step)):
        return who
    if step.how == "skipped":
        return "nothing-to-pay" if function == "pay" else "skipped"
    if step.how != "by-hand":
        return "rule" if function in ANSWERING else "system"
    followed = (e for e in evidence.all(SuggestionFollowed, step.case) if e.function == function)
    if any(_since_it_was_done_last(evidence, step) < e.seq < step.seq for e in followed):
        return "suggestion"
    if function == "find" and step.level:
        return _found(evidence, step.case)
    letters = evidence.all(LetterSent, step.case)
    if function == "write" and any("template" in dict(letter.parts).values() for letter in letters):
        return "template"
    return "you"


def _since_it_was_done_last(evidence: Evidence, step: StepDone) -> int:
    """Return the number of the event by which a step was done before; it is done again on others.

    0 if it was not.
    """
    done = (e.seq for e in evidence.all(StepDone, step.case) if e.function == step.function)
    return max((seq for seq in done if seq < step.seq), default=0)


def _heard(evidence: Evidence, step: StepDone) -> str:
    """Return who decided about hearing; ``""`` if no hearing was sent and nobody passed it by."""
    sent = [e for e in evidence.all(HearingSent, step.case) if e.seq < step.seq]
    answers = (e for kind in ANSWERS for e in evidence.all(kind, step.case))
    answered = any(e.seq < step.seq for e in answers)
    if step.how == "skipped":
        if sent and not answered:
            return "not-awaited" if step.by == "player" else "system"
        if not sent:
            return "passed" if step.by == "player" else "nothing-to-hear"
    if any(e.by == "player" for e in sent):
        return "you"
    return "system" if sent else ""


def _found(evidence: Evidence, case: str | None) -> str:
    """Return who found the facts of a case: the screen filled them in, the caseworker, or both."""
    filled = {seen for event in evidence.all(FactsFilled, case) for seen in event.fields}
    settled = [seen for event in evidence.all(FactsSettled, case) for seen in event.basis]
    if all(seen in filled for seen in settled):
        return "screen"
    return "screen-and-you" if any(seen in filled for seen in settled) else "you"
