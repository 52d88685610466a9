"""What a caseworker can do, as plain values: what every command has, and what follows from it.

A family (``casework.actions``) declares each command as a class: its fields, what it asks for, why
it cannot be done now. Its offer, its form, its place in palette and menu and its refusal follow.
What it makes happen is a function of the family, entered with ``engine.decides``.

``words`` and ``own`` are the student's own words. They never enter an event: the event holds their
number, and the store keeps the words apart (``own_words``).
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from dataclasses import fields as dataclass_fields
from functools import cache, partial
from typing import Any, ClassVar, Literal, Self, get_origin, get_type_hints

from simulator.casework.case_types import Function
from simulator.casework.day import Case, Day, Telephone
from simulator.casework.events import Event, words_of
from simulator.casework.form import Answers, Blank, FormField, Occasion
from simulator.casework.own_words import kept_without_text
from simulator.casework.refusals import Refused, refusal_phrase
from simulator.core.texts import Phrase
from simulator.core.values import changed

Group = Literal["case", "look", "call", "repair", "technology", "day"]
"""Where palette and menus put an offer."""
COMMANDS: dict[str, "type[Command]"] = {}
"""Every kind of command by the name it is stored under."""
PLACES: Mapping[Group, int] = {
    "call": 0,
    "case": 100,
    "look": 400,
    "repair": 500,
    "technology": 600,
    "day": 600,
}
"""Where the offers of each group begin in the menu; steps stand from ``STEPS`` on."""
STEPS = 200
COURSE = 300
"""Where what follows the steps of a case begins."""


@dataclass(frozen=True)
class Offer:
    """Something that can be done now, with its price; ``make`` turns the answers into a command.

    The same offers are keys, buttons, palette entries and numbered lines.
    """

    id: str
    label: Phrase
    group: Group
    minutes: int
    make: Callable[[Answers], "Command"]
    blanks: tuple[Blank, ...] = ()
    refused: Phrase | None = None
    """Why it cannot be done now, and what would help; ``None`` if it can."""
    sure: bool = False
    """Whether a face asks once more before it is done, though there is nothing to be told."""


Making = tuple[str, Callable[[], Offer]]
"""An offer's id, and how it is made: of a whole menu seldom more than one is looked at."""


@dataclass(frozen=True)
class Command:
    """Something somebody wants to do."""

    name: ClassVar[str] = ""
    """What it is stored under, offered as, priced by and said with: ``add_note``."""
    group: ClassVar[Group] = "day"
    """Where palette and menus put it."""
    form: ClassVar[tuple[FormField, ...]] = ()
    """What it needs to be told, in the order it is asked."""
    rank: ClassVar[int] = 50
    """Its place in the menu among those of its group, 0 to 99: smaller first, then as declared."""
    sure: ClassVar[bool] = False
    """Whether a face asks once more before it is done, though it asks for nothing."""
    step: ClassVar[Function | None] = None
    """The step of a case that it is given at; ``None`` if it belongs to none of them."""

    def __init_subclass__(cls, *, abstract: bool = False) -> None:
        """Enter a kind of command under its name, unless it is only what others have in common."""
        if abstract:
            return
        cls.name = re.sub(r"(?<=[a-z])(?=[A-Z])", "_", cls.__name__).lower()
        COMMANDS[cls.name] = cls

    @classmethod
    def occasions(cls, day: Day) -> Iterator[Occasion]:
        """Yield the occasions to give it that a menu lists now; some may be refused still."""
        return iter(())

    @classmethod
    def refusal(cls, at: Occasion) -> Refused | None:
        """Return why it cannot be done on an occasion, whatever it is told; ``None`` if it can."""
        return None

    @classmethod
    def offer_id(cls, at: Occasion) -> str:
        """Return the id of its offer: its name, and after a point what tells two apart."""
        return cls.name

    @classmethod
    def label(cls, at: Occasion) -> Phrase:
        """Return what its offer is called; it may name the party of the case it is about."""
        names = {"name": at.day.name(at.about.party)} if at.about else {}
        return Phrase(f"offer.{cls.name}", names)

    @classmethod
    def cost(cls, at: Occasion) -> int:
        """Return what it costs, in simulated minutes."""
        return at.day.opening.prices.get(cls.name, 0)

    @classmethod
    def menu_place(cls, at: Occasion) -> int:
        """Return its place in the whole menu on an occasion."""
        return PLACES[cls.group] + cls.rank

    @classmethod
    def filled(cls, at: Occasion, answers: Answers) -> Self:
        """Return the command that answers to its blanks make.

        What has to be told and is not is told as a nothing of its type: ``""``, 0, ``()``.
        """
        fields: dict[str, Any] = dict(at.given)
        for field_ in cls.form:
            for name, value in field_.fields(at, answers).items():
                both = isinstance(value, Mapping) and name in fields
                fields[name] = {**fields[name], **value} if both else value
        return cls(**{**_nothing(cls.name), **fields})

    @classmethod
    def offer(cls, at: Occasion) -> Offer:
        """Return its offer on an occasion."""
        no = cls.refusal(at)
        return Offer(
            cls.offer_id(at),
            cls.label(at),
            cls.group,
            cls.cost(at),
            partial(cls.filled, at),
            tuple(blank for field_ in cls.form for blank in field_.blanks(at)),
            refusal_phrase(at.day, no.reason, no.helps, no.about, no.case) if no else None,
            cls.sure,
        )

    def required(self, day: Day) -> tuple[Any, ...]:
        """Return what its kind of command needs to be there. Raises ``Refused`` if it is not."""
        return ()

    def occasion(self, day: Day) -> Occasion:
        """Return the occasion on which it is given, with the case that it names."""
        return Occasion(day, day.cases.get(vars(self).get("case", "")), vars(self))

    def remembered(self, events: Iterable[Event]) -> Mapping[str, Any]:
        """Return what must be known, besides the command, to decide it again without its words.

        ``events`` are what it made happen. The answer is a change of its fields.
        """
        return {}


