"""Going home: what waits waits, what stands at level 4 goes on; the evening; the weeks after."""

from simulator.casework.acts.calling import end_talk
from simulator.casework.acts.promising import break_rest
from simulator.casework.acts.visiting import leave
from simulator.casework.commands import GoHome
from simulator.casework.consequences import aftermath, evening
from simulator.casework.day import Day
from simulator.casework.engine import Run, decides, let_time_pass
from simulator.casework.events import evolves
from simulator.casework.events.after import EveningTold
from simulator.casework.events.frame import DayClosed, DayEnded
from simulator.casework.refusals import Refused
from simulator.core.agenda import Agenda
from simulator.core.clock import MINUTES_A_DAY
from simulator.core.values import changed

EVENING = 20 * 60
WEEKS_AFTER = 28


@decides(GoHome)
def _go_home(run: Run, command: GoHome) -> None:
    if run.day.closed:
        raise Refused("day-over")
    if call := run.day.call:
        end_talk(run, call)
        run.now = run.day.minute
    for visitor in run.day.visitors:
        leave(run, visitor)
    left = tuple(case.id for case in run.day.cases.values() if not case.away)
    run.happens(DayClosed, open_cases=left)
    _let_pass(run, max(run.day.opening.closes, run.now))
    break_rest(run)
    _let_pass(run, max(EVENING, run.now))
    for scene in evening(run.day):
        run.happens(
            EveningTold,
            by=f"citizen:{scene.citizen}",
            case=scene.case,
            citizen=scene.citizen,
            line=scene.line,
            because=scene.because,
        )
    _weeks_after(run, WEEKS_AFTER * MINUTES_A_DAY)
    run.happens(DayEnded, by="scenario")


def _weeks_after(run: Run, end: int) -> None:
    """Let what is due up to ``end`` and what people do about it happen, in order of minutes."""
    waiting = aftermath(run.day)
    while waiting or _due(run, end):
        due = _due(run, min(end, waiting[0].minute) if waiting else end)
        if due is not None:
            let_time_pass(run, due)
            waiting = tuple(later for later in aftermath(run.day) if later.minute >= due)
            continue
        later, *rest = waiting
        waiting, run.now = tuple(rest), later.minute
        run.happens(later.kind, by=later.by, case=later.case, because=later.because, **later.data)


def _due(run: Run, until: int) -> int | None:
    """Return the minute of what is due next, if that is no later than ``until``."""
    first = run.day.agenda.first
    return first.minute if first and first.minute <= until else None


def _let_pass(run: Run, until: int) -> None:
    let_time_pass(run, until)
    run.now = max(run.now, until)


@evolves(DayClosed)
def _closed(day: Day, event: DayClosed) -> Day:
    unheard = Agenda(item for item in day.agenda if item.what != "inject")
    return changed(day, closed=True, hand="", call=None, agenda=unheard)


@evolves(DayEnded)
def _ended(day: Day, event: DayEnded) -> Day:
    return changed(day, ended=True)
