"""The cast: a scenario's people as constraints on the town, and what only they say."""

from collections.abc import Mapping
from typing import get_args

from simulator.casework.actions.asking import SPEAKERS
from simulator.casework.opening import Line
from simulator.core.clock import day_number
from simulator.core.facts import Fact, Value, relations, split_path
from simulator.core.texts import Text
from simulator.core.untrusted import clean
from simulator.scenario.diagnostics import listed, meant
from simulator.scenario.drawing import NEW, CannotDraw, Happening, Person, Said, What, check_person
from simulator.scenario.resolving.source import Source
from simulator.scenario.shapes.people import KnowsShape, LifeShape, PersonShape, SpellShape

SPEECH = "name given"
"""What a line of a person may name."""
ASIDE = "system source target every title days n"
"""What a line of somebody of the house may name."""


def cast(source: Source, facts: Mapping[str, Fact]) -> tuple[Person, ...]:
    """Return the people a scenario asks for."""
    people = tuple(_person(source, key, one, facts) for key, one in source.scenario.people.items())
    size = sum(one.size for one in people)
    if size > source.scenario.municipality.citizens:
        source.wrong("P0505", "municipality", "citizens", wanted=str(size))
    return people


def _person(source: Source, key: str, shape: PersonShape, facts: Mapping[str, Fact]) -> Person:
    knows = shape.knows.items()
    person = Person(
        key=key,
        age=shape.age,
        female=None if shape.sex is None else shape.sex == "f",
        given=shape.given and clean(shape.given),
        family=shape.family and clean(shape.family),
        partner_age=shape.household.partner,
        former_age=shape.household.former_partner,
        children=tuple(shape.household.children),
        custody=shape.household.custody,
        digital=shape.digital,
        language=shape.language,
        patience=shape.patience,
        trust=shape.trust,
        protected=shape.protected,
        facts=_facts(source, key, shape, facts),
        life=tuple(
            found for n, one in enumerate(shape.life) for found in _life(source, key, n, one)
        ),
        knows={path: "sure" if isinstance(one, KnowsShape) else one for path, one in knows},
    )
    for path in shape.knows:
        _may_be_said(source, path, facts, ("people", key, "knows", path))
    if problem := check_person(person):
        cannot(source, problem)
    return person


WHAT: tuple[What, ...] = get_args(What)
"""What can happen in a person's life."""


def _life(source: Source, key: str, n: int, shape: LifeShape) -> tuple[Happening, ...]:
    """Return what happened, of which a line names one thing."""
    found = tuple(
        Happening(what, shape.date, shape.reported)
        for what in WHAT
        if getattr(shape, what.replace("-", "_"))
    )
    if len(found) != 1:
        source.wrong("P0512", "people", key, "life", n, allowed=listed(WHAT))
    return found


_CANNOT = {
    "age": ("P0501", "age"),
    "partner-under-age": ("P0502", "household"),
    "child-age": ("P0503", "household"),
    "parent-age": ("P0504", "household"),
    "income-from-nowhere": ("P0508", "facts"),
    "about-nobody": ("P0509", "facts"),
    "nobody-to-leave": ("P0510", "life"),
    "no-work": ("P0511", "life"),
    "after-death": ("P0513", "life"),
}


def cannot(source: Source, problem: CannotDraw) -> None:
    """Say at its line that a constraint cannot be met."""
    code, key = _CANNOT[problem.reason]
    source.wrong(code, "people", problem.person, key, **problem.arguments)


def _facts(
    source: Source, key: str, shape: PersonShape, facts: Mapping[str, Fact]
) -> dict[str, tuple[Said, ...]]:
    found: dict[str, tuple[Said, ...]] = {}
    for path, spells in shape.facts.items():
        who, id_ = split_path(path)
        here = ("people", key, "facts", path)
        if not _may_be_said(source, path, facts, here):
            continue
        if who == "partner" and shape.household.partner is None:
            source.wrong("P0506", *here, found=path)
        said = [_said(source, facts[id_], one, (*here, n)) for n, one in enumerate(spells)]
        begun = [one.begins or 0 for one in said]
        if begun != sorted(begun):
            source.wrong("P0507", *here)
        found[path] = tuple(said)
    return found


