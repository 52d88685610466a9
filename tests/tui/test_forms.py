"""Forms of offers: what is asked, what is kept, what is said when something is missing."""

import sqlite3
from threading import Thread, current_thread, main_thread

import pytest

from simulator.casework.actions.day import AcceptPrebrief, GoHome, StateIntention
from simulator.casework.actions.deciding import Decide
from simulator.casework.actions.finding import SettleFacts
from simulator.casework.actions.hearing import SkipHearing
from simulator.casework.actions.inbox import OpenCase
from simulator.casework.actions.looking.pages import LookUp
from simulator.casework.actions.suggesting import Follow
from simulator.core.texts import Language
from simulator.store.engine import Store
from simulator.store.problems import StoreProblem
from simulator.store.session import Session
from simulator.tui import forms
from tests.tui.rooms import (
    a_session,
    at_the_desk,
    opened,
    press,
    room,
    settled,
    text,
    type_letters,
    write,
)  # fmt: skip


def with_amina(store: Store, language: Language = "da") -> Session:
    session = at_the_desk(store, language=language)
    session.do(OpenCase(session.view().inbox[0].case))
    return session


async def test_a_form_says_its_price_before_it_is_sent(store: Store):
    async with opened(with_amina(store)) as pilot:
        await press(pilot, "n")
        assert "Det tager 3 minutter" in text(pilot)


async def test_a_blank_that_must_be_filled_is_named(store: Store):
    async with opened(with_amina(store)) as pilot:
        await press(pilot, "n", "ctrl+s")
        assert room(pilot) == "FormScreen"
        assert "Mangler svar" in text(pilot)


async def test_a_hearing_about_nothing_is_told_in_its_form(store: Store):
    session = with_amina(store)
    before = len(session.events)
    async with opened(session) as pilot:
        await press(pilot, "p", "ctrl+s")
        assert room(pilot) == "FormScreen"
        assert "Vælg, hvilke oplysninger borgeren skal høres om." in text(pilot)
        assert len(session.events) == before
        await pilot.press("enter")
        await press(pilot, "ctrl+s")
        assert session.events[before].kind == "hearing.sent"


async def test_half_written_words_survive_a_cut(store: Store):
    session = with_amina(store)
    async with opened(session) as pilot:
        await press(pilot, "n")
        await write(pilot, "hun ringede om")
    async with opened(Session.resume(store, session.id)) as pilot:
        await press(pilot, "n")
        assert "hun ringede om" in text(pilot)
        await press(pilot, "ctrl+s")
        await press(pilot, "n")
        assert "hun ringede om" not in text(pilot)


async def test_going_back_keeps_what_was_written(store: Store):
    async with opened(with_amina(store)) as pilot:
        await press(pilot, "n")
        await write(pilot, "senere")
        await pilot.press("escape")
        await settled(pilot)
        assert room(pilot) == "DeskScreen"
        await press(pilot, "n")
        assert "senere" in text(pilot)


async def test_sending_a_note_leaves_the_letter_as_far_as_it_was_written(store: Store):
    session = with_amina(store)
    session.set_draft(f"{session.view().hand.case}/letter", '{"rule": "own", "own.rule": "fordi"}')
    async with opened(session) as pilot:
        assert pilot.app.drafts.letter() == {"rule": "own", "own.rule": "fordi"}
        await press(pilot, "n")
        await write(pilot, "et notat")
        await press(pilot, "ctrl+s")
    assert "fordi" in session.draft(f"{session.view().hand.case}/letter")


async def test_letters_in_a_field_are_text_and_not_keys(store: Store):
    async with opened(with_amina(store)) as pilot:
        await press(pilot, "n")
        await write(pilot, "mxo")
        assert room(pilot) == "FormScreen"
        assert "mxo" in text(pilot)
        assert "^B Marker" in text(pilot)


