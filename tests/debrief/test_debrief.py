"""The debrief put together: what it cites, what it keeps silent of, what it says when it fails."""

from collections.abc import Callable

import pytest

from simulator.casework.actions.day import DayEnded, MomentMarked
from simulator.casework.events import Event
from simulator.casework.habits import Habit, thorough, trusting
from simulator.casework.opening import Opening
from simulator.core.texts import Phrase
from simulator.debrief.debrief import Debrief, debrief
from simulator.debrief.evidence import Evidence
from simulator.debrief.indicators import SPEAKS
from simulator.debrief.statements import MOST_CHOSEN, Silence, Statement, chosen, one_a_value
from simulator.rehearsal.playing import play
from tests.casework.small import CASE, WEIGHED, a_town, an_opening
from tests.debrief import recounts
from tests.debrief.logs import Log, an_opening_with_two, income
from tests.debrief.recounts import age_of_the_facts, looked_before_it_was_binding, said_of

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
    return debrief(town, play(opening, town, habit).events)


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


def parts(one: Statement, word: str) -> list[dict[str, object]]:
    """The arguments of every phrase of a word among those a statement names."""
    return [dict(p.arguments) for p in said_of(one.arguments["names"]) if p.text == word]


def holds(one: Statement, of: int, **counts: int) -> bool:
    """Whether a statement has these figures, and is of that many."""
    return one.of == of and {name: one.arguments[name] for name in counts} == counts


def k1_again(cited: list[Event], one: Statement, opening: Opening) -> bool:
    followed, facts, seen, by_case = looked_before_it_was_binding(cited, opening)
    counts = [count for count in by_case.values() if count[0] < count[1]]
    named = [(part["a"], part["n"]) for part in parts(one, "debrief.said.seen-of")]
    if one.say == "debrief.said.k1-not-in":
        assert sorted(named) == sorted(counts)  # type: ignore[type-var]
    elif one.say == "debrief.said.k1-in":
        names = one.arguments["names"]
        assert isinstance(names, Phrase)
        assert len(names.arguments) == len(by_case) - len(counts)
    else:
        assert len(by_case) == 1 or not counts or not seen
    return holds(one, facts, n=followed, m=facts, a=seen)


def k2_again(cited: list[Event], one: Statement, opening: Opening) -> bool:
    ages = age_of_the_facts(cited, opening)
    older = [(age, limit) for age, limit in ages if age > limit]
    told = []
    for part in parts(one, "debrief.said.older"):
        names, age, limit = part["names"], part["age"], part["limit"]
        assert isinstance(names, Phrase)
        assert isinstance(age, Phrase)
        assert isinstance(limit, Phrase)
        told += [(age.arguments["n"], limit.arguments["n"])] * len(names.arguments)
    assert sorted(told) == sorted(older)  # type: ignore[type-var]
    assert (one.say == "debrief.said.k2-none") == (not older)
    return holds(one, len(ages), n=len(ages), a=len(older))


def i2_again(cited: list[Event], one: Statement, opening: Opening) -> bool:
    by_case = recounts.more_than_needed(cited, opening)
    screen, hand = (sum(count[n] for count in by_case.values()) for n in (0, 1))
    named = [part["n"] for part in parts(one, "debrief.said.fields-of")]
    assert named == [count[1] for _, count in sorted(by_case.items()) if count[1]]
    return holds(one, one.of, n=len(by_case), s=screen, p=hand)


def p3_again(cited: list[Event], one: Statement, opening: Opening) -> bool:
    steps, inside, outside, unset = recounts.level_fitted_to_the_step(cited, opening)
    named = [part["n"] for part in parts(one, "debrief.said.outside")]
    assert bool(named) == bool(outside)
    return holds(one, steps, n=steps, a=inside, b=outside, d=unset)


def r4_again(cited: list[Event], one: Statement, opening: Opening) -> bool:
    k, a, b, sakes, others = recounts.opted_out_of_the_digital(cited)
    for name, of in (("reasons", sakes), ("others", others)):
        reasons = one.arguments[name]
        assert isinstance(reasons, Phrase)
        words = {word.text for word in said_of(reasons)} - {reasons.text}
        assert words == {f"debrief.sake.{sake}" for sake in of or {"none"}}
    return holds(one, one.of, k=k, a=a, b=b)


def own_said(one: Statement) -> object:
    """How many letters a statement says have own words."""
    own = one.arguments["own"]
    assert isinstance(own, Phrase)
    return own.arguments.get("c", 0)


def t1_again(cited: list[Event], one: Statement, opening: Opening) -> bool:
    n, a, b, own = recounts.reasons_one_can_follow(cited, opening)
    return holds(one, n, n=n, a=a, b=b) and own_said(one) == own


def t2_again(cited: list[Event], one: Statement, opening: Opening) -> bool:
    n, a, b, own = recounts.says_what_the_system_did(cited, opening)
    return holds(one, n, n=n, a=a, b=b) and own_said(one) == own


def s1_again(cited: list[Event], one: Statement, opening: Opening) -> bool:
    n, t, a, b, own = recounts.can_do_something_now(cited, opening)
    assert (one.say == "") == (t == a)
    return holds(one, n, n=n, t=t, a=a, b=b) and own_said(one) == own


