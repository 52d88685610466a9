"""Drawing a town: Faker gives texture, our own household and life-event model what hangs together.

Towns are constructed, never drawn and rejected: the cast first, each person keyed by id so that
adding one redraws nobody; then whole households; those who parted and the grown children of the
town's elders are linked as they are drawn. Every choice is a keyed draw. What a new Faker would
draw otherwise does not matter to an old day: a town is stored once it is drawn.
"""

from simulator.scenario.drawing.requests import (
    NEW,
    CannotDraw,
    Drawn,
    Happening,
    Person,
    Said,
    What,
    check_person,
)
from simulator.scenario.drawing.town import Progress, draw_town

__all__ = [
    "NEW",
    "CannotDraw",
    "Drawn",
    "Happening",
    "Person",
    "Progress",
    "Said",
    "What",
    "check_person",
    "draw_town",
]
