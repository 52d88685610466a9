"""K2: how old a fact was when a decision was built on it."""

from dataclasses import replace

import pytest

from simulator.core.texts import Phrase
from simulator.debrief.indicators.k2 import days, speak
from simulator.debrief.statements import Silence, Statement
from tests.debrief.logs import Log, children, income, with_two_facts


@pytest.fixture
def log() -> Log:
    log = Log(with_two_facts())
    log.arrives()
    return log


def said(log: Log) -> list[Statement]:
    found = log.say(speak)
    assert isinstance(found, list)
    return found


def test_a_fact_reported_on_30_december_is_34_days_old_on_2_february(log: Log) -> None:
    decided = log.decides(income())
    (one,) = said(log)
    assert one.arguments == {"age": days(34), "limit": days(35)}
    assert (one.events, one.of) == ((decided,), 1)


def test_every_fact_with_a_limit_is_spoken_of_and_the_others_are_not(log: Log) -> None:
    log.decides(income(), children(), income("eindkomst"))
    assert [one.arguments["age"] for one in said(log)] == [days(34), days(3)]


def test_the_statement_names_the_fact_and_its_source(log: Log) -> None:
    log.decides(income())
    (one,) = said(log)
    assert one.about.text == "debrief.fact-from"
    assert set(one.about.arguments) == {"fact", "source"}


def test_a_fact_of_the_same_day_is_less_than_a_day_old() -> None:
    assert days(0) == Phrase("debrief.same-day")


def test_it_is_silent_when_no_fact_has_a_limit(log: Log) -> None:
    log.decides(children())
    assert log.say(speak) == Silence("no-ground")


def test_it_is_silent_of_a_value_whose_day_of_report_the_log_does_not_hold(log: Log) -> None:
    log.decides(replace(income(), as_of=None), income("eindkomst", "missing"))
    assert log.say(speak) == Silence("no-ground")


def test_without_a_decision_there_is_no_occasion(log: Log) -> None:
    log.suggests()
    assert log.say(speak) == Silence("no-occasion")


def test_a_decision_of_the_systems_own_is_spoken_of_in_the_same_words(log: Log) -> None:
    log.decides(income(), by="automation")
    (one,) = said(log)
    assert one.arguments["age"] == days(34)
