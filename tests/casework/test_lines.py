"""What people of the library say: enough of it, and something for everybody in every act."""

from itertools import product
from pathlib import Path

import pytest

from simulator.core.texts import LANGUAGES, placeholders
from simulator.scenario.loading import load
from simulator.scenario.places import days, library
from simulator.scenario.reading import read

LINES = {
    id_: line
    for file in sorted((library() / "people").glob("*.yaml"))
    for id_, line in dict(read(file.read_bytes(), file.name).value).get("lines", {}).items()
}
ACTS = sorted({line["act"] for line in LINES.values()})
FEWEST = 4
MANY = {"thanks": 16, "complain": 16, "give_up": 14, "answer": 12, "told": 12, "reply": 10}
"""Acts in which many may speak on one day."""
ASKS = ("language", "age", "when", "met", "fills")


def of(act: str) -> list[dict]:  # type: ignore[type-arg]
    return [line for line in LINES.values() if line["act"] == act]


@pytest.mark.parametrize("act", ACTS)
def test_there_are_enough_ways_to_say_it(act: str) -> None:
    assert len(of(act)) >= MANY.get(act, FEWEST)


@pytest.mark.parametrize("act", ACTS)
def test_everybody_has_something_to_say(act: str) -> None:
    shorter = act.rpartition(".")[0]
    always = [line for kind in (act, shorter) for line in of(kind) if not set(line) & set(ASKS)]
    for trust, patience in product(range(0, 101, 5), repeat=2):
        fitting = [
            line
            for line in always
            if _within(line.get("trust"), trust) and _within(line.get("patience"), patience)
        ]
        assert fitting, (trust, patience)


def _within(bounds: list[int] | None, value: int) -> bool:
    return bounds is None or bounds[0] <= value <= bounds[1]


@pytest.mark.parametrize("line", LINES.values(), ids=LINES)
def test_it_is_said_in_both_languages_with_the_same_names(line: dict) -> None:  # type: ignore[type-arg]
    danish, english = (line["says"][language] for language in LANGUAGES)
    assert danish.strip() != english.strip() or "language" in line
    assert placeholders(danish) == placeholders(english)


@pytest.mark.parametrize("day", days().values(), ids=days())
def test_somebody_who_is_drawn_can_say_each_line(day: Path) -> None:
    assert "P0906" not in [note.code for note in load(day).notes]
