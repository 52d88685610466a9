"""Whether a decision waits for a document that was asked for, and why.

One that has come is read before anybody decides against the party, and one that has not is waited
for until the time to answer has passed, with notice given that the case is otherwise decided on
what is there (retssikkerhedsloven § 11 b). Automation does not go on alone meanwhile at all.
"""

from functools import partial

from simulator.casework.case_types import Answer
from simulator.casework.day import Case, Day
from simulator.casework.refusals import Refused
from simulator.casework.truth import ruled
from simulator.core.clock import day_of

notice_first = partial(Refused, "notice-first", helps="remind_of_document")


def awaited(day: Day, case: Case) -> Refused | None:
    """Return what of its documents a case waits for, as a refusal; ``None`` if it waits for none.

    It waits for whoever opens what has come, then for the time to answer to pass, and then for
    notice, where none has been given.
    """
    if any(received.form != "message" and not received.opened for received in case.documents):
        return Refused("read-first", helps="open_document")
    waited_for = [request for request in case.requests if request.open]
    if any(day_of(day.now) <= request.last for request in waited_for):
        return Refused("document-may-come", helps="postpone_case")
    if any(not request.notice for request in waited_for):
        return notice_first()
    return None


def why_not_against(day: Day, case: Case, answer: Answer) -> Refused | None:
    """Return why an answer cannot be given yet: it is against the party, and a document awaited."""
    adverse = day.case_type(case).outcome(answer.outcome).adverse
    return awaited(day, case) if adverse else None


def is_barred(day: Day, case: Case) -> bool:
    """Return whether what one comes to is against the party, and cannot be decided yet.

    One comes to what is suggested or worked out, else to what the sums give once they are done.
    """
    if case.decision or awaited(day, case) is None:
        return False
    suggested = case.suggestion.answer if case.suggestion else None
    answer = suggested or case.result or ruled(day, case, case.basis)
    return answer is not None and why_not_against(day, case, answer) is not None
