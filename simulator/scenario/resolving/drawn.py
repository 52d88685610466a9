"""How declared facts are drawn that do not follow from the lives drawn for a town."""

from collections.abc import Iterable, Mapping

from simulator.casework.opening import name_types
from simulator.core.expressions import Expression, compile_expression
from simulator.core.facts import Fact, Value
from simulator.scenario.drawing.requests import Drawn
from simulator.scenario.resolving.cast import unit, value_of
from simulator.scenario.resolving.knowledge import named_in
from simulator.scenario.resolving.source import A_FACT, Source
from simulator.scenario.shapes.facts import DrawnShape


def check_drawn(source: Source) -> None:
    """Check that each fact that is drawn is a citizen's and drawn in a way its type allows."""
    known = name_types(source.facts, {})
    for id_, shape in source.library.facts.items():
        if shape.drawn is None:
            continue
        here = source.items.at("facts", id_, "drawn")
        if shape.subject != "citizen":
            here.wrong("P0314", found=id_, about=f"word.{shape.subject}")
        here.expression(shape.drawn.when, known, "yes-no", "when", may_name=A_FACT)
        try:
            _drawn(source.facts[id_], shape.drawn)
        except ValueError:
            here.wrong("P0315", found=id_)


def drawn(source: Source, used: Mapping[str, Fact]) -> tuple[Drawn, ...]:
    """Return how the facts ``used`` by a day are drawn, in the order they are declared."""
    known = name_types(source.facts, {})
    ways = []
    for id_, fact in used.items():
        shape = source.library.facts[id_].drawn
        if shape is not None:
            when = compile_expression(shape.when, known, "yes-no") if shape.when else None
            ways.append(_drawn(fact, shape, when))
    return tuple(ways)


def conditions(source: Source, used: Iterable[str]) -> frozenset[str]:
    """Return every name in the conditions under which the facts ``used`` are drawn."""
    shapes = (source.library.facts[id_].drawn for id_ in used)
    return named_in(shape.when for shape in shapes if shape is not None)


def _drawn(fact: Fact, shape: DrawnShape, when: Expression | None = None) -> Drawn:
    """Return how a fact is drawn. Raises ``ValueError`` if its type cannot be drawn so."""
    ways = [way is not None for way in (shape.chance, shape.options, shape.range)]
    if sum(ways) != 1 or (shape.by_digital and shape.chance is None):
        raise ValueError(fact.id)
    low, high = shape.ages
    if shape.range is not None:
        return Drawn(
            fact.id, (), low, high, _range(fact, shape.range), unit(fact) * shape.step, when
        )
    chosen = options(fact, shape.options) if shape.options else _yes_no(fact, shape)
    others = {digital: _chance(chance) for digital, chance in shape.by_digital.items()}
    return Drawn(fact.id, chosen, low, high, when=when, by_digital=others)


def _chance(chance: int) -> tuple[tuple[Value | None, int], ...]:
    return (True, chance), (False, 100 - chance)


def _range(fact: Fact, written: list[int]) -> tuple[int, int]:
    low, high = written
    if fact.type not in ("kroner", "count") or not 0 <= low <= high:
        raise ValueError(fact.id)
    return low * unit(fact), high * unit(fact)


def _yes_no(fact: Fact, shape: DrawnShape) -> tuple[tuple[Value | None, int], ...]:
    if fact.type != "yes-no":
        raise ValueError(fact.id)
    return _chance(shape.chance or 0)


def options(fact: Fact, written: Mapping[str, int]) -> tuple[tuple[Value | None, int], ...]:
    """Return the values a fact is drawn from, each with its weight.

    Raises ``ValueError`` if one of them is none of the fact.
    """
    return tuple((value_of(fact, option, {}), n) for option, n in written.items())
