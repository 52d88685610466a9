"""What made an answer wrong, found by trial: which things, mended, would have put it right.

An answer is wrong where it is neither the one the truth gives nor one that can be well justified.
Of such an answer the possible causes are found along the routes of the facts it was built on, and
each set of them is tried: the same look, the same sum, in a world where just these had not been.
Kept are the smallest sets that give an answer that stands. Nothing of this is known during play,
and nothing of it is in the log: it is worked out when a debrief first asks.
"""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache, cached_property, partial
from itertools import combinations

from simulator.casework.actions.deciding import DecisionMade, SuggestionShown, held_right_by
from simulator.casework.actions.suggesting import SuggestionFollowed
from simulator.casework.actions.writing import AutodecisionIssued
from simulator.casework.case_types import Answer, CaseType, Need
from simulator.casework.day import Case, Day
from simulator.casework.events import Event
from simulator.casework.people import citizen_answer
from simulator.casework.rules import Rule
from simulator.casework.sights import CITIZEN, Seen
from simulator.casework.truth import Judged, is_monthly, judged_by, ruled, subject_of, true_value
from simulator.core.causes import Cause, Thing, kind_and_id, thing
from simulator.core.clock import Moment
from simulator.core.facts import Value, split_path
from simulator.core.values import changed
from simulator.landscape.observations import Observation, Shown
from simulator.landscape.observe import World, observe
from simulator.landscape.parting import mended, parting

MOST_TRIED = 6
"""How many possible causes are tried together at most: in all their sets they are 63."""

Made = int | Thing | None
"""How an answer came about beside the facts: the number of a person's own event, the scale or order
that gave it, or ``None`` where it is what the rule gives."""


@dataclass(frozen=True)
class Untrue:
    """A fact that was not as it was built on, or that was not used at all."""

    path: str
    subject: str
    source: str
    """Where it was taken from; for a fact that was not used, where it would have been."""
    shown: Value | None
    truth: Value | None
    at: Moment
    """When it was looked at."""
    instead: str = ""
    """A source that had shown what was not built on; ``""`` if none was seen."""


@dataclass(frozen=True)
class Finding:
    """A suggestion or a decision that is wrong, and what would have put it right."""

    event: int
    minute: int
    case: str
    by: str
    """``suggestion``, or ``carried`` where it was a person's own result; else who decided:
    ``player`` or ``automation``."""
    answer: Answer | None
    true: Answer | None
    sets: tuple[tuple[Cause, ...], ...]
    """The smallest sets of causes that, mended, would have given an answer that stands."""
    about: Mapping[Cause, tuple[Untrue, ...]]
    """The facts that each cause made untrue; a cause that lies in no fact has none."""

    @property
    def causes(self) -> tuple[Cause, ...]:
        """Every cause that is in a set, once."""
        return tuple(dict.fromkeys(cause for causes in self.sets for cause in causes))


def findings(log: Iterable[Event], before: Mapping[int, Day]) -> Iterator[Finding]:
    """Yield every wrong suggestion and decision of a log with its causes, in order of time.

    ``before`` is the day as it was before each of them, by the number of the event.
    """
    made, judged, tried = _Made(), dict[object, Judged](), dict[object, Trial]()
    for event in log:
        if isinstance(event, SuggestionShown | DecisionMade):
            day = changed(before[event.seq], minute=event.minute)
            case = day.cases.get(event.case or "")
            if case is None:
                continue
            basis, answer = built_on(event), event.answer
            origin = made.of(day, case, event)
            known = Judged(day, case)
            known = judged.setdefault((case.id, known.needed), known)
            if not known.stands(answer):
                # One that is followed is not tried again, unless more had been seen by then.
                seen = case.seen, case.roughly, case.hearing, _looked_at(day, case, basis)
                key = case.id, known.needed, basis, answer, origin, seen
                if key not in tried:
                    tried[key] = Trial(day, case, known, basis, answer, origin)
                yield Finding(
                    event.seq,
                    event.minute,
                    case.id,
                    _by(day, case, event),
                    answer,
                    known.true,
                    tried[key].sets,
                    tried[key].about,
                )
        made.note(event)


