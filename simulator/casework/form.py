"""How a command says what it needs to be told: the blanks of its form, declared on its class.

Each is turned into a ``Blank`` where the command could be given (``Occasion``), and its answer into
fields of the command. Forms, palette, plain menus and habits follow from that.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, Literal, Protocol

from simulator.casework.day import Case, Day
from simulator.core.texts import Phrase, Text

Answers = Mapping[str, Any]
"""What was filled in, by the blank's name: the value of an option, a tuple of values, the student's
own text, or a letter's map from part to manner. A blank that was passed over is not there."""


@dataclass(frozen=True)
class Option:
    """One thing that can be chosen in a blank."""

    value: Any
    """What the command is told; a face shows the label and hands the value back."""
    label: Phrase


@dataclass(frozen=True)
class Blank:
    """Something an offer needs to be told before it is a command.

    ``one``: the value of one option. ``many``: a tuple of values. ``words``: the student's own
    text. ``letter``: a map from part to ``absent``, ``template`` or ``own``, with the own words
    under ``own.<part>`` (see ``LetterView``).
    """

    name: str
    kind: Literal["one", "many", "words", "letter"]
    label: Phrase
    options: tuple[Option, ...] = ()
    optional: bool = False
    preset: tuple[Any, ...] = ()
    """Values chosen beforehand."""
    only_for: tuple[str, tuple[Any, ...]] | None = None
    """(another blank, values): it is asked only where that one is filled with one of these."""
    exactly: tuple[int, Phrase] | None = None
    """(how many of ``many`` are to be chosen, what is said where they are not)."""
    none: Phrase | None = None
    """What is said where none of ``many`` is chosen, if one must be."""

    def lacks(self, chosen: int) -> Phrase | None:
        """Return what is said of so many chosen values; ``None`` where they will do."""
        if self.exactly and chosen != self.exactly[0]:
            return self.exactly[1]
        return None if chosen else self.none

    def asked(self, answers: Answers) -> bool:
        """Return whether it has to be filled, after what else has been filled in."""
        return self.only_for is None or answers.get(self.only_for[0]) in self.only_for[1]


def option(value: Any, label: Phrase | Text) -> Option:
    """Return an option."""
    return Option(value, label if isinstance(label, Phrase) else Phrase(label))


def worded(group: str, values: Iterable[Any]) -> tuple[Option, ...]:
    """Return options whose labels are interface words, ``<group>.<value>``."""
    return tuple(Option(value, Phrase(f"{group}.{value}")) for value in values)


@dataclass(frozen=True)
class Occasion:
    """Where a command could be given, or is: the day, the case it is about, what is settled."""

    day: Day
    about: Case | None = None
    given: Mapping[str, Any] = field(default_factory=dict)
    """Fields of the command that are settled, by name; all of them where it is given."""

    @property
    def case(self) -> Case:
        """The case it is about, for a command that is about one."""
        assert self.about is not None, "this command is about no case"
        return self.about


Options = Callable[[Occasion], Iterable[Option]]


class FormField(Protocol):
    """Something a command needs to be told: a field of its form."""

    def blanks(self, at: Occasion) -> Iterator[Blank]:
        """Yield the blanks it is asked with on an occasion; none where there is nothing to ask."""

    def fields(self, at: Occasion, answers: Answers) -> Mapping[str, Any]:
        """Return the fields of the command that the answers fill."""


@dataclass(frozen=True)
class One:
    """One of several options. It is said by the word ``blank.<name>``."""

    name: str
    options: Options
    fills: tuple[str, ...] = ()
    """The fields it fills, where they are not one of its own name: of each option's value, a
    tuple, one item each."""
    optional: bool = False
    preset: Callable[[Occasion], Iterable[Any]] = lambda _: ()
    """The value chosen beforehand, if there is one."""
    preset_only: bool = False
    """Whether an option is chosen beforehand where it is the only one."""
    asks: str = ""
    """The word it is asked with, ``blank.<asks>``, where that is not its own name."""
    when: Callable[[Occasion], bool] = lambda _: True
    """Whether it is asked at all."""
    only_for: tuple[str, Callable[[Occasion], tuple[Any, ...]]] | None = None
    """(another blank, the values of it under which this one is asked)."""

    def blanks(self, at: Occasion) -> Iterator[Blank]:
        """Yield its blank."""
        if self.when(at):
            options, chosen = tuple(self.options(at)), tuple(self.preset(at))
            if self.preset_only and len(options) == 1:
                chosen = (options[0].value,)
            only_for = (self.only_for[0], self.only_for[1](at)) if self.only_for else None
            label = Phrase(f"blank.{self.asks or self.name}")
            yield Blank(self.name, "one", label, options, self.optional, chosen, only_for=only_for)

    def fields(self, at: Occasion, answers: Answers) -> Mapping[str, Any]:
        """Return the value of the option by the field it fills, ``{}`` where none was chosen."""
        if self.name not in answers:
            return {}
        value = answers[self.name]
        return dict(zip(self.fills, value, strict=True)) if self.fills else {self.name: value}


@dataclass(frozen=True)
class Many:
    """Any number of options, or exactly so many."""

    name: str
    options: Options
    preset: Callable[[Occasion], Iterable[Any]] = lambda _: ()
    exactly: tuple[int, Phrase] | None = None
    """(how many, what is said where it is another number)."""
    none: Phrase | None = None
    """What is said where none is chosen, if one must be."""

    def blanks(self, at: Occasion) -> Iterator[Blank]:
        """Yield its blank."""
        label, options = Phrase(f"blank.{self.name}"), tuple(self.options(at))
        yield Blank(
            self.name,
            "many",
            label,
            options,
            optional=True,
            preset=tuple(self.preset(at)),
            exactly=self.exactly,
            none=self.none,
        )

    def fields(self, at: Occasion, answers: Answers) -> Mapping[str, Any]:
        """Return the values that were chosen."""
        return {self.name: tuple(answers.get(self.name, ()))}


@dataclass(frozen=True)
class Words:
    """The student's own words."""

    name: str = "words"
    optional: bool = True
    asks: str = ""
    """The word it is asked with, ``blank.<asks>``, where it asks for more than its name says."""
    only_for: tuple[str, Callable[[Occasion], tuple[Any, ...]]] | None = None
    """(another blank, the values of it under which the words are asked for)."""
    own: bool = False
    """Whether it is one of several texts, which lie in the command's ``own`` by their names."""
    when: Callable[[Occasion], bool] = lambda _: True
    """Whether it is asked at all."""

    def blanks(self, at: Occasion) -> Iterator[Blank]:
        """Yield its blank."""
        if self.when(at):
            only_for = (self.only_for[0], self.only_for[1](at)) if self.only_for else None
            label = Phrase(f"blank.{self.asks or self.name}")
            yield Blank(self.name, "words", label, (), self.optional, only_for=only_for)

    def fields(self, at: Occasion, answers: Answers) -> Mapping[str, Any]:
        """Return what was written."""
        text = answers.get(self.name, "")
        if self.own:
            return {"own": {self.name: text}} if text else {}
        return {self.name: text} if text else {}
