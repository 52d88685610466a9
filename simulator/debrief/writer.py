"""The writer of a debrief: turns phrases, words and values into clean plain text."""

from collections.abc import Iterable, Mapping

from simulator.core.clock import MINUTES_A_DAY, Moment, day_of
from simulator.core.texts import Argument, Measure, Phrase, Teller, Text
from simulator.core.untrusted import clean
from simulator.debrief.blocks import Block, Events, Pairs, Paragraph, Section, Table


class Writer:
    """Writes texts and tables in the language of its teller, cleaned of control characters."""

    def __init__(self, teller: Teller) -> None:
        self.teller = teller

    def say(self, what: Text | Phrase | str, **arguments: Argument) -> str:
        """Return a text, a phrase or the word with an id in the writer's language."""
        return clean(self.teller(what, **arguments))

    def words(self, names: str, of: str = "export") -> tuple[str, ...]:
        """Return the words ``OF.NAME`` for the space-separated ``names``."""
        return tuple(self.say(f"{of}.{name}") for name in names.split())

    def cell(self, value: Argument) -> str:
        """Return a value as the text of a cell; a string as it is, ``None`` as a dash."""
        return self.say("export.none") if value is None else clean(self.teller.write(value))

    def table(self, caption: str | Phrase, head: str, rows: Iterable[Iterable[Argument]]) -> Table:
        """Return a table with a caption (or the id of one), ids of column headings, and rows."""
        return self.ruled(caption, self.words(head), rows)

    def ruled(
        self, caption: str | Phrase, head: tuple[str, ...], rows: Iterable[Iterable[Argument]]
    ) -> Table:
        """Return a table whose column headings are texts already."""
        title = self.say(f"export.{caption}" if isinstance(caption, str) else caption)
        return Table(title, head, tuple(tuple(map(self.cell, row)) for row in rows))

    def pairs(self, rows: Mapping[str, Argument]) -> Pairs:
        """Return pairs of the word for each key and its value as a cell."""
        return Pairs(tuple((self.say(f"export.{name}"), self.cell(x)) for name, x in rows.items()))

    def quiet(self, word: str) -> Paragraph:
        """Return a quiet paragraph that explains what follows, by the id of its word."""
        return Paragraph(self.say(word), quiet=True)

    def events(self, *numbers: int) -> Events:
        """Return a citation of events by their numbers."""
        return Events(numbers, self.say(events(*numbers)))

    def section(
        self, title: str, *blocks: Block, parts: tuple[Section, ...] = (), new_page: bool = False
    ) -> Section:
        """Return a section whose heading is the word ``export.TITLE``."""
        return Section(self.say(f"export.{title}"), blocks, parts, new_page)


def when(minute: int) -> Phrase:
    """Return the minute of an event as a clock time, with how many days later if it was later."""
    later, at = divmod(minute, MINUTES_A_DAY)
    return Phrase("debrief.later" if later else "debrief.clock", {"n": later, "at": at})


def date(at: Moment | None) -> Measure | None:
    """Return the date of a moment to be written; ``None`` for ``None``."""
    return None if at is None else Measure(day_of(at), "date")


def events(*numbers: int) -> Phrase:
    """Return a citation of event numbers."""
    return Phrase("export.events", {"n": len(numbers), "list": ", ".join(map(str, numbers))})
