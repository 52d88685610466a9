"""What resolving starts from: a scenario, its library, and the place of everything in them."""

from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any, TypeVar, cast

from simulator.casework.case_types import Amount
from simulator.casework.letters import LETTER_NAMES
from simulator.casework.opening import DAY_NAMES, name_types
from simulator.casework.speaking import DOCUMENT_NAMES, MET_NAMES, WHO_NAMES, Line
from simulator.core.expressions import Expression, ExpressionError, compile_expression
from simulator.core.facts import Fact
from simulator.core.texts import Text, placeholders
from simulator.scenario.diagnostics import Problems, listed, near, suggested
from simulator.scenario.library import made, shipped
from simulator.scenario.reading import Document, Path
from simulator.scenario.shapes.base import Shape
from simulator.scenario.shapes.library import LibraryShape
from simulator.scenario.shapes.scenario import ScenarioShape

T = TypeVar("T")


@dataclass(frozen=True)
class MayName:
    """What an expression may name, as it is told to whoever names something else."""

    word: str
    """The end of the word that says it: ``word.uses-…``."""
    names: tuple[str, ...] = ()
    """Those names of it that are listed."""


_OF_A_CITIZEN = tuple(name for name in WHO_NAMES if not name.startswith("case."))
FOR_WHOM = {name: WHO_NAMES[name] for name in _OF_A_CITIZEN}
"""The names beside facts and amounts by which cases choose their citizens, each with its type."""
A_RULE, A_FACT = MayName("a-rule"), MayName("a-fact")
OF_WHOM = MayName("of-whom", _OF_A_CITIZEN)
A_LINE, HOW_MET = MayName("a-line", tuple(WHO_NAMES)), MayName("names", tuple(MET_NAMES))
A_DOCUMENT = MayName("a-line", tuple(DOCUMENT_NAMES))
A_LETTER, A_DAY = MayName("a-letter", tuple(LETTER_NAMES)), MayName("names", tuple(DAY_NAMES))


@dataclass(frozen=True)
class Part:
    """One of the two documents of a day, or a part of it, and what is wrong with it."""

    document: Document
    problems: Problems
    here: Path = ()
    """The path that all others start from."""

    def at(self, *path: str | int) -> "Part":
        """Return the part from whose ``path`` all paths start."""
        return replace(self, here=(*self.here, *path))

    def wrong(self, code: str, *path: str | int, **arguments: str | Text) -> None:
        """Add a mistake, or a note, at a path."""
        self.problems.add(code, self.document.place((*self.here, *path)), **arguments)

    def one_of(self, name: str, allowed: Iterable[str], *path: str | int) -> bool:
        """Return whether a name written at a path is allowed; add a mistake if it is not."""
        known = list(allowed)
        if name not in known:
            self.wrong("P0301", *path, found=name, **near(name, known))
        return name in known

    def text(
        self, text: Text | None, names: str, *path: str | int, besides: Collection[str] = ()
    ) -> None:
        """Check that a text at a path has both languages, with the same placeholders.

        ``names`` holds the placeholders it may have, with spaces between; ``besides`` more of them,
        too many to be told.
        """
        if text is None:
            return
        allowed = sorted(names.split())
        danish, english = placeholders(text.da), placeholders(text.en)
        for name in sorted((danish | english).difference(allowed, besides)):
            self.wrong("P0312", *path, found=f"{{{name}}}", **near(name, allowed))
        if danish != english:
            differing = ", ".join(f"{{{name}}}" for name in sorted(danish ^ english))
            self.wrong("P0313", *path, found=differing)
        if text.only:
            self.wrong("P0901", *path, language=f"word.{text.only}")

    def expression(
        self,
        text: str,
        known: Mapping[str, str],
        wants: str,
        *path: str | int,
        may_name: MayName = A_RULE,
    ) -> None:
        """Check an expression written at a path; there is none in ``""``.

        ``may_name`` is told to whoever names something else.
        """
        if not text:
            return
        try:
            compile_expression(text, known, wants)
        except ExpressionError as error:
            place = self.document.within((*self.here, *path), error.column)
            arguments = {
                key: f"word.{value}" if key in _TYPES else value
                for key, value in error.arguments.items()
            }
            arguments["uses"] = f"word.uses-{may_name.word}"
            arguments["allowed"] = listed(may_name.names)
            self.problems.add(
                _EXPRESSION[error.code], place, meant=suggested(error.near), **arguments
            )


