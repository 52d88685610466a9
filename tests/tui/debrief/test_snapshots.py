"""One picture a page of the debrief."""

from collections.abc import Callable
from pathlib import Path

import pytest
from textual.pilot import Pilot

from simulator.casework.habits import trusting
from simulator.core.texts import Language
from simulator.store.engine import Store
from simulator.tui.debrief import DebriefScreen
from tests.tui.debrief.leafing import PAGES, guessed, read, turn
from tests.tui.systems.house import MIDDLE, SMALL, House, played

pytestmark = pytest.mark.usefixtures("textual_of_the_pictures")

Compare = Callable[..., bool]


@pytest.mark.parametrize(("language", "size"), [("da", SMALL), ("en", MIDDLE)])
@pytest.mark.parametrize("page", PAGES)
def test_a_page_of_the_debrief(
    store: Store, snap_compare: Compare, page: str, language: Language, size: tuple[int, int]
):
    async def turned(pilot: Pilot[None]) -> None:
        await read(pilot)
        await turn(pilot, page)

    session = guessed(played(store, trusting, language))
    house = House(session, screen=DebriefScreen(Path("praksishus")))
    assert snap_compare(house, terminal_size=size, run_before=turned)
