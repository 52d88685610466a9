"""What a person says to the debrief, as a message from a widget to the screen that holds it."""

from textual.message import Message

from simulator.casework.commands import Command


class SaidTo(Message):
    """A command for the debrief; the drafts of ``fields`` are erased when it is committed."""

    def __init__(self, command: Command, *fields: str) -> None:
        super().__init__()
        self.command, self.fields = command, fields
