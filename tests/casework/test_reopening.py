"""A mistake is owned: a case is taken up again, decided anew and told of, and others are found.

Given cases that have been answered, when one of them is reopened, then what follows.
"""

from dataclasses import replace

import pytest

from simulator.casework.actions.afterwards import situation
from simulator.casework.actions.day import AcceptPrebrief, Wait
from simulator.casework.actions.deciding import Calculate
from simulator.casework.actions.finding import SettleFacts
from simulator.casework.actions.hearing import Hear
from simulator.casework.actions.reopening import Reopen
from simulator.casework.actions.suggesting import Follow
from simulator.casework.actions.telephone import Ask, Call, HangUp, Tell
from simulator.casework.actions.writing import Release, SendLetter
from simulator.casework.as_read import as_read
from simulator.casework.case_types import FUNCTIONS, Answer, CaseType, Effect
from simulator.casework.day import Day
from simulator.casework.families import decide, unfold
from simulator.casework.payments import amount_of, paid_once
from simulator.casework.seeing import see
from simulator.scenario.words import teller
from tests.casework.answered import (
    FAULT,
    IN_REGISTER,
    MENDED,
    NEW_FACTS,
    OVER,
    OVERVIEW,
    RECKON,
    REGISTER,
    SETTLE,
    SKIP,
    WHOLE,
    answered,
    later,
    later_kinds,
    log_after,
)
from tests.casework.small import (
    AMINA,
    CASE,
    CONDUCT,
    INCOME,
    SUBSIDY,
    a_day,
    a_town,
    after,
    citizen,
    of_kind,
    refusal,
)

GIVEN_MORE = {"december": 18_200, "since": 24_310}
"""Wages whose old copy gives more than the truth does."""


# Taken up again -----------------------------------------------------------------------------------


def test_in_a_reopened_case_one_may_be_heard_whatever_the_order_of_its_type() -> None:
    order = ("find", "calculate", "write", "pay")
    kind = replace(SUBSIDY, order=order, minutes={**SUBSIDY.minutes})
    day = after(a_day(kind, town=a_town(**GIVEN_MORE)), OVERVIEW, SETTLE, RECKON, WHOLE)
    day = after(day, FAULT, IN_REGISTER, REGISTER)
    assert refusal(day, RECKON) == "heard-first"
    hear = see(day).listed("hear")
    assert hear
    assert hear.refused is None
    day = after(day, Hear(CASE, (INCOME,)), Wait(60))
    assert "command.refused" not in [event.kind for event in decide(day, RECKON)]


@pytest.mark.parametrize("ground", ["fault", "new-facts"])
def test_a_case_is_taken_up_again_with_its_ground_and_what_had_been_decided(ground: str) -> None:
    day = answered(a_day())
    (reopened,) = of_kind(decide(day, Reopen(CASE, ground)), "case.reopened")
    assert (reopened.ground, reopened.before) == (ground, Answer("none"))  # type: ignore[attr-defined]
    assert reopened.because == (day.cases[CASE].decided_at,)


def test_it_lies_on_the_desk_from_its_first_step_with_all_that_is_known_of_it() -> None:
    day = after(answered(a_day()), FAULT)
    case = day.cases[CASE]
    assert (day.hand, case.done, case.decision, case.letter) == (CASE, (), None, None)
    assert [seen.source for seen in case.seen] == ["overblik"]
    assert case.reopened
    assert case.reopened.before == Answer("none")


def test_nothing_is_taken_up_again_that_has_not_been_answered_or_for_no_ground() -> None:
    assert refusal(a_day(), FAULT) == "nothing-to-reopen"
    assert refusal(answered(a_day()), Reopen(CASE, "whim")) == "reopen-for-what"
    assert refusal(after(answered(a_day()), FAULT), FAULT) == "nothing-to-reopen"
    assert see(a_day()).offer("reopen") is None
    assert see(answered(a_day())).offer("reopen")


def test_it_is_decided_anew_freely_in_favour_of_its_party() -> None:
    day = after(answered(a_day()), *MENDED)
    case = day.cases[CASE]
    assert case.decision == Answer("full")
    assert situation(day, case) == "mended"
    assert of_kind(log_after(day), "evening.told") == []  # no line is written for it here


