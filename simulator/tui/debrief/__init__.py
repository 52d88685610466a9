"""The debrief on the screen. Nothing of the debrief itself is loaded before it is read."""

from simulator.tui.debrief.screen import DebriefScreen

__all__ = ["DebriefScreen"]
