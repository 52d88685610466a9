"""The debrief of a session: what the student answers is stored before it takes effect.

Both faces use this. Only ``say`` and ``refresh`` change its ``state``.
"""

from collections.abc import Collection
from typing import TYPE_CHECKING

from simulator.casework.actions.day import intention
from simulator.casework.actions.debriefing import ChooseRoute
from simulator.casework.commands import Command
from simulator.casework.events import Event
from simulator.core.texts import Teller
from simulator.debrief.context import Context
from simulator.debrief.debrief import Debrief, debrief
from simulator.debrief.debrief_state import DebriefState, debrief_state, decide, evolve
from simulator.debrief.writer import Writer

if TYPE_CHECKING:
    from simulator.store.session import Session


class DebriefSession:
    """The debrief of a session, to which answers can be given."""

    def __init__(self, session: "Session", ready: Debrief | None = None) -> None:
        """Continue the debrief of a session; ``ready`` is its debrief if already made."""
        self.session = session
        made = ready or debrief(session.town, session.events)
        self.state: DebriefState = debrief_state(made, session.events)

    @property
    def debrief(self) -> Debrief:
        """The program's own account of the day; answers do not change it."""
        return self.state.debrief

    def begin(self) -> None:
        """Choose the scenario's route if no route is chosen yet. Raises ``StoreProblem``."""
        route = self.session.opening.route
        if route and self.state.student.route is None and self.session.day.ended:
            self.say(ChooseRoute(route, by_default=True))

    def say(self, command: Command, *, sent: Collection[str] = ()) -> tuple[Event, ...]:
        """Store a command's events and return them; drafts of the fields in ``sent`` are erased.

        Raises ``NotSaid`` if the command names something unknown, and ``StoreProblem``; neither
        changes anything.
        """
        events = self.session.debrief(command, lambda asked: decide(self.state, asked), sent=sent)
        for event in events:
            self.state = evolve(self.state, event)
        return events

    def context(self, teller: Teller) -> Context:
        """Return the context for the blocks of this debrief, with the student's own words."""
        words = self.session.all_words()
        return Context(Writer(teller), self.debrief, self.state, words=words)

    def words(self, number: int | None) -> str:
        """Return the student's words with a number; ``""`` for ``None`` or if they were deleted."""
        return self.session.words(number)

    def answer(self, asked: str) -> str:
        """Return the answer to a question; ``""`` if there is none."""
        return self.words(self.state.student.answers.get(asked))

    @property
    def intention(self) -> str:
        """The intention the student wrote in the morning; ``""`` if there is none."""
        return self.words(intention(self.debrief.evidence.log))

    def refresh(self) -> None:
        """Read the events another program has stored meanwhile. Raises ``StoreProblem``."""
        self.session.refresh()
        self.state = debrief_state(self.debrief, self.session.events)
