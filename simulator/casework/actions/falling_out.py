"""A case falls out of automation: what was laid on it contradicts what automation would build on.

Automation goes on by itself only while nothing speaks against what it has taken. Where a citizen's
answer or a document says something else, the case comes back to a person, who settles the facts;
from then on none of its steps is done by automation alone.
"""

from collections.abc import Container, Iterable

from simulator.casework.actions.chain import AUTOMATION
from simulator.casework.case_state import with_case
from simulator.casework.day import Case, Day
from simulator.casework.engine import Run
from simulator.casework.events import Event, event, evolves
from simulator.casework.people import in_thousands
from simulator.casework.phrasing import fact_label, fact_of, listed
from simulator.casework.plans import HearingOver
from simulator.casework.sights import Seen
from simulator.casework.telling import tells, told
from simulator.core.texts import Phrase
from simulator.core.values import changed


@event("case.fell_out")
class CaseFellOut(Event):
    """A case came back to a person: an answer or a document contradicts what automation took."""

    paths: tuple[str, ...]
    """The facts of which they say different things."""


def fall_out(
    run: Run, case_id: str, laid: Iterable[Seen], roughly: Container[str], because: int
) -> None:
    """Let a case fall out where what was just laid on it contradicts what automation has taken.

    What a person has settled on stays, and once a case is decided there is nothing to fall out of.
    """
    case = run.day.cases[case_id]
    if not case.fetched or case.settled or case.decision:
        return
    taken = {(seen.path, seen.subject): seen for seen in case.basis}
    paths = tuple(
        seen.path
        for seen in laid
        if contradicts(run.day, seen, taken.get((seen.path, seen.subject)), seen.path in roughly)
    )
    if paths:
        because_of = (because,)
        run.happens(CaseFellOut, by=AUTOMATION, case=case.id, paths=paths, because=because_of)


def spoken_against(day: Day, case: Case) -> bool:
    """Return whether what came after a decision says something else than what it rests on."""
    relied_on = {(seen.path, seen.subject): seen for seen in case.relied_on}
    return any(
        contradicts(day, seen, relied_on.get((seen.path, seen.subject)), seen.path in case.roughly)
        for seen in case.seen
        if case.decision and seen not in case.seen_then
    )


def contradicts(day: Day, laid: Seen, taken: Seen | None, roughly: bool) -> bool:
    """Return whether a value says something else than the one taken; rough sums are rounded."""
    if taken is None or laid.state != "shown" or taken.state != "shown":
        return False
    rounded = roughly and fact_of(day, laid.path).type == "kroner"
    value = in_thousands(taken.value) if rounded else taken.value
    return laid.value not in (taken.value, value)


@evolves(CaseFellOut)
def _fell_out(day: Day, event: CaseFellOut) -> Day:
    case = day.cases[event.case or ""]
    day = with_case(
        day,
        case.id,
        fell_out=event.paths,
        suggestion=None,
        result=None,
        result_at=None,
        done=tuple(function for function in case.done if function == "hear"),
        shown=case.shown & {"hear"},
    )
    return changed(day, agenda=day.agenda.without(HearingOver, case.id))


@tells(CaseFellOut)
def _tell_fell_out(day: Day, event: CaseFellOut) -> Phrase:
    return told(day, event, facts=contradicted(day, day.cases[event.case or ""]))


def contradicted(day: Day, case: Case) -> Phrase:
    """Return the facts over which a case fell out."""
    return listed(fact_label(day, path) for path in case.fell_out)
