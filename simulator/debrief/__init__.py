"""The debrief: what the log of a played day shows about it, and what it cannot show.

A debrief is a function of the log and the town, ``debrief.debrief``. It holds dated statements
with event numbers, pictures (as values) and causes; never a total for a person, never praise or
blame. Every sentence is a text id with raw arguments. ``sections`` turns them into ``blocks`` of
text, the same for every face and every file.

The student's answers are events of the same log. As for a day, ``debrief_state`` has
``decide(state, command) -> events`` and ``evolve(state, event) -> state``; ``DebriefSession`` is
the debrief of a session.
"""
