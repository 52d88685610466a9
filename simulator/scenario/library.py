"""The library as a scenario changes it: read, joined with what the scenario adds, and checked.

A file is a section, or an item of the section its folder names, or (facts, amounts, integrations,
people) a part of that section: new things come in a file of their own. A folder of the same build
beside a scenario is laid over the program's, and what the scenario writes under ``library`` or
``landscape.integrations`` over both, key by key; a mistake is told at the line it was written on,
wherever that is.
"""

from collections import ChainMap
from collections.abc import Iterator, Mapping
from functools import cache, cached_property
from pathlib import Path as File
from typing import Any, cast

from pydantic import BaseModel, ValidationError

from simulator.core.untrusted import clean
from simulator.scenario.diagnostics import Place, Problems
from simulator.scenario.places import library
from simulator.scenario.reading import Document, Marks, Path, contents, read
from simulator.scenario.shape_errors import diagnose
from simulator.scenario.shapes.landscape import ends_of

SECTIONS = ("prices", "by-level", "later", "letters", "prebrief", "places")
"""The sections that are one file each."""
FOLDERS = ("systems", "case-types", "documents")
"""The sections that are a folder each, with a file for every item."""
PARTS = ("facts", "amounts", "landscape", "people", "glossary")
"""The sections that are a folder each, whose files are joined to one mapping."""


def shaped(document: Document, model: type[BaseModel], language: str, problems: Problems) -> Any:
    """Return a document as an instance of ``model``.

    Returns ``None``, and adds each mistake to ``problems``, if it does not fit.
    """
    try:
        return model.model_validate(document.value, context={"language": language})
    except ValidationError as error:
        diagnose(error, document, model, problems)
        return None


def beside(scenario: File) -> File | None:
    """Return the folder ``library`` beside a scenario file, or ``None``.

    The program's own library, beside a day that comes with it, is none.
    """
    own = scenario.parent / "library"
    return own if own.is_dir() and not own.samefile(library()) else None


def joined(scenario: Document, own: File | None = None) -> Document:
    """Return the program's library with the folder ``own`` and then the scenario written over it.

    Raises ``ScenarioRefused`` for a file of the folder that cannot be read.
    """
    base = _shipped(library())
    if own is not None:
        mine = _folder(own)
        laid = _laid_over(base.value, mine.value)
        base = Document("library", laid, _marked_over(mine.marks, base.marks))
    value, moved = dict(base.value), dict[Path, Marks]()
    for above, here in ((("library",), ()), (("landscape", "integrations"), ("landscape",))):
        over = _at(scenario.value, above)
        if isinstance(over, dict):
            if above[0] == "landscape":
                over = {_arrow(key): inner for key, inner in over.items()}
            value = _laid_over(value, {here[0]: over} if here else over)
            moved |= _moved(scenario.marks, above, here)
    return Document(scenario.name, value, _marked_over(moved, base.marks))


def _marked_over(marks: Mapping[Path, Marks], under: Mapping[Path, Marks]) -> Mapping[Path, Marks]:
    """Return marks over others, which are not looked at until they are asked for."""
    return ChainMap(*(cast("dict[Path, Marks]", maps) for maps in (marks, under)))


def _arrow(key: str) -> str:
    """Return the key of an integration as the library spells it: ``a -> b``."""
    return " -> ".join(ends_of(key)) or key


def _at(value: Any, path: tuple[str, ...]) -> Any:
    for key in path:
        value = value.get(key) if isinstance(value, dict) else None
    return value


def _laid_over(base: dict[str, Any], over: dict[str, Any]) -> dict[str, Any]:
    result = dict(base)
    for key, inner in over.items():
        under = result.get(key)
        both = isinstance(inner, dict) and isinstance(under, dict) and not _is_text(inner)
        result[key] = _laid_over(under, inner) if both and isinstance(under, dict) else inner
    return result


def _is_text(written: dict[str, Any]) -> bool:
    return bool(written) and set(written) <= {"da", "en"}


def _moved(marks: Mapping[Path, Marks], above: Path, here: Path) -> dict[Path, Marks]:
    return {
        (*here, *_named(path[len(above) :], here)): mark
        for path, mark in marks.items()
        if path[: len(above)] == above and path != above
    }


def _named(path: Path, here: Path) -> Path:
    return (_arrow(str(path[0])), *path[1:]) if here and path else path


def shipped(*path: str) -> Any:
    """Return what stands at a path in the program's own library; ``None`` if nothing does."""
    return _at(_shipped(library()).value, path)


def own_names(section: str) -> tuple[str, ...]:
    """Return the names a section of the program's own library has, in its order."""
    return tuple(_shipped(library()).value[section])


def forget() -> None:
    """Free the memory of the library that was read: a day that is open has all it needs of it."""
    _shipped.cache_clear()
    made.cache_clear()


@cache
def made() -> dict[str, Any]:
    """Return what has been made of the program's own library, by its name: days share it."""
    return {}


class _Places(Mapping[Path, Marks]):
    """Where everything stands in a library; it is looked up only where something is wrong."""

    def __init__(self, folder: File) -> None:
        self._folder = folder

    @cached_property
    def _noted(self) -> Mapping[Path, Marks]:
        return _folder(self._folder).marks

    def __getitem__(self, path: Path) -> Marks:
        return self._noted[path]

    def __iter__(self) -> Iterator[Path]:
        return iter(self._noted)

    def __len__(self) -> int:
        return len(self._noted)


@cache
def _shipped(folder: File) -> Document:
    return Document("library", _folder(folder, noted=False).value, _Places(folder))


def _folder(folder: File, *, noted: bool = True) -> Document:
    value: dict[str, Any] = {}
    marks: dict[Path, Marks] = {}
    for file, path in _files(folder):
        name = f"library/{clean(file.relative_to(folder).as_posix())}"
        document = read(contents(file), name, path, noted=noted)
        over: dict[str, Any] = {path[-1]: document.value} if path[1:] else document.value
        if path[0] in SECTIONS:
            value[path[0]] = document.value
        else:
            marks.setdefault((path[0],), Marks(Place(f"library/{path[0]}", 1, 1)))
            value[path[0]] = _laid_over(value.get(path[0], {}), over)
        marks |= document.marks
    return Document("library", value, marks)


def _files(folder: File) -> Iterator[tuple[File, tuple[str, ...]]]:
    """Yield the files of a library folder, each with the path of its content in the library."""
    for section in SECTIONS:
        file = folder / f"{section}.yaml"
        if file.is_file():
            yield file, (section,)
    for section in (*FOLDERS, *PARTS):
        for file in sorted((folder / section).glob("*.yaml")):
            yield file, (section, clean(file.stem)) if section in FOLDERS else (section,)
