"""What was true and what a system would have shown, worked out without the program's own code.

The five rules of observing are written here once more, over the town's spells, and so is mending:
nothing of the landscape is rebuilt, but what is mended is asked in another way. Whatever feeds a
place is named as a cause is stored: ``report:pension``, ``integration:cpr->overblik``,
``hand:ydelse``, ``outage:cpr``. Of an integration its parts can be mended alone: ``stop:ID`` lets
it run as planned, ``map:ID`` lets it bring everything whole.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from simulator.casework.day import Day
from simulator.core.clock import MINUTES_A_DAY, Moment
from simulator.core.facts import Value
from simulator.landscape.integrations import Carry, Integration
from simulator.landscape.systems import Landscape
from simulator.town.spells import Spell
from simulator.town.town import Town

Mended = frozenset[object]
"""Causes, as if they had never been."""


def bare(path: str) -> str:
    """The fact of a path, whoever it is about."""
    return ".".join(path.split(".")[-2:])


def relation(path: str) -> str:
    """The word before a fact that leads to whom it is about, or nothing."""
    return path.partition(".")[0] if path.count(".") > 1 else ""


# What was true --------------------------------------------------------------------------------


@dataclass(frozen=True)
class Truth:
    """What was true in a town, by what could be known at a moment."""

    day: Day
    """For its facts and relations alone."""
    town: Town
    at: Moment

    def of(self, fact: str, subject: str) -> Value | None:
        """What could be known of a fact of a subject."""
        spell = self.spell(fact, subject)
        return spell.value if spell else None

    def spell(self, fact: str, subject: str) -> Spell | None:
        """The period that is the truth of a fact of a subject."""
        known = known_month if self._monthly(fact) else holding
        return known(self.spells(fact, subject), self.at)

    def spells(self, fact: str, subject: str) -> list[Spell]:
        """All periods of a fact of a subject."""
        drawn = self.town.spells.get((fact, subject), ())
        return [*drawn, *self.town.since.get((fact, subject), ())]

    def _monthly(self, fact: str) -> bool:
        return fact in self.day.opening.facts and self.day.opening.facts[fact].holds == "month"

    def subject(self, path: str, party: str) -> str:
        """Whom or what a path is about, seen from a party, when the day begins."""
        if not (word := relation(path)):
            return party
        (names,) = (fact for fact in self.day.opening.facts.values() if fact.relation == word)
        morning = Truth(self.day, self.town, self.day.opening.date * MINUTES_A_DAY)
        spell = holding(morning.spells(names.id, party), morning.at)
        return str(spell.value or "") if spell else ""

    def at_path(self, path: str, party: str) -> Value | None:
        """What could be known at a path, seen from a party."""
        subject = self.subject(path, party)
        return self.of(bare(path), subject) if subject else None


def known_month(spells: list[Spell], at: Moment) -> Spell | None:
    """Of a fact that holds for a month: the newest that has ended, or was told before it ended."""
    today = at // MINUTES_A_DAY
    months = [s for s in spells if s.reported <= at or (s.ends is not None and s.ends <= today)]
    months.sort(key=lambda spell: (spell.begins, spell.reported))
    return months[-1] if months else None


def holding(spells: list[Spell], at: Moment) -> Spell | None:
    """Of any other fact: what holds on the day, the last told of several."""
    today = at // MINUTES_A_DAY
    hold = [s for s in spells if s.begins <= today and (s.ends is None or today < s.ends)]
    return hold[-1] if hold else None


# What a system shows --------------------------------------------------------------------------


@dataclass(frozen=True)
class Station:
    """A place on a value's way, and what feeds it."""

    system: str
    fact: str
    cause: str


@dataclass(frozen=True)
class Came:
    """A value in a system: what fed the place last, and when it came."""

    value: Value | None
    """``None``: it was cleared, or never was there."""
    at: Moment
    through: tuple[Station, ...]
    """The places on its way, the origin first."""