_EXPRESSION = {
    "syntax": "P0401",
    "unknown-name": "P0402",
    "not-allowed": "P0403",
    "wants-type": "P0404",
    "wrong-type": "P0405",
    "unknown-function": "P0406",
    "arity": "P0407",
    "too-long": "P0408",
    "too-deep": "P0409",
}
_TYPES = ("wants", "found", "left", "right")
"""The arguments of an error that are types, each told by its word."""


@dataclass(frozen=True)
class Source:
    """A scenario and its library: their shapes, and the documents they were read from."""

    scenario: ScenarioShape
    file: Part
    library: LibraryShape
    items: Part
    """The library, joined with what the scenario writes over it."""

    @cached_property
    def facts(self) -> Mapping[str, Fact]:
        """Every declared fact of the library, by id."""
        return self._once("facts", lambda: _by_id(self.library.facts), ("facts",))

    @cached_property
    def lines(self) -> Mapping[str, Line]:
        """Every line of the library that anybody may say, by the id of its text."""
        lines = self.library.people.lines
        return self._once("lines", lambda: _by_id(lines), ("people", "lines"))

    @cached_property
    def amounts(self) -> Mapping[str, Amount]:
        """Every amount of the library by id; kroner as whole øre."""
        return _by_id(self.library.amounts)

    @cached_property
    def off_work(self) -> Mapping[str, Collection[str]]:
        """The codes that keep people from the work they have, by the id of their fact."""
        return {id_: shape.off_work for id_, shape in self.library.facts.items() if shape.off_work}

    @cached_property
    def conditions(self) -> dict[str, Expression]:
        """The compiled conditions of lines by their text: many lines ask for the same."""
        return self._once("conditions", dict[str, Expression], ("facts",))

    @cached_property
    def line_names(self) -> Mapping[str, str]:
        """The type of every name that a line's ``when`` and ``fills`` may use."""
        return {**name_types(self.facts, {}), **WHO_NAMES}

    def condition(self, text: str) -> Expression:
        """Return a condition of lines, compiled. Raises ``ExpressionError`` if it cannot be."""
        if text not in self.conditions:
            self.conditions[text] = compile_expression(text, self.line_names, "yes-no")
        return self.conditions[text]

    def untouched(self, *paths: tuple[str, ...]) -> bool:
        """Return whether these parts of the library are as the program has them.

        The tests hold those, so they are not looked through again each time a day is opened.
        """
        return all(self._written(path) is shipped(*path) for path in paths)

    def _once(self, name: str, make: Callable[[], T], path: tuple[str, ...]) -> T:
        """Return what is made of a part of the library; once, where it is the program's own."""
        if not self.untouched(path):
            return make()
        if name not in made():
            made()[name] = make()
        return cast(T, made()[name])

    def _written(self, path: tuple[str, ...]) -> object:
        try:
            return self.items.document.at(path)
        except LookupError:
            return self  # what is not there is not the program's own

    @cached_property
    def names(self) -> Mapping[str, str]:
        """The type of every name a rule may use, its own steps left out."""
        return name_types(self.facts, self.amounts)


def _by_id(shapes: Mapping[str, Shape]) -> Mapping[str, Any]:
    """Return the values that shapes stand for, each with its id."""
    return {id_: shape.made(id=id_) for id_, shape in shapes.items()}
