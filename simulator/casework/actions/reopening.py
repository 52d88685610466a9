"""Owning a mistake: a decided case is reopened, decided again and told of; and who else was hit.

A case is reopened on new facts or for a fault that is not insignificant (FOB 2013-7), freely in the
party's favour. Against them it is decided anew only after they have been heard. Where a fault lies
in what many cases rest on, the others it hit are looked for too (Ombudsmanden, Overblik #25).
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

from simulator.casework.actions.chain import carry_on
from simulator.casework.actions.promising import keep
from simulator.casework.automation import to_be_heard, values_of
from simulator.casework.case_state import with_case, with_contact
from simulator.casework.case_types import Answer
from simulator.casework.commands import DeskCommand, require_open_day
from simulator.casework.day import Case, Day, Reopened
from simulator.casework.engine import Run, decides
from simulator.casework.events import Event, event, evolves
from simulator.casework.form import Occasion, One, Option, option, worded
from simulator.casework.letters import Channel, written
from simulator.casework.payments import paid_once
from simulator.casework.people import reached
from simulator.casework.phrasing import listed, source_name
from simulator.casework.plans import HearingOver, Reply
from simulator.casework.refusals import Refused
from simulator.casework.telling import tells, told
from simulator.casework.vocabulary import ReopenedFor
from simulator.casework.worth import worth
from simulator.core.causes import Thing, kind_and_id, thing
from simulator.core.facts import split_path
from simulator.core.texts import Phrase
from simulator.core.values import changed
from simulator.landscape.systems import Landscape

GROUNDS: tuple[ReopenedFor, ...] = ("fault", "new-facts")

no_such_fault = partial(Refused, "no-such-fault")

# What the caseworker can do -------------------------------------------------------------------


def _answered(day: Day) -> Iterator[Case]:
    """Yield the cases whose parties have been answered, and that can be looked at again."""
    for case in day.cases.values():
        if case.letter is not None and case.away in ("", "closed"):
            yield case


def _cases(at: Occasion) -> Iterator[Option]:
    for case in _answered(at.day):
        title, name = at.day.case_type(case).title, at.day.name(case.party)
        yield option(case.id, Phrase("case.option", {"title": title, "name": name}))


@dataclass(frozen=True)
class Reopen(DeskCommand):
    """Take up a case again that has been answered: for a fault in it, or on new facts."""

    case: str
    ground: str

    group = "repair"
    rank = 60
    form = (
        One("case", _cases, asks="reopened-case"),
        One("ground", lambda _: worded("reopened-for", GROUNDS)),
    )

    @classmethod
    def occasions(cls, day: Day) -> Iterator[Occasion]:
        """Yield one occasion, once somebody has been answered."""
        if day.is_open and any(_answered(day)):
            yield Occasion(day)


def _faults(at: Occasion) -> Iterator[Option]:
    return (option(fault, _named(at.day, fault)) for fault in known_faults(at.day))


@dataclass(frozen=True)
class FindOthers(DeskCommand):
    """List the decided cases that rested on something found to be wrong."""

    fault: str

    group = "repair"
    rank = 62
    form = (One("fault", _faults),)

    @classmethod
    def occasions(cls, day: Day) -> Iterator[Occasion]:
        """Yield one occasion, where something has been found that other cases may rest on."""
        if day.is_open and known_faults(day):
            yield Occasion(day)


@dataclass(frozen=True)
class TellOfFault(DeskCommand):
    """Write to somebody that their case rested on something that was wrong."""

    case: str

    group = "repair"
    rank = 64
    form = (One("case", _cases, asks="told-case"),)

    @classmethod
    def occasions(cls, day: Day) -> Iterator[Occasion]:
        """Yield one occasion, where something has been found and somebody has been answered."""
        if day.is_open and known_faults(day) and any(_answered(day)):
            yield Occasion(day)


# What happened --------------------------------------------------------------------------------


@event("case.reopened")
class CaseReopened(Event):
    """A case that had been answered was taken up again. What was decided holds until it is anew."""

    ground: ReopenedFor
    before: Answer
    """What had been decided."""
    paid: int = 0
    """What had been paid once until then, in øre."""


@event("others.listed")
class OthersListed(Event):
    """The decided cases were listed that rested on something found to be wrong."""

    fault: Thing
    cases: tuple[str, ...]


@event("citizen.told_of_fault")
class CitizenToldOfFault(Event):
    """A citizen was told that their case rested on something that was wrong."""

    citizen: str
    channel: Channel


# Reopened -------------------------------------------------------------------------------------


def answered_case(day: Day, case_id: str) -> Case:
    """Return a case whose party has been answered. Raises ``Refused`` where there is none."""
    require_open_day(day)
    case = next((case for case in _answered(day) if case.id == case_id), None)
    if case is None:
        raise Refused("nothing-to-reopen")
    return case


@decides(Reopen)
def _reopen(run: Run, command: Reopen) -> None:
    case = answered_case(run.day, command.case)
    if command.ground not in GROUNDS:
        raise Refused("reopen-for-what")
    assert case.decision is not None
    run.does(
        CaseReopened,
        case=case.id,
        before=case.decision,
        paid=paid_once(run.day, case),
        because=() if case.decided_at is None else (case.decided_at,),
        question=run.question(case.id, "", "reopen"),
    )
    keep(run, case, "look-again")
    carry_on(run, case.id)


@evolves(CaseReopened)
def _reopened(day: Day, event: CaseReopened) -> Day:
    case = day.cases[event.case or ""]
    day = with_case(
        day,
        case.id,
        away="",
        opened=True,
        reopened=Reopened(event.seq, event.ground, event.before, event.paid, case),
        by_hand=frozenset(),
        done=(),
        shown=frozenset(),
        basis=(),
        settled=False,
        fetched=False,
        suggestion=None,
        hearing=None,
        result=None,
        result_at=None,
        decision=None,
        relied_on=(),
        decided_by="",
        considerations=(),
        decided_at=None,
        judged_by=None,
        judged_at=None,
        letter=None,
        letter_at=None,
        paid=False,
        composed=(),
        own_words=(),
        followed="",
        taken=(),
        reached=(),
        listed=(),
        listed_for="",
    )
    agenda = day.agenda
    for plan in (Reply, HearingOver):
        agenda = agenda.without(plan, case.id)
    return changed(day, hand=case.id, agenda=agenda)


def require_heard(day: Day, case: Case, answer: Answer) -> None:
    """Raise ``Refused`` where a reopened case would be decided against its party, unheard."""
    if case.reopened is None or not _worse(day, case, answer, case.reopened.was):
        return
    hearing = case.hearing
    owed = to_be_heard(day.case_type(case), case.basis)
    heard = hearing is not None and set(owed) <= set(hearing.facts)
    if hearing is None or not heard or not (hearing.answered or day.minute >= hearing.ends):
        raise Refused("heard-first", helps="hear")


def _worse(day: Day, case: Case, answer: Answer, before: Case) -> bool:
    then = worth(day, before, before.decision, values_of(before.relied_on))
    return worth(day, case, answer, values_of(case.basis)) < then


# Who else was hit -----------------------------------------------------------------------------


def known_faults(day: Day) -> tuple[Thing, ...]:
    """Return what has been found today that other cases may rest on.

    An integration that IT has set going again had stopped; a scale has been met where the system
    weighed by it.
    """
    arrows = [thing("integration", id_) for id_ in day.repaired]
    met = dict.fromkeys(c.arrival.type for c in day.cases.values() if "weigh" in c.shown)
    kinds = (day.opening.case_types[id_] for id_ in met)
    return (*arrows, *(kind.as_scale for kind in kinds if kind.scaled))


def _named(day: Day, fault: Thing) -> Phrase:
    kind, id_ = kind_and_id(fault)
    if kind == "scale":
        case_type = day.opening.case_types[id_]
        named = case_type.scale.name if case_type.scale else case_type.title
        return Phrase("fault.scale", {"scale": named, "title": case_type.title})
    integration = day.opening.landscape.integration(id_)
    assert integration is not None
    ends = integration.source, integration.target
    source, target = (source_name(day, end) for end in ends)
    return Phrase("fault.integration", {"source": source, "target": target})


def rested_on(day: Day, case: Case, fault: Thing) -> bool:
    """Return whether a decided case rested on something: a copy it brought, or a scale."""
    if case.decision is None:
        return False
    kind, id_ = kind_and_id(fault)
    if kind == "scale":
        case_type = day.case_type(case)
        by_system = case.decided_by == "automation" or case.followed == case_type.deciding
        return case.arrival.type == id_ and by_system and case.result_at is None
    landscape = day.opening.landscape
    return any(
        id_ in _brought_by(landscape, seen.source, split_path(seen.path)[1])
        for seen in case.relied_on
        if seen.state == "shown" and seen.source in landscape.systems
    )


def _brought_by(landscape: Landscape, system: str, fact: str) -> frozenset[str]:
    """Return the ids of the integrations that bring a fact to a system, straight or not."""
    ids = frozenset[str]()
    for feed in landscape.into(system, fact):
        upstream = _brought_by(landscape, feed.source, feed.carries[fact].source)
        ids |= {feed.id} | upstream
    return ids


@decides(FindOthers)
def _find_others(run: Run, command: FindOthers) -> None:
    fault = next((known for known in known_faults(run.day) if known == command.fault), None)
    if fault is None:
        raise no_such_fault()
    cases = tuple(case.id for case in run.day.cases.values() if rested_on(run.day, case, fault))
    run.does(OthersListed, case=None, fault=fault, cases=cases)


@decides(TellOfFault)
def _tell_of_fault(run: Run, command: TellOfFault) -> None:
    case = answered_case(run.day, command.case)
    if not known_faults(run.day):
        raise no_such_fault()
    channel = written(case.channel)
    run.does(CitizenToldOfFault, case=case.id, citizen=case.party, channel=channel)


@evolves(CitizenToldOfFault)
def _told_of_fault(day: Day, event: CitizenToldOfFault) -> Day:
    sees = reached(day, event.citizen, event.channel)
    return with_contact(day, event.citizen, "owned") if sees else day


# Told -----------------------------------------------------------------------------------------


@tells(CaseReopened)
def _tell_reopened(day: Day, event: CaseReopened) -> Phrase:
    return told(day, event, ground=Phrase(f"reopened-for.{event.ground}"))


@tells(OthersListed)
def _tell_listed(day: Day, event: OthersListed) -> Phrase:
    names = (_case_named(day, case) for case in event.cases)
    which = "" if event.cases else "-none"
    fault, n = _named(day, event.fault), len(event.cases)
    return told(day, event, which, fault=fault, n=n, cases=listed(names, "; "))


def _case_named(day: Day, case_id: str) -> Phrase:
    case = day.cases[case_id]
    title, name = day.case_type(case).title, day.name(case.party)
    return Phrase("case.option", {"title": title, "name": name})
