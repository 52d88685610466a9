"""The two sentences everything hangs on: ``decide(day, command) -> events`` and
``evolve(day, event) -> day``.

Both are pure. What each command and each event means stands in ``casework.acts``, one family a
module; they enter themselves here with ``@decides``, ``@evolves`` and ``@falls_due``.
"""

from collections.abc import Callable, Iterable
from typing import Any, TypeVar

from simulator.casework.commands import Command
from simulator.casework.day import Day
from simulator.casework.events.base import Event, Question, words_of
from simulator.casework.events.frame import CommandRefused, DayOpened, LevelChosen
from simulator.casework.opening import Opening
from simulator.casework.own_words import OwnWords
from simulator.casework.refusals import Refused
from simulator.core.agenda import Due
from simulator.core.values import changed
from simulator.landscape.observe import World
from simulator.town.town import Town

E = TypeVar("E", bound=Event)
Decide = TypeVar("Decide", bound=Callable[..., None])
Evolve = TypeVar("Evolve", bound=Callable[..., Day])
FallDue = TypeVar("FallDue", bound=Callable[..., None])

_DECIDES: dict[type[Command], Callable[["Unfolding", Any], None]] = {}
_EVOLVES: dict[type[Event], Callable[[Day, Any], Day]] = {}
_WATCHES: list[Callable[["Unfolding"], None]] = []
_FALLS_DUE: dict[str, Callable[["Unfolding", Due], None]] = {}


class Unfolding:
    """A command as it unfolds: what has happened so far, and the day that made."""

    def __init__(self, day: Day) -> None:
        self.day = day
        self.events: list[Event] = []
        self.now = day.minute
        self._words = day.words

    def happens(self, kind: type[E], **data: Any) -> E:
        """Let something happen at this minute."""
        event = kind(seq=self.day.seq, minute=self.now, **data)
        self.events.append(event)
        self.day = evolve(self.day, event)
        return event

    def question(self, case: str, function: str, what: str) -> Question:
        """Return the question a choice answers, with how many times it has been put."""
        return (case, function, what, self.day.asked.get((case, function, what), 0) + 1)

    def price(self, command: str) -> int:
        """Return what a command costs, in minutes."""
        return self.day.opening.prices.get(command, 0)

    def word(self, text: OwnWords) -> int | None:
        """Return the number of the student's next words, or None if there are none."""
        if not text:
            return None
        self._words += 1
        return self._words


def decide(day: Day, command: Command) -> tuple[Event, ...]:
    """Return what a command makes happen, and all that falls due while it takes its time."""
    return tuple(unfold(day, command).events)


def evolve(day: Day, event: Event) -> Day:
    """Return the day as it is after an event."""
    question, words = event.question, words_of(event)
    day = changed(
        day,
        seq=event.seq + 1,
        minute=max(day.minute, event.minute + event.minutes),
        asked=day.asked.put(question[:3], question[3]) if question else day.asked,
        words=max(day.words, *words) if words else day.words,
    )
    step = _EVOLVES.get(type(event))
    return step(day, event) if step else day


def unfold(day: Day, command: Command) -> Unfolding:
    """Carry a command out, and let time pass for what it costs."""
    run = Unfolding(day)
    try:
        if day.ended:
            raise Refused("day-over")
        _DECIDES[type(command)](run, command)
    except Refused as no:
        run = Unfolding(day)
        name = type(command).__name__
        run.happens(CommandRefused, command=name, reason=no.reason, helps=no.helps, about=no.about)
    if run.day.briefed:  # the morning meeting takes no time: the day begins when it is over
        let_time_pass(run, run.day.minute)
    return run


def let_time_pass(run: Unfolding, until: int) -> None:
    """Let everything due up to and including a minute happen, in order."""
    while (item := run.day.agenda.first) and item.minute <= until:
        run.now = max(run.now, item.minute)
        _FALLS_DUE[item.what](run, item)
        assert run.day.agenda.first is not item, f"{item.what} left itself on the agenda"
    for watch in _WATCHES:
        watch(run)


def until_called(day: Day, minutes: int, calls: Callable[[Event], str]) -> tuple[int, str]:
    """Return how much of a wait passes before something calls, and what that is; empty: nothing."""
    run = Unfolding(day)
    while (item := run.day.agenda.first) and item.minute <= day.minute + minutes:
        let_time_pass(run, item.minute)
        if called_by := next(filter(None, map(calls, run.events)), ""):
            return run.now - day.minute, called_by
    return minutes, ""


def begin(event: DayOpened, town: Town) -> Day:
    """Return the day that an opening begins."""
    opening = event.opening
    day = Day(opening, World(town, opening.landscape), opening.opens, 0)
    return evolve(day, event)


def opened(opening: Opening, town: Town) -> tuple[Event, ...]:
    """Return the events that begin a day: its opening, and the levels as they stand."""
    first = DayOpened(seq=0, minute=opening.opens, by="scenario", opening=opening)
    run = Unfolding(begin(first, town))
    for dial in opening.dials:
        which = {"case_type": dial.case_type, "function": dial.function}
        run.happens(LevelChosen, by="default", level=dial.start, **which)
    return (first, *run.events)


def fold(events: Iterable[Event], town: Town) -> Day:
    """Fold a log into its day. The first event must be ``day.opened``."""
    log = iter(events)
    first = next(log)
    assert isinstance(first, DayOpened), "a log begins with day.opened"
    day = begin(first, town)
    for event in log:
        day = evolve(day, event)
    return day


def decides(command: type[Command]) -> Callable[[Decide], Decide]:
    """Enter a function as what a command means."""

    def enter(step: Decide) -> Decide:
        _DECIDES[command] = step
        return step

    return enter


def evolves(*kinds: type[Event]) -> Callable[[Evolve], Evolve]:
    """Enter a function as what events of some kinds change."""

    def enter(step: Evolve) -> Evolve:
        for kind in kinds:
            _EVOLVES[kind] = step
        return step

    return enter


def falls_due(what: str) -> Callable[[FallDue], FallDue]:
    """Enter a function as what happens when something on the agenda falls due."""

    def enter(step: FallDue) -> FallDue:
        _FALLS_DUE[what] = step
        return step

    return enter


def watches(step: Callable[[Unfolding], None]) -> Callable[[Unfolding], None]:
    """Enter a function as what looks, whenever time has passed, whether something has come true."""
    _WATCHES.append(step)
    return step


from simulator.casework import acts  # noqa: E402, F401 - the families enter themselves
