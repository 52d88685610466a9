from pathlib import Path

import pytest

from simulator.scenario.places import days
from tests.cli.conftest import Shell

BROKEN = """scenario: min-dag
format: 1
language: da
title: {da: Min dag, en: My day}
rule-yaer: 2026
day: {date: 2026-02-02, opens: "08:00", closes: "25:00"}
"""


def test_a_file_that_is_fine_gets_a_kind_line(shell: Shell) -> None:
    danish = shell("scenario", "check", str(days()["opvarmning"]))
    english = shell("scenario", "check", str(days()["opvarmning"]), "--language", "en")
    assert danish.code == english.code == 0
    assert danish.err.startswith("opvarmning.yaml kan spilles: Opvarmning: tre ansøgninger")
    assert english.err.startswith("opvarmning.yaml can be played: Warm-up: three applications")


@pytest.mark.parametrize(
    ("language", "ending"),
    [("da", "fejl står nævnt ovenfor.\n"), ("en", "mistakes are named above.\n")],
)
def test_all_that_is_wrong_is_told_at_once_each_at_its_place(
    shell: Shell, language: str, ending: str
) -> None:
    Path("min-dag.yaml").write_text(BROKEN)
    said = shell("scenario", "check", "min-dag.yaml", "--language", language)
    assert said.code == 1
    lines = said.out.splitlines()
    assert len(lines) > 2
    assert all(line.startswith("min-dag.yaml:") for line in lines)
    assert any(line.startswith("min-dag.yaml:5:1 P0201 ") for line in lines)
    assert said.err.endswith(ending)


def test_playing_a_file_that_is_wrong_tells_the_same(shell: Shell) -> None:
    Path("min-dag.yaml").write_text(BROKEN)
    checked, played = (
        shell("scenario", "check", "min-dag.yaml"),
        shell("play", "min-dag.yaml", "--plain"),
    )
    assert played.code == 1
    assert played.out == ""
    assert played.err == checked.out + checked.err


@pytest.mark.parametrize("name", ["borte.yaml", "."])
@pytest.mark.parametrize("language", ["da", "en"])
def test_a_file_that_cannot_be_read_is_told(shell: Shell, name: str, language: str) -> None:
    said = shell("scenario", "check", name, "--language", language)
    assert said.code == 1
    assert " P011" in said.out


def test_a_file_name_can_do_nothing_to_the_terminal(shell: Shell) -> None:
    said = shell("scenario", "check", "\x1b[31mrød\u202e.yaml")
    assert "\x1b" not in said.out + said.err
    assert "\u202e" not in said.out + said.err
