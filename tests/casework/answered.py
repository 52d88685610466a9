"""Cases that have been answered, and what came after, to read examples in."""

from dataclasses import replace
from typing import Any

from simulator.casework.actions.day import AcceptPrebrief, GoHome, Wait
from simulator.casework.actions.deciding import Calculate, Decide
from simulator.casework.actions.finding import SettleFacts
from simulator.casework.actions.hearing import SkipHearing
from simulator.casework.actions.inbox import OpenCase
from simulator.casework.actions.looking.pages import LookUp
from simulator.casework.actions.reopening import Reopen
from simulator.casework.actions.tickets import WriteTicket
from simulator.casework.actions.writing import SendLetter
from simulator.casework.case_types import Outcome
from simulator.casework.commands import Command
from simulator.casework.day import Day
from simulator.casework.events import Event
from simulator.casework.families import decide
from simulator.casework.letters import PARTS
from simulator.casework.opening import Arrival
from simulator.core.causes import Cause
from simulator.landscape.integrations import Carry, Integration, Stop
from simulator.landscape.systems import Landscape
from simulator.town.town import Town
from tests.casework.small import (
    AMINA,
    BODIL,
    CASE,
    CONDUCT,
    INCOME,
    SUBSIDY,
    SYSTEMS,
    a_day,
    a_town,
    after,
    citizen,
    moment_on,
    month,
    text,
)

OVERVIEW = LookUp(CASE, "overblik", "citizen")
IN_REGISTER = LookUp(CASE, "eindkomst", "income", "the Act")
SETTLE, SKIP = SettleFacts(CASE), SkipHearing(CASE)
RECKON = Calculate(CASE, "reckon")
WHOLE = SendLetter(CASE, dict.fromkeys(PARTS, "template"))
"""A letter with all its parts."""
FAULT, NEW_FACTS = Reopen(CASE, "fault"), Reopen(CASE, "new-facts")
REGISTER = SettleFacts(CASE, {INCOME: "eindkomst"})
MENDED = (FAULT, IN_REGISTER, REGISTER, SKIP, RECKON, WHOLE)
"""Taking it up again, deciding it by what the register shows, and writing that."""
SAYS_NOTHING = replace(CONDUCT, complains=0, thanks=0)
OVER = {"december": 24_310, "since": 24_310}
"""Wages that are over the limit in truth."""

STEPS = replace(
    SUBSIDY,
    outcomes=(
        Outcome("full", text("full"), when="year <= limit", figure="100", pays="fee"),
        Outcome(
            "part",
            text("part"),
            adverse=True,
            figure="100 - (year - limit) // step",
            pays="fee * (100 - (year - limit) // step) // 100",
        ),
    ),
)
"""A subsidy that falls by one per cent for every step of income over the limit."""


def letter_without(*parts: str) -> SendLetter:
    return SendLetter(CASE, {part: "template" for part in PARTS if part not in parts})


def answered(
    day: Day, *before: Command, answer: Command = RECKON, letter: SendLetter = WHOLE
) -> Day:
    """The day with its case decided by what the overview shows, unheard, and the letter sent."""
    return after(day, *before, OVERVIEW, SETTLE, SKIP, answer, letter)


def weighed(day: Day, outcome: str, *considerations: str, letter: SendLetter = WHOLE) -> Day:
    """The same of a case that is weighed."""
    return after(day, OVERVIEW, SETTLE, SKIP, RECKON, Decide(CASE, outcome, considerations), letter)


def log_after(day: Day) -> tuple[Event, ...]:
    return decide(day, GoHome())


def later_kinds(day: Day) -> list[str]:
    """The kinds of what the weeks and months after bring."""
    return [event.kind for event in log_after(day) if getattr(event, "days", 0)]


def later(day: Day, kind: str) -> Any:
    """The one event of a kind that comes in the weeks and months after."""
    (event,) = (event for event in log_after(day) if event.kind == kind)
    return event


def causes(log: tuple[Event, ...], event: Event) -> set[Cause]:
    """The causes of an event, and theirs, and so on."""
    by_number = {known.seq: known for known in log}
    met, waiting = set[Cause](), list(event.because)
    while waiting:
        cause = waiting.pop()
        if cause not in met:
            met.add(cause)
            known = by_number.get(cause) if isinstance(cause, int) else None
            waiting.extend(known.because if known else ())
    return met


def stopped_until(day: str) -> Landscape:
    """A landscape in which the overview's copy stops on 12 January, and runs again from a day."""
    stop = Stop(moment_on("2026-01-12", "00:00"), moment_on(day, "00:00"))
    copy = Integration("eindkomst", "overblik", {INCOME: Carry(INCOME)}, stops=(stop,))
    return Landscape(SYSTEMS, (copy,))


def never_reported(**person: Any) -> Town:
    """A town where January's wages reach no register in the months that are told of."""
    december = month(24_310, "2025-12-01", "2026-01-01", "2025-12-30")
    january = month(18_200, "2026-01-01", "2026-02-01", "2027-01-30")
    town = a_town(citizen(AMINA, **person))
    return replace(town, spells={(INCOME, AMINA): (december, january)})


OTHER, SAFE = "S-102", "S-103"


def three_cases(**more: Any) -> Day:
    """A day on which three have been answered: two by the overview, one by the register itself."""
    town = a_town(citizen(AMINA), citizen(BODIL), citizen("carla"))
    arrivals = (
        Arrival(CASE, SUBSIDY.id, AMINA, 480, "self-service"),
        Arrival(OTHER, SUBSIDY.id, BODIL, 480, "self-service"),
        Arrival(SAFE, SUBSIDY.id, "carla", 480, "self-service"),
    )
    day = after(a_day(arrivals=arrivals, town=town, fresh=True, **more), AcceptPrebrief())
    for case in (CASE, OTHER, SAFE):
        page = ("eindkomst", "income", "the Act") if case == SAFE else ("overblik", "citizen")
        letter = SendLetter(case, dict.fromkeys(PARTS, "template"))
        steps = (SettleFacts(case), SkipHearing(case), Calculate(case, "reckon"), letter)
        day = after(day, OpenCase(case), LookUp(case, *page), *steps)
    return day


def repaired(day: Day) -> Day:
    """The day once IT has set the copy going again."""
    return after(day, WriteTicket("overblik", "error", source="eindkomst"), Wait(60), Wait(60))
