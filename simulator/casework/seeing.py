"""``see``: the desk as its caseworker sees it, made from the day. The truth stays behind."""

from collections.abc import Mapping
from functools import cached_property

from simulator.casework.actions.falling_out import contradicted, spoken_against
from simulator.casework.actions.reopening import answered_cases
from simulator.casework.awaited import is_barred
from simulator.casework.case_state import asks_basis
from simulator.casework.case_types import DECIDING
from simulator.casework.case_views import CaseView
from simulator.casework.commands import Making, Offer
from simulator.casework.day import Case, Day
from simulator.casework.families import menu, menu_item
from simulator.casework.opening import Dial
from simulator.casework.phrasing import spoken_line
from simulator.casework.system_views import results, run_status, status_page
from simulator.casework.views import (
    CaseState,
    DialView,
    FoundView,
    InboxItem,
    IntegrationView,
    LazyView,
    PageItem,
    StatusLine,
    SystemItem,
    TelephoneView,
    TermView,
    VisitorView,
)
from simulator.core.clock import day_of
from simulator.core.texts import Phrase
from simulator.landscape.systems import System


def see(day: Day, *, acting: bool = True) -> "DeskView":
    """Return everything on the desk now. Whoever is not ``acting`` only looks on: no offers."""
    return DeskView(day, acting=acting)


class DeskView(LazyView):
    """Everything on the desk at a moment."""

    def __init__(self, day: Day, *, acting: bool = True) -> None:
        opening = day.opening
        self._day = day
        self._acting = acting
        self._made: dict[str, Offer] = {}
        self.title = opening.title
        self.briefing = opening.briefing
        self.goals = opening.goals
        self.municipality = opening.municipality
        self.date = opening.date
        self.minute = day.minute
        self.opens = opening.opens
        self.closes = opening.closes
        self.briefed = day.briefed
        self.closed = day.closed
        self.ended = day.ended

    @cached_property
    def inbox(self) -> tuple[InboxItem, ...]:
        """All cases that have come, the one that came first first."""
        cases = self._day.cases
        return tuple(_item(self._day, cases[id_], state) for id_, state in self.states.items())

    @cached_property
    def waiting(self) -> tuple[InboxItem, ...]:
        """The cases that are still on the desk."""
        return tuple(item for item in self.inbox if item.state != "away")

    @cached_property
    def states(self) -> Mapping[str, CaseState]:
        """How far each case that has come is, the one that came first first."""
        return {case.id: _state(self._day, case) for case in self._day.cases.values()}

    @property
    def awaited(self) -> int:
        """How many cases wait for somebody else to answer."""
        return sum(state == "waiting" for state in self.states.values())

    def is_barred(self, case: str) -> bool:
        """Return whether what one comes to in a case is against the party, and awaits a document.

        No face shows it of a case that is not in hand.
        """
        return is_barred(self._day, self._day.cases[case])

    @property
    def unanswered(self) -> int:
        """How many of the cases on the desk have had no answer."""
        cases = self._day.cases.values()
        return sum(case.away == "" and case.letter is None for case in cases)

    @property
    def going_on_alone(self) -> int:
        """How many steps technology does alone, and so goes on with when one has gone home."""
        return sum(dial.level == DECIDING for dial in self.dials)

    @cached_property
    def systems(self) -> tuple[SystemItem, ...]:
        """The systems, and what of them has been looked at about the case in hand."""
        day = self._day
        case = day.cases[day.hand] if day.hand else None
        bearing = day.opening.bearing[case.arrival.type] if case else frozenset()
        looked = case.pages if case else frozenset()
        systems = day.opening.landscape.systems.values()
        return tuple(_system(day, system, bearing, looked) for system in systems)

    @cached_property
    def hand(self) -> CaseView | None:
        """The case in hand."""
        day = self._day
        return CaseView(day, day.cases[day.hand]) if day.hand else None

    @cached_property
    def telephone(self) -> TelephoneView | None:
        """The telephone, while it rings or a conversation is under way."""
        return _telephone(self._day)

    @cached_property
    def visitors(self) -> tuple[VisitorView, ...]:
        """Who stands at the counter, the one who has stood there longest first."""
        day = self._day
        return tuple(VisitorView(v.case, day.name(v.citizen), v.minute) for v in day.visitors)

    @cached_property
    def dials(self) -> tuple[DialView, ...]:
        """The levels, of each type of case and function."""
        return tuple(_dial(self._day, dial) for dial in self._day.opening.dials)

    @cached_property
    def spoken_against(self) -> tuple[str, ...]:
        """The answered cases in which what came after the decision says something else.

        Those that have been taken up again are none of them. No face shows it: noticing is the
        work.
        """
        day = self._day
        cases = (case for case in answered_cases(day) if not case.reopened)
        return tuple(case.id for case in cases if spoken_against(day, case))

    @property
    def listed_others(self) -> frozenset[str]:
        """What the other cases have been listed of that rested on it."""
        return frozenset(self._day.listed_others)

    @cached_property
    def landscape(self) -> tuple[IntegrationView, ...]:
        """The arrows between systems as they are documented."""
        return _landscape(self._day)

    @cached_property
    def status(self) -> tuple[StatusLine, ...]:
        """IT's status page, system by system."""
        return status_page(self._day)

    @cached_property
    def found(self) -> tuple[FoundView, ...]:
        """What the last search in each system found, the latest search last."""
        return results(self._day)

    @cached_property
    def glossary(self) -> tuple[TermView, ...]:
        """The words of the glossary."""
        return tuple(
            TermView(id_, term.word, term.means, term.field, term.it, term.ask)
            for id_, term in self._day.opening.glossary.items()
        )

    @cached_property
    def offers(self) -> tuple[Offer, ...]:
        """All that can be done now, or could be if something else were done first."""
        return tuple(self._offer(making) for making in (menu(self._day) if self._acting else ()))

    def listed(self, name: str) -> Offer | None:
        """Return the offer with an id as a menu lists it, refused or not; ``None`` if none does."""
        making = menu_item(self._day, name) if self._acting else None
        return self._offer(making) if making else None

    def offer(self, name: str) -> Offer | None:
        """Return the offer with an id that can be taken now, if there is one."""
        offer = self.listed(name)
        return None if offer is None or offer.refused else offer

    def _offer(self, making: Making) -> Offer:
        """Return an offer, made once."""
        name, make = making
        if name not in self._made:
            self._made[name] = make()
        return self._made[name]


