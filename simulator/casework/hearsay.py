"""What the people of the house have heard of its systems: from the landscape, true or half true."""

from dataclasses import dataclass

from simulator.casework.day import Day
from simulator.core.clock import MINUTES_A_DAY
from simulator.core.draws import draw, pick
from simulator.landscape.integrations import Integration


@dataclass(frozen=True)
class Hearsay:
    """Something somebody can tell: what it is about, and the system or integration it names."""

    about: str
    system: str = ""
    integration: str = ""
    names: tuple[str, ...] = ()
    """The systems it speaks of."""


def rumour(day: Day, nth: int) -> Hearsay | None:
    """Return what goes round the house, the n-th time; nothing where nothing is copied.

    A rumour that is true names an integration that has stopped. Half true, it blames one of the
    two systems where such a one lies between them. The rest are about what runs as it should.
    """
    arrows = day.world.landscape.integrations
    stopped = [one for one in arrows if one.stopped_at(day.now)]
    running = [one for one in arrows if one not in stopped]
    if not arrows:
        return None
    seed, house = day.opening.seed, day.opening.house
    true = draw(seed, "rumour.true", nth) * 100 < house.rumours_true
    one = pick(stopped if stopped and (true or not running) else running, seed, "rumour", nth)
    ends = (one.source, one.target)
    if draw(seed, "rumour.half", nth) * 100 < house.rumours_half:
        blamed = pick(ends, seed, "rumour.blames", nth)
        return Hearsay("rumour.system", blamed, "", (blamed,))
    return Hearsay("rumour.arrow", one.target, one.id, ends)


def known_to_it(day: Day, one: Integration) -> bool:
    """Say whether IT knows by now that an integration has stopped."""
    stop = one.stopped_at(day.now)
    late = day.opening.house.it_notices_after * MINUTES_A_DAY
    return stop is not None and day.now - stop.begins >= late
