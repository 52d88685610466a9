"""How wide the columns of a table are on paper: no word is broken where there is room for it."""

from collections.abc import Sequence

from simulator.debrief.blocks import Table

LETTER = 0.185
"""Centimetres for a letter of a table, where the letters are wide."""
EDGES = 0.5
"""Centimetres between a cell's text and its neighbours'."""


def column_widths(table: Table, across: float) -> Sequence[float]:
    """Return the widths of the columns, in centimetres that are ``across`` in all."""
    columns = list(zip(table.head, *table.rows, strict=True))
    least = [_room(max(_longest_word(cell) for cell in column)) for column in columns]
    wanted = [_room(sum(map(len, column)) / len(column)) for column in columns]
    while sum(least) > across:  # then the longest words are broken, and only they
        widest = max(range(len(least)), key=least.__getitem__)
        least[widest] -= min(EDGES, sum(least) - across)
    spare = across - sum(least)
    more = [max(want - one, 0) for want, one in zip(wanted, least, strict=True)]
    shares = more if any(more) else least  # the more is written in a column, the wider it is
    return [one + spare * share / sum(shares) for one, share in zip(least, shares, strict=True)]


def _longest_word(cell: str) -> int:
    """Return the letters of the longest part that is not broken; a fixed space breaks nothing."""
    return max(map(len, cell.split(" ")))


def _room(letters: float) -> float:
    return letters * LETTER + EDGES