def _dial(day: Day, dial: Dial) -> DialView:
    level = day.levels.get((dial.case_type, dial.function), 0)
    title = day.opening.case_types[dial.case_type].title
    by = Phrase(f"sender.{dial.by}") if dial.by else None
    later = not dial.morning and not day.briefed
    allowed = (level,) if later else dial.allowed
    return DialView(dial.case_type, title, dial.function, level, allowed, by, dial.why, later)


def _item(day: Day, case: Case, state: CaseState) -> InboxItem:
    case_type = day.case_type(case)
    cue = _cue(day, case)
    return InboxItem(
        case.id,
        case_type.title,
        day.name(case.party),
        case.arrival.minute,
        day.opening.date + case_type.deadline_days,
        state,
        cue,
        case_type.short,
    )


def _cue(day: Day, case: Case) -> Phrase | None:
    """Return the sign that a case cannot wait: what it came with, or what has come since."""
    if case.fell_out and not case.decision:
        return Phrase("cue.fell-out", {"facts": contradicted(day, case)})
    if any(r.form != "message" and not r.opened for r in case.documents):
        return Phrase("cue.document")
    urgent = case.arrival.urgent
    return spoken_line(day, urgent, case.party) if urgent else None


def _state(day: Day, case: Case) -> CaseState:
    """Return how far a case is; it waits only where somebody else still has time to answer."""
    if case.away:
        return "away"
    if case.decision:
        return "decided"
    if case.hearing and not case.hearing.answered and not case.fell_out:
        return "waiting"
    today = day_of(day.now)
    if any(request.open and today <= request.last for request in case.requests):
        return "waiting"
    return "opened" if case.opened else "new"


def _system(
    day: Day,
    system: System,
    bearing: frozenset[tuple[str, str]],
    looked: frozenset[tuple[str, str]],
) -> SystemItem:
    keys = [(system.id, page.id) for page in system.pages]
    pages = tuple(
        [
            PageItem(page.id, page.title, page.relatives, key in looked, key in bearing)
            for page, key in zip(system.pages, keys, strict=True)
        ]
    )
    working = day.world.landscape.works(system.id, day.now)
    return SystemItem(
        system.id,
        system.name,
        system.owner,
        system.look,
        working,
        asks_basis(day, system),
        pages,
        system.greeting if working else system.when_down,
    )


def _telephone(day: Day) -> TelephoneView | None:
    line = day.call or day.ringing
    if line is None:
        return None
    says = spoken_line(day, line.line, line.citizen) if day.call and line.line else None
    name, ringing = day.name(line.citizen), day.call is None
    return TelephoneView(name, ringing, says, line.case, line.rang, len(line.said), line.desk)


def _landscape(day: Day) -> tuple[IntegrationView, ...]:
    systems = day.opening.landscape.systems
    return tuple(
        IntegrationView(
            (integration.source, integration.target),
            systems[integration.source].name,
            systems[integration.target].name,
            integration.every,
            tuple(day.opening.facts[fact].label for fact in integration.carries),
            integration.offset,
            systems[integration.target].owner,
            run_status(day, integration.id),
        )
        for integration in day.opening.landscape.integrations
    )
