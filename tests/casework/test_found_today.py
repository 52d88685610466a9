"""What has been found today, who else was hit by it, and that they are told.

Given cases that have been answered, when something is found, then which of them rest on it.
"""

from dataclasses import replace
from typing import Any

from simulator.casework.actions.day import AcceptPrebrief, Wait
from simulator.casework.actions.finding import SettleFacts
from simulator.casework.actions.inbox import OpenCase, PostponeCase
from simulator.casework.actions.levels import SetLevel
from simulator.casework.actions.looking.reading import Trace
from simulator.casework.actions.reopening import FindOthers, TellOfFault
from simulator.casework.actions.repairing import CorrectHere, NoteConflict, ReportError
from simulator.casework.actions.suggesting import Reject
from simulator.casework.actions.telephone import Ask, Call, HangUp
from simulator.casework.case_types import Answer
from simulator.casework.day import Day
from simulator.casework.families import decide
from simulator.casework.found_today import known_faults
from simulator.casework.seeing import see
from simulator.casework.telling import tell
from simulator.scenario.words import teller
from tests.casework.answered import (
    FAULT,
    IN_REGISTER,
    MENDED,
    OTHER,
    OVERVIEW,
    RECKON,
    SAFE,
    SETTLE,
    SKIP,
    WHOLE,
    answered,
    repaired,
    three_cases,
)
from tests.casework.small import (
    AMINA,
    BODIL,
    CASE,
    INCOME,
    WEIGHED,
    a_day,
    a_town,
    after,
    citizen,
    of_kind,
    refusal,
)

# Who else was hit ---------------------------------------------------------------------------------


def others(day: Day, fault: str) -> Any:
    (listed,) = of_kind(decide(day, FindOthers(fault)), "others.listed")
    return listed


ARROW = "integration:eindkomst->overblik"


def test_those_are_listed_whose_answers_rested_on_what_a_repaired_copy_had_brought() -> None:
    assert others(repaired(three_cases()), ARROW).cases == (CASE, OTHER)


def test_nobody_is_listed_where_none_did() -> None:
    nobody = after(a_day(), IN_REGISTER, SETTLE, SKIP, RECKON, WHOLE)
    listed = others(repaired(nobody), ARROW)
    assert listed.cases == ()
    phrase = tell(repaired(nobody), listed)
    assert phrase
    assert "No decided cases rested on the copy from eIndkomst to Overblik." in teller("en")(phrase)


def test_what_nobody_has_found_today_has_hit_nobody_that_is_known() -> None:
    day = three_cases()
    assert see(day).offer("find_others") is None
    assert see(day).offer("tell_of_fault") is None
    assert refusal(day, FindOthers(ARROW)) == "no-such-fault"
    assert refusal(day, TellOfFault(ARROW, OTHER)) == "no-such-fault"


# What is found follows from what the acts have shown ----------------------------------------------


DIFFER = NoteConflict(CASE, INCOME, ("overblik", "eindkomst"))


def test_a_copy_pointed_out_as_differing_is_found_and_so_is_one_reported_to_its_owner() -> None:
    looked = after(a_day(), OVERVIEW, IN_REGISTER)
    assert known_faults(looked) == ()
    assert known_faults(after(looked, DIFFER)) == (ARROW,)
    assert known_faults(after(looked, ReportError(CASE, "overblik", INCOME))) == (ARROW,)


def test_what_is_reported_to_its_system_rests_on_no_copy() -> None:
    day = after(a_day(), IN_REGISTER, ReportError(CASE, "eindkomst", INCOME))
    assert known_faults(day) == ()


def test_two_sources_that_do_not_hold_tell_no_more_than_two_that_do() -> None:
    """Which of them is wrong is not for the desk to know."""
    for wages in ({}, {"december": 18_200, "since": 24_310}):
        day = after(a_day(town=a_town(**wages)), OVERVIEW, IN_REGISTER, DIFFER)
        assert known_faults(day) == (ARROW,)


def test_a_value_typed_in_by_hand_was_brought_by_no_copy_once_its_route_is_known() -> None:
    typed = CorrectHere(CASE, "overblik", INCOME, 1_900_000)
    day = after(a_day(), OVERVIEW, typed, OVERVIEW, IN_REGISTER, DIFFER)
    assert known_faults(day) == (ARROW,)
    assert known_faults(after(day, Trace(CASE, INCOME, "overblik"))) == ()


SCALED = replace(
    WEIGHED, outcomes=(replace(WEIGHED.outcomes[0], scale="year < 0"), WEIGHED.outcomes[1])
)


