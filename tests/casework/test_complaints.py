"""A complaint: the municipality looks again, then an appeal body, by what each can see by then.

Given a letter, when one goes home, then what came of it.
"""

from dataclasses import replace
from itertools import pairwise
from typing import Any

import pytest

from simulator.casework.actions.complaints import AppealDecided
from simulator.casework.actions.day import Wait
from simulator.casework.actions.deciding import Calculate, Decide
from simulator.casework.actions.hearing import Hear
from simulator.casework.case_types import Answer, CaseType, Outcome, Scale
from simulator.casework.commands import Command
from simulator.casework.day import Day
from simulator.casework.letter_text import complain_by
from simulator.casework.letters import Complaint
from simulator.casework.telling import tell
from simulator.scenario.words import teller
from tests.casework.answered import (
    IN_REGISTER,
    OVER,
    OVERVIEW,
    RECKON,
    SETTLE,
    SKIP,
    WHOLE,
    answered,
    causes,
    later,
    later_kinds,
    letter_without,
    log_after,
    never_reported,
    stopped_until,
    weighed,
)
from tests.casework.small import (
    CASE,
    INCOME,
    PAPERS,
    SUBSIDY,
    WEIGHED,
    a_day,
    a_town,
    after,
    of_kind,
    text,
)

SEEDS = range(60)
COULD_BE_EITHER = replace(
    WEIGHED,
    outcomes=(
        Outcome("full", text("full"), when="year <= limit", pays="fee"),
        Outcome("none", text("none"), adverse=True, defensible="year <= 2 * limit"),
    ),
)
"""A case type in which a person may well refuse what the rule would give."""


def ended(day: Day) -> tuple[str, str]:
    """How the appeal body ended a complaint, and what for."""
    appeal = later(day, "appeal.decided")
    return appeal.ended, appeal.ground


def without_registers(**person: Any) -> Day:
    """A day on which no register will ever show what is so."""
    return a_day(town=never_reported(**person))


# The municipality looks again ---------------------------------------------------------------------


def test_the_municipality_stands_by_what_its_own_screens_still_show() -> None:
    day = answered(a_day())
    looked = later(day, "complaint.reassessed")
    assert (looked.changed, looked.answer) == (False, Answer("none"))
    assert later_kinds(day) == [
        "complaint.filed",
        "complaint.reassessed",
        "complaint.passed_on",
        "appeal.decided",
    ]


def test_it_changes_the_decision_itself_once_its_own_screens_have_caught_up() -> None:
    day = answered(a_day(landscape=stopped_until("2026-02-03")))
    looked = later(day, "complaint.reassessed")
    assert (looked.changed, looked.answer) == (True, Answer("full"))
    assert later_kinds(day) == ["complaint.filed", "complaint.reassessed"]


def test_it_never_changes_a_decision_against_who_complained() -> None:
    """It would now refuse altogether, and what it holds against a party it does not do here."""
    fewer = Outcome("part", text("part"), adverse=True, pays="fee // 2")
    kind = replace(SUBSIDY, outcomes=(*SUBSIDY.outcomes[:1], fewer, *SUBSIDY.outcomes[1:]))
    kind = replace(kind, outcomes=(kind.outcomes[0], kind.outcomes[2], kind.outcomes[1]))
    day = answered(a_day(kind, town=a_town(**OVER)), answer=Calculate(CASE, "part"))
    looked = later(day, "complaint.reassessed")
    assert (looked.changed, looked.answer) == (False, Answer("none"))


def scaled(scale: str) -> CaseType:
    """A case type that is weighed, with a scale of the municipality's own for the full subsidy."""
    full, none = WEIGHED.outcomes
    yardstick = Scale(text("the scale"), text("the board"))
    return replace(WEIGHED, scale=yardstick, outcomes=(replace(full, scale=scale), none))


def test_a_judgement_that_can_be_well_justified_it_stands_by() -> None:
    day = weighed(a_day(COULD_BE_EITHER, stopped=False), "none", "lasting")
    looked = later(day, "complaint.reassessed")
    assert (looked.changed, looked.answer) == (False, Answer("none"))


