"""Hearing the party before a decision."""

from dataclasses import dataclass

from simulator.casework.actions.chain import (
    AUTOMATION,
    StepCommand,
    carry_on,
    decided_already,
    done,
    first_answer,
    level_cause,
    lists,
    step_done,
    takes,
)
from simulator.casework.actions.falling_out import fall_out
from simulator.casework.automation import hangs_on, to_be_heard, values_of
from simulator.casework.case_state import planned, with_case, with_contact, with_seen
from simulator.casework.case_types import SUGGESTING, Answer, Function
from simulator.casework.commands import STEPS
from simulator.casework.day import Case, Day, Hearing
from simulator.casework.engine import Run, decides, falls_due
from simulator.casework.events import Event, Question, event, evolves
from simulator.casework.form import Many, Occasion
from simulator.casework.letters import Channel
from simulator.casework.options import needed_facts
from simulator.casework.people import after, citizen_answers, citizen_line, reached
from simulator.casework.phrasing import fact_label, listed
from simulator.casework.plans import HearingOver, Reply
from simulator.casework.refusals import Refused
from simulator.casework.sights import Seen
from simulator.casework.telling import tells, told, value_said
from simulator.core.agenda import Due
from simulator.core.causes import Cause
from simulator.core.clock import MINUTES_A_DAY, DayNumber, day_of
from simulator.core.facts import Certainty
from simulator.core.texts import Phrase
from simulator.core.values import changed
from simulator.core.working_days import first_weekday

# What the caseworker can do -------------------------------------------------------------------


def _drafted(at: Occasion) -> tuple[str, ...]:
    """Return the facts that automation has put on the draft of a hearing, from level 3."""
    if at.day.level(at.case, "hear") < SUGGESTING:
        return ()
    return to_be_heard(at.day.case_type(at.case), at.case.basis)


@dataclass(frozen=True)
class Hear(StepCommand):
    """Ask the party about facts before deciding."""

    facts: tuple[str, ...]

    step = "hear"
    form = (Many("facts", needed_facts, _drafted, none=Phrase("refused.hear-about-what")),)

    @classmethod
    def is_open(cls, at: Occasion) -> bool:
        """Return whether it can be thought of: in a reopened case also where it was left out.

        Against its party it cannot be decided anew before they are heard.
        """
        reopened = at.case.reopened is not None and at.case.decision is None
        return super().is_open(at) or reopened

    @classmethod
    def menu_place(cls, at: Occasion) -> int:
        """Return its place, after the steps where the case type has no hearing among them."""
        order = at.day.case_type(at.case).order
        return super().menu_place(at) if "hear" in order else STEPS + 1 + len(order)

    @classmethod
    def cost(cls, at: Occasion) -> int:
        """Return its own price: a hearing costs the same at every level."""
        return at.day.opening.prices.get(cls.name, 0)

    @classmethod
    def refusal(cls, at: Occasion) -> Refused | None:
        """Refuse it once the case is decided, or while an answer is waited for."""
        if at.case.decision:
            return decided_already()
        waiting = at.case.hearing and not at.case.hearing.answered
        return Refused("hearing-under-way", helps="wait") if waiting else None


@dataclass(frozen=True)
class SkipHearing(StepCommand):
    """Go on without hearing (any longer)."""

    step = "hear"

    @classmethod
    def label(cls, at: Occasion) -> Phrase:
        """Return what it is called: to go on, once they have answered."""
        answered = at.case.hearing is not None and at.case.hearing.answered
        return Phrase("offer.skip_hearing-answered" if answered else "offer.skip_hearing")

    @classmethod
    def cost(cls, at: Occasion) -> int:
        """Return its own price."""
        return at.day.opening.prices.get(cls.name, 0)

    @classmethod
    def refusal(cls, at: Occasion) -> Refused | None:
        """Refuse it until the facts are found; then it can be left, whatever the order.

        Not while a suggestion waits: a step that is done lets it fall, and it is made only once.
        """
        day, case = at.day, at.case
        if "find" not in case.done or "hear" not in day.case_type(case).order:
            return super().refusal(at)
        if "hear" in case.done:
            return step_done()
        return first_answer() if case.suggestion else None


# What happened --------------------------------------------------------------------------------


