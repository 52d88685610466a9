"""What the sessions of a class share is read once, and checked all the same."""

import gc
import sqlite3

import pytest

from simulator.casework.actions.day import MarkMoment
from simulator.store.engine import Store
from simulator.store.problems import StoreProblem
from simulator.store.session import Session
from simulator.store.shared import LAST, Shared
from tests.casework.small import a_town, an_opening


class Value:
    """Something that is read."""


def meddle(store: Store, sql: str) -> None:
    """Change something in a store's file behind its back."""
    driver = sqlite3.connect(store.path)
    driver.execute(sql)
    driver.commit()
    driver.close()


def test_sessions_of_one_day_share_their_town_and_their_opening(
    session: Session, other: Store
) -> None:
    fellow = Session.start(session.store, an_opening(), a_town(), "da")
    mine, theirs = (Session.resume(other, one.id) for one in (session, fellow))
    assert mine.town is theirs.town
    assert mine.opening is theirs.opening
    assert (mine.day, theirs.day) == (session.day, fellow.day)
    mine.do(MarkMoment("mit"))
    assert theirs.day == fellow.day


def test_a_town_that_is_not_as_it_was_is_told_of_whoever_holds_the_one_it_was(
    session: Session, other: Store
) -> None:
    holding = Session.resume(session.store, session.id)
    meddle(other, "UPDATE citizenrow SET row = replace(row, 'Holst', 'Krogh')")
    with pytest.raises(StoreProblem) as told:
        Session.resume(other, session.id)
    assert told.value.code == "session-damaged"
    assert holding.day == session.day


def test_an_opening_that_is_not_as_it_was_is_told_of_in_a_store_that_has_read_it(
    session: Session, other: Store
) -> None:
    Session.resume(other, session.id)
    meddle(other, "UPDATE eventrow SET data = replace(data, 'Nordvig', 'Sydvig') WHERE seq = 0")
    with pytest.raises(StoreProblem) as told:
        Session.resume(other, session.id)
    assert told.value.code == "session-damaged"


def test_what_somebody_holds_is_read_once_however_much_is_read_meanwhile() -> None:
    shared, held = Shared(), Value()
    assert shared.get("held", lambda: held) is held
    for n in range(3 * LAST):
        shared.get(n, Value)
    assert shared.get("held", Value) is held


def test_what_nobody_holds_is_let_go_of_once_others_have_been_read() -> None:
    shared = Shared()
    for n in range(10 * LAST):
        shared.get(n, Value)
    gc.collect()
    assert len(shared._values) == LAST


def test_the_last_ones_are_kept_for_whoever_comes_next() -> None:
    shared = Shared()
    first = id(shared.get(0, Value))
    for n in range(1, LAST):
        shared.get(n, Value)
    assert id(shared.get(0, Value)) == first
