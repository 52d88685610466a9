"""What contradicts what automation took makes the case fall out to a person."""

import pytest

from simulator.casework.actions.day import AcceptPrebrief, Wait
from simulator.casework.actions.documents.receiving import OpenDocument
from simulator.casework.actions.documents.requesting import AskForDocument
from simulator.casework.actions.finding import FactsFilled, SettleFacts
from simulator.casework.actions.hearing import SkipHearing
from simulator.casework.actions.inbox import OpenCase, PostponeCase
from simulator.casework.actions.levels import SetLevel
from simulator.casework.actions.suggesting import Follow
from simulator.casework.actions.telephone import Ask, Call, HangUp
from simulator.casework.case_types import FUNCTIONS
from simulator.casework.day import Day
from simulator.casework.families import decide, unfold
from simulator.casework.seeing import see
from simulator.casework.telling import tell
from simulator.core.facts import Certainty
from simulator.scenario.words import teller
from tests.casework.small import (
    AMINA,
    CASE,
    INCOME,
    PAPERS,
    a_day,
    a_town,
    after,
    citizen,
    happened,
    of_kind,
)

ALL_FOUR = dict.fromkeys(FUNCTIONS, 4)


def heard_day(certainty: Certainty = "sure", since: int = 18_200) -> Day:
    """A day at level 4 whose only case waits for the answer to a hearing."""
    town = a_town(citizen(AMINA, knows={INCOME: certainty}), since=since)
    return after(a_day(levels=ALL_FOUR, fresh=True, town=town), AcceptPrebrief())


@pytest.mark.parametrize("certainty", ["sure", "roughly"])
def test_an_answer_that_says_something_else_makes_the_case_fall_out(certainty: Certainty) -> None:
    run = unfold(heard_day(certainty), Wait(60))
    (reply,), (fell,) = (of_kind(run.events, kind) for kind in ("reply.arrived", "case.fell_out"))
    assert (fell.paths, fell.because, fell.by) == ((INCOME,), (reply.seq,), "automation")  # type: ignore[attr-defined]
    assert not run.day.cases[CASE].decision


def test_an_answer_that_agrees_or_knows_nothing_lets_automation_go_on() -> None:
    for day in (heard_day(since=24_310), heard_day("unknown"), heard_day("roughly", 24_400)):
        run = unfold(day, Wait(60))
        assert not of_kind(run.events, "case.fell_out")
        assert run.day.cases[CASE].decision


def test_the_case_lies_with_a_person_and_says_why() -> None:
    day = after(heard_day(), Wait(60))
    (item,) = see(day).inbox
    assert item.state == "new"
    assert item.cue
    assert (
        teller("en")(item.cue)
        == "Fallen out: something that has come in says something else about income."
    )


def test_a_person_settles_the_facts_and_nothing_more_is_done_by_automation_alone() -> None:
    day = after(heard_day(), Wait(60), OpenCase(CASE), SettleFacts(CASE, {INCOME: "citizen"}))
    day = after(day, SkipHearing(CASE))
    assert not day.cases[CASE].decision
    assert day.cases[CASE].suggestion
    decided = after(day, Follow(CASE))
    assert decided.cases[CASE].decided_by == "suggestion"
    assert decided.cases[CASE].letter is None


def test_what_a_person_has_settled_on_is_not_taken_from_them() -> None:
    day = after(heard_day(), Wait(60), OpenCase(CASE), SettleFacts(CASE, {INCOME: "overblik"}))
    again = unfold(after(day, Call(CASE)), Ask(INCOME))
    assert not of_kind(again.events, "case.fell_out")
    assert [seen.source for seen in again.day.cases[CASE].basis] == ["overblik"]


def test_what_is_said_on_the_telephone_makes_it_fall_out_too() -> None:
    day = after(heard_day(), OpenCase(CASE), Call(CASE))
    assert "case.fell_out" in happened(day, Ask(INCOME))
    assert after(day, Ask(INCOME), HangUp()).cases[CASE].fell_out == (INCOME,)


def test_a_document_makes_it_fall_out_too() -> None:
    day = a_day(levels={"find": 4, "calculate": 3}, documents=PAPERS)
    day = after(day, AskForDocument(CASE, "payslip"), Wait(60))
    (received,) = day.cases[CASE].documents
    run = unfold(day, OpenDocument(CASE, received.number))
    (fell,) = of_kind(run.events, "case.fell_out")
    told = tell(run.day, fell)
    assert told
    assert teller("en")(told).startswith("Amina Holst's case has fallen out of the automation")


def test_once_it_is_decided_there_is_nothing_to_fall_out_of() -> None:
    day = a_day(levels=ALL_FOUR | {"write": 0}, stopped=False, documents=PAPERS)
    assert day.cases[CASE].decision
    assert "case.fell_out" not in happened(after(day, Call(CASE)), Ask(INCOME))


# Picking, and saying so -------------------------------------------------------------------------


def test_where_sources_differ_automation_takes_the_system_and_says_so() -> None:
    sure = a_town(citizen(AMINA, knows={INCOME: "sure"}))
    asked = after(a_day(town=sure), Call(CASE), Ask(INCOME), HangUp(), PostponeCase(CASE))
    day = after(asked, SetLevel("subsidy", "find", 3, "for now"))
    (filled,) = [e for e in decide(day, OpenCase(CASE)) if isinstance(e, FactsFilled)]
    assert [seen.source for seen in filled.fields] == ["overblik"]
    assert [seen.source for seen in filled.left] == ["citizen"]
    told = tell(after(day, OpenCase(CASE)), filled)
    assert told
    assert teller("en")(told) == (
        "The system has fetched 1 fact about Amina Holst. income: DKK 24,310 from Overblik and not "
        "DKK 18,200 from the citizen, since a system comes before what somebody says."
    )
