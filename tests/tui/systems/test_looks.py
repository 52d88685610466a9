"""Every system of the library in its own look: what it opens is what stands there."""

from collections.abc import Sequence

import pytest
from textual.widgets import Button, Input

from simulator.casework.actions.looking.pages import ProtectedRevealed, RecordOpened
from simulator.casework.actions.searching import RegisterSearched
from simulator.scenario.words import teller
from simulator.store.engine import Store
from simulator.store.session import Session
from simulator.tui.systems.fields import Face, FieldLine
from simulator.tui.systems.panel import FieldPanel
from simulator.tui.systems.screen import SystemScreen
from simulator.tui.systems.searching import Hits
from tests.tui.systems.house import (
    LARGE,
    MIDDLE,
    SIZES,
    SMALL,
    SYSTEMS,
    House,
    begun,
    on_screen,
    whole_landscape,
)


def at_the_desk(store: Store) -> Session:
    return begun(store, loaded=whole_landscape())


def kinds(session: Session) -> list[str]:
    return [event.kind for event in session.events]


def typing(words: str) -> Sequence[str]:
    named = {" ": "space", ",": "comma"}
    return [named.get(letter, letter) for letter in words]


@pytest.mark.parametrize("size", [SMALL, LARGE])
@pytest.mark.parametrize("system", SYSTEMS)
async def test_a_page_shows_exactly_the_fields_it_exposed(
    store: Store, system: str, size: tuple[int, int]
):
    session = at_the_desk(store)
    screen = SystemScreen(system)
    async with House(session, screen=screen).run_test(size=size) as pilot:
        await pilot.press("enter")
        for number in range(1, len(screen.item.pages) + 1):
            await pilot.press(str(number))
            await pilot.pause()
            lines = list(screen.query(FieldLine))
            exposed = opened(session)[-1].fields
            assert [one.path for one in exposed] == [line.row.path for line in lines]
            assert lines
            for line in lines:
                assert line.region.right <= size[0]
                assert read(line).count(teller("da").write(line.row.label).lower()) >= 1
                assert wrapped(line)


def opened(session: Session) -> list[RecordOpened]:
    return [one for one in session.events if isinstance(one, RecordOpened)]


def read(line: FieldLine) -> str:
    return " ".join(str(one.render()) for one in line.query(".cell") if one.display).lower()


def wrapped(line: FieldLine) -> bool:
    """Whether every word of a field stands within its line: none is cut off below or beside."""
    return all(
        line.region.contains_region(one.region) for one in line.query(".cell") if one.region.area
    )


@pytest.mark.parametrize("system", SYSTEMS)
async def test_below_80_columns_there_is_one_pane_and_every_field_is_whole(
    store: Store, system: str
):
    screen = SystemScreen(system)
    async with House(at_the_desk(store), screen=screen).run_test(size=(60, 20)) as pilot:
        await pilot.press("enter", "1")
        await pilot.pause()
        assert not any(one.display for one in screen.query(".beside"))
        drawn = screen.query_one(Face)
        assert all(one.region.right <= 60 for one in screen.query("*"))
        assert drawn.virtual_size.height >= max(x.virtual_region.bottom for x in drawn.children)


async def test_a_search_costs_a_look_and_lists_what_was_found(store: Store):
    session = at_the_desk(store)
    async with House(session, screen=SystemScreen("cpr")).run_test(size=MIDDLE) as pilot:
        await pilot.press("enter", "slash", "tab", *typing("HOLST, AMINA"))
        before = session.day.minute
        await pilot.press("enter")
        await pilot.pause()
        event = session.events[-1]
        assert isinstance(event, RegisterSearched)
        assert (event.by, len(event.hits), event.more) == ("name", 1, False)
        assert session.day.minute == before + 2
        assert "1–1 AF 1 FUND" in on_screen(pilot.app).upper()
        assert "AMINA HOLST" in on_screen(pilot.app)


async def test_what_was_typed_as_the_system_does_not_want_it_finds_nothing(store: Store):
    session = at_the_desk(store)
    screen = SystemScreen("cpr")
    async with House(session, screen=screen).run_test(size=MIDDLE) as pilot:
        await pilot.press("enter", "slash", "tab", *typing("Amina Holst"), "enter")
        await pilot.pause()
        assert "intet fundet" in on_screen(pilot.app)
        assert isinstance(screen.focused, Input)
        assert screen.focused.value == "Amina Holst"


async def test_a_search_that_found_nothing_leaves_the_keyboard_in_its_own_field(store: Store):
    screen = SystemScreen("cpr")
    async with House(at_the_desk(store), screen=screen).run_test(size=MIDDLE) as pilot:
        await pilot.press("enter", "slash", *typing("1"), "tab", *typing("Nobody"), "enter")
        await pilot.pause()
        assert "intet fundet" in on_screen(pilot.app)
        assert isinstance(screen.focused, Input)
        assert screen.focused.value == "Nobody"


