from collections.abc import Iterator
from pathlib import Path

import pytest

from simulator.casework.actions.day import AcceptPrebrief
from simulator.casework.actions.inbox import OpenCase
from simulator.store.engine import Store, open_store
from simulator.store.session import Session
from tests.casework.small import CASE, a_town, an_opening


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Where the store lies."""
    return tmp_path / "sessions.sqlite"


@pytest.fixture
def store(path: Path) -> Iterator[Store]:
    opened = open_store(path)
    yield opened
    opened.close()


@pytest.fixture
def other(store: Store) -> Iterator[Store]:
    """The same store, opened by another program."""
    opened = open_store(store.path)
    yield opened
    opened.close()


@pytest.fixture
def session(store: Store) -> Session:
    """A small day with its case in hand."""
    started = Session.start(store, an_opening(), a_town(), "da")
    started.do(AcceptPrebrief())
    started.do(OpenCase(CASE))
    return started
