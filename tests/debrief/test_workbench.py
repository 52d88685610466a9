"""The workbench: the same looks in another landscape, beside what was shown and what was true."""

from dataclasses import replace

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from simulator.casework.habits import thorough, trusting
from simulator.casework.opening import Opening
from simulator.core.clock import day_number
from simulator.debrief.debrief import Debrief, debrief
from simulator.debrief.workbench import (
    TURNS,
    Again,
    Change,
    Changes,
    arrow_phrase,
    changed_landscape,
    look_again,
    turn_of,
    turned,
)
from simulator.landscape.integrations import Stop
from simulator.rehearsal.playing import play
from tests.casework.small import AMINA, DAY, INCOME, a_town, an_opening
from tests.casework.test_replay import TOWN, played
from tests.debrief.logs import NEW, OLD, ended

ARROW = "eindkomst->overblik"


def a_debrief(opening: Opening | None = None) -> Debrief:
    opening = opening or an_opening(levels={"find": 1, "calculate": 3})
    town = a_town()
    return debrief(town, play(opening, town, trusting).events)


def again(told: Debrief, *changes: Change) -> tuple[Again, ...]:
    return look_again(told.evidence, changed_landscape(told.day.world.landscape, changes))


def incomes(told: Debrief, *changes: Change) -> set[tuple[object, object, object]]:
    return {
        (field.showed, field.would, field.truth)
        for one in again(told, *changes)
        for field in one.fields
        if (field.path, field.source, field.subject) == (INCOME, "overblik", AMINA)
    }


def test_a_repaired_arrow_would_have_shown_what_was_true() -> None:
    assert incomes(a_debrief(), Change(ARROW, "repair")) == {(OLD, NEW, NEW)}


def test_a_suggestion_would_have_been_another() -> None:
    told = a_debrief()
    (one,) = [x for x in again(told, Change(ARROW, "repair")) if x.kind == "suggestion"]
    assert one.answered is not None
    assert one.would_answer is not None
    assert (one.answered.outcome, one.would_answer.outcome) == ("none", "full")
    assert one.other


def test_an_arrow_stopped_earlier_would_have_shown_nothing() -> None:
    told = a_debrief()
    stopped = Change(ARROW, "stop", since=day_number("2025-12-15"))
    assert incomes(told, stopped) == {(OLD, None, NEW)}


def test_an_arrow_that_had_gone_on_until_the_day_is_stopped_from_then() -> None:
    told = a_debrief(an_opening(levels={"find": 1, "calculate": 3}, stopped=False))
    assert incomes(told, Change(ARROW, "stop", since=DAY)) == {(NEW, NEW, NEW)}
    january = Change(ARROW, "stop", since=day_number("2026-01-12"))
    assert incomes(told, january) == {(NEW, OLD, NEW)}


def test_another_rhythm_brings_what_had_come_by_its_last_run() -> None:
    told = a_debrief(an_opening(levels={"find": 1, "calculate": 3}, stopped=False))
    assert incomes(told, Change(ARROW, "every", every=60)) == {(NEW, NEW, NEW)}
    yearly = Change(ARROW, "every", every=60 * 24 * 365)
    assert incomes(told, yearly) != {(NEW, NEW, NEW)}


def test_an_arrow_has_one_change_at_a_time_and_is_set_back() -> None:
    told = a_debrief()
    (arrow,) = told.day.opening.landscape.integrations
    changes: Changes = {}
    for turn in TURNS:
        changes = turned(changes, arrow, turn, DAY)
        assert [turn_of(one) for one in changes.values()] == [turn]
    assert incomes(told, *changes.values()) == incomes(told, Change(ARROW, "every", every=10080))
    assert turned(changes, arrow, "", DAY) == {}


def test_an_arrow_says_the_stop_that_the_day_lies_within() -> None:
    told = a_debrief()
    (arrow,) = told.day.opening.landscape.integrations
    over, now = Stop(0, told.day.at(0) - 1440), Stop(told.day.at(0) - 60)

    def since(*stops: Stop) -> object:
        said = arrow_phrase(told.day, replace(arrow, stops=stops), None)
        return said.text, said.arguments.get("since")

    assert since(over) == ("debrief.workbench.arrow", None)
    assert since(over, now) == ("debrief.workbench.arrow-stopped", DAY - 1)


def test_an_arrow_that_is_not_there_changes_nothing() -> None:
    told = a_debrief()
    assert not any(one.other for one in again(told, Change("a->b", "repair")))


def test_a_look_by_hand_is_looked_at_again_too() -> None:
    opening, town = an_opening(), a_town()
    told = debrief(town, play(opening, town, thorough).events)
    found = [one for one in again(told, Change(ARROW, "repair")) if one.kind == "look"]
    assert any(one.other for one in found)


@given(st.data())
@settings(max_examples=25, deadline=None)
def test_an_unchanged_landscape_shows_what_it_showed(data: st.DataObject) -> None:
    _, events = played(data.draw, data.draw(st.integers(1, 40)))
    told = debrief(TOWN, ended(events))
    looks = look_again(told.evidence, told.day.world.landscape)
    assume(any(look.fields for look in looks))
    for one in looks:
        assert [field.would for field in one.fields] == [field.showed for field in one.fields]


def test_looking_again_changes_neither_the_day_nor_its_landscape() -> None:
    told = a_debrief()
    before = told.day.world.landscape
    again(told, Change(ARROW, "repair"))
    assert told.day.world.landscape is before
    assert not any(one.other for one in again(told))
