from dataclasses import replace

import pytest

from simulator.casework.actions.looking.pages import RecordOpened
from simulator.core.clock import minutes, moment
from simulator.landscape.systems import Landscape, Outage
from simulator.scenario.loading import Loaded, load_text
from simulator.scenario.places import days
from simulator.store.engine import Store
from simulator.store.session import Session
from simulator.tui.choices import Choices
from simulator.tui.systems.fields import FieldLine
from simulator.tui.systems.legal_basis import LegalBasis
from simulator.tui.systems.panel import FieldPanel
from simulator.tui.systems.screen import SystemScreen
from simulator.tui.systems.trace import TraceScreen
from tests.tui.systems.house import (
    MIDDLE,
    SIZES,
    SMALL,
    House,
    begun,
    on_screen,
    warm_up,
    whole_landscape,
)


def kinds(session: Session) -> list[str]:
    return [event.kind for event in session.events]


def changed(loaded: Loaded | None = None, **landscape: object) -> Loaded:
    """The warm-up in another landscape."""
    loaded = loaded or warm_up()
    before = loaded.opening.landscape
    after = Landscape(before.systems, before.integrations, before.outages)
    return replace(loaded, opening=replace(loaded.opening, landscape=replace(after, **landscape)))


def with_pension() -> Loaded:
    """The warm-up with the pension authority's system, which none of its cases may look in."""
    written = days()["opvarmning"].read_text("utf-8")
    use = "use: [cpr, eindkomst, overblik]"
    assert use in written
    return load_text(written.replace(use, use.replace("]", ", pension]")), "pension.yaml")


async def test_a_look_up_costs_what_stood_on_the_page_and_is_on_the_log(store: Store):
    session = begun(store)
    async with House(session, screen=SystemScreen("overblik")).run_test(size=SMALL) as pilot:
        await pilot.pause()
        assert "hvert opslag 1 min." in on_screen(pilot.app)
        assert "1 Borgeren" in on_screen(pilot.app)
        before = session.day.minute
        await pilot.press("1")
        await pilot.pause()
        assert session.day.minute == before + 1
        event = session.events[-1]
        assert isinstance(event, RecordOpened)
        assert [one.path for one in event.fields] == [
            line.row.path for line in pilot.app.screen.query(FieldLine)
        ]
        assert "24.310 kr." in on_screen(pilot.app)


async def test_nothing_is_looked_up_before_a_page_is_asked_for(store: Store):
    session = begun(store)
    async with House(session, screen=SystemScreen("overblik")).run_test(size=SMALL) as pilot:
        await pilot.pause()
        assert "record.opened" not in kinds(session)


async def test_a_page_is_opened_and_a_field_traced_by_the_mouse_alone(store: Store):
    session = begun(store)
    async with House(session, screen=SystemScreen("overblik")).run_test(size=SMALL) as pilot:
        await pilot.pause()
        await pilot.click("#pages", offset=(2, 0))
        await pilot.pause()
        income = next(
            x for x in pilot.app.screen.query(FieldLine) if x.row.path == "income.monthly"
        )
        await pilot.click(income)
        await pilot.pause()
        await pilot.click("#deed-0")
        await pilot.pause()
        assert kinds(session)[-2:] == ["record.opened", "provenance.opened"]
        assert isinstance(pilot.app.screen, TraceScreen)


async def test_a_system_that_asks_for_the_legal_basis_opens_nothing_without_it(store: Store):
    session = begun(store)
    async with House(session, screen=SystemScreen("eindkomst")).run_test(size=SMALL) as pilot:
        await pilot.press("1")
        await pilot.pause()
        assert "record.opened" not in kinds(session)
        assert "Vælg en hjemmel først" in on_screen(pilot.app)
        await pilot.press("enter")
        await pilot.pause()
        event = session.events[-1]
        assert isinstance(event, RecordOpened)
        assert event.basis == "friplads"


@pytest.mark.parametrize("size", SIZES)
async def test_a_system_that_the_case_gives_no_legal_basis_for_says_so_at_once(
    store: Store, size: tuple[int, int]
):
    """A childcare subsidy asks nothing of the pension authority."""
    session = begun(store, loaded=with_pension())
    screen = SystemScreen("pension")
    async with House(session, screen=screen).run_test(size=size) as pilot:
        await pilot.pause()
        words = " ".join(on_screen(pilot.app).split())
        assert "Pension vil vide, med hvilken hjemmel du slår op" in words
        assert "sager om økonomisk friplads giver dig ingen" in words
        assert "Du kan ringe til borgeren" in words
        assert not screen.query_one(LegalBasis).display
        assert not screen.query("Input")
        await pilot.press("1")
        await pilot.pause()
        assert kinds(session)[-1] == "command.refused"
        assert "record.opened" not in kinds(session)


