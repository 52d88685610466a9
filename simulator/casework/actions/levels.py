"""How much is left to technology: levels set beforehand and during the day, a case taken out."""

from collections.abc import Iterator
from dataclasses import dataclass

from simulator.casework.actions.chain import carry_on
from simulator.casework.case_state import planned, with_case
from simulator.casework.case_types import DECIDING, Function, step_id
from simulator.casework.commands import Command, CourseCommand, MorningCommand, require_unclosed_day
from simulator.casework.day import Case, Day
from simulator.casework.engine import Run, begin, decides
from simulator.casework.events import DayOpened, Event, event, evolves
from simulator.casework.form import Occasion, One, Option, Words, option, worded
from simulator.casework.opening import SIGNED, Dial, Opening
from simulator.casework.own_words import OwnWords, is_blank, is_longer_than
from simulator.casework.plans import HearingOver
from simulator.casework.refusals import Refused
from simulator.casework.telling import tells, told
from simulator.core.texts import Argument, Phrase
from simulator.core.values import changed
from simulator.town.town import Town

A_LINE = 160
"""Characters of the reason for a change during the day."""


# What the caseworker can do -------------------------------------------------------------------


def _presets(at: Occasion) -> Iterator[Option]:
    for preset in at.day.opening.presets:
        yield option(preset.id, preset.label)


def _signed_presets(at: Occasion) -> tuple[str, ...]:
    return tuple(preset.id for preset in at.day.opening.presets if preset.signed)


@dataclass(frozen=True)
class ChoosePreset(MorningCommand):
    """Choose a named set of levels before opening; one that leaves a step to 4 is signed."""

    preset: str
    words: OwnWords = ""

    group = "technology"
    rank = 0
    form = (
        One("preset", _presets),
        Words(
            optional=False,
            asks="signature",
            only_for=("preset", _signed_presets),
            when=lambda at: bool(_signed_presets(at)),
        ),
    )

    @classmethod
    def occasions(cls, day: Day) -> Iterator[Occasion]:
        """Yield one occasion in the morning, if there are presets."""
        return (at for at in super().occasions(day) if day.opening.presets)


def _can_be_turned(day: Day) -> tuple[Dial, ...]:
    """Return the dials that can be turned now; one that allows a single level only stands."""
    return tuple(
        dial
        for dial in day.opening.dials
        if len(dial.allowed) > 1 and (dial.morning or day.briefed)
    )


def _dials(at: Occasion) -> Iterator[Option]:
    for dial in _can_be_turned(at.day):
        which = (dial.case_type, dial.function)
        label: dict[str, Argument] = {
            "title": at.day.opening.case_types[dial.case_type].title,
            "function": Phrase(f"function.{dial.function}"),
            "level": Phrase(f"level.{at.day.levels.get(which, 0)}"),
        }
        yield option(which, Phrase("dial.option", label))


def _levels(at: Occasion) -> tuple[Option, ...]:
    allowed = {level for dial in _can_be_turned(at.day) for level in dial.allowed}
    return worded("level", sorted(allowed))


@dataclass(frozen=True)
class SetLevel(Command):
    """Choose how much is left to technology in one function of one case type.

    ``words``: before the day the name or initials that sign a level of 4; during it, why.
    """

    case_type: str
    function: str
    level: int
    words: OwnWords = ""

    group = "technology"
    rank = 10
    form = (
        One("dial", _dials, fills=("case_type", "function")),
        One("level", _levels),
        Words(
            optional=False,
            asks="signature",
            only_for=("level", lambda _: (SIGNED,)),
            when=lambda at: not at.day.briefed,
        ),
        Words(optional=False, asks="reason", when=lambda at: at.day.briefed),
    )

    def required(self, day: Day) -> tuple[()]:
        """Refuse it after the day."""
        require_unclosed_day(day)
        return ()

    @classmethod
    def occasions(cls, day: Day) -> Iterator[Occasion]:
        """Yield one occasion, if a dial can be turned."""
        if not day.closed and _can_be_turned(day):
            yield Occasion(day)

    @classmethod
    def cost(cls, at: Occasion) -> int:
        """Return what it costs: nothing before the day begins."""
        return super().cost(at) if at.day.briefed else 0


@dataclass(frozen=True)
class TakeOut(CourseCommand):
    """Take a case out of its levels."""

    words: OwnWords = ""

    group = "technology"
    rank = 20
    form = (Words(),)

    @classmethod
    def refusal(cls, at: Occasion) -> Refused | None:
        """Refuse it for a case that has been taken out."""
        return Refused("out-already") if at.case.taken_out else None


# What happened --------------------------------------------------------------------------------


@event("level.chosen", unseen=True)
class LevelChosen(Event):
    """A level was set before opening, or stood as a default."""

    case_type: str
    function: Function
    level: int
    preset: str = ""
    words: int | None = None
    """A name or initials where it was set to 4; one name signs all of a preset."""


