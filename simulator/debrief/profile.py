"""The value profile: where the student has placed the rules' statements, as codes, not as counts.

Only the student places statements, so that it is empty at first.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import get_args

from simulator.debrief.debrief import Debrief
from simulator.debrief.student_side import PLACES, StudentSide
from simulator.scenario.indicators import Value

VALUES: tuple[Value, ...] = get_args(Value)
UNPLACED, NOT_TRIED = "unplaced", "not-tried"
COLUMNS = (*PLACES, UNPLACED, NOT_TRIED)


@dataclass(frozen=True)
class ValueRow:
    """One value, and the ids of its rules by column."""

    value: Value
    codes: Mapping[str, tuple[str, ...]]
    """By ``supports``, ``strains``, ``open``, ``unplaced`` and ``not-tried``. A rule that spoke
    several times stands in every column it was placed in."""


def profile(debrief: Debrief, student: StudentSide) -> tuple[ValueRow, ...]:
    """Return the value profile so far, a row for every value."""
    return tuple(_row(debrief, student, value) for value in VALUES)


def _row(debrief: Debrief, student: StudentSide, value: Value) -> ValueRow:
    by_column: dict[str, dict[str, None]] = {column: {} for column in COLUMNS}
    for id_, texts in debrief.texts.items():
        if texts.value == value:
            for column in _columns(debrief, student, id_):
                by_column[column][id_] = None
    return ValueRow(value, {column: tuple(codes) for column, codes in by_column.items()})


def _columns(debrief: Debrief, student: StudentSide, indicator: str) -> set[str]:
    ids = [statement.id for statement in debrief.statements if statement.indicator == indicator]
    if not ids:
        return {NOT_TRIED}
    placed = {student.placed[id_].what for id_ in ids if id_ in student.placed}
    return placed & set(PLACES) or {UNPLACED}
