"""Equal seed and commands are equal bytes, whatever the machine, its clock and its settings."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from simulator.store.codec import encode
from simulator.store.engine import open_store
from simulator.store.session import sessions
from tests.store.days import EVERY_DAY, a_script, the_day, the_log

pytestmark = pytest.mark.slow

ROOT = Path(__file__).parents[2]


def written(folder: Path, year: int, scenario: str = "", **machine: str) -> bytes:
    """The log as a process of its own writes it, in a folder, a year and an environment."""
    folder.mkdir()
    command = [sys.executable, "-m", "tests.store.writing", str(folder / "s.sqlite"), str(year)]
    environment = {**os.environ, "PYTHONPATH": str(ROOT), **machine}
    ran = subprocess.run(
        [*command, *filter(None, [scenario])],
        cwd=folder,
        env=environment,
        capture_output=True,
        check=True,
    )
    return ran.stdout


def made_here(scenario: str) -> bytes:
    """The log as it is made here, with no store at all."""
    opening, town = the_day(scenario)
    events = the_log(opening, town, a_script(opening, town))
    return "".join(f"{one.kind} {encode(one)}\n" for one in events).encode()


@EVERY_DAY
@pytest.mark.parametrize(
    ("year", "machine"),
    [
        (2026, {"PYTHONHASHSEED": "0"}),
        (1999, {"PYTHONHASHSEED": "1", "TZ": "Pacific/Kiritimati", "LC_ALL": "C"}),
        (2038, {"PYTHONHASHSEED": "4711", "TZ": "America/Adak", "LC_ALL": "da_DK.UTF-8"}),
        (2077, {"PYTHONHASHSEED": "random", "LANG": "tr_TR.UTF-8", "PYTHONUTF8": "0"}),
    ],
)
def test_equal_choices_are_equal_bytes(
    tmp_path: Path, scenario: str, year: int, machine: dict[str, str]
) -> None:
    folder = tmp_path / f"et sted {year}"
    assert written(folder, year, scenario, **machine) == made_here(scenario)
    store = open_store(folder / "s.sqlite")
    assert sessions(store)[0].played_on.startswith(str(year))
    store.close()


def test_nothing_of_the_player_the_machine_or_real_time_is_in_the_log(
    tmp_path: Path,
) -> None:
    said = written(tmp_path / "here", 2031)
    store = open_store(tmp_path / "here" / "s.sqlite")
    (session,) = sessions(store)
    for private in (session.id, session.played_on, "2031", str(tmp_path), "Øjeblik"):
        assert private.encode() not in said
    store.close()