def _looked_at(day: Day, case: Case, basis: Collection[Seen]) -> Moment | None:
    """Return the moment itself, where something would be looked up at it; else None."""
    there = {seen.path for seen in _shown(basis)}
    lacking = any(need.wired and need.path not in there for need in day.case_type(case).needs)
    return day.now if lacking or any(seen.at is None for seen in basis) else None


def built_on(event: Event) -> tuple[Seen, ...]:
    """Return the facts that an answer in an event was built on; none where it gives no answer."""
    if isinstance(event, SuggestionShown | AutodecisionIssued):
        return event.basis
    return event.relied_on if isinstance(event, DecisionMade) else ()


def _by(day: Day, case: Case, event: SuggestionShown | DecisionMade) -> str:
    if isinstance(event, DecisionMade):
        return "player" if event.by == "player" else "automation"
    carried = held_right_by(day, case, event.function) == "result" and case.result_at is not None
    return "carried" if carried else "suggestion"


class _Made:
    """Follows through a log how each answer came about."""

    def __init__(self) -> None:
        self._newest: dict[tuple[str, str], Made] = {}
        """How the newest suggestion came about, by case and function."""
        self._followed: dict[int, Made] = {}
        """How the suggestion that was followed came about, by the event that followed it."""

    def note(self, event: Event) -> None:
        """Remember which suggestion was followed in which event."""
        if isinstance(event, SuggestionFollowed):
            key = event.case or "", event.function
            if key in self._newest:
                self._followed[event.seq] = self._newest[key]

    def of(self, day: Day, case: Case, event: SuggestionShown | DecisionMade) -> Made:
        """Return how the answer of an event came about."""
        key = case.id, event.function
        if isinstance(event, SuggestionShown):
            self._newest[key] = _proposed(day, case, event)
            return self._newest[key]
        if event.by != "player":
            return self._newest.get(key)
        causes = [cause for cause in event.because if isinstance(cause, int)]
        for cause in causes:
            if cause in self._followed:
                return self._followed[cause]
        own = causes[0] if causes else event.seq
        return None if event.answer == ruled(day, case, event.relied_on) else own


def _proposed(day: Day, case: Case, event: SuggestionShown) -> Made:
    held = held_right_by(day, case, event.function)
    if held == "result":  # a person's own only where it is another than the rule's
        return None if event.answer == ruled(day, case, event.basis) else case.result_at
    return day.case_type(case).as_scale if held == "scale" else None


def _shown(basis: Collection[Seen]) -> Iterator[Seen]:
    return (seen for seen in basis if seen.state == "shown")


def _things(causes: Iterable[Cause]) -> frozenset[Thing]:
    """Return those of some causes that are not a person's own event."""
    return frozenset(cause for cause in causes if not isinstance(cause, int))


