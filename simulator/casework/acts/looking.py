"""Looking: pages, the basis of a suggestion, the route of a value, the citizen's own words."""

from collections.abc import Container, Iterable, Iterator
from dataclasses import replace

from simulator.casework.actions.counter import present
from simulator.casework.actions.promising import keep
from simulator.casework.as_read import has_letter
from simulator.casework.case_state import (
    asks_basis,
    covered_sights,
    of_case,
    shown_value,
    with_case,
    with_seen,
)
from simulator.casework.commands import (
    LookAtLandscape,
    LookUp,
    OpenBasis,
    OpenGlossary,
    OpenHit,
    ReadFreetext,
    Reveal,
    SeeAsCitizen,
    Trace,
    require_case_in_hand,
    require_open_day,
)
from simulator.casework.day import Case, Day
from simulator.casework.engine import Run, decides
from simulator.casework.events import evolves
from simulator.casework.events.looking import (
    BasisOpened,
    CitizenViewOpened,
    FreetextOpened,
    GlossaryOpened,
    LandscapeOpened,
    ProtectedRevealed,
    ProvenanceOpened,
    RecordOpened,
)
from simulator.casework.protection import mask, mask_unless_revealed, shown_to_role
from simulator.casework.refusals import Refused
from simulator.casework.sights import Seen
from simulator.core.clock import DayNumber, month_start
from simulator.core.facts import Value, split_path
from simulator.core.values import changed
from simulator.landscape.observations import Shown
from simulator.landscape.observe import held, observe
from simulator.landscape.systems import Field, Page, System


@decides(LookUp)
def _look_up(run: Run, command: LookUp) -> None:
    case = require_case_in_hand(run.day, command.case)
    _open_page(run, case, command, case.party)
    keep(run, case, "look-again")


@decides(OpenHit)
def _open_hit(run: Run, command: OpenHit) -> None:
    case = require_case_in_hand(run.day, command.case)
    if command.subject not in found_in(run.day, command.system):
        raise Refused("not-found-there")
    _open_page(run, case, command, command.subject)


def _open_page(run: Run, case: Case, command: LookUp, about: str) -> None:
    system = run.day.opening.landscape.systems.get(command.system)
    page = system.page(command.page) if system else None
    if system is None or page is None:
        raise Refused("no-such-page")
    answers_to(run.day, system, command.basis)
    subject = _subject(run.day, system, page, about)
    prefix = _prefix(run.day, case, page, about, subject)
    run.happens(
        RecordOpened,
        case=case.id,
        system=system.id,
        page=page.id,
        subject=subject,
        fields=tuple(
            _field(run.day, system, page, one, about, subject, prefix) for one in page.fields
        ),
        basis=command.basis,
        minutes=system.minutes,
    )


def answers_to(day: Day, system: System, basis: str) -> None:
    """Refuse what a system that is down, or wants to know the legal basis, does not answer."""
    if not day.world.landscape.works(system.id, day.now):
        raise Refused("system-down", system.id)
    if asks_basis(day, system) and not basis and not system.empty_basis:
        raise Refused("basis-missing")


def found_in(day: Day, system: str) -> tuple[str, ...]:
    """Return whom or what the last search in a system listed."""
    return day.hits[system].found if system in day.hits else ()


def _subject(day: Day, system: System, page: Page, about: str) -> str:
    """Return whom or what a page is about; empty where the system shows nobody there.

    A dwelling that was found is itself what the pages about dwellings are about.
    """
    if not page.relatives:
        return about
    if day.opening.facts[page.relatives].type == "dwelling" and about not in _people(day):
        return about
    shown = observe(day.world, system.id, page.relatives, about, day.now, day.opening.role)
    return str(shown.value) if isinstance(shown, Shown) else ""


def _people(day: Day) -> Container[str]:
    return day.world.town.citizens


def _prefix(day: Day, case: Case, page: Page, about: str, subject: str) -> str:
    """Return the relation, with its dot, that what a page shows has to the party; empty: none.

    Of what a search found it is known only once something has named it, as a reported move does.
    """
    if about == case.party:
        relation = day.opening.relation_of(page)
        return f"{relation}." if relation else ""
    named = {
        one.path: one.value
        for one in case.seen
        if one.state == "shown" and one.subject == case.party
    }
    related = day.opening.relations.items()
    return next((f"{word}." for word, fact in related if named.get(fact) == subject), "")


def _field(
    day: Day, system: System, page: Page, field: Field, about: str, subject: str, prefix: str
) -> Seen:
    shown = shown_to_role(day, system, prefix + field.fact, subject)
    seen = mask(day, shown, about, page.relatives)
    if seen.state != "shown" or seen.since is None or field.fact not in system.from_world:
        return seen
    return replace(seen, earlier=_earlier(day, system, field, subject, seen.since))


def _earlier(
    day: Day, system: System, field: Field, subject: str, newest: DayNumber
) -> tuple[tuple[DayNumber, Value], ...]:
    """Return the earlier values a page lists, of those reported to its system, newest first.

    Each stands under the month it is of, or the first day it held.
    """
    if field.months == 1 and not field.past:
        return ()
    by = day.now - system.lag
    reported = {
        spell.begins: spell.value
        for spell in day.world.town.timeline(field.fact, subject)
        if spell.reported <= by
    }
    begun = _months_before(newest, field.months - 1) if field.months > 1 else _begun(reported)
    before = (month for month in begun if month < newest)
    found = ((begins, reported.get(begins)) for begins in before)
    listed = tuple((begins, value) for begins, value in found if value is not None)
    return listed[: field.past or None]


