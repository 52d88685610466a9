"""The days that come with the program, as a list to choose from. Only their heads are read."""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from simulator.core.clock import minutes
from simulator.core.texts import LANGUAGES, Text
from simulator.core.untrusted import clean
from simulator.scenario.places import days
from simulator.scenario.reading import read_head


@dataclass(frozen=True)
class DayItem:
    """One playable day."""

    id: str
    path: Path
    title: Text
    class_minutes: int
    minutes: int
    """Simulated minutes at the desk, from opening to closing time."""


def shelf() -> tuple[DayItem, ...]:
    """Return the days that come with the program, the shortest first."""
    items = [_item(id_, path) for id_, path in days().items()]
    return tuple(sorted(items, key=lambda item: (item.class_minutes, item.id)))


def _item(id_: str, path: Path) -> DayItem:
    value = read_head(path.read_bytes(), path.name, "title", "day")
    day = value["day"]
    opens, closes = (minutes(str(day[key])) for key in ("opens", "closes"))
    return DayItem(id_, path, _title(value["title"]), day["class-minutes"], closes - opens)


def _title(written: Any) -> Text:
    texts = written if isinstance(written, dict) else dict.fromkeys(LANGUAGES, written)
    return Text(clean(texts["da"]), clean(texts["en"]))
