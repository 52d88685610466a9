"""Debriefs as tables for a spreadsheet: one file a table, and one that explains the columns.

Text is quoted, numbers are not, so that a reader can tell them apart. No text can become a formula.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal

from simulator.core.clock import day_of, iso
from simulator.core.texts import LANGUAGES, Measure, Phrase
from simulator.debrief.causes import Compared
from simulator.debrief.imprint import Imprint
from simulator.debrief.sharing import shows_contests
from simulator.debrief.whole import Debrief
from simulator.debrief.writer import Writer
from simulator.scenario.words import teller as teller_of

Cell = str | int | Decimal | None
Rows = Iterable[tuple[Cell, ...]]

_ACTS = ("=", "+", "-", "@", "\t", "\r", "|", "%")
"""What a spreadsheet takes for the beginning of a formula or a command."""


@dataclass(frozen=True)
class Dialect:
    """How a country's spreadsheets read a file."""

    language: int
    """The place of its language among ``LANGUAGES``."""
    between: str
    point: str


DANISH = Dialect(LANGUAGES.index("da"), ";", ",")
INTERNATIONAL = Dialect(LANGUAGES.index("en"), ",", ".")

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
"""The tables that go along in each share."""


def csv_danish(debrief: Debrief, imprint: Imprint) -> Mapping[str, bytes]:
    """Return the tables as a Danish spreadsheet reads them, by the name of the table."""
    return _files(debrief, imprint, DANISH)


def csv_international(debrief: Debrief, imprint: Imprint) -> Mapping[str, bytes]:
    """Return the tables as the rest of the world's spreadsheets read them, with English heads."""
    return _files(debrief, imprint, INTERNATIONAL)


def _files(debrief: Debrief, imprint: Imprint, dialect: Dialect) -> Mapping[str, bytes]:
    writer = Writer(teller_of(LANGUAGES[dialect.language]))
    wanted = SHARED[imprint.share]
    made = {name: _ROWS[name](debrief, writer, imprint) for name in wanted}
    files = {}
    for name, rows in made.items():
        head = tuple(writer.say(f"export.csv.{name}.{one}.head") for one in COLUMNS[name])
        files[writer.say(f"export.csv.{name}.file")] = _file(dialect, head, rows)
    head = tuple(writer.say(f"export.csv.explained.{one}") for one in ("file", "column", "says"))
    files[writer.say("export.csv.explained.name")] = _file(
        dialect, head, _explained(writer, wanted)
    )
    return files


def _explained(writer: Writer, tables: Iterable[str]) -> Rows:
    for table in tables:
        for column in COLUMNS[table]:
            word = f"export.csv.{table}.{column}"
            file = writer.say(f"export.csv.{table}.file")
            yield file, writer.say(f"{word}.head"), writer.say(f"{word}.says")


def _file(dialect: Dialect, head: tuple[str, ...], rows: Rows) -> bytes:
    """Write a table: a mark that it is UTF-8, lines as Windows ends them."""
    lines = [dialect.between.join(_cell(one, dialect) for one in row) for row in (head, *rows)]
    return "".join(f"{line}\r\n" for line in lines).encode("utf-8-sig")


def _cell(found: Cell, dialect: Dialect) -> str:
    if found is None:
        return ""
    if isinstance(found, str):
        guarded = f"'{found}" if found.lstrip(" '\u00a0").startswith(_ACTS) else found
        return '"' + guarded.replace('"', '""') + '"'
    return str(found).replace(".", dialect.point)


def _choices(debrief: Debrief, writer: Writer, imprint: Imprint) -> Rows:
    for one in debrief.choices:
        yield one.event, one.minute, one.case, one.kind, writer.say(one.what), one.minutes


def _statements(debrief: Debrief, writer: Writer, imprint: Imprint) -> Rows:
    part = debrief.evidence.part
    contested = part.contested if shows_contests(imprint) else {}
    for one in debrief.statements:
        verdict, placed = contested.get(one.id), part.placed.get(one.id)
        yield (
            one.indicator,
            writer.say(f"debrief.value.{debrief.texts[one.indicator].value}"),
            one.case,
            one.minute,
            writer.say(debrief.sentence(one)),
            one.of,
            " ".join(map(str, one.events)),
            writer.say(f"debrief.verdict.{verdict.what}") if verdict else None,
            writer.say(f"export.csv.place.{placed.what}") if placed else None,
        )


def _data(debrief: Debrief, writer: Writer, imprint: Imprint) -> Rows:
    for one in debrief.compared:
        yield (
            one.event,
            one.case,
            writer.say(one.fact),
            writer.say(one.source),
            _value(one.showed, writer),
            _reported(one),
            _value(one.truth, writer),
            writer.say("export.csv.yes" if one.same else "export.csv.no"),
        )


def _reported(one: Compared) -> str | None:
    return None if one.as_of is None else iso(day_of(one.as_of))


def _value(found: Measure | Phrase, writer: Writer) -> Cell:
    """Return a number as one, an amount in kroner, a date as it sorts, anything else as text."""
    if isinstance(found, Measure) and isinstance(found.value, int):
        if found.how == "kr":
            return Decimal(found.value) / 100
        if found.how == "count":
            return found.value
        if found.how == "date":
            return iso(found.value)
    return writer.cell(found)


_ROWS = {"choices": _choices, "statements": _statements, "data": _data}
