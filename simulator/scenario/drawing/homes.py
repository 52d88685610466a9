"""Where people live: each household's homes one after another, and notices of moves."""

from collections.abc import Iterable, Iterator

from simulator.core.clock import OFFICE, DayNumber, Moment, moment
from simulator.core.draws import between, draw, pick, weighted
from simulator.scenario.drawing.chronicle import NEVER, Chronicle, reported_at
from simulator.scenario.drawing.dwellings import Dwellings
from simulator.scenario.drawing.people import Home, Someone
from simulator.town.spells import Spell

PROTECTED_CHANCE, MOVED_CHANCE, NOTICE_CHANCE = 0.006, 0.2, 0.05

# Where a move is reported to: somewhere that fits, somewhere too small, where others live already,
# or an address without a dwelling in the building register.
_TARGETS = (("fits", 60), ("small", 18), ("shared", 12), ("unregistered", 10))


class Homes:
    """Settles a town's people in its dwellings."""

    def __init__(self, seed: int, chronicle: Chronicle, dwellings: Dwellings) -> None:
        self._seed, self._chronicle, self._dwellings = seed, chronicle, dwellings
        self._lived_in: list[str] = []
        """The dwellings of the town's ordinary households, in the order they were drawn."""

    def settle(self, home: Home, former: Home | None) -> None:
        """Draw the homes of a household and when it lived in each.

        ``former`` is the household it parted from: until then the one who left lived there.
        """
        plan, chronicle = home.plan, self._chronicle
        stays = self._before(home, former) if former else []
        since = stays[-1].ends if stays and stays[-1].ends is not None else chronicle.long_ago
        newest = stays[-1].reported if stays else 0
        moves = self._moves(home, since)
        starts = [(since, self._told_of_leaving(home, since) if stays else None), *moves]
        for n, (begins, reported) in enumerate(starts):
            ends = starts[n + 1][0] if n + 1 < len(starts) else None
            dwelling = self._dwellings.of(f"{plan.id}.d{n + 1}", home)
            newest = max(newest, reported_at(begins, reported))
            stays.append(Spell(dwelling.id, begins, ends, newest))
        for someone in home.people:
            someone.stays = [*_lived(stays, someone)]
        if not plan.cast:
            self._lived_in.append(str(stays[-1].value))
        self._notice(home)

    def _before(self, home: Home, former: Home) -> list[Spell]:
        """Return the stays in the home a couple shared, up to the day one of them left it."""
        parting = home.plan.parting
        if parting is None or not parting.left or parting.since <= self._chronicle.long_ago:
            return []
        left = parting.since
        there = [stay for stay in former.adults[0].stays if stay.begins < left]
        return [*there[:-1], there[-1]._replace(ends=left)]

    def _told_of_leaving(self, home: Home, day: DayNumber) -> Moment | None:
        """Return when the register is told of a leaving; ``None``, for four in five, is at once."""
        if draw(self._seed, "leaves.late", home.plan.id) >= 0.2:
            return None
        return moment(day + between(20, 150, self._seed, "leaves.told", home.plan.id), OFFICE)

    def _moves(self, home: Home, since: DayNumber) -> list[tuple[DayNumber, Moment | None]]:
        """Return the days a household moves and when each is reported: some late, a few never."""
        today, seed, id_ = self._chronicle.today, self._seed, home.plan.id
        if home.asked:
            asked = [happening for happening in home.asked.life if happening.what == "moves"]
            asked = [happening for happening in asked if since < happening.day <= today]
            return sorted({move.day: (move.day, move.reported) for move in asked}.values())
        if home.plan.cast or home.plan.parting or draw(seed, "moved", id_) >= MOVED_CHANCE:
            return []
        day = today - between(6, 1_100, seed, "moved.when", id_)
        mark = draw(seed, "moved.told", id_)
        if mark < 0.012:
            return [(day, moment(today + NEVER, OFFICE))]
        late = between(12, 120, seed, "moved.late", id_) if mark < 0.15 else 0
        return [(day, moment(day + late, OFFICE))]

    def _notice(self, home: Home) -> None:
        """Write, for a few households, an announced move that the register does not have."""
        today, seed, id_ = self._chronicle.today, self._seed, home.plan.id
        if home.asked:
            moves = [happening for happening in home.asked.life if happening.what == "moves"]
            ahead = [move for move in moves if move.day > today]
            if ahead:
                self.notify(home, self._dwellings.of(f"{id_}.new", home).id, ahead[0].day)
        elif not (home.plan.cast or home.plan.filler) and draw(seed, "notice", id_) < NOTICE_CHANCE:
            day = today + between(-5, 28, seed, "notice.day", id_)
            self.notify(home, self._target(home), day)

    def notify(self, home: Home, dwelling: str, day: DayNumber) -> None:
        """Write that a household has announced to which dwelling it moves, and on which day."""
        told_on = min(self._chronicle.today, day) - 1
        for someone in home.people:
            self._chronicle.always("move.people", someone.id, moving(home), told_on)
            self._chronicle.always("move.dwelling", someone.id, dwelling, told_on)
            self._chronicle.always("move.date", someone.id, day, told_on)

    def _target(self, home: Home) -> str:
        target = weighted(_TARGETS, self._seed, "notice.to", home.plan.id)
        if target == "shared" and self._lived_in[:-1]:
            return pick(self._lived_in[:-1], self._seed, "notice.with", home.plan.id)
        id_ = f"{home.plan.id}.new"
        return self._dwellings.of(id_, home, target == "small", target == "unregistered").id


