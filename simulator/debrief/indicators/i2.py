"""I2, more than needed: the fields that were shown beyond what a case needs.

Two sorts are told apart. A page that holds something the case needs may hold more: the screen
showed that unasked. A page that holds nothing the case needs was opened by the caseworker, and what
was covered was asked for by them. A list of hits is like a page: one that shows of the party what
the case needs lists the others unasked. A field counts once a case, wherever its value was shown.
The day is one statement; the cases in which the caseworker opened more are named.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from simulator.casework.actions.looking.pages import ProtectedRevealed, RecordOpened
from simulator.casework.actions.searching import RegisterSearched
from simulator.casework.case_state import of_case
from simulator.casework.events import Event
from simulator.casework.phrasing import listed
from simulator.casework.sights import Seen
from simulator.core.texts import Phrase
from simulator.debrief.evidence import Evidence
from simulator.debrief.statements import Silence, Statement

Place = tuple[str, str, str]
"""(system, path, subject)."""


@dataclass(frozen=True)
class _Looked:
    """What was shown in one case, and how much of it was beyond the need."""

    case: str
    every: int
    by_screen: int
    by_hand: int
    events: tuple[int, ...]


def speak(evidence: Evidence) -> list[Statement] | Silence:
    """Return one statement of the day."""
    looked = {
        event.case for event in evidence.events if event.case and fields_of(event) is not None
    }
    if not looked:
        return Silence("no-occasion")
    cases = [_of(evidence, case) for case in evidence.cases if case in looked]
    shown = [case for case in cases if case.every]
    return [_statement(evidence, shown)] if shown else Silence("no-ground")


def _statement(evidence: Evidence, cases: list[_Looked]) -> Statement:
    by_screen, opened = sum(case.by_screen for case in cases), [c for c in cases if c.by_hand]
    every = sum(case.every for case in cases)
    events = tuple(sorted(seq for case in cases for seq in case.events))
    return Statement(
        indicator="I2",
        case="",
        minute=evidence.event(events[-1]).minute,
        arguments={
            "n": len(cases),
            "m": every,
            "s": by_screen,
            "p": sum(case.by_hand for case in opened),
            "names": _names(evidence, opened),
        },
        about=Phrase("debrief.fields-shown", {"n": every}),
        of=every,
        events=events,
        key="day",
        well=not by_screen and not opened,
        say="" if opened else "debrief.said.i2-none",
    )


def _names(evidence: Evidence, cases: Iterable[_Looked]) -> Phrase:
    named = (
        Phrase("debrief.said.fields-of", {"name": evidence.case_name(case.case), "n": case.by_hand})
        for case in cases
    )
    return listed(named, "; ")


def fields_of(event: Event) -> tuple[Seen, ...] | None:
    """Return the fields listed by a look in a system; ``None`` for any other event."""
    match event:
        case RecordOpened(fields=fields) | RegisterSearched(fields=fields):
            return fields
        case ProtectedRevealed(field=field):
            return (field,)
    return None


def _place(seen: Seen) -> Place:
    return seen.source, seen.path, seen.subject


def _of(evidence: Evidence, case: str) -> _Looked:
    looks = [look for look in evidence.of_case(case) if fields_of(look) is not None]
    paths = {need.path for need in evidence.kind_of(case).needs}
    matter = evidence.day.cases[case]
    by_screen, by_hand, every = set[Place](), set[Place](), set[Place]()
    for look in looks if paths else ():
        fields = fields_of(look) or ()
        needed = {seen for seen in fields if seen.path in paths and of_case(matter, seen)}
        shown = {_place(seen) for seen in fields if seen.state == "shown"}
        beyond = shown - {_place(seen) for seen in needed}
        useful = bool(needed) and not isinstance(look, ProtectedRevealed)
        (by_screen if useful else by_hand).update(beyond)
        every |= shown
    opened = by_hand - by_screen
    events = tuple(look.seq for look in looks)
    return _Looked(case, len(every), len(by_screen), len(opened), events)
