"""A day as plain values under names of the tests' own, and a digest of it after each event.

Sessions that earlier versions wrote are held to these digests for ever. So the names here are not
the program's: renaming a field, or adding one, changes no digest. What is told is what a day *is*:
its clock, levels and agenda, its cases with their state, sights and choices, and who is on the
line. Whoever moves something in the program lets this file find it again in its new place.
"""

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import fields
from hashlib import blake2b
from typing import Any

from simulator.casework.case_types import Answer
from simulator.casework.day import Case, Day, Telephone
from simulator.casework.events import DayOpened, Event
from simulator.casework.families import begin, evolve
from simulator.casework.plans import (
    Arrive,
    ComeBack,
    ConsentDue,
    DocumentDue,
    DocumentOver,
    GoDown,
    HearingOver,
    ItAnswers,
    LeaveCounter,
    OwnerAnswers,
    PromiseDue,
    Reply,
    Ring,
    RingAsSet,
    RingOut,
    SendInject,
    Settle,
    Visit,
)
from simulator.casework.sights import Seen
from simulator.core.agenda import Due
from simulator.town.town import Town

Plain = Any
"""What JSON can hold."""


def digests(log: Iterable[Event], town: Town) -> Iterator[str]:
    """A digest of the day after each event of a log, the opening's first."""
    events = iter(log)
    first = next(events)
    assert isinstance(first, DayOpened)
    day = begin(first, town)
    known: dict[int, tuple[Case, str]] = {}
    yield digest(day, known)
    for event in events:
        day = evolve(day, event)
        yield digest(day, known)


def digest(day: Day, known: dict[int, tuple[Case, str]] | None = None) -> str:
    """A digest of a day. ``known``: digests of cases that are still as they were."""
    known = {} if known is None else known
    parts = [json.dumps(desk(day), sort_keys=True)]
    for case in day.cases.values():
        if id(case) not in known:
            known[id(case)] = (case, json.dumps(matter(case), sort_keys=True))
        parts.append(known[id(case)][1])
    return blake2b("\n".join(parts).encode(), digest_size=6).hexdigest()


def desk(day: Day) -> Plain:
    """Everything of a day but its cases."""
    return {
        "minute": day.minute,
        "next": day.seq,
        "in hand": day.hand,
        "levels": {f"{kind} {step}": level for (kind, step), level in day.levels.items()},
        "agenda": [due(item) for item in day.agenda],
        "rings": conversation(day.ringing),
        "on the line": conversation(day.call),
        "at the counter": [
            [one.citizen, one.case, one.seq, one.minute, *one.helpers] for one in day.visitors
        ],
        "own words": day.words,
        "promises": [list(promise) for promise in day.promises],
        "contacts": {f"{who} {what}": times for (who, what), times in day.contacts.items()},
        "asked": {" ".join(question): times for question, times in day.asked.items()},
        "legal bases": sorted(day.bases),
        "searched": {
            system: [hits.by, list(hits.found), hits.more, [sight(one) for one in hits.fields]]
            for system, hits in day.hits.items()
        },
        "repaired": dict(day.repaired),
        "typed": {
            " ".join(place): [[entry.at, entry.value] for entry in entries]
            for place, entries in day.world.hands.items()
        },
        "asked of IT": {about: list(fields) for about, fields in day.wishes.items()},
        "sent in": sorted(day.heard),
        "course": [day.briefed, day.closed, day.ended],
        **{name: value for name, value in desk_since(day).items() if value},
    }


def desk_since(day: Day) -> Mapping[str, Plain]:
    """What a desk has only since 0.4.0: told where there is any, so that older digests hold."""
    return {
        "others listed of": sorted(map(str, day.listed_others)),
        "told of a fault": sorted([case, str(fault)] for case, fault in day.written_of),
    }


AGENDA = {
    Arrive: "arrive", Settle: "settles", Ring: "ring", RingAsSet: "rings-at", RingOut: "ring-out",
    Reply: "reply", HearingOver: "hearing-over", Visit: "visit", LeaveCounter: "visitor-leaves",
    PromiseDue: "promised", OwnerAnswers: "owner", ItAnswers: "it", SendInject: "inject",
    GoDown: "down", ComeBack: "up", ConsentDue: "consent", DocumentDue: "document",
    DocumentOver: "document-over",
}  # fmt: skip
"""What is planned, by the tests' own names."""


def due(item: Due[Any]) -> Plain:
    """Something on the agenda: when, what, about what, and why."""
    about: list[str] = []
    for field in fields(item.plan):
        value = getattr(item.plan, field.name)
        about += map(str, value if isinstance(value, tuple) else [value])
    kind = AGENDA[type(item.plan)]
    return [item.minute, kind, [part for part in about if part], list(item.because)]


def conversation(talk: Telephone | None) -> Plain:
    """A call, or somebody at the desk."""
    if talk is None:
        return None
    return [talk.citizen, talk.case, talk.seq, talk.rang, talk.desk, *talk.helpers, *talk.said]


def matter(case: Case) -> Plain:
    """A case."""
    waits = case.suggestion
    asked = case.hearing
    return {
        "case": case.id,
        "whose": case.party,
        "came with": case.seq,
        "channel": case.channel,
        "away": case.away,
        "done": list(case.done),
        "by hand": [case.taken_out, *sorted(case.by_hand)],
        "needs": list(case.needs),
        "seen": [sight(one) for one in case.seen],
        "roughly": sorted(case.roughly),
        "pages": sorted(map(list, case.pages)),
        "covered": [sight(one) for one in case.covered],
        "revealed": [sight(one) for one in case.revealed],
        "built on": [sight(one) for one in case.basis],
        "suggestion": waits and [waits.seq, waits.function, waits.level, answer(waits.answer)],
        "hearing": asked and [asked.seq, list(asked.facts), asked.ends, asked.answered],
        "result": [answer(case.result), case.result_at],
        "decision": [answer(case.decision), case.decided_by, case.decided_at],
        "gave weight to": list(case.considerations),
        "letter": [case.letter, case.letter_at, [list(part) for part in case.composed]],
        "own words": [list(part) for part in case.own_words],
        "paid": case.paid,
        "notes": case.notes,
        "looked": [case.opened, case.words_read, case.basis_opened, case.read_as_citizen],
        "technology": [case.followed, list(case.listed), sorted(case.shown)],
        **{name: value for name, value in matter_since(case).items() if value},
    }


def matter_since(case: Case) -> Mapping[str, Plain]:
    """What a case has only since 0.4.0: told where there is any, so that older digests hold."""
    again = case.reopened
    return {
        "documents asked for": [
            [one.seq, one.document, one.relation, one.state, one.last, one.notice, one.reminded]
            for one in case.requests
        ],
        "documents come": [
            [one.number, one.document, one.relation, one.form, one.flaw, one.date, one.opened]
            for one in case.documents
        ],
        "fell out over": list(case.fell_out),
        "taken up again": again and [again.seq, again.ground, answer(again.before), again.paid],
    }


def sight(seen: Seen) -> Plain:
    """What a source showed, or a citizen said."""
    return [seen.path, seen.subject, seen.source, seen.state, seen.value, seen.as_of]


def answer(given: Answer | None) -> Plain:
    """An outcome with its figure."""
    return given and [given.outcome, given.figure]