async def test_a_system_that_takes_an_empty_answer_offers_it_alone_where_the_case_gives_none(
    store: Store,
):
    session = begun(store, loaded=whole_landscape())
    screen = SystemScreen("nemkonto")
    async with House(session, screen=screen).run_test(size=MIDDLE) as pilot:
        await pilot.pause()
        assert screen.query_one(Choices).option_count == 1
        assert "ingen (lad feltet stå tomt)" in on_screen(pilot.app)
        await pilot.press("enter", "1")
        await pilot.pause()
        event = session.events[-1]
        assert isinstance(event, RecordOpened)
        assert (event.basis, event.unfounded) == ("", "empty")


async def test_a_legal_basis_once_chosen_stays_for_the_case(store: Store):
    session = begun(store)
    async with House(session, screen=SystemScreen("eindkomst")).run_test(size=SMALL) as pilot:
        await pilot.press("1", "enter", "escape", "escape")
        await pilot.pause()
        await pilot.app.push_screen(SystemScreen("eindkomst"))
        await pilot.press("1")
        await pilot.pause()
        assert kinds(session).count("record.opened") == 2


async def test_an_empty_legal_basis_is_let_through_where_the_real_system_lets_it(store: Store):
    session = begun(store)
    async with House(session, screen=SystemScreen("cpr")).run_test(size=SMALL) as pilot:
        await pilot.pause()
        assert "ingen (lad feltet stå tomt)" in on_screen(pilot.app)
        await pilot.press("down", "enter", "2")
        await pilot.pause()
        event = session.events[-1]
        assert isinstance(event, RecordOpened)
        assert (event.page, event.basis) == ("address", "")


async def test_cpr_asks_once_a_day_and_eindkomst_every_time(store: Store):
    session = begun(store)
    for system, asks in (("cpr", False), ("eindkomst", True)):
        async with House(session, screen=SystemScreen(system)).run_test(size=SMALL) as pilot:
            await pilot.pause()
            await pilot.press("enter", "1")
            await pilot.pause()
            assert ("med hvilken hjemmel" in on_screen(pilot.app)) is asks


@pytest.mark.parametrize(
    ("system", "says"),
    [
        ("cpr", "CPR ER LUKKET I WEEKENDEN FOR AT BLIVE BEDRE."),
        ("bbr", "Registeret bliver renset."),
        ("overblik", "Ups!"),
        ("arkiv", "Arkivet er ved at blive flyttet."),
    ],
)
async def test_down_is_down_in_each_systems_own_manner(store: Store, system: str, says: str):
    date = warm_up().opening.date
    down = Outage(system, moment(date, minutes("07:00")), moment(date, minutes("12:00")))
    session = begun(store, loaded=changed(whole_landscape(), outages=(down,)))
    async with House(session, screen=SystemScreen(system)).run_test(size=SMALL) as pilot:
        await pilot.pause()
        assert says in on_screen(pilot.app)
        before = session.day.minute
        await pilot.press("1")
        await pilot.pause()
        assert says in on_screen(pilot.app)
        assert session.day.minute == before
        assert kinds(session)[-1] == "command.refused"


async def test_a_look_that_nobody_has_drawn_plays_with_the_plain_face(store: Store):
    systems = warm_up().opening.landscape.systems
    other = {**systems, "overblik": replace(systems["overblik"], look="hologram")}
    session = begun(store, loaded=changed(systems=other))
    async with House(session, screen=SystemScreen("overblik")).run_test(size=SMALL) as pilot:
        await pilot.pause()
        assert "Vælg en side." in on_screen(pilot.app)
        await pilot.press("1")
        await pilot.pause()
        assert "24.310 kr." in on_screen(pilot.app)


async def test_a_field_that_the_case_does_not_use_says_why_it_cannot_be_traced(store: Store):
    session = begun(store)
    async with House(session, screen=SystemScreen("overblik")).run_test(size=MIDDLE) as pilot:
        await pilot.press("1", "enter")
        await pilot.pause()
        assert "Sagstypen bruger ikke den oplysning" in on_screen(pilot.app)


