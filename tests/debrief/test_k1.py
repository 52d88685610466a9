"""K1: of the facts needed to test followed suggestions, how many had been seen nearer the truth."""

from dataclasses import replace

import pytest

from simulator.casework.actions.hearing import HearingAnswered, HearingSent
from simulator.casework.actions.inbox import CaseSetAside
from simulator.casework.actions.looking.pages import ProtectedRevealed
from simulator.casework.actions.looking.reading import BasisOpened, ProvenanceOpened
from simulator.casework.actions.searching import RegisterSearched
from simulator.casework.actions.telephone import CitizenAsked
from simulator.casework.sights import Seen
from simulator.core.texts import Phrase
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
    return one.arguments["a"], one.arguments["m"]


def followed_after(log: Log) -> None:
    log.suggests(income(), children())
    log.follows()


def test_nothing_opened_is_none_of_the_facts_the_suggestion_was_built_on(log: Log) -> None:
    followed_after(log)
    log.writes()
    assert counted(log) == (0, 2)


def test_the_suggestions_own_basis_and_display_are_no_test_of_it(log: Log) -> None:
    log.looks(income("overblik"))
    followed_after(log)
    log.happens(BasisOpened, fields=(income(), children()))
    log.writes()
    assert counted(log) == (0, 2)


def test_looking_after_following_counts_until_the_letter_is_sent(log: Log) -> None:
    followed_after(log)
    log.looks(income("eindkomst"))
    log.writes()
    log.looks(children("cpr"), system="cpr")
    assert counted(log) == (1, 2)


def test_a_look_in_a_system_nearer_the_source_counts_before_the_suggestion_too(log: Log) -> None:
    log.looks(income("eindkomst"))
    followed_after(log)
    log.writes()
    assert counted(log) == (1, 2)


def test_a_look_in_a_copy_further_from_the_source_does_not_count(log: Log) -> None:
    log.looks(income("overblik"))
    log.suggests(income("eindkomst"), children())
    log.follows()
    log.writes()
    assert counted(log) == (0, 1)


def test_a_suggestion_on_what_is_written_first_there_alone_says_nothing(log: Log) -> None:
    log.suggests(income("eindkomst"))
    log.follows()
    log.writes()
    assert log.say(speak) == Silence("no-ground")


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
    log.looks(income("eindkomst", subject=BODIL))
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


def test_that_the_citizen_does_not_know_is_no_answer(log: Log) -> None:
    unknown = income("citizen", "missing")
    log.happens(CitizenAsked, citizen=AMINA, path=INCOME, certainty="unknown", field=unknown)
    followed_after(log)
    log.writes()
    assert counted(log) == (0, 2)


def test_what_the_suggestion_had_from_the_citizen_cannot_be_seen_any_nearer(log: Log) -> None:
    log.suggests(income("citizen"), children())
    log.follows()
    log.writes()
    assert counted(log) == (0, 1)


def test_a_suggestion_on_the_citizens_word_alone_says_nothing(log: Log) -> None:
    log.suggests(income("citizen"))
    log.follows()
    log.writes()
    assert log.say(speak) == Silence("no-ground")


def test_a_partners_fact_is_another_fact_than_the_partys(log: Log) -> None:
    partners = Seen(f"partner.{INCOME}", BODIL, "overblik", "shown", 1, 0)
    log.looks(income("eindkomst"))
    log.suggests(income(), partners)
    log.follows()
    log.writes()
    assert counted(log) == (1, 2)


def test_the_statement_cites_suggestion_act_letter_and_what_was_opened(log: Log) -> None:
    looked = log.looks(income("eindkomst"))
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


def test_a_list_of_hits_and_what_was_uncovered_count_where_they_are_nearer(log: Log) -> None:
    hit = income("eindkomst")
    log.happens(RegisterSearched, system="eindkomst", by="name", hits=(AMINA,), fields=(hit,))
    followed_after(log)
    log.writes()
    assert counted(log) == (1, 2)


def test_what_was_uncovered_counts_where_it_is_nearer(log: Log) -> None:
    log.happens(
        ProtectedRevealed,
        system="eindkomst",
        path=INCOME,
        subject=AMINA,
        field=income("eindkomst"),
    )
    followed_after(log)
    log.writes()
    assert counted(log) == (1, 2)


class TestSeveralCases:
    """Those of one case type are one statement; the fewer of tested and not are named."""

    @pytest.fixture
    def log(self) -> Log:
        log = Log(with_two_facts())
        log.arrives()
        log.arrives(OTHER, BODIL)
        return log

    def follows(self, log: Log, *cases: str) -> None:
        for case in cases:
            party = AMINA if case == CASE else BODIL
            log.suggests(income(subject=party), case=case)
            log.follows(case)
            log.writes(case)

    def test_nothing_seen_in_any_names_nobody(self, log: Log) -> None:
        self.follows(log, CASE, OTHER)
        one = said(log)
        assert (one.case, one.say, one.of) == ("", "", 2)
        assert (one.arguments["n"], one.arguments["m"], one.arguments["a"]) == (2, 2, 0)

    def test_all_seen_in_every_case_names_nobody(self, log: Log) -> None:
        log.looks(income("eindkomst"))
        log.looks(income("eindkomst", subject=BODIL), case=OTHER)
        self.follows(log, CASE, OTHER)
        assert said(log).well
        assert said(log).say == ""

    def test_where_not_all_was_seen_in_as_few_they_are_named(self, log: Log) -> None:
        log.looks(income("eindkomst"))
        self.follows(log, CASE, OTHER)
        one = said(log)
        assert one.say == "debrief.said.k1-not-in"
        part = Phrase("debrief.said.seen-of", {"name": "Bodil Holst", "a": 0, "n": 1})
        assert one.arguments["names"] == Phrase("{n0}", {"n0": part})

    def test_suggestions_for_two_steps_of_a_case_have_each_fact_once(self, log: Log) -> None:
        for function in ("calculate", "weigh"):
            log.suggests(function=function)
            log.follows(function=function)
        log.writes()
        one = said(log)
        assert (one.case, one.say) == (CASE, "debrief.said.k1-one")
        assert (one.arguments["n"], one.arguments["m"]) == (2, 1)
