from pathlib import Path

import pytest

from simulator.export.taking_out import fingerprint, imprint
from simulator.scenario.indicators import indicators
from simulator.scenario.words import texts
from simulator.scenario.writing import clock
from simulator.store.session import Session
from tests.plain.scripts import NOT_PLAIN, transcript

DAY = (
    "accept_prebrief", "open_case", "1", "look_up.overblik", "settle_facts", "skip_hearing",
    "calculate", "1", "send_letter", "all", "send", "add_note", "Hun ringer vel.", "go_home", "1",
)  # fmt: skip


@pytest.fixture
def played(session: Session, tmp_path: Path) -> Session:
    transcript(session, [*DAY, "0"], tmp_path)
    assert session.day.ended
    return session


def test_a_day_that_has_ended_goes_on_with_its_debrief(played: Session, tmp_path: Path) -> None:
    assert transcript(played, [], tmp_path).splitlines()[1] == "Debrief: A small day"


def test_everything_a_document_holds_is_read(played: Session, tmp_path: Path) -> None:
    said = transcript(played, ["all", "0"], tmp_path)
    found = next(e.seq for e in played.events if e.kind == "step.done")
    for line in (
        "Hvem bestemte?",
        f"Trin: finde, Niveau: 0 i hånden, Hvem bestemte: dig, Hændelse: {found}",
        f"K2 · Korrekthed: {indicators()['K2'].name.da}",
        f"Spørgsmål: {texts()['export.ask.title-question'].da}",
        f"{texts()['export.appendix.today'].da}: {texts()['debrief.silence.no-occasion'].da}",
    ):
        assert line in said.splitlines(), line
    assert "Viste: 24.310 kr., " in said
    assert "Hun ringer vel." in said
    assert NOT_PLAIN.search(said) is None


def test_a_part_is_read_by_its_number(played: Session, tmp_path: Path) -> None:
    said = transcript(played, ["3", "0"], tmp_path).split(": 3\n")[1]
    assert said.splitlines()[1] == "Hvem bestemte?"


def test_the_language_changes_in_the_debrief_too(played: Session, tmp_path: Path) -> None:
    said = transcript(played, ["l", "3", "0"], tmp_path)
    assert "\nWho decided?\n" in said


def test_an_event_is_looked_up_by_its_number(played: Session, tmp_path: Path) -> None:
    numbers = {event.kind: event.seq for event in played.events}
    one, last = numbers["decision.made"], len(played.events) - 1
    lines = ["event", str(one), str(last + 1), "x", "²", "", "0"]
    said = transcript(played, lines, tmp_path)
    at = clock(played.events[one].minute, "da")
    assert f"Hændelse {one}, kl. {at}: Afgjort: none." in said
    assert said.count(f"Det nummer findes ikke. Numrene går fra 0 til {last}.") == 3


def test_a_debrief_is_taken_out_without_the_words_unless_they_are_asked_for(
    played: Session, tmp_path: Path
) -> None:
    folder = tmp_path / "ud"
    said = transcript(played, ["out", "=", "1", "out", "2", "2", "0"], folder)
    assert said.count("Skrevet: ") == 3
    texts = {file.name: file.read_text() for file in folder.iterdir()}
    assert sorted(Path(name).suffix for name in texts) == [".html", ".md", ".md"]
    assert sum("Hun ringer vel." in text for text in texts.values()) == 1


def test_a_folder_that_cannot_be_written_in_is_told(played: Session, tmp_path: Path) -> None:
    (tmp_path / "fil").write_text("")
    said = transcript(played, ["out", "=", "1", "0"], tmp_path / "fil")
    assert "Der kan ikke skrives i mappen" in said


def test_the_evening_ends_on_the_students_own_words_or_on_the_silence(
    session: Session, tmp_path: Path
) -> None:
    said = transcript(session, [*DAY, "0"], tmp_path)
    evening = said.split("Aften. ")[1].split("\n\n")[0].splitlines()
    assert evening[1].startswith("Amina Holst: evening.")
    assert evening[-1].endswith("står der: Hun ringer vel.")


def test_equal_logs_have_one_fingerprint_and_another_has_another(played: Session) -> None:
    whole = fingerprint(played.events)
    assert imprint(played).log == whole == fingerprint(list(played.events))
    assert fingerprint(played.events[:-1]) != whole
