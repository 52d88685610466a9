"""The little drawing on a building sheet: as many rooms as there are, on as much floor."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

ACROSS = (12, 26)
"""Cells the drawing is wide, at the least and at the most."""
METRES_A_CELL = 4
"""Square metres of floor to a cell of width."""
MOST = 12
"""Rooms that are drawn; a larger dwelling is drawn with these."""


def plan(rooms: int, area: int) -> list[str]:
    """Draw a dwelling of some rooms and square metres, in two rows from two rooms on."""
    rooms = max(1, min(MOST, rooms))
    above = rooms if rooms == 1 else (rooms + 1) // 2
    width = max(4 * above, min(ACROSS[1], max(ACROSS[0], area // METRES_A_CELL)))
    upper = walls(above, width)
    lower = walls(rooms - above, width) if rooms > above else upper
    lines = ["╭" + _run(upper, width, "─", "┬") + "╮", *_row(upper, width, 1)]
    if rooms > above:
        lines += ["├" + _between(upper, lower, width) + "┤", *_row(lower, width, above + 1)]
    return [*lines, "╰" + _door(_run(lower, width, "─", "┴")) + "╯"]


def lot(width: int = ACROSS[0]) -> list[str]:
    """Draw the place where no building is registered."""
    return [f"╭{'┄' * width}╮", *[f"┊{' ' * width}┊"] * 3, f"╰{'┄' * width}╯"]


def walls(rooms: int, width: int) -> tuple[int, ...]:
    """Return where the walls between rooms beside each other stand, in cells from the left."""
    return tuple(width * number // rooms for number in range(1, rooms))


def _run(at: Sequence[int], width: int, line: str, crossed: str) -> str:
    return "".join(crossed if cell in at else line for cell in range(width))


def _row(at: Sequence[int], width: int, first: int) -> Iterator[str]:
    """Yield the lines of a row of rooms, each with its number."""
    edges = (-1, *at, width)
    numbers = {
        (left + right) // 2: str(first + n) for n, (left, right) in enumerate(pairwise(edges))
    }
    for there in ({}, numbers, {}):
        line = list(_run(at, width, " ", "│"))
        for cell, number in there.items():
            line[cell : cell + len(number)] = number
        yield f"│{''.join(line)}│"


def _between(upper: Sequence[int], lower: Sequence[int], width: int) -> str:
    """Return the wall between the rows, with a door from each of the lower rooms."""
    signs = {(True, True): "┼", (True, False): "┴", (False, True): "┬", (False, False): "─"}
    line = [signs[cell in upper, cell in lower] for cell in range(width)]
    edges = (-1, *lower, width)
    for left, right in pairwise(edges):
        middle = (left + right) // 2
        for cell in (middle, middle + 1):
            if cell < width and line[cell] == "─":
                line[cell] = " "
    return "".join(line)


def _door(wall: str) -> str:
    middle = len(wall) // 3
    return wall[:middle] + wall[middle : middle + 3].replace("─", " ") + wall[middle + 3 :]
