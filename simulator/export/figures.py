"""A timeline as positions: where every mark, line and label of an SVG goes, in its own units."""

from collections import Counter
from dataclasses import dataclass

from simulator.debrief.blocks import Lanes

WIDTH = 900
LEFT = 84
STEP = 23
"""A mark with its margin; marks of nearly the same minute stand under each other."""
DEEPEST = 16
"""Marks under each other at most: the picture is to stay on a page. The rest are in its table."""
MORE = "…"
"""Stands in place of the last one where there are more."""


@dataclass(frozen=True)
class Spot:
    """A label at a place; ``look`` is the class it is drawn in."""

    x: int
    y: int
    text: str
    look: str = ""


@dataclass(frozen=True)
class Placed:
    """Hours across, three lanes down."""

    height: int
    hours: tuple[Spot, ...]
    lanes: tuple[Spot, ...]
    """Each at its upper edge."""
    marks: tuple[Spot, ...]
    width: int = WIDTH
    left: int = LEFT


def placed(lanes: Lanes) -> Placed:
    """Place the marks of a timeline in slots, each lane as high as its fullest slot."""
    span, room = lanes.closes - lanes.opens, WIDTH - LEFT
    at_slot = [
        (lane, (minute - lanes.opens) * (room // STEP) // span, sign)
        for lane, minute, sign in lanes.marks
    ]
    full = Counter((lane, slot) for lane, slot, _ in at_slot)
    used: Counter[tuple[str, int]] = Counter()
    marks = []
    for lane, slot, sign in at_slot:
        depth = used[lane, slot]
        used[lane, slot] += 1
        if depth < DEEPEST:
            more = depth == DEEPEST - 1 and full[lane, slot] > DEEPEST
            marks.append((lane, slot, depth, MORE if more else sign))
    tops, top = {}, 30
    for lane, _ in lanes.lanes:
        tops[lane] = top
        depth = max((n for (where, _), n in full.items() if where == lane), default=1)
        top += min(max(depth, 2), DEEPEST) * STEP + 14
    return Placed(
        height=top,
        hours=tuple(
            Spot(LEFT + (at - lanes.opens) * room // span, 20, f"{at // 60:02}")
            for at in range(lanes.opens, lanes.closes, 60)
        ),
        lanes=tuple(Spot(0, tops[lane], name, lane) for lane, name in lanes.lanes),
        marks=tuple(
            Spot(
                LEFT + slot * STEP + STEP // 2,
                tops[lane] + 7 + depth * STEP + STEP // 2,
                sign,
                lane,
            )
            for lane, slot, depth, sign in marks
        ),
    )
