"""The pictures of a debrief in characters. A sign never stands alone: its word is in the key."""

from collections import Counter
from textwrap import wrap
from typing import TYPE_CHECKING

from textual.content import Content

from simulator.core.clock import clock_text
from simulator.core.texts import Teller
from simulator.tui.content import shown

if TYPE_CHECKING:
    from simulator.debrief.ladder import Ladder
    from simulator.debrief.timeline import Lane, Timeline

LEFT = 9
"""Cells before the first minute: the names of the lanes."""
LANES: "tuple[Lane, Lane, Lane]" = ("in", "you", "system")
STEP = 14
"""Cells for the name of a function, before the levels."""


def draw_timeline(timeline: "Timeline", say: Teller, width: int) -> Content:
    """Draw the three lanes by simulated time; marks of the same place stand under each other."""
    slots = max(10, width - LEFT - 1)
    span = timeline.closes - timeline.opens
    hours = {
        (at - timeline.opens) * slots // span: at
        for at in range(timeline.opens, timeline.closes, 60)
    }
    lines = [_hours(hours, slots)]
    for lane in LANES:
        placed, depth = _placed(timeline, lane, say, slots, span)
        name = say(f"debrief.lane.{lane}")
        for row in range(max(2, depth + 1)):
            head = (name if row == 0 else "").ljust(LEFT)
            cells = "".join(
                placed.get((slot, row), "┊" if slot in hours else " ") for slot in range(slots)
            )
            lines.append(shown(head, "bold") + shown(cells))
    return Content("\n").join(lines)


def _hours(hours: dict[int, int], slots: int) -> Content:
    line = [" "] * (slots + 6)
    for slot, at in hours.items():
        line[slot : slot + 2] = clock_text(at)[:2]
    return shown(" " * LEFT + "".join(line).rstrip(), "$text-muted")


def _placed(
    timeline: "Timeline", lane: "Lane", say: Teller, slots: int, span: int
) -> tuple[dict[tuple[int, int], str], int]:
    used: Counter[int] = Counter()
    placed: dict[tuple[int, int], str] = {}
    for mark in timeline.marks:
        if mark.lane == lane:
            slot = min(slots - 1, (mark.minute - timeline.opens) * slots // span)
            placed[slot, used[slot]] = say(f"debrief.mark.{mark.what}.sign")
            used[slot] += 1
    return placed, max(used.values(), default=0)


def draw_key(timeline: "Timeline", say: Teller, width: int) -> Content:
    """Name every sign that is on the timeline, in as many columns as there is room for."""
    signs = dict.fromkeys(mark.what for mark in timeline.marks)
    pairs = [(say(f"debrief.mark.{w}.sign"), say(f"debrief.mark.{w}.word")) for w in signs]
    room = max((len(word) for _, word in pairs), default=0) + 5
    abreast = max(1, width // room)
    lines = (pairs[at : at + abreast] for at in range(0, len(pairs), abreast))
    return Content("\n").join(
        Content.assemble(*(_named(sign, word.ljust(room - 2)) for sign, word in line))
        for line in lines
    )


def _named(sign: str, word: str) -> Content:
    return shown(sign, "bold") + shown(f" {word}")


def draw_ladder(ladder: "Ladder", say: Teller, width: int) -> Content:
    """Draw every function at the level it was done at, and who decided it."""
    names = [say(f"level.{level}") for level in range(5)]
    wide = width >= STEP + sum(map(len, names)) + 2 * 5 + 30
    heads = names if wide else [name.partition(" ")[0] for name in names]
    columns = [max(5, len(head) + 2) for head in heads]
    head = "".join(name.center(room) for name, room in zip(heads, columns, strict=True))
    who = say("export.ladder.who")
    lines = [shown(" " * STEP + head + "  " + who, "bold")]
    for rung in ladder.rungs:
        marks = "".join(
            ("●" if rung.level == level else "·").center(room) for level, room in enumerate(columns)
        )
        name = say(f"function.{rung.function}")[: STEP - 1].ljust(STEP)
        lines += _folded(name + marks + "  ", say(rung.who), width)
    if not wide:
        lines.append(shown(" · ".join(names), "$text-muted"))
    return Content("\n").join(lines)


def _folded(head: str, text: str, width: int) -> list[Content]:
    """Fold a text beside what stands before it."""
    parts = wrap(text, max(12, width - len(head))) or [""]
    indent = " " * len(head)
    return [shown((indent if at else head) + part) for at, part in enumerate(parts)]
