"""A session: started, played, cut off and taken up again, exactly."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Connection, func
from sqlmodel import select

from simulator.casework.actions.day import GoHome, MarkMoment, Wait
from simulator.casework.actions.deciding import Decide
from simulator.casework.actions.levels import SetLevel, TakeOut
from simulator.casework.actions.looking.pages import LookUp
from simulator.casework.actions.tickets import WriteTicket
from simulator.casework.actions.writing import AddNote, SendLetter
from simulator.casework.commands import Command
from simulator.casework.families import fold
from simulator.core.values import changed
from simulator.store.engine import Store
from simulator.store.problems import StoreProblem
from simulator.store.seats import take_seat
from simulator.store.session import Session, delete_session, sessions
from simulator.store.tables import CitizenRow, DraftRow, EventRow, TownRow, WordsRow
from tests.casework.small import CASE, CONDUCT, SYSTEMS, a_town, an_opening
from tests.store.days import EVERY_DAY, a_script, pragma, the_day, the_log


def rows(store: Store, table: type) -> int:
    query = select(func.count()).select_from(table)
    return int(store.read(lambda connection: connection.execute(query).scalar_one()))


def kept(store: Store, column: object) -> list[str]:
    return list(store.read(lambda connection: connection.execute(select(column)).scalars()))  # type: ignore[call-overload]


def desk(session: Session) -> object:
    """All that is seen, in order: an offer by what it says, not by what it makes."""
    view = session.view()
    offers = tuple(changed(offer, make=None) for offer in view.offers)
    return {**view.parts(), "offers": offers}


@EVERY_DAY
def test_a_session_taken_up_again_is_the_same_day(
    scenario: str, store: Store, other: Store
) -> None:
    opening, town = the_day(scenario)
    script = a_script(opening, town)
    played = Session.start(store, opening, town, "da")
    often = max(5, len(script) // 8)  # a large town takes a while to read
    for n, command in enumerate(script):
        played.do(command)
        if n % often and command is not script[-1]:
            continue
        again = Session.resume(other, played.id)
        assert again.day == played.day
        assert again.events == played.events
        assert desk(again) == desk(played)
    assert played.events == the_log(opening, town, script)
    assert fold(played.events, town) == played.day


def test_systems_stand_in_the_order_of_the_scenario_after_a_cut_too(store: Store) -> None:
    turned = dict(reversed(SYSTEMS.items()))
    opening = an_opening()
    opening = changed(opening, landscape=changed(opening.landscape, systems=turned))
    played = Session.start(store, opening, a_town(), "da")
    again = Session.resume(store, played.id)
    assert [one.id for one in again.view().systems] == ["overblik", "eindkomst"]


def test_an_opening_names_the_town_by_its_hash(store: Store) -> None:
    started = Session.start(store, an_opening(town="whatever"), a_town(), "da")
    assert kept(store, TownRow.town) == [started.opening.town]


def test_an_event_is_committed_before_its_effect_is_shown(session: Session, other: Store) -> None:
    events = session.do(Wait(10))
    assert Session.resume(other, session.id).events[-len(events) :] == events


def test_what_cannot_be_committed_has_not_happened(session: Session, store: Store) -> None:
    before = session.day, session.events
    pragma(store, "query_only=ON")
    with pytest.raises(StoreProblem) as refused:
        session.do(MarkMoment("midt i det hele"))
    assert refused.value.code == "read-only"
    assert (session.day, session.events) == before
    pragma(store, "query_only=OFF")
    session.do(MarkMoment("og videre"))
    assert Session.resume(store, session.id).day == session.day
    assert session.words(1) == "og videre"


def test_a_refused_command_is_on_the_log_too(session: Session, other: Store) -> None:
    (event,) = session.do(Wait(9999))
    assert event.kind == "command.refused"
    assert Session.resume(other, session.id).events[-1] == event


@pytest.mark.parametrize(
    ("command", "words"),
    [
        (MarkMoment("Her gik det stærkt"), ["Her gik det stærkt"]),
        (AddNote(CASE, "Ringet til Amina"), ["Ringet til Amina"]),
        (WriteTicket("overblik", "error", "Indkomsten er gammel"), ["Indkomsten er gammel"]),
        (TakeOut(CASE, "For usikkert"), ["For usikkert"]),
        (SetLevel("subsidy", "calculate", 3, "Travlt"), ["Travlt"]),
        (MarkMoment(""), []),
        (AddNote(CASE, ""), []),
        (Decide(CASE, "full", (), "Refused, so not kept"), []),
        (SendLetter(CASE, {"rule": "own"}, {"rule": "Refused, so not kept"}), []),
    ],
)
def test_words_are_kept_apart_from_events(
    session: Session, store: Store, command: Command, words: list[str]
) -> None:
    session.do(command)
    assert kept(store, WordsRow.text) == words
    assert not any(text in "".join(kept(store, EventRow.data)) for text in words)


def test_words_are_found_by_the_number_their_event_holds(session: Session, other: Store) -> None:
    for words in ("et", "to", "tre"):
        session.do(MarkMoment(words))
    again = Session.resume(other, session.id)
    marks = [event for event in again.events if event.kind == "moment.marked"]
    assert [again.words(mark.words) for mark in marks] == ["et", "to", "tre"]  # type: ignore[attr-defined]
    assert again.words(99) == ""


def test_deleting_the_words_leaves_a_whole_log(session: Session, store: Store) -> None:
    session.do(AddNote(CASE, "Noget personligt"))
    session.set_draft("note", "endnu mere")
    before = session.events
    session.delete_words()
    assert session.words(1) == ""
    assert session.draft("note") == ""
    assert Session.resume(store, session.id).events == before
    session.do(MarkMoment("Et nyt"))
    assert session.words(2) == "Et nyt"


def test_deleted_words_are_nowhere_on_the_disk(session: Session, store: Store, path: Path) -> None:
    secret = "en hemmelighed om en borger " * 200
    session.do(AddNote(CASE, secret))
    assert any(secret[:40].encode() in one.read_bytes() for one in path.parent.iterdir())
    session.delete_words()
    assert not any(secret[:40].encode() in one.read_bytes() for one in path.parent.iterdir())


def test_what_a_keyboard_may_send_is_kept_as_it_can_be_shown(session: Session) -> None:
    session.do(AddNote(CASE, "\x1b[31mRød\x1b[0m \u202evendt \u200bog\udcff\nny linje"))
    assert session.words(1) == "[31mRød[0m vendt og\nny linje"
    session.do(LookUp(CASE, "eindkomst", "income", "lov\x00en \udc80§ 1"))
    assert session.events[-1].basis == "loven § 1"  # type: ignore[attr-defined]


def test_words_of_nothing_visible_are_no_words(session: Session, store: Store) -> None:
    session.do(MarkMoment("\u200b\x00"))
    assert session.day.words == 0
    assert kept(store, WordsRow.text) == []


def test_half_typed_text_is_there_after_a_cut(session: Session, other: Store) -> None:
    session.set_draft("note", "Ringede k")
    session.set_draft("note", "Ringede kl. 10 og\n")
    session.set_draft("letter.rule", "Kære Am")
    again = Session.resume(other, session.id)
    assert again.draft("note") == "Ringede kl. 10 og\n"
    assert again.draft("letter.rule") == "Kære Am"
    assert again.draft("mark") == ""


def test_half_typed_text_is_erased_when_it_is_sent_and_other_texts_are_kept(
    session: Session, store: Store
) -> None:
    session.set_draft("note", "Ringede kl. 10 ")
    session.set_draft("letter.rule", "Kære Am")
    session.set_draft("ticket", "{a whole form}")
    session.do(AddNote(CASE, "Ringede kl. 10"), sent=("ticket",))
    assert kept(store, DraftRow.field) == ["letter.rule"]


def test_half_typed_text_stays_if_sending_is_refused(session: Session) -> None:
    session.set_draft("letter", "Kære Amina")
    (event,) = session.do(SendLetter(CASE, {"rule": "own"}, {"rule": "Kære"}), sent=("letter",))
    assert event.kind == "command.refused"
    assert session.draft("letter") == "Kære Amina"


def test_half_typed_text_stays_if_sending_fails(session: Session, store: Store) -> None:
    session.set_draft("note", "Ringede")
    pragma(store, "query_only=ON")
    with pytest.raises(StoreProblem):
        session.do(AddNote(CASE, "Ringede"), sent=("note",))
    pragma(store, "query_only=OFF")
    assert session.draft("note") == "Ringede"


def test_half_typed_text_can_be_dropped(session: Session, store: Store) -> None:
    session.set_draft("note", "Ringede")
    session.set_draft("note", "")
    assert rows(store, DraftRow) == 0


def test_the_language_stands_in_the_sessions_row_and_in_no_event(
    session: Session, other: Store
) -> None:
    before = session.events
    session.speak("en")
    again = Session.resume(other, session.id)
    assert (again.language, again.events) == ("en", before)


def test_a_second_writer_is_told_and_nothing_is_lost(session: Session, other: Store) -> None:
    beside = Session.resume(other, session.id)
    first = session.do(MarkMoment("her"))
    with pytest.raises(StoreProblem) as told:
        beside.do(MarkMoment("der"))
    assert told.value.code == "elsewhere"
    assert beside.events == session.events[:-1]
    beside.refresh()
    assert beside.events[-1:] == first
    assert beside.day == session.day
    beside.do(MarkMoment("der"))
    session.refresh()
    assert session.day == beside.day
    assert [session.words(number) for number in (1, 2)] == ["her", "der"]


def test_a_list_shows_the_sessions_newest_first(session: Session, store: Store) -> None:
    newer = Session.start(store, an_opening(), a_town(), "en")
    newer.do(Wait(1))
    session.do(GoHome())
    first, second = sessions(store)
    assert (first.id, second.id) == (newer.id, session.id)
    assert (first.ended, second.ended) == (False, True)
    assert (second.title.da, second.scenario) == ("A small day", "small")
    assert first.minute == 480
    assert len(first.played_on) == len("2026-02-02")


def test_pseudonyms_are_four_characters_nobody_mixes_up(store: Store) -> None:
    ids = [Session.start(store, an_opening(), a_town(), "da").id for _ in range(20)]
    assert len(set(ids)) == 20
    assert all(len(one) == 4 and not set(one) & set("IO01") for one in ids)


def test_a_town_is_stored_once_however_many_play_in_it(store: Store) -> None:
    for _ in range(3):
        Session.start(store, an_opening(), a_town(), "da")
    Session.start(store, an_opening(), a_town(since=19_000), "da")
    assert rows(store, TownRow) == 2
    assert rows(store, CitizenRow) == 4


def test_a_deleted_session_is_gone_with_its_words_and_the_others_are_whole(
    session: Session, store: Store
) -> None:
    away = Session.start(store, an_opening(conduct=CONDUCT), a_town(since=19_000), "da")
    away.set_draft("note", "x")
    away.do(MarkMoment("y"))
    delete_session(store, away.id)
    assert [one.id for one in sessions(store)] == [session.id]
    assert (rows(store, WordsRow), rows(store, DraftRow), rows(store, TownRow)) == (0, 0, 1)
    assert Session.resume(store, session.id).day == session.day


def test_nobody_sits_down_at_a_session_while_it_is_deleted(
    session: Session, store: Store, other: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    write, seats = store.write, []

    def watched(work: Callable[[Connection], Any]) -> Any:
        seats.append(take_seat(other, session.id))
        return write(work)

    monkeypatch.setattr(store, "write", watched)
    delete_session(store, session.id)
    assert seats == [None]
    assert sessions(store) == ()


def test_all_words_are_those_that_are_there(session: Session, store: Store) -> None:
    assert session.all_words() == {}
    for words in ("a", "b"):
        session.do(MarkMoment(words))
    other = Session.start(store, an_opening(), a_town(), "da")
    other.do(MarkMoment("c"))
    assert session.all_words() == {1: "a", 2: "b"}
    session.delete_words()
    assert (session.all_words(), other.all_words()) == ({}, {1: "c"})


@pytest.mark.parametrize("id_", ["XXXX", "", "' OR 1=1 --", "\x00", "åæø"])
def test_a_session_that_is_not_there_is_said_to_be_missing(store: Store, id_: str) -> None:
    for ask in (Session.resume, delete_session):
        with pytest.raises(StoreProblem) as told:
            ask(store, id_)
        assert told.value.code == "no-session"


def test_going_home_ends_it_once(session: Session, store: Store) -> None:
    session.do(GoHome())
    session.do(Wait(5))
    assert sessions(store)[0].ended
    assert desk(Session.resume(store, session.id)) == desk(session)
