"""Working out an answer and deciding: by hand, proposed by automation, or left to it."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from typing import Literal, get_args

from simulator.casework.actions.chain import (
    AUTOMATION,
    StepCommand,
    automated,
    carry_on,
    done,
    level_cause,
    list_step,
    lists,
    presents,
    takes,
)
from simulator.casework.actions.promising import keep
from simulator.casework.actions.reopening import require_heard
from simulator.casework.automation import values_of
from simulator.casework.awaited import why_not_against
from simulator.casework.case_state import with_case, with_found
from simulator.casework.case_types import (
    ANSWERING,
    DECIDING,
    POINTING_OUT,
    SUGGESTING,
    Answer,
    Function,
)
from simulator.casework.day import Case, Day, Suggestion
from simulator.casework.engine import Run, decides
from simulator.casework.events import Event, event, evolves
from simulator.casework.form import Many, Occasion, One, Option, Words, option
from simulator.casework.letters import Channel
from simulator.casework.own_words import OwnWords
from simulator.casework.refusals import Refused
from simulator.casework.sights import Seen
from simulator.casework.telling import tells, told
from simulator.casework.truth import ruled
from simulator.core.causes import Cause
from simulator.core.facts import Value, split_path
from simulator.core.texts import Phrase
from simulator.core.values import changed
from simulator.town.spells import Spell
from simulator.town.town import Town

RECKON = "reckon"
"""Instead of an outcome: do the sums by the rule, on what is relied on."""


# What the caseworker can do -------------------------------------------------------------------


def outcomes(at: Occasion) -> Iterator[Option]:
    """Yield the outcomes of the case's type."""
    for outcome in at.day.case_type(at.case).outcomes:
        yield option(outcome.id, outcome.label)


def _or_reckon(at: Occasion) -> Iterator[Option]:
    yield option(RECKON, Phrase("outcome.reckon"))
    yield from outcomes(at)


@dataclass(frozen=True)
class Calculate(StepCommand):
    """Work out the answer by hand."""

    outcome: str

    step = "calculate"
    form = (One("outcome", _or_reckon),)


def _considerations(at: Occasion) -> Iterator[Option]:
    for consideration in at.day.case_type(at.case).considerations:
        yield option(consideration.id, consideration.label)


def _worked_out(at: Occasion) -> tuple[str, ...]:
    return (at.case.result.outcome,) if at.case.result else ()


@dataclass(frozen=True)
class Decide(StepCommand):
    """Decide with discretion."""

    outcome: str
    considerations: tuple[str, ...] = ()
    words: OwnWords = ""

    step = "weigh"
    form = (
        One("outcome", outcomes, preset=_worked_out),
        Many("considerations", _considerations),
        Words(),
    )


# What happened --------------------------------------------------------------------------------


@event("result.reached")
class ResultReached(Event):
    """The caseworker worked out an answer that is still to be weighed."""

    answer: Answer


@event("suggestion.shown")
class SuggestionShown(Event):
    """Automation proposes an outcome (or, at level 4, lets its result stand)."""

    function: Function
    level: int
    basis: tuple[Seen, ...]
    answer: Answer | None
    considerations: tuple[str, ...] = ()


@event("decision.made")
class DecisionMade(Event):
    """A decision was made; it does not exist for the citizen before the letter is sent."""

    function: Function
    answer: Answer
    relied_on: tuple[Seen, ...]
    considerations: tuple[str, ...] = ()
    words: int | None = None
    as_suggested: bool = False
    """Whether a suggestion that was followed had come to this answer, in whichever step. Older logs
    do not say it: there it is so where the suggestion of the deciding step was followed."""


nothing_decided = partial(Refused, "nothing-decided")


# By hand --------------------------------------------------------------------------------------


def figured(day: Day, case: Case, outcome: str) -> Answer:
    """Return an outcome with the figure the rule gives it on what is relied on."""
    if outcome == RECKON:
        answer = ruled(day, case, case.basis)
        if answer is None:
            raise Refused("cannot-reckon", helps="look_up")
        return answer
    if outcome not in {known.id for known in day.case_type(case).outcomes}:
        raise Refused("no-such-outcome")
    return Answer(outcome, day.rule(case).figure(outcome, values_of(case.basis)))


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
    """Let the caseworker decide; with ``because`` it follows from an answer given already.

    Raises ``Refused`` where a reopened case would be decided against its party, unheard, and where
    any case would be while a document that was asked for can still come, or lies unopened.
    """
    require_heard(run.day, case, answer)
    if why := why_not_against(run.day, case, answer):
        raise why
    run.happens(
        DecisionMade,
        case=case.id,
        function=function,
        answer=answer,
        relied_on=case.basis,
        considerations=considerations,
        words=words,
        as_suggested=answer in case.taken,
        minutes=minutes,
        because=because,
        question=None if because else run.question(case.id, function, "decision"),
    )
    keep(run, case, "look-again")


