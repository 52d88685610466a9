"""The counter: who comes stands there, is talked with as on the telephone, or leaves."""

import pytest

from simulator.casework.actions.afterwards import situation
from simulator.casework.actions.counter import BringInterpreter, Invite, ReceiveVisitor, present
from simulator.casework.actions.day import AcceptPrebrief, GoHome, Wait
from simulator.casework.actions.inbox import PostponeCase, SetAside
from simulator.casework.actions.looking.pages import LookUp, Reveal
from simulator.casework.actions.promising import Promise
from simulator.casework.actions.telephone import Ask, Call, HangUp, Tell
from simulator.casework.day import Day
from simulator.casework.families import decide, fold, opened, unfold
from simulator.casework.opening import Arrival
from simulator.casework.seeing import see
from simulator.core.values import changed
from tests.casework.searchable import protected_day
from tests.casework.small import (
    AMINA,
    CASE,
    CONDUCT,
    INCOME,
    SUBSIDY,
    a_day,
    a_town,
    a_visited_day,
    after,
    an_opening,
    citizen,
    happened,
    of_kind,
    refusal,
)

COMES = changed(CONDUCT, stays_away=0)
STAYS_AWAY = changed(CONDUCT, stays_away=100)
TOMORROW = 1440 + 9 * 60


def needing(*needs: str) -> tuple[Arrival, ...]:
    return (Arrival(CASE, SUBSIDY.id, AMINA, 480, "self-service", "says.amina", needs=needs),)


def test_whoever_came_over_the_counter_stands_there_and_can_be_talked_with() -> None:
    day = a_visited_day()
    (waiting,) = see(day).visitors
    assert (waiting.name, waiting.case, waiting.minute) == ("Amina Holst", CASE, 480)
    talking = after(day, ReceiveVisitor(CASE))
    line = see(talking).telephone
    assert line
    assert (line.desk, line.rang, see(talking).visitors) == (True, True, ())
    assert {"ask", "tell", "promise", "hang_up"} <= {one.id for one in see(talking).offers}


def test_they_are_asked_told_and_promised_as_on_the_telephone_and_then_go() -> None:
    day = after(a_visited_day(), ReceiveVisitor(CASE), Ask(INCOME), Tell("next"), Promise("letter"))
    assert day.contacts[AMINA, "called"] == 1
    assert happened(day, HangUp()) == ["visit.ended"]
    assert after(day, HangUp()).call is None


def test_one_who_stands_there_for_long_leaves() -> None:
    (left,) = of_kind(decide(a_visited_day(), Wait(120)), "visitor.left")
    assert 18 <= left.waited <= 90  # type: ignore[attr-defined]
    gone = after(a_visited_day(), Wait(120))
    assert refusal(gone, ReceiveVisitor(CASE)) == "nobody-waits"
    assert situation(gone, gone.cases[CASE]) == "left"


@pytest.mark.parametrize(("patience", "more"), [(0, 50), (100, 150)])
def test_the_patient_stand_longer_by_the_same_draw(patience: int, more: int) -> None:
    town = a_town(citizen(AMINA, patience=50)), a_town(citizen(AMINA, patience=patience))
    waits = [
        of_kind(decide(a_visited_day(town=one), Wait(120)), "visitor.left")[0].minute - 480
        for one in town
    ]
    assert waits[1] == waits[0] * more // 100


def test_when_one_goes_home_whoever_stands_there_goes_too() -> None:
    kinds = happened(a_visited_day(), GoHome())
    assert kinds.index("visitor.left") < kinds.index("day.closed")
    assert kinds.count("visitor.left") == 1


def test_whoever_stands_at_the_counter_is_not_rung_up() -> None:
    assert refusal(a_visited_day(), Call(CASE)) == "stands-here"


def test_a_case_laid_aside_keeps_its_visitor_standing() -> None:
    assert after(a_visited_day(), PostponeCase(CASE)).visitors
    assert after(a_visited_day(), SetAside(CASE)).visitors


def test_an_invited_citizen_comes_at_that_minute() -> None:
    day = after(a_day(conduct=COMES), Invite(CASE, 540, ("interpreter",)))
    assert see(day).offer("invite") is None
    assert refusal(day, Invite(CASE, 600)) == "invited-already"
    (passed, came) = decide(day, Wait(90))
    assert (passed.called_by, came.kind, came.minute) == (  # type: ignore[attr-defined]
        "visitor",
        "visitor.came",
        540,
    )
    assert came.because == (of_kind(decide(a_day(), Invite(CASE, 540)), "meeting.invited")[0].seq,)
    assert after(day, Wait(90)).visitors[0].helpers == ("interpreter",)


def test_or_does_not() -> None:
    day = after(a_day(conduct=STAYS_AWAY), Invite(CASE, 540))
    assert "visitor.stayed_away" in happened(day, Wait(90))
    assert not after(day, Wait(90)).visitors


