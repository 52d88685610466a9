"""The seven phases of a debrief: what is shown, asked and written in each, and for how long.

The minutes of a phase are a guide shown as text; nothing measures them. Its name is the word
``debrief.phase.ID``, a question is ``debrief.ask.ID``, a picture or form ``debrief.part.ID``.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Literal

Route = Literal["ninety", "forty-five", "alone", "bench"]
ROUTES: tuple[Route, ...] = ("ninety", "forty-five", "alone", "bench")

Sheet = Literal[
    "estimate", "timeline", "map", "truth", "workbench", "ladder", "time", "followed", "move",
    "cards", "profile", "statements", "glossary", "message",
]  # fmt: skip
"""What a phase can have besides questions: pictures, and forms to fill in."""


@dataclass(frozen=True)
class Phase:
    """One phase."""

    id: str
    minutes: int
    """How long it may take, in real minutes."""
    parts: tuple[Sheet, ...]
    """The pictures and forms in their order; ``estimate`` comes before anything is shown."""
    asks: tuple[str, ...]
    """The questions, by id; each may be answered in writing under the same id."""


PHASES = (
    Phase("landing", 7, (), ("1a", "1b")),
    Phase("happened", 13, ("estimate", "timeline"), ("2b", "2c")),
    Phase("data", 15, ("map", "truth", "workbench"), ("3a", "3b", "3c", "3d")),
    Phase("decided", 15, ("ladder", "move", "time", "followed"), ("4a", "4b", "4c", "4d")),
    Phase("stake", 20, ("cards", "statements", "profile"),
          ("5a", "tension", "5b", "5c", "5d", "error")),
    Phase("other-day", 8, ("workbench",), ("6a", "6b")),
    Phase(
        "out", 12, ("glossary", "message"), ("7a-keep", "7a-change", "7a-ask", "7b", "7c")
    ),
)  # fmt: skip
"""The phases of a debrief of ninety minutes."""

BENCH = (Phase("bench", 5, ("workbench",), ("bench", "3c")),)
"""The workbench alone: an arrow is changed, and the day is looked at again."""

TITLE_QUESTION = "4d"
"""The question of where technology extended judgment today, and where it hampered it."""

_SHORT: Mapping[str, int] = {"landing": 4, "happened": 8, "decided": 8, "stake": 15, "out": 10}
_ALONE: Mapping[str, int] = {"happened": 6, "data": 6, "decided": 4, "stake": 6, "out": 3}
_ALONE_PARTS: Mapping[str, tuple[Sheet, ...]] = {
    "decided": ("ladder",),
    "stake": ("cards",),
    "out": (),
}
_ALONE_ASKS: Mapping[str, tuple[str, ...]] = {
    "decided": (TITLE_QUESTION,),
    "stake": (),
    "out": ("7a-keep", "7a-change", "7a-ask"),
}
"""What a student alone does in a phase: the route is shorter, without the value profile."""


def phases(route: Route) -> tuple[Phase, ...]:
    """Return the phases of a route in order."""
    if route == "ninety":
        return PHASES
    if route == "forty-five":
        return tuple(_lasting(phase, _SHORT) for phase in PHASES if phase.id in _SHORT)
    if route == "bench":
        return BENCH
    return tuple(
        replace(
            _lasting(phase, _ALONE),
            parts=_ALONE_PARTS.get(phase.id, phase.parts),
            asks=_ALONE_ASKS.get(phase.id, phase.asks),
        )
        for phase in PHASES
        if phase.id in _ALONE
    )


def _lasting(phase: Phase, minutes: Mapping[str, int]) -> Phase:
    return replace(phase, minutes=minutes[phase.id])


def minutes_of(route: Route) -> int:
    """Return the total minutes of a route."""
    return sum(phase.minutes for phase in phases(route))


MESSAGE = (
    "it.saw", "it.consequence", "it.how-many", "it.kind", "it.need", "it.works", "it.until",
    "it.unknown", "it.heard",
)  # fmt: skip
"""The fields of the message to the IT department."""
GLOSSARY = ("word", "field", "it", "ask")
"""The fields of a glossary entry: the word, what each side hears in it, what to ask."""
INTENTION_IN = "happened"
"""The phase in which the student's intention of the morning is shown again."""
OWN_IN = "stake"
"""The phase in which a scenario's own questions are asked, on every route."""


def own_asks(own_questions: int) -> tuple[str, ...]:
    """Return the ids of a scenario's own questions, given how many there are."""
    return tuple(f"own.{n}" for n in range(1, own_questions + 1))


def askable(own_questions: int) -> tuple[str, ...]:
    """Return the ids of all questions with a written answer; ``own.N`` are the scenario's own."""
    asked = dict.fromkeys(ask for phase in (*PHASES, *BENCH) for ask in phase.asks)
    return (*asked, *MESSAGE, *own_asks(own_questions))