def test_against_them_it_is_decided_only_once_they_have_been_heard() -> None:
    day = after(answered(a_day(town=a_town(**GIVEN_MORE))), FAULT, IN_REGISTER, REGISTER)
    assert refusal(after(day, SKIP), RECKON) == "heard-first"
    asked = after(day, Hear(CASE, (INCOME,)), SKIP)
    assert refusal(asked, RECKON) == "heard-first"
    heard = after(day, Hear(CASE, (INCOME,)), Wait(60), SKIP, RECKON)
    assert heard.cases[CASE].decision == Answer("none")


def test_whoever_was_heard_the_first_time_is_heard_again() -> None:
    day = after(a_day(town=a_town(**GIVEN_MORE)), OVERVIEW, SETTLE, Hear(CASE, (INCOME,)))
    picked = SettleFacts(CASE, {INCOME: "overblik"})
    day = after(day, Wait(60), picked, SKIP, RECKON, WHOLE)
    assert day.cases[CASE].decision == Answer("full")
    again = after(day, FAULT, SettleFacts(CASE, {INCOME: "citizen"}))
    assert refusal(after(again, SKIP), RECKON) == "heard-first"


def test_the_same_answer_may_be_given_again_unheard() -> None:
    day = after(answered(a_day(town=a_town(**OVER))), FAULT, SETTLE, SKIP, RECKON)
    assert day.cases[CASE].decision == Answer("none")


def test_a_smaller_figure_is_an_answer_against_them_too() -> None:
    full, none = SUBSIDY.outcomes
    figured = replace(full, when="true", figure="100 - year // limit", pays="fee")
    kind = replace(SUBSIDY, outcomes=(figured, none))
    town = a_town(december=18_200, since=44_310)
    day = after(answered(a_day(kind, town=town)), FAULT, IN_REGISTER, REGISTER, SKIP)
    assert refusal(day, RECKON) == "heard-first"


def test_a_suggestion_cannot_be_followed_against_them_unheard_either() -> None:
    town = a_town(**GIVEN_MORE)
    day = after(a_day(levels={"calculate": 3}, town=town), OVERVIEW, SETTLE, SKIP, Follow(CASE))
    day = after(day, WHOLE, FAULT, IN_REGISTER, REGISTER, SKIP)
    assert refusal(day, Follow(CASE)) == "heard-first"


def test_automation_does_nothing_alone_in_a_case_that_was_taken_up_again() -> None:
    fresh = a_day(levels=dict.fromkeys(FUNCTIONS, 4), town=a_town(**GIVEN_MORE), fresh=True)
    day = after(fresh, AcceptPrebrief())
    assert day.cases[CASE].letter
    run = unfold(day, FAULT)
    assert {event.kind for event in run.events} & {"decision.made", "letter.sent"} == set()
    case = run.day.cases[CASE]
    assert {run.day.level(case, function) for function in SUBSIDY.order} == {3}
    later_on = after(run.day, Wait(120))
    assert later_on.cases[CASE].decision is None


def test_the_case_says_why_it_was_taken_up_again_and_what_the_answer_was() -> None:
    day = after(answered(a_day()), FAULT)
    hand = see(day).hand
    assert hand
    assert hand.reopened
    assert teller("en")(hand.reopened) == (
        "Reopened: a mistake in the case. The answer before: none. "
        "Nothing in the case is decided or sent by itself."
    )
    never = see(a_day()).hand
    assert never
    assert never.reopened is None


def test_what_it_had_fallen_out_over_before_is_no_longer_said() -> None:
    levels = {"find": 4, "calculate": 3}
    sure = a_town(citizen(AMINA, knows={INCOME: "sure"}))
    day = after(a_day(levels=levels, town=sure), Call(CASE), Ask(INCOME), HangUp())
    assert day.cases[CASE].fell_out
    day = after(day, SETTLE, SKIP, Follow(CASE), WHOLE, FAULT)
    hand = see(day).hand
    assert hand
    assert hand.fell_out is None


# The letter, and the money ------------------------------------------------------------------------


def told_letter(day: Day) -> str:
    say = teller("en")
    letter = as_read(day, day.cases[CASE])
    assert letter
    return "\n".join(say(line.text) for line in letter.lines if line.text)


def test_the_letter_says_that_there_was_a_mistake_and_that_one_is_sorry() -> None:
    assert "We are sorry." in told_letter(after(answered(a_day()), *MENDED))
    assert "mistake" not in told_letter(answered(a_day()))


