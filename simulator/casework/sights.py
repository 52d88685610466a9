"""What was seen of a fact: on an opened page, filled in by automation, or told by a citizen."""

from dataclasses import dataclass

from simulator.casework.vocabulary import SightState
from simulator.core.clock import DayNumber, Moment
from simulator.core.facts import Value

CITIZEN = "citizen"
"""The source of what a citizen has said."""
_DOCUMENT = "document:"


_THIRD = "@third"


def document_source(kind: str, *, third: bool = False) -> str:
    """Return the source of what stands in a document; ``third``: one the party did not send."""
    return f"{_DOCUMENT}{kind}{_THIRD if third else ''}"


def document_of(source: str) -> str:
    """Return the kind of document that is a source, ``""`` for any other source."""
    if not source.startswith(_DOCUMENT):
        return ""
    return source.removeprefix(_DOCUMENT).removesuffix(_THIRD)


@dataclass(frozen=True, slots=True)
class Seen:
    """One field of an opened page, or one fact filled in by automation or told by a citizen."""

    path: str
    """The fact, its relation before it (``partner.``) if it is about another than the party."""
    subject: str
    source: str
    """A system's id, ``citizen``, or what ``document_source`` names."""
    state: SightState
    value: Value | None = None
    as_of: Moment | None = None
    """When it was reported. Seen in play only where ``dated``."""
    since: DayNumber | None = None
    dated: bool = False
    """Whether the system showed how old it is."""
    earlier: tuple[tuple[DayNumber, Value], ...] = ()
    """Earlier months, where the page lists them."""
    at: Moment | None = None
    """When it was looked at, in a system."""

    @property
    def document(self) -> str:
        """The kind of document it stands in, ``""`` where it was seen or heard elsewhere."""
        return document_of(self.source)

    @property
    def from_party(self) -> bool:
        """Whether the party said it, or sent the document that shows it."""
        sent = bool(self.document) and not self.source.endswith(_THIRD)
        return sent or self.source == CITIZEN

    @property
    def place(self) -> tuple[str, str, str]:
        """What it is a sight of: path, source and subject, whatever was shown there and when."""
        return self.path, self.source, self.subject

    def without_value(self, state: SightState) -> "Seen":
        """Return the sight as one in which nothing was shown, with why as its state."""
        return Seen(self.path, self.subject, self.source, state, at=self.at)
