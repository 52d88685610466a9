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
    """0 to 100: how long they wait before they act."""
    trust: int
    """0 to 100: how readily they believe that the municipality means well."""
    digital: Digital = "self"
    language: str = "da"
    knows: Mapping[str, Certainty] = field(default_factory=dict)
    """Facts they know otherwise than people usually do."""

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

    A town with other spells is made by ``dataclasses.replace``: ``changed`` keeps what has been
    worked out of the old ones.
    """

    citizens: Mapping[str, Citizen]
    households: Mapping[str, Household]
    spells: Mapping[tuple[str, str], Timeline]
    """By (fact, subject)."""
    since: Mapping[tuple[str, str], Timeline] = field(default_factory=dict)
    """What has become true since it was drawn, by decisions of the day played."""

    def timeline(self, fact: str, subject: str) -> Timeline:
        """Return what has been true of a subject, in the order it was reported."""
        drawn = self.spells.get((fact, subject), ())
        return (*drawn, *self.since.get((fact, subject), ())) if self.since else drawn

    def lines(self, fact: str) -> Iterator[tuple[str, Timeline]]:
        """Give each subject of a fact with what has been true of it, decisions of the day too."""
        for key in self._drawn_of.get(fact, ()):
            yield key[1], self.spells[key]
        for (since, subject), line in self.since.items():
            if since == fact:
                yield subject, line

    @cached_property
    def _drawn_of(self) -> Mapping[str, list[tuple[str, str]]]:
        """The keys of the spells by their fact, in order."""
        found: dict[str, list[tuple[str, str]]] = {}
        for key in self.spells:
            found.setdefault(key[0], []).append(key)
        return found

    def becoming(self, fact: str, subject: str, spell: Spell) -> "Town":
        """Return the town once something more is true of a subject."""
        later = (*self.since.get((fact, subject), ()), spell)
        return changed(self, since={**self.since, (fact, subject): later})

    def about(self, relations: Mapping[str, str], path: str, citizen: str, day: DayNumber) -> str:
        """Return whom or what a citizen's path is about; empty: nobody.

        ``relations`` says which fact names them, by the word before the path.
        """
        relation, _ = split_path(path)
        if not relation:
            return citizen
        return str(self.truth(relations[relation], citizen, day) or "")

    def truth_of(
        self, relations: Mapping[str, str], path: str, citizen: str, day: DayNumber
    ) -> Value | None:
        """Return what is true on a day at a path of a citizen's."""
        subject = self.about(relations, path, citizen, day)
        return self.truth(split_path(path)[1], subject, day) if subject else None

    def truth(self, fact: str, subject: str, day: DayNumber) -> Value | None:
        """Return what is true of a subject on a day."""
        spell = true_on(self.timeline(fact, subject), day)
        return spell.value if spell else None
