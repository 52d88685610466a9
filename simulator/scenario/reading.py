"""Reading a YAML file that may come from anybody, as plain values with a place for each of them.

It works on the parser's event stream, so that depth, size, aliases and duplicates are refused
before anything is built. Plain scalars are resolved by YAML 1.2's core rules: null, true and
false, whole and decimal numbers; everything else is text, also dates and times of day. Only a
number with points between its thousands, ``18.200``, is what people mean by it, and not 18.2.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path as File
from typing import Any, NamedTuple

import yaml

from simulator.core.numbers import Decimals, Grouped
from simulator.scenario.diagnostics import Place, Problems, ScenarioRefused

DEEPEST = 40
MOST_NODES = 2_000_000
LARGEST = 8_000_000
LONGEST_SCALAR = 20_000

Path = tuple[str | int, ...]
_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_INTEGER = re.compile(r"[-+]?(0|[1-9][0-9]{0,17})\Z")
_DECIMAL = re.compile(r"[-+]?(0|[1-9][0-9]{0,14})\.[0-9]{1,15}\Z")
_BEGINS_A_NUMBER = frozenset("+-0123456789")
_WORDS: dict[str, bool | None] = {"": None, "~": None, "null": None, "true": True, "false": False}


class Marks(NamedTuple):
    """Where a value stands, and its key if it has one. A library holds tens of thousands."""

    value: Place
    key: Place | None = None
    quoted: bool = False
    """Whether the value is a text in quotes, which begins one column after its place."""


@dataclass(frozen=True)
class Document:
    """A file as plain values, with the places they were written at."""

    name: str
    value: dict[str, Any]
    marks: Mapping[Path, Marks] = field(default_factory=dict)

    def place(self, path: Path) -> Place:
        """Return the place of the value at a path, or of the nearest value around it."""
        return self._nearest(path).value

    def key_place(self, path: Path) -> Place:
        """Return the place of the key at a path, or of its value if it has no key."""
        marks = self._nearest(path)
        return marks.key or marks.value

    def within(self, path: Path, column: int) -> Place:
        """Return the place of a character of the text at a path; ``column`` counts from 1."""
        marks = self._nearest(path)
        at = marks.value
        return Place(at.file, at.line, at.column + column - 1 + marks.quoted)

    def at(self, path: Path) -> Any:
        """Return the value at a path. Raises ``LookupError`` if there is none."""
        here: Any = self.value
        for part in path:
            here = here[part]
        return here

    def _nearest(self, path: Path) -> Marks:
        while path and path not in self.marks:
            path = path[:-1]
        return self.marks.get(path, Marks(Place(self.name, 1, 1)))


def contents(path: File) -> bytes:
    """Return the bytes of a file, at most one more than ``read`` allows.

    Raises ``ScenarioRefused`` if it is not there or cannot be read.
    """
    try:
        with path.open("rb") as file:
            return file.read(LARGEST + 1)
    except OSError as wrong:
        code = "P0114" if isinstance(wrong, FileNotFoundError) else "P0115"
        raise _refused(code, Place(str(path), 1, 1)) from wrong


def read(text: str | bytes, name: str, under: Path = (), *, noted: bool = True) -> Document:
    """Read the text of a file called ``name``. Raises ``ScenarioRefused`` with what is wrong.

    The places of the document are noted under a path, where it is a part of something larger; with
    ``noted`` false they are not, which takes half the time.
    """
    decoded = _decoded(text, name)
    builder = _Builder(name, under, noted=noted)
    try:
        value = builder.document(_events(decoded))
    except yaml.reader.ReaderError as wrong:
        raise _refused("P0102", _position(name, decoded, wrong.position)) from None
    except yaml.MarkedYAMLError as wrong:
        mark = wrong.problem_mark or wrong.context_mark
        place = Place(name, mark.line + 1, mark.column + 1) if mark else Place(name, 1, 1)
        if "nesting depth" in str(wrong.problem):  # the parser's own limit came first
            raise _refused("P0104", place, most=str(DEEPEST)) from None
        raise _refused("P0103", place, problem=str(wrong.problem or "")) from None
    except RecursionError:
        raise _refused("P0104", Place(name, 1, 1), most=str(DEEPEST)) from None
    if builder.duplicates.found:
        raise ScenarioRefused(builder.duplicates.found)
    if not isinstance(value, dict):
        raise _refused("P0109", Place(name, 1, 1))
    return Document(name, value, builder.marks)


def read_head(text: bytes, name: str, *keys: str) -> dict[str, Any]:
    """Read a file of the program's own from its beginning, until all of some keys are there.

    What stands after them is not looked at: it may be long, and is read when the day is begun.
    """
    events = _events(text)
    while not isinstance(next(events), yaml.MappingStartEvent):
        pass
    return _Builder(name).mapping(events, (), frozenset(keys))


def _events(text: str | bytes) -> Iterator[Any]:
    """Return the parser's events. They are taken from it one by one, with no step between."""
    return iter(_LOADER(text).get_event, None)


