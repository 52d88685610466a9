import re
from pathlib import Path

import pytest

from simulator.core.texts import placeholders
from simulator.scenario.words import texts

SIMULATOR = Path(__file__).parents[2] / "simulator"
OURS = {id_: text for id_, text in texts().items() if id_.startswith(("plain.", "cli."))}
SOURCE = "\n".join(
    file.read_text("utf-8")
    for folder in ("plain", "cli")
    for file in sorted((SIMULATOR / folder).glob("*.py"))
)


@pytest.mark.parametrize("id_", OURS)
def test_both_languages_say_it_with_the_same_names(id_: str) -> None:
    text = OURS[id_]
    assert text.da != ""
    assert text.en != ""
    assert placeholders(text.da) == placeholders(text.en)


def test_every_word_that_is_asked_for_is_there() -> None:
    asked = set(re.findall(r'"((?:plain|cli)\.[a-z0-9.-]+)"', SOURCE))
    assert len(asked) > 50
    assert asked <= OURS.keys()
