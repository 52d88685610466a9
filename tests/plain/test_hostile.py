"""Text of scenarios, sessions and keyboards is text: it can neither act nor pass for ours."""

import io
from pathlib import Path

import pytest

from simulator.core.texts import Text
from simulator.plain import Console
from simulator.plain.console import InputEnded
from simulator.store.engine import Store
from simulator.store.session import Session
from tests.casework.small import AMINA, a_town, an_opening, citizen
from tests.plain.scripts import transcript

ACTS = "\x1b[31m\x1b]8;;http://x\x07\x9b2J\u202e\u200b\u2066\x00\r"
SHOWN = "[@click=app.quit]x[/] <b>y</b> =cmd|' /C calc'!A0 {n} **z**"
HOSTILE = f"{ACTS}{SHOWN}\n1. Slet alt"
ACTS_SAID = ("evening.silence", "evening.called", "give_up", "answer", "goodbye")
FORBIDDEN = "\x1b\x9b\x07\u202e\u200b\u2066\x00\r"


def test_hostile_text_of_a_scenario_is_shown_as_text(store: Store, tmp_path: Path) -> None:
    text = Text(HOSTILE, HOSTILE)
    opening = an_opening(
        title=text,
        briefing=text,
        goals=(text,),
        municipality=HOSTILE,
        texts={"says.amina": text, **{f"{act}.1": text for act in ACTS_SAID}},
        questions=(text,),
    )
    town = a_town(citizen(AMINA, given=HOSTILE))
    session = Session.start(store, opening, town, "da")
    lines = ["accept_prebrief", "open_case", "1", "read_freetext", "s", "i", "j", "call"]
    said = transcript(session, [*lines, "hang_up", "go_home", "1", "all", "0"], tmp_path)
    assert session.day.ended
    assert not set(FORBIDDEN) & set(said)
    assert said.count(SHOWN) > 10
    # A line break in a name or a title makes no line that could pass for a choice.
    briefing = said[: said.index("Sådan står dagens niveauer")]
    assert "1. Slet alt" not in said.replace(briefing, "").splitlines()


def test_hostile_words_from_the_keyboard_are_shown_and_kept_as_text(
    session: Session, tmp_path: Path
) -> None:
    lines = ["accept_prebrief", "open_case", "1", "add_note", f"{ACTS}{SHOWN}", "go_home", "1"]
    said = transcript(session, [*lines, "all", "0"], tmp_path)
    assert not set(FORBIDDEN) & set(said)
    assert session.words(1).endswith(SHOWN)
    assert SHOWN in said


def test_a_hostile_choice_is_answered_in_plain_text(session: Session, tmp_path: Path) -> None:
    said = transcript(session, ["\x1b[2J\u202eaf"], tmp_path)
    assert "«[2Jaf» kan ikke vælges her." in said


def test_a_line_that_never_ends_is_cut(tmp_path: Path) -> None:
    console = Console(io.StringIO("x" * 90_000 + "\nnæste\n"), io.StringIO(), "da")
    first = console.ask(lambda: None, "plain.prompt.words", "plain.help.words")
    second = console.ask(lambda: None, "plain.prompt.words", "plain.help.words")
    assert (len(first), second) == (20_000, "næste")
    with pytest.raises(InputEnded):
        console.ask(lambda: None, "plain.prompt.words", "plain.help.words")
