"""K1, looked before it was binding: what had been seen nearer the truth than a suggestion had it.

To test a suggestion one needs, for every fact it had as a copy, a sight nearer the truth than its
own: in a system that this one copies the fact from, straight or through others; the value's
origin, traced; the citizen's own answer; or a document of the month or date asked about. It counts
at any time before the letter went, in whatever case: the sentence says *had been seen*. The
suggestion's own copy, opened once more, shows what the suggestion was built on and tests nothing;
and what it had from the citizen, or from the system where the fact is written first, cannot be seen
any nearer. Seen is not the same as read, and the sentence does not say so.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from simulator.casework.actions.deciding import SuggestionShown
from simulator.casework.actions.documents.receiving import DocumentOpened
from simulator.casework.actions.hearing import HearingAnswered, ReplyArrived
from simulator.casework.actions.looking.pages import ProtectedRevealed, RecordOpened
from simulator.casework.actions.looking.reading import ProvenanceOpened
from simulator.casework.actions.searching import RegisterSearched
from simulator.casework.actions.suggesting import SuggestionFollowed
from simulator.casework.actions.telephone import CitizenAsked
from simulator.casework.actions.writing import LetterSent
from simulator.casework.events import Event
from simulator.casework.phrasing import listed
from simulator.casework.sights import CITIZEN, Seen
from simulator.core.facts import split_path
from simulator.core.texts import Phrase
from simulator.debrief.evidence import Evidence
from simulator.debrief.statements import Silence, Statement
from simulator.landscape.systems import Landscape

DOCUMENT = "document"
"""Stands for every document of the date that was asked about."""
LOOKS = (
    RecordOpened,
    RegisterSearched,
    ProtectedRevealed,
    ProvenanceOpened,
    CitizenAsked,
    HearingAnswered,
    ReplyArrived,
    DocumentOpened,
)
"""The kinds of event by which a fact is seen in a system, traced, or heard from the citizen."""
Sight = tuple[str, str, str]
"""(source, fact, subject); the source of a traced value is ``SYSTEM~``."""
TRACED = "~"


Fact = tuple[str, str, str]
"""(path, subject, source)."""


@dataclass
class _Tested:
    """A case in which suggestions were followed, and what had been seen of their facts."""

    case: str
    followed: list[SuggestionFollowed] = field(default_factory=list)
    facts: dict[Fact, int | None] = field(default_factory=dict)
    """The facts the suggestions had as copies, each with the event by which it was seen nearer
    the truth before the letter went; ``None`` if it was not."""
    events: set[int] = field(default_factory=set)

    @property
    def seen(self) -> int:
        return sum(event is not None for event in self.facts.values())

    @property
    def whole(self) -> bool:
        return self.seen == len(self.facts)


def speak(evidence: Evidence) -> list[Statement] | Silence:
    """Return a statement for every case type of which suggestions were followed."""
    followed = [e for e in evidence.all(SuggestionFollowed) if e.by == "player"]
    if not followed:
        return Silence("no-occasion")
    looks = tuple(event for event in evidence.events if isinstance(event, LOOKS))
    cases: dict[str, _Tested] = {}
    for event in followed:
        tested = cases.setdefault(event.case or "", _Tested(event.case or ""))
        _enter(tested, evidence, event, looks)
    kinds: dict[str, list[_Tested]] = {}
    for case, tested in cases.items():
        if tested.facts:
            kinds.setdefault(evidence.kind_of(case).id, []).append(tested)
    return [_statement(evidence, every) for every in kinds.values()] or Silence("no-ground")


def _enter(
    tested: _Tested, evidence: Evidence, followed: SuggestionFollowed, looks: tuple[Event, ...]
) -> None:
    """Enter a followed suggestion in its case, once its letter is sent and it has facts to test."""
    letters = [e for e in evidence.all(LetterSent, followed.case) if e.seq > followed.seq]
    shown = evidence.suggestion_behind(followed)
    landscape = evidence.day.opening.landscape
    if not letters or not shown or not (needed := verification_set(landscape, shown)):
        return
    before = [e for e in looks if e.seq < letters[0].seq]
    for seen in needed:
        tested.facts[seen.path, seen.subject, seen.source] = _seen_by(landscape, seen, before)
    tested.followed.append(followed)
    tested.events |= {shown.seq, followed.seq, letters[0].seq}


def _statement(evidence: Evidence, every: list[_Tested]) -> Statement:
    followed = [event for tested in every for event in tested.followed]
    looks = {seq for tested in every for seq in tested.facts.values() if seq is not None}
    case_type = evidence.kind(followed[0])
    facts = sum(len(tested.facts) for tested in every)
    which, names = _named(evidence, every)
    return Statement(
        indicator="K1",
        case=every[0].case if len(every) == 1 else "",
        minute=max(event.minute for event in followed),
        arguments={
            "title": case_type.title,
            "n": len(followed),
            "m": facts,
            "a": sum(tested.seen for tested in every),
            "names": names,
        },
        about=Phrase("debrief.cases-of", {"title": case_type.title}),
        of=facts,
        events=tuple(sorted(looks.union(*(tested.events for tested in every)))),
        key=case_type.id,
        well=all(tested.whole for tested in every),
        say=which and f"debrief.said.k1-{which}",
    )


def _named(evidence: Evidence, every: list[_Tested]) -> tuple[str, Phrase]:
    """Return which cases are named, the fewer of those tested whole and not, and their names.

    None are where there is one case, or where all or nothing was seen in every case.
    """
    whole = [tested for tested in every if tested.whole]
    others = [tested for tested in every if not tested.whole]
    if len(every) == 1:
        return "one", listed(())
    if not others or not any(tested.seen for tested in every):
        return "", listed(())
    if whole and len(whole) < len(others):
        return "in", listed(evidence.party_name(tested.case) for tested in whole)
    return "not-in", listed(_part(evidence, tested) for tested in others)


def _part(evidence: Evidence, tested: _Tested) -> Phrase:
    name, counts = evidence.party_name(tested.case), {"a": tested.seen, "n": len(tested.facts)}
    return Phrase("debrief.said.seen-of", {"name": name, **counts})


def verification_set(landscape: Landscape, shown: SuggestionShown) -> tuple[Seen, ...]:
    """Return the facts a suggestion had as copies, once each: what its test needs to see."""
    facts: Mapping[tuple[str, str], Seen] = {
        (seen.path, seen.subject): seen
        for seen in shown.basis
        if seen.state == "shown" and landscape.into(seen.source, split_path(seen.path)[1])
    }
    return tuple(facts.values())


def upstream(landscape: Landscape, system: str, fact: str) -> frozenset[tuple[str, str]]:
    """Return the systems one copies a fact from, straight or not, each with the fact's id there."""
    nearer = frozenset[tuple[str, str]]()
    for integration in landscape.into(system, fact):
        place = integration.source, integration.carries[fact].source
        nearer = nearer.union({place}, upstream(landscape, *place))
    return nearer


