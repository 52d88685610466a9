"""What happened, as a phrase: for the line under the desk, the journal and the plain face.

Events that are unseen in play (causes, changes nobody announced, what the truth was) have none.
"""

from collections.abc import Callable, Iterable
from typing import Any

from simulator.casework.case_state import named
from simulator.casework.day import Case, Day
from simulator.casework.events import (
    CommandRefused,
    Event,
    arrival,
    frame,
    looking,
)
from simulator.casework.phrasing import (
    NOBODY,
    address_of,
    answer_phrase,
    fact_label,
    source_name,
    spoken_line,
    typed,
    value_measure,
)
from simulator.casework.refusals import refusal_phrase
from simulator.casework.sights import Seen
from simulator.casework.views import PageView, Row
from simulator.core.clock import day_of, iso
from simulator.core.facts import Fact, Value, split_path
from simulator.core.texts import Argument, Measure, Phrase
from simulator.landscape.systems import Field, System

Tell = Callable[[Day, Any], Phrase]

_TELLS: dict[type[Event], Tell] = {}


def tells(*kinds: type[Event]) -> Callable[[Tell], Tell]:
    """Register the function that tells events of these kinds, where ``told`` alone is not enough.

    Its word may name more than every event's, or be another by what happened.
    """

    def register(step: Tell) -> Tell:
        for kind in kinds:
            _TELLS[kind] = step
        return step

    return register


def tell(day: Day, event: Event) -> Phrase | None:
    """Return what an event says to the caseworker, or ``None`` for what is unseen in play."""
    if event.unseen:
        return None
    if isinstance(event, CommandRefused):
        return refusal_phrase(day, event.reason, event.about)
    if step := _TELLS.get(type(event)):
        return step(day, event)
    return _old_tell(day, event)


def told(day: Day, event: Event, which: str = "", /, **more: Argument) -> Phrase:
    """Return the word of an event, ``told.<kind><which>``, with what it may name."""
    return Phrase(f"told.{event.kind}{which}", {**_arguments(day, event), **more})


def and_answered(event: Event, said: Phrase) -> Phrase:
    """Return what was told a citizen, with what they said to it, if they said anything."""
    if not getattr(event, "line", ""):
        return said
    return Phrase("told.and-answered", {**said.arguments, "what": said})


def _old_tell(day: Day, event: Event) -> Phrase:
    if isinstance(event, looking.RegisterSearched) and (event.more or not event.hits):
        how = "more" if event.more else "none"
        return Phrase(f"told.register.searched-{how}", _arguments(day, event))
    return told(day, event)


def _arguments(day: Day, event: Event) -> dict[str, Argument]:
    """Return what the word of an event may name: its raw data, said."""
    found: dict[str, Argument] = {"minutes": event.minutes, "at": event.minute}
    opening = day.opening
    if event.case and event.case in day.cases:
        about = day.cases[event.case]
        kind = day.case_type(about)
        found |= {"title": kind.title, "name": day.name(about.party)}
    for name in ("citizen", "party"):
        if person := getattr(event, name, ""):
            found["name"] = day.name(person)
    if (line := getattr(event, "line", None)) is not None:
        party = day.cases[event.case].party if event.case and event.case in day.cases else ""
        who = getattr(event, "citizen", "") or party
        found["says"] = spoken_line(day, line, who) if line else ""
    if path := getattr(event, "path", getattr(event, "fact", "")):
        found["fact"] = fact_label(day, path)
    if system := getattr(event, "system", ""):
        found["system"] = opening.landscape.systems[system].name
    if sources := getattr(event, "sources", ()):
        found |= {"one": source_name(day, sources[0]), "other": source_name(day, sources[1])}
    if event.case and (answer := getattr(event, "answer", None)) is not None:
        found["answer"] = answer_phrase(day.case_type(day.cases[event.case]), answer)
    for name in ("function", "channel", "sake", "topic", "promise", "ticket", "need"):
        if value := getattr(event, name, ""):
            found[name] = Phrase(f"{name}.{value}")
    return found | _special(day, event)


