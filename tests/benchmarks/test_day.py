"""How long a habit needs for a whole day of 36 matters, without the store.

The wish was 40 ms of processor time where SimPy's bare kernel let one thing happen in 3.45 µs, and
at least 150 times an oTree bot for every question that is answered. An oTree bot answers one
question a page in 14 ms; ``otree_comparison.py`` measures that anew where oTree is installed. A
question answered here is a command that was chosen, and every blank of it that was filled in.
"""

import time
from collections.abc import Mapping
from functools import cache
from pathlib import Path

import pytest
from pytest_benchmark.fixture import BenchmarkFixture

from simulator.casework.commands import Command
from simulator.casework.habits import Habit, supervising, thorough, trusting
from simulator.rehearsal.playing import Rehearsal, play
from simulator.scenario.loading import Loaded, load
from simulator.scenario.places import days
from tests.benchmarks.measuring import measured, show, simpy_event
from tests.benchmarks.otree_comparison import PAGE

pytestmark = pytest.mark.benchmark(timer=time.process_time)

MATTERS = 36
DAY = 40e-3 / 3.45e-6
"""SimPy's events that fit into the time wished for."""
BUSY = Path(__file__).parent / "busy.yaml"

Capture = pytest.CaptureFixture[str]


@cache
def full_day() -> Loaded:
    """A shipped day of as many matters, or one drawn for measuring."""
    shipped = (load(path) for path in days().values())
    return next((one for one in shipped if len(one.opening.arrivals) >= MATTERS), load(BUSY))


def answered(command: Command) -> int:
    """How many questions a command answers: which it is, and each blank that was filled in."""
    return 1 + sum(_filled(value) for value in vars(command).values())


def _filled(value: object) -> int:
    if isinstance(value, Mapping | tuple | list):
        return len(value)
    return int(value not in (None, "", False))


@pytest.mark.parametrize("habit", [trusting, supervising, thorough])
def test_a_habit_plays_a_whole_day(
    habit: Habit, benchmark: BenchmarkFixture, capsys: Capture
) -> None:
    loaded = full_day()
    assert len(loaded.opening.arrivals) >= MATTERS
    again: list[Rehearsal] = []
    taken = measured(benchmark, lambda: again.append(play(loaded.opening, loaded.town, habit)))
    day = again[-1]
    assert day.day.ended
    if taken is None:
        return
    simpys, questions = simpy_event(), sum(map(answered, day.commands))
    show(
        capsys,
        f"{len(loaded.opening.arrivals)} matters, {habit.__name__}: {taken * 1e3:.0f} ms,"
        f" {len(day.commands)} commands, {len(day.events)} events",
        f"{DAY * simpys * 1e3:.0f} ms by SimPy's bare kernel",
    )
    each = taken / questions
    show(
        capsys,
        f"a question answered in {each * 1e6:.0f} µs, {PAGE / each:.0f} times an oTree bot",
        f"{PAGE * 1e3:.0f} ms a page of oTree's",
    )
    assert taken / simpys <= DAY
