"""Documents: the kinds there are, what has been asked for in a case, and what has come.

A kind is library data. What stands in a document is what was true of its month or date, and that
may be another than was asked about.
"""

from collections.abc import Container
from dataclasses import dataclass
from typing import Literal

from simulator.casework.sights import Seen
from simulator.core.clock import DayNumber
from simulator.core.facts import path_to
from simulator.core.texts import Text

Dated = Literal["month", "day", "decision"]
"""What a document is of: the newest month that has ended, the day it is made, or the newest
decision of an authority."""
Flaw = Literal["", "older", "unreadable", "none-such"]
"""How what came is not what was asked for: of an older month or date, nothing in it can be read, or
the citizen says that there is no such document."""
Form = Literal["photo", "letter", "message"]
"""How a document comes; a message is a sentence without a document."""


@dataclass(frozen=True)
class ThirdParty:
    """From whom a document can be had directly, where the citizen consents."""

    name: Text
    """Within a sentence: ``the bank``."""
    takes: tuple[int, int]
    """Minutes from the consent until it comes (from, to)."""


@dataclass(frozen=True)
class Fails:
    """How often a document does not come as it was asked for, in percent."""

    older: int = 0
    unreadable: int = 0
    never: int = 0


@dataclass(frozen=True)
class DocumentKind:
    """A kind of document that a caseworker can ask for."""

    id: str
    title: Text
    """Within a sentence: ``a payslip``."""
    heading: Text
    """What stands at its top."""
    issuer: Text
    """Who makes it, as it stands on it."""
    shows: tuple[str, ...]
    """The ids of the facts that stand in it, of whom it is about."""
    dated: Dated
    minutes: int
    """What it costs the citizen to find it and send it, in simulated minutes."""
    days: int = 7
    """Days they are given to answer in."""
    older_days: int = 92
    """How many days older one is that is not of the date asked about; not of those of a month."""
    fails: Fails = Fails()
    third: ThirdParty | None = None
    """``None`` where only the citizen has it."""
    when: str = ""
    """An expression over the facts of whom it is about: whether there is such a document at all."""
    of: Text | None = None
    """How its date stands on it, with ``{date:month}`` or ``{date:date}``."""
    foot: Text | None = None

    def shown_of(self, paths: Container[str], relation: str) -> list[str]:
        """Return those of some paths of a case that it shows, being about the one a word leads to.

        With ``""`` it is about the party.
        """
        shows = (path_to(relation, fact) for fact in self.shows)
        return [path for path in shows if path in paths]


class OfDocument:
    """What is about one document of a case: asked for before the day or in it, or what came."""

    document: str
    relation: str

    @property
    def key(self) -> tuple[str, str]:
        """What tells the documents of a case apart."""
        return self.document, self.relation


@dataclass(frozen=True)
class AskedBefore(OfDocument):
    """A document that somebody had asked for before the day began, as the scenario sets it."""

    document: str
    asked: DayNumber
    answer_by: DayNumber
    """The last day to answer on."""
    notice: bool = False
    """Whether the party was told that the case is otherwise decided on what is there."""
    comes: int = 0
    """The minute of the day it comes; at 0 it never does."""
    relation: str = ""


Asked = Literal["consent", "waits", "came", "refused", "gone-without"]
"""How far a request is: a consent is waited for, the document is, it came, the consent was
refused, or one goes on without it."""


@dataclass(frozen=True)
class Request(OfDocument):
    """A document that has been asked for in a case."""

    seq: int
    """The number of the event it was asked with, or that of the case's coming."""
    document: str
    relation: str
    """``""`` where it is about the party, else the word that leads to whom it is about."""
    asked: DayNumber
    last: DayNumber
    """The last day to answer on."""
    notice: bool
    third: bool = False
    """Whether somebody else is asked for it, with the party's consent."""
    reminded: bool = False
    written: int = 0
    """The number of the event with the last letter about it; 0 before this day's first."""
    nth: int = 1
    """Which time it is asked for in the case."""
    state: Asked = "waits"
    without: int = 0
    """The number of the event with which one went on without it; 0 where nobody has."""
    refused: int = 0
    """The number of the event with which the consent was refused; 0 where it was not."""

    @property
    def open(self) -> bool:
        """Whether something is still waited for."""
        return self.state in ("consent", "waits")


@dataclass(frozen=True)
class Received(OfDocument):
    """What came when a document had been asked for."""

    number: int
    """The number of the event it came with."""
    document: str
    relation: str
    form: Form
    flaw: Flaw
    fields: tuple[Seen, ...]
    """What stands in it; ``()`` where it cannot be read."""
    date: DayNumber
    """The first day of its month, or its date."""
    minute: int
    """When it came."""
    opened: bool = False
