"""The mock systems on the screen: a face for each look, the route of a value, the landscape."""

from simulator.tui.systems.faces import face
from simulator.tui.systems.landscape import LandscapeScreen
from simulator.tui.systems.screen import SystemScreen
from simulator.tui.systems.trace import TraceScreen

__all__ = ["LandscapeScreen", "SystemScreen", "TraceScreen", "face"]
