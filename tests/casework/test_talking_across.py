"""Asking in the house, messages to IT, promises with a minute, what waits to be said, and cases
that solve themselves: given a day, when something is done, then what follows."""

import pytest

from simulator.casework.actions.arriving import InjectArrived
from simulator.casework.actions.asking import AskColleague, rumour
from simulator.casework.actions.day import TakeBreak, Wait
from simulator.casework.actions.promising import Promise
from simulator.casework.actions.telephone import Call, HangUp
from simulator.casework.actions.tickets import WriteTicket
from simulator.casework.day import Day
from simulator.casework.events import Event
from simulator.casework.families import decide, evolve, unfold
from simulator.casework.opening import House, Inject
from simulator.casework.telling import tell
from simulator.core.texts import Text
from simulator.core.values import changed
from simulator.scenario.words import teller
from tests.casework.small import CASE, a_day, after, an_opening, of_kind, refusal


def answered(day: Day, whom: str, system: str = "") -> Event:
    (event,) = of_kind(decide(day, AskColleague(whom, system)), "colleague.answered")
    return event


def test_it_knows_late_that_a_run_has_stopped() -> None:
    known = answered(a_day(house=House(it_notices_after=20)), "it", "overblik")
    unknown = answered(a_day(house=House(it_notices_after=28)), "it", "overblik")
    assert (known.about, unknown.about) == ("stopped", "runs")  # type: ignore[attr-defined]


def test_the_leader_tells_the_deadline_of_the_case_in_hand_and_then_the_purpose() -> None:
    day = a_day()
    again = after(day, AskColleague("leader"))
    told = [answered(one, "leader").about for one in (day, again)]  # type: ignore[attr-defined]
    assert told == ["deadline", "purpose"]


def test_whoever_is_not_in_the_house_cannot_be_asked() -> None:
    assert refusal(a_day(), AskColleague("mayor")) == "ask-whom"


@pytest.mark.parametrize("true", [0, 100])
def test_a_true_rumour_names_an_integration_that_has_stopped(true: int) -> None:
    house = House(rumours_true=true, rumours_half=0)
    heard = rumour(a_day(house=house), 0)
    assert heard
    assert heard.integration == "eindkomst->overblik"


def test_half_a_rumour_blames_one_of_the_two() -> None:
    heard = rumour(a_day(house=House(rumours_half=100)), 0)
    assert heard
    assert (heard.integration, len(heard.names)) == ("", 1)


def test_there_is_cake_at_its_time() -> None:
    day = a_day(house=House(cake=(480, 500)))
    taken = [decide(one, TakeBreak())[0] for one in (day, after(day, Wait(60)))]
    assert [one.cake for one in taken] == [True, False]  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("ticket", "line"),
    [
        (WriteTicket("overblik", source="eindkomst"), "it.repaired"),
        (WriteTicket("eindkomst", source="overblik"), "it.not-reproduced"),
        (WriteTicket("overblik", "wish", consequence="law"), "it.legal"),
        (WriteTicket("overblik", "wish", own={"need": "Dato", "works": "Amina"}), "it.tested"),
        (WriteTicket("overblik", "wish"), "it.exists"),
        (WriteTicket("eindkomst", "wish"), "it.costs"),
    ],
)
def test_it_answers_by_what_a_message_names_and_says(ticket: WriteTicket, line: str) -> None:
    (told,) = of_kind(unfold(after(a_day(), ticket), Wait(70)).events, "ticket.answered")
    assert told.line == line  # type: ignore[attr-defined]


def test_a_promise_with_a_minute_is_kept_before_it_and_broken_at_it() -> None:
    promised = after(a_day(), Call(CASE), Promise("ring-back", 540), HangUp())
    (kept,) = of_kind(decide(promised, Call(CASE)), "promise.kept")
    (broken,) = of_kind(unfold(promised, Wait(70)).events, "promise.broken")
    assert kept.because == broken.because
    assert broken.minute == 540


def test_what_waits_for_something_to_hold_is_said_once() -> None:
    waiting = Inject("late", 0, "leader", "go", when="day.minute > 500")
    day = a_day(injects=(waiting,))
    first = unfold(day, Wait(30))
    assert len(of_kind(first.events, "inject.arrived")) == 1
    assert not of_kind(unfold(first.day, Wait(30)).events, "inject.arrived")
    assert not of_kind(decide(day, Wait(10)), "inject.arrived")


def test_a_teacher_can_say_something_into_the_day_in_words_of_their_own() -> None:
    day, words = a_day(), Text("Husk {pausen}.", "Remember {the break}.")
    said = InjectArrived(
        seq=day.seq, minute=day.minute, inject="live-1", sender="leader", line="", text=words
    )
    told = tell(evolve(day, said), said)
    assert told
    assert teller("da")(told) == "Lederen: «Husk {pausen}.»"
    assert teller("en")(told) == "The leader: “Remember {the break}.”"


def test_a_case_that_is_left_alone_solves_itself() -> None:
    (arrival,) = an_opening().arrivals
    settling = changed(arrival, settles_at=520, settles="says.amina")
    run = unfold(a_day(arrivals=(settling,)), Wait(60))
    (withdrawn,) = of_kind(run.events, "case.withdrawn")
    assert withdrawn.minute == 520
    assert run.day.cases[CASE].away == "withdrawn"
    assert not run.day.hand
