"""What a person says to the debrief on the screen: guesses, verdicts, places, answers, arrows."""

import re

import pytest
from textual.widgets import Input, OptionList, Tabs, TextArea

from simulator.casework.actions.debriefing import BeginPhase, ChooseRoute
from simulator.casework.habits import trusting
from simulator.debrief.debrief_session import DebriefSession
from simulator.store.drafting import Drafts
from simulator.store.engine import Store
from simulator.tui.debrief import DebriefScreen
from simulator.tui.debrief.pick import Pick
from tests.tui.debrief.leafing import all_of, guessed, read, said_to, turn
from tests.tui.systems.house import (
    LARGE,
    MIDDLE,
    House,
    on_screen,
    played,
)


async def test_guesses_are_given_and_held_beside_the_log(store: Store):
    session = said_to(played(store, trusting), ChooseRoute("ninety"), BeginPhase("happened"))
    async with House(session, screen=DebriefScreen()).run_test(size=MIDDLE) as pilot:
        await read(pilot)
        pilot.app.screen.query(Input).first().focus()
        await pilot.press("1", "tab", "x", "tab", "2", "tab", "enter")
        await read(pilot)
        shown = all_of(pilot, "happened")
        assert "uden at åbne grundlaget? Dit gæt: 1. Loggen: 3 ud af 3." in shown
        assert "Hvor mange systemer slog du op i? Dit gæt: sprunget over." in shown
        assert session.events[-1].guesses == (("unopened", 1), ("human-first", 2))


async def test_a_card_has_its_sentence_its_readings_and_what_no_log_shows(store: Store):
    session = guessed(played(store, trusting), "stake")
    async with House(session, screen=DebriefScreen()).run_test(size=MIDDLE) as pilot:
        await read(pilot)
        said = all_of(pilot, "stake")
        for name in ("Kan støtte:", "Kan belaste:", "Loggen kan ikke vise:", "Spørg:"):
            assert name in said
        assert "K1 · Korrekthed: Set efter, før det gjaldt" in said
        cards = pilot.app.screen.book.debriefing.state.cards
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
        drawn = pilot.app.screen.query("#sheet-profile .picture").first()
        profile = str(drawn.render())
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
        assert DebriefSession(session).state.student.contested == {}


HALF = (
    pytest.param("out", "#glossary-field", "debrief.glossary.field", id="out"),
    pytest.param("decided", "#moving-words", "debrief.moved", id="decided", marks=pytest.mark.slow),
    pytest.param("stake", "#remark-0", "", id="stake", marks=pytest.mark.slow),
)


@pytest.mark.parametrize(("phase", "field", "name"), HALF)
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
        assert DebriefSession(session).answer("1a") == "travl"


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
        assert "Det hører fagfolk: mit ansvar" in all_of(pilot, "out")


async def test_an_arrow_is_turned_and_the_day_looked_at_again(store: Store):
    session = guessed(played(store, trusting), "other-day")
    before = len(session.events)
    async with House(session, screen=DebriefScreen()).run_test(size=LARGE) as pilot:
        await read(pilot)
        pilot.app.screen.query_one("#arrows").focus()
        await pilot.press("down", "down", "enter", "right", "enter")
        await read(pilot)
        page = all_of(pilot, "other-day")
        assert "eIndkomst til Overblik: repareret, hver nat" in on_screen(pilot.app)
        assert re.search(
            r"viste 24.310 kr.; ville have vist 18.200 kr.; i virkeligheden 18.200 kr.", page
        )
    assert len(session.events) == before