def _months_before(newest: DayNumber, many: int) -> Iterator[DayNumber]:
    for _ in range(many):
        newest = month_start(newest - 1)
        yield newest


def _begun(reported: Iterable[DayNumber]) -> Iterator[DayNumber]:
    return iter(sorted(reported, reverse=True))


@evolves(RecordOpened)
def _record_opened(day: Day, event: RecordOpened) -> Day:
    case = day.cases[event.case or ""]
    own = tuple(one for one in event.fields if of_case(case, one))
    shown = tuple(one for one in own if one.path in _needed(day, case))
    kept = tuple(one for one in event.fields if one.state == "protected")
    day = with_case(
        day,
        case.id,
        seen=with_seen(case, *shown),
        pages=case.pages | ({(event.system, event.page)} if own else set()),
        covered=(*(one for one in case.covered if not _again(one, kept)), *kept),
    )
    return changed(day, bases=day.bases | {event.system}) if event.basis else day


def _again(one: Seen, others: tuple[Seen, ...]) -> bool:
    """Say whether a shown_value is of what others show too."""
    return any(one.place == other.place for other in others)


@decides(Reveal)
def _reveal(run: Run, command: Reveal) -> None:
    case = require_case_in_hand(run.day, command.case)
    place = (command.path, command.source, command.subject)
    one = next((one for one in covered_sights(case) if one.place == place), None)
    system = run.day.opening.landscape.systems.get(command.source)
    if one is None or system is None:
        raise Refused("nothing-covered")
    if not run.day.world.landscape.works(system.id, run.day.now):
        raise Refused("system-down", system.id)
    run.happens(
        ProtectedRevealed,
        case=case.id,
        system=system.id,
        path=one.path,
        subject=one.subject,
        field=shown_to_role(run.day, system, one.path, one.subject),
        present=present(run.day),
        minutes=run.price("reveal"),
    )


@evolves(ProtectedRevealed)
def _revealed(day: Day, event: ProtectedRevealed) -> Day:
    case, one = day.cases[event.case or ""], event.field
    needed = of_case(case, one) and one.path in _needed(day, case)
    return with_case(
        day,
        case.id,
        covered=tuple(other for other in case.covered if other.place != one.place),
        revealed=(*(other for other in case.revealed if other.place != one.place), one),
        seen=with_seen(case, one) if needed else case.seen,
    )


def _needed(day: Day, case: Case) -> frozenset[str]:
    return frozenset(need.path for need in day.case_type(case).needs)


@decides(OpenBasis)
def _open_basis(run: Run, command: OpenBasis) -> None:
    case = require_case_in_hand(run.day, command.case)
    if case.suggestion is None:
        raise Refused("no-suggestion")
    run.happens(
        BasisOpened,
        case=case.id,
        fields=tuple(mask_unless_revealed(run.day, case, one) for one in case.suggestion.basis),
        because=(case.suggestion.seq,),
        minutes=run.price("open_basis"),
    )


@evolves(BasisOpened)
def _basis_opened(day: Day, event: BasisOpened) -> Day:
    case = day.cases[event.case or ""]
    return with_case(day, case.id, basis_opened=True)


@decides(Trace)
def _trace(run: Run, command: Trace) -> None:
    case = require_case_in_hand(run.day, command.case)
    one = shown_value(case, command.path, command.source)
    system = run.day.opening.landscape.systems.get(command.source)
    if one is None or system is None:
        raise Refused("nothing-to-trace")
    if not system.tells_origin:
        raise Refused("origin-not-told")
    if not run.day.world.landscape.works(system.id, run.day.now):
        raise Refused("system-down", system.id)
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
def _read(run: Run, command: ReadFreetext) -> None:
    case = require_case_in_hand(run.day, command.case)
    if not case.arrival.says:
        raise Refused("no-own-words")
    run.happens(FreetextOpened, case=case.id, minutes=run.price("read_freetext"))


@evolves(FreetextOpened)
def _was_read(day: Day, event: FreetextOpened) -> Day:
    return with_case(day, event.case, words_read=True)


@decides(SeeAsCitizen)
def _see_as_citizen(run: Run, command: SeeAsCitizen) -> None:
    case = require_case_in_hand(run.day, command.case)
    if not has_letter(case):
        raise Refused("no-letter-yet")
    run.happens(CitizenViewOpened, case=case.id, minutes=run.price("see_as_citizen"))


@evolves(CitizenViewOpened)
def _seen_as_citizen(day: Day, event: CitizenViewOpened) -> Day:
    return with_case(day, event.case, read_as_citizen=True)


@decides(OpenGlossary)
def _glossary(run: Run, command: OpenGlossary) -> None:
    if command.word not in run.day.opening.glossary:
        raise Refused("no-such-word")
    run.happens(GlossaryOpened, word=command.word, minutes=run.price("open_glossary"))


@decides(LookAtLandscape)
def _landscape(run: Run, command: LookAtLandscape) -> None:
    require_open_day(run.day)
    run.happens(LandscapeOpened, minutes=run.price("look_at_landscape"))
