"""Twins: parties copied from another party and changed in one thing."""

from dataclasses import replace
from typing import Any

from pydantic import ValidationError

from simulator.scenario.diagnostics import as_written
from simulator.scenario.resolving.source import Source
from simulator.scenario.shapes.base import kebab
from simulator.scenario.shapes.people import PersonShape
from simulator.scenario.shapes.scenario import TwinShape


def with_twins(source: Source) -> Source:
    """Return the source with the twins its cases ask for added to the scenario's people.

    A party who is written out under ``people`` stays as written.
    """
    people = dict(source.scenario.people)
    for n, case in enumerate(source.scenario.cases):
        twin = case.twin
        if twin is None or case.party in people or twin.of not in people:
            continue
        original = people[twin.of]
        people[case.party] = _copy(source, original, twin, n) or original
    scenario = source.scenario.model_copy(update={"people": people})
    return replace(source, scenario=scenario)


def _copy(source: Source, original: PersonShape, twin: TwinShape, n: int) -> PersonShape | None:
    """Return a person with one thing changed; ``None``, with a mistake added, if that fails."""
    fact = "." in twin.differs
    plain = {key for key, field in _fields().items() if not isinstance(field.default, dict)}
    if not fact and not source.file.one_of(twin.differs, plain, "cases", n, "twin", "differs"):
        return None
    written: dict[str, Any] = {"age": original.age}
    written |= {"facts": {twin.differs: twin.as_}} if fact else {twin.differs: twin.as_}
    try:
        changed = PersonShape.model_validate(written)
    except ValidationError:
        mistake = {"found": as_written(twin.as_), "wanted": "word.scalar"}
        source.file.wrong("P0203", "cases", n, "twin", "as", **mistake)
        return None
    if fact:
        return original.model_copy(update={"facts": {**original.facts, **changed.facts}})
    name = next(name for name in PersonShape.model_fields if kebab(name) == twin.differs)
    return original.model_copy(update={name: getattr(changed, name)})


def _fields() -> dict[str, Any]:
    """Return the keys of a person that hold one value, each with its field."""
    many = ("household", "life")
    fields = {kebab(name): field for name, field in PersonShape.model_fields.items()}
    return {key: field for key, field in fields.items() if key not in many}
