"""The desk: what it shows, what it says when something cannot be done, the telephone."""

import pytest

from simulator.casework.commands import OpenCase
from simulator.casework.opening import Opening
from simulator.core.values import changed
from simulator.store.engine import Store
from simulator.store.session import Session
from tests.casework.small import CONDUCT, a_town, an_opening
from tests.tui.rooms import at_the_desk, lines, opened, press, room, settled, text, write


def first(session: Session) -> OpenCase:
    return OpenCase(session.view().inbox[0].case)


async def test_what_a_system_showed_stands_beside_where_it_came_from(store: Store):
    session = at_the_desk(store)
    session.do(first(session))
    async with opened(session) as pilot:
        (row,) = [line for line in lines(pilot) if "24.310" in line]
        assert "Overblik" in row
        assert "–" in row


async def test_a_refusal_says_why_and_what_would_help(store: Store):
    session = at_the_desk(store)
    session.do(first(session))
    async with opened(session) as pilot:
        await pilot.press("b")
        await settled(pilot)
        assert "Find oplysningerne først" in text(pilot)
        assert session.events[-1].kind == "command.refused"


async def test_actions_say_their_price_before_and_their_effect_after(store: Store):
    session = at_the_desk(store)
    session.do(first(session))
    async with opened(session) as pilot:
        assert "l Læs egne ord 1 min." in text(pilot)
        await press(pilot, "l")
        assert "Du læser, hvad Amina Holst selv har skrevet" in text(pilot)


async def test_a_call_is_in_sight_and_blocks_nothing(store: Store):
    rings = changed(CONDUCT, rings_about_waiting=100, ring_after=(5, 6), ring_out=30)
    opening: Opening = an_opening(conduct=rings)
    session = Session.start(store, opening, a_town(), "en")
    async with opened(session) as pilot:
        await press(pilot, "enter", "ctrl+s", "enter", "w", "ctrl+s")
        assert session.view().telephone.ringing
        assert "is ringing" in text(pilot)
        await press(pilot, "n")
        assert room(pilot) == "FormScreen"
        assert "is ringing" in lines(pilot)[0]
        await pilot.press("escape")
        await settled(pilot)
        await press(pilot, "t")
        assert room(pilot) == "CallScreen"
        await press(pilot, "escape")
        assert room(pilot) == "DeskScreen"
        assert "on the line" in text(pilot)
        await press(pilot, "t", "h")
        assert session.view().telephone is None


async def test_staying_is_one_key_and_going_home_is_asked_once(store: Store):
    session = at_the_desk(store)
    async with opened(session) as pilot:
        await press(pilot, "ctrl+g")
        assert "Du har gjort nok for i dag" in text(pilot)
        await press(pilot, "escape")
        assert room(pilot) == "DeskScreen"
        assert not session.day.closed
        await press(pilot, "ctrl+g", "enter")
        assert room(pilot) == "EveningScreen"


@pytest.mark.parametrize("size", [(80, 24), (100, 30), (160, 45)], ids=["80", "100", "160"])
async def test_every_action_of_the_case_is_in_sight(store: Store, size: tuple[int, int]):
    session = at_the_desk(store)
    session.do(first(session))
    async with opened(session, size) as pilot:
        await press(pilot, "g", "h")
        seen = text(pilot)
        for said in ("e Se grundlag", "f Følg", "j Ret", "v Afvis", "z Tag ud", "r Ring op", "F1"):
            assert said in seen, said


async def test_below_eighty_columns_one_pane_at_a_time(store: Store):
    session = at_the_desk(store)
    session.do(first(session))
    async with opened(session, (60, 24)) as pilot:
        assert "testperson" in text(pilot)
        assert "Indbakke ·" not in text(pilot)
        await press(pilot, "f2")
        assert "Indbakke ·" in text(pilot)
        assert "testperson" not in text(pilot)
        await press(pilot, "enter")
        assert "testperson" in text(pilot)


@pytest.mark.parametrize("size", [(39, 30), (80, 11)], ids=["narrow", "low"])
async def test_where_nothing_fits_a_sentence_names_the_plain_face(
    store: Store, size: tuple[int, int]
):
    async with opened(at_the_desk(store), size) as pilot:
        assert "--plain" in text(pilot)


async def test_the_smallest_window_of_all_stands(store: Store):
    async with opened(at_the_desk(store), (1, 1)) as pilot:
        assert pilot.app.is_running
        await pilot.resize_terminal(100, 30)
        await settled(pilot)
        assert "Indbakke" in text(pilot)


async def test_a_level_is_changed_for_minutes_and_a_reason(store: Store):
    session = at_the_desk(store)
    async with opened(session) as pilot:
        await press(pilot, "f4", "down", "right")
        assert room(pilot) == "FormScreen"
        assert "Det tager 2 minutter" in text(pilot)
        await press(pilot, "ctrl+s")
        (changed_,) = [e for e in session.events if e.kind == "level.changed"]
        assert (changed_.function, changed_.before, changed_.level) == ("hear", 0, 1)


async def test_a_look_up_chosen_among_all_actions_opens_the_systems_own_face(store: Store):
    session = at_the_desk(store)
    session.do(first(session))
    async with opened(session) as pilot:
        await press(pilot, "ctrl+p")
        await write(pilot, "slå op i cpr")
        await pilot.press("enter")
        await settled(pilot)
        assert room(pilot) == "SystemScreen"
        await press(pilot, "ctrl+p")
        await write(pilot, "journal")
        await pilot.press("enter")
        await settled(pilot)
        assert room(pilot) == "JournalScreen"
        await press(pilot, "escape")
        assert room(pilot) == "DeskScreen"


async def test_what_cannot_be_done_says_why_among_all_actions(store: Store):
    session = at_the_desk(store)
    session.do(first(session))
    async with opened(session) as pilot:
        await press(pilot, "ctrl+p")
        await write(pilot, "afslut")
        assert "Borgeren har ikke fået" in text(pilot)
