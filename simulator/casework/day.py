"""The state of one day, folded from its events."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from simulator.casework.case_types import BY_HAND, SUGGESTING, Answer, CaseType, Function, Outcome
from simulator.casework.documents import Received, Request
from simulator.casework.letters import Channel
from simulator.casework.opening import Arrival, Opening
from simulator.casework.rules import Rule
from simulator.casework.sights import Seen
from simulator.casework.vocabulary import Away, CitizenNeed, Helper, Promised, ReopenedFor
from simulator.core.agenda import Agenda
from simulator.core.causes import Thing
from simulator.core.clock import DayNumber, Moment, moment
from simulator.core.maps import FrozenMap
from simulator.landscape.observe import World
from simulator.landscape.systems import SearchBy
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
    """What the last search in a system found."""

    by: SearchBy
    found: tuple[str, ...]
    """The ids of those it listed."""
    more: bool
    """Whether there are more than it listed."""
    fields: tuple[Seen, ...] = ()
    """The values listed of each."""


@dataclass(frozen=True)
class Hearing:
    """What the party was asked about in a hearing, and whether they have answered."""

    seq: int
    facts: tuple[str, ...]
    told: tuple[Seen, ...]
    """The values of these facts in the letter."""
    ends: int
    """The minute from which nobody need wait for an answer."""
    last: DayNumber
    """The last day to answer on."""
    answered: bool = False
    answer: int = 0
    """The number of the event it was answered with; 0 while it is not."""
    at_stake: str = ""
    """The outcome against the party that hung on these facts, on what was known, or ``""``."""


@dataclass(frozen=True)
class Reopened:
    """That a case has been taken up again, and what had been decided."""

    seq: int
    """The number of the event."""
    ground: ReopenedFor
    before: Answer
    paid: int
    """What had been paid once until then, in øre."""
    was: "Case"
    """The case as its party had been answered."""


@dataclass(frozen=True)
class Case:
    """One matter of one party.

    Whatever way the case came, the party is answered by Digital Post until somebody chooses another
    channel: that is the default of the municipality's systems.
    """

    arrival: Arrival
    seq: int
    """The number of the event it arrived with."""
    channel: Channel = "digital"
    opened: bool = False
    needs: tuple[CitizenNeed, ...] = ()
    """What the citizen has said in a conversation that they need."""
    taken_out: bool = False
    fell_out: tuple[str, ...] = ()
    """The facts over which it fell out of automation, by their paths."""
    reopened: Reopened | None = None
    """That it has been taken up again; None where it has not."""
    settled: bool = False
    """Whether a person has chosen what to build on."""
    by_hand: frozenset[Function] = frozenset()
    """Functions whose suggestion was declined: they are done by hand."""
    done: tuple[Function, ...] = ()
    seen: tuple[Seen, ...] = ()
    """Everything this student has seen of it, newest last; one entry a (fact, source)."""
    roughly: frozenset[str] = frozenset()
    """The paths of facts the citizen has answered only roughly."""
    pages: frozenset[tuple[str, str]] = frozenset()
    """The pages that have been opened about it, as (system, page)."""
    covered: tuple[Seen, ...] = ()
    """What opened pages keep covered."""
    revealed: tuple[Seen, ...] = ()
    """The covered values that have been asked for, as they were shown then."""
    basis: tuple[Seen, ...] = ()
    """The values the answer is built on, once finding is done."""
    suggestion: Suggestion | None = None
    hearing: Hearing | None = None
    requests: tuple[Request, ...] = ()
    """The documents that have been asked for, in order."""
    documents: tuple[Received, ...] = ()
    """What has come of those, in order."""
    result: Answer | None = None
    result_at: int | None = None
    """The number of the event in which a person gave the result, or None if no person did."""
    decision: Answer | None = None
    relied_on: tuple[Seen, ...] = ()
    """The values that were decided on."""
    seen_then: tuple[Seen, ...] = ()
    """What had been seen of it when it was decided."""
    decided_by: Literal["", "person", "suggestion", "automation"] = ""
    """Who decided: a person, a person who followed a suggestion, or no person."""
    considerations: tuple[str, ...] = ()
    """The ids of what the decision gave weight to."""
    decided_at: int | None = None
    """The number of the event that decided."""
    judged_by: Town | None = None
    """The truth the decision is measured by: as it was before the decision had its effects."""
    judged_at: Moment | None = None
    """The moment of the decision: it is measured by what could be known then."""
    letter: int | None = None
    """The number of the event that sent the letter."""
    letter_at: int | None = None
    """The minute it was sent."""
    letter_unread: bool = False
    """Whether automation sent it, so that nobody here had read it."""
    paid: bool = False
    notes: int = 0
    away: Away | Literal[""] = ""
    """Why it no longer lies on the desk; ``""`` while it does."""
    basis_opened: bool = False
    """Whether the basis of the suggestion that waits has been opened."""
    words_read: bool = False
    """Whether the citizen's own words have been read."""
    composed: tuple[tuple[str, str], ...] = ()
    """The letter as it was composed last: (part, ``absent``, ``template`` or ``own``)."""
    own_words: tuple[tuple[str, int], ...] = ()
    """The parts in the student's own words: (part, number of the words)."""
    read_as_citizen: bool = False
    """Whether the letter has been looked at as the citizen sees it."""
    followed: Function | Literal[""] = ""
    """The function whose suggestion was followed last."""
    taken: tuple[Answer, ...] = ()
    """The answers of the suggestions that were followed, since one was last departed from."""
    reached: tuple[Answer, ...] = ()
    """The answers automation came to by itself, and let stand."""
    fetched: bool = False
    """Whether automation found the facts."""
    listed: tuple[str, ...] = ()
    """The ids of what automation listed last."""
    listed_for: Function | Literal[""] = ""
    """The step it listed them for."""
    shown: frozenset[Function] = frozenset()
    """Functions in which automation has done what its level says: presented or suggested."""
    picked_over: tuple[tuple[str, str, str], ...] = ()
    """The places of the values automation picked over something people said or a document shows."""

    @property
    def id(self) -> str:
        """The number of the case."""
        return self.arrival.case

    @property
    def party(self) -> str:
        """The citizen the case is about."""
        return self.arrival.party

    @property
    def standing(self) -> "Case":
        """The case as its party was last answered, and as it holds until they are answered anew."""
        return self.reopened.was if self.reopened and self.letter is None else self

    @property
    def built_on(self) -> tuple[Seen, ...]:
        """The values its decision rests on, or until it is decided those its answer would.

        What a party answers once it is decided is in the basis, and not in the decision.
        """
        return self.relied_on if self.decision else self.basis


