"""PyYAML reads with a part written in C, or without it: where it is missing, all is the same.

The C part needs libyaml and is missing where nothing ready-made exists for the machine.
"""

import os
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from simulator.scenario import reading
from simulator.scenario.places import days, library, scenarios
from simulator.scenario.reading import Document, read
from tests.scenario.small import edited, wrong
from tests.scenario.test_diagnostics import BROKEN

FILES = sorted(path.relative_to(scenarios()) for path in scenarios().rglob("*.yaml"))
WITHOUT_LIBYAML = """
import sys
sys.modules["yaml._yaml"] = None
import yaml
assert not yaml.__with_libyaml__ and not hasattr(yaml, "CSafeLoader")
from simulator.cli.running import run
sys.exit(run(sys.argv[1:]))
"""


def read_by(reader: type, path: Path, monkeypatch: pytest.MonkeyPatch) -> Document:
    with monkeypatch.context() as patch:
        patch.setattr(reading, "_LOADER", reader)
        return read(path.read_bytes(), path.name)


def test_the_files_are_those_of_the_library_and_of_every_shipped_day() -> None:
    whole = {scenarios() / path for path in FILES}
    assert set(days().values()) < whole
    assert any(path.is_relative_to(library()) for path in whole)


@pytest.mark.parametrize("file", FILES, ids=str)
def test_both_readers_find_the_same_values_at_the_same_places(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = scenarios() / file
    fast = read_by(yaml.CSafeLoader, path, monkeypatch)
    assert fast.value
    assert read_by(yaml.SafeLoader, path, monkeypatch) == fast


@pytest.mark.parametrize("code", BROKEN)
def test_both_readers_find_the_same_mistakes(code: str, monkeypatch: pytest.MonkeyPatch) -> None:
    text = edited((BROKEN[code]["instead-of"], BROKEN[code]["write"]))
    found = []
    for reader in (yaml.CSafeLoader, yaml.SafeLoader):
        monkeypatch.setattr(reading, "_LOADER", reader)
        found.append([(one.code, one.place) for one in wrong(text)])
    assert found[0]
    assert found[0] == found[1]


@pytest.mark.slow
@pytest.mark.parametrize(
    ("asked", "said"),
    [
        (["--help"], "praksishus"),
        (["play", "opvarmning", "--plain", "--language", "da"], "Nordvig Kommune"),
    ],
)
def test_without_libyaml_the_program_helps_and_a_day_begins(
    asked: list[str], said: str, tmp_path: Path
) -> None:
    ran = subprocess.run(
        [sys.executable, "-c", WITHOUT_LIBYAML, *asked],
        env={**os.environ, "PRAKSISHUS_HOME": str(tmp_path)},
        input="",
        capture_output=True,
        text=True,
    )
    assert ran.returncode == 0, ran.stderr
    assert said in ran.stdout
