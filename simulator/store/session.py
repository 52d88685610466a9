"""A session: one played day, its log and its words, each event committed before it counts."""

from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any, NamedTuple, cast

from sqlalchemy import Connection, delete, update
from sqlmodel import col, select

from simulator.casework.actions.debriefing import DebriefEvent
from simulator.casework.commands import Command, as_kept
from simulator.casework.day import Day
from simulator.casework.events import Event
from simulator.casework.families import Run, evolve, fold, opened, unfold
from simulator.casework.opening import Opening
from simulator.casework.own_words import spoken
from simulator.casework.seeing import DeskView, see
from simulator.core.garbage import uncollected
from simulator.core.texts import Language, Text
from simulator.core.untrusted import clean
from simulator.core.values import changed
from simulator.store.drafts import drop_sent, read_draft, write_draft
from simulator.store.engine import Patience, Store
from simulator.store.log import (
    Acted,
    append,
    enter,
    load,
    must_be_here,
    since,
    today,
)
from simulator.store.problems import StoreProblem, fault_of_ours
from simulator.store.rows import fetch_rows
from simulator.store.seats import clear_seat, take_seat
from simulator.store.tables import DraftRow, EventRow, SessionRow, WordsRow
from simulator.store.towns import drop_unused_towns
from simulator.store.words import keep_words, kept_words
from simulator.town.digest import digest
from simulator.town.town import Town


class SessionItem(NamedTuple):
    """A session as a list shows it."""

    id: str
    scenario: str
    title: Text
    played_on: str
    minute: int
    ended: bool


@dataclass(frozen=True)
class Ahead:
    """What another program has added to a session."""

    known: int
    """Events that were known before."""
    events: tuple[Event, ...]
    day: Day


class Session:
    """A day being played. ``do`` is the only way it changes, ``follow`` the way another did."""

    def __init__(self, store: Store, id_: str, language: Language, log: list[Event], day: Day):
        self.id, self.language = id_, language
        self._store, self._log, self.day = store, log, day

    @classmethod
    def start(cls, store: Store, opening: Opening, town: Town, language: Language) -> "Session":
        """Begin a new session; its opening names the town by hash. Raises ``StoreProblem``."""
        log = list(opened(changed(opening, town=digest(town)), town))
        day = fold(log, town)
        id_ = store.write(lambda connection: enter(connection, log, town, language, today()))
        return cls(store, id_, language, log, day)

    @classmethod
    def resume(cls, store: Store, id_: str) -> "Session":
        """Take a session up where it was: the fold of what was committed.

        Raises ``StoreProblem`` if there is none, or its log is not whole; ``FaultProblem`` if it
        is whole, and the program fails at it.
        """
        loaded = store.read(lambda connection: load(connection, id_))
        try:
            day = fold(loaded.log, loaded.town)
        except Exception as fault:  # the log is as it was written: what fails is the program
            raise fault_of_ours(fault, id_) from fault
        return cls(store, id_, cast(Language, loaded.row.language), loaded.log, day)

    @property
    def store(self) -> Store:
        """The store it is kept in."""
        return self._store

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

    def view(self, *, acting: bool = True) -> DeskView:
        """Return the desk as its caseworker sees it, or as one who only looks on."""
        return see(self.day, acting=acting)

    def do(
        self,
        command: Command,
        *,
        sent: Collection[str] = (),
        patience: Patience | None = None,
    ) -> tuple[Event, ...]:
        """Carry a command out: decided, committed, and only then the day is another.

        The drafts of the fields in ``sent``, and those that say what the command says, are erased
        with it unless it is refused. ``patience`` as ``Store.write`` has it. Raises
        ``StoreProblem``; nothing has happened then.
        """
        command = _printable(command)
        return self._carry_out(command, unfold(self.day, command), sent, patience)

    def debrief(
        self,
        command: Command,
        decide: Callable[[Command], tuple[Event, ...]],
        *,
        sent: Collection[str] = (),
    ) -> tuple[Event, ...]:
        """Write down what is said to the debrief of a day that has ended, as ``do`` does.

        ``decide`` says what it makes happen; the day itself stays as it ended. Raises
        ``StoreProblem`` and whatever ``decide`` raises; nothing has happened then.
        """
        assert self.day.ended, "a debrief is of a day that has ended"
        command, run = _printable(command), Run(self.day)
        run.events = list(decide(command))
        for event in run.events:
            assert isinstance(event, DebriefEvent), "a day is changed by do alone"
            run.day = evolve(run.day, event)
        return self._carry_out(command, run, sent)

    def _carry_out(
        self,
        command: Command,
        run: Run,
        sent: Collection[str],
        patience: Patience | None = None,
    ) -> tuple[Event, ...]:
        """Commit what a command makes happen, and go on from it."""
        assert run.events, "a command makes something happen, if only that it is refused"
        words = spoken(command) if run.day.words > self.day.words else ()
        acted = {run.events[0].seq: Acted(as_kept(command, run.events))}
        refused = any(event.kind == "command.refused" for event in run.events)

        def commit(connection: Connection) -> None:
            append(connection, self.id, run.events, acted)
            keep_words(connection, self.id, dict(enumerate(words, self.day.words + 1)))
            if (words or sent) and not refused:
                drop_sent(connection, self.id, sent, words)
            if run.day.ended and not self.day.ended:
                where = col(SessionRow.id) == self.id
                connection.execute(update(SessionRow).where(where).values(ended=True))

        self._store.write(commit, patience)
        self._go_on(run.events, run.day)
        return tuple(run.events)

    def _go_on(self, events: Iterable[Event], day: Day) -> None:
        """Let the day be another before the log is: whoever looks meanwhile looks again."""
        self.day = day
        self._log.extend(events)

    def refresh(self) -> None:
        """Read again what another program may have added. Raises ``StoreProblem``."""
        fresh = Session.resume(self._store, self.id)
        self._log, self.day = fresh._log, fresh.day

    def ahead(self) -> Ahead:
        """Read what another program has added since, and what the day has become with it.

        Nothing is changed here until it is handed to ``follow``. Raises ``StoreProblem``.
        """
        known, day = len(self._log), self.day
        events = self._store.read(lambda connection: since(connection, self.id, known))
        try:
            for event in events:
                day = evolve(day, event)
        except Exception as fault:  # they are as they were written: what fails is the program
            raise fault_of_ours(fault, self.id) from fault
        return Ahead(known, events, day)

    def follow(self, ahead: Ahead) -> tuple[Event, ...]:
        """Go on to what was read ahead; return what is new, ``()`` if it was known."""
        if ahead.known != len(self._log):
            return ()
        self._go_on(ahead.events, ahead.day)
        return ahead.events

    def words(self, number: int | None) -> str:
        """Return the student's words of a number; ``""`` for ``None`` or if they were deleted."""
        if number is None:
            return ""
        where = (WordsRow.session == self.id, WordsRow.number == number)
        text = self._store.read(lambda c: c.execute(select(WordsRow.text).where(*where)).scalar())
        return text or ""

    def all_words(self) -> dict[int, str]:
        """Return all of the student's words that are there, by their number."""
        return self._store.read(lambda connection: kept_words(connection, self.id))

    def delete_words(self) -> None:
        """Delete the student's words, half-typed ones too; the log stays whole."""

        def work(connection: Connection) -> None:
            for table in (WordsRow, DraftRow):
                connection.execute(delete(table).where(col(table.session) == self.id))

        self._store.write(work)
        self._store.forget_deleted()

    def speak(self, language: Language) -> None:
        """Go on in another language. Raises ``StoreProblem``; it is spoken all the same."""
        self.language = language
        change = update(SessionRow).where(col(SessionRow.id) == self.id).values(language=language)
        self._store.write(lambda connection: connection.execute(change))

    def draft(self, field: str) -> str:
        """Return what was half typed in a field."""
        return self._store.read(lambda connection: read_draft(connection, self.id, field))

    def set_draft(self, field: str, text: str, patience: Patience | None = None) -> None:
        """Keep what is half typed in a field."""
        self._store.write(lambda c: write_draft(c, self.id, field, text), patience)