@cache
def _nothing(command: str) -> Mapping[str, Any]:
    """Return a nothing for each field that a command of a name cannot be made without."""
    hints = get_type_hints(COMMANDS[command])
    fields = dataclass_fields(COMMANDS[command])
    needed = [own.name for own in fields if own.default is own.default_factory]
    return {name: _NOTHINGS.get(get_origin(hints[name]) or hints[name], "") for name in needed}


_NOTHINGS: Mapping[Any, Any] = {int: 0, tuple: (), Mapping: {}}


def as_kept(command: Command, events: Iterable[Event]) -> Command:
    """Return a command as it is kept beside the events it made: without the student's words."""
    made = tuple(events)
    first = min((number for event in made for number in words_of(event)), default=None)
    return changed(command, **kept_without_text(command, first), **command.remembered(made))


day_over = partial(Refused, "day-over")


def require_unclosed_day(day: Day) -> None:
    """Raise ``Refused`` for what can only be done until the day is over."""
    if day.closed:
        raise day_over()


def require_open_day(day: Day) -> None:
    """Raise ``Refused`` for what can only be done while the day is open."""
    require_unclosed_day(day)
    if not day.briefed:
        raise Refused("briefing-first")


def require_case(day: Day, case_id: str) -> Case:
    """Return a case that is still on the desk. Raises ``Refused`` otherwise."""
    require_open_day(day)
    case = day.cases.get(case_id)
    if case is None:
        raise Refused("no-such-case")
    if case.away:
        raise Refused("case-away")
    return case


def require_case_in_hand(day: Day, case_id: str) -> Case:
    """Return a case that is in hand and still on the desk. Raises ``Refused`` otherwise."""
    case = require_case(day, case_id)
    if day.hand != case_id:
        raise Refused("not-in-hand", helps="open_case")
    return case


def require_call(day: Day) -> tuple[Telephone, Case]:
    """Return the conversation under way and its case. Raises ``Refused`` where there is none."""
    require_open_day(day)
    if day.call is None:
        raise Refused("nobody-on-the-line", helps="call")
    return day.call, day.cases[day.call.case]


@dataclass(frozen=True)
class MorningCommand(Command, abstract=True):
    """A command of the morning: it is offered until the briefing has been read."""

    @classmethod
    def occasions(cls, day: Day) -> Iterator[Occasion]:
        """Yield one occasion, before the day begins."""
        if not day.briefed and not day.closed:
            yield Occasion(day)

    @classmethod
    def refusal(cls, at: Occasion) -> Refused | None:
        """Refuse it once the day has begun."""
        return Refused("day-has-begun", helps="set_level") if at.day.briefed else None


@dataclass(frozen=True)
class DeskCommand(Command, abstract=True):
    """A command that can be given while the day is open."""

    def required(self, day: Day) -> tuple[()]:
        """Refuse it before the briefing and after the day."""
        require_open_day(day)
        return ()

    @classmethod
    def occasions(cls, day: Day) -> Iterator[Occasion]:
        """Yield one occasion, with the case in hand if there is one."""
        if day.is_open:
            yield Occasion(day, day.cases[day.hand] if day.hand else None)


@dataclass(frozen=True)
class CaseCommand(Command, abstract=True):
    """A command about the case in hand."""

    case: str

    def required(self, day: Day) -> tuple[Case, *tuple[Any, ...]]:
        """Return the case, which must lie in hand, and what else a kind of these needs."""
        return (require_case_in_hand(day, self.case),)

    @classmethod
    def occasions(cls, day: Day) -> Iterator[Occasion]:
        """Yield one occasion, if a case is in hand."""
        if day.is_open and day.hand:
            yield Occasion(day, day.cases[day.hand], {"case": day.hand})


@dataclass(frozen=True)
class CourseCommand(CaseCommand, abstract=True):
    """A command about the case in hand that stands after its steps in the menu."""

    group: ClassVar[Group] = "case"

    @classmethod
    def menu_place(cls, at: Occasion) -> int:
        """Return its place, from ``COURSE`` on."""
        return COURSE + cls.rank


@dataclass(frozen=True)
class CallCommand(Command, abstract=True):
    """A command in the conversation under way, on the telephone or at the desk."""

    def required(self, day: Day) -> tuple[Telephone, Case]:
        """Return the conversation and its case."""
        return require_call(day)

    def occasion(self, day: Day) -> Occasion:
        """Return the occasion, with the case that is talked about."""
        return Occasion(day, require_call(day)[1], vars(self))

    @classmethod
    def occasions(cls, day: Day) -> Iterator[Occasion]:
        """Yield one occasion, if there is a conversation."""
        if day.is_open and day.call:
            yield Occasion(day, day.cases[day.call.case])
