"""Playing a sweep, alone or shared out among processes.

What is shipped is small: which seed, which way, which integration. Whoever does what, and in which
order it is done, changes nothing.
"""

import gc
import multiprocessing
import sys
import threading
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from itertools import chain
from multiprocessing.context import BaseContext

from simulator.casework.opening import Opening
from simulator.rehearsal.player import Draws, Player, Unit
from simulator.rehearsal.readings import Columns
from simulator.rehearsal.sweep import Asked, Effect, Played, Sweep
from simulator.rehearsal.varying import variations

Lot = tuple[Unit, ...]
"""What one process does in one go."""
Outcome = Played | Effect


def sweep(draws: Draws, asked: Asked, workers: int = 1) -> Sweep:
    """Play a day as it is asked, in ``workers`` processes; with one, in this one.

    Raises what drawing the day raises, ``KeyError`` for a preset or an integration that it has not,
    and ``RehearsalError`` for a habit that goes in circles.
    """
    player = Player(draws, asked)
    opening = player.drawn(asked.seeds[0]).opening
    work = [tuple(_units(opening, asked, seed)) for seed in asked.seeds]
    lots = tuple(shared_out(work, workers))
    outcomes = tuple(chain.from_iterable(_done(player, lots, workers)))
    days = tuple(outcome for outcome in outcomes if isinstance(outcome, Played))
    effects = tuple(outcome for outcome in outcomes if isinstance(outcome, Effect))
    seeds = tuple(dict.fromkeys(day.seed for day in days))
    columns = asked.readings.columns if asked.readings else Columns()
    return Sweep(opening.id, asked.ways, seeds, days, effects, columns)


def _units(opening: Opening, asked: Asked, seed: int | None) -> Iterator[Unit]:
    """Yield the work there is for one seed."""
    for way in asked.ways:
        yield Unit(seed, way)
    declared = (copying.id for copying in opening.landscape.integrations)
    for arrow in declared if asked.arrows == "every" else asked.arrows:
        for made in variations(opening, arrow):
            yield Unit(seed, arrow=arrow, made=made)


def shared_out(work: Sequence[Lot], workers: int) -> Iterator[Lot]:
    """Yield the work of each seed in lots, so that few towns are drawn twice and nobody is idle.

    As many seeds as fill the workers are done whole, each by whoever takes it. Of the seeds that
    are left over each unit goes to whoever is free.
    """
    whole = len(work) - len(work) % workers
    yield from work[:whole]
    for units in work[whole:]:
        yield from ((unit,) for unit in units)


def _done(player: Player, lots: Iterable[Lot], workers: int) -> Iterator[tuple[Outcome, ...]]:
    """Yield what came of each lot, in the order of the lots."""
    if workers == 1:
        yield from (_outcomes(player, lot) for lot in lots)
        return
    with ProcessPoolExecutor(workers, _context(), _begin, (player,)) as pool:
        yield from pool.map(_do, lots)


def _outcomes(player: Player, lot: Lot) -> tuple[Outcome, ...]:
    return tuple(chain.from_iterable(player.does(unit) for unit in lot))


# In another process ---------------------------------------------------------------------------


def _context() -> BaseContext:
    """Return how processes are begun: as a copy of this one, where that is safe.

    A copy has read the program and drawn a town already. It is not safe where other threads run,
    for their locks are copied as they are, nor where the system's own libraries forbid it.
    """
    known = "fork" in multiprocessing.get_all_start_methods() and sys.platform != "darwin"
    safe = known and threading.active_count() == 1
    return multiprocessing.get_context("fork" if safe else "spawn")


_player: Player


def _begin(player: Player) -> None:
    """Take the work of this process on; what there is by then is never garbage."""
    global _player
    _player = player
    gc.freeze()


def _do(lot: Lot) -> tuple[Outcome, ...]:
    return _outcomes(_player, lot)
