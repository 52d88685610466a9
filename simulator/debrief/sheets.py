"""The pictures and tables that a phase shows of the log: the same blocks on every face."""

from collections.abc import Callable, Mapping

from simulator.debrief.blocks import Block
from simulator.debrief.context import Context
from simulator.debrief.phases import Sheet
from simulator.debrief.sections import data, day, followed, minutes, statements, truth, values

SHEETS: Mapping[Sheet, Callable[[Context], tuple[Block, ...]]] = {
    "timeline": day.sheet,
    "map": data.sheet,
    "truth": truth.sheet,
    "time": minutes.sheet,
    "followed": followed.sheet,
    "statements": statements.sheet,
    "profile": values.sheet,
}
"""What makes the blocks, by the phase's name for them; the other names are forms of each face."""