@decides(Calculate)
def _calculate(run: Run, command: Calculate, case: Case) -> None:
    answer = figured(run.day, case, command.outcome)
    if run.day.case_type(case).deciding == "calculate":
        make_decision(run, case, "calculate", answer, (), None, run.cost)
    else:
        question = run.question(case.id, "calculate", "decision")
        run.does(ResultReached, answer=answer, question=question)
    done(run, case, "calculate", "by-hand")
    carry_on(run, case.id)


@evolves(ResultReached)
def _result(day: Day, event: ResultReached) -> Day:
    return with_case(day, event.case, result=event.answer, result_at=event.seq)


@decides(Decide)
def _decide(run: Run, command: Decide, case: Case) -> None:
    known = {consideration.id for consideration in run.day.case_type(case).considerations}
    if not set(command.considerations) <= known:
        raise Refused("no-such-consideration")
    answer = figured(run.day, case, command.outcome)
    words, minutes = run.word(command.words), run.cost
    make_decision(run, case, "weigh", answer, command.considerations, words, minutes)
    done(run, case, "weigh", "by-hand")
    carry_on(run, case.id)


@evolves(DecisionMade)
def _decided(day: Day, event: DecisionMade) -> Day:
    case = day.cases[event.case or ""]
    suggested = event.as_suggested or case.followed == event.function
    followed = "suggestion" if suggested else "person"
    day = with_case(
        day,
        case.id,
        result=event.answer,
        decision=event.answer,
        relied_on=event.relied_on,
        seen_then=case.seen,
        considerations=event.considerations,
        decided_at=event.seq,
        judged_by=case.judged_by or day.world.town,
        judged_at=day.at(event.minute),
        decided_by=followed if event.by == "player" else "automation",
        suggestion=None,
    )
    return _taken_effect(day, day.cases[case.id], event)


def _taken_effect(day: Day, case: Case, event: DecisionMade) -> Day:
    """Return the day as a decision leaves it for the registers, and for whom it is about."""
    outcome = day.case_type(case).outcome(event.answer.outcome)
    becomes = {**_undone(day, case), **dict(_effects(day, case, event.answer, event.relied_on))}
    if becomes:
        day = changed(day, world=changed(day.world, town=_become(day, event, becomes)))
    channel = outcome.reached_by
    earlier = case.reopened and day.case_type(case).outcome(case.reopened.before.outcome)
    was: Collection[Channel] = get_args(Channel)
    if earlier and earlier.reached_by and channel is None:
        channel = "digital"  # the default of the municipality's systems, as before
        was = (earlier.reached_by,)
    if channel is None:
        return day
    for other in day.cases.values():
        if other.party == case.party and other.letter is None and other.channel in was:
            day = with_case(day, other.id, channel=channel)
    return day


def _effects(
    day: Day, case: Case, answer: Answer, basis: Iterable[Seen]
) -> Iterator[tuple[tuple[str, str], Value]]:
    """Yield what an answer makes true: (fact, subject), and the value."""
    known = values_of(basis)
    for path, value in day.rule(case).effects(answer.outcome, known):
        relation, fact = split_path(path)
        named = known(day.opening.relations[relation]) if relation else case.party
        if named:
            yield (fact, str(named)), value


def _undone(day: Day, case: Case) -> dict[tuple[str, str], Value]:
    """Return what was true before the decision that a reopened case had, of what that changed."""
    if case.reopened is None or case.reopened.was.judged_by is None:
        return {}
    was, today = case.reopened.was, day.opening.date
    assert was.judged_by is not None
    before = {
        (fact, subject): was.judged_by.truth(fact, subject, today)
        for (fact, subject), _ in _effects(day, was, case.reopened.before, was.relied_on)
    }
    return {what: value for what, value in before.items() if value is not None}


def _become(day: Day, event: DecisionMade, becomes: Mapping[tuple[str, str], Value]) -> Town:
    """Return the town with what a decision makes true, reported at once where registers ask."""
    town = day.world.town
    for (fact, subject), value in becomes.items():
        spell = Spell(value, day.opening.date, None, day.at(event.minute))
        town = town.becoming(fact, subject, spell)
    return town


# By automation --------------------------------------------------------------------------------


def _earlier(run: Run, case: Case) -> tuple[str, ...]:
    return tuple(
        other.id
        for other in run.day.cases.values()
        if other.arrival.type == case.arrival.type and other.decision and other.id != case.id
    )


