"""The frame of the day: opening, levels, waiting, marks."""

from collections.abc import Iterator

from simulator.casework.actions.chain import carry_on
from simulator.casework.case_state import due, planned
from simulator.casework.commands import ChoosePreset, SetLevel
from simulator.casework.day import Day
from simulator.casework.engine import Run, begin, decides
from simulator.casework.events import DayOpened, Event, evolves
from simulator.casework.events.frame import LevelChanged, LevelChosen
from simulator.casework.opening import SIGNED, Opening
from simulator.casework.own_words import is_blank, is_longer_than
from simulator.casework.refusals import Refused
from simulator.core.agenda import Agenda, Due
from simulator.core.clock import MINUTES_A_DAY, Moment
from simulator.core.values import changed
from simulator.town.town import Town

A_LINE = 160
"""Characters of the reason for a change during the day."""


def opened(opening: Opening, town: Town) -> tuple[Event, ...]:
    """Return the events that begin a day: its opening, and the levels as they stand."""
    first = DayOpened(seq=0, minute=opening.opens, by="scenario", opening=opening)
    run = Run(begin(first, town))
    for dial in opening.dials:
        which = {"case_type": dial.case_type, "function": dial.function}
        run.happens(LevelChosen, by="default", level=dial.start, **which)
    return (first, *run.events)


@evolves(DayOpened)
def _opened(day: Day, event: DayOpened) -> Day:
    return changed(day, agenda=Agenda(_set_beforehand(day)))


def _set_beforehand(day: Day) -> Iterator[Due]:
    """Give what the opening itself sets for a minute: arrivals, injects and outages."""
    opening = day.opening
    for arrival in opening.arrivals:
        because = f"arrival:{arrival.case}"
        yield due(day, arrival.minute, "arrive", arrival.case, "", because)
    for inject in opening.injects:
        if not inject.when:
            yield due(day, inject.minute, "inject", inject.id, "", f"inject:{inject.id}")
    for outage in opening.landscape.outages:
        if outage.ends > day.now:
            because = f"outage:{outage.system}"
            yield due(day, _minute(day, outage.begins), "down", outage.system, "", because)
            yield due(day, _minute(day, outage.ends), "up", outage.system, "", because)


def _minute(day: Day, at: Moment) -> int:
    return at - day.opening.date * MINUTES_A_DAY


@decides(ChoosePreset)
def _choose_preset(run: Run, command: ChoosePreset) -> None:
    chosen = next((p for p in run.day.opening.presets if p.id == command.preset), None)
    if chosen is None:
        raise Refused("no-such-preset")
    if run.day.briefed:
        raise Refused("day-has-begun")
    if chosen.signed and is_blank(command.words):
        raise Refused("unsigned")
    signature = run.word(command.words)
    for case_type, function, level in chosen.levels:
        run.happens(
            LevelChosen,
            case_type=case_type,
            function=function,
            level=level,
            preset=chosen.id,
            words=signature if level == SIGNED else None,
            question=run.question("", f"{case_type}.{function}", "level"),
        )


@decides(SetLevel)
def _set_level(run: Run, command: SetLevel) -> None:
    dial = next(
        (
            one
            for one in run.day.opening.dials
            if (one.case_type, one.function) == (command.case_type, command.function)
        ),
        None,
    )
    if run.day.closed:
        raise Refused("day-over")
    if dial is None:
        raise Refused("step-not-offered")
    if not dial.morning and not run.day.briefed:
        raise Refused("follows-preset")
    if command.level not in dial.allowed:
        raise Refused("level-not-offered", f"{dial.case_type}.{dial.function}")
    before = run.day.levels.get((dial.case_type, dial.function), 0)
    if before == command.level:
        raise Refused("level-stands")
    question = run.question("", f"{dial.case_type}.{dial.function}", "level")
    if reason := _unsaid(run.day, command):
        raise Refused(reason)
    if not run.day.briefed:
        run.happens(
            LevelChosen,
            case_type=dial.case_type,
            function=dial.function,
            level=command.level,
            words=run.word(command.words),
            question=question,
        )
        return
    run.happens(
        LevelChanged,
        case_type=dial.case_type,
        function=dial.function,
        before=before,
        level=command.level,
        words=run.word(command.words),
        minutes=run.price("set_level"),
        question=question,
    )
    for case in tuple(run.day.cases.values()):
        if case.arrival.type == dial.case_type and not case.away:
            carry_on(run, case.id)


def _unsaid(day: Day, command: SetLevel) -> str:
    """Return why a level cannot be set with the words that come with it; empty if it can."""
    blank = is_blank(command.words)
    if not day.briefed:
        return "unsigned" if command.level == SIGNED and blank else ""
    if blank:
        return "reason-missing"
    return "reason-too-long" if is_longer_than(command.words, A_LINE) else ""


@evolves(LevelChosen, LevelChanged)
def _level(day: Day, event: LevelChosen | LevelChanged) -> Day:
    levels = {**day.levels, (event.case_type, event.function): event.level}
    cases = day.cases
    for case in day.cases.values():
        if case.arrival.type == event.case_type and event.function in case.shown:
            cases = cases.put(case.id, changed(case, shown=case.shown - {event.function}))
    day = changed(day, levels=levels, cases=cases)
    return _deadlines(day, event) if event.function == "hear" else day


def _deadlines(day: Day, event: LevelChosen | LevelChanged) -> Day:
    """Let hearings under way end by themselves while automation hears, and only then."""
    for case in day.cases.values():
        hearing, over = case.hearing, case.away or "hear" in case.done
        if case.arrival.type != event.case_type or hearing is None or hearing.answered or over:
            continue
        day = changed(day, agenda=day.agenda.without("hearing-over", case.id))
        if day.level(case, "hear") == 4:
            day = planned(day, hearing.ends, "hearing-over", case.id, "", hearing.seq)
    return day
