"""Tables ruled in characters: as wide as there is room for, long cells folded in their column.

Where there is not room for a word of every column beside each other, each row is told in lines.
"""

from collections.abc import Sequence
from textwrap import wrap

from textual.content import Content

from simulator.tui.content import shown, stacked

GAP = 2
Row = Sequence[str]


def ruled(heads: Row, rows: Sequence[Row], width: int) -> Content:
    """Return a table of text; columns with more text are wider."""
    columns = list(zip(heads, *rows, strict=True))
    least = [max(_longest_word(cell) for cell in column) for column in columns]
    left = width - GAP * (len(heads) - 1)
    if sum(least) > left:
        return stacked(*(_in_lines(heads, row, width) for row in rows))
    longest = [max(map(len, column)) for column in columns]
    shares = [sum(map(len, column)) for column in columns]
    widths = _shared(least, longest, left, shares)
    lines = [_line(heads, widths, "bold")]
    lines.append(shown((" " * GAP).join("─" * room for room in widths), "$text-muted"))
    return stacked(*lines, *(_line(row, widths, "") for row in rows))


def _longest_word(cell: str) -> int:
    """Return the width of the longest part of a cell that is not broken over lines."""
    return max(map(len, cell.split(" ")))


def _shared(
    least: Sequence[int], longest: Sequence[int], left: int, shares: Sequence[int]
) -> list[int]:
    """Return column widths by share of text; none below its longest word or above what it needs."""
    rooms = list(least)
    for _ in range(left - sum(rooms)):
        wanting = [at for at, room in enumerate(rooms) if room < longest[at]]
        if not wanting:
            break
        rooms[min(wanting, key=lambda at: rooms[at] / shares[at])] += 1
    return rooms


def _line(cells: Row, widths: Sequence[int], style: str) -> Content:
    folded = [wrap(cell, width) or [""] for cell, width in zip(cells, widths, strict=True)]
    height = max(map(len, folded))
    lines = [
        (" " * GAP)
        .join(
            (part[at] if at < len(part) else "").ljust(width)
            for part, width in zip(folded, widths, strict=True)
        )
        .rstrip()
        for at in range(height)
    ]
    return shown("\n".join(lines), style, lines=True)


def _in_lines(heads: Row, row: Row, width: int) -> Content:
    """Return a row as lines: its first cell, and under it the others, each after its head."""
    others = "; ".join(f"{head}: {cell}" for head, cell in zip(heads[1:], row[1:], strict=True))
    lines = wrap(others, width, initial_indent="  ", subsequent_indent="  ")
    return stacked(shown(row[0], "bold"), *map(shown, lines))
