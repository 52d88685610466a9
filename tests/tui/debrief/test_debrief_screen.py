import re
import subprocess
import sys
from dataclasses import replace
from pathlib import Path
from threading import Event

import pytest
from textual.pilot import Pilot
from textual.widgets import Button, Input, OptionList, TabbedContent, Tabs, TextArea

from simulator.casework.commands import AcceptPrebrief, AddNote, Command, GoHome
from simulator.casework.habits import thorough, trusting
from simulator.core.clock import clock_text
from simulator.debrief.commands import BeginPhase, ChooseRoute, GiveEstimate
from simulator.debrief.holding import Holding
from simulator.debrief.phases import phases
from simulator.store.drafting import Drafts
from simulator.store.engine import Store, open_store
from simulator.store.session import Session
from simulator.store.session_file import import_session
from simulator.tui.debrief import DebriefScreen, reading
from simulator.tui.debrief.evidence import EventNumbers
from simulator.tui.debrief.picking import Pick
from simulator.tui.debrief.reading import Reading
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

PAGES = ("begin", *(one.id for one in phases("ninety")), "rules", "out-of-here")
"""Of the longest route."""


def said_to(session: Session, *commands: Command) -> Session:
    """A session whose debrief has been told something."""
    holding = Holding(session)
    for command in commands:
        holding.say(command)
    return session


def guessed(session: Session, phase: str = "happened") -> Session:
    """The longest route, the guesses passed over, at a phase."""
    return said_to(session, ChooseRoute("ninety"), GiveEstimate(), BeginPhase(phase))


async def read(pilot: Pilot[None]) -> None:
    """Wait until the log has been read, or a file written, and the page stands."""
    for _ in range(3):
        await pilot.app.workers.wait_for_complete()
        await pilot.pause()


async def turn(pilot: Pilot[None], page: str) -> None:
    """Turn to a page by its number."""
    await pilot.press(str((PAGES.index(page) + 1) % 10))
    await read(pilot)


def all_of(pilot: Pilot[None], page: str) -> str:
    """Everything on a page of the debrief, in sight or not."""
    found = pilot.app.screen.query(f"#page-{page} *")
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
        assert "Nothing is at stake" in on_screen(pilot.app)


async def test_the_warm_up_ends_at_the_workbench(store: Store):
    session = played(store, trusting)
    async with House(session, screen=DebriefScreen()).run_test(size=MIDDLE) as pilot:
        await read(pilot)
        pages = [one.id for one in pilot.app.screen.query("TabPane")]
        assert pages == ["begin", "bench", "rules", "out-of-here"]
        assert "Intet står på spil" in on_screen(pilot.app)
        assert pilot.app.screen.query("#arrows")


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


@pytest.mark.parametrize("size", SIZES)
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
        assert "Hvor mange systemer brugte du?" in on_screen(pilot.app)


async def test_guesses_are_given_and_held_beside_the_log(store: Store):
    session = said_to(played(store, trusting), ChooseRoute("ninety"), BeginPhase("happened"))
    async with House(session, screen=DebriefScreen()).run_test(size=MIDDLE) as pilot:
        await read(pilot)
        pilot.app.screen.query(Input).first().focus()
        await pilot.press("1", "tab", "x", "tab", "2", "tab", "enter")
        await read(pilot)
        shown = all_of(pilot, "happened")
        assert "uden at åbne grundlaget? Dit gæt: 1. Loggen: 3 ud af 3." in shown
        assert "Hvor mange systemer brugte du? Dit gæt: sprunget over." in shown
        assert session.events[-1].guesses == (("unopened", 1), ("human-first", 2))


async def test_a_card_has_its_sentence_its_readings_and_what_no_log_shows(store: Store):
    session = guessed(played(store, trusting), "stake")
    async with House(session, screen=DebriefScreen()).run_test(size=MIDDLE) as pilot:
        await read(pilot)
        said = all_of(pilot, "stake")
        for name in ("Kan støtte:", "Kan belaste:", "Loggen kan ikke vise:", "Spørg:"):
            assert name in said
        assert "K1 · Korrekthed: Set efter, før det gjaldt" in said
        cards = pilot.app.screen.book.reading.holding.talk.cards
        assert 0 < len(pilot.app.screen.query("#page-stake Card")) == len(cards) <= 9


async def test_a_statement_is_placed_contested_and_remarked_on(store: Store):
    session = guessed(played(store, trusting), "stake")
    async with House(session, screen=DebriefScreen()).run_test(size=MIDDLE) as pilot:
        await read(pilot)
        pilot.app.screen.query_one("#place-0", Pick).focus()
        await pilot.press("right", "enter")
        await read(pilot)
        assert (session.events[-1].kind, session.events[-1].place) == (
            "statement.placed",
            "strains",
        )
        pilot.app.screen.query_one("#remark-0", Input).focus()
        await pilot.press(*"nej", "enter")
        await read(pilot)
        contested = session.events[-1]
        assert (contested.kind, contested.verdict) == ("statement.contested", "explain")
        assert session.words(contested.words) == "nej"
        code = contested.statement.partition(":")[0]
        profile = str(pilot.app.screen.query_one("Profile").render())
        assert re.search(rf"\b{code}\b", profile)


