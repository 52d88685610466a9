"""The debrief: what can be said of a played day from its own log, and what cannot.

A debrief is a function of the log and the town (``whole.debrief``). It holds dated statements with
event numbers, pictures as values and causes; never a sum over a person, never praise or blame.
Every sentence is a text id with raw arguments. ``sections`` put them in words as ``blocks``, once
for every face and every file.

What the student says to it are events of the same log: ``talk.decide(talk, command) -> events`` and
``talk.evolve(talk, event) -> talk``, as for a day. ``holding.Holding`` holds one on a session.
"""
