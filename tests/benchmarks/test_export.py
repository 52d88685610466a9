"""What it costs to take a whole day out: every format, beside the log it is made from.

Folding the log is the reference, as it is of the debrief: no file can be made without it. Seconds
are printed and hold nobody; the ratio does. Run without ``-n``, and the figures are printed.
"""

import pytest
from pytest_benchmark.fixture import BenchmarkFixture

from simulator.casework.families import fold
from simulator.casework.habits import thorough
from simulator.debrief.debrief import debrief
from simulator.debrief.imprint import SHARES, Imprint
from simulator.debrief.sharing import leaving
from simulator.export.formats import KINDS
from simulator.export.scanning import scan
from simulator.rehearsal.playing import Rehearsal, play
from simulator.scenario.loading import load
from simulator.scenario.places import days
from simulator.scenario.words import teller
from tests.benchmarks.measuring import best, show

DAY = "mandag-i-ydelseskontoret"
EVENTS = 400
"""Of a session whose files are to be there before one has looked up."""
MOST_FOLDS = 400
"""Every format, with the debrief they are made from, may cost as much as this many folds."""
MOST_FOLDS_TO_SCAN = 60
"""Looking through a day's worth of words for what could lead to somebody."""
A_LOT = "Hun ringede kl. 10.14 om sag S-101 og 18.200 kr., og hun var ked af det. " * 40


@pytest.fixture(scope="module")
def day() -> Rehearsal:
    loaded = load(days()[DAY])
    found = play(loaded.opening, loaded.town, thorough)
    assert len(found.events) >= EVENTS
    return found


def everything(day: Rehearsal) -> int:
    """Debrief a day and make every format of it; return how many files there were."""
    found = debrief(day.day.world.town, day.events)
    by, say = Imprint("7F3K", "0"), teller("da")
    return sum(len(kind.make(found, say, by)) for kind in KINDS.values())


def a_fold(day: Rehearsal) -> float:
    town = day.day.world.town
    return best(lambda: fold(day.events, town))


def test_every_export_of_a_whole_day_costs_a_few_hundred_folds_of_its_log(
    benchmark: BenchmarkFixture, day: Rehearsal, capsys: pytest.CaptureFixture[str]
) -> None:
    assert benchmark.pedantic(lambda: everything(day), rounds=3, warmup_rounds=1) == 12
    spent = best(lambda: everything(day), rounds=3)
    ratio = round(spent / a_fold(day))
    benchmark.extra_info["folds of the log"] = ratio
    figure = f"all {len(KINDS)} formats of {len(day.events)} events in {spent:.2f} s"
    show(capsys, figure, f"{ratio} folds of its log")
    assert ratio <= MOST_FOLDS


def test_looking_through_the_words_is_not_noticed(day: Rehearsal) -> None:
    words = [A_LOT] * 20
    assert scan(words) == ()
    assert best(lambda: scan(words), rounds=3) / a_fold(day) <= MOST_FOLDS_TO_SCAN


def test_a_share_costs_no_more_than_the_whole(day: Rehearsal) -> None:
    found = debrief(day.day.world.town, day.events)
    say = teller("da")
    spent = {
        share: best(lambda s=share: KINDS["html"].make(found, say, Imprint("", "", share=s)), 3)
        for share in SHARES
    }
    assert spent["class"] <= spent["private"] * 1.2
    assert leaving(found, Imprint("", "", {1: "ord"}, share="class")) is None
