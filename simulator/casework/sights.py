"""What was seen of a fact: on an opened page, filled in by automation, or told by a citizen."""

from dataclasses import dataclass

from simulator.casework.vocabulary import SightState
from simulator.core.clock import DayNumber, Moment
from simulator.core.facts import Value


@dataclass(frozen=True, slots=True)
class Seen:
    """One field of an opened page, or one fact filled in by automation or told by a citizen."""

    path: str
    """The fact, its relation before it (``partner.``) if it is about another than the party."""
    subject: str
    source: str
    """A system's id, or ``citizen``."""
    state: SightState
    value: Value | None = None
    as_of: Moment | None = None
    """When it was reported. Seen in play only where ``dated``."""
    since: DayNumber | None = None
    dated: bool = False
    """Whether the system showed how old it is."""
    earlier: tuple[tuple[DayNumber, Value], ...] = ()
    """Earlier months, where the page lists them."""
    at: Moment | None = None
    """When it was looked at, in a system."""

    @property
    def place(self) -> tuple[str, str, str]:
        """What it is a sight of: path, source and subject, whatever was shown there and when."""
        return self.path, self.source, self.subject

    def without_value(self, state: SightState) -> "Seen":
        """Return the sight as one in which nothing was shown, with why as its state."""
        return Seen(self.path, self.subject, self.source, state, at=self.at)
