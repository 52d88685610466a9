"""K2: how old a fact was when a decision was built on it."""

from dataclasses import replace

import pytest

from simulator.core.texts import Phrase
from simulator.debrief.indicators.k2 import days, speak
from simulator.debrief.statements import Silence, Statement
from tests.casework.small import BODIL, INCOME
from tests.debrief.logs import OTHER, Log, children, income, with_two_facts


@pytest.fixture
def log() -> Log:
    log = Log(with_two_facts())
    log.arrives()
    return log


def said(log: Log) -> Statement:
    found = log.say(speak)
    assert isinstance(found, list)
    (one,) = found
    return one


def test_a_fact_within_its_limit_is_counted_and_not_named(log: Log) -> None:
    decided = log.decides(income())
    one = said(log)
    assert (one.arguments["n"], one.arguments["a"]) == (1, 0)
    assert (one.say, one.events, one.of, one.well) == ("debrief.said.k2-none", (decided,), 1, True)


def test_a_fact_reported_on_30_december_is_older_than_31_days_on_2_february() -> None:
    log = Log(with_two_facts())
    facts = log.opening.facts
    strict = replace(facts[INCOME], ask_again_days=31)
    log = Log(replace(log.opening, facts={**facts, INCOME: strict}))
    log.arrives()
    log.arrives(OTHER, BODIL)
    log.decides(income(), income("eindkomst"))
    log.decides(income(subject=BODIL), case=OTHER)
    one = said(log)
    assert (one.arguments["n"], one.arguments["a"], one.well) == (3, 2, False)
    names = one.arguments["names"]
    assert isinstance(names, Phrase)
    (older,) = names.arguments.values()
    assert isinstance(older, Phrase)
    assert (older.arguments["age"], older.arguments["limit"]) == (days(34), days(31))
    who = {"n0": "Amina Holst", "n1": "Bodil Holst"}
    assert older.arguments["names"] == Phrase("{n0}, {n1}", who)


def test_every_fact_with_a_limit_is_counted_and_the_others_are_not(log: Log) -> None:
    log.decides(income(), children(), income("eindkomst"))
    assert said(log).of == 2


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


def test_a_decision_of_the_systems_own_is_counted_too(log: Log) -> None:
    log.decides(income(), by="automation")
    assert said(log).of == 1
