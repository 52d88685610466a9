"""The time account: what was saved at a level, and where the minutes came back."""

from collections.abc import Mapping
from dataclasses import replace

import pytest

from simulator.casework.actions.chain import StepDone
from simulator.casework.actions.complaints import ComplaintFiled, ComplaintReassessed
from simulator.casework.actions.counter import VisitorCame, VisitorLeft, VisitorReceived
from simulator.casework.actions.documents.receiving import DocumentArrived
from simulator.casework.actions.documents.requesting import DocumentAsked
from simulator.casework.actions.finding import FactsSettled
from simulator.casework.actions.hearing import HearingSent, ReplyArrived
from simulator.casework.actions.inbox import CaseHandedOver
from simulator.casework.actions.promising import PromiseBroken, PromiseKept, PromiseMade
from simulator.casework.actions.reopening import CaseReopened
from simulator.casework.actions.telephone import (
    CallRang,
    CallRangOut,
    CaseworkerInterrupted,
    CitizenCalled,
)
from simulator.casework.actions.tickets import TicketAnswered, TicketWritten
from simulator.casework.actions.writing import PaymentReleased
from simulator.casework.day import Day
from simulator.casework.events import Event
from simulator.casework.habits import HABITS
from simulator.core.clock import minutes
from simulator.core.texts import Phrase
from simulator.debrief.amounts import Amount
from simulator.debrief.evidence import evidence_of
from simulator.debrief.work import WorkFact, work
from simulator.scenario.words import teller
from tests.casework.small import AMINA, BODIL, INCOME, PAPERS, WEIGHED, a_town, wages
from tests.debrief.logs import ANSWER, FULL, OTHER, Log, an_opening_with_two, income
from tests.rehearsal.ways import MONDAY, THURSDAY, worked


def done(log: Log, function: str, level: int, how: str = "automation") -> None:
    log.happens(StepDone, function=function, level=level, how=how)


def row(log: Log, function: str, level: int) -> Mapping[str, int]:
    (found,) = [
        one.minutes
        for one in log.debrief().time_account.rows
        if (one.function, one.level) == (function, level)
    ]
    return found


def a_log() -> Log:
    log = Log()
    log.arrives()
    return log


def test_what_is_saved_is_the_price_by_hand_less_what_the_step_cost() -> None:
    log = a_log()
    log.happens(FactsSettled, basis=(income(),), minutes=3)
    done(log, "find", 1, "by-hand")
    assert row(log, "find", 1)["saved"] == 1
    done(log, "hear", 0, "skipped")
    log.suggests()
    log.follows()
    done(log, "calculate", 3, "by-hand")
    assert row(log, "calculate", 3)["saved"] == 10


def test_by_hand_nothing_is_saved() -> None:
    log = a_log()
    log.happens(FactsSettled, basis=(income(),), minutes=4)
    done(log, "find", 0, "by-hand")
    assert row(log, "find", 0)["saved"] == 0


def test_a_look_is_checking_at_the_step_its_case_is_at() -> None:
    log = a_log()
    done(log, "find", 4)
    done(log, "hear", 0, "skipped")
    log.looks(income("eindkomst"))
    done(log, "calculate", 4)
    assert row(log, "calculate", 4)["checked"] == 3
    assert row(log, "find", 4)["checked"] == 0


def test_a_talk_takes_the_citizens_time_and_so_does_a_telephone_nobody_takes() -> None:
    log = a_log()
    log.happens(CitizenCalled, citizen=AMINA, minutes=6)
    log.happens(CallRangOut, by=f"citizen:{AMINA}", citizen=AMINA)
    done(log, "find", 1, "by-hand")
    found = row(log, "find", 1)
    assert found["explained"] == 6
    assert found["citizen"] == 6 + log.opening.conduct.ring_out


LATER = {
    "complaint.filed": 40,
    "complaint.reassessed": 35,
    "ticket.answered": 20,
    "reply.arrived": 12,
}


def a_log_with_later() -> Log:
    log = Log(an_opening_with_two(later=LATER, documents=PAPERS))
    log.arrives()
    return log


