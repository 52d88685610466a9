"""Commands as they are kept: beside the events they made, without the student's words.

What the log keeps is enough to decide the day again, event by event.
"""

from collections.abc import Iterable, Iterator
from pathlib import Path
from zlib import crc32

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import Connection, update
from sqlalchemy import event as listening
from sqlmodel import col, select

from simulator.casework.actions.counter import Invite
from simulator.casework.actions.day import MarkMoment, StateIntention
from simulator.casework.actions.looking.pages import LookUp
from simulator.casework.actions.repairing import CorrectHere
from simulator.casework.actions.searching import Search
from simulator.casework.actions.telephone import Call
from simulator.casework.actions.writing import AddNote, SendLetter
from simulator.casework.commands import Command, as_kept
from simulator.casework.events import Event
from simulator.casework.families import fold, opened, unfold
from simulator.casework.habits import HABITS
from simulator.casework.opening import Opening
from simulator.casework.own_words import Written
from simulator.casework.seeing import see
from simulator.debrief.debrief import debrief
from simulator.debrief.debrief_state import debrief_state, decide, evolve
from simulator.scenario.places import days
from simulator.scenario.words import teller
from simulator.store.codec import decode_command, encode
from simulator.store.engine import Store, open_store
from simulator.store.log import SEAT
from simulator.store.problems import StoreProblem
from simulator.store.session import Session, commands
from simulator.store.session_file import export_session, import_session
from simulator.store.tables import EventRow
from simulator.town.town import Town
from tests.casework.small import CASE, INCOME, WEIGHED, a_day, a_visited_day, after
from tests.casework.test_replay import TOWN, played
from tests.rehearsal.ways import loaded, worked
from tests.store.keeping import discuss, play, set_up

SECRET = "Hemmeligt-ord"


def kept_from(opening: Opening, town: Town, script: Iterable[Command]) -> list[Command]:
    """The commands of a day as they are kept, written and read."""
    day, kept = fold(opened(opening, town), town), []
    for command in script:
        run = unfold(day, command)
        without = as_kept(command, run.events)
        kept.append(decode_command(without.name, encode(without)))
        assert kept[-1] == without
        day = run.day
    return kept


def played_again(opening: Opening, town: Town, script: Iterable[Command]) -> tuple[Event, ...]:
    """The events a day's commands make."""
    log = list(opened(opening, town))
    day = fold(log, town)
    for command in script:
        run = unfold(day, command)
        assert run.events, "a command makes something happen, if only that it is refused"
        log.extend(run.events)
        day = run.day
    return tuple(log)


@pytest.mark.parametrize("habit", HABITS)
@pytest.mark.parametrize("day", days())
def test_a_day_is_decided_again_from_what_is_kept_of_its_commands(day: str, habit: str) -> None:
    work = worked(day, habit)
    opening, town = work.day.opening, loaded(day).town
    assert played_again(opening, town, kept_from(opening, town, work.commands)) == work.events


@given(st.data())
@settings(max_examples=60, deadline=None)
def test_a_random_day_is_decided_again_from_what_is_kept(data: st.DataObject) -> None:
    script: list[Command] = []
    day, log = played(data.draw, data.draw(st.integers(1, 45)), script)
    again = played_again(day.opening, TOWN, kept_from(day.opening, TOWN, script))
    assert list(again) == log


@pytest.fixture(scope="module")
def discussed(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Session]:
    """The warm-up with something of everything in it, and its debrief, in a store."""
    folder = tmp_path_factory.mktemp("discussed")
    store = open_store(folder / "sessions.sqlite")
    session = Session.start(
        store, set_up(loaded("opvarmning").opening), loaded("opvarmning").town, "da"
    )
    play(session)
    discuss(session)
    yield session
    store.close()


def again(session: Session) -> tuple[Event, ...]:
    """The events that the kept commands of a session and its debrief make."""
    day = fold(opened(session.opening, session.town), session.town)
    log = list(opened(session.opening, session.town))
    waiting = [acted.command for acted in commands(session)]
    while not day.ended:
        run = unfold(day, waiting.pop(0))
        log.extend(run.events)
        day = run.day
    held = debrief_state(debrief(session.town, log), log)
    for command in waiting:
        for event in decide(held, command):
            held = evolve(held, event)
            log.append(event)
    return tuple(log)


def test_a_session_and_its_debrief_are_decided_again(discussed: Session) -> None:
    assert again(discussed) == discussed.events
    assert "command.refused" in {event.kind for event in discussed.events}


def test_so_they_are_from_a_file_without_the_words(
    discussed: Session, store: Store, tmp_path: Path
) -> None:
    out = export_session(discussed.store, discussed.id, tmp_path / "uden.praksis", words=False)
    there = Session.resume(store, import_session(store, out))
    assert not there.all_words()
    assert again(there) == discussed.events
    assert commands(there) == commands(discussed)


