"""What follows for people: the evening at home, and the weeks after, from the log and the truth.

Nothing here is a verdict on the student. It is what letters, silences and payments lead to, each
with its cause.
"""

from dataclasses import dataclass, field
from typing import Any

from simulator.casework.automation import values_of
from simulator.casework.causes import causes, true_answer, truth_of
from simulator.casework.day import Case, Day
from simulator.casework.events.after import (
    AppealSettled,
    CitizenGaveUp,
    ComplaintFiled,
    RepaymentClaimed,
    ThanksReceived,
)
from simulator.casework.events.base import Event
from simulator.casework.people import acts, impatience, line, reads_digital_post
from simulator.core.agenda import Cause
from simulator.core.draws import between

SCENES = 3


@dataclass(frozen=True)
class Scene:
    """One citizen's evening."""

    citizen: str
    case: str
    line: str
    because: tuple[Cause, ...]


@dataclass(frozen=True)
class Later:
    """Something that happens in the weeks after."""

    kind: type[Event]
    by: str
    case: str
    because: tuple[Cause, ...]
    data: dict[str, Any] = field(default_factory=dict)


def evening(day: Day) -> tuple[Scene, ...]:
    """Return at most three citizens at home, as different from each other as the day allows."""
    told: dict[str, Scene] = {}
    cases = [case for case in day.cases.values() if case.away != "set-aside"]
    for case in sorted(cases, key=lambda one: (_ORDER.index(situation(day, one)), one.seq)):
        where = situation(day, case)
        says = line(day, f"evening.{where}", case.party, case.id)
        because: tuple[Cause, ...] = (case.seq if case.letter is None else case.letter,)
        if says and where not in told and len(told) < SCENES:
            told[where] = Scene(case.party, case.id, says, because)
    return tuple(told.values())


_ORDER = ("unread", "adverse", "silence", "called", "granted")


def situation(day: Day, case: Case) -> str:
    """Return how the day left the party of a case.

    ``unread`` (a letter they cannot open), ``adverse``, ``granted``, ``called`` (nothing decided,
    but somebody spoke with them) or ``silence``.
    """
    if case.letter is None:
        return "called" if (case.party, "called") in day.contacts else "silence"
    if case.channel == "digital" and not reads_digital_post(day, case.party):
        return "unread"
    return "adverse" if _adverse(day, case) else "granted"


def _adverse(day: Day, case: Case) -> bool:
    return bool(case.decision and day.case_type(case).outcome(case.decision.outcome).adverse)


def aftermath(day: Day) -> tuple[Later, ...]:
    """Return what the weeks after bring, by day."""
    found = [
        later
        for case in day.cases.values()
        if case.away not in ("set-aside", "handed-over")
        for later in _of_case(day, case)
    ]
    return tuple(sorted(found, key=lambda later: (later.data["days"], later.case)))


def _of_case(day: Day, case: Case) -> list[Later]:
    conduct, who = day.opening.conduct, f"citizen:{case.party}"
    if situation(day, case) in ("silence", "unread"):
        if not acts(day, case, "gives_up", impatience(day, case.party, conduct.gives_up)):
            return []
        says = line(day, "give_up", case.party, case.id)
        seq = case.seq if case.letter is None else case.letter
        data = {"citizen": case.party, "line": says, "days": _days(day, case, "gives_up")}
        return [Later(CitizenGaveUp, who, case.id, (seq,), data)]
    if case.letter is None:
        return []
    why = causes(day, case, case.decision, case.basis)
    if _overpaid(day, case) > 0:
        data = {
            "citizen": case.party,
            "amount": _overpaid(day, case),
            "days": _days(day, case, "repayment"),
        }
        return [Later(RepaymentClaimed, "scenario", case.id, (case.letter, *why), data)]
    return _answer_to_letter(day, case, who, why)


def _answer_to_letter(day: Day, case: Case, who: str, why: tuple[str, ...]) -> list[Later]:
    conduct = day.opening.conduct
    assert case.letter is not None
    days = _days(day, case, "complains")
    if _adverse(day, case) and acts(
        day, case, "complains", impatience(day, case.party, conduct.complains)
    ):
        says = line(day, "complain", case.party, case.id)
        filed = {"citizen": case.party, "line": says, "days": days}
        settled = {"citizen": case.party, "changed": bool(why), "days": days + 7}
        return [
            Later(ComplaintFiled, who, case.id, (case.letter, *why), filed),
            Later(AppealSettled, "scenario", case.id, (case.letter, *why), settled),
        ]
    if not why and acts(day, case, "thanks", conduct.thanks):
        says = line(day, "thanks", case.party, case.id)
        thanked = {"citizen": case.party, "line": says, "days": days}
        return [Later(ThanksReceived, who, case.id, (case.letter,), thanked)]
    return []


def _overpaid(day: Day, case: Case) -> int:
    """Return how much more a month is paid than the truth gives, in øre."""
    answer = true_answer(day, case)
    if case.decision is None or not case.paid or answer is None:
        return 0
    rule = day.opening.rules[case.arrival.type]
    due = rule.pays(answer.outcome, lambda path: truth_of(day, case, path))
    return rule.pays(case.decision.outcome, values_of(case.basis)) - due


def _days(day: Day, case: Case, purpose: str) -> int:
    return between(3, 21, day.opening.seed, f"{purpose}.days", case.party, case.id)
