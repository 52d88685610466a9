"""T1, reasons one can follow: the parts of the letters that did not give all that was asked for.

The parts are the rule, the considerations and the facts; where the party got all, none are owed. A
part is there where its template stands unchanged; where the law asks for a judgment, the template
of the considerations has something to say only if the decision named one. What is in the
caseworker's own words is counted apart, for it is not read here.
"""

from collections.abc import Collection

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
    weighed = {letter.seq: _weighed(evidence, letter) for letter in adverse}
    there = {letter.seq: _there(letter, weighed[letter.seq]) for letter in adverse}
    whole = [letter for letter in adverse if there[letter.seq] == {"template"}]
    lacking = [letter for letter in adverse if "absent" in there[letter.seq]]
    own = [letter for letter in adverse if "own" in there[letter.seq]]
    counts: dict[str, Argument] = {
        "n": len(adverse),
        "a": len(whole),
        "b": len(lacking),
        "own": own_words(own),
    }
    decisions = (decision.seq for every in weighed.values() for decision in every or ())
    cited = [*(letter.seq for letter in adverse), *decisions]
    return [of_the_day(evidence, "T1", counts, len(adverse), cited, not lacking)]


def _there(letter: LetterSent, weighed: Collection[DecisionMade] | None) -> set[str]:
    """Return how the reasons of a letter are there: ``absent``, ``template``, ``own``."""
    there = manners(letter, *REASONS)
    named = weighed is None or any(decision.considerations for decision in weighed)
    if not named and manners(letter, "considerations") == {"template"}:
        there.add("absent")
    return there


def _weighed(evidence: Evidence, letter: LetterSent) -> tuple[DecisionMade, ...] | None:
    """Return the decision behind a letter; ``None`` where its type names nothing to weigh."""
    kind = evidence.kind(letter)
    if "weigh" not in kind.order or not kind.considerations:
        return None
    decisions = evidence.all(DecisionMade, letter.case)
    return tuple(decision for decision in decisions if decision.seq < letter.seq)[-1:]
