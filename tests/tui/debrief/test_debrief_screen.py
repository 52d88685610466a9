import re
import subprocess
import sys
from dataclasses import replace
from pathlib import Path
from threading import Event

import pytest
from textual.pilot import Pilot
from textual.widgets import Button, TabbedContent

from simulator.casework.commands import AddNote, GoHome
from simulator.casework.habits import thorough, trusting
from simulator.core.clock import clock_text
from simulator.store.engine import Store, open_store
from simulator.store.session import Session
from simulator.store.session_file import import_session
from simulator.tui.debrief import DebriefScreen, reading
from simulator.tui.debrief.evidence import EventNumbers
from simulator.tui.debrief.reading import Reading
from simulator.tui.debrief.screen import TABS
from tests.tui.systems.house import (
    LARGE,
    MIDDLE,
    SIZES,
    SMALL,
    House,
    begun,
    on_screen,
    played,
    started,
    warm_up,
)
from tests.tui.systems.pages import HOSTILE, text


async def read(pilot: Pilot[None]) -> None:
    """Wait until the log has been read, or a file written."""
    await pilot.app.workers.wait_for_complete()
    await pilot.pause()


def all_of(pilot: Pilot[None], tab: str) -> str:
    """Everything on a page of the debrief, in sight or not."""
    found = pilot.app.screen.query(f"#page-{tab} *")
    return "\n".join(str(widget.render()) for widget in found).replace("\u00a0", " ")


async def test_the_screen_answers_while_the_log_is_read(
    store: Store, monkeypatch: pytest.MonkeyPatch
):
    may_go_on = Event()

    def slowly(session: Session) -> Reading:
        may_go_on.wait(10)
        return reading.read(session)

    monkeypatch.setattr("simulator.tui.debrief.screen.read", slowly)
    session = played(store, trusting)
    async with House(session, screen=DebriefScreen()).run_test(size=SMALL) as pilot:
        assert "Loggen læses" in on_screen(pilot.app)
        await pilot.press("ctrl+l")
        assert "Reading the log" in on_screen(pilot.app)
        may_go_on.set()
        await read(pilot)
        assert "Where did technology extend your professional judgment" in on_screen(pilot.app)


@pytest.mark.parametrize("size", SIZES)
async def test_every_page_is_reached_by_its_number_and_fits(store: Store, size: tuple[int, int]):
    session = played(store, trusting)
    async with House(session, screen=DebriefScreen()).run_test(size=size) as pilot:
        await read(pilot)
        for number, tab in enumerate(TABS, 1):
            await pilot.press(str(number))
            await pilot.pause()
            page = pilot.app.screen.query_one(f"#page-{tab}")
            assert page.region.width
            assert page.virtual_size.width <= size[0]
            assert all(one.region.right <= size[0] for one in page.query("*"))


async def test_every_page_is_reached_by_the_mouse(store: Store):
    session = played(store, trusting)
    async with House(session, screen=DebriefScreen()).run_test(size=SMALL) as pilot:
        await read(pilot)
        for tab in TABS:
            await pilot.click(f"#--content-tab-{tab}")
            await pilot.pause()
            assert pilot.app.screen.query_one(f"#page-{tab}").region.width


async def test_a_statement_has_its_sentence_its_readings_and_what_no_log_shows(store: Store):
    session = played(store, trusting)
    async with House(session, screen=DebriefScreen()).run_test(size=MIDDLE) as pilot:
        await read(pilot)
        said = all_of(pilot, "said")
        for name in ("Kan støtte:", "Kan belaste:", "Loggen kan ikke vise:", "Spørg:"):
            assert name in said
        assert "K1 · Korrekthed: Set efter, før det gjaldt" in said
        assert re.search(r"kl. \d\d.\d\d · Økonomisk friplads, Amina Holst · beregne", said)
        assert "var 0 åbnet, da brevet blev sendt." in said
        chosen = pilot.app.screen.book.reading.debrief.chosen
        rules = {one.indicator for one in chosen}
        assert len(chosen) > len(rules)
        assert len(pilot.app.screen.query("#page-said Card")) == len(rules)
        assert said.count("Kan støtte:") == len(rules)
        assert "kryds" in said
        assert "(7)" in said


