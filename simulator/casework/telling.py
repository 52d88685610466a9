"""What happened, as a phrase: for the line under the desk, the journal and the plain face.

Events that are unseen in play (causes, changes nobody announced, what the truth was) have none.
"""

from collections.abc import Callable
from typing import Any

from simulator.casework.day import Day
from simulator.casework.events import CommandRefused, Event
from simulator.casework.phrasing import (
    answer_phrase,
    fact_label,
    fact_of,
    source_name,
    spoken_line,
    value_measure,
)
from simulator.casework.refusals import refusal_phrase
from simulator.casework.registering import registers
from simulator.casework.sights import Seen
from simulator.core.facts import Certainty, Value, split_path
from simulator.core.texts import Argument, Phrase

Tell = Callable[[Day, Any], Phrase]

LONG, DAYS_A_MONTH = 2, 30
"""From how many months on what comes later is told in months, and of how many days they are."""

_TELLS: dict[type[Event], Tell] = {}


def tells(*kinds: type[Event]) -> Callable[[Tell], Tell]:
    """Register the function that tells events of these kinds, where ``told`` alone is not enough.

    Its word may name more than every event's, or be another by what happened.
    """
    return registers(_TELLS, *kinds)


def tell(day: Day, event: Event) -> Phrase | None:
    """Return what an event says to the caseworker, or ``None`` for what is unseen in play."""
    if event.unseen:
        return None
    if isinstance(event, CommandRefused):
        return refusal_phrase(day, event.reason, event.helps, event.about, event.case)
    if step := _TELLS.get(type(event)):
        return step(day, event)
    return told(day, event)


def told(day: Day, event: Event, which: str = "", /, **arguments: Argument) -> Phrase:
    """Return the word of an event, ``told.<kind><which>``, with what it may name."""
    return Phrase(f"told.{event.kind}{which}", {**_arguments(day, event), **arguments})


def and_answered(event: Event, phrase: Phrase) -> Phrase:
    """Return what was told a citizen, with what they said to it, if they said anything."""
    if not getattr(event, "line", ""):
        return phrase
    return Phrase("told.and-answered", {**phrase.arguments, "what": phrase})


def _arguments(day: Day, event: Event) -> dict[str, Argument]:
    """Return what the word of an event may name: its raw data, said."""
    arguments: dict[str, Argument] = {"minutes": event.minutes, "at": event.minute}
    if days := getattr(event, "days", 0):
        months = days // DAYS_A_MONTH
        told_in = ("months", months) if months >= LONG else ("days", days)
        arguments |= {"days": days, "when": Phrase(f"later.{told_in[0]}", {"n": told_in[1]})}
    case = day.cases.get(event.case or "")
    if case:
        arguments |= {"title": day.case_type(case).title, "name": day.name(case.party)}
    for name in ("citizen", "party"):
        if person := getattr(event, name, ""):
            arguments["name"] = day.name(person)
    if (line := getattr(event, "line", None)) is not None:
        who = getattr(event, "citizen", "") or (case.party if case else "")
        arguments["says"] = spoken_line(day, line, who) if line else ""
    if path := getattr(event, "path", getattr(event, "fact", "")):
        arguments["fact"] = fact_label(day, path)
    if system := getattr(event, "system", ""):
        arguments["system"] = day.opening.landscape.systems[system].name
    if sources := getattr(event, "sources", ()):
        arguments |= {"one": source_name(day, sources[0]), "other": source_name(day, sources[1])}
    if case and (answer := getattr(event, "answer", None)) is not None:
        arguments["answer"] = answer_phrase(day.case_type(case), answer)
    for name in ("function", "channel", "sake", "topic", "promise", "ticket", "need", "whom"):
        if value := getattr(event, name, ""):
            arguments[name] = Phrase(f"{name}.{value}")
    return arguments


def value_said(day: Day, seen: Seen, certainty: Certainty) -> Phrase:
    """Return how a citizen says a value: ``sure``, ``roughly``, or that it is ``unknown``."""
    fact, who = fact_of(day, seen.path), _related(day, seen)
    shown = seen.value if fact.type == "count" and seen.state == "shown" else None
    named: dict[str, Argument] = {"value": value_measure(day, seen) if shown is None else shown}
    if who:
        says = fact.says.get(f"theirs.{certainty}")
        named["who"] = who
    else:
        says = fact.says.get(f"{certainty}.{_value_key(seen.value)}", fact.says.get(certainty))
    return Phrase(f"says.{certainty}" if says is None else says, named)


def question_put(day: Day, seen: Seen) -> Phrase | None:
    """Return the question about somebody related, by their name; ``None`` where there is none."""
    asks, who = fact_of(day, seen.path).says.get("theirs.asks"), _related(day, seen)
    return Phrase(asks, {"who": who}) if asks and who else None


def _related(day: Day, seen: Seen) -> str:
    """Return the given name of the person related to the party whom a sight is of, or ``""``."""
    relation, _ = split_path(seen.path)
    person = day.world.town.citizens.get(seen.subject) if relation else None
    return person.given if person else ""


def _value_key(value: Value | None) -> str:
    """Return the name under which a value may have words of its own."""
    if isinstance(value, bool):
        return "is" if value else "is-not"
    return str(value)
