"""What is found later of a decision that gave too much, or too little; and what nobody ever finds.

How, when and how often follows from the case type (``casework.follows``). A subsidy is worked out
again in the next bill, up or down, whoever erred. Elsewhere what was paid is claimed back only from
somebody who knew better: they had been told to say if something was wrong, they knew it, and they
kept silent. From all others it is corrected from now on, and what they got is theirs.
"""

from simulator.casework.actions.later import Later, days_to, failing
from simulator.casework.automation import values_of
from simulator.casework.case_types import Answer
from simulator.casework.day import Case, Day
from simulator.casework.events import Event, event
from simulator.casework.follows import Discovery
from simulator.casework.payments import granted, is_once, paid
from simulator.casework.people import citizen_answer, draw_key, reached
from simulator.casework.telling import tells, told
from simulator.casework.truth import stands, true_answer, truth_of
from simulator.casework.worth import worth
from simulator.core.draws import draw
from simulator.core.texts import Measure, Phrase

WHOLE = 100
"""All of a figure in per cent."""
LAST_DAYS = (240, 270)
"""Days after the day played by which nobody is taken to find it any more."""


@event("payment.recalculated")
class PaymentRecalculated(Event):
    """What is paid was worked out again, in the next bill."""

    citizen: str
    amount: int
    """How much more is paid a month from now on, in øre; below 0 where it is less."""
    days: int


@event("overpayment.found")
class OverpaymentFound(Event):
    """It was found that too much was granted: corrected from now on, and what was paid stays."""

    citizen: str
    amount: int
    """Øre a month, or once; 0 where it is no sum."""
    days: int
    once: bool = False


@event("underpayment.found")
class UnderpaymentFound(Event):
    """It was found that too little was granted: corrected, and what is lacking is paid."""

    citizen: str
    amount: int
    """Øre a month, or once; 0 where it is no sum."""
    days: int
    once: bool = False


@event("repayment.claimed")
class RepaymentClaimed(Event):
    """Too much was paid and is asked back, whatever the party knew.

    No log is written so any more (``RepaymentDemanded``).
    """

    citizen: str
    amount: int
    """Øre a month, or once."""
    days: int
    once: bool = False


@event("repayment.demanded")
class RepaymentDemanded(Event):
    """Too much was paid, and is to be paid back by one who knew better and kept silent."""

    citizen: str
    amount: int
    """Øre a month, or once."""
    days: int
    once: bool = False


@event("mistake.unfound")
class MistakeUnfound(Event):
    """Nobody ever found that a decision gave too much, or too little."""

    citizen: str
    amount: int
    """How much too much, in øre a month or once; below 0 for too little, 0 where it is no sum."""
    days: int
    once: bool = False


def of_mistakes(day: Day, case: Case) -> list[Later]:
    """Return what is found later of a decision that does not stand, or that nobody finds it."""
    outcome = day.outcome(case)
    decided_it = outcome is not None and not outcome.pending and case.letter is not None
    if not decided_it or stands(day, case, case.decision):
        return []
    gave, much = overpaid(day, case), _gave_much(day, case)
    discovery = _found(day, case, much=much)
    if discovery is None:
        return [_later(day, case, MistakeUnfound, _days(day, case, LAST_DAYS), gave)]
    days = _days(day, case, discovery.after)
    if discovery.way == "recalculated" and gave:
        return [_later(day, case, PaymentRecalculated, days, -gave)]
    if not much:
        return [_later(day, case, UnderpaymentFound, days, max(0, -gave))]
    follows = day.case_type(case).follows
    if follows.paid_back and gave > 0 and knew_and_kept_silent(day, case):
        return [_later(day, case, RepaymentDemanded, days, gave)]
    return [_later(day, case, OverpaymentFound, days, max(0, gave))]


def _days(day: Day, case: Case, bounds: tuple[int, int]) -> int:
    return days_to(day, case, "found", bounds)


def _later(day: Day, case: Case, kind: type[Event], days: int, amount: int) -> Later:
    data: dict[str, object] = {"citizen": case.party, "amount": amount, "days": days}
    if kind is not PaymentRecalculated:
        data["once"] = once(day, case)
    data["minutes"] = day.opening.later.get(kind.kind, 0)
    because = (*failing(day, case), *((case.letter,) if case.letter is not None else ()))
    by = "scenario" if kind is MistakeUnfound else "colleague:field"
    return Later(kind, by, case.id, because, data)


