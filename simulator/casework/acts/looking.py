"""Looking: pages, the basis of a suggestion, the route of a value, the citizen's own words."""

from dataclasses import replace

from simulator.casework.acts.common import (
    asks_basis,
    case_in_hand,
    for_role,
    on_desk,
    sight,
    with_case,
    with_seen,
)
from simulator.casework.acts.promising import keep
from simulator.casework.as_read import has_letter
from simulator.casework.automation import seen_from
from simulator.casework.commands import (
    LookAtLandscape,
    LookUp,
    OpenBasis,
    ReadFreetext,
    SeeAsCitizen,
    Trace,
)
from simulator.casework.day import Case, Day
from simulator.casework.decider import Unfolding, decides, evolves
from simulator.casework.events.base import Seen
from simulator.casework.events.looking import (
    BasisOpened,
    CitizenViewOpened,
    FreetextOpened,
    LandscapeOpened,
    ProvenanceOpened,
    RecordOpened,
)
from simulator.casework.refusals import Refused
from simulator.core.clock import DayNumber, month_start
from simulator.core.facts import Value, split_path
from simulator.core.values import changed
from simulator.landscape.observations import Shown
from simulator.landscape.observe import held, observe
from simulator.landscape.systems import Field, Page, System


@decides(LookUp)
def _look_up(run: Unfolding, command: LookUp) -> None:
    case = case_in_hand(run.day, command.case)
    system = run.day.opening.landscape.systems.get(command.system)
    page = system.page(command.page) if system else None
    if system is None or page is None:
        raise Refused("no-such-page")
    if not run.day.world.landscape.works(system.id, run.day.now):
        raise Refused("system-down")
    if asks_basis(run.day, system) and not command.basis and not system.empty_basis:
        raise Refused("basis-missing")
    subject = _subject(run.day, system, page, case.party)
    relation = run.day.opening.facts[page.relatives].relation if page.relatives else ""
    prefix = f"{relation}." if relation else ""
    run.happens(
        RecordOpened,
        case=case.id,
        system=system.id,
        page=page.id,
        subject=subject,
        fields=tuple(_field(run.day, system, one, subject, prefix) for one in page.fields),
        basis=command.basis,
        minutes=system.minutes,
    )
    keep(run, case, "look-again")


def _subject(day: Day, system: System, page: Page, party: str) -> str:
    """Return whom a page is about; empty where the system shows nobody there."""
    if not page.relatives:
        return party
    shown = observe(day.world, system.id, page.relatives, party, day.now, day.opening.role)
    return str(shown.value) if isinstance(shown, Shown) else ""


def _field(day: Day, system: System, field: Field, subject: str, prefix: str) -> Seen:
    shown = observe(day.world, system.id, field.fact, subject, day.now, day.opening.role)
    seen = seen_from(prefix + field.fact, subject, system.id, shown, system.shows_age, day.now)
    if field.months > 1 and isinstance(shown, Shown) and field.fact in system.from_world:
        return replace(seen, earlier=_earlier(day, system, field, subject, shown.since))
    return seen


def _earlier(
    day: Day, system: System, field: Field, subject: str, newest: DayNumber
) -> tuple[tuple[DayNumber, Value], ...]:
    """Return the months before the newest that have been reported to a system, newest first."""
    by = day.now - system.lag
    reported = {
        spell.begins: spell.value
        for spell in day.world.town.timeline(field.fact, subject)
        if spell.reported <= by
    }
    months: list[tuple[DayNumber, Value]] = []
    month = newest
    for _ in range(field.months - 1):
        month = month_start(month - 1)
        if (value := reported.get(month)) is not None:
            months.append((month, value))
    return tuple(months)


@evolves(RecordOpened)
def _record_opened(day: Day, event: RecordOpened) -> Day:
    case = day.cases[event.case or ""]
    shown = tuple(one for one in event.fields if one.path in _needed(day, case))
    pages = case.pages | {(event.system, event.page)}
    day = with_case(day, case.id, seen=with_seen(case, *shown), pages=pages)
    return changed(day, bases=day.bases | {event.system}) if event.basis else day


def _needed(day: Day, case: Case) -> frozenset[str]:
    return frozenset(need.path for need in day.case_type(case).needs)


@decides(OpenBasis)
def _open_basis(run: Unfolding, command: OpenBasis) -> None:
    case = case_in_hand(run.day, command.case)
    if case.suggestion is None:
        raise Refused("no-suggestion")
    run.happens(
        BasisOpened,
        case=case.id,
        fields=tuple(for_role(run.day, one) for one in case.suggestion.basis),
        because=(case.suggestion.seq,),
        minutes=run.price("open_basis"),
    )


@evolves(BasisOpened)
def _basis_opened(day: Day, event: BasisOpened) -> Day:
    case = day.cases[event.case or ""]
    return with_case(day, case.id, basis_opened=True)


@decides(Trace)
def _trace(run: Unfolding, command: Trace) -> None:
    case = case_in_hand(run.day, command.case)
    one = sight(case, command.path, command.source)
    system = run.day.opening.landscape.systems.get(command.source)
    if one is None or system is None:
        raise Refused("nothing-to-trace")
    if not system.tells_origin:
        raise Refused("origin-not-told")
    if not run.day.world.landscape.works(system.id, run.day.now):
        raise Refused("system-down")
    _, fact = split_path(one.path)
    at = run.day.now if one.at is None else one.at
    shown = held(run.day.world, system, fact, one.subject, at)
    hops = tuple((hop.system, hop.at) for hop in shown.hops) if isinstance(shown, Shown) else ()
    run.happens(
        ProvenanceOpened,
        case=case.id,
        system=one.source,
        path=one.path,
        subject=one.subject,
        hops=hops,
        minutes=run.price("trace"),
    )
    keep(run, case, "look-again")


@decides(ReadFreetext)
def _read(run: Unfolding, command: ReadFreetext) -> None:
    case = case_in_hand(run.day, command.case)
    if not case.arrival.says:
        raise Refused("no-own-words")
    run.happens(FreetextOpened, case=case.id, minutes=run.price("read_freetext"))


@evolves(FreetextOpened)
def _was_read(day: Day, event: FreetextOpened) -> Day:
    return with_case(day, event.case, words_read=True)


@decides(SeeAsCitizen)
def _see_as_citizen(run: Unfolding, command: SeeAsCitizen) -> None:
    case = case_in_hand(run.day, command.case)
    if not has_letter(case):
        raise Refused("no-letter-yet")
    run.happens(CitizenViewOpened, case=case.id, minutes=run.price("see_as_citizen"))


@evolves(CitizenViewOpened)
def _seen_as_citizen(day: Day, event: CitizenViewOpened) -> Day:
    return with_case(day, event.case, read_as_citizen=True)


@decides(LookAtLandscape)
def _landscape(run: Unfolding, command: LookAtLandscape) -> None:
    on_desk(run.day)
    run.happens(LandscapeOpened, minutes=run.price("look_at_landscape"))
