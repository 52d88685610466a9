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
    """What the system itself calls the field; with ``""`` it has the fact's own label."""
    months: int = 1
    """The number of newest months the page lists, for a fact of a month."""
    past: int = 0
    """The number of earlier values the page lists, for a fact of a span the world reports here."""


@dataclass(frozen=True)
class Page:
    """One page of a system; opening it exposes exactly its fields, on every face and size."""

    id: str
    title: Text
    fields: tuple[Field, ...]
    relatives: str = ""
    """The fact that names whom or what the page is about (a person, a dwelling), if it is not
    about the one looked up; ``""`` if it is."""


@dataclass(frozen=True)
class Key:
    """One way to search a system, by its own copies of a fact as it spells them."""

    fact: str
    matches: Matches = "whole"
    """Whether what is typed must be the whole value, its beginning or any part of it."""
    written: tuple[Written, ...] = ()
    """How the system spells its values, and so how they must be typed: ``capitals`` only,
    ``surname-first`` (``Holst, Amina``), ``digits-only``. Without ``capitals``, large and small
    letters are the same."""
    earlier: bool = False
    """Whether it also finds somebody by a value reported earlier. It does so only for facts the
    world reports to it: a copy keeps the newest value alone."""
    hint: Text | None = None
    """What stands beside the field to help; with ``None`` one is left to guess."""


@dataclass(frozen=True)
class Search:
    """What a system can be searched by, in which way each, and how it lists the hits."""

    by: Mapping[SearchBy, Key]
    most: int = 12
    """The number of hits it lists; of the rest it says at most that there are more."""
    lists: tuple[str, ...] = ()
    """The ids of the facts each hit is listed with."""


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
    """Its hours, in minutes since midnight, the same every day: ``opens`` to before ``closes``."""
    from_world: tuple[str, ...] = ()
    """The ids of the facts the world itself reports to this system."""
    lag: int = 0
    """Minutes from a report until the value shows here."""
    shows_age: bool = False
    tells_origin: bool = False
    """Whether one can ask it for the route of a value."""
    asks_basis: AsksBasis = "never"
    empty_basis: bool = True
    """Whether it lets a look-up with an empty legal basis through, as some real systems do."""
    hidden: Mapping[str, tuple[str, ...]] | None = None
    """The ids of the facts a role may not see here, by role."""
    hides_as: Literal["hidden", "missing"] = "hidden"
    guards: bool = True
    """Whether protected values stay covered here until somebody asks to see them."""
    search: Search | None = None
    """``None`` if it cannot be searched."""
    greeting: Text | None = None
    """What it says before a page is opened; with ``None`` what its look says."""
    when_down: Text | None = None
    """What it says while it does not answer; with ``None`` what its look says."""

    def page(self, page: str) -> Page | None:
        """Return the page with the id ``page``, or ``None``."""
        return next((candidate for candidate in self.pages if candidate.id == page), None)

    def open_at(self, minute: int) -> bool:
        """Return whether the system is within its hours at a minute of the day."""
        return self.opens <= minute < self.closes

    def may_see(self, role: str, fact: str) -> bool:
        """Return whether a role may see a fact here."""
        return not self.hidden or fact not in self.hidden.get(role, ())


@dataclass(frozen=True)
class Outage:
    """A time in which a system is down: from ``begins`` to, not including, ``ends``."""

    system: str
    begins: Moment
    ends: Moment


@dataclass(frozen=True)
class StatusPage:
    """What IT's status page knows, and how late."""

    lag: int = 0
    """Minutes until the page tells what has happened."""
    lines: Mapping[str, Text] = field(default_factory=dict)
    """What the page says of a system whatever its state is, by the id of the system."""


@dataclass(frozen=True)
class Landscape:
    """The systems by id, the integrations between them, what is down and what IT tells."""

    systems: Mapping[str, System]
    integrations: tuple[Integration, ...]
    outages: tuple[Outage, ...] = ()
    status: StatusPage = StatusPage()

    def integration(self, id_: str) -> Integration | None:
        """Return the integration with the id ``id_``, or ``None``."""
        return next(
            (integration for integration in self.integrations if integration.id == id_), None
        )

    def into(self, system: str, fact: str) -> tuple[Integration, ...]:
        """Return the integrations that carry a fact into a system, in declared order."""
        return tuple(
            integration
            for integration in self.integrations
            if integration.target == system and fact in integration.carries
        )

    def copied(self, system: str, fact: str) -> int:
        """Return how many times a fact has been copied when a system shows it, as documented.

        It is 0 where the world reports it, and more than there are integrations where nothing
        brings it.
        """
        if fact in self.systems[system].from_world:
            return 0
        feeds = ((feed.source, feed.carries[fact].source) for feed in self.into(system, fact))
        never = len(self.integrations) + 1
        return min((1 + self.copied(*feed) for feed in feeds), default=never)

    def up(self, system: str, at: Moment) -> bool:
        """Return whether no outage covers a moment. Machines need no more; hours are for people."""
        for outage in self.outages:  # a loop, for this is asked of every system all day long
            if outage.system == system and outage.begins <= at < outage.ends:
                return False
        return True

    def works(self, system: str, at: Moment) -> bool:
        """Return whether people can use a system at a moment: it is up and within its hours."""
        return self.systems[system].open_at(minute_of(at)) and self.up(system, at)
