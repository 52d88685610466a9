"""Taking a session's debrief out of the program: its imprint, its words, and its files."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from hashlib import blake2b
from pathlib import Path

from simulator.casework.day import Day
from simulator.casework.events import Event
from simulator.core.texts import LANGUAGES, Teller
from simulator.debrief.evidence import Evidence
from simulator.debrief.import_checks import check_said
from simulator.debrief.imprint import Imprint, Share
from simulator.debrief.sharing import leaving
from simulator.debrief.whole import Debrief, debrief
from simulator.export.csv_tables import csv_danish, csv_international
from simulator.export.document import document
from simulator.export.run_file import run_file
from simulator.export.scanning import Found, scan
from simulator.export.writing import ExportError, check, write
from simulator.scenario.words import teller
from simulator.store.codec import encode
from simulator.store.session import Session


@dataclass(frozen=True)
class Along:
    """Who a file is for, and what goes along in it."""

    share: Share = "private"
    words: bool = False
    """The student's own words."""
    contests: bool = False
    """What the student says of the statements, to a group."""
    as_they_are: bool = False
    """The words go along although something in them looks as if it leads to somebody."""


FOR_ONESELF = Along()
"""For oneself, without the words."""


class WordsFound(ExportError):  # noqa: N818 - a question, rather than an error
    """There is something in the words to ask about first; nothing has been written."""

    def __init__(self, found: tuple[Found, ...]) -> None:
        super().__init__("found")
        self.found = found


def debrief_of(session: Session) -> Debrief:
    """Return the debrief of a session as far as it has been played."""
    return debrief(session.opening, session.town, session.events)


def brought_up(held: Debrief, events: Iterable[Event]) -> Debrief:
    """Return a debrief that was made earlier, with what has been said to it since."""
    return replace(held, evidence=Evidence(held.day, tuple(events)))


def imprint(session: Session, along: Along = FOR_ONESELF) -> Imprint:
    """Return whose debrief it is, of which log, for whom; one's own words only by choice."""
    own = session.all_words() if along.words else None
    log = fingerprint(session.events)
    return Imprint(session.id, log, own, share=along.share, contests=along.contests)


def words_found(session: Session) -> tuple[Found, ...]:
    """Return what has to be asked about before all of a session's words leave with it."""
    return scan(session.all_words().values())


def fingerprint(events: Iterable[Event]) -> str:
    """Return the hash of a log: equal logs have equal ones, whichever face they were played on."""
    log = blake2b(digest_size=16)
    for event in events:
        log.update(f"{event.kind} {encode(event)}\n".encode())
    return log.hexdigest()


def look_at(day: Day, events: Iterable[Event]) -> None:
    """Hold the debrief of a day again and draw it; raises whatever it cannot take.

    Drawn is what every file has, in every language, with a word for each of the student's.
    """
    log = tuple(events)
    found = debrief(day.opening, day.world.town, log)
    check_said(log)
    by = Imprint("", "", dict.fromkeys(range(1, day.words + 1), "x"))
    for language in LANGUAGES:
        document(found, teller(language), by)
        run_file(found, teller(language), by)
    csv_danish(found, by)
    csv_international(found, by)


def take_out(
    session: Session, teller: Teller, kinds: Iterable[str], folder: Path, along: Along
) -> tuple[Path, ...]:
    """Write a session's debrief in some formats; return the files. Raises as ``write_all`` does."""
    by = imprint(session, along)
    return write_all(debrief_of(session), teller, kinds, folder, by, as_they_are=along.as_they_are)


def write_all(
    held: Debrief,
    teller: Teller,
    kinds: Iterable[str],
    folder: Path,
    by: Imprint,
    *,
    as_they_are: bool = False,
) -> tuple[Path, ...]:
    """Write a debrief in some formats; return the files.

    Raises ``WordsFound`` if the words that go along have to be asked about, and ``ExportError``;
    for a kind that is not made, before anything is written.
    """
    wanted = tuple(dict.fromkeys(kinds))
    for kind in wanted:
        check(kind)
    found = () if as_they_are else scan((leaving(held, by) or {}).values())
    if found:
        raise WordsFound(found)
    return tuple(path for kind in wanted for path in write(held, teller, kind, folder, by))
