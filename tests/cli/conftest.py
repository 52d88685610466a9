import io
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from simulator.cli.running import run
from simulator.store.engine import open_store
from simulator.store.session import Session
from tests.casework.small import a_town, an_opening


@dataclass(frozen=True)
class Said:
    """What a command ended with."""

    code: int
    out: str
    err: str


Shell = Callable[..., Said]


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where the sessions of this test lie; the working directory is a folder of its own."""
    for name in ("PRAKSISHUS_LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("PRAKSISHUS_HOME", str(tmp_path / "home"))
    (tmp_path / "here").mkdir()
    monkeypatch.chdir(tmp_path / "here")
    return tmp_path / "home"


@pytest.fixture
def shell(home: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Shell:
    """Runs a command as the shell would, with nobody at the keyboard."""

    def call(*arguments: str, typed: str = "") -> Said:
        reading = io.TextIOWrapper(io.BytesIO(typed.encode()), encoding="utf-8")
        monkeypatch.setattr(sys, "stdin", reading)
        code = run(arguments)
        said = capsys.readouterr()
        assert "Traceback" not in said.err
        return Said(code, said.out, said.err)

    return call


@pytest.fixture
def session(home: Path) -> str:
    """The name of a small session that has been begun."""
    store = open_store()
    begun = Session.start(store, an_opening(), a_town(), "da")
    store.close()
    return begun.id
