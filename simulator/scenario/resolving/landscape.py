"""The landscape of the day: its systems, their integrations, outages and IT's status page."""

from graphlib import CycleError

from simulator.core.clock import moment
from simulator.landscape.integrations import Integration, upstream_first
from simulator.landscape.systems import Landscape, Outage, Search, StatusPage, System
from simulator.scenario.resolving.source import Source


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
        upstream, arrow, target = (part.strip() for part in key.partition("->"))
        if not arrow:
            source.items.wrong("P0302", "landscape", key, found=key)
            continue
        for end in (upstream, target):
            source.items.one_of(end, source.library.systems, "landscape", key)
        if {upstream, target} <= set(used):
            integrations.append(shape.integration(upstream, target))
            _check_carries(source, key, integrations[-1])
    try:
        upstream_first(tuple(integrations))
    except CycleError as ring:
        source.file.wrong("P0303", "landscape", "integrations", ring=" -> ".join(ring.args[1]))
    return tuple(integrations)


def _check_carries(source: Source, key: str, integration: Integration) -> None:
    if not integration.carries:
        source.items.wrong("P0305", "landscape", key, found=key)
    for fact, carry in integration.carries.items():
        for id_ in {fact, carry.source}:
            source.items.one_of(id_, source.library.facts, "landscape", key, "carries", fact)
    for stop in integration.stops:
        if stop.ends is not None and stop.ends <= stop.begins:
            source.items.wrong("P0306", "landscape", key, "stopped")


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
