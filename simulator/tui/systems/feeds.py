"""The documented arrows as a list: under each system whom it copies from, how often, and what."""

from collections.abc import Collection, Iterable, Iterator, Sequence

from textual.content import Content

from simulator.casework.phrasing import how_often
from simulator.casework.views import IntegrationView, SystemItem
from simulator.core.texts import Teller
from simulator.tui.content import shown

INDENT = 6
"""Cells before what an arrow carries; its number stands there."""
POINTER = "▸"
"""Stands before the arrow that is pointed at."""


def in_order(systems: Iterable[SystemItem], arrows: Sequence[IntegrationView]) -> tuple[int, ...]:
    """Return the numbers of the arrows in the order the list has them, from the top."""
    return tuple(number for system in systems for number, _ in _into(system, arrows))


def _into(
    system: SystemItem, arrows: Sequence[IntegrationView]
) -> list[tuple[int, IntegrationView]]:
    """Return the arrows into a system, each with its number."""
    return [(n, arrow) for n, arrow in enumerate(arrows, 1) if arrow.ends[1] == system.id]


def feeds(
    systems: Iterable[SystemItem],
    arrows: Sequence[IntegrationView],
    say: Teller,
    width: int,
    lit: Collection[int] = (),
    pointed: int = 0,
) -> Content:
    """Return the list within ``width`` cells.

    The arrows with the numbers ``lit`` are marked, and the one ``pointed`` at; 0 if none is.
    """
    lines: list[Content] = []
    for system in systems:
        owner = say("systems.owner", owner=system.owner)
        head = shown(say(system.name), "bold $primary") + shown(f" · {owner}", "dim")
        lines.extend(head.wrap(width))
        copied = _into(system, arrows)
        for number, arrow in copied:
            sign = POINTER if number == pointed else "━" if number in lit else " "
            lines.extend(_arrow(f"{sign}{number:>2} ← ", arrow, say, width))
        if not copied:
            lines.append(shown(" " * INDENT + say("systems.landscape.copies-none"), "dim"))
    return Content("\n").join(lines)


def _arrow(place: str, arrow: IntegrationView, say: Teller, width: int) -> Iterator[Content]:
    """Yield the lines of an arrow: its number, then what it carries, indented."""
    style = "bold reverse" if place.startswith(POINTER) else "dim"
    for at, line in enumerate(_carries(arrow, say).wrap(max(8, width - INDENT))):
        yield (shown(" " * INDENT, "dim") if at else shown(place, style)) + line


def _carries(arrow: IntegrationView, say: Teller) -> Content:
    facts = ", ".join(map(say, arrow.facts))
    return shown(say(arrow.source), "bold") + shown(f" {say(how_often(arrow.every))}: {facts}")