def test_where_facts_are_new_it_says_so_and_nothing_of_a_mistake() -> None:
    letter = told_letter(after(answered(a_day()), NEW_FACTS, *MENDED[1:]))
    assert "We have received new facts" in letter
    assert "sorry" not in letter


def once(kind: CaseType) -> CaseType:
    full, none = kind.outcomes
    return replace(kind, outcomes=(replace(full, once=True), none))


def test_of_what_is_paid_once_only_the_difference_is_paid() -> None:
    by_income = replace(SUBSIDY.outcomes[0], pays=f"{INCOME} // 10", when="true", once=True)
    kind = replace(SUBSIDY, outcomes=(by_income, SUBSIDY.outcomes[1]))
    town = a_town(december=18_200, since=24_310)
    day = after(answered(a_day(kind, town=town)), Release(CASE))
    (first,) = of_kind(decide(answered(a_day(kind, town=town)), Release(CASE)), "payment.released")
    mended = after(day, *MENDED)
    (second,) = of_kind(decide(mended, Release(CASE)), "payment.released")
    assert (first.amount, second.amount) == (182_000, 61_100)  # type: ignore[attr-defined]


def test_of_what_was_not_paid_before_all_is_paid() -> None:
    mended = after(answered(a_day(once(SUBSIDY))), *MENDED)
    (paid,) = of_kind(decide(mended, Release(CASE)), "payment.released")
    assert paid.amount == 100_000  # type: ignore[attr-defined]


def test_of_what_is_paid_by_the_month_the_new_amount_is_paid() -> None:
    mended = after(answered(a_day()), *MENDED)
    (paid,) = of_kind(decide(mended, Release(CASE)), "payment.released")
    assert paid.amount == 100_000  # type: ignore[attr-defined]


# Told on the telephone ----------------------------------------------------------------------------


def test_a_mistake_is_told_on_the_telephone_once_the_case_has_been_taken_up_again() -> None:
    day = after(answered(a_day()), Call(CASE))
    assert refusal(day, Tell("mistake")) == "no-mistake-to-tell"
    day = after(answered(a_day()), FAULT, Call(CASE), Tell("mistake"))
    assert (AMINA, "owned") in day.contacts
    offer = see(day).offer("tell")
    assert offer
    assert [option.value for option in offer.blanks[0].options] == ["status", "next", "mistake"]


# Complaints and thanks ----------------------------------------------------------------------------


def test_a_complaint_about_a_case_that_was_taken_up_meanwhile_is_looked_at_with_it() -> None:
    day = after(answered(a_day()), FAULT)
    assert later_kinds(day) == ["complaint.filed", "complaint.joined"]
    case = day.cases[CASE]
    assert case.reopened
    assert later(day, "complaint.filed").because == (case.reopened.seq,)
    joined = later(day, "complaint.joined")
    assert joined.because == (later(day, "complaint.filed").seq,)
    assert joined.days == later(day, "complaint.filed").days


def test_who_had_been_given_what_they_asked_for_has_nothing_to_complain_of() -> None:
    day = after(answered(a_day(town=a_town(**GIVEN_MORE))), FAULT)
    assert later_kinds(day) == []


def test_what_was_put_right_is_not_complained_of_nor_found_later() -> None:
    day = after(answered(a_day()), *MENDED, Release(CASE))
    assert set(later_kinds(day)) <= {"thanks.received"}


def complains(day: Day) -> bool:
    return "complaint.filed" in later_kinds(day)


def test_who_was_told_of_a_mistake_complains_less_and_nobody_complains_who_did_not() -> None:
    seldom = replace(CONDUCT, complains=60, thanks=0)
    same_again = (FAULT, SETTLE, SKIP, RECKON, WHOLE)
    without, owned = [], []
    for seed in range(40):
        day = answered(a_day(town=a_town(**OVER), conduct=seldom, seed=seed))
        if complains(day):
            without.append(seed)
        if complains(after(day, *same_again)):
            owned.append(seed)
    assert set(owned) < set(without)


def test_on_new_facts_no_mistake_was_owned_and_they_complain_as_before() -> None:
    seldom = replace(CONDUCT, complains=60, thanks=0)
    for seed in range(20):
        day = answered(a_day(town=a_town(**OVER), conduct=seldom, seed=seed))
        again = after(day, NEW_FACTS, SETTLE, SKIP, RECKON, WHOLE)
        assert complains(again) == complains(day)


