"""What was promised is kept by whatever does it, and who stops asking leaves their case open.

Given a promise, when something is done, then it has been kept; when nothing is, it is broken.
"""

from dataclasses import replace
from typing import Any

import pytest

from simulator.casework.actions.asking import SecondOpinion
from simulator.casework.actions.counter import Invite, ReceiveVisitor
from simulator.casework.actions.day import Wait
from simulator.casework.actions.documents.receiving import OpenDocument
from simulator.casework.actions.documents.requesting import AskForDocument
from simulator.casework.actions.finding import SettleFacts
from simulator.casework.actions.hearing import Hear
from simulator.casework.actions.inbox import CloseCase, HandOver, OpenCase, PostponeCase
from simulator.casework.actions.promising import Promise
from simulator.casework.actions.reopening import Reopen
from simulator.casework.actions.telephone import AnswerCall, Call, HangUp
from simulator.casework.commands import Command
from simulator.casework.day import Day
from simulator.casework.families import unfold
from simulator.casework.opening import Arrival
from tests.casework.answered import (
    OVERVIEW,
    RECKON,
    SAYS_NOTHING,
    SETTLE,
    SKIP,
    WHOLE,
    answered,
    later,
    later_kinds,
    log_after,
)
from tests.casework.small import (
    AMINA,
    CASE,
    CONDUCT,
    INCOME,
    PAPERS,
    SUBSIDY,
    a_day,
    after,
    of_kind,
)

COMPLAINT = "complaint.filed"


def promised(day: Day, promise: str) -> Day:
    return after(day, Call(CASE), Promise(promise), HangUp())


def kept(day: Day, command: Command) -> list[str]:
    """What a command kept, of all that had been promised."""
    events = unfold(day, command).events
    made = {event.seq for event in events if event.kind == "promise.kept"}
    assert all(event.because for event in events if event.seq in made)
    return [event.promise for event in events if event.kind == "promise.kept"]  # type: ignore[attr-defined]


def test_to_ring_back_is_kept_by_taking_the_call_when_they_ring_first() -> None:
    rings = replace(CONDUCT, rings_about_adverse=100, ring_after=(5, 5), ring_out=30)
    day = after(a_day(conduct=rings), OVERVIEW, SETTLE, SKIP, RECKON)
    day = after(promised(day, "ring-back"), WHOLE, Wait(15))
    assert day.ringing
    assert kept(day, AnswerCall()) == ["ring-back"]


def test_and_by_receiving_them_when_they_come_to_the_counter() -> None:
    day = promised(a_day(conduct=replace(CONDUCT, stays_away=0)), "ring-back")
    day = after(day, Invite(CASE, 540), Wait(60))
    assert kept(day, ReceiveVisitor(CASE)) == ["ring-back"]


def test_and_by_ringing_them_about_another_of_their_cases() -> None:
    both = (
        Arrival(CASE, SUBSIDY.id, AMINA, 480, "self-service"),
        Arrival("S-102", SUBSIDY.id, AMINA, 480, "self-service"),
    )
    day = promised(a_day(arrivals=both), "ring-back")
    day = after(day, PostponeCase(CASE), OpenCase("S-102"))
    assert kept(day, Call("S-102")) == ["ring-back"]


def test_to_look_again_is_kept_by_opening_a_document() -> None:
    day = promised(a_day(documents=PAPERS), "look-again")
    day = after(day, AskForDocument(CASE, "payslip"), Wait(60))
    (received,) = day.cases[CASE].documents
    assert kept(day, OpenDocument(CASE, received.number)) == ["look-again"]


def test_and_by_a_page() -> None:
    assert kept(promised(a_day(), "look-again"), OVERVIEW) == ["look-again"]


@pytest.mark.parametrize("done", [(SETTLE,), (RECKON,)])
def test_and_by_settling_the_facts_or_deciding(done: tuple[Command, ...]) -> None:
    before = (OVERVIEW,) if done == (SETTLE,) else (OVERVIEW, SETTLE, SKIP)
    assert kept(promised(after(a_day(), *before), "look-again"), *done) == ["look-again"]


def test_and_by_letting_a_colleague_read_the_case() -> None:
    day = promised(after(a_day(), OVERVIEW), "look-again")
    assert kept(day, SecondOpinion(CASE)) == ["look-again"]


def test_and_by_taking_the_case_up_again() -> None:
    day = promised(answered(a_day()), "look-again")
    assert kept(day, Reopen(CASE, "fault")) == ["look-again"]


def test_a_letter_is_kept_by_writing_it() -> None:
    day = promised(after(a_day(), OVERVIEW, SETTLE, SKIP, RECKON), "letter")
    assert kept(day, WHOLE) == ["letter"]


def test_and_by_automation_writing_it() -> None:
    day = promised(a_day(levels={"write": 4}), "letter")
    day = after(day, OVERVIEW, SETTLE, SKIP)
    run = unfold(day, RECKON)
    (sent,) = of_kind(run.events, "letter.sent")
    assert sent.by == "automation"
    assert kept(day, RECKON) == ["letter"]


