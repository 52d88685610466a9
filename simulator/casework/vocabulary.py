"""The closed vocabularies of casework: words of which there are only so many; and offers' ids.

Where one is stored, its words stay for ever: a session of an earlier version may hold any of them.
Those of letters, case types and facts stand with what they belong to.
"""

from typing import Literal

SightState = Literal["shown", "missing", "hidden", "down", "protected"]
"""What became of a value that was looked for; ``protected`` is there, but covered."""

Unfounded = Literal["", "not-asked", "empty"]
"""How somebody could look where the case gives no legal basis for it: the system did not ask for
one, or let an ``empty`` answer through; ``""`` where the case gives one, or tells of no rights."""

ComesBy = Literal["self-service", "letter", "phone", "counter"]
"""How a case comes."""

HowDone = Literal["by-hand", "automation", "skipped", "deadline"]
"""How a step came to be done; ``deadline``: a hearing that was not answered in time."""

Away = Literal["closed", "set-aside", "handed-over", "withdrawn"]
"""Why a case no longer lies on the desk."""

ReopenedFor = Literal["fault", "new-facts"]
"""What a case is taken up again for: a fault in it, or facts that were not known."""

Promised = Literal["look-again", "ring-back", "letter"]
"""What can be promised in a conversation."""

Topic = Literal["status", "next", "decision", "mistake"]
"""What can be told in a conversation."""

Sake = Literal["citizen", "doubt", "judgment", "down"]
"""For whose sake, or why, somebody goes round the digital."""

Speaker = Literal["field", "leader", "it", "advocate"]
"""Whom of the house one can ask; ``field`` is a colleague of one's own field."""

RevealedBy = Literal["player", "citizen"]
"""Who showed that a value does not hold: the caseworker, or the citizen by what they said."""

Helper = Literal["interpreter", "bisidder"]
"""Who can be with somebody at a meeting: an interpreter, or someone of their own choice."""

CitizenNeed = Literal["interpreter", "bisidder", "plain-language", "other-channel"]
"""What a citizen may need to be met as they are, and says in a conversation."""

Ticket = Literal["error", "wish", "question"]
"""What a message to IT is."""

Consequence = Literal["citizen", "worker", "law"]
"""For whom what a message to IT tells of had a consequence; ``law``: for what is lawful."""

SetBy = Literal["leader", "it", "supplier"]
"""Who has set a level that the caseworker cannot choose."""


def offer_name(command: str, about: str) -> str:
    """Return the id of a command's offer about a system or a case: ``look_up.eindkomst``."""
    return f"{command}.{about}"


def split_offer(offer: str) -> tuple[str, str]:
    """Split an offer's id into the name of its command and what it is about, perhaps ``""``."""
    command, _, about = offer.partition(".")
    return command, about