async def test_opening_an_event_number_shows_its_line_and_closes_it_again(store: Store):
    session = played(store, trusting)
    async with House(session, screen=DebriefScreen()).run_test(size=MIDDLE) as pilot:
        await read(pilot)
        await pilot.press("3", "tab")
        await pilot.pause()
        number = pilot.app.screen.focused
        assert isinstance(number, Button)
        seq = int(number.name or "")
        await pilot.press("enter")
        await pilot.pause()
        at = clock_text(session.events[seq].minute).replace(":", ".")
        line = f"{seq} · kl. {at} · Økonomisk friplads, Amina Holst · Systemet foreslår:"
        assert line in on_screen(pilot.app)
        assert session.events[seq].kind == "suggestion.shown"
        await pilot.press("enter")
        await pilot.pause()
        assert line not in on_screen(pilot.app)


async def test_every_number_on_the_statements_page_is_an_event_of_the_log(store: Store):
    session = played(store, thorough)
    async with House(session, screen=DebriefScreen()).run_test(size=MIDDLE) as pilot:
        await read(pilot)
        for row in pilot.app.screen.query(EventNumbers):
            for button in row.query(Button):
                assert int(button.name or "") < len(session.events)


async def test_the_timeline_has_three_lanes_a_key_and_a_table_twin(store: Store):
    session = played(store, trusting)
    async with House(session, screen=DebriefScreen()).run_test(size=LARGE) as pilot:
        await read(pilot)
        await pilot.press("2")
        await pilot.pause()
        page = all_of(pilot, "day")
        for lane in ("Ind", "Dig", "System"):
            assert re.search(rf"^{lane} ", page, re.M)
        assert "f forslag fulgt" in page
        decided = [event.seq for event in session.events if event.kind == "decision.made"]
        for seq in decided:
            assert re.search(rf"Dig +A +Afgjort: .* {seq}$", page, re.M)


async def test_every_case_that_was_worked_on_has_its_ladder(store: Store):
    session = played(store, trusting)
    async with House(session, screen=DebriefScreen()).run_test(size=LARGE) as pilot:
        await read(pilot)
        await pilot.press("4")
        await pilot.pause()
        page = all_of(pilot, "ladder")
        for name in ("Amina Holst", "Bo Riis", "Karla Dam"):
            assert f"Økonomisk friplads, {name}: hvert trin" in page
        assert "systemets forslag, og du fulgte det" in page


async def test_the_integration_that_made_the_difference_is_named(store: Store):
    session = played(store, trusting)
    async with House(session, screen=DebriefScreen()).run_test(size=LARGE) as pilot:
        await read(pilot)
        await pilot.press("5")
        await pilot.pause()
        page = all_of(pilot, "truth")
        assert "Kørslen fra eIndkomst til Overblik har stået stille siden 12. januar 2026." in page
        assert re.search(r"måned +Overblik +24.310 kr. +30. december 2025 +18.200 kr.", page)


async def test_a_rule_that_kept_silent_says_why(store: Store):
    session = begun(store)
    async with House(session, screen=DebriefScreen()).run_test(size=LARGE) as pilot:
        await read(pilot)
        assert "Der var ikke noget i dagen, reglen kunne tale om." in all_of(pilot, "rules")
        assert "Loggen er ikke hel" in on_screen(pilot.app)


async def test_the_language_changes_and_the_page_and_the_open_event_stay(store: Store):
    session = played(store, trusting)
    async with House(session, screen=DebriefScreen()).run_test(size=MIDDLE) as pilot:
        await read(pilot)
        await pilot.press("3", "tab", "enter")
        await pilot.pause()
        await pilot.press("ctrl+l")
        await pilot.pause()
        assert pilot.app.screen.query_one(TabbedContent).active == "said"
        assert "Looked before it was binding" in on_screen(pilot.app)
        assert "The system suggests:" in on_screen(pilot.app)


@pytest.mark.parametrize("kind", ["html", "md"])
async def test_a_document_is_written_and_the_screen_says_where_it_lies(
    store: Store, tmp_path: Path, kind: str
):
    screen = DebriefScreen(tmp_path / "out")
    async with House(played(store, trusting), screen=screen).run_test(size=LARGE) as pilot:
        await read(pilot)
        await pilot.press("7")
        await pilot.pause()
        await pilot.click(f"#write-{kind}")
        await read(pilot)
        (file,) = (tmp_path / "out").iterdir()
        assert file.suffix == f".{kind}"
        assert "Amina Holst" in file.read_text()
        assert "Filen ligger her:" in on_screen(pilot.app)
        assert file.name in on_screen(pilot.app).replace("\n", "")