def test_every_command_says_which_seat_acted(discussed: Session) -> None:
    assert {acted.seat for acted in commands(discussed)} == {SEAT}


def test_the_text_of_a_command_is_never_kept_on_the_log(session: Session, store: Store) -> None:
    for command in (
        AddNote(CASE, SECRET),
        MarkMoment(SECRET),
        StateIntention(SECRET),  # refused: the day has begun
        Search(CASE, "cpr", "name", SECRET),
        CorrectHere(CASE, "overblik", INCOME, SECRET),
        SendLetter(CASE, {"contact": "own"}, {"contact": SECRET}),
    ):
        session.do(command)
    rows = store.read(lambda c: c.exec_driver_sql("SELECT data, command FROM eventrow").all())
    assert any(row[1] for row in rows)
    assert SECRET not in str(rows)
    assert SECRET in session.all_words().values()


def test_a_kept_text_has_its_number_its_length_and_its_readability() -> None:
    opening, town = loaded("opvarmning").opening, loaded("opvarmning").town
    intention = StateIntention("Jeg ringer til dem. Det gør jeg.")
    run = unfold(fold(opened(opening, town), town), intention)
    assert as_kept(intention, run.events) == StateIntention(Written(1, 7, 32, 4))


def test_what_is_refused_with_nothing_filled_in_is_kept_and_decided_again() -> None:
    """Both faces carry out an offer that is refused, so that the refusal is on the log."""
    begun = after(a_day(WEIGHED), LookUp(CASE, "overblik", "citizen"))
    days = (a_day(fresh=True), begun, after(a_day(), Call(CASE)), a_visited_day("interpreter"))
    for day in (*days, after(a_day(), Invite(CASE, 600))):
        for offer in see(day).offers:
            command = offer.make({})
            made = unfold(day, command).events
            kept = as_kept(command, made)
            again = decode_command(kept.name, encode(kept))
            assert again == kept, offer.id
            assert unfold(day, again).events == made, offer.id


def test_a_number_that_is_no_value_of_the_fact_is_not_kept(session: Session) -> None:
    session.do(LookUp(CASE, "overblik", "citizen"))
    session.do(CorrectHere(CASE, "overblik", INCOME, -101901234))
    assert session.events[-1].kind == "command.refused"
    assert isinstance(kept_commands(session)[-1].value, Written)  # type: ignore[attr-defined]


def unreadable(session: Session, command: str) -> None:
    """Write over the last command of a session as if another program had kept it."""

    def work(connection: Connection) -> None:
        last = (EventRow.session == session.id, col(EventRow.command).is_not(None))
        query = select(EventRow).where(*last).order_by(col(EventRow.seq).desc())
        kept = connection.execute(query).first()
        assert kept is not None
        row = EventRow.model_validate({**kept._mapping, "command": command})
        whole = f"{row.session} {row.seq} {row.kind} {row.minute} {row.data}"
        row.crc = crc32(f"{whole} {row.shapes} {row.seat} {row.command}".encode())
        here = (col(EventRow.session) == session.id, col(EventRow.seq) == row.seq)
        connection.execute(update(EventRow).where(*here).values(command=row.command, crc=row.crc))

    session.store.write(work)


@pytest.mark.parametrize(
    ("command", "code"),
    [('["add_note","[1]"]', "commands-not-read"), ('["dream","{}"]', "session-newer")],
)
def test_a_command_that_cannot_be_read_stops_only_who_asks_for_the_commands(
    session: Session, store: Store, tmp_path: Path, command: str, code: str
) -> None:
    session.do(AddNote(CASE, "Ringet til Amina"))
    session.do(MarkMoment("Her gik det stærkt"))
    unreadable(session, command)
    there = Session.resume(store, session.id)
    assert there.events == session.events
    assert not debrief(there.town, there.events).broken
    with pytest.raises(StoreProblem) as problem:
        commands(there)
    assert problem.value.code == code
    assert session.id in teller("en")(problem.value.phrase)
    with pytest.raises(StoreProblem) as problem:
        export_session(store, session.id, tmp_path / "uden.praksis", words=True)
    assert problem.value.code == code
    assert not (tmp_path / "uden.praksis").exists()


def test_a_session_is_written_to_a_file_from_one_reading_of_its_rows(
    session: Session, store: Store, tmp_path: Path
) -> None:
    session.do(AddNote(CASE, "Ringet til Amina"))
    queries: list[str] = []

    def note(_c: object, _cursor: object, statement: str, *_: object) -> None:
        queries.append(statement)

    listening.listen(store.connection, "before_cursor_execute", note)
    export_session(store, session.id, tmp_path / "ud.praksis")
    assert sum("FROM eventrow" in query for query in queries) == 1


def kept_commands(session: Session) -> list[Command]:
    return [acted.command for acted in commands(session)]
