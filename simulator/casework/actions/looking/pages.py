"""Opening the pages of systems, and asking to see what a page keeps covered."""

from collections.abc import Container, Iterable, Iterator
from dataclasses import dataclass, replace
from functools import partial
from typing import ClassVar

from simulator.casework.actions.counter import present
from simulator.casework.actions.promising import keep
from simulator.casework.case_state import (
    asks_basis,
    basis_in,
    covered_sights,
    of_case,
    with_case,
    with_seen,
)
from simulator.casework.commands import CaseCommand
from simulator.casework.day import Case, Day
from simulator.casework.engine import Run, decides
from simulator.casework.events import Event, event, evolves
from simulator.casework.form import FormField, Occasion, One, Option, option
from simulator.casework.phrasing import (
    NOBODY,
    address_of,
    fact_label,
    source_name,
    subject_name,
    value_measure,
)
from simulator.casework.protection import mask, shown_to_role
from simulator.casework.refusals import Refused
from simulator.casework.sights import Seen
from simulator.casework.telling import tells, told
from simulator.casework.vocabulary import Unfounded, offer_name
from simulator.core.clock import DayNumber, month_start
from simulator.core.facts import Value, path_to
from simulator.core.texts import Phrase
from simulator.core.values import changed
from simulator.landscape.observations import Shown
from simulator.landscape.observe import observe
from simulator.landscape.systems import Field, Page, System

# What the caseworker can do -------------------------------------------------------------------


def system_at(at: Occasion) -> System:
    """Return the system in which a command could be given."""
    return at.day.opening.landscape.systems[at.given["system"]]


system_down = partial(Refused, "system-down", helps="wait")


no_right_here = partial(Refused, "no-right-here", helps="call")


def require_working(day: Day, system: System) -> None:
    """Raise ``Refused`` while a system is down or closed."""
    if not day.world.landscape.works(system.id, day.now):
        raise system_down(about=system.id)


@dataclass(frozen=True)
class SystemCommand(CaseCommand, abstract=True):
    """A command about the case in hand that is given in one of the systems, at its price."""

    system: str

    group = "look"

    @classmethod
    def occasions(cls, day: Day) -> Iterator[Occasion]:
        """Yield one occasion a system in which it can be given, if a case is in hand."""
        for at in super().occasions(day):
            for system in day.opening.landscape.systems.values():
                if cls.possible_in(day, system):
                    yield Occasion(day, at.about, {**at.given, "system": system.id})

    @classmethod
    def possible_in(cls, day: Day, system: System) -> bool:
        """Return whether a system is one to give it in, whether it answers now or not."""
        return True

    @classmethod
    def refusal(cls, at: Occasion) -> Refused | None:
        """Refuse it while the system is down, or wants a legal basis that the case cannot give."""
        system = at.day.opening.landscape.systems.get(at.given["system"])
        if system is None:
            return None
        if not at.day.world.landscape.works(system.id, at.day.now):
            return system_down(about=system.id)
        insists = asks_basis(at.day, system) and not system.empty_basis
        if insists and not basis_in(at.day, at.case, system):
            return no_right_here(about=system.id, case=at.case.id)
        return None

    @classmethod
    def offer_id(cls, at: Occasion) -> str:
        """Return its name and the system's id."""
        return offer_name(cls.name, system_at(at).id)

    @classmethod
    def label(cls, at: Occasion) -> Phrase:
        """Return what its offer is called, with the name of the system."""
        return Phrase(f"offer.{cls.name}", {"system": system_at(at).name})

    @classmethod
    def cost(cls, at: Occasion) -> int:
        """Return what the system takes."""
        return system_at(at).minutes


def _pages(at: Occasion) -> Iterator[Option]:
    return (option(page.id, page.title) for page in system_at(at).pages)


def _bases(at: Occasion) -> Iterator[Option]:
    if basis := basis_in(at.day, at.case, system_at(at)):
        yield option(at.day.case_type(at.case).id, basis)
    if system_at(at).empty_basis:
        yield option("", Phrase("basis.none"))


