"""What a debrief costs: a played morning's, beside folding that morning's log.

Folding is the reference because a debrief cannot do with less: it reads the day as it ended, and
again as it was at each event it tells. Run without ``-n``, and the figures are printed.
"""

import time
from collections.abc import Callable

import pytest
from pytest_benchmark.fixture import BenchmarkFixture

from simulator.casework.decider import fold
from simulator.casework.habits import thorough
from simulator.debrief import debrief
from simulator.export.document import document
from simulator.export.pen import Imprint
from simulator.export.rendering import html
from simulator.rehearsal.playing import Rehearsal, play
from simulator.scenario.loading import load
from simulator.scenario.places import days
from simulator.scenario.words import teller

MOST_FOLDS = 8
"""A debrief may cost as much as folding its log this many times."""
MOST_PAGES = 150
"""... and the page that is made of it, this many."""


@pytest.fixture(scope="module")
def morning() -> Rehearsal:
    loaded = load(days()["opvarmning"])
    return play(loaded.opening, loaded.town, thorough)


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


def test_the_debrief_of_a_morning_costs_a_few_folds_of_its_log(
    benchmark: BenchmarkFixture, morning: Rehearsal
) -> None:
    day = morning.day

    def whole() -> object:
        return debrief(day.opening, day.world.town, morning.events)

    benchmark(whole)
    benchmark.extra_info["folds of the log"] = round(folds(morning, whole), 1)
    assert benchmark.extra_info["folds of the log"] <= MOST_FOLDS


def test_its_page_is_made_while_one_blinks(benchmark: BenchmarkFixture, morning: Rehearsal) -> None:
    day = morning.day
    told = debrief(day.opening, day.world.town, morning.events)
    say, by = teller("da"), Imprint("7F3K", "0")

    def page() -> str:
        return html(document(told, say, by))

    assert benchmark(page).startswith("<!doctype html>")
    benchmark.extra_info["folds of the log"] = round(folds(morning, page), 1)
    assert benchmark.extra_info["folds of the log"] <= MOST_PAGES
