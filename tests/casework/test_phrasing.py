"""How things are put in words on every face."""

import pytest

from simulator.casework.phrasing import how_often
from simulator.scenario.words import teller

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
