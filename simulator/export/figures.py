"""A timeline as positions: where every mark, line and label of an SVG goes, in its own units."""

from collections import Counter
from dataclasses import dataclass

from simulator.debrief.blocks import Lanes

WIDTH = 900
LEFT = 84
STEP = 23
"""A mark with its margin; marks of nearly the same minute stand under each other."""


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
    slots = room // STEP
    used: Counter[tuple[str, int]] = Counter()
    marks = []
    for lane, minute, sign in lanes.marks:
        slot = (minute - lanes.opens) * slots // span
        marks.append((lane, slot, used[lane, slot], sign))
        used[lane, slot] += 1
    tops, top = {}, 30
    for lane, _ in lanes.lanes:
        tops[lane] = top
        depth = max((n for (where, _), n in used.items() if where == lane), default=1)
        top += max(depth, 2) * STEP + 14
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
