"""Whoever plays the days of a sweep: draws its town once, and plays one unit of work at a time."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property

from simulator.casework.habits import HABITS
from simulator.casework.opening import Opening
from simulator.rehearsal.matters import Matter, matters
from simulator.rehearsal.playing import Rehearsal, play
from simulator.rehearsal.readings import Minutes, Mistake, minutes_of, mistakes_of
from simulator.rehearsal.sweep import Asked, Effect, Played
from simulator.rehearsal.varying import Made, made_otherwise
from simulator.rehearsal.ways import Way, set_for
from simulator.scenario.loading import Loaded

Draws = Callable[[int | None], Loaded]
"""Draws a day from a seed, or from its own. It is shipped by its name: ``partial(load, path)``."""


@dataclass(frozen=True, slots=True)
class Unit:
    """Some work: a day in one way, or one integration made otherwise in every way."""

    seed: int | None
    way: Way | None = None
    arrow: str = ""
    made: Made = "whole"


class Player:
    """Plays units of work, and keeps the town drawn last and the days that were played in it."""

    def __init__(self, draws: Draws, asked: Asked) -> None:
        self._draws, self._asked = draws, asked
        self._newest: tuple[int | None, Loaded] | None = None
        self._known: dict[Way, tuple[Rehearsal, tuple[Matter, ...]]] = {}
        """The days played in the newest town, as they are: what others are held against."""

    def __reduce__(self) -> tuple[type["Player"], tuple[Draws, Asked]]:
        """Ship no more than what is asked; another process draws for itself."""
        return Player, (self._draws, self._asked)

    def drawn(self, seed: int | None) -> Loaded:
        """Return the day drawn from a seed."""
        if self._newest is None or self._newest[0] != seed:
            self._known.clear()
            self._newest = seed, self._draws(seed)
            _compile(self._newest[1].opening)
        return self._newest[1]

    def does(self, unit: Unit) -> Iterator[Played | Effect]:
        """Do some work, and yield what came of it."""
        if unit.way:
            yield self._day(unit.seed, unit.way)
            return
        for way in self._asked.ways:
            effect = self._effect(unit, way)
            yield effect
            if self._enough(effect):
                return

    def _enough(self, effect: Effect) -> bool:
        match self._asked.until:
            case "differs":
                return effect.differs
            case "decides":
                return bool(effect.decided)
            case "the-end":
                return False

    def _day(self, seed: int | None, way: Way) -> Played:
        played, left = self._as_it_is(seed, way)
        town, readings = self.drawn(seed).town, self._asked.readings
        account: tuple[Minutes, ...] | None = None
        wrong: tuple[Mistake, ...] | None = None
        if readings and (readings.account or readings.findings):
            opened = readings.opens(played.events, town)
            account = minutes_of(readings.account(opened)) if readings.account else None
            wrong = mistakes_of(readings.findings(opened), left) if readings.findings else None
        return Played(played.day.opening.seed, way, left, account, wrong)

    def _as_it_is(self, seed: int | None, way: Way) -> tuple[Rehearsal, tuple[Matter, ...]]:
        loaded = self.drawn(seed)
        if way not in self._known:
            played = play(set_for(loaded.opening, way), loaded.town, HABITS[way.habit])
            self._known[way] = played, matters(played)
        return self._known[way]

    def _effect(self, unit: Unit, way: Way) -> Effect:
        """Play a day with an integration made otherwise, and hold it against the day as it is."""
        loaded, (as_it_is, before) = self.drawn(unit.seed), self._as_it_is(unit.seed, way)
        opening = made_otherwise(loaded.opening, unit.arrow, unit.made)
        played = play(set_for(opening, way), loaded.town, HABITS[way.habit])
        # The first event holds the landscape itself.
        if played.events[1:] == as_it_is.events[1:]:
            return Effect(opening.seed, way, unit.arrow, unit.made, differs=False)
        pairs = [*zip(before, matters(played), strict=True)]
        return Effect(
            opening.seed,
            way,
            unit.arrow,
            unit.made,
            differs=True,
            decided=tuple(
                old.case for old, new in pairs if old.met and new.met and _other(old, new)
            ),
            crowded=tuple(old.case for old, new in pairs if old.met != new.met),
        )


def _other(old: Matter, new: Matter) -> bool:
    return (old.answer, old.right) != (new.answer, new.right)


def _compile(opening: Opening) -> None:
    """Let an opening work out what it keeps of itself, once for all that are made of it."""
    for name, kept in vars(type(opening)).items():
        if isinstance(kept, cached_property):
            getattr(opening, name)
