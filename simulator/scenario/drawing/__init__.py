"""Drawing a town: Faker gives texture, our own household and life-event model what hangs together.

Towns are constructed, never drawn and rejected: the cast first, each person keyed by id so that
adding one redraws nobody; then whole households; then the absent parents are linked. Every choice
is a keyed draw. What a new Faker would draw otherwise does not matter to an old day: a town is
stored once it is drawn.
"""

from simulator.scenario.drawing.requests import CannotDraw, Drawn, Person, Said, check_person
from simulator.scenario.drawing.town import draw_town

__all__ = ["CannotDraw", "Drawn", "Person", "Said", "check_person", "draw_town"]