def _decoded(text: str | bytes, name: str) -> str:
    if len(text) > LARGEST:
        raise _refused("P0105", Place(name, 1, 1), most=str(LARGEST // 1_000_000))
    if isinstance(text, str):
        if any("\ud800" <= character <= "\udfff" for character in text):
            raise _refused("P0101", Place(name, 1, 1))
        return text
    try:
        return text.decode("utf-8-sig")
    except UnicodeDecodeError as wrong:
        line = text.count(b"\n", 0, wrong.start) + 1
        column = wrong.start - text.rfind(b"\n", 0, wrong.start)
        raise _refused("P0101", Place(name, line, column)) from None


def _position(name: str, text: str, position: int) -> Place:
    before = text[:position]
    return Place(name, before.count("\n") + 1, position - before.rfind("\n"))


def _refused(code: str, place: Place, **arguments: str) -> ScenarioRefused:
    problems = Problems()
    problems.add(code, place, **arguments)
    return ScenarioRefused(problems.found)


class _Builder:
    """Builds plain values from the parser's events, and notes the place of each if it is to."""

    def __init__(self, name: str, under: Path = (), *, noted: bool = True) -> None:
        self.name, self._under, self._noted = name, under, noted
        self._deepest = DEEPEST + len(under)
        self.marks: dict[Path, Marks] = {}
        self.duplicates = Problems()
        self._nodes = 0

    def document(self, events: Iterator[Any]) -> object:
        """Return the one document of a stream. Raises ``ScenarioRefused`` for a second one."""
        value: object = None
        documents = 0
        for event in events:
            if isinstance(event, yaml.DocumentStartEvent):
                documents += 1
                if documents > 1:
                    raise _refused("P0108", self._at(event))
                value = self._node(next(events), events, self._under, None)
        return value

    def _at(self, event: Any) -> Place:
        mark = event.start_mark
        return Place(self.name, mark.line + 1, mark.column + 1)

    def _node(self, event: Any, events: Iterator[Any], path: Path, key: Place | None) -> object:
        self._nodes += 1
        if self._nodes > MOST_NODES:
            raise _refused("P0106", self._at(event), most=str(MOST_NODES))
        if len(path) > self._deepest:
            raise _refused("P0104", self._at(event), most=str(DEEPEST))
        if event.anchor:  # of an alias too
            raise _refused("P0107", self._at(event))
        if event.tag not in (None, "!"):
            raise _refused("P0110", self._at(event))
        kind = type(event)  # there are tens of thousands, and the parser makes no other kinds
        is_scalar = kind is yaml.ScalarEvent
        if self._noted:
            quoted = is_scalar and event.style in ("'", '"')
            self.marks[path] = Marks(self._at(event), key, quoted)
        if is_scalar:
            return self._scalar(event)
        if kind is yaml.SequenceStartEvent:
            return self._sequence(events, path)
        return self.mapping(events, path)

    def _scalar(self, event: Any) -> object:
        text: str = event.value
        if len(text) > LONGEST_SCALAR:
            raise _refused("P0111", self._at(event), most=str(LONGEST_SCALAR))
        if not event.implicit[0] or event.style:  # quoted, or a block
            return text
        if text in _WORDS:
            return _WORDS[text]
        if text[0] not in _BEGINS_A_NUMBER:  # as most texts are
            return text
        if _INTEGER.match(text):
            return int(text)
        if (grouped := Grouped.read(text)) is not None:
            return grouped
        return Decimals.read(text) if _DECIMAL.match(text) else text

    def _sequence(self, events: Iterator[Any], path: Path) -> list[object]:
        items: list[object] = []
        while not isinstance(event := next(events), yaml.SequenceEndEvent):
            items.append(self._node(event, events, (*path, len(items)), None))
        return items

    def mapping(
        self, events: Iterator[Any], path: Path, until: frozenset[str] | None = None
    ) -> dict[str, object]:
        """Return the mapping that has begun; with ``until``, no more of it than to those keys."""
        mapping: dict[str, object] = {}
        while not isinstance(event := next(events), yaml.MappingEndEvent):
            if not isinstance(event, yaml.ScalarEvent) or len(event.value) > LONGEST_SCALAR:
                raise _refused("P0112", self._at(event))
            key = event.value
            if key in mapping:
                self.duplicates.add("P0113", self._at(event), key=key)
            place = self._at(event) if self._noted else None
            mapping[key] = self._node(next(events), events, (*path, key), place)
            if until is not None and until <= mapping.keys():
                break
        return mapping
