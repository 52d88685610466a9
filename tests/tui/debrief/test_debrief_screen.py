"""The debrief on the screen: its pages, and what each holds."""

import re
import subprocess
import sys
from dataclasses import replace
from threading import Event

import pytest
from textual.widgets import Button, OptionList, TabbedContent

from simulator.casework.actions.day import AcceptPrebrief, GoHome
from simulator.casework.actions.debriefing import BeginPhase, ChooseRoute
from simulator.casework.habits import thorough, trusting
from simulator.core.clock import clock_text
from simulator.core.faults import faults_reported_to
from simulator.core.texts import Language
from simulator.debrief.evidence import Evidence
from simulator.debrief.indicators import SPEAKS
from simulator.debrief.phases import phases
from simulator.store.engine import Store
from simulator.store.session import Session
from simulator.tui.debrief import DebriefScreen, book
from simulator.tui.debrief.book import Book
from simulator.tui.debrief.event_numbers import EventNumbers
from tests.tui.debrief.leafing import PAGES, all_of, guessed, read, said_to, turn
from tests.tui.systems.house import (
    LARGE,
    MIDDLE,
    SMALL,
    House,
    begun,
    on_screen,
    played,
    started,
    warm_up,
)
from tests.tui.systems.pages import HOSTILE, text


async def test_the_screen_answers_while_the_log_is_read(
    store: Store, monkeypatch: pytest.MonkeyPatch
):
    may_go_on = Event()

    def slowly(session: Session) -> Book:
        may_go_on.wait()
        return book.read(session)

    monkeypatch.setattr("simulator.tui.debrief.screen.read", slowly)
    session = played(store, trusting)
    async with House(session, screen=DebriefScreen()).run_test(size=SMALL) as pilot:
        try:
            assert "Loggen læses" in on_screen(pilot.app)
            await pilot.press("ctrl+l")
            assert "Reading the log" in on_screen(pilot.app)
        finally:
            may_go_on.set()
        await read(pilot)
        assert "Nothing is at stake" in on_screen(pilot.app)


async def test_the_warm_up_ends_at_the_workbench(store: Store):
    session = played(store, trusting)
    async with House(session, screen=DebriefScreen()).run_test(size=MIDDLE) as pilot:
        await read(pilot)
        pages = [one.id for one in pilot.app.screen.query("TabPane")]
        assert pages == ["begin", "bench", "rules", "out-of-here"]
        assert "Intet står på spil" in on_screen(pilot.app)
        assert pilot.app.screen.query("#arrows")


async def test_the_footer_tells_what_the_arrows_do_where_the_keyboard_is(store: Store):
    session = played(store, trusting)
    async with House(session, screen=DebriefScreen()).run_test(size=LARGE) as pilot:
        await read(pilot)
        assert "↑↓ PgDn Rul" in on_screen(pilot.app)
        assert "↑↓ Enter" not in on_screen(pilot.app)
        pilot.app.screen.query_one("#arrows").focus()
        await pilot.pause()
        assert "↑↓ Enter Vælg" in on_screen(pilot.app)
        assert "→ Næste side" in on_screen(pilot.app)
        pilot.app.screen.query_one("#turn").focus()
        await pilot.pause()
        assert "← → Enter Vælg" in on_screen(pilot.app)
        assert "Næste side" not in on_screen(pilot.app)


async def test_a_route_is_chosen_and_its_phases_are_the_pages(store: Store):
    loaded = warm_up()
    opening = replace(loaded.opening, route="")
    session = started(store, "da", replace(loaded, opening=opening))
    session.do(AcceptPrebrief())
    session.do(GoHome())
    async with House(session, screen=DebriefScreen()).run_test(size=MIDDLE) as pilot:
        await read(pilot)
        assert [one.id for one in pilot.app.screen.query("TabPane")] == ["begin", "out-of-here"]
        assert isinstance(pilot.app.screen.focused, OptionList)
        await pilot.press("down", "down", "enter")
        await read(pilot)
        pages = [one.id for one in pilot.app.screen.query("TabPane")]
        assert pages == ["begin", *(p.id for p in phases("alone")), "rules", "out-of-here"]
        assert [e.kind for e in session.events[-2:]] == ["route.chosen", "phase.begun"]


@pytest.mark.parametrize(
    "size", [SMALL, *(pytest.param(size, marks=pytest.mark.slow) for size in (MIDDLE, LARGE))]
)
async def test_every_page_is_reached_by_its_number_and_fits(store: Store, size: tuple[int, int]):
    session = guessed(played(store, trusting))
    async with House(session, screen=DebriefScreen()).run_test(size=size) as pilot:
        await read(pilot)
        for name in PAGES:
            await turn(pilot, name)
            page = pilot.app.screen.query_one(f"#page-{name}")
            assert page.region.width
            assert page.virtual_size.width <= size[0]
            assert all(one.region.right <= size[0] for one in page.query("*"))


