import pytest

from tests.debrief.logs import Log
from tests.raw_ids import refuse_raw_ids


@pytest.fixture(autouse=True)
def _no_raw_ids(monkeypatch: pytest.MonkeyPatch) -> None:
    """No id is shown in place of its word."""
    refuse_raw_ids(monkeypatch)


@pytest.fixture
def log() -> Log:
    """A log in which a case has come and was opened."""
    log = Log()
    log.arrives()
    return log
