"""The landscape of the day: its systems, their integrations, outages and IT's status page."""

from graphlib import CycleError

from simulator.core.clock import moment
from simulator.landscape.integrations import Integration, upstream_first
from simulator.landscape.systems import Landscape, Outage, Search, StatusPage, System
from simulator.scenario.resolving.source import Part, Source
from simulator.scenario.shapes.landscape import ends_of


def landscape(source: Source) -> Landscape:
    """Return the landscape of a scenario, with the mistakes in it told by ``source``."""
    systems = _systems(source)
    integrations = _integrations(source, systems)
    return Landscape(systems, integrations, _outages(source, systems), _status(source, systems))


def _systems(source: Source) -> dict[str, System]:
    systems: dict[str, System] = {}
    for n, id_ in enumerate(source.scenario.landscape.use):
        if source.file.one_of(id_, source.library.systems, "landscape", "use", n):
            systems[id_] = source.library.systems[id_].made(id=id_)
            _check_facts(source, systems[id_])
    return systems


def _check_facts(source: Source, system: System) -> None:
    facts, here = source.library.facts, source.items.at("systems", system.id)
    for n, page in enumerate(system.pages):
        for m, field in enumerate(page.fields):
            here.one_of(field.fact, facts, "pages", n, "fields", m, "fact")
        if page.relatives:
            here.one_of(page.relatives, facts, "pages", n, "relatives")
    for n, fact in enumerate(system.from_world):
        here.one_of(fact, facts, "from-world", n)
    here.text(system.greeting, "", "greeting")
    here.text(system.when_down, "", "when-down")
    if system.search:
        _check_search(source, system, system.search)


def _check_search(source: Source, system: System, search: Search) -> None:
    facts, here = source.library.facts, source.items.at("systems", system.id, "search")
    for by, key in search.by.items():
        here.one_of(key.fact, facts, "by", by, "fact")
        here.text(key.hint, "", "by", by, "hint")
        if key.earlier and key.fact not in system.from_world:
            here.wrong("P0317", "by", by, "earlier", system=system.id, found=key.fact)
    for n, fact in enumerate(search.lists):
        here.one_of(fact, facts, "lists", n)


def _integrations(source: Source, used: dict[str, System]) -> tuple[Integration, ...]:
    integrations: list[Integration] = []
    for key, shape in source.library.landscape.items():
        here, ends = source.items.at("landscape", key), ends_of(key)
        if not ends:
            here.wrong("P0302", found=key)
        for end in ends:
            here.one_of(end, source.library.systems)
        if ends and set(ends) <= set(used):
            integrations.append(shape.integration(*ends))
            if not integrations[-1].carries:
                here.wrong("P0305", found=key)
            _check_carries(source, here, integrations[-1])
    try:
        upstream_first(tuple(integrations))
    except CycleError as ring:
        source.file.wrong("P0303", "landscape", "integrations", ring=" -> ".join(ring.args[1]))
    return tuple(integrations)


def _check_carries(source: Source, here: Part, integration: Integration) -> None:
    for fact, carry in integration.carries.items():
        for id_ in {fact, carry.source}:
            here.one_of(id_, source.library.facts, "carries", fact)
    for stop in integration.stops:
        if stop.ends is not None and stop.ends <= stop.begins:
            here.wrong("P0306", "stopped")


def _outages(source: Source, used: dict[str, System]) -> tuple[Outage, ...]:
    outages = []
    day = source.scenario.day.date
    for n, shape in enumerate(source.scenario.landscape.outages):
        here = source.file.at("landscape", "outages", n)
        if shape.to <= shape.from_:
            here.wrong("P0306")
        if here.one_of(shape.system, used, "system"):
            outages.append(Outage(shape.system, moment(day, shape.from_), moment(day, shape.to)))
    return tuple(outages)


def _status(source: Source, used: dict[str, System]) -> StatusPage:
    shape = source.scenario.landscape.status
    for id_, line in shape.lines.items():
        here = source.file.at("landscape", "status", "lines", id_)
        here.one_of(id_, used)
        here.text(line, "")
    return StatusPage(shape.lag_minutes, shape.lines)
