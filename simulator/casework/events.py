"""Everything that happens in a day: what every event has, and what each kind changes.

An event is the only thing that changes a day, and a day is folded from nothing else. Past tense,
ids and raw values only: never a sentence in a language, never the student's words, nothing of the
machine.

Four things stay apart everywhere: *exposed* (was on an opened page), *opened* (a deliberate act),
*relied on* (picked as ground for a decision), *told* (stood in a letter).

The kinds are declared in the families (``casework.actions``). **What a kind that has been stored
does to a day never changes**: an event that is to mean something else is a new kind, so that a day
that was played stays the day it was.
"""

from collections.abc import Callable
from dataclasses import dataclass, fields, replace
from typing import Any, ClassVar, TypeVar, dataclass_transform

from simulator.casework.day import Day
from simulator.casework.opening import Opening
from simulator.casework.registering import registers
from simulator.casework.sights import Seen
from simulator.core.causes import Cause
from simulator.core.values import changed

BY_KIND: dict[str, "type[Event]"] = {}
"""Every kind of event by its dotted name."""


Question = tuple[str, str, str, int]
"""(case, function, what was asked, n-th time)."""


@dataclass(frozen=True, kw_only=True, slots=True, weakref_slot=True)
class Event:
    """Something that happened. The payload of a kind is the fields its class adds."""

    kind: ClassVar[str]
    unseen: ClassVar[bool] = False
    """Whether it is unseen in play: nothing is told of it."""

    seq: int
    """Number in the session, from 0 without gaps."""
    minute: int
    """Simulated minute since midnight of the day played; later days go on counting."""
    by: str = "player"
    """``player``, ``automation``, ``citizen:ID``, ``leader``, ``it``, ``scenario``, ..."""
    because: tuple[Cause, ...] = ()
    """Event numbers or things of the opening (``integration:a->b``).

    ``()`` where somebody simply chose it.
    """
    case: str | None = None
    minutes: int = 0
    """What it cost, in simulated minutes."""
    question: Question | None = None
    """For a choice: the question it answers, so that a parallel day can put it again."""


def words_of(event: Event) -> tuple[int, ...]:
    """Return the numbers of the student's words that an event holds; none where it holds none."""
    words: int | tuple[tuple[str, int], ...] | None = getattr(event, "words", None)
    if words is None:
        return ()
    return (words,) if isinstance(words, int) else tuple(number for _, number in words)


def with_sights(event: Event, change: Callable[[Seen], Seen]) -> Event:
    """Return an event with every sight it holds changed; the event itself where nothing is."""

    def of(value: object) -> object:
        if isinstance(value, Seen):
            return change(value)
        if isinstance(value, tuple) and any(isinstance(part, Seen) for part in value):
            return tuple(of(part) for part in value)
        return value

    held = {field.name: getattr(event, field.name) for field in fields(event)}
    changes: dict[str, Any] = {
        name: now for name, value in held.items() if (now := of(value)) is not value
    }
    return replace(event, **changes) if changes else event


C = TypeVar("C", bound=type)


@dataclass_transform(kw_only_default=True, frozen_default=True)
def event(kind: str, *, unseen: bool = False) -> Callable[[C], C]:
    """Make a class an event of ``kind``: a frozen dataclass, entered in ``BY_KIND``."""

    def register(cls: C) -> C:
        made: Any = dataclass(frozen=True, kw_only=True, slots=True)(cls)
        made.kind, made.unseen = kind, unseen
        BY_KIND[kind] = made
        return made  # type: ignore[no-any-return] # slots make it a new class

    return register


@event("day.opened", unseen=True)
class DayOpened(Event):
    """The day began: everything it is played from. It is the first event of every log."""

    opening: Opening
    format: int = 1
    """Written since the first version, never read: ``store.shapes`` says how a log is written."""


@event("command.refused")
class CommandRefused(Event):
    """A command could not be carried out."""

    command: str
    reason: str
    helps: str = ""
    """The command that would help; ``""`` if none would."""
    about: str = ""
    """The fact whose field cannot hold what was written, the step (``type.function``) that has not
    that level, the system that does not answer or asks for a legal basis that the case does not
    give, or the fact that may not be asked proof of; ``""`` if none of them."""


Evolve = Callable[[Day, Any], Day]

_EVOLVES: dict[type[Event], Evolve] = {}


def evolves(*kinds: type[Event]) -> Callable[[Evolve], Evolve]:
    """Register the function that changes a day by events of these kinds."""
    return registers(_EVOLVES, *kinds)


def evolve(day: Day, event: Event) -> Day:
    """Return the day as it is after an event."""
    clock = event.minute + event.minutes
    changes: dict[str, Any] = {"seq": event.seq + 1, "minute": max(day.minute, clock)}
    if question := event.question:
        changes["asked"] = day.asked.put(question[:3], question[3])
    if words := words_of(event):
        changes["words"] = max(day.words, *words)
    day = changed(day, **changes)
    step = _EVOLVES.get(type(event))
    return step(day, event) if step else day