async def test_the_language_can_change_inside_a_form(store: Store):
    async with opened(with_amina(store)) as pilot:
        await press(pilot, "n")
        await write(pilot, "midt i")
        await press(pilot, "ctrl+l")
        assert "Write a note" in text(pilot)
        assert "midt i" in text(pilot)
        await write(pilot, " det")
        assert "midt i det" in text(pilot)
        await press(pilot, "ctrl+s")
        assert "The note is on the case" in text(pilot)


async def test_the_window_can_change_inside_a_form(store: Store):
    async with opened(with_amina(store)) as pilot:
        await press(pilot, "n")
        await write(pilot, "stor")
        for size in ((60, 20), (1, 1), (30, 10), (160, 45), (80, 24)):
            await pilot.resize_terminal(*size)
            await settled(pilot)
        assert "stor" in text(pilot)
        await write(pilot, "t")
        await press(pilot, "ctrl+s")
        assert "Notatet ligger på sagen" in text(pilot)


async def test_a_full_disk_is_said_in_words_and_nothing_is_lost(store: Store, monkeypatch):
    session = with_amina(store)
    async with opened(session) as pilot:
        await press(pilot, "n")
        await write(pilot, "vigtigt")
        before = len(session.events)

        def full(*_: object, **__: object) -> None:
            raise StoreProblem("full", path="/disk")

        with monkeypatch.context() as broken:
            broken.setattr(Session, "do", full)
            broken.setattr(Session, "set_draft", full)
            await write(pilot, "e")
            assert "kan ikke gemmes" in text(pilot)
            await press(pilot, "ctrl+s")
            assert room(pilot) == "ProblemScreen"
            assert "Disken er fuld" in text(pilot)
            assert len(session.events) == before
            await press(pilot, "enter")
        await press(pilot, "n")
        assert "vigtigte" in text(pilot)
        await press(pilot, "ctrl+s")
        assert session.words(1) == "vigtigte"


async def test_a_session_that_went_on_elsewhere_is_read_again(store: Store):
    session = with_amina(store)
    async with opened(session) as pilot:
        other = Session.resume(store, session.id)
        other.do(other.view().offer("take_break").make({}))
        await press(pilot, "l")
        assert room(pilot) == "ProblemScreen"
        assert "et andet vindue" in text(pilot)
        await press(pilot, "enter")
        assert room(pilot) == "DeskScreen"
        assert pilot.app.session.events == other.events


async def test_the_letter_is_seen_as_the_citizen_sees_it(store: Store):
    async with opened(with_amina(store)) as pilot:
        await press(pilot, "g", "h", "f", "a", "ctrl+s", "b")
        assert room(pilot) == "LetterScreen"
        assert "Her står ikke noget endnu" in text(pilot)
        await press(pilot, "enter", "enter")
        await write(pilot, "Kom forbi")
        assert text(pilot).count("Kom forbi") == 2
        await press(pilot, "ctrl+s")
        assert room(pilot) == "DeskScreen"
        (sent,) = [e for e in pilot.app.session.events if e.kind == "letter.sent"]
        assert ("amount", "own") in sent.parts


async def test_a_letter_that_has_been_sent_is_read_as_it_was_sent(store: Store):
    session = with_amina(store)
    async with opened(session) as pilot:
        await press(pilot, "g", "h", "f", "a", "ctrl+s", "b", "enter", "enter")
        await write(pilot, "Kom forbi")
        await press(pilot, "ctrl+s")
        pilot.app.action_take("see_as_citizen")
        await settled(pilot)
        assert room(pilot) == "PhoneScreen"
        assert "Kom forbi" in text(pilot)
        assert "Her står ikke noget endnu" not in text(pilot)


async def test_the_footer_of_a_letter_tells_what_the_arrows_do(store: Store):
    async with opened(with_amina(store)) as pilot:
        await press(pilot, "g", "h", "f", "a", "ctrl+s", "b")
        assert "↑↓ Enter Skift del" in text(pilot)
        pilot.app.screen.query_one("#phone").focus()
        await settled(pilot)
        assert "↑↓ PgDn Rul" in text(pilot)
        assert "Skift del" not in text(pilot)


