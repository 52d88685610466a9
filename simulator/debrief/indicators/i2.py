"""I2, more than needed: the fields that were shown beyond what a case needs.

Two sorts are told apart. A page that holds something the case needs may hold more: the screen
showed that unasked. A page that holds nothing the case needs was opened by the caseworker, and what
was covered was asked for by them. A list of hits is like a page: one that shows of the party what
the case needs lists the others unasked. A field counts once a case, wherever its value was shown.
"""

from simulator.casework.actions.looking.pages import ProtectedRevealed, RecordOpened
from simulator.casework.actions.searching import RegisterSearched
from simulator.casework.case_state import of_case
from simulator.casework.events import Event
from simulator.casework.sights import Seen
from simulator.core.texts import Phrase
from simulator.debrief.evidence import Evidence
from simulator.debrief.statements import Silence, Statement

Place = tuple[str, str, str]
"""(system, path, subject)."""


def speak(evidence: Evidence) -> list[Statement] | Silence:
    """Return a statement for every case in which something was looked up."""
    looked = {
        event.case for event in evidence.events if event.case and fields_of(event) is not None
    }
    if not looked:
        return Silence("no-occasion")
    statements = [_of(evidence, case) for case in evidence.cases if case in looked]
    return [statement for statement in statements if statement] or Silence("no-ground")


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


def _of(evidence: Evidence, case: str) -> Statement | None:
    looks = [look for look in evidence.of_case(case) if fields_of(look) is not None]
    paths = {need.path for need in evidence.kind(looks[0]).needs}
    if not paths:
        return None
    matter = evidence.day.cases[case]
    by_screen, by_hand, every = set[Place](), set[Place](), set[Place]()
    for look in looks:
        fields = fields_of(look) or ()
        needed = {seen for seen in fields if seen.path in paths and of_case(matter, seen)}
        shown = {_place(seen) for seen in fields if seen.state == "shown"}
        beyond = shown - {_place(seen) for seen in needed}
        useful = bool(needed) and not isinstance(look, ProtectedRevealed)
        (by_screen if useful else by_hand).update(beyond)
        every |= shown
    if not every:
        return None
    opened = by_hand - by_screen
    return Statement(
        indicator="I2",
        case=case,
        minute=looks[-1].minute,
        arguments={"case": evidence.case_name(case), "s": len(by_screen), "p": len(opened)},
        about=Phrase("debrief.fields-shown", {"n": len(every)}),
        of=len(every),
        events=tuple(look.seq for look in looks),
        key=case,
        well=not by_screen and not opened,
    )
