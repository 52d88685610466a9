"""T1, reasons one can follow: the parts of the letters that did not give all that was asked for.

The parts are the rule, the considerations and the facts. *Own words* means that at least one of
them was written by the caseworker; what the words say is not read here.
"""

from simulator.casework.actions.writing import LetterSent
from simulator.casework.letters import REASONS
from simulator.debrief.evidence import Evidence
from simulator.debrief.indicators.common import adverse_letters, of_the_day
from simulator.debrief.statements import Silence, Statement


def speak(evidence: Evidence) -> list[Statement] | Silence:
    """Return one statement of the day."""
    adverse = adverse_letters(evidence)
    if isinstance(adverse, Silence):
        return adverse
    whole = [letter for letter in adverse if "absent" not in _reasons(letter)]
    own = [letter for letter in adverse if "own" in _reasons(letter)]
    counts = {"n": len(adverse), "a": len(whole), "b": len(own)}
    cited = [letter.seq for letter in adverse]
    well = len(whole) == len(adverse) and bool(own)
    return [of_the_day(evidence, "T1", counts, len(adverse), cited, well)]


def _reasons(letter: LetterSent) -> list[str]:
    """Return how each part of the reasons is there: ``absent``, ``template`` or ``own``."""
    parts = dict(letter.parts)
    return [parts.get(part, "absent") for part in REASONS]
