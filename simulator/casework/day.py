"""The state of one day, folded from its events."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from simulator.casework.case_types import CaseType, Function, Outcome
from simulator.casework.events.base import Answer, Seen
from simulator.casework.letters import Channel
from simulator.casework.opening import Arrival, Opening
from simulator.core.agenda import Agenda
from simulator.core.clock import Moment, moment
from simulator.core.maps import FrozenMap
from simulator.landscape.observe import World
from simulator.town.town import Town


@dataclass(frozen=True)
class Suggestion:
    """A proposal that waits for the caseworker."""

    seq: int
    function: Function
    level: int
    basis: tuple[Seen, ...]
    answer: Answer | None
    considerations: tuple[str, ...]


@dataclass(frozen=True)
class Hits:
    """What the last search in a system listed."""

    by: str
    found: tuple[str, ...]
    more: bool
    fields: tuple[Seen, ...] = ()
    """What was listed of each."""


@dataclass(frozen=True)
class Hearing:
    """What the party was asked about, and whether they have answered."""

    seq: int
    facts: tuple[str, ...]
    told: tuple[Seen, ...]
    """What the letter said of them."""
    ends: int
    """The minute its deadline runs out."""
    answered: bool = False


@dataclass(frozen=True)
class Case:
    """One matter of one party.

    Everybody is answered by Digital Post until somebody goes round it: that is the default of the
    municipality's systems, whatever way the case came.
    """

    arrival: Arrival
    seq: int
    """The event it arrived with."""
    channel: Channel = "digital"
    opened: bool = False
    needs: tuple[str, ...] = ()
    """What the citizen has said they need, in a conversation."""
    taken_out: bool = False
    by_hand: frozenset[str] = frozenset()
    """Functions whose suggestion was declined: they are done by hand."""
    done: tuple[str, ...] = ()
    seen: tuple[Seen, ...] = ()
    """Everything this student has seen of it, newest last; one entry a (fact, source)."""
    roughly: frozenset[str] = frozenset()
    """The facts of which the citizen has said no more than roughly."""
    pages: frozenset[tuple[str, str]] = frozenset()
    """(system, page) that have been opened about it."""
    covered: tuple[Seen, ...] = ()
    """What was kept covered on pages that have been opened about it."""
    revealed: tuple[Seen, ...] = ()
    """What has been asked for of that, as it was shown then."""
    basis: tuple[Seen, ...] = ()
    """What the answer is to be built on, once finding is done."""
    suggestion: Suggestion | None = None
    hearing: Hearing | None = None
    result: Answer | None = None
    result_at: int | None = None
    """The number of the event in which a person gave the result; nothing: no person did."""
    decision: Answer | None = None
    decided_by: Literal["", "person", "suggestion", "automation"] = ""
    """Who decided: a person, a person who followed a suggestion, or no person."""
    considerations: tuple[str, ...] = ()
    """What the decision gave weight to."""
    decided_at: int | None = None
    """The number of the event that decided."""
    judged_by: Town | None = None
    """What was true when it was decided: its own effects are no part of that."""
    letter: int | None = None
    """The number of the event that sent the letter."""
    letter_at: int | None = None
    """The minute it was sent."""
    paid: bool = False
    notes: int = 0
    away: str = ""
    """Why it is no longer on the desk: ``closed``, ``set-aside``, ``handed-over``,
    ``withdrawn``."""
    basis_opened: bool = False
    """The basis of the suggestion that waits has been opened."""
    words_read: bool = False
    """The citizen's own words have been read."""
    composed: tuple[tuple[str, str], ...] = ()
    """The letter as it was composed last, by part."""
    own_words: tuple[tuple[str, int], ...] = ()
    """(part, number of the student's words) of its parts in own words."""
    read_as_citizen: bool = False
    """The letter has been looked at as the citizen sees it."""
    followed: str = ""
    """The function whose suggestion was followed last."""
    listed: tuple[str, ...] = ()
    """What automation lists for the step at hand."""
    shown: frozenset[str] = frozenset()
    """Functions for which automation has presented or suggested what its level says."""

    @property
    def id(self) -> str:
        """The number of the case."""
        return self.arrival.case

    @property
    def party(self) -> str:
        """The citizen the case is about."""
        return self.arrival.party


