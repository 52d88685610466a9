"""The chain of functions: it runs from the left while the level is 4.

At the first function below 4 it stops and does there what that level says. When the human has
done that step, the chain goes on.
"""

from simulator.casework.acts.common import next_function
from simulator.casework.automation import (
    gather,
    letter_parts,
    missing,
    owed_parts,
    to_be_heard,
    values_of,
)
from simulator.casework.case_types import Function
from simulator.casework.causes import causes
from simulator.casework.day import Case
from simulator.casework.decider import Unfolding
from simulator.casework.events.acting import (
    DecisionMade,
    HearingSent,
    LetterComposed,
    LetterSent,
    PaymentReleased,
)
from simulator.casework.events.automation import (
    AutodecisionIssued,
    FactsFilled,
    StepsListed,
    SuggestionShown,
)
from simulator.casework.events.base import Answer, Seen
from simulator.casework.events.case import CaseClosed, StepDone
from simulator.core.agenda import Cause
from simulator.landscape.observations import Observation
from simulator.landscape.observe import observe

AUTOMATION = "automation"


def carry_on(run: Unfolding, case_id: str) -> None:
    """Let the chain of a case run as far as its levels allow."""
    while True:
        case = run.day.cases[case_id]
        function = next_function(run.day, case)
        if case.away:
            return
        if function is None:
            _finish(run, case)
            return
        level = run.day.level(case, function)
        if function == "pay" and not _pays(run, case):
            done(run, case, function, "skipped", by=AUTOMATION, because=_decided(case))
        elif level == 4:
            if not _DOES[function](run, case):
                return
        else:
            if level and case.opened and function not in case.shown:
                _PRESENTS[function](run, case, level)
            return


def done(
    run: Unfolding,
    case: Case,
    function: Function,
    how: str,
    by: str = "player",
    minutes: int = 0,
    because: tuple[Cause, ...] = (),
) -> None:
    """Let a function of a case be done."""
    run.happens(
        StepDone,
        by=by,
        case=case.id,
        function=function,
        level=run.day.level(case, function),
        how=how,
        minutes=minutes,
        because=because,
    )


def level_cause(run: Unfolding, case: Case, function: str) -> Cause:
    """Return the level a function runs at, as a cause."""
    return f"level:{case.arrival.type}.{function}"


def rule_cause(run: Unfolding, case: Case) -> Cause:
    """Return the rule of a case, as a cause."""
    return f"rule:{case.arrival.type}@{run.day.case_type(case).rule_year}"


def answer_of(run: Unfolding, case: Case, basis: tuple[Seen, ...]) -> Answer | None:
    """Return what the rule gives over a basis."""
    return run.day.opening.rules[case.arrival.type].answer(values_of(basis))


def _finish(run: Unfolding, case: Case) -> None:
    if case.letter is not None and run.day.level(case, "write") == 4:
        run.happens(CaseClosed, by=AUTOMATION, case=case.id, because=(case.letter,))


def _decided(case: Case) -> tuple[Cause, ...]:
    return () if case.decided_at is None else (case.decided_at,)


def _pays(run: Unfolding, case: Case) -> bool:
    answer = case.decision
    return bool(answer and run.day.case_type(case).outcome(answer.outcome).pays)


def _adverse(run: Unfolding, case: Case, answer: Answer | None) -> bool:
    return bool(answer and run.day.case_type(case).outcome(answer.outcome).adverse)


def _gathered(run: Unfolding, case: Case, level: int) -> tuple[Seen, ...]:
    def shows(system: str, fact: str, subject: str) -> Observation:
        return observe(run.day.world, system, fact, subject, run.day.at(run.now))

    systems = run.day.opening.landscape.systems
    kind = run.day.case_type(case)
    return gather(kind, case.party, shows, lambda system: systems[system].shows_age, level)


