from pathlib import Path

import pytest


@pytest.hookimpl(tryfirst=True)  # before those that are not asked for are left out
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Every benchmark is of the slow tier."""
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker("slow")