def _special(day: Day, event: Event) -> dict[str, Argument]:
    if isinstance(event, looking.GlossaryOpened):
        return {"word": day.opening.glossary[event.word].word}
    if isinstance(event, looking.RecordOpened):
        page = day.opening.landscape.systems[event.system].page(event.page)
        return {"page": page.title if page else event.page}
    if isinstance(event, looking.RegisterSearched):
        return {"by": Phrase(f"search.by.{event.by}"), "n": len(event.hits)}
    if isinstance(event, looking.ProtectedRevealed):
        about = _heading(day, event, (event.field,))
        return {"about": about, "value": value_measure(day, event.field)}
    if isinstance(event, looking.ProvenanceOpened):
        return {"route": _route(day, event)}
    if isinstance(event, frame.LevelChanged):
        title = day.opening.case_types[event.case_type].title
        return {"title": title, "level": Phrase(f"level.{event.level}")}
    if isinstance(event, arrival.InjectArrived):
        return {"sender": Phrase(f"sender.{event.sender}")}
    return {}


def _route(day: Day, event: looking.ProvenanceOpened) -> Phrase:
    names = [
        Phrase(
            "route.hop",
            {
                "system": source_name(day, system),
                "day": Measure(iso(day_of(at)), "date"),
                "at": Measure(at % 1440, "clock"),
            },
        )
        for system, at in event.hops
    ]
    joined = " → ".join(f"{{h{i}}}" for i in range(len(names)))
    return Phrase(joined, {f"h{i}": name for i, name in enumerate(names)})


def value_said(day: Day, seen: Seen, certainty: str) -> Phrase:
    """Return how a citizen says a value: ``sure``, ``roughly``, or that it is ``unknown``."""
    fact = day.opening.facts[split_path(seen.path)[1]]
    value = {"value": value_measure(day, seen)}
    says = fact.says.get(certainty)
    return Phrase(f"says.{certainty}", value) if says is None else Phrase(says, value)


def subject_name(day: Day, subject: str) -> str:
    """Return how somebody is named; a dash for nobody."""
    person = day.world.town.citizens.get(subject)
    return person.name if person else NOBODY


def hit_label(day: Day, system: System, hit: str) -> Phrase:
    """Return how a system listed one that its last search found."""
    listed = (one for one in day.hits[system.id].fields if one.subject == hit)
    said: dict[str, Argument] = {f"l{n}": value_measure(day, o) for n, o in enumerate(listed)}
    return Phrase(" · ".join(f"{{{name}}}" for name in said), said)


def page_view(day: Day, event: looking.RecordOpened) -> PageView:
    """Return an opened page, for the system's own face to draw."""
    system = day.opening.landscape.systems[event.system]
    page = system.page(event.page)
    assert page is not None
    fields = {field.fact: field for field in page.fields}
    case = day.cases.get(event.case or "")
    shown = tuple(_as_revealed(case, one) for one in event.fields)
    return PageView(
        system.id,
        system.name,
        system.owner,
        system.look,
        page.id,
        page.title,
        _heading(day, event, shown),
        event.minute,
        tuple(_row(day, case, one, fields) for one in shown),
        day.opening.date,
    )


def _heading(
    day: Day, event: looking.RecordOpened | looking.ProtectedRevealed, shown: Iterable[Seen]
) -> str:
    """Return whom or what is shown, a dwelling by the address its system has.

    No address stands above one that is covered.
    """
    subject = event.subject
    if subject in day.world.town.citizens or not subject:
        return subject_name(day, subject)
    if any(one.state == "protected" for one in shown):
        return NOBODY
    return address_of(day, subject, event.system, day.at(event.minute))


def _as_revealed(case: Case | None, one: Seen) -> Seen:
    """Return a field as it stands once what it covers has been asked for on that page."""
    for shown in case.revealed if case and one.state == "protected" else ():
        if shown.place == one.place and (shown.at or 0) >= (one.at or 0):
            return shown
    return one


def _row(day: Day, case: Case | None, one: Seen, fields: dict[str, Field]) -> Row:
    fact = day.opening.facts[split_path(one.path)[1]]
    field = fields[fact.id]
    return Row(
        field.code,
        fact_label(day, one.path),
        one.state,
        value_measure(day, one),
        one.as_of if one.dated else None,
        tuple((month, _plain(day, one, fact, value)) for month, value in one.earlier),
        one.path if case is None else named(case, one),
        one.since if field.months > 1 or field.past else None,
    )


def _plain(day: Day, one: Seen, fact: Fact, value: Value) -> Measure:
    said = typed(day, fact, value, one.source, one.at)
    assert isinstance(said, Measure)
    return said