def test_a_mistake_that_was_owned_counts_for_thanks_as_a_conversation_does() -> None:
    polite = replace(CONDUCT, complains=0)
    bare = SendLetter(CASE, {"rule": "template", "facts": "template"})
    thanked: dict[str, set[int]] = {"never": set(), "owned": set(), "called": set()}
    for seed in range(60):
        day = answered(a_day(conduct=polite, seed=seed))
        ways = {
            "never": after(day, NEW_FACTS, *MENDED[1:-1], bare),
            "owned": after(day, *MENDED[:-1], bare),
            "called": after(day, Call(CASE), HangUp(), NEW_FACTS, *MENDED[1:-1], bare),
        }
        for way, mended in ways.items():
            if "thanks.received" in later_kinds(mended):
                thanked[way].add(seed)
    assert thanked["never"] < thanked["owned"] == thanked["called"]


# Left open, or decided anew and anew ------------------------------------------------------------


def test_a_case_taken_up_again_and_left_open_is_as_its_last_answer_left_it() -> None:
    day = answered(a_day())
    assert situation(after(day, FAULT), after(day, FAULT).cases[CASE]) == situation(
        day, day.cases[CASE]
    )


def test_what_nobody_released_before_it_was_taken_up_again_is_not_paid() -> None:
    day = answered(a_day(once(SUBSIDY), town=a_town(**GIVEN_MORE)))
    (reopened,) = of_kind(decide(day, FAULT), "case.reopened")
    assert reopened.paid == 0  # type: ignore[attr-defined]


def test_of_what_was_paid_once_nothing_is_paid_again_however_often_it_is_decided() -> None:
    day = after(answered(a_day(once(SUBSIDY), town=a_town(**GIVEN_MORE))), Release(CASE))
    again = (FAULT, SettleFacts(CASE), SKIP, RECKON, WHOLE)
    for _ in range(2):
        day = after(day, *again)
        case = day.cases[CASE]
        assert amount_of(day, case) == 0
        assert paid_once(day, case) == 100_000


def test_a_hearing_can_be_taken_up_where_it_had_been_left_out() -> None:
    day = answered(a_day(town=a_town(**GIVEN_MORE)))
    day = after(day, FAULT, IN_REGISTER, REGISTER, SKIP)
    assert refusal(day, RECKON) == "heard-first"
    day = after(day, Hear(CASE, (INCOME,)), Wait(60), RECKON)
    assert day.cases[CASE].decision == Answer("none")


def test_a_hearing_about_something_else_does_not_do() -> None:
    rent = replace(SUBSIDY.needs[0], path="rent.monthly", optional=True, hear=False)
    facts = a_day().opening.facts
    more = {**facts, "rent.monthly": replace(facts[INCOME], id="rent.monthly")}
    kind = replace(SUBSIDY, needs=(*SUBSIDY.needs, rent))
    day = answered(a_day(kind, town=a_town(**GIVEN_MORE), facts=more))
    day = after(day, FAULT, IN_REGISTER, REGISTER, Hear(CASE, ("rent.monthly",)), Wait(60), SKIP)
    assert refusal(day, RECKON) == "heard-first"


def test_a_smaller_sum_is_an_answer_against_them_too() -> None:
    by_income = replace(SUBSIDY.outcomes[0], when="year <= 10 * limit", pays="year // 10")
    kind = replace(SUBSIDY, outcomes=(by_income, SUBSIDY.outcomes[1]))
    day = answered(a_day(kind))
    assert refusal(after(day, FAULT, IN_REGISTER, REGISTER, SKIP), RECKON) == "heard-first"


def test_what_a_decision_made_true_is_as_before_once_it_is_decided_otherwise() -> None:
    granted = replace(SUBSIDY.outcomes[0], effects=(Effect(INCOME, "fee"),), reached_by="letter")
    kind = replace(SUBSIDY, outcomes=(granted, SUBSIDY.outcomes[1]))
    day = answered(a_day(kind, town=a_town(**GIVEN_MORE)))
    assert true_income(day) == 100_000
    assert day.cases[CASE].channel == "letter"
    heard = (Hear(CASE, (INCOME,)), Wait(60), SKIP)
    day = after(day, FAULT, SettleFacts(CASE), *heard, Calculate(CASE, "none"))
    assert true_income(day) == 2_431_000
    assert day.cases[CASE].channel == "digital"


def true_income(day: Day) -> object:
    return day.world.town.truth(INCOME, AMINA, day.opening.date)
