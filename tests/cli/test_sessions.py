import io
import sys
from pathlib import Path

import pytest

from simulator.cli.running import run
from simulator.store.engine import open_store
from simulator.store.session import Session, sessions
from simulator.store.session_file import import_session
from tests.cli.conftest import Shell


def names() -> list[str]:
    store = open_store()
    found = [one.id for one in sessions(store)]
    store.close()
    return found


def resumed(name: str) -> Session:
    return Session.resume(open_store(), name)


def test_sessions_are_listed_a_line_each_as_data(shell: Shell, session: str) -> None:
    said = shell("sessions")
    assert said.code == 0
    (line,) = said.out.splitlines()
    assert line.startswith(f"{session}  ")
    assert line.endswith(", A small day, kl. 08.00")
    assert said.err == ""


def test_no_sessions_is_told_and_is_no_data(shell: Shell) -> None:
    said = shell("sessions", "--language", "en")
    assert (said.code, said.out) == (0, "")
    assert "There are no sessions here yet." in said.err


class Keyboard(io.StringIO):
    """Somebody who types."""

    def isatty(self) -> bool:
        return True


def test_a_session_goes_on_where_it_was_in_small_letters_too(shell: Shell, session: str) -> None:
    said = shell("sessions", "continue", session.lower(), "--plain", typed="accept_prebrief\n")
    assert said.code == 0
    assert f"praksishus sessions continue {session} --plain" in said.out
    assert shell("sessions", "continue", session, "--plain").out.startswith("\nKl. 08.00")


def test_a_session_goes_on_in_the_language_that_is_asked_for(shell: Shell, session: str) -> None:
    said = shell("sessions", "continue", session, "--plain", "--language", "en")
    assert "We stop here for now." in said.out
    assert resumed(session).language == "en"
    assert "We stop here for now." in shell("sessions", "continue", session, "--plain").out


def test_a_session_goes_out_and_comes_in_again(shell: Shell, session: str, home: Path) -> None:
    out = shell("sessions", "export", session)
    assert out.out == f"{session}.praksis\n"
    assert "uden dine egne ord" in out.err
    assert shell("sessions", "delete", session, "--yes").code == 0
    assert names() == []
    came = shell("sessions", "import", f"{session}.praksis")
    assert came.out == f"{session}\n"
    assert names() == [session]


@pytest.mark.parametrize(
    ("language", "here", "how"),
    [
        (
            "da",
            "Forløbet {} er her allerede, med de samme hændelser",
            "Vil du have begge, så skriv",
        ),
        ("en", "Session {} is here already, with the same events", "If you want both, write"),
    ],
)
def test_a_session_that_is_here_already_is_left_unless_both_are_wanted(
    shell: Shell, session: str, language: str, here: str, how: str
) -> None:
    shell("sessions", "export", session)
    again = ("sessions", "import", f"{session}.praksis", "--language", language)
    said = shell(*again)
    assert (said.code, said.out, names()) == (1, "", [session])
    assert here.format(session) in said.err
    assert f"{how}: praksishus sessions import {session}.praksis --again" in said.err
    assert shell(*again, "--again").code == 0
    assert len(names()) == 2


@pytest.mark.parametrize(("typed", "there"), [("ja\n", 2), ("nej\n", 1), ("", 1)])
def test_somebody_who_can_answer_is_asked_whether_to_keep_both(
    shell: Shell, session: str, monkeypatch: pytest.MonkeyPatch, typed: str, there: int
) -> None:
    shell("sessions", "export", session)
    monkeypatch.setattr(sys, "stdin", Keyboard(typed))
    assert run(["sessions", "import", f"{session}.praksis"]) == (0 if there == 2 else 1)
    assert len(names()) == there


def test_words_go_along_only_by_choice(shell: Shell, session: str, tmp_path: Path) -> None:
    typed = "accept_prebrief\nm\nHvad skete der?\n"
    shell("sessions", "continue", session, "--plain", typed=typed)
    shell("sessions", "export", session, "--output", "uden.praksis")
    shell("sessions", "export", session, "--output", "med.praksis", "--words")
    store, found = open_store(tmp_path / "other.sqlite"), {}
    for name in ("uden", "med"):
        here = import_session(store, Path(f"{name}.praksis"), again=True)
        found[name] = Session.resume(store, here).words(1)
    store.close()
    assert found == {"uden": "", "med": "Hvad skete der?"}


