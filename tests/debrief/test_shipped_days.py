"""The days that come with the program, as a habit plays them: every figure counted again."""

from functools import cache

import pytest

from simulator.casework.habits import Habit, thorough, trusting
from simulator.core.texts import LANGUAGES, Language
from simulator.debrief.debrief import Debrief, debrief
from simulator.debrief.workbench import Change, changed_landscape, look_again
from simulator.rehearsal.playing import at_level, play
from simulator.scenario.loading import Loaded
from simulator.scenario.places import days
from simulator.scenario.words import teller
from tests.debrief.test_debrief import RECOUNTS
from tests.debrief.test_read_out import MOST_ROWS
from tests.shipped import shipped

every_day = pytest.mark.parametrize("name", days())
both_habits = pytest.mark.parametrize("habit", [thorough, trusting])


@cache
def loaded(name: str) -> Loaded:
    return shipped(name)


@cache
def played(name: str, habit: Habit) -> Debrief:
    day = loaded(name)
    return debrief(day.town, play(day.opening, day.town, habit).events)


@every_day
@both_habits
def test_no_rule_fails_and_every_figure_is_that_of_the_cited_events(
    name: str, habit: Habit
) -> None:
    told = played(name, habit)
    assert not told.broken
    by_number = {event.seq: event for event in told.evidence.log}
    for one in told.statements:
        cited = [by_number[number] for number in one.events]
        assert RECOUNTS[one.indicator](cited, one, told.day.opening), one


@every_day
@both_habits
def test_there_is_something_to_say_of_every_value(name: str, habit: Habit) -> None:
    told = played(name, habit)
    values = {told.texts[one.indicator].value for one in told.chosen}
    assert len(values) == 6
    assert len(told.by_id) == len(told.statements)


@every_day
@both_habits
@pytest.mark.parametrize("language", LANGUAGES)
def test_everything_is_said_in_words(name: str, habit: Habit, language: Language) -> None:
    told, say = played(name, habit), teller(language)
    phrases = [told.sentence(one) for one in told.statements]
    phrases += [one.about for one in told.statements]
    phrases += [one.what for one in told.cited]
    phrases += [*told.declared, told.data_map.caption, told.time_account.caption]
    phrases += [one.said for one in told.work]
    assert told.statements
    assert told.cited
    assert told.work
    for one in phrases:
        said = say(one)
        assert not said.startswith(("debrief.", "told.")), said
        assert "{" not in said, said
        assert ": debrief." not in said, said


@every_day
@both_habits
def test_an_unchanged_landscape_would_have_shown_what_it_showed(name: str, habit: Habit) -> None:
    told = played(name, habit)
    looks = look_again(told.evidence, told.day.world.landscape)
    assert any(look.fields for look in looks)
    for one in looks:
        assert [field.would for field in one.fields] == [field.showed for field in one.fields]


@every_day
@both_habits
@pytest.mark.parametrize("level", range(5))
def test_at_every_level_the_statements_beside_the_cards_are_few(
    name: str, habit: Habit, level: int
) -> None:
    day = loaded(name)
    told = debrief(day.town, play(at_level(day.opening, level), day.town, habit).events)
    assert len(told.statements) - len(told.chosen) <= MOST_ROWS


@every_day
def test_some_arrow_made_whole_would_have_shown_something_else(name: str) -> None:
    told = played(name, trusting)
    base = told.day.world.landscape
    whole = [Change(one.id, "repair") for one in base.integrations]
    found = look_again(told.evidence, changed_landscape(base, whole))
    assert any(field.other for one in found for field in one.fields)
