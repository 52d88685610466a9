"""S1, can do something now: letters against the citizen that say how to complain, and how to have
data corrected.

A letter says where, how and by when one can complain where the template of that part stands
unchanged and fills these in. What is in the caseworker's own words is counted apart, for it is not
read here.
"""

from simulator.casework.actions.writing import LetterSent
from simulator.core.texts import Argument, placeholders
from simulator.debrief.evidence import Evidence
from simulator.debrief.indicators.common import (
    adverse_letters,
    manners,
    of_the_day,
    own_words,
    template,
)
from simulator.debrief.statements import Silence, Statement


def speak(evidence: Evidence) -> list[Statement] | Silence:
    """Return one statement of the day."""
    adverse = adverse_letters(evidence)
    if isinstance(adverse, Silence):
        return adverse
    standing = [letter for letter in adverse if manners(letter, "complaint") == {"template"}]
    complain = [letter for letter in standing if _says_where_how_and_by_when(evidence, letter)]
    correct = [letter for letter in adverse if manners(letter, "correct") == {"template"}]
    own = [letter for letter in adverse if "own" in manners(letter, "complaint", "correct")]
    counts: dict[str, Argument] = {
        "n": len(adverse),
        "t": len(standing),
        "a": len(complain),
        "b": len(correct),
        "own": own_words(own),
    }
    well = len(complain) == len(correct) == len(adverse)
    say = "" if len(standing) == len(complain) else "debrief.said.s1-standing"
    cited = [letter.seq for letter in adverse]
    return [of_the_day(evidence, "S1", counts, len(adverse), cited, well, say)]


def _says_where_how_and_by_when(evidence: Evidence, letter: LetterSent) -> bool:
    """Return whether a letter's template names the instance, the municipality and the last day."""
    named = placeholders(template(evidence, letter, "complaint").da)
    by_when = {"until", "within"} & named
    return (
        evidence.kind(letter).complaint is not None
        and bool(by_when)
        and ({"instance", "municipality"} <= named)
    )
