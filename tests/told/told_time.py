"""What stands in and under the time account: minutes by step and level; sums; reckoned again."""

from collections import Counter, defaultdict
from typing import Any

from simulator.casework.case_types import Answer
from simulator.casework.rules import Look
from simulator.core.texts import Measure
from tests.told.causes import Asked
from tests.told.log import DayLog
from tests.told.told_statements import Said, of

STEPS = ("find", "hear", "calculate", "weigh", "write", "pay")
CHECKED = (
    "record.opened", "register.searched", "protected.revealed", "basis.opened",
    "provenance.opened", "freetext.opened", "citizen_view.opened", "citizen.asked",
    "conflict.noticed", "second_opinion.asked", "document.asked", "document.reminded",
    "document.opened", "document.gone_without",
)  # fmt: skip
REPAIRED = (
    "case.taken_out", "suggestion.adjusted", "suggestion.rejected", "error.fixed_locally",
    "error.reported_to_source", "ticket.written", "case.reopened", "others.listed",
    "citizen.told_of_fault",
)  # fmt: skip
EXPLAINED = (
    "citizen.called", "citizen.told", "promise.made", "meeting.invited", "visitor.received",
    "interpreter.joined", "citizen.informed_of_error",
)  # fmt: skip
LATER = (
    "second_opinion.written", "ticket.answered", "integration.repaired", "case.handed_over",
    "complaint.reassessed", "complaint.passed_on", "case.decided_again", "payment.recalculated",
    "overpayment.found", "repayment.demanded",
)  # fmt: skip
WRITTEN = ("reply.arrived", "complaint.filed")
TALK = (
    "citizen.called", "citizen.asked", "citizen.told", "promise.made", "visitor.received",
    "interpreter.joined",
)  # fmt: skip
"""The kinds of event that are minutes of each column; talks, and what they write, is citizens'."""
OF_STEP = {
    "facts.settled": "find",
    "hearing.sent": "hear",
    "result.reached": "calculate",
    "letter.composed": "write",
    "letter.sent": "write",
    "payment.released": "pay",
    "approval.given": "pay",
}
"""The step that an event's minutes belong to, where it does not say so itself."""
GIVES = ("suggestion.shown", "suggestion.followed", "suggestion.adjusted", "result.reached")
"""The kinds of event with an answer that a later step may carry on."""

Row = tuple[str, int]


def _column(kind: str) -> str:
    columns = {"checked": CHECKED, "repaired": REPAIRED, "explained": EXPLAINED, "later": LATER}
    return next((column for column, kinds in columns.items() if kind in kinds), "")


def _of_their_own(day: DayLog) -> dict[str, list[Any]]:
    """The answers and repairs that stand in no case, by the case whose message they come of."""
    by_case: dict[str, list[Any]] = defaultdict(list)
    asked = {event.seq: event.case for event in day.events if event.case}
    for event in day.of("others.listed"):
        by_case[next(iter(event.cases), "")].append(event)
    for event in day.of("ticket.answered", "integration.repaired"):
        origin = next((asked[n] for n in event.because if n in asked), None)
        if event.case is None and origin:
            asked[event.seq] = origin
            by_case[origin].append(event)
    return by_case


def _reckoned(day: DayLog) -> dict[Row, Counter[str]]:
    """The minutes of each step at each level, by column."""
    rows: dict[Row, Counter[str]] = defaultdict(Counter)
    levels = {(step.case, step.function): step.level for step in day.of("step.done")}
    others = _of_their_own(day)
    for case in day.cases:
        done, cost, again, came = set[str](), Counter[str](), False, 0
        origin, answered = dict[Any, str](), ""
        of_case = sorted([*day.of_case(case), *others[case]], key=lambda event: event.seq)
        for event in of_case:
            if event.kind == "facts.settled":
                done &= {"find", "hear"}
            if event.kind == "case.reopened":
                again, done, origin = True, set(), {}
            whole = done >= {*day.kind(case).order}
            ends = answered or day.kind(case).deciding
            row = _row(day, case, done, levels, ends if whole else "")
            column = _column(event.kind)
            if again and column in ("", "checked", "explained"):
                column = "repaired"
            if answered and (column == "later" or event.kind == "complaint.filed"):
                row = _row(day, case, done, levels, answered)
            if column == "later":
                rows[row]["later"] += _spent_by_others(day, case, event, done)
            elif column:
                rows[row][column] += event.minutes
            else:
                cost[getattr(event, "function", "") or OF_STEP.get(event.kind, "")] += event.minutes
            if event.kind in GIVES:
                origin.setdefault(event.answer, getattr(event, "function", "calculate"))
            if event.kind == "decision.made":
                answered = origin.get(event.answer, event.function)
            came = event.minute if event.kind == "visitor.came" else came
            rows[row]["citizen"] += _of_the_citizen(day, event, came)
            if event.kind == "step.done":
                done.add(event.function)
                if event.how != "skipped" and not again:
                    by_hand = day.kind(case).minutes.get(event.function, 0)
                    less = max(0, by_hand - cost.pop(event.function, 0)) if event.level else 0
                    rows[event.function, event.level]["saved"] += less
    return rows


def _spent_by_others(day: DayLog, case: str, event: Any, done: set[str]) -> int:
    listed = day.opening.later
    if event.kind == "case.handed_over":
        by_hand = day.kind(case).minutes
        return sum(by_hand[step] for step in by_hand.keys() - done) if listed else 0
    return event.minutes or listed.get(event.kind, 0)


