"""What is found later of an answer that gave too much or too little, and what nobody finds.

Given a letter, and perhaps a payment, when one goes home, then what was found.
"""

from dataclasses import replace
from typing import Any

import pytest

from simulator.casework.actions.day import Wait
from simulator.casework.actions.documents.requesting import AskForDocument
from simulator.casework.actions.hearing import Hear
from simulator.casework.actions.reopening import Reopen
from simulator.casework.actions.telephone import Ask, Call, HangUp
from simulator.casework.actions.writing import Release
from simulator.casework.case_types import CaseType
from simulator.casework.commands import Command
from simulator.casework.day import Day
from simulator.casework.documents import Fails
from simulator.casework.follows import Discovery, Follows
from simulator.casework.payments import unreleased as unpaid
from simulator.casework.telling import tell
from simulator.scenario.words import teller
from tests.casework.answered import (
    OVERVIEW,
    RECKON,
    SAYS_NOTHING,
    SETTLE,
    SKIP,
    STEPS,
    WHOLE,
    answered,
    later,
    later_kinds,
    letter_without,
    log_after,
)
from tests.casework.small import (
    AMINA,
    CASE,
    INCOME,
    PAYSLIP,
    SUBSIDY,
    a_day,
    a_town,
    after,
    an_opening,
    citizen,
)

AGAIN = Discovery("recalculated", 100, (28, 42), (INCOME,), 5)
LOOKED_INTO = Discovery("corrected", 100, (60, 180))
AMOUNTS = {
    **an_opening().amounts,
    "step": replace(an_opening().amounts["limit"], id="step", value=1_200_000),
}
GOOD_FAITH = Follows(much=(LOOKED_INTO,), paid_back=True)


def stepped(december: int, since: int, **follows: Any) -> Day:
    """A day of a subsidy by steps of a thousand a month, answered on December's wages, and paid."""
    found = Follows(**({"much": (AGAIN,), "little": (AGAIN,)} | follows))
    kind = replace(STEPS, follows=found)
    town = a_town(december=december, since=since)
    day = a_day(kind, town=town, amounts=AMOUNTS, conduct=SAYS_NOTHING)
    return after(answered(day), Release(CASE))


def granted(kind: CaseType, *before: Command, letter: Command = WHOLE, **person: Any) -> Day:
    """A day on which the full subsidy is paid to somebody whose wages are over the limit.

    The overview shows December's, which were not.
    """
    town = a_town(citizen(AMINA, **person), december=18_200, since=24_310)
    day = a_day(kind, town=town, conduct=SAYS_NOTHING)
    day = after(day, *before, OVERVIEW, SETTLE, SKIP, RECKON, letter, Release(CASE))
    assert day.cases[CASE].decision
    assert day.cases[CASE].decision.outcome == "full"
    return day


# Worked out again ---------------------------------------------------------------------------------


def test_a_subsidy_is_worked_out_again_in_the_next_bill_where_it_was_too_much() -> None:
    recalculated = later(stepped(24_310, 29_310), "payment.recalculated")
    assert recalculated.amount == -5_000
    assert 28 <= recalculated.days <= 42


def test_and_where_it_was_too_little() -> None:
    assert later(stepped(29_310, 24_310), "payment.recalculated").amount == 5_000


@pytest.mark.parametrize("wages", [(24_310, 28_310), (28_310, 24_310)])
def test_a_step_fewer_than_five_and_nobody_works_it_out_again(wages: tuple[int, int]) -> None:
    day = stepped(*wages)
    assert later_kinds(day) == ["mistake.unfound"]
    assert abs(later(day, "mistake.unfound").amount) == 4_000


@pytest.mark.parametrize(
    ("december", "comes"), [(25_000, "mistake.unfound"), (26_000, "payment.recalculated")]
)
def test_a_longer_first_step_counts_as_one(december: int, comes: str) -> None:
    """The truth is 100 per cent. 95 is four steps off where the first is two long; 94 is five."""
    longer = replace(AGAIN, first_step=2)
    day = stepped(december, 20_000, much=(longer,), little=(longer,))
    assert later_kinds(day) == [comes]


def test_nor_where_it_was_something_else_that_was_wrong() -> None:
    other = replace(AGAIN, of=("family.children",))
    assert later_kinds(stepped(24_310, 29_310, much=(other,))) == ["mistake.unfound"]


def test_the_first_way_that_fits_finds_it() -> None:
    both = (AGAIN, LOOKED_INTO)
    assert later_kinds(stepped(24_310, 29_310, much=both)) == ["payment.recalculated"]
    assert later_kinds(stepped(24_310, 28_310, much=both)) == ["overpayment.found"]


def test_it_is_worked_out_again_whatever_the_party_knew_and_kept_silent() -> None:
    assert later_kinds(stepped(24_310, 29_310, paid_back=True)) == ["payment.recalculated"]


# Paid back, or kept -------------------------------------------------------------------------------


KEEPS = replace(SUBSIDY, follows=GOOD_FAITH)


