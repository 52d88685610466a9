"""What a caseworker sees: the values both faces and every habit are handed, never the truth.

The desk itself stands in ``seeing`` and the case in hand in ``case_views``; both are put together
from the small values here. All of it follows from what systems showed, what people said and what
was done. Labels are phrases and texts, so that a face can say them in either language at any
moment.
"""

from dataclasses import dataclass, field
from functools import cached_property
from typing import Literal, NamedTuple

from simulator.casework.case_types import Function
from simulator.casework.letters import Channel
from simulator.casework.phrasing import roughly
from simulator.casework.vocabulary import SightState
from simulator.core.clock import DayNumber, Moment
from simulator.core.texts import Measure, Phrase, Text
from simulator.landscape.systems import SearchBy


class LazyView:
    """Something seen, of which each costlier part is worked out when it is first looked at.

    Such a part is a ``cached_property``; what costs nothing is set at once. The day it is made
    from is kept under a private name.
    """

    def parts(self) -> dict[str, object]:
        """Work out every part now, and return all by name; of a part that is a view, its parts.

        Raises whatever the day of a log that cannot have been played makes fail.
        """
        for name, attribute in vars(type(self)).items():
            if isinstance(attribute, cached_property):
                getattr(self, name)
        return {
            name: part.parts() if isinstance(part, LazyView) else part
            for name, part in vars(self).items()
            if not name.startswith("_")
        }


CaseState = Literal["new", "opened", "waiting", "decided", "away"]
"""How far a case is, as the inbox shows it."""


@dataclass(frozen=True)
class InboxItem:
    """One line of the inbox."""

    case: str
    title: Text
    name: str
    minute: int
    """When it came."""
    deadline: DayNumber
    state: CaseState
    cue: Phrase | None = None
    """The sign that it cannot wait, if it has one."""
    short: Text | None = None
    """What kind of case it is, in a word, for a narrow list."""


class PageItem(NamedTuple):
    """A page that can be opened."""

    id: str
    title: Text
    about: str = ""
    """The fact that names the person it is about, where that is not the party."""
    looked: bool = False
    """Whether it has been opened about the case in hand."""
    bears: bool = False
    """Whether it has a fact that the case in hand needs, as anybody trained in the matter knows."""


@dataclass(frozen=True)
class SystemItem:
    """A system as the desk lists it."""

    id: str
    name: Text
    owner: Text
    look: str
    open: bool
    asks_basis: bool
    pages: tuple[PageItem, ...]
    says: Text | None = None
    """What it shows before a page is opened, or while it is down, if anything."""


@dataclass(frozen=True)
class Hit:
    """One of those a search found, as the system lists it."""

    subject: str
    label: Phrase


@dataclass(frozen=True)
class FoundView:
    """What the last search in a system found."""

    system: str
    name: Text
    by: SearchBy
    hits: tuple[Hit, ...]
    more: bool
    """Whether there are more than it lists."""


@dataclass(frozen=True)
class StatusLine:
    """A line of IT's status page: it may be late, or wrong."""

    system: str
    name: Text
    owner: Text
    open: bool
    says: Text | None = None
    """A text that stands there instead, whatever the state."""


class FactLine(NamedTuple):
    """A fact this student has seen in one source, with its date if the source showed one."""

    path: str
    label: Phrase
    value: Measure | Phrase
    source: str
    source_name: Text | Phrase
    as_of: Moment | None = None
    shown: bool = True
    """Whether there is a value; if not, ``value`` says why."""
    covered: bool = False
    """Whether there is a value that the source keeps covered until somebody asks for it."""
    picked: bool = False
    """Whether a person has chosen to build on it."""
    of_document: bool = False
    """Whether it stands in a document that was opened."""
    roughly: bool = False
    """Whether whoever said it knows it only roughly."""

    @property
    def told(self) -> Measure | Phrase:
        """The value as it is told: marked where it is known only roughly."""
        return roughly(self.value) if self.roughly else self.value


class DocumentLine(NamedTuple):
    """How far a document is that was asked for in the case in hand."""

    says: Phrase
    state: Literal["waits", "consent", "refused", "gone-without", "none", "here", "opened"]
    """Whether it or a consent is waited for, was refused or gone on without; or there is none, it
    has come, or has been opened."""
    number: int = 0
    """The number of the event it came with; 0 while it has not come."""
    as_asked: bool = False
    """Whether it is of the month or date that was asked about, as it says on it."""
    overdue: bool = False
    """Whether the time to send it has passed."""