def _of_the_citizen(day: DayLog, event: Any, came: int) -> int:
    match event.kind:
        case "call.rang_out":
            return day.opening.conduct.ring_out
        case "visitor.left":
            return int(event.waited)
        case "document.arrived":
            return int(event.citizen_minutes)
        case "visitor.received":
            return int(event.minutes + event.minute - came)
    written = day.opening.later.get(event.kind, 0) if event.kind in WRITTEN else 0
    return written + (event.minutes if event.kind in TALK else 0)


def _row(
    day: DayLog, case: str, done: set[str], levels: dict[tuple[Any, str], int], step: str = ""
) -> Row:
    """A step, or the one a case is at, with the level it was done at, or stands at in the end."""
    order = day.kind(case).order
    function = step or next((each for each in order if each not in done), order[-1])
    stands = day.end.level(day.end.cases[case], function)
    return function, levels.get((case, function), stands)


@of("debrief.time.caption", "debrief.time.caption-nothing", "debrief.time.caption-by-hand")
def _caption(day: DayLog, said: Said) -> bool:
    rows = {row: minutes for row, minutes in _reckoned(day).items() if row[1] and _is_row(minutes)}
    most = max((minutes["saved"] for minutes in rows.values()), default=0)
    match said.says:
        case "debrief.time.caption-by-hand":
            return not rows
        case "debrief.time.caption-nothing":
            return bool(rows) and not most
    told = dict(said.arguments)
    function = str(told.pop("function").text).removeprefix("function.")  # type: ignore[union-attr]
    level = int(str(told.pop("level").text).removeprefix("level."))  # type: ignore[union-attr]
    row = rows[function, level]
    columns = ("saved", "checked", "repaired", "explained", "later", "citizen")
    return row["saved"] == most > 0 and told == {column: row[column] for column in columns}


def _is_row(minutes: Counter[str]) -> bool:
    return "saved" in minutes or minutes.total() > 0


# Sums -----------------------------------------------------------------------------------------


def sums(day: DayLog) -> dict[tuple[str, str], tuple[int, int, bool]]:
    """By case and what it is: (the decision, how many øre, whether once)."""
    found: dict[tuple[str, str], tuple[int, int, bool]] = {}
    for case in day.cases:
        last, once_before = _standing(day, case)
        if last is None:
            continue
        (outcome,) = (o for o in day.kind(case).outcomes if o.id == last.answer.outcome)
        if outcome.pending:
            continue
        once = outcome.once or bool(once_before)
        grants, paid = _granted(day, case, last), _paid(day, case, last, once_before, once=once)
        more, due_once = _too_much(day, last, grants, paid)
        if more:
            once = once or (not grants and due_once)
            found[case, "more" if more > 0 else "less"] = last.seq, abs(more), once
        if not _is_released(day, case, last) and grants > once_before:
            found[case, "unreleased"] = last.seq, grants - once_before, once
    return found


def _standing(day: DayLog, case: str) -> tuple[Any, int]:
    """The decision a case was last answered with, and what had been paid once before it."""
    sent = [e for e in day.of("letter.sent", case=case) if e.answer]
    made = [e for e in day.of("decision.made", case=case) if sent and e.seq < sent[-1].seq]
    reopened = [e for e in day.of("case.reopened", case=case) if made and e.seq < made[-1].seq]
    return (made[-1] if made else None), (reopened[-1].paid if reopened else 0)


def _granted(day: DayLog, case: str, last: Any) -> int:
    rule = day.opening.rules[day.kind(case).id]
    basis = {seen.path: seen.value for seen in last.relied_on if seen.state == "shown"}
    return int(rule.pays(last.answer.outcome, basis.get))


def _is_released(day: DayLog, case: str, last: Any) -> bool:
    again = [e.seq for e in day.of("case.reopened", case=case) if e.seq > last.seq]
    paid = [e.seq for e in day.of("payment.released", case=case) if e.seq > last.seq]
    return any(not again or seq < again[0] for seq in paid)


def _paid(day: DayLog, case: str, last: Any, before: int, *, once: bool) -> int:
    """What has been paid, once over all decisions, or a month by the last."""
    now = max(0, _granted(day, case, last) - before) if _is_released(day, case, last) else 0
    return before + now if once else now


def _too_much(day: DayLog, last: Any, grants: int, paid: int) -> tuple[int, bool]:
    """How much more than the right sum is paid, and whether that is paid once."""
    if last.seq not in day.wrong:
        return max(0, paid - grants), False
    asked: Asked = day.wrong[last.seq].asked
    true = asked.true_answer
    if true is None:
        return max(0, paid - grants), False
    (outcome,) = (o for o in asked.type.outcomes if o.id == true.outcome)
    more = paid - _pays(asked, true, asked.true)
    return (0 if grants and not paid else more), outcome.once


def _pays(asked: Asked, answer: Answer | None, look: Look) -> int:
    return asked.rule.pays(answer.outcome, look) if answer else 0


@of("debrief.time.more", "debrief.time.more-once", "debrief.time.less", "debrief.time.less-once",
    "debrief.time.unreleased", "debrief.time.unreleased-once")  # fmt: skip
def _sum(day: DayLog, said: Said) -> bool:
    what = said.says.removeprefix("debrief.time.").removesuffix("-once")
    _, amount, once = sums(day)[said.about[0], what]
    told = said.says.endswith("-once") == once
    return told and said.arguments == {"sum": Measure(amount, "kr")}
