"""I2, more than needed: the fields that were shown beyond what a case needs.

Two sorts are told apart. A page that holds something the case needs may hold more: the screen
showed that unasked. A page that holds nothing the case needs was opened by the caseworker. A field
counts once a case, wherever its value was shown.
"""

from simulator.casework.events.looking import RecordOpened
from simulator.core.texts import Phrase
from simulator.debrief.evidence import Evidence
from simulator.debrief.statements import Silence, Statement

Place = tuple[str, str, str]
"""(system, path, subject)."""


def speak(evidence: Evidence) -> list[Statement] | Silence:
    """Return a statement for every case in which a record was opened."""
    looked = {one.case for one in evidence.all(RecordOpened) if one.case}
    if not looked:
        return Silence("no-occasion")
    said = [_of(evidence, case) for case in evidence.cases if case in looked]
    return [one for one in said if one] or Silence("no-ground")


def _of(evidence: Evidence, case: str) -> Statement | None:
    looks = list(evidence.all(RecordOpened, case))
    needed = {need.path for need in evidence.kind(looks[0]).needs}
    if not needed:
        return None
    by_screen, by_hand, every = set[Place](), set[Place](), set[Place]()
    for look in looks:
        shown = {(one.source, one.path, one.subject) for one in look.fields if one.state == "shown"}
        beyond = {place for place in shown if place[1] not in needed}
        useful = any(one.path in needed for one in look.fields)
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
        events=tuple(one.seq for one in looks),
        key=case,
        well=not by_screen and not opened,
    )
