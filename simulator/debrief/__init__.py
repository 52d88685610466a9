"""The debrief: what can be said of a played day from its own log, and what cannot.

A debrief is a function of the log and the town. It holds dated statements with event numbers,
pictures as values and causes; never a sum over a person, never praise or blame. Every sentence is
a text id with raw arguments, so that faces and exports say it in either language.
"""

from simulator.debrief.whole import Debrief, debrief

__all__ = ["Debrief", "debrief"]
