"""A part of a page with which the student works, and what it says to the debrief.

Drafts have the names that the plain text program uses too.
"""

from typing import cast

from textual.containers import VerticalGroup
from textual.message import Message

from simulator.casework.commands import Command
from simulator.core.texts import Teller
from simulator.tui.debrief.book import Book
from simulator.tui.house import House


class SaidTo(Message):
    """A command for the debrief; the drafts of ``fields`` are erased when it is committed."""

    def __init__(self, command: Command, *fields: str) -> None:
        super().__init__()
        self.command, self.fields = command, fields


class Part(VerticalGroup):
    """A part of a page; ``recompose`` draws it again after the debrief has changed."""

    def __init__(self, book: Book, say: Teller, *, id: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id)
        self.book, self.say = book, say

    @property
    def house(self) -> House:
        """The program it is shown in."""
        return cast("House", self.app)

    def tell(self, command: Command, *fields: str) -> None:
        """Say something to the debrief; the drafts of ``fields`` are erased with it."""
        self.post_message(SaidTo(command, *map(draft_field, fields)))

    def draft(self, field: str) -> str:
        """Return what was half written in a field; ``""`` if there is no draft."""
        return self.house.drafts.draft(draft_field(field))

    def keep_draft(self, field: str, text: str) -> None:
        """Keep what is half written in a field, unless it is kept already."""
        from simulator.tui.drafts import PAUSE

        if text != self.draft(field):
            self.house.drafts.keep(draft_field(field), text)
            self.house.save_drafts(PAUSE)


def draft_field(what: str) -> str:
    """Return the name of the draft for a field of the debrief."""
    return f"debrief.{what}"
