"""What a kind of event means to the debrief stands in one table, and every kind stands there."""

from simulator.casework.events import BY_KIND
from simulator.debrief.meaning import MEANINGS


def test_every_kind_of_event_has_its_meaning() -> None:
    assert set(MEANINGS) == set(BY_KIND.values())


def test_minutes_are_spent_on_one_thing() -> None:
    for kind, means in MEANINGS.items():
        assert not (means.spent and means.step), kind