def test_a_file_that_is_there_is_not_written_over(shell: Shell, session: str) -> None:
    shell("sessions", "export", session, "--output", "dag.praksis")
    before = Path("dag.praksis").read_bytes()
    said = shell("sessions", "export", session, "--output", "dag.praksis")
    assert said.code == 1
    assert "dag.praksis findes allerede og er ikke rørt." in said.err
    assert Path("dag.praksis").read_bytes() == before


def test_nothing_is_deleted_where_nobody_can_be_asked(shell: Shell, session: str) -> None:
    said = shell("sessions", "delete", session)
    assert said.code == 1
    assert "Skriv --yes, hvis du er sikker." in said.err
    assert names() == [session]


@pytest.mark.parametrize(("typed", "left"), [("ja\n", 0), ("Yes\n", 0), ("nej\n", 1), ("", 1)])
def test_deleting_asks_once(
    session: str, monkeypatch: pytest.MonkeyPatch, typed: str, left: int
) -> None:
    monkeypatch.setattr(sys, "stdin", Keyboard(typed))
    assert run(["sessions", "delete", session]) == left
    assert len(names()) == left


@pytest.mark.parametrize(
    ("language", "sentence"),
    [("da", "Dine egne ord i forløbet {} er slettet."), ("en", "Your own words in session {} are")],
)
def test_the_words_alone_are_deleted_and_the_log_stays(
    shell: Shell, session: str, language: str, sentence: str
) -> None:
    typed = "accept_prebrief\nm\nHvad skete der?\n"
    shell("sessions", "continue", session, "--plain", typed=typed)
    before = resumed(session)
    assert before.words(1) == "Hvad skete der?"
    said = shell("sessions", "delete", session, "--words", "--yes", "--language", language)
    assert (said.code, said.out) == (0, "")
    assert sentence.format(session) in said.err
    assert resumed(session).words(1) == ""
    assert resumed(session).events == before.events


@pytest.mark.parametrize(("typed", "words"), [("ja\n", ""), ("nej\n", "Hvad skete der?")])
def test_deleting_the_words_asks_once(
    shell: Shell, session: str, monkeypatch: pytest.MonkeyPatch, typed: str, words: str
) -> None:
    said = "accept_prebrief\nm\nHvad skete der?\n"
    shell("sessions", "continue", session, "--plain", typed=said)
    monkeypatch.setattr(sys, "stdin", Keyboard(typed))
    run(["sessions", "delete", session, "--words"])
    assert resumed(session).words(1) == words


def test_there_are_no_words_of_no_session(shell: Shell) -> None:
    said = shell("sessions", "delete", "AAAA", "--words", "--yes", "--language", "en")
    assert (said.code, said.out) == (1, "")
    assert "There is no session AAAA here." in said.err


@pytest.mark.parametrize("command", ["continue", "export", "delete"])
@pytest.mark.parametrize(
    ("language", "sentence"),
    [("da", "Der er ikke noget forløb AAAA her."), ("en", "There is no session AAAA here.")],
)
def test_a_session_that_is_not_there_is_told(
    shell: Shell, command: str, language: str, sentence: str
) -> None:
    more = {"continue": "--plain", "delete": "--yes"}.get(command, "--words")
    said = shell("sessions", command, "aaaa", more, "--language", language)
    assert (said.code, said.out) == (1, "")
    assert sentence in said.err


def test_a_session_needs_no_scenario_to_go_on(shell: Shell, tmp_path: Path) -> None:
    from simulator.scenario.places import days

    scenario = tmp_path / "here" / "min-dag.yaml"
    scenario.write_bytes(days()["opvarmning"].read_bytes())
    begun = shell("play", "min-dag.yaml", "--plain", typed="accept_prebrief\n")
    assert begun.code == 0
    scenario.unlink()
    (name,) = names()
    went_on = shell("sessions", "continue", name, "--plain", typed="go_home\n1\n0\n")
    assert went_on.code == 0
    assert resumed(name).day.ended
