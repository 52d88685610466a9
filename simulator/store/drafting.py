"""Drafts as a face keeps them: what has been written and is not on the log yet.

Every face names them alike, ``case/field``, so that a day begun in one can be gone on with in the
other.
"""

import json
from collections.abc import Collection, Iterable, Mapping
from typing import TYPE_CHECKING

from simulator.casework.letters import MANNERS
from simulator.store.problems import StoreProblem

if TYPE_CHECKING:
    from simulator.casework.commands import Command, Offer
    from simulator.casework.events import Event
    from simulator.store.session import Session

LETTER = "letter"


def field_of(offer: "Offer", blank: str) -> str:
    """Return the name of an offer's field of words."""
    return f"{offer.id}.{blank}"


class Drafts:
    """The drafts of a session, by the case in hand and the field.

    What cannot be stored is held all the same, and stored with what is sent next.
    """

    def __init__(self, session: "Session") -> None:
        self._session = session
        self._held: dict[str, str] = {}
        self._unsaved: set[str] = set()

    def draft(self, field: str) -> str:
        """Return what was half written in a field; ``""`` if that is nothing, or unreadable."""
        name = self._named(field)
        if name not in self._held:
            try:
                self._held[name] = self._session.draft(name)
            except StoreProblem:
                return ""
        return self._held[name]

    def keep(self, field: str, text: str) -> bool:
        """Keep what is half written in a field. Return whether it could be stored."""
        name = self._named(field)
        self._held[name] = text
        return self._store(name)

    def letter(self) -> dict[str, str]:
        """Return the letter as far as it was written: its parts, own words under ``own.PART``."""
        try:
            parts = json.loads(self.draft(LETTER) or "{}")
        except (ValueError, RecursionError):
            return {}
        if not isinstance(parts, dict):
            return {}
        kept = {str(name): str(text) for name, text in parts.items()}
        return {k: text for k, text in kept.items() if k.startswith("own.") or text in MANNERS}

    def keep_letter(self, parts: Mapping[str, str]) -> bool:
        """Keep a letter as far as it is written. Return whether it could be stored."""
        return self.keep(LETTER, json.dumps(dict(parts), ensure_ascii=False))

    def fields(self, offer: "Offer") -> tuple[str, ...]:
        """Return the drafts an offer of now is filled with, as a session names them."""
        names = (LETTER if b.kind == "letter" else field_of(offer, b.name) for b in offer.blanks)
        return tuple(map(self._named, names))

    def send(self, offer: "Offer", command: "Command") -> "tuple[Event, ...]":
        """Carry an offer's command out; its drafts are erased with it, unless it is refused.

        Raises ``StoreProblem``; the drafts are kept then.
        """
        sent = self.fields(offer)
        events = self._session.do(command, sent=sent)
        self.sent(sent, events)
        return events

    def sent(self, fields: Collection[str], events: "Iterable[Event]") -> None:
        """Forget what has been sent and erased, unless nothing happened or it was refused."""
        kinds = [event.kind for event in events]
        if not kinds or "command.refused" in kinds:
            return
        for name in fields:
            self._held[name] = ""
        self._unsaved -= set(fields)
        for name in tuple(self._unsaved):
            self._store(name)

    def _store(self, name: str) -> bool:
        try:
            self._session.set_draft(name, self._held[name])
        except StoreProblem:
            self._unsaved.add(name)
            return False
        self._unsaved.discard(name)
        return True

    def kept_under(self, field: str) -> tuple[str, ...]:
        """Return the names a session keeps the draft of a field under."""
        return (self._named(field),)

    def _named(self, field: str) -> str:
        return f"{self._session.day.hand}/{field}"
