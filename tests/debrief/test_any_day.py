"""Any day whatever can be debriefed, and every figure of it counted again."""

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from simulator.casework.actions.day import DayEnded
from simulator.casework.actions.debriefing import (
    AddWord,
    BeginPhase,
    ChooseRoute,
    GiveEstimate,
    MoveStep,
    PlaceStatement,
    WriteAnswer,
)
from simulator.casework.case_types import FUNCTIONS
from simulator.casework.commands import Command
from simulator.casework.events import Event
from simulator.casework.families import fold
from simulator.core.texts import LANGUAGES
from simulator.debrief.debrief import Debrief, debrief
from simulator.debrief.debrief_state import NotSaid, debrief_state, decide, evolve
from simulator.debrief.estimates import ESTIMATES
from simulator.debrief.indicators import OF_WHAT_WAS_SEEN
from simulator.debrief.phases import GLOSSARY, PHASES, ROUTES, askable
from simulator.debrief.student_side import PLACES
from simulator.export.taking_out import look_at
from simulator.scenario.words import teller
from tests.casework.test_replay import TOWN, played
from tests.debrief.logs import ended
from tests.debrief.test_debrief import RECOUNTS


def any_day(data: st.DataObject) -> Debrief:
    _, events = played(data.draw, data.draw(st.integers(1, 45)))
    return debrief(TOWN, ended(events))


@given(st.data())
@settings(max_examples=40, deadline=None)
def test_every_statement_rests_on_something_and_its_figures_are_those_of_the_cited_events(
    data: st.DataObject,
) -> None:
    told = any_day(data)
    assert not told.broken
    for one in told.statements:
        assert one.of > 0
        assert list(one.events) == sorted(set(one.events))
        cited = [event for event in told.evidence.log if event.seq in one.events]
        assert len(cited) == len(one.events)
        assert RECOUNTS[one.indicator](cited, one, told.day.opening), one


@given(st.data())
@settings(max_examples=25, deadline=None)
def test_nothing_is_said_of_a_case_that_was_set_aside(data: st.DataObject) -> None:
    told = any_day(data)
    aside = {event.case for event in told.evidence.log if event.kind == "case.set_aside"}
    spoken = {one.case for one in (*told.statements, *told.ladders, *told.revealed, *told.compared)}
    spoken |= {one.case for one in (*told.timeline.marks, *told.cited) if one.case}
    assert not aside & spoken


@given(st.data())
@settings(max_examples=25, deadline=None)
def test_everything_of_it_can_be_said_in_both_languages(data: st.DataObject) -> None:
    told = any_day(data)
    for language in LANGUAGES:
        say = teller(language)
        phrases = [cause for one in told.revealed for cause in one.causes]
        phrases += [rung.who for ladder in told.ladders for rung in ladder.rungs]
        phrases += [told.timeline.caption, *(one.what for one in told.cited)]
        phrases += [told.sentence(one) for one in told.statements]
        phrases += [phrase for one in told.compared for phrase in (one.fact,)]
        phrases += [told.data_map.caption, told.time_account.caption]
        phrases += [one.said for one in told.work]
        for one in phrases:
            said = say(one)
            assert said
            assert not said.startswith(("debrief.", "told.")), said
            assert "{" not in said, said


COMMANDS = st.one_of(
    st.builds(ChooseRoute, st.sampled_from((*ROUTES, "forever"))),
    st.builds(BeginPhase, st.sampled_from([one.id for one in PHASES])),
    st.builds(GiveEstimate, st.dictionaries(st.sampled_from(ESTIMATES), st.integers(-1, 20))),
    st.builds(WriteAnswer, st.sampled_from([*askable(1), "9z"]), st.text(max_size=5)),
    st.builds(MoveStep, st.just("weighed"), st.sampled_from(FUNCTIONS), st.integers(-1, 5)),
    st.builds(AddWord, st.dictionaries(st.sampled_from(GLOSSARY), st.text(max_size=5))),
)
"""What can be said of any day; statements are the day's own."""


@given(st.data(), st.lists(COMMANDS, max_size=12))
@settings(max_examples=40, deadline=None)
def test_whatever_is_said_to_it_is_the_fold_of_what_was_written_and_leaves_the_day(
    data: st.DataObject, commands: list[Command]
) -> None:
    told = any_day(data)
    ids = st.sampled_from(sorted(told.by_id) or ["K9:1"])
    places = st.sampled_from(("", *PLACES, "good"))
    commands += data.draw(st.lists(st.builds(PlaceStatement, ids, places), max_size=4))
    held = debrief_state(told, told.evidence.log)
    events: list[Event] = []
    for command in commands:
        try:
            found = decide(held, command)
        except NotSaid:
            continue
        for event in found:
            held = evolve(held, event)
        events += found
    log = [*told.evidence.log, *events]
    assert debrief_state(told, log) == held
    assert [event.seq for event in log] == list(range(len(log)))
    day = fold(log, TOWN)
    assert (day.minute, day.cases, day.words) == (told.day.minute, told.day.cases, held.words)


@given(st.data())
@settings(max_examples=25, deadline=None)
def test_a_day_that_is_not_over_makes_a_document_too_and_says_nothing_of_the_truth(
    data: st.DataObject,
) -> None:
    _, events = played(data.draw, data.draw(st.integers(1, 30)))
    assume(not any(isinstance(event, DayEnded) for event in events))
    told = debrief(TOWN, events)
    assert not told.broken
    assert {statement.indicator for statement in told.statements} <= OF_WHAT_WAS_SEEN
    look_at(told.day, events)
    seen = {event.seq for event in told.evidence.events}
    assert {line.event for line in told.lines.values()} <= seen
