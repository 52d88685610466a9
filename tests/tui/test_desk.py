"""The desk: what it shows, what it says when something cannot be done, the telephone."""

import pytest
from textual.containers import VerticalScroll

from simulator.casework.actions.day import AcceptPrebrief
from simulator.casework.actions.inbox import OpenCase, SetAside
from simulator.casework.actions.looking.pages import LookUp
from simulator.casework.actions.reopening import Reopen
from simulator.casework.habits import trusting
from simulator.casework.opening import Opening
from simulator.core.clock import date_of, day_number, day_of
from simulator.core.texts import Language
from simulator.core.values import changed
from simulator.scenario.words import teller, texts
from simulator.store.engine import Store
from simulator.store.session import Session
from simulator.tui.dates import short_day
from simulator.tui.desk.lists import InboxPage
from tests.casework.answered import OVERVIEW, RECKON, SETTLE, SKIP, WHOLE
from tests.casework.small import CASE, CONDUCT, a_town, an_opening
from tests.rehearsal.ways import THURSDAY, loaded
from tests.tui.rooms import (
    at_the_desk,
    lines,
    opened,
    press,
    read_through,
    room,
    settled,
    text,
    write,
)
from tests.tui.systems.house import started


def first(session: Session) -> OpenCase:
    return OpenCase(session.view().inbox[0].case)


async def test_what_a_system_showed_stands_beside_where_it_came_from(store: Store):
    session = at_the_desk(store)
    session.do(first(session))
    async with opened(session) as pilot:
        (row,) = [line for line in lines(pilot) if "24.310" in line]
        assert "Overblik" in row
        assert "–" in row


async def test_a_case_that_was_taken_up_again_says_why_and_what_the_answer_was(store: Store):
    session = Session.start(store, an_opening(), a_town(), "da")
    taken_up = (OVERVIEW, SETTLE, SKIP, RECKON, WHOLE, Reopen(CASE, "fault"))
    for command in (AcceptPrebrief(), OpenCase(CASE), *taken_up):
        session.do(command)
    async with opened(session, (120, 40)) as pilot:
        assert "Genoptaget: en fejl i sagen. Før blev der svaret: none." in text(pilot)


async def test_a_refusal_says_why_and_what_would_help(store: Store):
    session = at_the_desk(store)
    session.do(first(session))
    async with opened(session) as pilot:
        await pilot.press("b")
        await settled(pilot)
        assert "Find oplysningerne først" in text(pilot)
        assert session.events[-1].kind == "command.refused"


async def test_actions_say_their_price_before_and_their_effect_after(store: Store):
    session = at_the_desk(store)
    session.do(first(session))
    async with opened(session) as pilot:
        assert "l Læs egne ord 1 min." in text(pilot)
        await press(pilot, "l")
        assert "Du læser, hvad Amina Holst selv har skrevet" in text(pilot)


async def test_a_call_is_in_sight_and_blocks_nothing(store: Store):
    rings = changed(CONDUCT, rings_about_waiting=100, ring_after=(5, 6), ring_out=30)
    opening: Opening = an_opening(conduct=rings)
    session = Session.start(store, opening, a_town(), "en")
    async with opened(session) as pilot:
        await press(pilot, "enter", "ctrl+s", "enter", "w", "ctrl+s")
        assert session.view().telephone.ringing
        assert "is ringing" in text(pilot)
        await press(pilot, "n")
        assert room(pilot) == "FormScreen"
        assert "is ringing" in lines(pilot)[0]
        await pilot.press("escape")
        await settled(pilot)
        await press(pilot, "t")
        assert room(pilot) == "CallScreen"
        await press(pilot, "escape")
        assert room(pilot) == "DeskScreen"
        assert "on the line" in text(pilot)
        await press(pilot, "t", "h")
        assert session.view().telephone is None


async def test_staying_is_one_key_and_going_home_is_asked_once(store: Store):
    session = at_the_desk(store)
    async with opened(session) as pilot:
        await press(pilot, "ctrl+g")
        assert "Du har gjort nok for i dag" in text(pilot)
        await press(pilot, "escape")
        assert room(pilot) == "DeskScreen"
        assert not session.day.closed
        await press(pilot, "ctrl+g", "enter")
        assert room(pilot) == "EveningScreen"


@pytest.mark.parametrize("size", [(80, 24), (100, 30), (160, 45)], ids=["80", "100", "160"])
async def test_every_action_of_the_case_is_in_sight(store: Store, size: tuple[int, int]):
    session = at_the_desk(store)
    session.do(first(session))
    async with opened(session, size) as pilot:
        await press(pilot, "g", "h")
        seen = text(pilot)
        for said in ("e Se grundlag", "f Følg", "j Ret", "v Afvis", "z Tag ud", "r Ring op", "F1"):
            assert said in seen, said


