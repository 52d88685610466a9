"""Numbers as people write them, and as screens print them."""

import pytest

from simulator.core.numbers import LONGEST, Decimals, Grouped, ore, whole
from simulator.core.texts import LANGUAGES, Language, Measure, Phrase
from simulator.scenario.words import teller

AMOUNTS = {
    "18200": 18_200_00,
    "18.200": 18_200_00,
    "18,200": 18_200_00,
    "18 200": 18_200_00,
    "18\u00a0200": 18_200_00,
    "18\u202f200": 18_200_00,
    "18.200 kr.": 18_200_00,
    "18.200\u00a0kr.": 18_200_00,
    "18.200 kr": 18_200_00,
    "18.200 kroner": 18_200_00,
    "kr. 18.200": 18_200_00,
    "DKK 18,200": 18_200_00,
    "18.200,-": 18_200_00,
    "18.200,50": 18_200_50,
    "18,200.50": 18_200_50,
    "18 200,50": 18_200_50,
    "18200,50": 18_200_50,
    "18200.5": 18_200_50,
    "18,20": 18_20,
    "18.20": 18_20,
    "1.234.567": 1_234_567_00,
    "1,234,567.89": 1_234_567_89,
    " 18.200 ": 18_200_00,
    "0": 0,
    "0,50": 50,
}
NO_AMOUNTS = (
    "", "-", "kr.", "18.2005", "17.5000", "0.500", "18.20.50", "18.200.50", "18.200,500", "1.2.3",
    "18,20,0", "018.200", "18..200", "-18.200", "atten", "18.200 EUR", "1e5", "٣",
    "9" * LONGEST + "9", "9" * 5_000,
)  # fmt: skip


@pytest.mark.parametrize(("written", "amount"), AMOUNTS.items())
def test_an_amount_is_read_as_it_was_meant(written: str, amount: int) -> None:
    assert ore(written) == amount


@pytest.mark.parametrize("written", NO_AMOUNTS)
def test_what_could_be_meant_in_two_ways_or_none_is_no_number(written: str) -> None:
    assert ore(written) is None
    assert whole(written) is None


@pytest.mark.parametrize(
    ("written", "number"),
    [("3", 3), ("1.200", 1_200), ("1,200", 1_200), ("1 200", 1_200), ("12.345.678", 12_345_678)],
)
def test_a_whole_number_is_read_as_it_was_meant(written: str, number: int) -> None:
    assert whole(written) == number


@pytest.mark.parametrize("written", ["2,5", "2.50", "3 kr."])
def test_a_whole_number_has_neither_decimals_nor_a_unit(written: str) -> None:
    assert whole(written) is None


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("amount", [0, 50, 18_20, 999_99, 18_200_00, 18_200_50, 1_234_567_89])
def test_whatever_a_screen_prints_is_read_again(language: Language, amount: int) -> None:
    say = teller(language)
    assert ore(say(Phrase("{n}", {"n": Measure(amount, "kr")}))) == amount
    assert whole(say(Phrase("{n}", {"n": Measure(amount, "count")}))) == amount


@pytest.mark.parametrize(
    ("written", "number"), [("18.200", 18_200), ("1.234.567", 1_234_567), ("-2.000", -2_000)]
)
def test_a_number_with_points_between_its_thousands_knows_how_it_was_written(
    written: str, number: int
) -> None:
    grouped = Grouped.read(written)
    assert grouped == number
    assert grouped is not None
    assert grouped.text == written


@pytest.mark.parametrize("written", ["18200", "18.20", "0.500", "18.2000", "1234.567", "18,200"])
def test_no_other_number_is_taken_for_one(written: str) -> None:
    assert Grouped.read(written) is None


def test_a_number_with_decimals_knows_how_it_was_written() -> None:
    decimals = Decimals.read("17.5000")
    assert (decimals, decimals.text) == (17.5, "17.5000")