def moving(home: Home) -> int:
    """Return how many a household's notice of a move is given for: everybody who lives there."""
    return len(home.living) + len(home.children)


def write_stays(chronicle: Chronicle, dwellings: Dwellings, someone: Someone) -> None:
    """Write where somebody has lived: the dwelling, its address and the day they moved in."""
    for dwelling, begins, ends, reported in someone.stays:
        address = dwellings.made[str(dwelling)].address
        chronicle.write("residence.dwelling", someone.id, dwelling, begins, ends, reported)
        chronicle.write("residence.address", someone.id, address, begins, ends, reported)
        chronicle.write("residence.moved_in", someone.id, begins, begins, ends, reported)


def write_protection(chronicle: Chronicle, seed: int, home: Home) -> None:
    """Write whether the address of a household is protected, as a few in a thousand are."""
    asked = home.asked
    chance = PROTECTED_CHANCE if not home.plan.cast else 0
    protected = asked.protected if asked else draw(seed, "protected", home.plan.id) < chance
    since = chronicle.today
    if protected:
        since -= between(20, 700, seed, "protected.since", home.plan.id)
    for someone in home.people:
        born = someone.citizen.born
        chronicle.always("residence.protected", someone.id, protected and born >= since, born)
        if protected and born < since:
            turns = ((max(born, chronicle.long_ago), False, None), (since, True, None))
            chronicle.turns("residence.protected", someone.id, turns)


def _lived(stays: Iterable[Spell], someone: Someone) -> Iterator[Spell]:
    """Yield the stays of somebody; of a child none is told of before the one they were born in."""
    newest = 0
    for stay in stays:
        if _is_there(stay, someone):
            lived = _clipped(stay, someone)
            newest = max(newest, lived.reported)
            yield lived._replace(reported=newest)


def _is_there(stay: Spell, someone: Someone) -> bool:
    if someone.died is not None and stay.begins >= someone.died:
        return False
    return stay.ends is None or stay.ends > someone.citizen.born


def _clipped(stay: Spell, someone: Someone) -> Spell:
    """Return a stay cut to the time in which somebody was alive."""
    begins, ends, reported = max(stay.begins, someone.citizen.born), stay.ends, stay.reported
    if begins != stay.begins:
        reported = max(reported, moment(begins, OFFICE))
    if someone.died is not None and (ends is None or ends > someone.died):
        ends = someone.died
    return stay._replace(begins=begins, ends=ends, reported=reported)