async def test_an_error_is_reported_from_the_field_and_the_answer_stands_beside_it(store: Store):
    session = begun(store)
    async with House(session, screen=SystemScreen("overblik")).run_test(size=MIDDLE) as pilot:
        await pilot.press("1", "down", "right", "enter")
        await pilot.pause()
        await pilot.press("right", "enter")
        await pilot.pause()
        assert "Hvad er der galt?" in on_screen(pilot.app)
        assert "error.reported_to_source" not in kinds(session)
        await pilot.press("ctrl+s")
        await pilot.pause()
        assert "error.reported_to_source" in kinds(session)
        assert "Du melder indkomst pr. måned til ejeren af Overblik." in on_screen(pilot.app)


async def test_that_a_fact_was_seen_once_only_is_said_when_one_asks(store: Store):
    session = begun(store)
    async with House(session, screen=SystemScreen("overblik")).run_test(size=MIDDLE) as pilot:
        await pilot.press("1", "down", "right", "enter")
        await pilot.pause()
        assert "Du har kun set" not in on_screen(pilot.app)
        await pilot.click("#deed-3")
        await pilot.pause()
        assert "Du har kun set «Indkomst pr. måned» ét sted." in on_screen(pilot.app)


async def test_that_two_disagree_can_be_said_once_two_have_been_seen(store: Store):
    session = begun(store)
    async with House(session, screen=SystemScreen("eindkomst")).run_test(size=MIDDLE) as pilot:
        await pilot.press("enter", "1", "enter")
        await pilot.pause()
        conflict = pilot.app.screen.query_one("#deed-3")
        assert not conflict.disabled
        await pilot.click(conflict)
        await pilot.pause()
        assert "De to er uenige" in on_screen(pilot.app)
        assert type(pilot.app.screen) is not SystemScreen


async def test_escape_closes_the_field_first_and_then_the_system(store: Store):
    screen = SystemScreen("overblik")
    async with House(begun(store), screen=screen).run_test(size=SMALL) as pilot:
        await pilot.press("1", "down", "enter")
        await pilot.pause()
        assert screen.query(FieldPanel)
        await pilot.press("escape")
        await pilot.pause()
        assert not screen.query(FieldPanel)
        assert isinstance(screen.focused, FieldLine)
        await pilot.press("escape")
        await pilot.pause()
        assert pilot.app.screen is not screen


async def test_the_language_changes_and_the_open_page_stays(store: Store):
    session = begun(store)
    async with House(session, screen=SystemScreen("cpr")).run_test(size=SMALL) as pilot:
        await pilot.press("enter", "1")
        await pilot.pause()
        assert "GODDAG K4T7" in on_screen(pilot.app)
        length = len(session.events)
        await pilot.press("ctrl+l")
        await pilot.pause()
        assert "GOOD DAY K4T7" in on_screen(pilot.app)
        assert "DATE OF BIRTH" in on_screen(pilot.app)
        assert len(session.events) == length


async def test_without_a_case_in_hand_the_screen_says_what_helps(store: Store):
    loaded = warm_up()
    session = Session.start(store, loaded.opening, loaded.town, "en")
    async with House(session, screen=SystemScreen("cpr")).run_test(size=SMALL) as pilot:
        await pilot.press("1")
        await pilot.pause()
        assert "Take a case from the inbox first." in on_screen(pilot.app)


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("system", ["cpr", "eindkomst", "overblik"])
async def test_nothing_is_wider_than_the_screen(store: Store, system: str, size: tuple[int, int]):
    house = House(begun(store), screen=SystemScreen(system))
    async with house.run_test(size=size) as pilot:
        await pilot.press("enter", "1", "enter")
        await pilot.pause()
        assert all(one.region.right <= size[0] for one in house.screen.query("*"))


async def test_once_a_legal_basis_is_chosen_it_is_no_longer_asked_for(store: Store):
    session = begun(store)
    async with House(session, screen=SystemScreen("eindkomst")).run_test(size=SMALL) as pilot:
        await pilot.press("1")
        await pilot.pause()
        assert "Vælg en hjemmel først" in on_screen(pilot.app)
        await pilot.press("enter")
        await pilot.pause()
        assert "Vælg en hjemmel først" not in on_screen(pilot.app)