def test_one_who_was_told_the_duty_knew_and_kept_silent_pays_back() -> None:
    demanded = later(granted(KEEPS), "repayment.demanded")
    assert (demanded.amount, demanded.once) == (100_000, False)


@pytest.mark.parametrize("part", ["correct", "facts"])
def test_one_whose_letter_did_not_say_so_or_not_what_it_rested_on_keeps_it(part: str) -> None:
    assert later_kinds(granted(KEEPS, letter=letter_without(part))) == ["overpayment.found"]


@pytest.mark.parametrize("known", ["roughly", "unknown"])
def test_one_who_did_not_know_better_for_sure_keeps_it(known: str) -> None:
    assert later_kinds(granted(KEEPS, knows={INCOME: known})) == ["overpayment.found"]


def test_one_who_believes_what_was_built_on_keeps_it() -> None:
    day = granted(KEEPS)
    opening = replace(day.opening, beliefs={AMINA: {INCOME: 1_820_000}})
    assert later_kinds(replace(day, opening=opening)) == ["overpayment.found"]


def test_one_who_had_said_how_it_was_keeps_it() -> None:
    """Nobody listened, but they were not silent."""
    told = (Call(CASE), Ask(INCOME), HangUp())
    day = after(a_day(KEEPS, town=a_town(december=18_200, since=24_310), conduct=SAYS_NOTHING))
    day = after(day, *told, OVERVIEW)
    picked = replace(SETTLE, picks={INCOME: "overblik"})
    day = after(day, picked, SKIP, RECKON, WHOLE, Release(CASE))
    assert later_kinds(day) == ["overpayment.found"]


def test_one_who_answered_a_hearing_had_said_it_too() -> None:
    day = a_day(KEEPS, town=a_town(december=18_200, since=24_310), conduct=SAYS_NOTHING)
    day = after(day, OVERVIEW, SETTLE, Hear(CASE, (INCOME,)), Wait(60), SKIP, RECKON, WHOLE)
    assert later_kinds(after(day, Release(CASE))) == ["overpayment.found"]


def test_one_who_cannot_open_the_letter_pays_nothing_back() -> None:
    assert "repayment.demanded" not in later_kinds(granted(KEEPS, digital="none"))


def test_where_the_law_claims_nothing_back_one_keeps_it_who_knew() -> None:
    kind = replace(SUBSIDY, follows=Follows(much=(LOOKED_INTO,)))
    assert later_kinds(granted(kind)) == ["overpayment.found"]


# Found, or never ----------------------------------------------------------------------------------


def test_a_case_type_without_a_way_back_for_too_much_never_finds_it() -> None:
    unfound = later(granted(SUBSIDY), "mistake.unfound")
    assert (unfound.amount, unfound.by) == (100_000, "scenario")
    assert unfound.days > 28


def test_what_is_found_so_often_is_found_so_often() -> None:
    half = replace(LOOKED_INTO, found=50)
    day = granted(replace(SUBSIDY, follows=Follows(much=(half,))))
    kinds = []
    for seed in range(60):
        drawn = replace(day, opening=replace(day.opening, seed=seed))
        kinds += later_kinds(drawn)
    assert 15 < kinds.count("overpayment.found") < 45
    assert {*kinds} == {"overpayment.found", "mistake.unfound"}


def test_too_little_is_found_by_nobody_who_is_not_asked_to_look() -> None:
    day = answered(a_day(KEEPS, conduct=SAYS_NOTHING))
    assert later(day, "mistake.unfound").amount == -100_000


def test_of_a_right_answer_nothing_is_found() -> None:
    day = a_day(KEEPS, town=a_town(december=18_200), conduct=SAYS_NOTHING)
    assert later_kinds(after(answered(day), Release(CASE))) == []


# Because ------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "follows", [Follows(), GOOD_FAITH, Follows(much=(LOOKED_INTO,)), Follows(much=(AGAIN,))]
)
def test_it_follows_from_the_decision_and_the_letter(follows: Follows) -> None:
    day = granted(replace(SUBSIDY, follows=follows))
    (event,) = (event for event in log_after(day) if getattr(event, "days", 0))
    case = day.cases[CASE]
    assert event.because == (case.decided_at, case.letter)


@pytest.mark.parametrize("follows", [Follows(), GOOD_FAITH])
def test_with_the_copy_whole_it_does_not_come(follows: Follows) -> None:
    kind = replace(SUBSIDY, follows=follows)
    town = a_town(december=18_200, since=24_310)
    day = answered(a_day(kind, town=town, conduct=SAYS_NOTHING, stopped=False))
    assert day.cases[CASE].decision
    assert day.cases[CASE].decision.outcome == "none"
    assert later_kinds(day) == []


def test_a_complaint_that_put_it_right_leaves_nothing_to_find() -> None:
    day = answered(a_day(KEEPS))
    assert later(day, "appeal.decided").ended == "changed"
    assert "mistake.unfound" not in later_kinds(day)


