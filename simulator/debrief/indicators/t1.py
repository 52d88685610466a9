"""T1, reasons one can follow: the parts of the letters that did not give all that was asked for.

The parts are the rule, the considerations and the facts; where the party got all, none are owed. A
part is there where its template stands unchanged. What is in the caseworker's own words is counted
apart, for it is not read here.
"""

from simulator.casework.letters import REASONS
from simulator.core.texts import Argument
from simulator.debrief.evidence import Evidence
from simulator.debrief.indicators.common import adverse_letters, manners, of_the_day, own_words
from simulator.debrief.statements import Silence, Statement


def speak(evidence: Evidence) -> list[Statement] | Silence:
    """Return one statement of the day."""
    adverse = adverse_letters(evidence)
    if isinstance(adverse, Silence):
        return adverse
    whole = [letter for letter in adverse if manners(letter, *REASONS) == {"template"}]
    lacking = [letter for letter in adverse if "absent" in manners(letter, *REASONS)]
    own = [letter for letter in adverse if "own" in manners(letter, *REASONS)]
    counts: dict[str, Argument] = {
        "n": len(adverse),
        "a": len(whole),
        "b": len(lacking),
        "own": own_words(own),
    }
    cited = [letter.seq for letter in adverse]
    return [of_the_day(evidence, "T1", counts, len(adverse), cited, not lacking)]
