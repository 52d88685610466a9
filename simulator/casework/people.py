"""How people answer what is done to them: chances held against keyed draws, and their lines.

A citizen has one draw for each kind of act about each letter or wait. Conduct moves the chance it
is held against, so a kinder day can only lose calls. Chances are in percent.
"""

from collections.abc import Container

from simulator.casework.day import Case, Day
from simulator.casework.events.base import Seen
from simulator.core.clock import Moment
from simulator.core.draws import between, draw, pick
from simulator.core.facts import Certainty, split_path


def draw_key(day: Day, case: str) -> tuple[str, int]:
    """Return what draws about a case are keyed by: its party, and which of their cases it is.

    Its number is its place in the scenario: a case added before it would move everybody's draws.
    """
    return day.opening.nth_of_party.get(case, ("", 0))


def acts(day: Day, case: Case, purpose: str, chance: int) -> bool:
    """Say whether the party of a case does what ``purpose`` names, at a chance in percent."""
    return draw(day.opening.seed, purpose, *draw_key(day, case.id)) * 100 < chance


def after(day: Day, case: Case, purpose: str, bounds: tuple[int, int]) -> int:
    """Return how many minutes the party takes to do what ``purpose`` names."""
    return between(*bounds, day.opening.seed, f"{purpose}.wait", *draw_key(day, case.id))


def impatience(day: Day, citizen: str, chance: int) -> int:
    """Return a chance made larger by impatience: doubled at none, unchanged at full patience."""
    return chance * (200 - day.world.town.citizens[citizen].patience) // 100


def line(
    day: Day,
    act: str,
    citizen: str,
    case: str,
    nth: int = 0,
    topic: str = "",
    besides: Container[str] = (),
) -> str:
    """Return the text id of what a citizen says in an act, the n-th time; empty: nothing.

    ``topic`` is what it is said about; of ``besides`` nothing is said again while something else
    fits. Their own line comes first, and a line for just this act before one for the act it is a
    kind of (``evening.adverse.wrong`` is a kind of ``evening.adverse``).
    """
    kinds = [act.rsplit(".", n)[0] for n in range(max(1, act.count(".")))]
    found = (one for kind in kinds for one in day.opening.said_in.get(kind, ()))
    who = day.world.town.citizens[citizen]
    fitting = [one for one in found if one.suits(who)]
    own = [one for one in fitting if one.person] or fitting
    nearest = next((kind for kind in kinds if any(one.act == kind for one in own)), "")
    said = [one for one in own if one.act == nearest]
    said = [one for one in said if one.id not in besides] or said
    more = (*((nth,) if nth else ()), *((topic,) if topic else ()))
    ids = (citizen, *draw_key(day, case)[1:], *more)
    return pick(said, day.opening.seed, f"line.{act}", *ids).id if said else ""


def aside(day: Day, act: str, nth: int = 0) -> str:
    """Return the text id of what somebody of the house says, the n-th time; empty: nothing.

    Everything there is to say of an act is said once before anything is said again.
    """
    said = [one.id for one in day.opening.said_in.get(act, ()) if not one.person]
    said.sort(key=lambda one: draw(day.opening.seed, f"line.{act}", one))
    return said[nth % len(said)] if said else ""


def reached(day: Day, citizen: str, channel: str) -> bool:
    """Say whether a citizen sees what a channel brings: not everybody opens Digital Post."""
    return channel != "digital" or day.world.town.citizens[citizen].digital != "none"


def said(
    day: Day, citizen: str, path: str, at: Moment, *, rough: bool = False
) -> tuple[Certainty, Seen]:
    """Return how surely a citizen knows a fact they are asked about, and what they say.

    What they know is true of them, but for what they are sure of though it is not so; what they
    know roughly is rounded to whole thousands of kroner. Of a partner's facts they know at best
    roughly, and so of everything where they understand the question only so (``rough``).
    """
    town, today = day.world.town, day.opening.date
    relation, fact_id = split_path(path)
    related = day.opening.relations
    person, fact = town.citizens[citizen], day.opening.facts[fact_id]
    certainty = person.knows.get(path, person.knows.get(fact_id, fact.known))
    about = day.opening.facts[related[relation]] if relation else None
    if (rough or (about and about.type == "person")) and certainty == "sure":
        certainty = "roughly"
    believed = day.opening.beliefs.get(citizen, {}).get(path)
    subject = town.about(related, path, citizen, today)
    if believed is not None and not rough:
        return "sure", Seen(path, subject, "citizen", "shown", believed, at, today, dated=True)
    value = town.truth(fact_id, subject, today) if subject else None
    if certainty == "unknown" or value is None:
        return "unknown", Seen(path, subject, "citizen", "missing")
    if certainty == "roughly" and fact.type == "kroner" and isinstance(value, int):
        value = (value + 50_000) // 100_000 * 100_000
    shown = Seen(path, subject, "citizen", "shown", value, at, today, dated=True)
    return certainty, shown
