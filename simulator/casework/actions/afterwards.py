"""What follows for people: the evening at home and the weeks after, from the day and the truth.

Nothing here judges the student. It is what letters, silences and payments lead to, each with its
cause.
"""

from dataclasses import dataclass, field
from typing import Any

from simulator.casework.actions.chain import decided
from simulator.casework.automation import values_of
from simulator.casework.day import Case, Day
from simulator.casework.engine import Run, let_time_pass
from simulator.casework.events import Event, event
from simulator.casework.people import (
    citizen_line,
    does,
    draw_key,
    impatience,
    reached,
    reasoned,
)
from simulator.casework.plans import HearingOver, Visit
from simulator.casework.telling import tells, told
from simulator.casework.truth import stands, true_answer, truth_of
from simulator.core.causes import Cause
from simulator.core.clock import MINUTES_A_DAY
from simulator.core.draws import between
from simulator.core.texts import Measure, Phrase

EVENING = 20 * 60
"""The minute at which people are shown at home."""
SCENES = 3
"""How many people an evening shows at most."""
MORNING = 10 * 60
"""The minute of a later day at which something happens."""
WEEKS_AFTER = 28
"""How many days are told after the day played."""
SOON, LATER = (1, 3), (3, 21)
"""Days from a letter, or from the day played, to thanks and to anything else."""


# What happened --------------------------------------------------------------------------------


@event("evening.told")
class EveningTold(Event):
    """A citizen at home, in their own voice."""

    citizen: str
    line: str


@event("complaint.filed")
class ComplaintFiled(Event):
    """A citizen complains."""

    citizen: str
    line: str
    days: int
    """Days after the day played."""


@event("appeal.settled")
class AppealSettled(Event):
    """The case was looked at again."""

    citizen: str
    changed: bool
    days: int


@event("repayment.claimed")
class RepaymentClaimed(Event):
    """Too much was paid and is asked back."""

    citizen: str
    amount: int
    """Øre a month, or once."""
    days: int
    once: bool = False


@event("citizen.gave_up")
class CitizenGaveUp(Event):
    """A citizen no longer asks."""

    citizen: str
    line: str
    days: int


@event("thanks.received")
class ThanksReceived(Event):
    """A citizen thanks."""

    citizen: str
    line: str
    days: int


@tells(AppealSettled)
def _tell_settled(day: Day, event: AppealSettled) -> Phrase:
    result = Phrase("appeal.changed" if event.changed else "appeal.stands")
    return told(day, event, result=result)


@tells(RepaymentClaimed)
def _tell_claimed(day: Day, event: RepaymentClaimed) -> Phrase:
    how = "-once" if event.once else ""
    return told(day, event, how, sum=Measure(event.amount, "kr"))


# The evening ----------------------------------------------------------------------------------


def tell_evening(run: Run) -> None:
    """Let a few citizens be seen at home, as the day left them."""
    for case, line in evening(run.day):
        run.party_does(EveningTold, case, line=line, because=(_since(case),))


def evening(day: Day) -> tuple[tuple[Case, str], ...]:
    """Return at most three citizens at home, as (case, text id of what they say).

    The day left each in a situation of their own; of those in the same situation, one with a line
    of their own comes first.
    """
    own = {line.id for line in day.opening.lines if line.person}
    candidates = []
    for case in day.cases.values():
        if case.away not in ("set-aside", "withdrawn"):
            left = situation(day, case)
            line = citizen_line(day, f"evening.{left}", case.party, case.id)
            candidates.append((_ORDER.index(left), line not in own, case.seq, left, line, case))
    scenes: dict[str, tuple[Case, str]] = {}
    for *_, left, line, case in sorted(candidates, key=lambda candidate: candidate[:3]):
        if line and left not in scenes and len(scenes) < SCENES:
            scenes[left] = (case, line)
    return tuple(scenes.values())


def _since(case: Case) -> int:
    """Return the number of the event people go by: the letter's, else that of the case's coming."""
    return case.seq if case.letter is None else case.letter


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
"""The situations (see ``situation``) in the order in which an evening shows them."""


_CONTACTS = ("let-down", "called", "left", "rang-out", "asked")
"""What can have passed with somebody who has no letter: what weighs most comes first."""


def situation(day: Day, case: Case) -> str:
    """Return in what situation the day left the party of a case.

    With a letter: ``unread`` (one they cannot open), ``adverse.wrong`` (refused on facts that do
    not hold of them), ``adverse.reasoned`` (refused with reasons), ``adverse`` or ``granted``.
    Without one: ``let-down`` (a promise was not kept), ``called`` (somebody spoke with them),
    ``invited`` (a meeting is still to come), ``left`` (they stood at the counter in vain),
    ``rang-out`` (they rang in vain), ``asked`` (in a hearing) or ``silence``.
    """
    if case.letter is None:
        had = [what for what in _CONTACTS if (case.party, what) in day.contacts]
        to_come = day.agenda.holds(Visit, case.id)
        if to_come and had[:1] not in (["let-down"], ["called"]):
            return "invited"
        return had[0] if had else "silence"
    if not reached(day, case.party, case.channel):
        return "unread"
    if not day.is_adverse(case):
        return "granted"
    parts = dict(case.composed)
    if parts.get("facts") != "absent" and not _holds(day, case):
        return "adverse.wrong"
    return "adverse.reasoned" if reasoned(case) else "adverse"


