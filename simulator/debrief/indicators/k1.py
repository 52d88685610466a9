"""K1, looked before it was binding: what had been opened of a followed suggestion's basis.

The set is the facts the suggestion was built on. One of them counts as opened when, at any time
before the letter went, the caseworker opened it by any route: the basis of the suggestion, a
record of the system it came from or of one upstream, a list of hits there, what was covered and
asked for, its route, or the citizen's own answer.
Looking before the suggestion came counts too: the sentence says *had been opened*. Opened is not
the same as read, and the sentence does not say so.
"""

from collections.abc import Iterable, Iterator

from simulator.casework.actions.deciding import SuggestionShown
from simulator.casework.actions.hearing import HearingAnswered
from simulator.casework.actions.looking.pages import ProtectedRevealed, RecordOpened
from simulator.casework.actions.looking.reading import BasisOpened, ProvenanceOpened
from simulator.casework.actions.searching import RegisterSearched
from simulator.casework.actions.suggesting import SuggestionFollowed
from simulator.casework.actions.telephone import CitizenAsked
from simulator.casework.actions.writing import LetterSent
from simulator.casework.events import Event
from simulator.casework.sights import Seen
from simulator.core.facts import split_path
from simulator.core.texts import Phrase
from simulator.debrief.evidence import Evidence
from simulator.debrief.statements import Silence, Statement
from simulator.landscape.systems import Landscape

LOOKS = (
    BasisOpened,
    RecordOpened,
    RegisterSearched,
    ProtectedRevealed,
    ProvenanceOpened,
    CitizenAsked,
    HearingAnswered,
)
"""The kinds of event that open a fact for the caseworker."""
Sight = tuple[str, str, str]
"""(source, fact, subject)."""


def speak(evidence: Evidence) -> list[Statement] | Silence:
    """Return a statement for every followed suggestion whose letter was sent."""
    followed = [e for e in evidence.all(SuggestionFollowed) if e.by == "player"]
    if not followed:
        return Silence("no-occasion")
    looks = tuple(event for event in evidence.events if isinstance(event, LOOKS))
    statements = [_of(evidence, event, looks) for event in followed]
    return [statement for statement in statements if statement] or Silence("no-ground")


def _of(
    evidence: Evidence, followed: SuggestionFollowed, looks: tuple[Event, ...]
) -> Statement | None:
    assert followed.case is not None
    letters = [e for e in evidence.all(LetterSent, followed.case) if e.seq > followed.seq]
    shown = evidence.suggestion_behind(followed)
    if not letters or not shown or not (needed := verification_set(shown)):
        return None
    before = [e for e in looks if e.seq < letters[0].seq]
    landscape = evidence.day.opening.landscape
    opened = [seq for seen in needed if (seq := _opened_by(landscape, seen, before)) is not None]
    return Statement(
        indicator="K1",
        case=followed.case,
        minute=followed.minute,
        arguments={"n": len(needed), "a": len(opened)},
        about=Phrase(f"function.{followed.function}"),
        of=len(needed),
        events=tuple(sorted({shown.seq, followed.seq, letters[0].seq, *opened})),
        key=str(followed.seq),
        well=len(opened) == len(needed),
    )


def verification_set(shown: SuggestionShown) -> tuple[Seen, ...]:
    """Return what one needs to see to test a suggestion: every fact it was built on, once."""
    return tuple({(s.path, s.subject): s for s in shown.basis if s.state == "shown"}.values())


def nearer_the_truth(landscape: Landscape, system: str, fact: str) -> frozenset[tuple[str, str]]:
    """Return a system and those upstream of it, each with the fact's id there."""
    upstream = (
        nearer_the_truth(landscape, integration.source, integration.carries[fact].source)
        for integration in landscape.into(system, fact)
    )
    return frozenset({(system, fact)}).union(*upstream)


def sights(event: Event) -> Iterator[Sight]:
    """Yield the facts that an event opened for the caseworker, each with its source."""
    match event:
        case HearingAnswered(fields=fields):
            yield from (_sight(seen) for seen in fields)
        case RecordOpened(fields=fields) | RegisterSearched(fields=fields):
            yield from (_sight(seen) for seen in fields if seen.state in ("shown", "missing"))
        case BasisOpened(fields=fields):
            yield from (_sight(seen) for seen in fields if seen.state != "protected")
        case CitizenAsked(field=field) | ProtectedRevealed(field=field):
            yield _sight(field)
        case ProvenanceOpened(system=system, path=path, subject=subject):
            yield system, split_path(path)[1], subject


def _sight(seen: Seen) -> Sight:
    return seen.source, split_path(seen.path)[1], seen.subject


def _opened_by(landscape: Landscape, seen: Seen, events: Iterable[Event]) -> int | None:
    source, fact, subject = _sight(seen)
    good = {(*pair, subject) for pair in nearer_the_truth(landscape, source, fact)}
    good.add(("citizen", fact, subject))
    return next((e.seq for e in events if not good.isdisjoint(sights(e))), None)
