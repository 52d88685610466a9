"""The day itself: the briefing, an intention, waiting, a break, a mark, and going home."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from simulator.casework.actions.afterwards import EVENING, tell_evening, tell_weeks_after
from simulator.casework.actions.arriving import CaseArrived
from simulator.casework.actions.asking import hear_rumour
from simulator.casework.actions.counter import VisitorCame, leave
from simulator.casework.actions.promising import break_rest
from simulator.casework.actions.telephone import CallRang, end_talk
from simulator.casework.commands import DeskCommand, MorningCommand, require_unclosed_day
from simulator.casework.day import Day
from simulator.casework.engine import Run, decides, let_time_pass, makes, until_called
from simulator.casework.events import Event, event, evolves
from simulator.casework.form import Occasion, One, Option, Words, option
from simulator.casework.own_words import OwnWords, is_blank
from simulator.casework.plans import SendInject
from simulator.casework.refusals import Refused
from simulator.casework.telling import tells, told
from simulator.core.agenda import Agenda
from simulator.core.texts import Phrase
from simulator.core.values import changed

WAITS = (5, 15, 30, 60)
"""The waits that are offered, in minutes."""
USUAL_WAIT = 15
LONGEST_WAIT = 120


# What the caseworker can do -------------------------------------------------------------------


@dataclass(frozen=True)
class StateIntention(MorningCommand):
    """Say in the morning what one means to look after today."""

    words: OwnWords

    form = (Words(optional=False, asks="intention"),)


@dataclass(frozen=True)
class AcceptPrebrief(MorningCommand):
    """Say that the briefing is read."""

    @classmethod
    def refusal(cls, at: Occasion) -> Refused | None:
        """Refuse it where that has been said already."""
        return Refused("already-briefed") if at.day.briefed else None


def _waits(_: Occasion) -> Iterator[Option]:
    for minutes in WAITS:
        yield option(minutes, Phrase("minutes", {"n": minutes}))


@dataclass(frozen=True)
class Wait(DeskCommand):
    """Let time pass, until the telephone rings or something urgent comes."""

    minutes: int = USUAL_WAIT

    form = (One("minutes", _waits, preset=lambda _: (USUAL_WAIT,)),)


@dataclass(frozen=True)
class TakeBreak(DeskCommand):
    """Leave the desk for a moment."""


@dataclass(frozen=True)
class MarkMoment(DeskCommand):
    """Mark the moment for the debrief."""

    words: OwnWords = ""

    form = (Words(asks="mark"),)

    def required(self, day: Day) -> tuple[()]:
        """Require no more than a day: a moment of the morning can be marked too."""
        return ()


@dataclass(frozen=True)
class GoHome(DeskCommand):
    """End the day."""

    def required(self, day: Day) -> tuple[()]:
        """Require only that the day has not been ended: one may also leave in the morning."""
        require_unclosed_day(day)
        return ()


# What happened --------------------------------------------------------------------------------


@event("prebrief.accepted")
class PrebriefAccepted(Event):
    """The student read what the exercise is and is not."""


@event("intention.stated")
class IntentionStated(Event):
    """The student said in the morning what they mean to look after today."""

    words: int


def intention(events: Iterable[Event]) -> int | None:
    """Return the number of the words the student stated last in the morning; None for none."""
    stated = [event.words for event in events if isinstance(event, IntentionStated)]
    return stated[-1] if stated else None


@event("time.passed")
class TimePassed(Event):
    """The student waited, no longer than until something called for them."""

    called_by: str = ""
    """What ended it before its time: ``call``, ``visitor`` or ``urgent``; ``""`` if nothing did."""


@event("break.taken")
class BreakTaken(Event):
    """The student took a break."""

    cake: bool = False
    """There was cake."""


@event("moment.marked")
class MomentMarked(Event):
    """The student marked the moment; the words, if any, are the student's."""

    words: int | None = None


@event("day.closed")
class DayClosed(Event):
    """The student went home."""

    open_cases: tuple[str, ...]


@event("day.ended", unseen=True)
class DayEnded(Event):
    """The evening and the weeks after have been told; the debrief can begin."""


# The morning ----------------------------------------------------------------------------------


@decides(StateIntention)
def _state_intention(run: Run, command: StateIntention) -> None:
    if is_blank(command.words):
        raise Refused("empty-intention")
    run.happens(IntentionStated, words=run.word(command.words))


@decides(AcceptPrebrief)
def _accept(run: Run, command: AcceptPrebrief) -> None:
    run.happens(PrebriefAccepted)


@evolves(PrebriefAccepted)
def _accepted(day: Day, event: PrebriefAccepted) -> Day:
    return changed(day, briefed=True)


# Waiting, a break, a mark ---------------------------------------------------------------------


@decides(Wait)
def _wait(run: Run, command: Wait) -> None:
    if not 0 < command.minutes <= LONGEST_WAIT:
        raise Refused("wait-too-long", helps="wait")
    minutes, called_by = until_called(run.day, command.minutes, _calls)
    run.happens(TimePassed, minutes=minutes, called_by=called_by)


def _calls(event: Event) -> str:
    """Return what in an event calls for one who only waits; ``""`` if nothing does."""
    if isinstance(event, CallRang):
        return "call"
    if isinstance(event, VisitorCame):
        return "visitor"
    return "urgent" if isinstance(event, CaseArrived) and event.urgent else ""


@tells(TimePassed)
def _tell_passed(day: Day, event: TimePassed) -> Phrase:
    return told(day, event, f"-{event.called_by}" if event.called_by else "")


@decides(TakeBreak)
def _take_break(run: Run, command: TakeBreak) -> None:
    begins, ends = run.day.opening.house.cake
    cake = begins <= run.now < ends
    taken = run.does(BreakTaken, cake=cake)
    hear_rumour(run, taken.seq)


@tells(BreakTaken)
def _tell_break(day: Day, event: BreakTaken) -> Phrase:
    return told(day, event, "-cake" if event.cake else "")


makes(MarkMoment, MomentMarked)


# Going home: what waits waits, what stands at level 4 goes on ---------------------------------


@decides(GoHome)
def _go_home(run: Run, command: GoHome) -> None:
    if run.day.call:
        end_talk(run, run.day.call)
        run.now = run.day.minute
    for visitor in run.day.visitors:
        leave(run, visitor)
    left = tuple(case.id for case in run.day.cases.values() if not case.away)
    run.happens(DayClosed, open_cases=left)
    _let_pass(run, max(run.day.opening.closes, run.now))
    break_rest(run)
    _let_pass(run, max(EVENING, run.now))
    tell_evening(run)
    tell_weeks_after(run)
    run.happens(DayEnded, by="scenario")


def _let_pass(run: Run, until: int) -> None:
    let_time_pass(run, until)
    run.now = max(run.now, until)


@evolves(DayClosed)
def _closed(day: Day, event: DayClosed) -> Day:
    unheard = Agenda(due for due in day.agenda if not isinstance(due.plan, SendInject))
    return changed(day, closed=True, hand="", call=None, agenda=unheard)


@tells(DayClosed)
def _tell_closed(day: Day, event: DayClosed) -> Phrase:
    n = len(event.open_cases)
    return told(day, event, "" if n else "-empty", n=n)


@evolves(DayEnded)
def _ended(day: Day, event: DayEnded) -> Day:
    return changed(day, ended=True)
