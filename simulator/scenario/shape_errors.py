"""Turning what pydantic finds wrong with the shape of a file into diagnostics with places."""

import re
from collections.abc import Iterator
from typing import Any

from pydantic import BaseModel, ValidationError

from simulator.core.numbers import ore, whole
from simulator.scenario.diagnostics import Place, Problems, as_written, near
from simulator.scenario.reading import Document, Path

_WANTED = {
    "string_type": "word.text",
    "int_type": "word.whole",
    "int_from_float": "word.whole",
    "float_type": "word.number",
    "count": "word.whole",
    "bool_type": "word.yes-no",
    "list_type": "word.list",
    "tuple_type": "word.list",
    "dict_type": "word.keys",
    "mapping_type": "word.keys",
    "model_type": "word.keys",
    "model_attributes_type": "word.keys",
}
_NUMBERS = ("int_type", "float_type")
_REASONS = ("text", "date", "clock", "moment", "runs", "scalar", "answer")
_LIMITS = {
    "greater_than_equal": ("ge", "at-least"),
    "less_than_equal": ("le", "at-most"),
    "greater_than": ("gt", "above"),
    "less_than": ("lt", "below"),
    "too_short": ("min_length", "at-least"),
    "too_long": ("max_length", "at-most"),
    "string_too_short": ("min_length", "at-least"),
    "string_too_long": ("max_length", "at-most"),
}
"""By the kind of a mistake: what pydantic calls the limit, and the word before it."""
_RESTS = re.compile(r"[0-9]{1,3}|-")
"""What may stand after the comma of a number: decimals, thousands, or ``,-``."""


def diagnose(
    error: ValidationError, document: Document, model: type[BaseModel], problems: Problems
) -> None:
    """Add a diagnostic for every error, at its place in the document."""
    seen: set[tuple[str, Path]] = set()
    for details in error.errors(include_url=False):
        path = tuple(written_parts(document.value, details["loc"]))
        if details["type"] == "missing":
            path = (*path, str(details["loc"][-1]))
        if (details["type"], path) not in seen:
            seen.add((details["type"], path))
            _add(dict(details), path, document, model, problems)


def written_parts(value: Any, loc: Path) -> Iterator[str | int]:
    """Yield the parts of an error's place that are in a document, without names of unions."""
    here = value
    for part in loc:
        if isinstance(part, int):
            inside = isinstance(here, list) and part < len(here)
        else:
            inside = isinstance(here, dict) and part in here
        if inside:
            here = here[part]
            yield part


def _add(
    details: dict[str, Any],
    path: Path,
    document: Document,
    model: type[BaseModel],
    problems: Problems,
) -> None:
    kind, written = details["type"], as_written(details.get("input"))
    context = details.get("ctx") or {}
    if comma := _split_by_a_comma(kind, path, details.get("input"), document, context):
        problems.add("P0210", document.place(path), found=comma[0], meant=comma[1])
    elif kind == "extra_forbidden":
        key = str(details["loc"][-1])
        allowed = allowed_keys(model, details["loc"][:-1])
        place = document.key_place(path)
        problems.add("P0201", place, key=key, **near(key, allowed))
    elif kind == "missing":
        problems.add("P0202", document.place(path[:-1]), key=str(path[-1]))
    elif kind in ("literal_error", "enum"):
        expected = str(context.get("expected", "")).replace(" or ", ", ").split(", ")
        allowed = tuple(part.strip("' ") for part in expected)
        problems.add("P0204", document.place(path), found=written, **near(written, allowed))
    elif kind in _LIMITS:
        name, bound = _LIMITS[kind]
        limit = {"bound": f"word.{bound}", "limit": str(context[name])}
        unit = _unit(kind, context[name])
        problems.add("P0205", document.place(path), found=written, unit=unit, **limit)
    elif kind == "kroner":
        problems.add("P0208", document.place(path), found=written)
    elif kind in _NUMBERS and isinstance(details.get("input"), str) and whole(written) is not None:
        problems.add("P0209", document.place(path), found=written, meant=str(whole(written)))
    elif kind in _WANTED:
        problems.add("P0203", document.place(path), found=written, wanted=_WANTED[kind])
    elif kind == "string_pattern_mismatch":
        problems.add("P0207", document.place(path), found=written, pattern=str(context["pattern"]))
    else:
        reason = kind if kind in _REASONS else "other"
        problems.add("P0206", document.place(path), found=written, reason=f"word.{reason}")


