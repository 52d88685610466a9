"""What a caseworker can do, as plain values. Each is turned into events by ``decider.decide``.

``words`` are the student's own. They never enter an event: the event holds their number, and the
store keeps the words apart (``own_words``).
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any, ClassVar

from simulator.casework.events.acting import LetterComposed
from simulator.casework.events.base import Event, words_of
from simulator.casework.events.frame import CommandRefused
from simulator.casework.events.looking import RegisterSearched
from simulator.casework.own_words import OwnWords, Written, kept_without_text, without_text
from simulator.core.facts import Value
from simulator.core.values import changed

COMMANDS: dict[str, "type[Command]"] = {}
"""Every kind of command by the name it is stored under."""


@dataclass(frozen=True)
class Command:
    """Something somebody wants to do."""

    name: ClassVar[str] = ""
    """What it is stored under, offered as and priced by: ``add_note`` for ``AddNote``."""

    def __init_subclass__(cls) -> None:
        """Enter a kind of command under its name."""
        cls.name = re.sub(r"(?<=[a-z])(?=[A-Z])", "_", cls.__name__).lower()
        COMMANDS[cls.name] = cls

    def remembered(self, events: Iterable[Event]) -> Mapping[str, Any]:
        """Return what must be known, besides the command, to decide it again without its words.

        ``events`` are what it made happen. The answer is a change of its fields.
        """
        return {}


def as_kept(command: Command, events: Iterable[Event]) -> Command:
    """Return a command as it is kept beside the events it made: without the student's words."""
    made = tuple(events)
    first = min((number for event in made for number in words_of(event)), default=None)
    return changed(command, **kept_without_text(command, first), **command.remembered(made))


@dataclass(frozen=True)
class AcceptPrebrief(Command):
    """Say that the briefing is read."""


@dataclass(frozen=True)
class StateIntention(Command):
    """Say in the morning what one means to look after today."""

    words: OwnWords


@dataclass(frozen=True)
class SetLevel(Command):
    """Choose how much is left to technology in one function of one case type.

    ``words``: before the day the name or initials that sign a level of 4; during it, why.
    """

    case_type: str
    function: str
    level: int
    words: OwnWords = ""


@dataclass(frozen=True)
class ChoosePreset(Command):
    """Choose a named set of levels before opening; one that leaves a step to 4 is signed."""

    preset: str
    words: OwnWords = ""


@dataclass(frozen=True)
class Wait(Command):
    """Let time pass, until the telephone rings or something urgent comes."""

    minutes: int = 15


@dataclass(frozen=True)
class TakeBreak(Command):
    """Leave the desk for a moment."""


@dataclass(frozen=True)
class GoHome(Command):
    """End the day."""


@dataclass(frozen=True)
class MarkMoment(Command):
    """Mark the moment for the debrief."""

    words: OwnWords = ""


@dataclass(frozen=True)
class CaseCommand(Command):
    """A command about one case."""

    case: str


@dataclass(frozen=True)
class OpenCase(CaseCommand):
    """Take a case in hand."""


@dataclass(frozen=True)
class PostponeCase(CaseCommand):
    """Lay a case aside for later."""


@dataclass(frozen=True)
class SetAside(CaseCommand):
    """Skip a case; no reason is asked."""


@dataclass(frozen=True)
class HandOver(CaseCommand):
    """Give a case to a colleague."""


@dataclass(frozen=True)
class CloseCase(CaseCommand):
    """Finish a case."""


@dataclass(frozen=True)
class TakeOut(CaseCommand):
    """Take a case out of its levels."""

    words: OwnWords = ""


@dataclass(frozen=True)
class LookUp(CaseCommand):
    """Open a page of a system about the party (or whom the page relates to)."""

    system: str
    page: str
    basis: str = ""


@dataclass(frozen=True)
class OpenHit(LookUp):
    """Open a page of a system about somebody, or a dwelling, that a search in it found."""

    subject: str = ""


@dataclass(frozen=True)
class Found:
    """What a search found: enough to make it again without what was typed."""

    hits: tuple[str, ...]
    """The ids of those it listed."""
    more: bool
    """Whether there were more than it lists."""
    length: int
    """Characters typed."""


@dataclass(frozen=True)
class Search(CaseCommand):
    """Search a system by ``name``, ``number`` or ``address`` for what is typed."""

    system: str
    by: str
    words: OwnWords
    basis: str = ""
    found: Found | None = None
    """What it found, where what was typed is no longer there."""

    def remembered(self, events: Iterable[Event]) -> Mapping[str, Any]:
        """Return what it found."""
        for event in events:
            if isinstance(event, RegisterSearched):
                return {"found": Found(event.hits, event.more, event.length)}
        return {}


@dataclass(frozen=True)
class Reveal(CaseCommand):
    """Ask to see what a system keeps covered because it is protected."""

    path: str
    source: str
    subject: str


@dataclass(frozen=True)
class ReadFreetext(CaseCommand):
    """Read the citizen's own words."""


@dataclass(frozen=True)
class OpenBasis(CaseCommand):
    """Open the basis of the suggestion."""


@dataclass(frozen=True)
class Trace(CaseCommand):
    """Ask where a seen value came from."""

    path: str
    source: str


@dataclass(frozen=True)
class NoteConflict(CaseCommand):
    """Say that two sources disagree."""

    path: str
    sources: tuple[str, ...]


