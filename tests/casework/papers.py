"""Days on which a payslip is asked for, and what is done about it, to read examples in."""

from dataclasses import replace
from typing import Any

from simulator.casework.actions.day import Wait
from simulator.casework.actions.deciding import Calculate
from simulator.casework.actions.documents.receiving import (
    DocumentArrived,
    OpenDocument,
)
from simulator.casework.actions.documents.requesting import (
    AskForDocument,
    GoWithoutDocument,
    RemindOfDocument,
)
from simulator.casework.actions.finding import SettleFacts
from simulator.casework.actions.hearing import SkipHearing
from simulator.casework.actions.looking.pages import LookUp
from simulator.casework.day import Day
from simulator.casework.documents import AskedBefore, DocumentKind, Fails, Request
from simulator.casework.families import unfold
from simulator.casework.letter_text import LetterText
from simulator.casework.letters import Sentence
from simulator.casework.opening import Arrival
from simulator.scenario.words import teller
from tests.casework.small import (
    AMINA,
    CASE,
    CONDUCT,
    DAY,
    PAPERS,
    PAYSLIP,
    SUBSIDY,
    a_day,
    after,
    text,
)

ASK = AskForDocument(CASE, "payslip")
REMIND = RemindOfDocument(CASE, "payslip")
WITHOUT = GoWithoutDocument(CASE, "payslip")
OVERVIEW = LookUp(CASE, "overblik", "citizen")
HOUR = Wait(60)
REFUSE, GRANT = Calculate(CASE, "reckon"), Calculate(CASE, "full")
YES = replace(CONDUCT, consents=1_000)
NO = replace(CONDUCT, consents=0)


def paper(**changed: Any) -> dict[str, DocumentKind]:
    return {"payslip": replace(PAYSLIP, **changed)}


NEVER = paper(fails=Fails(never=100))
UNHEARD = replace(SUBSIDY, needs=(replace(SUBSIDY.needs[0], hear=False),))
ALONE = dict.fromkeys(("find", "hear", "calculate", "write", "pay"), 4)
"""Levels at which a case is decided and answered by automation, if nothing is in the way."""
LISTING = replace(
    SUBSIDY,
    outcomes=tuple(
        replace(outcome, answer=(Sentence(text("You get {year}.")),))
        for outcome in SUBSIDY.outcomes
    ),
    letter={**SUBSIDY.letter, "facts": text("Facts:{facts}")},
)
"""A subsidy whose letter lists the facts."""


def a_paper_day(**more: Any) -> Day:
    return a_day(**{"documents": PAPERS, **more})


def came(day: Day) -> DocumentArrived:
    (arrived,) = [event for event in unfold(day, HOUR).events if isinstance(event, DocumentArrived)]
    return arrived


def opened(day: Day) -> Day:
    (received,) = day.cases[CASE].documents
    return after(day, OpenDocument(CASE, received.number))


def request(day: Day) -> Request:
    (only,) = day.cases[CASE].requests
    return only


def a_day_asked_before(*, notice: bool, answer_by: int, comes: int = 0, **more: Any) -> Day:
    asked = AskedBefore("payslip", DAY - 10, answer_by, notice, comes)
    comes_in = Arrival(CASE, SUBSIDY.id, AMINA, 480, "self-service", asked_before=(asked,))
    return a_day(**{"arrivals": (comes_in,), "documents": NEVER, **more})


def facts_in(day: Day) -> str:
    """What the letter of a decided case lists, in English."""
    case = day.cases[CASE]
    return teller("en")(LetterText(day, case, case.built_on).part("facts"))


def ready(day: Day, *before: Any) -> Day:
    """A day on which a payslip is asked for, and the sums would come out against the party."""
    return after(day, OVERVIEW, *before, SettleFacts(CASE), SkipHearing(CASE))