def test_nobody_comes_who_could_not_read_the_invitation() -> None:
    cannot = a_town(citizen(AMINA, digital="none"))
    unread = after(a_day(town=cannot, conduct=COMES), Invite(CASE, 540))
    assert "visitor.stayed_away" in happened(unread, Wait(90))
    told = after(a_day(town=cannot, conduct=COMES), Call(CASE), Invite(CASE, 540), HangUp())
    assert "visitor.came" in happened(told, Wait(90))


def test_help_that_is_not_booked_makes_it_likelier_to_stay_away() -> None:
    days = [
        a_day(seed=seed, conduct=changed(CONDUCT, stays_away=50), arrivals=needing("bisidder"))
        for seed in range(6)
    ]
    alone = [happened(after(day, Invite(CASE, 540)), Wait(90)) for day in days]
    held = [happened(after(day, Invite(CASE, 540, ("bisidder",))), Wait(90)) for day in days]
    assert all("visitor.stayed_away" in kinds for kinds in alone)
    assert any("visitor.came" in kinds for kinds in held)


@pytest.mark.parametrize("at", [470, 480, 719 + 1, 5 * 1440 + 540, 15 * 1440 + 540])
def test_nobody_is_invited_when_the_office_is_closed(at: int) -> None:
    assert refusal(a_day(), Invite(CASE, at)) == "invite-when"


def test_a_meeting_of_a_coming_day_is_held_after_the_day_and_holds_the_case_open() -> None:
    day = after(a_day(conduct=COMES), Invite(CASE, TOMORROW))
    assert situation(day, day.cases[CASE]) == "invited"
    log = decide(day, GoHome())
    (came,) = of_kind(log, "visitor.came")
    assert came.minute == TOMORROW
    assert not of_kind(log, "citizen.gave_up")


def test_the_times_offered_can_all_be_taken() -> None:
    offer = see(a_day()).offer("invite")
    assert offer
    times = offer.blanks[0].options
    assert len(times) == 3 + 3
    for time in times:
        made = offer.make({"at": time.value, "helpers": ("interpreter", "bisidder")})
        assert happened(a_day(), made) == ["meeting.invited"]


def test_a_need_is_seen_once_the_citizen_has_said_so_and_no_sooner() -> None:
    day = a_day(arrivals=needing("plain-language", "bisidder"))
    hand = see(day).hand
    assert hand
    assert hand.needs == ()
    spoken = unfold(day, Call(CASE))
    voiced = of_kind(spoken.events, "need.voiced")
    assert [one.need for one in voiced] == [  # type: ignore[attr-defined]
        "plain-language",
        "bisidder",
    ]
    told = see(spoken.day).hand
    assert told
    assert [one.text for one in told.needs] == ["need.plain-language", "need.bisidder"]
    again = after(spoken.day, HangUp())
    assert "need.voiced" not in happened(again, Call(CASE))


def asked(day: Day) -> tuple[str, object]:
    (event, *_) = decide(day, Ask(INCOME))
    return event.certainty, event.field.value  # type: ignore[attr-defined]


def test_without_an_interpreter_answers_are_rough_and_with_one_they_are_sure() -> None:
    day = after(a_day(arrivals=needing("interpreter")), Call(CASE))
    assert asked(day) == ("roughly", 18_000_00)
    listened = after(day, BringInterpreter())
    assert asked(listened) == ("sure", 18_200_00)
    assert refusal(listened, BringInterpreter()) == "interpreter-there"
    assert see(a_day()).offer("bring_interpreter") is None


def test_an_interpreter_who_was_booked_comes_along() -> None:
    arrivals = needing("interpreter")
    day = after(a_day(arrivals=arrivals, conduct=COMES), Invite(CASE, 540, ("interpreter",)))
    sits = after(day, Wait(90), ReceiveVisitor(CASE))
    assert not sits.cases[CASE].needs
    assert asked(sits) == ("sure", 18_200_00)


def test_what_is_revealed_carries_who_stood_there() -> None:
    day = after(protected_day(), LookUp(CASE, "overblik", "citizen"))
    one = day.cases[CASE].covered[0]
    show = Reveal(CASE, one.path, one.source, one.subject)
    assert of_kind(decide(day, show), "protected.revealed")[0].present == ()  # type: ignore[attr-defined]
    stood = changed(day, visitors=a_visited_day().visitors)
    assert of_kind(decide(stood, show), "protected.revealed")[0].present == (AMINA,)  # type: ignore[attr-defined]
    assert present(after(a_visited_day(), ReceiveVisitor(CASE))) == (AMINA,)


def test_a_day_with_visitors_is_folded_to_the_same_day() -> None:
    arrivals = (Arrival(CASE, SUBSIDY.id, AMINA, 480, "counter", needs=("interpreter",)),)
    town = a_town()
    log = opened(an_opening(arrivals=arrivals, conduct=COMES), town)
    day = fold(log, town)
    for command in (AcceptPrebrief(), Wait(5), ReceiveVisitor(CASE), Invite(CASE, 600), HangUp()):
        run = unfold(day, command)
        day, log = run.day, (*log, *run.events)
    assert fold(log, town) == day
    assert day.agenda
