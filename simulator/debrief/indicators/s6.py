"""S6, acted on the system: the cases its set-up was in the way of, and what was done about that.

In the way, as far as the log can know: the form has no room for the matter, as the case's author
declares; or a fact the case needs was shown otherwise than it would have been, because an arrow of
the landscape stood still. Only what concerns that and came after it counts. Changed: a level of the
case's own type, or the case taken out of its levels. Reported: of a fact, to the owner of a system
it came through, or to IT or the leader about one; of a misfit, to IT with the case in hand.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from simulator.casework.actions.arriving import CaseArrived
from simulator.casework.actions.asking import ColleagueAsked
from simulator.casework.actions.deciding import SuggestionShown
from simulator.casework.actions.finding import FactsFilled
from simulator.casework.actions.inbox import CaseOpened
from simulator.casework.actions.levels import CaseTakenOut, LevelChanged
from simulator.casework.actions.looking.pages import RecordOpened
from simulator.casework.actions.looking.reading import BasisOpened
from simulator.casework.actions.repairing import ErrorReportedToSource
from simulator.casework.actions.tickets import TicketWritten
from simulator.casework.events import Event
from simulator.casework.sights import Seen
from simulator.core.facts import split_path
from simulator.debrief.evidence import Evidence
from simulator.debrief.indicators.common import of_the_day
from simulator.debrief.statements import Silence, Statement
from simulator.landscape.integrations import Integration
from simulator.landscape.observations import Shown
from simulator.landscape.observe import held


@dataclass(frozen=True)
class _Met:
    """A case that the set-up was in the way of."""

    case: str
    seq: int
    """The number of the first event that shows it."""
    misfit: bool
    """Whether the form has no room for the matter."""
    late: frozenset[tuple[str, str]]
    """The facts that came late, each with the systems at both ends of an arrow that stood still."""

    @property
    def systems(self) -> frozenset[str]:
        return frozenset(system for system, _ in self.late)


def speak(evidence: Evidence) -> list[Statement] | Silence:
    """Return one statement of the day."""
    met = [way for case in evidence.cases if (way := _met(evidence, case)) is not None]
    if not met:
        return Silence("no-occasion")
    changed = {way.case: seqs for way in met if (seqs := _changes(evidence, way))}
    reported = {way.case: seqs for way in met if (seqs := _reports(evidence, way))}
    counts = {"n": len(met), "a": len(changed), "b": len(reported)}
    acts = (seq for seqs in (*changed.values(), *reported.values()) for seq in seqs)
    well = all(way.case in changed or way.case in reported for way in met)
    return [of_the_day(evidence, "S6", counts, len(met), [*(w.seq for w in met), *acts], well)]


def _changes(evidence: Evidence, way: _Met) -> tuple[int, ...]:
    """Return the changes of levels that concern what was in the way, after it was."""
    kind = evidence.kind_of(way.case).id
    levels = (change for change in evidence.all(LevelChanged) if change.case_type == kind)
    changes = (*levels, *evidence.all(CaseTakenOut, way.case))
    return tuple(e.seq for e in changes if e.by == "player" and e.seq > way.seq)


def _reports(evidence: Evidence, way: _Met) -> tuple[int, ...]:
    """Return the reports that concern what was in the way, after it was."""
    return tuple(
        event.seq
        for event in evidence.events
        if event.by == "player" and event.seq > way.seq and _concerns(event, way)
    )


def _concerns(event: Event, way: _Met) -> bool:
    match event:
        case TicketWritten(system=system, source=source):
            here = way.misfit and event.case == way.case
            return here or not way.systems.isdisjoint({system, source})
        case ErrorReportedToSource(system=system, path=path):
            return (system, split_path(path)[1]) in way.late
        case ColleagueAsked(whom="leader", system=system):
            return system in way.systems
    return False


def _met(evidence: Evidence, case: str) -> _Met | None:
    """Return how the set-up was in the way of a case, or ``None`` if it was not."""
    opened = any(True for _ in evidence.all(CaseOpened, case))
    misfit = opened and bool(evidence.day.cases[case].arrival.misfit)
    late = dict(_late(evidence, case))
    arrived = (arrival.seq for arrival in evidence.all(CaseArrived, case)) if misfit else ()
    first = min((*arrived, *late), default=None)
    if first is None:
        return None
    return _Met(case, first, misfit, frozenset[tuple[str, str]]().union(*late.values()))


def _late(evidence: Evidence, case: str) -> Iterator[tuple[int, frozenset[tuple[str, str]]]]:
    """Yield the events that showed needed facts late, each with the facts and their systems."""
    needed = {need.path for need in evidence.kind_of(case).needs}
    through: dict[Seen, frozenset[str]] = {}  # what was filled in is met again in a suggestion
    for event in evidence.of_case(case):
        late = frozenset(
            (system, split_path(seen.path)[1])
            for seen in _shown(event)
            if seen.path in needed
            for system in _known(through, evidence, event, seen)
        )
        if late:
            yield event.seq, late


def _known(
    through: dict[Seen, frozenset[str]], evidence: Evidence, event: Event, seen: Seen
) -> frozenset[str]:
    if seen.at is None:  # then it was looked at when the event happened
        return _late_through(evidence, event, seen)
    if seen not in through:
        through[seen] = _late_through(evidence, event, seen)
    return through[seen]


def _shown(event: Event) -> tuple[Seen, ...]:
    match event:
        case RecordOpened(fields=fields) | FactsFilled(fields=fields) | BasisOpened(fields=fields):
            return fields
        case SuggestionShown(basis=fields):
            return fields
    return ()


def _late_through(evidence: Evidence, event: Event, seen: Seen) -> frozenset[str]:
    """Return the systems a value came through late, and so was another than with no arrow still."""
    world = evidence.day.world
    system, fact = world.landscape.systems.get(seen.source), split_path(seen.path)[1]
    if system is None or seen.state != "shown":
        return frozenset()
    at = evidence.day.at(event.minute) if seen.at is None else seen.at
    came = held(world, system, fact, seen.subject, at)
    hops = came.hops if isinstance(came, Shown) else ()
    through = {hop.through for hop in hops if hop.by == "run"}
    arrows = world.landscape.integrations
    still = {arrow.id: arrow for arrow in arrows if arrow.id in through and arrow.stopped_at(at)}
    if not still:
        return frozenset()
    ran = tuple(replace(arrow, stops=()) if arrow.id in still else arrow for arrow in arrows)
    running = replace(world, landscape=replace(world.landscape, integrations=ran))
    would = held(running, system, fact, seen.subject, at)
    if isinstance(would, Shown) and would.value == seen.value:
        return frozenset()
    return frozenset(_ends(still.values()))


def _ends(arrows: Iterable[Integration]) -> Iterator[str]:
    for arrow in arrows:
        yield from (arrow.source, arrow.target)
