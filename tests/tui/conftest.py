from collections.abc import Iterator
from pathlib import Path

import pytest

from simulator.store.engine import Store, open_store
from simulator.tui import forms, letter
from tests.raw_ids import refuse_raw_ids
from tests.tui.drawn_by import same_textual
from tests.tui.painting import paint_what_is_looked_at


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    found = open_store(tmp_path / "sessions.sqlite")
    yield found
    found.close()


@pytest.fixture
def textual_of_the_pictures() -> None:
    """A test that compares pictures fails where they were drawn by another Textual."""
    same_textual()


@pytest.fixture(autouse=True)
def _no_pause(monkeypatch: pytest.MonkeyPatch) -> None:
    """What is typed is stored without the pause, so that no test waits."""
    for face in (forms, letter):
        monkeypatch.setattr(face, "PAUSE", 0)


@pytest.fixture(autouse=True)
def _no_paint_for_nobody(monkeypatch: pytest.MonkeyPatch) -> None:
    paint_what_is_looked_at(monkeypatch)


@pytest.fixture(autouse=True)
def _no_raw_ids(monkeypatch: pytest.MonkeyPatch) -> None:
    """No id is shown in place of its word."""
    refuse_raw_ids(monkeypatch)
