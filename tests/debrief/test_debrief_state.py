"""A debrief being held: given a log, when something is said, then these events and this part."""

from dataclasses import replace

import pytest

from simulator.casework.actions.day import DayEnded
from simulator.casework.actions.debriefing import (
    AddWord,
    AnswerWritten,
    BeginPhase,
    ChooseRoute,
    ContestStatement,
    EstimateGiven,
    GiveEstimate,
    GlossaryAdded,
    MovedStep,
    MoveStep,
    PlaceStatement,
    WriteAnswer,
)
from simulator.casework.commands import Command
from simulator.core.texts import LANGUAGES, Language
from simulator.debrief.debrief_state import DebriefState, NotSaid, debrief_state, decide, evolve
from simulator.debrief.phases import BENCH, PHASES, ROUTES, minutes_of, phases
from simulator.debrief.profile import profile
from simulator.debrief.student_side import StudentSide, fold
from simulator.scenario.words import teller
from tests.debrief.logs import Log, income


def begun_state() -> DebriefState:
    log = Log()
    log.arrives()
    log.suggests()
    log.follows()
    log.decides(income())
    log.writes()
    log.happens(DayEnded, case=None, by="scenario")
    return debrief_state(log.debrief(), log.events)


def after(held: DebriefState, *commands: Command) -> DebriefState:
    for command in commands:
        for event in decide(held, command):
            held = evolve(held, event)
    return held


K1 = "K1:weighed"


def test_nothing_has_been_said_at_first() -> None:
    held = begun_state()
    assert held.student == StudentSide()
    assert not held.estimated
    assert (held.phases, held.phase, held.next_phase) == ((), None, None)


@pytest.mark.parametrize(("route", "minutes"), zip(ROUTES, (90, 45, 25, 5), strict=True))
def test_the_phases_of_a_route_take_its_time(route: str, minutes: int) -> None:
    (chosen,) = [one for one in ROUTES if one == route]
    assert minutes_of(chosen) == minutes
    assert {one.id for one in phases(chosen)} <= {one.id for one in (*PHASES, *BENCH)}


def test_somebody_alone_has_no_summary_of_values_and_one_statement_a_value() -> None:
    held = after(begun_state(), ChooseRoute("alone"))
    assert [one.id for one in held.phases] == ["happened", "data", "decided", "stake", "out"]
    assert "profile" not in [part for one in held.phases for part in one.parts]
    values = [held.debrief.texts[one.indicator].value for one in held.cards]
    assert len(values) == len(set(values))


@pytest.mark.parametrize("language", LANGUAGES)
def test_how_a_phase_is_held_is_said_otherwise_to_somebody_alone(language: Language) -> None:
    group, alone = (
        after(begun_state(), ChooseRoute("ninety")),
        after(begun_state(), ChooseRoute("alone")),
    )
    say = teller(language)
    assert alone.phases
    for phase in alone.phases:
        assert say(alone.how(phase)) != say(group.how(phase))
        assert not say(alone.how(phase)).startswith("debrief.")


def test_every_route_but_the_workbench_asks_the_title_question_and_guesses_first() -> None:
    assert ROUTES[-1] == "bench"
    assert len(ROUTES) > 1
    for route in ROUTES[:-1]:
        asked = [ask for one in phases(route) for ask in one.asks]
        assert "4d" in asked
        shown = [part for one in phases(route) for part in one.parts]
        assert shown[0] == "estimate"


def test_at_the_workbench_there_is_nothing_to_guess() -> None:
    held = after(begun_state(), ChooseRoute("bench"))
    assert held.estimated
    assert [part for one in held.phases for part in one.parts] == ["workbench"]
    assert not after(held, ChooseRoute("ninety")).estimated


def test_phases_follow_one_another_and_may_be_gone_back_to() -> None:
    held = after(begun_state(), ChooseRoute("forty-five"))
    assert held.next_phase is not None
    assert held.next_phase.id == "landing"
    held = after(held, BeginPhase("landing"), BeginPhase("happened"), BeginPhase("landing"))
    assert held.phase is not None
    assert held.phase.id == "landing"
    assert held.student.begun == ("landing", "happened")
    held = after(held, BeginPhase("out"))
    assert held.next_phase is None


def test_a_phase_of_another_route_cannot_be_begun() -> None:
    with pytest.raises(NotSaid):
        decide(after(begun_state(), ChooseRoute("alone")), BeginPhase("landing"))


def test_an_estimate_is_given_once_and_may_pass_figures_over() -> None:
    held = begun_state()
    (event,) = decide(held, GiveEstimate({"systems": 2}))
    assert isinstance(event, EstimateGiven)
    assert event.guesses == (("systems", 2),)
    held = evolve(held, event)
    assert held.estimated
    with pytest.raises(NotSaid):
        decide(held, GiveEstimate({"systems": 1}))


