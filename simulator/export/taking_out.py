"""Taking a session's debrief out of the program: its imprint, and its files."""

from collections.abc import Iterable
from hashlib import blake2b
from pathlib import Path

from simulator.casework.day import Day
from simulator.casework.events import Event
from simulator.core.texts import LANGUAGES, Teller
from simulator.debrief import Debrief, debrief
from simulator.export.document import document
from simulator.export.pen import Imprint, Share
from simulator.export.writing import check, write
from simulator.scenario.words import teller
from simulator.store.codec import encode
from simulator.store.session import Session


def debrief_of(session: Session) -> Debrief:
    """Return the debrief of a session as far as it has been played."""
    return debrief(session.opening, session.town, session.events)


def imprint(session: Session, *, words: bool = False, share: Share = "private") -> Imprint:
    """Return whose debrief it is, of which log, for whom; one's own words only by choice."""
    own = {n: session.words(n) for n in range(1, session.day.words + 1)} if words else None
    return Imprint(session.id, fingerprint(session.events), own, share=share)


def fingerprint(events: Iterable[Event]) -> str:
    """Return the hash of a log: equal logs have equal ones, whichever face they were played on."""
    log = blake2b(digest_size=16)
    for event in events:
        log.update(f"{event.kind} {encode(event)}\n".encode())
    return log.hexdigest()


def look_at(day: Day, events: Iterable[Event]) -> None:
    """Draw the debrief of a day in every language; raises whatever it cannot take."""
    found = debrief(day.opening, day.world.town, events)
    for language in LANGUAGES:
        document(found, teller(language), Imprint("", ""))


def take_out(
    session: Session,
    teller: Teller,
    kinds: Iterable[str],
    folder: Path,
    *,
    words: bool = False,
    share: Share = "private",
) -> tuple[Path, ...]:
    """Write a session's debrief in some formats; return the files.

    Raises ``ExportError``; for a kind that is not made, before anything is written.
    """
    wanted = tuple(dict.fromkeys(kinds))
    for kind in wanted:
        check(kind)
    held, by = debrief_of(session), imprint(session, words=words, share=share)
    return tuple(path for kind in wanted for path in write(held, teller, kind, folder, by))
