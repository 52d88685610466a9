"""The rule of a case type: the answer it gives on some facts, and the steps that lead to it.

The same rule is used on what systems showed (automation), on what was relied on (the caseworker)
and on the truth (the debrief); only the look-up of values differs.
"""

from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from itertools import chain, product

from simulator.casework.case_types import Answer, CaseType
from simulator.casework.letters import LETTER_NAMES
from simulator.core.expressions import Expression, ExpressionError, compile_expression
from simulator.core.facts import Value
from simulator.core.texts import Text

Look = Callable[[str], Value | None]
"""Looks up the value of a fact by its path; None where it is not known."""


@dataclass(frozen=True)
class Reckoned:
    """One step of the rule with its value, and the named values it was reckoned from."""

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
        self.types: Mapping[str, str] = known
        """The type of every name a text or a condition of this case type can use."""
        self._of_letters: dict[str, Expression] = {}
        outcomes = {outcome.id: outcome for outcome in case_type.outcomes}

        def compiled(named: Mapping[str, str], type_: str) -> dict[str, Expression]:
            """Return the expressions that are written, by the name of what has them."""
            return {
                id_: compile_expression(expression, known, type_)
                for id_, expression in named.items()
                if expression
            }

        self._when = compiled({id_: o.when or "true" for id_, o in outcomes.items()}, "yes-no")
        scales = compiled({id_: o.scale for id_, o in outcomes.items()}, "yes-no")
        self._scale = {**self._when, **scales}
        self._defensible = compiled({id_: o.defensible for id_, o in outcomes.items()}, "yes-no")
        self._effects = {
            id_: tuple(
                (e.fact, compile_expression(e.value, known, _type(known, e.fact)))
                for e in o.effects
            )
            for id_, o in outcomes.items()
        }
        self._figure = {
            id_: compile_expression(o.figure, known, o.figure_type)
            for id_, o in outcomes.items()
            if o.figure
        }
        self._fits = compiled({id_: o.fits for id_, o in outcomes.items()}, "yes-no")
        self._pays = compiled({id_: o.pays for id_, o in outcomes.items()}, "kroner")
        self._considers = compiled({c.id: c.when for c in case_type.considerations}, "yes-no")

    @cached_property
    def amounts(self) -> frozenset[str]:
        """The amounts that steps, outcomes, figures and payments are reckoned with, by id."""
        by_outcome = (self._when, self._figure, self._pays)
        of_outcomes = chain.from_iterable(compiled.values() for compiled in by_outcome)
        expressions = (*(step for _, step in self._steps), *of_outcomes)
        names = chain.from_iterable(expression.names for expression in expressions)
        return frozenset(names) & self._amounts.keys()

    def answer(self, look: Look) -> Answer | None:
        """Return the answer the rule gives, or None where a fact it needs is not known."""
        return self._first(self._when, self._values(look))

    def by_scale(self, look: Look) -> Answer | None:
        """Return what the internal scale gives, applied as if it were law."""
        return self._first(self._scale, self._values(look))

    def could_be_another(
        self, look: Look, others: Mapping[str, Collection[Value | None]], *, scale: bool = False
    ) -> bool:
        """Return whether an answer, by the rule or by the scale, hangs on some facts.

        It does where it would be another with any of their ``others``: values they could have had.
        """
        gives = self.by_scale if scale else self.answer
        answer = gives(look)

        def with_others(tried: Iterable[Value | None]) -> Look:
            values = dict(zip(others, tried, strict=True))
            return lambda path: values[path] if path in values else look(path)

        return any(gives(with_others(tried)) != answer for tried in product(*others.values()))

    def defensible(self, look: Look) -> frozenset[Answer]:
        """Return the answers that can be well justified on these facts, the rule's among them.

        Where there is discretion, a person may choose any of them without being wrong.
        """
        values = self._values(look)
        ruled = self._first(self._when, values)
        also = (
            Answer(id_, self._figured(id_, values))
            for id_, holds in self._defensible.items()
            if holds.value(values) is True
        )
        return frozenset((*((ruled,) if ruled else ()), *also))

    def effects(self, outcome: str, look: Look) -> tuple[tuple[str, Value], ...]:
        """Return what an outcome writes in the registers: (path, value) where one is known."""
        values = self._values(look)
        effects = ((path, _value(value.value(values))) for path, value in self._effects[outcome])
        return tuple((path, value) for path, value in effects if value is not None)

    def figure(self, outcome: str, look: Look) -> int | None:
        """Return the figure that goes with an outcome on these facts, or None if none does."""
        return self._figured(outcome, self._values(look))

    def pays(self, outcome: str, look: Look) -> int:
        """Return what an outcome pays on these facts, in øre: each month, or once."""
        paid = self._pays[outcome].value(self._values(look)) if outcome in self._pays else 0
        return paid if isinstance(paid, int) else 0

    def told(self, look: Look) -> Callable[[str], object | None]:
        """Return how letters look up values by name: of facts, amounts and steps."""
        return self._values(look)

    def holds(self, condition: str, values: Callable[[str], object | None]) -> bool:
        """Return whether a condition of a letter holds; not if something it needs is unknown."""
        if condition not in self._of_letters:
            names = {**self.types, **LETTER_NAMES}
            self._of_letters[condition] = compile_expression(condition, names, "yes-no")
        return self._of_letters[condition].value(values) is True

    def considers(self, look: Look) -> tuple[str, ...]:
        """Return the considerations that the facts themselves answer with yes."""
        values = self._values(look)
        return tuple(id_ for id_, when in self._considers.items() if when.value(values) is True)

    def steps(self, look: Look) -> tuple[Reckoned, ...]:
        """Return the steps of the rule, worked out on these facts."""
        values = self._values(look)
        steps = {step.id: step for step in self.case_type.steps}
        return tuple(
            Reckoned(
                steps[id_].label,
                _value(values(id_)),
                steps[id_].type,
                tuple((p.source, _value(p.value), p.type) for p in step.trace(values) if p.name),
            )
            for id_, step in self._steps
        )

    def _first(
        self, conditions: Mapping[str, Expression], values: Callable[[str], object | None]
    ) -> Answer | None:
        """Return the first outcome whose condition holds; None where one before it is unknown."""
        for outcome, condition in conditions.items():
            holds = condition.value(values)
            if holds is None:
                return None
            if holds:
                return Answer(outcome, self._figured(outcome, values))
        return None

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
        fits = self._fits[outcome].value(values) if outcome in self._fits else True
        figure = self._figure[outcome].value(values) if fits and outcome in self._figure else None
        return figure if isinstance(figure, int) else None


def _type(known: Mapping[str, str], path: str) -> str:
    """Return the type an effect's value must have. Raises ``ExpressionError`` for no such fact."""
    if path not in known:
        raise ExpressionError("unknown-name", name=path)
    return known[path]


def _value(value: object | None) -> Value | None:
    return value if isinstance(value, int | str) else None
