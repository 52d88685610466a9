"""A whole day with keys that stand on the screen, and no mouse."""

from pathlib import Path

import pytest

from simulator.tui.app import PraksishusApp
from tests.tui.rooms import opened, press, read_through, room, text, until_debrief, write

SIZES = pytest.mark.parametrize(
    "size",
    [
        pytest.param((80, 24), id="80x24"),
        pytest.param((100, 30), id="100x30", marks=pytest.mark.slow),
    ],
)


@SIZES
async def test_a_day_from_the_door_to_the_debrief(tmp_path: Path, size: tuple[int, int]):
    async with opened(PraksishusApp(store=tmp_path / "s.sqlite"), size) as pilot:
        assert room(pilot) == "StartScreen"
        await press(pilot, "enter")
        assert room(pilot) == "BriefingScreen"
        await read_through(pilot)
        assert room(pilot) == "MeetingScreen"
        await press(pilot, "down", "enter", "tab", "right", "ctrl+s")
        assert room(pilot) == "DeskScreen"
        await press(pilot, "enter", "l")
        assert "Jeg er gået ned i tid" in text(pilot)
        await press(pilot, "r", "enter", "h")
        assert room(pilot) == "DeskScreen"
        await press(pilot, "n")
        await write(pilot, "hun har sedlen")
        await press(pilot, "ctrl+s")
        assert "Notatet ligger på sagen" in text(pilot)
        await press(pilot, "m")
        await press(pilot, "ctrl+s", "ctrl+g", "enter")
        await until_debrief(pilot, lambda: press(pilot, "enter"))
        kinds = [event.kind for event in pilot.app.session.events]
        assert {"citizen.asked", "note.added", "moment.marked", "day.ended"} <= set(kinds)


async def test_a_case_is_worked_through_to_its_letter_and_payment(tmp_path: Path):
    async with opened(PraksishusApp(store=tmp_path / "s.sqlite")) as pilot:
        await press(pilot, "enter")
        await read_through(pilot)
        await press(pilot, "ctrl+s", "enter")
        await press(pilot, "g", "h", "e", "f", "a", "ctrl+s")
        await press(pilot, "b", "ctrl+a", "ctrl+s")
        await press(pilot, "k", "x")
        kinds = [event.kind for event in pilot.app.session.events]
        assert "basis.opened" in kinds
        assert kinds.index("suggestion.followed") < kinds.index("letter.sent")
        assert kinds.index("payment.released") < kinds.index("case.closed")