async def test_below_eighty_columns_one_pane_at_a_time(store: Store):
    session = at_the_desk(store)
    session.do(first(session))
    async with opened(session, (60, 24)) as pilot:
        assert "testperson" in text(pilot)
        assert "Indbakke ·" not in text(pilot)
        await press(pilot, "f2")
        assert "Indbakke ·" in text(pilot)
        assert "testperson" not in text(pilot)
        await press(pilot, "enter")
        assert "testperson" in text(pilot)


@pytest.mark.parametrize("size", [(39, 30), (80, 11)], ids=["narrow", "low"])
async def test_where_nothing_fits_a_sentence_names_the_plain_face(
    store: Store, size: tuple[int, int]
):
    async with opened(at_the_desk(store), size) as pilot:
        assert "--plain" in text(pilot)


async def test_the_smallest_window_of_all_stands(store: Store):
    async with opened(at_the_desk(store), (1, 1)) as pilot:
        assert pilot.app.is_running
        await pilot.resize_terminal(100, 30)
        await settled(pilot)
        assert "Indbakke" in text(pilot)


async def test_a_level_is_changed_for_minutes_and_a_reason(store: Store):
    session = at_the_desk(store)
    async with opened(session) as pilot:
        await press(pilot, "f4", "down", "right")
        assert room(pilot) == "FormScreen"
        assert "Det tager 2 minutter" in text(pilot)
        await press(pilot, "tab")
        await write(pilot, "borgerne ringer om det")
        await press(pilot, "ctrl+s")
        (changed_,) = [e for e in session.events if e.kind == "level.changed"]
        assert (changed_.function, changed_.before, changed_.level) == ("hear", 0, 1)


async def test_a_look_up_chosen_among_all_actions_opens_the_systems_own_face(store: Store):
    session = at_the_desk(store)
    session.do(first(session))
    async with opened(session) as pilot:
        await press(pilot, "ctrl+p")
        await write(pilot, "slå op i cpr")
        await pilot.press("enter")
        await settled(pilot)
        assert room(pilot) == "SystemScreen"
        await press(pilot, "ctrl+p")
        await write(pilot, "journal")
        await pilot.press("enter")
        await settled(pilot)
        assert room(pilot) == "JournalScreen"
        await press(pilot, "escape")
        assert room(pilot) == "DeskScreen"


async def test_what_cannot_be_done_says_why_among_all_actions(store: Store):
    session = at_the_desk(store)
    session.do(first(session))
    async with opened(session) as pilot:
        await press(pilot, "ctrl+p")
        await write(pilot, "afslut")
        assert "Borgeren har ikke fået" in text(pilot)


async def test_a_date_of_another_year_has_its_year(store: Store):
    say = teller("da")
    today = day_number("2026-02-02")
    assert short_day(day_number("2022-01-30"), today, say) == "30. jan. 2022"
    assert short_day(day_number("2026-01-30"), today, say) == "30. jan."
    assert short_day(day_number("2022-01-30"), today, teller("en")) == "30 Jan 2022"
    session = at_the_desk(store)
    session.do(first(session))
    session.do(LookUp("S-101", "cpr", "relations", "x"))
    seen = [one.as_of for one in session.view().hand.facts if one.as_of is not None]
    years = {date_of(day_of(at)).year for at in seen}
    assert years - {2026}
    async with opened(session) as pilot:
        for year in years - {2026}:
            assert str(year) in text(pilot)


async def test_whether_a_system_answers_is_said_in_the_other_language_at_once(store: Store):
    async with opened(at_the_desk(store), (80, 24)) as pilot:
        assert text(pilot).count("åbent") == 3
        await press(pilot, "ctrl+l")
        assert len([line for line in lines(pilot) if line[20:30].strip(" │") == "open"]) == 3


async def test_an_inbox_line_says_what_its_date_is_and_is_not_broken(store: Store):
    async with opened(at_the_desk(store), (80, 24)) as pilot:
        assert any("Amina Holst · frist 2. mar." in line for line in lines(pilot))
        await press(pilot, "ctrl+l")
        assert any("Amina Holst · due 2 Mar" in line for line in lines(pilot))
        await press(pilot, "ctrl+l")
        assert any("Amina Holst · frist 2. mar." in line for line in lines(pilot))


async def test_the_case_scrolls_as_one_from_wherever_the_keyboard_is(store: Store):
    session = at_the_desk(store)
    session.do(first(session))
    async with opened(session, (80, 24)) as pilot:
        await press(pilot, "l", "g", "h", "e")
        assert "Det bygger forslaget på:" in text(pilot)
        assert "Forslag:" in text(pilot)
        bars = [w for w in pilot.app.screen.query(VerticalScroll) if w.show_vertical_scrollbar]
        assert [one.id for one in bars] == ["hand"]
        await press(pilot, "f2")
        for key in ("pageup", "pageup"):
            await pilot.press(key)
        await settled(pilot)
        assert "testperson" in text(pilot)
        for key in ("pagedown", "pagedown"):
            await pilot.press(key)
        await settled(pilot)
        assert "KLE" in text(pilot)


