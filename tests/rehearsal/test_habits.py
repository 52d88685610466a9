"""Habits play whole days: they never go in circles, and see nothing but the desk."""

from hypothesis import given, settings
from hypothesis import strategies as st

from simulator.casework.case_types import FUNCTIONS, CaseType
from simulator.casework.decider import fold
from simulator.casework.events.case import CaseClosed
from simulator.casework.habits import HABITS, Habit, thorough, trusting
from simulator.rehearsal.playing import Rehearsal, play, play_script
from tests.casework.busy import HASTY, a_busy_opening, a_busy_town
from tests.casework.small import SUBSIDY, WEIGHED

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
