"""K1: of the facts needed to test a followed suggestion, how many had been opened."""

from dataclasses import replace

import pytest

from simulator.casework.actions.hearing import HearingAnswered, HearingSent
from simulator.casework.actions.inbox import CaseSetAside
from simulator.casework.actions.looking.pages import ProtectedRevealed
from simulator.casework.actions.looking.reading import BasisOpened, ProvenanceOpened
from simulator.casework.actions.searching import RegisterSearched
from simulator.casework.actions.telephone import CitizenAsked
from simulator.casework.sights import Seen
from simulator.debrief.indicators.k1 import speak
from simulator.debrief.statements import Silence, Statement
from tests.casework.small import AMINA, BODIL, CASE, INCOME
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


def counted(log: Log) -> tuple[object, object]:
    one = said(log)
    return one.arguments["a"], one.arguments["n"]


def followed_after(log: Log) -> None:
    log.suggests(income(), children())
    log.follows()


def test_nothing_opened_is_none_of_the_facts_the_suggestion_was_built_on(log: Log) -> None:
    followed_after(log)
    log.writes()
    assert counted(log) == (0, 2)


def test_opening_the_basis_opens_every_fact_of_it(log: Log) -> None:
    followed_after(log)
    log.happens(BasisOpened, fields=(income(), children()))
    log.writes()
    assert counted(log) == (2, 2)


def test_looking_after_following_counts_until_the_letter_is_sent(log: Log) -> None:
    followed_after(log)
    log.looks(income())
    log.writes()
    log.looks(children())
    assert counted(log) == (1, 2)


def test_looking_before_the_suggestion_came_counts_too(log: Log) -> None:
    log.looks(income(), children())
    followed_after(log)
    log.writes()
    assert counted(log) == (2, 2)


def test_a_look_in_a_system_nearer_the_source_counts(log: Log) -> None:
    log.looks(income("eindkomst"))
    followed_after(log)
    log.writes()
    assert counted(log) == (1, 2)


def test_a_look_in_a_copy_further_from_the_source_does_not_count(log: Log) -> None:
    log.looks(income("overblik"))
    log.suggests(income("eindkomst"))
    log.follows()
    log.writes()
    assert counted(log) == (0, 1)


@pytest.mark.parametrize(("state", "opened"), [("missing", 1), ("hidden", 0), ("down", 0)])
def test_an_empty_field_was_opened_and_a_hidden_one_was_not(
    log: Log, state: str, opened: int
) -> None:
    log.looks(income("eindkomst", state))
    log.suggests(income())
    log.follows()
    log.writes()
    assert counted(log) == (opened, 1)


def test_the_same_fact_of_somebody_else_does_not_count(log: Log) -> None:
    log.looks(income(subject=BODIL))
    log.suggests(income())
    log.follows()
    log.writes()
    assert counted(log) == (0, 1)


def test_tracing_the_value_counts(log: Log) -> None:
    followed_after(log)
    log.happens(ProvenanceOpened, system="overblik", path=INCOME, subject=AMINA, hops=())
    log.writes()
    assert counted(log) == (1, 2)


def test_asking_the_citizen_counts(log: Log) -> None:
    followed_after(log)
    answer = replace(income("citizen"), dated=True)
    log.happens(CitizenAsked, citizen=AMINA, path=INCOME, certainty="sure", field=answer)
    log.writes()
    assert counted(log) == (1, 2)


def test_the_answer_to_a_hearing_counts(log: Log) -> None:
    log.happens(HearingSent, facts=(INCOME,), channel="digital", days=8)
    log.happens(HearingAnswered, by=f"citizen:{AMINA}", line="reply.1", fields=(income("citizen"),))
    followed_after(log)
    log.writes()
    assert counted(log) == (1, 2)


def test_a_partners_fact_is_another_fact_than_the_partys(log: Log) -> None:
    partners = Seen(f"partner.{INCOME}", BODIL, "overblik", "shown", 1, 0)
    log.looks(income())
    log.suggests(income(), partners)
    log.follows()
    log.writes()
    assert counted(log) == (1, 2)


def test_the_statement_cites_suggestion_act_letter_and_what_was_opened(log: Log) -> None:
    looked = log.looks(income())
    shown = log.suggests()
    followed = log.follows()
    sent = log.writes()
    one = said(log)
    assert one.events == (looked, shown, followed, sent)
    assert (one.case, one.of, one.minute) == (CASE, 1, log.events[followed].minute)


def test_a_suggestion_that_was_not_followed_is_no_occasion(log: Log) -> None:
    log.suggests()
    log.writes()
    assert log.say(speak) == Silence("no-occasion")


def test_it_is_silent_when_no_letter_was_sent(log: Log) -> None:
    followed_after(log)
    assert log.say(speak) == Silence("no-ground")


def test_a_letter_in_another_case_does_not_break_the_silence(log: Log) -> None:
    log.arrives(OTHER, BODIL)
    followed_after(log)
    log.writes(case=OTHER)
    assert log.say(speak) == Silence("no-ground")


def test_it_says_nothing_of_a_case_that_was_set_aside(log: Log) -> None:
    followed_after(log)
    log.writes()
    log.happens(CaseSetAside)
    assert log.say(speak) == Silence("no-occasion")


def test_a_fact_in_a_list_of_hits_and_one_that_was_uncovered_have_been_opened(log: Log) -> None:
    log.happens(RegisterSearched, system="overblik", by="name", hits=(AMINA,), fields=(income(),))
    log.happens(
        ProtectedRevealed,
        system="overblik",
        path=children().path,
        subject=AMINA,
        field=children(),
    )
    followed_after(log)
    log.writes()
    assert counted(log) == (2, 2)


def test_what_the_basis_covers_has_not_been_opened(log: Log) -> None:
    followed_after(log)
    log.happens(BasisOpened, fields=(income(state="protected"), children()))
    log.writes()
    assert counted(log) == (1, 2)
