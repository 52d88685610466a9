"""How wide the columns of a table are on paper."""

import pytest

from simulator.debrief.blocks import Table
from simulator.export.columns import EDGES, LETTER, column_widths

ACROSS = 17.0


def table(*rows: tuple[str, ...]) -> Table:
    return Table("caption", tuple("abc"[: len(rows[0])]), rows)


def room(word: str) -> float:
    return len(word) * LETTER + EDGES


@pytest.mark.parametrize(
    "rows",
    [
        [("1", "2", "3")],
        [("kl.\u00a008.00", "a case", "a long sentence that goes on " * 5)],
        [("x" * 80, "y" * 80, "z")],
        [("x" * 500, "y", "z")],
    ],
)
def test_they_fill_the_page_and_no_more(rows: list[tuple[str, ...]]) -> None:
    widths = column_widths(table(*rows), ACROSS)
    assert sum(widths) == pytest.approx(ACROSS)
    assert min(widths) > 0


def test_no_word_is_broken_where_there_is_room() -> None:
    row = ("kl.\u00a008.00", "dagtilbudsbekendtgørelsen § 27", "words and more words " * 20)
    widths = column_widths(table(row), ACROSS)
    for width, cell in zip(widths, row, strict=True):
        assert width >= max(map(room, cell.split(" "))) - 1e-9


def test_where_there_is_not_only_the_longest_is_broken() -> None:
    widths = column_widths(table(("Hændelse", "x" * 200, "borgeren")), ACROSS)
    assert widths[0] == pytest.approx(room("Hændelse"))
    assert widths[2] == pytest.approx(room("borgeren"))


def test_the_column_with_most_in_it_is_the_widest() -> None:
    few, many, none = column_widths(table(("one two", "one two three four " * 9, "")), ACROSS)
    assert many > few > none
