"""Pages to draw: a full one, one where nothing can be seen, and one with hostile text in it."""

from simulator.casework.views import PageView, Row
from simulator.core.clock import day_number, minutes, moment
from simulator.core.texts import Measure, Phrase, Text
from simulator.scenario.places import looks

DRAWN = looks()
WITH_PLAIN = (*DRAWN, "hologram")
"""The last is one nobody has drawn a face for."""

DAY = day_number("2026-02-02")

HOSTILE = "[@click=app.quit]Ann[/] [red]x[/red] \x1b[31mred\x1b[0m \u202eevil\u200b\u2066"
AS_SHOWN = "[@click=app.quit]Ann[/] [red]x[/red] [31mred[0m evil"
"""The same without what acts or hides; the brackets are only brackets."""


def text(words: str) -> Text:
    return Text(words, words)


def on(day: str) -> int:
    return moment(day_number(day), minutes("12:00"))


def row(number: int, **more: object) -> Row:
    given: dict[str, object] = {
        "code": f"FELT{number:02}",
        "label": Phrase(text(f"Oplysning {number}")),
        "state": "shown",
        "value": Measure(f"vaerdi-{number}."),
        "path": f"fact.number{number}",
    }
    return Row(**{**given, **more})  # type: ignore[arg-type]


def page(look: str, *rows: Row, **more: object) -> PageView:
    given: dict[str, object] = {
        "system": "demo",
        "name": text("Demosystem"),
        "owner": text("Ejeren"),
        "look": look,
        "page": "all",
        "title": text("Alt"),
        "subject": "Amina Holst",
        "minute": 583,
        "rows": rows or tuple(row(number) for number in range(12)),
        "date": DAY,
    }
    return PageView(**{**given, **more})  # type: ignore[arg-type]


def months(newest: str, count: int) -> Row:
    """A field of six months."""
    first = day_number(newest)
    earlier = tuple((first - 31 * n, Measure(100 * n)) for n in range(1, count))
    return row(1, value=Measure(999_00, "kr"), month=first, earlier=earlier, as_of=on("2026-01-30"))
