"""A town is stored once it is drawn: a session that has begun never asks Faker again."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.conftest import Shell

pytestmark = pytest.mark.slow

WITHOUT_FAKER = """
import sys
sys.modules["faker"] = None
from simulator.cli.running import run
sys.exit(run(sys.argv[1:]))
"""


def run(home: Path, *arguments: str, typed: str = "") -> subprocess.CompletedProcess[str]:
    """Run the program in a process that cannot import Faker."""
    return subprocess.run(
        [sys.executable, "-c", WITHOUT_FAKER, *arguments, "--language", "en"],
        env={**os.environ, "PRAKSISHUS_HOME": str(home)},
        input=typed,
        capture_output=True,
        text=True,
    )


@pytest.fixture
def begun(shell: Shell) -> str:
    """The name of a session of a shipped day."""
    assert shell("play", "opvarmning", "--plain", typed="accept_prebrief\n").code == 0
    return shell("sessions").out.split()[0]


def test_a_new_town_needs_faker(home: Path) -> None:
    assert run(home, "play", "opvarmning", "--plain").returncode != 0


def test_a_stored_session_goes_on_and_is_debriefed_without_faker(begun: str, home: Path) -> None:
    went_on = run(home, "sessions", "continue", begun, "--plain", typed="go_home\n1\n0\n")
    assert went_on.returncode == 0, went_on.stderr
    debriefed = run(home, "debrief", begun, "--plain")
    assert debriefed.returncode == 0, debriefed.stderr
    assert debriefed.stdout


def test_a_session_file_goes_to_another_machine_without_faker(
    begun: str, home: Path, tmp_path: Path
) -> None:
    file = tmp_path / "here" / "begun.praksis"
    sent = run(home, "sessions", "export", begun, "--output", str(file))
    assert sent.returncode == 0, sent.stderr
    elsewhere = tmp_path / "elsewhere"
    taken_in = run(elsewhere, "sessions", "import", str(file))
    assert taken_in.returncode == 0, taken_in.stderr
    went_on = run(elsewhere, "sessions", "continue", begun, "--plain")
    assert went_on.returncode == 0, went_on.stderr