class Trial:
    """One answer, the facts it was built on, and what else these could have been."""

    def __init__(
        self,
        day: Day,
        case: Case,
        judged: Judged,
        basis: Collection[Seen],
        answer: Answer | None,
        made: Made,
    ) -> None:
        """Try an answer in a case, on the day as it was just before the answer was given."""
        self._day, self._case, self._at = day, case, day.now
        self._truth, self.stands = judged.truth, judged.stands
        self._answer, self._made = answer, made
        self._type: CaseType = day.case_type(case)
        self._rule: Rule = day.rule(case)
        self._basis = {seen.path: seen for seen in _shown(basis)}
        self._needs: Mapping[str, Need] = {need.path: need for need in self._type.needs}
        self.about: dict[Cause, tuple[Untrue, ...]] = {}
        """The facts that each possible cause made untrue, once sets have been asked for."""
        self._world: Callable[[frozenset[Thing]], World] = cache(self._mended_world)
        self._values: Callable[[frozenset[Cause]], Mapping[str, Value]] = cache(self._with)

    @cached_property
    def sets(self) -> tuple[tuple[Cause, ...], ...]:
        """The smallest sets of causes that, mended, give an answer that stands."""
        smallest: list[tuple[Cause, ...]] = []
        candidates = self._candidates()[:MOST_TRIED]
        for size in range(1, len(candidates) + 1):
            for tried in combinations(candidates, size):
                smaller = any(set(causes) <= set(tried) for causes in smallest)
                if not smaller and self.stands(self._answered(frozenset(tried))):
                    smallest.append(tried)
        return tuple(smallest)

    # The answer, with some causes mended ---------------------------------------------------

    def _answered(self, causes: frozenset[Cause]) -> Answer | None:
        look = self._values(causes).get
        if self._made is None or self._made in causes:
            return self._rule.answer(look)
        if isinstance(self._made, int):  # a person's own: they would have chosen as they did
            outcome = self._answer.outcome if self._answer else ""
            return Answer(outcome, self._rule.figure(outcome, look)) if outcome else None
        return self._rule.by_scale(look)

    def _with(self, causes: frozenset[Cause]) -> Mapping[str, Value]:
        """Return the values of the facts with some causes mended, by path."""
        values: dict[str, Value] = {}
        for path in self._paths:
            value = self._value(path, causes, values)
            if value is not None:
                values[path] = value
        return values

    @cached_property
    def _paths(self) -> tuple[str, ...]:
        """The paths of the facts, those that say whom others are about first."""
        paths = dict.fromkeys((*self._basis, *self._lacking))
        return tuple(sorted(paths, key=lambda path: bool(split_path(path)[0])))

    @cached_property
    def _lacking(self) -> Mapping[str, str]:
        """The system that would be asked for each needed fact that is true and was not used."""
        return {
            path: need.wired[0]
            for path, need in self._needs.items()
            if path not in self._basis and need.wired and self._truth(path) is not None
        }

    def _subject(self, path: str, values: Mapping[str, Value]) -> str:
        """Return whom a fact is about, as far as the facts that say so have been mended."""
        relation = split_path(path)[0]
        seen = self._basis.get(path)
        names = self._day.opening.relations[relation] if relation else ""
        naming = self._basis.get(names)
        if naming is not None and values.get(names) != naming.value:
            return str(values.get(names) or "")
        return seen.subject if seen else subject_of(self._day, self._case, path)

    def _value(
        self, path: str, causes: frozenset[Cause], values: Mapping[str, Value]
    ) -> Value | None:
        subject, seen = self._subject(path, values), self._basis.get(path)
        if not subject:
            return None
        if not causes:
            return seen.value if seen else None
        if self._type.as_order in causes and (heard := self._heard(path)) is not None:
            return heard
        if seen is None:
            return self._looked_up(path, subject, causes)
        if self._picked(seen) in causes and (better := self._better(seen)) is not None:
            return better.value
        if people := self._from_people(seen):
            return self._truth(path) if people in causes else seen.value
        for system in (*self._up_again(seen, causes), seen.source):
            if isinstance(shown := self._observed(system, path, subject, seen, causes), Shown):
                return shown.value
        return None

    def _up_again(self, seen: Seen, causes: frozenset[Cause]) -> Iterator[str]:
        """Yield the systems a fact would have been taken from first, had they not been down."""
        return (system for system in self._down(seen) if thing("outage", system) in causes)

    def _looked_up(self, path: str, subject: str, causes: frozenset[Cause]) -> Value | None:
        system = self._lacking[path]
        sight = self._sight(path)
        if sight is None and thing("unseen", system) not in causes:
            return None
        if sight is not None and sight.subject != subject:
            named = self._observed(system, self._names(path), self._case.party, sight, causes)
            if not isinstance(named, Shown) or named.value != subject:
                return None
        shown = self._observed(system, path, subject, sight, causes)
        return shown.value if isinstance(shown, Shown) else None

    def _names(self, path: str) -> str:
        """Return the fact that says whom or what a path is about, as a page looks it up."""
        relation = split_path(path)[0]
        return self._day.opening.relations[relation] if relation else path

    def _observed(
        self, system: str, path: str, subject: str, sight: Seen | None, causes: frozenset[Cause]
    ) -> Observation:
        """Return what a system would have shown when it was looked at, with some causes mended.

        What had been typed into it, and is not mended, stands whatever a copy had brought before.
        """
        look, things = (system, split_path(path)[1], subject, self._when(sight)), _things(causes)
        if self._day.world.hands:
            others = frozenset(c for c in things if kind_and_id(c)[0] != "integration")
            shown = observe(self._world(others), *look)
            if isinstance(shown, Shown) and shown.hops[-1].by == "hand":
                return shown
        return observe(self._world(things), *look)

    def _when(self, sight: Seen | None) -> Moment:
        """Return when a look was; the moment of the answer, where there was none."""
        return self._at if sight is None or sight.at is None else sight.at

    def _mended_world(self, causes: frozenset[Thing]) -> World:
        monthly = partial(is_monthly, self._day)
        return mended(self._day.world, causes, self._subjects, monthly)

    @cached_property
    def _subjects(self) -> frozenset[str]:
        """All whom and what the facts of the case are about, in truth and as they were shown."""
        about = {subject_of(self._day, self._case, path) for path in self._needs}
        shown = {seen.subject for seen in self._basis.values()}
        named = {str(seen.value) for seen in self._basis.values()}
        return frozenset((about | shown | named) - {""})

    # What may have caused it ---------------------------------------------------------------

    def _candidates(self) -> list[Cause]:
        """Return what may have made the answer wrong: how it was made first, then the facts."""
        possible: dict[Cause, None] = {} if self._made is None else {self._made: None}
        if self._hears_too_late:
            possible[self._type.as_order] = None
        for path in self._paths:
            for cause in self._of_fact(path, frozenset()):
                possible[cause] = None
                self.about[cause] = (*self.about.get(cause, ()), self._untrue(path))
        return list(possible)

    def _untrue(self, path: str) -> Untrue:
        seen = self._basis.get(path)
        if seen is None:
            subject, system = subject_of(self._day, self._case, path), self._lacking[path]
            look = self._look(path)
            instead = system if look and look.state == "shown" else ""
            return Untrue(path, subject, system, None, self._truth(path), self._at, instead)
        better = self._better(seen)
        at, instead = self._when(seen), better.source if better else ""
        truth = self._truth(path)
        return Untrue(path, seen.subject, seen.source, seen.value, truth, at, instead)

    def _of_fact(self, path: str, before: frozenset[Cause]) -> Iterator[Cause]:
        """Yield what may have made a fact untrue, each after those that must be mended with it."""
        seen = self._basis.get(path)
        relation = split_path(path)[0]
        if relation and (names := self._day.opening.relations[relation]) in self._basis:
            before = frozenset((*before, *self._of_fact(names, before)))
        causes = before
        while len(causes) <= MOST_TRIED and self._values(causes).get(path) != self._truth(path):
            either = self._next(path, seen, causes)
            if not either or either[0] in causes:
                break
            yield from either
            causes |= {either[0]}
        if seen is not None and seen.value != self._truth(path):
            yield from self._instead(seen)

    def _next(self, path: str, seen: Seen | None, causes: frozenset[Cause]) -> tuple[Cause, ...]:
        """Return what to mend next for a fact to be true, with some mended already.

        It is the first; a second might have done instead of it.
        """
        if seen is not None and (people := self._from_people(seen)):
            return (people,)
        values = self._values(causes)
        subject = self._subject(path, values)
        if not subject:
            return ()
        sight = seen or self._sight(path)
        system = seen.source if seen else self._lacking[path]
        if sight is None and thing("unseen", system) not in causes:
            return (thing("unseen", system),)
        at, world = self._when(sight), self._world(_things(causes))
        if not world.landscape.works(system, at):
            return (thing("outage", system),)
        if seen is None and sight is not None and sight.subject != subject:
            # The system did not know whom or what it was about.
            names, party = self._names(path), self._case.party
            if cause := parting(world, system, names, party, at, partial(self._true, party)):
                return cause
        truth = partial(self._true, subject)
        return parting(world, system, split_path(path)[1], subject, at, truth)

    def _true(self, subject: str, fact: str) -> Value | None:
        return true_value(self._day, judged_by(self._day, self._case), fact, subject, self._at)

    def _instead(self, seen: Seen) -> Iterator[Cause]:
        """Yield what kept another source from being built on: it was not picked, or was down."""
        if self._better(seen) is not None:
            yield self._picked(seen)
        for system in self._down(seen):
            yield thing("outage", system)

    def _from_people(self, seen: Seen) -> Thing | None:
        """Return what people said or sent of a fact, as a cause; None where a system showed it."""
        if seen.document:
            return thing("document", seen.document)
        return self._said(seen) if seen.source == CITIZEN else None

    def _said(self, seen: Seen) -> Thing:
        """Return what the party said of a fact, as a cause: roughly, or for sure."""
        how = "roughly" if seen.path in self._case.roughly else "sure"
        return thing("citizen", f"{self._case.party}.{how}")

    def _picked(self, seen: Seen) -> Thing:
        return thing("picked", seen.source)

    def _better(self, seen: Seen) -> Seen | None:
        """Return another sight of a fact, seen in time, that showed the truth; else None.

        Of several it is the one nearest to where the fact is reported.
        """
        right = (
            other
            for other in self._case.seen
            if other.path == seen.path
            and other.source != seen.source
            and other.state == "shown"
            and other.value == self._truth(seen.path) != seen.value
        )
        return min(right, key=self._distance, default=None)

    def _distance(self, seen: Seen) -> int:
        """Return how far a source is from where a fact is reported: a document is nearest.

        The citizen is farthest.
        """
        if seen.document:
            return -1
        systems, fact = self._day.opening.landscape.systems, split_path(seen.path)[1]
        if seen.source not in systems:
            return len(systems)
        return 0 if fact in systems[seen.source].from_world else 1

    def _down(self, seen: Seen) -> Iterator[str]:
        """Yield the systems one would have taken a fact from first, that did not answer then."""
        need, at = self._needs.get(seen.path), self._when(seen)
        for system in need.wired if need else ():
            if system == seen.source:
                return
            if not self._day.world.landscape.works(system, at):
                yield system

    def _sight(self, path: str) -> Seen | None:
        """Return the look for a fact that found no value in the system it is wired to.

        A value that was shown there, and yet not built on, is as if nobody had looked.
        """
        look = self._look(path)
        return look if look and look.state in ("missing", "down") else None

    def _look(self, path: str) -> Seen | None:
        place = path, self._lacking[path]
        return next((s for s in self._case.seen if (s.path, s.source) == place), None)

    @cached_property
    def _hears_too_late(self) -> bool:
        order = self._type.order
        late = "hear" in order and order.index("hear") > order.index(self._type.deciding)
        return late and self._case.hearing is None

    def _heard(self, path: str) -> Value | None:
        """Return what the party would have said for sure of a fact they are to be heard about."""
        need = self._needs.get(path)
        if need is None or not need.hear:
            return None
        certainty, answer = citizen_answer(self._day, self._case.party, path, self._at)
        return answer.value if certainty == "sure" and answer.state == "shown" else None