PAGE = One("page", _pages, preset=lambda at: (system_at(at).pages[0].id,))
"""The page to open, the first one chosen beforehand."""
BASIS = One("basis", _bases, when=lambda at: asks_basis(at.day, system_at(at)))
"""On which legal basis one looks, where the system asks it."""


@dataclass(frozen=True)
class LookUp(SystemCommand):
    """Open a page of a system about the party (or whom the page relates to)."""

    page: str
    basis: str = ""

    rank = 10
    step = "find"
    form: ClassVar[tuple[FormField, ...]] = (PAGE, BASIS)


def _covered(at: Occasion) -> Iterator[Option]:
    return (option(seen.place, _covered_label(at.day, seen)) for seen in covered_sights(at.case))


def _covered_label(day: Day, seen: Seen) -> Phrase:
    """Say what is covered, where and about whom; a dwelling's name would be its address."""
    name = subject_name(day, seen.subject)
    label = {"fact": fact_label(day, seen.path), "source": source_name(day, seen.source)}
    return Phrase("sight", {**label, "value": name})


@dataclass(frozen=True)
class Reveal(CaseCommand):
    """Ask to see what a system keeps covered because it is protected."""

    path: str
    source: str
    subject: str

    group = "look"
    rank = 80
    form = (One("covered", _covered, ("path", "source", "subject"), preset_only=True),)

    @classmethod
    def occasions(cls, day: Day) -> Iterator[Occasion]:
        """Yield one occasion, once something about the case in hand is covered."""
        return (at for at in super().occasions(day) if covered_sights(at.case))


# What happened --------------------------------------------------------------------------------


@event("record.opened")
class RecordOpened(Event):
    """A page of a system was opened; all its fields are exposed."""

    system: str
    page: str
    subject: str
    """Whom it is about; ``""`` if the system shows nobody there, and no field has a value."""
    fields: tuple[Seen, ...]
    basis: str = ""
    """The legal basis given, ``""`` if none."""
    unfounded: Unfounded = ""
    """How it was let through though the case gives the caseworker's role no legal basis for it."""


@event("protected.revealed")
class ProtectedRevealed(Event):
    """Something protected that a system kept covered was asked for, and shown."""

    system: str
    path: str
    subject: str
    field: Seen
    present: tuple[str, ...] = ()
    """The citizens who stood or sat where the screen can be seen."""


# A page is opened -----------------------------------------------------------------------------


@decides(LookUp)
def _look_up(run: Run, command: LookUp, case: Case) -> None:
    open_page(run, case, command, case.party)
    keep(run, case, "look-again")


def open_page(run: Run, case: Case, command: LookUp, about: str) -> None:
    """Open a page about a citizen or a dwelling.

    Raises ``Refused`` where there is no such page, or its system wants to know the legal basis
    and is told none, or one that the case does not give.
    """
    system = run.day.opening.landscape.systems.get(command.system)
    page = system.page(command.page) if system else None
    if system is None or page is None:
        raise Refused("no-such-page")
    require_basis(run.day, case, system, command.basis)
    subject = _subject(run.day, system, page, about)
    relation = _relation(run.day, case, page, about, subject)
    run.does(
        RecordOpened,
        subject=subject,
        fields=tuple(
            _shown(run.day, system, page, field, about, subject, relation) for field in page.fields
        ),
        unfounded=unfounded(run.day, case, system),
    )


def require_basis(day: Day, case: Case, system: System, basis: str) -> None:
    """Raise ``Refused`` where a system wants to know the legal basis and is given none.

    So it does where one is given that the case does not have.
    """
    if asks_basis(day, system) and not basis and not system.empty_basis:
        raise Refused("basis-missing")
    if basis and not basis_in(day, case, system):
        raise no_right_here(about=system.id, case=case.id)


def unfounded(day: Day, case: Case, system: System) -> Unfounded:
    """Return how a case without a legal basis for it can look in a system; ``""`` if it has one."""
    if basis_in(day, case, system):
        return ""
    return "empty" if asks_basis(day, system) else "not-asked"


