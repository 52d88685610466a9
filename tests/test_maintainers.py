"""The page for those who carry the code on names what is there."""

import re
from pathlib import Path

import pytest

import simulator

ROOT = Path(__file__).parents[1]
PAGE = (ROOT / "simulator" / "README.md").read_text(encoding="utf-8")
NAMED = sorted(set(re.findall(r"`((?:simulator|scenarios|tests)/[\w./-]+)`", PAGE)))


def test_every_file_it_names_is_there() -> None:
    assert len(NAMED) > 40
    assert [path for path in NAMED if not (ROOT / path).exists()] == []


def test_it_names_every_package_and_no_other() -> None:
    floors = {path.parent.name for path in (ROOT / "simulator").glob("*/__init__.py")}
    section = PAGE[PAGE.index("## The floors") : PAGE.index("## The way of data")]
    assert set(re.findall(r"`simulator/(\w+)`", section)) == floors
    assert simulator.__doc__


def test_no_line_of_a_change_is_left_without_a_file() -> None:
    section = PAGE[PAGE.index("## What one touches") : PAGE.index("## The tests")]
    rows = [line for line in section.splitlines() if line.startswith("| ")][1:]
    assert len(rows) > 20
    assert [row for row in rows if not re.search(r"`(?:simulator|scenarios)/", row)] == []


def row(change: str) -> str:
    (line,) = (line for line in PAGE.splitlines() if line.startswith(f"| {change} |"))
    return line


@pytest.mark.parametrize(
    ("change", "word"),
    [
        ("what is said when something is refused", "refused"),
        ("a sentence of the debrief", "debrief"),
        ("a column of the CSV", "export"),
    ],
)
def test_it_names_every_file_of_words_that_a_sentence_may_stand_in(change: str, word: str) -> None:
    files = sorted((ROOT / "scenarios/library/words").glob("*.yaml"))
    holding = [file.name for file in files if re.search(rf"(?m)^{word}:", file.read_text("utf-8"))]
    assert holding
    assert [name for name in holding if f"words/{name}`" not in row(change)] == []


def test_the_readme_names_no_module_of_casework_that_is_not_there() -> None:
    text = (ROOT / "README.md").read_text("utf-8")
    (line,) = (line for line in text.splitlines() if line.startswith("| `casework` |"))
    named = re.findall(r"`(\w+\.py)`", line)
    assert named
    assert [name for name in named if not (ROOT / "simulator/casework" / name).is_file()] == []
