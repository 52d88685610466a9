"""The glossary: a word is opened with Enter or the mouse, stands in the log, and takes no time."""

import pytest

from simulator.store.engine import Store
from tests.tui.rooms import at_the_desk, opened, press, room, settled, text


async def test_a_word_that_two_trades_hear_differently_is_opened(store: Store):
    session = at_the_desk(store)
    async with opened(session) as pilot:
        await press(pilot, "f7")
        await settled(pilot)
        assert room(pilot) == "GlossaryScreen"
        assert "Fagfolk hører" not in text(pilot)
        await press(pilot, "enter")
        await settled(pilot)
        assert "et svar, der først findes, når borgeren har fået det" in text(pilot)
        assert "en værdi, der er gemt" in text(pilot)
    assert (session.events[-1].kind, session.events[-1].minutes) == ("glossary.opened", 0)


async def test_the_word_stays_open_in_the_other_language(store: Store):
    async with opened(at_the_desk(store)) as pilot:
        await press(pilot, "f7", "enter", "ctrl+l")
        await settled(pilot)
        assert "an answer that does not exist until the citizen has it" in text(pilot)


@pytest.mark.parametrize("size", [(60, 24), (80, 24), (160, 45)])
async def test_list_and_word_are_both_in_sight_at_every_size(store: Store, size: tuple[int, int]):
    async with opened(at_the_desk(store), size) as pilot:
        await press(pilot, "f7", "enter")
        await settled(pilot)
        assert "afgørelse" in text(pilot)
        assert "en værdi, der er gemt" in text(pilot)


async def test_the_words_stand_in_two_groups_each_with_a_heading(store: Store):
    async with opened(at_the_desk(store), (160, 45)) as pilot:
        await press(pilot, "f7")
        await settled(pilot)
        assert "To fag, to betydninger" in text(pilot)
        for _ in range(40):
            await pilot.press("down")
        await settled(pilot)
        assert "Andre ord" in text(pilot)
