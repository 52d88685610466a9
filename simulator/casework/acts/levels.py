"""What automation does in each function at each level, from what systems show it.

Below level 4 it presents something and waits for the caseworker; at 4 it takes the step itself.
"""

from collections.abc import Callable, Mapping

from simulator.casework.acts.steps import (
    answer_of,
    decided,
    done,
    level_cause,
    release,
    rule_cause,
    send_hearing,
    send_letter,
)
from simulator.casework.automation import (
    composed_parts,
    gather,
    missing,
    to_be_heard,
    told,
    values_of,
)
from simulator.casework.case_types import Answer, Function
from simulator.casework.causes import causes
from simulator.casework.day import Case
from simulator.casework.engine import Run
from simulator.casework.events.acting import DecisionMade, LetterComposed
from simulator.casework.events.automation import (
    AutodecisionIssued,
    FactsFilled,
    StepsListed,
    SuggestionShown,
)
from simulator.casework.protection import mask
from simulator.landscape.observations import Observation
from simulator.landscape.observe import observe

AUTOMATION = "automation"


def present(run: Run, case: Case, function: Function, level: int) -> None:
    """Do what a level from 1 to 3 says of a function."""
    if function == "find":
        _fill(run, case, level)
    elif level == 3 and function in ("calculate", "weigh"):
        _suggest(run, case, function, level)
    elif level == 3 and function == "write":
        _compose(run, case)
    else:
        _list(run, case, function, level)


def take(run: Run, case: Case, function: Function) -> bool:
    """Take a step at level 4. Say whether it could be done."""
    return _TAKES[function](run, case)


def _fill(run: Run, case: Case, level: int) -> tuple[str, ...]:
    """Fill in the facts, and return those that are missing."""
    now = run.day.at(run.now)

    def shows(system: str, fact: str, subject: str) -> Observation:
        return observe(run.day.world, system, fact, subject, now)

    kind, systems = run.day.case_type(case), run.day.opening.landscape.systems
    fields = gather(
        kind,
        case.party,
        shows,
        lambda id_: systems[id_].shows_age,
        level,
        now,
        run.day.opening.relations,
        told(kind, case.seen),
    )
    lacking = missing(kind, fields)
    run.happens(
        FactsFilled,
        by=AUTOMATION,
        case=case.id,
        level=level,
        fields=tuple(mask(run.day, one, case.party) for one in fields),
        taken=tuple(one for one in fields if one.state == "shown") if level == 4 else (),
        missing=lacking if level >= 2 else (),
        because=(level_cause(case, "find"),),
    )
    return lacking


def _list(run: Run, case: Case, function: Function, level: int) -> None:
    run.happens(
        StepsListed,
        by=AUTOMATION,
        case=case.id,
        function=function,
        level=level,
        items=_items(run, case, function, level),
        because=(level_cause(case, function),),
    )


def _items(run: Run, case: Case, function: Function, level: int) -> tuple[str, ...]:
    kind = run.day.case_type(case)
    if function == "hear":
        return to_be_heard(kind, case.basis)
    if function == "calculate":
        return tuple(step.id for step in kind.steps) if level == 2 else ("amounts",)
    if function == "weigh":
        return tuple(c.id for c in kind.considerations) if level == 2 else _earlier(run, case)
    if function == "write":
        owed = kind.owed(case.decision, case.decided_by) if case.decision else ()
        return tuple(sorted(owed)) if level == 2 else ("blocks",)
    return ("account", "amount") if level == 1 else ("account", "amount", "decision", "letter")


def _earlier(run: Run, case: Case) -> tuple[str, ...]:
    return tuple(
        one.id
        for one in run.day.cases.values()
        if one.arrival.type == case.arrival.type and one.decision and one.id != case.id
    )


def _suggest(run: Run, case: Case, function: Function, level: int) -> None:
    rule = run.day.opening.rules[case.arrival.type]
    weighs = function == "weigh"
    answer = _weighed(run, case) if weighs else answer_of(run, case, case.basis)
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
        because=(level_cause(case, function), rule_cause(run, case)),
    )


