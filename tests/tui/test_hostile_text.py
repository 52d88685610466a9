"""Text from scenarios and keyboards is text on every screen: never style, link or action."""

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from simulator.core.texts import Text
from simulator.core.untrusted import clean
from simulator.landscape.systems import Key, Search
from simulator.store.engine import Store
from simulator.store.session import Session
from simulator.tui.app import PraksishusApp
from simulator.tui.content import shown
from simulator.tui.dialogs import NoticeScreen
from simulator.tui.systems.looks import LOOKS
from tests.casework.small import INCOME, SUBSIDY, a_town, an_opening, citizen
from tests.tui.rooms import click, lines, opened, room, settled, text, until_debrief

QUIT = "[@click=app.quit]x[/]"
HOSTILE = QUIT + "\x1b[31m\x07\u202eabc\u200b[bold red]\u2066y\r"


def a_hostile_session(store: Store, look: str = "") -> Session:
    """The day with text that acts or hides wherever there is text; all systems of one ``look``."""
    bad = Text(HOSTILE, HOSTILE)
    kind = replace(
        SUBSIDY,
        title=bad,
        legal_basis=bad,
        kle=HOSTILE,
        letter=dict.fromkeys(SUBSIDY.letter, bad),
        outcomes=tuple(replace(one, label=bad) for one in SUBSIDY.outcomes),
    )
    base = an_opening(kind, {"find": 1, "calculate": 3})
    systems = {
        name: replace(
            one,
            name=Text(f"{HOSTILE} {name}", f"{HOSTILE} {name}"),
            owner=bad,
            look=look or one.look,
            greeting=bad,
            search=Search({"address": Key(INCOME, hint=bad)}, lists=(INCOME,)),
            pages=tuple(
                replace(
                    page,
                    title=bad,
                    fields=tuple(replace(field, code=HOSTILE) for field in page.fields),
                )
                for page in one.pages
            ),
        )
        for name, one in base.landscape.systems.items()
    }
    opening = replace(
        base,
        title=bad,
        briefing=bad,
        goals=(bad,),
        municipality=HOSTILE,
        landscape=replace(base.landscape, systems=systems),
        facts={name: replace(fact, label=bad) for name, fact in base.facts.items()},
        presets=tuple(replace(one, label=bad) for one in base.presets),
        texts=dict.fromkeys(base.texts, bad),
    )
    people = (citizen("amina", given=HOSTILE), citizen("bodil", given=HOSTILE))
    return Session.start(store, opening, a_town(*people), "da")


def is_only_text(pilot: Any) -> None:
    """The brackets stand there as they were written, and nothing else got through."""
    seen = "\n".join(lines(pilot))
    assert "@click" in seen, (room(pilot), seen)
    assert not any(character in seen for character in "\x1b\x07\u202e\u200b\u2066\r")


async def test_every_screen_of_a_day_shows_hostile_text_as_text(store: Store):
    walked: list[str] = []
    session = a_hostile_session(store)
    async with opened(session) as pilot:

        async def go(*keys: str) -> None:
            for key in keys:
                await pilot.press(key)
                await settled(pilot)
            walked.append(room(pilot))
            is_only_text(pilot)

        is_only_text(pilot)
        await go("enter")
        await go("ctrl+s")
        await go("enter", "l")
        await go("1")
        await go("escape", "ctrl+p")
        await go("escape", "r")
        await go("enter", "h")
        await go("g", "ctrl+s", "h", "e")
        await go("j")
        await go("escape", "f", "b", "ctrl+a")
        await go("escape", "s", "enter", "ctrl+s")
        await go("escape", "f3", "enter")
        await go("escape", "f4")
        await go("escape", "f6")
        await go("escape", "f1", "escape", "ctrl+g", "enter", "enter")
        await until_debrief(pilot, lambda: pilot.press("enter"))
        await settled(pilot)
        await go()
        assert pilot.app.is_running
    seen = {
        "MeetingScreen", "DeskScreen", "SystemScreen", "PaletteScreen", "CallScreen",
        "FormScreen", "LetterScreen", "TraceScreen", "LandscapeScreen", "TechnologyScreen",
        "JournalScreen", "EveningScreen", "DebriefScreen",
    }  # fmt: skip
    assert seen <= set(walked), seen - set(walked)


@pytest.mark.parametrize("look", LOOKS)
async def test_every_look_shows_hostile_text_as_text(store: Store, look: str):
    session = a_hostile_session(store, look)
    async with opened(session, (160, 45)) as pilot:
        await pilot.press("enter", "ctrl+s", "enter")
        await settled(pilot)
        pilot.app.open_screen("system", "eindkomst")
        await settled(pilot)
        assert room(pilot) == "SystemScreen"
        is_only_text(pilot)
        for keys in (("enter", "slash", "1", "enter"), ("escape", "1"), ("enter",)):
            await pilot.press(*keys)
            await settled(pilot)
            is_only_text(pilot)
        await click(pilot, "@click")
        assert pilot.app.is_running
        assert "record.opened" in [event.kind for event in session.events]


async def test_what_is_typed_in_a_search_is_text(store: Store):
    session = a_hostile_session(store)
    async with opened(session) as pilot:
        await pilot.press("enter", "ctrl+s", "enter")
        await settled(pilot)
        pilot.app.open_screen("system", "overblik")
        await settled(pilot)
        await pilot.press("slash")
        await settled(pilot)
        pilot.app.screen.focused.value = HOSTILE
        await pilot.press("enter")
        await settled(pilot)
        assert "register.searched" in [event.kind for event in session.events]
        is_only_text(pilot)


async def test_clicking_on_hostile_text_does_nothing(store: Store):
    async with opened(a_hostile_session(store)) as pilot:
        await click(pilot, "@click")
        assert pilot.app.is_running
        assert room(pilot) == "BriefingScreen"


async def test_what_is_typed_is_text_too(store: Store):
    async with opened(a_hostile_session(store)) as pilot:
        await pilot.press("enter", "ctrl+s", "enter", "n")
        await settled(pilot)
        pilot.app.screen.query_one("#field-0").load_text(HOSTILE)
        await settled(pilot)
        await pilot.press("ctrl+s")
        await settled(pilot)
        number = next(e for e in pilot.app.session.events if e.kind == "note.added").words
        assert pilot.app.session.words(number) == clean(HOSTILE, lines=True).strip()
        await pilot.press("ctrl+g", "enter")
        await settled(pilot)
        for _ in range(4):
            if "journal" not in text(pilot):
                await pilot.press("enter")
                await settled(pilot)
        is_only_text(pilot)
        assert pilot.app.is_running


async def test_a_hostile_message_about_a_file_is_text(store: Store):
    async with opened(PraksishusApp(store=Path(store.path))) as pilot:
        pilot.app.push_screen(NoticeScreen("tui.problem.scenario", [HOSTILE]))
        await settled(pilot)
        is_only_text(pilot)


async def test_a_draft_that_somebody_bent_is_not_a_letter(store: Store):
    session = a_hostile_session(store)
    session.set_draft("S-101/letter", json.dumps([1, 2]))
    async with opened(session) as pilot:
        await pilot.press("enter", "ctrl+s", "enter", "g", "h", "f", "b")
        await settled(pilot)
        assert room(pilot) == "LetterScreen"


@pytest.mark.parametrize("written", [QUIT, "[link=http://x]y[/]", "[red]z", "[", "]", "[/]"])
def test_the_door_takes_no_markup(written: str):
    assert shown(written).plain == written
    assert shown(written).spans == []
