"""S1, can do something now: letters against the citizen that say how to complain, and how to have
data corrected.
"""

from simulator.casework.events.acting import LetterSent
from simulator.debrief.evidence import Evidence
from simulator.debrief.indicators.common import has_part, of_the_day
from simulator.debrief.statements import Silence, Statement


def speak(evidence: Evidence) -> list[Statement] | Silence:
    """Return one statement of the day."""
    letters = [one for one in evidence.all(LetterSent) if one.answer is not None]
    if not letters:
        return Silence("no-occasion")
    adverse = [one for one in letters if evidence.adverse(one, one.answer)]
    if not adverse:
        return Silence("no-ground")
    complain = [one for one in adverse if has_part(one, "complaint")]
    correct = [one for one in adverse if has_part(one, "correct")]
    counts = {"n": len(adverse), "a": len(complain), "b": len(correct)}
    well = len(complain) == len(correct) == len(adverse)
    cited = [one.seq for one in adverse]
    return [of_the_day(evidence, "S1", counts, len(adverse), cited, well)]
