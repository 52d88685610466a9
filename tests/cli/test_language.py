import pytest

from simulator.cli.language import asked_for, language_of
from tests.cli.conftest import Shell


@pytest.mark.parametrize(
    ("environment", "language"),
    [
        ({"LANG": "da_DK.UTF-8"}, "da"),
        ({"LANG": "en_GB.UTF-8"}, "en"),
        ({"LANG": "C.UTF-8"}, "da"),
        ({}, "da"),
        ({"LC_ALL": "en_US.UTF-8", "LANG": "da_DK.UTF-8"}, "en"),
        ({"PRAKSISHUS_LANGUAGE": "en", "LANG": "da_DK.UTF-8"}, "en"),
        ({"PRAKSISHUS_LANGUAGE": "tlh", "LANG": "en_GB.UTF-8"}, "en"),
        ({"LANG": "de_DE.UTF-8"}, "da"),
    ],
)
def test_the_language_is_the_variables_then_the_locales_then_danish(
    environment: dict[str, str], language: str
) -> None:
    assert language_of(environment) == language


@pytest.mark.parametrize(
    ("arguments", "language"),
    [
        ([], None),
        (["play", "x", "--language", "en"], "en"),
        (["--language=da", "sessions"], "da"),
        (["--language"], ""),
        (["play", "--", "--language", "en"], None),
    ],
)
def test_the_language_is_read_before_everything_else(
    arguments: list[str], language: str | None
) -> None:
    assert asked_for(arguments) == language


def test_mistakes_are_told_in_the_language_that_was_asked_for(shell: Shell) -> None:
    assert shell("plya", "--language", "en").err == (
        "There is no command “plya”. Did you mean play?\n"
    )
    assert (
        shell("plya", "--language", "da").err == "Kommandoen «plya» findes ikke. Mente du play?\n"
    )


def test_a_language_that_is_not_there_is_told_with_those_that_are(shell: Shell) -> None:
    said = shell("sessions", "--language", "fr")
    assert said.code == 2
    assert said.err == "«fr» er ikke et sprog her. Skriv --language da eller --language en.\n"
    assert shell("sessions", "--language").code == 2
