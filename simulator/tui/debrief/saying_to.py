"""What a person says to the debrief, as a message from a widget to the screen that holds it."""

from textual.message import Message

from simulator.casework.commands import Command


class SaidTo(Message):
    """Something is said to the debrief; the drafts of ``fields`` are erased with it."""

    def __init__(self, command: Command, *fields: str) -> None:
        super().__init__()
        self.command, self.fields = command, fields
