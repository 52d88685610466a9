"""Reading on past mistakes of shape, so that mistakes of meaning are told at the same time.

In a copy of the document, each value that does not fit is replaced by one that does, or left out.
The copy is never played. A mistake found in it is told only if a replacement cannot be its cause.
"""

from copy import deepcopy
from dataclasses import dataclass
from typing import Any

from pydantic import BaseModel, ValidationError

from simulator.scenario.diagnostics import Diagnostic, Problems
from simulator.scenario.reading import Document, Path
from simulator.scenario.shape_errors import written_parts

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
        shape = _fitted(value, model, language)
        if not isinstance(shape, ValidationError):
            return Mended(shape, frozenset(touched))
        path = _mend(value, model, language, shape)
        if not path:
            return None
        touched.add(path)
    return None


def _mend(
    value: dict[str, Any], model: type[BaseModel], language: str, error: ValidationError
) -> Path:
    """Mend the first mistake and return its path; ``()`` if it is at the root."""
    first = error.errors(include_url=False)[0]
    path = tuple(written_parts(value, first["loc"]))
    if not path:
        return path
    parent: Any = value
    for part in path[:-1]:
        parent = parent[part]
    key = path[-1]
    if first["type"] not in ("missing", "extra_forbidden"):
        count = error.error_count()
        for candidate in FITTING:
            parent[key] = deepcopy(candidate)
            fitted = _fitted(value, model, language)
            if not isinstance(fitted, ValidationError) or fitted.error_count() < count:
                return path
    del parent[key]
    return path


def _fitted(value: dict[str, Any], model: type[BaseModel], language: str) -> Any:
    """Return a document in its shape, or the error that says where it does not fit."""
    try:
        return model.model_validate(value, context={"language": language})
    except ValidationError as error:
        return error


def told_too(problems: Problems, later: Problems, doubtful: tuple[Mended, ...]) -> None:
    """Add to ``problems`` those of ``later`` that no replacement can have caused, one a place."""
    places = {diagnostic.place for diagnostic in problems.found}
    for diagnostic in later.found:
        if diagnostic.place not in places and not any(how.doubtful(diagnostic) for how in doubtful):
            problems.found.append(diagnostic)
