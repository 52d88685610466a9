"""What the sentence under the time account says: minutes by step and level, reckoned once more."""

from collections import Counter, defaultdict
from typing import Any

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
    "error.reported_to_source", "ticket.written",
)  # fmt: skip
EXPLAINED = (
    "citizen.called", "citizen.told", "promise.made", "meeting.invited", "visitor.received",
    "interpreter.joined", "citizen.informed_of_error",
)  # fmt: skip
TALK = (
    "citizen.called", "citizen.asked", "citizen.told", "promise.made", "visitor.received",
    "interpreter.joined",
)  # fmt: skip
"""The kinds of event that are minutes of each column; a talk is the citizen's time too."""
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
    for column, kinds in (("checked", CHECKED), ("repaired", REPAIRED), ("explained", EXPLAINED)):
        if kind in kinds:
            return column
    return ""


def _reckoned(day: DayLog) -> dict[Row, Counter[str]]:
    """The minutes of each step at each level, by column."""
    rows: dict[Row, Counter[str]] = defaultdict(Counter)
    levels = {(step.case, step.function): step.level for step in day.of("step.done")}
    for case in day.cases:
        done, cost = set[str](), Counter[str]()
        for event in day.of_case(case):
            if event.kind == "facts.settled":
                done &= {"find", "hear"}
            row = _row(day, case, done, levels)
            column = _column(event.kind)
            if column:
                rows[row][column] += event.minutes
            else:
                cost[getattr(event, "function", "") or OF_STEP.get(event.kind, "")] += event.minutes
            if event.kind in TALK:
                rows[row]["citizen"] += event.minutes
            if event.kind == "call.rang_out":
                rows[row]["citizen"] += day.opening.conduct.ring_out
            if event.kind == "step.done":
                done.add(event.function)
                if event.how != "skipped":
                    by_hand = day.kind(case).minutes.get(event.function, 0)
                    less = max(0, by_hand - cost.pop(event.function, 0)) if event.level else 0
                    rows[event.function, event.level]["saved"] += less
    return rows


def _row(day: DayLog, case: str, done: set[str], levels: dict[tuple[Any, str], int]) -> Row:
    """The step a case is at, with the level it was done at, or stands at in the end."""
    order = day.kind(case).order
    function = next((step for step in order if step not in done), order[-1])
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
    columns = ("saved", "checked", "repaired", "explained", "citizen")
    return row["saved"] == most > 0 and told == {column: row[column] for column in columns}


def _is_row(minutes: Counter[str]) -> bool:
    return "saved" in minutes or minutes.total() > 0
