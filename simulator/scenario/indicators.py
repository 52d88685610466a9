"""The texts of the debrief's indicators, read from the library.

What an indicator counts is code (``debrief.indicators``); every sentence of it is here, and all of
them are printed: the rules of a debrief are no secret.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Literal, get_args

from simulator.core.texts import Text
from simulator.scenario.places import library
from simulator.scenario.reading import read
from simulator.scenario.shapes.base import Shape

Value = Literal[
    "correctness", "integrity", "professionalism", "trust", "responsiveness", "empowerment"
]


@dataclass(frozen=True)
class Indicator:
    """The texts of one indicator: its name, what it counts, and the sentences of its statement."""

    value: Value
    """The one of Røhl's six values it speaks of, which is also the name of its file."""
    name: Text
    count: Text
    """What it counts, out of what."""
    silent: Text
    """When the indicator makes no statement although there was an occasion."""
    plus: Text
    """How what the statement tells can support the value."""
    minus: Text
    """How the same can strain the value. It is a hypothesis, never a result."""
    cannot_show: Text
    say: Text
    """The sentence of the statement, with placeholders."""
    ask: Text


class IndicatorShape(Shape, makes=Indicator):
    """An indicator as it is written, under its id."""


@cache
def indicators() -> Mapping[str, Indicator]:
    """Return the library's indicators by id: those of each value in turn, in the order written."""
    by_id: dict[str, Indicator] = {}
    for value in get_args(Value):
        file = library() / "indicators" / f"{value}.yaml"
        for id_, written in read(file.read_bytes(), file.name).value.items():
            by_id[id_] = IndicatorShape.model_validate({"value": value, **written}).made()
    return by_id
