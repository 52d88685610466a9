from functools import cache

import pytest

from simulator.export import painting
from tests.raw_ids import refuse_raw_ids

painted = cache(painting._painted)


@pytest.fixture(autouse=True)
def _painted_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """The same picture is painted once for all documents it stands in."""
    monkeypatch.setattr(painting, "_painted", painted)


@pytest.fixture(autouse=True)
def _no_raw_ids(monkeypatch: pytest.MonkeyPatch) -> None:
    """No id is shown in place of its word."""
    refuse_raw_ids(monkeypatch)
