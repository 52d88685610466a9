from pathlib import Path

import pytest

from simulator.casework.letters import PARTS
from simulator.core.values import changed
from simulator.store.engine import Store
from simulator.store.session import Session
from tests.casework.small import CASE, SUBSIDY, a_town, an_opening, text
from tests.plain.scripts import transcript

UP_TO_THE_LETTER = (
    "accept_prebrief", "open_case", "1", "look_up.overblik", "settle_facts", "skip_hearing",
    "calculate", "1", "send_letter",
)  # fmt: skip


def sent(session: Session) -> dict[str, str]:
    """The parts of the letter that was sent."""
    (event,) = (one for one in session.events if one.kind == "letter.sent")
    return dict(event.parts)  # type: ignore[attr-defined]


def test_every_part_can_be_taken_from_the_template_at_once(
    session: Session, tmp_path: Path
) -> None:
    transcript(session, [*UP_TO_THE_LETTER, "all", "send"], tmp_path)
    assert sent(session) == dict.fromkeys(PARTS, "template")


def test_a_part_is_left_out_taken_from_the_template_or_written(
    session: Session, tmp_path: Path
) -> None:
    lines = ["4", "1", "2", "2", "Vi har set på din løn.", "3", "1", "3", "3", "send"]
    transcript(session, [*UP_TO_THE_LETTER, *lines], tmp_path)
    parts = {name: manner for name, manner in sent(session).items() if manner != "absent"}
    assert parts == {"rule": "template", "considerations": "own"}
    assert session.words(1) == "Vi har set på din løn."


def test_own_words_that_were_given_up_do_not_go_along(session: Session, tmp_path: Path) -> None:
    lines = ["1", "2", "Noget andet.", "all", "send"]
    transcript(session, [*UP_TO_THE_LETTER, *lines], tmp_path)
    assert set(sent(session).values()) == {"template"}
    assert session.day.words == 0


def test_the_letter_is_read_as_its_citizen_will_see_it(session: Session, tmp_path: Path) -> None:
    said = transcript(
        session, [*UP_TO_THE_LETTER, "rule", "1", "facts", "2", "Din løn.", "see"], tmp_path
    )
    after = said.split("Sådan ser Amina Holst brevet (Digital Post):\n")[1].splitlines()
    assert after[:3] == ["Din løn.", "rule", "Brevets dele"]
    assert "citizen_view.opened" not in [event.kind for event in session.events]


def test_what_stands_on_lines_of_its_own_in_a_letter_is_read_so(
    store: Store, tmp_path: Path
) -> None:
    listed = text("Vi ved:\n– det ene\n– det andet")
    kind = changed(SUBSIDY, letter={**SUBSIDY.letter, "facts": listed})
    session = Session.start(store, an_opening(kind), a_town(), "da")
    lines = ["facts", "1", "see", "send", "see_as_citizen"]
    told = transcript(session, [*UP_TO_THE_LETTER, *lines], tmp_path)
    _, template, seen, sent = told.split("Vi ved:\n– det ene\n– det andet\n")
    assert template
    assert seen
    assert sent


def test_a_letter_that_was_sent_can_be_looked_at_as_its_citizen_sees_it(
    session: Session, tmp_path: Path
) -> None:
    lines = ["facts", "2", "Din løn er for høj.", "send", "see_as_citizen"]
    said = transcript(session, [*UP_TO_THE_LETTER, *lines], tmp_path)
    after = said.split("Sådan ser Amina Holst brevet (Digital Post):\n")[1].splitlines()
    assert after[0] == "Din løn er for høj."
    assert "citizen_view.opened" in [event.kind for event in session.events]


def test_a_letter_that_was_cut_off_is_there_as_far_as_it_was_written(
    store: Store, session: Session, tmp_path: Path
) -> None:
    lines = ["rule", "1", "facts", "2", "Din løn er for høj.", "m", "Uden ord?"]
    transcript(session, [*UP_TO_THE_LETTER, *lines], tmp_path)
    resumed = Session.resume(store, session.id)
    said = transcript(resumed, ["send_letter", "0"], tmp_path)
    assert "4. Reglen: skabelon\n" in said
    assert "3. Oplysningerne: egne ord. Du har skrevet: Din løn er for høj.\n" in said
    transcript(resumed, ["send_letter", "send"], tmp_path)
    assert resumed.words(2) == "Din løn er for høj."
    assert resumed.draft(f"{CASE}/letter") == ""


def test_a_letter_with_nothing_in_it_is_refused_and_kept(session: Session, tmp_path: Path) -> None:
    said = transcript(session, [*UP_TO_THE_LETTER, "send", "0"], tmp_path)
    assert "Brevet er tomt. Vælg mindst én del." in said
    assert session.events[-1].kind == "command.refused"


def test_a_letter_that_was_composed_stands_as_it_was_composed(store: Store, tmp_path: Path) -> None:
    opening = an_opening(levels={"find": 4, "calculate": 4, "write": 3})
    session = Session.start(store, opening, a_town(), "da")
    begun = ["accept_prebrief", "open_case", "1", "skip_hearing", "send_letter"]
    said = transcript(session, [*begun, "0"], tmp_path)
    assert "4. Reglen: skabelon\n" in said


@pytest.mark.parametrize("stored", ["{", "[1]", '"x"', '{"rule": 3}'])
def test_a_letter_that_was_kept_wrongly_is_begun_again(
    session: Session, tmp_path: Path, stored: str
) -> None:
    transcript(session, UP_TO_THE_LETTER, tmp_path)
    session.set_draft(f"{CASE}/letter", stored)
    said = transcript(session, ["send_letter", "0"], tmp_path)
    assert "8. Hvem du kan ringe til: ikke med\n" in said


def test_a_note_that_was_cut_off_can_be_kept(
    store: Store, session: Session, tmp_path: Path
) -> None:
    transcript(session, ["accept_prebrief", "open_case", "1"], tmp_path)
    session.set_draft(f"{CASE}/add_note.words", "Hun sagde")
    resumed = Session.resume(store, session.id)
    said = transcript(resumed, ["add_note", "="], tmp_path)
    assert "Du var i gang med: Hun sagde (skriv = for at beholde det)" in said
    assert resumed.words(1) == "Hun sagde"
