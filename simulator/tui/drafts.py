"""Drafts: what has been written and is not on the log yet, kept so that a cut loses no words.

They are named as the other face names them, so that a day begun in one can be gone on with in the
other: ``case/field``.
"""

import json
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

from simulator.store.problems import StoreProblem

if TYPE_CHECKING:
    from simulator.casework.events import Event
    from simulator.casework.views import Offer
    from simulator.store.session import Session

LETTER = "letter"


def field_of(offer: "Offer", blank: str) -> str:
    """Return the name of an offer's field of words."""
    return f"{offer.id}.{blank}"


class Drafts:
    """The drafts of a session, by the case in hand and the field."""

    def __init__(self, session: "Session") -> None:
        self._session = session
        self._held: dict[str, str] = {}

    def draft(self, field: str) -> str:
        """Return what was half written in a field; empty if nothing, or if it cannot be read."""
        name = self._named(field)
        if name not in self._held:
            try:
                self._held[name] = self._session.draft(name)
            except StoreProblem:
                return ""
        return self._held[name]

    def keep(self, field: str, text: str) -> bool:
        """Keep what is half written. Return whether it could be stored; it is held all the same."""
        name = self._named(field)
        self._held[name] = text
        try:
            self._session.set_draft(name, text)
        except StoreProblem:
            return False
        return True

    def letter(self) -> dict[str, str]:
        """Return the letter as far as it was written: its parts, own words under ``own.PART``."""
        try:
            found = json.loads(self.draft(LETTER) or "{}")
        except ValueError:
            return {}
        return {str(k): str(v) for k, v in found.items()} if isinstance(found, dict) else {}

    def keep_letter(self, parts: Mapping[str, str]) -> bool:
        """Keep a letter as far as it is written. Return whether it could be stored."""
        return self.keep(LETTER, json.dumps(dict(parts), ensure_ascii=False))

    def taken(self, offer: "Offer", events: "Iterable[Event]") -> None:
        """Forget what an offer was filled with once it is on the log.

        The store drops every draft of a session when words are sent; the others are kept again.
        """
        kinds = [event.kind for event in events]
        if not kinds or "command.refused" in kinds:
            return
        try:
            for blank in offer.blanks:
                if blank.kind in ("words", "letter"):
                    self._drop(LETTER if blank.kind == "letter" else field_of(offer, blank.name))
            for name, text in self._held.items():
                if text and self._session.draft(name) != text:
                    self._session.set_draft(name, text)
        except StoreProblem:
            return  # what was sent is on the log; a draft too many does no harm

    def _drop(self, field: str) -> None:
        """Forget a field, for whichever case was in hand when it was written."""
        for name in [one for one in self._held if one.endswith(f"/{field}")]:
            self._held[name] = ""
            self._session.drop_draft(name)

    def _named(self, field: str) -> str:
        return f"{self._session.day.hand}/{field}"