def _fill(run: Unfolding, case: Case, level: int) -> None:
    fields = _gathered(run, case, level)
    run.happens(
        FactsFilled,
        by=AUTOMATION,
        case=case.id,
        level=level,
        fields=fields,
        missing=missing(run.day.case_type(case), fields) if level >= 2 else (),
        because=(level_cause(run, case, "find"),),
    )


def _list(run: Unfolding, case: Case, function: Function, level: int) -> None:
    run.happens(
        StepsListed,
        by=AUTOMATION,
        case=case.id,
        function=function,
        level=level,
        items=_items(run, case, function, level),
        because=(level_cause(run, case, function),),
    )


def _items(run: Unfolding, case: Case, function: Function, level: int) -> tuple[str, ...]:
    kind = run.day.case_type(case)
    if function == "hear":
        return to_be_heard(kind, case.basis)
    if function == "calculate":
        return tuple(step.id for step in kind.steps) if level == 2 else ("amounts",)
    if function == "weigh":
        return tuple(c.id for c in kind.considerations) if level == 2 else _earlier(run, case)
    if function == "write":
        owed = owed_parts(_adverse(run, case, case.decision), automated=True)
        return tuple(sorted(owed)) if level == 2 else ("blocks",)
    return ("account", "amount") if level == 1 else ("account", "amount", "decision", "letter")


def _earlier(run: Unfolding, case: Case) -> tuple[str, ...]:
    return tuple(
        one.id
        for one in run.day.cases.values()
        if one.arrival.type == case.arrival.type and one.decision and one.id != case.id
    )


def _suggest(run: Unfolding, case: Case, function: Function, level: int) -> None:
    rule = run.day.opening.rules[case.arrival.type]
    weighs = function == "weigh"
    answer = case.result if weighs and case.result else answer_of(run, case, case.basis)
    run.happens(
        SuggestionShown,
        by=AUTOMATION,
        case=case.id,
        function=function,
        level=level,
        basis=case.basis,
        answer=answer,
        considerations=rule.considers(values_of(case.basis)) if weighs else (),
        causes=causes(run.day, case, answer, case.basis),
        because=(level_cause(run, case, function), rule_cause(run, case)),
    )


def _present_find(run: Unfolding, case: Case, level: int) -> None:
    _fill(run, case, level)


def _present_hear(run: Unfolding, case: Case, level: int) -> None:
    _list(run, case, "hear", level)


def _present_calculate(run: Unfolding, case: Case, level: int) -> None:
    (_suggest if level == 3 else _list)(run, case, "calculate", level)


def _present_weigh(run: Unfolding, case: Case, level: int) -> None:
    (_suggest if level == 3 else _list)(run, case, "weigh", level)


def _present_write(run: Unfolding, case: Case, level: int) -> None:
    if level == 3:
        _compose(run, case)
    else:
        _list(run, case, "write", level)


def _present_pay(run: Unfolding, case: Case, level: int) -> None:
    _list(run, case, "pay", level)


def _compose(run: Unfolding, case: Case) -> tuple[tuple[str, str], ...]:
    parts = letter_parts(_adverse(run, case, case.decision), _pays(run, case))
    run.happens(
        LetterComposed,
        by=AUTOMATION,
        case=case.id,
        parts=parts,
        level=run.day.level(case, "write"),
        because=(level_cause(run, case, "write"), *_decided(case)),
    )
    return parts


def _do_find(run: Unfolding, case: Case) -> bool:
    _fill(run, case, 4)
    done(run, case, "find", AUTOMATION, by=AUTOMATION)
    return True


def _do_hear(run: Unfolding, case: Case) -> bool:
    if case.hearing and not case.hearing.answered:
        return False
    facts = to_be_heard(run.day.case_type(case), case.basis)
    if facts and not case.hearing and _adverse(run, case, answer_of(run, case, case.basis)):
        send_hearing(run, case, facts, AUTOMATION, 0)
        return False
    done(run, case, "hear", AUTOMATION if case.hearing else "skipped", by=AUTOMATION)
    return True


