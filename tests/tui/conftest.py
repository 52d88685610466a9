from collections.abc import Iterator
from pathlib import Path

import pytest

from simulator.store.engine import Store, open_store
from simulator.tui import forms, letter


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    found = open_store(tmp_path / "sessions.sqlite")
    yield found
    found.close()


@pytest.fixture(autouse=True)
def _no_pause(monkeypatch: pytest.MonkeyPatch) -> None:
    """What is typed is stored without the pause, so that no test waits."""
    for face in (forms, letter):
        monkeypatch.setattr(face, "PAUSE", 0)
