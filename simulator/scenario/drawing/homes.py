"""Where people live: one home after another without gaps, and notices of moves."""

from simulator.core.clock import OFFICE, DayNumber, Moment, moment
from simulator.core.draws import between, draw, pick, weighted
from simulator.scenario.drawing.chronicle import NEVER, Chronicle
from simulator.scenario.drawing.dwellings import Dwellings
from simulator.scenario.drawing.people import Home, Someone, Stay

PROTECTED_CHANCE, MOVED_CHANCE, NOTICE_CHANCE = 0.006, 0.2, 0.05

# Where a move is reported to: somewhere that fits, somewhere too small, where others live already,
# or an address without a dwelling in the building register.
_TARGETS = (("fits", 60), ("small", 18), ("shared", 12), ("unregistered", 10))


class Homes:
    """Settles a town's people in its dwellings."""

    def __init__(self, seed: int, chronicle: Chronicle, dwellings: Dwellings) -> None:
        self._seed, self._chronicle, self._dwellings = seed, chronicle, dwellings
        self._lived_in: list[str] = []
        """Where the town's ordinary households live, in the order they were drawn."""

    def settle(self, home: Home, former: Home | None) -> None:
        """Give a household its homes; one that left another lived there until then."""
        plan, chronicle = home.plan, self._chronicle
        stays = self._before(home, former) if former else []
        since = stays[-1].ends if stays and stays[-1].ends is not None else chronicle.long_ago
        told = stays[-1].reported if stays else 0
        moves = self._moves(home, since)
        starts = [(since, self._told_of_leaving(home, since) if stays else None), *moves]
        for n, (begins, reported) in enumerate(starts):
            ends = starts[n + 1][0] if n + 1 < len(starts) else None
            dwelling = self._dwellings.of(f"{plan.id}.d{n + 1}", home)
            told = max(told, moment(begins, OFFICE) if reported is None else reported)
            stays.append(Stay(dwelling.id, begins, ends, told))
        for one in home.people:
            one.stays = [_clipped(stay, one) for stay in stays if _is_there(stay, one)]
        if not plan.cast:
            self._lived_in.append(stays[-1].dwelling)
        self._notice(home)

    def _before(self, home: Home, former: Home) -> list[Stay]:
        """The stays in the home that a couple shared, up to the day one of them left it."""
        parting = home.plan.parting
        if parting is None or not parting.left or parting.since <= self._chronicle.long_ago:
            return []
        left = parting.since
        there = [one for one in former.adults[0].stays if one.begins < left]
        return [*there[:-1], Stay(there[-1].dwelling, there[-1].begins, left, there[-1].reported)]

    def _told_of_leaving(self, home: Home, day: DayNumber) -> Moment | None:
        """One in five who leave tell the register late."""
        if draw(self._seed, "leaves.late", home.plan.id) >= 0.2:
            return None
        return moment(day + between(20, 150, self._seed, "leaves.told", home.plan.id), OFFICE)

    def _moves(self, home: Home, since: DayNumber) -> list[tuple[DayNumber, Moment | None]]:
        """The days a household moves; some moves are reported late, and a few never."""
        today, seed, id_ = self._chronicle.today, self._seed, home.plan.id
        if home.asked:
            asked = [one for one in home.asked.life if one.what == "moves"]
            asked = [one for one in asked if since < one.day <= today]
            return sorted({one.day: (one.day, one.reported) for one in asked}.values())
        if home.plan.cast or home.plan.parting or draw(seed, "moved", id_) >= MOVED_CHANCE:
            return []
        day = today - between(6, 1_100, seed, "moved.when", id_)
        told = draw(seed, "moved.told", id_)
        if told < 0.012:
            return [(day, moment(today + NEVER, OFFICE))]
        late = between(12, 120, seed, "moved.late", id_) if told < 0.15 else 0
        return [(day, moment(day + late, OFFICE))]

    def _notice(self, home: Home) -> None:
        """Some have told the municipality of a move that the register does not know yet."""
        today, seed, id_ = self._chronicle.today, self._seed, home.plan.id
        if home.asked:
            ahead = [one for one in home.asked.life if one.what == "moves" and one.day > today]
            if ahead:
                self.notify(home, self._dwellings.of(f"{id_}.new", home).id, ahead[0].day)
        elif not (home.plan.cast or home.plan.filler) and draw(seed, "notice", id_) < NOTICE_CHANCE:
            day = today + between(-5, 28, seed, "notice.day", id_)
            self.notify(home, self._target(home), day)

    def notify(self, home: Home, dwelling: str, day: DayNumber) -> None:
        """Write that everybody of a household has told where they move, and when."""
        told = min(self._chronicle.today, day) - 1
        for one in home.people:
            self._chronicle.always("move.dwelling", one.id, dwelling, told)
            self._chronicle.always("move.date", one.id, day, told)

    def _target(self, home: Home) -> str:
        target = weighted(_TARGETS, self._seed, "notice.to", home.plan.id)
        if target == "shared" and self._lived_in[:-1]:
            return pick(self._lived_in[:-1], self._seed, "notice.with", home.plan.id)
        id_ = f"{home.plan.id}.new"
        return self._dwellings.of(id_, home, target == "small", target == "unregistered").id


def write_stays(chronicle: Chronicle, dwellings: Dwellings, one: Someone) -> None:
    """Write where somebody has lived; nobody lives anywhere once they are dead."""
    turns = [(stay.dwelling, stay.begins, stay.ends, stay.reported) for stay in one.stays]
    for dwelling, begins, ends, reported in turns:
        address = dwellings.made[dwelling].address
        chronicle.write("residence.dwelling", one.id, dwelling, begins, ends, reported)
        chronicle.write("residence.address", one.id, address, begins, ends, reported)
        chronicle.write("residence.moved_in", one.id, begins, begins, ends, reported)


def write_protection(chronicle: Chronicle, seed: int, home: Home) -> None:
    """Write whether a household's address is protected: a few in a thousand are."""
    asked = home.asked
    chance = PROTECTED_CHANCE if not home.plan.cast else 0
    protected = asked.protected if asked else draw(seed, "protected", home.plan.id) < chance
    since = chronicle.today
    if protected:
        since -= between(20, 700, seed, "protected.since", home.plan.id)
    for one in home.people:
        born = one.citizen.born
        chronicle.always("residence.protected", one.id, protected and born >= since, born)
        if protected and born < since:
            turns = ((max(born, chronicle.long_ago), False, None), (since, True, None))
            chronicle.turns("residence.protected", one.id, turns)


def _is_there(stay: Stay, one: Someone) -> bool:
    if one.died is not None and stay.begins >= one.died:
        return False
    return stay.ends is None or stay.ends > one.citizen.born


def _clipped(stay: Stay, one: Someone) -> Stay:
    """A stay begins at birth at the earliest, and ends with death."""
    begins, ends, reported = max(stay.begins, one.citizen.born), stay.ends, stay.reported
    if begins != stay.begins:
        reported = max(reported, moment(begins, OFFICE))
    if one.died is not None and (ends is None or ends > one.died):
        ends = one.died
    return Stay(stay.dwelling, begins, ends, reported)