def test_what_others_spend_after_a_decision_came_back_later_where_the_answer_came_from() -> None:
    log = a_log_with_later()
    log.suggests()
    log.follows()
    done(log, "calculate", 3, "by-hand")
    done(log, "weigh", 0, "by-hand")
    log.decides()
    log.writes()
    who = {"citizen": AMINA, "days": 9}
    log.happens(ComplaintFiled, by=f"citizen:{AMINA}", line="complain.1", **who)
    log.happens(ComplaintReassessed, changed=False, answer=ANSWER, minutes=35, **who)
    assert row(log, "calculate", 3)["later"] == 35
    assert row(log, "calculate", 3)["citizen"] == 40


def test_an_answer_that_nothing_had_given_came_from_the_step_that_decided() -> None:
    log = a_log_with_later()
    log.suggests(answer=FULL)
    done(log, "calculate", 3, "by-hand")
    done(log, "weigh", 0, "by-hand")
    log.decides()
    who = {"citizen": AMINA, "days": 9}
    log.happens(ComplaintReassessed, changed=False, answer=ANSWER, minutes=35, **who)
    assert row(log, "weigh", 0)["later"] == 35


def test_what_it_answers_came_back_later_at_the_case_it_was_written_of() -> None:
    log = a_log_with_later()
    told = {"ticket": "error", "system": "overblik", "filled": ()}
    asked = log.happens(TicketWritten, minutes=8, **told)
    answer = {"line": "it.question", "system": "overblik", "about": "overblik"}
    log.happens(TicketAnswered, case=None, by="it", because=(asked,), **answer)
    found = row(log, "find", 0)
    assert (found["repaired"], found["later"]) == (8, 20)


def test_a_case_handed_over_costs_a_colleague_its_steps_that_are_left_by_hand() -> None:
    log = a_log_with_later()
    by_hand = WEIGHED.minutes
    log.happens(FactsSettled, basis=(income(),), minutes=1)
    done(log, "find", 1, "by-hand")
    log.happens(CaseHandedOver, to="colleague", minutes=3)
    assert row(log, "hear", 0)["later"] == sum(by_hand.values()) - by_hand["find"]


def test_a_day_opened_before_anything_came_back_has_nothing_in_the_column() -> None:
    log = a_log()
    log.happens(CaseHandedOver, to="colleague")
    log.looks(income())
    assert {one.minutes["later"] for one in log.debrief().time_account.rows} == {0}


def test_standing_at_the_counter_documents_and_answers_are_the_citizens_time() -> None:
    log = a_log_with_later()
    log.happens(VisitorCame, by=f"citizen:{AMINA}", citizen=AMINA)
    log.minute += 14
    log.happens(VisitorLeft, by=f"citizen:{AMINA}", citizen=AMINA, waited=14)
    log.happens(VisitorCame, by=f"citizen:{AMINA}", citizen=AMINA)
    log.minute += 7
    log.happens(VisitorReceived, citizen=AMINA, minutes=10)
    which = {"document": "payslip", "relation": ""}
    log.happens(DocumentAsked, days=5, last=0, notice=True, channel="digital", **which)
    log.happens(HearingSent, facts=(INCOME,), channel="digital", days=14)
    paper = {**which, "form": "photo", "flaw": "", "date": 0}
    log.happens(DocumentArrived, fields=(), citizen_minutes=15, **paper)
    log.happens(ReplyArrived, line="reply.1", fields=())
    done(log, "find", 1, "by-hand")
    assert row(log, "find", 1)["citizen"] == 14 + (7 + 10) + 15 + 12


def test_work_on_a_case_taken_up_again_is_putting_right_and_saves_nothing() -> None:
    log = a_log_with_later()
    done(log, "find", 4)
    saved = row(log, "find", 4)["saved"]
    log.happens(CaseReopened, ground="fault", before=ANSWER, minutes=5)
    log.happens(FactsSettled, basis=(income("eindkomst"),), minutes=4)
    done(log, "find", 4, "by-hand")
    found = row(log, "find", 4)
    assert (found["saved"], found["repaired"]) == (saved, 5 + 4)


