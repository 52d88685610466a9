"""The lines people say: their texts, and whether anybody can ever say them."""

import ast
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from itertools import product
from math import prod
from typing import get_args

from simulator.casework.actions.asking import SPEAKERS
from simulator.casework.letters import Channel
from simulator.casework.speaking import FILL_NAMES, MET_NAMES, WEEKDAYS, WHO_NAMES, Line
from simulator.casework.vocabulary import ComesBy
from simulator.core.expressions import Expression, ExpressionError, compile_expression
from simulator.core.facts import Value, split_path
from simulator.core.texts import Text
from simulator.scenario.diagnostics import listed, meant
from simulator.scenario.drawing.pools import LANGUAGES
from simulator.scenario.drawing.requests import GROWN, OLDEST
from simulator.scenario.resolving.cast import ASIDE, SPEECH
from simulator.scenario.resolving.drawn import options
from simulator.scenario.resolving.source import A_LINE, HOW_MET, Part, Source
from simulator.scenario.shapes.library import LineShape
from simulator.town.town import Digital

CONDITIONS = ("trust", "patience", "age", "language", "when", "met", "fills")
"""What a line may ask of whoever says it; what people of the house say asks nothing."""
MOST = 4_000
"""The number of ways to be that are tried; where there are more, one of them may well fit."""
_DECIDED = ("granted", "less", "refused", "pending")
"""What is decided is only one of these."""
_WAYS: Mapping[str, tuple[str, ...]] = {
    "citizen.digital": get_args(Digital),
    "day.weekday": WEEKDAYS,
    "case.came": get_args(ComesBy),
    "sent_by": get_args(Channel),
}
_NUMBERS = {"count": (0, 1, 2, 3, 5, 10, 20, 100), "kroner": (0, 100_000, 1_000_000, 10_000_000)}
_NUMBERS["date"] = (0, 7, -7, 60, -60, 400, -400)


def common_lines(source: Source) -> tuple[tuple[Line, ...], dict[str, Text]]:
    """Return the lines that anybody may say, and their texts by id."""
    shapes = source.library.people.lines
    if not source.untouched(("people", "lines"), ("facts",)):
        _check_lines(source)
    return tuple(source.lines.values()), {id_: shape.says for id_, shape in shapes.items()}


def _check_lines(source: Source) -> None:
    shapes, names = source.library.people.lines, source.line_names
    for id_, line in source.lines.items():
        here = source.items.at("people", "lines", id_)
        if line.whom in SPEAKERS:
            here.text(shapes[id_].says, ASIDE, "says")
            for key in CONDITIONS:
                if getattr(shapes[id_], key) != LineShape.model_fields[key].get_default(
                    call_default_factory=True
                ):
                    here.wrong("P0319", key, found=key)
            continue
        here.text(shapes[id_].says, " ".join((SPEECH, *line.fills)), "says")
        for placeholder, name in line.fills.items():
            if split_path(name)[1] not in source.facts and name not in FILL_NAMES:
                sayable = (*FILL_NAMES, *(known for known in names if known not in WHO_NAMES))
                near_by = {"meant": meant(name, sayable), "allowed": listed(FILL_NAMES)}
                here.wrong("P0324", "fills", placeholder, found=name, **near_by)
        _check_bounds(here, shapes[id_])
        if line.language and line.language not in _languages(source):
            here.wrong("P0906", "language", found=f"language: {line.language}")
        _check_condition(source, here, shapes[id_], "when", names)
        _check_condition(source, here, shapes[id_], "met", MET_NAMES)


_BOUNDS = {"trust": (0, 100), "patience": (0, 100), "age": (GROWN, OLDEST)}
"""Between what the trust, the patience and the age of those lie whom a case is about."""


def _check_bounds(here: Part, shape: LineShape) -> None:
    """Check that there are people between the bounds a line gives."""
    for key, (least, most) in _BOUNDS.items():
        low, high = getattr(shape, key)
        if max(low, least) > min(high, most):
            numbers = {"low": low, "high": high, "least": least, "most": most}
            here.wrong("P0318", key, **{name: str(number) for name, number in numbers.items()})


