"""The data map: what was used from which source, and the routes of one fact to several cases.

It has four separate columns: *exposed*, facts that stood on a screen, opened or filled in, or in
what the citizen sent; *opened*, deliberate acts: look-ups, searches, traces, questions and
hearings; *relied on*, facts used as grounds for a decision; *told*, facts that stood in a letter. A
fact of a case is counted once per source and column.
"""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass

from simulator.casework.actions.arriving import CaseArrived
from simulator.casework.actions.asking import ColleagueAsked, SecondOpinionAsked
from simulator.casework.actions.deciding import DecisionMade
from simulator.casework.actions.documents.receiving import DocumentOpened
from simulator.casework.actions.finding import FactsFilled
from simulator.casework.actions.hearing import HearingAnswered, HearingSent, ReplyArrived
from simulator.casework.actions.looking.pages import ProtectedRevealed, RecordOpened
from simulator.casework.actions.looking.reading import BasisOpened, FreetextOpened, ProvenanceOpened
from simulator.casework.actions.searching import RegisterSearched
from simulator.casework.actions.telephone import CitizenAsked
from simulator.casework.actions.writing import LetterSent
from simulator.casework.events import Event
from simulator.casework.phrasing import fact_label, fact_of, source_name
from simulator.casework.sights import Seen, document_source
from simulator.core.clock import day_of
from simulator.core.facts import split_path
from simulator.core.texts import Phrase, Text
from simulator.debrief.evidence import Evidence
from simulator.landscape.observations import Shown
from simulator.landscape.observe import held

OWN_WORDS = "own-words"
"""The source for a citizen's own words in a letter or a form."""
COLLEAGUE = "colleague"
"""The source for colleagues who were asked, or gave a second opinion."""

MOST_WAYS = 3
"""The most facts whose routes are shown: the discussion follows one."""

Column = str
COLUMNS: tuple[Column, ...] = ("exposed", "opened", "relied-on", "told")

Counted = int | tuple[str | None, str, str]
"""The number of an act, or (case, path, subject) of a fact."""


@dataclass(frozen=True)
class Used:
    """One source, and how much of it was used."""

    source: str
    """A system's id, ``citizen``, ``own-words`` or ``colleague``."""
    name: Text | Phrase
    exposed: int
    opened: int
    relied_on: int
    told: int
    oldest: int | None
    """Age at the decision, in days since it was reported, of the oldest fact relied on that can
    become outdated; ``None`` if there is no such fact."""
    unopened: bool
    """Whether it is a system whose facts were relied on without anybody having opened it."""
    unfounded: int
    """Look-ups and searches in it that it let through though the case gave no legal basis."""
    events: tuple[int, ...]
    """The numbers of the events the row is counted from."""


@dataclass(frozen=True)
class Way:
    """One route of one fact: the systems it passed through, and the cases it was used in."""

    stations: tuple[Text | Phrase, ...]
    cases: tuple[str, ...]


@dataclass(frozen=True)
class ManyWays:
    """One fact that was copied between systems and used in several cases."""

    fact: Phrase
    ways: tuple[Way, ...]


@dataclass(frozen=True)
class DataMap:
    """Every source that was used, the systems that were not, and the routes of a few facts."""

    rows: tuple[Used, ...]
    not_used: tuple[Text, ...]
    many_ways: tuple[ManyWays, ...]
    caption: Phrase


def data_map(evidence: Evidence) -> DataMap:
    """Return the data map of a day; its systems in the order of the landscape, then people."""
    counted: dict[tuple[str, Column], set[Counted]] = defaultdict(set)
    events: dict[str, set[int]] = defaultdict(set)
    for event in evidence.events:
        for source, column, what in _uses(evidence, event):
            counted[source, column].add(what)
            events[source].add(event.seq)
    unfounded = Counter(look.system for look in _looks(evidence) if look.unfounded)
    systems, oldest = evidence.day.opening.landscape.systems, _oldest(evidence)

    def row(source: str) -> Used:
        exposed, opened, relied_on, told = (len(counted[source, column]) for column in COLUMNS)
        people = source in (OWN_WORDS, COLLEAGUE)
        return Used(
            source=source,
            name=Phrase(f"debrief.source.{source}")
            if people
            else source_name(evidence.day, source),
            exposed=exposed,
            opened=opened,
            relied_on=relied_on,
            told=told,
            oldest=oldest.get(source),
            unopened=source in systems and relied_on > 0 and not opened,
            unfounded=unfounded[source],
            events=tuple(sorted(events[source])),
        )

    kinds = evidence.day.opening.documents
    papers = (document_source(kind, third=third) for kind in kinds for third in (False, True))
    sources = (*systems, "citizen", *papers, OWN_WORDS, COLLEAGUE)
    rows = tuple(row(source) for source in sources if source in events)
    unused = tuple(system.name for id_, system in systems.items() if id_ not in events)
    return DataMap(rows, unused, tuple(_many_ways(evidence)), _caption(evidence, rows))


