"""What follows for people: the evening at home, and the weeks after, from the log and the truth.

Nothing here is a verdict on the student. It is what letters, silences and payments lead to, each
with its cause.
"""

from collections.abc import Container
from dataclasses import dataclass, field
from typing import Any

from simulator.casework.automation import values_of
from simulator.casework.causes import causes, stands, true_answer, truth_of
from simulator.casework.day import Case, Day
from simulator.casework.events.after import (
    AppealSettled,
    CitizenGaveUp,
    ComplaintFiled,
    RepaymentClaimed,
    ThanksReceived,
)
from simulator.casework.events.base import Event
from simulator.casework.letters import REASONS
from simulator.casework.people import citizen_line, does, draw_key, impatience, reached
from simulator.core.agenda import Cause
from simulator.core.clock import MINUTES_A_DAY
from simulator.core.draws import between

SCENES = 3
MORNING = 10 * 60
SOON, LATER = (1, 3), (3, 21)
"""Days from a letter, or from the day played, to thanks and to anything else."""


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

    @property
    def minute(self) -> int:
        """When it happens: in the morning, that many days after the day played."""
        return int(self.data["days"]) * MINUTES_A_DAY + MORNING


def evening(day: Day) -> tuple[Scene, ...]:
    """Return at most three citizens at home, as different from each other as the day allows.

    Of those a day has left alike, whoever has a line of their own is heard.
    """
    told: dict[str, Scene] = {}
    own = {one.id for one in day.opening.lines if one.person}
    found = []
    for case in day.cases.values():
        if case.away not in ("set-aside", "withdrawn"):
            where = situation(day, case)
            says = citizen_line(day, f"evening.{where}", case.party, case.id)
            found.append((_ORDER.index(where), says not in own, case.seq, where, says, case))
    for *_, where, says, case in sorted(found, key=lambda one: one[:3]):
        because: tuple[Cause, ...] = (case.seq if case.letter is None else case.letter,)
        if says and where not in told and len(told) < SCENES:
            said = {scene.line for scene in told.values()}
            says = citizen_line(day, f"evening.{where}", case.party, case.id, besides=said)
            told[where] = Scene(case.party, case.id, says, because)
    return tuple(told.values())


_ORDER = (
    "unread",
    "let-down",
    "adverse.wrong",
    "adverse.reasoned",
    "adverse",
    "left",
    "silence",
    "rang-out",
    "asked",
    "invited",
    "called",
    "granted",
)
"""How a day can leave somebody, those first whom an evening should not pass over."""


_CONTACTS = ("let-down", "called", "left", "rang-out", "asked")
"""What can have passed with somebody who has no letter, what weighs most first."""


def situation(day: Day, case: Case) -> str:
    """Return how the day left the party of a case.

    With a letter: ``unread`` (one they cannot open), ``adverse.wrong`` (refused on facts that do
    not hold of them), ``adverse.reasoned`` (refused with reasons), ``adverse`` or ``granted``.
    Without one: ``let-down`` (a promise was not kept), ``called`` (somebody spoke with them),
    ``invited`` (a meeting is still to come), ``left`` (they stood at the counter in vain),
    ``rang-out`` (they rang in vain), ``asked`` (in a hearing) or ``silence``.
    """
    if case.letter is None:
        had = [what for what in _CONTACTS if (case.party, what) in day.contacts]
        to_come = day.agenda.holds("visit", case.id)
        if to_come and had[:1] not in (["let-down"], ["called"]):
            return "invited"
        return had[0] if had else "silence"
    if not reached(day, case.party, case.channel):
        return "unread"
    if not _adverse(day, case):
        return "granted"
    parts = dict(case.composed)
    if parts.get("facts") != "absent" and not _holds(day, case):
        return "adverse.wrong"
    return "adverse.reasoned" if _reasoned(case) else "adverse"


def _holds(day: Day, case: Case) -> bool:
    """Say whether everything a case was decided on is true of its party."""
    return all(one.value == truth_of(day, case, one.path) for one in case.basis)


def _adverse(day: Day, case: Case) -> bool:
    outcome = day.outcome(case)
    return bool(outcome and outcome.adverse)


def aftermath(day: Day) -> tuple[Later, ...]:
    """Return what the weeks after bring, by day; nothing of a case that waits for its party.

    No two people say the same while something else fits.
    """
    heard = {item.subject for item in day.agenda if item.what in ("hearing-over", "visit")}
    laters: list[Later] = []
    lines: set[str] = set()
    for case in day.cases.values():
        if case.away not in ("set-aside", "handed-over", "withdrawn") and case.id not in heard:
            of_case = _of_case(day, case, lines)
            lines.update(str(later.data.get("line", "")) for later in of_case)
            laters += of_case
    return tuple(sorted(laters, key=lambda later: (later.data["days"], later.case)))