def _weighed(run: Run, case: Case) -> Answer | None:
    """Return what the system holds for right: a person's own result, else its internal scale.

    As a suggestion the scale guides, and one may depart from it; where the step is left to
    automation it decides as if it were law.
    """
    if case.result and (case.result_at is not None or not run.day.case_type(case).scaled):
        return case.result
    return run.day.opening.rules[case.arrival.type].by_scale(values_of(case.basis))


def _compose(run: Run, case: Case) -> tuple[tuple[str, str], ...]:
    assert case.decision is not None
    parts = composed_parts(run.day.case_type(case), case.decision)
    run.happens(
        LetterComposed,
        by=AUTOMATION,
        case=case.id,
        parts=parts,
        level=run.day.level(case, "write"),
        because=(level_cause(case, "write"), *decided(case)),
    )
    return parts


def _adverse(run: Run, case: Case, answer: Answer | None) -> bool:
    return bool(answer and run.day.case_type(case).outcome(answer.outcome).adverse)


def _find(run: Run, case: Case) -> bool:
    if _fill(run, case, 4):
        return False
    done(run, case, "find", AUTOMATION, AUTOMATION, (level_cause(case, "find"),))
    return True


def _hear(run: Run, case: Case) -> bool:
    if case.hearing and not case.hearing.answered:
        return False
    because = (level_cause(case, "hear"),)
    facts = to_be_heard(run.day.case_type(case), case.basis)
    if facts and not case.hearing and _adverse(run, case, answer_of(run, case, case.basis)):
        send_hearing(run, case, facts, AUTOMATION, because)
        return False
    done(run, case, "hear", AUTOMATION if case.hearing else "skipped", AUTOMATION, because)
    return True


def _calculate(run: Run, case: Case) -> bool:
    return _reckon(run, case, "calculate", answer_of(run, case, case.basis))


def _weigh(run: Run, case: Case) -> bool:
    return _reckon(run, case, "weigh", _weighed(run, case))


def _reckon(run: Run, case: Case, function: Function, answer: Answer | None) -> bool:
    """Let a result stand; where there is none, leave the step to the caseworker."""
    if answer is None:
        if run.day.hand == case.id and function not in case.shown:
            _list(run, case, function, 2)
        return False
    _suggest(run, case, function, 4)
    done(run, case, function, AUTOMATION, AUTOMATION, (level_cause(case, function),))
    if run.day.case_type(case).deciding == function:
        _decide(run, run.day.cases[case.id], function, answer)
    return True


def _decide(run: Run, case: Case, function: Function, answer: Answer) -> None:
    rule = run.day.opening.rules[case.arrival.type]
    run.happens(
        DecisionMade,
        by=AUTOMATION,
        case=case.id,
        function=function,
        answer=answer,
        relied_on=case.basis,
        considerations=rule.considers(values_of(case.basis)) if function == "weigh" else (),
        because=(level_cause(case, function), rule_cause(run, case)),
    )


def _write(run: Run, case: Case) -> bool:
    if case.decision is None:
        return False
    parts = _compose(run, case)
    if case.decided_by == "automation":
        run.happens(
            AutodecisionIssued,
            by=AUTOMATION,
            case=case.id,
            basis=case.basis,
            answer=case.decision,
            parts=parts,
            causes=causes(run.day, case, case.decision, case.basis),
            because=(level_cause(case, "write"), *decided(case)),
        )
    send_letter(run, case, parts, AUTOMATION)
    done(run, case, "write", AUTOMATION, AUTOMATION, (level_cause(case, "write"),))
    return True


def _pay(run: Run, case: Case) -> bool:
    because = (level_cause(case, "pay"),)
    release(run, case, AUTOMATION, 0, because)
    done(run, case, "pay", AUTOMATION, AUTOMATION, (*because, *decided(case)))
    return True


_TAKES: Mapping[Function, Callable[[Run, Case], bool]] = {
    "find": _find,
    "hear": _hear,
    "calculate": _calculate,
    "weigh": _weigh,
    "write": _write,
    "pay": _pay,
}
