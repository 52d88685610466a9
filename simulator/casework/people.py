"""How people answer what is done to them: chances held against keyed draws, and their lines.

A citizen has one draw for each kind of act about each letter or wait. Conduct moves the chance it
is held against, so a kinder day can only lose calls. Chances are in percent.
"""

from collections.abc import Container, Iterable
from typing import Any

from simulator.casework.day import Case, Day
from simulator.casework.documents import DocumentKind
from simulator.casework.letters import REASONS, Channel
from simulator.casework.opening import house_act
from simulator.casework.sights import Seen
from simulator.casework.speaking import known_of
from simulator.casework.truth import true_value
from simulator.core.clock import Moment
from simulator.core.draws import between, draw
from simulator.core.facts import Certainty, Value, split_path


def draw_key(day: Day, case: str) -> tuple[str, int]:
    """Return the key of all draws about a case: its party, and which of their cases it is (from 1).

    Not the case's own number: that follows from its place in the scenario, so that a case added
    before it would change everybody's draws.
    """
    return day.opening.nth_of_party.get(case, ("", 0))


def does(day: Day, case: Case, purpose: str, chance: int) -> bool:
    """Return whether the party of a case does what ``purpose`` names, at a chance in percent."""
    return draw(day.opening.seed, purpose, *draw_key(day, case.id)) * 100 < chance


def after(day: Day, case: Case, purpose: str, bounds: tuple[int, int]) -> int:
    """Return how many minutes pass before the party does what ``purpose`` names."""
    return between(*bounds, day.opening.seed, f"{purpose}.wait", *draw_key(day, case.id))


def impatience(day: Day, citizen: str, chance: int) -> int:
    """Return a chance (in percent) that grows with impatience: doubled where patience is 0."""
    return chance * (200 - day.world.town.citizens[citizen].patience) // 100


def trust_now(day: Day, citizen: str) -> int:
    """Return how much somebody trusts the municipality now, from 0 to 100.

    It is what was drawn, and moves once a mistake has been owned and once a promise was broken.
    """
    conduct, trust = day.opening.conduct, day.world.town.citizens[citizen].trust
    if (citizen, "owned") in day.contacts:
        trust += conduct.more_trust_when_owned
    if (citizen, "let-down") in day.contacts:
        trust -= conduct.less_trust_when_let_down
    return min(100, max(0, trust))


def citizen_line(
    day: Day,
    act: str,
    citizen: str,
    case: str,
    nth: int = 0,
    spoken: Container[str] = (),
) -> str:
    """Return the text id of the line a citizen says in an act, or ``""`` where none fits.

    ``nth`` is how often the act has happened before; what they have ``spoken`` already in this
    conversation is said again only where nothing else fits. A line written for this citizen comes
    before those for everybody, and a line for exactly this act before one for the act it is a kind
    of (``evening.adverse.wrong`` is a kind of ``evening.adverse``). What others say, and what is
    done to them, changes nothing here: lines were dealt when the day was opened. Of those dealt,
    the ones for the trust they have now come before the ones for what they had.
    """
    person = day.world.town.citizens[citizen]
    acts = [act.rsplit(".", n)[0] for n in range(act.count(".") + 1)]
    lines = (line for kind in acts for line in day.opening.lines_by_act.get(kind, ()))
    trust = trust_now(day, citizen)
    fitting = [line for line in lines if line.is_for(person, case, trust)]
    fitting = [line for line in fitting if not line.met or _holds(day, case, act, line.met)]
    fitting = [line for line in fitting if line.person] or fitting
    nearest = next((kind for kind in acts if any(line.act == kind for line in fitting)), "")
    fitting = [line for line in fitting if line.act == nearest]
    fitting = [line for line in fitting if line.fits_trust(trust)] or fitting
    fitting = [line for line in fitting if line.id not in spoken] or fitting
    if len(fitting) > 1:
        seed, key = day.opening.seed, draw_key(day, case)
        fitting.sort(key=lambda line: draw(seed, f"line.{nearest}", citizen, key[1], line.id))
    return fitting[nth % len(fitting)].id if fitting else ""


def _holds(day: Day, case: str, act: str, met: str) -> bool:
    """Return whether the party of a case has been met as a line asks for.

    Of a decision they know once it has been written to them, or as they are told of it.
    """
    matter = day.cases[case]
    knows = matter.letter is not None or act == "told.decision"
    outcome = day.outcome(matter) if knows else None

    def look(name: str) -> Value | None:
        if name in _CONTACTS:
            return (matter.party, _CONTACTS[name]) in day.contacts
        if name == "promised":
            return any(about == case for _, _, about, _ in day.promises)
        if name == "answered":
            return matter.hearing is not None and matter.hearing.answered
        if name == "reached":
            return matter.letter is not None and reached(day, matter.party, matter.channel)
        if name == "reasoned":
            return matter.letter is not None and reasoned(matter)
        if name == "sent_by":
            return matter.channel if matter.letter is not None else None
        if name == "automatic":
            return knows and matter.decided_by == "automation"
        if name == "outcome":
            return outcome.id if outcome else None
        return outcome is not None and outcome.kind == name

    return day.opening.met[met].value(look) is True


