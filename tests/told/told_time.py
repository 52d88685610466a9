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

Row = tuple[str, int]


def _column(kind: str) -> str:
    columns = {"checked": CHECKED, "repaired": REPAIRED, "explained": EXPLAINED, "later": LATER}
    return next((column for column, kinds in columns.items() if kind in kinds), "")


def _of_their_own(day: DayLog) -> dict[str, list[Any]]:
    """The answers and repairs that stand in no case, by the case whose message they come of."""
    by_case: dict[str, list[Any]] = defaultdict(list)
    asked = {event.seq: event.case for event in day.events if event.case}
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
        of_case = sorted([*day.of_case(case), *others[case]], key=lambda event: event.seq)
        for event in of_case:
            if event.kind == "facts.settled":
                done &= {"find", "hear"}
            if event.kind == "case.reopened":
                again, done = True, set()
            row = _row(day, case, done, levels)
            column = _column(event.kind) or ("repaired" if again else "")
            if column == "later" or event.kind == "complaint.filed":
                decided = day.kind(case).deciding
                row = _row(day, case, done, levels, decided if decided in done else "")
            if column == "later":
                rows[row]["later"] += _spent_by_others(day, case, event, done)
            elif column:
                rows[row][column] += event.minutes
            else:
                cost[getattr(event, "function", "") or OF_STEP.get(event.kind, "")] += event.minutes
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


def sums(day: DayLog) -> dict[str, tuple[int, int, bool]]:
    """By case: (the decision, how many øre too much, whether once) where a sum is not the right."""
    found: dict[str, tuple[int, int, bool]] = {}
    for case in day.cases:
        decisions = day.of("decision.made", case=case)
        since = max((e.seq for e in day.of("case.reopened", case=case)), default=0)
        last = decisions[-1] if decisions and decisions[-1].seq > since else None
        if last is None or last.seq not in day.wrong:
            continue
        sent = [e for e in day.of("letter.sent", case=case) if e.answer and e.seq > last.seq]
        more = _too_much(day, case, last)
        if sent and more:
            (outcome,) = (o for o in day.kind(case).outcomes if o.id == last.answer.outcome)
            found[case] = last.seq, more, outcome.once
    return found


def _too_much(day: DayLog, case: str, last: Any) -> int:
    asked: Asked = day.wrong[last.seq].asked
    basis = {seen.path: seen.value for seen in last.relied_on if seen.state == "shown"}
    paid = any(e.seq > last.seq for e in day.of("payment.released", "approval.given", case=case))
    pays = _pays(asked, last.answer, basis.get) if paid else 0
    return pays - _pays(asked, asked.true_answer, asked.true) if asked.true_answer else 0


def _pays(asked: Asked, answer: Answer | None, look: Look) -> int:
    return asked.rule.pays(answer.outcome, look) if answer else 0


@of("debrief.time.more", "debrief.time.more-once", "debrief.time.less", "debrief.time.less-once")
def _sum(day: DayLog, said: Said) -> bool:
    _, more, once = sums(day)[said.about[0]]
    which = "more" if more > 0 else "less"
    told = said.says == f"debrief.time.{which}{'-once' if once else ''}"
    return told and said.arguments == {"sum": Measure(abs(more), "kr")}
