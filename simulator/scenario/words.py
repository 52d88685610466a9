"""The words of the interface, and the teller that says them in a language.

One file an area in ``scenarios/library/words``, and in its folder ``looks`` one a look of systems;
keys under one another join to dotted ids.
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
    found: dict[str, Text] = {}
    for file in sorted((library() / "words").rglob("*.yaml")):
        for id_, text in _leaves(read(file.read_bytes(), file.name).value, ""):
            assert id_ not in found, f"{file.name}: {id_} stands in two places"
            found[id_] = text
    return found


def _leaves(found: Mapping[str, Any], above: str) -> Iterator[tuple[str, Text]]:
    for key, inner in found.items():
        id_ = f"{above}{key}"
        if set(inner) == set(LANGUAGES) and isinstance(inner["da"], str):
            yield id_, Text(inner["da"], inner["en"])
        else:
            yield from _leaves(inner, f"{id_}.")


@cache
def teller(language: Language) -> Teller:
    """Return the teller of a language."""
    return Teller(texts(), writer(texts()), language)
