"""The ladder: the level of every step of a case, and who decided it."""

import pytest

from simulator.casework.actions.chain import StepDone
from simulator.casework.actions.finding import FactsFilled, FactsSettled
from simulator.casework.actions.hearing import HearingAnswered, HearingSent
from simulator.casework.habits import HABITS
from simulator.casework.letters import PARTS
from simulator.casework.sights import Seen
from simulator.debrief.debrief import debrief
from simulator.debrief.ladder import Ladder, Rung
from simulator.rehearsal.playing import at_level, play
from simulator.scenario.words import teller
from tests.casework.small import AMINA, BODIL, CASE, INCOME
from tests.debrief.logs import OTHER, Log, children, income, with_two_facts
from tests.shipped import shipped


@pytest.fixture
def log() -> Log:
    log = Log(with_two_facts())
    log.arrives()
    return log


def done(
    log: Log, function: str, level: int, how: str = "by-hand", case: str = CASE, by: str = ""
) -> int:
    by = by or ("player" if how == "by-hand" else "automation")
    return log.happens(StepDone, case=case, by=by, function=function, level=level, how=how)


def rung(log: Log, function: str) -> Rung:
    (ladder,) = log.debrief().ladders
    return next(one for one in ladder.rungs if one.function == function)


def who(log: Log, function: str) -> str:
    return str(rung(log, function).who.text).removeprefix("debrief.who.")


def test_a_step_by_hand_was_decided_by_the_caseworker(log: Log) -> None:
    seq = done(log, "calculate", 0)
    assert who(log, "calculate") == "you"
    assert (rung(log, "calculate").level, rung(log, "calculate").event) == (0, seq)


@pytest.mark.parametrize(
    ("settled", "answer"),
    [
        ((income(), children()), "screen"),
        ((income("eindkomst"), children()), "screen-and-you"),
        ((income("eindkomst"),), "you"),
    ],
)
def test_facts_were_found_by_the_screen_as_far_as_those_settled_on_were_filled_in(
    log: Log, settled: tuple[Seen, ...], answer: str
) -> None:
    log.happens(FactsFilled, by="automation", level=1, fields=(income(), children()))
    log.looks(income("eindkomst"))
    log.happens(FactsSettled, basis=settled)
    done(log, "find", 1)
    assert who(log, "find") == answer


def test_facts_presented_by_nobody_at_level_0_were_found_by_hand(log: Log) -> None:
    log.happens(FactsSettled, basis=(income(),))
    done(log, "find", 0)
    assert who(log, "find") == "you"


@pytest.mark.parametrize(("function", "answer"), [("calculate", "rule"), ("pay", "system")])
def test_at_level_4_the_system_decided_and_where_there_is_a_rule_its_year_is_told(
    log: Log, function: str, answer: str
) -> None:
    done(log, function, 4, "automation")
    assert who(log, function) == answer
    assert rung(log, function).who.arguments == {"year": "2026"}


def test_a_followed_suggestion_was_the_systems_and_yours(log: Log) -> None:
    log.suggests()
    log.follows()
    done(log, "calculate", 3)
    assert who(log, "calculate") == "suggestion"


def test_a_suggestion_followed_in_another_step_does_not_change_this_one(log: Log) -> None:
    log.suggests(function="weigh")
    log.follows(function="weigh")
    done(log, "calculate", 3)
    assert who(log, "calculate") == "you"


@pytest.mark.parametrize(("manner", "answer"), [("template", "template"), ("own", "you")])
def test_a_letter_from_a_template_was_the_templates_too(log: Log, manner: str, answer: str) -> None:
    log.writes(parts=tuple((part, manner) for part in PARTS))
    done(log, "write", 3)
    assert who(log, "write") == answer


@pytest.mark.parametrize(("by", "answer"), [("player", "you"), ("automation", "system")])
def test_a_hearing_was_decided_by_whoever_sent_it_also_when_its_deadline_ran_out(
    log: Log, by: str, answer: str
) -> None:
    log.happens(HearingSent, by=by, facts=(INCOME,), channel="digital", days=8)
    done(log, "hear", 4, "deadline")
    assert who(log, "hear") == answer