UNANSWERED = frozenset({"silence", "unread", "left", "rang-out", "let-down"})


def _of_case(day: Day, case: Case, said: Container[str]) -> list[Later]:
    where = situation(day, case)
    if where in UNANSWERED:
        return _giving_up(day, case, said)
    if case.letter is None:
        return []
    return [*_answer_to_letter(day, case, said), *_repayment(day, case)]


def _repayment(day: Day, case: Case) -> list[Later]:
    if _overpaid(day, case) <= 0:
        return []
    outcome = day.outcome(case)
    data = {
        "amount": _overpaid(day, case),
        "days": _days(day, case, "repayment"),
        "once": bool(outcome and outcome.once),
    }
    return [_later(RepaymentClaimed, "scenario", case, _causes(day, case), **data)]


def _giving_up(day: Day, case: Case, said: Container[str]) -> list[Later]:
    chance = impatience(day, case.party, day.opening.conduct.gives_up)
    if not does(day, case, "gives_up", chance):
        return []
    says = citizen_line(day, "give_up", case.party, case.id, besides=said)
    data = {"line": says, "days": _days(day, case, "gives_up")}
    return [_later(CitizenGaveUp, f"citizen:{case.party}", case, (), **data)]


def _answer_to_letter(day: Day, case: Case, said: Container[str]) -> list[Later]:
    conduct, who = day.opening.conduct, f"citizen:{case.party}"
    why, days = _causes(day, case), _days(day, case, "complains")
    complains = impatience(day, case.party, conduct.complains)
    if _adverse(day, case) and does(day, case, "complains", complains):
        says = citizen_line(day, "complain", case.party, case.id, besides=said)
        settled = {"changed": bool(why), "days": days + 7}
        return [
            _later(ComplaintFiled, who, case, why, line=says, days=days),
            _later(AppealSettled, "scenario", case, why, **settled),
        ]
    if does(day, case, "thanks", _chance_of_thanks(day, case)):
        says = citizen_line(day, "thanks", case.party, case.id, besides=said)
        soon = _days(day, case, "thanks", SOON)
        return [_later(ThanksReceived, who, case, (), line=says, days=soon)]
    return []


def _chance_of_thanks(day: Day, case: Case) -> int:
    """Return how likely thanks are: by how somebody was met, never by whether they got it right.

    A third for an answer they can read, a third for its reasons, a third for having been spoken
    with.
    """
    met = (True, _reasoned(case), (case.party, "called") in day.contacts)
    return day.opening.conduct.thanks * sum(met) // len(met)


def _reasoned(case: Case) -> bool:
    parts = dict(case.composed)
    return all(parts.get(part) != "absent" for part in REASONS)


def _later(kind: type[Event], by: str, case: Case, why: tuple[Cause, ...], **data: object) -> Later:
    """Return what happens to the party of a case because of its letter, or of its waiting."""
    seq = case.seq if case.letter is None else case.letter
    return Later(kind, by, case.id, (seq, *why), {"citizen": case.party, **data})


def _causes(day: Day, case: Case) -> tuple[Cause, ...]:
    """Return what made a decision part from the one the truth gives: nothing if it does not.

    A person who decided otherwise than the facts they had would give is the cause themselves.
    """
    found = day.opening.rules[case.arrival.type].answer(values_of(case.basis))
    if case.decided_by == "person" and case.decided_at is not None and case.decision != found:
        return () if stands(day, case, case.decision) else (case.decided_at,)
    return causes(day, case, case.decision, case.basis)


def _overpaid(day: Day, case: Case) -> int:
    """Return how much more is paid than the truth gives, in øre."""
    answer = true_answer(day, case)
    if case.decision is None or not case.paid or answer is None:
        return 0
    if stands(day, case, case.decision):
        return 0
    rule = day.opening.rules[case.arrival.type]
    due = rule.pays(answer.outcome, lambda path: truth_of(day, case, path))
    return rule.pays(case.decision.outcome, values_of(case.basis)) - due


def _days(day: Day, case: Case, purpose: str, bounds: tuple[int, int] = LATER) -> int:
    """Return the day on which something follows from a letter, or from a case without one."""
    since = (case.letter_at or 0) // MINUTES_A_DAY
    return since + between(*bounds, day.opening.seed, f"{purpose}.days", *draw_key(day, case.id))
