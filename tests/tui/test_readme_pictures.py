"""The pictures of the README are what the program draws today, and ask for nothing from outside."""

import re

import pytest

from tests.tui.drawn_by import same_textual
from tests.tui.pictures import FOLDER, PICTURES, drawn

every_picture = pytest.mark.parametrize("name", PICTURES)


@every_picture
@pytest.mark.usefixtures("textual_of_the_pictures")
async def test_a_picture_is_what_the_program_draws(
    name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TEXTUAL_ANIMATIONS", "none")
    monkeypatch.delenv("NO_COLOR", raising=False)
    assert await drawn(name) == (FOLDER / f"{name}.svg").read_text("utf-8")


def test_another_textual_is_told_of_and_never_passed_over(monkeypatch: pytest.MonkeyPatch) -> None:
    same_textual()
    monkeypatch.setattr("textual.__version__", "8.3.0")
    with pytest.raises(pytest.fail.Exception, match=r"drawn by Textual 8\.2, .* 8\.3\.0 .* every"):
        same_textual()


@every_picture
def test_a_picture_asks_for_nothing_from_outside(name: str) -> None:
    picture = (FOLDER / f"{name}.svg").read_text("utf-8")
    addresses = set(re.findall(r"https?://[^\"')\s]+", picture))
    assert addresses == {"http://www.w3.org/2000/svg"}
    assert "@import" not in picture
    assert "url(http" not in picture
