"""A sweep as one table: a column for each way of working, a row for each thing to read of it."""

from collections.abc import Callable, Iterable, Iterator, Mapping

from simulator.casework.case_types import FUNCTIONS
from simulator.core.texts import Argument, Phrase
from simulator.rehearsal.answers import (
    SOURCES,
    Arrow,
    Parting,
    Place,
    arrows,
    balance,
    deciding,
    partings,
    scenery,
    wrong,
)
from simulator.rehearsal.comparing import best_of_all, dominated, rows, spent, worst_of_all
from simulator.rehearsal.matters import Matter
from simulator.rehearsal.sweep import Sweep
from simulator.rehearsal.ways import Way

Cell = Phrase | str
Line = tuple[Cell, ...]
"""A row: its name and a cell for each way; its name and one cell that speaks of all of them; or a
heading, which stands alone."""

NOTHING, UNTRIED = "–", "·"
"""What stands where there is nothing to tell, and where nothing was rehearsed."""


def table(sweep: Sweep) -> tuple[Line, ...]:
    """Return a sweep as a table. Where several towns were drawn, figures are sums over them."""
    return tuple(_lines(sweep))


def _lines(sweep: Sweep) -> Iterator[Line]:
    yield (sweep.day, *(way.habit for way in sweep.ways))
    yield (_says("levels"), *map(_levels, sweep.ways))
    if len(sweep.seeds) > 1:
        yield _says("seeds"), _listed(map(str, sweep.seeds))
    for heading, lines in _SECTIONS.items():
        if told := tuple(lines(sweep)):
            yield (_says(f"{heading}.title"),)
            yield from told


def _says(word: str, **arguments: Argument) -> Phrase:
    return Phrase(f"sweep.{word}", arguments)


def _levels(way: Way) -> Cell:
    """Return at which levels a way works: a preset's, one for all, or as the day begins."""
    if way.preset:
        return way.preset
    return _says("as-it-is") if way.level is None else _says("all-at", level=way.level)


def _listed(parts: Iterable[str]) -> str:
    return ", ".join(parts) or NOTHING


# Rows -----------------------------------------------------------------------------------------


def _compared(sweep: Sweep) -> Iterator[Line]:
    """Yield what the ways are compared by, and which of them is ahead or behind everywhere."""
    compared = rows(sweep)
    for row in compared:
        yield (
            _says(f"compared.{row.id}"),
            *(
                _part(row.figures[way], row.of[way]) if row.of else str(row.figures[way])
                for way in sweep.ways
            ),
        )
    if len(sweep.ways) > 1:
        yield _says("compared.best"), _listed(way.name for way in best_of_all(compared))
        yield _says("compared.worst"), _listed(way.name for way in worst_of_all(compared))
        pairs = (f"{a.name} ≤ {b.name}" for a, b in dominated(compared))
        yield _says("compared.dominated"), _listed(pairs)


def _part(figure: int, of: int) -> Phrase:
    return _says("part", figure=figure, of=of)


def _account(sweep: Sweep) -> Iterator[Line]:
    """Yield the columns of the account, and what each step has in them."""
    minutes: dict[tuple[str, str], dict[Way, int]] = {}
    columns = dict.fromkeys(column for day in sweep.days for column in spent(day))
    for day in sweep.days:
        for row in day.minutes or ():
            for column, n in row.columns:
                of_step = minutes.setdefault((row.function, column), {})
                of_step[day.way] = of_step.get(day.way, 0) + n
    for column in columns:
        sums = (sum(spent(day).get(column, 0) for day in sweep.played(way)) for way in sweep.ways)
        yield (_column(column), *map(str, sums))
    for function in FUNCTIONS:
        for column in columns:
            of_step = minutes.get((function, column), {})
            if any(of_step.values()):
                cells = (str(of_step.get(way, 0)) for way in sweep.ways)
                step = Phrase(f"function.{function}")
                yield (_says("account.step", function=step, column=_column(column)), *cells)


def _column(column: str) -> Phrase:
    """Return a column's name, as a debrief has it."""
    return Phrase(f"debrief.time.{column}")


def _wrong(sweep: Sweep) -> Iterator[Line]:
    """Yield what went wrong, what it gave, and where it came from."""
    of_way = wrong(sweep)
    counted = [of_way[way] for way in sweep.ways]
    yield _says("wrong.failed"), *(_part(each.failed, each.answered) for each in counted)
    for given in ("much", "little", "other"):
        yield _says(f"wrong.{given}"), *(str(each.given[given]) for each in counted)
    if any(each.sources is None for each in counted):
        return
    for source in SOURCES:
        yield (
            _says(f"wrong.from-{source}"),
            *(str((each.sources or {})[source]) for each in counted),
        )
    yield _says("wrong.caught"), *(str(each.caught) for each in counted)
    who = balance(sweep)
    yield _says("wrong.machine-astray"), _places(sweep, who.machine_astray)
    yield _says("wrong.person-astray"), _places(sweep, who.person_astray)
    yield _says("wrong.nobody-right"), _places(sweep, who.nobody_right)


def _places(sweep: Sweep, places: tuple[Place, ...]) -> str:
    """Return how many matters they are, and which."""
    named = _listed(_case(sweep, seed, case) for seed, case in places)
    return f"{len(places)}: {named}" if places else NOTHING


def _case(sweep: Sweep, seed: int, case: str) -> str:
    """Return the number of a case, and which town it is of where there are several."""
    return f"{case}/{seed}" if len(sweep.seeds) > 1 else case


def _partings(sweep: Sweep) -> Iterator[Line]:
    for parting in partings(sweep):
        yield _named(sweep, parting), *map(_answered, parting.matters)


def _named(sweep: Sweep, parting: Parting) -> str:
    matter = parting.matters[0]
    return f"{_case(sweep, parting.seed, matter.case)} {matter.party}"


def _answered(matter: Matter) -> Cell:
    """Return an answer as its outcome, with its figure, and whether it does not stand."""
    if matter.answer is None:
        return NOTHING
    figure = "" if matter.answer.figure is None else f" {matter.answer.figure}"
    answer = f"{matter.answer.outcome}{figure}"
    return _says("not-standing", answer=answer) if matter.right is False else answer


def _arrows(sweep: Sweep) -> Iterator[Line]:
    """Yield what each integration decides where something else is made of it."""
    tried = arrows(sweep)
    for arrow in tried:
        name = _says(f"arrows.{arrow.made}", arrow=arrow.id)
        yield name, *(_effect(sweep, arrow, way) for way in sweep.ways)
    if tried:
        yield _says("arrows.deciding"), _listed(deciding(sweep))
        yield _says("arrows.scenery"), _listed(scenery(sweep))


def _effect(sweep: Sweep, arrow: Arrow, way: Way) -> Cell:
    effects = [effect for effect in arrow.effects if effect.way == way]
    if not effects:
        return UNTRIED
    if cases := [_case(sweep, each.seed, case) for each in effects for case in each.decided]:
        return _listed(cases)
    return _says("arrows.log") if any(effect.differs for effect in effects) else NOTHING


_SECTIONS: Mapping[str, Callable[[Sweep], Iterator[Line]]] = {
    "compared": _compared,
    "account": _account,
    "wrong": _wrong,
    "partings": _partings,
    "arrows": _arrows,
}
