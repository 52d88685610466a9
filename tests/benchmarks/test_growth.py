"""How time grows with the number of cases: four times as many may take no more than eight times.

Both sizes are measured in one run, so that neither the machine nor its load matters.
"""

import time
from collections.abc import Callable
from dataclasses import replace
from functools import cache
from itertools import cycle, islice

import pytest
from pytest_benchmark.fixture import BenchmarkFixture

from simulator.casework.families import fold
from simulator.casework.habits import thorough, trusting
from simulator.casework.opening import Arrival, Opening
from simulator.core.values import changed
from simulator.debrief.debrief import Debrief, debrief
from simulator.rehearsal.playing import Rehearsal, play
from simulator.scenario.loading import load
from tests.benchmarks.measuring import best, measured, show
from tests.benchmarks.test_day import BUSY

pytestmark = pytest.mark.benchmark(timer=time.process_time)

FEW, MANY = 500, 2_000
ROOM = 8

Capture = pytest.CaptureFixture[str]
loaded = cache(lambda: load(BUSY))


@cache
def with_cases(count: int) -> Opening:
    """The busy day with so many cases: its own again and again, each of another citizen."""
    opening, citizens = loaded().opening, sorted(loaded().town.citizens)
    hours = opening.closes - opening.opens
    arrivals = (
        _another(arrival, n, citizens[n], opening.opens + n * hours // count)
        for n, arrival in enumerate(islice(cycle(opening.arrivals), count))
    )
    return replace(opening, arrivals=tuple(arrivals))


def _another(arrival: Arrival, n: int, party: str, minute: int) -> Arrival:
    return changed(arrival, case=f"G-{n}", party=party, minute=minute)


@cache
def played(count: int) -> Rehearsal:
    return play(with_cases(count), loaded().town, thorough)


def grows(benchmark: BenchmarkFixture, capsys: Capture, work: Callable[[int], object]) -> None:
    """Hold the time that ``work`` takes for many cases against the time for few."""
    for count in (FEW, MANY):
        work(count)  # what is made once only is made now
    many = measured(benchmark, lambda: work(MANY))
    if many is None:
        return
    few = best(lambda: work(FEW))
    show(
        capsys, f"{MANY} cases: {many * 1e3:.0f} ms, {many / few:.1f} times", f"{FEW}: {ROOM} times"
    )
    assert many <= ROOM * few


def test_a_log_is_folded_in_time_that_grows_with_its_cases(
    benchmark: BenchmarkFixture, capsys: Capture
) -> None:
    for count in (FEW, MANY):
        assert len(played(count).day.cases) == count
    grows(benchmark, capsys, lambda count: fold(played(count).events, loaded().town))


def test_a_day_is_debriefed_in_time_that_grows_with_its_cases(
    benchmark: BenchmarkFixture, capsys: Capture
) -> None:
    def told(count: int) -> Debrief:
        return debrief(loaded().town, played(count).events)

    grows(benchmark, capsys, told)


def test_a_day_is_played_in_time_that_grows_with_its_cases(
    benchmark: BenchmarkFixture, capsys: Capture
) -> None:
    grows(benchmark, capsys, lambda count: play(with_cases(count), loaded().town, trusting))
