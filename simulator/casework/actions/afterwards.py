"""What follows for people: the evening at home, and the weeks and months after.

Nothing here judges the student. It is what letters, silences and payments lead to, each with its
cause. What comes of a complaint stands with ``complaints``, what is found with ``found_later``.
"""

from collections.abc import Iterator

from simulator.casework.actions.complaints import of_complaints, of_reopened
from simulator.casework.actions.documents.requesting import DocumentTimeOver
from simulator.casework.actions.found_later import PaymentRecalculated, of_mistakes
from simulator.casework.actions.later import SOON, Later, days_to, later, since
from simulator.casework.day import Case, Day
from simulator.casework.engine import Run, let_time_pass
from simulator.casework.events import Event, event
from simulator.casework.people import citizen_line, does, impatience, reached, reasoned
from simulator.casework.plans import ConsentDue, DocumentDue, HearingOver, Visit
from simulator.casework.truth import truth_of
from simulator.core.clock import MINUTES_A_DAY

EVENING = 20 * 60
"""The minute at which people are shown at home."""
SCENES = 3
"""How many people an evening shows at most."""
WEEKS_AFTER = 28
"""How many days after the day played are its weeks after, in which automation still goes on; what
comes later is in the months after."""


def in_the_months(event: Event) -> bool:
    """Return whether something happened after the weeks: it is shown with the months."""
    return event.minute >= WEEKS_AFTER * MINUTES_A_DAY


# What happened --------------------------------------------------------------------------------


@event("evening.told")
class EveningTold(Event):
    """A citizen at home, in their own voice."""

    citizen: str
    line: str


@event("citizen.gave_up")
class CitizenGaveUp(Event):
    """A citizen no longer asks."""

    citizen: str
    line: str
    days: int


@event("deadline.passed")
class DeadlinePassed(Event):
    """Nobody asks any more, and the case is still open: its time limit has passed."""

    citizen: str
    days: int


@event("thanks.received")
class ThanksReceived(Event):
    """A citizen thanks."""

    citizen: str
    line: str
    days: int


# The evening ----------------------------------------------------------------------------------


def tell_evening(run: Run) -> None:
    """Let a few citizens be seen at home, as the day left them."""
    for case, line in evening(run.day):
        run.party_does(EveningTold, case, line=line, because=(since(case),))


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


_ORDER = (
    "unread",
    "let-down",
    "mended",
    "adverse.wrong",
    "adverse.reasoned",
    "adverse",
    "left",
    "silence",
    "rang-out",
    "asked",
    "document",
    "document.sent",
    "invited",
    "called",
    "granted",
)
"""The situations (see ``situation``) in the order in which an evening shows them."""


_CONTACTS = ("let-down", "called", "left", "rang-out", "asked", "document")
"""What can have passed with somebody who has no letter: what weighs most comes first."""


def situation(day: Day, case: Case) -> str:
    """Return in what situation the day left the party of a case.

    With a letter: ``unread`` (one they cannot open), ``mended`` (their case was taken up again),
    ``adverse.wrong`` (refused on facts that do not hold of them), ``adverse.reasoned`` (refused
    with reasons), ``adverse`` or ``granted``. Without one: ``let-down`` (a promise was not kept),
    ``called`` (somebody spoke with them), ``invited`` (a meeting is still to come), ``left`` (they
    stood at the counter in vain), ``rang-out`` (they rang in vain), ``asked`` (in a hearing they
    can read), ``document`` (they were asked for one), ``document.sent`` (and it has come) or
    ``silence``. A case that was taken up again and is left open is as its last answer left it.
    """
    case = case.standing
    if case.letter is None:
        had = [*_contacts(day, case)]
        to_come = day.agenda.holds(Visit, case.id)
        if to_come and had[:1] not in (["let-down"], ["called"]):
            return "invited"
        return had[0] if had else "silence"
    if not reached(day, case.party, case.channel):
        return "unread"
    if case.reopened:
        return "mended"
    if not day.is_adverse(case):
        return "granted"
    parts = dict(case.composed)
    if parts.get("facts") != "absent" and not _holds(day, case):
        return "adverse.wrong"
    return "adverse.reasoned" if reasoned(case) else "adverse"


def _contacts(day: Day, case: Case) -> Iterator[str]:
    """Yield what has passed with the party of a case that has no letter, what weighs most first."""
    for what in _CONTACTS:
        if (case.party, what) not in day.contacts:
            continue
        if what == "asked" and not _knows_of_hearing(day, case):
            continue
        if what == "document" and not _lacks_document(case):
            if any(received.form != "message" for received in case.documents):
                yield "document.sent"
            continue
        yield what


def _knows_of_hearing(day: Day, case: Case) -> bool:
    """Return whether the party has answered what they were heard about, or can read it."""
    if case.hearing is None:
        return False
    return case.hearing.answered or reached(day, case.party, case.channel)


def _lacks_document(case: Case) -> bool:
    """Return whether a document that was asked for has not come, waited for or not."""
    return any(request.open or request.state == "gone-without" for request in case.requests)


def _holds(day: Day, case: Case) -> bool:
    """Return whether everything a case was decided on is true of its party."""
    return all(seen.value == truth_of(day, case, seen.path) for seen in case.built_on)


