"""Complaints: the municipality looks again first, then an appeal body decides by what *it* can see.

The municipality can change its own decision (genvurdering, retssikkerhedsloven § 66); it goes by
its own screens and its own scale. Where it stands by the decision the appeal body tries legal
questions only (§ 69): a defensible judgement stands. It upholds, changes, sends back where the
hearing, the reasons or the investigation is missing and that can have mattered, or rejects what
came too late. It does not know the truth, and a wrong decision can be upheld. A complaint does not
stop the decision from working meanwhile (§ 72). Simplified: nothing is changed against whoever
complained.
"""

from collections.abc import Iterator
from typing import Literal

from simulator.casework.actions.later import Later, days_to, failing, later
from simulator.casework.automation import hangs_on, to_be_heard, values_of
from simulator.casework.case_types import Answer
from simulator.casework.day import Case, Day, Hearing
from simulator.casework.events import Event, event
from simulator.casework.letter_text import complain_by, days_to_complain
from simulator.casework.letters import REASONS
from simulator.casework.people import citizen_line, does, draw_key, impatience
from simulator.casework.phrasing import answer_phrase
from simulator.casework.rules import Look
from simulator.casework.seen_later import (
    by_the_instance,
    by_the_municipality,
    said_in_complaint,
)
from simulator.casework.sights import CITIZEN, Seen
from simulator.casework.telling import tells, told
from simulator.casework.truth import stands
from simulator.casework.worth import worth
from simulator.core.clock import day_of, moment
from simulator.core.draws import between, draw
from simulator.core.texts import Phrase

IN_TIME, TOO_LATE = (3, 21), (1, 15)
"""Days from a letter to a complaint that comes in time (no more than one has), and days from the
last day its letter names to one that comes too late."""
LATE = 8
"""How many complaints of a hundred come too late."""
LOOKED_AT_AGAIN, WITH_THE_INSTANCE = (7, 28), (60, 200)
"""Days until the municipality has looked again, and then until the appeal body has decided: nine of
ten cases within seven months (ast.dk, Sagsbehandlingstider for kommunale sager)."""
REDONE = (14, 42)
"""Days until a case that was sent back has been decided again."""

Ended = Literal["upheld", "changed", "sent-back", "rejected"]
Ground = Literal["", "late", "hearing", "reasons", "facts", "law"]


@event("complaint.filed")
class ComplaintFiled(Event):
    """A citizen complains."""

    citizen: str
    line: str
    days: int
    """Days after the day played."""


@event("complaint.reassessed")
class ComplaintReassessed(Event):
    """The municipality looked at its decision again: it changed it, or stands by it."""

    citizen: str
    days: int
    changed: bool
    answer: Answer | None
    """What it holds now; ``None`` where what it sees is too little to answer on."""


@event("complaint.passed_on", unseen=True)
class ComplaintPassedOn(Event):
    """The municipality wrote to the appeal body and sent the file along."""

    citizen: str
    days: int


@event("complaint.joined")
class ComplaintJoined(Event):
    """A complaint about a case that has been reopened meanwhile is looked at with the case."""

    citizen: str
    days: int


@event("appeal.settled")
class AppealSettled(Event):
    """The case was looked at again, and was changed if the decision was wrong.

    No log is written so any more: an appeal body does not know the truth (``AppealDecided``).
    """

    citizen: str
    changed: bool
    days: int


@event("appeal.decided")
class AppealDecided(Event):
    """The appeal body decided a complaint."""

    citizen: str
    days: int
    ended: Ended
    ground: Ground
    """What it was changed, sent back or rejected for; ``""`` where it was upheld."""
    criticised: bool = False
    """Whether a fault that did not matter to the result was pointed out."""
    answer: Answer | None = None
    """What it was changed to."""


@event("case.decided_again")
class CaseDecidedAgain(Event):
    """The municipality has decided a case anew that was sent back. It may have ended the same."""

    citizen: str
    days: int


def of_complaints(day: Day, case: Case) -> tuple[list[Later], int | None]:
    """Return what comes of a complaint about a decided case, if there is one.

    The second part is the days until an answer that does not stand has been put right, or is made
    anew; ``None`` where it never is.
    """
    outcome = day.outcome(case)
    complained_of = outcome is not None and outcome.adverse and not outcome.pending
    if not complained_of or not does(day, case, "complains", _chance(day, case)):
        return [], None
    late = _late(day, case)
    days = _days_to_complaint(day, case, late=late)
    line = citizen_line(day, "complain", case.party, case.id)
    why = (*failing(day, case), *day.broken.get(case.party, ()))
    filed = later(ComplaintFiled, f"citizen:{case.party}", case, why, line=line, days=days)
    looked = days + _between(day, case, "reassessed", LOOKED_AT_AGAIN)
    shows = values_of(by_the_municipality(day, case, moment(day.opening.date + looked)))
    again = _again(day, case, shows)
    holds = _better(day, case, again, shows)
    seen = _later(
        day, case, ComplaintReassessed, looked, ComplaintFiled, changed=holds, answer=again
    )
    if holds:
        return [filed, seen], looked if stands(day, case, again) else None
    passed = _later(day, case, ComplaintPassedOn, looked, ComplaintReassessed)
    ends = looked + _between(day, case, "appeal", WITH_THE_INSTANCE)
    decision = _decision(day, case, ends, late=late)
    chain = [filed, seen, passed, decision]
    if decision.data["ended"] == "sent-back":
        redone = ends + _between(day, case, "redone", REDONE)
        return [*chain, _later(day, case, CaseDecidedAgain, redone, AppealDecided)], redone
    right = decision.data["ended"] == "changed" and stands(day, case, decision.data["answer"])
    return chain, ends if right else None


