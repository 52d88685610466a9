"""Every integration of a shipped day is part of it: made whole, or stopped, something is another.

What somebody meets is the log of a habit, and what the pages show of the people of the day.
"""

import os
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest

from simulator.casework.events import Event
from simulator.casework.habits import HABITS
from simulator.core.clock import moment
from simulator.landscape.integrations import Integration, Stop
from simulator.landscape.systems import Landscape
from simulator.rehearsal.playing import play
from tests.rehearsal.pages import shown
from tests.rehearsal.ways import MONDAY, THURSDAY, loaded, set_for, worked

GOLDEN = Path(__file__).parent / "golden"
SOME_WEEKS = 21
QUIET = {
    "cpr->eindkomst": "whom people share a home with, who they are: none of the cast found anybody",
    "cpr->nemkonto": "name and number, which nobody of the day got lately",
    "cpr->pension": "the number alone, which nobody of the day got lately",
}
"""Integrations that carry what did not change in the weeks before: had they stopped, who knows?"""
both_days = pytest.mark.parametrize("day", [MONDAY, THURSDAY])


@cache
def pages(day: str) -> str:
    return shown(loaded(day))


def changed(landscape: Landscape, old: Integration, new: Integration) -> Landscape:
    others = tuple(new if one == old else one for one in landscape.integrations)
    return replace(landscape, integrations=others)


def met(day: str, landscape: Landscape) -> Iterator[str]:
    """Say where another landscape is met: on the pages, or by a habit at its own levels."""
    if shown(loaded(day), landscape) != pages(day):
        yield "pages"
        return
    for habit in HABITS:
        opening = replace(set_for(loaded(day).opening, habit), landscape=landscape)
        if log(play(opening, loaded(day).town, HABITS[habit]).events) != log(
            worked(day, habit).events
        ):
            yield habit


def log(events: tuple[Event, ...]) -> tuple[Event, ...]:
    """The events without the opening, which holds the landscape itself."""
    return events[1:]


@both_days
def test_the_pages_of_the_cast_are_what_they_were(day: str) -> None:
    file = GOLDEN / f"{day}.pages.txt"
    if os.environ.get("UPDATE_GOLDEN"):
        file.write_text(pages(day), "utf-8")
    assert pages(day) == file.read_text("utf-8")


@both_days
def test_whatever_is_stopped_or_lossy_made_whole_changes_what_is_met(day: str) -> None:
    landscape = loaded(day).opening.landscape
    unhealthy = [one for one in landscape.integrations if one != one.healthy()]
    assert unhealthy
    for integration in unhealthy:
        whole = changed(landscape, integration, integration.healthy())
        assert any(met(day, whole)), integration.id


@both_days
def test_whatever_runs_would_be_missed_had_it_stopped_three_weeks_ago(day: str) -> None:
    opening = loaded(day).opening
    stop = Stop(moment(opening.date - SOME_WEEKS))
    unmissed = {
        one.id
        for one in opening.landscape.integrations
        if not one.stops
        and not any(met(day, changed(opening.landscape, one, replace(one, stops=(stop,)))))
    }
    assert unmissed == {one.id for one in opening.landscape.integrations} & set(QUIET)


@both_days
def test_what_is_stopped_is_met_in_the_days_themselves(day: str) -> None:
    landscape = loaded(day).opening.landscape
    stopped = [one for one in landscape.integrations if one.stops]
    assert stopped
    for integration in stopped:
        whole = changed(landscape, integration, integration.healthy())
        opening = replace(set_for(loaded(day).opening, "trusting"), landscape=whole)
        played = play(opening, loaded(day).town, HABITS["trusting"])
        assert log(played.events) != log(worked(day, "trusting").events), integration.id
