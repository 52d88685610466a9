"""A document does not come, or not yet: what waits for it, and what goes on without it."""

from dataclasses import replace
from typing import Any

import pytest

from simulator.casework.actions.day import AcceptPrebrief, GoHome, Wait
from simulator.casework.actions.deciding import Calculate
from simulator.casework.actions.documents.receiving import (
    OpenDocument,
)
from simulator.casework.actions.finding import SettleFacts
from simulator.casework.actions.hearing import SkipHearing
from simulator.casework.actions.suggesting import Follow
from simulator.casework.actions.telephone import Call
from simulator.casework.day import Day
from simulator.casework.documents import Fails
from simulator.casework.families import decide
from simulator.casework.seeing import see
from simulator.scenario.words import teller
from tests.casework.papers import (
    ALONE,
    ASK,
    GRANT,
    HOUR,
    NEVER,
    NO,
    OVERVIEW,
    REFUSE,
    REMIND,
    UNHEARD,
    WITHOUT,
    YES,
    a_day_asked_before,
    a_paper_day,
    came,
    opened,
    paper,
    ready,
    request,
)
from tests.casework.small import (
    CASE,
    DAY,
    INCOME,
    PAPERS,
    after,
    of_kind,
    refusal,
)

# What does not come -----------------------------------------------------------------------------


def test_what_was_asked_for_before_the_day_may_come_as_the_scenario_says() -> None:
    day = a_day_asked_before(notice=False, answer_by=DAY, comes=500)
    arrived = came(day)
    assert (arrived.minute, arrived.flaw) == (500, "")


def test_one_goes_on_without_it_only_after_notice_and_once_the_time_has_passed() -> None:
    unnoticed = after(a_day_asked_before(notice=False, answer_by=DAY - 3), OVERVIEW)
    assert refusal(unnoticed, WITHOUT) == "notice-first"
    reminded = after(unnoticed, REMIND)
    assert (request(reminded).notice, request(reminded).reminded) == (True, True)
    assert refusal(reminded, WITHOUT) == "time-to-answer"
    assert refusal(reminded, REMIND) == "reminded-already"
    noticed = after(a_day_asked_before(notice=True, answer_by=DAY - 3), OVERVIEW)
    assert request(after(noticed, WITHOUT)).state == "gone-without"


def test_nobody_is_refused_merely_for_not_having_helped() -> None:
    nothing_seen = a_day_asked_before(notice=True, answer_by=DAY - 3)
    assert refusal(nothing_seen, WITHOUT) == "not-merely-for-that"


def test_a_reminder_has_a_chance_of_its_own() -> None:
    often = [
        bool(of_kind(decide(after(day, REMIND), Wait(120)), "document.arrived"))
        for seed in range(40)
        for day in [
            a_day_asked_before(
                notice=False,
                answer_by=DAY - 3,
                seed=seed,
                documents=paper(fails=Fails(never=50)),
            )
        ]
    ]
    assert 5 < sum(often) < 35


def test_a_reminder_does_not_change_what_is_on_its_way() -> None:
    half = paper(fails=Fails(older=50))
    for seed in range(20):
        asked = after(a_paper_day(documents=half, seed=seed), ASK)
        assert came(after(asked, REMIND)).flaw == came(asked).flaw


def test_what_comes_on_a_reminder_of_what_was_asked_for_before_the_day_may_be_older() -> None:
    older = paper(fails=Fails(older=100))
    day = a_day_asked_before(notice=False, answer_by=DAY - 3, documents=older)
    assert came(after(day, REMIND)).flaw == "older"
    assert (
        came(a_day_asked_before(notice=False, answer_by=DAY, comes=500, documents=older)).flaw == ""
    )


def test_a_case_waits_only_while_there_is_time_to_answer() -> None:
    in_time = after(a_day_asked_before(notice=False, answer_by=DAY))
    passed = after(a_day_asked_before(notice=False, answer_by=DAY - 3))
    reminded = after(a_day_asked_before(notice=False, answer_by=DAY - 3), REMIND)
    states = [see(day).inbox[0].state for day in (in_time, passed, reminded)]
    assert states == ["waiting", "opened", "waiting"]


def test_the_sums_can_be_done_once_what_they_need_is_relied_on() -> None:
    found = after(a_paper_day(stopped=False), OVERVIEW)
    hands = [see(day).hand for day in (found, after(found, SettleFacts(CASE)))]
    assert [hand.reckons for hand in hands if hand] == [False, True]


@pytest.mark.parametrize("command", [REMIND, WITHOUT])
def test_once_the_case_is_decided_there_is_nobody_to_remind(command: Any) -> None:
    day = after(a_paper_day(), OVERVIEW, SettleFacts(CASE), SkipHearing(CASE), ASK)
    day = after(day, Calculate(CASE, "full"))
    assert refusal(day, command) == "decided-already"
    offers = {offer.id: offer.refused for offer in see(day).offers}
    assert offers[command.name]


@pytest.mark.parametrize("command", [REMIND, WITHOUT])
def test_nothing_is_done_about_a_document_nobody_waits_for(command: Any) -> None:
    assert refusal(a_paper_day(), command) == "nothing-waited-for"


def test_there_is_nothing_to_open_before_something_has_come() -> None:
    assert refusal(after(a_paper_day(), ASK), OpenDocument(CASE, 3)) == "no-document-here"


# What automation does meanwhile -----------------------------------------------------------------


def alone(**more: Any) -> Day:
    """A case at level 4 in which a payslip was asked for before the day, with notice."""
    asked = {"notice": True, "answer_by": DAY, "comes": 500, "documents": PAPERS, **more}
    return a_day_asked_before(case_type=UNHEARD, levels=ALONE, **asked)