@dataclass(frozen=True)
class Telephone:
    """A conversation: ringing, or under way."""

    citizen: str
    case: str
    seq: int
    line: str = ""
    said: tuple[str, ...] = ()
    """Text ids of the citizen's answers to what they were told or promised in this call."""
    rang: bool = False
    """Whether the citizen rang or came, and not the caseworker called."""
    desk: bool = False
    """Whether it is a conversation at the desk and not on the telephone."""
    helpers: tuple[Helper, ...] = ()
    """Who listens in."""


@dataclass(frozen=True)
class Visitor:
    """Somebody who stands at the counter."""

    citizen: str
    case: str
    seq: int
    """The number of the event they came with."""
    minute: int
    """When they came."""
    helpers: tuple[Helper, ...] = ()


@dataclass(frozen=True)
class Day:
    """The state of a session, all of which follows from its events and its town."""

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
    """The number of the case in hand, or ``""``."""
    ringing: Telephone | None = None
    call: Telephone | None = None
    visitors: tuple[Visitor, ...] = ()
    """Who stands at the counter, the one who has stood there longest first."""
    words: int = 0
    """How many texts the student has written so far."""
    promises: tuple[tuple[int, str, str, Promised], ...] = ()
    """The promises not yet kept: (number of the event, citizen, case, what)."""
    broken: Mapping[str, tuple[int, ...]] = field(default_factory=dict)
    """The numbers of the events in which promises were broken, by whom they had been made to."""
    contacts: FrozenMap[tuple[str, str], int] = field(default_factory=FrozenMap)
    """How many times something has passed between the desk and somebody, by who and what.

    A citizen has been ``called``, ``told``, ``asked``, ``let-down``, has ``rang-out``, has ``left``
    the counter or has ``stayed-away``. Of somebody of the house it is what they answered about,
    ``("leader", "deadline")``, and ``("field", "rumour")`` for what is said over coffee.
    """
    asked: FrozenMap[tuple[str, str, str], int] = field(default_factory=FrozenMap)
    """How many times each question has been put."""
    bases: frozenset[str] = frozenset()
    """The ids of systems for which a legal basis has been given today."""
    hits: Mapping[str, Hits] = field(default_factory=dict)
    """What the last search in each system found, the latest search last."""
    repaired: Mapping[str, int] = field(default_factory=dict)
    """When IT made an integration run again, by its id: this is what the status page knows."""
    doubted: tuple[tuple[str, str, str], ...] = ()
    """The places of the values the caseworker has pointed out: as differing, or to an owner."""
    routes: Mapping[tuple[str, str, str], tuple[str, ...]] = field(default_factory=dict)
    """The systems on the route of a value by its place, where that has been opened."""
    gone_by: tuple[Thing, ...] = ()
    """What automation has been seen to go by that other cases may rest on: scales and orders."""
    listed_others: frozenset[Thing] = frozenset()
    """What the other cases have been listed of that rested on it."""
    written_of: frozenset[tuple[str, Thing]] = frozenset()
    """What has been written of to a party, as (case, what was found)."""
    wishes: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """What each message to IT says, by what it is about: the fields filled in, and for whom."""
    heard: frozenset[str] = frozenset()
    """The ids of the injects that have come."""
    briefed: bool = False
    closed: bool = False
    ended: bool = False

    @property
    def is_open(self) -> bool:
        """Whether the work of the day has begun and nobody has gone home yet."""
        return self.briefed and not self.closed

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
        """Return the outcome a case was decided with, or None while it is not decided."""
        return self.case_type(case).outcome(case.decision.outcome) if case.decision else None

    def is_adverse(self, case: Case) -> bool:
        """Return whether a case is decided, and not as its party asked."""
        outcome = self.outcome(case)
        return bool(outcome and outcome.adverse)

    def rule(self, case: Case) -> Rule:
        """Return the compiled rule of a case's type."""
        return self.opening.rules[case.arrival.type]

    def level(self, case: Case, function: Function | str) -> int:
        """Return the level a function of a case runs at: 0 if it, or the case, is done by hand.

        Where the case has fallen out of automation or is reopened, nothing is left to it alone.
        """
        if case.taken_out or function in case.by_hand:
            return BY_HAND
        level = self.levels.get((case.arrival.type, function), BY_HAND)
        alone = not (case.fell_out or case.reopened)
        return level if alone else min(level, SUGGESTING)

    def name(self, citizen: str) -> str:
        """Return a citizen's name."""
        return self.world.town.citizens[citizen].name