def test_it_goes_by_its_own_scale_where_the_law_would_give_more() -> None:
    day = weighed(a_day(scaled("year < 0"), stopped=False), "none", "little")
    assert later(day, "complaint.reassessed").answer == Answer("none")
    assert ended(day) == ("changed", "law")


def test_and_where_the_law_would_give_less() -> None:
    day = weighed(a_day(scaled("year < 2 * limit"), town=a_town(**OVER)), "none", "little")
    assert later(day, "complaint.reassessed").changed
    assert not of_kind(log_after(day), "appeal.decided")


def test_what_the_file_already_holds_is_looked_at_again_as_well() -> None:
    day = answered(a_day(), IN_REGISTER, answer=Calculate(CASE, "none"))
    assert later(day, "complaint.reassessed").answer == Answer("full")


# The appeal body ----------------------------------------------------------------------------------


def test_a_right_refusal_is_upheld() -> None:
    assert ended(answered(a_day(town=a_town(**OVER)))) == ("upheld", "")


def test_so_is_a_wrong_one_whose_fault_no_register_document_or_complaint_shows() -> None:
    day = answered(without_registers(knows={INCOME: "unknown"}))
    assert ended(day) == ("upheld", "")
    assert "mistake.unfound" in later_kinds(day)


def test_it_changes_what_a_register_shows_by_then_to_have_been_wrong() -> None:
    appeal = later(answered(a_day()), "appeal.decided")
    assert (appeal.ended, appeal.ground, appeal.answer) == ("changed", "facts", Answer("full"))


def test_it_changes_what_a_document_shows_that_came_with_the_complaint() -> None:
    """The municipality has it too, but goes by its scale. Not everybody encloses one."""
    town = never_reported()
    days = [
        weighed(a_day(scaled("year < 0"), town=town, documents=PAPERS, seed=seed), "none", "little")
        for seed in SEEDS[:20]
    ]
    assert {ended(day) for day in days} >= {("changed", "facts"), ("sent-back", "hearing")}


def test_the_municipality_changes_it_by_the_same_document_where_it_has_no_scale() -> None:
    days = [
        answered(a_day(town=never_reported(), documents=PAPERS, seed=seed)) for seed in SEEDS[:20]
    ]
    assert {later(day, "complaint.reassessed").changed for day in days} == {True, False}


def test_nobody_encloses_what_they_do_not_know() -> None:
    unsure = never_reported(knows={INCOME: "roughly"})
    days = [answered(a_day(town=unsure, documents=PAPERS, seed=seed)) for seed in SEEDS[:20]]
    assert not any(later(day, "complaint.reassessed").changed for day in days)


def test_what_was_decided_against_the_rule_on_the_very_facts_the_municipality_changes() -> None:
    day = answered(a_day(stopped=False), answer=Calculate(CASE, "none"))
    assert later(day, "complaint.reassessed").changed


def test_it_sends_back_where_the_party_was_not_heard_and_would_have_said_something_else() -> None:
    day = answered(without_registers())
    assert ended(day) == ("sent-back", "hearing")
    assert later_kinds(day)[-1] == "case.decided_again"


def test_once_heard_their_word_against_the_file_is_sent_back_to_be_investigated() -> None:
    day = after(without_registers(), OVERVIEW, SETTLE, Hear(CASE, (INCOME,)), Wait(60), SKIP)
    day = after(day, RECKON, WHOLE)
    assert ended(day) == ("sent-back", "facts")


def test_a_hearing_that_would_have_changed_nothing_is_pointed_out_and_no_more() -> None:
    """What they would have said gives the same answer by the rule."""
    town = a_town(december=24_310, since=25_000)
    appeal = later(answered(a_day(town=town)), "appeal.decided")
    assert (appeal.ended, appeal.criticised) == ("upheld", True)


def test_where_it_is_weighed_what_they_would_have_said_can_always_have_mattered() -> None:
    day = a_day(COULD_BE_EITHER, town=a_town(december=24_310, since=25_000))
    assert ended(weighed(day, "none", "little")) == ("sent-back", "hearing")


