"""The two sentences everything hangs on: ``decide(day, command) -> events`` and
``evolve(day, event) -> day``.

Both are pure. What each command makes happen and what each event changes stands in the families
(``casework.actions``), which register it with ``@decides``, ``@evolves``, ``@falls_due`` and
``@watches``; a command that only makes one event is entered with ``makes``. Nothing here knows a
family; ``casework.families`` lists them, and whoever wants to play a day imports from there.
"""

from collections.abc import Callable, Iterable
from typing import Any, TypeVar

from simulator.casework.commands import Command, day_over
from simulator.casework.day import Case, Day
from simulator.casework.events import CommandRefused, DayOpened, Event, Question, evolve
from simulator.casework.form import Occasion
from simulator.casework.own_words import OwnWords
from simulator.casework.refusals import Refused
from simulator.casework.registering import registers
from simulator.core.agenda import Plan
from simulator.landscape.observe import World
from simulator.town.town import Town

E = TypeVar("E", bound=Event)
Decide = Callable[..., None]
FallDue = Callable[["Run", Any], None]
Watch = Callable[["Run"], None]

_DECIDES: dict[type[Command], Decide] = {}
_FALLS_DUE: dict[type[Plan], FallDue] = {}
_WATCHES: list[Watch] = []


class Run:
    """A command being carried out: what has happened so far, and the day that made."""

    def __init__(self, day: Day) -> None:
        self.day = day
        self.events: list[Event] = []
        self.now = day.minute
        """The minute at which the next event happens."""
        self._words = day.words
        self.given: tuple[Command, Occasion] | None = None
        """The command that is carried out, and where it was given; ``None`` while time passes."""

    def happens(self, kind: type[E], **data: Any) -> E:
        """Let something happen at this minute."""
        event = kind(seq=self.day.seq, minute=self.now, **data)
        self.events.append(event)
        self.day = evolve(self.day, event)
        return event

    def party_does(self, kind: type[E], case: Case, **data: Any) -> E:
        """Let the party of a case do something."""
        return self.happens(kind, by=f"citizen:{case.party}", **_about(kind, case), **data)

    def does(self, kind: type[E], **data: Any) -> E:
        """Let happen what the command says: about its case, at its price.

        What the event and the command both name is the same, unless ``data`` has it. Of the
        student's words the event holds the number.
        """
        command, at = self._giving()
        named = kind.__annotations__
        same = {name: value for name, value in vars(command).items() if name in named}
        if "words" in same and "words" not in data:
            same["words"] = self.word(same["words"])
        about = _about(kind, at.about) if at.about else {}
        return self.happens(kind, **{"minutes": command.cost(at), **about, **same, **data})

    @property
    def cost(self) -> int:
        """What the command that is carried out costs, in minutes."""
        command, at = self._giving()
        return command.cost(at)

    def _giving(self) -> tuple[Command, Occasion]:
        assert self.given is not None, "only a command does anything; while time passes, it happens"
        return self.given

    def question(self, case: str, function: str, what: str) -> Question:
        """Return the question a choice answers, with how many times it has been put."""
        return (case, function, what, self.day.asked.get((case, function, what), 0) + 1)

    def price(self, command: str) -> int:
        """Return what a command costs, in minutes."""
        return self.day.opening.prices.get(command, 0)

    def word(self, text: OwnWords) -> int | None:
        """Return the number of the student's next words, or ``None`` if there are none."""
        if not text:
            return None
        self._words += 1
        return self._words


def _about(kind: type[Event], case: Case) -> dict[str, str]:
    """Return a case and its party, as an event of a kind names them."""
    citizen = {"citizen": case.party} if "citizen" in kind.__annotations__ else {}
    return {"case": case.id, **citizen}


def decide(day: Day, command: Command) -> tuple[Event, ...]:
    """Return what a command makes happen, and all that falls due while it takes its time."""
    return tuple(unfold(day, command).events)


def unfold(day: Day, command: Command) -> Run:
    """Carry a command out, and let time pass for what it costs.

    A command that cannot be done makes one event, ``command.refused``.
    """
    run = Run(day)
    try:
        if day.ended:
            raise day_over()
        about = command.required(day)
        at = command.occasion(day)
        if reason := command.refusal(at):
            raise reason
        run.given = command, at
        _DECIDES[type(command)](run, command, *about)
        run.given = None
    except Refused as no:
        run = Run(day)
        told = {"reason": no.reason, "helps": no.helps, "about": no.about, "case": no.case}
        run.happens(CommandRefused, command=type(command).__name__, **told)
    # The morning meeting takes no time: the day begins when it is over. Once the weeks after have
    # been told, what is still planned comes later than anything this day knows of.
    if run.day.briefed and not run.day.ended:
        let_time_pass(run, run.day.minute)
    return run


def let_time_pass(run: Run, until: int) -> None:
    """Let everything due up to and including a minute happen, in order."""
    while (item := run.day.agenda.first) and item.minute <= until:
        run.now = max(run.now, item.minute)
        _FALLS_DUE[type(item.plan)](run, item)
        assert run.day.agenda.first is not item, f"{item.plan} left itself on the agenda"
    for watch in _WATCHES:
        watch(run)


def until_called(day: Day, minutes: int, calls: Callable[[Event], str]) -> tuple[int, str]:
    """Return how much of a wait passes before something calls, and what that is.

    ``calls`` says what in an event calls, ``""`` if nothing does; so does the answer.
    """
    run = Run(day)
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


def fold(events: Iterable[Event], town: Town) -> Day:
    """Fold a log into its day. The first event must be ``day.opened``."""
    return fold_with(events, town, {}, ())


def fold_with(
    events: Iterable[Event],
    town: Town,
    before: dict[int, Day],
    kinds: tuple[type[Event], ...],
) -> Day:
    """Fold a log into its day, and enter in ``before`` the day as it was before some events.

    These are the events of ``kinds``; their days stand by the events' numbers.
    """
    log = iter(events)
    first = next(log)
    assert isinstance(first, DayOpened), "a log begins with day.opened"
    day = begin(first, town)
    for event in log:
        if isinstance(event, kinds):
            before[event.seq] = day
        day = evolve(day, event)
    return day


def decides(command: type[Command]) -> Callable[[Decide], Decide]:
    """Register the function that carries out a command: ``(run, command, *what it requires)``."""
    return registers(_DECIDES, command)


def makes(command: type[Command], kind: type[Event], **data: Any) -> None:
    """Register that a command makes one event, which says what the command says."""
    _DECIDES[command] = lambda run, *_: run.does(kind, **data)


def falls_due(*plans: type[Plan]) -> Callable[[FallDue], FallDue]:
    """Register the function that is run when plans of these kinds fall due."""
    return registers(_FALLS_DUE, *plans)


def watches(step: Watch) -> Watch:
    """Register a function that is run after time has passed, to see whether something holds now."""
    _WATCHES.append(step)
    return step