async def test_a_fact_that_was_just_seen_is_in_sight(store: Store):
    session = at_the_desk(store)
    session.do(first(session))
    async with opened(session, (80, 24)) as pilot:
        await press(pilot, "l", "2", "enter", "1", "escape")
        assert room(pilot) == "DeskScreen"
        assert "eIndkomst ·" in text(pilot)


async def test_the_journal_tells_what_happened_and_what_was_changed(store: Store):
    session = at_the_desk(store)
    session.do(first(session))
    async with opened(session) as pilot:
        await pilot.press("b")
        await settled(pilot)
        await press(pilot, "f4", "down", "right", "tab")
        await write(pilot, "borgerne ringer om det")
        await press(pilot, "ctrl+s", "f6")
        seen = text(pilot)
        assert "Find oplysningerne først" not in seen
        assert session.events[0].kind == "day.opened"
        assert seen.count("er nu på niveau") == 1


async def test_a_telephone_that_rings_is_seen_in_every_room(store: Store):
    rings = changed(CONDUCT, rings_about_waiting=100, ring_after=(5, 6), ring_out=60)
    session = Session.start(store, an_opening(conduct=rings), a_town(), "da")
    async with opened(session, (80, 24)) as pilot:
        await read_through(pilot)
        await press(pilot, "ctrl+s", "enter", "w", "ctrl+s")
        assert session.view().telephone.ringing
        for key in ("1", "n", "f3", "f4", "f6", "f1", "o"):
            await pilot.press(key)
            await settled(pilot)
            assert room(pilot) != "DeskScreen"
            assert "ringer" in lines(pilot)[0], key
            await pilot.press("escape")
            await settled(pilot)
        await press(pilot, "t")
        assert room(pilot) == "CallScreen"


async def test_waiting_says_that_it_takes_the_minutes_that_are_chosen(store: Store):
    async with opened(at_the_desk(store)) as pilot:
        await press(pilot, "w")
        assert "Det tager de minutter, du vælger" in text(pilot)


async def test_the_desk_is_clear_only_when_nothing_waits(store: Store):
    session = at_the_desk(store)
    async with opened(session) as pilot:
        assert "Bordet er ryddet" not in text(pilot)
        for item in session.view().inbox:
            session.do(OpenCase(item.case))
            session.do(SetAside(item.case))
        pilot.app.screen.day_changed()
        await settled(pilot)
        assert "Bordet er ryddet" in text(pilot)


@pytest.mark.parametrize("language", ["da", "en"])
def test_what_a_level_does_is_said_without_another_level(language: Language):
    said = [said_.in_(language) for word, said_ in texts().items() if word.startswith("tui.level.")]
    assert len(said) > 20
    assert not [one for one in said if one.startswith(("Som ", "As "))]


async def test_what_a_citizen_answers_is_quoted_with_a_name(store: Store):
    session = at_the_desk(store)
    session.do(first(session))
    async with opened(session) as pilot:
        await press(pilot, "r", "enter", "escape")
        assert room(pilot) == "DeskScreen"
        assert "Du spørger Amina Holst om indkomst pr. måned. Svaret: «" in text(pilot)
        assert "««" not in text(pilot)


async def test_two_of_one_family_in_a_crowded_inbox_have_an_initial(store: Store):
    session = at_the_desk(store)
    view, say = session.view(), teller("da")
    (one,) = view.inbox
    names = ("Olga Blom", "Per Blom", "Amina Holst")
    items = tuple(changed(one, case=f"c{n}", name=name) for n, name in enumerate(names))
    crowded = [line.plain for line in InboxPage(items, 0, 0).lines(view, say, 40, 3, 1)]
    assert [len(line.splitlines()) for line in crowded] == [1, 1, 1]
    assert "O. Blom" in crowded[0]
    assert "P. Blom" in crowded[1]
    assert "A. Holst" not in crowded[2]


@pytest.mark.parametrize("size", [(80, 24), (100, 30)])
async def test_no_line_of_the_lists_breaks_as_the_cases_come(store: Store, size: tuple[int, int]):
    session = started(store, "en", loaded(THURSDAY))
    session.do(AcceptPrebrief())
    async with opened(session, size) as pilot:
        desk = pilot.app.screen
        while session.view().minute < 10 * 60:
            session.do(trusting(session.view()))
            desk.redraw()
            await settled(pilot)
            for list_ in (desk.inbox, desk.systems):
                prompts = [str(option.prompt) for option in list_.options]
                rows = sum(1 + prompt.count("\n") for prompt in prompts)
                assert list_.virtual_size.height <= max(rows, list_.size.height), prompts
