"""Looking: what was opened, and what that exposed."""

from simulator.casework.events import Event, event
from simulator.casework.sights import Seen


@event("record.opened")
class RecordOpened(Event):
    """A page of a system was opened; all its fields are exposed."""

    system: str
    page: str
    subject: str
    """Whom it is about; empty: the system shows nobody there, and no field has a value."""
    fields: tuple[Seen, ...]
    basis: str = ""
    """The legal basis given; empty: none."""


@event("register.searched")
class RegisterSearched(Event):
    """A system was searched. What was typed is the student's own and lies apart."""

    system: str
    by: str
    """``name``, ``number`` or ``address``."""
    hits: tuple[str, ...]
    """The ids of those it listed."""
    fields: tuple[Seen, ...] = ()
    """What it listed of each, hit by hit: exposed, as the fields of a page are."""
    more: bool = False
    """There were more than it lists."""
    length: int = 0
    """Characters typed."""
    words: int | None = None
    basis: str = ""


@event("protected.revealed")
class ProtectedRevealed(Event):
    """Something protected that a system kept covered was asked for, and shown."""

    system: str
    path: str
    subject: str
    field: Seen
    present: tuple[str, ...] = ()
    """The citizens who stood or sat where the screen can be seen."""


@event("basis.opened")
class BasisOpened(Event):
    """The basis of a suggestion was opened."""

    fields: tuple[Seen, ...]


@event("provenance.opened")
class ProvenanceOpened(Event):
    """The route of a value was asked for."""

    system: str
    path: str
    subject: str
    hops: tuple[tuple[str, int], ...]
    """(system, moment) from the first report on."""


@event("freetext.opened")
class FreetextOpened(Event):
    """The citizen's own words were opened."""


@event("citizen_view.opened")
class CitizenViewOpened(Event):
    """The letter was looked at as the citizen sees it."""


@event("glossary.opened")
class GlossaryOpened(Event):
    """A word was looked up in the glossary."""

    word: str


@event("landscape.opened")
class LandscapeOpened(Event):
    """The documented landscape and IT's status page were looked at."""