async def test_the_session_itself_is_taken_away_and_can_be_gone_on_with_elsewhere(
    store: Store, tmp_path: Path
):
    session = played(store, trusting)
    async with House(session, screen=DebriefScreen(tmp_path / "out")).run_test(
        size=MIDDLE
    ) as pilot:
        await read(pilot)
        await pilot.press("7")
        await pilot.pause()
        for _ in range(2):
            await pilot.click("#write-praksis")
            await pilot.pause()
        assert "K4T7-2.praksis" in on_screen(pilot.app)
    elsewhere = open_store(tmp_path / "elsewhere.sqlite")
    name = import_session(elsewhere, tmp_path / "out" / "K4T7.praksis")
    assert Session.resume(elsewhere, name).events == session.events
    elsewhere.close()


async def test_own_words_go_along_only_by_choice(store: Store, tmp_path: Path):
    session = begun(store)
    session.do(AddNote(session.day.hand, "mine helt egne ord"))
    session.do(GoHome())
    async with House(session, screen=DebriefScreen(tmp_path)).run_test(size=MIDDLE) as pilot:
        await read(pilot)
        await pilot.press("7", "tab", "tab", "enter")
        await read(pilot)
        first = next(tmp_path.glob("*.html"))
        assert "mine helt egne ord" not in first.read_text()
        await pilot.press("shift+tab", "enter", "tab", "enter")
        await read(pilot)
        (second,) = set(tmp_path.glob("*.html")) - {first}
        assert "mine helt egne ord" in second.read_text()


async def test_a_folder_that_cannot_be_written_in_is_said_in_words(store: Store, tmp_path: Path):
    (tmp_path / "file").write_text("")
    screen = DebriefScreen(tmp_path / "file")
    async with House(played(store, trusting), screen=screen).run_test(size=LARGE) as pilot:
        await read(pilot)
        await pilot.press("7")
        await pilot.pause()
        await pilot.click("#write-html")
        await read(pilot)
        assert "Der kan ikke skrives i mappen" in on_screen(pilot.app)


async def test_hostile_titles_are_shown_as_text(store: Store):
    loaded = warm_up()
    opening = replace(loaded.opening, title=text(HOSTILE), questions=(text(HOSTILE),))
    session = started(store, "da", replace(loaded, opening=opening))
    async with House(session, screen=DebriefScreen()).run_test(size=LARGE) as pilot:
        await read(pilot)
        assert "[@click=app.quit]Ann[/] [red]x[/red]" in on_screen(pilot.app)
        assert not {"\x1b", "\u202e", "\u200b"} & set(on_screen(pilot.app))


async def test_a_log_that_cannot_be_read_is_said_in_words(
    store: Store, monkeypatch: pytest.MonkeyPatch
):
    def broken(session: Session) -> None:
        raise RuntimeError(session.id)

    monkeypatch.setattr("simulator.tui.debrief.screen.read", broken)
    async with House(begun(store), screen=DebriefScreen()).run_test(size=SMALL) as pilot:
        await pilot.pause()
        await pilot.pause()
        assert "Debriefen kunne ikke laves af den her log." in on_screen(pilot.app)


async def test_nothing_on_the_debrief_scores_or_praises(store: Store):
    session = played(store, thorough)
    async with House(session, screen=DebriefScreen()).run_test(size=LARGE) as pilot:
        await read(pilot)
        said = " ".join(all_of(pilot, tab).lower() for tab in TABS)
        for word in ("point", "score", "karakter", "flot", "godt gået", "desværre", "stjerne"):
            assert not re.search(rf"\b{word}\b", said), word


def test_the_screen_is_loaded_without_the_debrief_and_its_documents():
    code = (
        "import sys, simulator.tui.debrief;"
        "late = ('simulator.debrief', 'simulator.export', 'jinja2', 'sqlmodel');"
        "print([name for name in late if name in sys.modules])"
    )
    found = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert found.stdout.strip() == "[]"
