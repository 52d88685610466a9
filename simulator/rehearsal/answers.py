"""What a sweep answers: which integrations decide, where ways part, and what went wrong by whom."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

from simulator.rehearsal.matters import Given, Matter
from simulator.rehearsal.sweep import Effect, Played, Sweep
from simulator.rehearsal.varying import Made
from simulator.rehearsal.ways import Way

# Integrations ---------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Arrow:
    """One integration made otherwise, and what that did in every way it was rehearsed."""

    id: str
    made: Made
    effects: tuple[Effect, ...]

    @property
    def decides(self) -> tuple[str, ...]:
        """The cases that get another decision, or one that stands or not, in some way."""
        return tuple(dict.fromkeys(case for effect in self.effects for case in effect.decided))

    @property
    def differs(self) -> bool:
        """Whether anything in any log is another."""
        return any(effect.differs for effect in self.effects)


def arrows(sweep: Sweep) -> tuple[Arrow, ...]:
    """Return what each integration does, made otherwise, in the order they were tried."""
    effects: dict[tuple[str, Made], list[Effect]] = {}
    for effect in sweep.effects:
        effects.setdefault((effect.arrow, effect.made), []).append(effect)
    return tuple(Arrow(*which, tuple(of_it)) for which, of_it in effects.items())


def deciding(sweep: Sweep) -> tuple[str, ...]:
    """Return the ids of the integrations that decide a matter in some way of working."""
    return tuple(dict.fromkeys(arrow.id for arrow in arrows(sweep) if arrow.decides))


def scenery(sweep: Sweep) -> tuple[str, ...]:
    """Return the ids of those that change nothing at all in any rehearsed way, whole or stopped."""
    tried = arrows(sweep)
    met = {arrow.id for arrow in tried if arrow.differs}
    return tuple(dict.fromkeys(arrow.id for arrow in tried if arrow.id not in met))


# Matters --------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Parting:
    """A matter that is answered otherwise, or not at all, in some way of working."""

    seed: int
    matters: tuple[Matter, ...]
    """The matter as each way left it, in the order of the ways."""


def partings(sweep: Sweep) -> tuple[Parting, ...]:
    """Return the matters that part the ways, by seed and in the order they arrived."""
    return tuple(
        Parting(seed, matter)
        for seed, days in _by_seed(sweep)
        for matter in zip(*(day.matters for day in days), strict=True)
        if len({each.answer for each in matter}) > 1
    )


def _by_seed(sweep: Sweep) -> Iterator[tuple[int, tuple[Played, ...]]]:
    """Yield each seed with its days, in the order of the ways."""
    for seed in sweep.seeds:
        yield seed, tuple(day for day in sweep.days if day.seed == seed)


# What went wrong ------------------------------------------------------------------------------

Source = Literal["landscape", "sure", "roughly", "municipality", "picking", "choice", "unseen"]
"""Where a mistake came from: the landscape; a citizen who was sure and mistaken, or knew it only
roughly; the municipality's own scale or order; what automation picked though better had been seen;
somebody's own choice; what nobody looked up."""

SOURCES: Mapping[Source, tuple[str, ...]] = {
    "landscape": ("integration", "report", "outage"),
    "sure": ("citizen-sure",),
    "roughly": ("citizen-roughly",),
    "municipality": ("scale", "order"),
    "picking": ("picked-alone",),
    "choice": ("own", "picked", "hand", "document"),
    "unseen": ("unseen",),
}
"""The kinds of causes that are of each."""
MACHINES = frozenset[Source](("landscape", "municipality"))
"""What is of the systems, and of how they are set up."""
PEOPLE = frozenset[Source](("sure", "roughly", "choice", "unseen"))
"""What is a hand's or a voice's. Picking is neither's: what was picked is what was wrong."""


@dataclass(frozen=True, slots=True)
class Wrong:
    """What went wrong in one way of working, over all seeds."""

    answered: int
    """The matters with any answer, whether or not it was sent."""
    failed: int
    """Those with an answer that does not stand."""
    given: Mapping[Given, int]
    """What these gave: too much, too little, something else."""
    sources: Mapping[Source, int] | None
    """Where these came from; one may come from several. None where causes were not asked for."""
    caught: int | None
    """The matters with a suggestion that does not stand, and an answer that does."""


def wrong(sweep: Sweep) -> Mapping[Way, Wrong]:
    """Return what went wrong in each way of working."""
    return {way: _wrong([*sweep.played(way)]) for way in sweep.ways}


def _wrong(days: list[Played]) -> Wrong:
    answered = [matter for day in days for matter in day.matters if matter.right is not None]
    failed = [matter for matter in answered if not matter.right]
    given = Counter(matter.given for matter in failed)
    counted: Mapping[Given, int] = {
        "much": given["much"],
        "little": given["little"],
        "other": given["other"],
    }
    if any(day.mistakes is None for day in days):
        return Wrong(len(answered), len(failed), counted, None, None)
    mistakes = [mistake for day in days for mistake in day.mistakes or ()]
    came_from = [_sources(mistake.sources) for mistake in mistakes if not mistake.caught]
    sources = {source: sum(source in its for its in came_from) for source in SOURCES}
    return Wrong(
        len(answered), len(failed), counted, sources, sum(mistake.caught for mistake in mistakes)
    )


def _sources(kinds: Iterable[str]) -> frozenset[Source]:
    return frozenset(source for source, of_it in SOURCES.items() if {*of_it} & {*kinds})


Place = tuple[int, str]
"""A seed and a case."""


@dataclass(frozen=True, slots=True)
class Balance:
    """Who was right where something went wrong, seen over all ways of working.

    A matter may stand in the first two: either can lead astray.
    """

    machine_astray: tuple[Place, ...]
    """The systems, or how they are set up, made it wrong in one way; another way has it right."""
    person_astray: tuple[Place, ...]
    """A hand or a voice made it wrong in one way; another way has it right."""
    nobody_right: tuple[Place, ...]
    """It is wrong in some way, and right in none."""


def balance(sweep: Sweep) -> Balance:
    """Return who was right and who was astray. Without causes none is known to be either's."""
    right = {(d.seed, m.case) for d in sweep.days for m in d.matters if m.right}
    failed = {(d.seed, m.case) for d in sweep.days for m in d.matters if m.right is False}
    sources: dict[Place, set[Source]] = {}
    for day in sweep.days:
        for mistake in day.mistakes or ():
            sources.setdefault((day.seed, mistake.case), set()).update(_sources(mistake.sources))

    def places(holds: Callable[[Place], bool]) -> tuple[Place, ...]:
        every = ((day.seed, matter.case) for day in sweep.days for matter in day.matters)
        return tuple(filter(holds, dict.fromkeys(every)))

    return Balance(
        places(lambda at: at in right and bool(sources.get(at, set()) & MACHINES)),
        places(lambda at: at in right and bool(sources.get(at, set()) & PEOPLE)),
        places(lambda at: at in failed - right),
    )
