"""S1, can do something now: letters against the citizen that say how to complain, and how to have
data corrected.
"""

from simulator.debrief.evidence import Evidence
from simulator.debrief.indicators.common import adverse_letters, has_part, of_the_day
from simulator.debrief.statements import Silence, Statement


def speak(evidence: Evidence) -> list[Statement] | Silence:
    """Return one statement of the day."""
    adverse = adverse_letters(evidence)
    if isinstance(adverse, Silence):
        return adverse
    complain = [letter for letter in adverse if has_part(letter, "complaint")]
    correct = [letter for letter in adverse if has_part(letter, "correct")]
    counts = {"n": len(adverse), "a": len(complain), "b": len(correct)}
    well = len(complain) == len(correct) == len(adverse)
    cited = [letter.seq for letter in adverse]
    return [of_the_day(evidence, "S1", counts, len(adverse), cited, well)]
