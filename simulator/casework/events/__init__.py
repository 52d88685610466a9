"""Everything that happens in a day, one module a family.

An event is the only thing stored and the only thing that changes a day. Past tense, ids and raw
values only: never a sentence in a language, never the student's words, nothing of the machine.
"""

from simulator.casework.events.base import BY_KIND, Event

__all__ = ["BY_KIND", "Event"]

from simulator.casework.events import (  # noqa: F401 - each family registers its kinds
    acting,
    after,
    arrival,
    automation,
    case,
    frame,
    looking,
    opting_out,
    reflection,
    repairing,
    talking,
)
