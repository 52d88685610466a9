"""What the README says is so: its commands are those of the program and of the build."""

import re
import subprocess
from pathlib import Path

import pytest

from simulator.cli.app import command

ROOT = Path(__file__).parents[1]
PROGRAM = ".venv/bin/praksishus"
README = (ROOT / "README.md").read_text("utf-8")


def blocks() -> list[str]:
    """The commands of the README, one a line of a code block."""
    found = re.findall(r"```sh\n(.*?)```", README, re.DOTALL)
    return [line for block in found for line in block.splitlines() if line.strip()]


def test_the_first_two_commands_do_all_set_up() -> None:
    play, tests = [line for line in blocks() if line.startswith("python3 -m venv")]
    assert play.endswith("&& .venv/bin/praksishus")
    assert tests.endswith("&& .venv/bin/pytest")


def test_the_build_runs_the_test_command_as_it_stands() -> None:
    script = (ROOT / ".ci" / "run").read_text("utf-8")
    (found,) = re.findall(r"^command=\$\((.*)\)$", script, re.MULTILINE)
    told = subprocess.run(
        ["bash", "-c", found], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert told.stdout.strip() in blocks()
    assert told.stdout.strip().endswith(".venv/bin/pytest")


@pytest.mark.parametrize("line", [one for one in blocks() if one.startswith(PROGRAM)])
def test_every_command_of_the_readme_is_one_of_the_programs(line: str) -> None:
    known, words = command(), line.split()[1:]
    while words and words[0] in getattr(known, "commands", {}):
        known = known.commands[words.pop(0)]
    options = {name for one in known.params for name in one.opts}
    arguments = [one for one in known.params if not one.opts[0].startswith("-")]
    assert known.name != command().name, line
    assert {word for word in words if word.startswith("--")} <= options
    assert len([word for word in words if not word.startswith("--")]) >= len(arguments)


@pytest.mark.parametrize("path", re.findall(r"\]\(([^)#:]+)\)", README))
def test_everything_the_readme_points_at_is_there(path: str) -> None:
    assert (ROOT / path).exists()