def _subject(day: Day, system: System, page: Page, about: str) -> str:
    """Return whom or what a page is about, or "" where the system shows nobody there.

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


def _relation(day: Day, case: Case, page: Page, about: str, subject: str) -> str:
    """Return the relation that what a page shows has to the party, or "" for none.

    Of what a search found it is known only once something has named it, as a reported move does.
    """
    if about == case.party:
        return day.opening.relation_of(page)
    named = {
        seen.path: seen.value
        for seen in case.seen
        if seen.state == "shown" and seen.subject == case.party
    }
    related = day.opening.relations.items()
    return next((word for word, fact in related if named.get(fact) == subject), "")


def _shown(
    day: Day, system: System, page: Page, field: Field, about: str, subject: str, relation: str
) -> Seen:
    shown = shown_to_role(day, system, path_to(relation, field.fact), subject)
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
    values = ((begins, reported.get(begins)) for begins in before)
    listed = tuple((begins, value) for begins, value in values if value is not None)
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
    own, paths = tuple(seen for seen in event.fields if of_case(case, seen)), _needed(day, case)
    needed = tuple(seen for seen in own if seen.path in paths)
    kept = tuple(seen for seen in event.fields if seen.state == "protected")
    again = {seen.place for seen in kept}
    day = with_case(
        day,
        case.id,
        seen=with_seen(case, *needed),
        pages=case.pages | ({(event.system, event.page)} if own else set()),
        covered=(*(seen for seen in case.covered if seen.place not in again), *kept),
    )
    return changed(day, bases=day.bases | {event.system}) if event.basis else day


def _needed(day: Day, case: Case) -> frozenset[str]:
    return frozenset(need.path for need in day.case_type(case).needs)


@tells(RecordOpened)
def _tell_opened(day: Day, event: RecordOpened) -> Phrase:
    page = day.opening.landscape.systems[event.system].page(event.page)
    return and_unfounded(event, told(day, event, page=page.title if page else event.page))


def and_unfounded(event: Event, phrase: Phrase) -> Phrase:
    """Return what was told of a look-up, with how it was let through without a legal basis."""
    how = getattr(event, "unfounded", "")
    return Phrase(f"unfounded.{how}", {"what": phrase}) if how else phrase


# What is covered is asked for -----------------------------------------------------------------


@decides(Reveal)
def _reveal(run: Run, command: Reveal, case: Case) -> None:
    place = (command.path, command.source, command.subject)
    seen = next((seen for seen in covered_sights(case) if seen.place == place), None)
    system = run.day.opening.landscape.systems.get(command.source)
    if seen is None or system is None:
        raise Refused("nothing-covered")
    require_working(run.day, system)
    run.does(
        ProtectedRevealed,
        system=system.id,
        field=shown_to_role(run.day, system, seen.path, seen.subject),
        present=present(run.day),
    )


@evolves(ProtectedRevealed)
def _revealed(day: Day, event: ProtectedRevealed) -> Day:
    case, shown = day.cases[event.case or ""], event.field
    needed = of_case(case, shown) and shown.path in _needed(day, case)
    return with_case(
        day,
        case.id,
        covered=tuple(seen for seen in case.covered if seen.place != shown.place),
        revealed=(*(seen for seen in case.revealed if seen.place != shown.place), shown),
        seen=with_seen(case, shown) if needed else case.seen,
    )


@tells(ProtectedRevealed)
def _tell_revealed(day: Day, event: ProtectedRevealed) -> Phrase:
    about = heading(day, event, (event.field,))
    return told(day, event, about=about, value=value_measure(day, event.field))


def heading(day: Day, event: RecordOpened | ProtectedRevealed, shown: Iterable[Seen]) -> str:
    """Return whom or what is shown, a dwelling by the address its system has.

    No address stands above one that is covered.
    """
    subject = event.subject
    if subject in _people(day) or not subject:
        return subject_name(day, subject)
    if any(seen.state == "protected" for seen in shown):
        return NOBODY
    return address_of(day, subject, event.system, day.at(event.minute))
