"""What has been found today that other cases may rest on, and which of them do.

It follows from what the acts of the day have shown, and from nothing the caseworker cannot know:

- an integration that IT has set going again, or that brought a value the caseworker pointed out: as
  differing from another, or to the owner of its system. By its route, where that has been opened;
  else any that is documented to bring it there.
- a municipality's own scale that a proposal or a result was seen to come from.
- the order in which automation picks sources, where it picked over something people had said or a
  document shows.

Found is not wrong: that the cases that rest on it are worth another look is all it says. A rule is
never found. It is the law itself, and what cases rest on is at most the municipality's way with it.
"""

from itertools import pairwise

from simulator.casework.day import Case, Day
from simulator.core.causes import Thing, kind_and_id, thing
from simulator.core.facts import split_path
from simulator.landscape.systems import Landscape

Place = tuple[str, str, str]
"""A fact's path, the source that showed it, and whom it is about (see ``Seen.place``)."""


def known_faults(day: Day) -> tuple[Thing, ...]:
    """Return what has been found today that other cases may rest on."""
    doubted = {arrow for place in day.doubted for arrow in _arrows(day, place)}
    arrows = (arrow.id for arrow in day.opening.landscape.integrations)
    met = (thing("integration", id_) for id_ in arrows if id_ in doubted or id_ in day.repaired)
    return (*met, *day.gone_by)


def rested_on(day: Day, case: Case, fault: Thing) -> bool:
    """Return whether a decided case rested on something: a copy it brought, a scale, an order."""
    if case.decision is None:
        return False
    kind, id_ = kind_and_id(fault)
    if kind == "integration":
        shown = (seen.place for seen in case.relied_on if seen.state == "shown")
        return any(id_ in _arrows(day, place) for place in shown)
    if case.arrival.type != id_:
        return False
    if kind == "order":
        return any(seen.place in case.picked_over for seen in case.relied_on)
    by_system = case.decided_by == "automation" or case.followed == day.case_type(case).deciding
    return by_system and case.result_at is None


def _arrows(day: Day, place: Place) -> frozenset[str]:
    """Return the ids of the integrations that brought a value, or can have, straight or not."""
    path, source, _ = place
    landscape = day.opening.landscape
    if source not in landscape.systems:
        return frozenset()
    brought = _brought_by(landscape, source, split_path(path)[1])
    route = day.routes.get(place)
    if route is None:
        return brought
    ends = set(pairwise(route))
    return frozenset(
        arrow.id
        for arrow in landscape.integrations
        if arrow.id in brought and (arrow.source, arrow.target) in ends
    )


def _brought_by(landscape: Landscape, system: str, fact: str) -> frozenset[str]:
    """Return the ids of the integrations that bring a fact to a system, straight or not."""
    ids = frozenset[str]()
    for feed in landscape.into(system, fact):
        upstream = _brought_by(landscape, feed.source, feed.carries[fact].source)
        ids |= {feed.id} | upstream
    return ids
