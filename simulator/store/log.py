"""The rows of a session: its log as it was committed, read back only if it is whole."""

import json
import secrets
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from typing import Any
from zlib import crc32

from sqlalchemy import Connection, func
from sqlmodel import col, insert, select

from simulator.casework.commands import Command
from simulator.casework.events import DayOpened, Event
from simulator.casework.opening import Opening
from simulator.core.texts import LANGUAGES, Language
from simulator.store import shapes
from simulator.store.codec import canonical, decode, decode_command, encode
from simulator.store.problems import EventRefused, StoreProblem, WrittenByNewer, fault_of_ours
from simulator.store.rows import insert_rows
from simulator.store.shared import shared
from simulator.store.tables import EventRow, SessionRow
from simulator.store.towns import keep_town, load_town
from simulator.town.town import Town

LETTERS = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789"
ID_LENGTH = 4

SEAT = 1
"""The only seat there is at a desk."""
Row = tuple[str, int, str, int, int, str, int, int | None, str | None]
"""An event as it is kept, in the order of the table's columns."""


@dataclass(frozen=True)
class Acted:
    """A command as it is kept: without the student's words, beside the events it made."""

    command: Command
    seat: int = SEAT
    """Which seat at the desk it came from."""


def today() -> str:
    """Return the date here: the only real time that is kept, in the session's own row."""
    return datetime.now().astimezone().date().isoformat()  # noqa: TID251


def enter(
    connection: Connection,
    log: Sequence[Event],
    town: Town,
    language: Language,
    played_on: str,
    wish: str = "",
    acted: Mapping[int, Acted] | None = None,
) -> str:
    """Enter a session with its log and its town; return its pseudonym, ``wish`` if it is free.

    ``acted``: its commands, each by the number of the first event it made.
    """
    opening = opening_of(log)
    keep_town(connection, opening.town, town)
    after = connection.execute(select(func.max(col(SessionRow.started)) + 1)).scalar() or 1
    row = {
        "id": _pseudonym(connection, wish),
        "scenario": opening.id,
        "title_da": opening.title.da,
        "title_en": opening.title.en,
        "town": opening.town,
        "played_on": played_on,
        "language": language,
        "started": after,
        "ended": any(event.kind == "day.ended" for event in log),
    }
    connection.execute(insert(SessionRow), [row])
    append(connection, str(row["id"]), log, acted or {})
    return str(row["id"])


def _pseudonym(connection: Connection, wish: str) -> str:
    id_ = wish or _drawn()
    while is_here(connection, id_):
        id_ = _drawn()
    return id_


def _drawn() -> str:
    return "".join(secrets.choice(LETTERS) for _ in range(ID_LENGTH))


def is_here(connection: Connection, id_: str) -> bool:
    """Return whether there is a session of a pseudonym."""
    return connection.execute(select(SessionRow.id).where(SessionRow.id == id_)).first() is not None


def must_be_here(connection: Connection, id_: str) -> None:
    """Raise ``StoreProblem`` if there is no session of a pseudonym."""
    if not is_here(connection, id_):
        raise StoreProblem("no-session", session=id_)


def append(
    connection: Connection, session: str, events: Iterable[Event], acted: Mapping[int, Acted]
) -> None:
    """Append events to a session's log, with the commands that made them.

    Each command of ``acted`` stands under the number of the first event it made. Two writers
    cannot write the same place.
    """
    rows = [_row(session, event, acted.get(event.seq)) for event in events]
    insert_rows(connection, EventRow, rows)


def _row(session: str, event: Event, acted: Acted | None) -> Row:
    """Return an event as a row, in the order of the table's columns."""
    data = encode(event)
    seat = acted.seat if acted else None
    command = canonical([acted.command.name, encode(acted.command)]) if acted else None
    place = (session, event.seq, event.kind, event.minute)
    crc = _crc(*place, data, shapes.VERSION, seat, command)
    return (*place, crc, data, shapes.VERSION, seat, command)


def _crc(
    session: str, seq: int, kind: str, minute: int, data: str,
    version: int, seat: int | None, command: str | None,
) -> int:  # fmt: skip
    """Return the checksum of a row. The first version of the shapes had neither seat nor command.

    What stands in all three of those columns belongs to it since: a row of the first version says
    nothing in them.
    """
    whole = f"{session} {seq} {kind} {minute} {data}"
    if version > 1:
        whole += f" {version} {seat} {command}"
    return crc32(whole.encode())


