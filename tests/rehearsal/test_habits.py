"""Habits play whole days: they never go in circles, and see nothing but the desk."""

from typing import TypeGuard

from hypothesis import given, settings
from hypothesis import strategies as st

from simulator.casework.actions.deciding import DecisionMade
from simulator.casework.actions.hearing import HearingSent, ReplyArrived
from simulator.casework.actions.inbox import CaseClosed
from simulator.casework.actions.telephone import CitizenAsked
from simulator.casework.actions.writing import NoteAdded
from simulator.casework.case_types import FUNCTIONS, CaseType
from simulator.casework.events import Event
from simulator.casework.families import fold
from simulator.casework.habits import HABITS, Habit, thorough, trusting
from simulator.rehearsal.playing import Rehearsal, play, play_script
from tests.casework.busy import HASTY, a_busy_opening, a_busy_town
from tests.casework.small import BODIL, SUBSIDY, WEIGHED, a_town, an_opening

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
