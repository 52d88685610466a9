"""The writer of a debrief: every text of it goes through here, and comes out as plain text."""

from collections.abc import Iterable, Mapping

from simulator.core.clock import MINUTES_A_DAY, Moment, day_of
from simulator.core.texts import Argument, Measure, Phrase, Teller, Text
from simulator.core.untrusted import clean
from simulator.debrief.blocks import Block, Events, Pairs, Paragraph, Section, Table


class Writer:
    """Says things in a language, cleaned; and rules tables of them."""

    def __init__(self, teller: Teller) -> None:
        self.teller = teller

    def say(self, what: Text | Phrase | str, **arguments: Argument) -> str:
        """Say a text, a phrase or the word with an id."""
        return clean(self.teller(what, **arguments))

    def words(self, names: str, of: str = "export") -> tuple[str, ...]:
        """Say the words ``OF.NAME`` of some names, given in one string."""
        return tuple(self.say(f"{of}.{name}") for name in names.split())

    def cell(self, value: Argument) -> str:
        """Write what stands in a cell; a string is written as it is, ``None`` as a dash."""
        return self.say("export.none") if value is None else clean(self.teller.write(value))

    def table(self, caption: str | Phrase, head: str, rows: Iterable[Iterable[Argument]]) -> Table:
        """Rule a table: its caption or the word of it, the words of its columns, its rows."""
        return self.ruled(caption, self.words(head), rows)

    def ruled(
        self, caption: str | Phrase, head: tuple[str, ...], rows: Iterable[Iterable[Argument]]
    ) -> Table:
        """Rule a table whose columns have been named already."""
        said = self.say(f"export.{caption}" if isinstance(caption, str) else caption)
        return Table(said, head, tuple(tuple(map(self.cell, row)) for row in rows))

    def pairs(self, rows: Mapping[str, Argument]) -> Pairs:
        """Put what is said beside the words it is said of."""
        return Pairs(tuple((self.say(f"export.{name}"), self.cell(x)) for name, x in rows.items()))

    def quiet(self, word: str) -> Paragraph:
        """Tell how to read what follows, by the id of the word."""
        return Paragraph(self.say(word), quiet=True)

    def events(self, *numbers: int) -> Events:
        """Cite events by their numbers."""
        return Events(numbers, self.say(events(*numbers)))

    def section(
        self, title: str, *blocks: Block, parts: tuple[Section, ...] = (), new_page: bool = False
    ) -> Section:
        """Put blocks under the word of a heading."""
        return Section(self.say(f"export.{title}"), blocks, parts, new_page)


def when(minute: int) -> Phrase:
    """Return an event's minute as it is said: the time, and how many days later it was."""
    later, at = divmod(minute, MINUTES_A_DAY)
    return Phrase("debrief.later" if later else "debrief.clock", {"n": later, "at": at})


def date(at: Moment | None) -> Measure | None:
    """Return the date of a moment, as it is to be written."""
    return None if at is None else Measure(day_of(at), "date")


def events(*numbers: int) -> Phrase:
    """Return event numbers as they are cited."""
    return Phrase("export.events", {"n": len(numbers), "list": ", ".join(map(str, numbers))})
