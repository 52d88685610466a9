"""The pictures as positions: where every mark, line and label of an SVG goes, in its own units."""

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from typing import ClassVar

from simulator.debrief.ladder import Ladder
from simulator.debrief.timeline import LANES, Timeline

WIDTH = 900
LEFT = 84
STEP = 23
"""A mark with its margin; marks of nearly the same minute stand under each other."""

Say = Callable[..., str]


@dataclass(frozen=True)
class Spot:
    """A label at a place; ``look`` is the class it is drawn in."""

    x: int
    y: int
    text: str
    look: str = ""


@dataclass(frozen=True)
class TimelinePicture:
    """Hours across, three lanes down."""

    name: ClassVar = "timeline"
    height: int
    hours: tuple[Spot, ...]
    lanes: tuple[Spot, ...]
    """Each at its upper edge."""
    marks: tuple[Spot, ...]
    width: int = WIDTH
    left: int = LEFT


@dataclass(frozen=True)
class LadderPicture:
    """The names of the levels across, and for every function down the level it was done at."""

    name: ClassVar = "ladder"
    levels: tuple[str, ...]
    steps: tuple[tuple[str, int | None, str], ...]
    """(function, level, who decided)."""


Picture = TimelinePicture | LadderPicture


def draw_timeline(timeline: Timeline, say: Say) -> TimelinePicture:
    """Place the marks of a timeline in slots, each lane as high as its fullest slot."""
    span, room = timeline.closes - timeline.opens, WIDTH - LEFT
    slots = room // STEP
    used: Counter[tuple[str, int]] = Counter()
    placed = []
    for mark in timeline.marks:
        slot = (mark.minute - timeline.opens) * slots // span
        placed.append((mark, slot, used[mark.lane, slot]))
        used[mark.lane, slot] += 1
    tops, top = {}, 30
    for lane in LANES:
        tops[lane] = top
        depth = max((n for (where, _), n in used.items() if where == lane), default=1)
        top += max(depth, 2) * STEP + 14
    return TimelinePicture(
        height=top,
        hours=tuple(
            Spot(LEFT + (at - timeline.opens) * room // span, 20, f"{at // 60:02}")
            for at in range(timeline.opens, timeline.closes, 60)
        ),
        lanes=tuple(Spot(0, tops[lane], say(f"debrief.lane.{lane}"), lane) for lane in LANES),
        marks=tuple(
            Spot(
                LEFT + slot * STEP + STEP // 2,
                tops[mark.lane] + 7 + depth * STEP + STEP // 2,
                say(f"debrief.mark.{mark.what}.sign"),
                mark.lane,
            )
            for mark, slot, depth in placed
        ),
    )


def draw_ladder(ladder: Ladder, say: Say) -> LadderPicture:
    """Name the levels and the steps of a case; the template rules the rest."""
    return LadderPicture(
        tuple(say(f"level.{level}") for level in range(5)),
        tuple((say(f"function.{x.function}"), x.level, say(x.who)) for x in ladder.rungs),
    )
