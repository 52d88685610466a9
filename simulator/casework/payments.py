"""What the decision of a case pays, and what has been paid: in øre, each month or once."""

from simulator.casework.automation import values_of
from simulator.casework.day import Case, Day


def granted(day: Day, case: Case) -> int:
    """Return what the decision of a case gives, each month or once."""
    if case.decision is None:
        return 0
    return day.rule(case).pays(case.decision.outcome, values_of(case.built_on))


def amount_of(day: Day, case: Case) -> int:
    """Return what is to be paid by the decision of a case: less what has been paid once before."""
    earlier = case.reopened.paid if case.reopened else 0
    return max(0, granted(day, case) - earlier)


def is_once(day: Day, case: Case) -> bool:
    """Return whether what a case pays, or has paid, is paid once and not every month."""
    outcome = day.outcome(case)
    return bool(outcome and outcome.once) or bool(case.reopened and case.reopened.paid)


def paid_once(day: Day, case: Case) -> int:
    """Return what has been paid once in a case until now, over all its decisions."""
    earlier = case.reopened.paid if case.reopened else 0
    return earlier + (amount_of(day, case) if case.paid and is_once(day, case) else 0)


def paid(day: Day, case: Case) -> int:
    """Return what has been paid in a case: once over all its decisions, or each month by the last.

    What is granted and nobody has released is not paid.
    """
    if is_once(day, case):
        return paid_once(day, case)
    return amount_of(day, case) if case.paid else 0


def unreleased(day: Day, case: Case) -> int:
    """Return what a case grants, and its party has been told, and nobody has released."""
    return amount_of(day, case) if case.letter is not None and not case.paid else 0
