"""The data map: what was used of which source, and which ways one fact took to several cases.

Four columns that stay apart: *exposed*, facts that stood on a screen, opened or filled in;
*opened*, deliberate acts; *relied on*, facts picked as ground for a decision; *told*, facts that
stood in a letter. A fact of a case is counted once a source and column.
"""

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass

from simulator.casework.actions.arriving import CaseArrived
from simulator.casework.actions.asking import ColleagueAsked
from simulator.casework.actions.deciding import DecisionMade
from simulator.casework.actions.finding import FactsFilled
from simulator.casework.actions.hearing import HearingAnswered, HearingSent
from simulator.casework.actions.looking.pages import ProtectedRevealed, RecordOpened
from simulator.casework.actions.looking.reading import BasisOpened, FreetextOpened, ProvenanceOpened
from simulator.casework.actions.searching import RegisterSearched
from simulator.casework.actions.telephone import CitizenAsked
from simulator.casework.actions.writing import LetterSent
from simulator.casework.events import Event
from simulator.casework.phrasing import fact_label, fact_of, source_name
from simulator.casework.sights import Seen
from simulator.core.clock import day_of
from simulator.core.facts import split_path
from simulator.core.texts import Phrase, Text
from simulator.debrief.evidence import Evidence
from simulator.landscape.observations import Shown
from simulator.landscape.observe import held

OWN_WORDS = "own-words"
"""The source that is a citizen's own words in a letter or a form."""
COLLEAGUE = "colleague"
"""The source that is somebody of the house who was asked."""

MOST_WAYS = 3
"""Facts whose ways are told: the talk follows one."""

Column = str
COLUMNS: tuple[Column, ...] = ("exposed", "opened", "relied-on", "told")


@dataclass(frozen=True)
class Used:
    """One source, and what was used of it."""

    source: str
    """A system's id, ``citizen``, ``own-words`` or ``colleague``."""
    name: Text | Phrase
    exposed: int
    opened: int
    relied_on: int
    told: int
    oldest: int | None
    """Days from report to decision of the oldest fact relied on that ages; nothing: none does."""
    unopened: bool
    """A system something of which was relied on, and which nobody opened."""
    events: tuple[int, ...]
    """The numbers of the events the row is counted from."""


@dataclass(frozen=True)
class Way:
    """One way of one fact: the systems it came through, and the cases it came to."""

    stations: tuple[Text | Phrase, ...]
    cases: tuple[str, ...]


@dataclass(frozen=True)
class ManyWays:
    """One fact that was copied on its way, and reached several cases."""

    fact: Phrase
    ways: tuple[Way, ...]


@dataclass(frozen=True)
class DataMap:
    """Every source that was used, what was not, and one fact's many ways."""

    rows: tuple[Used, ...]
    not_used: tuple[Text, ...]
    many_ways: tuple[ManyWays, ...]
    caption: Phrase


class _Counting:
    """What has been counted so far, by source."""

    def __init__(self) -> None:
        self.facts: dict[tuple[str, Column], set[tuple[str | None, str, str]]] = defaultdict(set)
        self.acts: dict[str, int] = defaultdict(int)
        self.ages: dict[str, list[int]] = defaultdict(list)
        self.events: dict[str, set[int]] = defaultdict(set)

    def fact(self, event: Event, column: Column, one: Seen) -> None:
        if one.state == "shown":
            self.facts[one.source, column].add((event.case, one.path, one.subject))
            self.events[one.source].add(event.seq)

    def act(self, event: Event, source: str) -> None:
        self.acts[source] += 1
        self.events[source].add(event.seq)


def data_map(evidence: Evidence) -> DataMap:
    """Return the data map of a day; its rows in the landscape's order, the citizens last."""
    counting = _Counting()
    for event in evidence.events:
        _count(counting, evidence, event)
    systems = evidence.day.opening.landscape.systems
    sources = [one for one in (*systems, "citizen", OWN_WORDS, COLLEAGUE) if counting.events[one]]
    rows = tuple(_row(counting, evidence, one) for one in sources)
    unused = tuple(one.name for id_, one in systems.items() if id_ not in sources)
    return DataMap(rows, unused, tuple(_many_ways(evidence)), _caption(evidence, rows))


