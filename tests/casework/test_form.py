"""What a command asks for: its blanks, with what is chosen beforehand."""

from collections.abc import Iterator

from simulator.casework.form import Occasion, One, Option, option
from tests.casework.small import a_day


def test_the_only_option_is_chosen_beforehand_and_worked_out_once() -> None:
    asked: list[Occasion] = []

    def pages(at: Occasion) -> Iterator[Option]:
        asked.append(at)
        yield option("income", "Income")

    (blank,) = One("page", pages, preset_only=True).blanks(Occasion(a_day()))
    assert blank.preset == ("income",)
    assert len(asked) == 1


def test_of_several_options_none_is_chosen_beforehand() -> None:
    def pages(_: Occasion) -> Iterator[Option]:
        yield option("income", "Income")
        yield option("home", "Home")

    (blank,) = One("page", pages, preset_only=True).blanks(Occasion(a_day()))
    assert blank.preset == ()
