"""T2, says what the system did: letters after a suggested or automatic step that say so.

A letter rests on such a step when, before it, a suggestion was followed in its case or automation
did a step on the way to it. It says so where the part on who and what decided is there, and names a
person where the part with a contact is.
"""

from simulator.casework.actions.chain import StepDone
from simulator.casework.actions.suggesting import SuggestionFollowed
from simulator.casework.actions.writing import LetterSent
from simulator.debrief.evidence import Evidence
from simulator.debrief.indicators.common import has_part, of_the_day
from simulator.debrief.statements import Silence, Statement


def speak(evidence: Evidence) -> list[Statement] | Silence:
    """Return one statement of the day."""
    letters = [letter for letter in evidence.all(LetterSent) if letter.answer is not None]
    if not letters:
        return Silence("no-occasion")
    rested = {
        letter.seq: (letter, steps) for letter in letters if (steps := _machine(evidence, letter))
    }
    if not rested:
        return Silence("no-ground")
    telling = [letter for letter, _ in rested.values() if has_part(letter, "decided-by")]
    named = [letter for letter, _ in rested.values() if has_part(letter, "contact")]
    cited = [seq for letter, steps in rested.values() for seq in (letter.seq, *steps)]
    counts = {"n": len(rested), "a": len(telling), "b": len(named)}
    well = len(telling) == len(named) == len(rested)
    return [of_the_day(evidence, "T2", counts, len(rested), cited, well)]


def _machine(evidence: Evidence, letter: LetterSent) -> tuple[int, ...]:
    """Return the suggested and the automatic steps a letter rests on."""
    return tuple(
        event.seq
        for event in evidence.of_case(letter.case or "")
        if event.seq < letter.seq
        and (
            isinstance(event, SuggestionFollowed)
            or (isinstance(event, StepDone) and event.how == "automation" and event.level >= 3)
        )
    )