async def test_an_empty_letter_is_not_sent(store: Store):
    async with opened(with_amina(store)) as pilot:
        await press(pilot, "g", "h", "f", "a", "ctrl+s", "b", "ctrl+s")
        assert room(pilot) == "LetterScreen"
        assert "Brevet er tomt" in text(pilot)


@pytest.mark.parametrize(
    ("sought", "keys"),
    [("læg sagen til side", ()), ("spring sagen over", ("ctrl+s",)), ("giv sagen", ("ctrl+s",))],
)
async def test_a_letter_whose_case_leaves_the_hand_is_left_too(
    store: Store, sought: str, keys: tuple[str, ...]
):
    async with opened(with_amina(store)) as pilot:
        await press(pilot, "g", "h", "f", "a", "ctrl+s", "b", "enter", "enter")
        await write(pilot, "Kom forbi")
        await press(pilot, "ctrl+p")
        await write(pilot, sought)
        await press(pilot, "enter", *keys)
        assert room(pilot) == "DeskScreen"
        assert pilot.app.session.view().hand is None


async def test_going_home_from_a_letter_leads_to_the_evening(store: Store):
    async with opened(with_amina(store)) as pilot:
        await press(pilot, "g", "h", "f", "a", "ctrl+s", "b")
        assert room(pilot) == "LetterScreen"
        await pilot.press("ctrl+g")  # in the palette and in help, and not on the letter's footer
        await settled(pilot)
        await press(pilot, "enter")
        assert room(pilot) == "EveningScreen"


async def test_the_evening_shows_what_was_meant_to_be_watched_for(store: Store):
    morning = StateIntention("Om kopierne passer.")
    session = a_session(store, morning, AcceptPrebrief(), GoHome())
    async with opened(session) as pilot:
        assert room(pilot) == "EveningScreen"
        assert "Om kopierne passer." in text(pilot)


async def test_choosing_only_chooses_and_no_letter_is_a_key_in_a_form(store: Store):
    session = at_the_desk(store)
    async with opened(session) as pilot:
        await press(pilot, "f4", "down")
        await pilot.press("space")  # turns the dial, and so asks why
        await settled(pilot)
        await pilot.press("down", "space", "m", "x")
        await settled(pilot)
        assert room(pilot) == "FormScreen"
        assert pilot.app.screen.focused.id == "field-0"
        await press(pilot, "tab")
        await type_letters(pilot, "min mening")
        assert room(pilot) == "FormScreen"
        await press(pilot, "ctrl+s")
    (turned,) = [e for e in session.events if e.kind == "level.changed"]
    assert turned.level == 2
    assert session.words(turned.words) == "min mening"
    assert not [e for e in session.events if e.kind == "moment.marked"]


async def test_the_moment_can_be_marked_while_a_form_is_open(store: Store):
    session = with_amina(store)
    async with opened(session) as pilot:
        await press(pilot, "n")
        await write(pilot, "midt i")
        await press(pilot, "ctrl+b")
        assert "Marker øjeblikket" in text(pilot)
        await press(pilot, "ctrl+s")
        assert "midt i" in text(pilot)
    assert [e for e in session.events if e.kind == "moment.marked"]


async def test_the_screen_never_waits_for_what_is_typed_to_be_stored(
    store: Store, monkeypatch: pytest.MonkeyPatch
):
    session = with_amina(store)
    stored: list[Thread] = []
    keep = Session.set_draft

    def noted(self: Session, field: str, words: str, *patience: object) -> None:
        stored.append(current_thread())
        keep(self, field, words)

    monkeypatch.setattr(Session, "set_draft", noted)
    async with opened(session) as pilot:
        await press(pilot, "n")
        await write(pilot, "abc")
    assert stored
    assert main_thread() not in stored


