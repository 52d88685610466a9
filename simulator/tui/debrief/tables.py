"""Tables ruled in characters: as wide as there is room for, long cells folded in their column."""

from collections.abc import Sequence
from textwrap import wrap

from textual.content import Content

from simulator.tui.content import shown

GAP = 2
NARROWEST = 6
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
    return [
        long if not share else room
        for long, share, room in zip(
            longest, shares, _shared(_words(heads, rows), longest, left, shares), strict=True
        )
    ]


def _words(heads: Row, rows: Sequence[Row]) -> list[int]:
    """Return the longest word of every column, which a line is not broken within."""
    columns = zip(heads, *rows, strict=True)
    return [max(max(map(len, cell.split()), default=0) for cell in column) for column in columns]


def _shared(
    words: Sequence[int], longest: Sequence[int], left: int, shares: Sequence[int]
) -> list[int]:
    """Divide what is left by the shares, so that every column has room for its longest word.

    Where there is not room for all the words, the longest of them are broken.
    """
    least = [word if share else 0 for word, share in zip(words, shares, strict=True)]
    while sum(least) > left and max(least) > NARROWEST:
        least[least.index(max(least))] -= 1
    rooms = list(least)
    spare = left - sum(rooms)
    wanting = [at for at, share in enumerate(shares) if share and rooms[at] < longest[at]]
    while spare > 0 and wanting:
        at = min(wanting, key=lambda n: rooms[n] / shares[n])
        rooms[at] += 1
        spare -= 1
        wanting = [n for n in wanting if rooms[n] < longest[n]]
    return rooms


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
