"""The quick tier starts no process; the slow one is bounded, and the build runs both."""

import os
import re
import subprocess
import sys
import tomllib
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.processes import running

ROOT = Path(__file__).parents[1]
BUILD: dict[str, Any] = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
OPTIONS: dict[str, Any] = BUILD["tool"]["pytest"]["ini_options"]


@pytest.mark.parametrize(
    "start",
    [
        lambda: subprocess.run([sys.executable, "--version"], check=True),
        lambda: os.system("true"),
        lambda: os.posix_spawn(sys.executable, [sys.executable, "--version"], {}),
        lambda: os.fork(),
        lambda: os.forkpty(),
    ],
    ids=["run", "system", "posix_spawn", "fork", "forkpty"],
)
def test_a_quick_test_cannot_start_a_process(start: Callable[[], object]) -> None:
    with pytest.raises(pytest.fail.Exception, match="mark it slow"):
        start()


@pytest.mark.slow
def test_a_slow_test_can() -> None:
    assert subprocess.run([sys.executable, "--version"], capture_output=True).returncode == 0


@pytest.mark.slow
def test_what_a_test_has_started_is_ended_where_the_test_fails() -> None:
    def fails() -> None:
        with running([sys.executable, "-c", "input()"], stdin=subprocess.PIPE) as process:
            started.append(process)
            raise AssertionError("the test fails here")

    started: list[subprocess.Popen[bytes]] = []
    with pytest.raises(AssertionError, match="fails here"):
        fails()
    assert started[0].returncode is not None


def test_the_test_command_leaves_the_slow_tier_out_and_every_test_has_a_limit() -> None:
    assert "-m 'not slow'" in OPTIONS["addopts"]
    assert [marker.partition(":")[0] for marker in OPTIONS["markers"]] == ["slow"]
    assert OPTIONS["timeout"] > 0


def test_the_build_runs_the_slow_tier_after_the_quick_one_and_then_measures() -> None:
    script = (ROOT / ".ci" / "run").read_text("utf-8")
    lines = re.findall(r"^(?:bash|\.venv/bin/pytest) .*", script, re.MULTILINE)
    assert lines == [
        'bash -euo pipefail -c "$command"',
        ".venv/bin/pytest -q -m slow --ignore=tests/benchmarks",
        ".venv/bin/pytest -q -m slow -n0 tests/benchmarks",
    ]
