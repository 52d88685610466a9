"""A session: one played day, its log and its words, each event committed before it counts."""

import secrets
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import cast

from sqlalchemy import Connection, delete, func, update
from sqlmodel import col, insert, select

from simulator.casework.commands import Command, spoken
from simulator.casework.day import Day
from simulator.casework.decider import fold, opened, unfold
from simulator.casework.events import Event
from simulator.casework.opening import Opening
from simulator.casework.seeing import see
from simulator.casework.views import DeskView
from simulator.core.texts import Language, Text
from simulator.store.codec import decode, encode
from simulator.store.engine import Store
from simulator.store.problems import EventRefused, StoreProblem
from simulator.store.tables import DraftRow, EventRow, SessionRow, WordsRow
from simulator.store.towns import keep_town, load_town
from simulator.town.town import Town

_LETTERS = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789"


@dataclass(frozen=True)
class SessionItem:
    """A session as a list shows it."""

    id: str
    scenario: str
    title: Text
    played_on: str
    minute: int
    ended: bool


class Session:
    """A day being played. ``do`` is the only way it changes."""

    def __init__(self, store: Store, id_: str, language: Language, log: list[Event], day: Day):
        self.id, self.language = id_, language
        self._store, self._log, self.day = store, log, day

    @classmethod
    def start(cls, store: Store, opening: Opening, town: Town, language: Language) -> "Session":
        """Begin a new session. Raises ``StoreProblem``."""
        log = list(opened(opening, town))
        day = fold(log, town)
        id_ = store.write(lambda connection: _enter(connection, log, town, language))
        return cls(store, id_, language, log, day)

    @classmethod
    def resume(cls, store: Store, id_: str) -> "Session":
        """Take a session up where it was: the fold of what was committed.

        Raises ``StoreProblem`` if there is none, or its log is not whole.
        """
        row, log, town = store.read(lambda connection: load(connection, id_))
        return cls(store, row.id, cast(Language, row.language), log, fold(log, town))

    @property
    def events(self) -> tuple[Event, ...]:
        """The log so far."""
        return tuple(self._log)

    @property
    def town(self) -> Town:
        """The town it is played in, for the debrief."""
        return self.day.world.town

    @property
    def opening(self) -> Opening:
        """The resolved scenario it is played from."""
        return self.day.opening

    def view(self) -> DeskView:
        """Return the desk as its caseworker sees it."""
        return see(self.day)

    def do(self, command: Command) -> tuple[Event, ...]:
        """Carry a command out: decided, committed, and only then the day is another.

        Raises ``StoreProblem``; nothing has happened then.
        """
        run = unfold(self.day, command)
        words = spoken(command) if run.day.words > self.day.words else ()
        numbered = list(enumerate(words, self.day.words + 1))

        def commit(connection: Connection) -> None:
            append(connection, self.id, run.events)
            if numbered:
                rows = [{"session": self.id, "number": n, "text": text} for n, text in numbered]
                connection.execute(insert(WordsRow), rows)
                connection.execute(delete(DraftRow).where(col(DraftRow.session) == self.id))
            if run.day.ended:
                where = col(SessionRow.id) == self.id
                connection.execute(update(SessionRow).where(where).values(ended=True))

        self._store.write(commit)
        self._log.extend(run.events)
        self.day = run.day
        return tuple(run.events)

    def refresh(self) -> None:
        """Read again what another program may have added."""
        fresh = Session.resume(self._store, self.id)
        self._log, self.day = fresh._log, fresh.day

    def words(self, number: int) -> str:
        """Return the student's words of a number; empty if they were deleted."""
        where = (WordsRow.session == self.id, WordsRow.number == number)
        found = self._store.read(lambda c: c.execute(select(WordsRow.text).where(*where)).scalar())
        return found or ""

    def delete_words(self) -> None:
        """Delete the student's words; the log stays whole."""
        where = col(WordsRow.session) == self.id
        self._store.write(lambda connection: connection.execute(delete(WordsRow).where(where)))

    def speak(self, language: Language) -> None:
        """Go on in another language."""
        self.language = language
        change = update(SessionRow).where(col(SessionRow.id) == self.id).values(language=language)
        self._store.write(lambda connection: connection.execute(change))

    def draft(self, field: str) -> str:
        """Return what was half typed in a field."""
        where = (DraftRow.session == self.id, DraftRow.field == field)
        found = self._store.read(lambda c: c.execute(select(DraftRow.text).where(*where)).scalar())
        return found or ""

    def set_draft(self, field: str, text: str) -> None:
        """Keep what is half typed in a field."""

        def keep(connection: Connection) -> None:
            _drop(connection, self.id, field)
            row = {"session": self.id, "field": field, "text": text}
            connection.execute(insert(DraftRow), [row])

        self._store.write(keep)

    def drop_draft(self, field: str) -> None:
        """Forget what was half typed in a field."""
        self._store.write(lambda connection: _drop(connection, self.id, field))


