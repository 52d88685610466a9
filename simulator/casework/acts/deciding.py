"""Working out and deciding by hand."""

from simulator.casework.acts.chain import carry_on
from simulator.casework.acts.steps import done
from simulator.casework.automation import values_of
from simulator.casework.case_state import at_step, step_minutes, with_case
from simulator.casework.case_types import Answer, Function
from simulator.casework.commands import Calculate, Decide, require_case_in_hand
from simulator.casework.day import Case, Day
from simulator.casework.engine import Run, decides
from simulator.casework.events import evolves
from simulator.casework.events.acting import DecisionMade
from simulator.casework.events.case import ResultReached
from simulator.casework.refusals import Refused
from simulator.core.agenda import Cause
from simulator.core.facts import split_path
from simulator.core.values import changed
from simulator.town.spells import Spell
from simulator.town.town import Town

RECKON = "reckon"
"""Instead of an outcome: do the sums by the rule, on what is relied on."""


def figured(day: Day, case: Case, outcome: str) -> Answer:
    """Return an outcome with the figure the rule gives it on what is relied on."""
    if outcome == RECKON:
        answer = day.opening.rules[case.arrival.type].answer(values_of(case.basis))
        if answer is None:
            raise Refused("cannot-reckon")
        return answer
    if outcome not in {one.id for one in day.case_type(case).outcomes}:
        raise Refused("no-such-outcome")
    rule = day.opening.rules[case.arrival.type]
    return Answer(outcome, rule.figure(outcome, values_of(case.basis)))


def make_decision(
    run: Run,
    case: Case,
    function: Function,
    answer: Answer,
    considerations: tuple[str, ...],
    words: int | None,
    minutes: int = 0,
    because: tuple[Cause, ...] = (),
) -> None:
    """Let the caseworker decide; with ``because`` it follows from an answer given already."""
    run.happens(
        DecisionMade,
        case=case.id,
        function=function,
        answer=answer,
        relied_on=case.basis,
        considerations=considerations,
        words=words,
        minutes=minutes,
        because=because,
        question=None if because else run.question(case.id, function, "decision"),
    )


@decides(Calculate)
def _calculate(run: Run, command: Calculate) -> None:
    case = require_case_in_hand(run.day, command.case)
    at_step(run.day, case, "calculate")
    answer = figured(run.day, case, command.outcome)
    minutes = step_minutes(run.day, case, "calculate")
    if run.day.case_type(case).deciding == "calculate":
        make_decision(run, case, "calculate", answer, (), None, minutes)
    else:
        question = run.question(case.id, "calculate", "decision")
        run.happens(ResultReached, case=case.id, answer=answer, minutes=minutes, question=question)
    done(run, case, "calculate", "by-hand")
    carry_on(run, case.id)


@evolves(ResultReached)
def _result(day: Day, event: ResultReached) -> Day:
    return with_case(day, event.case, result=event.answer, result_at=event.seq)


@decides(Decide)
def _decide(run: Run, command: Decide) -> None:
    case = require_case_in_hand(run.day, command.case)
    at_step(run.day, case, "weigh")
    known = {one.id for one in run.day.case_type(case).considerations}
    if not set(command.considerations) <= known:
        raise Refused("no-such-consideration")
    answer = figured(run.day, case, command.outcome)
    minutes = step_minutes(run.day, case, "weigh")
    words = run.word(command.words)
    make_decision(run, case, "weigh", answer, command.considerations, words, minutes)
    done(run, case, "weigh", "by-hand")
    carry_on(run, case.id)


@evolves(DecisionMade)
def _decided(day: Day, event: DecisionMade) -> Day:
    case = day.cases[event.case or ""]
    followed = "suggestion" if case.followed == event.function else "person"
    day = with_case(
        day,
        case.id,
        result=event.answer,
        decision=event.answer,
        considerations=event.considerations,
        decided_at=event.seq,
        judged_by=day.world.town,
        decided_by=followed if event.by == "player" else "automation",
        suggestion=None,
    )
    return _taken_effect(day, day.cases[case.id], event)


def _taken_effect(day: Day, case: Case, event: DecisionMade) -> Day:
    """Return the day as a decision leaves it for the registers, and for whom it is about."""
    outcome = day.case_type(case).outcome(event.answer.outcome)
    if outcome.effects:
        day = changed(day, world=changed(day.world, town=_become(day, case, event)))
    if outcome.reached_by is None:
        return day
    for other in day.cases.values():
        if other.party == case.party and other.letter is None:
            day = with_case(day, other.id, channel=outcome.reached_by)
    return day


def _become(day: Day, case: Case, event: DecisionMade) -> Town:
    """Return the town with what a decision makes true, reported at once where registers ask."""
    rule, known = day.opening.rules[case.arrival.type], values_of(event.relied_on)
    town = day.world.town
    for path, value in rule.effects(event.answer.outcome, known):
        relation, fact = split_path(path)
        named = known(day.opening.relations[relation]) if relation else case.party
        if named:
            spell = Spell(value, day.opening.date, None, day.at(event.minute))
            town = town.becoming(fact, str(named), spell)
    return town
