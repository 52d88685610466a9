"""Where the marks of a timeline go in a picture."""

from simulator.debrief.blocks import Lanes
from simulator.export.figures import DEEPEST, MORE, placed

NAMES = (("in", "In"), ("you", "You"), ("system", "System"))


def crowded(marks: int) -> Lanes:
    """A morning in which as many things were done in one minute."""
    return Lanes(480, 720, NAMES, tuple(("you", 500, "o") for _ in range(marks)))


def signs(marks: int) -> list[str]:
    return [mark.text for mark in placed(crowded(marks)).marks]


def test_as_many_marks_as_have_room_stand_under_each_other() -> None:
    assert signs(DEEPEST) == ["o"] * DEEPEST
    assert len({(mark.x, mark.y) for mark in placed(crowded(DEEPEST)).marks}) == DEEPEST


def test_where_there_are_more_a_sign_says_so_and_the_picture_stays_on_its_page() -> None:
    assert signs(DEEPEST + 1) == [*["o"] * (DEEPEST - 1), MORE]
    assert signs(10_000) == signs(DEEPEST + 1)
    assert placed(crowded(10_000)).height == placed(crowded(DEEPEST)).height
