"""Prints the table of a day for whoever builds it: ``python -m tests.rehearsal.sweeping DAY``.

DAY is a shipped day or a scenario file. Every integration is made otherwise, in every way of
working; ``--seeds`` draws its citizens anew, ``--levels HABIT`` rehearses one habit at each level.
"""

import os
from argparse import ArgumentParser, Namespace
from collections.abc import Iterator, Sequence
from functools import partial
from pathlib import Path

from simulator.casework.habits import HABITS
from simulator.core.texts import LANGUAGES, Teller
from simulator.rehearsal.sweep import Asked
from simulator.rehearsal.sweeping import sweep
from simulator.rehearsal.table import Line, table
from simulator.rehearsal.ways import WAYS, at_each_level
from simulator.scenario.loading import load
from simulator.scenario.places import days
from simulator.scenario.words import teller
from tests.rehearsal.readings import BY_DEBRIEF


def printed(lines: Sequence[Line], say: Teller) -> Iterator[str]:
    """The lines of a table as text, in columns as wide as what stands in them."""
    told = [[say(cell) for cell in line] for line in lines]
    whole = max(map(len, told))
    widths = [max(len(line[n]) for line in told if len(line) == whole) for n in range(whole)]
    widths[0] = max(len(line[0]) for line in told if len(line) > 1)
    for line in told:
        if len(line) == 1:
            yield ""
            yield line[0]
        else:
            yield "  ".join(
                cell.ljust(width) for cell, width in zip(line, widths, strict=False)
            ).rstrip()


def asked(chosen: Namespace) -> Asked:
    """What the options ask for."""
    return Asked(
        at_each_level(chosen.levels) if chosen.levels else WAYS,
        tuple(chosen.seeds) or (None,),
        () if chosen.without_arrows else "every",
        readings=BY_DEBRIEF,
    )


def options() -> ArgumentParser:
    parser = ArgumentParser("python -m tests.rehearsal.sweeping", description=__doc__)
    parser.add_argument("day")
    parser.add_argument("--seeds", type=int, nargs="+", default=[])
    parser.add_argument("--levels", choices=HABITS)
    parser.add_argument("--without-arrows", action="store_true")
    parser.add_argument("--workers", type=int, default=os.cpu_count() or 1)
    parser.add_argument("--language", choices=LANGUAGES, default="en")
    return parser


if __name__ == "__main__":
    chosen = options().parse_args()
    draws = partial(load, days().get(chosen.day, Path(chosen.day)))
    played = sweep(draws, asked(chosen), chosen.workers)
    print("\n".join(printed(table(played), teller(chosen.language))))
