"""Owning a mistake: a decided case is reopened, decided again and told of; and who else was hit.

A case is reopened on new facts or for a fault that is not insignificant (FOB 2013-7), freely in the
party's favour. Against them it is decided anew only after they have been heard. Where something is
found that many cases may rest on (``found_today``), the others are looked for too (Ombudsmanden,
Overblik #25): each is reopened, its party is told, or it is left.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from typing import Any

from simulator.casework.actions.chain import carry_on
from simulator.casework.actions.promising import keep
from simulator.casework.automation import to_be_heard, values_of
from simulator.casework.case_state import with_case, with_contact
from simulator.casework.case_types import Answer
from simulator.casework.commands import DeskCommand, require_open_day
from simulator.casework.day import Case, Day, Reopened
from simulator.casework.engine import Run, decides
from simulator.casework.events import Event, event, evolves
from simulator.casework.form import Answers, Blank, Occasion, One, Option, option, worded
from simulator.casework.found_today import known_faults, rested_on
from simulator.casework.letters import Channel, written
from simulator.casework.payments import paid_once
from simulator.casework.people import reached
from simulator.casework.phrasing import listed, source_name
from simulator.casework.plans import HearingOver, Reply
from simulator.casework.refusals import Refused
from simulator.casework.telling import tells, told
from simulator.casework.vocabulary import ReopenedFor
from simulator.casework.worth import worth
from simulator.core.causes import Thing, kind_and_id
from simulator.core.texts import Phrase
from simulator.core.values import changed

GROUNDS: tuple[ReopenedFor, ...] = ("fault", "new-facts")

no_such_fault = partial(Refused, "no-such-fault")

# What the caseworker can do -------------------------------------------------------------------


def answered_cases(day: Day) -> Iterator[Case]:
    """Yield the cases whose parties have been answered, and that can be looked at again."""
    for case in day.cases.values():
        if case.letter is not None and case.away in ("", "closed"):
            yield case


def _cases(at: Occasion) -> Iterator[Option]:
    return (option(case.id, _case_named(at.day, case.id)) for case in answered_cases(at.day))


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
        if day.is_open and any(answered_cases(day)):
            yield Occasion(day)


def _faults(at: Occasion) -> Iterator[Option]:
    return (option(fault, _named(at.day, fault)) for fault in known_faults(at.day))


@dataclass(frozen=True)
class FindOthers(DeskCommand):
    """List the decided cases that rested on something that has been found today."""

    fault: str

    group = "repair"
    rank = 62
    form = (One("fault", _faults),)

    @classmethod
    def occasions(cls, day: Day) -> Iterator[Occasion]:
        """Yield one occasion, where something has been found that other cases may rest on."""
        if day.is_open and known_faults(day):
            yield Occasion(day)


def _to_tell(day: Day) -> Iterator[tuple[Thing, tuple[Case, ...]]]:
    """Yield what has been found, with the cases that rested on it and are not told of it yet."""
    for fault in known_faults(day):
        cases = (case for case in answered_cases(day) if rested_on(day, case, fault))
        if untold := tuple(case for case in cases if not _told_already(day, case, fault)):
            yield fault, untold


def _faults_to_tell(at: Occasion) -> Iterator[Option]:
    return (option(fault, _named(at.day, fault)) for fault, _ in _to_tell(at.day))


class _Hit:
    """Which of the cases that rested on what was chosen: one blank for each thing found."""

    def blanks(self, at: Occasion) -> Iterator[Blank]:
        """Yield a blank for each, asked where that is what was chosen."""
        label = Phrase("blank.told-case")
        for fault, cases in _to_tell(at.day):
            options = tuple(option(case.id, _case_named(at.day, case.id)) for case in cases)
            only_for = ("fault", (fault,))
            yield Blank(_asked_as(fault), "one", label, options, only_for=only_for)

    def fields(self, at: Occasion, answers: Answers) -> Mapping[str, Any]:
        """Return the case that was chosen."""
        case = answers.get(_asked_as(answers.get("fault", "")))
        return {"case": case} if case else {}


def _asked_as(fault: str) -> str:
    return f"case.{fault}"


@dataclass(frozen=True)
class TellOfFault(DeskCommand):
    """Write to somebody that their case rested on something that has been found today."""

    fault: str
    case: str

    group = "repair"
    rank = 64
    form = (One("fault", _faults_to_tell), _Hit())

    @classmethod
    def occasions(cls, day: Day) -> Iterator[Occasion]:
        """Yield one occasion, where the case of somebody who is not told yet rested on it."""
        if day.is_open and any(_to_tell(day)):
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
    """The decided cases were listed that rested on something that has been found."""

    fault: Thing
    cases: tuple[str, ...]


@event("citizen.told_of_fault")
class CitizenToldOfFault(Event):
    """A citizen was told that their case rested on something that has been found."""

    citizen: str
    channel: Channel
    fault: Thing


# Reopened -------------------------------------------------------------------------------------


def answered_case(day: Day, case_id: str) -> Case:
    """Return a case whose party has been answered. Raises ``Refused`` where there is none."""
    require_open_day(day)
    case = next((case for case in answered_cases(day) if case.id == case_id), None)
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
        fell_out=(),
        picked_over=(),
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


def _named(day: Day, fault: Thing) -> Phrase:
    kind, id_ = kind_and_id(fault)
    if kind == "scale":
        case_type = day.opening.case_types[id_]
        named = case_type.scale.name if case_type.scale else case_type.title
        return Phrase("fault.scale", {"scale": named, "title": case_type.title})
    if kind == "order":
        return Phrase("fault.order", {"title": day.opening.case_types[id_].title})
    integration = day.opening.landscape.integration(id_)
    assert integration is not None
    ends = integration.source, integration.target
    source, target = (source_name(day, end) for end in ends)
    return Phrase("fault.integration", {"source": source, "target": target})


def _known(day: Day, fault: str) -> Thing:
    """Return something that has been found. Raises ``Refused`` where it has not."""
    for known in known_faults(day):
        if known == fault:
            return known
    raise no_such_fault()


@decides(FindOthers)
def _find_others(run: Run, command: FindOthers) -> None:
    fault = _known(run.day, command.fault)
    cases = tuple(case.id for case in run.day.cases.values() if rested_on(run.day, case, fault))
    run.does(OthersListed, case=None, fault=fault, cases=cases)


@evolves(OthersListed)
def _others_listed(day: Day, event: OthersListed) -> Day:
    return changed(day, listed_others=day.listed_others | {event.fault})


@decides(TellOfFault)
def _tell_of_fault(run: Run, command: TellOfFault) -> None:
    fault, case = _known(run.day, command.fault), answered_case(run.day, command.case)
    if not rested_on(run.day, case, fault):
        raise Refused("not-hit", helps="find_others")
    if _told_already(run.day, case, fault):
        raise Refused("told-of-it")
    channel = written(case.channel)
    run.does(CitizenToldOfFault, case=case.id, citizen=case.party, channel=channel, fault=fault)


def _told_already(day: Day, case: Case, fault: Thing) -> bool:
    """Return whether the party of a case has been written to about something that was found."""
    return (case.id, fault) in day.written_of


@evolves(CitizenToldOfFault)
def _told_of_fault(day: Day, event: CitizenToldOfFault) -> Day:
    day = changed(day, written_of=day.written_of | {(event.case or "", event.fault)})
    sees = reached(day, event.citizen, event.channel)
    return with_contact(day, event.citizen, "owned") if sees else day


# Told -----------------------------------------------------------------------------------------


@tells(CaseReopened)
def _tell_reopened(day: Day, event: CaseReopened) -> Phrase:
    return told(day, event, ground=Phrase(f"reopened-for.{event.ground}"))


@tells(CitizenToldOfFault)
def _tell_told(day: Day, event: CitizenToldOfFault) -> Phrase:
    return told(day, event, fault=_named(day, event.fault))


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
