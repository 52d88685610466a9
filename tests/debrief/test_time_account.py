"""The time account: what was saved at a level, and where the minutes came back."""

from collections.abc import Mapping

import pytest

from simulator.casework.actions.chain import StepDone
from simulator.casework.actions.finding import FactsSettled
from simulator.casework.actions.inbox import CaseHandedOver
from simulator.casework.actions.promising import PromiseBroken, PromiseKept, PromiseMade
from simulator.casework.actions.telephone import (
    CallRang,
    CallRangOut,
    CaseworkerInterrupted,
    CitizenCalled,
)
from simulator.casework.day import Day
from simulator.casework.events import Event
from simulator.casework.habits import HABITS
from simulator.core.clock import minutes
from simulator.core.texts import Phrase
from simulator.debrief.evidence import Evidence
from simulator.debrief.work import WorkFact, work
from simulator.scenario.words import teller
from tests.casework.small import AMINA
from tests.debrief.logs import Log, income
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
        one for one in work(Evidence(day, events, {})) if one.what == "interruptions"
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