# Told ---------------------------------------------------------------------------------------------


def told(day: Day, kind: str) -> str:
    phrase = tell(day, later(day, kind))
    assert phrase
    return teller("en")(phrase)


def test_what_was_found_is_told_with_its_sum() -> None:
    assert "DKK 50 less a month" in told(stepped(24_310, 29_310), "payment.recalculated")
    assert "DKK 50 more a month" in told(stepped(29_310, 24_310), "payment.recalculated")
    assert "is to pay back DKK 1,000 for each month" in told(granted(KEEPS), "repayment.demanded")
    kept = told(granted(KEEPS, letter=letter_without("correct")), "overpayment.found")
    assert "DKK 1,000 too much a month" in kept
    assert "keeps" in kept


# What is paid, and what is only granted -----------------------------------------------------------


def unreleased(december: int, since: int, **follows: Any) -> Day:
    kind = replace(STEPS, follows=Follows(**({"much": (AGAIN,), "little": (AGAIN,)} | follows)))
    town = a_town(december=december, since=since)
    return answered(a_day(kind, town=town, amounts=AMOUNTS, conduct=SAYS_NOTHING))


def test_what_was_granted_and_nobody_released_is_no_sum_too_much_or_too_little() -> None:
    day = unreleased(24_310, 28_310)
    assert later(day, "mistake.unfound").amount == 0
    assert unpaid(day, day.cases[CASE]) == 96_000


def test_nothing_is_worked_out_again_in_a_bill_where_nothing_is_paid() -> None:
    assert later_kinds(unreleased(24_310, 29_310)) == ["overpayment.found"]


def test_what_was_too_little_is_put_right_and_paid() -> None:
    little = replace(LOOKED_INTO, of=())
    day = stepped(29_310, 24_310, much=(), little=(little,))
    lacking = later(day, "underpayment.found")
    assert lacking.amount == 5_000
    told = tell(day, lacking)
    assert told
    assert "50 too little a month. It is put right, and what is lacking is paid." in teller("en")(
        told
    )


def test_what_is_paid_once_is_told_as_once_where_nothing_was_granted() -> None:
    full, none = SUBSIDY.outcomes
    kind = replace(SUBSIDY, outcomes=(replace(full, once=True), none))
    day = answered(a_day(kind, conduct=SAYS_NOTHING))
    unfound = later(day, "mistake.unfound")
    assert (unfound.amount, unfound.once) == (-100_000, True)


def test_a_next_step_is_no_decision_to_find_a_mistake_in() -> None:
    full, none = SUBSIDY.outcomes
    kind = replace(SUBSIDY, outcomes=(full, replace(none, pending=True)))
    assert later_kinds(answered(a_day(kind, conduct=SAYS_NOTHING))) == []


def test_a_bill_is_worked_out_again_of_one_too_who_cannot_open_the_letter() -> None:
    day = stepped(24_310, 29_310)
    unread = answered_by_post_to_nobody(24_310, 29_310)
    assert later(day, "payment.recalculated").amount == -5_000
    assert later(unread, "payment.recalculated").amount == -5_000


def answered_by_post_to_nobody(december: int, since: int) -> Day:
    kind = replace(STEPS, follows=Follows(much=(AGAIN,)))
    town = a_town(citizen(AMINA, digital="none"), december=december, since=since)
    day = a_day(kind, town=town, amounts=AMOUNTS, conduct=SAYS_NOTHING)
    return after(answered(day), Release(CASE))


def test_an_appeal_that_comes_after_the_bill_does_not_undo_it() -> None:
    """The bill is corrected in five weeks, and the appeal is decided in months."""
    always = replace(SAYS_NOTHING, complains=100)
    kind = replace(STEPS, follows=Follows(little=(AGAIN,)))
    for seed in range(1, 20):
        town = a_town(december=29_310, since=24_310)
        day = a_day(kind, town=town, amounts=AMOUNTS, conduct=always, seed=seed)
        kinds = later_kinds(after(answered(day), Release(CASE)))
        if "appeal.decided" in kinds:
            assert "payment.recalculated" in kinds


def test_a_request_that_is_never_met_keeps_nothing_from_coming_after() -> None:
    never = replace(PAYSLIP, fails=Fails(never=100))
    kind = replace(STEPS, follows=Follows(much=(AGAIN,)))
    town = a_town(december=19_310, since=25_310)
    day = a_day(
        kind, town=town, amounts=AMOUNTS, conduct=SAYS_NOTHING, documents={"payslip": never}
    )
    day = after(answered(after(day, AskForDocument(CASE, "payslip"))), Release(CASE))
    assert day.cases[CASE].requests[0].open
    assert "payment.recalculated" in later_kinds(day)


def test_of_a_case_taken_up_again_and_left_open_the_next_bill_still_finds_it() -> None:
    day = after(stepped(24_310, 29_310), Reopen(CASE, "fault"))
    assert later(day, "payment.recalculated").amount == -5_000
