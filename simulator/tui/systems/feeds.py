"""The documented arrows as a list: under each system whom it copies from, how often, and what."""

from collections.abc import Collection, Iterable, Iterator, Sequence

from textual.content import Content

from simulator.casework.phrasing import how_often
from simulator.casework.views import IntegrationView, SystemItem
from simulator.core.texts import Teller
from simulator.tui.content import shown

INDENT = 6
"""Cells before what an arrow carries; its number stands there."""


def feeds(
    systems: Iterable[SystemItem],
    arrows: Sequence[IntegrationView],
    say: Teller,
    width: int,
    lit: Collection[int] = (),
) -> Content:
    """Return the list within ``width`` cells; the arrows with the numbers ``lit`` are marked."""
    lines: list[Content] = []
    for system in systems:
        owner = say("systems.owner", owner=system.owner)
        head = shown(say(system.name), "bold $primary") + shown(f" · {owner}", "dim")
        lines.extend(head.wrap(width))
        copied = [(n, one) for n, one in enumerate(arrows, 1) if one.ends[1] == system.id]
        for number, one in copied:
            lines.extend(_arrow(number, one, say, width, lit))
        if not copied:
            lines.append(shown(" " * INDENT + say("systems.landscape.copies-none"), "dim"))
    return Content("\n").join(lines)


def _arrow(
    number: int, one: IntegrationView, say: Teller, width: int, lit: Collection[int]
) -> Iterator[Content]:
    """Give the lines of one arrow, what it carries set in."""
    sign = "━" if number in lit else " "
    for at, line in enumerate(_carries(one, say).wrap(max(8, width - INDENT))):
        place = f"{sign}{number:>2} ← " if at == 0 else " " * INDENT
        yield shown(place, "dim") + line


def _carries(one: IntegrationView, say: Teller) -> Content:
    facts = ", ".join(map(say, one.facts))
    return shown(say(one.source), "bold") + shown(f" {say(how_often(one.every))}: {facts}")