async def test_a_verdict_that_is_taken_back_takes_its_remark_along(store: Store):
    session = guessed(played(store, trusting), "stake")
    async with House(session, screen=DebriefScreen()).run_test(size=MIDDLE) as pilot:
        await read(pilot)
        remark = pilot.app.screen.query_one("#remark-0", Input)
        remark.focus()
        await pilot.press(*"nej", "enter")
        await read(pilot)
        verdict = pilot.app.screen.query_one("#verdict-0", Pick)
        assert verdict.picked == "explain"
        verdict.focus()
        await pilot.press("right", "right", "enter")
        await read(pilot)
        assert remark.value == ""
        remark.focus()
        await pilot.press("escape")
        await read(pilot)
        assert (session.events[-1].kind, session.events[-1].verdict) == ("statement.contested", "")
        assert Holding(session).talk.part.contested == {}


HALF = (
    ("out", "#glossary-field", "debrief.glossary.field"),
    ("decided", "#moving-words", "debrief.moved"),
    ("stake", "#remark-0", ""),
)


@pytest.mark.parametrize(("phase", "field", "name"), HALF, ids=[one for one, *_ in HALF])
async def test_what_is_half_written_is_there_again(store: Store, phase: str, field: str, name: str):
    session = guessed(played(store, trusting), phase)
    async with House(session, screen=DebriefScreen()).run_test(size=MIDDLE) as pilot:
        await read(pilot)
        pilot.app.screen.query_one(field, Input).focus()
        await pilot.press(*"halvt")
        await pilot.pause()
        pilot.app.drafts.save()
        name = name or f"debrief.{pilot.app.screen.query('Verdict').first().statement}"
        assert Drafts(session).draft(name) == "halvt"
    async with House(session, screen=DebriefScreen()).run_test(size=MIDDLE) as pilot:
        await read(pilot)
        assert pilot.app.screen.query_one(field, Input).value == "halvt"


async def test_a_word_that_was_put_in_leaves_no_draft(store: Store):
    session = guessed(played(store, trusting), "out")
    async with House(session, screen=DebriefScreen()).run_test(size=MIDDLE) as pilot:
        await read(pilot)
        pilot.app.screen.query_one("#glossary-word", Input).focus()
        await pilot.press(*"sag")
        pilot.app.screen.query_one("#glossary-do").focus()
        await pilot.press("enter")
        await read(pilot)
        assert session.events[-1].kind == "glossary.added"
        assert pilot.app.screen.query_one("#glossary-word", Input).value == ""
    assert Drafts(session).draft("debrief.glossary.word") == ""


async def test_the_arrows_move_in_the_routes_once_the_beginning_is_turned_to(store: Store):
    session = guessed(played(store, trusting))
    async with House(session, screen=DebriefScreen()).run_test(size=MIDDLE) as pilot:
        await read(pilot)
        pilot.app.screen.query_one(Tabs).focus()
        for _ in range(2):  # from another page, and where it is in front already
            await turn(pilot, "begin")
            routes = pilot.app.screen.query_one("#routes", OptionList)
            before = routes.highlighted
            await pilot.press("down")
            assert routes.highlighted == (before + 1) % 4
            pilot.app.screen.query_one(Tabs).focus()


async def test_an_answer_is_said_when_its_field_is_left_and_is_there_again(store: Store):
    session = guessed(played(store, trusting), "landing")
    async with House(session, screen=DebriefScreen()).run_test(size=MIDDLE) as pilot:
        await read(pilot)
        pilot.app.screen.query_one("#answer-1a", TextArea).focus()
        await pilot.press(*"travl", "escape")
        await read(pilot)
        assert session.events[-1].kind == "answer.written"
        assert pilot.app.screen.focused is pilot.app.screen.query_one("#page-landing")
    async with House(session, screen=DebriefScreen()).run_test(size=MIDDLE) as pilot:
        await read(pilot)
        assert pilot.app.screen.query_one("#answer-1a", TextArea).text == "travl"
        assert Holding(session).answer("1a") == "travl"


async def test_a_step_is_moved_and_a_word_put_in_the_glossary(store: Store):
    session = guessed(played(store, trusting), "decided")
    async with House(session, screen=DebriefScreen()).run_test(size=LARGE) as pilot:
        await read(pilot)
        pilot.app.screen.query_one("#moving-step").focus()
        await pilot.press("down", "enter", "tab", "right", "right", "enter")
        pilot.app.screen.query_one("#moving-do").focus()
        await pilot.press("enter")
        await read(pilot)
        moved = session.events[-1]
        assert (moved.kind, moved.function, moved.level) == ("moved.step", "hear", 2)
        await turn(pilot, "out")
        pilot.app.screen.query_one("#glossary-word").focus()
        await pilot.press(*"sag", "enter", *"mit ansvar")
        pilot.app.screen.query_one("#glossary-do").focus()
        await pilot.press("enter")
        await read(pilot)
        assert session.events[-1].kind == "glossary.added"
        assert "Det hører fagnørden: mit ansvar" in all_of(pilot, "out")


