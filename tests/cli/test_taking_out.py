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
        ("da", "«docm» kan ikke laves. Vælg blandt: html, md.\n"),
        ("en", "“docm” cannot be made. Choose among: html, md.\n"),
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
