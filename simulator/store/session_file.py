"""A session as one file, ``NAME.praksis``: out on one machine, in on another.

Its parts: session, events, commands, town, and the student's words only by choice. It is data
only, and read as hostile: bounded, checked, decoded strictly, folded and looked at before anything
is stored.
"""

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any, cast

from sqlalchemy import Connection

from simulator.casework.day import Day
from simulator.casework.events import Event
from simulator.casework.own_words import spoken
from simulator.core.expressions import ExpressionError
from simulator.core.faults import report_fault
from simulator.core.texts import LANGUAGES, Language
from simulator.core.untrusted import clean
from simulator.store import shapes
from simulator.store.codec import canonical, check_printable, decode, decode_command, encode
from simulator.store.engine import Store
from simulator.store.import_checks import checked_day
from simulator.store.log import (
    ID_LENGTH,
    LETTERS,
    SEAT,
    Acted,
    enter,
    is_here,
    load,
    opening_of,
)
from simulator.store.packing import pack, unpack, write
from simulator.store.problems import SessionFileProblem, StoreProblem, WrittenByNewer
from simulator.store.words import keep_words, kept_words
from simulator.town.digest import digest
from simulator.town.plain import from_plain, to_plain
from simulator.town.town import Town


@dataclass(frozen=True)
class _SessionFile:
    """What a file holds, once it is clear that it hangs together."""

    id: str
    language: Language
    played_on: str
    log: Sequence[Event]
    acted: Mapping[int, Acted]
    town: Town
    day: Day
    words: Mapping[int, str]


def export_session(store: Store, id_: str, path: Path, *, words: bool = False) -> Path:
    """Write a session to a file; the student's words only if they are asked for.

    Raises ``StoreProblem`` if there is none, ``SessionFileProblem`` if it cannot be written.
    """
    write(path, pack(store.read(lambda connection: _parts(connection, id_, words))))
    return path


def _parts(connection: Connection, id_: str, words: bool) -> dict[str, Any]:
    loaded = load(connection, id_)
    row = loaded.row
    parts: dict[str, Any] = {
        "session": {
            "id": row.id,
            "language": row.language,
            "played_on": row.played_on,
            "shapes": shapes.VERSION,
        },
        "events": [[event.kind, encode(event)] for event in loaded.log],
        "commands": [
            [seq, acted.seat, acted.command.name, encode(acted.command)]
            for seq, acted in loaded.acted().items()
        ],
        "town": to_plain(loaded.town),
    }
    if words:
        parts["words"] = [[number, text] for number, text in kept_words(connection, id_).items()]
    return parts


BROKEN_BY_A_FILE = (
    ValueError, TypeError, LookupError, AttributeError, ArithmeticError, AssertionError,
    RecursionError, ExpressionError,
)  # fmt: skip
"""What a file can break that somebody else wrote: any value in it may be another than it should.

Whatever else is raised over a file is a fault of the program's own too, and reported as that.
"""

Looks = Callable[[Day, Sequence[Event]], object]
"""Looks at a day and its log as a face or the debrief does; raises whatever it cannot take."""


def import_session(store: Store, path: Path, *looks: Looks, again: bool = False) -> str:
    """Take a session file in, under its pseudonym or, where that is taken, another; return it.

    What is shown of a day further up looks at it too, before anything is stored. Raises
    ``SessionFileProblem`` for a file that is not whole, was changed, or is not ours; and, unless it
    is wanted ``again``, for a session that is here already.
    """
    parts = unpack(path)
    try:
        session = _checked(parts)
        for look in looks:
            look(session.day, session.log)
    except WrittenByNewer as fault:
        raise SessionFileProblem("file-newer", path=str(path)) from fault
    except Exception as fault:  # whatever a foreign file breaks is said to be the file's fault
        if not isinstance(fault, BROKEN_BY_A_FILE):
            report_fault(fault)
        raise SessionFileProblem("file-not-ours", path=str(path)) from fault
    if not again:
        store.read(lambda connection: _not_twice(connection, session, path))
    return store.write(lambda connection: _keep(connection, session))


def _checked(parts: Mapping[str, str]) -> _SessionFile:
    if not _PARTS <= parts.keys() <= {*_PARTS, "words"}:
        raise ValueError("other parts")
    session = json.loads(parts["session"])
    version = _version(session["shapes"])
    events = json.loads(parts["events"])
    log = [decode(kind, text, version, foreign=True) for kind, text in events]
    town = _town(parts["town"])
    if opening_of(log).town != digest(town):
        raise ValueError("another town")
    day = checked_day(log, town)
    if session["language"] not in LANGUAGES:
        raise ValueError("no language of ours")
    return _SessionFile(
        _pseudonym(session["id"]),
        cast(Language, session["language"]),
        date.fromisoformat(session["played_on"]).isoformat(),
        log,
        _acted(json.loads(parts["commands"]), version, len(log)),
        town,
        day,
        _words(json.loads(parts.get("words", "[]")), day),
    )


_PARTS = {"session", "events", "commands", "town"}


def _version(shapes_: object) -> int:
    if type(shapes_) is not int or shapes_ < 1:
        raise ValueError("no version")
    return shapes_


def _acted(rows: Any, version: int, events: int) -> dict[int, Acted]:
    """Return the commands of a file, by the number of the first event each made."""
    acted = {}
    before = 0  # nobody does anything before the day is opened
    for seq, seat, name, text in rows:
        if type(seq) is not int or seat != SEAT or not before < seq < events:
            raise ValueError("commands of no event")
        command = decode_command(name, text, version, foreign=True)
        if spoken(command):
            raise ValueError("own words in a command")
        acted[seq] = Acted(command, seat)
        before = seq
    return acted


def _town(text: str) -> Town:
    plain = json.loads(text)
    check_printable(plain)
    town = from_plain(plain)
    if canonical(to_plain(town)) != text:
        raise ValueError("not as it is written here")
    return town


def _pseudonym(wish: object) -> str:
    if isinstance(wish, str) and len(wish) == ID_LENGTH and set(wish) <= set(LETTERS):
        return wish
    raise ValueError("no pseudonym")


def _words(rows: Any, day: Day) -> dict[int, str]:
    words: dict[int, str] = dict(rows)
    if len(words) != len(rows) or any(type(number) is not int for number in words):
        raise ValueError("not words")
    if not all(0 < number <= day.words for number in words):
        raise ValueError("words of no event")
    return {number: clean(text, lines=True) for number, text in words.items()}


def _not_twice(connection: Connection, session: _SessionFile, path: Path) -> None:
    """Refuse a session that is here already, as it is or at another hour of it."""
    if not is_here(connection, session.id):
        return
    try:
        here = load(connection, session.id).log
    except StoreProblem:  # what is here cannot be read: it is not this session
        return
    there = session.log
    both = min(len(here), len(there))
    if here[:both] != there[:both]:
        return
    named = {"path": str(path), "session": session.id}
    if len(there) > both:
        raise SessionFileProblem("file-there-further", **named)
    if len(here) > both:
        raise SessionFileProblem("file-there-shorter", **named)
    raise SessionFileProblem("file-there", **named)


def _keep(connection: Connection, session: _SessionFile) -> str:
    row = (session.language, session.played_on, session.id)
    id_ = enter(connection, session.log, session.town, *row, session.acted)
    keep_words(connection, id_, session.words)
    return id_
