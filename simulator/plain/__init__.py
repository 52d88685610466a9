"""The plain face of a session: numbered menus and lines, for screen readers, pipes and tests.

It writes one fact a line, without boxes, redrawing or escape sequences. It is given a view of the
desk with what can be done now, and gives back commands. It never sees what is true about people.
"""

from simulator.plain.console import Console
from simulator.plain.import_check import look_at
from simulator.plain.playing import play

__all__ = ["Console", "look_at", "play"]
