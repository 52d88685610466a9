"""The words of the interface, and the teller that says them in a language.

``scenarios/library/words`` has a file for each area of the program, and its folder ``looks`` one
for each look of systems. Keys under one another are joined to dotted ids.
"""

from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any

from simulator.core.texts import LANGUAGES, Language, Teller, Text
from simulator.scenario.places import library
from simulator.scenario.reading import read
from simulator.scenario.writing import writer


@cache
def texts() -> Mapping[str, Text]:
    """Return every word of the library by its dotted id."""
    by_id: dict[str, Text] = {}
    for file in sorted((library() / "words").rglob("*.yaml")):
        for id_, text in _leaves(read(file.read_bytes(), file.name).value, ""):
            assert id_ not in by_id, f"{file.name}: {id_} stands in two places"
            by_id[id_] = text
    return by_id


def _leaves(mapping: Mapping[str, Any], above: str) -> Iterator[tuple[str, Text]]:
    for key, inner in mapping.items():
        id_ = f"{above}{key}"
        if set(inner) == set(LANGUAGES) and isinstance(inner["da"], str):
            yield id_, Text(inner["da"], inner["en"])
        else:
            yield from _leaves(inner, f"{id_}.")


@cache
def teller(language: Language) -> Teller:
    """Return the teller of a language."""
    return Teller(texts(), writer(texts()), language)
