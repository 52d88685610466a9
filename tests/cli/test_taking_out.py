from pathlib import Path

import pytest

from tests.cli.conftest import Shell

DAY = "accept_prebrief\nm\n=1+1 Hvorfor?\ngo_home\n1\n0\n"


@pytest.fixture
def played(shell: Shell, session: str) -> str:
    assert shell("sessions", "continue", session, "--plain", typed=DAY).code == 0
    return session


@pytest.mark.parametrize(("language", "line"), [("da", "Hvem bestemte?"), ("en", "Who decided?")])
def test_a_debrief_is_read_whole_where_nobody_can_choose(
    shell: Shell, played: str, language: str, line: str
) -> None:
    said = shell("debrief", played, "--plain", "--language", language)
    assert said.code == 0
    assert said.err == ""
    assert line in said.out.splitlines()
    assert "Hvorfor?" not in said.out  # the student's words go nowhere unasked


def test_a_debrief_of_a_day_that_goes_on_says_so(shell: Shell, session: str) -> None:
    said = shell("debrief", session, "--plain")
    assert said.code == 0
    assert f"Dagen i {session} er ikke slut endnu." in said.err


def test_documents_are_written_and_their_places_are_data(shell: Shell, played: str) -> None:
    said = shell("export", played, "--to", "html, MD", "--output", "ud")
    assert said.code == 0
    files = [Path(line) for line in said.out.splitlines()]
    assert [file.suffix for file in files] == [".html", ".md"]
    assert all(file.is_file() and file.parent == Path("ud") for file in files)
    assert all("Hvorfor?" not in file.read_text() for file in files)


def test_words_go_along_in_documents_only_by_choice(shell: Shell, played: str) -> None:
    said = shell("export", played, "--to", "md", "--words")
    assert "Hvorfor?" in Path(said.out.strip()).read_text()


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("da", "«docm» kan ikke laves. Vælg blandt: html, docx, md, csv, csv-int, json.\n"),
        ("en", "“docm” cannot be made. Choose among: html, docx, md, csv, csv-int, json.\n"),
    ],
)
def test_a_format_that_is_not_made_is_told_before_anything_is_written(
    shell: Shell, played: str, language: str, sentence: str
) -> None:
    said = shell("export", played, "--to", "html,docm", "--language", language)
    assert (said.code, said.out, said.err) == (1, "", sentence)
    assert not list(Path().glob("*.html"))


def test_a_folder_that_cannot_be_written_in_is_told(shell: Shell, played: str) -> None:
    Path("fil").write_text("")
    said = shell("export", played, "--to", "html", "--output", "fil/mappe")
    assert (said.code, said.out) == (1, "")
    assert "fil/mappe" in said.err


def test_a_share_is_obeyed_and_one_there_is_none_of_is_told(shell: Shell, played: str) -> None:
    said = shell("export", played, "--to", "csv", "--share", "Class", "--output", "holdet")
    assert sorted(Path(line).stem.split("_")[-1] for line in said.out.splitlines()) == [
        "forklaring",
        "valg",
    ]
    wrong = shell("export", played, "--to", "csv", "--share", "alle", "--output", "alle")
    assert (wrong.code, wrong.out) == (1, "")
    assert wrong.err == "«alle» er ikke nogen, filen kan være for. Vælg blandt: " + (
        "private, group, class.\n"
    )
    assert not Path("alle").exists()


def test_words_that_may_lead_to_somebody_are_refused_unless_one_is_sure(
    shell: Shell, session: str
) -> None:
    day = "accept_prebrief\nm\nRing til 010190-1234\ngo_home\n1\n0\n"
    assert shell("sessions", "continue", session, "--plain", typed=day).code == 0
    asked = ["export", session, "--to", "md", "--words", "--output", "ud"]
    said = shell(*asked)
    assert (said.code, said.out) == (1, "")
    assert said.err.splitlines()[0] == "«010190-1234» ligner et personnummer."
    assert "--words-as-they-are" in said.err
    assert not Path("ud").exists()
    sure = shell(*asked, "--words-as-they-are")
    assert "010190" in Path(sure.out.strip()).read_text()


def test_a_session_file_with_such_words_is_refused_as_well(shell: Shell, session: str) -> None:
    day = "accept_prebrief\nm\nRing til 010190-1234\ngo_home\n1\n0\n"
    assert shell("sessions", "continue", session, "--plain", typed=day).code == 0
    asked = ["sessions", "export", session, "--output", "dag.praksis"]
    said = shell(*asked, "--words")
    assert (said.code, said.out) == (1, "")
    assert "ligner et personnummer" in said.err
    assert not Path("dag.praksis").exists()
    assert shell(*asked, "--words", "--words-as-they-are").code == 0
    assert Path("dag.praksis").exists()
