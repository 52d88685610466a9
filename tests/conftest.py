"""What holds for every test: which tier it is in, and that it keeps no clock of its own."""

import gc
import sys
from collections.abc import Generator

import pytest
from hypothesis import settings

from tests.tiers import starts_a_process, watch

settings.register_profile("praksishus", deadline=None)  # a busy machine is no mistake
settings.load_profile("praksishus")

sys.addaudithook(starts_a_process)

SELDOM = (50_000, 20, 50)
"""How seldom the garbage collector looks during quick tests, which leave little for it to find
among much that stays: at Python's own thresholds it takes a fifth of their time."""
OFTEN = gc.get_threshold()


@pytest.hookimpl(wrapper=True, tryfirst=True)
def pytest_runtest_protocol(item: pytest.Item) -> Generator[None, object, object]:
    """Watch that a test of the quick tier, its fixtures included, starts no process."""
    gc.set_threshold(*(OFTEN if item.get_closest_marker("slow") else SELDOM))
    with watch(item):
        return (yield)


@pytest.fixture(autouse=True)
def _benchmarks_are_slow(request: pytest.FixtureRequest) -> None:
    """Refuse to measure in the quick tier, where tests run side by side."""
    if "benchmark" in request.fixturenames and not request.node.get_closest_marker("slow"):
        pytest.fail("a benchmark belongs to the slow tier: mark it slow")
