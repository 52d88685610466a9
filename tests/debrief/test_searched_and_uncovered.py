"""Searches, and what was covered and asked for, stand in the pictures of the debrief."""

import ast
from pathlib import Path

from simulator import casework
from simulator.casework.actions.finding import FactsFilled
from simulator.casework.actions.looking.pages import ProtectedRevealed
from simulator.casework.actions.searching import RegisterSearched
from simulator.casework.events import BY_KIND
from simulator.debrief.indicators import i2
from simulator.debrief.meaning import MEANINGS
from tests.casework.small import AMINA, BODIL, INCOME
from tests.debrief.logs import Log, income, with_two_facts


def a_log() -> Log:
    log = Log(with_two_facts())
    log.arrives()
    return log


def figures(log: Log) -> tuple[int, int, int, int]:
    rows = log.debrief().data_map.rows
    (one,) = [one for one in rows if one.source == "overblik"]
    return one.exposed, one.opened, one.relied_on, one.told


def beyond(log: Log) -> tuple[object, object]:
    """What I2 counts beyond the need: by the screen, and because somebody looked."""
    said = log.say(i2.speak)
    assert isinstance(said, list)
    return said[0].arguments["s"], said[0].arguments["p"]


def test_a_search_is_an_act_and_exposes_what_it_lists_of_strangers_too() -> None:
    log = a_log()
    listed = (income(), income(subject=BODIL), income(subject="c3", state="protected"))
    log.happens(
        RegisterSearched, system="overblik", by="name", hits=(AMINA, BODIL, "c3"), fields=listed
    )
    assert figures(log) == (2, 1, 0, 0)


def test_what_was_uncovered_is_an_act_and_exposed() -> None:
    log = a_log()
    log.happens(ProtectedRevealed, system="overblik", path=INCOME, subject=AMINA, field=income())
    assert figures(log) == (1, 1, 0, 0)


def test_what_automation_takes_while_the_desk_has_it_covered_is_not_exposed() -> None:
    log = a_log()
    covered = income(state="protected")
    log.happens(FactsFilled, by="automation", level=4, fields=(covered,), taken=(income(),))
    log.looks(income("eindkomst"))
    assert "overblik" not in [one.source for one in log.debrief().data_map.rows]


def test_strangers_in_a_list_of_hits_are_more_than_needed() -> None:
    log, fields = a_log(), (income(), income(subject=BODIL))
    hits = (AMINA, BODIL)
    log.happens(RegisterSearched, system="overblik", by="name", hits=hits, fields=fields)
    assert beyond(log) == (1, 0)


def test_a_list_of_nobody_but_strangers_was_looked_for_by_the_caseworker() -> None:
    log, fields = a_log(), (income(subject=BODIL),)
    log.happens(RegisterSearched, system="overblik", by="name", hits=(BODIL,), fields=fields)
    assert beyond(log) == (0, 1)


OF_NO_STEP = {
    "break.taken", "case.closed", "case.opened", "case.postponed",
    "case.set_aside", "colleague.asked", "digital.opted_out", "glossary.opened",
    "landscape.opened", "moment.marked", "note.added", "time.passed",
}  # fmt: skip
"""Kinds whose minutes are about the case as a whole, or about the day."""


def with_minutes(call: ast.Call) -> bool:
    """Whether a call says what something costs, or that it costs what its command does."""
    named = call.func.attr if isinstance(call.func, ast.Attribute) else getattr(call.func, "id", "")
    return named in ("does", "makes") or any(word.arg == "minutes" for word in call.keywords)


def kinds_with_minutes() -> set[str]:
    """The kinds of event that some act lets happen with ``minutes``, read off the code."""
    kinds = {cls.__name__: kind for kind, cls in BY_KIND.items()}
    calls = (
        node
        for file in Path(casework.__path__[0]).rglob("*.py")
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call) and with_minutes(node)
    )
    names = {arg.id for call in calls for arg in call.args[:2] if isinstance(arg, ast.Name)}
    return {kinds[name] for name in names if name in kinds}


def test_every_kind_with_minutes_has_a_column_or_is_a_step_or_is_named_here() -> None:
    says_its_step = {k for k, cls in BY_KIND.items() if "function" in cls.__dataclass_fields__}
    means = {cls.kind for cls, means in MEANINGS.items() if means.spent or means.step}
    found = kinds_with_minutes()
    assert {"record.opened", "register.searched", "protected.revealed"} <= found
    assert found - means - says_its_step == OF_NO_STEP
