"""The data map keeps four things apart: exposed, opened, relied on, told."""

from dataclasses import replace
from typing import Any

import pytest

from simulator.casework.actions.arriving import CaseArrived
from simulator.casework.actions.asking import ColleagueAsked, SecondOpinionAsked
from simulator.casework.actions.finding import FactsFilled
from simulator.casework.actions.hearing import HearingAnswered, HearingSent
from simulator.casework.actions.looking.reading import FreetextOpened, ProvenanceOpened
from simulator.casework.actions.searching import RegisterSearched
from simulator.casework.actions.telephone import CitizenAsked
from simulator.core.clock import MINUTES_A_DAY
from simulator.core.texts import Phrase
from simulator.debrief.data_map import DataMap, Used
from simulator.scenario.words import teller
from tests.casework.small import AMINA, BODIL, INCOME, WEIGHED
from tests.debrief.logs import OTHER, Log, income


def a_map(log: Log) -> DataMap:
    return log.debrief().data_map


def row(log: Log, source: str) -> Used:
    (found,) = [one for one in a_map(log).rows if one.source == source]
    return found


def figures(one: Used) -> tuple[int, int, int, int]:
    return one.exposed, one.opened, one.relied_on, one.told


def a_log() -> Log:
    log = Log()
    log.arrives()
    return log


def test_what_automation_filled_in_was_exposed_and_not_opened() -> None:
    log = a_log()
    log.happens(FactsFilled, by="automation", level=1, fields=(income(),))
    assert figures(row(log, "overblik")) == (1, 0, 0, 0)


def test_a_look_is_an_act_and_exposes_every_field_once() -> None:
    log = a_log()
    log.looks(income())
    log.looks(income())
    log.happens(ProvenanceOpened, system="overblik", path=INCOME, subject=AMINA, hops=())
    assert figures(row(log, "overblik")) == (1, 3, 0, 0)


def test_an_empty_field_is_not_exposed() -> None:
    log = a_log()
    log.looks(income("eindkomst", "missing"))
    assert figures(row(log, "eindkomst")) == (0, 1, 0, 0)


def test_look_ups_that_were_let_through_without_a_legal_basis_are_counted() -> None:
    log = a_log()
    looked = log.looks(income())
    log.events[looked] = replace(log.events[looked], unfounded="not-asked")  # type: ignore[call-arg]
    searched: dict[str, Any] = {"system": "overblik", "by": "name", "hits": ()}
    log.happens(RegisterSearched, **searched, unfounded="empty")
    log.happens(RegisterSearched, **searched)
    log.looks(income("eindkomst"))
    assert (row(log, "overblik").unfounded, row(log, "eindkomst").unfounded) == (2, 0)


def test_what_was_relied_on_and_never_opened_is_said_so_with_its_age() -> None:
    log = a_log()
    log.decides(income())
    log.writes(facts=(income(),))
    one = row(log, "overblik")
    assert figures(one) == (0, 0, 1, 1)
    assert one.unopened
    assert one.oldest == 34
    assert teller("en")(a_map(log).caption).endswith("too old was 34 days old.")


def test_what_was_reported_the_same_day_is_not_told_as_no_days_old() -> None:
    log = a_log()
    log.decides(replace(income(), as_of=log.opening.date * MINUTES_A_DAY))
    assert row(log, "overblik").oldest == 0
    caption = a_map(log).caption
    assert teller("da")(caption).endswith("var mindre end én dag gammel.")
    assert teller("en")(caption).endswith("too old was less than a day old.")


def test_what_a_citizen_told_in_a_form_is_no_source_left_unopened() -> None:
    log = a_log()
    log.decides(income("citizen"))
    assert not row(log, "citizen").unopened


def test_what_stands_on_the_form_was_exposed() -> None:
    log = Log()
    told = {"case_type": WEIGHED.id, "party": AMINA, "channel": "self-service"}
    log.happens(CaseArrived, by=f"citizen:{AMINA}", fields=(income("citizen"),), **told)
    log.decides(income("citizen"))
    assert figures(row(log, "citizen")) == (1, 0, 1, 0)


@pytest.mark.parametrize(("by", "acts"), [("player", 1), ("automation", 0)])
def test_to_hear_is_an_act_and_to_be_answered_is_none(by: str, acts: int) -> None:
    log = a_log()
    log.happens(HearingSent, by=by, facts=(INCOME,), channel="digital", days=8)
    log.happens(HearingAnswered, by=f"citizen:{AMINA}", line="reply.1", fields=(income("citizen"),))
    assert figures(row(log, "citizen")) == (1, acts, 0, 0)


def test_colleagues_are_those_who_were_asked_or_read_a_case_and_nobody_else_of_the_house() -> None:
    log = a_log()
    log.happens(ColleagueAsked, whom="field")
    for whom in ("leader", "it", "advocate"):
        log.happens(ColleagueAsked, whom=whom)
    log.happens(SecondOpinionAsked)
    assert row(log, "colleague").opened == 2


def test_a_citizens_answer_and_their_own_words_are_two_sources() -> None:
    log = a_log()
    log.happens(CitizenAsked, citizen=AMINA, path=INCOME, certainty="sure", field=income("citizen"))
    log.happens(FreetextOpened)
    assert figures(row(log, "citizen")) == (1, 1, 0, 0)
    assert row(log, "own-words").opened == 1


def test_a_system_nobody_used_is_named() -> None:
    log = a_log()
    log.looks(income())
    assert [name.da for name in a_map(log).not_used] == ["eIndkomst"]


def test_one_fact_takes_many_ways_to_many_cases() -> None:
    log = a_log()
    log.arrives(OTHER, BODIL)
    at = log.opening.date * MINUTES_A_DAY + log.minute
    log.decides(replace(income(), at=at))
    log.decides(replace(income(subject=BODIL), at=at), case=OTHER)
    (fact,) = a_map(log).many_ways
    (way,) = fact.ways
    assert [teller("da")(one) for one in way.stations] == ["eIndkomst", "Overblik"]
    assert way.cases == ("S-101", OTHER)


def test_every_row_is_counted_from_events_that_exist() -> None:
    log = a_log()
    log.looks(income())
    log.decides(income())
    log.writes(facts=(income(),))
    numbers = {event.seq for event in log.events}
    assert all(one.events and set(one.events) <= numbers for one in a_map(log).rows)


def test_a_day_without_decisions_says_so() -> None:
    log = Log()
    log.arrives()
    log.looks(income())
    assert log.debrief().data_map.caption == Phrase("debrief.map.caption-none")
