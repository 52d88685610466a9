from collections.abc import Iterator
from pathlib import Path

import pytest

from simulator.scenario.loading import Loaded
from simulator.store.engine import Store, open_store
from simulator.store.session import Session
from tests.casework.small import a_town, an_opening
from tests.raw_ids import refuse_raw_ids
from tests.shipped import shipped


@pytest.fixture(scope="session")
def warm_up() -> Loaded:
    """The warm-up that comes with the program."""
    return shipped("opvarmning")


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    opened = open_store(tmp_path / "sessions.sqlite")
    yield opened
    opened.close()


@pytest.fixture
def session(store: Store) -> Session:
    """A small day that nobody has begun."""
    return Session.start(store, an_opening(), a_town(), "da")


@pytest.fixture(autouse=True)
def _no_raw_ids(monkeypatch: pytest.MonkeyPatch) -> None:
    """No id is shown in place of its word."""
    refuse_raw_ids(monkeypatch)
