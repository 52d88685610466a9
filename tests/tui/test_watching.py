"""Two programs on one session: one sits at the desk, the other sees it as it is."""

import pytest

from simulator.casework.actions.day import GoHome
from simulator.casework.actions.inbox import OpenCase
from simulator.core.texts import LANGUAGES, Language
from simulator.store.database import Seat
from simulator.store.engine import Store, open_store
from simulator.store.seats import take_seat
from simulator.store.session import Session, delete_session
from simulator.tui.app import PraksishusApp
from tests.tui.rooms import at_the_desk, opened, press, room, settled, text


def played_elsewhere(store: Store, language: Language = "da") -> tuple[Session, Seat]:
    """A day at whose desk another program sits."""
    session = at_the_desk(store, language=language)
    seat = take_seat(store, session.id)
    assert seat is not None
    return session, seat


def beside(session: Session, **more: bool) -> PraksishusApp:
    """Another program that opens the same session."""
    return PraksishusApp(resume=session.id, store=session.store.path, **more)


async def comes(pilot, words: str) -> None:
    """Wait until something comes into sight, for as long as it takes."""
    while words not in text(pilot):
        await pilot.pause()


@pytest.mark.parametrize("language", LANGUAGES)
async def test_a_second_program_is_told_and_sees_the_desk(store: Store, language: Language):
    session, seat = played_elsewhere(store, language)
    async with opened(beside(session)) as pilot:
        assert room(pilot) == "WatchingScreen"
        told = {
            "da": f"Forløbet {session.id} er åbent i et andet vindue",
            "en": f"Session {session.id} is open",
        }
        assert told[language] in text(pilot)
        assert "Holst" in text(pilot)
    seat.leave()


async def test_what_the_other_does_comes_into_sight(store: Store):
    session, seat = played_elsewhere(store)
    async with opened(beside(session), (120, 40)) as pilot:
        (case, *_) = [item.case for item in session.view().inbox if "Holst" in item.name]
        session.do(OpenCase(case))
        await comes(pilot, "Økonomisk friplads, Amina Holst")
        assert pilot.app.session.events == session.events
    seat.leave()


async def test_nothing_can_be_done_and_nothing_is_offered(store: Store):
    session, seat = played_elsewhere(store)
    before = session.events
    async with opened(beside(session)) as pilot:
        for key in ("enter", "w", "o", "ctrl+g", "m", "t", "f3", "1", "ctrl+l"):
            await pilot.press(key)
            await settled(pilot)
        assert room(pilot) == "WatchingScreen"
        await pilot.press("ctrl+p")
        await settled(pilot)
        assert "Gå hjem" not in text(pilot)
        assert "Go home" not in text(pilot)
    again = Session.resume(store, session.id)
    assert (again.events, again.language) == (before, "da")
    seat.leave()


async def test_when_the_other_has_gone_one_may_sit_down_and_go_on(store: Store):
    session, seat = played_elsewhere(store)
    async with opened(beside(session)) as pilot:
        seat.leave()
        await comes(pilot, "Tryk Enter for at sætte dig")
        await press(pilot, "enter")
        assert room(pilot) == "DeskScreen"
        assert take_seat(store, session.id) is None
        await press(pilot, "w")
        await press(pilot, "ctrl+s")
    assert len(Session.resume(store, session.id).events) > len(session.events)


async def test_whoever_sits_down_first_keeps_the_seat(store: Store):
    session, seat = played_elsewhere(store)
    async with opened(beside(session)) as pilot:
        seat.leave()
        await comes(pilot, "Tryk Enter")
        third = take_seat(store, session.id)
        assert third is not None
        await pilot.press("enter")
        await settled(pilot)
        assert room(pilot) == "WatchingScreen"
        await comes(pilot, "er åbent i et andet vindue")
        third.leave()


async def test_the_evening_of_the_other_can_be_gone_into(store: Store):
    session, seat = played_elsewhere(store)
    async with opened(beside(session)) as pilot:
        session.do(GoHome())
        await comes(pilot, "er slut")
        await press(pilot, "enter")
        assert room(pilot) == "EveningScreen"
    seat.leave()


async def test_a_session_that_is_deleted_meanwhile_is_told_in_words(store: Store):
    session, seat = played_elsewhere(store)
    other = open_store(store.path)
    async with opened(beside(session)) as pilot:
        seat.leave()
        delete_session(other, session.id)
        await comes(pilot, f"Der er ikke noget forløb {session.id} her.")
        await press(pilot, "escape")
        assert room(pilot) == "StartScreen"
    other.close()


async def test_one_may_only_look_on_where_nobody_sits(store: Store):
    session = at_the_desk(store)
    async with opened(beside(session, watch=True)) as pilot:
        assert room(pilot) == "WatchingScreen"
        assert take_seat(store, session.id) is not None


async def test_the_seat_is_left_with_the_program_and_at_the_front_page(store: Store):
    session = at_the_desk(store)
    async with opened(beside(session)) as pilot:
        assert room(pilot) == "DeskScreen"
        assert take_seat(store, session.id) is None
        pilot.app.action_front()
        await settled(pilot)
        seat = take_seat(store, session.id)
        assert seat is not None
        seat.leave()
        pilot.app.go_on(session.id)
        await settled(pilot)
        assert take_seat(store, session.id) is None
    assert take_seat(store, session.id) is not None


@pytest.mark.parametrize("size", [(40, 12), (80, 24), (100, 30), (160, 45)])
async def test_the_desk_of_another_is_seen_at_every_size(store: Store, size: tuple[int, int]):
    session, seat = played_elsewhere(store)
    async with opened(beside(session), size) as pilot:
        assert session.id in text(pilot)
        assert "Esc" in text(pilot)
    seat.leave()
