"""Where people live: dwellings, one home after another without gaps, and notices of moves."""

from dataclasses import dataclass

from simulator.core.clock import DayNumber, Moment, moment
from simulator.core.draws import between, draw, pick, weighted
from simulator.scenario.drawing.chronicle import NEVER, OFFICE, Chronicle
from simulator.scenario.drawing.people import LOTS, Home, Someone, Stay, lot
from simulator.scenario.drawing.pools import Pools

NOWHERE = "Uden fast bopæl"
"""What the register writes for those without an address."""
NOWHERE_CHANCE, PROTECTED_CHANCE = 0.004, 0.006
MOVED_CHANCE, NOTICE_CHANCE = 0.2, 0.05

_KINDS = {
    "young": (("room", 25), ("flat", 65), ("house", 10)),
    "single": (("room", 4), ("flat", 66), ("house", 30)),
    "couple": (("flat", 38), ("house", 62)),
    "family": (("flat", 22), ("house", 78)),
    "parted": (("flat", 60), ("house", 40)),
    "former": (("room", 8), ("flat", 76), ("house", 16)),
    "old-single": (("flat", 48), ("house", 46), ("institution", 6)),
    "old-couple": (("flat", 34), ("house", 66)),
}
_FLOORS = ("st.", "1.", "2.", "3.", "4.")
_DOORS = tuple(f", {floor} {door}" for floor in _FLOORS for door in ("tv.", "mf.", "th."))
_AREA = {"room": (11, 9), "flat": (24, 22), "house": (27, 60), "institution": (30, 14)}
"""Square metres a room of the dwelling, and how many more there may be in all."""
# Where a move is reported to: somewhere that fits, somewhere too small, where others live already,
# or an address without a dwelling in the building register.
_TARGETS = (("fits", 60), ("small", 18), ("shared", 12), ("unregistered", 10))


@dataclass(frozen=True)
class Dwelling:
    """A dwelling that has been drawn."""

    id: str
    address: str
    kind: str


class Homes:
    """Makes a town's dwellings, and settles people in them."""

    def __init__(self, seed: int, chronicle: Chronicle, pools: Pools) -> None:
        self._seed, self._chronicle, self._pools = seed, chronicle, pools
        self.dwellings: dict[str, Dwelling] = {}
        self._addresses: set[str] = set()
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
            dwelling = self.dwelling(f"{plan.id}.d{n + 1}", home)
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
        left = min(parting.since, self._chronicle.today)
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
                self.notify(home, self.dwelling(f"{id_}.new", home).id, ahead[0].day)
        elif not home.plan.cast and draw(seed, "notice", id_) < NOTICE_CHANCE:
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
        return self.dwelling(id_, home, target == "small", target == "unregistered").id

    def dwelling(
        self, id_: str, home: Home, small: bool = False, unregistered: bool = False
    ) -> Dwelling:
        """Return the dwelling with an id, made for a household if there is none yet."""
        if id_ not in self.dwellings:
            seed, nowhere = self._seed, False
            if home.plan.kind in ("young", "single", "former") and not home.plan.cast:
                nowhere = draw(seed, "nowhere", id_) < NOWHERE_CHANCE
            kind = "none" if nowhere else self._kind(id_, home)
            address = NOWHERE if nowhere else self._address(id_, kind, home.plan.cast)
            self.dwellings[id_] = Dwelling(id_, address, kind)
            self._describe(self.dwellings[id_], home, small, unregistered)
        return self.dwellings[id_]

    def _kind(self, id_: str, home: Home) -> str:
        if len(home.adults) == 1 and home.adults[0].age >= 86:
            return weighted(
                (("flat", 45), ("house", 20), ("institution", 35)), self._seed, "kind", id_
            )
        return weighted(_KINDS[home.plan.kind], self._seed, "kind", id_)

    def _address(self, id_: str, kind: str, cast: bool) -> str:
        seed = self._seed
        streets = self._pools.streets
        which, along = divmod(draw(seed, "address", id_) * len(streets), 1)
        street, number = streets[int(which)], lot(cast, along, 14) + 1
        door = ""
        if kind == "flat":
            door = pick(_DOORS, seed, "door", id_)
        elif kind in ("room", "institution"):
            word = "vær." if kind == "room" else "bolig"
            door = f", {word} {between(1, 60, seed, 'door', id_)}"
        while (address := f"{street} {number}{door}") in self._addresses:
            number += LOTS
        self._addresses.add(address)
        return address

    def _describe(self, one: Dwelling, home: Home, small: bool, unregistered: bool) -> None:
        always, seed, id_ = self._chronicle.always, self._seed, one.id
        always("dwelling.address", id_, one.address)
        always("dwelling.kind", id_, one.kind)
        registered = one.kind != "none" and not unregistered
        always(
            "dwelling.registered",
            id_,
            registered and (small or draw(seed, "bbr", id_) >= 0.012),
        )
        if one.kind == "none":
            return
        rooms = 1 if one.kind == "room" else self._rooms(id_, home, small)
        each, more = _AREA[one.kind]
        always("dwelling.rooms", id_, rooms)
        always("dwelling.area", id_, rooms * each + between(0, more, seed, "area", id_))
        always("dwelling.owner", id_, self._owner(one, home))

    def _rooms(self, id_: str, home: Home, small: bool) -> int:
        """Families need rooms: more adults and children, more of them; a few have too few."""
        if small:
            return 1 + (home.plan.size > 3)
        need = 1 + (home.plan.size * 3 + 3) // 4
        crowded = home.plan.size > 2 and draw(self._seed, "crowded", id_) < 0.03
        return need - 2 if crowded else need + between(0, 1, self._seed, "rooms", id_)

    def _owner(self, one: Dwelling, home: Home) -> str:
        street = one.address.partition(",")[0].rstrip("0123456789 ")
        if one.kind == "institution":
            return f"Plejecenter {street}"
        if one.kind == "room":
            return f"Kollegiet {street}"
        own = 0.86 if one.kind == "house" else 0.25
        if draw(self._seed, "owner", one.id) < own:
            return home.adults[0].citizen.name
        return f"Boligforeningen {street}"


def write_stays(chronicle: Chronicle, homes: Homes, one: Someone) -> None:
    """Write where somebody has lived; nobody lives anywhere once they are dead."""
    turns = [(stay.dwelling, stay.begins, stay.ends, stay.reported) for stay in one.stays]
    for dwelling, begins, ends, reported in turns:
        address = homes.dwellings[dwelling].address
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
