"""Casework: case types, cases, commands, events, the day, automation, habits, consequences.

``decide(day, command) -> events`` and ``evolve(day, event) -> day`` (``engine``) are the two
sentences everything hangs on. The event log is the only state; a day is folded from it. What is
done and what follows from it stand together, one family to a module, in ``casework.actions``.
"""
