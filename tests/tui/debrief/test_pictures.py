"""The pictures and tables of a debrief in characters."""

import pytest

from simulator.debrief.blocks import Lanes, Rungs
from simulator.tui.debrief.pictures import draw_key, draw_ladder, draw_timeline
from simulator.tui.debrief.tables import ruled

NAMES = (("in", "Ind"), ("you", "Dig"), ("system", "System"))
LEVELS = ("0 i hånden", "1 samler", "2 viser vej", "3 foreslår", "4 afgør")


def timeline(*marks: tuple[str, int, str]) -> Lanes:
    return Lanes(480, 720, NAMES, marks)


def mark(minute: int, lane: str = "you", sign: str = "o") -> tuple[str, int, str]:
    return lane, minute, sign


def lines(drawn: object) -> list[str]:
    return str(drawn).split("\n")


@pytest.mark.parametrize("width", [60, 78, 158])
def test_every_mark_is_on_the_timeline_once(width: int):
    marks = [mark(480 + n * 7 % 240, lane) for lane in ("in", "you", "system") for n in range(40)]
    drawn = lines(draw_timeline(timeline(*marks), width))
    assert sum(line[9:].count("o") for line in drawn[1:]) == len(marks)
    assert max(map(len, drawn)) <= width


def test_a_mark_stands_under_its_hour():
    drawn = lines(draw_timeline(timeline(mark(600)), 78))
    you = next(line for line in drawn if line.startswith("Dig"))
    assert you.index("o", 9) == drawn[0].index("10")


def test_marks_of_the_same_minute_stand_under_each_other():
    marks = [mark(500), mark(500, sign="A")]
    drawn = lines(draw_timeline(timeline(*marks), 78))
    first = next(number for number, line in enumerate(drawn) if line.startswith("Dig"))
    assert drawn[first].index("o", 9) == drawn[first + 1].index("A", 9)


def test_every_sign_of_a_key_stands_before_its_word():
    key = str(draw_key([("o", "opslag"), ("3", "systemet foreslog")], 78))
    assert "o opslag" in key
    assert "3 systemet foreslog" in key


@pytest.mark.parametrize("width", [60, 78, 158])
def test_the_ladder_has_one_mark_for_every_step_that_was_done(width: int):
    steps = (
        ("finde", 1, "skærmen"),
        ("beregne", 4, "systemet, med reglen fra 2024"),
        ("udbetale", None, "så langt kom sagen ikke"),
    )
    drawn = lines(draw_ladder(Rungs(LEVELS, steps, "Hvem bestemte?"), width))
    assert sum(line.count("●") for line in drawn) == 2
    assert max(map(len, drawn)) <= width
    assert "systemet, med reglen fra 2024" in " ".join(" ".join(drawn).split())
    said = " ".join(drawn)
    assert all(level in said for level in LEVELS)


@pytest.mark.parametrize("width", [40, 78, 158])
def test_a_long_cell_is_folded_within_its_column(width: int):
    long = "et to tre fire fem seks syv otte ni ti elleve tolv tretten fjorten femten"
    drawn = lines(ruled(("A", "B"), [("1", long), ("2", "kort")], width))
    assert max(map(len, drawn)) <= width
    assert " ".join(" ".join(line[3:] for line in drawn[2:]).split()) == f"{long} kort"
    assert all(line[:3] in ("1  ", "2  ", "   ") for line in drawn[2:])


HEADS = ("Oplysning", "Fra", "Viste", "Indberettet", "Sandt den dag")
ROW = ("Indkomst pr. måned (partner)", "eIndkomst", "24.310\u00a0kr.", "30. december 2025", "x")


@pytest.mark.parametrize("width", [60, 78, 98])
def test_a_line_is_broken_between_words_as_long_as_there_is_room_for_them(width: int):
    drawn = lines(ruled(HEADS, [ROW], width))
    assert max(map(len, drawn)) <= width
    words = " ".join(drawn).split(" ")
    assert {"eIndkomst", "24.310\u00a0kr.", "Oplysning", "(partner)"} <= set(words)


def test_a_row_is_told_in_lines_where_its_words_have_no_room_beside_each_other():
    assert lines(ruled(HEADS, [ROW], 40)) == [
        "Indkomst pr. måned (partner)",
        "  Fra: eIndkomst; Viste: 24.310\u00a0kr.;",
        "  Indberettet: 30. december 2025; Sandt",
        "  den dag: x",
    ]
