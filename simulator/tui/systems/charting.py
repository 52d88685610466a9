"""The landscape drawn in characters: systems under one another, an arrow for every integration.

Systems come after those they copy from. Every arrow leaves its source on the box's lower line, goes
down in a lane of its own to the right, and comes in on the upper line of its target; arrows that
leave or reach the same box share the line there. Short arrows have the inner lanes.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from graphlib import TopologicalSorter

NORTH, EAST, SOUTH, WEST = 1, 2, 4, 8
LINES = {
    NORTH | SOUTH: "│",
    EAST | WEST: "─",
    SOUTH | WEST: "╮",
    NORTH | WEST: "╯",
    EAST | SOUTH | WEST: "┬",
    NORTH | EAST | WEST: "┴",
    NORTH | SOUTH | WEST: "┤",
    NORTH | EAST | SOUTH: "├",
    NORTH | EAST | SOUTH | WEST: "┼",
}

HEAVY = str.maketrans("│─╮╯┬┴┤├┼", "┃━┓┛┳┻┫┣╋")
"""The same for an arrow that is lit up: the sign differs, whatever the colours are."""
DOUBLE = str.maketrans("│─╮╯┬┴┤├┼", "║═╗╝╦╩╣╠╬")
"""The same for the arrow that is pointed at."""

BOX = 4
"""Lines a system takes: a border, two lines, a border."""
STEP = 4
"""Cells between two lanes."""


@dataclass(frozen=True)
class Node:
    """A system on the map."""

    id: str
    name: str
    owner: str


@dataclass(frozen=True)
class Arrow:
    """An integration on the map: its number in the list beside it, from and to which system."""

    number: int
    source: str
    target: str


def order(nodes: Sequence[Node], arrows: Iterable[Arrow]) -> tuple[Node, ...]:
    """Return the systems in an order in which each comes after those it copies from."""
    by_id = {node.id: node for node in nodes}
    graph: dict[str, set[str]] = {node.id: set() for node in nodes}
    for arrow in arrows:
        graph[arrow.target].add(arrow.source)
    return tuple(by_id[id_] for id_ in TopologicalSorter(graph).static_order())


def lanes(rows: Mapping[str, int], arrows: Iterable[Arrow]) -> dict[Arrow, int]:
    """Return the lane of each arrow, from 0: the innermost that is free all the way."""
    taken: list[list[tuple[int, int]]] = []
    lane_of: dict[Arrow, int] = {}

    def span(arrow: Arrow) -> tuple[int, int]:
        return rows[arrow.source] + 2, rows[arrow.target] + 1

    for arrow in sorted(arrows, key=lambda a: (span(a)[1] - span(a)[0], span(a))):
        top, bottom = span(arrow)
        lane = next(
            (n for n, spans in enumerate(taken) if all(bottom < a or top > b for a, b in spans)),
            len(taken),
        )
        if lane == len(taken):
            taken.append([])
        taken[lane].append((top, bottom))
        lane_of[arrow] = lane
    return lane_of


def chart(
    nodes: Sequence[Node],
    arrows: Sequence[Arrow],
    width: int,
    lit: Collection[int] = (),
    pointed: int = 0,
) -> list[str]:
    """Draw the map within ``width`` cells.

    The arrows with the numbers ``lit`` are drawn in heavy lines, the one ``pointed`` at in double
    ones; 0 if none is.
    """
    ordered = order(nodes, arrows)
    rows = {node.id: number * BOX for number, node in enumerate(ordered)}
    lane_of = lanes(rows, arrows)
    room = STEP * (max(lane_of.values(), default=0) + 1) + 2
    longest = max((len(t) for n in nodes for t in (n.name, n.owner)), default=8) + 4
    box = max(12, min(longest, width - room))
    canvas = [[" "] * (box + room) for _ in range(len(ordered) * BOX)]
    for node in ordered:
        _box(canvas, rows[node.id], box, node)
    _lines(canvas, rows, lane_of, box, lit, pointed)
    return ["".join(line).rstrip() for line in canvas]


def _box(canvas: list[list[str]], top: int, width: int, node: Node) -> None:
    inner = width - 2
    for offset, line in enumerate(
        (
            f"╭{'─' * inner}╮",
            f"│ {_fit(node.name, inner - 2)} │",
            f"│ {_fit(node.owner, inner - 2)} │",
            f"╰{'─' * inner}╯",
        )
    ):
        canvas[top + offset][:width] = line


def _fit(text: str, width: int) -> str:
    return text.ljust(width) if len(text) <= width else text[: width - 1] + "…"


def _lines(
    canvas: list[list[str]],
    rows: Mapping[str, int],
    lane_of: Mapping[Arrow, int],
    box: int,
    lit: Collection[int],
    pointed: int,
) -> None:
    ways: dict[tuple[int, int], int] = {}
    signs: dict[tuple[int, int], dict[int, int]] = {}
    paths = {arrow: path(rows, arrow, box, lane) for arrow, lane in lane_of.items()}
    for arrow, cells in paths.items():
        for place, way in cells:
            ways[place] = ways.get(place, 0) | way
        if arrow.number in lit:
            signs = dict.fromkeys((place for place, _ in cells), HEAVY) | signs
        if arrow.number == pointed:
            signs |= dict.fromkeys((place for place, _ in cells), DOUBLE)
    for (row, column), way in ways.items():
        canvas[row][column] = LINES[way].translate(signs.get((row, column), {}))
    for arrow, lane in lane_of.items():
        top, bottom = rows[arrow.source] + 2, rows[arrow.target] + 1
        column = box + STEP * (lane + 1)
        canvas[top][box - 1] = "├"
        canvas[bottom][box] = "◀"
        number = str(arrow.number)
        canvas[(top + bottom) // 2][column : column + len(number)] = number


def path(
    rows: Mapping[str, int], arrow: Arrow, box: int, lane: int
) -> list[tuple[tuple[int, int], int]]:
    """Return the (row, column) cells of an arrow, each with the directions of its line there."""
    top, bottom, column = rows[arrow.source] + 2, rows[arrow.target] + 1, box + STEP * (lane + 1)
    across = [((row, at), EAST | WEST) for row in (top, bottom) for at in range(box, column)]
    down = [((row, column), NORTH | SOUTH) for row in range(top + 1, bottom)]
    return [*across, ((top, column), WEST | SOUTH), *down, ((bottom, column), WEST | NORTH)]
