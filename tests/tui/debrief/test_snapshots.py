"""One picture a page of the debrief."""

from collections.abc import Callable
from pathlib import Path

import pytest
import textual
from textual.pilot import Pilot

from simulator.casework.habits import trusting
from simulator.core.texts import Language
from simulator.store.engine import Store
from simulator.tui.debrief import DebriefScreen
from simulator.tui.debrief.screen import TABS
from tests.tui.systems.house import MIDDLE, SMALL, House, played

pytestmark = pytest.mark.skipif(
    not textual.__version__.startswith("8.2."), reason="the pictures were drawn by Textual 8.2"
)

Compare = Callable[..., bool]


@pytest.mark.parametrize(("language", "size"), [("da", SMALL), ("en", MIDDLE)])
@pytest.mark.parametrize("tab", TABS)
def test_a_page_of_the_debrief(
    store: Store, snap_compare: Compare, tab: str, language: Language, size: tuple[int, int]
):
    async def turned(pilot: Pilot[None]) -> None:
        await pilot.app.workers.wait_for_complete()
        await pilot.pause()
        await pilot.press(str(TABS.index(tab) + 1))
        await pilot.pause()

    house = House(played(store, trusting, language), screen=DebriefScreen(Path("praksishus")))
    assert snap_compare(house, terminal_size=size, run_before=turned)