@lists("calculate")
def _listed_sums(run: Run, case: Case, level: int) -> tuple[str, ...]:
    steps = run.day.case_type(case).steps
    return tuple(step.id for step in steps) if level == POINTING_OUT else ("amounts",)


@lists("weigh")
def _listed_grounds(run: Run, case: Case, level: int) -> tuple[str, ...]:
    named = run.day.case_type(case).considerations
    return tuple(ground.id for ground in named) if level == POINTING_OUT else _earlier(run, case)


@presents(ANSWERING, SUGGESTING)
def _suggest(run: Run, case: Case, function: Function, level: int) -> None:
    answer = _held_right(run, case, function)
    automated(
        run,
        SuggestionShown,
        case,
        function,
        _yardstick(run, case, function),
        function=function,
        level=level,
        basis=case.basis,
        answer=answer,
        considerations=_considered(run, case, function),
    )


def _considered(run: Run, case: Case, function: Function) -> tuple[str, ...]:
    """Return what automation ticks: the considerations that the facts answer, where it weighs."""
    return run.day.rule(case).considers(values_of(case.basis)) if function == "weigh" else ()


HeldBy = Literal["rule", "result", "scale"]


def held_right_by(day: Day, case: Case, function: Function) -> HeldBy:
    """Return what the system goes by in a case: the rule where it calculates.

    Where it weighs, it is a person's own result, else the municipality's own scale where there is
    one. As a suggestion the scale guides, and one may depart from it; where the step is left to
    automation it decides as if it were law.
    """
    if function == "calculate":
        return "rule"
    scaled = day.case_type(case).scaled
    if case.result and (case.result_at is not None or not scaled):
        return "result"
    return "scale" if scaled else "rule"


def _held_right(run: Run, case: Case, function: Function) -> Answer | None:
    match held_right_by(run.day, case, function):
        case "result":
            return case.result
        case "scale":
            return run.day.rule(case).by_scale(values_of(case.basis))
    return ruled(run.day, case, case.basis)


def _yardstick(run: Run, case: Case, function: Function) -> Cause:
    """Return what an answer of the system's follows from: the scale, or else the rule."""
    kind = run.day.case_type(case)
    return kind.as_scale if held_right_by(run.day, case, function) == "scale" else kind.as_rule


@evolves(SuggestionShown)
def _shown(day: Day, event: SuggestionShown) -> Day:
    case = day.cases[event.case or ""]
    shown = case.shown | {event.function}
    if (scale := day.case_type(case).as_scale) in event.because:
        day = with_found(day, scale)
    if event.level == DECIDING:
        at = case.result_at if event.answer == case.result else None
        reached = (*case.reached, event.answer) if event.answer else case.reached
        came_to = {"result": event.answer, "result_at": at, "reached": reached}
        return with_case(day, case.id, shown=shown, **came_to)
    suggestion = Suggestion(
        event.seq, event.function, event.level, event.basis, event.answer, event.considerations
    )
    return with_case(day, case.id, suggestion=suggestion, basis_opened=False, shown=shown)


@takes(*ANSWERING)
def _reckon(run: Run, case: Case, function: Function) -> bool:
    """Let a result stand; where there is none, leave the step to the caseworker."""
    answer = _held_right(run, case, function)
    if answer is None:
        if run.day.hand == case.id and function not in case.shown:
            list_step(run, case, function, POINTING_OUT)
        return False
    _suggest(run, case, function, DECIDING)
    done(run, case, function, AUTOMATION, AUTOMATION, (level_cause(run, case, function),))
    if run.day.case_type(case).deciding == function:
        _decide_alone(run, run.day.cases[case.id], function, answer)
    return True


def _decide_alone(run: Run, case: Case, function: Function, answer: Answer) -> None:
    automated(
        run,
        DecisionMade,
        case,
        function,
        _yardstick(run, case, function),
        function=function,
        answer=answer,
        relied_on=case.basis,
        considerations=_considered(run, case, function),
    )


@tells(DecisionMade)
def _tell_decided(day: Day, event: DecisionMade) -> Phrase:
    """Tell what was decided, or the next step where the matter is only put off."""
    outcome = day.case_type(day.cases[event.case or ""]).outcome(event.answer.outcome)
    return told(day, event, "-pending" if outcome.pending else "")


@tells(SuggestionShown)
def _tell_shown(day: Day, event: SuggestionShown) -> Phrase:
    if event.answer is None:
        return told(day, event, "-none")
    shown = told(day, event)
    return Phrase("told.result.stands", shown.arguments) if event.level == DECIDING else shown
