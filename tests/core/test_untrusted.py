import pytest
from hypothesis import given
from hypothesis import strategies as st

from simulator.core.untrusted import clean


@pytest.mark.parametrize(
    ("hostile", "shown"),
    [
        ("\x1b[31mrød\x1b[0m", "[31mrød[0m"),
        ("bank\u202egro.elpmaxe", "bankgro.elpmaxe"),
        ("us\u200bynlig", "usynlig"),
        ("to\r\nlinjer", "to  linjer"),
        ("\x07\x00\x9b1A", "1A"),
        ("[@click=app.quit]x[/]", "[@click=app.quit]x[/]"),
        ("blåbærgrød – «æøå»", "blåbærgrød – «æøå»"),
    ],
)
def test_hostile_text_is_shown_as_text(hostile: str, shown: str) -> None:
    assert clean(hostile) == shown


def test_line_breaks_are_kept_where_lines_are_wanted() -> None:
    assert clean("en\nto\u2028tre", lines=True) == "en\nto\ntre"


@given(st.text())
def test_cleaning_twice_is_cleaning_once(text: str) -> None:
    assert clean(clean(text)) == clean(text)


@given(st.text())
def test_nothing_unprintable_gets_through(text: str) -> None:
    assert all(
        character.isprintable() or character == "\u00a0" or character.isspace()
        for character in clean(text)
    )
