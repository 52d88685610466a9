"""What the weeks and months after say an event goes back to."""

from simulator.casework.actions.day import AcceptPrebrief, GoHome
from simulator.casework.habits import supervising
from simulator.store.engine import Store
from simulator.store.session import Session
from simulator.tui.evening import EveningScreen
from tests.tui.systems.house import MIDDLE, House, played, started, warm_up


async def lines_after(session: Session) -> list[str]:
    """Every line of the pages from the evening on."""
    screen = EveningScreen()
    async with House(session, screen=screen).run_test(size=MIDDLE):
        return [line.plain for page in screen.pages() for line in page]


async def test_what_came_of_a_wait_goes_back_to_the_day_and_repeats_nothing(store: Store):
    session = started(store, "da", warm_up())
    session.do(AcceptPrebrief())
    session.do(GoHome())
    lines = await lines_after(session)
    waited = [n for n, line in enumerate(lines) if "op: «" in line or "er fristen gået" in line]
    assert any("er fristen gået" in lines[n] for n in waited)
    for at in waited:
        assert lines[at + 1].startswith("↳ Sagen kom kl. 08.")
        assert lines[at + 2] == ""


async def test_what_came_of_something_later_goes_back_to_that(store: Store):
    lines = await lines_after(played(store, supervising))
    (looked,) = [n for n, line in enumerate(lines) if "ser kommunen på sagen" in line]
    assert lines[looked + 1].startswith("↳ Det kommer af det her: ")
    assert "klager Amina Holst" in lines[looked + 1]