_CONTACTS = {
    "called": "called",
    "told": "told",
    "let_down": "let-down",
    "owned": "owned",
    "rang_out": "rang-out",
    "left": "left",
    "heard": "asked",
}
"""The names of ``MET_NAMES`` that ask what has passed with somebody, by what ``contacts`` has."""


def reasoned(case: Case) -> bool:
    """Return whether the letter of a case gives the reasons of its decision."""
    parts = dict(case.composed)
    return all(parts.get(part) != "absent" for part in REASONS)


def consents(day: Day, case: Case, document: str, relation: str) -> bool:
    """Return whether the party lets somebody else send a document: the more trust, the likelier."""
    chance = day.opening.conduct.consents * (50 + trust_now(day, case.party)) // 100
    asked = (*draw_key(day, case.id), document, relation)
    return draw(day.opening.seed, "consents", *asked) * 100 < chance


def house_line(day: Day, whom: str, about: str, nth: int = 0) -> str:
    """Return the text id of the line somebody of the house says about a thing; ``""`` for none.

    ``nth`` is how often the act has happened before: every line is said once before one is said
    again.
    """
    act = house_act(whom, about)
    lines = [line.id for line in day.opening.lines_by_act.get(act, ()) if not line.person]
    lines.sort(key=lambda line: draw(day.opening.seed, f"line.{act}", line))
    return lines[nth % len(lines)] if lines else ""


def reached(day: Day, citizen: str, channel: Channel) -> bool:
    """Return whether a citizen sees what a channel brings: not everybody opens Digital Post."""
    return channel != "digital" or day.world.town.citizens[citizen].digital != "none"


def citizen_answers(
    day: Day, citizen: str, paths: Iterable[str], at: Moment, *, known: bool = False
) -> dict[str, Any]:
    """Return what a citizen says of facts, and the paths of those they know only roughly.

    These are ``fields`` and ``roughly`` of the event in which they say it; with ``known`` only what
    they can say something of.
    """
    answers = [citizen_answer(day, citizen, path, at) for path in paths]
    fields = tuple(field for _, field in answers if field.state == "shown" or not known)
    return {"fields": fields, "roughly": tuple(f.path for how, f in answers if how == "roughly")}


def citizen_answer(
    day: Day, citizen: str, path: str, at: Moment, *, rough: bool = False
) -> tuple[Certainty, Seen]:
    """Return how surely a citizen knows the fact they are asked about, and what they say of it.

    They say what is true, rounded to whole thousands of kroner where they know it roughly; but a
    belief the scenario gives them is said for sure, true or not. About a partner they know things
    roughly at best. ``rough`` says that they understand the question only roughly, and so answer
    only so.
    """
    town, today = day.world.town, day.opening.date
    relation, fact_id = split_path(path)
    relations = day.opening.relations
    person, fact = town.citizens[citizen], day.opening.facts[fact_id]
    related = day.opening.facts[relations[relation]] if relation else None
    certainty = person.knows.get(path, person.knows.get(fact_id, fact.known))
    if (rough or (related and related.type == "person")) and certainty == "sure":
        certainty = "roughly"
    subject = town.about(relations, path, citizen, today)
    belief = day.opening.beliefs.get(citizen, {}).get(path)
    if belief is not None and not rough:
        return "sure", Seen(path, subject, "citizen", "shown", belief, at, today, dated=True)
    value = true_value(day, town, fact_id, subject, at) if subject else None
    if certainty == "unknown" or value is None:
        return "unknown", Seen(path, subject, "citizen", "missing")
    if certainty == "roughly" and fact.type == "kroner":
        value = in_thousands(value)
    return certainty, Seen(path, subject, "citizen", "shown", value, at, today, dated=True)


def in_thousands(value: Value | None) -> Value | None:
    """Return a sum as one says it who knows it roughly: in øre, to the whole thousand kroner."""
    if not isinstance(value, int) or isinstance(value, bool):
        return value
    return (value + 50_000) // 100_000 * 100_000


def has_document(day: Day, kind: DocumentKind, subject: str) -> bool:
    """Return whether there is a document of a kind about somebody, as the day opened."""
    if not kind.when:
        return True
    look = known_of(day.world.town, day.opening.relations, subject, day.opening.date)
    return day.opening.document_exists[kind.id].value(look) is True