async def test_an_arrow_is_turned_and_the_day_looked_at_again(store: Store):
    session = guessed(played(store, trusting), "other-day")
    before = len(session.events)
    async with House(session, screen=DebriefScreen()).run_test(size=LARGE) as pilot:
        await read(pilot)
        pilot.app.screen.query_one("#arrows").focus()
        await pilot.press("down", "down", "enter", "right", "enter")
        await read(pilot)
        page = all_of(pilot, "other-day")
        assert "eIndkomst til Overblik: hel, hver nat" in on_screen(pilot.app)
        assert re.search(
            r"viste 24.310 kr.; ville have vist 18.200 kr.; i virkeligheden 18.200 kr.", page
        )
    assert len(session.events) == before


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
        for row in pilot.app.screen.query(EventNumbers):
            for button in row.query(Button):
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
        assert "Kørslen fra eIndkomst til Overblik har stået stille siden 12. januar 2026." in page
        assert re.search(r"måned +Overblik +24.310 kr. +30. december 2025 +18.200 kr.", page)


async def test_a_rule_that_kept_silent_says_why(store: Store):
    session = begun(store)
    session.do(GoHome())
    async with House(guessed(session), screen=DebriefScreen()).run_test(size=LARGE) as pilot:
        await read(pilot)
        await turn(pilot, "rules")
        assert "Der var ikke noget i dagen, reglen kunne tale om." in all_of(pilot, "rules")


async def test_a_log_that_is_not_whole_says_so(store: Store):
    async with House(begun(store), screen=DebriefScreen()).run_test(size=LARGE) as pilot:
        await read(pilot)
        assert "Loggen er ikke hel" in on_screen(pilot.app)


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


async def turn_out(pilot: Pilot[None]) -> None:
    """Turn to the last page of the workbench's route, with which the warm-up begins."""
    await pilot.press("4")
    await read(pilot)


@pytest.mark.parametrize("kind", ["html", "md"])
async def test_a_document_is_written_and_the_screen_says_where_it_lies(
    store: Store, tmp_path: Path, kind: str
):
    screen = DebriefScreen(tmp_path / "out")
    async with House(played(store, trusting), screen=screen).run_test(size=LARGE) as pilot:
        await read(pilot)
        await turn_out(pilot)
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
        await turn_out(pilot)
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
        await turn_out(pilot)
        await pilot.press("tab", "tab", "tab", "enter")
        await read(pilot)
        first = next(tmp_path.glob("*.html"))
        assert "mine helt egne ord" not in first.read_text()
        await pilot.press("shift+tab", "enter", "tab", "enter")
        await read(pilot)
        (second,) = set(tmp_path.glob("*.html")) - {first}
        assert "mine helt egne ord" in second.read_text()


async def test_words_that_may_lead_to_somebody_are_asked_about_first(store: Store, tmp_path: Path):
    session = begun(store)
    session.do(AddNote(session.day.hand, "hun har 010190-1234"))
    session.do(GoHome())
    async with House(session, screen=DebriefScreen(tmp_path)).run_test(size=LARGE) as pilot:
        await read(pilot)
        await turn_out(pilot)
        await pilot.press("tab", "tab", "enter", "tab", "enter")
        await read(pilot)
        assert "«010190-1234» ligner et personnummer." in on_screen(pilot.app)
        assert not list(tmp_path.glob("*.html"))
        await pilot.press("enter")
        await read(pilot)
        assert "Der er ikke skrevet nogen fil." in on_screen(pilot.app)
        assert not list(tmp_path.glob("*.html"))
        await pilot.click("#write-html")
        await read(pilot)
        await pilot.click("#anyway-yes")
        await read(pilot)
        (file,) = tmp_path.glob("*.html")
        assert "010190-1234" in file.read_text()


async def test_a_file_for_the_class_holds_the_choices_alone(store: Store, tmp_path: Path):
    session = played(store, trusting)
    async with House(session, screen=DebriefScreen(tmp_path)).run_test(size=LARGE) as pilot:
        await read(pilot)
        await turn_out(pilot)
        await pilot.press("tab", "left", "enter")
        await pilot.click("#write-csv")
        await read(pilot)
        assert {one.stem.split("_")[-1] for one in tmp_path.glob("*.csv")} == {
            "valg",
            "forklaring",
        }


async def test_a_folder_that_cannot_be_written_in_is_said_in_words(store: Store, tmp_path: Path):
    (tmp_path / "file").write_text("")
    screen = DebriefScreen(tmp_path / "file")
    async with House(played(store, trusting), screen=screen).run_test(size=LARGE) as pilot:
        await read(pilot)
        await turn_out(pilot)
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
    session = guessed(played(store, thorough))
    async with House(session, screen=DebriefScreen()).run_test(size=LARGE) as pilot:
        await read(pilot)
        said = ""
        for name in PAGES:
            await turn(pilot, name)
            said += all_of(pilot, name).lower()
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
