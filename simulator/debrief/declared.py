"""What the scenario had put into the day, and the letters that reached nobody.

It is told only after the day: which integrations had stopped, which systems were down, which cases
had a catch, and who cannot open digital post. It is told whether or not the student noticed,
because the debrief is about the landscape.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from simulator.casework.actions.writing import LetterSent
from simulator.casework.people import reached
from simulator.core.clock import day_of, minute_of
from simulator.core.texts import Argument, Phrase
from simulator.debrief.evidence import Evidence


@dataclass(frozen=True)
class Unread:
    """A letter sent through a channel that its citizen cannot read."""

    event: int
    what: Phrase


def declared(evidence: Evidence) -> tuple[Phrase, ...]:
    """Return the stops, the outages and the catches of the cases, as the scenario declares them."""
    return (*_landscape(evidence), *_cases(evidence))


def _landscape(evidence: Evidence) -> Iterator[Phrase]:
    landscape = evidence.day.opening.landscape
    names = {id_: system.name for id_, system in landscape.systems.items()}
    for run in landscape.integrations:
        between = {"source": names[run.source], "target": names[run.target]}
        for stop in run.stops:
            word = "stop" if stop.ends is None else "stop-ends"
            days = {"since": day_of(stop.begins), "until": day_of(stop.ends or 0)}
            yield Phrase(f"debrief.declared.{word}", {**between, **days})
    for down in landscape.outages:
        times = {"begins": minute_of(down.begins), "ends": minute_of(down.ends)}
        when = {"day": day_of(down.begins), **times}
        yield Phrase("debrief.declared.outage", {"system": names[down.system], **when})


def _cases(evidence: Evidence) -> Iterator[Phrase]:
    """Yield what only an author knows of the cases: a misfit, a further need, urgency, a twin."""
    texts = evidence.day.opening.texts
    for case in evidence.cases:
        arrival, name = evidence.day.cases[case].arrival, evidence.case_name(case)
        for word, id_ in (("misfit", arrival.misfit), ("also-needs", arrival.also_needs)):
            if id_:
                what: Argument = texts.get(id_, id_)
                yield Phrase(f"debrief.declared.{word}", {"case": name, "what": what})
        if arrival.urgent:
            yield Phrase("debrief.declared.urgent", {"case": name})
        twin = arrival.twin
        if twin is not None and twin.of in evidence.cases:
            word = "twin-relevant" if twin.relevant else "twin"
            fact = evidence.day.opening.facts.get(twin.differs)
            differs: Argument = fact.label if fact else Phrase(f"debrief.differs.{twin.differs}")
            others = {"other": evidence.case_name(twin.of), "differs": differs}
            yield Phrase(f"debrief.declared.{word}", {"case": name, **others})


def unread(evidence: Evidence) -> tuple[Unread, ...]:
    """Return the letters that were sent digitally to somebody who cannot open them."""
    return tuple(_unread(evidence))


def _unread(evidence: Evidence) -> Iterator[Unread]:
    day = evidence.day
    for letter in evidence.all(LetterSent):
        party = day.cases[letter.case or ""].party
        if not reached(day, party, letter.channel):
            yield Unread(letter.seq, Phrase("debrief.unread", {"name": day.name(party)}))
