"""``see``: the desk as its caseworker sees it, made from the day. The truth stays behind."""

from collections.abc import Callable, Iterator
from functools import cached_property
from typing import Literal

from simulator.casework.acts.common import asks_basis
from simulator.casework.case_views import case_view
from simulator.casework.day import Case, Day
from simulator.casework.offers import menu
from simulator.casework.offers.making import Making
from simulator.casework.opening import Dial
from simulator.casework.phrasing import (
    spoken_line,
)
from simulator.casework.system_views import found, run_status, status_page
from simulator.casework.views import (
    CaseView,
    DeskView,
    DialView,
    FoundView,
    InboxItem,
    IntegrationView,
    Offer,
    PageItem,
    StatusLine,
    SystemItem,
    TelephoneView,
    TermView,
    VisitorView,
)
from simulator.core.texts import Phrase
from simulator.landscape.systems import System


def see(day: Day, *, acting: bool = True) -> DeskView:
    """Return everything on the desk now; each part is made when it is first looked at.

    Whoever is not ``acting`` only looks on, and is offered nothing.
    """
    return _Desk(day, menu(day) if acting else iter(()))


class _Desk(DeskView):
    def __init__(self, day: Day, more: Iterator[Making]) -> None:
        opening = day.opening
        self.__dict__.update(
            _day=day,
            _menu={},
            _made={},
            _more=more,
            title=opening.title,
            briefing=opening.briefing,
            goals=opening.goals,
            municipality=opening.municipality,
            date=opening.date,
            minute=day.minute,
            opens=opening.opens,
            closes=opening.closes,
            briefed=day.briefed,
            closed=day.closed,
            ended=day.ended,
        )

    _day: Day
    _menu: dict[str, Callable[[], Offer]]
    """How the offers read so far are made, by their id."""
    _made: dict[str, Offer]
    _more: Iterator[Making]

    @cached_property
    def inbox(self) -> tuple[InboxItem, ...]:
        return tuple(_item(self._day, case) for case in self._day.cases.values())

    @cached_property
    def systems(self) -> tuple[SystemItem, ...]:
        return _systems(self._day)

    @cached_property
    def hand(self) -> CaseView | None:
        day = self._day
        return case_view(day, day.cases[day.hand]) if day.hand else None

    @cached_property
    def telephone(self) -> TelephoneView | None:
        return _telephone(self._day)

    @cached_property
    def visitors(self) -> tuple[VisitorView, ...]:
        day = self._day
        return tuple(VisitorView(v.case, day.name(v.citizen), v.minute) for v in day.visitors)

    @cached_property
    def dials(self) -> tuple[DialView, ...]:
        return tuple(_dial(self._day, one) for one in self._day.opening.dials)

    @cached_property
    def landscape(self) -> tuple[IntegrationView, ...]:
        return _landscape(self._day)

    @cached_property
    def status(self) -> tuple[StatusLine, ...]:
        return status_page(self._day)

    @cached_property
    def found(self) -> tuple[FoundView, ...]:
        return found(self._day)

    @cached_property
    def glossary(self) -> tuple[TermView, ...]:
        return tuple(
            TermView(id_, one.word, one.means, one.field, one.it, one.ask)
            for id_, one in self._day.opening.glossary.items()
        )

    @cached_property
    def offers(self) -> tuple[Offer, ...]:
        self._menu.update(self._more)
        return tuple(map(self._making, self._menu))

    def offer(self, name: str) -> Offer | None:
        while name not in self._menu and (more := next(self._more, None)) is not None:
            self._menu[more[0]] = more[1]
        made = self._making(name) if name in self._menu else None
        return None if made is None or made.refused else made

    def _making(self, name: str) -> Offer:
        if name not in self._made:
            self._made[name] = self._menu[name]()
        return self._made[name]


def _dial(day: Day, one: Dial) -> DialView:
    level = day.levels.get((one.case_type, one.function), 0)
    title = day.opening.case_types[one.case_type].title
    by = Phrase(f"sender.{one.by}") if one.by else None
    later = not one.morning and not day.briefed
    allowed = (level,) if later else one.allowed
    return DialView(one.case_type, title, one.function, level, allowed, by, one.why, later)


def _item(day: Day, case: Case) -> InboxItem:
    kind = day.case_type(case)
    cue = spoken_line(day, case.arrival.urgent, case.party) if case.arrival.urgent else None
    return InboxItem(
        case.id,
        kind.title,
        day.name(case.party),
        case.arrival.minute,
        day.opening.date + kind.deadline_days,
        _state(case),
        cue,
        kind.short,
    )


def _state(case: Case) -> Literal["new", "opened", "waiting", "decided", "away"]:
    if case.away:
        return "away"
    if case.decision:
        return "decided"
    if case.hearing and not case.hearing.answered:
        return "waiting"
    return "opened" if case.opened else "new"


def _systems(day: Day) -> tuple[SystemItem, ...]:
    case = day.cases[day.hand] if day.hand else None
    bearing = day.opening.bearing[case.arrival.type] if case else frozenset()
    looked = case.pages if case else frozenset()
    return tuple(
        _system(day, one, bearing, looked) for one in day.opening.landscape.systems.values()
    )


def _system(
    day: Day,
    system: System,
    bearing: frozenset[tuple[str, str]],
    looked: frozenset[tuple[str, str]],
) -> SystemItem:
    pages = tuple(
        PageItem(
            page.id,
            page.title,
            page.relatives,
            (system.id, page.id) in looked,
            (system.id, page.id) in bearing,
        )
        for page in system.pages
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
            (one.source, one.target),
            systems[one.source].name,
            systems[one.target].name,
            one.every,
            tuple(day.opening.facts[fact].label for fact in one.carries),
            one.offset,
            systems[one.target].owner,
            run_status(day, one.id),
        )
        for one in day.opening.landscape.integrations
    )
