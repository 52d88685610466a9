"""What the day knows: case types with their rules, and the facts and names in them."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import replace

from simulator.casework.case_types import CaseType, Need, Outcome
from simulator.core.facts import split_path
from simulator.landscape.systems import System
from simulator.scenario.diagnostics import listed
from simulator.scenario.resolving.examples import check_examples
from simulator.scenario.resolving.follows import check_follows
from simulator.scenario.resolving.legal_sources import check_sources
from simulator.scenario.resolving.letters import (
    check_letter,
    check_stated,
    named_by_letters,
)
from simulator.scenario.resolving.rights import check_rights, note_unopened
from simulator.scenario.resolving.source import FOR_WHOM, OF_WHOM, Source
from simulator.scenario.shapes.case_types import CaseTypeShape

_NAME = re.compile(r"[a-z_][a-z0-9_]*(?:\.[a-z_][a-z0-9_]*)*")


def check_facts(source: Source) -> None:
    """Check the texts of the declared facts, and the marks they are protected by."""
    if source.untouched(("facts",)):
        return
    for id_, fact in source.facts.items():
        source.items.text(fact.related, "fact", "facts", id_, "related")
        source.items.text(fact.related_document, "document", "facts", id_, "related-document")
        if fact.marked_by:
            source.items.one_of(fact.marked_by, source.facts, "facts", id_, "marked-by")
        for n, code in enumerate(source.library.facts[id_].off_work):
            source.items.one_of(code, fact.codes or (), "facts", id_, "off-work", n)
        _check_says(source, id_)
        check_stated(source, fact)


def _check_says(source: Source, id_: str) -> None:
    """Check how a fact is said: its placeholders, and that each value it says is one of it."""
    fact, says = source.facts[id_], source.library.facts[id_].says
    here = source.items.at("facts", id_, "says")
    for how in ("sure", "roughly", "unknown"):
        here.text(getattr(says, how), "value", how)
    for value, ways in says.values.items():
        if fact.type != "count" or not value.isdecimal():
            known = ("is", "is-not") if fact.type == "yes-no" else tuple(fact.codes or ())
            here.one_of(value, known, "values", value)
        for how, text in ways:
            here.text(text, "value", "values", value, how)
    if says.theirs:
        for how, text in says.theirs:
            here.text(text, "who" if how == "asks" else "who value", "theirs", how)


def case_types(source: Source, systems: Mapping[str, System]) -> dict[str, CaseType]:
    """Return, by id, the case types of the scenario's cases and workload."""
    wanted = [(case.type, ("cases", n, "type")) for n, case in enumerate(source.scenario.cases)]
    wanted += [
        (work.type, ("workload", n, "type")) for n, work in enumerate(source.scenario.workload)
    ]
    known = source.library.case_types
    used = dict.fromkeys(id_ for id_, path in wanted if source.file.one_of(id_, known, *path))
    kinds = {id_: _case_type(source, id_, known[id_], systems) for id_ in used}
    note_unopened(source, kinds.values(), systems)
    return kinds


def _case_type(
    source: Source, id_: str, shape: CaseTypeShape, systems: Mapping[str, System]
) -> CaseType:
    made: CaseType = shape.made(id=id_, letter={**source.library.letters, **shape.letter})
    _check_needs(source, made, systems)
    _check_proof(source, made)
    check_sources(source, made)
    check_rights(source, made, systems)
    check_follows(source, made)
    if not source.untouched(("case-types", id_), ("facts",), ("amounts",), ("letters",)):
        _check_rule(source, made, shape.for_whom)
        check_examples(source, made, shape)
        check_letter(source, made, shape.letter)
        _check_texts(source, made)
    year = source.scenario.rule_year
    if made.rule_year != year:
        years = {"year": str(made.rule_year), "wanted": str(year)}
        source.file.wrong("P0902", "rule-year", found=id_, **years)
    return replace(made, needs=tuple(_wired(source, id_, need, systems) for need in made.needs))


def _check_texts(source: Source, made: CaseType) -> None:
    here = source.items.at("case-types", made.id)
    if made.scale is not None:
        for key, text in (("name", made.scale.name), ("owner", made.scale.owner)):
            here.text(text, "", "scale", key)
    for n, outcome in enumerate(made.outcomes):
        here.text(outcome.unit, "figure", "outcomes", n, "unit")