def _count(counting: _Counting, evidence: Evidence, event: Event) -> None:
    for source in _acts(event):
        counting.act(event, source)
    for column, one in _facts(event):
        counting.fact(event, column, one)
    if isinstance(event, CaseArrived) and event.says:
        counting.facts[OWN_WORDS, "exposed"].add((event.case, "", ""))
        counting.events[OWN_WORDS].add(event.seq)
    if isinstance(event, DecisionMade):
        today = evidence.date(event)
        for one in event.relied_on:
            ages = fact_of(evidence.day, one.path).ask_again_days is not None
            if ages and one.as_of is not None:
                counting.ages[one.source].append(today - day_of(one.as_of))


def _acts(event: Event) -> Iterator[str]:
    match event:
        case RecordOpened(system=system) | ProvenanceOpened(system=system):
            yield system
        case RegisterSearched(system=system) | ProtectedRevealed(system=system):
            yield system
        case CitizenAsked() | HearingAnswered():
            yield "citizen"
        case FreetextOpened():
            yield OWN_WORDS
        case ColleagueAsked():
            yield COLLEAGUE


def _facts(event: Event) -> Iterator[tuple[Column, Seen]]:
    match event:
        case RecordOpened(fields=fields) | FactsFilled(fields=fields) | BasisOpened(fields=fields):
            yield from (("exposed", one) for one in fields)
        case HearingAnswered(fields=fields) | RegisterSearched(fields=fields):
            yield from (("exposed", one) for one in fields)
        case CitizenAsked(field=field) | ProtectedRevealed(field=field):
            yield "exposed", field
        case DecisionMade(relied_on=fields):
            yield from (("relied-on", one) for one in fields)
        case LetterSent(facts=fields) | HearingSent(told=fields):
            yield from (("told", one) for one in fields)


def _row(counting: _Counting, evidence: Evidence, source: str) -> Used:
    found = {column: len(counting.facts[source, column]) for column in COLUMNS}
    people = source in (OWN_WORDS, COLLEAGUE)
    system = source in evidence.day.opening.landscape.systems
    return Used(
        source=source,
        name=Phrase(f"debrief.source.{source}") if people else source_name(evidence.day, source),
        exposed=found["exposed"],
        opened=counting.acts[source],
        relied_on=found["relied-on"],
        told=found["told"],
        oldest=max(counting.ages[source], default=None),
        unopened=system and bool(found["relied-on"]) and not counting.acts[source],
        events=tuple(sorted(counting.events[source])),
    )


def _caption(evidence: Evidence, rows: tuple[Used, ...]) -> Phrase:
    counts = {
        "decisions": sum(1 for _ in evidence.all(DecisionMade)),
        "facts": sum(row.relied_on for row in rows),
        "unopened": sum(row.relied_on for row in rows if row.unopened),
    }
    if not counts["decisions"]:
        return Phrase("debrief.map.caption-none")
    oldest = max((row.oldest for row in rows if row.oldest is not None), default=None)
    if oldest is None:
        return Phrase("debrief.map.caption", counts)
    return Phrase("debrief.map.caption-oldest", {**counts, "days": oldest})


def _many_ways(evidence: Evidence) -> Iterator[ManyWays]:
    """Give the few facts that spread most through the landscape: by ways, then by cases."""
    day, found = evidence.day, dict[str, dict[tuple[str, ...], dict[str, None]]]()
    for event in evidence.all(DecisionMade):
        for one in event.relied_on:
            ways = found.setdefault(one.path, {})
            ways.setdefault(_stations(evidence, one), {})[event.case or ""] = None
    spread = [path for path, ways in found.items() if _spreads(ways)]
    for path in sorted(spread, key=lambda path: _how_far(found[path]), reverse=True)[:MOST_WAYS]:
        told = (
            Way(tuple(source_name(day, id_) for id_ in stations), tuple(cases))
            for stations, cases in found[path].items()
        )
        yield ManyWays(fact_label(day, path), tuple(told))


def _spreads(ways: Mapping[tuple[str, ...], Collection[str]]) -> bool:
    """Say whether a fact was copied on its way, and came to more than one case."""
    copied = any(len(stations) > 1 for stations in ways)
    return copied and sum(len(cases) for cases in ways.values()) > 1


def _how_far(ways: Mapping[tuple[str, ...], Collection[str]]) -> tuple[int, int]:
    return len(ways), sum(len(cases) for cases in ways.values())


def _stations(evidence: Evidence, one: Seen) -> tuple[str, ...]:
    """Return the systems a value came through, where it was first reported to the last."""
    world = evidence.day.world
    system = world.landscape.systems.get(one.source)
    if system is None or one.at is None:
        return (one.source,)
    shown = held(world, system, split_path(one.path)[1], one.subject, one.at)
    return tuple(hop.system for hop in shown.hops) if isinstance(shown, Shown) else (one.source,)
