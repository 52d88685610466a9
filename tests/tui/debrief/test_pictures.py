import pytest

from simulator.core.texts import Phrase
from simulator.debrief.ladder import Ladder, Rung
from simulator.debrief.timeline import Mark, Timeline
from simulator.scenario.words import teller
from simulator.tui.debrief.pictures import draw_key, draw_ladder, draw_timeline
from simulator.tui.debrief.tables import ruled

SAY = teller("da")


def timeline(*marks: Mark) -> Timeline:
    return Timeline(480, 720, marks, Phrase("debrief.timeline.caption"))


def mark(minute: int, lane: str = "you", what: str = "record.opened") -> Mark:
    return Mark(lane, minute, what, minute, None)  # type: ignore[arg-type]


def lines(drawn: object) -> list[str]:
    return str(drawn).split("\n")


@pytest.mark.parametrize("width", [60, 78, 158])
def test_every_mark_is_on_the_timeline_once(width: int):
    marks = [mark(480 + n * 7 % 240, lane) for lane in ("in", "you", "system") for n in range(40)]
    drawn = lines(draw_timeline(timeline(*marks), SAY, width))
    assert sum(line[9:].count("o") for line in drawn[1:]) == len(marks)
    assert max(map(len, drawn)) <= width


def test_a_mark_stands_under_its_hour():
    drawn = lines(draw_timeline(timeline(mark(600)), SAY, 78))
    you = next(line for line in drawn if line.startswith("Dig"))
    assert you.index("o", 9) == drawn[0].index("10")


def test_marks_of_the_same_minute_stand_under_each_other():
    marks = [mark(500), mark(500, what="decision.made")]
    drawn = lines(draw_timeline(timeline(*marks), SAY, 78))
    first = next(number for number, line in enumerate(drawn) if line.startswith("Dig"))
    assert drawn[first].index("o", 9) == drawn[first + 1].index("A", 9)


def test_a_sign_is_never_without_its_word():
    marks = [mark(500), mark(510, what="level-3", lane="system")]
    key = str(draw_key(timeline(*marks), SAY, 78))
    assert "o opslag" in key
    assert "3 systemet foreslog" in key


@pytest.mark.parametrize("width", [60, 78, 158])
def test_the_ladder_has_one_mark_for_every_step_that_was_done(width: int):
    rungs = (
        Rung("find", 1, Phrase("debrief.who.screen"), 4),
        Rung("calculate", 4, Phrase("debrief.who.rule", {"year": "2024"}), 9),
        Rung("pay", None, Phrase("debrief.who.not-reached"), None),
    )
    drawn = lines(draw_ladder(Ladder("S-1", Phrase("x"), rungs), SAY, width))
    assert sum(line.count("●") for line in drawn) == 2
    assert max(map(len, drawn)) <= width
    assert "systemet, med reglen fra 2024" in " ".join(" ".join(drawn).split())
    said = " ".join(drawn)
    assert all(SAY(f"level.{level}") in said for level in range(5))


@pytest.mark.parametrize("width", [40, 78, 158])
def test_a_long_cell_is_folded_within_its_column(width: int):
    long = "et to tre fire fem seks syv otte ni ti elleve tolv tretten fjorten femten"
    drawn = lines(ruled(("A", "B"), [("1", long), ("2", "kort")], width, (0, 1)))
    assert max(map(len, drawn)) <= width
    assert " ".join(" ".join(line[3:] for line in drawn[2:]).split()) == f"{long} kort"
    assert all(line[:3] in ("1  ", "2  ", "   ") for line in drawn[2:])


@pytest.mark.parametrize("width", [60, 78, 98])
def test_a_line_is_broken_between_words_as_long_as_there_is_room_for_them(width: int):
    rows = [("Indkomst pr. måned (partner)", "eIndkomst", "24.310 kr.", "30. december 2025", "x")]
    heads = ("Oplysning", "Fra", "Viste", "Indberettet", "Sandt den dag")
    drawn = lines(ruled(heads, rows, width, (4, 2, 3, 0, 3)))
    assert max(map(len, drawn)) <= width
    words = " ".join(drawn).split()
    assert {"eIndkomst", "24.310", "Oplysning", "(partner)"} <= set(words)
