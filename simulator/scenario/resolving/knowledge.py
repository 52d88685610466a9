"""What the day knows: case types with their rules, and the facts and names in them."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import replace

from simulator.casework.case_types import CaseType, Need
from simulator.core.expressions import Expression, ExpressionError, compile_expression
from simulator.core.facts import split_path
from simulator.landscape.systems import System
from simulator.scenario.diagnostics import listed
from simulator.scenario.reading import Document, Path
from simulator.scenario.resolving.source import Source
from simulator.scenario.shapes.case_types import CaseTypeShape

_NAME = re.compile(r"[a-z_][a-z0-9_]*(?:\.[a-z_][a-z0-9_]*)*")
LETTER = "answer considerations facts name year municipality deadline"
"""The placeholders a part of a letter may have."""


def check_facts(source: Source) -> None:
    """Check the texts of the declared facts, and the marks they are protected by."""
    for id_, fact in source.facts.items():
        source.item_text(fact.related, "fact", "facts", id_, "related")
        if fact.marked_by:
            source.one_item_of(fact.marked_by, source.facts, "facts", id_, "marked-by")
        for how, text in fact.says.items():
            source.item_text(text, "value", "facts", id_, "says", how)


def case_types(source: Source, systems: Mapping[str, System]) -> dict[str, CaseType]:
    """Return, by id, the case types of the scenario's cases and workload."""
    wanted = [(case.type, ("cases", n, "type")) for n, case in enumerate(source.scenario.cases)]
    wanted += [
        (work.type, ("workload", n, "type")) for n, work in enumerate(source.scenario.workload)
    ]
    known = source.library.case_types
    used = dict.fromkeys(id_ for id_, path in wanted if source.one_of(id_, known, *path))
    return {id_: _case_type(source, id_, known[id_], systems) for id_ in used}


def _case_type(
    source: Source, id_: str, shape: CaseTypeShape, systems: Mapping[str, System]
) -> CaseType:
    made: CaseType = shape.made(id=id_, letter={**source.library.letters, **shape.letter})
    _check_needs(source, made, systems)
    _check_rule(source, made, shape.for_whom)
    for part, text in shape.letter.items():
        source.item_text(text, LETTER, "case-types", id_, "letter", part)
    for n, outcome in enumerate(made.outcomes):
        source.item_text(outcome.unit, "figure", "case-types", id_, "outcomes", n, "unit")
    year = source.scenario.rule_year
    if made.rule_year != year:
        years = {"year": str(made.rule_year), "wanted": str(year)}
        source.problems.add("P0902", source.document.place(("rule-year",)), found=id_, **years)
    return replace(made, needs=tuple(_wired(source, id_, need, systems) for need in made.needs))


def _check_needs(source: Source, made: CaseType, systems: Mapping[str, System]) -> None:
    shown = {
        field.fact for system in systems.values() for page in system.pages for field in page.fields
    }
    for n, need in enumerate(made.needs):
        here = ("case-types", made.id, "needs", n)
        fact = split_path(need.path)[1]
        if not source.one_item_of(fact, source.library.facts, *here, "path"):
            continue
        for m, system in enumerate(need.wired):
            source.one_item_of(system, source.library.systems, *here, "wired", m)
        if fact not in shown and not (need.optional or need.told):
            used = {"found": fact, "allowed": listed(systems)}
            source.wrong("P0308", "landscape", "use", type=made.id, **used)


def _wired(source: Source, case_type: str, need: Need, systems: Mapping[str, System]) -> Need:
    """Return a need wired to those systems only that the day has.

    A note is added if none is left, so that the fact must be found by hand.
    """
    there = tuple(system for system in need.wired if system in systems)
    if need.wired and not there and not need.optional:
        missing = {"found": case_type, "fact": need.path, "system": listed(need.wired)}
        source.problems.add("P0903", source.document.place(("landscape", "use")), **missing)
    return replace(need, wired=there)


