"""Holds what is told of a day against log and town, and tells what does not hold."""

from collections.abc import Iterator, Mapping

from simulator.casework.as_read import as_read
from simulator.casework.day import Day
from simulator.casework.events import Event
from simulator.casework.families import begin, evolve
from simulator.core.texts import Phrase
from simulator.core.values import changed
from simulator.debrief.causes import Revealed
from simulator.debrief.debrief import Debrief, debrief
from simulator.debrief.trial import Finding
from tests.told import told_answers, told_causes, told_letters
from tests.told.causes import Wrong, wrongs
from tests.told.days import Told, played
from tests.told.letter import Letter, letters
from tests.told.told_causes import OfCause
from tests.told.told_letters import Asked
from tests.told.world import World, bare

OF_LETTERS = (told_answers, told_letters)
"""The modules that enter the predicates of letters."""


def contradictions(name: str) -> Iterator[str]:
    """Play a day and yield everything told of it that is not so."""
    told = played(name)
    held = debrief(told.town, told.events)
    yield from screens(told)
    yield from causes(told, held)
    yield from letters_of(told)


# What systems showed --------------------------------------------------------------------------


def screens(told: Told) -> Iterator[str]:
    """Yield what a page or a filled field showed that its system did not hold."""
    for day, event in _before(told):
        if event.kind in ("record.opened", "facts.filled", "register.searched"):
            world, at = World(changed(day, minute=event.minute)), day.at(event.minute)
            for seen in event.fields:  # type: ignore[attr-defined]
                if seen.source == "citizen":
                    continue
                value = world.shown(seen.source, bare(seen.path), seen.subject, at)
                system = day.opening.landscape.systems[seen.source]
                may = system.may_see(day.opening.role, bare(seen.path))
                holds = {
                    "shown": value == seen.value,
                    "missing": value is None or not may,
                    "hidden": not may,
                    "protected": value is not None,
                    "down": not world.works(seen.source, at),
                }
                if not holds[seen.state]:
                    yield f"{told.name} {event.seq}: {seen} is {value}"


def _before(told: Told) -> Iterator[tuple[Day, Event]]:
    """Every event of a day with the day as it was before it."""
    first, *later = told.events
    day: Day = begin(first, told.town)  # type: ignore[arg-type]
    for event in later:
        yield day, event
        day = evolve(day, event)


# Causes ---------------------------------------------------------------------------------------


def causes(told: Told, held: Debrief) -> Iterator[str]:
    """Yield what is told of wrong answers and their causes that is not so."""
    aside = {event.case for event in told.events if event.kind == "case.set_aside"}
    found = {wrong.event.seq: wrong for wrong in wrongs(told.events, told.town)}
    mine = {seq: wrong for seq, wrong in found.items() if wrong.event.case not in aside}
    theirs = {finding.event: finding for finding in held.evidence.findings}
    for seq in sorted({*mine} ^ {*theirs}):
        yield f"{told.name} {seq}: wrong only to {'us' if seq in mine else 'the debrief'}"
    for seq in sorted({*mine} & {*theirs}):
        sets = frozenset(map(frozenset, theirs[seq].sets))
        if sets != mine[seq].sets:
            yield f"{told.name} {seq}: {theirs[seq].sets} and not {mine[seq].sets}"
    for revealed in held.revealed:
        finding = theirs[revealed.event]
        for phrase, about in sentences(revealed, finding, mine[revealed.event]):
            if not told_causes.PREDICATES[str(phrase.text)](about, phrase):
                yield f"{told.name} {revealed.event} {revealed.case}: {phrase}"


def sentences(
    revealed: Revealed, finding: Finding, wrong: Wrong
) -> Iterator[tuple[Phrase, OfCause]]:
    """The sentences on a wrong answer, each with what it is on."""
    told = tuple(finding.causes)
    whole = OfCause(wrong, told)
    yield from ((revealed.what, whole), (revealed.how, whole))
    for cause, phrase in zip(told, revealed.causes, strict=True):
        yield phrase, OfCause(wrong, told, cause)


# Letters --------------------------------------------------------------------------------------


def letters_of(told: Told) -> Iterator[str]:
    """Yield what a letter says that is not so."""
    days = {
        event.seq: evolve(day, event)
        for day, event in _before(told)
        if event.kind in ("letter.sent", "hearing.sent")
    }
    for letter in (*letters(told.events, days), *_hearings(told, days)):
        view = as_read(letter.day, letter.day.cases[letter.sent.case])
        assert view is not None
        for line in view.lines:
            part = line.part
            if line.text is None or isinstance(letter, Asked) != (part == "hearing"):
                continue
            if part == "decided-by":
                named = letter.kind.letter.items()
                (part,) = (id_ for id_, text in named if text == line.text.text and part in id_)
            for id_ in told_letters.untrue(letter, part, line.text):
                yield f"{told.name} {letter.sent.seq} {letter.sent.case}: {id_} of {letter.outcome}"


def _hearings(told: Told, days: Mapping[int, Day]) -> Iterator[Letter]:
    for event in told.events:
        if event.kind == "hearing.sent":
            day = days[event.seq]
            arrival = day.opening.arrival_of[event.case or ""]
            kind = day.opening.case_types[arrival.type]
            yield Asked(day, kind, arrival.party, None, event, frozenset())
