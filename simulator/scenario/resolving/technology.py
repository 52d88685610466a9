"""How much may be left to technology: the dials, the level each starts at, and the presets."""

from collections.abc import Iterator, Mapping
from dataclasses import replace

from simulator.casework.case_types import FUNCTIONS, CaseType, Function, step_id
from simulator.casework.opening import Dial, Preset
from simulator.scenario.diagnostics import listed
from simulator.scenario.resolving.source import Source
from simulator.scenario.shapes.scenario import LevelsShape

MOST = 6
"""The number of steps a caseworker can be asked to choose a level for in one morning."""


def dials(source: Source, case_types: Mapping[str, CaseType]) -> tuple[Dial, ...]:
    """Return a dial for every step with a level, in the order in which a case goes through them."""
    offered: list[Dial] = []
    for id_, shape in source.scenario.technology.levels.items():
        known = source.file.one_of(id_, source.library.case_types, "technology", "levels", id_)
        if known and id_ in case_types:  # levels of a type without cases today do nothing
            offered.extend(_dials(source, case_types[id_], shape))
    fixed = dict(_fixed(source, case_types))
    open_ = [dial for dial in offered if (dial.case_type, dial.function) not in fixed]
    return (*_of_the_morning(source, open_), *fixed.values())


def _of_the_morning(source: Source, dials: list[Dial]) -> list[Dial]:
    """Return the dials, marked with whether they can be turned at the morning meeting.

    The others are left to the presets.
    """
    wanted = source.scenario.technology.morning
    names = {dial.step: dial for dial in dials if len(dial.allowed) > 1}
    for n, name in enumerate(wanted):
        source.file.one_of(name, names, "technology", "morning", n)
    turned = [name for name in names if name in wanted] if wanted else list(names)
    if len(turned) > MOST:
        here = ("technology", "morning") if wanted else ("technology", "levels")
        counts = {"found": str(len(turned)), "wanted": str(MOST)}
        source.file.wrong("P0904", *here, **counts)
    return [replace(dial, morning=dial.step in turned) for dial in dials]


def _fixed(
    source: Source, case_types: Mapping[str, CaseType]
) -> Iterator[tuple[tuple[str, str], Dial]]:
    """Yield the dials somebody else has set, each with its case type and function."""
    known = source.library.case_types.items()
    steps = {step_id(id_, step): (id_, step) for id_, kind in known for step in kind.order}
    for key, shape in source.scenario.technology.fixed.items():
        here = source.file.at("technology", "fixed", key)
        here.text(shape.why, "", "why")
        if here.one_of(key, steps) and steps[key][0] in case_types:
            which = steps[key]
            yield which, Dial(*which, (shape.level,), shape.level, True, shape.by, shape.why)


def _dials(source: Source, kind: CaseType, shape: LevelsShape) -> list[Dial]:
    here = source.file.at("technology", "levels", kind.id)
    ranges = {name: levels for name in FUNCTIONS if (levels := getattr(shape, name)) is not None}
    for function in {*shape.start, *ranges}:
        here.one_of(function, kind.order, function)
    dials = []
    for function in kind.order:
        offered = ranges.get(function)
        start = shape.start.get(function, offered[0] if offered else 0)
        if offered is None and not start:
            continue
        low, high = offered or (start, start)
        allowed = tuple(range(low, high + 1))
        if start not in allowed:
            levels = {"found": str(start), "allowed": listed(map(str, allowed))}
            here.wrong("P0601", "start", function, **levels)
        dials.append(Dial(kind.id, function, allowed, start))
    return dials


def presets(source: Source, known: tuple[Dial, ...]) -> tuple[Preset, ...]:
    """Return the presets; it is a mistake if a level is none that its dial offers."""
    allowed = {(dial.case_type, dial.function): dial.allowed for dial in known}
    with_dials = {case_type for case_type, _ in allowed}
    presets: list[Preset] = []
    for id_, shape in source.scenario.technology.presets.items():
        here = source.file.at("technology", "presets", id_)
        here.text(shape.label, "", "label")
        levels: list[tuple[str, Function, int]] = []
        for case_type, chosen in shape.levels.items():
            there = here.one_of(case_type, source.library.case_types, "levels", case_type)
            if not (there and case_type in with_dials):
                continue
            for function, level in chosen.items():
                offered = allowed.get((case_type, function), ())
                if level in offered:
                    levels.append((case_type, function, level))
                else:
                    arguments = {"found": str(level), "allowed": listed(map(str, offered))}
                    here.wrong("P0601", "levels", case_type, function, **arguments)
        presets.append(Preset(id_, shape.label, tuple(levels)))
    return tuple(presets)
