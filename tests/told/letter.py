"""A letter that was sent, the decision it tells, and where its sentences are written.

A sentence is named by where it is written: ``friplads.full.why.0`` is the first sentence under
``why`` of the outcome ``full``, ``complaint`` a part that every type has.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from simulator.casework.case_types import CaseType
from simulator.casework.day import Day
from simulator.casework.events import Event
from simulator.casework.sights import Seen
from simulator.core.facts import Value
from simulator.core.texts import Argument, Measure, Phrase, Text

DEPARTED = ("suggestion.adjusted", "suggestion.rejected")
"""The kinds of event in which a suggestion was departed from."""


@dataclass(frozen=True)
class Letter:
    """A letter that was sent, and the decision it tells."""

    day: Day
    kind: CaseType
    party: str
    decision: Any
    sent: Any
    earlier: tuple[Any, ...]
    """The events of its case before it was sent."""
    in_vain: frozenset[str] = frozenset()
    """The paths that were looked up before the decision, and not found."""

    @property
    def anew(self) -> list[Any]:
        """The events of its case before it was sent, since the case was last taken up again."""
        reopened = [e.seq for e in self.earlier if e.kind == "case.reopened"]
        return [e for e in self.earlier if e.seq > max(reopened, default=0)]

    @property
    def outcome(self) -> str:
        return str(self.decision.answer.outcome)

    @property
    def basis(self) -> Mapping[str, Seen]:
        return {seen.path: seen for seen in self.decision.relied_on if seen.state == "shown"}

    def fact(self, path: str, without: Value | None = None) -> Any:
        """What was relied on at a path."""
        seen = self.basis.get(path)
        return seen.value if seen else without

    def amount(self, id_: str) -> int:
        """A figure of the law, or of the municipality, as the opening has it."""
        return self.day.opening.amounts[id_].value

    @property
    def by(self) -> str:
        """Who decided: automation, a person by the system's suggestion, or a person."""
        if self.decision.by == "automation":
            return "automation"
        departed = [e.seq for e in self.anew if e.kind in DEPARTED]
        since = max(departed, default=0)
        shown = [e for e in self.anew if e.kind == "suggestion.followed" and e.seq > since]
        followed = [e.answer for e in shown]
        return "suggestion" if self.decision.answer in followed else "person"

    @property
    def did(self) -> set[str]:
        """What the system did by itself: ``found`` facts, ``reckoned`` to the answer decided."""
        found = ("step.done", "find", "automation")
        did = {
            "found" for e in self.anew if e.kind == found[0] and (e.function, e.how) == found[1:]
        }
        for event in self.anew:
            if event.kind == "suggestion.shown" and event.level == 4:
                did |= {"reckoned"} if event.answer == self.decision.answer else set()
        return did

    @property
    def by_scale(self) -> bool:
        """Whether the system went by the municipality's scale to the answer decided."""
        kind, answer = self.kind, self.decision.answer
        weighed = [e for e in self.anew if getattr(e, "function", "") == kind.deciding]
        shown = [e for e in weighed if e.kind == "suggestion.shown"]
        followed = any(e.kind == "suggestion.followed" and e.answer == answer for e in weighed)
        if self.decision.by != "automation" and not followed:
            return False
        scaled = shown and any(str(cause).startswith("scale:") for cause in shown[-1].because)
        return bool(scaled) and shown[-1].answer == answer


def letters(log: tuple[Event, ...], days: Mapping[int, Day]) -> Iterator[Letter]:
    """Every letter with an answer, given the day as it was when each was sent."""
    decisions: dict[str, Event] = {}
    for event in log:
        if event.kind == "decision.made":
            decisions[event.case or ""] = event
        if event.kind == "letter.sent" and event.answer is not None:  # type: ignore[attr-defined]
            day = days[event.seq]
            arrival = day.opening.arrival_of[event.case or ""]
            kind = day.opening.case_types[arrival.type]
            decision = decisions[arrival.case]
            in_vain = frozenset(_in_vain(log[: decision.seq], arrival.case, kind))
            earlier = tuple(e for e in log[: event.seq] if e.case == arrival.case)
            yield Letter(day, kind, arrival.party, decision, event, earlier, in_vain)


def _in_vain(log: tuple[Event, ...], case: str, kind: CaseType) -> set[str]:
    """What was asked for where it is to be found, and was shown by nobody."""
    wired = {(need.path, system) for need in kind.needs for system in need.wired}
    in_vain, shown = set[str](), set[str]()
    for event in log:
        if event.case != case:
            continue
        fields = [*getattr(event, "fields", ()), getattr(event, "field", None)]
        for seen in filter(None, fields):
            if seen.state == "shown":
                shown.add(seen.path)
            elif seen.state == "missing" and seen.subject and (seen.path, seen.source) in wired:
                in_vain.add(seen.path)
    return in_vain - shown


Arguments = Mapping[str, Argument]
Holds = Callable[[Letter, Arguments], bool]
PREDICATES: dict[str, Holds] = {}
"""By where a sentence is written: whether what it says is so."""


def of(*ids: str) -> Callable[[Holds], Holds]:
    """Enter the predicate of some sentences."""

    def enter(holds: Holds) -> Holds:
        for id_ in ids:
            assert id_ not in PREDICATES, id_
            PREDICATES[id_] = holds
        return holds

    return enter


def named(arguments: Arguments, **expected: Value | None) -> bool:
    """Whether figures stand in a sentence as they are; ``__`` in a name stands for a full stop."""
    for name, value in expected.items():
        told = arguments[name.replace("__", ".")]
        if not isinstance(told, Measure) or told.value != value:
            return False
    figures = {name for name in arguments if not name.startswith("stated.")}
    return {name.replace("__", ".") for name in expected} == figures - {"year"}


def stated(letter: Letter, arguments: Arguments, *paths: str) -> bool:
    """Whether the sentences of some facts stand in one: their figures, and whose they are.

    What the party has told is said to be told by them, and a system's figure never is.
    """
    for path in paths:
        sentence, seen = arguments[f"stated.{path}"], letter.basis[path]
        if not isinstance(sentence, Phrase) or not isinstance(sentence.text, Text):
            return False
        value = sentence.arguments["value"]
        by_party = sentence.text.da.startswith("Du har oplyst")
        if not isinstance(value, Measure) or value.value != seen.value:
            return False
        if by_party != (seen.source == "citizen"):
            return False
    return {f"stated.{path}" for path in paths} == {n for n in arguments if n.startswith("stated.")}
