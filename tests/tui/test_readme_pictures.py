"""The pictures of the README are what the program draws today, and ask for nothing from outside."""

import re

import pytest
import textual

from tests.tui.pictures import FOLDER, PICTURES, drawn

every_picture = pytest.mark.parametrize("name", PICTURES)


@every_picture
@pytest.mark.skipif(
    not textual.__version__.startswith("8.2."), reason="the pictures were drawn by Textual 8.2"
)
async def test_a_picture_is_what_the_program_draws(
    name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TEXTUAL_ANIMATIONS", "none")
    monkeypatch.delenv("NO_COLOR", raising=False)
    assert await drawn(name) == (FOLDER / f"{name}.svg").read_text("utf-8")


@every_picture
def test_a_picture_asks_for_nothing_from_outside(name: str) -> None:
    picture = (FOLDER / f"{name}.svg").read_text("utf-8")
    addresses = set(re.findall(r"https?://[^\"')\s]+", picture))
    assert addresses == {"http://www.w3.org/2000/svg"}
    assert "@import" not in picture
    assert "url(http" not in picture
