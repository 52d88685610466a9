"""The chain of functions: it runs from the left while the level is 4.

At the first function below 4 it stops and does there what that level says. When the human has
done that step, the chain goes on.
"""

from simulator.casework.acts.levels import AUTOMATION, present, take
from simulator.casework.acts.steps import decided, done
from simulator.casework.case_state import next_function
from simulator.casework.day import Case
from simulator.casework.engine import Run
from simulator.casework.events.case import CaseClosed


def carry_on(run: Run, case_id: str) -> None:
    """Let the chain of a case run as far as its levels allow."""
    while not (case := run.day.cases[case_id]).away:
        function = next_function(run.day, case)
        if function is None:
            _finish(run, case)
            return
        outcome = run.day.outcome(case)
        level = run.day.level(case, function)
        if function == "pay" and not (outcome and outcome.pays):
            done(run, case, function, "skipped", AUTOMATION, decided(case))
        elif level < 4:
            if level and run.day.hand == case.id and function not in case.shown:
                present(run, case, function, level)
            return
        elif not take(run, case, function):
            return


def _finish(run: Run, case: Case) -> None:
    """Close what automation sent; what a person sent, a person closes."""
    if case.letter is not None and run.day.level(case, "write") == 4:
        run.happens(CaseClosed, by=AUTOMATION, case=case.id, because=(case.letter,))
