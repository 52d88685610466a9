"""The cast: the people a scenario writes out, as constraints on the town, and their lines."""

from collections.abc import Iterable
from contextlib import suppress
from typing import get_args

from simulator.casework.speaking import Line
from simulator.core.clock import day_number
from simulator.core.facts import LARGEST, Fact, Value, fits, relations, split_path
from simulator.core.texts import Text
from simulator.core.untrusted import clean
from simulator.scenario.diagnostics import as_written, listed, near
from simulator.scenario.drawing.requests import (
    NEW,
    CannotDraw,
    Happening,
    Person,
    Stated,
    What,
    check_person,
)
from simulator.scenario.resolving.source import Part, Source
from simulator.scenario.shapes.people import (
    KnowsShape,
    LifeShape,
    PersonShape,
    Scalar,
    SpellShape,
)
from simulator.scenario.shapes.scalars import number

SPEECH = "name given"
"""The placeholders a citizen's line may have."""
ASIDE = "system source target every title days n"
"""The placeholders a line of somebody of the house may have."""


def cast(source: Source) -> tuple[Person, ...]:
    """Return the people a scenario writes out."""
    people = tuple(_person(source, key, shape) for key, shape in source.scenario.people.items())
    size = sum(person.size for person in people)
    if size > source.scenario.municipality.citizens:
        source.file.wrong("P0505", "municipality", "citizens", wanted=str(size))
    return people


def _person(source: Source, key: str, shape: PersonShape) -> Person:
    here = source.file.at("people", key)
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
        facts=_facts(source, here.at("facts"), shape),
        life=tuple(
            happening
            for n, part in enumerate(shape.life)
            for happening in _life(here.at("life", n), part)
        ),
        knows={
            path: "sure" if isinstance(certainty, KnowsShape) else certainty
            for path, certainty in shape.knows.items()
        },
    )
    for path in shape.knows:
        _may_be_stated(source, path, here.at("knows", path))
    if problem := check_person(person):
        cannot(source, problem)
    return person


WHAT: tuple[What, ...] = get_args(What)
"""The things that can happen in a person's life."""


def _life(here: Part, shape: LifeShape) -> tuple[Happening, ...]:
    """Return what an entry of ``life`` says has happened; anything but one thing is a mistake."""
    happenings = tuple(
        Happening(what, shape.date, shape.reported)
        for what in WHAT
        if getattr(shape, what.replace("-", "_"))
    )
    if len(happenings) != 1:
        here.wrong("P0512", allowed=listed(WHAT))
    return happenings


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
    """Add the mistake that a constraint cannot be met, at its line."""
    code, key = _CANNOT[problem.reason]
    source.file.wrong(code, "people", problem.person, key, **problem.arguments)


def _facts(source: Source, here: Part, shape: PersonShape) -> dict[str, tuple[Stated, ...]]:
    by_path: dict[str, tuple[Stated, ...]] = {}
    for path, spells in shape.facts.items():
        who, id_ = split_path(path)
        there = here.at(path)
        if not _may_be_stated(source, path, there):
            continue
        if who == "partner" and shape.household.partner is None:
            there.wrong("P0506", found=path)
        fact = source.facts[id_]
        stated = [_stated(source, fact, spell, there.at(n)) for n, spell in enumerate(spells)]
        begun = [spell.begins or 0 for spell in stated]
        if begun != sorted(begun):
            there.wrong("P0507")
        by_path[path] = tuple(stated)
    return by_path


def _may_be_stated(source: Source, path: str, here: Part) -> bool:
    """Return whether a path leads to a declared fact, and add a mistake if it may not be written.

    The fact must be one of a citizen, or behind ``home.`` and the like one of a dwelling.
    """
    relation, id_ = split_path(path)
    facts, known = source.facts, relations(source.facts)
    if not here.one_of(id_, facts) or (relation and not here.one_of(relation, known)):
        return False
    about = "dwelling" if relation and facts[known[relation]].type == "dwelling" else "citizen"
    if facts[id_].subject != about:
        here.wrong("P0314", found=path, about=f"word.{facts[id_].subject}")
    return True


