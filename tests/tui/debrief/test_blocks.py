"""What the debrief says stands on every face: told once, drawn by each in its own way."""

import ast
import re
from inspect import getsource
from io import StringIO
from types import ModuleType
from typing import get_args

import pytest
from textual.widgets import Button

from simulator.casework.habits import trusting
from simulator.core.texts import LANGUAGES, Language
from simulator.debrief.blocks import Block, Events, Items, Paragraph, Picture
from simulator.debrief.debrief_session import DebriefSession
from simulator.debrief.phases import Sheet, phases
from simulator.debrief.sheets import SHEETS
from simulator.export import word
from simulator.plain import reading_out
from simulator.plain.console import Console
from simulator.plain.debrief_forms import Forms
from simulator.plain.debrief_phase import PhaseTalk
from simulator.store.engine import Store
from simulator.store.session import Session
from simulator.tui.debrief import DebriefScreen, blocks, pages
from simulator.tui.debrief.event_numbers import A_FEW, EventNumbers
from tests.tui.debrief.leafing import all_of, guessed, read, turn
from tests.tui.systems.house import LARGE, MIDDLE, House, begun, on_screen, played


def matched(module: ModuleType) -> set[str]:
    """The names of the classes that a module matches."""
    cases = ast.walk(ast.parse(getsource(module)))
    names = (ast.unparse(case.cls) for case in cases if isinstance(case, ast.MatchClass))
    return {name.rpartition(".")[2] for name in names}


def test_every_kind_of_block_is_drawn_by_every_face():
    assert set(get_args(Block)) == set(blocks._DRAWS)
    assert {block.__name__ for block in get_args(Block)} == matched(reading_out) == matched(word)
    assert set(get_args(Picture)) == set(blocks._PICTURES)


def test_whatever_a_phase_holds_is_a_sheet_or_a_form_of_each_face(store: Store):
    console = Console(StringIO(), StringIO(), "da")
    held = DebriefSession(begun(store))
    forms = PhaseTalk(held, console, Forms(held, console))._forms
    assert set(SHEETS) | set(pages.FORMS) == set(get_args(Sheet))
    assert set(SHEETS) | set(forms) == set(get_args(Sheet))


def read_out(session: Session, sheet: Sheet, language: Language) -> str:
    said = StringIO()
    console = Console(StringIO(), said, language)
    made = SHEETS[sheet](DebriefSession(session).context(console.teller))
    reading_out.say_blocks(console, made)
    return said.getvalue()


def words(text: str) -> set[str]:
    return set(re.findall(r"\w+", text.lower().replace("\u00a0", " ")))


@pytest.mark.parametrize("language", LANGUAGES)
async def test_whatever_is_read_out_of_the_day_stands_on_the_screen_too(
    store: Store, language: Language
):
    session = guessed(played(store, trusting, language))
    met = set()
    async with House(session, screen=DebriefScreen()).run_test(size=LARGE) as pilot:
        await read(pilot)
        for phase in phases("ninety"):
            sheets = [part for part in phase.parts if part in SHEETS]
            if sheets:
                await turn(pilot, phase.id)
            for sheet in sheets:
                said = words(read_out(session, sheet, language))
                assert said - words(all_of(pilot, phase.id)) <= {"hændelse", "hændelser"}
                met.add(sheet)
    assert met == set(SHEETS)


class Shows(DebriefScreen):
    """The debrief with blocks of a test's own in place of a page."""

    def _page(self, name: str):
        assert self.book is not None
        several = Events(tuple(range(A_FEW + 5)), "events 0 to 44")
        told = [Paragraph("First.", several), Items(("One thing", "Another thing"))]
        context = self.book.context(self.say)
        yield from blocks.Blocks(self.book, context, "own").draw(told)


async def test_the_first_of_many_events_can_be_opened_and_the_rest_are_counted(store: Store):
    session = guessed(played(store, trusting))
    async with House(session, screen=Shows()).run_test(size=MIDDLE) as pilot:
        await read(pilot)
        row = pilot.app.screen.query_one(EventNumbers)
        assert len(row.query(Button)) == A_FEW
        assert "og 5 til" in on_screen(pilot.app)
        assert "· Another thing" in on_screen(pilot.app)