def _uses(evidence: Evidence, event: Event) -> Iterator[tuple[str, Column, Counted]]:
    """Yield what an event adds to a column of a source; what is there already counts once."""
    for source in _acts(event):
        yield source, "opened", event.seq
    for column, seen in _facts(evidence, event):
        if seen.state == "shown":
            yield seen.source, column, (event.case, seen.path, seen.subject)
    if isinstance(event, CaseArrived) and event.says:
        yield OWN_WORDS, "exposed", (event.case, "", "")


def _looks(evidence: Evidence) -> Iterator[RecordOpened | RegisterSearched]:
    """Yield the look-ups and searches of the day."""
    yield from evidence.all(RecordOpened)
    yield from evidence.all(RegisterSearched)


def _oldest(evidence: Evidence) -> Mapping[str, int]:
    """Return the age of the oldest fact relied on that can become outdated, by its source."""
    oldest: dict[str, int] = {}
    for decision in evidence.decisions():
        for seen in decision.relied_on:
            ages = fact_of(evidence.day, seen.path).ask_again_days is not None
            if ages and seen.as_of is not None:
                age = evidence.date(decision) - day_of(seen.as_of)
                oldest[seen.source] = max(age, oldest.get(seen.source, age))
    return oldest


def _acts(event: Event) -> Iterator[str]:
    match event:
        case RecordOpened(system=system) | ProvenanceOpened(system=system):
            yield system
        case RegisterSearched(system=system) | ProtectedRevealed(system=system):
            yield system
        case CitizenAsked() | HearingSent(by="player"):
            yield "citizen"
        case DocumentOpened(fields=fields):
            yield from {seen.source for seen in fields}
        case FreetextOpened():
            yield OWN_WORDS
        case ColleagueAsked(whom="field") | SecondOpinionAsked():
            yield COLLEAGUE


def _facts(evidence: Evidence, event: Event) -> Iterator[tuple[Column, Seen]]:
    match event:
        case RecordOpened(fields=fields) | FactsFilled(fields=fields) | BasisOpened(fields=fields):
            yield from (("exposed", seen) for seen in fields)
        case HearingAnswered(fields=fields) | ReplyArrived(fields=fields):
            yield from (("exposed", seen) for seen in fields)
        case RegisterSearched(fields=fields) | DocumentOpened(fields=fields):
            yield from (("exposed", seen) for seen in fields)
        case CaseArrived(fields=fields):
            yield from (("exposed", seen) for seen in fields)
        case CitizenAsked(field=field) | ProtectedRevealed(field=field):
            yield "exposed", field
        case DecisionMade(relied_on=fields) if not evidence.pending(event, event.answer):
            yield from (("relied-on", seen) for seen in fields)
        case LetterSent(facts=fields) | HearingSent(told=fields):
            yield from (("told", seen) for seen in fields)


def _caption(evidence: Evidence, rows: tuple[Used, ...]) -> Phrase:
    counts = {
        "decisions": sum(1 for _ in evidence.decisions()),
        "facts": sum(row.relied_on for row in rows),
        "unopened": sum(row.relied_on for row in rows if row.unopened),
    }
    if not counts["decisions"]:
        return Phrase("debrief.map.caption-none")
    oldest = max((row.oldest for row in rows if row.oldest is not None), default=None)
    if oldest is None:
        return Phrase("debrief.map.caption", counts)
    word = "caption-oldest" if oldest else "caption-today"
    return Phrase(f"debrief.map.{word}", {**counts, "days": oldest})


def _many_ways(evidence: Evidence) -> Iterator[ManyWays]:
    """Yield the facts with the most routes through the landscape, then the most cases."""
    day, by_path = evidence.day, dict[str, dict[tuple[str, ...], dict[str, None]]]()
    for event in evidence.decisions():
        for seen in event.relied_on:
            ways = by_path.setdefault(seen.path, {})
            ways.setdefault(_stations(evidence, seen), {})[event.case or ""] = None
    spread = [path for path, ways in by_path.items() if _spreads(ways)]
    for path in sorted(spread, key=lambda path: _how_far(by_path[path]), reverse=True)[:MOST_WAYS]:
        listed = (
            Way(tuple(source_name(day, id_) for id_ in stations), tuple(cases))
            for stations, cases in by_path[path].items()
        )
        yield ManyWays(fact_label(day, path), tuple(listed))


def _spreads(ways: Mapping[tuple[str, ...], Collection[str]]) -> bool:
    """Return whether a fact was copied between systems and used in more than one case."""
    copied = any(len(stations) > 1 for stations in ways)
    return copied and sum(len(cases) for cases in ways.values()) > 1


def _how_far(ways: Mapping[tuple[str, ...], Collection[str]]) -> tuple[int, int]:
    return len(ways), sum(len(cases) for cases in ways.values())


def _stations(evidence: Evidence, seen: Seen) -> tuple[str, ...]:
    """Return the systems a value passed through, from where it was first reported to the last."""
    world = evidence.day.world
    system = world.landscape.systems.get(seen.source)
    if system is None or seen.at is None:
        return (seen.source,)
    shown = held(world, system, split_path(seen.path)[1], seen.subject, seen.at)
    return tuple(hop.system for hop in shown.hops) if isinstance(shown, Shown) else (seen.source,)
