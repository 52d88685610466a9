"""What resolving starts from: a scenario, its library, and the place of everything in them."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

from simulator.casework.case_types import Amount
from simulator.casework.opening import Line, name_types
from simulator.core.facts import Fact
from simulator.core.texts import Text, placeholders
from simulator.scenario.diagnostics import Problems, listed, meant
from simulator.scenario.reading import Document, Path
from simulator.scenario.shapes.library import LibraryShape
from simulator.scenario.shapes.scenario import ScenarioShape


@dataclass(frozen=True)
class Source:
    """A scenario and its library: their shapes, their documents and what is wrong with them."""

    scenario: ScenarioShape
    document: Document
    library: LibraryShape
    items: Document
    """The document of the library, joined with what the scenario writes over it."""
    problems: Problems

    @cached_property
    def facts(self) -> Mapping[str, Fact]:
        """Every declared fact of the library, by id."""
        return {id_: shape.made(id=id_) for id_, shape in self.library.facts.items()}

    @cached_property
    def lines(self) -> Mapping[str, Line]:
        """Every line of the library that anybody may say, by the id of its text."""
        return {id_: shape.made(id=id_) for id_, shape in self.library.people.lines.items()}

    @cached_property
    def amounts(self) -> Mapping[str, Amount]:
        """Every amount of the library by id; kroner as whole øre."""
        return {
            id_: shape.made(
                id=id_,
                value=round(shape.value * 100) if shape.type == "kroner" else round(shape.value),
            )
            for id_, shape in self.library.amounts.items()
        }

    @cached_property
    def names(self) -> Mapping[str, str]:
        """The type of every name a rule may use, its own steps left out."""
        return name_types(self.facts, self.amounts)

    def wrong(self, code: str, *path: str | int, **arguments: str) -> None:
        """Add a mistake at a path of the scenario."""
        self.problems.add(code, self.document.place(path), **arguments)

    def wrong_item(self, code: str, *path: str | int, **arguments: str) -> None:
        """Add a mistake at a path of the library."""
        self.problems.add(code, self.items.place(path), **arguments)

    def one_of(self, name: str, allowed: Iterable[str], *path: str | int) -> bool:
        """Return whether a name written in the scenario is allowed; add a mistake if it is not."""
        return self._one_of(self.document, name, list(allowed), path)

    def one_item_of(self, name: str, allowed: Iterable[str], *path: str | int) -> bool:
        """Return whether a name written in the library is allowed; add a mistake if it is not."""
        return self._one_of(self.items, name, list(allowed), path)

    def _one_of(self, document: Document, name: str, allowed: list[str], path: Path) -> bool:
        if name in allowed:
            return True
        place = document.place(path)
        known = {"meant": meant(name, allowed), "allowed": listed(allowed)}
        self.problems.add("P0301", place, found=name, **known)
        return False

    def text(self, text: Text | None, names: str, *path: str | int) -> None:
        """Check that a text of the scenario has both languages, with the same placeholders.

        ``names`` holds the placeholders it may have, with spaces between.
        """
        self._text(self.document, text, names, path)

    def item_text(self, text: Text | None, names: str, *path: str | int) -> None:
        """Check a text of the library as ``text`` does one of the scenario."""
        self._text(self.items, text, names, path)

    def _text(self, document: Document, text: Text | None, names: str, path: Path) -> None:
        if text is None:
            return
        place, allowed = document.place(path), set(names.split())
        danish, english = placeholders(text.da), placeholders(text.en)
        for name in sorted((danish | english) - allowed):
            known = {"meant": meant(name, allowed), "allowed": listed(sorted(allowed))}
            self.problems.add("P0312", place, found=f"{{{name}}}", **known)
        if danish != english:
            names = ", ".join(f"{{{name}}}" for name in sorted(danish ^ english))
            self.problems.add("P0313", place, found=names)
        if text.only:
            self.problems.add("P0901", place, language=f"word.{text.only}")
