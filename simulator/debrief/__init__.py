"""The debrief: what can be said of a played day from its own log, and what cannot.

A debrief is a function of the log and the town. It holds dated statements with event numbers,
pictures as values and causes; never a sum over a person, never praise or blame. Every sentence is
a text id with raw arguments, so that faces and exports say it in either language.

What the student says to it are events of the same log: ``decide(talk, command) -> events`` and
``evolve(talk, event) -> talk``, as for a day. ``holding.Holding`` holds one on a session.
"""

from simulator.debrief.talk import NotSaid, Talk, decide, evolve
from simulator.debrief.whole import Debrief, debrief

__all__ = ["Debrief", "NotSaid", "Talk", "debrief", "decide", "evolve"]
