"""What would have put a wrong answer right, sought without the debrief's own code.

Of every suggestion and decision of a log it is worked out whether it stands on what could be known
at its minute, and for one that does not, what it was built on is asked again with every set of
what fed it mended. The smallest sets that make it stand are its causes.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from itertools import combinations
from typing import Any

from simulator.casework.case_types import Answer, CaseType, Need
from simulator.casework.day import Case, Day
from simulator.casework.events import Event
from simulator.casework.families import begin, evolve
from simulator.casework.rules import Rule
from simulator.casework.sights import Seen
from simulator.core.clock import Moment
from simulator.core.facts import Value
from simulator.core.values import changed
from simulator.town.town import Town
from tests.told.world import Mended, Truth, World, bare, relation

Sets = frozenset[frozenset[object]]
NOTHING: Mended = frozenset()


@dataclass(frozen=True)
class Wrong:
    """A suggestion or decision that does not stand, and what would have put it right."""

    event: Any
    asked: "Asked"
    sets: Sets
    carried: bool = False
    """Whether it is a person's own result that a suggestion carries on."""


def wrongs(log: Iterable[Event], town: Town) -> Iterator[Wrong]:
    """Every suggestion and decision of a log that does not stand, with the smallest sets."""
    first, *later = log
    day: Day = begin(first, town)  # type: ignore[arg-type]
    made = HowMade()
    for event in later:
        if event.kind in ("suggestion.shown", "decision.made"):
            before = changed(day, minute=event.minute)
            asked = Asked(before, before.cases[event.case or ""], event, made.of(before, event))
            if not asked.stands(event.answer):  # type: ignore[attr-defined]
                carried = event.kind == "suggestion.shown" and made.carries(event)
                yield Wrong(event, asked, smallest(asked), carried)
        made.note(event)
        day = evolve(day, event)


def smallest(asked: "Asked") -> Sets:
    """The smallest sets that make the answer stand."""
    found: list[frozenset[object]] = []
    for size in range(1, 5):
        for tried in map(frozenset, combinations(sorted(asked.possible, key=str), size)):
            if not any(known <= tried for known in found) and asked.stands(asked.answer(tried)):
                found.append(tried)
    return frozenset(found)


class HowMade:
    """Whose each answer was: nobody's where the rule gives it, a scale's, or that of an event."""

    def __init__(self) -> None:
        self._suggested: dict[tuple[str | None, str], object] = {}
        self._own: dict[str | None, int] = {}
        self._taken: dict[int, object] = {}

    def note(self, event: Any) -> None:
        """Go on past an event."""
        if event.kind == "facts.settled":
            self._own.pop(event.case, None)
        elif event.kind in ("result.reached", "suggestion.adjusted"):
            self._own[event.case] = event.seq
        elif event.kind == "suggestion.followed":
            self._taken[event.seq] = self._suggested.get((event.case, event.function))

    def of(self, day: Day, event: Any) -> object:
        """Whose the answer of an event is."""
        key = event.case, event.function
        if event.kind == "suggestion.shown":
            scale = [cause for cause in event.because if str(cause).startswith("scale:")]
            own = self._own.get(event.case) if event.function == "weigh" else None
            ruled = event.answer == by_rule(day, event.case, event.basis)
            self._suggested[key] = scale[0] if scale else None if ruled else own
            return self._suggested[key]
        if event.by != "player":
            return self._suggested.get(key)
        answered = [cause for cause in event.because if isinstance(cause, int)]
        if answered and answered[0] in self._taken:
            return self._taken[answered[0]]
        if event.answer == by_rule(day, event.case, event.relied_on):
            return None
        return answered[0] if answered else event.seq

    def carries(self, event: Any) -> bool:
        """Whether a suggestion carries on a result of a person's own."""
        own = event.function == "weigh" and event.case in self._own
        return own and not any(str(cause).startswith("scale:") for cause in event.because)


def by_rule(day: Day, case: str, basis: Collection[Seen]) -> object:
    """What the rule gives on what was shown."""
    shown = {seen.path: seen.value for seen in basis if seen.state == "shown"}
    return day.opening.rules[day.cases[case].arrival.type].answer(shown.get)


