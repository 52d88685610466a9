"""A new scenario file plays at once, is never written over, and is the same in both languages."""

from pathlib import Path
from typing import Any

import pytest

from simulator.casework.habits import thorough, trusting
from simulator.core.texts import LANGUAGES
from simulator.rehearsal.playing import play
from simulator.scenario.loading import load
from simulator.scenario.places import days
from simulator.scenario.reading import read
from simulator.scenario.templates import id_of
from tests.cli.conftest import Shell


def plays(path: Path) -> None:
    """Play a file from morning to evening."""
    loaded = load(path)
    for habit in (thorough, trusting):
        assert play(loaded.opening, loaded.town, habit).day.ended


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_new_file_is_checked_without_a_mistake_and_plays_to_the_evening(
    shell: Shell, language: str
) -> None:
    said = shell("scenario", "new", "min-dag", "--language", language)
    assert (said.code, said.out) == (0, "min-dag.yaml\n")
    assert "praksishus play min-dag.yaml" in said.err
    assert "praksishus scenario check min-dag.yaml" in said.err
    checked = shell("scenario", "check", "min-dag.yaml", "--language", language)
    assert checked.code == 0
    assert "P09" in checked.out or checked.out == ""
    assert load(Path("min-dag.yaml")).opening.id == "min-dag"
    plays(Path("min-dag.yaml"))


def test_a_new_file_is_short_and_has_its_comments_in_the_language_asked_for(shell: Shell) -> None:
    shell("scenario", "new", "dag")
    shell("scenario", "new", "day", "--language", "en")
    danish, english = Path("dag.yaml").read_text("utf-8"), Path("day.yaml").read_text("utf-8")
    for text in (danish, english):
        assert 40 <= len(text.splitlines()) <= 75
        assert max(map(len, text.splitlines())) <= 125
    assert "# Det, der lander i indbakken" in danish
    assert "# What lands in the inbox" in english


def test_both_languages_write_the_same_day(shell: Shell) -> None:
    found: list[dict[str, Any]] = []
    for language in LANGUAGES:
        shell("scenario", "new", f"dag-{language}", "--language", language)
        value = dict(read(Path(f"dag-{language}.yaml").read_bytes(), "dag.yaml").value)
        assert (value.pop("language"), value.pop("scenario")) == (language, f"dag-{language}")
        found.append(value)
    assert found[0] == found[1]


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_file_that_is_there_is_never_written_over(shell: Shell, language: str) -> None:
    Path("min-dag.yaml").write_text("mit eget")
    said = shell("scenario", "new", "min-dag.yaml", "--language", language)
    assert (said.code, said.out) == (1, "")
    assert {"da": "findes allerede", "en": "is there already"}[language] in said.err
    assert Path("min-dag.yaml").read_text() == "mit eget"


@pytest.mark.parametrize("day", days())
def test_a_shipped_day_can_be_copied_and_plays(shell: Shell, day: str) -> None:
    said = shell("scenario", "new", "min-kopi", "--from", day)
    assert said.code == 0
    assert load(Path("min-kopi.yaml")).opening.id == "min-kopi"
    assert days()[day].read_text("utf-8").count("\n") == Path("min-kopi.yaml").read_text(
        "utf-8"
    ).count("\n")


@pytest.mark.parametrize(
    ("arguments", "code", "sentence"),
    [
        (["42"], 2, "begynd med et bogstav"),
        (["..."], 2, "begynd med et bogstav"),
        (["\x1b[31m"], 2, "begynd med et bogstav"),
        (["borte/min-dag"], 1, "Mappen borte findes ikke"),
        (["min-dag", "--from", "borte"], 2, "Der er ingen dag «borte» at kopiere."),
        ([], 2, "praksishus scenario new min-dag"),
    ],
)
def test_what_cannot_be_written_is_told(
    shell: Shell, arguments: list[str], code: int, sentence: str
) -> None:
    said = shell("scenario", "new", *arguments)
    assert (said.code, said.out) == (code, "")
    assert sentence in said.err
    assert list(Path().iterdir()) == []


@pytest.mark.parametrize(
    ("name", "id_"),
    [
        ("Min Dag.yaml", "min-dag"),
        ("første_øvelse", "foerste-oevelse"),
        ("mappe/dag 2.yaml", "dag-2"),
        ("2. forsøg.yaml", "forsoeg"),
    ],
)
def test_the_id_is_made_of_the_files_name(name: str, id_: str) -> None:
    assert id_of(Path(name)) == id_


@pytest.mark.parametrize(
    ("alias", "sentence"),
    [
        (["spil"], "praksishus play [TILVALG] DAG|FIL"),
        (["forløb"], "praksishus sessions"),
        (["forløb", "fortsæt"], "praksishus sessions continue"),
        (["forløb", "slet"], "praksishus sessions delete"),
        (["eksport"], "praksishus export"),
        (["scenarie", "nyt"], "praksishus scenario new"),
        (["scenarie", "tjek"], "praksishus scenario check"),
    ],
)
def test_commands_have_danish_names_that_help_does_not_list(
    shell: Shell, alias: list[str], sentence: str
) -> None:
    said = shell(*alias, "--help")
    assert said.code == 0
    assert sentence in said.out
    listed = [line.split() for line in shell(*alias[:-1], "--help").out.splitlines()]
    assert alias[-1] not in [words[0] for words in listed if words]


def test_names_are_completed(session: str, monkeypatch: pytest.MonkeyPatch, shell: Shell) -> None:
    from simulator.cli.completing import day_names, session_names

    Path("optakt.yaml").write_text("")
    assert day_names("op") == ["opvarmning", "optakt.yaml"]
    assert day_names("borte/") == []
    assert session_names(session[:2].lower()) == [session]
    assert session_names("????") == []


def test_completing_sessions_makes_no_store(home: Path) -> None:
    from simulator.cli.completing import session_names

    assert session_names("") == []
    assert not home.exists()


@pytest.mark.parametrize(
    ("language", "sentence"),
    [("da", "Tjekket: 2 sager, 1 sagstype og 3 systemer. Der"), ("en", "Checked: 2 cases, 1 case")],
)
def test_checking_says_what_it_looked_at(shell: Shell, language: str, sentence: str) -> None:
    shell("scenario", "new", "dag")
    said = shell("scenario", "check", "dag.yaml", "--language", language)
    assert sentence in said.err
