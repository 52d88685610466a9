"""What is done with a suggestion: it is followed, adjusted or rejected."""

from collections.abc import Iterator
from dataclasses import dataclass

from simulator.casework.actions.chain import carry_on, done
from simulator.casework.actions.deciding import figured, make_decision, outcomes
from simulator.casework.awaited import why_not_against
from simulator.casework.case_state import with_case
from simulator.casework.case_types import Answer, Function
from simulator.casework.commands import CaseCommand, require_case_in_hand
from simulator.casework.day import Case, Day, Suggestion
from simulator.casework.engine import E, Run, decides
from simulator.casework.events import Event, event, evolves
from simulator.casework.form import Occasion, One, Words
from simulator.casework.own_words import OwnWords
from simulator.casework.refusals import Refused

# What the caseworker can do -------------------------------------------------------------------


@dataclass(frozen=True)
class SuggestionCommand(CaseCommand, abstract=True):
    """A command about the suggestion that waits in the case in hand."""

    group = "case"

    def required(self, day: Day) -> tuple[Case, Suggestion]:
        """Return the case and its suggestion."""
        case = require_case_in_hand(day, self.case)
        if case.suggestion is None:
            raise Refused("no-suggestion")
        return case, case.suggestion

    @classmethod
    def occasions(cls, day: Day) -> Iterator[Occasion]:
        """Yield one occasion, while a suggestion waits."""
        return (at for at in super().occasions(day) if at.case.suggestion)


@dataclass(frozen=True)
class Follow(SuggestionCommand):
    """Take the suggestion as it stands."""

    rank = 10

    @classmethod
    def occasions(cls, day: Day) -> Iterator[Occasion]:
        """Yield one occasion, while a suggestion waits that has an answer."""
        for at in super().occasions(day):
            if at.case.suggestion and at.case.suggestion.answer:
                yield at

    @classmethod
    def refusal(cls, at: Occasion) -> Refused | None:
        """Refuse it where it decides against the party, and a document is waited for."""
        suggestion = at.case.suggestion
        if suggestion is None or suggestion.answer is None:
            return None
        decides = at.day.case_type(at.case).deciding == suggestion.function
        return why_not_against(at.day, at.case, suggestion.answer) if decides else None


@dataclass(frozen=True)
class Adjust(SuggestionCommand):
    """Change the suggestion."""

    outcome: str
    words: OwnWords = ""

    rank = 20
    form = (One("outcome", outcomes), Words())


@dataclass(frozen=True)
class Reject(SuggestionCommand):
    """Decline the suggestion and do the step by hand."""

    words: OwnWords = ""

    rank = 30
    form = (Words(),)


# What happened --------------------------------------------------------------------------------


@event("suggestion.followed")
class SuggestionFollowed(Event):
    """The proposal was taken as it stood."""

    function: Function
    answer: Answer


@event("suggestion.adjusted")
class SuggestionAdjusted(Event):
    """The proposal was changed."""

    function: Function
    before: Answer | None
    answer: Answer
    words: int | None = None


@event("suggestion.rejected")
class SuggestionRejected(Event):
    """The proposal was declined; the step is done by hand."""

    function: Function
    before: Answer | None
    words: int | None = None


# Followed, adjusted, rejected -----------------------------------------------------------------


def _answered(
    run: Run, kind: type[E], case: Case, suggestion: Suggestion, **data: Answer | None
) -> E:
    """Let a suggestion be answered: the answer follows from it."""
    function, because = suggestion.function, (suggestion.seq,)
    question = run.question(case.id, function, "suggestion")
    return run.does(kind, function=function, because=because, question=question, **data)


@decides(Follow)
def _follow(run: Run, command: Follow, case: Case, suggestion: Suggestion) -> None:
    if suggestion.answer is None:
        raise Refused("nothing-to-follow")
    followed = _answered(run, SuggestionFollowed, case, suggestion, answer=suggestion.answer)
    _go_on(run, case, suggestion, followed, None)


@decides(Adjust)
def _adjust(run: Run, command: Adjust, case: Case, suggestion: Suggestion) -> None:
    answer = figured(run.day, case, command.outcome)
    adjusted = _answered(
        run, SuggestionAdjusted, case, suggestion, before=suggestion.answer, answer=answer
    )
    _go_on(run, case, suggestion, adjusted, adjusted.words)


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
    case = day.cases[event.case or ""]
    follows = isinstance(event, SuggestionFollowed)
    return with_case(
        day,
        case.id,
        result=event.answer,
        suggestion=None,
        followed=event.function if follows else "",
        taken=(*case.taken, event.answer) if follows else (),
    )


@decides(Reject)
def _reject(run: Run, command: Reject, case: Case, suggestion: Suggestion) -> None:
    _answered(run, SuggestionRejected, case, suggestion, before=suggestion.answer)


@evolves(SuggestionRejected)
def _rejected(day: Day, event: SuggestionRejected) -> Day:
    case = day.cases[event.case or ""]
    by_hand = case.by_hand | {event.function}
    return with_case(day, case.id, suggestion=None, by_hand=by_hand, taken=())
