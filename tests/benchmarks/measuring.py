"""Figures: measured in processor time, each printed beside a fixed reference of the same run."""

import time
from collections.abc import Callable, Iterator

import pytest
import simpy
from pytest_benchmark.fixture import BenchmarkFixture

ROUNDS = 7


def best(work: Callable[[], object], rounds: int = ROUNDS) -> float:
    """Return the fewest seconds of processor time ``work`` took."""
    return min(_timed(work) for _ in range(rounds))


def _timed(work: Callable[[], object]) -> float:
    begun = time.process_time()
    work()
    return time.process_time() - begun


def measured(benchmark: BenchmarkFixture, work: Callable[[], object]) -> float | None:
    """Return the fewest seconds ``work`` took; nothing where benchmarks are switched off.

    They are when tests run in parallel: ``work`` is then carried out once, as in any test.
    """
    benchmark.pedantic(work, rounds=ROUNDS, iterations=1)
    return float(benchmark.stats.stats.min) if benchmark.stats else None


def simpy_event() -> float:
    """Return the seconds SimPy's bare kernel takes to let one thing happen, with no state.

    One thing is a process of its own: it begins, waits its time and is over.
    """
    count = 3_000

    def run() -> None:
        day = simpy.Environment()

        def happens(minute: int) -> Iterator[simpy.Event]:
            yield day.timeout(minute)

        for n in range(count):
            day.process(happens(n * 7919 % 480))
        day.run()

    return best(run) / count


def show(capsys: pytest.CaptureFixture[str], figure: str, reference: str) -> None:
    """Print a figure beside its reference."""
    with capsys.disabled():
        print(f"\n  {figure}  (reference: {reference})", end="")