class Asked:
    """An answer, and what it would have been had some things not been."""

    def __init__(self, day: Day, case: Case, event: Any, made: object) -> None:
        self.day, self.case, self.event, self.made = day, case, event, made
        self.at: Moment = day.at(event.minute)
        self.truth = Truth(day, day.world.town, self.at)
        self.type: CaseType = day.opening.case_types[case.arrival.type]
        self.rule: Rule = day.opening.rules[self.type.id]
        basis = event.basis if event.kind == "suggestion.shown" else event.relied_on
        self.basis: Mapping[str, Seen] = {s.path: s for s in basis if s.state == "shown"}
        self._worlds: dict[Mended, World] = {}

    # What is true, and what stands ----------------------------------------------------------

    def true(self, path: str) -> Value | None:
        """What could be known at a path."""
        return self.truth.at_path(path, self.case.party)

    @cached_property
    def true_answer(self) -> Answer | None:
        """What the rule gives on what could be known."""
        return self.rule.answer(self.true)

    def stands(self, answer: Answer | None) -> bool:
        """Whether an answer is the rule's on what could be known, or can be well justified."""
        return answer == self.true_answer or answer in self.rule.defensible(self.true)

    # The answer again, with some things mended ----------------------------------------------

    def answer(self, mended: Mended) -> Answer | None:
        """The answer as it would have been."""
        look = self.values(mended).get
        if self.made is None or self.made in mended:
            return self.rule.answer(look)
        if isinstance(self.made, int):
            outcome = self.event.answer.outcome
            return Answer(outcome, self.rule.figure(outcome, look))
        return self.rule.by_scale(look)

    def values(self, mended: Mended) -> dict[str, Value]:
        """What it would have been built on, by path; who is related first."""
        values: dict[str, Value] = {}
        paths = {*self.basis, *(need.path for need in self.type.needs)}
        for path in sorted(paths, key=lambda path: (bool(relation(path)), path)):
            value = self._value(path, mended, values)
            if value is not None:
                values[path] = value
        return values

    def _value(self, path: str, mended: Mended, values: Mapping[str, Value]) -> Value | None:
        subject = self.subject(path, values)
        if not subject:
            return None
        if f"order:{self.type.id}" in mended and (heard := self.for_sure(path)) is not None:
            return heard
        seen = self.basis.get(path)
        if seen is None:
            return self._lacking(path, subject, mended)
        if f"picked:{seen.source}" in mended and self.better(seen):
            return self.true(path)
        if seen.source == "citizen":
            return self.true(path) if self.said(path) in mended else seen.value
        if seen.source.startswith("document:"):
            return self.true(path) if paper(seen) in mended else seen.value
        return self._looked(seen, subject, mended)

    def _looked(self, seen: Seen, subject: str, mended: Mended) -> Value | None:
        at = self.at if seen.at is None else seen.at
        world, fact = self.world(mended), bare(seen.path)
        for system in self.down_first(seen):
            if f"outage:{system}" in mended:
                value = world.shown(system, fact, subject, at)
                if value is not None:
                    return value
        value = world.shown(seen.source, fact, subject, at)
        if value == self.world(NOTHING).shown(seen.source, fact, seen.subject, at):
            return seen.value
        return value

    def _lacking(self, path: str, subject: str, mended: Mended) -> Value | None:
        need = self.needs.get(path)
        if need is None or not need.wired:
            return None
        system, look = need.wired[0], self.look(path)
        if look is None:
            unseen = f"unseen:{system}" not in mended
            return None if unseen else self._shown(system, path, subject, self.at, mended)
        if look.subject != subject:
            known = self._shown(
                system, self.names(path), self.case.party, look.at or self.at, mended
            )
            if known != subject:
                return None
        return self._shown(system, path, subject, look.at or self.at, mended)

    def _shown(
        self, system: str, path: str, subject: str, at: Moment, mended: Mended
    ) -> Value | None:
        return self.world(mended).shown(system, bare(path), subject, at)

    def world(self, mended: Mended) -> World:
        """The landscape with some things mended."""
        fed = ("integration", "report", "hand", "outage", "stop", "map")
        of_world = frozenset(cause for cause in mended if str(cause).startswith(fed))
        if of_world not in self._worlds:
            self._worlds[of_world] = World(self.day, of_world)
        return self._worlds[of_world]

    def subject(self, path: str, values: Mapping[str, Value]) -> str:
        """Whom a fact is about, as it was shown, or as it would have been."""
        seen, word = self.basis.get(path), relation(path)
        if word:
            names = self.day.opening.relations[word]
            if names in self.basis and values.get(names) != self.basis[names].value:
                return str(values.get(names) or "")
        return seen.subject if seen else self.truth.subject(path, self.case.party)

    # What there is about a fact -------------------------------------------------------------

    @cached_property
    def needs(self) -> Mapping[str, Need]:
        """What its case type needs, by path."""
        return {need.path: need for need in self.type.needs}

    def look(self, path: str) -> Seen | None:
        """The newest look for a fact that found none where automation would have taken it from."""
        there = (path, self.needs[path].wired[0])
        looks = [s for s in self.case.seen if (s.path, s.source) == there]
        return looks[-1] if looks and looks[-1].state in ("missing", "down") else None

    def names(self, path: str) -> str:
        """The fact by which a page knows whom or what a path is about."""
        word = relation(path)
        return self.day.opening.relations[word] if word else path

    def said(self, path: str) -> str:
        """What the party said of a fact, as it is named as a cause."""
        how = "roughly" if path in self.case.roughly else "sure"
        return f"citizen:{self.case.party}.{how}"

    def better(self, seen: Seen) -> tuple[str, ...]:
        """The other sources that had shown what is true of a fact that is not true."""
        truth = self.true(seen.path)
        if seen.value == truth:
            return ()
        others = [s for s in self.case.seen if s.path == seen.path and s.source != seen.source]
        return tuple(s.source for s in others if s.state == "shown" and s.value == truth)

    def down_first(self, seen: Seen) -> list[str]:
        """The systems one would rather have taken a fact from, that were down."""
        need, at = self.needs.get(seen.path), self.at if seen.at is None else seen.at
        wired = need.wired if need else ()
        before = wired[: wired.index(seen.source)] if seen.source in wired else wired
        return [system for system in before if not self.world(NOTHING).works(system, at)]

    def for_sure(self, path: str) -> Value | None:
        """What the party would have said for sure, heard about a fact."""
        need, person = self.needs.get(path), self.day.world.town.citizens[self.case.party]
        if need is None or not need.hear:
            return None
        believed = self.day.opening.beliefs.get(person.id, {}).get(path)
        if believed is not None:
            return believed
        fact, word = self.day.opening.facts[bare(path)], relation(path)
        names = self.day.opening.facts[self.day.opening.relations[word]] if word else None
        sure = person.knows.get(path, person.knows.get(fact.id, fact.known)) == "sure"
        return self.true(path) if sure and not (names and names.type == "person") else None

    # What may have made it wrong --------------------------------------------------------------

    @cached_property
    def possible(self) -> Collection[object]:
        """All that fed what was not true, and how the answer was made."""
        possible: set[object] = set() if self.made is None else {self.made}
        order = self.type.order
        if "hear" in order and order.index("hear") > order.index(self.type.deciding):
            possible |= {f"order:{self.type.id}"} if self.case.hearing is None else set()
        while more := {*self._feeding(frozenset(possible))} - possible:
            possible |= more
        return possible

    def _feeding(self, mended: Mended) -> Iterator[str]:
        for path in {*self.basis, *self.needs}:
            yield from self.feeding(path, mended)

    def feeding(self, path: str, mended: Mended) -> Iterator[str]:
        """What fed a fact that was not true, with some of it mended."""
        seen, values = self.basis.get(path), self.values(mended)
        if (seen.value if seen else None) == self.true(path):
            return
        if word := relation(path):
            names = self.day.opening.relations[word]
            yield from self._fed(names, self.basis.get(names), mended, values)
        if seen is not None:
            yield from (f"picked:{seen.source}" for _ in self.better(seen)[:1])
            yield from (f"outage:{system}" for system in self.down_first(seen))
        yield from self._fed(path, seen, mended, values)

    def blamed(self, cause: object) -> frozenset[str]:
        """The paths of what was not true and was fed by a cause."""
        some = frozenset(self.possible)
        ways = [NOTHING, *(some - {other} for other in some)]
        paths = {*self.basis, *self.needs}
        return frozenset(p for p in paths if any(cause in {*self.feeding(p, way)} for way in ways))

    def _fed(
        self, path: str, seen: Seen | None, mended: Mended, values: Mapping[str, Value]
    ) -> Iterator[str]:
        subject, need = self.subject(path, values), self.needs.get(path)
        if seen is not None and seen.source == "citizen":
            yield self.said(path)
        elif seen is not None and seen.source.startswith("document:"):
            yield paper(seen)
        elif subject and (seen or (need and need.wired)):
            system = seen.source if seen else need.wired[0]  # type: ignore[union-attr]
            look = seen or self.look(path)
            if look is None:
                yield f"unseen:{system}"
            at = self.at if look is None or look.at is None else look.at
            world = self.world(mended)
            yield from (f"outage:{system}" for _ in range(not world.works(system, at)))
            if seen is None and look is not None and look.subject != subject:
                yield from world.way(system, self.names(path), self.case.party, at)
            yield from world.way(system, bare(path), subject, at)


def paper(seen: Seen) -> str:
    """The document a fact stands in, as it is named as a cause."""
    return seen.source.partition("@")[0]
