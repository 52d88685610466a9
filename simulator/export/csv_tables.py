"""Debriefs as tables for a spreadsheet: one file per table, and one that explains the columns.

Text is quoted, numbers are not, so that a reader can tell them apart. No text can become a formula.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal

from simulator.core.clock import day_of, iso
from simulator.core.texts import Language, Measure, Phrase
from simulator.debrief.debrief import Debrief
from simulator.debrief.imprint import Imprint
from simulator.debrief.sections.front import HELD_BACK
from simulator.debrief.sharing import shows_contests
from simulator.debrief.writer import Writer
from simulator.scenario.words import teller as teller_of

Cell = str | int | Decimal | None
Rows = Iterable[tuple[Cell, ...]]

_ACTS = ("=", "+", "-", "@", "\t", "\r", "|", "%")
"""The characters with which a spreadsheet takes a formula or a command to begin."""


@dataclass(frozen=True)
class Dialect:
    """How a country's spreadsheets read a file."""

    language: Language
    """The language of the headings."""
    between: str
    """The separator between two cells."""
    point: str
    """The decimal separator."""


DANISH = Dialect("da", ";", ",")
INTERNATIONAL = Dialect("en", ",", ".")

COLUMNS: Mapping[str, tuple[str, ...]] = {
    "choices": ("event", "minute", "case", "kind", "what", "minutes"),
    "statements": (
        "rule",
        "value",
        "case",
        "minute",
        "statement",
        "of",
        "events",
        "verdict",
        "place",
    ),
    "data": ("event", "case", "fact", "source", "showed", "reported", "held", "same"),
}
"""The columns of each table, in their order."""
SHARED: Mapping[str, tuple[str, ...]] = {
    "private": ("choices", "statements", "data"),
    "group": ("choices", "statements", "data"),
    "class": ("choices",),
}
"""The names of the tables a file has, by whom it is shared with."""


def csv_danish(debrief: Debrief, imprint: Imprint) -> Mapping[str, bytes]:
    """Return the tables as CSV for a Danish spreadsheet, by the name of the file."""
    return _files(debrief, imprint, DANISH)


def csv_international(debrief: Debrief, imprint: Imprint) -> Mapping[str, bytes]:
    """Return the tables as CSV for other spreadsheets, with English headings, by file name."""
    return _files(debrief, imprint, INTERNATIONAL)


def _files(debrief: Debrief, imprint: Imprint, dialect: Dialect) -> Mapping[str, bytes]:
    writer = Writer(teller_of(dialect.language))
    say, files = writer.say, {}
    explained = []
    for name in SHARED[imprint.share]:
        file, words = say(f"export.csv.{name}.file"), f"export.csv.{name}"
        head = tuple(say(f"{words}.{column}.head") for column in COLUMNS[name])
        files[file] = _file(dialect, head, _ROWS[name](debrief, writer, imprint))
        says = (say(f"{words}.{column}.says") for column in COLUMNS[name])
        explained += [(file, *column) for column in zip(head, says, strict=True)]
    if not debrief.over:
        explained.append(("", "", say(HELD_BACK)))
    head = writer.words("file column says", "export.csv.explained")
    files[say("export.csv.explained.name")] = _file(dialect, head, explained)
    return files


def _file(dialect: Dialect, head: tuple[str, ...], rows: Rows) -> bytes:
    """Return a table as CSV: UTF-8 with a byte order mark, lines ended by CR LF."""
    lines = [dialect.between.join(_cell(value, dialect) for value in row) for row in (head, *rows)]
    return "".join(f"{line}\r\n" for line in lines).encode("utf-8-sig")


def _cell(value: Cell, dialect: Dialect) -> str:
    if value is None:
        return ""
    if isinstance(value, str):
        guarded = f"'{value}" if value.lstrip(" '\u00a0").startswith(_ACTS) else value
        return '"' + guarded.replace('"', '""') + '"'
    return str(value).replace(".", dialect.point)


def _choices(debrief: Debrief, writer: Writer, imprint: Imprint) -> Rows:
    for choice in debrief.choices:
        yield (
            choice.event,
            choice.minute,
            choice.case,
            choice.kind,
            writer.say(choice.what),
            choice.minutes,
        )


def _statements(debrief: Debrief, writer: Writer, imprint: Imprint) -> Rows:
    student = debrief.evidence.student
    contested = student.contested if shows_contests(imprint) else {}
    for statement in debrief.statements:
        verdict, placed = contested.get(statement.id), student.placed.get(statement.id)
        yield (
            statement.indicator,
            writer.say(f"debrief.value.{debrief.texts[statement.indicator].value}"),
            statement.case,
            statement.minute,
            writer.say(debrief.sentence(statement)),
            statement.of,
            " ".join(map(str, statement.events)),
            writer.say(f"debrief.verdict.{verdict.what}") if verdict else None,
            writer.say(f"export.csv.place.{placed.what}") if placed else None,
        )


def _data(debrief: Debrief, writer: Writer, imprint: Imprint) -> Rows:
    for compared in debrief.compared:
        yield (
            compared.event,
            compared.case,
            writer.say(compared.fact),
            writer.say(compared.source),
            _value(compared.showed, writer),
            None if compared.as_of is None else iso(day_of(compared.as_of)),
            _value(compared.truth, writer),
            writer.say("export.csv.yes" if compared.same else "export.csv.no"),
        )


def _value(value: Measure | Phrase, writer: Writer) -> Cell:
    """Return a count as a number, an amount in kroner, a date as ISO, anything else as text."""
    if isinstance(value, Measure) and isinstance(value.value, int):
        if value.how == "kr":
            return Decimal(value.value) / 100
        if value.how == "count":
            return value.value
        if value.how == "date":
            return iso(value.value)
    return writer.cell(value)


_ROWS = {"choices": _choices, "statements": _statements, "data": _data}
