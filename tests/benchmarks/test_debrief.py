"""What a debrief costs: a played day's, beside folding that day's log.

Folding is the reference because a debrief cannot do with less: it reads the day as it ended, and
again as it was at each event it tells. Run without ``-n``, and the figures are printed.
"""

import time
from collections.abc import Callable
from dataclasses import replace

import pytest
from pytest_benchmark.fixture import BenchmarkFixture

from simulator.casework.families import fold
from simulator.casework.habits import thorough
from simulator.casework.opening import Arrival
from simulator.debrief.debrief import Debrief, debrief
from simulator.debrief.imprint import Imprint
from simulator.debrief.workbench import Change, changed_landscape, look_again
from simulator.export.document import document
from simulator.export.rendering import html
from simulator.rehearsal.playing import Rehearsal, play
from simulator.scenario.loading import load
from simulator.scenario.places import days
from simulator.scenario.words import teller
from tests.benchmarks.measuring import show

EVENTS = 400
"""Of a session whose debrief is to be there at once."""
MOST_FOLDS = 8
"""A debrief may cost as much as folding its log this many times."""
MOST_PAGES = 150
"""... and the page that is made of it, this many."""
MOST_TO_LOOK_AGAIN = 4
"""... and looking again in another landscape, this many: it is done at every turn of an arrow."""


@pytest.fixture(scope="module")
def morning() -> Rehearsal:
    loaded = load(days()["opvarmning"])
    return play(loaded.opening, loaded.town, thorough)


@pytest.fixture(scope="module")
def long_day() -> Rehearsal:
    """A day of at least ``EVENTS`` events: the warm-up until the evening, with many more cases."""
    loaded = load(days()["opvarmning"])
    homes = [home.adults[0] for home in loaded.town.households.values() if home.adults]
    (kind,) = {one.type for one in loaded.opening.arrivals}
    arrivals = tuple(
        Arrival(f"S-{101 + n}", kind, who, loaded.opening.opens + 5 * n, "self-service")
        for n, who in enumerate(homes[:32])
    )
    opening = replace(loaded.opening, arrivals=arrivals, closes=22 * 60)
    found = play(opening, loaded.town, thorough)
    assert len(found.events) >= EVENTS
    return found


def told(played: Rehearsal) -> Debrief:
    return debrief(played.day.world.town, played.events)


def cpu(function: Callable[[], object], rounds: int = 15) -> float:
    """The least CPU time of some rounds, in seconds."""
    spent = []
    for _ in range(rounds):
        before = time.process_time()
        function()
        spent.append(time.process_time() - before)
    return min(spent)


def folds(morning: Rehearsal, function: Callable[[], object]) -> float:
    """How many times the log could have been folded instead."""
    town = morning.day.world.town
    return cpu(function) / cpu(lambda: fold(morning.events, town))


def test_the_debrief_of_a_long_day_costs_a_few_folds_of_its_log(
    benchmark: BenchmarkFixture, long_day: Rehearsal, capsys: pytest.CaptureFixture[str]
) -> None:
    benchmark(lambda: told(long_day))
    ratio = round(folds(long_day, lambda: told(long_day)), 1)
    benchmark.extra_info["folds of the log"] = ratio
    spent = cpu(lambda: told(long_day), rounds=5)
    figure = f"the debrief of {len(long_day.events)} events in {spent * 1e3:.1f} ms"
    show(capsys, figure, f"{ratio} folds of its log")
    assert ratio <= MOST_FOLDS


def test_looking_again_at_the_workbench_costs_no_more_than_a_few_folds(
    benchmark: BenchmarkFixture, long_day: Rehearsal
) -> None:
    held = told(long_day)
    base = held.day.world.landscape
    landscape = changed_landscape(base, [Change(one.id, "repair") for one in base.integrations])
    assert benchmark(lambda: look_again(held.evidence, landscape))
    ratio = round(folds(long_day, lambda: look_again(held.evidence, landscape)), 1)
    benchmark.extra_info["folds of the log"] = ratio
    assert ratio <= MOST_TO_LOOK_AGAIN


def test_its_page_is_made_while_one_blinks(benchmark: BenchmarkFixture, morning: Rehearsal) -> None:
    held = told(morning)
    say, by = teller("da"), Imprint("7F3K", "0")

    def page() -> str:
        return html(document(held, say, by))

    assert benchmark(page).startswith("<!doctype html>")
    benchmark.extra_info["folds of the log"] = round(folds(morning, page), 1)
    assert benchmark.extra_info["folds of the log"] <= MOST_PAGES