def _drop(connection: Connection, session: str, field: str) -> None:
    where = (col(DraftRow.session) == session, col(DraftRow.field) == field)
    connection.execute(delete(DraftRow).where(*where))


def _enter(connection: Connection, log: list[Event], town: Town, language: Language) -> str:
    opening: Opening = log[0].opening  # type: ignore[attr-defined] # a log begins with its opening
    id_ = new_id(connection)
    before = connection.execute(select(func.max(col(SessionRow.started)))).scalar() or 0
    keep_town(connection, opening.town, town)
    row = {
        "id": id_,
        "scenario": opening.id,
        "title_da": opening.title.da,
        "title_en": opening.title.en,
        "town": opening.town,
        "played_on": datetime.now(UTC).date().isoformat(),  # noqa: TID251 - the session's own row
        "language": language,
        "started": before + 1,
        "ended": False,
    }
    connection.execute(insert(SessionRow), [row])
    append(connection, id_, log)
    return id_


def new_id(connection: Connection) -> str:
    """Return a pseudonym that no session here has."""
    while True:
        id_ = "".join(secrets.choice(_LETTERS) for _ in range(4))
        if not connection.execute(select(SessionRow.id).where(SessionRow.id == id_)).first():
            return id_


def append(connection: Connection, session: str, events: Iterable[Event]) -> None:
    """Append events to a session's log."""
    rows = [
        {
            "session": session,
            "seq": one.seq,
            "kind": one.kind,
            "minute": one.minute,
            "data": encode(one),
        }
        for one in events
    ]
    connection.execute(EventRow.__table__.insert(), rows)  # type: ignore[attr-defined] # SQLModel


def load(connection: Connection, id_: str) -> tuple[SessionRow, list[Event], Town]:
    """Read a session: its row, its log and its town. Raises ``StoreProblem``."""
    found = connection.execute(select(SessionRow).where(SessionRow.id == id_)).first()
    if found is None:
        raise StoreProblem("no-session", session=id_)
    row = SessionRow.model_validate(dict(found._mapping))
    lines = connection.execute(
        select(EventRow.seq, EventRow.kind, EventRow.data)
        .where(EventRow.session == id_)
        .order_by(col(EventRow.seq))
    ).all()
    try:
        log = [decode(kind, data) for _, kind, data in lines]
    except EventRefused as wrong:
        raise StoreProblem("damaged", path=id_) from wrong
    if not log or [one.seq for one in log] != list(range(len(log))):
        raise StoreProblem("damaged", path=id_)
    return row, log, load_town(connection, row.town)


def sessions(store: Store) -> tuple[SessionItem, ...]:
    """List the sessions, newest first."""
    last = func.max(col(EventRow.minute))
    query = (
        select(SessionRow, last)
        .join(EventRow, col(EventRow.session) == col(SessionRow.id))
        .group_by(col(SessionRow.id))
        .order_by(col(SessionRow.started).desc())
    )
    rows = store.read(lambda connection: connection.execute(query).all())
    return tuple(
        SessionItem(
            row.id,
            row.scenario,
            Text(row.title_da, row.title_en),
            row.played_on,
            row[-1],
            row.ended,
        )
        for row in rows
    )


def delete_session(store: Store, id_: str) -> None:
    """Delete a session with everything that belongs to it. Raises ``StoreProblem``."""

    def work(connection: Connection) -> None:
        if not connection.execute(select(SessionRow.id).where(SessionRow.id == id_)).first():
            raise StoreProblem("no-session", session=id_)
        for table in (EventRow, WordsRow, DraftRow):
            connection.execute(delete(table).where(col(table.session) == id_))
        connection.execute(delete(SessionRow).where(col(SessionRow.id) == id_))

    store.write(work)