def test_a_hearing_about_something_else_is_none() -> None:
    rent = replace(SUBSIDY.needs[0], path="rent.monthly", optional=True, hear=False)
    facts = a_day().opening.facts
    more = {**facts, "rent.monthly": replace(facts[INCOME], id="rent.monthly")}
    kind = replace(SUBSIDY, needs=(*SUBSIDY.needs, rent))
    day = a_day(kind, town=never_reported(), facts=more)
    day = after(day, OVERVIEW, SETTLE, Hear(CASE, ("rent.monthly",)), Wait(60), SKIP)
    assert ended(after(day, RECKON, WHOLE)) == ("sent-back", "hearing")


def test_a_hearing_that_nobody_waited_for_is_none() -> None:
    day = a_day(town=never_reported())
    day = after(day, OVERVIEW, SETTLE, Hear(CASE, (INCOME,)), SKIP, RECKON, WHOLE)
    assert ended(day) == ("sent-back", "hearing")


def test_the_appeal_body_changes_nothing_against_who_complained() -> None:
    """They were given a part, and what can be seen gives them nothing."""
    part = Outcome("part", text("part"), adverse=True, figure="50", pays="fee")
    kind = replace(SUBSIDY, outcomes=(*SUBSIDY.outcomes, part))
    day = answered(a_day(kind, town=a_town(**OVER)), answer=Calculate(CASE, "part"))
    assert ended(day)[0] == "upheld"


def test_a_judgement_that_says_nothing_of_what_was_weighed_is_sent_back() -> None:
    day = a_day(COULD_BE_EITHER, stopped=False)
    bare = letter_without("considerations")
    assert ended(weighed(day, "none", letter=bare)) == ("sent-back", "reasons")
    weighed_up = later(weighed(day, "none", "lasting", letter=bare), "appeal.decided")
    assert (weighed_up.ended, weighed_up.criticised) == ("upheld", True)


def test_of_one_who_was_heard_and_given_reasons_nothing_is_pointed_out() -> None:
    day = after(a_day(COULD_BE_EITHER, stopped=False), OVERVIEW, SETTLE, Hear(CASE, (INCOME,)))
    day = after(day, Wait(60), SKIP, RECKON, Decide(CASE, "none", ("lasting",)), WHOLE)
    appeal = later(day, "appeal.decided")
    assert (appeal.ended, appeal.criticised) == ("upheld", False)


def test_where_nothing_is_weighed_missing_reasons_are_pointed_out_and_no_more() -> None:
    day = answered(a_day(town=a_town(**OVER)), letter=letter_without("facts"))
    appeal = later(day, "appeal.decided")
    assert (appeal.ended, appeal.criticised) == ("upheld", True)


def test_a_defensible_judgement_stands_though_the_rule_would_give_another() -> None:
    day = weighed(a_day(COULD_BE_EITHER, stopped=False), "none", "lasting")
    assert ended(day) == ("upheld", "")


@pytest.mark.parametrize("kind", [SUBSIDY, WEIGHED])
def test_missing_guidance_on_complaints_alone_overturns_nothing(kind: CaseType) -> None:
    silent = letter_without("complaint")
    for seed in SEEDS[:20]:
        day = a_day(kind, town=a_town(**OVER), seed=seed)
        mute = weighed(day, "none", "little", letter=silent) if kind is WEIGHED else None
        assert ended(mute or answered(day, letter=silent)) == ("upheld", "")


# Too late, or in time -----------------------------------------------------------------------------


def test_what_comes_too_late_is_rejected_however_wrong_it_was() -> None:
    late = [seed for seed in SEEDS if ended(answered(a_day(seed=seed)))[0] == "rejected"]
    assert 0 < len(late) < len(SEEDS) // 4
    for seed in late:
        day = answered(a_day(seed=seed))
        assert ended(day) == ("rejected", "late")
        last = complain_by(day, day.cases[CASE]) - day.opening.date
        assert last < later(day, "complaint.filed").days <= last + 15
        assert "mistake.unfound" in later_kinds(day)