def _may_be_said(
    source: Source, path: str, facts: Mapping[str, Fact], here: tuple[str | int, ...]
) -> bool:
    """Say whether a path leads to a fact of a citizen, or of a dwelling of theirs."""
    relation, id_ = split_path(path)
    known = relations(facts)
    if not source.one_of(id_, facts, *here):
        return False
    if relation and not source.one_of(relation, known, *here):
        return False
    about = "dwelling" if relation and facts[known[relation]].type == "dwelling" else "citizen"
    if facts[id_].subject != about:
        source.wrong("P0314", *here, found=path, about=f"word.{facts[id_].subject}")
    return True


def _said(source: Source, fact: Fact, spell: SpellShape, here: tuple[str | int, ...]) -> Said:
    if spell.from_ is not None and spell.to is not None and spell.to <= spell.from_:
        source.wrong("P0306", *here)
    value: Value | None = None
    try:
        value = None if spell.is_ is None else value_of(fact, spell.is_, source.scenario.people)
    except ValueError:
        _not_a_value(source, fact, str(spell.is_), (*here, "is"))
    return Said(value, spell.from_, spell.to, spell.reported)


def _not_a_value(source: Source, fact: Fact, found: str, here: tuple[str | int, ...]) -> None:
    wanted = f"word.{fact.type}"
    known = list(fact.codes or (source.scenario.people if fact.type == "person" else ()))
    if fact.type == "dwelling":
        known = [NEW, *source.scenario.people]
    if not known:
        source.wrong("P0203", *here, found=found, wanted=wanted)
        return
    near = {"meant": meant(found, known), "allowed": listed(known)}
    source.wrong("P0311", *here, found=found, wanted=wanted, **near)


def value_of(fact: Fact, written: bool | int | float | str, people: Mapping[str, object]) -> Value:
    """Return a written value as a raw value of a fact. Raises ``ValueError`` if it is none."""
    number = isinstance(written, int | float) and not isinstance(written, bool)
    if fact.type == "kroner" and number:
        return round(float(written) * 100)
    if fact.type == "count" and number and isinstance(written, int):
        return written
    if fact.type == "yes-no" and isinstance(written, bool):
        return written
    if fact.type == "date" and isinstance(written, str):
        return day_number(written)
    if fact.type == "code" and str(written) in (fact.codes or {}):
        return str(written)
    if fact.type in ("text", "address") and isinstance(written, str):
        return clean(written)
    if fact.type == "person" and written in people:
        return str(written)
    if fact.type == "dwelling" and (written == NEW or written in people):
        return str(written)
    raise ValueError(written)


def beliefs(source: Source, facts: Mapping[str, Fact]) -> dict[str, dict[str, Value]]:
    """Return what people of the cast are sure of though it is not so, by person and path."""
    found: dict[str, dict[str, Value]] = {}
    for key, person in source.scenario.people.items():
        for path, one in person.knows.items():
            fact = facts.get(split_path(path)[1])
            if not isinstance(one, KnowsShape) or fact is None:
                continue
            here = ("people", key, "knows", path)
            said = _said(source, fact, SpellShape.model_validate({"is": one.sure}), here)
            if said.value is not None:
                found.setdefault(key, {})[path] = said.value
    return found


def own_lines(source: Source) -> tuple[tuple[Line, ...], dict[str, Text]]:
    """Return the lines that only one of the cast says, and their texts by id."""
    acts = sorted({line.act for line in source.lines.values()})
    lines: list[Line] = []
    texts: dict[str, Text] = {}
    for key, person in source.scenario.people.items():
        for act, text in person.lines.items():
            here = ("people", key, "lines", act)
            source.text(text, SPEECH, *here)
            if source.one_of(act, acts, *here):
                lines.append(Line(f"{key}.{act}", act, person=key))
                texts[f"{key}.{act}"] = text
    return tuple(lines), texts


def common_lines(source: Source) -> tuple[tuple[Line, ...], dict[str, Text]]:
    """Return the lines that anybody may say, and their texts by id."""
    texts = {id_: shape.says for id_, shape in source.library.people.lines.items()}
    for id_, line in source.lines.items():
        names = ASIDE if line.act.partition(".")[0] in SPEAKERS else SPEECH
        source.item_text(texts[id_], names, "people", "lines", id_, "says")
    return tuple(source.lines.values()), texts
