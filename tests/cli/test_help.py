import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from simulator import __version__
from simulator.cli.app import command
from simulator.debrief.imprint import SHARES
from simulator.export.writing import KINDS
from simulator.scenario.words import texts
from tests.cli.conftest import Shell

ROOT = Path(__file__).parents[2]
HEAVY = {
    "textual", "sqlmodel", "sqlalchemy", "pydantic", "faker", "rich", "jinja2", "babel", "docx",
    "resvg_py",
}  # fmt: skip


def every(found: Any, path: tuple[str, ...] = ()) -> Iterator[tuple[tuple[str, ...], Any]]:
    """Every command with the words that name it."""
    yield path, found
    for name, inner in getattr(found, "commands", {}).items():
        yield from every(inner, (*path, name))


PATHS = [path for path, _ in every(command())]


@pytest.mark.parametrize("path", PATHS, ids=" ".join)
@pytest.mark.parametrize("language", ["da", "en"])
def test_every_command_helps_in_both_languages(
    shell: Shell, path: tuple[str, ...], language: str
) -> None:
    said = shell(*path, "--help", "--language", language)
    assert said.code == 0
    assert said.err == ""
    assert said.out.startswith({"da": "Brug: praksishus", "en": "Usage: praksishus"}[language])
    assert {"da": "Vis denne hjælp.", "en": "Show this help."}[language] in said.out
    assert {"da": "Slutkoder:", "en": "Exit codes:"}[language] in said.out
    assert "cli." not in said.out


def test_every_option_and_argument_has_its_word() -> None:
    commands = [*every(command())]
    assert any(found.params for _, found in commands)
    for path, found in commands:
        assert f"cli.command.{'-'.join(path) or 'praksishus'}" in texts()
        for one in found.params:
            word = one.name.replace("_", "-")
            assert f"cli.{one.param_type_name}.{word}" in texts(), (path, one.name)


def test_what_one_writes_is_named_in_the_language_of_the_help(shell: Shell) -> None:
    danish = shell("sessions", "export", "--help", "--language", "da").out
    assert danish.startswith("Brug: praksishus sessions export [TILVALG] KODE")
    assert "--output FIL|MAPPE" in danish
    english = shell("sessions", "export", "--help", "--language", "en").out
    assert english.startswith("Usage: praksishus sessions export [OPTIONS] CODE")
    assert "--output FILE|FOLDER" in english


FEW = [["--help"], ["--help", "--language", "en"], ["--version"]]
MORE = [[], *([*path, "--help"] for path in PATHS), ["plya"], ["play", "--plian"], ["play", "nej"]]


@pytest.mark.slow
@pytest.mark.parametrize(
    ("asked", "heavy"),
    [(FEW, HEAVY), (MORE, HEAVY - {"pydantic"})],  # typer checks a command's options with pydantic
)
def test_help_and_mistakes_load_nothing_that_is_heavy(
    asked: list[list[str]], heavy: set[str]
) -> None:
    program = (
        "import sys\nfrom simulator.cli.running import run\n"
        f"for arguments in {asked}:\n    assert run(arguments) in (0, 1, 2)\n"
        "sys.stdout.write(' '.join({name.partition('.')[0] for name in sys.modules}))"
    )
    ended = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True)
    assert ended.returncode == 0, ended.stderr
    assert not heavy & set(ended.stdout.splitlines()[-1].split())


def test_the_version_is_data(shell: Shell) -> None:
    assert shell("--version").out == f"praksishus {__version__}\n"


@pytest.mark.slow
def test_the_program_is_also_a_module(home: Path) -> None:
    ended = subprocess.run(
        [sys.executable, "-m", "simulator", "--version"], capture_output=True, text=True, cwd=ROOT
    )
    assert (ended.returncode, ended.stdout) == (0, f"praksishus {__version__}\n")


def test_help_has_no_boxes_and_no_colours(shell: Shell) -> None:
    assert re.search(r"[\x1b\u2500-\u259f]", shell("--help").out) is None


def test_the_help_of_export_names_every_format_and_share_of_the_tables(shell: Shell) -> None:
    said = " ".join(shell("export", "--help").out.split())
    assert ", ".join(KINDS) in said
    assert ", ".join(SHARES) in said