def _check_rule(source: Source, made: CaseType, for_whom: str) -> None:
    known = dict(source.names)
    check = Checking(source, "case-types", made.id)
    check(for_whom, known, "yes-no", "for-whom")
    for n, step in enumerate(made.steps):
        check(step.expression, known, step.type, "steps", n, "expression")
        if not step.id.isidentifier() or step.id in known:
            source.wrong_item("P0307", "case-types", made.id, "steps", n, "id", found=step.id)
        known[step.id] = step.type
    for n, outcome in enumerate(made.outcomes):
        check(outcome.when, known, "yes-no", "outcomes", n, "when")
        check(outcome.figure, known, outcome.figure_type, "outcomes", n, "figure")
        check(outcome.pays, known, "kroner", "outcomes", n, "pays")
        check(outcome.defensible, known, "yes-no", "outcomes", n, "defensible")
        check(outcome.scale, known, "yes-no", "outcomes", n, "scale")
        for m, effect in enumerate(outcome.effects):
            here = ("case-types", made.id, "outcomes", n, "effects", m)
            if source.one_item_of(effect.fact, _paths(known, source), *here, "fact"):
                check(effect.value, known, known[effect.fact], *here[2:], "value")
    if made.outcomes[-1].when:
        source.wrong_item("P0309", "case-types", made.id, "outcomes", len(made.outcomes) - 1)
    for n, consideration in enumerate(made.considerations):
        check(consideration.when, known, "yes-no", "considerations", n, "when")


def _paths(known: Mapping[str, str], source: Source) -> list[str]:
    """Return those of the names that are paths of facts."""
    return [name for name in known if split_path(name)[1] in source.library.facts]


class Checking:
    """Checks the expressions of one item of the library; a mistake is told at its place."""

    def __init__(self, source: Source, *here: str) -> None:
        self._source, self._here = source, here

    def __call__(self, text: str, known: Mapping[str, str], wants: str, *path: str | int) -> None:
        """Add what is wrong with an expression at ``path``; there is no expression in ``""``."""
        if not text:
            return
        try:
            compile_expression(text, known, wants)
        except ExpressionError as error:
            _wrong(self._source, self._source.items, error, (*self._here, *path))


def condition(source: Source, text: str, known: Mapping[str, str], *path: str | int) -> None:
    """Check a condition that is written in the scenario itself, at ``path``."""
    try:
        compile_expression(text, known, "yes-no")
    except ExpressionError as error:
        _wrong(source, source.document, error, path)


def _wrong(source: Source, document: Document, error: ExpressionError, path: Path) -> None:
    place = document.within(path, error.column)
    close = f"≈ {', '.join(error.near)}? " if error.near else ""
    arguments = {"meant": close} | _worded(error.arguments)
    source.problems.add(_EXPRESSION[error.code], place, **arguments)


_EXPRESSION = {
    "syntax": "P0401",
    "unknown-name": "P0402",
    "not-allowed": "P0403",
    "wants-type": "P0404",
    "wrong-type": "P0405",
    "unknown-function": "P0406",
    "arity": "P0407",
    "too-long": "P0408",
    "too-deep": "P0409",
}
_TYPES = ("wants", "found", "left", "right")


def _worded(arguments: Mapping[str, str]) -> dict[str, str]:
    """Return the arguments of an error, with the ids of words for the types among them."""
    return {key: f"word.{value}" if key in _TYPES else value for key, value in arguments.items()}


def compiled(source: Source, case_type: str) -> Expression:
    """Return the condition a citizen must meet for a case type, compiled.

    Raises ``ExpressionError`` if it cannot be used.
    """
    for_whom = source.library.case_types[case_type].for_whom
    return compile_expression(for_whom, source.names, "yes-no")


def named_in(texts: Iterable[str]) -> frozenset[str]:
    """Return every name in some expressions."""
    return frozenset(name for text in texts for name in _NAME.findall(text))


def expressions_of(case_type: CaseType) -> tuple[str, ...]:
    """Return the text of every expression of a case type."""
    outcomes = [
        text
        for o in case_type.outcomes
        for text in (o.when, o.figure, o.pays, o.defensible, o.scale)
    ]
    effects = [text for o in case_type.outcomes for e in o.effects for text in (e.fact, e.value)]
    considerations = [consideration.when for consideration in case_type.considerations]
    return (*(step.expression for step in case_type.steps), *outcomes, *effects, *considerations)
