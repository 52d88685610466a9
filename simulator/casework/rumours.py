"""Rumours: what the people of the house have heard of its systems, true or half true."""

from dataclasses import dataclass

from simulator.casework.day import Day
from simulator.core.clock import MINUTES_A_DAY
from simulator.core.draws import draw, pick
from simulator.landscape.integrations import Integration


@dataclass(frozen=True)
class Remark:
    """Something somebody of the house can tell, by the ids of what it is about."""

    about: str
    """Which of their lines it is told with: ``rumour.arrow``, ``practice``, ``deadline``, …"""
    system: str = ""
    integration: str = ""
    names: tuple[str, ...] = ()
    """The systems it speaks of."""


def rumour(day: Day, nth: int) -> Remark | None:
    """Return the rumour that goes round the house, or None where no system copies from another.

    ``nth`` is how many have been heard before. A true rumour names an integration that has stopped;
    half true, it blames one of the two systems at its ends. The others are about integrations that
    run as they should.
    """
    integrations = day.world.landscape.integrations
    if not integrations:
        return None
    stopped = [integration for integration in integrations if integration.stopped_at(day.now)]
    running = [integration for integration in integrations if integration not in stopped]
    seed, house = day.opening.seed, day.opening.house
    true = draw(seed, "rumour.true", nth) * 100 < house.rumours_true
    spoken_of = stopped if stopped and (true or not running) else running
    integration = pick(spoken_of, seed, "rumour", nth)
    ends = (integration.source, integration.target)
    if draw(seed, "rumour.half", nth) * 100 < house.rumours_half:
        blamed = pick(ends, seed, "rumour.blames", nth)
        return Remark("rumour.system", blamed, "", (blamed,))
    return Remark("rumour.arrow", integration.target, integration.id, ends)


def known_to_it(day: Day, integration: Integration) -> bool:
    """Return whether IT knows by now that an integration has stopped."""
    stop = integration.stopped_at(day.now)
    late = day.opening.house.it_notices_after * MINUTES_A_DAY
    return stop is not None and day.now - stop.begins >= late
