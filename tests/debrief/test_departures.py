"""Decisions that part from what had been worked out in the same case are told."""

import pytest

from simulator.casework.actions.deciding import ResultReached
from simulator.casework.actions.finding import FactsSettled
from simulator.casework.case_types import Answer
from simulator.core.texts import LANGUAGES, Language
from simulator.debrief.departures import Departure
from simulator.scenario.words import teller
from tests.debrief.logs import Log, income

FULL = Answer("full")


def parted(log: Log) -> Departure:
    (one,) = log.debrief().departures
    return one


def how(log: Log) -> str:
    return str(parted(log).what.text).removeprefix("debrief.parted.")


def test_a_decision_against_ones_own_calculation(log: Log) -> None:
    worked = log.happens(ResultReached, answer=FULL)
    decided = log.decides(income())
    one = parted(log)
    assert (one.worked_out, one.event) == (worked, decided)
    assert how(log) == "own"


def test_a_decision_against_a_suggestion_one_had_followed(log: Log) -> None:
    log.suggests()
    log.follows()
    log.decides(income(), answer=FULL)
    assert how(log) == "followed"


def test_a_decision_against_what_the_system_had_worked_out_by_itself(log: Log) -> None:
    log.suggests(level=4)
    log.decides(income(), answer=FULL)
    assert how(log) == "system"


def test_the_same_answer_parts_from_nothing(log: Log) -> None:
    log.happens(ResultReached, answer=FULL)
    log.decides(income(), answer=FULL)
    assert log.debrief().departures == ()


def test_what_was_worked_out_on_other_facts_is_gone(log: Log) -> None:
    log.happens(ResultReached, answer=FULL)
    log.happens(FactsSettled, basis=(income("eindkomst"),))
    log.decides(income())
    assert log.debrief().departures == ()


def test_a_suggestion_that_was_not_followed_is_nothing_worked_out(log: Log) -> None:
    log.suggests(answer=FULL)
    log.decides(income())
    assert log.debrief().departures == ()


@pytest.mark.parametrize("language", LANGUAGES)
def test_both_answers_are_named(log: Log, language: Language) -> None:
    log.happens(ResultReached, answer=FULL)
    log.decides(income())
    said = teller(language)(parted(log).what)
    assert "full" in said
    assert "none" in said
