"""Waiting ends when something calls for one: the telephone, or a case that cannot wait."""

from simulator.casework.actions.day import AcceptPrebrief, TakeBreak, TimePassed, Wait
from simulator.casework.day import Day
from simulator.casework.events import Event
from simulator.casework.families import fold, opened, unfold
from simulator.casework.opening import Arrival
from simulator.casework.seeing import see
from simulator.casework.telling import tell
from simulator.core.texts import Language
from simulator.core.values import changed
from simulator.scenario.words import teller
from tests.casework.small import (
    AMINA,
    BODIL,
    CASE,
    CONDUCT,
    SUBSIDY,
    a_day,
    a_town,
    an_opening,
    happened,
    text,
)

CALLING = changed(CONDUCT, rings_about_waiting=100)
FIRST = Arrival(CASE, SUBSIDY.id, AMINA, 480, "self-service")
CALM = Arrival("S-102", SUBSIDY.id, BODIL, 490, "self-service")


def waited(day: Day, minutes: int = 90) -> tuple[TimePassed, Day]:
    run = unfold(day, Wait(minutes))
    first: Event = run.events[0]
    assert isinstance(first, TimePassed)
    return first, run.day


def said(day: Day, event: Event, language: Language = "en") -> str:
    phrase = tell(day, event)
    assert phrase
    return teller(language)(phrase)


def test_one_who_waits_beside_the_telephone_hears_it_ring() -> None:
    passed, day = waited(a_day(conduct=CALLING))
    assert day.ringing
    assert passed.called_by == "call"
    assert 0 < passed.minutes < 90
    assert day.minute == passed.minute + passed.minutes
    assert said(day, passed).endswith("go by. Then the telephone rings.")
    assert said(day, passed, "da").endswith("Så ringer telefonen.")
    assert see(day).offer("answer_call")


def test_a_case_that_cannot_wait_ends_the_wait_and_one_that_can_does_not() -> None:
    urgent = changed(CALM, case="S-103", minute=500, urgent="cue")
    texts = {"cue": text("today"), "told.1": text("well")}
    day = a_day(arrivals=(FIRST, CALM, urgent), texts=texts)
    passed, later = waited(day)
    assert (later.minute, passed.called_by) == (500, "urgent")
    assert list(later.cases) == [CASE, "S-102", "S-103"]
    assert said(later, passed) == "20 minutes go by. Then something urgent comes."


def test_a_wait_that_nothing_calls_in_takes_what_it_was_to_take() -> None:
    passed, day = waited(a_day())
    assert (passed.minutes, passed.called_by) == (90, "")
    assert said(day, passed) == "90 minutes go by."


def test_a_telephone_that_is_let_ring_does_not_end_the_next_wait() -> None:
    _, ringing = waited(a_day(conduct=CALLING))
    passed, _ = waited(ringing)
    assert (passed.minutes, passed.called_by) == (90, "")


def test_a_break_is_a_break_whatever_rings() -> None:
    day = a_day(conduct=CALLING, prices={"take_break": 70})
    kinds = happened(day, TakeBreak())
    assert kinds == ["break.taken", "rumour.heard", "call.rang", "call.rang_out"]


def test_a_wait_that_was_cut_short_is_folded_to_the_same_day() -> None:
    town, log = a_town(), opened(an_opening(conduct=CALLING), a_town())
    day = fold(log, town)
    for command in (AcceptPrebrief(), Wait(60), Wait(60)):
        run = unfold(day, command)
        day, log = run.day, (*log, *run.events)
    assert "call.rang" in [event.kind for event in log]
    assert fold(log, town) == day