async def test_a_hit_opens_and_the_other_pages_open_about_it_too(store: Store):
    session = at_the_desk(store)
    screen = SystemScreen("overblik")
    async with House(session, screen=screen).run_test(size=MIDDLE) as pilot:
        await pilot.press("slash", *typing("Bo Riis"), "enter")
        await pilot.pause()
        found = session.events[-1]
        assert isinstance(found, RegisterSearched)
        await pilot.press("enter")
        await pilot.pause()
        await pilot.press("2")
        await pilot.pause()
        assert [(one.page, one.subject) for one in opened(session)] == [
            ("citizen", found.hits[0]),
            ("family", found.hits[0]),
        ]
        await pilot.press("escape")
        await pilot.pause()
        assert screen.query(Hits)
        await pilot.press("1")
        await pilot.pause()
        assert opened(session)[-1].subject == session.day.cases[session.day.hand].party


async def test_what_was_found_is_turned_a_page_at_a_time(store: Store):
    screen = SystemScreen("overblik")
    async with House(at_the_desk(store), screen=screen).run_test(size=SMALL) as pilot:
        await pilot.press("slash", *typing("e"), "enter")
        await pilot.pause()
        assert "1–6 af 8 fund" in on_screen(pilot.app)
        await pilot.press("pagedown")
        await pilot.pause()
        assert "7–8 af 8 fund" in on_screen(pilot.app)
        await pilot.press("pageup")
        await pilot.pause()
        assert "1–6 af 8 fund" in on_screen(pilot.app)


async def test_escape_leaves_the_search_field_before_it_leaves_the_system(store: Store):
    screen = SystemScreen("overblik")
    async with House(at_the_desk(store), screen=screen).run_test(size=SMALL) as pilot:
        await pilot.press("slash", "escape")
        assert pilot.app.screen is screen
        assert screen.focused is None
        await pilot.press("escape")
        await pilot.pause()
        assert pilot.app.screen is not screen


async def test_a_search_is_not_asked_for_before_the_legal_basis(store: Store):
    session = at_the_desk(store)
    async with House(session, screen=SystemScreen("cpr")).run_test(size=MIDDLE) as pilot:
        await pilot.press("slash", *typing("1"), "enter")
        await pilot.pause()
        assert "register.searched" not in kinds(session)
        assert "Vælg en hjemmel først" in on_screen(pilot.app)


async def test_what_is_typed_stays_when_the_language_changes(store: Store):
    screen = SystemScreen("overblik")
    async with House(at_the_desk(store), screen=screen).run_test(size=SMALL) as pilot:
        await pilot.press("slash", *typing("Bo"), "ctrl+l")
        await pilot.pause()
        assert screen.query(Input).first().value == "Bo"
        assert "Who are you looking for?" in on_screen(pilot.app)


@pytest.mark.parametrize("size", SIZES)
async def test_what_is_protected_takes_one_more_press_and_that_is_on_the_log(
    store: Store, size: tuple[int, int]
):
    session = at_the_desk(store)
    screen = SystemScreen("cpr")
    async with House(session, screen=screen).run_test(size=size) as pilot:
        await pilot.press("enter", "2")
        await pilot.pause()
        home = next(one for one in screen.query(FieldLine) if one.row.state == "protected")
        assert "** ADRBSK: ENTER **" in on_screen(pilot.app)
        home.focus()
        await pilot.press("enter")
        await pilot.pause()
        assert "protected.revealed" not in kinds(session)
        assert isinstance(screen.focused, Button)
        await pilot.press("enter")
        await pilot.pause()
        event = session.events[-1]
        assert isinstance(event, ProtectedRevealed)
        assert str(event.field.value).upper() in on_screen(pilot.app)
        assert screen.query(FieldPanel)


async def test_the_old_terminals_function_keys_open_its_pages_and_lead_back(store: Store):
    session = at_the_desk(store)
    screen = SystemScreen("cpr")
    async with House(session, screen=screen).run_test(size=MIDDLE) as pilot:
        await pilot.press("enter", "1")
        await pilot.pause()
        assert "F2 ADRESSE" in on_screen(pilot.app)
        await pilot.press("f2")
        await pilot.pause()
        assert opened(session)[-1].page == "address"
        assert "F2 PERSON" in on_screen(pilot.app)
        await pilot.press("f3")
        await pilot.pause()
        assert pilot.app.screen is not screen


async def test_the_queue_counts_what_waits_on_the_desk(store: Store):
    session = at_the_desk(store)
    async with House(session, screen=SystemScreen("ydelse")).run_test(size=MIDDLE) as pilot:
        await pilot.press("enter", "1")
        await pilot.pause()
        waiting = len([one for one in session.view().inbox if one.state != "decided"])
        assert f"Økonomisk friplads ({waiting})" in on_screen(pilot.app)
        assert "reserveret af K4T7" in on_screen(pilot.app)


async def test_a_building_sheet_draws_as_many_rooms_as_it_says_there_are(store: Store):
    session = at_the_desk(store)
    screen = SystemScreen("bbr")
    async with House(session, screen=screen).run_test(size=MIDDLE) as pilot:
        await pilot.press("1")
        await pilot.pause()
        rooms = next(x.row.value for x in screen.query(FieldLine) if x.row.code == "ANTALVAERELSER")
        drawing = str(screen.query_one(".plan").render())
        assert {letter for letter in drawing if letter.isdigit()} == {
            str(number) for number in range(1, rooms.value + 1)
        }