def sights(event: Event) -> Iterator[Sight]:
    """Yield the facts that an event showed the caseworker, each with its source."""
    match event:
        case HearingAnswered(fields=fields) | ReplyArrived(fields=fields):
            yield from (_sight(seen) for seen in fields if seen.state == "shown")
        case DocumentOpened(fields=fields, flaw=""):
            yield from ((DOCUMENT, *_sight(seen)[1:]) for seen in fields)
        case RecordOpened(fields=fields) | RegisterSearched(fields=fields):
            yield from (_sight(seen) for seen in fields if seen.state in ("shown", "missing"))
        case CitizenAsked(field=field) | ProtectedRevealed(field=field) if field.state == "shown":
            yield _sight(field)
        case ProvenanceOpened(system=system, path=path, subject=subject):
            yield system + TRACED, split_path(path)[1], subject


def _sight(seen: Seen) -> Sight:
    return seen.source, split_path(seen.path)[1], seen.subject


def _seen_by(landscape: Landscape, seen: Seen, events: Iterable[Event]) -> int | None:
    """Return the number of the first event by which a fact was seen nearer the truth, if any."""
    source, fact, subject = _sight(seen)
    places = upstream(landscape, source, fact)
    traced = {(system + TRACED, of, subject) for system, of in {*places, (source, fact)}}
    people = {(CITIZEN, fact, subject), (DOCUMENT, fact, subject)}
    good = {*((system, of, subject) for system, of in places), *traced, *people}
    return next((e.seq for e in events if not good.isdisjoint(sights(e))), None)