# The weeks after ------------------------------------------------------------------------------


def tell_weeks_after(run: Run) -> None:
    """Let what is due in the weeks after, and what people do about it, happen in order."""
    end = WEEKS_AFTER * MINUTES_A_DAY
    waiting = aftermath(run.day)
    while waiting or _due(run, end):
        due = _due(run, min(end, waiting[0].minute) if waiting else end)
        if due is not None:
            before = len(run.events)
            let_time_pass(run, due)
            if all(isinstance(event, DocumentTimeOver) for event in run.events[before:]):
                continue  # that a time is over changes nothing of what comes
            waiting = tuple(later for later in aftermath(run.day) if later.minute >= due)
            continue
        coming, *rest = waiting
        waiting, run.now = tuple(rest), coming.minute
        causes = _before(run, coming)
        if coming.after and not causes:  # what it follows from did not come after all
            continue
        because = (*causes, *coming.because)
        run.happens(coming.kind, by=coming.by, case=coming.case, because=because, **coming.data)


def _before(run: Run, coming: Later) -> tuple[int, ...]:
    """Return the number of the last event that something follows from, where it names its kind."""
    if coming.after is None:
        return ()
    before = [e.seq for e in run.events if type(e) is coming.after and e.case == coming.case]
    return tuple(before[-1:])


def _due(run: Run, until: int) -> int | None:
    """Return the minute of what is due next, or ``None`` if that is later than ``until``."""
    first = run.day.agenda.first
    return first.minute if first and first.minute <= until else None


def aftermath(day: Day) -> tuple[Later, ...]:
    """Return what the weeks after bring, by day. A case that waits for its party brings nothing.

    A document that never comes is nothing to wait for.
    """
    waiting = {due.plan.case for due in day.agenda if isinstance(due.plan, HearingOver | Visit)}
    papers = (due.plan for due in day.agenda if isinstance(due.plan, DocumentDue | ConsentDue))
    waiting |= {plan.case for plan in papers if day.cases[plan.case].decision is None}
    laters: list[Later] = []
    for case in day.cases.values():
        if case.away not in ("set-aside", "handed-over", "withdrawn") and case.id not in waiting:
            laters += _of_case(day, case)
    return tuple(sorted(laters, key=lambda later: (later.data["days"], later.case)))


UNANSWERED = frozenset({"silence", "unread", "left", "rang-out", "let-down"})
"""The situations in which somebody has had no answer and may give up."""


def _of_case(day: Day, case: Case) -> list[Later]:
    if case.reopened and case.letter is None:
        mistakes = of_mistakes(day, case.standing)  # it is open: only the next bill can find them
        bills = (mistake for mistake in mistakes if mistake.kind is PaymentRecalculated)
        return [*of_reopened(day, case), *bills]
    if situation(day, case) in UNANSWERED:
        return [*_giving_up(day, case), *of_mistakes(day, case)]
    return [] if case.letter is None else _answer_to_letter(day, case)


def _giving_up(day: Day, case: Case) -> list[Later]:
    """Return that somebody no longer asks, and that their case is left open and overdue."""
    chance = impatience(day, case.party, day.opening.conduct.gives_up)
    if not does(day, case, "gives_up", chance):
        return []
    line, days = citizen_line(day, "give_up", case.party, case.id), days_to(day, case, "gives_up")
    who, broken = f"citizen:{case.party}", day.broken.get(case.party, ())
    gave_up = later(CitizenGaveUp, who, case, broken, line=line, days=days)
    if case.decision is not None:
        return [gave_up]
    overdue = max(day.case_type(case).deadline_days + 1, days + 1)
    waited, about = (since(case),), {"citizen": case.party, "days": overdue}
    return [gave_up, Later(DeadlinePassed, "default", case.id, waited, about, CitizenGaveUp)]


def _answer_to_letter(day: Day, case: Case) -> list[Later]:
    """Return what comes of a letter: a complaint and all that follows, or else perhaps thanks."""
    complained, put_right = of_complaints(day, case)
    mistakes = of_mistakes(day, case)
    if put_right is not None:  # what would be found after that is not there any more
        mistakes = [mistake for mistake in mistakes if mistake.data["days"] < put_right]
    let_down = (case.party, "let-down") in day.contacts
    thankful = not complained and not let_down
    if thankful and does(day, case, "thanks", _chance_of_thanks(day, case)):
        line = citizen_line(day, "thanks", case.party, case.id)
        soon = days_to(day, case, "thanks", SOON)
        who = f"citizen:{case.party}"
        return [later(ThanksReceived, who, case, (), line=line, days=soon), *mistakes]
    return [*complained, *mistakes]


def _chance_of_thanks(day: Day, case: Case) -> int:
    """Return how likely thanks are, in percent: by how somebody was met, not by what they got.

    A third is for an answer they can read, a third for its reasons, a third for a conversation, or
    for a mistake that was owned.
    """
    spoken_with = (case.party, "called") in day.contacts or (case.party, "owned") in day.contacts
    met = (True, reasoned(case), spoken_with)
    return day.opening.conduct.thanks * sum(met) // len(met)
