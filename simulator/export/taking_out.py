"""Exporting the debrief of a session: its imprint, the student's words in it, and its files."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from hashlib import blake2b
from pathlib import Path

from simulator.casework.day import Day
from simulator.casework.events import Event
from simulator.core.texts import LANGUAGES, Teller
from simulator.debrief.debrief import Debrief, debrief
from simulator.debrief.imprint import Imprint, Share
from simulator.debrief.possible import check_said
from simulator.debrief.sharing import leaving
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
    """Whom an exported file is for, and what of the student's own it contains."""

    share: Share = "private"
    words: bool = False
    """Whether the student's own words are in the file."""
    contests: bool = False
    """Whether a file for a group has the student's verdicts on the statements."""
    as_they_are: bool = False
    """Whether the words are written even if something in them could identify somebody."""


FOR_ONESELF = Along()
"""A file for the student alone, without their words."""


class WordsFound(ExportError):  # noqa: N818 - a question, rather than an error
    """The words have findings that the user is to be asked about; nothing has been written."""

    def __init__(self, findings: tuple[Found, ...]) -> None:
        super().__init__("found")
        self.found = findings


def debrief_of(session: Session) -> Debrief:
    """Return the debrief of a session as far as it has been played."""
    return debrief(session.town, session.events)


def brought_up(earlier: Debrief, events: Iterable[Event]) -> Debrief:
    """Return an earlier debrief of the same day with the student's answers since then."""
    return replace(earlier, evidence=replace(earlier.evidence, log=tuple(events)))


def imprint(session: Session, along: Along = FOR_ONESELF) -> Imprint:
    """Return the imprint of a session's files: whose, of which log, and what goes along."""
    own = session.all_words() if along.words else None
    log = fingerprint(session.events)
    return Imprint(session.id, log, own, share=along.share, contests=along.contests)


def words_found(session: Session) -> tuple[Found, ...]:
    """Return the findings to ask about before all words of a session are exported."""
    return scan(session.all_words().values())


def fingerprint(events: Iterable[Event]) -> str:
    """Return the hash of a log: equal for equal logs, whichever face they were played on."""
    log = blake2b(digest_size=16)
    for event in events:
        log.update(f"{event.kind} {encode(event)}\n".encode())
    return log.hexdigest()


def look_at(day: Day, events: Iterable[Event]) -> None:
    """Make the debrief of a day and every text format of it; raises whatever a bad log causes.

    The files are made in every language, with a word in place of each text of the student's.
    """
    log = tuple(events)
    made = debrief(day.world.town, log)
    check_said(log)
    by = Imprint("", "", dict.fromkeys(range(1, day.words + 1), "x"))
    for language in LANGUAGES:
        document(made, teller(language), by)
        run_file(made, teller(language), by)
    csv_danish(made, by)
    csv_international(made, by)


def take_out(
    session: Session, teller: Teller, kinds: Iterable[str], folder: Path, along: Along
) -> tuple[Path, ...]:
    """Write a session's debrief in the formats ``kinds``; returns and raises as ``write_all``."""
    by = imprint(session, along)
    return write_all(debrief_of(session), teller, kinds, folder, by, as_they_are=along.as_they_are)


def write_all(
    made: Debrief,
    teller: Teller,
    kinds: Iterable[str],
    folder: Path,
    by: Imprint,
    *,
    as_they_are: bool = False,
) -> tuple[Path, ...]:
    """Write a debrief in the formats ``kinds`` and return the paths of the files.

    Raises ``WordsFound`` if the user has to be asked about the words in it, and ``ExportError``
    if a file cannot be written; for an unknown kind, before anything is written.
    """
    wanted = tuple(dict.fromkeys(kinds))
    for kind in wanted:
        check(kind)
    findings = () if as_they_are else scan((leaving(made, by) or {}).values())
    if findings:
        raise WordsFound(findings)
    return tuple(path for kind in wanted for path in write(made, teller, kind, folder, by))
