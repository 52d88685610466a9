"""The examples of a case type: citizens its author tells of, held to what its rule gives."""

from simulator.casework.case_types import Answer, CaseType
from simulator.casework.rules import Look, Rule
from simulator.core.expressions import ExpressionError
from simulator.core.facts import Fact, FactType, Value, relations, split_path
from simulator.core.texts import LANGUAGES, Language, Measure, Text
from simulator.scenario.diagnostics import as_written, listed
from simulator.scenario.library import shipped
from simulator.scenario.resolving.cast import read_value
from simulator.scenario.resolving.source import Part, Source
from simulator.scenario.shapes.case_types import CaseTypeShape, ExampleShape

_HOW = {"kroner": "kr", "date": "date", "count": "count", "yes-no": "yes-no"}
"""How the value of a step is written, by its type."""


def check_examples(source: Source, made: CaseType, shape: CaseTypeShape) -> None:
    """Tell of every example that the rule of its case type does not answer as it says."""
    here = source.items.at("case-types", made.id)
    if not shape.examples:
        here.wrong("P0913", found=made.id)
        return
    amounts = {id_: amount.value for id_, amount in source.amounts.items()}
    try:
        rule = Rule(made, source.names, amounts)
    except ExpressionError:
        return  # told where the expression stands
    ours = shipped("case-types", made.id, "examples") == _written(here)
    for n, example in enumerate(shape.examples):
        there = here.at("examples", n)
        there.text(example.told, "", "told")
        _check(source, there, rule, example, "P0914" if ours else "P0321")


def _written(here: Part) -> object:
    """Return the examples of a case type as they stand in the file."""
    _, id_ = here.here
    return here.document.value["case-types"][id_].get("examples")


def _check(source: Source, here: Part, rule: Rule, example: ExampleShape, code: str) -> None:
    facts = _facts(source, here.at("facts"), example)
    wanted = _answer(here, rule.case_type, example)
    if facts is None or wanted is None:
        return
    asked: dict[str, None] = {}

    def look(path: str) -> Value | None:
        if path not in facts:
            asked[path] = None
        return facts.get(path)

    gives = rule.answer(look)
    if gives is None and asked:
        here.wrong("P0322", "facts", found=listed(asked))
    elif gives is None:
        here.wrong("P0323", found=rule.case_type.id)
    elif gives != wanted:
        kind, written = rule.case_type, as_written(_plain(rule.case_type, wanted))
        gave = as_written(_plain(kind, gives))
        why = "word.calculates" if kind.steps else ""
        arguments = {"type": kind.id, "found": written, "gives": gave, "why": why}
        here.wrong(code, "answer", **arguments, steps=_calculation(rule, look))


def _facts(source: Source, here: Part, example: ExampleShape) -> dict[str, Value] | None:
    """Return the facts of an example by path; None, and a mistake for each that does not fit."""
    known, facts = relations(source.facts), dict[str, Value]()
    for path, written in example.facts.items():
        relation, id_ = split_path(path)
        if not here.one_of(id_, source.facts, path) or (
            relation and not here.one_of(relation, known, path)
        ):
            continue
        value = read_value(source.facts[id_], written, source.scenario.people, here.at(path))
        if value is not None:
            facts[path] = value
    return facts if len(facts) == len(example.facts) else None


def _answer(here: Part, made: CaseType, example: ExampleShape) -> Answer | None:
    """Return the answer an example wants; None, and a mistake, where there is none such."""
    ((outcome, figure),) = example.answer.items()
    known = {way.id: way.figure_type for way in made.outcomes}
    if not here.one_of(outcome, known, "answer"):
        return None
    if figure is None:
        return Answer(outcome)
    value = read_value(_figure(known[outcome]), figure, (), here.at("answer"))
    return Answer(outcome, value) if isinstance(value, int) else None


def _figure(type_: FactType) -> Fact:
    """Return a fact of a type, to read a figure by."""
    return Fact("figure", "case", type_, "span", Text("", ""), {})


def _plain(made: CaseType, answer: Answer) -> object:
    """Return an answer as one writes it in a file: kroner in kroner."""
    figure = answer.figure
    if figure is None:
        return answer.outcome
    if made.outcome(answer.outcome).figure_type == "kroner":
        whole, ore = divmod(figure, 100)
        return {answer.outcome: whole if not ore else figure / 100}
    return {answer.outcome: figure}


def _calculation(rule: Rule, look: Look) -> Text:
    """Return the steps of a rule with their values, one after another."""
    by_language = {language: _steps(rule, look, language) for language in LANGUAGES}
    return Text(by_language["da"], by_language["en"])


def _steps(rule: Rule, look: Look, language: Language) -> str:
    from simulator.scenario.words import teller  # the words are read only where they are needed

    write = teller(language).write
    told = (
        f"{step.label.in_(language)}: {write(Measure(step.value, _HOW.get(step.type, '')))}"
        for step in rule.steps(look)
    )
    return "; ".join(told)
