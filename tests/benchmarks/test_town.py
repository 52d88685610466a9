"""What it costs to draw a town and to keep it: two thousand citizens, every fact of the library.

The reference is Faker's own ``profile()``: a person with a name, an address and a job, who belongs
to nobody and has no past. A citizen costs less, with family, dwelling, and months of income.
"""

from pathlib import Path

import pytest
from faker import Faker
from pytest_benchmark.fixture import BenchmarkFixture

from simulator.core.clock import day_number
from simulator.scenario.drawing.town import draw_town
from simulator.store.engine import open_store
from simulator.store.towns import keep_town
from simulator.town.digest import digest
from simulator.town.town import Town
from tests.benchmarks.measuring import ROUNDS, best, measured, show
from tests.town.towns import PLACES, library_facts

CITIZENS, PROFILES = 2_000, 400
DAY = day_number("2026-02-02")

Capture = pytest.CaptureFixture[str]


def nordvig() -> Town:
    return draw_town(seed=42, citizens=CITIZENS, day=DAY, facts=library_facts(), places=PLACES)


FAKE = Faker("da_DK")


def profile(rounds: int = ROUNDS) -> float:
    """The seconds Faker takes to make one person up."""
    return best(lambda: [FAKE.profile() for _ in range(PROFILES)], rounds) / PROFILES


@pytest.mark.benchmark(group="a citizen drawn")
def test_a_citizen_costs_less_than_a_profile_of_fakers(
    benchmark: BenchmarkFixture, capsys: Capture
) -> None:
    nordvig()  # the pools are drawn once
    if measured(benchmark, nordvig) is not None:
        turns = [(best(nordvig, 1) / CITIZENS, profile(1)) for _ in range(ROUNDS)]
        ours, theirs = (min(side) for side in zip(*turns, strict=True))
        figure = f"a citizen drawn {ours * 1e6:.0f} us, {ours / theirs:.2f} times"
        show(capsys, figure, f"Faker's profile() {theirs * 1e6:.0f} us")
        assert ours < theirs


@pytest.mark.benchmark(group="a town drawn and stored")
def test_two_thousand_citizens_are_drawn_and_stored(
    benchmark: BenchmarkFixture, capsys: Capture, tmp_path: Path
) -> None:
    numbers = iter(range(1_000))

    def drawn_and_stored() -> None:
        town = nordvig()
        store = open_store(tmp_path / f"{next(numbers)}.sqlite")
        store.write(lambda connection: keep_town(connection, digest(town), town))
        store.close()

    seconds = measured(benchmark, drawn_and_stored)
    if seconds is not None:
        theirs = CITIZENS * profile()
        figure = f"2,000 citizens drawn and stored {seconds:.2f} s, {seconds / theirs:.1f} times"
        show(capsys, figure, f"2,000 of Faker's profiles, kept nowhere, {theirs:.2f} s")