@pytest.mark.parametrize(
    ("by", "answer"), [("player", "passed"), ("automation", "nothing-to-hear")]
)
def test_whoever_passed_hearing_by_decided_that(log: Log, by: str, answer: str) -> None:
    done(log, "hear", 0, "skipped", by=by)
    assert who(log, "hear") == answer


def test_an_answered_hearing_was_not_skipped(log: Log) -> None:
    log.happens(HearingSent, facts=(INCOME,), channel="digital", days=8)
    log.happens(HearingAnswered, by=f"citizen:{AMINA}", line="reply.1", fields=(income("citizen"),))
    done(log, "hear", 0, "skipped", by="player")
    assert who(log, "hear") == "you"


def test_a_hearing_whose_answer_was_not_awaited_says_so(log: Log) -> None:
    log.happens(HearingSent, facts=(INCOME,), channel="digital", days=8)
    done(log, "hear", 0, "skipped", by="player")
    log.happens(HearingAnswered, by=f"citizen:{AMINA}", line="reply.1", fields=(income("citizen"),))
    assert who(log, "hear") == "not-awaited"


def test_where_nothing_is_paid_nobody_decided_about_paying(log: Log) -> None:
    done(log, "pay", 0, "skipped")
    assert who(log, "pay") == "nothing-to-pay"


def test_a_step_done_again_by_hand_is_no_longer_the_suggestions(log: Log) -> None:
    log.suggests()
    log.follows()
    done(log, "calculate", 3)
    assert who(log, "calculate") == "suggestion"
    log.happens(FactsSettled, basis=(income("eindkomst"),))
    done(log, "calculate", 3)
    assert who(log, "calculate") == "you"


def test_a_step_that_was_not_done_has_no_level_and_no_event(log: Log) -> None:
    done(log, "find", 0)
    assert who(log, "pay") == "not-reached"
    assert (rung(log, "pay").level, rung(log, "pay").event) == (None, None)


def test_the_case_with_most_different_answers_comes_first(log: Log) -> None:
    log.arrives(OTHER, BODIL)
    done(log, "find", 0)
    done(log, "calculate", 0)
    done(log, "find", 1, case=OTHER)
    done(log, "calculate", 4, "automation", case=OTHER)
    first, second = log.debrief().ladders
    assert (first.case, second.case) == (OTHER, CASE)


def test_of_cases_with_as_much_to_talk_about_the_earliest_comes_first(log: Log) -> None:
    log.arrives(OTHER, BODIL)
    done(log, "find", 0, case=OTHER)
    done(log, "find", 0)
    assert [one.case for one in log.debrief().ladders] == [CASE, OTHER]


def test_a_case_in_which_nothing_was_done_has_no_ladder(log: Log) -> None:
    assert log.debrief().ladders == ()


def test_the_rungs_stand_in_the_order_the_automation_runs_them(log: Log) -> None:
    done(log, "find", 0)
    (ladder,) = log.debrief().ladders
    assert isinstance(ladder, Ladder)
    assert [one.function for one in ladder.rungs] == [
        "find",
        "hear",
        "calculate",
        "weigh",
        "write",
        "pay",
    ]
    assert AMINA in str(ladder.name.arguments["name"]).lower()


def test_what_followed_the_municipalitys_own_scale_says_so_and_whose_it_is() -> None:
    loaded = shipped("torsdag-i-borgerservice")
    played = play(at_level(loaded.opening, 4), loaded.town, HABITS["trusting"])
    told = debrief(loaded.town, played.events)
    rungs = [
        (one, ladder)
        for ladder in told.ladders
        for one in ladder.rungs
        if one.who.text == "debrief.who.rule-scale"
    ]
    assert rungs
    assert {one.function for one, _ in rungs} == {"weigh"}
    assert all(told.evidence.kind_of(ladder.case).scale for _, ladder in rungs)
    assert teller("da")(rungs[0][0].who).endswith("som ikke er loven")
