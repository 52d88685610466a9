"""Holding a debrief on a session: what is said to it is committed before it counts.

Both faces hold a debrief through this. What it shows is ``talk``; the only way that changes is
``say``.
"""

from collections.abc import Collection
from typing import TYPE_CHECKING

from simulator.casework.actions.day import IntentionStated
from simulator.casework.actions.debriefing import ChooseRoute
from simulator.casework.commands import Command
from simulator.casework.events import Event
from simulator.core.texts import Teller
from simulator.debrief.context import Context
from simulator.debrief.talk import Talk, decide, evolve, talk
from simulator.debrief.whole import Debrief, debrief
from simulator.debrief.writer import Writer

if TYPE_CHECKING:
    from simulator.store.session import Session


class Holding:
    """A debrief on a session."""

    def __init__(self, session: "Session", held: Debrief | None = None) -> None:
        """Take a debrief up where it was left; ``held`` where it has been made already."""
        self.session = session
        made = held or debrief(session.opening, session.town, session.events)
        self.talk: Talk = talk(made, session.events)

    @property
    def debrief(self) -> Debrief:
        """What the program says of the day; it stays as it is while the debrief is held."""
        return self.talk.debrief

    def begin(self) -> None:
        """Take the route the scenario names, if nobody has chosen one. Raises ``StoreProblem``."""
        route = self.session.opening.route
        if route and self.talk.part.route is None and self.session.day.ended:
            self.say(ChooseRoute(route, by_default=True))

    def say(self, command: Command, *, sent: Collection[str] = ()) -> tuple[Event, ...]:
        """Say something to the debrief; the drafts of the fields in ``sent`` are erased with it.

        Raises ``NotSaid`` for what is not there, and ``StoreProblem``; nothing has happened then.
        """
        events = self.session.debrief(command, lambda one: decide(self.talk, one), sent=sent)
        for event in events:
            self.talk = evolve(self.talk, event)
        return events

    def context(self, teller: Teller) -> Context:
        """Return what the blocks of this debrief are made from, the student's own words with it."""
        words = self.session.all_words()
        return Context(Writer(teller), self.debrief, self.talk, words=words)

    def words(self, number: int | None) -> str:
        """Return the student's words of a number; empty without one, or if they were deleted."""
        return self.session.words(number) if number else ""

    def answer(self, asked: str) -> str:
        """Return what was answered to a question; empty if nothing."""
        return self.words(self.talk.part.answers.get(asked))

    @property
    def intention(self) -> str:
        """What the student meant to take care of, in their own words of the morning; or nothing."""
        stated = list(self.debrief.evidence.all(IntentionStated))
        return self.words(stated[-1].words) if stated else ""

    def refresh(self) -> None:
        """Take up what another program has said meanwhile. Raises ``StoreProblem``."""
        self.session.refresh()
        self.talk = talk(self.debrief, self.session.events)