def of_reopened(day: Day, case: Case) -> list[Later]:
    """Return what comes of a complaint about a case that has been reopened and not decided anew."""
    assert case.reopened is not None
    before = day.case_type(case).outcome(case.reopened.before.outcome)
    chance = _chance(day, case)
    if not before.adverse or before.pending or not does(day, case, "complains", chance):
        return []
    days = _days_to_complaint(day, case.standing, late=False)
    line = citizen_line(day, "complain", case.party, case.id)
    because = (case.reopened.seq, *day.broken.get(case.party, ()))
    who = f"citizen:{case.party}"
    filed = {"citizen": case.party, "line": line, "days": days}
    return [
        Later(ComplaintFiled, who, case.id, because, filed),
        _later(day, case, ComplaintJoined, days, ComplaintFiled),
    ]


def _chance(day: Day, case: Case) -> int:
    """Return how likely it is that the party complains, in percent."""
    chance = impatience(day, case.party, day.opening.conduct.complains)
    if (case.party, "owned") in day.contacts:
        chance = chance * day.opening.conduct.when_owned // 100
    return chance + _more_where_let_down(day, case)


def _days_to_complaint(day: Day, case: Case, *, late: bool) -> int:
    """Return how many days after the day played a complaint comes, by the letter's own limit."""
    if late:
        after = between(*TOO_LATE, day.opening.seed, "complains.days", *draw_key(day, case.id))
        return complain_by(day, case) - day.opening.date + after
    first, last = IN_TIME
    last = min(last, days_to_complain(day.case_type(case)))
    return days_to(day, case, "complains", (first, last))


def _more_where_let_down(day: Day, case: Case) -> int:
    """Return how much likelier a complaint is, in percent, where a promise has been broken."""
    return day.opening.conduct.more_when_let_down if case.party in day.broken else 0


_BY = {
    "complaint.joined": "colleague:field",
    "complaint.reassessed": "colleague:field",
    "complaint.passed_on": "colleague:field",
    "case.decided_again": "colleague:field",
    "appeal.decided": "instance",
}


def _later(
    day: Day, case: Case, kind: type[Event], days: int, after: type[Event], **data: object
) -> Later:
    minutes = day.opening.later.get(kind.kind, 0)
    if kind is CaseDecidedAgain:
        minutes = sum(day.case_type(case).minutes.values())
    about = {"citizen": case.party, "days": days, "minutes": minutes, **data}
    return Later(kind, _BY[kind.kind], case.id, (), about, after)


def _between(day: Day, case: Case, purpose: str, bounds: tuple[int, int]) -> int:
    return between(*bounds, day.opening.seed, f"{purpose}.days", *draw_key(day, case.id))


def _late(day: Day, case: Case) -> bool:
    """Return whether a complaint comes too late: never where the letter did not say by when."""
    guided = dict(case.composed).get("complaint", "absent") != "absent"
    return guided and draw(day.opening.seed, "complains.late", *draw_key(day, case.id)) * 100 < LATE


# The municipality looks again -----------------------------------------------------------------


def _again(day: Day, case: Case, look: Look) -> Answer | None:
    """Return what the municipality comes to when it looks again: by its scale, where it has one.

    Elsewhere a judgement that can be well justified stays as it is.
    """
    rule = day.rule(case)
    if day.case_type(case).scaled:
        return rule.by_scale(look)
    return case.decision if case.decision in rule.defensible(look) else rule.answer(look)


def _better(day: Day, case: Case, answer: Answer | None, look: Look) -> bool:
    """Return whether an answer on what is seen later gives the party more than the decision."""
    decided = worth(day, case, case.decision, values_of(case.relied_on))
    return worth(day, case, answer, look) > decided


# The appeal body ------------------------------------------------------------------------------


def _decision(day: Day, case: Case, days: int, *, late: bool) -> Later:
    ended: Ended = "upheld"
    ground: Ground = ""
    answer: Answer | None = None
    criticised = False
    if late:
        ended, ground = "rejected", "late"
    else:
        ended, ground, answer, criticised = _tried(day, case, days)
    result = {"ended": ended, "ground": ground, "answer": answer, "criticised": criticised}
    return _later(day, case, AppealDecided, days, ComplaintPassedOn, **result)


