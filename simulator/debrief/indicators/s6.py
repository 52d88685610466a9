"""S6, acted on the system: the times its set-up was in the way, and what was done about it.

In the way: a case whose author declares that the form does not fit it; a case in which a fact it
needs was shown otherwise than it was, through an arrow of the landscape that stood still; and every
moment the student marked. Changed: a level. Reported: to IT, to the owner of the data, to the
leader.
"""

from collections.abc import Iterator

from simulator.casework.actions.arriving import CaseArrived
from simulator.casework.actions.asking import ColleagueAsked
from simulator.casework.actions.day import MomentMarked
from simulator.casework.actions.deciding import SuggestionShown
from simulator.casework.actions.finding import FactsFilled
from simulator.casework.actions.inbox import CaseOpened
from simulator.casework.actions.levels import LevelChanged
from simulator.casework.actions.looking.pages import RecordOpened
from simulator.casework.actions.looking.reading import BasisOpened
from simulator.casework.events import Event
from simulator.casework.sights import Seen
from simulator.core.facts import split_path
from simulator.debrief.evidence import Evidence
from simulator.debrief.indicators.common import of_the_day
from simulator.debrief.statements import Silence, Statement
from simulator.landscape.observations import Shown
from simulator.landscape.observe import held

REPORTS = frozenset({"ticket.written", "error.reported_to_source"})


def speak(evidence: Evidence) -> list[Statement] | Silence:
    """Return one statement of the day."""
    marks = [mark.seq for mark in evidence.all(MomentMarked)]
    met = [seq for case in evidence.cases if (seq := _met(evidence, case)) is not None]
    if not marks and not met:
        return Silence("no-occasion")
    changed = [change.seq for change in evidence.all(LevelChanged) if change.by == "player"]
    reported = [event.seq for event in evidence.events if _reports(event)]
    times = len(marks) + len(met)
    counts = {"n": times, "a": len(changed), "b": len(reported)}
    cited = [*marks, *met, *changed, *reported]
    well = len(changed) + len(reported) >= times
    return [of_the_day(evidence, "S6", counts, times, cited, well)]


def _reports(event: Event) -> bool:
    asked = isinstance(event, ColleagueAsked) and event.whom == "leader"
    return event.by == "player" and (event.kind in REPORTS or asked)


def _met(evidence: Evidence, case: str) -> int | None:
    """Return the number of the first event with the set-up in the way of a case, or ``None``."""
    opened = any(True for _ in evidence.all(CaseOpened, case))
    if opened and evidence.day.cases[case].arrival.misfit:
        return next((arrival.seq for arrival in evidence.all(CaseArrived, case)), None)
    return next((seq for seq in _untrue_through_a_stop(evidence, case)), None)


def _untrue_through_a_stop(evidence: Evidence, case: str) -> Iterator[int]:
    needed = {need.path for need in evidence.kind_of(case).needs}
    for event in evidence.of_case(case):
        if any(
            seen.path in needed and _stood_still(evidence, event, seen) for seen in _shown(event)
        ):
            yield event.seq


def _shown(event: Event) -> tuple[Seen, ...]:
    match event:
        case RecordOpened(fields=fields) | FactsFilled(fields=fields) | BasisOpened(fields=fields):
            return fields
        case SuggestionShown(basis=fields):
            return fields
    return ()


def _stood_still(evidence: Evidence, event: Event, seen: Seen) -> bool:
    """Return whether a value was untrue and came through an integration that stood still."""
    world = evidence.day.world
    system, fact = world.landscape.systems.get(seen.source), split_path(seen.path)[1]
    if system is None or seen.state != "shown":
        return False
    if seen.value == world.town.truth(fact, seen.subject, evidence.date(event)):
        return False
    at = evidence.day.at(event.minute) if seen.at is None else seen.at
    shown = held(world, system, fact, seen.subject, at)
    hops = shown.hops if isinstance(shown, Shown) else ()
    through = {hop.through for hop in hops if hop.by == "run"}
    arrows = (arrow for arrow in world.landscape.integrations if arrow.id in through)
    return any(arrow.stopped_at(at) for arrow in arrows)
