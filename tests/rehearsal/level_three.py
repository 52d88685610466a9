"""Every case of a day at level 3: what the machine suggests, and what the party's word gives.

Nothing is looked up and nobody is asked, so what is suggested is what the landscape makes of it.
"""

from functools import cache
from typing import Literal

from simulator.casework.actions.deciding import SuggestionShown
from simulator.casework.automation import values_of
from simulator.casework.case_types import Answer
from simulator.casework.day import Case, Day
from simulator.casework.habits import HABITS
from simulator.casework.people import citizen_answer
from simulator.casework.rules import Look
from simulator.casework.truth import Judged, truth_of
from simulator.core.facts import Value
from simulator.rehearsal.playing import Rehearsal, at_level, play
from tests.rehearsal.ways import loaded

KINDS = ("refused", "less", "granted")
"""From the least to the most that somebody can be given."""
Astray = Literal["", "much", "little", "other"]
"""How an answer that does not stand differs from the true one; ``""`` where it stands."""


@cache
def suggested(day: str) -> Rehearsal:
    """Every suggestion of the day at level 3, with nothing looked up and nobody asked."""
    return play(at_level(loaded(day).opening, 3), loaded(day).town, HABITS["trusting"])


def suggestions(day: str) -> dict[str, SuggestionShown]:
    """The last suggestion of each case."""
    return {e.case or "": e for e in suggested(day).events if isinstance(e, SuggestionShown)}


def by_word(day: Day, case: Case) -> Look:
    """What the party is sure of, and what is true of the rest."""

    def look(path: str) -> Value | None:
        certainty, seen = citizen_answer(day, case.party, path, day.now)
        believed = certainty == "sure" and seen.state == "shown"
        return seen.value if believed else truth_of(day, case, path)

    return look


def machine(day: str, case: Case) -> Astray:
    """How the suggestion of a case is astray."""
    shown = suggestions(day)[case.id]
    return astray(suggested(day).day, case, shown.answer, values_of(shown.basis))


def voice(day: str, case: Case) -> Astray:
    """How the answer is astray that the party's word would give."""
    after = suggested(day).day
    look = by_word(after, case)
    return astray(after, case, after.rule(case).answer(look), look)


def astray(day: Day, case: Case, answer: Answer | None, look: Look) -> Astray:
    """How an answer on some values differs from the true one."""
    judged = Judged(day, case)
    if judged.stands(answer):
        return ""
    ours, theirs = (
        _worth(day, case, given, at) for given, at in ((answer, look), (judged.true, judged.truth))
    )
    if ours is None or theirs is None or ours == theirs:
        return "other"
    return "much" if ours > theirs else "little"


def _worth(day: Day, case: Case, answer: Answer | None, look: Look) -> tuple[int, int, int] | None:
    kind = day.case_type(case).outcome(answer.outcome).kind if answer else "pending"
    if answer is None or kind not in KINDS:
        return None
    return KINDS.index(kind), day.rule(case).pays(answer.outcome, look), answer.figure or 0
