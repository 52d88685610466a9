from collections.abc import Iterator
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from simulator.store.engine import Store, open_store
from simulator.store.towns import keep_town
from simulator.town.digest import digest
from simulator.tui import forms, letter
from tests.raw_ids import refuse_raw_ids
from tests.tui.drawn_by import same_textual
from tests.tui.rooms import the_warm_up
from tests.tui.sparing import paint_what_is_looked_at, read_styles_once


@cache
def unplayed() -> bytes:
    """A store's file without a session, in which the town of the warm-up lies already."""
    town = the_warm_up().town
    with TemporaryDirectory() as folder:
        store = open_store(Path(folder) / "sessions.sqlite")
        store.write(lambda connection: keep_town(connection, digest(town), town))
        store.close()
        return store.path.read_bytes()


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    path = tmp_path / "sessions.sqlite"
    path.write_bytes(unplayed())
    opened = open_store(path)
    yield opened
    opened.close()


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
def _sparing(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing is painted that nobody looks at, and no style is read twice."""
    paint_what_is_looked_at(monkeypatch)
    read_styles_once(monkeypatch)


@pytest.fixture(autouse=True)
def _no_raw_ids(monkeypatch: pytest.MonkeyPatch) -> None:
    """No id is shown in place of its word."""
    refuse_raw_ids(monkeypatch)
