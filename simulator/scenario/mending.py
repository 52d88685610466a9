"""Reading on past mistakes of shape, so that mistakes of meaning are told at the same time.

In a copy of the document, each value that does not fit is replaced by one that does, or left out.
The copy is never played. A mistake found in it is told only if a replacement cannot be its cause.
"""

from collections.abc import Iterator
from copy import deepcopy
from dataclasses import dataclass
from typing import Any

from pydantic import BaseModel, ValidationError

from simulator.scenario.diagnostics import Diagnostic, Problems
from simulator.scenario.reading import Document, Path

FITTING: tuple[Any, ...] = (40, 1, "a", "2026-02-02", "00:00", 2026, True, "da", [0, 4], [], {})
"""The values that are tried in place of one that does not fit, in this order."""
MOST = 60
"""The number of mistakes that are read past at most."""


@dataclass(frozen=True)
class Mended:
    """The shape of a mended copy of a document, and the paths at which it was mended."""

    shape: BaseModel
    touched: frozenset[Path]

    def doubtful(self, diagnostic: Diagnostic) -> bool:
        """Return whether a mistake of meaning may be caused by what was replaced or left out."""
        names = {str(part) for path in self.touched for part in path}
        parts = {path[0] for path in self.touched}
        return (
            diagnostic.arguments.get("found") in names
            or ("day" in parts and diagnostic.code in ("P0304", "P0306"))
            or ("people" in parts and diagnostic.code.startswith("P05"))
        )


def mended(document: Document, model: type[BaseModel], language: str) -> Mended | None:
    """Return the shape of a mended copy of a document; ``None`` if it cannot be mended."""
    value = deepcopy(document.value)
    touched: set[Path] = set()
    for _ in range(MOST):
        try:
            shape = model.model_validate(value, context={"language": language})
        except ValidationError as error:
            path = _mend(value, model, language, error)
            if path is None:
                return None
            touched.add(path)
        else:
            return Mended(shape, frozenset(touched))
    return None


def _mend(
    value: dict[str, Any], model: type[BaseModel], language: str, error: ValidationError
) -> Path | None:
    """Mend the first mistake and return its path; ``None`` if it is at the root."""
    first = error.errors(include_url=False)[0]
    path = tuple(_written(value, first["loc"]))
    if not path:
        return None
    parent, key = _parent(value, path), path[-1]
    if first["type"] not in ("missing", "extra_forbidden"):
        count = error.error_count()
        for candidate in FITTING:
            parent[key] = deepcopy(candidate)
            if _errors(value, model, language) < count:
                return path
    del parent[key]
    return path


def _written(value: Any, loc: tuple[int | str, ...]) -> Iterator[int | str]:
    """Yield the parts of an error's place that are in the document."""
    here = value
    for part in loc:
        if _has(here, part):
            here = here[part]
            yield part


def _has(here: Any, part: int | str) -> bool:
    if isinstance(here, list):
        return isinstance(part, int) and part < len(here)
    return isinstance(here, dict) and part in here


def _parent(value: Any, path: Path) -> Any:
    for part in path[:-1]:
        value = value[part]
    return value


def _errors(value: dict[str, Any], model: type[BaseModel], language: str) -> int:
    try:
        model.model_validate(value, context={"language": language})
    except ValidationError as error:
        return error.error_count()
    return 0


def told_too(problems: Problems, later: Problems, doubtful: tuple[Mended, ...]) -> None:
    """Add to ``problems`` those of ``later`` that no replacement can have caused, one a place."""
    places = {diagnostic.place for diagnostic in problems.found}
    for diagnostic in later.found:
        if diagnostic.place not in places and not any(how.doubtful(diagnostic) for how in doubtful):
            problems.found.append(diagnostic)