@pytest.mark.slow
async def test_every_page_is_reached_by_the_mouse(store: Store):
    session = guessed(played(store, trusting))
    async with House(session, screen=DebriefScreen()).run_test(size=MIDDLE) as pilot:
        await read(pilot)
        for name in PAGES:
            await pilot.click(f"#--content-tab-{name}")
            await read(pilot)
            assert pilot.app.screen.query_one(f"#page-{name}").region.width


async def test_nothing_of_the_log_is_shown_before_the_guesses(store: Store):
    session = said_to(played(store, trusting), ChooseRoute("ninety"), BeginPhase("data"))
    async with House(session, screen=DebriefScreen()).run_test(size=LARGE) as pilot:
        await read(pilot)
        for name in PAGES[1:-1]:
            await turn(pilot, name)
            assert not pilot.app.screen.query(EventNumbers)
            assert "Overblik" not in all_of(pilot, name)
        await turn(pilot, "data")
        assert "Gæt først" in on_screen(pilot.app)
        pilot.app.screen.query_one("#page-data #to-guesses").focus()
        await pilot.press("enter")
        await read(pilot)
        assert "Hvor mange systemer slog du op i?" in on_screen(pilot.app)


async def test_opening_an_event_number_shows_its_line_and_closes_it_again(store: Store):
    session = guessed(played(store, trusting), "stake")
    async with House(session, screen=DebriefScreen()).run_test(size=MIDDLE) as pilot:
        await read(pilot)
        number = pilot.app.screen.query("EventNumbers Button").first(Button)
        seq = number.name or ""
        number.focus()
        await pilot.press("enter")
        await pilot.pause()
        at = clock_text(session.events[int(seq)].minute).replace(":", ".")
        assert f"{seq} · kl. {at} · " in on_screen(pilot.app)
        await pilot.press("enter")
        await pilot.pause()
        assert f"{seq} · kl. {at} · " not in on_screen(pilot.app)


async def test_every_number_of_the_statements_is_an_event_of_the_log(store: Store):
    session = guessed(played(store, thorough), "stake")
    async with House(session, screen=DebriefScreen()).run_test(size=MIDDLE) as pilot:
        await read(pilot)
        buttons = pilot.app.screen.query("EventNumbers Button")
        assert buttons
        for button in buttons:
            assert int(button.name or "") < len(session.events)


async def test_the_timeline_has_three_lanes_a_key_and_a_table_twin(store: Store):
    session = guessed(played(store, trusting))
    async with House(session, screen=DebriefScreen()).run_test(size=LARGE) as pilot:
        await read(pilot)
        page = all_of(pilot, "happened")
        for lane in ("Ind", "Dig", "System"):
            assert re.search(rf"^{lane} ", page, re.M)
        assert "f forslag fulgt" in page
        decided = [event.seq for event in session.events if event.kind == "decision.made"]
        for seq in decided:
            assert re.search(rf"Dig +A +Afgjort: .* {seq}$", page, re.M)


async def test_every_case_that_was_worked_on_has_its_ladder_one_at_a_time(store: Store):
    session = guessed(played(store, trusting), "decided")
    async with House(session, screen=DebriefScreen()).run_test(size=LARGE) as pilot:
        await read(pilot)
        pilot.app.screen.query_one("#ladders").focus()
        for name in ("Amina Holst", "Bo Riis", "Karla Dam"):
            page = all_of(pilot, "decided")
            assert f"Økonomisk friplads, {name}: hvert trin" in page
            assert "systemets forslag, og du fulgte det" in page
            await pilot.press("down", "enter")
            await read(pilot)


async def test_the_data_map_names_what_was_relied_on_and_never_opened(store: Store):
    session = guessed(played(store, trusting), "data")
    async with House(session, screen=DebriefScreen()).run_test(size=LARGE) as pilot:
        await read(pilot)
        page = all_of(pilot, "data")
        assert re.search(r"Overblik +\d+ +0 +\d+ +\d+ +34 dage +bygget på, aldrig åbnet", page)
        stopped = (
            "Integrationen fra eIndkomst til Overblik havde stået stille siden 12. januar 2026."
        )
        assert stopped in page
        facts = r"måned +Økonomisk friplads, Amina Holst +Overblik +24.310 kr."
        assert re.search(rf"{facts} +30. december 2025 +18.200 kr. +\d+$", page, re.M)


async def test_a_rule_that_kept_silent_says_why(store: Store):
    session = begun(store)
    session.do(GoHome())
    async with House(guessed(session), screen=DebriefScreen()).run_test(size=LARGE) as pilot:
        await read(pilot)
        await turn(pilot, "rules")
        assert "Der var ikke noget i dagen, reglen kunne tale om." in all_of(pilot, "rules")