async def test_what_was_typed_last_is_stored_when_the_program_is_left(
    store: Store, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(forms, "PAUSE", 3600)
    session = with_amina(store)
    async with opened(session) as pilot:
        await press(pilot, "n")
        await pilot.press("n", "u", "ctrl+q")
    assert session.draft(f"{session.view().hand.case}/add_note.words") == "nu"


async def test_a_room_is_gone_to_from_a_form_and_what_was_written_is_kept(store: Store):
    async with opened(with_amina(store)) as pilot:
        await press(pilot, "n")
        await write(pilot, "senere")
        await pilot.press("f6")
        await settled(pilot)
        assert room(pilot) == "JournalScreen"
        await press(pilot, "escape", "n")
        assert "senere" in text(pilot)


async def test_one_can_go_on_writing_while_another_program_holds_the_store(store: Store):
    session = with_amina(store)
    other = sqlite3.connect(store.path, isolation_level=None)
    async with opened(session) as pilot:
        await press(pilot, "n")
        other.execute("BEGIN IMMEDIATE")
        try:
            for letter in "stadig":
                await pilot.press(letter)
            assert "stadig" in text(pilot)
            assert session.draft(f"{session.view().hand.case}/add_note.words") == ""
        finally:
            other.rollback()
            other.close()
        await settled(pilot)
    assert session.draft(f"{session.view().hand.case}/add_note.words") == "stadig"


async def test_two_that_disagree_are_both_ticked_before_the_form_is_sent(store: Store):
    session = with_amina(store)
    session.do(LookUp(session.view().hand.case, "eindkomst", "income", "case"))
    async with opened(session) as pilot:
        await press(pilot, "d", "ctrl+s")
        assert room(pilot) == "FormScreen"
        blank = next(b for b in pilot.app.screen.offer.blanks if b.name == "path")
        assert blank.options
        await press(pilot, "enter", "ctrl+s")
        assert room(pilot) == "FormScreen"
        assert "Vælg de to, der er uenige." in text(pilot)


async def test_a_case_is_handed_over_only_when_one_is_sure(store: Store):
    session = with_amina(store)
    async with opened(session) as pilot:
        await press(pilot, "ctrl+p")
        await write(pilot, "giv sagen")
        await press(pilot, "enter")
        assert room(pilot) == "FormScreen"
        assert session.view().hand is not None
        await press(pilot, "ctrl+s")
        assert session.view().hand is None


async def test_a_whole_word_comes_before_a_part_of_one_in_the_palette(store: Store):
    async with opened(with_amina(store)) as pilot:
        await press(pilot, "ctrl+p")
        await write(pilot, "it")
        assert "Skriv til it" in pilot.app.screen.matches[0].label


async def test_under_a_dialog_no_key_of_the_screen_behind_it_is_seen(store: Store):
    async with opened(with_amina(store)) as pilot:
        assert "^G Gå hjem" in text(pilot)
        await press(pilot, "n")
        assert "^G Gå hjem" not in text(pilot)
        assert "F2 Indbakke" not in text(pilot)
        await press(pilot, "escape")
        assert "^G Gå hjem" in text(pilot)


async def test_every_template_is_taken_with_the_cursor_in_own_words(store: Store):
    session = with_amina(store)
    case = session.view().hand.case
    for command in (SettleFacts(case), SkipHearing(case), Follow(case), Decide(case, "reduced")):
        session.do(command)
    assert session.view().offer("send_letter")
    async with opened(session) as pilot:
        await press(pilot, "b")
        assert room(pilot) == "LetterScreen"
        await pilot.press("enter")
        await settled(pilot)
        await pilot.press("enter")
        await settled(pilot)
        await write(pilot, "fordi")
        await press(pilot, "ctrl+a")
        manners = [v for k, v in pilot.app.screen.written.items() if not k.startswith("own.")]
        assert "absent" not in manners
        assert "fordi" in pilot.app.screen.written.values()
