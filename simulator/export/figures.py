"""The positions of a timeline's marks, lines and labels in an SVG, in the units of the drawing."""

from collections import Counter
from dataclasses import dataclass

from simulator.debrief.blocks import Lanes

WIDTH = 900
LEFT = 84
STEP = 23
"""The width of a mark with its margin; marks that would overlap are put under each other."""
DEEPEST = 16
"""The most marks under each other, so that the picture fits a page; the table has the rest."""
MORE = "…"
"""The sign drawn in place of the last mark if some are left out."""


@dataclass(frozen=True)
class Spot:
    """A text at a position; ``look`` is the CSS class it is drawn with."""

    x: int
    y: int
    text: str
    look: str = ""


@dataclass(frozen=True)
class Placed:
    """A timeline laid out: the hours from left to right, the lanes under each other."""

    height: int
    hours: tuple[Spot, ...]
    lanes: tuple[Spot, ...]
    """The name of each lane, placed at the lane's upper edge."""
    marks: tuple[Spot, ...]
    width: int = WIDTH
    left: int = LEFT


def placed(lanes: Lanes) -> Placed:
    """Lay a timeline out: its marks in slots of time, each lane as high as its fullest slot."""
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
            overfull = depth == DEEPEST - 1 and full[lane, slot] > DEEPEST
            marks.append((lane, slot, depth, MORE if overfull else sign))
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