@event("hearing.sent")
class HearingSent(Event):
    """The party was asked about facts before a decision."""

    facts: tuple[str, ...]
    channel: Channel
    days: int
    """Days to answer in."""
    told: tuple[Seen, ...] = ()
    """What stood in the letter of those facts."""
    at_stake: str = ""
    """The outcome against the party that hung on the facts asked about, on what was known; ``""``
    for none."""
    last: DayNumber = 0
    """The last day to answer on, which is not over until it has passed. 0 in older logs, where the
    time to answer was over ``days`` days later to the minute."""


@event("hearing.answered")
class HearingAnswered(Event):
    """The party answered, and what they were sure of was built on from then on.

    No log is written so any more: an answer is laid on the case (``ReplyArrived``).
    """

    line: str
    fields: tuple[Seen, ...]
    roughly: tuple[str, ...] = ()
    """The facts of which they know no more than roughly."""


@event("reply.arrived")
class ReplyArrived(Event):
    """The party answered a hearing: what they say is laid on the case, and replaces nothing."""

    line: str
    fields: tuple[Seen, ...]
    roughly: tuple[str, ...] = ()
    """The facts of which they know no more than roughly."""


Answered = HearingAnswered | ReplyArrived
ANSWERS: tuple[type[HearingAnswered], type[ReplyArrived]] = (HearingAnswered, ReplyArrived)
"""The kinds of event by which a party answers a hearing."""


# Asked ----------------------------------------------------------------------------------------


def send_hearing(
    run: Run,
    case: Case,
    facts: tuple[str, ...],
    by: str = "player",
    because: tuple[Cause, ...] = (),
    question: Question | None = None,
) -> None:
    """Ask the party about facts before a decision, telling what they are as we have them."""
    newest = {seen.path: seen for seen in (*case.seen, *case.basis) if seen.state == "shown"}
    stake = _at_stake(run, case, facts, (*newest.values(),))
    today = day_of(run.day.at(run.now))
    last = first_weekday(today + run.day.case_type(case).hearing_days)
    run.happens(
        HearingSent,
        by=by,
        case=case.id,
        facts=facts,
        told=tuple(newest[path] for path in facts if path in newest),
        at_stake=stake.outcome if stake else "",
        channel=case.channel,
        days=last - today,
        last=last,
        minutes=run.price("hear") if by == "player" else 0,
        because=because,
        question=question,
    )


@takes("hear")
def _take(run: Run, case: Case, function: Function) -> bool:
    if case.hearing and not case.hearing.answered:
        return False
    because = (level_cause(run, case, function),)
    facts = to_be_heard(run.day.case_type(case), case.basis)
    if facts and not case.hearing and _at_stake(run, case, facts, case.basis):
        send_hearing(run, case, facts, AUTOMATION, because)
        return False
    done(run, case, function, AUTOMATION if case.hearing else "skipped", AUTOMATION, because)
    return True


def _at_stake(
    run: Run, case: Case, facts: tuple[str, ...], basis: tuple[Seen, ...]
) -> Answer | None:
    """Return the answer against the party that hangs on facts they are to be heard about, if any.

    It is the rule's, or the scale's where the system weighs by it. The duty is of facts that are to
    the party's harm and matter (forvaltningsloven § 19).
    """
    kind, rule, known = run.day.case_type(case), run.day.rule(case), run.day.opening.facts
    by_scale = kind.scaled and "weigh" in kind.order
    by_scale = by_scale and run.day.level(case, "weigh") >= SUGGESTING
    values = values_of(basis)
    answers = [(rule.answer(values), False)] + [(rule.by_scale(values), True)] * by_scale
    for answer, scale in answers:
        adverse = answer is not None and kind.outcome(answer.outcome).adverse
        if adverse and hangs_on(rule, basis, facts, known, scale=scale):
            return answer
    return None


@lists("hear")
def _listed(run: Run, case: Case, level: int) -> tuple[str, ...]:
    return to_be_heard(run.day.case_type(case), case.basis)


@decides(Hear)
def _hear(run: Run, command: Hear, case: Case) -> None:
    needed = {need.path for need in run.day.case_type(case).needs}
    if not command.facts or not set(command.facts) <= needed:
        raise Refused("hear-about-what", helps="hear")
    send_hearing(run, case, command.facts, question=run.question(case.id, "hear", "hearing"))