def test_too_much_and_too_little_stand_by_case_and_are_not_netted() -> None:
    town = a_town()
    rich = {**town.spells, (INCOME, BODIL): wages(90_000, 95_000)}
    log = Log(town=replace(town, spells=rich))
    log.arrives()
    log.arrives(OTHER, BODIL)
    little = log.decides(income())
    log.writes()
    much = log.decides(income(subject=BODIL), case=OTHER, answer=FULL)
    log.writes(case=OTHER, answer=FULL)
    log.happens(PaymentReleased, case=OTHER, amount=100_00, once=False)
    sums = log.debrief().time_account.amounts
    assert [one.event for one in sums] == [little, much]
    told = [teller("en")(one.said) for one in sums]
    assert [sentence.partition(" too ")[2] for sentence in told] == [
        "little a month",
        "much a month",
    ]
    assert log.debrief(over=False).time_account.amounts == ()


def test_a_sum_that_is_the_right_one_is_told_of_while_nobody_has_released_it() -> None:
    log = a_log()
    decided = log.decides(income("eindkomst"), answer=FULL)
    log.writes(answer=FULL)
    (lies,) = log.debrief().time_account.amounts
    assert lies == Amount("S-101", "unreleased", 1_000_00, once=False, event=decided)
    log.happens(PaymentReleased, amount=1_000_00, once=False)
    assert log.debrief().time_account.amounts == ()


def of_work(log: Log) -> dict[str, WorkFact]:
    return {one.what: one for one in log.debrief().work}


def test_facts_of_work_are_counted_with_their_events() -> None:
    log = a_log()
    log.looks(income())
    log.minute -= 1
    rang = log.happens(CallRang, by=f"citizen:{AMINA}", citizen=AMINA, line="ring.1")
    log.minute += 1
    log.happens(CallRang, by=f"citizen:{AMINA}", citizen=AMINA, line="ring.1")
    again = log.looks(income())
    found = of_work(log)
    assert found["interruptions"].events == (rang,)
    assert found["again"].events == (again,)
    assert found["left"].count == 1
    passed = log.happens(CaseHandedOver, to="colleague")
    found = of_work(log)
    assert found["left"].count == 0
    assert found["handovers"].events == (passed,)


@pytest.mark.parametrize("day", [MONDAY, THURSDAY])
@pytest.mark.parametrize("habit", HABITS)
def test_the_minutes_tell_the_interruptions_that_the_log_says_itself(day: str, habit: str) -> None:
    played = worked(day, habit)
    said = [e.because[0] for e in played.events if isinstance(e, CaseworkerInterrupted)]
    assert of_events(played.day, played.events) == tuple(said)


def test_a_day_begun_by_an_older_version_and_carried_on_tells_all_its_interruptions() -> None:
    played = worked(MONDAY, "thorough")
    said = [e for e in played.events if isinstance(e, CaseworkerInterrupted)]
    assert len(said) > 1
    mixed = tuple(event for event in played.events if event is not said[0])
    assert of_events(played.day, mixed) == tuple(event.because[0] for event in said)


def of_events(day: Day, events: tuple[Event, ...]) -> tuple[int, ...]:
    (interruptions,) = [
        one
        for one in work(evidence_of(events, day.world.town.drawn))
        if one.what == "interruptions"
    ]
    return interruptions.events


def test_overtime_is_minutes_after_closing() -> None:
    log = a_log()
    log.minute = minutes("11:58")
    late = log.writes()
    assert of_work(log)["overtime"] == WorkFact("overtime", 3, (late,))


def test_promises_are_facts_of_work_with_what_became_of_them() -> None:
    log = a_log()
    who = {"citizen": AMINA, "promise": "call-back"}
    made = log.happens(PromiseMade, **who)
    other = log.happens(PromiseMade, **who)
    kept = log.happens(PromiseKept, **who)
    broken = log.happens(PromiseBroken, by="scenario", **who)
    found = of_work(log)
    assert found["promised"].events == (made, other)
    assert (found["kept"].events, found["broken"].events) == ((kept,), (broken,))
    assert teller("da")(found["broken"].said) == "1 løfte ikke holdt"


def test_a_level_that_saved_nothing_is_not_said_to_have_saved_most() -> None:
    log = a_log()
    log.looks(income())
    log.happens(FactsSettled, basis=(income(),), minutes=60)
    done(log, "find", 2, "automation")
    assert log.debrief().time_account.caption == Phrase("debrief.time.caption-nothing")