def decided(day: Day) -> bool:
    return day.cases[CASE].decision is not None


def test_while_a_document_is_waited_for_automation_does_not_go_on_alone() -> None:
    levels = {"find": 0, "hear": 4, "calculate": 4, "write": 4, "pay": 4}
    day = after(a_paper_day(levels=levels, stopped=False), OVERVIEW, ASK)
    waits = after(day, SettleFacts(CASE))
    assert not decided(waits)
    assert see(waits).inbox[0].state == "waiting"
    assert decided(opened(after(waits, HOUR)))


def test_automation_does_not_decide_over_a_document_that_nobody_has_opened() -> None:
    day = after(alone(), HOUR)
    cue = see(day).inbox[0].cue
    assert cue
    assert (cue.text, decided(day), see(day).inbox[0].state) == ("cue.document", False, "opened")
    assert not of_kind(decide(day, GoHome()), "decision.made")


@pytest.mark.parametrize(("stopped", "fell_out"), [(True, (INCOME,)), (False, ())])
def test_once_it_is_opened_the_case_falls_out_if_it_contradicts_and_else_goes_on(
    stopped: bool, fell_out: tuple[str, ...]
) -> None:
    taken = a_paper_day(levels={**ALONE, "hear": 0}, stopped=stopped)
    unread = after(taken, ASK, SkipHearing(CASE), HOUR)
    assert (unread.cases[CASE].fetched, decided(unread)) == (True, False)
    read = opened(unread)
    assert (read.cases[CASE].fell_out, decided(read)) == (fell_out, not fell_out)


def test_automation_goes_on_by_itself_once_the_citizen_says_there_is_no_such_document() -> None:
    assert decided(after(alone(documents=paper(when="citizen.age > 200")), HOUR))


def test_automation_goes_on_by_itself_after_a_no_to_a_consent() -> None:
    levels = {**ALONE, "find": 0}
    day = after(a_paper_day(levels=levels, conduct=NO, case_type=UNHEARD), OVERVIEW)
    waits = after(day, replace(ASK, third=True), SettleFacts(CASE))
    assert [decided(waits), decided(after(waits, HOUR))] == [False, True]


def test_automation_goes_on_by_itself_once_nothing_can_be_read() -> None:
    unreadable = paper(fails=Fails(unreadable=100))
    levels = {**ALONE, "find": 0}
    day = a_paper_day(levels=levels, documents=unreadable, case_type=UNHEARD)
    came_unread = after(day, OVERVIEW, ASK, SettleFacts(CASE), HOUR)
    assert [decided(came_unread), decided(opened(came_unread))] == [False, True]


def test_automation_goes_on_by_itself_once_the_time_has_passed_if_that_was_told() -> None:
    passed = {"comes": 0, "answer_by": DAY - 3}
    answered, waits = (alone(**passed, notice=notice, fresh=True) for notice in (True, False))
    answered, waits = after(answered, AcceptPrebrief()), after(waits, AcceptPrebrief())
    assert [decided(answered), decided(waits)] == [True, False]


@pytest.mark.parametrize("notice", [True, False])
def test_it_goes_on_when_the_last_day_is_over_though_nobody_is_at_the_desk(notice: bool) -> None:
    day = alone(comes=0, answer_by=DAY + 2, notice=notice)
    assert not decided(day)
    log = decide(day, GoHome())
    (over,) = of_kind(log, "document.time_over")
    assert over.minute == 3 * 1440
    assert [event.minute for event in of_kind(log, "decision.made")] == [over.minute] * notice


# What a person may not decide meanwhile ---------------------------------------------------------


def test_nobody_is_refused_while_a_document_that_was_asked_for_can_still_come() -> None:
    day = ready(a_paper_day(documents=NEVER), replace(ASK, notice=False))
    assert refusal(day, REFUSE) == "document-may-come"
    assert refusal(ready(a_paper_day(documents=NEVER), ASK), REFUSE) == "document-may-come"
    assert decided(after(day, GRANT))


def test_nobody_is_refused_before_they_are_told_what_happens_otherwise() -> None:
    day = ready(a_day_asked_before(notice=False, answer_by=DAY - 3))
    assert refusal(day, REFUSE) == "notice-first"
    assert refusal(after(day, REMIND), REFUSE) == "document-may-come"
    assert decided(after(ready(a_day_asked_before(notice=True, answer_by=DAY - 3)), REFUSE))


def test_nobody_is_refused_over_a_document_that_nobody_has_read() -> None:
    day = ready(a_paper_day(), ASK, HOUR)
    assert refusal(day, REFUSE) == "read-first"
    assert decided(after(opened(day), REFUSE))


def test_a_suggestion_against_the_party_cannot_be_followed_meanwhile_and_says_why() -> None:
    day = ready(a_paper_day(levels={"calculate": 3}, documents=NEVER), ASK)
    offer = see(day).listed("follow")
    assert offer
    assert offer.refused
    assert teller("en")(offer.refused) == (
        "You have asked for a document, and the time to answer has not passed yet. Until then the "
        "case cannot be decided against the citizen. You can put the case aside meanwhile."
    )
    assert refusal(day, Follow(CASE)) == "document-may-come"
    in_favour = ready(a_paper_day(levels={"calculate": 3}, documents=NEVER, stopped=False), ASK)
    assert decided(after(in_favour, Follow(CASE)))


# Who is not reminded ------------------------------------------------------------------------------


def test_whoever_has_said_yes_is_not_reminded() -> None:
    day = after(a_paper_day(conduct=YES), Call(CASE), replace(ASK, third=True))
    assert request(day).state == "waits"
    assert refusal(day, REMIND) == "consented-already"
