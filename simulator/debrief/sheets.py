"""What a phase shows of the log: the same blocks on every face, but for what is a form."""

from collections.abc import Callable, Mapping

from simulator.debrief.blocks import Block
from simulator.debrief.context import Context
from simulator.debrief.phases import Sheet
from simulator.debrief.sections import data, day, minutes, statements, truth, values

SHEETS: Mapping[Sheet, Callable[[Context], tuple[Block, ...]]] = {
    "timeline": day.sheet,
    "map": data.sheet,
    "truth": truth.sheet,
    "time": minutes.sheet,
    "statements": statements.sheet,
    "profile": values.sheet,
}
"""By the name a phase has for it; each face has a form of its own for the others."""
