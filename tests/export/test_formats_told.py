"""Every format and share is told of wherever people look: in the README, the manual, both faces."""

import re
from pathlib import Path

import pytest

from simulator.debrief.imprint import SHARES
from simulator.export.writing import KINDS
from simulator.scenario.words import texts

ROOT = Path(__file__).parents[2]


@pytest.mark.parametrize("page", ["README.md", "scenarios/README.md"])
def test_the_pages_name_every_format_in_both_languages(page: str) -> None:
    said = (ROOT / page).read_text("utf-8")
    lists = re.findall(r"praksishus export .* --to ([a-z,-]+)", said)
    for kind in KINDS:
        assert sum(kind in one.split(",") for one in lists) >= 2, kind
    assert {one for named in lists for one in named.split(",")} <= set(KINDS)


def test_the_manual_says_how_to_share_and_what_is_asked_about_words() -> None:
    said = (ROOT / "scenarios/README.md").read_text("utf-8")
    for option in ("--share", "--contests", "--words", "--words-as-they-are"):
        assert said.count(f"`{option}`") + said.count(f" {option}") >= 2, option
    assert set(re.findall(r"--share ([a-z]+)", said)) <= set(SHARES)


@pytest.mark.parametrize("kind", KINDS)
def test_every_format_has_its_words_on_both_faces(kind: str) -> None:
    assert {f"plain.kind.{kind}", f"debrief-screens.out.{kind}"} <= texts().keys()


@pytest.mark.parametrize("share", SHARES)
def test_every_share_has_its_words_on_both_faces(share: str) -> None:
    words = {f"export.share.{share}.name", f"export.share.{share}.says"}
    assert {*words, f"debrief-screens.out.{share}"} <= texts().keys()
