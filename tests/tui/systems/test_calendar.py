"""A calendar of appointments, as a system of a library of one's own looks."""

from collections.abc import Callable
from pathlib import Path

import pytest

from simulator.core.texts import Language
from simulator.scenario.loading import Loaded, load_text
from simulator.store.engine import Store
from simulator.tui.systems.screen import SystemScreen
from tests.tui.systems.house import MIDDLE, SMALL, House, begun, on_screen

OWN = Path("tests/scenario/own").absolute()


def a_day_with_visits(visit: str, handover: str) -> Loaded:
    """The gardening day of 2 March 2026, whose first party has two dates in the calendar."""
    written = (OWN / "dag.yaml").read_text("utf-8")
    written = written.replace("haveliste]", "haveliste, havebesog]")
    dates = f"garden.visit: {visit}, garden.handover: {handover}, "
    return load_text(
        written.replace("facts: {", f"facts: {{{dates}", 1), "dag.yaml", own=OWN / "library"
    )


async def drawn(store: Store, language: Language, visit: str, handover: str) -> str:
    session = begun(store, language, a_day_with_visits(visit, handover))
    async with House(session, screen=SystemScreen("havebesog")).run_test(size=MIDDLE) as pilot:
        await pilot.press("1")
        await pilot.pause()
        return on_screen(pilot.app)


async def test_the_sheets_name_their_months_and_mark_today_and_the_dates_of_the_page(store: Store):
    read = await drawn(store, "da", "2026-03-05", "2026-04-14")
    assert "marts 2026" in read
    assert "april 2026" in read
    assert "› 2   3   4   5•  6   7   8" in read
    assert " 13  14• 15 " in read
    assert "› i dag" in read
    assert "• en dato på siden" in read


async def test_today_may_be_a_date_of_the_page_too(store: Store):
    read = await drawn(store, "en", "2026-03-02", "2026-03-31")
    assert "› 2•  3 " in read
    assert "31•" in read
    assert "April" not in read


async def test_a_page_without_dates_to_come_has_the_month_it_is_and_no_sign_for_them(store: Store):
    read = await drawn(store, "en", "2026-01-05", "2025-12-24")
    assert "March 2026" in read
    assert "today" in read
    assert "•" not in read


@pytest.mark.usefixtures("textual_of_the_pictures")
@pytest.mark.parametrize(("language", "size"), [("da", SMALL), ("en", MIDDLE)])
def test_a_calendar(
    store: Store, snap_compare: Callable[..., bool], language: Language, size: tuple[int, int]
):
    session = begun(store, language, a_day_with_visits("2026-03-05", "2026-04-14"))

    async def open_it(pilot) -> None:
        await pilot.press("1")
        await pilot.pause()

    house = House(session, screen=SystemScreen("havebesog"))
    assert snap_compare(house, terminal_size=size, run_before=open_it)
