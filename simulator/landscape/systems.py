"""Systems, their pages and fields, and the landscape they form."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from simulator.core.clock import Moment, minute_of
from simulator.core.texts import Text
from simulator.landscape.integrations import Integration

AsksBasis = Literal["always", "first", "never"]
SearchBy = Literal["name", "number", "address"]
Matches = Literal["whole", "begins", "contains"]
Written = Literal["capitals", "surname-first", "digits-only"]


@dataclass(frozen=True)
class Field:
    """One fact on a page."""

    fact: str
    code: str = ""
    """What the system itself calls the field; nothing: the fact's own label."""
    months: int = 1
    """How many of the newest months are listed, for a fact of a month."""
    past: int = 0
    """How many earlier values are listed, for a fact of a span, where they were reported to."""


@dataclass(frozen=True)
class Page:
    """One page of a system; opening it exposes exactly its fields, on every face and size."""

    id: str
    title: Text
    fields: tuple[Field, ...]
    relatives: str = ""
    """A fact that names whom or what the page is about, instead of the one looked up: a person,
    or a dwelling."""


@dataclass(frozen=True)
class Key:
    """One way to search a system: over its own copies of a fact, as it keeps them."""

    fact: str
    matches: Matches = "whole"
    """Whether what is typed is the whole, how it begins, or anywhere in it."""
    written: tuple[Written, ...] = ()
    """How the system keeps it, and so how it must be typed: ``capitals`` only, ``surname-first``
    (``Holst, Amina``), ``digits-only``. Without ``capitals`` large and small are the same."""
    earlier: bool = False
    """Whether it also finds by what was reported earlier. Only where the world reports it: a copy
    keeps no more than the newest."""
    hint: Text | None = None
    """What stands beside the field; nothing: one is left to guess."""


@dataclass(frozen=True)
class Search:
    """What a system can be searched by, each with its nuisances, and how it lists the hits."""

    by: Mapping[SearchBy, Key]
    most: int = 12
    """How many hits it lists; of the rest it says at most that there are more."""
    lists: tuple[str, ...] = ()
    """The facts a hit is listed with."""


@dataclass(frozen=True)
class System:
    """One mock system."""

    id: str
    name: Text
    owner: Text
    look: str
    """How it looks on the screen: the name of one of the looks the full-screen face has."""
    pages: tuple[Page, ...]
    minutes: int
    """What a look-up costs, in simulated minutes."""
    opens: int = 0
    closes: int = 1440
    """Opening hours as minutes since midnight, every day."""
    from_world: tuple[str, ...] = ()
    """The facts the world itself reports to this system."""
    lag: int = 0
    """Minutes from a report to its showing here."""
    shows_age: bool = False
    tells_origin: bool = False
    """Whether the route of a value can be asked for here."""
    asks_basis: AsksBasis = "never"
    empty_basis: bool = True
    """Whether an empty legal basis is let through, as some real systems do."""
    hidden: Mapping[str, tuple[str, ...]] | None = None
    """Facts a role may not see here, by role."""
    hides_as: Literal["hidden", "missing"] = "hidden"
    guards: bool = True
    """Whether what is protected stays covered here until somebody asks for it."""
    search: Search | None = None
    """Nothing: it cannot be searched."""
    greeting: Text | None = None
    """What it says before a page is opened; nothing: what its look says."""
    when_down: Text | None = None
    """What it says while it does not answer; nothing: what its look says."""

    def page(self, page: str) -> Page | None:
        """Return the page with an id, if there is one."""
        return next((one for one in self.pages if one.id == page), None)

    def open_at(self, minute: int) -> bool:
        """Say whether the system is within its hours at a minute of the day."""
        return self.opens <= minute < self.closes

    def may_see(self, role: str, fact: str) -> bool:
        """Say whether a role may see a fact here."""
        return not self.hidden or fact not in self.hidden.get(role, ())


@dataclass(frozen=True)
class Outage:
    """A system that is down from one moment to, not including, another."""

    system: str
    begins: Moment
    ends: Moment


@dataclass(frozen=True)
class StatusPage:
    """What IT's status page knows, and how late."""

    lag: int = 0
    """Minutes from something happening to its standing there."""
    lines: Mapping[str, Text] = field(default_factory=dict)
    """What stands there of a system whatever is the case, by its id."""


@dataclass(frozen=True)
class Landscape:
    """The systems and what runs between them."""

    systems: Mapping[str, System]
    integrations: tuple[Integration, ...]
    outages: tuple[Outage, ...] = ()
    status: StatusPage = StatusPage()

    def integration(self, id_: str) -> Integration | None:
        """Return the integration with an id, if there is one."""
        return next((one for one in self.integrations if one.id == id_), None)

    def into(self, system: str, fact: str) -> tuple[Integration, ...]:
        """Return the integrations that carry a fact into a system, in declared order."""
        return tuple(
            one for one in self.integrations if one.target == system and fact in one.carries
        )

    def up(self, system: str, at: Moment) -> bool:
        """Say whether a system works at a moment, for machines (its hours are for people)."""
        for one in self.outages:
            if one.system == system and one.begins <= at < one.ends:
                return False
        return True

    def works(self, system: str, at: Moment) -> bool:
        """Say whether people can use a system at a moment: it is up and within its hours."""
        return self.systems[system].open_at(minute_of(at)) and self.up(system, at)