def _split_by_a_comma(
    kind: str, path: Path, written: object, document: Document, context: dict[str, Any]
) -> tuple[str, str] | None:
    """Return a number that a comma in brackets has split in two, and what was meant by it.

    In braces the digits after the comma are taken for a key, in a list for one value more.
    """
    if kind == "extra_forbidden" and written is None:
        before = _key_before(document, path)
        return _joined(document, before, document.key_place(path), path[-1]) if before else None
    if kind == "int_type" and isinstance(path[-1], int) and path[-1] > 0:
        before = (*path[:-1], path[-1] - 1)
        return _joined(document, before, document.place(path), written, _is_quoted(document, path))
    if kind == "too_long" and isinstance(written, list):
        pairs = [(n, n + 1) for n in range(0, len(written) - 1, 2) if len(str(written[n + 1])) > 1]
        joined = [
            _joined(document, (*path, n), document.place((*path, m)), written[m]) for n, m in pairs
        ]
        if len(written) == 2 * context["max_length"] == 2 * len(joined) and all(joined):
            return joined[0]
    return None


def _key_before(document: Document, path: Path) -> Path | None:
    """Return the path of the key that stands before a key in its file; ``None`` if none does."""
    here, at = document.at(path[:-1]), document.key_place(path)
    places = {name: document.key_place((*path[:-1], name)) for name in here}
    before = [name for name, place in places.items() if place.file == at.file and place < at]
    return (*path[:-1], max(before, key=places.__getitem__)) if before else None


def _is_quoted(document: Document, path: Path) -> bool:
    return path in document.marks and document.marks[path].quoted


def _joined(
    document: Document, before: Path, at: Place, after: object, quoted: bool = False
) -> tuple[str, str] | None:
    """Return two values joined by a comma, and the number that is; ``None`` if it is none.

    ``at`` is where the second stands: nothing but the comma may be between them. What is in quotes
    is a text, and was not split.
    """
    value = document.at(before)
    first, second = str(getattr(value, "text", value)), str(after)
    begins = document.place(before)
    nearby = Place(begins.file, begins.line, begins.column + len(first) + 1) == at
    if quoted or _is_quoted(document, before) or not nearby or not _RESTS.fullmatch(second):
        return None
    text = f"{first},{second}"
    kroner, rest = divmod(ore(text) or 0, 100)
    meant = f"{kroner}.{rest:02}" if rest else str(kroner)
    return (text, meant) if kroner or rest else None


def _unit(kind: str, limit: object) -> str:
    """Return the word for what a limit counts; ``""`` where it is a number that is limited."""
    if kind.startswith("string"):
        return "word.character" if limit == 1 else "word.characters"
    return "word.in-all" if kind.startswith("too") else ""


def allowed_keys(model: type[BaseModel], loc: tuple[str | int, ...]) -> tuple[str, ...]:
    """Return the keys allowed in the mapping at an error's place, starting from ``model``."""
    here: list[type[BaseModel]] = [model]
    for part in loc:
        inner = [m for shape in here for m in _models(_annotation(shape, part))]
        here = inner or here
    return tuple(
        dict.fromkeys(
            field.alias or name for shape in here for name, field in shape.model_fields.items()
        )
    )


def _annotation(model: type[BaseModel], part: str | int) -> object:
    for name, field in model.model_fields.items():
        if part in (name, field.alias):
            return field.annotation
    return None


def _models(annotation: object) -> list[type[BaseModel]]:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return [annotation]
    return [model for inner in getattr(annotation, "__args__", ()) for model in _models(inner)]
