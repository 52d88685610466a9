"""The one table of keys, and the screens made of it."""

import ast
from pathlib import Path
from typing import get_args

import pytest

from simulator import plain, tui
from simulator.casework.actions.inbox import OpenCase
from simulator.casework.case_types import FUNCTIONS
from simulator.casework.commands import COMMANDS, Group
from simulator.plain.playing import GROUPS
from simulator.scenario.words import texts
from simulator.store.engine import Store
from simulator.tui.app import PraksishusApp
from simulator.tui.briefing import BriefingScreen
from simulator.tui.call import CallScreen
from simulator.tui.desk.screen import DeskScreen
from simulator.tui.dialogs import GoingHome, NoticeScreen, ProblemScreen
from simulator.tui.evening import EveningScreen
from simulator.tui.forms import FormScreen
from simulator.tui.glossary import GlossaryScreen
from simulator.tui.help import HelpScreen
from simulator.tui.house_screen import ALWAYS, HouseScreen
from simulator.tui.journal import JournalScreen
from simulator.tui.keys import KEYS, TABLE
from simulator.tui.letter import LetterScreen
from simulator.tui.looking_up import LookUpScreen
from simulator.tui.meeting import MeetingScreen
from simulator.tui.palette import PaletteScreen
from simulator.tui.phone import PhoneScreen
from simulator.tui.start import StartScreen
from simulator.tui.technology import TechnologyScreen
from tests.tui.rooms import a_session, at_the_desk, opened, press, room, settled, text

SCREENS = (
    StartScreen, BriefingScreen, MeetingScreen, DeskScreen, FormScreen, LetterScreen, PhoneScreen,
    CallScreen, EveningScreen, TechnologyScreen, JournalScreen, GlossaryScreen, PaletteScreen,
    HelpScreen,
    GoingHome, LookUpScreen, NoticeScreen, ProblemScreen,
)  # fmt: skip


@pytest.mark.parametrize("key", KEYS, ids=lambda key: key.id)
def test_every_key_has_its_word_in_both_languages(key):
    word = texts()[f"key.{key.id}"]
    assert word.da
    assert word.en


@pytest.mark.parametrize("key", [key for key in KEYS if key.offer], ids=lambda key: key.id)
def test_a_key_takes_an_offer_that_there_is(key):
    assert key.offer in COMMANDS
    assert key.action in (f"app.take('{key.offer}')", key.id, "telephone")


def test_every_key_of_the_case_works_at_the_desk():
    own = {key.id for key in KEYS if key.group in ("case", "suggestion")}
    assert own <= set(DeskScreen.HAS) & set(DeskScreen.ABOVE)
    assert own - COMMANDS.keys() == set()


@pytest.mark.parametrize("step", FUNCTIONS)
def test_every_step_of_a_case_has_a_key(step):
    given_at = {name for name, command in COMMANDS.items() if command.step == step}
    assert given_at & TABLE.keys()


@pytest.mark.parametrize("face", [tui, plain], ids=lambda face: face.__name__)
def test_every_offer_a_face_looks_for_is_one_that_there_is(face):
    for file in Path(face.__file__).parent.rglob("*.py"):
        for node in ast.walk(ast.parse(file.read_text("utf-8"))):
            if isinstance(node, ast.Call) and getattr(node.func, "attr", "") == "offer":
                names = (part.value for part in node.args if isinstance(part, ast.Constant))
                assert set(names) <= COMMANDS.keys(), file


def test_the_plain_menu_has_every_group_of_offers():
    assert set(GROUPS) == set(get_args(Group))


def test_no_two_keys_share_an_id():
    assert len(TABLE) == len(KEYS)


@pytest.mark.parametrize("screen", SCREENS, ids=lambda screen: screen.__name__)
def test_no_key_means_two_things_on_a_screen(screen: type[HouseScreen[object]]):
    used = [
        pressed
        for id_ in {*screen.HAS, *ALWAYS}
        for pressed in TABLE[id_].keys.split(",")
        if pressed
    ]
    assert len(used) == len(set(used)), sorted(used)


@pytest.mark.parametrize("screen", SCREENS, ids=lambda screen: screen.__name__)
def test_a_key_of_a_screen_can_be_done_there(screen: type[HouseScreen[object]]):
    for id_ in screen.HAS:
        action = TABLE[id_].action.partition("(")[0]
        where = PraksishusApp if action.startswith("app.") else screen
        assert hasattr(where, f"action_{action.removeprefix('app.')}"), (id_, action)


async def test_help_tells_the_keys_of_the_screen_in_front(tmp_path: Path):
    async with opened(PraksishusApp(store=tmp_path / "s.sqlite"), (160, 60)) as pilot:
        await press(pilot, "f1")
        assert room(pilot) == "HelpScreen"
        assert "Skift til engelsk" in text(pilot)
        await press(pilot, "ctrl+l")
        assert "Change to Danish" in text(pilot)
        await press(pilot, "escape")
        assert room(pilot) == "StartScreen"
        assert "Begin, or go on" in text(pilot)


SIZES = pytest.mark.parametrize("size", [(80, 24), (100, 30)], ids=["80x24", "100x30"])


@SIZES
@pytest.mark.parametrize(("key", "presses"), [("end", 1), ("pagedown", 6), ("down", 40)])
async def test_help_is_read_to_its_end(store: Store, key: str, presses: int, size: tuple[int, int]):
    async with opened(at_the_desk(store), size) as pilot:
        await press(pilot, "f1")
        inside = pilot.app.screen.query_one("#inside")
        assert inside.show_vertical_scrollbar
        assert "Alt kan også gøres med musen" not in text(pilot)
        await pilot.press(*[key] * presses)
        await settled(pilot)
        assert "Alt kan også gøres med musen" in text(pilot)


@pytest.mark.parametrize("first", ["f3", "f4", "f6", "1"])
async def test_the_rooms_of_the_day_are_reached_from_each_other(store: Store, first: str):
    async with opened(at_the_desk(store)) as pilot:
        for key, seen in (
            ("f3", "LandscapeScreen"),
            ("f4", "TechnologyScreen"),
            ("f6", "JournalScreen"),
            ("f2", "DeskScreen"),
        ):
            await press(pilot, first)
            await pilot.press(key)
            await settled(pilot)
            assert room(pilot) == seen
            await pilot.press("f2")
            await settled(pilot)


async def test_looking_up_asks_where(store: Store):
    session = at_the_desk(store)
    session.do(OpenCase(session.view().inbox[0].case))
    async with opened(session) as pilot:
        await press(pilot, "o")
        assert "Hvilket system vil du slå op i?" in text(pilot)
        assert "1 CPR" in text(pilot)
        await press(pilot, "1")
        assert room(pilot) == "SystemScreen"


async def test_going_home_is_sent_by_the_key_of_every_dialog(store: Store):
    session = at_the_desk(store)
    async with opened(session) as pilot:
        await press(pilot, "ctrl+g", "ctrl+s")
        assert session.day.closed


async def test_help_calls_a_key_what_the_screen_calls_it_and_says_what_the_sign_is(store: Store):
    async with opened(a_session(store)) as pilot:
        await pilot.app.push_screen(MeetingScreen())
        await settled(pilot)
        await press(pilot, "f1")
        assert room(pilot) == "HelpScreen"
        assert "^ betyder Ctrl-tasten" in text(pilot)
        assert "Gør det" not in text(pilot)
        assert texts()["offer.accept_prebrief"].da in text(pilot)