async def test_of_a_day_that_is_not_over_nothing_of_the_truth_can_be_turned_to(store: Store):
    async with House(begun(store), screen=DebriefScreen()).run_test(size=LARGE) as pilot:
        await read(pilot)
        screen = pilot.app.screen
        assert isinstance(screen, DebriefScreen)
        assert "Det, der var sandt, og det, der var lagt ind i den" in on_screen(pilot.app)
        assert screen.tabs == ("begin", "out-of-here")
        assert not screen.query("#routes")


async def test_the_language_changes_and_the_page_and_the_open_event_stay(store: Store):
    session = guessed(played(store, trusting), "stake")
    async with House(session, screen=DebriefScreen()).run_test(size=MIDDLE) as pilot:
        await read(pilot)
        pilot.app.screen.query("EventNumbers Button").first(Button).focus()
        await pilot.press("enter")
        await pilot.pause()
        await pilot.press("ctrl+l")
        await read(pilot)
        assert pilot.app.screen.query_one(TabbedContent).active == "stake"
        assert "What was at stake?" in all_of(pilot, "stake")
        assert pilot.app.screen.query("EventNumbers .line")


async def test_hostile_titles_are_shown_as_text(store: Store):
    loaded = warm_up()
    opening = replace(loaded.opening, title=text(HOSTILE), questions=(text(HOSTILE),))
    session = started(store, "da", replace(loaded, opening=opening))
    async with House(session, screen=DebriefScreen()).run_test(size=LARGE) as pilot:
        await read(pilot)
        assert "[@click=app.quit]Ann[/] [red]x[/red]" in on_screen(pilot.app)
        assert not {"\x1b", "\u202e", "\u200b"} & set(on_screen(pilot.app))


REPORT = {
    "da": "Der ligger en rapport i report-1.txt.",
    "en": "A report has been written to report-1.txt.",
}


@pytest.mark.parametrize("language", REPORT)
async def test_a_rule_that_fails_is_reported_and_the_rest_is_shown(
    store: Store, monkeypatch: pytest.MonkeyPatch, language: Language
):
    def fails(evidence: Evidence) -> None:
        raise KeyError("no such thing")

    monkeypatch.setitem(SPEAKS, "K1", fails)  # type: ignore[arg-type]
    session, reported = guessed(played(store, trusting, language)), list[Exception]()

    def report(fault: Exception) -> str:
        reported.append(fault)
        return "report-1.txt"

    with faults_reported_to(report):
        async with House(session, screen=DebriefScreen()).run_test(size=LARGE) as pilot:
            await read(pilot)
            await turn(pilot, "begin")
            notices = pilot.app.screen.query("#page-begin .notice")
            told = [str(notice.render()) for notice in notices]
            assert "K1" in told[0]
            assert told[1].startswith(REPORT[language])
            await turn(pilot, "stake")
            assert "K2 · " in all_of(pilot, "stake")
    assert {repr(fault) for fault in reported} == {"KeyError('no such thing')"}


@pytest.mark.parametrize("language", REPORT)
async def test_a_log_that_cannot_be_read_is_said_in_words_and_reported(
    store: Store, monkeypatch: pytest.MonkeyPatch, language: Language
):
    def broken(session: Session) -> None:
        raise RuntimeError(session.id)

    monkeypatch.setattr("simulator.tui.debrief.screen.read", broken)
    said = {"da": "Debriefen kunne ikke laves af den her log.", "en": "No debrief could be made"}
    with faults_reported_to(lambda _: "report-1.txt"):
        session = begun(store, language)
        async with House(session, screen=DebriefScreen()).run_test(size=SMALL) as pilot:
            await pilot.pause()
            await pilot.pause()
            assert said[language] in on_screen(pilot.app)
            assert REPORT[language] in on_screen(pilot.app)


async def test_nothing_on_the_debrief_scores_or_praises(store: Store):
    session = guessed(played(store, thorough))
    async with House(session, screen=DebriefScreen()).run_test(size=LARGE) as pilot:
        await read(pilot)
        said = ""
        for name in PAGES:
            await turn(pilot, name)
            said += all_of(pilot, name).lower()
        for word in ("point", "score", "karakter", "flot", "godt gået", "desværre", "stjerne"):
            assert not re.search(rf"\b{word}\b", said), word


@pytest.mark.slow
def test_the_screen_is_loaded_without_the_debrief_and_its_documents():
    code = (
        "import sys, simulator.tui.debrief;"
        "late = ('simulator.debrief', 'simulator.export', 'jinja2', 'sqlmodel');"
        "print([name for name in late if name in sys.modules])"
    )
    found = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert found.stdout.strip() == "[]"
