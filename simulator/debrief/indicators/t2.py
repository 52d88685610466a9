"""T2, says what the system did: letters after a suggested or automatic step that say so.

A letter rests on such a step when automation found its facts, or when its answer is the one that a
followed suggestion or automation came to: where the weighing came to another, it does not. It says
so where the template on who and what decided stands unchanged and tells of the system, and names a
person where the template of the contact does. What is in the caseworker's own words is counted
apart, for it is not read here.
"""

from collections.abc import Collection, Iterator

from simulator.casework.actions.chain import AUTOMATION, StepDone
from simulator.casework.actions.deciding import SuggestionShown
from simulator.casework.actions.suggesting import (
    SuggestionAdjusted,
    SuggestionFollowed,
    SuggestionRejected,
)
from simulator.casework.actions.writing import LetterSent
from simulator.casework.case_types import DECIDING
from simulator.casework.events import Event
from simulator.casework.letter_text import decided_by_template
from simulator.core.texts import Argument, placeholders
from simulator.debrief.evidence import Evidence
from simulator.debrief.indicators.common import (
    manners,
    of_the_day,
    own_words,
    template,
    templates,
)
from simulator.debrief.statements import Silence, Statement


def speak(evidence: Evidence) -> list[Statement] | Silence:
    """Return one statement of the day."""
    letters = [letter for letter in evidence.all(LetterSent) if letter.answer is not None]
    if not letters:
        return Silence("no-occasion")
    steps = {letter.seq: tuple(_machine(evidence, letter)) for letter in letters}
    rested = [letter for letter in letters if steps[letter.seq]]
    if not rested:
        return Silence("no-ground")
    telling = [letter for letter in rested if _tells(evidence, letter, steps[letter.seq])]
    named = [letter for letter in rested if _names(evidence, letter)]
    own = [letter for letter in rested if "own" in manners(letter, "decided-by", "contact")]
    cited = [
        seq for letter in rested for seq in (letter.seq, *(step.seq for step in steps[letter.seq]))
    ]
    counts: dict[str, Argument] = {
        "n": len(rested),
        "a": len(telling),
        "b": len(named),
        "own": own_words(own),
    }
    well = len(telling) == len(named) == len(rested)
    return [of_the_day(evidence, "T2", counts, len(rested), cited, well)]


def _machine(evidence: Evidence, letter: LetterSent) -> Iterator[Event]:
    """Yield the suggested and the automatic steps a letter rests on.

    On a suggestion it does not, if a later one was departed from before the decision.
    """
    before = [e for e in evidence.of_case(letter.case or "") if e.seq < letter.seq]
    departed = [e.seq for e in before if isinstance(e, SuggestionAdjusted | SuggestionRejected)]
    for event in before:
        left = isinstance(event, SuggestionFollowed) and any(event.seq < seq for seq in departed)
        if not left and _rests_on(event, letter):
            yield event


def _rests_on(event: Event, letter: LetterSent) -> bool:
    match event:
        case SuggestionFollowed(answer=answer):
            return answer == letter.answer
        case SuggestionShown(level=level, answer=answer):
            return level == DECIDING and answer == letter.answer
        case StepDone(function="find", how="automation"):
            return True
    return False


def _tells(evidence: Evidence, letter: LetterSent, steps: Collection[Event]) -> bool:
    """Return whether a letter's template on who decided stands, and tells of the system.

    It tells of it by being another than that of a person, or where it names what the system did.
    """
    unread = letter.by == AUTOMATION
    known = templates(evidence, letter)
    name = decided_by_template(_decider(evidence, letter), unread, known)
    itself = any(not isinstance(step, SuggestionFollowed) for step in steps)
    tells = name != "decided-by" or (itself and "system" in placeholders(known[name].da))
    return manners(letter, "decided-by") == {"template"} and tells


def _decider(evidence: Evidence, letter: LetterSent) -> str:
    """Return who decided the case of a letter before it went, as ``Case.decided_by`` says it.

    It is read from the events alone: the days of a log hold the truth, and this is told early.
    """
    decision = evidence.decision_behind(letter)
    if decision is None:
        return ""
    if decision.by != "player":
        return "automation"
    taken = [
        event
        for event in evidence.of_case(letter.case or "")
        if isinstance(event, SuggestionFollowed | SuggestionAdjusted) and event.seq < decision.seq
    ]
    last = taken[-1] if taken else None
    followed = isinstance(last, SuggestionFollowed) and last.function == decision.function
    return "suggestion" if followed or decision.as_suggested else "person"


def _names(evidence: Evidence, letter: LetterSent) -> bool:
    """Return whether a letter's template of the contact stands, and names a person."""
    named = placeholders(template(evidence, letter, "contact").da)
    there = "caseworker" in named and bool(evidence.day.opening.office.caseworker)
    return there and manners(letter, "contact") == {"template"}
