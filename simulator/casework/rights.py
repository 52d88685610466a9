"""Rights: in which systems a case gives a role a legal basis to look, and what that basis is."""

from dataclasses import dataclass

from simulator.core.clock import DayNumber
from simulator.core.texts import Text


@dataclass(frozen=True)
class Right:
    """A legal basis to look somebody up in some systems, for whoever works with a type of case."""

    systems: tuple[str, ...]
    """The ids of the systems it covers."""
    basis: Text
    """The legal basis, as a system that asks for it is told."""
    source: Text
    """Where it was found."""
    roles: tuple[str, ...] = ()
    """The roles it is given to; ``()`` gives it to every role."""
    valid_from: DayNumber | None = None
    """Since when it holds, as far as the source says."""
    looked_at: DayNumber | None = None
    """When somebody last looked at the source."""
    verified: bool = False

    def covers(self, system: str, role: str) -> bool:
        """Return whether it lets a role look in a system."""
        return system in self.systems and (not self.roles or role in self.roles)
