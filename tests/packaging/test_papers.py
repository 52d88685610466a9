"""What a project has beside its code: on what terms it may be used, and what has changed."""

import re
from hashlib import sha256
from pathlib import Path

import pytest

from simulator import __version__

ROOT = Path(__file__).parents[2]
LICENCE = (ROOT / "LICENSE").read_text("utf-8")
CHANGES = (ROOT / "CHANGELOG.md").read_text("utf-8")
DANISH, ENGLISH = CHANGES.split("\n# ")
RULE = "=" * 80
MPL = "c76f740d1521b9bed9ca7a04ad526c310493c62621b1341d623b431736533b30"
"""The digest of the Mozilla Public License 2.0, without the space around it."""


def test_the_licence_ends_with_the_whole_text_of_the_mozilla_public_license() -> None:
    text = LICENCE.partition(f"{RULE}\n")[2].strip()
    assert text.startswith("Mozilla Public License Version 2.0")
    assert sha256(text.encode()).hexdigest() == MPL


@pytest.mark.parametrize(
    "part",
    [
        "SPDX: MPL-2.0",
        "SPDX: CC-BY-SA-4.0",
        "https://creativecommons.org/licenses/by-sa/4.0/",
        '"scenarios/README.md"',
        "A day you write is yours.",
        "Apache License, Version 2.0",
    ],
)
def test_the_licence_says_first_what_holds_for_what(part: str) -> None:
    assert part in " ".join(LICENCE.partition(RULE)[0].split())


def versions(half: str) -> list[str]:
    return re.findall(r"^## (\d+\.\d+\.\d+), \S.*$", half, re.MULTILINE)


def test_the_version_there_is_stands_among_the_changes_the_newest_first() -> None:
    told = versions(ENGLISH)
    assert __version__ in told
    numbers = [tuple(map(int, version.split("."))) for version in told]
    assert numbers == sorted(numbers, reverse=True)


def test_the_changes_are_told_alike_in_both_languages() -> None:
    kinds = {"Tilføjet": "Added", "Ændret": "Changed", "Rettet": "Fixed", "Fjernet": "Removed"}
    assert versions(DANISH) == versions(ENGLISH)

    def build(half: str) -> list[str]:
        marks = re.findall(r"^(?:### (\w+)|(- ))", half, re.MULTILINE)
        return [kinds.get(kind, kind) or item for kind, item in marks]

    assert set(kinds.values()) & set(build(ENGLISH))
    assert build(DANISH) == build(ENGLISH)
