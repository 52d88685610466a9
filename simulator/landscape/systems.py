"""Systems, their pages and fields, and the landscape they form."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from simulator.core.clock import Moment, minute_of
from simulator.core.texts import Text
from simulator.landscape.integrations import Integration

AsksBasis = Literal["always", "first", "never"]
Look = Literal["terminal", "ledger", "cards", "queue", "archive", "post"]


@dataclass(frozen=True)
class Field:
    """One fact on a page."""

    fact: str
    code: str = ""
    """What the system itself calls the field; nothing: the fact's own label."""
    months: int = 1
    """How many of the newest months are listed, for a fact of a month."""


@dataclass(frozen=True)
class Page:
    """One page of a system; opening it exposes exactly its fields, on every face and size."""

    id: str
    title: Text
    fields: tuple[Field, ...]
    relatives: str = ""
    """A fact that names a person whose facts the page is about, instead of the one looked up."""


@dataclass(frozen=True)
class System:
    """One mock system."""

    id: str
    name: Text
    owner: Text
    look: Look
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
    """Facts whose change this system sends an advice about."""

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
class Landscape:
    """The systems and what runs between them."""

    systems: Mapping[str, System]
    integrations: tuple[Integration, ...]
    outages: tuple[Outage, ...] = ()

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
