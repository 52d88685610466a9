"""Before a day is over nothing is told of its answer: what was planted, and what was true."""

import importlib
import inspect
import re
from collections.abc import Iterable, Iterator
from dataclasses import fields, replace
from typing import Any, NoReturn

import pytest

from simulator.casework.actions.day import DayClosed
from simulator.casework.actions.debriefing import RouteChosen
from simulator.casework.day import Day
from simulator.casework.events import BY_KIND, Event
from simulator.casework.families import fold
from simulator.casework.opening import Arrival
from simulator.casework.sights import Seen
from simulator.debrief.debrief import debrief
from simulator.debrief.debrief_state import debrief_state
from simulator.debrief.evidence import Evidence
from simulator.debrief.held_back import as_seen
from simulator.debrief.indicators import OF_WHAT_WAS_SEEN, SPEAKS
from simulator.debrief.meaning import MEANINGS
from simulator.landscape.systems import Landscape
from simulator.town.town import Town
from tests.casework.small import CASE
from tests.debrief.logs import Log, income
from tests.rehearsal.ways import MONDAY, THURSDAY, loaded, worked

PLANTED_OR_TRUE = {
    "error.found",
    "integration.repaired",
    "system.came_back",
    "system.went_down",
}
"""The kinds of event that are unseen in play and not told before the day is over."""
WORKED = [(THURSDAY, "thorough"), (THURSDAY, "trusting"), (MONDAY, "supervising")]


def half(day: str, habit: str) -> tuple[Event, ...]:
    """A day as a habit worked it, up to where it went home."""
    events = worked(day, habit).events
    (home,) = (event.seq for event in events if isinstance(event, DayClosed))
    return events[:home]


class Opened(Exception):  # noqa: N818 - what happened, not what kind of class it is
    """Something of the answer was read."""


def _refuse(*_: object, **__: object) -> NoReturn:
    raise Opened


class SealedTown(Town):
    """A town whose people have names, and of whom nothing is true."""

    timeline = lines = becoming = about = truth_of = truth = _refuse  # type: ignore[assignment]


class SealedArrival(Arrival):
    """A case as it arrived, without what only its author knew of it."""

    def __getattribute__(self, name: str) -> Any:
        if name in ("misfit", "also_needs", "twin", "needs", "beliefs"):
            raise Opened
        return super().__getattribute__(name)


class SealedLandscape(Landscape):
    """The systems, without how their integrations and they themselves stood that day."""

    def __getattribute__(self, name: str) -> Any:
        if name in ("integrations", "outages"):
            raise Opened
        return super().__getattribute__(name)


def _as(kind: type, value: object) -> Any:
    """A value with its own fields, as another kind of the same."""
    other = object.__new__(kind)
    other.__dict__.update(value.__dict__)
    return other


def sealed(day: Day) -> Day:
    """A day of which the answer cannot be read."""
    town, landscape = _as(SealedTown, day.world.town), _as(SealedLandscape, day.world.landscape)
    cases = {
        id_: replace(case, arrival=_as(SealedArrival, case.arrival))
        for id_, case in day.cases.items()
    }
    opening = replace(day.opening, landscape=landscape)
    world = replace(day.world, town=town, landscape=landscape)
    return replace(day, opening=opening, world=world, cases=cases)


@pytest.mark.parametrize(("name", "habit"), WORKED)
def test_what_speaks_before_the_day_is_over_reads_only_what_was_seen(name: str, habit: str) -> None:
    log = half(name, habit)
    evidence = Evidence(sealed(fold(log, loaded(name).town)), log, {})
    spoken = {id_ for id_ in OF_WHAT_WAS_SEEN if isinstance(SPEAKS[id_](evidence), list)}
    assert spoken


def test_the_seal_is_broken_by_what_reads_the_truth() -> None:
    log = half(THURSDAY, "trusting")
    day = sealed(fold(log, loaded(THURSDAY).town))
    for reads in ("R4", "S6"):
        with pytest.raises(Opened):
            SPEAKS[reads](Evidence(day, log, {}))


def test_only_what_is_there_may_speak_early() -> None:
    assert set(SPEAKS) >= OF_WHAT_WAS_SEEN


