import pytest
from textual.widgets import Button

from simulator.casework.actions.looking.pages import LookUp
from simulator.casework.actions.looking.reading import ProvenanceOpened, Trace
from simulator.casework.actions.repairing import CorrectHere
from simulator.core.clock import minute_of
from simulator.store.engine import Store
from simulator.store.session import Session
from simulator.tui.systems.routes import latest, route
from simulator.tui.systems.screen import SystemScreen
from simulator.tui.systems.trace import TraceScreen
from tests.tui.systems.house import SIZES, SMALL, House, begun, on_screen, took

INCOME = "income.monthly"


def traced(store: Store) -> Session:
    """The warm-up with Amina's income seen in Overblik, and its route asked for."""
    session = begun(store)
    case = session.day.hand
    took(session, LookUp(case, "overblik", "citizen"))
    took(session, Trace(case, INCOME, "overblik"))
    return session


async def test_the_route_of_a_value_is_hops_and_dates_and_no_other_systems_value(store: Store):
    async with House(traced(store), screen=TraceScreen()).run_test(size=SMALL) as pilot:
        await pilot.pause()
        read = on_screen(pilot.app)
        assert "Indkomst pr. måned: 24.310 kr." in read
        assert read.index("eIndkomst") < read.index("indberettet 30. december 2025")
        assert read.index("indberettet") < read.index("hentet 11. januar 2026 kl. 02.00")
        assert "18.200" not in read


async def test_looking_at_a_hop_is_a_choice_with_a_price(store: Store):
    session = traced(store)
    async with House(session, screen=TraceScreen()).run_test(size=SMALL) as pilot:
        await pilot.pause()
        assert "Slå op dér · 3 min." in on_screen(pilot.app)
        length = len(session.events)
        await pilot.press("enter")
        await pilot.pause()
        assert isinstance(pilot.app.screen, SystemScreen)
        assert pilot.app.screen.system == "eindkomst"
        assert len(session.events) == length


async def test_the_error_is_reported_to_the_owner_with_the_mouse(store: Store):
    session = traced(store)
    async with House(session, screen=TraceScreen()).run_test(size=SMALL) as pilot:
        await pilot.pause()
        await pilot.click("#deed-0")
        await pilot.pause()
        await pilot.press("ctrl+s")
        await pilot.pause()
        assert "error.reported_to_source" in [event.kind for event in session.events]
        assert "Du melder indkomst pr. måned til ejeren af Overblik." in on_screen(pilot.app)


async def test_writing_to_it_asks_for_the_rest_with_the_system_filled_in(store: Store):
    async with House(traced(store), screen=TraceScreen()).run_test(size=SMALL) as pilot:
        await pilot.pause()
        await pilot.click("#deed-1")
        await pilot.pause()
        assert not isinstance(pilot.app.screen, TraceScreen)
        assert "● Overblik" in on_screen(pilot.app)


async def test_the_route_is_said_in_the_language_of_the_moment(store: Store):
    async with House(traced(store), screen=TraceScreen()).run_test(size=SMALL) as pilot:
        await pilot.pause()
        await pilot.press("ctrl+l")
        await pilot.pause()
        assert "copied 11 January 2026 at 02:00" in on_screen(pilot.app)
        assert isinstance(pilot.app.screen.focused, Button)


async def test_without_a_tracing_the_screen_says_so(store: Store):
    async with House(begun(store), screen=TraceScreen()).run_test(size=SMALL) as pilot:
        await pilot.pause()
        assert "Der er ikke sporet nogen oplysning endnu." in on_screen(pilot.app)


def test_a_value_typed_in_here_is_told_as_typed_in(store: Store):
    session = begun(store)
    case = session.day.hand
    took(session, LookUp(case, "overblik", "citizen"))
    typed_at = session.day.minute
    took(session, CorrectHere(case, "overblik", INCOME, 18_200_00))
    took(session, LookUp(case, "overblik", "citizen"))
    took(session, Trace(case, INCOME, "overblik"))
    event = latest(session.events)
    assert isinstance(event, ProvenanceOpened)
    (stage,) = route(session.day, session.events, event).stages
    assert (stage.how, minute_of(stage.at)) == ("hand", typed_at)


@pytest.mark.parametrize("size", SIZES)
async def test_the_route_is_whole_at_every_size(store: Store, size: tuple[int, int]):
    async with House(traced(store), screen=TraceScreen()).run_test(size=size) as pilot:
        await pilot.pause()
        assert all(one.region.right <= size[0] for one in pilot.app.screen.query("*"))
        assert "Skriv til it · 5 min." in on_screen(pilot.app)
