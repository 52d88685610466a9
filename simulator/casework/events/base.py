"""What every event has, and the list of kinds that the families fill."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, ClassVar, TypeVar, dataclass_transform

from simulator.casework.case_types import Answer as Answer  # events and rules both speak of it
from simulator.core.agenda import Cause
from simulator.core.clock import DayNumber, Moment
from simulator.core.facts import Value

BY_KIND: dict[str, "type[Event]"] = {}
"""Every kind of event by its dotted name."""


Question = tuple[str, str, str, int]
"""(case, function, what was asked, n-th time)."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Event:
    """Something that happened. The payload of a kind is the fields its class adds."""

    kind: ClassVar[str]

    seq: int
    """Number in the session, from 0 without gaps."""
    minute: int
    """Simulated minute since midnight of the day played; later days go on counting."""
    by: str = "player"
    """``player``, ``automation``, ``citizen:ID``, ``leader``, ``it``, ``scenario``, ..."""
    because: tuple[Cause, ...] = ()
    """Event numbers or things of the opening (``integration:a->b``); empty: simply chosen."""
    case: str | None = None
    minutes: int = 0
    """What it cost, in simulated minutes."""
    question: Question | None = None
    """For a choice: the question it answers, so that a parallel day can put it again."""


def words_of(event: Event) -> tuple[int, ...]:
    """Return the numbers of the student's words that an event holds; none where it holds none."""
    words: int | tuple[tuple[str, int], ...] | None = getattr(event, "words", None)
    if isinstance(words, int):
        return (words,)
    return tuple(number for _, number in words or ())


C = TypeVar("C", bound=type)


@dataclass_transform(kw_only_default=True, frozen_default=True)
def event(kind: str) -> Callable[[C], C]:
    """Make a class an event of ``kind``: a frozen dataclass, entered in ``BY_KIND``."""

    def register(cls: C) -> C:
        made: Any = dataclass(frozen=True, kw_only=True, slots=True)(cls)
        made.kind = kind
        BY_KIND[kind] = made
        return made  # type: ignore[no-any-return] # slots make it a new class

    return register


@dataclass(frozen=True, slots=True)
class Seen:
    """One field of an opened page, or one fact filled in by automation or told by a citizen."""

    path: str
    """The fact, its relation before it (``partner.``) if it is about another than the party."""
    subject: str
    source: str
    """A system's id, or ``citizen``."""
    state: str
    """``shown``, ``missing``, ``hidden``, ``down``, or ``protected`` while it is covered."""
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
