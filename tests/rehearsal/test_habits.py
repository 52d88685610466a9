"""Habits play whole days: they never go in circles, and see nothing but the desk."""

from typing import TypeGuard

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from simulator.casework.actions.day import Wait
from simulator.casework.actions.deciding import DecisionMade
from simulator.casework.actions.hearing import Hear, HearingSent, ReplyArrived
from simulator.casework.actions.inbox import CaseClosed, CloseCase
from simulator.casework.actions.reopening import CaseReopened, CitizenToldOfFault, OthersListed
from simulator.casework.actions.telephone import CitizenAsked
from simulator.casework.actions.writing import NoteAdded
from simulator.casework.case_types import FUNCTIONS, CaseType
from simulator.casework.day import Day
from simulator.casework.events import Event
from simulator.casework.families import fold, unfold
from simulator.casework.habits import HABITS, Habit, careful, thorough, trusting
from simulator.casework.seeing import see
from simulator.rehearsal.playing import Rehearsal, play, play_script
from tests.casework.answered import OVERVIEW, RECKON, SETTLE, SKIP, WHOLE, repaired, three_cases
from tests.casework.busy import HASTY, a_busy_opening, a_busy_town
from tests.casework.small import (
    AMINA,
    BODIL,
    CASE,
    INCOME,
    SUBSIDY,
    WEIGHED,
    a_day,
    a_town,
    after,
    an_opening,
    citizen,
)

TOWN = a_busy_town()
levels = st.fixed_dictionaries({function: st.integers(0, 4) for function in FUNCTIONS})
kinds = st.sampled_from([(SUBSIDY, WEIGHED), (HASTY, WEIGHED), (WEIGHED,)])
habits = st.sampled_from(sorted(HABITS.values(), key=lambda habit: habit.__name__))


@given(levels, kinds, habits, st.integers(0, 99))
@settings(max_examples=25, deadline=None)
def test_a_habit_reaches_the_evening_whatever_the_levels(
    chosen: dict[str, int], cases: tuple[CaseType, ...], habit: Habit, seed: int
) -> None:
    played = play(a_busy_opening(chosen, cases, seed), TOWN, habit, longest=400)
    assert played.day.ended
    assert fold(played.events, TOWN) == played.day


@given(levels, st.integers(0, 99))
@settings(max_examples=8, deadline=None)
def test_the_commands_of_a_habit_played_again_give_the_same_day(
    chosen: dict[str, int], seed: int
) -> None:
    opening = a_busy_opening(chosen, seed=seed)
    first = play(opening, TOWN, thorough, longest=400)
    assert play_script(opening, TOWN, first.commands) == first


def gone_on(day: Day, habit: Habit) -> list[Event]:
    """What happens when a habit takes a day over and plays it to its end."""
    events: list[Event] = []
    for _ in range(200):
        if day.ended:
            return events
        run = unfold(day, habit(see(day)))
        day = run.day
        events.extend(run.events)
    raise AssertionError("the day did not end")


owning = pytest.mark.parametrize("habit", [careful, thorough])


def late_reply(*, since: int, levels: dict[str, int] | None = None) -> Day:
    """A day on which a party's answer came once they had been answered on what the copy shows."""
    sure = a_town(citizen(AMINA, knows={INCOME: "sure"}), since=since)
    day = after(a_day(levels=levels, town=sure), OVERVIEW, SETTLE, Hear(CASE, (INCOME,)), SKIP)
    return after(day, RECKON, WHOLE, Wait(60), CloseCase(CASE))


@owning
def test_an_answered_case_that_is_then_spoken_against_is_heard_and_decided_anew(
    habit: Habit,
) -> None:
    events = gone_on(late_reply(since=18_200), habit)
    kinds = [event.kind for event in events if event.case == CASE]
    order = ["case.reopened", "hearing.sent", "reply.arrived", "decision.made", "letter.sent"]
    assert [kind for kind in kinds if kind in order] == order
    (reopened,) = [event for event in events if isinstance(event, CaseReopened)]
    (anew,) = [event for event in events if isinstance(event, DecisionMade)]
    assert (reopened.ground, reopened.before.outcome) == ("new-facts", "none")
    assert anew.answer.outcome == "full"
    assert "command.refused" not in {event.kind for event in events}


@owning
def test_one_that_is_borne_out_is_not_taken_up_again(habit: Habit) -> None:
    day = late_reply(since=24_310)
    assert CaseReopened not in {type(event) for event in gone_on(day, habit)}


@owning
def test_nor_is_one_where_there_is_no_time_for_it(habit: Habit) -> None:
    day = after(late_reply(since=18_200), Wait(60))
    assert CaseReopened not in {type(event) for event in gone_on(day, habit)}


@owning
def test_whose_case_rested_on_a_copy_that_it_set_going_again_is_found_and_told(
    habit: Habit,
) -> None:
    events = gone_on(repaired(three_cases()), habit)
    (listed,) = [event for event in events if isinstance(event, OthersListed)]
    told = [event for event in events if isinstance(event, CitizenToldOfFault)]
    assert [event.case for event in told] == [*listed.cases]
    assert {event.fault for event in told} == {listed.fault}
    assert len(listed.cases) == 2


def closed(played: Rehearsal) -> int:
    return sum(isinstance(event, CaseClosed) for event in played.events)


def test_both_habits_finish_what_can_be_finished() -> None:
    opening = a_busy_opening({"find": 1})
    for habit in (thorough, trusting):
        assert closed(play(opening, TOWN, habit)) == 5


def test_the_thorough_look_and_ask_where_the_trusting_take_what_the_screen_gives() -> None:
    opening = a_busy_opening({"find": 1, "calculate": 3})
    kinds = {
        habit: [event.kind for event in play(opening, TOWN, habit).events]
        for habit in (thorough, trusting)
    }
    assert "record.opened" in kinds[thorough]
    assert "citizen.asked" in kinds[thorough]
    looked = {habit: found.count("record.opened") for habit, found in kinds.items()}
    assert looked[trusting] < looked[thorough]
    assert "citizen.asked" not in kinds[trusting]


def test_the_thorough_hear_about_what_was_shown_and_not_said_and_wait_for_the_answer() -> None:
    played = play(a_busy_opening({"find": 1, "calculate": 3}), TOWN, thorough)
    sent = [event for event in played.events if isinstance(event, HearingSent)]
    assert sent
    for one in sent:
        said = {e.path for e in played.events[: one.seq] if _asked_of(e, one.case)}
        assert one.facts
        assert not said & set(one.facts)
    answered = {e.case: e.seq for e in played.events if isinstance(e, ReplyArrived)}
    decided = {e.case: e.seq for e in played.events if isinstance(e, DecisionMade)}
    assert answered
    assert all(decided[case] > seq for case, seq in answered.items())


def _asked_of(event: Event, case: str | None) -> TypeGuard[CitizenAsked]:
    return isinstance(event, CitizenAsked) and event.case == case and event.field.state == "shown"


def test_one_who_cannot_read_the_hearing_is_answered_before_the_day_is_over() -> None:
    opening = an_opening(SUBSIDY, {"find": 1}, stopped=False, party=BODIL)
    played = play(opening, a_town(), thorough)
    (bodil,) = played.day.cases.values()
    assert bodil.hearing
    assert not bodil.hearing.answered
    assert bodil.away == "closed"


def test_the_note_of_the_thorough_is_a_sentence() -> None:
    notes = [
        e
        for e in play(a_busy_opening({"find": 1}), TOWN, thorough).events
        if isinstance(e, NoteAdded)
    ]
    assert notes
    assert all(note.length > 5 for note in notes)