@dataclass(frozen=True)
class LookAtLandscape(Command):
    """Look at the documented landscape and IT's status page."""


@dataclass(frozen=True)
class OpenGlossary(Command):
    """Look a word up in the glossary."""

    word: str


@dataclass(frozen=True)
class SettleFacts(CaseCommand):
    """Finish finding: choose which source to rely on, by path; the newest seen where unnamed."""

    picks: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Hear(CaseCommand):
    """Ask the party about facts before deciding."""

    facts: tuple[str, ...]


@dataclass(frozen=True)
class SkipHearing(CaseCommand):
    """Go on without hearing (any longer)."""


@dataclass(frozen=True)
class Calculate(CaseCommand):
    """Work out the answer by hand."""

    outcome: str


@dataclass(frozen=True)
class Follow(CaseCommand):
    """Take the suggestion as it stands."""


@dataclass(frozen=True)
class Adjust(CaseCommand):
    """Change the suggestion."""

    outcome: str
    words: OwnWords = ""


@dataclass(frozen=True)
class Reject(CaseCommand):
    """Decline the suggestion and do the step by hand."""

    words: OwnWords = ""


@dataclass(frozen=True)
class Decide(CaseCommand):
    """Decide with discretion."""

    outcome: str
    considerations: tuple[str, ...] = ()
    words: OwnWords = ""


@dataclass(frozen=True)
class SendLetter(CaseCommand):
    """Write and send the letter; ``words`` by part, for the parts in own words."""

    parts: Mapping[str, str]
    own: Mapping[str, OwnWords] = field(default_factory=dict)
    read_as: tuple[int, int] | None = None
    """The words of all parts in own words together, and their readability figure, where the text
    is no longer there."""

    def remembered(self, events: Iterable[Event]) -> Mapping[str, Any]:
        """Return how long its own words were together, and how readable."""
        made = [event for event in events if isinstance(event, LetterComposed)]
        return {"read_as": (made[0].length, made[0].lix)} if made and self.own else {}


@dataclass(frozen=True)
class SeeAsCitizen(CaseCommand):
    """Look at the letter as the citizen sees it."""


@dataclass(frozen=True)
class Release(CaseCommand):
    """Set the payment to go out."""


@dataclass(frozen=True)
class AddNote(CaseCommand):
    """Put a note on the case."""

    words: OwnWords


@dataclass(frozen=True)
class Call(CaseCommand):
    """Ring the party."""


@dataclass(frozen=True)
class AnswerCall(Command):
    """Take the ringing telephone."""


@dataclass(frozen=True)
class Invite(CaseCommand):
    """Ask the party to come to a meeting at a minute, counted from midnight of the day played."""

    at: int
    helpers: tuple[str, ...] = ()
    """Who is booked to be there: ``interpreter``, ``bisidder``."""


@dataclass(frozen=True)
class ReceiveVisitor(CaseCommand):
    """Sit down with the one who stands at the counter about a case."""


@dataclass(frozen=True)
class BringInterpreter(Command):
    """Get an interpreter to listen in on the conversation under way."""


@dataclass(frozen=True)
class Ask(Command):
    """Ask the citizen on the telephone about a fact."""

    path: str


@dataclass(frozen=True)
class Tell(Command):
    """Tell the citizen on the telephone something: ``status``, ``next`` or ``decision``."""

    topic: str


@dataclass(frozen=True)
class Promise(Command):
    """Promise the citizen on the telephone something: ``look-again``, ``ring-back``, ``letter``."""

    promise: str
    before: int = 0
    """The minute of the day by which it is to be done; 0: today."""


@dataclass(frozen=True)
class InformOfError(Command):
    """Tell the citizen that a system shows something of them that does not hold."""

    path: str
    source: str


@dataclass(frozen=True)
class HangUp(Command):
    """Put the telephone down, or say goodbye to the one at the desk."""


@dataclass(frozen=True)
class OptOut(CaseCommand):
    """Go round the digital: meet the citizen through another channel, and for whose sake."""

    channel: str
    sake: str


@dataclass(frozen=True)
class CorrectHere(CaseCommand):
    """Type a value into a system by hand."""

    system: str
    path: str
    value: Value | Written

    def remembered(self, events: Iterable[Event]) -> Mapping[str, Any]:
        """Return what was typed without its text, where it was no value: it is own words then."""
        refused = any(isinstance(event, CommandRefused) for event in events)
        typed = self.value
        return {"value": without_text(typed, None)} if refused and isinstance(typed, str) else {}


@dataclass(frozen=True)
class ReportError(CaseCommand):
    """Tell the owner of a system that a fact in it is wrong; ``words`` say how, where they do."""

    system: str
    path: str
    words: OwnWords = ""


@dataclass(frozen=True)
class AskColleague(Command):
    """Ask a colleague (``field``), the ``leader``, ``it`` or the ``advocate``.

    About a system; without one, about the case in hand.
    """

    whom: str
    system: str = ""


@dataclass(frozen=True)
class WriteTicket(Command):
    """Write to IT about a system, or about what is copied into it from another (``source``).

    ``words`` say what was seen; ``own`` what is needed (``need``) and how to see that it works
    (``works``).
    """

    system: str
    ticket: str = "error"
    words: OwnWords = ""
    source: str = ""
    consequence: str = ""
    """For whom it had a consequence: ``citizen``, ``worker`` or ``law``; empty: not said."""
    own: Mapping[str, OwnWords] = field(default_factory=dict)
