"""Ways of working held against each other: what each saves, whom it answers, whom it fails."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import permutations

from simulator.rehearsal.readings import Columns
from simulator.rehearsal.sweep import Played, Sweep
from simulator.rehearsal.ways import Way


@dataclass(frozen=True, slots=True)
class Row:
    """One thing that ways of working are compared by, with its figure in each."""

    id: str
    figures: Mapping[Way, int]
    """Over all seeds."""
    of: Mapping[Way, int] | None = None
    """Out of how many, where it is a part of something: what is missing is what is compared."""
    less: bool = False
    """Whether less of it is better."""

    def worth(self, way: Way) -> int:
        """Return a figure as what is compared: the better it is, the larger."""
        figure = self.figures[way] - (self.of[way] if self.of else 0)
        return -figure if self.less else figure


def rows(sweep: Sweep) -> tuple[Row, ...]:
    """Return what the ways of a sweep are compared by.

    *Minutes net* are those saved less all that were spent again, and with the *citizens'* minutes
    they are there only where an account was asked for.
    """
    return tuple(_rows(sweep))


def _rows(sweep: Sweep) -> Iterator[Row]:
    def summed(figure: Callable[[Played], int]) -> Mapping[Way, int]:
        return {way: sum(map(figure, sweep.played(way))) for way in sweep.ways}

    columns = sweep.columns
    accounted = all(day.minutes is not None for day in sweep.days)
    if accounted:
        yield Row("net", summed(lambda day: net(day, columns)))
    yield Row("answered", summed(lambda day: sum(m.told for m in day.matters)))
    yield Row("astray", summed(_wrong_letters), less=True)
    heard = summed(lambda day: sum(m.heard for m in day.matters))
    yield Row("heard", heard, summed(lambda day: sum(m.owed_hearing for m in day.matters)))
    in_time = summed(lambda day: sum(m.in_time for m in day.matters))
    yield Row("in-time", in_time, summed(lambda day: len(day.matters)))
    if accounted:
        citizens = summed(lambda day: _of(spent(day), columns.citizen))
        yield Row("citizen", citizens, less=True)


def _wrong_letters(day: Played) -> int:
    return sum(matter.told and matter.right is False for matter in day.matters)


def spent(day: Played) -> Mapping[str, int]:
    """Return the minutes of a day by column, in the order of the account."""
    by_column: dict[str, int] = {}
    for row in day.minutes or ():
        for column, minutes in row.columns:
            by_column[column] = by_column.get(column, 0) + minutes
    return by_column


def net(day: Played, columns: Columns) -> int:
    """Return the minutes a day saved less those spent again; the citizens' own are neither."""
    by_column = spent(day)
    again = (n for name, n in by_column.items() if name not in (columns.saved, columns.citizen))
    return _of(by_column, columns.saved) - sum(again)


def _of(by_column: Mapping[str, int], column: str) -> int:
    """Return the minutes of a column, which an account that has any rows must have."""
    return by_column[column] if by_column else 0


def dominated(compared: Sequence[Row]) -> tuple[tuple[Way, Way], ...]:
    """Return the pairs (a, b) in which a is better than b in no row at all."""
    return tuple(
        (a, b)
        for a, b in permutations(_ways(compared), 2)
        if not any(row.worth(a) > row.worth(b) for row in compared)
    )


def best_of_all(compared: Sequence[Row]) -> tuple[Way, ...]:
    """Return the ways that no other is better than in any row."""
    return _never(compared, lambda row, way, other: row.worth(other) > row.worth(way))


def worst_of_all(compared: Sequence[Row]) -> tuple[Way, ...]:
    """Return the ways that are better than no other in any row."""
    return _never(compared, lambda row, way, other: row.worth(way) > row.worth(other))


def _never(compared: Sequence[Row], beats: Callable[[Row, Way, Way], bool]) -> tuple[Way, ...]:
    ways = _ways(compared)
    return tuple(
        way
        for way in ways
        if not any(beats(row, way, other) for row in compared for other in ways if other != way)
    )


def _ways(compared: Iterable[Row]) -> tuple[Way, ...]:
    return tuple(dict.fromkeys(way for row in compared for way in row.figures))
