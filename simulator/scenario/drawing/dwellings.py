"""Dwellings: their kinds, rooms, owners and addresses, of which no two are equal."""

from collections import defaultdict
from dataclasses import dataclass

from simulator.core.draws import between, draw, pick, weighted
from simulator.scenario.drawing.chronicle import Chronicle
from simulator.scenario.drawing.people import LOTS, Home, lot
from simulator.scenario.drawing.pools import Pools

NOWHERE = "Uden fast bopæl"
"""What the register has for people without an address."""
NOWHERE_CHANCE = 0.004

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
"""Square metres for each room of a dwelling, and how many more it may have in all."""


@dataclass(frozen=True)
class Dwelling:
    """A dwelling that has been drawn."""

    id: str
    address: str
    kind: str


class Dwellings:
    """Makes a town's dwellings."""

    def __init__(self, seed: int, chronicle: Chronicle, pools: Pools) -> None:
        self._seed, self._chronicle, self._pools = seed, chronicle, pools
        self.made: dict[str, Dwelling] = {}
        self._addresses: dict[str, set[str]] = defaultdict(set)

    def of(self, id_: str, home: Home, small: bool = False, unregistered: bool = False) -> Dwelling:
        """Return the dwelling with an id; if there is none yet, it is drawn to fit a household.

        ``small`` makes it too small, ``unregistered`` keeps it out of the building register.
        """
        if id_ not in self.made:
            seed, nowhere = self._seed, False
            if home.plan.kind in ("young", "single", "former") and not home.plan.cast:
                nowhere = draw(seed, "nowhere", id_) < NOWHERE_CHANCE
            kind = "none" if nowhere else self._kind(id_, home)
            address = NOWHERE if nowhere else self._address(id_, kind, home.plan.cast)
            self.made[id_] = Dwelling(id_, address, kind)
            self._describe(self.made[id_], home, small, unregistered)
        return self.made[id_]

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
        # Among the cast only one's own homes differ for sure: what others have may not matter.
        taken = self._addresses[id_.rpartition(".")[0] if cast else ""]
        while (address := f"{street} {number}{door}") in taken:
            number += LOTS
        taken.add(address)
        return address

    def _describe(self, dwelling: Dwelling, home: Home, small: bool, unregistered: bool) -> None:
        always, seed, id_ = self._chronicle.always, self._seed, dwelling.id
        registered = dwelling.kind != "none" and not unregistered
        registered = registered and (small or draw(seed, "bbr", id_) >= 0.012)
        always("dwelling.address", id_, dwelling.address)
        always("dwelling.registered", id_, registered)
        if dwelling.kind == "none":
            always("dwelling.kind", id_, dwelling.kind)
            return
        # Where it is not, there is a home, and the register of buildings is told nothing of it.
        write = always if registered else self._chronicle.untold
        write("dwelling.kind", id_, dwelling.kind)
        rooms = 1 if dwelling.kind == "room" else self._rooms(id_, home, small)
        each, extra = _AREA[dwelling.kind]
        write("dwelling.rooms", id_, rooms)
        write("dwelling.area", id_, rooms * each + between(0, extra, seed, "area", id_))
        write("dwelling.owner", id_, self._owner(dwelling, home))

    def _rooms(self, id_: str, home: Home, small: bool) -> int:
        """Return the number of rooms: enough for the household, in a few dwellings too few."""
        if small:
            return 1 + (home.plan.size > 3)
        need = 1 + (home.plan.size * 3 + 3) // 4
        crowded = home.plan.size > 2 and draw(self._seed, "crowded", id_) < 0.03
        return need - 2 if crowded else need + between(0, 1, self._seed, "rooms", id_)

    def _owner(self, dwelling: Dwelling, home: Home) -> str:
        street = dwelling.address.partition(",")[0].rstrip("0123456789 ")
        if dwelling.kind == "institution":
            return f"Plejecenter {street}"
        if dwelling.kind == "room":
            return f"Kollegiet {street}"
        own = 0.86 if dwelling.kind == "house" else 0.25
        if draw(self._seed, "owner", dwelling.id) < own:
            return home.adults[0].citizen.name
        return f"Boligforeningen {street}"
