from dataclasses import replace

import pytest

from simulator.casework.actions.looking.pages import LookUp
from simulator.casework.actions.looking.reading import LookAtLandscape, Trace
from simulator.core.clock import minutes, moment
from simulator.landscape.systems import Landscape, Outage
from simulator.store.engine import Store
from simulator.tui.systems.feeds import in_order
from simulator.tui.systems.landscape import LandscapeScreen
from tests.tui.systems.house import (
    LARGE,
    SIZES,
    SMALL,
    House,
    begun,
    on_screen,
    took,
    warm_up,
    whole_landscape,
)
from tests.tui.systems.pages import HOSTILE, text


async def test_looking_at_the_landscape_costs_what_the_button_says(store: Store):
    session = begun(store)
    async with House(session, screen=LandscapeScreen()).run_test(size=SMALL) as pilot:
        await pilot.pause()
        assert "Se på landskabet · 2 min." in on_screen(pilot.app)
        assert "◀" not in on_screen(pilot.app)
        before = session.day.minute
        await pilot.press("enter")
        await pilot.pause()
        assert session.day.minute == before + 2
        assert "◀" in on_screen(pilot.app)


async def test_a_look_that_was_taken_elsewhere_is_not_paid_twice(store: Store):
    session = begun(store)
    took(session, LookAtLandscape())
    async with House(session, screen=LandscapeScreen()).run_test(size=SMALL) as pilot:
        await pilot.pause()
        assert "◀" in on_screen(pilot.app)


async def test_the_map_shows_the_documented_landscape_and_nothing_of_what_has_stopped(
    store: Store,
):
    session = begun(store)
    took(session, LookAtLandscape())
    async with House(session, screen=LandscapeScreen()).run_test(size=LARGE) as pilot:
        await pilot.pause()
        read = on_screen(pilot.app)
        assert "3 ← eIndkomst hver nat: Indkomst pr." in read
        assert "ejer: Skatteforvaltningen" in read
        assert "stå" not in read.replace("står", "")
        assert "12. januar" not in read


async def test_the_route_of_the_last_traced_value_is_lit_up(store: Store):
    session = begun(store)
    case = session.day.hand
    took(session, LookUp(case, "overblik", "citizen"))
    took(session, Trace(case, "income.monthly", "overblik"))
    took(session, LookAtLandscape())
    async with House(session, screen=LandscapeScreen()).run_test(size=LARGE) as pilot:
        await pilot.pause()
        read = on_screen(pilot.app)
        assert "━━ vejen, som den værdi, du sidst sporede, kom ad" in read
        assert "◀━━━┻" in read


async def test_the_status_page_says_whether_a_system_answers(store: Store):
    loaded = warm_up()
    date, before = loaded.opening.date, loaded.opening.landscape
    down = Outage("overblik", moment(date, minutes("07:00")), moment(date, minutes("12:00")))
    landscape = Landscape(before.systems, before.integrations, (down,))
    session = begun(
        store, loaded=replace(loaded, opening=replace(loaded.opening, landscape=landscape))
    )
    took(session, LookAtLandscape())
    async with House(session, screen=LandscapeScreen()).run_test(size=LARGE) as pilot:
        await pilot.pause()
        assert "● CPR: svarer" in on_screen(pilot.app)
        assert "○ Overblik: svarer ikke" in on_screen(pilot.app)


@pytest.mark.parametrize("size", [*SIZES, (140, 40)])
async def test_the_arrow_keys_point_at_one_arrow_after_another(store: Store, size: tuple[int, int]):
    session = begun(store)
    took(session, LookAtLandscape())
    screen = LandscapeScreen()
    async with House(session, screen=screen).run_test(size=size) as pilot:
        await pilot.pause()
        first, second, *_ = in_order(screen.view.systems, screen.view.landscape)
        seen = [on_screen(pilot.app)]
        assert "▸" not in seen[0]
        assert "◀═" not in seen[0]
        for key, number in (("down", first), ("down", second), ("tab", second), ("up", first)):
            await pilot.press(key)
            await pilot.pause()
            seen.append(on_screen(pilot.app))
            assert f"▸{number:>2} ←" in seen[-1]
            assert "◀═" in str(screen.query_one("#map").render())
        assert len({seen[0], seen[1], seen[2]}) == 3


async def test_page_down_goes_to_the_last_arrow_where_all_of_them_are_in_sight(store: Store):
    session = begun(store)
    took(session, LookAtLandscape())
    screen = LandscapeScreen()
    async with House(session, screen=screen).run_test(size=LARGE) as pilot:
        await pilot.pause()
        await pilot.press("pagedown")
        await pilot.pause()
        last = in_order(screen.view.systems, screen.view.landscape)[-1]
        assert f"▸{last:>2} ←" in on_screen(pilot.app)


@pytest.mark.parametrize("size", [(80, 24), (100, 30), (140, 40)])
async def test_an_arrow_of_a_wide_landscape_is_brought_into_sight(
    store: Store, size: tuple[int, int]
):
    session = begun(store, loaded=whole_landscape())
    took(session, LookAtLandscape())
    screen = LandscapeScreen()
    async with House(session, screen=screen).run_test(size=size) as pilot:
        await pilot.pause()
        count = len(screen.view.landscape)
        assert count > 5
        for _ in range(count):
            before = screen.pointed
            await pilot.press("down")
            await pilot.pause()
            assert screen.pointed != before
            assert f"▸{screen.pointed:>2} ←" in on_screen(pilot.app)


@pytest.mark.parametrize("size", SIZES)
async def test_the_whole_map_stands_on_the_first_screen(store: Store, size: tuple[int, int]):
    session = begun(store)
    took(session, LookAtLandscape())
    async with House(session, screen=LandscapeScreen()).run_test(size=size) as pilot:
        await pilot.pause()
        read = on_screen(pilot.app)
        assert read.count("╭───") == 3
        assert read.count("◀") == 2
        drawn, below = (pilot.app.screen.query_one(one).region for one in ("#map", "#keys"))
        assert drawn.bottom <= below.y
        assert all(one.region.right <= size[0] for one in pilot.app.screen.query("*"))


async def test_hostile_names_are_shown_as_text(store: Store):
    loaded = warm_up()
    before = loaded.opening.landscape
    cpr = replace(before.systems["cpr"], name=text(HOSTILE), owner=text(HOSTILE))
    landscape = Landscape({**before.systems, "cpr": cpr}, before.integrations)
    session = begun(
        store, loaded=replace(loaded, opening=replace(loaded.opening, landscape=landscape))
    )
    took(session, LookAtLandscape())
    async with House(session, screen=LandscapeScreen()).run_test(size=LARGE) as pilot:
        await pilot.pause()
        read = on_screen(pilot.app)
        assert "[@click=app.quit]Ann[/]" in read
        assert not {"\x1b", "\u202e", "\u200b"} & set(read)
