"""How people answer what is done to them: chances held against keyed draws, and their lines.

A citizen has one draw for each kind of act about each letter or wait. Conduct moves the chance it
is held against, so a kinder day can only lose calls. Chances are in percent.
"""

from simulator.casework.day import Case, Day
from simulator.casework.opening import Line
from simulator.core.clock import Moment
from simulator.core.draws import between, draw, pick
from simulator.core.facts import Certainty, Value, split_path


def acts(day: Day, case: Case, purpose: str, chance: int) -> bool:
    """Say whether the party of a case does what ``purpose`` names, at a chance in percent."""
    return draw(day.opening.seed, purpose, case.party, case.id) * 100 < chance


def after(day: Day, case: Case, purpose: str, bounds: tuple[int, int]) -> int:
    """Return how many minutes the party takes to do what ``purpose`` names."""
    return between(*bounds, day.opening.seed, f"{purpose}.wait", case.party, case.id)


def impatience(day: Day, citizen: str, chance: int) -> int:
    """Return a chance made larger by impatience: doubled at none, unchanged at full patience."""
    return chance * (200 - day.world.town.citizens[citizen].patience) // 100


def line(day: Day, act: str, citizen: str, case: str) -> str:
    """Return the text id of what a citizen says in an act: their own line if they have one."""
    who = day.world.town.citizens[citizen]
    fitting = [
        one
        for one in day.opening.lines
        if one.act == act
        and one.person in ("", citizen)
        and one.trust[0] <= who.trust <= one.trust[1]
        and one.patience[0] <= who.patience <= one.patience[1]
        and one.language in ("", who.language)
    ]
    own: list[Line] = [one for one in fitting if one.person] or fitting
    return pick(own, day.opening.seed, f"line.{act}", citizen, case).id if own else ""


def reads_digital_post(day: Day, citizen: str) -> bool:
    """Say whether a citizen sees what is sent digitally."""
    return day.world.town.citizens[citizen].digital != "none"


def knows(day: Day, citizen: str, path: str) -> tuple[str, Certainty, Value | None, Moment]:
    """Return (subject, certainty, what they say, as of when) for a fact a citizen is asked about.

    What they know is true of them; what they know roughly is rounded to whole thousands of
    kroner. Of a partner's facts they know at best roughly.
    """
    town, today = day.world.town, day.opening.date
    who, fact_id = split_path(path)
    person = town.citizens[citizen]
    fact = day.opening.facts[fact_id]
    certainty = person.knows.get(path, person.knows.get(fact_id, fact.known))
    subject: Value | None = citizen
    if who == "partner":
        subject = town.truth("family.partner", citizen, today)
        certainty = "roughly" if certainty == "sure" else certainty
    value = town.truth(fact_id, str(subject), today) if subject else None
    if certainty == "roughly" and fact.type == "kroner" and isinstance(value, int):
        value = (value + 50_000) // 100_000 * 100_000
    known = certainty if value is not None else "unknown"
    return str(subject or ""), known, value if known != "unknown" else None, day.now
