"""How things are put in words on every face."""

import pytest

from simulator.casework.habits import HABITS
from simulator.casework.phrasing import how_often, roughly, spoken_line
from simulator.core.texts import Language, Measure, Phrase
from simulator.rehearsal.playing import play
from simulator.scenario.loading import load_text
from simulator.scenario.words import teller
from tests.scenario.small import NAME, edited

HOUR, DAY = 60, 24 * 60


@pytest.mark.parametrize(
    ("minutes", "danish", "english"),
    [
        (1, "hvert 1. minut", "every 1 minute"),
        (15, "hvert 15. minut", "every 15 minutes"),
        (90, "hvert 90. minut", "every 90 minutes"),
        (HOUR, "hver time", "every hour"),
        (4 * HOUR, "hver 4. time", "every 4 hours"),
        (DAY, "hver nat", "every night"),
        (3 * DAY, "hver 3. dag", "every 3 days"),
        (7 * DAY, "hver uge", "every week"),
    ],
)
def test_how_often_an_integration_runs_is_said_in_the_largest_whole_unit(
    minutes: int, danish: str, english: str
) -> None:
    often = how_often(minutes)
    assert (teller("da")(often), teller("en")(often)) == (danish, english)


FILLED = """library:
  people:
    lines:
      mine:
        act: test.word
        fills:
          age: citizen.age
          n: citizen.youngest
          month: day.month
          sum: income.monthly
          day: day.date
        says:
          da: "{age}, {n:words}, {month}, {sum}, {day}."
          en: "{age}, {n:words}, {month}, {sum}, {day}."
      by-month:
        act: test.other
        fills: {today: day.date}
        says: {da: "Det er {today:month-name}.", en: "It is {today:month-name}."}
"""


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("da", ["36, tre, 2, 18.200 kr., 2. februar 2026.", "Det er februar."]),
        ("en", ["36, three, 2, DKK 18,200, 2 February 2026.", "It is February."]),
    ],
)
def test_what_a_line_names_is_said_by_its_type(language: Language, said: list[str]) -> None:
    loaded = load_text(edited(("injects:\n", f"{FILLED}injects:\n")), NAME)
    day = play(loaded.opening, loaded.town, HABITS["trusting"]).day
    lines = [spoken_line(day, line, "amina") for line in ("mine", "by-month")]
    assert [teller(language)(line) for line in lines] == said


@pytest.mark.parametrize(
    ("value", "says"),
    [
        (Measure(1_820_000, "kr"), "about DKK 18,200"),
        (Measure(True, "yes-no"), "yes, the citizen thinks"),
        (Measure("blind"), "blind, the citizen thinks"),
    ],
)
def test_only_a_number_can_be_about(value: Measure | Phrase, says: str) -> None:
    assert teller("en")(roughly(value)) == says
