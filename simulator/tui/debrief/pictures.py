"""The pictures of a debrief in characters. A sign never stands alone: its word is in the key."""

from collections import Counter
from collections.abc import Sequence
from textwrap import wrap
from typing import TYPE_CHECKING

from textual.content import Content

from simulator.core.clock import clock_text
from simulator.tui.content import shown, stacked

if TYPE_CHECKING:
    from simulator.debrief.blocks import Lanes, Rungs

LEFT = 9
"""Cells before the first minute: the names of the lanes."""
STEP = 14
"""Cells for the name of a function, before the levels."""


def draw_timeline(picture: "Lanes", width: int) -> Content:
    """Draw the lanes by simulated time; marks of the same place stand under each other."""
    slots = max(10, width - LEFT - 1)
    span = picture.closes - picture.opens
    hours = {
        (at - picture.opens) * slots // span: at for at in range(picture.opens, picture.closes, 60)
    }
    lines = [_hours(hours, slots)]
    for lane, name in picture.lanes:
        placed, depth = _placed(picture, lane, slots, span)
        for row in range(max(2, depth + 1)):
            head = (name if row == 0 else "").ljust(LEFT)
            cells = "".join(
                placed.get((slot, row), "┊" if slot in hours else " ") for slot in range(slots)
            )
            lines.append(shown(head, "bold") + shown(cells))
    return stacked(*lines)


def _hours(hours: dict[int, int], slots: int) -> Content:
    line = [" "] * (slots + 6)
    for slot, at in hours.items():
        line[slot : slot + 2] = clock_text(at)[:2]
    return shown(" " * LEFT + "".join(line).rstrip(), "$text-muted")


def _placed(
    picture: "Lanes", lane: str, slots: int, span: int
) -> tuple[dict[tuple[int, int], str], int]:
    used: Counter[int] = Counter()
    placed: dict[tuple[int, int], str] = {}
    for where, minute, sign in picture.marks:
        if where == lane:
            slot = min(slots - 1, (minute - picture.opens) * slots // span)
            placed[slot, used[slot]] = sign
            used[slot] += 1
    return placed, max(used.values(), default=0)


def draw_key(key: Sequence[tuple[str, str]], width: int) -> Content:
    """Name the signs of a picture, in as many columns as there is room for."""
    room = max((len(word) for _, word in key), default=0) + 5
    abreast = max(1, width // room)
    lines = (key[at : at + abreast] for at in range(0, len(key), abreast))
    return stacked(
        *(
            Content.assemble(*(_named(sign, word.ljust(room - 2)) for sign, word in line))
            for line in lines
        )
    )


def _named(sign: str, word: str) -> Content:
    return shown(sign, "bold") + shown(f" {word}")


def draw_ladder(picture: "Rungs", width: int) -> Content:
    """Draw every step at the level it was done at, and who decided it."""
    names = picture.levels
    wide = width >= STEP + sum(map(len, names)) + 2 * 5 + 30
    heads = names if wide else [name.partition(" ")[0] for name in names]
    columns = [max(5, len(head) + 2) for head in heads]
    head = "".join(name.center(room) for name, room in zip(heads, columns, strict=True))
    lines = [shown(" " * STEP + head + "  " + picture.who, "bold")]
    for step, level, who in picture.steps:
        marks = "".join(
            ("●" if at == level else "·").center(room) for at, room in enumerate(columns)
        )
        lines += _folded(step[: STEP - 1].ljust(STEP) + marks + "  ", who, width)
    if not wide:
        lines.append(shown(" · ".join(names), "$text-muted"))
    return stacked(*lines)


def _folded(head: str, text: str, width: int) -> list[Content]:
    """Fold a text beside what stands before it."""
    parts = wrap(text, max(12, width - len(head))) or [""]
    indent = " " * len(head)
    return [shown((indent if at else head) + part) for at, part in enumerate(parts)]