def send_hearing(run: Unfolding, case: Case, facts: tuple[str, ...], by: str, minutes: int) -> None:
    """Ask the party about facts before a decision."""
    run.happens(
        HearingSent,
        by=by,
        case=case.id,
        facts=facts,
        channel=case.channel,
        days=run.day.case_type(case).hearing_days,
        minutes=minutes,
        because=(level_cause(run, case, "hear"),) if by == AUTOMATION else (),
        question=run.question(case.id, "hear", "hearing") if by == "player" else None,
    )


def _do_calculate(run: Unfolding, case: Case) -> bool:
    answer = answer_of(run, case, case.basis)
    if answer is None:
        if case.opened and "calculate" not in case.shown:
            _list(run, case, "calculate", 2)
        return False
    _suggest(run, case, "calculate", 4)
    done(run, case, "calculate", AUTOMATION, by=AUTOMATION)
    if run.day.case_type(case).deciding == "calculate":
        _decide(run, run.day.cases[case.id], "calculate", answer)
    return True


def _do_weigh(run: Unfolding, case: Case) -> bool:
    answer = case.result or answer_of(run, case, case.basis)
    if answer is None:
        return False
    _suggest(run, case, "weigh", 4)
    done(run, case, "weigh", AUTOMATION, by=AUTOMATION)
    _decide(run, run.day.cases[case.id], "weigh", answer)
    return True


def _decide(run: Unfolding, case: Case, function: str, answer: Answer) -> None:
    rule = run.day.opening.rules[case.arrival.type]
    run.happens(
        DecisionMade,
        by=AUTOMATION,
        case=case.id,
        function=function,
        answer=answer,
        relied_on=case.basis,
        considerations=rule.considers(values_of(case.basis)) if function == "weigh" else (),
        because=(level_cause(run, case, function), rule_cause(run, case)),
    )


def _do_write(run: Unfolding, case: Case) -> bool:
    decision = case.decision
    if decision is None:
        return False
    parts = _compose(run, case)
    because: tuple[Cause, ...] = () if case.decided_at is None else (case.decided_at,)
    if case.decided_by_automation:
        run.happens(
            AutodecisionIssued,
            by=AUTOMATION,
            case=case.id,
            basis=case.basis,
            answer=decision,
            parts=parts,
            causes=causes(run.day, case, decision, case.basis),
            because=because,
        )
    told = case.basis if dict(parts)["facts"] != "absent" else ()
    run.happens(
        LetterSent,
        by=AUTOMATION,
        case=case.id,
        channel=case.channel,
        parts=parts,
        facts=told,
        answer=decision,
        because=because,
    )
    done(run, run.day.cases[case.id], "write", AUTOMATION, by=AUTOMATION)
    return True


def _do_pay(run: Unfolding, case: Case) -> bool:
    release(run, case, AUTOMATION, 0)
    done(run, case, "pay", AUTOMATION, by=AUTOMATION, because=_decided(case))
    return True


def release(run: Unfolding, case: Case, by: str, minutes: int) -> None:
    """Set the payment of a decided case to go out."""
    assert case.decision is not None
    rule = run.day.opening.rules[case.arrival.type]
    run.happens(
        PaymentReleased,
        by=by,
        case=case.id,
        amount=rule.pays(case.decision.outcome, values_of(case.basis)),
        minutes=minutes,
        because=(case.decided_at,) if case.decided_at is not None else (),
    )


_PRESENTS = {
    "find": _present_find,
    "hear": _present_hear,
    "calculate": _present_calculate,
    "weigh": _present_weigh,
    "write": _present_write,
    "pay": _present_pay,
}
_DOES = {
    "find": _do_find,
    "hear": _do_hear,
    "calculate": _do_calculate,
    "weigh": _do_weigh,
    "write": _do_write,
    "pay": _do_pay,
}