def _check_condition(
    source: Source, here: Part, shape: LineShape, key: str, names: Mapping[str, str]
) -> None:
    """Check a condition of a line: that it can be read, and that it can ever hold."""
    text = getattr(shape, key)
    if not text:
        return
    try:
        condition = compile_expression(text, names, "yes-no")
    except ExpressionError:
        may_name = A_LINE if key == "when" else HOW_MET
        here.expression(text, names, "yes-no", key, may_name=may_name)
        return
    if not _can_hold(source, condition, shape, names):
        here.wrong("P0906", key, found=text)


def _can_hold(
    source: Source, condition: Expression, shape: LineShape, names: Mapping[str, str]
) -> bool:
    """Return whether a condition holds of anybody who could be drawn.

    It is tried with the values that are drawn of each fact, and with numbers on both sides of each
    that is written in it. Where that would be too much to try, it is taken to hold of somebody.
    """
    written = _literals(condition.source)
    tried = [_values(source, name, names[name], written, shape) for name in condition.names]
    if prod(len(values) for values in tried) > MOST:
        return True
    for chosen in product(*tried):
        world = dict(zip(condition.names, chosen, strict=True))
        decided = sum(world.get(name) is True for name in _DECIDED)
        if decided < 2 and condition.value(world.get) is True:
            return True
    return False


@lru_cache(1_024)
def _literals(text: str) -> tuple[int | str, ...]:
    """Return the numbers and texts that are written in an expression."""
    nodes = (node for node in ast.walk(ast.parse(text.strip(), mode="eval")))
    constants = (node.value for node in nodes if isinstance(node, ast.Constant))
    return tuple(value for value in constants if isinstance(value, int | str))


def _values(
    source: Source, name: str, kind: str, written: Iterable[int | str], shape: LineShape
) -> list[Value | None]:
    """Return the values to try of a name, the likeliest first, and that it is not known."""
    fact = source.facts.get(split_path(name)[1])
    drawn = source.library.facts[fact.id].drawn if fact else None
    numbers = [number for number in written if isinstance(number, int)]
    if name == "citizen.age":
        low, high = max(shape.age[0], GROWN), min(shape.age[1], OLDEST)
        return [age for age in (low, high, *_about(numbers)) if low <= age <= high]
    if name in ("citizen.youngest", "citizen.oldest"):
        return [*(age for age in (0, GROWN - 1, *_about(numbers)) if 0 <= age < GROWN), None]
    if name in _WAYS:
        return [*_WAYS[name]]
    if name == "day.date":
        return [source.scenario.day.date]
    if name == "day.month":
        return [*range(1, 13)]
    if name == "citizen.language":
        asked: Line = shape.made(id="")
        return [asked.language] if asked.language else [*_languages(source)]
    if name == "case.type":
        return [*source.library.case_types]
    if name == "outcome":
        return [*_outcomes(source), None]
    if kind == "yes-no":
        return [True, False, None]
    if fact and drawn and drawn.options and not (drawn.when and fact.codes):
        return [*(value for value, _ in options(fact, drawn.options)), None]
    if fact and fact.codes:  # of those it is not drawn for, it may follow from their lives
        return [*fact.codes, None]
    if kind in _NUMBERS:
        if kind != "date":
            return [*_NUMBERS[kind], *_about(numbers), None]
        today, away = source.scenario.day.date, {*_NUMBERS[kind], *_about(numbers)}
        return [*(today + days for days in sorted(away | {-days for days in away})), None]
    return [*(text for text in written if isinstance(text, str)), "x", None]


def _languages(source: Source) -> Mapping[str, None]:
    """Return the languages there are people of: those that are drawn and the scenario's own."""
    own = (person.language for person in source.scenario.people.values())
    return dict.fromkeys((*(language for language, _ in LANGUAGES), *own))


def _outcomes(source: Source) -> Mapping[str, None]:
    """Return the ids of the outcomes of every case type."""
    types = source.library.case_types.values()
    return dict.fromkeys(outcome.made().id for shape in types for outcome in shape.outcomes)


def _about(numbers: Iterable[int]) -> Iterator[int]:
    """Yield each number and its neighbours."""
    for number in numbers:
        yield from (number, number - 1, number + 1)
