from collections.abc import Iterator
from pathlib import Path

import pytest

from simulator.store.engine import Store, open_store


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    found = open_store(tmp_path / "sessions.sqlite")
    yield found
    found.close()
