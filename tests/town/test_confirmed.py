"""What lasts is reported again as often as it is asked about; what changed is not confirmed."""

import pytest

from simulator.core.clock import day_number, day_of, moment
from simulator.scenario.drawing.requests import Person, Stated
from simulator.scenario.drawing.town import draw_town
from simulator.town.spells import newest_by
from tests.town.towns import DAY, FACTS, PLACES, TONIGHT, drawn

WEALTH = "wealth.liquid"
NEW_YEAR = day_number("2026-01-01")


def told(*said: Stated) -> tuple[object, int]:
    """What a register holds of a pensioner's wealth, and how many days ago that was reported."""
    person = Person("inger", 76, facts={WEALTH: said})
    spell = newest_by(drawn(1, 20, (person,)).timeline(WEALTH, "inger"), TONIGHT)
    assert spell
    return spell.value, DAY - day_of(spell.reported)


def test_what_was_always_so_was_confirmed_within_its_age_limit() -> None:
    limit = FACTS[WEALTH].ask_again_days
    assert limit
    value, ago = told(Stated(4_100_000))
    assert value == 4_100_000
    assert 0 < ago <= limit


@pytest.mark.parametrize(
    ("day", "made_up"),
    [("2026-02-02", "2026-01-05"), ("2026-03-05", "2026-01-05"), ("2026-01-02", "2025-11-02")],
)
def test_what_is_made_up_once_a_year_is_shown_as_of_new_year_once_that_is_over(
    day: str, made_up: str
) -> None:
    person = Person("inger", 76, facts={WEALTH: (Stated(4_100_000),)})
    town = draw_town(
        seed=1, citizens=20, day=day_number(day), cast=(person,), facts=FACTS, places=PLACES
    )
    spell = newest_by(town.timeline(WEALTH, "inger"), moment(day_number(day), 0))
    assert spell
    assert day_of(spell.reported) == day_number(made_up)


def test_a_change_that_was_reported_lately_is_as_old_as_its_report() -> None:
    assert told(Stated(100), Stated(200, NEW_YEAR)) == (200, DAY - NEW_YEAR)


def test_what_is_over_is_not_confirmed_after_it_ended() -> None:
    late = Stated(200, NEW_YEAR, reported=TONIGHT + 1440)
    value, ago = told(Stated(100), late)
    assert value == 100
    assert ago > DAY - NEW_YEAR