class World:
    """A landscape over a town, with some of its causes mended."""

    def __init__(self, day: Day, mended: Mended = frozenset()) -> None:
        self._day, self._town, self._mended = day, day.world.town, mended
        self._landscape: Landscape = day.world.landscape
        self._seen: dict[tuple[str, str, str, Moment], Came | None] = {}

    def works(self, system: str, at: Moment) -> bool:
        """Whether one who sits at the desk gets an answer."""
        declared, minute = self._landscape.systems[system], at % MINUTES_A_DAY
        open_now = declared.opens <= minute < declared.closes
        return self._is(f"outage:{system}") or (open_now and not self.down(system, at))

    def shown(self, system: str, fact: str, subject: str, at: Moment) -> Value | None:
        """The value a system shows, ``None`` for none."""
        if not self.works(system, at):
            return None
        came = self.came(system, fact, subject, at)
        return came.value if came else None

    def came(self, system: str, fact: str, subject: str, at: Moment) -> Came | None:
        """What a system holds, open or not, and how it came."""
        key = system, fact, subject, at
        if key not in self._seen:
            self._seen[key] = self._came(*key)
        return self._seen[key]

    def way(self, system: str, fact: str, subject: str, at: Moment) -> Iterator[str]:
        """What feeds the places on a value's way that do not show what is true."""
        stations = self.stations(system, fact, subject, at)
        true = Truth(self._day, self._town, at).of(stations[0].fact, subject)
        for station in stations:
            copying = self._landscape.integration(station.cause.partition(":")[2])
            if copying is not None:
                true = copied(copying.carries[station.fact], true, station.fact)
            held = self.came(station.system, station.fact, subject, at)
            if (held.value if held else None) != true:
                yield station.cause
                yield from self._no_source_for(station.cause, at)

    def stations(self, system: str, fact: str, subject: str, at: Moment) -> list[Station]:
        """The places of a value's way, the origin first; where it has none, as it is meant."""
        came = self.came(system, fact, subject, at)
        if came is not None and came.value is not None:
            return [*came.through]
        into = self._landscape.into(system, fact)
        if not into or fact in self._landscape.systems[system].from_world:
            return [Station(system, fact, f"report:{system}")]
        before = self.stations(into[0].source, into[0].carries[fact].source, subject, at)
        return [*before, Station(system, fact, f"integration:{into[0].id}")]

    def _no_source_for(self, cause: str, at: Moment) -> Iterator[str]:
        """The outage by which a planned run did not go, if that is why."""
        copying = self._landscape.integration(cause.partition(":")[2])
        if copying is not None and self._no_source(copying, self.planned(copying, at)):
            yield f"outage:{copying.source}"

    def _came(self, system: str, fact: str, subject: str, at: Moment) -> Came | None:
        fed = list(self._fed(system, fact, subject, at))
        newest = max((came.at for came in fed if came), default=None)
        typed = self._typed(system, fact, subject, at)
        if typed and (newest is None or newest <= typed.at):
            return typed
        there = [came for came in fed if came and came.value is not None]
        return (there or fed[-1:] or [None])[0]

    def _typed(self, system: str, fact: str, subject: str, at: Moment) -> Came | None:
        if self._is(f"hand:{system}"):
            return None
        typed = self._day.world.hands.get((system, fact, subject), ())
        entries = [entry for entry in typed if entry.at <= at]
        how = (Station(system, fact, f"hand:{system}"),)
        return Came(entries[-1].value, entries[-1].at, how) if entries else None

    def _fed(self, system: str, fact: str, subject: str, at: Moment) -> Iterator[Came | None]:
        if fact in self._landscape.systems[system].from_world:
            yield self._reported(system, fact, subject, at)
            return
        for copying in self._landscape.integrations:
            if copying.target == system and fact in copying.carries:
                yield self._copied(copying, fact, subject, at)

    def _reported(self, system: str, fact: str, subject: str, at: Moment) -> Came | None:
        how = (Station(system, fact, f"report:{system}"),)
        if self._is(f"report:{system}"):
            truth = Truth(self._day, self._town, at).of(fact, subject)
            return None if truth is None else Came(truth, self._began(fact, subject, at), how)
        lag = self._landscape.systems[system].lag
        told = [s for s in self._spells(fact, subject) if s.reported + lag <= at]
        return Came(told[-1].value, told[-1].reported + lag, how) if told else None

    def _began(self, fact: str, subject: str, at: Moment) -> Moment:
        """When what is true at a moment could first be known."""
        held = [s for s in self._spells(fact, subject) if s.begins * MINUTES_A_DAY <= at]
        return max((s.begins * MINUTES_A_DAY for s in held), default=at)

    def _spells(self, fact: str, subject: str) -> list[Spell]:
        """What has been true, by when it was told; what the day made true comes last."""
        drawn = self._town.spells.get((fact, subject), ())
        return [*drawn, *self._town.since.get((fact, subject), ())]

    def _copied(self, copying: Integration, fact: str, subject: str, at: Moment) -> Came | None:
        carry, how = copying.carries[fact], f"integration:{copying.id}"
        whole = self._is(how)
        run = self._at_once(copying, at) if whole else self.ran(copying, at)
        came = self.came(copying.source, carry.source, subject, run)
        if came is None:
            return None
        if came.value is None and copying.keeps_last and not whole:
            came, run = self._kept(copying, carry, subject, run)
        if came is None:
            return None
        all_of_it = whole or self._is(f"map:{copying.id}")
        arrived = copied(carry, came.value, fact if all_of_it else "")
        when = self.planned(copying, at) if whole else run
        if arrived is None and came.value is not None:
            return None
        station = Station(copying.target, fact, how)
        return Came(arrived, when, (*came.through, station))

    def _kept(
        self, copying: Integration, carry: Carry, subject: str, run: Moment
    ) -> tuple[Came | None, Moment]:
        """The last run that found something: a copy keeps what it has where nothing is sent."""
        while came := self.came(copying.source, carry.source, subject, run):
            if came.value is not None:
                return came, run
            run = self.ran(copying, came.at - 1)
        return None, run

    def ran(self, copying: Integration, at: Moment) -> Moment:
        """The last run that went: not within a stop, nor while its source was down."""
        run = self.planned(copying, at)
        while self.stands(copying, run) or self._no_source(copying, run):
            stop = self.stands(copying, run)
            run = self.planned(copying, stop - 1) if stop else run - copying.every
        return run

    def _at_once(self, copying: Integration, at: Moment) -> Moment:
        """The last minute in which there was something to copy from."""
        while self._no_source(copying, at):
            at -= 1
        return at

    def planned(self, copying: Integration, at: Moment) -> Moment:
        """The last run that was planned, whether it went or not."""
        return at - (at - copying.offset) % copying.every

    def stands(self, copying: Integration, at: Moment) -> Moment:
        """When the stop began that covers a moment; 0 for none."""
        if self._is(f"stop:{copying.id}"):
            return 0
        covering = [
            stop.begins
            for stop in copying.stops
            if stop.begins <= at and (stop.ends is None or at < stop.ends)
        ]
        return min(covering, default=0)

    def _no_source(self, copying: Integration, at: Moment) -> bool:
        mended = self._is(f"outage:{copying.source}")
        return not mended and self.down(copying.source, at)

    def down(self, system: str, at: Moment) -> bool:
        """Whether an outage covers a moment."""
        outages = self._landscape.outages
        return any(o.system == system and o.begins <= at < o.ends for o in outages)

    def _is(self, cause: str) -> bool:
        return cause in self._mended


def copied(carry: Carry, value: Value | None, whole_as: str = "") -> Value | None:
    """A value as it arrives; whole, where it is said as what fact it arrives.

    Whole, codes are still translated where the fact becomes another.
    """
    if value is None or (carry.loses == "field" and not whole_as):
        return None
    if isinstance(value, str):
        if not whole_as or whole_as != carry.source:
            value = carry.codes.get(value, value)
        if carry.first_of and not whole_as:
            value = value.split(carry.first_of)[0].strip()
        if carry.first_characters and not whole_as:
            value = value[: carry.first_characters].rstrip()
        return value
    if carry.round_to and not whole_as and not isinstance(value, bool):
        return value - value % carry.round_to
    return value
