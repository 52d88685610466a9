"""T1, reasons one can follow: the parts of the letters that did not give all that was asked for.

The parts are the rule, the considerations and the facts; where the party got all, none are owed. A
part is there where its template stands unchanged; where the law asks for a judgment, the template
of the considerations has something to say only if the decision named one. What is in the
caseworker's own words is counted apart, for it is not read here.
"""

from simulator.casework.actions.deciding import DecisionMade
from simulator.casework.actions.writing import LetterSent
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
    weighed = {
        letter.seq: evidence.decision_behind(letter)
        for letter in adverse
        if _is_weighed(evidence, letter)
    }
    there = {
        letter.seq: _there(letter, named=letter.seq not in weighed or _names(weighed[letter.seq]))
        for letter in adverse
    }
    whole = [letter for letter in adverse if there[letter.seq] == {"template"}]
    lacking = [letter for letter in adverse if "absent" in there[letter.seq]]
    own = [letter for letter in adverse if "own" in there[letter.seq]]
    counts: dict[str, Argument] = {
        "n": len(adverse),
        "a": len(whole),
        "b": len(lacking),
        "own": own_words(own),
    }
    decisions = (decision.seq for decision in weighed.values() if decision)
    cited = [*(letter.seq for letter in adverse), *decisions]
    return [of_the_day(evidence, "T1", counts, len(adverse), cited, not lacking)]


def _is_weighed(evidence: Evidence, letter: LetterSent) -> bool:
    """Return whether the law asks for a judgment in the case of a letter, and names what of."""
    kind = evidence.kind(letter)
    return "weigh" in kind.order and bool(kind.considerations)


def _names(decision: DecisionMade | None) -> bool:
    return bool(decision and decision.considerations)


def _there(letter: LetterSent, *, named: bool) -> set[str]:
    """Return how the reasons of a letter are there: ``absent``, ``template``, ``own``.

    ``named`` is whether the template of the considerations has anything to say.
    """
    there = manners(letter, *REASONS)
    if not named and manners(letter, "considerations") == {"template"}:
        there.add("absent")
    return there
