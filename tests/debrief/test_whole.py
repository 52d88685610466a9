"""The debrief put together: what it cites, what it keeps silent of, what it says when it fails."""

import pytest

from simulator.casework.events.base import Event
from simulator.casework.events.frame import DayEnded
from simulator.casework.events.reflection import MomentMarked
from simulator.casework.habits import Habit, thorough, trusting
from simulator.casework.opening import Opening
from simulator.core.texts import Phrase, Text
from simulator.debrief import Debrief, debrief
from simulator.debrief.evidence import Evidence
from simulator.debrief.indicators import SPEAKS
from simulator.debrief.statements import MOST_CHOSEN, Silence, Statement, chosen
from simulator.rehearsal.playing import play
from tests.casework.small import CASE, WEIGHED, a_town, an_opening
from tests.debrief.logs import Log, an_opening_with_two, income
from tests.debrief.recounts import age_of_the_facts, looked_before_it_was_binding

LEVELS: tuple[dict[str, int], ...] = (
    {},
    {"find": 1, "calculate": 3, "weigh": 3},
    dict.fromkeys(WEIGHED.order, 4),
)


def an_opening_at(levels: dict[str, int]) -> Opening:
    arrivals = an_opening_with_two().arrivals
    return an_opening(WEIGHED, levels, arrivals=arrivals)


def played(levels: dict[str, int], habit: Habit) -> Debrief:
    opening, town = an_opening_at(levels), a_town()
    return debrief(opening, town, play(opening, town, habit).events)


everyday = pytest.mark.parametrize(
    ("levels", "habit"), [(levels, habit) for levels in LEVELS for habit in (thorough, trusting)]
)


@everyday
def test_every_statement_has_a_denominator_and_events_that_exist(
    levels: dict[str, int], habit: Habit
) -> None:
    told = played(levels, habit)
    numbers = {event.seq for event in told.evidence.log}
    assert all(one.of > 0 and set(one.events) <= numbers and one.events for one in told.statements)


@everyday
def test_every_figure_can_be_counted_again_from_the_cited_events_alone(
    levels: dict[str, int], habit: Habit
) -> None:
    told = played(levels, habit)
    assert told.statements
    for one in told.statements:
        cited = [event for event in told.evidence.log if event.seq in one.events]
        assert RECOUNTS[one.indicator](cited, one, told.day.opening), one


def k1_again(cited: list[Event], one: Statement, opening: Opening) -> bool:
    needed, opened = looked_before_it_was_binding(cited)
    return one.of == needed and dict(one.arguments) == {"n": needed, "a": opened}


def k2_again(cited: list[Event], one: Statement, opening: Opening) -> bool:
    names = {system.name: id_ for id_, system in opening.landscape.systems.items()}
    source = one.about.arguments["source"]
    id_ = names[source] if isinstance(source, Text) else "citizen"
    age, limit = age_of_the_facts(cited, opening, id_)
    said = Phrase("debrief.days", {"n": age}) if age else Phrase("debrief.same-day")
    return dict(one.arguments) == {"age": said, "limit": Phrase("debrief.days", {"n": limit})}


RECOUNTS = {"K1": k1_again, "K2": k2_again}


@everyday
def test_an_indicator_speaks_or_says_why_not(levels: dict[str, int], habit: Habit) -> None:
    told = played(levels, habit)
    spoke = {one.indicator for one in told.statements}
    assert spoke | set(told.silences) == set(SPEAKS)
    assert not spoke & set(told.silences)


@everyday
def test_the_same_log_gives_the_same_debrief(levels: dict[str, int], habit: Habit) -> None:
    one, other = played(levels, habit), played(levels, habit)
    assert one.statements == other.statements
    assert (one.timeline, one.ladders, one.cited) == (other.timeline, other.ladders, other.cited)


@everyday
def test_every_event_that_is_cited_is_told(levels: dict[str, int], habit: Habit) -> None:
    told = played(levels, habit)
    needed = {seq for one in told.statements for seq in one.events}
    needed |= {one.event for one in told.revealed} | {one.event for one in told.unread}
    needed |= {rung.event for rung in told.ladders[0].rungs if rung.event is not None}
    assert {one.event for one in told.cited} == needed


def a_log() -> Log:
    log = Log()
    log.arrives()
    log.decides(income())
    return log


def test_an_indicator_that_fails_is_named_and_takes_no_other_down() -> None:
    def fails(evidence: Evidence) -> list[Statement] | Silence:
        raise KeyError("no such thing")

    told = a_log().debrief(K1=fails, K2=SPEAKS["K2"])
    assert told.broken == ("K1",)
    assert [one.indicator for one in told.statements] == ["K2"]


def test_a_log_that_ends_before_the_day_does_is_not_whole() -> None:
    log = a_log()
    assert not log.debrief().whole
    log.happens(DayEnded, case=None, by="scenario")
    assert log.debrief().whole


def test_what_is_written_after_the_day_leaves_it_whole() -> None:
    log = a_log()
    log.happens(DayEnded, case=None, by="scenario")
    log.happens(MomentMarked, case=None)
    assert log.debrief().whole


def test_a_log_with_a_gap_is_not_whole() -> None:
    log = a_log()
    log.happens(MomentMarked, case=None)
    log.happens(DayEnded, case=None, by="scenario")
    del log.events[-2]
    assert not log.debrief().whole


def statement(indicator: str, minute: int) -> Statement:
    return Statement(indicator, CASE, minute, {}, Phrase(""), 1, (minute,))


def test_at_most_nine_statements_are_chosen_by_time_of_day() -> None:
    many = [statement("K1", 500 + at) for at in range(20)] + [statement("K2", 510)]
    few = chosen(many, ())
    assert len(few) == MOST_CHOSEN
    assert [one.minute for one in few] == sorted(one.minute for one in few)
    assert {one.indicator for one in few} == {"K1", "K2"}


def test_those_nearest_to_the_students_marks_are_chosen_before_others() -> None:
    many = [statement("K1", 500 + 10 * at) for at in range(30)]
    minutes = [one.minute for one in chosen(many, (700,))]
    assert minutes == [500, *range(660, 740, 10)]
