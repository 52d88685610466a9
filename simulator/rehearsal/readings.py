"""What a sweep is handed to read a played day with, for it knows nothing of debriefs.

A day is opened for reading once. An account of its minutes, and what was wrong with its causes, are
then read of it only where a function for that was handed over. Columns of the account are names.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any, Generic, Protocol, TypeVar

from simulator.casework.events import Event
from simulator.core.causes import Cause, kind_and_id
from simulator.rehearsal.matters import Matter
from simulator.town.town import Town

R = TypeVar("R")


class Account(Protocol):
    """A row of an account of minutes."""

    @property
    def function(self) -> str:
        """The step."""

    @property
    def level(self) -> int:
        """The level it ran at."""

    @property
    def minutes(self) -> Mapping[Any, int]:
        """The minutes by column."""


class Finding(Protocol):
    """A suggestion or a decision that was wrong, and what would have put it right."""

    @property
    def case(self) -> str:
        """Whose it was."""

    @property
    def by(self) -> str:
        """``player`` or ``automation`` where it was decided; else another word."""

    @property
    def sets(self) -> tuple[tuple[Cause, ...], ...]:
        """The sets of causes that, mended, would have put it right."""


@dataclass(frozen=True)
class Columns:
    """Which columns of an account are what; in all others minutes are spent again."""

    saved: str = "saved"
    """The minutes that technology saved."""
    citizen: str = "citizen"
    """The citizens' own minutes."""


@dataclass(frozen=True)
class Readings(Generic[R]):
    """How a played day is read. The functions are shipped to other processes by their names."""

    opens: Callable[[tuple[Event, ...], Town], R]
    """Opens a log, with the town it was played in, for the others."""
    account: Callable[[R], Iterable[Account]] | None = None
    findings: Callable[[R], Iterable[Finding]] | None = None
    """What was wrong, in order of time."""
    columns: Columns = field(default_factory=Columns)


@dataclass(frozen=True, slots=True)
class Minutes:
    """The minutes of one step at one level."""

    function: str
    level: int
    columns: tuple[tuple[str, int], ...]
    """(column, minutes), in the order they were handed over."""


@dataclass(frozen=True, slots=True)
class Mistake:
    """A matter that went wrong on a played day."""

    case: str
    caught: bool
    """Whether only a suggestion was wrong, and the answer stands."""
    sources: tuple[str, ...]
    """The kinds of its causes, each once; those of any set that would have put it right. ``own`` is
    somebody's own act; what a citizen said is ``citizen-sure`` or ``citizen-roughly``; what nobody
    picked because automation did is ``picked-alone``."""


def minutes_of(rows: Iterable[Account]) -> tuple[Minutes, ...]:
    """Return the rows of an account as plain values."""
    return tuple(Minutes(row.function, row.level, tuple(row.minutes.items())) for row in rows)


def mistakes_of(findings: Iterable[Finding], matters: Iterable[Matter]) -> tuple[Mistake, ...]:
    """Return what went wrong, by the last finding of each matter that has an answer.

    Where the answer stands it is a suggestion that was caught in time.
    """
    of_case: dict[tuple[str, bool], Finding] = {}
    for finding in findings:
        of_case[finding.case, finding.by in ("player", "automation")] = finding
    mistakes = []
    for matter in matters:
        if matter.right is None:
            continue
        last = of_case.get((matter.case, not matter.right))
        if last or not matter.right:
            mistakes.append(Mistake(matter.case, matter.right, _sources(last)))
    return tuple(mistakes)


def _sources(finding: Finding | None) -> tuple[str, ...]:
    if finding is None:
        return ()
    alone = finding.by == "automation"
    sources = (_source(cause, alone) for causes in finding.sets for cause in causes)
    return tuple(dict.fromkeys(sources))


def _source(cause: Cause, alone: bool) -> str:
    if isinstance(cause, int):
        return "own"
    kind, what = kind_and_id(cause)
    if kind == "picked" and alone:
        return "picked-alone"
    return f"{kind}-{what.rpartition('.')[2]}" if kind == "citizen" else kind
