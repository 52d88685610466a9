"""Steps of a case that a person and automation take alike: done, asked, decided, sent, paid."""

from simulator.casework.actions.promising import keep
from simulator.casework.automation import values_of
from simulator.casework.case_types import Answer, Function
from simulator.casework.day import Case, Day
from simulator.casework.engine import Run
from simulator.casework.events import Question
from simulator.casework.events.acting import HearingSent, LetterSent, PaymentReleased
from simulator.casework.events.case import StepDone
from simulator.casework.letters import written
from simulator.casework.sights import Seen
from simulator.core.agenda import Cause


def done(
    run: Run,
    case: Case,
    function: Function,
    how: str,
    by: str = "player",
    because: tuple[Cause, ...] = (),
    question: Question | None = None,
) -> None:
    """Let a function of a case be done."""
    run.happens(
        StepDone,
        by=by,
        case=case.id,
        function=function,
        level=run.day.level(case, function),
        how=how,
        because=because,
        question=question,
    )


def level_cause(case: Case, function: str) -> Cause:
    """Return the level a function runs at, as a cause."""
    return f"level:{case.arrival.type}.{function}"


def rule_cause(run: Run, case: Case) -> Cause:
    """Return the rule of a case, as a cause."""
    return f"rule:{case.arrival.type}@{run.day.case_type(case).rule_year}"


def decided(case: Case) -> tuple[Cause, ...]:
    """Return the decision of a case, as a cause; nothing if there is none."""
    return () if case.decided_at is None else (case.decided_at,)


def answer_of(run: Run, case: Case, basis: tuple[Seen, ...]) -> Answer | None:
    """Return what the rule gives over a basis."""
    return run.day.opening.rules[case.arrival.type].answer(values_of(basis))


def amount_of(day: Day, case: Case) -> int:
    """Return what the decision of a case pays, in øre: a month, or once."""
    rule = day.opening.rules[case.arrival.type]
    return rule.pays(case.decision.outcome, values_of(case.basis)) if case.decision else 0


def send_hearing(
    run: Run,
    case: Case,
    facts: tuple[str, ...],
    by: str = "player",
    because: tuple[Cause, ...] = (),
    question: Question | None = None,
) -> None:
    """Ask the party about facts before a decision, telling what they are as we have them."""
    newest = {one.path: one for one in (*case.seen, *case.basis) if one.state == "shown"}
    run.happens(
        HearingSent,
        by=by,
        case=case.id,
        facts=facts,
        told=tuple(newest[path] for path in facts if path in newest),
        channel=case.channel,
        days=run.day.case_type(case).hearing_days,
        minutes=run.price("hear") if by == "player" else 0,
        because=because,
        question=question,
    )


def send_letter(
    run: Run,
    case: Case,
    parts: tuple[tuple[str, str], ...],
    by: str = "player",
    question: Question | None = None,
) -> None:
    """Send the letter of a case: now its decision exists for the citizen."""
    run.happens(
        LetterSent,
        by=by,
        case=case.id,
        channel=written(case.channel),
        parts=parts,
        facts=case.basis if dict(parts)["facts"] != "absent" else (),
        answer=case.decision,
        because=decided(case),
        question=question,
    )
    keep(run, case, "letter")


def release(
    run: Run,
    case: Case,
    by: str = "player",
    minutes: int = 0,
    because: tuple[Cause, ...] = (),
    question: Question | None = None,
) -> None:
    """Set the payment of a decided case to go out."""
    outcome = run.day.outcome(case)
    run.happens(
        PaymentReleased,
        by=by,
        case=case.id,
        amount=amount_of(run.day, case),
        once=bool(outcome and outcome.once),
        minutes=minutes,
        because=(*decided(case), *because),
        question=question,
    )