@pytest.mark.parametrize("guesses", [{"systems": -1}, {"systems": 10**9}, {"else": 1}])
def test_a_guess_is_a_number_of_something_asked(guesses: dict[str, int]) -> None:
    with pytest.raises(NotSaid):
        decide(begun_state(), GiveEstimate(guesses))


def test_a_placed_statement_stands_in_the_profile_by_its_code() -> None:
    held = begun_state()
    first = profile(held.debrief, held.student)[0]
    assert first.codes["unplaced"] == ("K1", "K2")
    assert first.codes["supports"] == first.codes["strains"] == first.codes["open"] == ()
    held = after(held, PlaceStatement(K1, "strains"))
    assert profile(held.debrief, held.student)[0].codes["strains"] == ("K1",)
    held = after(held, PlaceStatement(K1, "supports"))
    assert profile(held.debrief, held.student)[0].codes["supports"] == ("K1",)
    assert profile(held.debrief, held.student)[0].codes["strains"] == ()
    held = after(held, PlaceStatement(K1, ""))
    assert profile(held.debrief, held.student)[0].codes["unplaced"] == ("K1", "K2")


def test_a_rule_that_kept_silent_was_not_tried_today() -> None:
    held = begun_state()
    by_value = {row.value: row.codes for row in profile(held.debrief, held.student)}
    assert "I2" in by_value["integrity"]["not-tried"]


def test_a_statement_is_contested_in_words_that_lie_apart() -> None:
    held = begun_state()
    (event,) = decide(held, ContestStatement(K1, "fits-not", "Jeg kendte sagen."))
    assert event.words == 1  # type: ignore[attr-defined]
    held = evolve(held, event)
    assert held.student.contested[K1].what == "fits-not"
    assert held.words == 1


@pytest.mark.parametrize(
    "command",
    [
        PlaceStatement("K9:1", "supports"),
        PlaceStatement(K1, "good"),
        ContestStatement("K9:1", "fits"),
        ContestStatement(K1, "maybe"),
        WriteAnswer("9z", "x"),
        MoveStep("subsidy-of-another-town", "find", 1),
        MoveStep("weighed", "dance", 1),
        MoveStep("weighed", "find", 5),
        AddWord({"it": "en post med id"}),
        AddWord({"word": "sag", "colour": "x"}),
        AddWord({"word": "sag", "colour": ""}),
        ChooseRoute("forever"),
    ],
)
def test_what_is_not_there_cannot_be_spoken_of(command: Command) -> None:
    with pytest.raises(NotSaid):
        decide(begun_state(), command)


def test_an_answer_is_rewritten_and_taken_back() -> None:
    held = after(
        begun_state(), WriteAnswer("4d", "Overblikket."), WriteAnswer("4d", "Regnestykket.")
    )
    assert held.student.answers == {"4d": 2}
    (event,) = decide(held, WriteAnswer("4d"))
    assert event == AnswerWritten(seq=held.seq, minute=held.minute, asked="4d")
    assert evolve(held, event).student.answers == {}


def test_the_teachers_own_questions_can_be_answered() -> None:
    held = begun_state()
    opening = replace(held.debrief.day.opening, questions=(held.debrief.day.opening.title,))
    day = replace(held.debrief.day, opening=opening)
    evidence = replace(held.debrief.evidence, day=day)
    held = replace(held, debrief=replace(held.debrief, evidence=evidence))
    assert after(held, WriteAnswer("own.1", "Ja.")).student.answers == {"own.1": 1}
    with pytest.raises(NotSaid):
        decide(held, WriteAnswer("own.2", "Nej."))


def test_a_step_is_moved_from_where_it_stood_that_day() -> None:
    held = begun_state()
    (event,) = decide(held, MoveStep("weighed", "calculate", 2, "Vi skal kunne se grundlaget."))
    assert isinstance(event, MovedStep)
    assert (event.before, event.level, event.words) == (0, 2, 1)


def test_a_word_of_the_glossary_has_its_fields_by_number() -> None:
    held = after(begun_state(), WriteAnswer("1a", "travlt"))
    own = {"word": "sag", "field": "min borger", "it": "en post med id"}
    (event,) = decide(held, AddWord(own))
    assert isinstance(event, GlossaryAdded)
    assert event.words == (("field", 2), ("it", 3), ("word", 4))
    assert evolve(held, event).words == 4


def test_the_students_part_is_the_fold_of_the_log() -> None:
    held, events = begun_state(), []
    for command in (
        ChooseRoute("ninety"),
        GiveEstimate({"unopened": 0}),
        BeginPhase("stake"),
        PlaceStatement(K1, "open", "Begge dele."),
        MoveStep("weighed", "weigh", 1),
        AddWord({"word": "lukket"}),
    ):
        for event in decide(held, command):
            events.append(event)
            held = evolve(held, event)
    assert fold(events) == held.student
    assert [event.seq for event in events] == list(range(events[0].seq, events[0].seq + 6))
