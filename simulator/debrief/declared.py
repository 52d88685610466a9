"""What lay in the day before anybody touched it, and the letters that reached nobody.

Told after the day only: what had stopped, what was down, and whose post cannot be opened. Said
whether or not anybody stumbled over it, for the landscape is what the talk is about.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from simulator.casework.events.acting import LetterSent
from simulator.casework.people import reached
from simulator.core.clock import day_of
from simulator.core.texts import Phrase
from simulator.debrief.evidence import Evidence


@dataclass(frozen=True)
class Unread:
    """A letter sent where its citizen cannot read it."""

    event: int
    what: Phrase


def declared(evidence: Evidence) -> tuple[Phrase, ...]:
    """Return what stood still and what was down, as the scenario has it."""
    landscape = evidence.day.opening.landscape
    names = {id_: one.name for id_, one in landscape.systems.items()}
    found: list[Phrase] = []
    for run in landscape.integrations:
        between = {"source": names[run.source], "target": names[run.target]}
        for stop in run.stops:
            word = "stop" if stop.ends is None else "stop-ends"
            days = {"since": day_of(stop.begins), "until": day_of(stop.ends or 0)}
            found.append(Phrase(f"debrief.declared.{word}", {**between, **days}))
    for down in landscape.outages:
        times = {"begins": down.begins, "ends": down.ends}
        found.append(Phrase("debrief.declared.outage", {"system": names[down.system], **times}))
    return tuple(found)


def unread(evidence: Evidence) -> tuple[Unread, ...]:
    """Return the letters that were sent digitally to somebody who cannot open them."""
    return tuple(_unread(evidence))


def _unread(evidence: Evidence) -> Iterator[Unread]:
    day = evidence.day
    for letter in evidence.all(LetterSent):
        party = day.cases[letter.case or ""].party
        if not reached(day, party, letter.channel):
            yield Unread(letter.seq, Phrase("debrief.unread", {"name": day.name(party)}))
