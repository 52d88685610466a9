"""What a case type says of the weeks and months after is read, and told of where it cannot be."""

from simulator.casework.follows import Discovery
from simulator.scenario.loading import load_text
from tests.scenario.small import NAME, told
from tests.scenario.test_examples import over


def following(*discoveries: str) -> str:
    """The small scenario, whose subsidy is found to have been too much in the ways written."""
    lines = "".join(f"          - {{{discovery}}}\n" for discovery in discoveries)
    return over(f"  case-types:\n    friplads:\n      follows:\n        much:\n{lines}")


def test_what_follows_is_part_of_the_day() -> None:
    written = following("way: corrected, found: 40, after: [30, 90], at-least: 5")
    case_type = load_text(written, NAME).opening.case_types["friplads"]
    (much,) = case_type.follows.much
    assert much == Discovery("corrected", 40, (30, 90), (), 5)
    assert case_type.follows.little  # the library's own


def test_a_fact_the_case_does_not_need_is_told_at_its_place() -> None:
    (line,) = told(
        following("way: corrected, found: 40, after: [30, 90], of: [pension.percentage]"), "en"
    )
    assert "P0301 There is no “pension.percentage”." in line
    assert "income.monthly" in line


def test_days_the_wrong_way_round_are_told_at_their_place() -> None:
    (line,) = told(following("way: corrected, found: 40, after: [90, 30]"), "en")
    assert "P0334 It cannot be found from day 90 to day 30." in line