def s6_again(cited: list[Event], one: Statement, opening: Opening) -> bool:
    met, changed, reported = recounts.acted_on_the_system(cited, opening)
    return holds(one, met, n=met, a=changed, b=reported)


Recount = Callable[[list[Event], Statement, Opening], bool]


def figures(names: str, count: Callable[[list[Event]], tuple[int, ...]]) -> Recount:
    """A recount whose figures are the arguments of some names, the first of them what it is of."""

    def again(cited: list[Event], one: Statement, opening: Opening) -> bool:
        counted = count(cited)
        return dict(one.arguments) == dict(zip(names.split(), counted, strict=True)) and (
            one.of == counted[0]
        )

    return again


def p1_again(cited: list[Event], one: Statement, opening: Opening) -> bool:
    """How many rested on untrue facts is no matter of the cited events: it takes the town."""
    shown, departed, reasoned = recounts.departed_with_a_reason(cited)
    counted = {name: one.arguments[name] for name in "mna"}
    return counted == {"m": shown, "n": departed, "a": reasoned} and one.of == shown


RECOUNTS: dict[str, Recount] = {
    "K1": k1_again,
    "K2": k2_again,
    "I2": i2_again,
    "I3": figures("n a b", recounts.heard_while_it_could_matter),
    "P1": p1_again,
    "P3": p3_again,
    "T1": t1_again,
    "T2": t2_again,
    "R2": figures("n a", recounts.the_citizens_own_words),
    "R4": r4_again,
    "S1": s1_again,
    "S6": s6_again,
}


def test_every_indicator_can_be_counted_again() -> None:
    assert list(RECOUNTS) == list(SPEAKS)


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
    needed |= {seq for one in told.departures for seq in (one.worked_out, one.event)}
    assert {one.event for one in told.cited} == needed


def a_log() -> Log:
    log = Log()
    log.arrives()
    log.decides(income())
    return log


def test_an_indicator_that_fails_is_kept_with_its_fault_and_takes_no_other_down() -> None:
    def fails(evidence: Evidence) -> list[Statement] | Silence:
        raise KeyError("no such thing")

    told = a_log().debrief(K1=fails, K2=SPEAKS["K2"])
    assert list(told.broken) == ["K1"]
    assert repr(told.broken["K1"]) == "KeyError('no such thing')"
    assert told.broken["K1"].__traceback__ is not None
    assert [one.indicator for one in told.statements] == ["K2"]


def test_a_log_that_ends_before_the_day_does_is_not_whole() -> None:
    log = a_log()
    assert not log.debrief(over=False).complete
    log.happens(DayEnded, case=None, by="scenario")
    assert log.debrief().complete


def test_what_is_written_after_the_day_leaves_it_whole() -> None:
    log = a_log()
    log.happens(DayEnded, case=None, by="scenario")
    log.happens(MomentMarked, case=None)
    assert log.debrief().complete


def test_a_log_with_a_gap_is_not_whole() -> None:
    log = a_log()
    log.happens(MomentMarked, case=None)
    log.happens(DayEnded, case=None, by="scenario")
    del log.events[-2]
    assert not log.debrief().complete


VALUES = {"K1": "correctness", "K2": "correctness", "I2": "integrity", "S6": "empowerment"}


def statement(indicator: str, minute: int, *, well: bool = False) -> Statement:
    return Statement(indicator, CASE, minute, {}, Phrase(""), 1, (minute,), well=well)


def test_at_most_nine_statements_are_chosen_by_time_of_day() -> None:
    many = [statement("K1", 500 + at) for at in range(20)] + [statement("K2", 510)]
    few = chosen(many, (), VALUES)
    assert len(few) == MOST_CHOSEN
    assert [one.minute for one in few] == sorted(one.minute for one in few)
    assert {one.indicator for one in few} == {"K1", "K2"}


def test_every_value_that_has_a_statement_has_one_chosen() -> None:
    many = [statement("K1", 500 + at) for at in range(20)]
    many += [statement("I2", 700), statement("S6", 710), statement("S6", 715)]
    few = chosen(many, (505,), VALUES)
    assert {VALUES[one.indicator] for one in few} == {"correctness", "integrity", "empowerment"}
    assert [one.minute for one in one_a_value(many, (505,), VALUES)] == [505, 700, 710]


def test_those_nearest_to_the_students_marks_are_chosen_before_others() -> None:
    many = [statement("K1", 500 + 10 * at) for at in range(30)]
    minutes = [one.minute for one in chosen(many, (700,), VALUES)]
    assert minutes == list(range(660, 750, 10))


def test_one_that_went_well_is_among_them_however_far_from_a_mark() -> None:
    many = [statement("K1", 500 + 10 * at) for at in range(30)]
    many.append(statement("K2", 900, well=True))
    few = chosen(many, (500,), VALUES)
    assert len(few) == MOST_CHOSEN
    assert few[-1].minute == 900
    assert few[-1].well


@everyday
def test_a_statement_has_an_id_of_its_own(levels: dict[str, int], habit: Habit) -> None:
    told = played(levels, habit)
    assert len(told.by_id) == len(told.statements)
