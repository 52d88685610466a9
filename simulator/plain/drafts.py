"""Drafts: what has been written and is not on the log yet, kept so that a cut loses no words."""

import json
from collections.abc import Mapping

from simulator.casework.commands import Command
from simulator.casework.events import Event
from simulator.casework.views import Offer
from simulator.store.session import Session

LETTER = "letter"


class Drafts:
    """The drafts of a session, by the case in hand and the field."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def draft(self, field: str) -> str:
        """Return what was half written in a field; empty if nothing."""
        return self._session.draft(self._named(field))

    def set_draft(self, field: str, text: str) -> None:
        """Keep what is half written in a field."""
        self._session.set_draft(self._named(field), text)

    def letter(self) -> dict[str, str]:
        """Return the letter as far as it was written: its parts, own words under ``own.PART``."""
        try:
            found = json.loads(self.draft(LETTER) or "{}")
        except ValueError:
            return {}
        return {str(k): str(v) for k, v in found.items()} if isinstance(found, dict) else {}

    def keep_letter(self, parts: Mapping[str, str]) -> None:
        """Keep a letter as far as it is written."""
        self.set_draft(LETTER, json.dumps(dict(parts), ensure_ascii=False))

    def send(self, offer: Offer, command: Command) -> tuple[Event, ...]:
        """Carry an offer's command out and forget its drafts, unless it is refused.

        Raises ``StoreProblem``; the drafts are kept then.
        """
        names = [LETTER if b.kind == "letter" else field_of(offer, b.name) for b in offer.blanks]
        held = {self._named(name): self.draft(name) for name in names}
        events = self._session.do(command, sent=tuple(held))
        if any(event.kind == "command.refused" for event in events):
            for name, text in held.items():
                if text:
                    self._session.set_draft(name, text)
        return events

    def _named(self, field: str) -> str:
        return f"{self._session.day.hand}/{field}"


def field_of(offer: Offer, blank: str) -> str:
    """Return the name of an offer's field of words."""
    return f"{offer.id}.{blank}"
