"""On a terminal lines break between words; through a pipe one thing said is one line."""

import io

import pytest

from simulator.core.texts import Text
from simulator.plain.console import Console

LONG = "Loggen bruges til samtalen bagefter og til ikke andet. " * 4


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def said(writing: io.StringIO) -> list[str]:
    Console(io.StringIO(), writing, "da").say(Text(LONG, LONG))
    return writing.getvalue().splitlines()


def test_a_terminal_breaks_no_word(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "40")
    lines = said(Terminal())
    assert len(lines) > 3
    assert all(len(line) < 40 for line in lines)
    assert " ".join(lines).split() == LONG.split()


def test_a_pipe_gets_one_line() -> None:
    assert len(said(io.StringIO())) == 1