@evolves(HearingSent)
def _sent(day: Day, event: HearingSent) -> Day:
    case = day.cases[event.case or ""]
    last = event.last or day_of(day.at(event.minute)) + event.days
    end = event.minute + (event.days + bool(event.last)) * MINUTES_A_DAY
    hearing = Hearing(event.seq, event.facts, event.told, end, last, at_stake=event.at_stake)
    day = with_case(day, case.id, hearing=hearing, read_as_citizen=False)
    day = with_contact(day, case.party, "asked")
    if reached(day, case.party, event.channel):
        at = event.minute + after(day, case, "reply", day.opening.conduct.reply_after)
        day = planned(day, at, Reply(case.id), event.seq)
    if event.by == AUTOMATION:
        day = planned(day, end, HearingOver(case.id), event.seq)
    return day


@falls_due(Reply)
def _reply(run: Run, due: Due[Reply]) -> None:
    case = run.day.cases[due.plan.case]
    assert case.hearing is not None
    line = citizen_line(run.day, "reply", case.party, case.id)
    answers = citizen_answers(run.day, case.party, case.hearing.facts, run.day.at(run.now))
    reply = run.party_does(ReplyArrived, case, line=line, because=due.because, **answers)
    fall_out(run, case.id, reply.fields, reply.roughly, reply.seq)
    carry_on(run, case.id)


@evolves(HearingAnswered)
def _answered(day: Day, event: HearingAnswered) -> Day:
    day = _replied(day, event)
    case = day.cases[event.case or ""]
    roughly = case.roughly | set(event.roughly)
    basis = case.basis if "hear" in case.done else _corrected(case.basis, event)
    return with_case(day, case.id, roughly=roughly, basis=basis)


def _corrected(basis: tuple[Seen, ...], event: HearingAnswered) -> tuple[Seen, ...]:
    """Return the basis with what the party is sure of in place of what systems showed."""
    surely = (seen for seen in event.fields if seen.path not in event.roughly)
    said_of = {seen.path: seen for seen in surely if seen.state == "shown"}
    return tuple(said_of.get(seen.path, seen) for seen in basis)


@evolves(ReplyArrived)
def _reply_arrived(day: Day, event: ReplyArrived) -> Day:
    day = _replied(day, event)
    case = day.cases[event.case or ""]
    spoken_of = {seen.path for seen in event.fields}
    return with_case(day, case.id, roughly=(case.roughly - spoken_of) | set(event.roughly))


def _replied(day: Day, event: HearingAnswered | ReplyArrived) -> Day:
    case = day.cases[event.case or ""]
    assert case.hearing is not None
    hearing = changed(case.hearing, answered=True, answer=event.seq)
    day = with_case(day, case.id, hearing=hearing, seen=with_seen(case, *event.fields))
    return changed(day, agenda=day.agenda.without(Reply, case.id))


@falls_due(HearingOver)
def _over(run: Run, due: Due[HearingOver]) -> None:
    case = run.day.cases[due.plan.case]
    done(run, case, "hear", "deadline", AUTOMATION, due.because)
    carry_on(run, case.id)


@decides(SkipHearing)
def _skip(run: Run, command: SkipHearing, case: Case) -> None:
    answered = bool(case.hearing and case.hearing.answered)
    question = run.question(case.id, "hear", "hearing")
    done(run, case, "hear", "by-hand" if answered else "skipped", question=question)
    carry_on(run, case.id)


@tells(HearingSent)
def _tell_sent(day: Day, event: HearingSent) -> Phrase:
    return told(day, event, n=event.days)


@tells(HearingAnswered, ReplyArrived)
def _tell_answered(day: Day, event: HearingAnswered | ReplyArrived) -> Phrase:
    """Tell what a party answered of each fact, as they say it: surely, roughly or not at all."""
    answers = (_said(day, seen, event.roughly) for seen in event.fields)
    case = day.cases[event.case or ""]
    late = case.decided_at is not None and case.decided_at < event.seq
    which = "-late" if late and isinstance(event, ReplyArrived) else ""
    return told(day, event, which, facts=listed(answers, " "))


def _said(day: Day, seen: Seen, roughly: tuple[str, ...]) -> Phrase:
    surely: Certainty = "roughly" if seen.path in roughly else "sure"
    certainty: Certainty = surely if seen.state == "shown" else "unknown"
    answer = {"fact": fact_label(day, seen.path), "says": value_said(day, seen, certainty)}
    return Phrase("hearing.answer", answer)