def _printable(command: Command) -> Command:
    """Return a command with nothing in it that could not be shown: a keyboard is not trusted."""
    return changed(command, **{name: _cleaned(value) for name, value in vars(command).items()})


def _cleaned(value: Any) -> Any:
    if isinstance(value, str):
        return clean(value, lines=True)
    if isinstance(value, tuple):
        return tuple(_cleaned(part) for part in value)
    if isinstance(value, Mapping):
        return {_cleaned(name): _cleaned(part) for name, part in value.items()}
    return value


def commands(session: Session) -> tuple[Acted, ...]:
    """Return what was done in a session, in order, refused commands and the debrief's too.

    Each is as it is kept: without the student's words, and so that it can be decided again all the
    same. Raises ``StoreProblem``: ``commands-not-kept`` for a session that was played, wholly or in
    part, before commands were kept, ``commands-not-read`` where one of them cannot be read.
    """
    acted = session.store.read(lambda connection: load(connection, session.id)).acted()
    first = len(opened(session.opening, session.town))
    if first < len(session.events) and first not in acted:
        raise StoreProblem("commands-not-kept", session=session.id)
    return tuple(acted.values())


def sessions(store: Store) -> tuple[SessionItem, ...]:
    """List the sessions, newest first. Raises ``StoreProblem``."""
    events = select(EventRow.minute).where(EventRow.session == SessionRow.id)
    last = events.order_by(col(EventRow.seq).desc()).limit(1).scalar_subquery()
    names = ("id", "scenario", "title_da", "title_en", "played_on", "ended")
    columns = [getattr(SessionRow, name) for name in names]
    query = select(*columns, last)  # type: ignore[call-overload] # SQLModel's types end at four
    query = query.order_by(col(SessionRow.started).desc())
    titled = cache(Text)
    with uncollected():
        rows = store.read(lambda connection: fetch_rows(connection, query))
        return tuple(
            SessionItem(id_, scenario, titled(danish, english), played_on, minute, bool(ended))
            for id_, scenario, danish, english, played_on, ended, minute in rows
            if minute is not None
        )


def delete_session(store: Store, id_: str) -> None:
    """Delete a session with everything that belongs to it, unless somebody sits at it.

    Raises ``StoreProblem``.
    """

    def work(connection: Connection) -> None:
        must_be_here(connection, id_)
        for table in (EventRow, WordsRow, DraftRow):
            connection.execute(delete(table).where(col(table.session) == id_))
        connection.execute(delete(SessionRow).where(col(SessionRow.id) == id_))
        drop_unused_towns(connection)

    # nobody sits down at what is not there
    store.read(lambda connection: must_be_here(connection, id_))
    seat = take_seat(store, id_)
    if seat is None:
        raise StoreProblem("taken", session=id_)
    try:
        store.write(work)
    finally:
        seat.leave()
    store.forget_deleted()
    clear_seat(store, id_)