@event("level.changed")
class LevelChanged(Event):
    """A level was changed during the day, for a reason of a line."""

    case_type: str
    function: Function
    before: int
    level: int
    words: int | None = None


@event("case.taken_out")
class CaseTakenOut(Event):
    """The case was taken out of its levels: everything by hand from here."""

    words: int | None = None


# Levels set beforehand ------------------------------------------------------------------------


def opened(opening: Opening, town: Town) -> tuple[Event, ...]:
    """Return the events that begin a day: its opening, and the levels as they stand."""
    first = DayOpened(seq=0, minute=opening.opens, by="scenario", opening=opening)
    run = Run(begin(first, town))
    for dial in opening.dials:
        which = {"case_type": dial.case_type, "function": dial.function}
        run.happens(LevelChosen, by="default", level=dial.start, **which)
    return (first, *run.events)


@decides(ChoosePreset)
def _choose_preset(run: Run, command: ChoosePreset) -> None:
    presets = {preset.id: preset for preset in run.day.opening.presets}
    preset = presets.get(command.preset)
    if preset is None:
        raise Refused("no-such-preset")
    if preset.signed:
        _require_signature(command.words)
    signature = run.word(command.words)
    for case_type, function, level in preset.levels:
        run.happens(
            LevelChosen,
            case_type=case_type,
            function=function,
            level=level,
            preset=preset.id,
            words=signature if level == SIGNED else None,
            question=run.question("", step_id(case_type, function), "level"),
        )


# One level set, beforehand or during the day --------------------------------------------------


@decides(SetLevel)
def _set_level(run: Run, command: SetLevel) -> None:
    dial = _dial(run.day, command)
    before = run.day.levels.get((dial.case_type, dial.function), 0)
    if before == command.level:
        raise Refused("level-stands")
    question = run.question("", dial.step, "level")
    _require_words(run.day, command)
    if not run.day.briefed:
        run.does(LevelChosen, question=question)
        return
    run.does(LevelChanged, before=before, question=question)
    for case in tuple(run.day.cases.values()):
        if case.arrival.type == dial.case_type and not case.away:
            carry_on(run, case.id)


def _dial(day: Day, command: SetLevel) -> Dial:
    """Return the dial of a command. Refuses a level that cannot be set there."""
    dials = {(dial.case_type, str(dial.function)): dial for dial in day.opening.dials}
    dial = dials.get((command.case_type, command.function))
    if dial is None:
        raise Refused("step-not-offered")
    if not dial.morning and not day.briefed:
        raise Refused("follows-preset")
    if command.level not in dial.allowed:
        raise Refused("level-not-offered", about=dial.step)
    return dial


def _require_words(day: Day, command: SetLevel) -> None:
    """Refuse a level of 4 that is not signed, and a change without a reason of one line."""
    if not day.briefed:
        if command.level == SIGNED:
            _require_signature(command.words)
    elif is_blank(command.words):
        raise Refused("reason-missing")
    elif is_longer_than(command.words, A_LINE):
        raise Refused("reason-too-long")


def _require_signature(words: OwnWords) -> None:
    if is_blank(words):
        raise Refused("unsigned")


@evolves(LevelChosen, LevelChanged)
def _level_set(day: Day, event: LevelChosen | LevelChanged) -> Day:
    levels = {**day.levels, (event.case_type, event.function): event.level}
    cases = day.cases
    for case in day.cases.values():
        if case.arrival.type == event.case_type and event.function in case.shown:
            cases = cases.put(case.id, changed(case, shown=case.shown - {event.function}))
    day = changed(day, levels=levels, cases=cases)
    return _with_deadlines(day, event.case_type) if event.function == "hear" else day


def _with_deadlines(day: Day, case_type: str) -> Day:
    """Let hearings under way end by themselves while automation hears, and only then."""
    for case in day.cases.values():
        hearing, over = case.hearing, case.away or "hear" in case.done
        if case.arrival.type != case_type or hearing is None or hearing.answered or over:
            continue
        day = changed(day, agenda=day.agenda.without(HearingOver, case.id))
        if day.level(case, "hear") == DECIDING:
            day = planned(day, hearing.ends, HearingOver(case.id), hearing.seq)
    return day


@tells(LevelChanged)
def _tell_changed(day: Day, event: LevelChanged) -> Phrase:
    title = day.opening.case_types[event.case_type].title
    return told(day, event, title=title, level=Phrase(f"level.{event.level}"))


# A case taken out of its levels ---------------------------------------------------------------


@decides(TakeOut)
def _take_out(run: Run, command: TakeOut, case: Case) -> None:
    run.does(CaseTakenOut, question=run.question(case.id, "", "take-out"))


@evolves(CaseTakenOut)
def _taken_out(day: Day, event: CaseTakenOut) -> Day:
    day = with_case(day, event.case, taken_out=True, suggestion=None)
    return changed(day, agenda=day.agenda.without(HearingOver, event.case or ""))