@pytest.mark.parametrize(("name", "habit"), WORKED)
def test_a_debrief_of_half_a_day_has_nothing_of_the_answer(name: str, habit: str) -> None:
    told = debrief(loaded(name).town, half(name, habit))
    assert not told.over
    assert not told.complete
    assert (told.revealed, told.compared, told.declared, told.unread) == ((), (), (), ())
    assert told.data_map.rows
    assert all(seen.dated for seen in _dated(told.evidence.events))
    assert told.data_map.many_ways == ()
    assert {statement.indicator for statement in told.statements} <= OF_WHAT_WAS_SEEN
    held = {id_ for id_, silence in told.silences.items() if silence.reason == "held-back"}
    assert held == set(SPEAKS) - OF_WHAT_WAS_SEEN
    assert told.timeline.marks
    assert told.choices
    assert told.time_account.rows
    assert not told.broken


def test_the_kinds_of_event_held_back_are_these() -> None:
    hidden = {kind for kind, cls in BY_KIND.items() if cls.unseen and not MEANINGS[cls].own}
    debriefs = {kind for kind in hidden if BY_KIND[kind].__module__.endswith("debriefing")}
    assert hidden - debriefs == PLANTED_OR_TRUE


def test_events_of_half_a_day_have_no_causes_and_no_dates_a_system_hid() -> None:
    log = Log()
    log.arrives()
    dated = replace(income("eindkomst"), dated=True)
    shown = log.suggests(income(), dated, because=("integration:eindkomst->overblik",))
    suggestion = debrief(log.town, log.events).evidence.event(shown)
    assert suggestion.because == ()
    basis: tuple[Seen, ...] = suggestion.basis  # type: ignore[attr-defined]
    assert basis == (replace(income(), as_of=None), dated)
    assert log.debrief().evidence.event(shown) == log.events[shown]


def test_what_is_as_it_was_seen_is_left_alone() -> None:
    log = Log()
    log.arrives()
    for event in log.events:
        assert as_seen(event) is event


def _dated(events: Iterable[Event]) -> Iterator[Seen]:
    """What was seen of facts with the date of their report."""
    for event in events:
        for field in fields(event):
            value = getattr(event, field.name)
            for part in value if isinstance(value, tuple) else (value,):
                if isinstance(part, Seen) and part.as_of is not None:
                    yield part


def _withheld(log: tuple[Event, ...]) -> Iterator[Event]:
    return (event for event in log if event.kind in PLANTED_OR_TRUE)


def test_a_system_that_went_down_unnoticed_is_told_when_the_day_is_over() -> None:
    log = half(MONDAY, "supervising")
    unnoticed = {event.seq for event in _withheld(log)}
    assert unnoticed
    told = debrief(loaded(MONDAY).town, log)
    assert not unnoticed & set(told.lines)
    assert not unnoticed & {mark.event for mark in told.timeline.marks}
    over = debrief(loaded(MONDAY).town, worked(MONDAY, "supervising").events)
    assert unnoticed & {mark.event for mark in over.timeline.marks}


def test_the_phases_wait_for_the_end_of_the_day() -> None:
    log = Log()
    log.arrives()
    log.happens(RouteChosen, case=None, route="bench")
    assert debrief_state(log.debrief(over=False), log.events).phases == ()
    assert debrief_state(log.debrief(), log.events).phases
    assert CASE in log.debrief(over=False).evidence.cases


READS_MORE = re.compile(
    r"\b(causes|findings|trial|truth|town|world|held|observe|parting|reached|judged_by|stands"
    r"|misfit|also_needs|twin|arrival\.needs|as_of|outages|stops|stopped_at|defensible"
    r"|SystemWentDown|ErrorFound|IntegrationRepaired)\b"
)
"""The names by which a module reads the truth, what was planted, or what no screen showed."""


def modules_of(id_: str) -> dict[str, str]:
    """The module of an indicator and those of the debrief it takes functions from, by their name.

    What all of them are handed, such as the evidence, is left out.
    """
    sources: dict[str, str] = {}
    left = [SPEAKS[id_].__module__]
    while left:
        name = left.pop()
        if name not in sources:
            sources[name] = inspect.getsource(importlib.import_module(name))
            left += re.findall(r"^from (simulator\.debrief\.[\w.]+) import", sources[name], re.M)
            left = [other for other in left if not other.endswith((".evidence", ".statements"))]
    return sources


@pytest.mark.parametrize("id_", sorted(OF_WHAT_WAS_SEEN))
def test_what_speaks_early_names_nothing_of_the_truth(id_: str) -> None:
    for name, source in modules_of(id_).items():
        code = re.sub(r'""".*?"""', "", source, flags=re.DOTALL)
        assert not READS_MORE.search(code), name


@pytest.mark.parametrize("id_", ["K2", "P1", "P3", "R4", "S6"])
def test_what_reads_more_names_it(id_: str) -> None:
    assert any(READS_MORE.search(source) for source in modules_of(id_).values())
