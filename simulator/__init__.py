"""Praksishus: a practice house for municipal casework and its technology choices.

A student plays one simulated day at a caseworker's desk; the day is an event log, and every
screen, debrief and export is a function of that log and of the town it was played in.
The packages are floors, from the ground up: ``core``, ``town``, ``landscape``, ``casework``,
``scenario``, ``store``, ``rehearsal``, ``debrief``, ``export``, the two faces ``plain`` and
``tui``, and ``cli``. A package imports only from the floors below it.
"""

__version__ = "0.4.0"