class DocumentRow(NamedTuple):
    """One line of a document."""

    label: Phrase
    value: Measure | Phrase


@dataclass(frozen=True)
class DocumentView:
    """An opened document, for a face to draw."""

    heading: Text
    issuer: Text
    name: str
    """Whom it is about."""
    dated: Phrase | None
    """Its month or date, as it stands on it."""
    came: Phrase
    """How it came."""
    minute: int
    """When it came."""
    rows: tuple[DocumentRow, ...]
    foot: Text | None
    readable: bool


@dataclass(frozen=True)
class StepView:
    """A function of the case and how far it is."""

    function: Function
    state: Literal["done", "now", "later"]
    level: int


@dataclass(frozen=True)
class SuggestionView:
    """A proposal that waits."""

    function: Function
    level: int
    answer: Phrase
    basis: int
    """The number of facts it is built on."""
    opened: tuple[FactLine, ...] = ()
    """These facts, once the basis has been opened."""
    considerations: tuple[Text, ...] = ()
    scale: Phrase | None = None
    """That it follows the municipality's own scale, and whose that is; None where it does not."""


@dataclass(frozen=True)
class PartView:
    """A part of a letter: its name, its filled-in template, and how it is written now."""

    part: str
    name: Phrase
    template: Phrase
    manner: str
    marked: bool
    """Whether automation points out that this letter owes the part."""


@dataclass(frozen=True)
class LetterLine:
    """A part of a letter as the citizen reads it: a text, or the number of the student's words."""

    part: str
    text: Phrase | None = None
    words: int | None = None


@dataclass(frozen=True)
class LetterView:
    """A letter as its citizen sees it."""

    title: Text
    sender: str
    name: str
    channel: Channel
    sent: bool
    lines: tuple[LetterLine, ...]


@dataclass(frozen=True)
class TelephoneView:
    """The telephone: ringing, or a call under way."""

    name: str
    ringing: bool
    says: Phrase | None
    case: str
    rang: bool = False
    """Whether the citizen rang, and not the caseworker."""
    told: int = 0
    """How many times they have been told or promised something in this call."""
    desk: bool = False
    """Whether they sit at the desk."""


@dataclass(frozen=True)
class VisitorView:
    """Somebody who stands at the counter."""

    case: str
    name: str
    minute: int
    """When they came."""


@dataclass(frozen=True)
class DialView:
    """A level that can be chosen, or that somebody else has set."""

    case_type: str
    title: Text
    function: Function
    level: int
    allowed: tuple[int, ...]
    by: Phrase | None = None
    """Who set it, where the caseworker cannot."""
    why: Text | None = None
    later: bool = False
    """Whether it follows the preset now, and can be chosen only once the day has begun."""


@dataclass(frozen=True)
class TermView:
    """A word of the glossary: what the program means by it, or what each profession hears."""

    id: str
    word: Text
    means: Text | None
    field: Text | None
    it: Text | None
    ask: Text | None


@dataclass(frozen=True)
class IntegrationView:
    """An arrow of the documented landscape, and what IT's status page says of it.

    The page knows what IT knows: it shows an integration that stopped unnoticed as running.
    """

    ends: tuple[str, str]
    """The ids of the systems it copies (from, to)."""
    source: Text
    target: Text
    every: int
    """Minutes between two runs."""
    facts: tuple[Text, ...]
    offset: int = 0
    """Minutes after midnight of the first run."""
    owner: Text | None = None
    """Who owns the system it copies to, and so the copy."""
    status: Phrase = field(default_factory=lambda: Phrase("status.running"))


@dataclass(frozen=True)
class Row:
    """One field of an opened page."""

    code: str
    label: Phrase
    state: SightState
    value: Measure | Phrase | None
    as_of: Moment | None = None
    earlier: tuple[tuple[DayNumber, Measure], ...] = ()
    path: str = ""
    """The fact, its relation before it if it is about another than whom the case is about."""
    month: DayNumber | None = None
    """The month of the value, or the day it holds from, where the page lists earlier values."""
    subject: str = ""
    """The id of whom or what it is about."""
    of_case: bool = True
    """Whether it is about the case's party or what is related to them, and no stranger."""


@dataclass(frozen=True)
class PageView:
    """An opened page of a system, for its own face to draw."""

    system: str
    name: Text
    owner: Text
    look: str
    page: str
    title: Text
    subject: str
    minute: int
    rows: tuple[Row, ...] = field(default_factory=tuple)
    date: DayNumber = 0
    """The day it was opened on."""
