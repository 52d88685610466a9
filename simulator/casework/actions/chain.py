"""The chain of a case's functions: it runs from the left while the level is 4.

At the first function below 4 it stops and does there what that level says. When the human has
done that step, the chain goes on. What automation does in a function stands with the function's
own family, which registers it here.

Until a case is decided it also stops while a document is waited for, and while one has come that
nobody has opened: what stands in it is read by a person. Once it has been opened, is said not to
exist, is not consented to, or has not come in time and notice of that was given, it goes on.
"""

from collections.abc import Callable, Iterator, Mapping
from functools import partial
from itertools import product
from typing import Any, ClassVar, Final

from simulator.casework.awaited import awaited
from simulator.casework.case_state import next_function, step_minutes, with_case
from simulator.casework.case_types import DECIDING, Function
from simulator.casework.commands import STEPS, CaseCommand
from simulator.casework.day import Case, Day
from simulator.casework.engine import E, Run
from simulator.casework.events import Event, Question, event, evolves
from simulator.casework.form import Occasion
from simulator.casework.plans import HearingOver, Settle
from simulator.casework.refusals import Refused
from simulator.casework.registering import registers
from simulator.casework.vocabulary import HowDone
from simulator.core.causes import Cause
from simulator.core.values import changed

AUTOMATION: Final = "automation"

End = Callable[[Run, Case], None]

Take = Callable[[Run, Case, Function], bool]
Present = Callable[[Run, Case, Function, int], object]
Listed = Callable[[Run, Case, int], tuple[str, ...]]

_TAKES: dict[Function, Take] = {}
_PRESENTS: dict[tuple[Function, int], Present] = {}
_LISTS: dict[Function, Listed] = {}
_ENDS: list[End] = []


def takes(*functions: Function) -> Callable[[Take], Take]:
    """Register how automation takes functions at level 4; it returns whether it could."""
    return registers(_TAKES, *functions)


def presents(functions: tuple[Function, ...], *levels: int) -> Callable[[Present], Present]:
    """Register what automation does in functions at levels below 4, where it is not a list."""
    return registers(_PRESENTS, *product(functions, levels))


def lists(function: Function) -> Callable[[Listed], Listed]:
    """Register what automation lists in a function at a level where it only lists."""
    return registers(_LISTS, function)


def ends(step: End) -> End:
    """Register what is done with a case once all its functions are."""
    _ENDS.append(step)
    return step


class StepCommand(CaseCommand, abstract=True):
    """A command that takes a step of the case in hand."""

    step: ClassVar[Function]
    group = "case"

    @classmethod
    def occasions(cls, day: Day) -> Iterator[Occasion]:
        """Yield one occasion, while the step can be thought of."""
        return (at for at in super().occasions(day) if cls.is_open(at))

    @classmethod
    def is_open(cls, at: Occasion) -> bool:
        """Return whether the step is not done yet, and no suggestion for it waits."""
        waits = at.case.suggestion and at.case.suggestion.function == cls.step
        ordered = at.day.case_type(at.case).order
        return cls.step in ordered and cls.step not in at.case.done and not waits

    @classmethod
    def menu_place(cls, at: Occasion) -> int:
        """Return its place: the step whose turn it is first, then as the case orders them."""
        if next_function(at.day, at.case) == cls.step:
            return STEPS
        return STEPS + 1 + at.day.case_type(at.case).order.index(cls.step)

    @classmethod
    def cost(cls, at: Occasion) -> int:
        """Return what the step costs at the level it runs at."""
        return step_minutes(at.day, at.case, cls.step)

    @classmethod
    def refusal(cls, at: Occasion) -> Refused | None:
        """Refuse it where it is not its turn."""
        following = next_function(at.day, at.case)
        if cls.step in at.case.done:
            return step_done()
        if following is None or cls.step not in at.day.case_type(at.case).order:
            return Refused("no-such-step")
        if following == cls.step:
            return None
        if at.case.suggestion:
            return first_answer()
        return Refused(f"first-{following}", helps=_TAKEN_BY[following])


step_done = partial(Refused, "step-done")
first_answer = partial(Refused, "first-answer", helps="follow")
decided_already = partial(Refused, "decided-already")

_TAKEN_BY: Mapping[Function, str] = {
    "find": "settle_facts",
    "hear": "skip_hearing",
    "calculate": "calculate",
    "weigh": "decide",
    "write": "send_letter",
    "pay": "release",
}
"""The command that takes each step."""


# What happened --------------------------------------------------------------------------------


@event("step.done", unseen=True)
class StepDone(Event):
    """A function of the case is done, and the chain can go on."""

    function: Function
    level: int
    how: HowDone


@event("steps.listed")
class StepsListed(Event):
    """Automation presented something for a step below suggestion: rates, examples, a list."""

    function: Function
    level: int
    items: tuple[str, ...]


# Steps, and the chain of them -----------------------------------------------------------------


def done(
    run: Run,
    case: Case,
    function: Function,
    how: HowDone,
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


def automated(
    run: Run, kind: type[E], case: Case, step: Function, *because: Cause, **data: Any
) -> E:
    """Let automation do something in a step, because of the level the step runs at."""
    why = (level_cause(run, case, step), *because)
    return run.happens(kind, by=AUTOMATION, case=case.id, because=why, **data)


def level_cause(run: Run, case: Case, function: Function) -> Cause:
    """Return the level a function runs at, as a cause."""
    return run.day.case_type(case).as_level(function)


def decided(case: Case) -> tuple[Cause, ...]:
    """Return the decision of a case, as a cause; ``()`` if there is none."""
    return () if case.decided_at is None else (case.decided_at,)


@evolves(StepDone)
def _step_done(day: Day, event: StepDone) -> Day:
    case = day.cases[event.case or ""]
    fetched = case.fetched or (event.function, event.how) == ("find", "automation")
    done = (*case.done, event.function)
    day = with_case(day, case.id, done=done, fetched=fetched, suggestion=None)
    if event.function == "write":  # there is an answer
        day = changed(day, agenda=day.agenda.without(Settle, case.id))
    if event.function == "hear":
        day = changed(day, agenda=day.agenda.without(HearingOver, case.id))
    return day


def carry_on(run: Run, case_id: str) -> None:
    """Let the chain of a case run as far as its levels allow."""
    while not (case := run.day.cases[case_id]).away:
        function = next_function(run.day, case)
        if function is None:
            for end in _ENDS:
                end(run, case)
            return
        outcome = run.day.outcome(case)
        level = run.day.level(case, function)
        if function == "pay" and not (outcome and outcome.pays):
            done(run, case, function, "skipped", AUTOMATION, decided(case))
        elif level < DECIDING or (case.decision is None and awaited(run.day, case)):
            if (
                level < DECIDING
                and level
                and run.day.hand == case.id
                and function not in case.shown
            ):
                present(run, case, function, level)
            return
        elif not _TAKES[function](run, case, function):
            return


def present(run: Run, case: Case, function: Function, level: int) -> None:
    """Do what a level from 1 to 3 says of a function."""
    if step := _PRESENTS.get((function, level)):
        step(run, case, function, level)
    else:
        list_step(run, case, function, level)


def list_step(run: Run, case: Case, function: Function, level: int) -> None:
    """List what a level says of a function."""
    items = _LISTS[function](run, case, level)
    automated(run, StepsListed, case, function, function=function, level=level, items=items)


@evolves(StepsListed)
def _listed(day: Day, event: StepsListed) -> Day:
    case = day.cases[event.case or ""]
    shown = case.shown | {event.function}
    return with_case(day, case.id, listed=event.items, listed_for=event.function, shown=shown)
