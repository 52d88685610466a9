"""How fast the heart is: as ratios to what stands still, never as seconds.

Run with ``pytest tests/benchmarks -n0`` to see the figures. What a habit sees of the desk between
two commands is not counted. Each ratio is what the figure wanted
was to its reference on the machine where both were set: 15,000 events a second to SimPy's 290,000,
1,000 events folded in 15 ms to SimPy's 3.45, one ``observe`` in 10 µs to one SimPy event in 3.45,
one draw in 1.5 µs to one keyed hash in 0.9.
"""

import time
from collections.abc import Callable
from dataclasses import replace
from functools import cache
from hashlib import blake2b
from itertools import product

import pytest
from pytest_benchmark.fixture import BenchmarkFixture

from simulator.casework.events import Event
from simulator.casework.families import fold
from simulator.casework.habits import Habit, supervising, thorough, trusting
from simulator.casework.opening import Arrival, Opening
from simulator.core.clock import moment
from simulator.core.draws import draw
from simulator.core.values import changed
from simulator.landscape.observe import World, observe
from simulator.rehearsal.playing import Rehearsal, play, play_script
from simulator.scenario.loading import Loaded, load
from simulator.scenario.places import days
from simulator.store.codec import decode, encode
from tests.benchmarks.measuring import best, measured, show, simpy_event

pytestmark = pytest.mark.benchmark(timer=time.process_time)

EVENTS_A_SECOND = 15 / 290
FOLD = 15 / 3.45
OBSERVE = 10 / 3.45
DRAW = 1.5 / 0.9

Capture = pytest.CaptureFixture[str]


@cache
def monday() -> Loaded:
    return load(days()["mandag-i-ydelseskontoret"])


@cache
def played(habit: Habit) -> Rehearsal:
    return play(monday().opening, monday().town, habit)


@pytest.mark.parametrize("habit", [thorough, trusting])
def test_a_day_is_decided_evolved_and_observed(
    habit: Habit, benchmark: BenchmarkFixture, capsys: Capture
) -> None:
    opening, town, day = monday().opening, monday().town, played(habit)
    again: list[Rehearsal] = []
    taken = measured(benchmark, lambda: again.append(play_script(opening, town, day.commands)))
    assert again[-1].events == day.events
    assert len(day.events) > 300
    if taken is not None:
        speed, simpys = len(day.events) / taken, 1 / simpy_event()
        figure = f"{speed:,.0f} events a second, {habit.__name__}, {len(opening.arrivals)} cases"
        show(capsys, figure, f"SimPy's bare kernel {simpys:,.0f}")
        assert speed / simpys >= EVENTS_A_SECOND


def test_a_log_is_folded(benchmark: BenchmarkFixture, capsys: Capture) -> None:
    log = decoded(800)
    town = monday().town
    taken = measured(benchmark, lambda: fold(log, town))
    assert fold(log, town).seq == len(log)
    if taken is not None:
        simpys = simpy_event() * len(log)
        figure = f"{len(log):,} events folded in {taken * 1e3:.1f} ms"
        show(capsys, figure, f"SimPy's bare kernel {simpys * 1e3:.1f} ms")
        assert taken / simpys <= FOLD


def decoded(count: int) -> tuple[Event, ...]:
    """The first events of a long log, as they come from the store."""
    opening = replace(monday().opening, arrivals=tuple(_many(monday().opening)))
    events = play(opening, monday().town, supervising).events[:count]
    assert len(events) == count
    return tuple(decode(event.kind, encode(event)) for event in events)


def _many(opening: Opening) -> list[Arrival]:
    return [changed(one, case=f"{one.case}-{n}") for one, n in product(opening.arrivals, "abc")]


def test_a_value_is_observed_with_its_route(benchmark: BenchmarkFixture, capsys: Capture) -> None:
    """Every fact of every page of every system, of a hundred people, through the day; cold."""
    opening, town = monday().opening, monday().town
    pages = [page for one in opening.landscape.systems.values() for page in one.pages]
    fields = {
        (one.id, field.fact)
        for one in opening.landscape.systems.values()
        for page in one.pages
        for field in page.fields
    }
    asked = list(product(sorted(fields), list(town.citizens)[:100]))
    start = moment(opening.date, opening.opens)

    def observe_all() -> None:
        world = World(town, opening.landscape)
        for n, ((system, fact), who) in enumerate(asked):
            observe(world, system, fact, who, start + n % 240, opening.role)

    taken = measured(benchmark, observe_all)
    assert len(asked) > 100 * len(pages)
    if taken is not None:
        each, simpys = taken / len(asked), simpy_event()
        show(capsys, f"one observe {each * 1e6:.2f} µs", f"one SimPy event {simpys * 1e6:.2f} µs")
        assert each / simpys <= OBSERVE


def test_a_draw_is_a_hash_and_little_more(benchmark: BenchmarkFixture, capsys: Capture) -> None:
    people = [f"citizen-{n}" for n in range(10_000)]
    taken = measured(benchmark, lambda: [draw(42, "ring.waiting", one, "S-101") for one in people])
    if taken is not None:
        each, hashed = taken / len(people), _each(_hash, people)
        show(capsys, f"one draw {each * 1e6:.2f} µs", f"one keyed hash {hashed * 1e6:.2f} µs")
        assert each / hashed <= DRAW


def _hash(who: str) -> int:
    text = f"ring.waiting\x1f{who}\x1fS-101".encode()
    return int.from_bytes(blake2b(text, digest_size=8, key=b"42").digest(), "big")


def _each(work: Callable[[str], int], people: list[str]) -> float:
    return best(lambda: [work(one) for one in people]) / len(people)
