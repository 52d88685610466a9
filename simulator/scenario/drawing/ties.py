"""Whom people belong to: couples and those who parted, children, parents, custody."""

from simulator.core.clock import DayNumber, Moment
from simulator.core.draws import between, draw, weighted
from simulator.core.facts import Value
from simulator.scenario.drawing.chronicle import Chronicle
from simulator.scenario.drawing.people import Home, Someone, death_told
from simulator.scenario.drawing.requests import OLDEST_PARENT, YOUNGEST_PARENT

PARENT_HERE = 0.3
"""How many of the grown have a parent among the town's elders, if there is one of such an age."""
SEPARATION = 200
"""Days from a separation to the divorce, about."""

Turns = list[tuple[DayNumber, Value | None, Moment | None]]


class Elders:
    """The town's older people, whom younger ones can be the children of."""

    def __init__(self, seed: int) -> None:
        self._seed = seed
        self._by_age: dict[int, list[tuple[Someone, Home]]] = {}

    def add(self, home: Home) -> None:
        """Remember the older people of an ordinary household."""
        for one in home.adults:
            if one.age >= 45:
                self._by_age.setdefault(one.age, []).append((one, home))

    def parent_of(self, who: str, age: int) -> tuple[Someone, Home] | None:
        """Return somebody who can be the parent of somebody grown; nothing for most."""
        if draw(self._seed, "parent", who) >= PARENT_HERE:
            return None
        found = self._by_age.get(age + between(20, 38, self._seed, "parent.gap", who), ())
        return found[int(draw(self._seed, "parent.who", who) * len(found))] if found else None


def write_parents(chronicle: Chronicle, child: Someone, parents: list[Someone]) -> None:
    """Write who somebody's mother and father are, of people who may be."""
    for one in parents:
        if _may_be_parent(one, child):
            fact = "family.mother" if one.citizen.female else "family.father"
            if not chronicle.line(fact, child.id):
                chronicle.always(fact, child.id, one.id, child.citizen.born)


def write_ties(chronicle: Chronicle, seed: int, home: Home, former: Home | None) -> None:
    """Write a household's ties; ``former`` is the household of whoever parted from it."""
    for one in home.adults:
        partner = next((other for other in home.adults if other is not one), None)
        if home.plan.parting:
            _parted(chronicle, home, one)
            if partner is not None:
                _together(chronicle, seed, home, one, partner)
        elif partner is not None:
            _together(chronicle, seed, home, one, partner)
        else:
            _alone(chronicle, seed, home, one)
        if one.grown:
            _counted(chronicle, home, one, former)
    _custody(chronicle, seed, home, former)


def _together(chronicle: Chronicle, seed: int, home: Home, one: Someone, partner: Someone) -> None:
    married = draw(seed, "married", home.plan.id) < (0.92 if partner.age > 66 else 0.72)
    died = partner.died
    who = one.id
    chronicle.always("family.partner", who, partner.id)
    chronicle.always("family.single", who, False)
    if not (home.plan.parting and who == home.adults[0].id):
        chronicle.always("family.status", who, "G" if married else "U")
    if died is None:
        return
    told = death_told(died)
    ago = chronicle.long_ago
    chronicle.turns("family.partner", who, ((ago, partner.id, None), (died, None, told)))
    chronicle.turns("family.single", who, ((ago, False, None), (died, True, told)))
    if married:
        chronicle.turns("family.status", who, ((ago, "G", None), (died, "E", told)))


def _alone(chronicle: Chronicle, seed: int, home: Home, one: Someone) -> None:
    chronicle.always("family.partner", one.id, None)
    chronicle.always("family.single", one.id, True)
    if home.plan.kind == "parted":
        status = "F" if draw(seed, "married", home.plan.id) < 0.65 else "U"
    elif one.age > 70:
        status = weighted((("E", 60), ("F", 25), ("U", 15)), seed, "status", one.id)
    else:
        drawn = weighted((("U", 75), ("F", 25)), seed, "status", one.id)
        status = drawn if one.age >= 30 else "U"
    chronicle.always("family.status", one.id, status)


def _parted(chronicle: Chronicle, home: Home, one: Someone) -> None:
    """Those who parted shared a home until they did; a divorce comes some months later."""
    parting = home.plan.parting
    if parting is None or one is not home.adults[0]:
        return
    who, since, ago = one.id, parting.since, chronicle.long_ago
    recent = since > ago
    together: Turns = [(ago, parting.other, None)] if recent else []
    chronicle.turns("family.partner", who, [*together, (max(since, ago), None, None)])
    alone: Turns = [(ago, False, None)] if recent else []
    chronicle.turns("family.single", who, [*alone, (max(since, ago), True, None)])
    chronicle.always("family.former_partner", who, parting.other, since)
    if not parting.married:
        chronicle.always("family.status", who, "U")
        return
    chronicle.always("family.separated", who, since, since)
    divorced = since + SEPARATION
    status: Turns = [(ago, "G", None)] if divorced > ago else []
    if divorced <= chronicle.today:
        status.append((max(divorced, ago), "F", None))
    chronicle.turns("family.status", who, status)


def _counted(chronicle: Chronicle, home: Home, one: Someone, former: Home | None) -> None:
    """The number of children under 18 at home: as each was born, until a parent left."""
    parting, ago = home.plan.parting, chronicle.long_ago
    children = home.children
    if parting and parting.left and former:
        children = former.children
    births = sorted(max(child.citizen.born, ago) for child in children)
    turns: Turns = [(ago, 0, None)]
    for n, born in enumerate(births, 1):
        turns = [turn for turn in turns if turn[0] < born] + [(born, n, None)]
    if parting and parting.left:
        since = max(parting.since, ago)
        turns = [turn for turn in turns if turn[0] < since] + [(since, 0, None)]
    chronicle.turns("family.children", one.id, turns)


def _custody(chronicle: Chronicle, seed: int, home: Home, former: Home | None) -> None:
    for child in home.children:
        born = child.citizen.born
        chronicle.always("family.custody", child.id, _holder(seed, home, child), born)
        chronicle.always("family.parent", child.id, _lives_with(home, child).id, born)
        parents = home.adults
        if former and _came_before(home, child):
            parents = [home.adults[0], *former.adults]
        write_parents(chronicle, child, parents)


def _came_before(home: Home, child: Someone) -> bool:
    """Whether a child is of those who parted."""
    return home.plan.parting is not None and child.citizen.born < home.plan.parting.since


def _lives_with(home: Home, child: Someone) -> Someone:
    """The first adult at home who may be a parent, of those alive."""
    return next((one for one in home.living if _may_be_parent(one, child)), home.adults[0])


def _may_be_parent(one: Someone, child: Someone) -> bool:
    return YOUNGEST_PARENT <= one.age - child.age <= OLDEST_PARENT


def _holder(seed: int, home: Home, child: Someone) -> str:
    if home.asked and home.asked.custody:
        return home.asked.custody
    if len(home.living) < len(home.adults):
        return "one"
    if home.plan.parting and _came_before(home, child):
        return home.plan.parting.custody
    return "both" if len(home.adults) > 1 or draw(seed, "custody", child.id) < 0.6 else "one"
