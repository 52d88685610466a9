"""Tables ruled in characters: as wide as there is room for, long cells folded in their column."""

from collections.abc import Sequence
from textwrap import wrap

from textual.content import Content

from simulator.tui.content import shown

GAP = 2
Row = Sequence[str]


def ruled(heads: Row, rows: Sequence[Row], width: int, shares: Sequence[int]) -> Content:
    """Rule a table.

    A column with share 0 is as wide as its longest cell; the others divide what is left.
    """
    widths = _widths(heads, rows, width, shares)
    lines = [_line(heads, widths, "bold")]
    lines.append(shown((" " * GAP).join("─" * one for one in widths), "$text-muted"))
    lines += (_line(row, widths, "") for row in rows)
    return Content("\n").join(lines)


def _widths(heads: Row, rows: Sequence[Row], width: int, shares: Sequence[int]) -> list[int]:
    longest = [max(map(len, column)) for column in zip(heads, *rows, strict=True)]
    fixed = sum(long for long, share in zip(longest, shares, strict=True) if not share)
    left = max(0, width - fixed - GAP * (len(heads) - 1))
    whole = sum(shares) or 1
    return [
        long if not share else max(6, left * share // whole)
        for long, share in zip(longest, shares, strict=True)
    ]


def _line(cells: Row, widths: Sequence[int], style: str) -> Content:
    folded = [
        wrap(one, width, break_long_words=True) or [""]
        for one, width in zip(cells, widths, strict=True)
    ]
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
