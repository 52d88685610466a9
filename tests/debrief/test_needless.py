"""Documents that were asked for though every source that could be opened showed the same."""

from dataclasses import replace

from simulator.casework.actions.documents.requesting import DocumentAsked
from simulator.casework.rights import Right
from simulator.debrief.work import WorkFact
from simulator.scenario.words import teller
from tests.casework.small import PAPERS, WEIGHED, a_town, text
from tests.debrief.logs import Log, an_opening_with_two, income

IN_EINDKOMST = Right(("eindkomst",), text("section 12"), text("us"))


def a_log(*rights: Right, agree: bool = False) -> Log:
    """A log of a day in which the overview and the register agree, or differ."""
    kind = replace(WEIGHED, rights=rights)
    opening = an_opening_with_two(documents=PAPERS, case_types={kind.id: kind})
    town = a_town(december=18_200) if agree else a_town()
    log = Log(opening, town)
    log.arrives()
    return log


def asks(log: Log) -> int:
    which = {"document": "payslip", "relation": ""}
    return log.happens(DocumentAsked, days=5, last=0, notice=True, channel="digital", **which)


def told(log: Log) -> WorkFact | None:
    return next((fact for fact in log.debrief().work if fact.what == "documents"), None)


def test_what_all_sources_show_alike_could_have_been_looked_up() -> None:
    log = a_log(agree=True)
    asked = asks(log)
    assert told(log) == WorkFact("documents", 1, (asked,), 1)


def test_where_sources_differ_there_is_something_to_ask_about() -> None:
    log = a_log()
    asks(log)
    assert told(log) == WorkFact("documents", 0, (), 1)


def test_what_somebody_said_otherwise_is_a_source_too() -> None:
    log = a_log(agree=True)
    log.looks(replace(income("citizen"), value=19_000_00))
    asks(log)
    assert told(log) == WorkFact("documents", 0, (), 1)


def test_a_source_the_case_gives_no_right_to_open_does_not_count() -> None:
    log = a_log(IN_EINDKOMST)
    asked = asks(log)
    assert told(log) == WorkFact("documents", 1, (asked,), 1)
    log = a_log(replace(IN_EINDKOMST, roles=("leader",)), agree=True)
    asks(log)
    assert told(log) == WorkFact("documents", 0, (), 1)


def test_a_day_in_which_nothing_was_asked_for_tells_nothing_of_it() -> None:
    assert told(a_log()) is None


def test_it_is_told_without_praise_or_blame() -> None:
    log = a_log()
    asks(log)
    fact = told(log)
    assert fact
    assert teller("en")(fact.said) == (
        "1 document asked for; "
        "none about something you could look up yourself and all sources showed alike"
    )
