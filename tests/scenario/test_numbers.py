"""Numbers in scenario files: read as they were meant, or refused with what was meant."""

import pytest

from simulator.core.texts import Language
from simulator.scenario.loading import load_text
from tests.scenario.small import NAME, edited, small, told, wrong

READ = {
    "18200": 18_200_00,
    "18.200": 18_200_00,
    "18 200": 18_200_00,
    "18.200 kr.": 18_200_00,
    "DKK 18.200": 18_200_00,
    '"18.200"': 18_200_00,
    '"18,200"': 18_200_00,
    '"DKK 18,200"': 18_200_00,
    '"18.200,-"': 18_200_00,
    '"18.200,50"': 18_200_50,
    '"18,200.50"': 18_200_50,
    "18200.5": 18_200_50,
    "18200.50": 18_200_50,
}
REFUSED = {
    "18,200": "P0210",
    "18.200,50": "P0210",
    "18,2": "P0210",
    "0,50": "P0210",
    "kr. 18.200,-": "P0210",
    "18.200,-": "P0210",
    "kr. 18.200,50": "P0210",
    "18.2005": "P0208",
    "17.5000": "P0208",
    "0.500": "P0208",
    "1.2.3": "P0208",
    "true": "P0208",
    "atten tusind": "P0208",
    "-18200": "P0205",
    "-18.200": "P0205",
    "99999999999": "P0205",
}
INCOME, FULL = "is: 18200", "injects:\n"


AMOUNT, COUNT = "friplads_full_up_to", "friplads_steps"


def _with(amount: str, value: str) -> tuple[str, str]:
    """An edit by which the file has a figure of its own, in place of the library's."""
    return FULL, f"library:\n  amounts:\n    {amount}: {{value: {value}, year: 2024}}\n{FULL}"


@pytest.mark.parametrize(("written", "amount"), READ.items())
def test_a_fact_is_read_as_it_was_meant(written: str, amount: int) -> None:
    loaded = small((INCOME, f"is: {written}"))
    (amina,) = (id_ for id_, citizen in loaded.town.citizens.items() if id_ == "amina")
    assert loaded.town.timeline("income.monthly", amina)[-1].value == amount


@pytest.mark.parametrize(("written", "code"), REFUSED.items())
def test_a_fact_that_cannot_be_read_is_refused_at_its_line(written: str, code: str) -> None:
    (problem,) = wrong(edited((INCOME, f"is: {written}")))
    assert (problem.code, problem.place.line) == (code, 21)


@pytest.mark.parametrize(("written", "amount"), READ.items())
def test_an_amount_is_read_as_a_fact_is(written: str, amount: int) -> None:
    assert small(_with(AMOUNT, written)).opening.amounts[AMOUNT].value == amount


@pytest.mark.parametrize("written", [written for written in REFUSED if written[-1] != "9"])
def test_an_amount_that_cannot_be_read_is_refused(written: str) -> None:
    assert REFUSED[written] in {problem.code for problem in wrong(edited(_with(AMOUNT, written)))}


@pytest.mark.parametrize(
    ("written", "code"), [("2.5", "P0203"), ("2.500", ""), ("1,50", "P0210"), ("-2", "P0205")]
)
def test_a_count_among_the_amounts_has_no_decimals(written: str, code: str) -> None:
    assert {problem.code for problem in wrong(edited(_with(COUNT, written)))} <= {code}


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("citizens: 20,", "citizens: 2.000,"),
        ("rule-year: 2024", "rule-year: 2.024"),
        ("injects:\n", "library:\n  prices:\n    look_up: 1.000\ninjects:\n"),
    ],
)
def test_a_whole_number_may_have_points_between_its_thousands(before: str, after: str) -> None:
    text = edited((before, after))
    assert not [problem for problem in wrong(text) if problem.code in ("P0203", "P0206", "P0209")]


def test_a_town_is_as_large_as_it_was_meant_to_be() -> None:
    assert len(small(("citizens: 20,", "citizens: 1.000,")).town.citizens) > 900


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("da", "Inden for klammer skiller et komma to ting, så «3,000» bliver læst som to."),
        ("en", "Inside brackets a comma separates two things, so “3,000” is read as two."),
    ],
)
def test_a_comma_in_a_list_is_told_where_it_stands(language: Language, sentence: str) -> None:
    (line,) = told(edited(("children: [3, 6]", "children: [3,000, 6]")), language)
    assert line.startswith(f"{NAME}:17:30 P0210 {sentence}")


def test_a_range_with_commas_between_thousands_is_told_as_a_whole() -> None:
    drawn = "library:\n  facts:\n    income.monthly:\n      drawn: {range: [18,500, 25,000]}\n"
    problems = wrong(edited((FULL, drawn + FULL)))
    assert [problem.arguments["meant"] for problem in problems if problem.code == "P0210"] == [
        "18500"
    ]


def test_four_numbers_are_not_two_with_commas() -> None:
    text = edited(("find: [0, 3]", "find: [0, 1, 2, 3]"))
    assert [problem.code for problem in wrong(text)] == ["P0205"]


def test_what_is_quoted_in_a_message_is_as_it_stands() -> None:
    (line,) = told(edited(("age: 36", "age: 36.50")), "en")
    assert line.endswith("not “36.50”.")
    assert load_text(edited(("age: 36", "age: 36")), NAME)


def test_a_number_that_is_too_large_is_quoted_as_it_stands() -> None:
    (line,) = told(edited(("citizens: 20", "citizens: 2.000.000")), "en")
    assert line.endswith("P0205 2.000.000 is outside what is allowed here: at most 20000.")


def test_numbers_in_a_list_are_quoted_as_they_stand() -> None:
    (line,) = told(edited(("find: [0, 3]", "find: [2.000.000, 18.200, 2.50]")), "en")
    assert "P0205 [2.000.000, 18.200, 2.50] is outside what is allowed here" in line


@pytest.mark.parametrize(
    ("written", "meant"),
    [("18,2", "18.20"), ("kr. 18.200,-", "18200"), ("kr. 18.200,50", "18200.50"), ("0,50", "0.50")],
)
def test_what_a_comma_in_braces_was_meant_to_say_is_told(written: str, meant: str) -> None:
    (line,) = told(edited((INCOME, f"is: {written}")), "en")
    assert f"P0210 Inside brackets a comma separates two things, so “{written}” is read" in line
    assert f"Did you mean {meant}?" in line


@pytest.mark.parametrize("children", ['[3, "06"]', '[3,"06"]', "[3, 06]", '["3",06]'])
def test_two_things_are_not_told_as_split_by_a_comma(children: str) -> None:
    text = edited(("children: [3, 6]", f"children: {children}"))
    assert "P0210" not in {problem.code for problem in wrong(text)}
