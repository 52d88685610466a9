"""The widths of a table's columns on paper, chosen so that no word is broken if there is room."""

from collections.abc import Sequence

from simulator.debrief.blocks import Table

LETTER = 0.185
"""The width of one letter in a table, in centimetres; that of a wide letter, to be safe."""
EDGES = 0.5
"""The space between the text of two neighbouring cells, in centimetres."""


def column_widths(table: Table, across: float) -> Sequence[float]:
    """Return the width of each column in centimetres; together they are ``across``."""
    columns = list(zip(table.head, *table.rows, strict=True))
    least = [_room(max(_longest_word(cell) for cell in column)) for column in columns]
    wanted = [_room(sum(map(len, column)) / len(column)) for column in columns]
    while sum(least) > across:  # then the longest words are broken, and only they
        widest = max(range(len(least)), key=least.__getitem__)
        least[widest] -= min(EDGES, sum(least) - across)
    spare = across - sum(least)
    growth = [max(want - width, 0) for want, width in zip(wanted, least, strict=True)]
    shares = growth if any(growth) else least  # the more is written in a column, the wider it is
    return [width + spare * share / sum(shares) for width, share in zip(least, shares, strict=True)]


def _longest_word(cell: str) -> int:
    """Return the length of a cell's longest word in letters; words end at ordinary spaces only."""
    return max(map(len, cell.split(" ")))


def _room(letters: float) -> float:
    return letters * LETTER + EDGES
