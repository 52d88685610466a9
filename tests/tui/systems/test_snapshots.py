"""One picture a screen: what changes here is how the house looks, and should be looked at."""

from collections.abc import Callable

import pytest
from textual.pilot import Pilot
from textual.screen import Screen

from simulator.casework.actions.looking.pages import LookUp
from simulator.casework.actions.looking.reading import LookAtLandscape, Trace
from simulator.core.texts import Language
from simulator.store.engine import Store
from simulator.store.session import Session
from simulator.tui.systems.landscape import LandscapeScreen
from simulator.tui.systems.screen import SystemScreen
from simulator.tui.systems.trace import TraceScreen
from tests.tui.systems.house import MIDDLE, SMALL, House, begun, took, whole_landscape

pytestmark = pytest.mark.usefixtures("textual_of_the_pictures")

Compare = Callable[..., bool]
FORMS: tuple[tuple[Language, tuple[int, int]], ...] = (("da", SMALL), ("en", MIDDLE))


def pressing(*keys: str) -> Callable[[Pilot[None]], object]:
    async def press(pilot: Pilot[None]) -> None:
        for key in keys:
            await pilot.press(key)
            await pilot.pause()

    return press


@pytest.mark.parametrize(("language", "size"), FORMS)
@pytest.mark.parametrize(
    ("system", "keys"),
    [
        ("cpr", ("enter", "1")),
        ("eindkomst", ("enter", "1", "enter")),
        ("overblik", ("1", "down", "right")),
    ],
)
def test_a_system(
    store: Store,
    snap_compare: Compare,
    system: str,
    keys: tuple[str, ...],
    language: Language,
    size: tuple[int, int],
):
    house = House(begun(store, language), screen=SystemScreen(system))
    assert snap_compare(house, terminal_size=size, run_before=pressing(*keys))


@pytest.mark.parametrize(
    ("system", "keys"),
    [
        ("bbr", ("1",)),
        ("ydelse", ("enter", "3")),
        ("arkiv", ("1",)),
        ("digital-post", ("1",)),
        ("nemkonto", ("enter", "1")),
    ],
)
def test_a_look(store: Store, snap_compare: Compare, system: str, keys: tuple[str, ...]):
    session = begun(store, "da", whole_landscape())
    house = House(session, screen=SystemScreen(system))
    assert snap_compare(house, terminal_size=MIDDLE, run_before=pressing(*keys))


def test_a_look_on_a_small_screen(store: Store, snap_compare: Compare):
    house = House(begun(store, "en", whole_landscape()), screen=SystemScreen("bbr"))
    assert snap_compare(house, terminal_size=SMALL, run_before=pressing("1", "enter"))


def test_a_search(store: Store, snap_compare: Compare):
    house = House(begun(store, "da", whole_landscape()), screen=SystemScreen("cpr"))
    keys = pressing("enter", "slash", "tab", *"HOLST", "enter")
    assert snap_compare(house, terminal_size=MIDDLE, run_before=keys)


def traced(store: Store, language: Language) -> Session:
    session = begun(store, language)
    took(session, LookUp(session.day.hand, "overblik", "citizen"))
    took(session, Trace(session.day.hand, "income.monthly", "overblik"))
    took(session, LookAtLandscape())
    return session


@pytest.mark.parametrize(("language", "size"), FORMS)
@pytest.mark.parametrize("screen", [TraceScreen, LandscapeScreen])
def test_a_route_and_the_landscape(
    store: Store,
    snap_compare: Compare,
    screen: type[Screen[None]],
    language: Language,
    size: tuple[int, int],
):
    house = House(traced(store, language), screen=screen())
    assert snap_compare(house, terminal_size=size, run_before=pressing())