def test_a_letter_that_answers_nothing_keeps_it_not_nor_handing_over_or_closing() -> None:
    seen = promised(after(a_day(documents=PAPERS), OVERVIEW, SETTLE), "letter")
    for command in (Hear(CASE, (INCOME,)), AskForDocument(CASE, "payslip"), HandOver(CASE)):
        assert kept(seen, command) == []
    assert kept(promised(answered(a_day()), "letter"), CloseCase(CASE)) == []
    handed_over = log_after(after(seen, HandOver(CASE)))
    assert of_kind(handed_over, "promise.broken")


@pytest.mark.parametrize("promise", ["look-again", "ring-back", "letter"])
def test_what_was_kept_is_not_broken_when_one_goes_home_and_what_was_not_is(promise: str) -> None:
    day = promised(after(a_day(), OVERVIEW, SETTLE, SKIP, RECKON), promise)
    keeping = {"look-again": OVERVIEW, "ring-back": Call(CASE), "letter": WHOLE}
    assert not of_kind(log_after(after(day, keeping[promise])), "promise.broken")
    (broken,) = of_kind(log_after(day), "promise.broken")
    assert broken.promise == promise  # type: ignore[attr-defined]
    assert broken.because


@pytest.mark.parametrize("other", [OVERVIEW, Call(CASE)])
def test_what_does_something_else_keeps_nothing(other: Command) -> None:
    assert kept(promised(a_day(), "letter"), other) == []


# What a broken promise leads to ------------------------------------------------------------------


def broken(day: Day) -> Day:
    """The day once a letter promised for an hour has not come by it."""
    return after(day, Call(CASE), Promise("letter", before=540), HangUp(), Wait(60))


def test_whoever_gives_up_or_complains_names_the_promise_that_was_broken() -> None:
    for day, kind in ((broken(a_day()), "citizen.gave_up"), (answered(broken(a_day())), COMPLAINT)):
        (promise,) = day.broken[AMINA]
        assert promise in later(day, kind).because


def test_so_does_who_complains_of_a_case_that_has_been_taken_up_again() -> None:
    day = after(answered(broken(a_day())), Reopen(CASE, "fault"))
    (promise,) = day.broken[AMINA]
    assert promise in later(day, COMPLAINT).because


def test_a_broken_promise_makes_a_complaint_likelier_by_what_the_data_says() -> None:
    seldom = replace(CONDUCT, complains=30, thanks=0, more_when_let_down=20)
    complained: dict[str, set[int]] = {"kept": set(), "broken": set(), "broken, as of old": set()}
    for seed in range(60):
        days = {
            "kept": answered(a_day(conduct=seldom, seed=seed)),
            "broken": answered(broken(a_day(conduct=seldom, seed=seed))),
            "broken, as of old": answered(
                broken(a_day(conduct=replace(seldom, more_when_let_down=0), seed=seed))
            ),
        }
        for way, day in days.items():
            if COMPLAINT in later_kinds(day):
                complained[way].add(seed)
    assert complained["kept"] == complained["broken, as of old"] < complained["broken"]


# Who stops asking -------------------------------------------------------------------------------


def test_who_stops_asking_leaves_a_case_that_stands_open_past_its_time_limit() -> None:
    day = a_day()
    gave_up, passed = later(day, "citizen.gave_up"), later(day, "deadline.passed")
    assert later_kinds(day) == ["citizen.gave_up", "deadline.passed"]
    assert passed.because == (gave_up.seq, day.cases[CASE].seq)
    assert passed.by == "default"
    assert passed.days > SUBSIDY.deadline_days
    assert passed.days > gave_up.days
    closed = [event for event in log_after(day) if event.kind == "case.closed"]
    assert closed == []


def test_of_one_who_asks_on_nothing_more_is_told() -> None:
    assert later_kinds(a_day(conduct=replace(CONDUCT, gives_up=0))) == []


def test_a_case_that_was_decided_and_written_to_nobody_is_not_past_its_time_limit() -> None:
    day = after(a_day(), OVERVIEW, SETTLE, SKIP, RECKON)
    assert later_kinds(day) == ["citizen.gave_up"]


# An answer after the decision -------------------------------------------------------------------


def late_answer(**more: Any) -> Day:
    """A day on which a party answers a hearing once it has been decided without."""
    day = a_day(conduct=SAYS_NOTHING, **more)
    return after(day, OVERVIEW, SETTLE, Hear(CASE, (INCOME,)), SKIP, RECKON)


def test_an_answer_after_the_decision_is_laid_on_the_case_and_changes_nothing_of_it() -> None:
    decided = late_answer()
    day = after(decided, Wait(60))
    before, now = decided.cases[CASE], day.cases[CASE]
    assert [seen.source for seen in now.seen] == ["overblik", "citizen"]
    assert (now.decision, now.built_on) == (before.decision, before.built_on)
    assert now.hearing
    assert now.hearing.answered


def test_once_the_case_is_taken_up_again_it_can_be_built_on() -> None:
    day = after(late_answer(), WHOLE, Wait(60), Reopen(CASE, "new-facts"))
    day = after(day, SettleFacts(CASE, {INCOME: "citizen"}), SKIP, RECKON)
    assert day.cases[CASE].decision
    assert day.cases[CASE].decision.outcome == "full"
