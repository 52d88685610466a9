"""The landscape of the day: its systems, their integrations, outages and IT's status page."""

from simulator.core.clock import moment
from simulator.landscape.integrations import CycleError, Integration, upstream_first
from simulator.landscape.systems import Landscape, Outage, StatusPage, System
from simulator.scenario.resolving.source import Source


def landscape(source: Source) -> Landscape:
    """Return the landscape of a scenario, with the mistakes in it added to ``source.problems``."""
    systems = _systems(source)
    integrations = _integrations(source, systems)
    return Landscape(systems, integrations, _outages(source, systems), _status(source, systems))


def _systems(source: Source) -> dict[str, System]:
    systems: dict[str, System] = {}
    for n, id_ in enumerate(source.scenario.landscape.use):
        if source.one_of(id_, source.library.systems, "landscape", "use", n):
            systems[id_] = source.library.systems[id_].made(id=id_)
            _check_facts(source, systems[id_])
    return systems


def _check_facts(source: Source, system: System) -> None:
    facts, here = source.library.facts, ("systems", system.id)
    for n, page in enumerate(system.pages):
        for m, field in enumerate(page.fields):
            source.one_item_of(field.fact, facts, *here, "pages", n, "fields", m, "fact")
        if page.relatives:
            source.one_item_of(page.relatives, facts, *here, "pages", n, "relatives")
    for n, fact in enumerate(system.from_world):
        source.one_item_of(fact, facts, *here, "from-world", n)
    _check_search(source, system)
    for key, text in (("greeting", system.greeting), ("when-down", system.when_down)):
        source.item_text(text, "", *here, key)


def _check_search(source: Source, system: System) -> None:
    if system.search is None:
        return
    facts, here = source.library.facts, ("systems", system.id, "search")
    for by, key in system.search.by.items():
        source.one_item_of(key.fact, facts, *here, "by", by, "fact")
        source.item_text(key.hint, "", *here, "by", by, "hint")
        if key.earlier and key.fact not in system.from_world:
            named = {"system": system.id, "found": key.fact}
            source.wrong_item("P0317", *here, "by", by, "earlier", **named)
    for n, fact in enumerate(system.search.lists):
        source.one_item_of(fact, facts, *here, "lists", n)


def _integrations(source: Source, used: dict[str, System]) -> tuple[Integration, ...]:
    integrations: list[Integration] = []
    for key, shape in source.library.landscape.items():
        upstream, arrow, target = (part.strip() for part in key.partition("->"))
        if not arrow:
            source.wrong_item("P0302", "landscape", key, found=key)
            continue
        ends = [
            source.one_item_of(end, source.library.systems, "landscape", key)
            for end in (upstream, target)
        ]
        if all(ends) and {upstream, target} <= set(used):
            integrations.append(shape.integration(upstream, target))
            _check_carries(source, key, integrations[-1])
    try:
        upstream_first(tuple(integrations))
    except CycleError as ring:
        source.wrong("P0303", "landscape", "integrations", ring=" -> ".join(ring.args[1]))
    return tuple(integrations)


def _check_carries(source: Source, key: str, integration: Integration) -> None:
    if not integration.carries:
        source.wrong_item("P0305", "landscape", key, found=key)
    for fact, carry in integration.carries.items():
        for id_ in {fact, carry.source}:
            source.one_item_of(id_, source.library.facts, "landscape", key, "carries", fact)
    for stop in integration.stops:
        if stop.ends is not None and stop.ends <= stop.begins:
            source.wrong_item("P0306", "landscape", key, "stopped")


def _outages(source: Source, used: dict[str, System]) -> tuple[Outage, ...]:
    outages = []
    day = source.scenario.day.date
    for n, shape in enumerate(source.scenario.landscape.outages):
        here = ("landscape", "outages", n)
        if shape.to <= shape.from_:
            source.wrong("P0306", *here)
        if source.one_of(shape.system, used, *here, "system"):
            outages.append(Outage(shape.system, moment(day, shape.from_), moment(day, shape.to)))
    return tuple(outages)


def _status(source: Source, used: dict[str, System]) -> StatusPage:
    shape = source.scenario.landscape.status
    for id_, line in shape.lines.items():
        here = ("landscape", "status", "lines", id_)
        source.one_of(id_, used, *here)
        source.text(line, "", *here)
    return StatusPage(shape.lag_minutes, shape.lines)
