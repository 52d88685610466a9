"""A session as one file, ``NAME.praksis``: out on one machine, in on another.

Gzipped JSON: a format version, and parts with a checksum each (session, events, town, and the
student's words only by choice). It is data only, and read as hostile: bounded, checked, decoded
strictly, and folded before anything is stored.
"""

import gzip
import json
import os
import zlib
from hashlib import blake2b
from pathlib import Path
from typing import Any

from sqlalchemy import Connection
from sqlmodel import insert, select

from simulator.casework.decider import fold
from simulator.casework.events import Event
from simulator.casework.events.frame import DayOpened
from simulator.core.untrusted import clean
from simulator.store.codec import canonical, decode_foreign, encode
from simulator.store.engine import Store
from simulator.store.problems import EventRefused, SessionFileProblem
from simulator.store.session import append, load, new_id
from simulator.store.tables import SessionRow, WordsRow
from simulator.store.towns import keep_town
from simulator.town.digest import digest
from simulator.town.plain import from_plain, to_plain
from simulator.town.town import Town

FORMAT = 1
MOST_PACKED, MOST_UNPACKED = 20_000_000, 200_000_000
MOST_WORDS = 20_000


def export_session(store: Store, id_: str, path: Path, *, words: bool = False) -> Path:
    """Write a session to a file. Raises ``StoreProblem`` if there is none or it cannot be kept."""
    row, log, town = store.read(lambda connection: load(connection, id_))
    parts: dict[str, Any] = {
        "session": {
            "id": row.id,
            "scenario": row.scenario,
            "played_on": row.played_on,
            "language": row.language,
        },
        "events": [[one.kind, encode(one)] for one in log],
        "town": to_plain(town),
    }
    if words:
        query = select(WordsRow.number, WordsRow.text).where(WordsRow.session == id_)
        found = store.read(lambda connection: connection.execute(query).all())
        parts["words"] = [[number, text] for number, text in found]
    texts = {name: canonical(part) for name, part in parts.items()}
    sums = {name: _checksum(text) for name, text in texts.items()}
    whole = canonical({"praksishus": FORMAT, "parts": texts, "checksums": sums})
    _write(path, gzip.compress(whole.encode(), mtime=0))
    return path


def _checksum(text: str) -> str:
    return blake2b(text.encode(), digest_size=16).hexdigest()


def _write(path: Path, data: bytes) -> None:
    """Write beside the place and move there: a full disk leaves what was there before."""
    beside = path.with_name(path.name + ".part")
    try:
        with beside.open("wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        beside.replace(path)
    except OSError as wrong:
        beside.unlink(missing_ok=True)
        raise SessionFileProblem("file-not-written", path=str(path)) from wrong


def import_session(store: Store, path: Path) -> str:
    """Take a session file in, under a pseudonym of its own here; return it.

    Raises ``SessionFileProblem`` for a file that is not whole, was changed, or is not ours.
    """
    parts = _parts(path)
    log, town = _checked(parts, path)
    return store.write(lambda connection: _keep(connection, parts, log, town))


def _parts(path: Path) -> dict[str, Any]:
    try:
        with path.open("rb") as file:
            packed = file.read(MOST_PACKED + 1)
    except OSError as wrong:
        raise SessionFileProblem("file-not-read", path=str(path)) from wrong
    if len(packed) > MOST_PACKED:
        raise SessionFileProblem("file-too-large", path=str(path))
    try:
        unpacker = zlib.decompressobj(wbits=31)
        text = unpacker.decompress(packed, MOST_UNPACKED)
        if unpacker.unconsumed_tail:
            raise SessionFileProblem("file-too-large", path=str(path))
        if not unpacker.eof:
            raise SessionFileProblem("file-cut", path=str(path))
        whole = json.loads(text)
        if whole["praksishus"] > FORMAT:
            raise SessionFileProblem("file-newer", path=str(path))
        texts, sums = whole["parts"], whole["checksums"]
        if {name: _checksum(part) for name, part in texts.items()} != sums:
            raise SessionFileProblem("file-changed", path=str(path))
        return {name: json.loads(part) for name, part in texts.items()}
    except (ValueError, KeyError, TypeError, AttributeError, zlib.error, RecursionError) as wrong:
        raise SessionFileProblem("file-not-ours", path=str(path)) from wrong


def _checked(parts: dict[str, Any], path: Path) -> tuple[list[Event], Town]:
    """Return the log and the town of a file, once it is clear that they belong together."""
    try:
        log = [decode_foreign(kind, text) for kind, text in parts["events"]]
        town = from_plain(parts["town"])
        first = log[0]
        whole = [one.seq for one in log] == list(range(len(log)))
        if not (whole and isinstance(first, DayOpened) and first.opening.town == digest(town)):
            raise SessionFileProblem("file-changed", path=str(path))
        fold(log, town)
        _row(parts)
        _words(parts)
    except SessionFileProblem:
        raise
    except (
        EventRefused,
        ValueError,
        KeyError,
        TypeError,
        AttributeError,
        IndexError,
        AssertionError,
        RecursionError,
    ) as wrong:
        raise SessionFileProblem("file-not-ours", path=str(path)) from wrong
    return log, town


def _row(parts: dict[str, Any]) -> dict[str, str]:
    found = {name: parts["session"][name] for name in ("scenario", "played_on", "language")}
    if found["language"] not in ("da", "en") or any(type(one) is not str for one in found.values()):
        raise ValueError("not a session")
    return {name: clean(value, limit=100) for name, value in found.items()}


def _words(parts: dict[str, Any]) -> list[tuple[int, str]]:
    words = [(number, text) for number, text in parts.get("words", [])]
    if any(type(n) is not int or type(text) is not str for n, text in words):
        raise ValueError("not words")
    return [(n, clean(text, lines=True, limit=MOST_WORDS)) for n, text in words]


def _keep(connection: Connection, parts: dict[str, Any], log: list[Event], town: Town) -> str:
    first = log[0]
    assert isinstance(first, DayOpened)
    opening, id_ = first.opening, new_id(connection)
    keep_town(connection, opening.town, town)
    before = connection.execute(select(SessionRow.started)).scalars().all()
    row = {
        "id": id_,
        "title_da": opening.title.da,
        "title_en": opening.title.en,
        "town": opening.town,
        "started": max(before, default=0) + 1,
        "ended": any(one.kind == "day.ended" for one in log),
        **_row(parts),
    }
    connection.execute(insert(SessionRow), [row])
    append(connection, id_, log)
    if words := _words(parts):
        rows = [{"session": id_, "number": number, "text": text} for number, text in words]
        connection.execute(insert(WordsRow), rows)
    return id_
