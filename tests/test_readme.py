"""What the README says is so: its commands, days, floors and pictures are those of the program."""

import re
import subprocess
import tomllib
from pathlib import Path
from typing import Any

import pytest
import yaml

from simulator.cli.app import command
from simulator.core.clock import clock_text
from simulator.scenario.places import days, library
from simulator.store.engine import default_path
from tests.shipped import shipped
from tests.tui.pictures import PICTURES

ROOT = Path(__file__).parents[1]
PROGRAM = ".venv/bin/praksishus"
README = (ROOT / "README.md").read_text("utf-8")
DANISH, ENGLISH, MAINTAINERS = re.split(r"^# In English$|^# For maintainers$", README, flags=re.M)
HALVES = {"da": DANISH, "en": ENGLISH}

every_half = pytest.mark.parametrize("half", HALVES.values(), ids=HALVES)


def blocks(text: str = README) -> list[str]:
    """The commands of the README, one a line of a code block."""
    found = re.findall(r"```sh\n(.*?)```", text, re.DOTALL)
    return [line for block in found for line in block.splitlines() if line.strip()]


def rows(text: str, first: str) -> list[list[str]]:
    """The rows of the table whose first heading is a word."""
    (found,) = re.findall(rf"^\| {first} \|.*\n\| ---.*\n((?:\|.*\n)+)", text, re.MULTILINE)
    return [[one.strip() for one in line.strip("|").split("|")] for line in found.splitlines()]


def test_the_first_two_commands_do_all_set_up() -> None:
    play, tests = dict.fromkeys(line for line in blocks() if line.startswith("python3 -m venv"))
    assert play.endswith("&& .venv/bin/praksishus")
    assert tests.endswith("&& .venv/bin/pytest")


@pytest.mark.slow
def test_the_build_runs_the_test_command_as_it_stands() -> None:
    script = (ROOT / ".ci" / "run").read_text("utf-8")
    (found,) = re.findall(r"^command=\$\((.*)\)$", script, re.MULTILINE)
    told = subprocess.run(
        ["bash", "-c", found], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert told.stdout.strip() in blocks()
    assert told.stdout.strip().endswith(".venv/bin/pytest")


@pytest.mark.parametrize(
    "line", dict.fromkeys(one for one in blocks() if one.startswith(f"{PROGRAM} "))
)
def test_every_command_of_the_readme_is_one_of_the_programs(line: str) -> None:
    known: Any = command()
    words = line.split()[1:]
    while words and words[0] in getattr(known, "commands", {}):
        known = known.commands[words.pop(0)]
    assert known.name != command().name, line
    with known.make_context(known.name, words):  # raises for what it does not take
        pass


def test_both_halves_give_the_same_commands() -> None:
    def bare(half: str) -> list[str]:
        return [
            re.sub(" --language en", "", one).replace("my-day", "min-dag") for one in blocks(half)
        ]

    assert bare(DANISH) == bare(ENGLISH)


@every_half
def test_the_table_of_days_is_that_of_the_days(half: str) -> None:
    told = {row[0].strip("`"): row[1:] for row in rows(half, "(?:dag|day)")}
    assert told.keys() == days().keys()
    for day, path in days().items():
        opening = shipped(day).opening
        written = yaml.safe_load(path.read_text("utf-8"))
        hours = f"{clock_text(opening.opens)}–{clock_text(opening.closes)}"
        counts = (
            opening.class_minutes,
            len(written["cases"]) + sum(one["count"] for one in written.get("workload", ())),
            len(written["landscape"]["use"]),
            written["municipality"]["citizens"],
        )
        assert [told[day][0].replace(".", ":"), *told[day][1:]] == [hours, *map(str, counts)]


@every_half
def test_every_system_is_named(half: str) -> None:
    files = (library() / "systems").glob("*.yaml")
    names = [yaml.safe_load(one.read_text("utf-8"))["name"]["en"] for one in files]
    assert [name for name in names if name not in half] == []


@every_half
def test_there_are_as_many_kinds_of_cases_as_are_told_of(half: str) -> None:
    (told,) = re.findall(
        r"\*\*(?:Sager|Cases)\*\* (?:af|of) (\w+) .*?: ([^.]*)", " ".join(half.split())
    )
    assert told[0] in ("syv", "seven")
    assert len(re.split(r", and |, | og ", told[1])) == 7
    assert len([*(library() / "case-types").glob("*.yaml")]) == 7


def test_the_sessions_lie_where_is_said(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("PRAKSISHUS_HOME", str(tmp_path))
    assert default_path().parent == tmp_path
    for half in HALVES.values():
        assert f"`{default_path().name}`" in half
        assert "`PRAKSISHUS_HOME`" in half


def test_the_floors_are_those_that_are_held() -> None:
    build = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    layers = next(
        one["layers"] for one in build["tool"]["importlinter"]["contracts"] if "layers" in one
    )
    told = [row[0].replace("`", "").replace(", ", " | ") for row in rows(MAINTAINERS, "floor")]
    assert told == [*reversed(layers)]


def test_every_picture_that_is_drawn_is_shown() -> None:
    shown = re.findall(r"^!\[[^]]+\]\(tests/pictures/(.*)\.svg\)$", README, re.MULTILINE)
    assert sorted(shown) == sorted(PICTURES)
    assert {one.stem for one in (ROOT / "tests" / "pictures").glob("*.svg")} == set(PICTURES)


@pytest.mark.parametrize("path", re.findall(r"\]\(([^)#:]+)(?:#[^)]*)?\)", README))
def test_everything_the_readme_points_at_is_there(path: str) -> None:
    assert (ROOT / path).exists()
