"""What is the program's own is not looked through again as a day opens: here it is, every day."""

import pytest

from simulator.scenario.loading import load
from simulator.scenario.places import days
from simulator.scenario.resolving.source import Source


@pytest.mark.parametrize("day", sorted(days()))
def test_all_of_the_programs_own_library_stands_the_checks(
    day: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened = load(days()[day])
    asked: list[tuple[tuple[str, ...], ...]] = []

    def touched(source: Source, *paths: tuple[str, ...]) -> bool:
        asked.append(paths)
        return False

    monkeypatch.setattr(Source, "untouched", touched)
    looked_through = load(days()[day])
    assert asked
    assert looked_through.notes == opened.notes
    assert looked_through.opening == opened.opening
