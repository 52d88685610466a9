"""Signing at the morning meeting, and whoever stands at the counter, on the screens."""

from dataclasses import replace

from simulator.casework.actions.day import AcceptPrebrief, Wait
from simulator.core.values import changed
from simulator.store.engine import Store
from simulator.store.session import Session
from tests.tui.rooms import a_session, opened, press, room, text, the_warm_up, write


def with_a_visitor(store: Store) -> Session:
    """The warm-up, with everybody over the counter, once the first has come."""
    loaded = the_warm_up()
    comes = tuple(changed(one, channel="counter") for one in loaded.opening.arrivals)
    opening = replace(loaded.opening, arrivals=comes)
    session = Session.start(store, opening, loaded.town, "da")
    session.do(AcceptPrebrief())
    while not session.view().visitors:
        session.do(Wait(30))
    return session


async def test_a_set_up_that_leaves_steps_to_the_system_is_signed_in_a_form(store: Store):
    session = a_session(store)
    async with opened(session) as pilot:
        await press(pilot, "enter", "enter")
        assert room(pilot) == "MeetingScreen"
        await press(pilot, "down", "down", "enter")
        assert room(pilot) == "FormScreen"
        assert "Navn eller initialer" in text(pilot)
        await press(pilot, "ctrl+s")
        assert room(pilot) == "FormScreen"
        assert 4 not in session.day.levels.values()
        await write(pilot, "BH")
        await press(pilot, "ctrl+s")
        assert room(pilot) == "MeetingScreen"
    assert 4 in session.day.levels.values()


async def test_a_set_up_that_keeps_the_hand_on_is_set_at_once(store: Store):
    session = a_session(store)
    async with opened(session) as pilot:
        await press(pilot, "enter", "enter", "down", "enter")
        assert room(pilot) == "MeetingScreen"
    assert set(session.day.levels.values()) == {0}


async def test_whoever_stands_at_the_counter_is_talked_with(store: Store):
    session = with_a_visitor(store)
    name = session.view().visitors[0].name
    async with opened(session) as pilot:
        assert f"{name} står ved skranken" in text(pilot)
        await press(pilot, "t")
        assert room(pilot) == "CallScreen"
        assert f"{name} sidder ved bordet" in text(pilot)
        assert "Sig farvel" in text(pilot)
        assert "Læg på" not in text(pilot)
        await press(pilot, "h")
        assert room(pilot) == "DeskScreen"
    assert session.events[-1].kind == "visit.ended"