def _stated(source: Source, fact: Fact, spell: SpellShape, here: Part) -> Stated:
    if spell.from_ is not None and spell.to is not None and spell.to <= spell.from_:
        here.wrong("P0306")
    people = source.scenario.people
    value = None if spell.is_ is None else read_value(fact, spell.is_, people, here, "is")
    return Stated(value, spell.from_, spell.to, spell.reported)


def read_value(
    fact: Fact, written: Scalar, people: Iterable[str], here: Part, *path: str
) -> Value | None:
    """Return what is written at a path as a raw value of a fact; None, and a mistake, if it cannot.

    ``people`` holds the keys of the cast.
    """
    with suppress(ValueError):
        if written is not None:
            return _within(fact, value_of(fact, written, people), written, here, *path)
    mistake = {"found": as_written(written), "wanted": f"word.{fact.type}"}
    if known := _choices(fact, people):
        here.wrong("P0311", *path, **mistake, **near(mistake["found"], known))
    elif fact.type == "kroner":
        here.wrong("P0208", *path, found=mistake["found"])
    else:
        here.wrong("P0203", *path, **mistake)
    return None


def _within(fact: Fact, value: Value, written: Scalar, here: Part, *path: str) -> Value | None:
    """Return a value; None, and a mistake, if it is a number that a fact cannot have."""
    if isinstance(value, bool) or not isinstance(value, int) or fits(fact, value):
        return value
    bound, limit = ("at-least", 0) if value < 0 else ("at-most", LARGEST[fact.type])
    limits = {"bound": f"word.{bound}", "limit": str(limit // unit(fact)), "unit": ""}
    here.wrong("P0205", *path, found=as_written(written), **limits)
    return None


def unit(fact: Fact) -> int:
    """Return what a number of a file is multiplied by to be a raw value: kroner become øre."""
    return 100 if fact.type == "kroner" else 1


def _choices(fact: Fact, people: Iterable[str]) -> list[str]:
    """Return the words of which a value of a fact is one; ``[]`` if it can be anything else."""
    if fact.type == "dwelling":
        return [NEW, *people]
    return list(people if fact.type == "person" else fact.codes or ())


def value_of(fact: Fact, written: bool | int | float | str, people: Iterable[str]) -> Value:
    """Return what is written in YAML as a raw value of a fact; kroner become øre.

    ``people`` holds the keys of the cast. Raises ``ValueError`` if the fact cannot have the value.
    """
    if str(written) in _choices(fact, people):
        return str(written)
    if fact.type in ("kroner", "count"):
        return number(fact.type, written)
    if fact.type == "yes-no" and isinstance(written, bool):
        return written
    if fact.type == "date" and isinstance(written, str):
        return day_number(written)
    if fact.type in ("text", "address") and isinstance(written, str):
        return clean(written)
    raise ValueError(written)


def beliefs(source: Source) -> dict[str, dict[str, Value]]:
    """Return the untrue values people of the cast are sure of, by person and then by path."""
    believed: dict[str, dict[str, Value]] = {}
    for key, person in source.scenario.people.items():
        for path, belief in person.knows.items():
            fact = source.facts.get(split_path(path)[1])
            if not isinstance(belief, KnowsShape) or fact is None:
                continue
            here = source.file.at("people", key, "knows", path)
            stated = _stated(source, fact, SpellShape.model_validate({"is": belief.sure}), here)
            if stated.value is not None:
                believed.setdefault(key, {})[path] = stated.value
    return believed


def own_lines(source: Source) -> tuple[tuple[Line, ...], dict[str, Text]]:
    """Return the lines that only one person of the cast says, and their texts by id."""
    acts = sorted({line.act for line in source.lines.values()})
    lines: list[Line] = []
    texts: dict[str, Text] = {}
    for key, person in source.scenario.people.items():
        for act, text in person.lines.items():
            here = source.file.at("people", key, "lines", act)
            here.text(text, SPEECH)
            if here.one_of(act, acts):
                lines.append(Line(f"{key}.{act}", act, person=key))
                texts[f"{key}.{act}"] = text
    return tuple(lines), texts
