"""One picture a screen: they guard the look, and nothing else. What is said is tested elsewhere.

Pinned: size, theme, language, no motion; a picture is compared only with the Textual that drew it.
"""

from collections.abc import Awaitable, Callable
from typing import Any

import pytest
from textual.pilot import Pilot

from simulator.casework.actions.day import AcceptPrebrief
from simulator.casework.actions.inbox import OpenCase
from simulator.casework.actions.looking.reading import LookAtLandscape
from simulator.store.engine import Store
from simulator.store.problems import StoreProblem
from simulator.store.seats import take_seat
from simulator.store.session import Session
from simulator.tui.app import PraksishusApp
from simulator.tui.theme import DARK, LIGHT
from tests.tui.pictures import HALF_PAST_TEN, MONDAY, doing, loaded, until
from tests.tui.rooms import a_session, at_the_desk, press, settled, write
from tests.tui.systems.house import started

pytestmark = pytest.mark.usefixtures("textual_of_the_pictures")

Snap = Callable[..., bool]
Walk = Callable[[Pilot[None]], Awaitable[None]]


def keys(*pressed: str) -> Walk:
    async def walk(pilot: Pilot[None]) -> None:
        await settled(pilot)
        await press(pilot, *pressed)

    return walk


def seen(
    snap: Snap, app: Any, *pressed: str, size: tuple[int, int] = (100, 30), theme: str = DARK.name
) -> bool:
    if isinstance(app, Session):
        app = PraksishusApp(session=app)
    app.theme = theme
    return snap(app, terminal_size=size, run_before=keys(*pressed))


@pytest.fixture(autouse=True)
def _still(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TEXTUAL_ANIMATIONS", "none")
    monkeypatch.delenv("NO_COLOR", raising=False)


@pytest.fixture
def amina(store: Store) -> Session:
    session = at_the_desk(store)
    session.do(OpenCase(session.view().inbox[0].case))
    return session


@pytest.fixture
def monday(store: Store) -> Session:
    """The longest day: nine systems, thirty dials."""
    return started(store, "da", loaded(MONDAY))


def test_start(snap_compare: Snap, store: Store):
    assert seen(snap_compare, PraksishusApp(store=store.path))


def test_briefing(snap_compare: Snap, store: Store):
    assert seen(snap_compare, a_session(store))


def test_morning_meeting(snap_compare: Snap, store: Store):
    assert seen(snap_compare, a_session(store), "enter", "enter")


@pytest.mark.parametrize("size", [(80, 24), (100, 30), (160, 45)])
def test_the_meeting_of_a_long_day(snap_compare: Snap, monday: Session, size: tuple[int, int]):
    assert seen(snap_compare, monday, "enter", "enter", "tab", size=size)


def test_a_clear_desk(snap_compare: Snap, store: Store):
    assert seen(snap_compare, at_the_desk(store))


def test_desk(snap_compare: Snap, amina: Session):
    assert seen(snap_compare, amina, "l", "g", "h")


def test_desk_in_english_at_80_columns(snap_compare: Snap, amina: Session):
    assert seen(snap_compare, amina, "l", "g", "h", "ctrl+l", size=(80, 24))


def test_desk_by_daylight_at_160_columns(snap_compare: Snap, amina: Session):
    assert seen(snap_compare, amina, "l", "g", "h", "e", size=(160, 45), theme=LIGHT.name)


def test_the_desk_of_a_long_day(snap_compare: Snap, monday: Session):
    until("trusting", HALF_PAST_TEN)(monday)
    assert seen(snap_compare, monday)


def test_form(snap_compare: Snap, amina: Session):
    assert seen(snap_compare, amina, "g", "h", "f", "a")


def test_letter(snap_compare: Snap, amina: Session):
    assert seen(snap_compare, amina, "g", "h", "f", "a", "ctrl+s", "b", "ctrl+a")


def test_call(snap_compare: Snap, amina: Session):
    assert seen(snap_compare, amina, "r", "enter")


def test_palette(snap_compare: Snap, amina: Session):
    assert seen(snap_compare, amina, "ctrl+p")


def test_help(snap_compare: Snap, amina: Session):
    assert seen(snap_compare, amina, "f1")


def test_technology(snap_compare: Snap, amina: Session):
    assert seen(snap_compare, amina, "f4")


def test_thirty_dials(snap_compare: Snap, monday: Session):
    doing(AcceptPrebrief())(monday)
    assert seen(snap_compare, monday, "f4")


@pytest.mark.parametrize("size", [(80, 24), (100, 30), (160, 45)])
def test_nine_systems_and_who_copies_from_whom(
    snap_compare: Snap, monday: Session, size: tuple[int, int]
):
    doing(AcceptPrebrief(), LookAtLandscape())(monday)
    assert seen(snap_compare, monday, "f3", size=size)


def test_glossary(snap_compare: Snap, amina: Session):
    assert seen(snap_compare, amina, "f7", "enter")


def test_a_desk_at_which_another_program_sits(snap_compare: Snap, store: Store, monday: Session):
    doing(AcceptPrebrief())(monday)
    seat = take_seat(store, monday.id)
    assert seat is not None
    assert seen(snap_compare, PraksishusApp(resume=monday.id, store=store.path))
    seat.leave()


def test_journal(snap_compare: Snap, amina: Session):
    assert seen(snap_compare, amina, "f6")


def test_going_home(snap_compare: Snap, amina: Session):
    assert seen(snap_compare, amina, "ctrl+g")


def test_evening(snap_compare: Snap, amina: Session):
    assert seen(snap_compare, amina, "ctrl+g", "enter", "enter")


def test_the_students_own_line(snap_compare: Snap, amina: Session):
    async def walk(pilot: Pilot[None]) -> None:
        await settled(pilot)
        await press(pilot, "n")
        await write(pilot, "hun har sedlen selv")
        await press(pilot, "ctrl+s", "ctrl+g", "enter", "enter", "enter")

    assert snap_compare(PraksishusApp(session=amina), terminal_size=(100, 30), run_before=walk)


def test_a_problem_with_storage(snap_compare: Snap, amina: Session):
    async def walk(pilot: Pilot[None]) -> None:
        await settled(pilot)
        pilot.app.tell_problem(StoreProblem("full", path="/hjem/sessions.sqlite"))
        await settled(pilot)

    assert snap_compare(PraksishusApp(session=amina), terminal_size=(100, 30), run_before=walk)


def test_too_small(snap_compare: Snap, amina: Session):
    assert seen(snap_compare, amina, size=(39, 11))