def _check_needs(source: Source, made: CaseType, systems: Mapping[str, System]) -> None:
    shown = {
        field.fact for system in systems.values() for page in system.pages for field in page.fields
    }
    for n, need in enumerate(made.needs):
        here = source.items.at("case-types", made.id, "needs", n)
        fact = split_path(need.path)[1]
        if not here.one_of(fact, source.library.facts, "path"):
            continue
        for m, system in enumerate(need.wired):
            here.one_of(system, source.library.systems, "wired", m)
        if fact not in shown and not (need.optional or need.told):
            used = {"found": fact, "allowed": listed(systems)}
            source.file.wrong("P0308", "landscape", "use", type=made.id, **used)


def _check_proof(source: Source, made: CaseType) -> None:
    """Check what the law forbids to ask proof of: facts the case type needs, and why in words."""
    needed = [need.path for need in made.needs]
    here = source.items.at("case-types", made.id, "no-proof")
    for path, why in made.no_proof.items():
        here.one_of(path, needed, path)
        here.text(why, "", path)


def _wired(source: Source, case_type: str, need: Need, systems: Mapping[str, System]) -> Need:
    """Return a need wired to those systems only that the day has.

    A note is added if none is left, so that the fact must be found by hand.
    """
    there = tuple(system for system in need.wired if system in systems)
    if need.wired and not there and not need.optional:
        missing = {"found": case_type, "fact": need.path, "system": listed(need.wired)}
        source.file.wrong("P0903", "landscape", "use", **missing)
    return replace(need, wired=there)


def _check_rule(source: Source, made: CaseType, for_whom: str) -> None:
    known = dict(source.names)
    rule = source.items.at("case-types", made.id)
    rule.expression(for_whom, {**known, **FOR_WHOM}, "yes-no", "for-whom", may_name=OF_WHOM)
    for n, step in enumerate(made.steps):
        rule.expression(step.expression, known, step.type, "steps", n, "expression")
        if not step.id.isidentifier() or step.id in known:
            rule.wrong("P0307", "steps", n, "id", found=step.id)
        known[step.id] = step.type
    paths = [name for name in known if split_path(name)[1] in source.library.facts]
    for n, outcome in enumerate(made.outcomes):
        here = rule.at("outcomes", n)
        wanted = {"figure": outcome.figure_type, **_WANTED}
        for key, text in _expressions(outcome).items():
            here.expression(text, known, wanted[key], key)
        for m, effect in enumerate(outcome.effects):
            if here.one_of(effect.fact, paths, "effects", m, "fact"):
                here.expression(effect.value, known, known[effect.fact], "effects", m, "value")
        if outcome.scale and made.scale is None:
            here.wrong("P0330", "scale", found=outcome.id)
    if made.outcomes[-1].when:
        rule.wrong("P0309", "outcomes", len(made.outcomes) - 1)
    for n, consideration in enumerate(made.considerations):
        rule.expression(consideration.when, known, "yes-no", "considerations", n, "when")


_WANTED = {
    "when": "yes-no",
    "pays": "kroner",
    "defensible": "yes-no",
    "scale": "yes-no",
    "fits": "yes-no",
}
"""The type of each expression of an outcome but its figure, whose type the outcome says."""


def _expressions(outcome: Outcome) -> dict[str, str]:
    """Return the expressions of an outcome by their keys, those of its effects left out."""
    return {key: getattr(outcome, key) for key in ("figure", *_WANTED)}


def named_in(texts: Iterable[str]) -> frozenset[str]:
    """Return every name in some expressions."""
    return frozenset(name for text in texts for name in _NAME.findall(text))


def expressions_of(case_type: CaseType) -> tuple[str, ...]:
    """Return the text of every expression of a case type, and the names in its letters."""
    outcomes = [text for o in case_type.outcomes for text in _expressions(o).values()]
    effects = [text for o in case_type.outcomes for e in o.effects for text in (e.fact, e.value)]
    considerations = [consideration.when for consideration in case_type.considerations]
    steps = [step.expression for step in case_type.steps]
    return (*steps, *outcomes, *effects, *considerations, *named_by_letters(case_type))