def _tried(day: Day, case: Case, days: int) -> tuple[Ended, Ground, Answer | None, bool]:
    """Return how an appeal ends, what for, to what it is changed, and whether a fault is named."""
    rule, decision = day.rule(case), case.decision
    sights = by_the_instance(day, case, moment(day.opening.date + days))
    as_said = _as_said(day, case, sights)
    faults = tuple(_faults(day, case, as_said))
    mattering = next((fault for fault, matters in faults if matters), None)
    values = values_of(sights)
    right = rule.answer(values)
    if right is None:
        return "sent-back", "facts", None, False
    if decision not in rule.defensible(values) and _better(day, case, right, values):
        if _lacking(case, sights):
            return "sent-back", mattering or "facts", None, False
        law = rule.answer(values_of(case.relied_on)) == right
        return "changed", "law" if law else "facts", right, bool(faults)
    if mattering:
        return "sent-back", mattering, None, False
    word = values_of(as_said)
    if decision not in rule.defensible(word) and _better(day, case, rule.answer(word), word):
        return "sent-back", "facts", None, False
    return "upheld", "", None, bool(faults)


def _as_said(day: Day, case: Case, sights: tuple[Seen, ...]) -> tuple[Seen, ...]:
    """Return what can be seen later, by the party's own word where no document shows it.

    Their word against a register is not believed, but it has to be investigated.
    """
    words = {seen.path: seen for seen in said_in_complaint(day, case)}
    return tuple(seen if seen.document else words.get(seen.path, seen) for seen in sights)


def _faults(day: Day, case: Case, as_said: tuple[Seen, ...]) -> Iterator[tuple[Ground, bool]]:
    """Yield what was missing in how it was decided, and whether it can have mattered.

    A hearing can have mattered where the party would have said something else than was built on,
    and the answer is a judgement, or another on what they say; reasons where the answer is a
    judgement, and nothing says what was weighed.
    """
    kind, rule, relied_on = day.case_type(case), day.rule(case), case.relied_on
    judged = kind.has_discretion
    unheard = _unheard(day, case)
    if unheard and hangs_on(rule, relied_on, unheard, day.opening.facts):
        turns = judged or rule.answer(values_of(as_said)) != case.decision
        yield "hearing", turns and _other_facts(as_said, relied_on, unheard)
    parts = dict(case.composed)
    if any(parts.get(part, "absent") == "absent" for part in REASONS):
        yield "reasons", judged and not case.considerations


def _unheard(day: Day, case: Case) -> tuple[str, ...]:
    """Return the facts a case was decided on that its party was to be heard about, and was not."""
    owed = to_be_heard(day.case_type(case), case.relied_on)
    heard = case.hearing.facts if case.hearing and _waited_for(case, case.hearing) else ()
    return tuple(path for path in owed if path not in heard)


def _waited_for(case: Case, hearing: Hearing) -> bool:
    """Return whether a hearing was answered before the decision, or its time to answer was over."""
    assert case.decided_at is not None
    assert case.judged_at is not None
    answered = 0 < hearing.answer < case.decided_at
    return answered or day_of(case.judged_at) > hearing.last


def _other_facts(
    sights: tuple[Seen, ...], relied_on: tuple[Seen, ...], paths: tuple[str, ...]
) -> bool:
    """Return whether what can be seen later is another value than the one that was built on."""
    built_on = {seen.path: seen.value for seen in relied_on}
    return any(seen.value != built_on.get(seen.path) for seen in sights if seen.path in paths)


def _lacking(case: Case, sights: tuple[Seen, ...]) -> bool:
    """Return whether what speaks against a decision is the party's own word, and nothing else.

    Then it has to be investigated first: the case is sent back.
    """
    built_on = {seen.path: seen.value for seen in case.relied_on}
    others = [seen for seen in sights if seen.value != built_on.get(seen.path)]
    return bool(others) and all(seen.source == CITIZEN for seen in others)


# Told -----------------------------------------------------------------------------------------


@tells(AppealSettled)
def _tell_settled(day: Day, event: AppealSettled) -> Phrase:
    result = Phrase("appeal.changed" if event.changed else "appeal.stands")
    return told(day, event, result=result)


@tells(ComplaintReassessed)
def _tell_reassessed(day: Day, event: ComplaintReassessed) -> Phrase:
    return told(day, event, "-changed" if event.changed else "")


@tells(AppealDecided)
def _tell_appeal(day: Day, event: AppealDecided) -> Phrase:
    case = day.cases[event.case or ""]
    kind = day.case_type(case)
    instance = kind.complaint.instance if kind.complaint else Phrase("appeal.instance")
    ground = f"appeal.for.{event.ground}" if event.ground else ""
    criticised = "-criticised" if event.criticised and event.ended == "upheld" else ""
    names = {"instance": instance, "why": Phrase(ground) if ground else ""}
    if event.answer is not None:
        names["answer"] = answer_phrase(kind, event.answer)
    return told(day, event, f"-{event.ended}{criticised}", **names)
