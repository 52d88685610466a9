"""Every integration of a shipped day is part of it: made whole, or stopped, something is another.

What somebody meets is the log of a habit, and what the pages show of the people of the day.
"""

import os
from functools import cache, partial
from pathlib import Path

import pytest

from simulator.rehearsal.answers import arrows
from simulator.rehearsal.sweep import Asked
from simulator.rehearsal.sweeping import sweep
from simulator.rehearsal.varying import Made, made_otherwise, variations
from simulator.rehearsal.ways import way_of
from tests.rehearsal.pages import shown
from tests.rehearsal.ways import MONDAY, THURSDAY, drawn, loaded

GOLDEN = Path(__file__).parent / "golden"
both_days = pytest.mark.parametrize("day", [MONDAY, THURSDAY])


@cache
def pages(day: str) -> str:
    return shown(loaded(day))


@cache
def unmet(day: str) -> frozenset[tuple[str, Made]]:
    """What can be made of an integration that is met neither on the pages nor in any way."""
    opening = loaded(day).opening
    on_no_page = [
        (copying.id, made)
        for copying in opening.landscape.integrations
        for made in variations(opening, copying.id)
        if shown(loaded(day), made_otherwise(opening, copying.id, made).landscape) == pages(day)
    ]
    asked = Asked(arrows=tuple(dict(on_no_page)), until="differs")
    met = {(a.id, a.made) for a in arrows(sweep(partial(drawn, day), asked)) if a.differs}
    return frozenset(on_no_page) - met


@both_days
def test_the_pages_of_the_cast_are_what_they_were(day: str) -> None:
    file = GOLDEN / f"{day}.pages.txt"
    if os.environ.get("UPDATE_GOLDEN"):
        file.write_text(pages(day), "utf-8")
    assert pages(day) == file.read_text("utf-8")


@both_days
def test_whatever_is_stopped_or_lossy_made_whole_changes_what_is_met(day: str) -> None:
    integrations = loaded(day).opening.landscape.integrations
    assert any(one != one.healthy() for one in integrations)
    assert [id_ for id_, made in unmet(day) if made == "whole"] == []


@both_days
def test_whatever_runs_would_be_missed_had_it_stopped_three_weeks_ago(day: str) -> None:
    assert [id_ for id_, made in unmet(day) if made == "stopped"] == []


@both_days
def test_what_is_stopped_is_met_in_the_days_themselves(day: str) -> None:
    landscape = loaded(day).opening.landscape
    stopped = tuple(one.id for one in landscape.integrations if one.stops)
    assert stopped
    asked = Asked(ways=(way_of("trusting"),), arrows=stopped)
    assert [a.id for a in arrows(sweep(partial(drawn, day), asked)) if a.differs] == [*stopped]