@dataclass(frozen=True)
class Telephone:
    """A conversation: ringing, or under way."""

    citizen: str
    case: str
    seq: int
    line: str = ""
    said: tuple[str, ...] = ()
    """Text ids of what the citizen has said to what they were told or promised in this call."""
    rang: bool = False
    """The citizen rang, or came."""
    desk: bool = False
    """They sit at the desk: no telephone is between."""
    helpers: tuple[str, ...] = ()
    """Who listens in: ``interpreter``, ``bisidder``."""


@dataclass(frozen=True)
class Visitor:
    """Somebody who stands at the counter."""

    citizen: str
    case: str
    seq: int
    """The event they came with."""
    minute: int
    helpers: tuple[str, ...] = ()


@dataclass(frozen=True)
class Day:
    """One session's state. Everything in it follows from the events and the town."""

    opening: Opening
    world: World
    minute: int
    """The clock: minutes since midnight."""
    seq: int
    """The number the next event gets."""
    cases: FrozenMap[str, Case] = field(default_factory=FrozenMap)
    """By their number, the one that came first first."""
    levels: Mapping[tuple[str, str], int] = field(default_factory=dict)
    agenda: Agenda = field(default_factory=Agenda)
    hand: str = ""
    """The case in hand; empty: none."""
    ringing: Telephone | None = None
    call: Telephone | None = None
    visitors: tuple[Visitor, ...] = ()
    """Who stands at the counter, the one who has stood there longest first."""
    words: int = 0
    """How many texts of the student's there are so far."""
    promises: tuple[tuple[int, str, str, str], ...] = ()
    """(event, citizen, case, what) of promises not yet kept."""
    contacts: FrozenMap[tuple[str, str], int] = field(default_factory=FrozenMap)
    """How many times a citizen has been ``called``, ``told``, ``asked``, has ``rang-out``, has
    ``left`` the counter or has ``stayed-away``."""
    asked: FrozenMap[tuple[str, str, str], int] = field(default_factory=FrozenMap)
    """How many times each question has been put."""
    bases: frozenset[str] = frozenset()
    """Systems for which a legal basis has been given today."""
    hits: Mapping[str, Hits] = field(default_factory=dict)
    """What the last search in each system listed, the latest search last."""
    repaired: Mapping[str, int] = field(default_factory=dict)
    """When IT made an integration run again, by its id: what the status page knows."""
    wishes: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """What a message to IT says, by what it is about: its fields, and for whom."""
    heard: frozenset[str] = frozenset()
    """The injects that have come."""
    briefed: bool = False
    closed: bool = False
    ended: bool = False

    @property
    def now(self) -> Moment:
        """The clock as a moment."""
        return self.at(self.minute)

    def at(self, minute: int) -> Moment:
        """Return a minute of this day as a moment."""
        return moment(self.opening.date, minute)

    def case_type(self, case: Case) -> CaseType:
        """Return the type of a case."""
        return self.opening.case_types[case.arrival.type]

    def outcome(self, case: Case) -> Outcome | None:
        """Return the outcome a case was decided with; nothing: it is not decided."""
        return self.case_type(case).outcome(case.decision.outcome) if case.decision else None

    def level(self, case: Case, function: Function | str) -> int:
        """Return the level a function of a case runs at: 0 once it, or the case, is taken out."""
        if case.taken_out or function in case.by_hand:
            return 0
        return self.levels.get((case.arrival.type, function), 0)

    def name(self, citizen: str) -> str:
        """Return a citizen's name."""
        return self.world.town.citizens[citizen].name