def _holds(day: Day, case: Case) -> bool:
    """Return whether everything a case was decided on is true of its party."""
    return all(seen.value == truth_of(day, case, seen.path) for seen in case.built_on)


# The weeks after ------------------------------------------------------------------------------


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


def tell_weeks_after(run: Run) -> None:
    """Let what is due in the weeks after, and what people do about it, happen in order."""
    end = WEEKS_AFTER * MINUTES_A_DAY
    waiting = aftermath(run.day)
    while waiting or _due(run, end):
        due = _due(run, min(end, waiting[0].minute) if waiting else end)
        if due is not None:
            let_time_pass(run, due)
            waiting = tuple(later for later in aftermath(run.day) if later.minute >= due)
            continue
        later, *rest = waiting
        waiting, run.now = tuple(rest), later.minute
        run.happens(later.kind, by=later.by, case=later.case, because=later.because, **later.data)


def _due(run: Run, until: int) -> int | None:
    """Return the minute of what is due next, or ``None`` if that is later than ``until``."""
    first = run.day.agenda.first
    return first.minute if first and first.minute <= until else None


def aftermath(day: Day) -> tuple[Later, ...]:
    """Return what the weeks after bring, by day. A case that waits for its party brings nothing."""
    waiting = {due.plan.case for due in day.agenda if isinstance(due.plan, HearingOver | Visit)}
    waiting |= {case.id for case in day.cases.values() if any(r.open for r in case.requests)}
    laters: list[Later] = []
    for case in day.cases.values():
        if case.away not in ("set-aside", "handed-over", "withdrawn") and case.id not in waiting:
            laters += _of_case(day, case)
    return tuple(sorted(laters, key=lambda later: (later.data["days"], later.case)))


UNANSWERED = frozenset({"silence", "unread", "left", "rang-out", "let-down"})
"""The situations in which somebody has had no answer and may give up."""


def _of_case(day: Day, case: Case) -> list[Later]:
    if situation(day, case) in UNANSWERED:
        return _giving_up(day, case)
    if case.letter is None:
        return []
    return [*_answer_to_letter(day, case), *_repayment(day, case)]


def _repayment(day: Day, case: Case) -> list[Later]:
    if _overpaid(day, case) <= 0:
        return []
    outcome = day.outcome(case)
    data = {
        "amount": _overpaid(day, case),
        "days": _days(day, case, "repayment"),
        "once": bool(outcome and outcome.once),
    }
    return [_later(RepaymentClaimed, "scenario", case, _wrong(day, case), **data)]


def _giving_up(day: Day, case: Case) -> list[Later]:
    chance = impatience(day, case.party, day.opening.conduct.gives_up)
    if not does(day, case, "gives_up", chance):
        return []
    line = citizen_line(day, "give_up", case.party, case.id)
    data = {"line": line, "days": _days(day, case, "gives_up")}
    return [_later(CitizenGaveUp, f"citizen:{case.party}", case, (), **data)]


def _answer_to_letter(day: Day, case: Case) -> list[Later]:
    conduct, who = day.opening.conduct, f"citizen:{case.party}"
    why, days = _wrong(day, case), _days(day, case, "complains")
    complains = impatience(day, case.party, conduct.complains)
    if day.is_adverse(case) and does(day, case, "complains", complains):
        line = citizen_line(day, "complain", case.party, case.id)
        settled = {"changed": bool(why), "days": days + 7}
        return [
            _later(ComplaintFiled, who, case, why, line=line, days=days),
            _later(AppealSettled, "scenario", case, why, **settled),
        ]
    let_down = (case.party, "let-down") in day.contacts
    if not let_down and does(day, case, "thanks", _chance_of_thanks(day, case)):
        line = citizen_line(day, "thanks", case.party, case.id)
        soon = _days(day, case, "thanks", SOON)
        return [_later(ThanksReceived, who, case, (), line=line, days=soon)]
    return []


def _chance_of_thanks(day: Day, case: Case) -> int:
    """Return how likely thanks are, in percent: by how somebody was met, not by what they got.

    A third is for an answer they can read, a third for its reasons, a third for a conversation.
    """
    met = (True, reasoned(case), (case.party, "called") in day.contacts)
    return day.opening.conduct.thanks * sum(met) // len(met)


def _later(kind: type[Event], by: str, case: Case, why: tuple[Cause, ...], **data: object) -> Later:
    """Return what happens to a party because of the letter, or where there is none of the wait."""
    return Later(kind, by, case.id, (_since(case), *why), {"citizen": case.party, **data})


def _wrong(day: Day, case: Case) -> tuple[Cause, ...]:
    """Return the number of the decision if it is wrong, as a cause; what made it so is not said."""
    return () if stands(day, case, case.decision) else decided(case)


def _overpaid(day: Day, case: Case) -> int:
    """Return how much more is paid than the truth gives, in øre; below 0 where it is less."""
    answer = true_answer(day, case)
    if case.decision is None or not case.paid or answer is None:
        return 0
    if stands(day, case, case.decision):
        return 0
    rule = day.rule(case)
    due = rule.pays(answer.outcome, lambda path: truth_of(day, case, path))
    return rule.pays(case.decision.outcome, values_of(case.built_on)) - due


def _days(day: Day, case: Case, purpose: str, bounds: tuple[int, int] = LATER) -> int:
    """Return how many days after the day played something follows from a case or its letter."""
    since = (case.letter_at or 0) // MINUTES_A_DAY
    return since + between(*bounds, day.opening.seed, f"{purpose}.days", *draw_key(day, case.id))
