"""The plain face of a session: numbered menus and lines, for screen readers, pipes and tests.

One fact a line, no boxes, no redrawing, no escape sequences. It is handed a view of the desk and
the offers of the moment, and gives back commands. What is true about people it never sees.
"""

from simulator.plain.console import Console
from simulator.plain.looking import look_at
from simulator.plain.playing import play

__all__ = ["Console", "look_at", "play"]
