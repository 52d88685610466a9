"""How people are related: couples and those who parted, children, parents, custody."""

from simulator.core.clock import DayNumber, Moment
from simulator.core.draws import between, draw, weighted
from simulator.core.facts import Value
from simulator.scenario.drawing.chronicle import Chronicle
from simulator.scenario.drawing.people import Home, Someone, death_told
from simulator.scenario.drawing.requests import OLDEST_PARENT, YOUNGEST_PARENT

PARENT_HERE = 0.3
"""The chance that an adult has a parent among the town's elders, if one has a fitting age."""
SEPARATION = 200
"""Days from a separation to the divorce."""

Turns = list[tuple[DayNumber, Value | None, Moment | None]]


class Elders:
    """The older people of a town, who can be the parents of younger ones."""

    def __init__(self, seed: int) -> None:
        self._seed = seed
        self._by_age: dict[int, list[tuple[Someone, Home]]] = {}

    def add(self, home: Home) -> None:
        """Add the older people of an ordinary household."""
        for adult in home.adults:
            if adult.age >= 45:
                self._by_age.setdefault(adult.age, []).append((adult, home))

    def parent_of(self, who: str, age: int) -> tuple[Someone, Home] | None:
        """Return a parent for an adult, with the parent's household; ``None`` for most adults."""
        if draw(self._seed, "parent", who) >= PARENT_HERE:
            return None
        elders = self._by_age.get(age + between(20, 38, self._seed, "parent.gap", who), ())
        return elders[int(draw(self._seed, "parent.who", who) * len(elders))] if elders else None


def write_parents(chronicle: Chronicle, child: Someone, parents: list[Someone]) -> None:
    """Write which of some people are somebody's mother and father, by their sex and age."""
    for parent in parents:
        if _may_be_parent(parent, child):
            fact = "family.mother" if parent.citizen.female else "family.father"
            if not chronicle.line(fact, child.id):
                chronicle.always(fact, child.id, parent.id, child.citizen.born)


def write_ties(chronicle: Chronicle, seed: int, home: Home, former: Home | None) -> None:
    """Write how the people of a household are related, also to ``former``, which it parted from."""
    for adult in home.adults:
        partner = next((other for other in home.adults if other is not adult), None)
        if home.plan.parting:
            _parted(chronicle, home, adult)
            if partner is not None:
                _together(chronicle, seed, home, adult, partner)
        elif partner is not None:
            _together(chronicle, seed, home, adult, partner)
        else:
            _alone(chronicle, seed, home, adult)
        if adult.grown:
            _counted(chronicle, home, adult, former)
    _custody(chronicle, seed, home, former)


def _together(
    chronicle: Chronicle, seed: int, home: Home, adult: Someone, partner: Someone
) -> None:
    married = draw(seed, "married", home.plan.id) < (0.92 if partner.age > 66 else 0.72)
    died = partner.died
    who = adult.id
    chronicle.always("family.partner", who, partner.id)
    chronicle.always("family.single", who, False)
    if not (home.plan.parting and who == home.adults[0].id):
        chronicle.always("family.status", who, "G" if married else "U")
    if died is None:
        return
    told_at = death_told(died)
    ago = chronicle.long_ago
    chronicle.turns("family.partner", who, ((ago, partner.id, None), (died, None, told_at)))
    chronicle.turns("family.single", who, ((ago, False, None), (died, True, told_at)))
    if married:
        chronicle.turns("family.status", who, ((ago, "G", None), (died, "E", told_at)))


def _alone(chronicle: Chronicle, seed: int, home: Home, adult: Someone) -> None:
    chronicle.always("family.partner", adult.id, None)
    chronicle.always("family.single", adult.id, True)
    if home.plan.kind == "parted":
        status = "F" if draw(seed, "married", home.plan.id) < 0.65 else "U"
    elif adult.age > 70:
        status = weighted((("E", 60), ("F", 25), ("U", 15)), seed, "status", adult.id)
    else:
        drawn = weighted((("U", 75), ("F", 25)), seed, "status", adult.id)
        status = drawn if adult.age >= 30 else "U"
    chronicle.always("family.status", adult.id, status)


def _parted(chronicle: Chronicle, home: Home, adult: Someone) -> None:
    """Write when the first adult parted from a partner, and the divorce some months later."""
    parting = home.plan.parting
    if parting is None or adult is not home.adults[0]:
        return
    who, since, ago = adult.id, parting.since, chronicle.long_ago
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


def _counted(chronicle: Chronicle, home: Home, adult: Someone, former: Home | None) -> None:
    """Write the number of children at home: more with each birth, 0 for a parent who has left."""
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
    chronicle.turns("family.children", adult.id, turns)


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
    """Return whether a child was born before its parents parted."""
    return home.plan.parting is not None and child.citizen.born < home.plan.parting.since


def _lives_with(home: Home, child: Someone) -> Someone:
    """Return the first living adult at home who may be a parent of a child."""
    return next((adult for adult in home.living if _may_be_parent(adult, child)), home.adults[0])


def _may_be_parent(adult: Someone, child: Someone) -> bool:
    return YOUNGEST_PARENT <= adult.age - child.age <= OLDEST_PARENT


def _holder(seed: int, home: Home, child: Someone) -> str:
    if home.asked and home.asked.custody:
        return home.asked.custody
    if len(home.living) < len(home.adults):
        return "one"
    if home.plan.parting and _came_before(home, child):
        return home.plan.parting.custody
    return "both" if len(home.adults) > 1 or draw(seed, "custody", child.id) < 0.6 else "one"