@dataclass(frozen=True)
class Loaded:
    """A session as it was read."""

    row: SessionRow
    log: list[Event]
    town: Town
    kept: list[Any]
    """The rows with a command, which is decoded only for those who ask for it."""

    def acted(self) -> dict[int, Acted]:
        """Return the commands, by the number of the first event each made.

        There are none for what was written before commands were kept. Raises ``StoreProblem`` where
        one cannot be read, or a newer program wrote it; the events can be read all the same.
        """
        try:
            return {row.seq: _acted(row) for row in self.kept}
        except WrittenByNewer as fault:
            raise StoreProblem("session-newer", session=self.row.id) from fault
        except (ValueError, TypeError) as fault:
            raise StoreProblem("commands-not-read", session=self.row.id) from fault


def load(connection: Connection, id_: str) -> Loaded:
    """Read a session. Raises ``StoreProblem``."""
    kept = connection.execute(select(SessionRow).where(SessionRow.id == id_)).first()
    if kept is None:
        raise StoreProblem("no-session", session=id_)
    with _reading(id_):
        row = SessionRow.model_validate(dict(kept._mapping))
        rows = _rows(connection, id_)
        log = [_event(connection, id_, row) for row in rows]
        town = load_town(connection, row.town)
        if opening_of(log).town != row.town or row.language not in LANGUAGES:
            raise EventRefused("of another session")
    return Loaded(row, log, town, [row for row in rows if row.command is not None])


@contextmanager
def _reading(session: str) -> Iterator[None]:
    """Tell what cannot be read of a session: it is damaged, or a newer program wrote it."""
    try:
        yield
    except WrittenByNewer as fault:
        raise StoreProblem("session-newer", session=session) from fault
    except ValueError as fault:
        raise StoreProblem("session-damaged", session=session) from fault


def since(connection: Connection, id_: str, seq: int) -> tuple[Event, ...]:
    """Read what was added to a session's log from a place on. Raises ``StoreProblem``."""
    must_be_here(connection, id_)
    with _reading(id_):
        events = tuple(_event(connection, id_, row) for row in _rows(connection, id_, seq))
        if [event.seq for event in events] != list(range(seq, seq + len(events))):
            raise EventRefused("events are missing")
    return events


def _rows(connection: Connection, id_: str, start: int = 0) -> list[Any]:
    """Return the rows of a log from a place on. Raises ``EventRefused`` if one was changed."""
    where = (EventRow.session == id_, col(EventRow.seq) >= start)
    query = select(EventRow).where(*where).order_by(col(EventRow.seq))
    rows = list(connection.execute(query))
    for row in rows:
        _check(id_, row)
    return rows


def _event(connection: Connection, session: str, row: Any) -> Event:
    """Return the event of a row; an opening is the largest by far, and the same in many sessions.

    Raises as ``_decoded``.
    """
    if row.kind != DayOpened.kind:
        return _decoded(session, row)
    key = (row.kind, row.data, row.shapes)
    return shared(connection).get(key, partial(_decoded, session, row))


def _acted(row: Any) -> Acted:
    name, text = json.loads(row.command)
    return Acted(decode_command(name, text, row.shapes), row.seat)


def _check(session: str, row: Any) -> None:
    """Raise ``EventRefused`` for a row that is not as it was written."""
    place = (session, row.seq, row.kind, row.minute, row.data)
    written = (row.shapes, row.seat, row.command)
    whole = type(row.shapes) is int and (row.shapes > 1 or written == (1, None, None))
    if not whole or row.crc != _crc(*place, *written):
        raise EventRefused("not as it was written")


def _decoded(session: str, row: Any) -> Event:
    """Return the event of a row that is as this program wrote it.

    One that cannot be read all the same is a fault of the program's own: it raises
    ``FaultProblem``. Raises ``WrittenByNewer``.
    """
    try:
        return decode(row.kind, row.data, row.shapes)
    except WrittenByNewer:
        raise
    except Exception as fault:
        raise fault_of_ours(fault, session) from fault


def opening_of(log: Sequence[Event]) -> Opening:
    """Return what a log was played from. Raises ``EventRefused`` for one with a gap in it."""
    if not log or not isinstance(log[0], DayOpened):
        raise EventRefused("no opening")
    if [event.seq for event in log] != list(range(len(log))):
        raise EventRefused("events are missing")
    return log[0].opening
