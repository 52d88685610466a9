"""Suggestions: shown, followed, adjusted, rejected."""

from simulator.casework.acts.chain import carry_on
from simulator.casework.acts.deciding import figured, make_decision
from simulator.casework.acts.steps import done
from simulator.casework.case_state import with_case
from simulator.casework.commands import Adjust, Follow, OldCaseCommand, Reject, require_case_in_hand
from simulator.casework.day import Case, Day, Suggestion
from simulator.casework.engine import Run, decides
from simulator.casework.events import evolves
from simulator.casework.events.automation import (
    StepsListed,
    SuggestionAdjusted,
    SuggestionFollowed,
    SuggestionRejected,
    SuggestionShown,
)
from simulator.casework.refusals import Refused


@evolves(StepsListed)
def _listed(day: Day, event: StepsListed) -> Day:
    case = day.cases[event.case or ""]
    return with_case(day, case.id, listed=event.items, shown=case.shown | {event.function})


@evolves(SuggestionShown)
def _shown(day: Day, event: SuggestionShown) -> Day:
    case = day.cases[event.case or ""]
    shown = case.shown | {event.function}
    if event.level == 4:
        at = case.result_at if event.answer == case.result else None
        return with_case(day, case.id, result=event.answer, result_at=at, shown=shown)
    suggestion = Suggestion(
        event.seq, event.function, event.level, event.basis, event.answer, event.considerations
    )
    return with_case(day, case.id, suggestion=suggestion, basis_opened=False, shown=shown)


def _waiting(run: Run, command: OldCaseCommand) -> tuple[Case, Suggestion]:
    case = require_case_in_hand(run.day, command.case)
    if case.suggestion is None:
        raise Refused("no-suggestion")
    return case, case.suggestion


@decides(Follow)
def _follow(run: Run, command: Follow) -> None:
    case, suggestion = _waiting(run, command)
    if suggestion.answer is None:
        raise Refused("nothing-to-follow")
    followed = run.happens(
        SuggestionFollowed,
        case=case.id,
        function=suggestion.function,
        answer=suggestion.answer,
        minutes=run.price("follow"),
        because=(suggestion.seq,),
        question=run.question(case.id, suggestion.function, "suggestion"),
    )
    _go_on(run, case, suggestion, followed, None)


@decides(Adjust)
def _adjust(run: Run, command: Adjust) -> None:
    case, suggestion = _waiting(run, command)
    words = run.word(command.words)
    adjusted = run.happens(
        SuggestionAdjusted,
        case=case.id,
        function=suggestion.function,
        before=suggestion.answer,
        answer=figured(run.day, case, command.outcome),
        words=words,
        minutes=run.price("adjust"),
        because=(suggestion.seq,),
        question=run.question(case.id, suggestion.function, "suggestion"),
    )
    _go_on(run, case, suggestion, adjusted, words)


def _go_on(
    run: Run,
    case: Case,
    suggestion: Suggestion,
    taken: SuggestionFollowed | SuggestionAdjusted,
    words: int | None,
) -> None:
    function, ticked = suggestion.function, suggestion.considerations
    done(run, case, function, "by-hand")
    if run.day.case_type(case).deciding == function:
        case = run.day.cases[case.id]
        make_decision(run, case, function, taken.answer, ticked, words, because=(taken.seq,))
    carry_on(run, case.id)


@evolves(SuggestionFollowed, SuggestionAdjusted)
def _taken(day: Day, event: SuggestionFollowed | SuggestionAdjusted) -> Day:
    if isinstance(event, SuggestionAdjusted):
        day = with_case(day, event.case, result_at=event.seq)
    followed = event.function if isinstance(event, SuggestionFollowed) else ""
    return with_case(day, event.case, result=event.answer, suggestion=None, followed=followed)


@decides(Reject)
def _reject(run: Run, command: Reject) -> None:
    case, suggestion = _waiting(run, command)
    run.happens(
        SuggestionRejected,
        case=case.id,
        function=suggestion.function,
        before=suggestion.answer,
        words=run.word(command.words),
        minutes=run.price("reject"),
        because=(suggestion.seq,),
        question=run.question(case.id, suggestion.function, "suggestion"),
    )


@evolves(SuggestionRejected)
def _rejected(day: Day, event: SuggestionRejected) -> Day:
    case = day.cases[event.case or ""]
    return with_case(day, case.id, suggestion=None, by_hand=case.by_hand | {event.function})
