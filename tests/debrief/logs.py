"""Logs written by hand: a day is opened, and things happen in it one after another.

The day is that of ``tests.casework.small``: Amina's income is 18.200 in the register, and 24.310 in
the overview, whose nightly copy stopped on 12 January.
"""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any, TypeVar

from simulator.casework.actions.arriving import CaseArrived
from simulator.casework.actions.day import DayEnded
from simulator.casework.actions.deciding import DecisionMade, SuggestionShown
from simulator.casework.actions.inbox import CaseOpened
from simulator.casework.actions.looking.pages import RecordOpened
from simulator.casework.actions.suggesting import SuggestionFollowed
from simulator.casework.actions.writing import LetterSent
from simulator.casework.case_types import Answer
from simulator.casework.events import Event
from simulator.casework.families import opened
from simulator.casework.letters import PARTS
from simulator.casework.opening import Arrival, Opening
from simulator.casework.sights import Seen
from simulator.debrief.debrief import Debrief, debrief
from simulator.debrief.statements import Silence, Speaks, Statement
from simulator.landscape.integrations import Carry
from simulator.town.town import Town
from tests.casework.small import AMINA, BODIL, CASE, INCOME, WEIGHED, a_town, an_opening, moment_on

E = TypeVar("E", bound=Event)

OTHER = "S-102"
OLD, NEW = 24_310_00, 18_200_00
ANSWER, FULL = Answer("none"), Answer("full")
PAPER = tuple((part, "template") for part in PARTS)


def income(source: str = "overblik", state: str = "shown", subject: str = AMINA) -> Seen:
    """What a source shows of an income: the overview December's, all others January's."""
    if state != "shown":
        return Seen(INCOME, subject, source, state)
    if source == "overblik":
        return Seen(INCOME, subject, source, state, OLD, moment_on("2025-12-30"))
    return Seen(INCOME, subject, source, state, NEW, moment_on("2026-01-30"))


def an_opening_with_two(**changed: object) -> Opening:
    arrivals = (
        Arrival(CASE, WEIGHED.id, AMINA, 480, "self-service", "says.amina"),
        Arrival(OTHER, WEIGHED.id, BODIL, 485, "letter", needs=("other-channel",)),
    )
    return an_opening(WEIGHED, **{"arrivals": arrivals, **changed})  # type: ignore[arg-type]


def ended(events: Sequence[Event]) -> list[Event]:
    """A log in which the day is over: of one that is not, nothing of the truth is told."""
    if any(isinstance(event, DayEnded) for event in events):
        return list(events)
    seq, minute = events[-1].seq + 1, events[-1].minute
    return [*events, DayEnded(seq=seq, minute=minute, by="scenario")]


class Log:
    """A log being written; every method lets something happen and gives its number."""

    def __init__(self, opening: Opening | None = None, town: Town | None = None) -> None:
        self.opening = opening or an_opening_with_two()
        self.town = town or a_town()
        self.events: list[Event] = list(opened(self.opening, self.town))
        self.minute = self.opening.opens

    def happens(self, kind: type[E], **data: Any) -> int:
        seq = len(self.events)
        case = data.pop("case", CASE)
        self.events.append(kind(seq=seq, minute=self.minute, case=case, **data))
        self.minute += data.get("minutes", 0)
        return seq

    def arrives(self, case: str = CASE, party: str = AMINA) -> int:
        self.happens(
            CaseArrived,
            case=case,
            by=f"citizen:{party}",
            case_type=WEIGHED.id,
            party=party,
            channel="self-service",
        )
        return self.happens(CaseOpened, case=case)

    def suggests(self, *basis: Seen, case: str = CASE, **more: Any) -> int:
        basis = basis or (income(),)
        data = {"function": "calculate", "level": 3, "answer": ANSWER, "basis": basis}
        return self.happens(SuggestionShown, case=case, by="automation", **{**data, **more})

    def follows(self, case: str = CASE, function: str = "calculate") -> int:
        return self.happens(SuggestionFollowed, case=case, function=function, answer=ANSWER)

    def looks(self, *fields: Seen, case: str = CASE, system: str = "") -> int:
        return self.happens(
            RecordOpened,
            case=case,
            system=system or fields[0].source,
            page="p",
            subject=fields[0].subject,
            fields=fields,
            minutes=3,
        )

    def decides(self, *relied_on: Seen, case: str = CASE, **more: Any) -> int:
        data = {"function": "weigh", "answer": ANSWER, "relied_on": relied_on or (income(),)}
        return self.happens(DecisionMade, case=case, minutes=4, **{**data, **more})

    def writes(self, case: str = CASE, **more: Any) -> int:
        data = {"channel": "digital", "parts": PAPER, "facts": (), "answer": ANSWER}
        return self.happens(LetterSent, case=case, minutes=5, **{**data, **more})

    def debrief(self, *, over: bool = True, **speaks: Speaks) -> Debrief:
        """The debrief of the day, which is over unless it is not to be."""
        events = ended(self.events) if over else self.events
        if speaks:
            return debrief(self.town, events, speaks)
        return debrief(self.town, events)

    def say(self, speak: Speaks) -> list[Statement] | Silence:
        return speak(self.debrief().evidence)


def with_two_facts() -> Opening:
    """An opening with facts more, without an age limit: the children, copied, and the partner."""
    opening = an_opening_with_two()
    (arrow,) = opening.landscape.integrations
    carries = {**arrow.carries, "family.children": Carry("family.children")}
    landscape = replace(opening.landscape, integrations=(replace(arrow, carries=carries),))
    opening = replace(opening, landscape=landscape)
    income = opening.facts[INCOME]
    kids = replace(income, id="family.children", type="count", ask_again_days=None)
    partner = replace(kids, id="family.partner", type="person", relation="partner")
    return replace(opening, facts={**opening.facts, kids.id: kids, partner.id: partner})


def children(source: str = "overblik") -> Seen:
    return Seen("family.children", AMINA, source, "shown", 2, moment_on("2020-05-01"))


def with_pending() -> Log:
    """A log of a case type whose answer against the citizen only puts the matter off."""
    outcomes = tuple(replace(one, pending=one.adverse) for one in WEIGHED.outcomes)
    kind = replace(WEIGHED, outcomes=outcomes)
    log = Log(an_opening_with_two(case_types={kind.id: kind}))
    log.arrives()
    return log


def said(log: Log, speak: Speaks) -> Statement:
    """The one statement a rule makes of a log."""
    found = log.say(speak)
    assert isinstance(found, list), found
    (one,) = found
    return one


def counted(log: Log, speak: Speaks, names: str) -> tuple[object, ...]:
    """Some of the counts of the one statement a rule makes, by their names."""
    one = said(log, speak)
    return tuple(one.arguments[name] for name in names.split())


def silent(log: Log, speak: Speaks) -> str:
    """Why a rule makes no statement of a log."""
    found = log.say(speak)
    assert isinstance(found, Silence), found
    return found.reason
