import pytest

from tests.raw_ids import refuse_raw_ids


@pytest.fixture(autouse=True)
def _no_raw_ids(monkeypatch: pytest.MonkeyPatch) -> None:
    """No id is shown in place of its word."""
    refuse_raw_ids(monkeypatch)
