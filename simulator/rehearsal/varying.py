"""A day with one integration made otherwise: whole, or stopped for some weeks."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Literal

from simulator.casework.opening import Opening
from simulator.core.clock import moment
from simulator.core.values import changed
from simulator.landscape.integrations import Integration, Stop

Made = Literal["whole", "stopped"]
"""What is made of an integration: one that never stopped and loses nothing, or one that stopped
``SOME_WEEKS`` before the day."""

SOME_WEEKS = 21
"""Days."""


def variations(opening: Opening, arrow: str) -> Iterator[Made]:
    """Yield what can be made of an integration that it is not already.

    Raises ``KeyError`` if the day has none with that id.
    """
    declared = _named(opening, arrow)
    if declared != declared.healthy():
        yield "whole"
    if not declared.stops:
        yield "stopped"


def made_otherwise(opening: Opening, arrow: str, made: Made) -> Opening:
    """Return the day with something else made of one integration.

    What an opening keeps compiled does not hang on how an integration runs, so it is kept.
    """
    declared = _named(opening, arrow)
    other = declared.healthy() if made == "whole" else _stopped(opening, declared)
    landscape = opening.landscape
    integrations = (other if old is declared else old for old in landscape.integrations)
    return changed(opening, landscape=replace(landscape, integrations=tuple(integrations)))


def _stopped(opening: Opening, declared: Integration) -> Integration:
    return replace(declared, stops=(Stop(moment(opening.date - SOME_WEEKS)),))


def _named(opening: Opening, arrow: str) -> Integration:
    declared = opening.landscape.integration(arrow)
    if declared is None:
        raise KeyError(arrow)
    return declared
