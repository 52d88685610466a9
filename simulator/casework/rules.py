"""A case type's rule over whatever facts one has: the answer it gives, and its steps told aloud.

The same rule is put over what systems showed (automation), over what was relied on (the
caseworker) and over the truth (the debrief); only the look-up differs.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from simulator.casework.case_types import Answer, CaseType
from simulator.core.expressions import Expression, compile_expression
from simulator.core.facts import Value
from simulator.core.texts import Text

Look = Callable[[str], Value | None]
"""Looks a fact up by its path, or an amount by its id; nothing: not known."""


@dataclass(frozen=True)
class Reckoned:
    """One step of the rule with its value, and the named parts it was made of."""

    label: Text
    value: Value | None
    type: str
    parts: tuple[tuple[str, Value | None, str], ...]
    """(name, value, type) of the facts, amounts and earlier steps in it."""


class Rule:
    """The compiled rule of one case type."""

    def __init__(
        self, case_type: CaseType, types: Mapping[str, str], amounts: Mapping[str, Value]
    ) -> None:
        """Compile it. Raises ``ExpressionError`` for an expression that does not fit."""
        self.case_type, self._amounts = case_type, amounts
        known = dict(types)
        self._steps: list[tuple[str, Expression]] = []
        for step in case_type.steps:
            self._steps.append((step.id, compile_expression(step.expression, known, step.type)))
            known[step.id] = step.type
        one = {outcome.id: outcome for outcome in case_type.outcomes}
        self._when = {
            id_: compile_expression(o.when or "true", known, "yes-no") for id_, o in one.items()
        }
        self._figure = {
            id_: compile_expression(o.figure, known, o.figure_type)
            for id_, o in one.items()
            if o.figure
        }
        self._pays = {
            id_: compile_expression(o.pays, known, "kroner") for id_, o in one.items() if o.pays
        }
        self._considers = {
            c.id: compile_expression(c.when, known, "yes-no")
            for c in case_type.considerations
            if c.when
        }

    def answer(self, look: Look) -> Answer | None:
        """Return the answer the rule gives; nothing where a fact it needs is not known."""
        values = self._values(look)
        for outcome, when in self._when.items():
            holds = when.value(values)
            if holds is None:
                return None
            if holds:
                return Answer(outcome, self._figured(outcome, values))
        return None

    def figure(self, outcome: str, look: Look) -> int | None:
        """Return the figure that goes with an outcome on these facts, if there is one."""
        return self._figured(outcome, self._values(look))

    def pays(self, outcome: str, look: Look) -> int:
        """Return what an outcome pays a month on these facts, in øre."""
        paid = self._pays[outcome].value(self._values(look)) if outcome in self._pays else 0
        return paid if isinstance(paid, int) else 0

    def considers(self, look: Look) -> tuple[str, ...]:
        """Return the considerations that the facts themselves answer with yes."""
        values = self._values(look)
        return tuple(id_ for id_, when in self._considers.items() if when.value(values) is True)

    def steps(self, look: Look) -> tuple[Reckoned, ...]:
        """Tell the steps of the rule on these facts."""
        values = self._values(look)
        labels = {step.id: step for step in self.case_type.steps}
        return tuple(
            Reckoned(
                labels[id_].label,
                _value(values(id_)),
                labels[id_].type,
                tuple((p.source, _value(p.value), p.type) for p in step.trace(values) if p.name),
            )
            for id_, step in self._steps
        )

    def _values(self, look: Look) -> Callable[[str], object | None]:
        known: dict[str, object | None] = dict(self._amounts)

        def value(name: str) -> object | None:
            if name not in known:
                known[name] = look(name)
            return known[name]

        for id_, step in self._steps:
            known[id_] = step.value(value)
        return value

    def _figured(self, outcome: str, values: Callable[[str], object | None]) -> int | None:
        found = self._figure[outcome].value(values) if outcome in self._figure else None
        return found if isinstance(found, int) else None


def _value(found: object | None) -> Value | None:
    return found if isinstance(found, int | str) else None