def overpaid(day: Day, case: Case) -> int:
    """Return how much more is paid than the truth gives, in øre; below 0 where it is less.

    Of an answer that stands only what was paid once before it can be too much. Where a sum is
    granted and nobody has released it, there is none to compare.
    """
    sums = paid(day, case)
    answer = true_answer(day, case)
    if case.decision is None or answer is None or stands(day, case, case.decision):
        return max(0, sums - granted(day, case))
    if granted(day, case) and not sums:
        return 0
    return sums - day.rule(case).pays(answer.outcome, lambda path: truth_of(day, case, path))


def once(day: Day, case: Case) -> bool:
    """Return whether what is paid, or was to be paid, is paid once."""
    true = true_answer(day, case)
    due = day.case_type(case).outcome(true.outcome) if true else None
    return is_once(day, case) or (not granted(day, case) and due is not None and due.once)


def _gave_much(day: Day, case: Case) -> bool:
    """Return whether a decision gave too much: by its kind, what it pays, or its figure."""
    true = true_answer(day, case)
    if true is None:
        return False
    given = worth(day, case, case.decision, values_of(case.built_on))
    return given > worth(day, case, true, lambda path: truth_of(day, case, path))


def _found(day: Day, case: Case, *, much: bool) -> Discovery | None:
    """Return the first way by which it is found, or ``None`` if nobody finds it."""
    follows = day.case_type(case).follows
    for discovery in follows.much if much else follows.little:
        if _fits(day, case, discovery) and _drawn(day, case, discovery):
            return discovery
    return None


def _fits(day: Day, case: Case, discovery: Discovery) -> bool:
    """Return whether what is wrong of a decision is what is looked for, and far enough off."""
    untrue = {s.path for s in case.built_on if s.value != truth_of(day, case, s.path)}
    if discovery.of and not untrue.intersection(discovery.of):
        return False
    true = true_answer(day, case)
    steps = [_steps(discovery, answer) for answer in (case.decision, true)]
    return abs(steps[0] - steps[1]) >= discovery.at_least


def _steps(discovery: Discovery, answer: Answer | None) -> int:
    """Return the figure of an answer as steps: the first below 100 may be longer than the rest."""
    figure = (answer.figure or 0) if answer else 0
    return figure if figure < WHOLE else WHOLE + 1 - discovery.first_step


def _drawn(day: Day, case: Case, discovery: Discovery) -> bool:
    asked = (*draw_key(day, case.id), discovery.way)
    return draw(day.opening.seed, "found", *asked) * 100 < discovery.found


def knew_and_kept_silent(day: Day, case: Case) -> bool:
    """Return whether the party knew better and kept silent, as the log knows it.

    They had been told to say if something was wrong, in a letter they can open that states a fact
    that is not so; they know that fact for sure, and have never said how it is.
    """
    parts = dict(case.composed)
    told_duty = parts.get("correct", "absent") != "absent"
    stated = parts.get("facts", "absent") != "absent"
    if not (told_duty and stated and reached(day, case.party, case.channel)):
        return False
    spoken_of = {seen.path for seen in case.seen if seen.from_party}
    at = case.judged_at or day.now
    for seen in case.built_on:
        truth = truth_of(day, case, seen.path)
        sure, answer = citizen_answer(day, case.party, seen.path, at)
        knows = sure == "sure" and answer.value == truth
        if seen.value != truth and knows and seen.path not in spoken_of:
            return True
    return False


# Told -----------------------------------------------------------------------------------------


@tells(RepaymentClaimed, RepaymentDemanded)
def _tell_claimed(day: Day, event: RepaymentClaimed | RepaymentDemanded) -> Phrase:
    how = "-once" if event.once else ""
    return told(day, event, how, sum=Measure(event.amount, "kr"))


@tells(PaymentRecalculated)
def _tell_recalculated(day: Day, event: PaymentRecalculated) -> Phrase:
    how = "-more" if event.amount > 0 else "-less"
    return told(day, event, how, sum=Measure(abs(event.amount), "kr"))


@tells(OverpaymentFound, UnderpaymentFound)
def _tell_found(day: Day, event: OverpaymentFound | UnderpaymentFound) -> Phrase:
    how = "" if not event.amount else "-once" if event.once else "-monthly"
    return told(day, event, how, sum=Measure(abs(event.amount), "kr"))


@tells(MistakeUnfound)
def _tell_unfound(day: Day, event: MistakeUnfound) -> Phrase:
    if not event.amount:
        return told(day, event)
    how = "much" if event.amount > 0 else "little"
    often = "-once" if event.once else ""
    return told(day, event, f"-{how}{often}", sum=Measure(abs(event.amount), "kr"))