def test_by_post_the_time_runs_from_when_the_letter_came() -> None:
    day = answered(a_day())
    by_post = replace(day.cases[CASE], channel="letter")
    assert complain_by(day, by_post) > complain_by(day, day.cases[CASE])


def test_a_complaint_comes_within_the_days_there_are_for_it() -> None:
    short = replace(SUBSIDY, complaint=Complaint(text("the board"), days=5))
    for seed in SEEDS:
        day = answered(a_day(short, seed=seed))
        filed = later(day, "complaint.filed")
        last = complain_by(day, day.cases[CASE]) - day.opening.date
        assert (filed.days <= 5) or (ended(day) == ("rejected", "late") and filed.days > last)


def test_nobody_is_too_late_whose_letter_did_not_say_by_when() -> None:
    silent = letter_without("complaint")
    days = [answered(a_day(seed=seed), letter=silent) for seed in SEEDS]
    assert {ended(day)[0] for day in days} == {"changed"}
    assert {later(day, "complaint.filed").days <= 21 for day in days} == {True}


# Because ------------------------------------------------------------------------------------------


def chains(day: Day) -> list[tuple[str, set[Any]]]:
    log = log_after(day)
    return [(e.kind, causes(log, e)) for e in log if getattr(e, "days", 0)]


@pytest.mark.parametrize("letter", [WHOLE, letter_without("considerations")])
@pytest.mark.parametrize("stopped", [True, False])
def test_all_that_comes_of_a_complaint_goes_back_to_the_letter(
    letter: Command, stopped: bool
) -> None:
    for seed in SEEDS[:10]:
        town = a_town() if stopped else a_town(**OVER)
        day = answered(a_day(town=town, stopped=stopped, seed=seed), letter=letter)  # type: ignore[arg-type]
        sent = day.cases[CASE].letter
        assert chains(day)
        assert all(sent in why for _, why in chains(day))


def test_each_step_of_it_follows_from_the_one_before() -> None:
    log = [e for e in log_after(answered(without_registers())) if getattr(e, "days", 0)]
    kinds = ["complaint.filed", "complaint.reassessed", "complaint.passed_on", "appeal.decided"]
    assert [event.kind for event in log] == [*kinds, "case.decided_again"]
    for before, event in pairwise(log):
        assert event.because == (before.seq,)
        assert event.days >= before.days  # type: ignore[attr-defined]


def test_with_the_copy_whole_a_complaint_that_followed_from_it_does_not_come() -> None:
    day = answered(a_day())
    (filed,) = of_kind(log_after(day), "complaint.filed")
    assert day.cases[CASE].decided_at in filed.because
    assert later_kinds(answered(a_day(stopped=False))) == ["thanks.received"]


def test_a_complaint_about_a_right_decision_follows_from_the_letter_alone() -> None:
    day = answered(a_day(town=a_town(**OVER)))
    assert later(day, "complaint.filed").because == (day.cases[CASE].letter,)


def test_what_comes_of_a_complaint_costs_the_minutes_the_library_says() -> None:
    costs = {"complaint.reassessed": 35, "complaint.passed_on": 45}
    log = log_after(answered(without_registers_at(costs)))
    minutes = {e.kind: e.minutes for e in log if getattr(e, "days", 0)}
    assert minutes == {
        "complaint.filed": 0,
        **costs,
        "appeal.decided": 0,
        "case.decided_again": sum(SUBSIDY.minutes.values()),
    }


def without_registers_at(costs: dict[str, int]) -> Day:
    return a_day(town=never_reported(), later=costs)


# Told ---------------------------------------------------------------------------------------------


def test_how_it_ended_is_told_with_its_ground() -> None:
    day = answered(a_day())
    appeal = later(day, "appeal.decided")
    assert isinstance(appeal, AppealDecided)
    say, phrase = teller("en"), tell(day, appeal)
    assert phrase
    assert "changes the decision in Amina Holst's case: full." in say(phrase)
    assert "The ground: the case had not been investigated well enough." in say(phrase)
