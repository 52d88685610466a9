"""Citizens, households and the town they make."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Literal

from simulator.core.clock import DayNumber
from simulator.core.facts import Certainty, Value, split_path
from simulator.core.values import changed
from simulator.town.spells import Spell, Timeline, true_on

Digital = Literal["self", "assisted", "none"]


@dataclass(frozen=True)
class Citizen:
    """One generated person: who they are and how they answer. What is true of them is in spells."""

    id: str
    given: str
    family: str
    born: DayNumber
    female: bool
    number: str
    """A person number that cannot be real."""
    household: str
    telephone: str
    patience: int
    """How long they wait before they act, 0 to 100."""
    trust: int
    """How readily they believe that the municipality means well, 0 to 100."""
    digital: Digital = "self"
    language: str = "da"
    knows: Mapping[str, Certainty] = field(default_factory=dict)
    """How surely they know a fact, for facts they know more or less surely than most people."""

    @property
    def name(self) -> str:
        """Given name and family name."""
        return f"{self.given} {self.family}"


@dataclass(frozen=True)
class Household:
    """The people who share a home, adults first."""

    id: str
    address: str
    adults: tuple[str, ...]
    children: tuple[str, ...]


@dataclass(frozen=True)
class Town:
    """Everything that is true of a generated municipality.

    Use ``dataclasses.replace`` to make a town with other spells: ``changed`` would keep the index
    that was made of the old ones.
    """

    citizens: Mapping[str, Citizen]
    households: Mapping[str, Household]
    spells: Mapping[tuple[str, str], Timeline]
    """By (fact, subject)."""
    since: Mapping[tuple[str, str], Timeline] = field(default_factory=dict)
    """What decisions of the day played have made true since the town was drawn."""

    @property
    def drawn(self) -> "Town":
        """The town as it was drawn, before what decisions of the day have made true."""
        return changed(self, since={}) if self.since else self

    def timeline(self, fact: str, subject: str) -> Timeline:
        """Return what has been true of a subject, in the order in which it was reported."""
        drawn = self.spells.get((fact, subject), ())
        return (*drawn, *self.since.get((fact, subject), ())) if self.since else drawn

    def lines(self, fact: str) -> Iterator[tuple[str, Timeline]]:
        """Yield each subject that has the fact, with its timeline as drawn.

        What decisions of the day have made true of it comes as a timeline of its own.
        """
        for key in self._drawn_of.get(fact, ()):
            yield key[1], self.spells[key]
        for (since, subject), line in self.since.items():
            if since == fact:
                yield subject, line

    @cached_property
    def _drawn_of(self) -> Mapping[str, list[tuple[str, str]]]:
        """For each fact its keys of ``spells``, in order."""
        keys: dict[str, list[tuple[str, str]]] = {}
        for key in self.spells:
            keys.setdefault(key[0], []).append(key)
        return keys

    def becoming(self, fact: str, subject: str, spell: Spell) -> "Town":
        """Return the town with one more spell of a fact of a subject, made true by a decision."""
        later = (*self.since.get((fact, subject), ()), spell)
        return changed(self, since={**self.since, (fact, subject): later})

    def about(self, relations: Mapping[str, str], path: str, citizen: str, day: DayNumber) -> str:
        """Return the id of whom or what ``path`` is about, seen from ``citizen``; ``""``: nobody.

        ``partner.income.monthly`` is about the citizen's partner on ``day``. ``relations`` gives
        the id of the fact that names them, by the first word of the path.
        """
        relation, _ = split_path(path)
        if not relation:
            return citizen
        return str(self.truth(relations[relation], citizen, day) or "")

    def truth_of(
        self, relations: Mapping[str, str], path: str, citizen: str, day: DayNumber
    ) -> Value | None:
        """Return what is true on ``day`` of the subject that ``path`` leads to, or ``None``."""
        subject = self.about(relations, path, citizen, day)
        return self.truth(split_path(path)[1], subject, day) if subject else None

    def truth(self, fact: str, subject: str, day: DayNumber) -> Value | None:
        """Return the value of a fact that is true of ``subject`` on ``day``, or ``None``."""
        spell = true_on(self.timeline(fact, subject), day)
        return spell.value if spell else None