def test_a_scale_is_met_where_the_system_weighed_by_it_and_those_it_weighed_are_listed() -> None:
    day = a_day(SCALED, dict.fromkeys(SCALED.order, 4), stopped=False, fresh=True)
    day = after(day, AcceptPrebrief(), Wait(120))
    assert day.cases[CASE].decision == Answer("none")
    assert others(day, "scale:weighed").cases == (CASE,)


def test_it_is_not_met_where_automation_only_lists_and_is_where_it_suggests() -> None:
    listed, suggested = (a_day(SCALED, {"weigh": level}, stopped=False) for level in (1, 3))
    assert known_faults(after(listed, OVERVIEW, SETTLE, SKIP, RECKON)) == ()
    day = after(suggested, OVERVIEW, SETTLE, SKIP, RECKON, Reject(CASE))
    assert known_faults(day) == ()  # one's own result is held right before the scale
    left = after(a_day(SCALED, {"calculate": 4, "weigh": 3}, stopped=False), OVERVIEW, SETTLE, SKIP)
    assert known_faults(left) == ("scale:weighed",)


def test_what_has_been_found_stays_found_when_its_case_is_taken_up_again() -> None:
    day = a_day(SCALED, dict.fromkeys(SCALED.order, 4), stopped=False, fresh=True)
    day = after(day, AcceptPrebrief(), Wait(120), FAULT)
    assert known_faults(day) == ("scale:weighed",)


def picking(level: int) -> Day:
    """A day on which automation finds a case's facts after its party has said something else."""
    sure = a_town(citizen(AMINA, knows={INCOME: "sure"}))
    asked = after(a_day(town=sure), Call(CASE), Ask(INCOME), HangUp(), PostponeCase(CASE))
    return after(asked, SetLevel("subsidy", "find", level, "for now"), OpenCase(CASE))


def test_the_order_is_found_where_automation_picked_over_what_somebody_had_said() -> None:
    assert known_faults(picking(2)) == ()
    day = picking(3)
    assert known_faults(day) == ("order:subsidy",)
    built_so = after(day, SETTLE, SKIP, RECKON, WHOLE)
    assert others(built_so, "order:subsidy").cases == (CASE,)
    said = SettleFacts(CASE, {INCOME: "citizen"})
    assert others(after(day, said, SKIP, RECKON, WHOLE), "order:subsidy").cases == ()


# One who was hit is told --------------------------------------------------------------------------


TOLD = TellOfFault(ARROW, OTHER)


def test_one_who_was_hit_is_told_in_writing_of_what_and_the_mistake_is_owned() -> None:
    day = repaired(three_cases())
    (written,) = of_kind(decide(day, TOLD), "citizen.told_of_fault")
    assert (written.citizen, written.channel, written.fault) == (BODIL, "digital", ARROW)  # type: ignore[attr-defined]
    assert (BODIL, "owned") in after(day, TOLD).contacts
    phrase = tell(day, written)
    assert phrase
    assert "rested on the copy from eIndkomst to Overblik" in teller("en")(phrase)


def test_nobody_is_told_whose_case_did_not_rest_on_it_or_of_the_same_twice() -> None:
    day = repaired(three_cases())
    assert refusal(day, TellOfFault(ARROW, SAFE)) == "not-hit"
    assert refusal(after(day, TOLD), TOLD) == "told-of-it"
    assert refusal(day, TellOfFault(ARROW, "S-999")) == "nothing-to-reopen"


def test_the_form_asks_what_and_then_which_of_those_it_hit() -> None:
    day = repaired(three_cases())

    def asked(day: Day) -> list[str]:
        offer = see(day).offer("tell_of_fault")
        assert offer
        what, hit = offer.blanks
        assert [option.value for option in what.options] == [ARROW]
        assert not hit.asked({})
        assert hit.asked({"fault": ARROW})
        made = offer.make({"fault": ARROW, hit.name: OTHER})
        assert made == TOLD
        return [option.value for option in hit.options]

    assert asked(day) == [CASE, OTHER]
    assert asked(after(day, TellOfFault(ARROW, CASE))) == [OTHER]
    assert see(after(day, TellOfFault(ARROW, CASE), TOLD)).offer("tell_of_fault") is None


def test_a_case_that_was_decided_anew_on_something_else_did_not_rest_on_it() -> None:
    day = after(repaired(three_cases()), *MENDED)
    assert refusal(day, TellOfFault(ARROW, CASE)) == "not-hit"


def test_a_letter_they_cannot_open_owns_nothing() -> None:
    day = repaired(answered(a_day(party=BODIL)))
    assert (BODIL, "owned") not in after(day, TellOfFault(ARROW, CASE)).contacts
