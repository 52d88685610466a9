"""Every screen of the house by its name. A screen's class is loaded when the screen is opened, so
that the program begins before it has read what will only be needed later in the day.
"""

from collections.abc import Mapping
from importlib import import_module
from typing import Any

from textual.screen import Screen

SCREENS: Mapping[str, str] = {
    "start": "simulator.tui.start:StartScreen",
    "briefing": "simulator.tui.briefing:BriefingScreen",
    "meeting": "simulator.tui.meeting:MeetingScreen",
    "desk": "simulator.tui.desk.screen:DeskScreen",
    "watching": "simulator.tui.watching:WatchingScreen",
    "evening": "simulator.tui.evening:EveningScreen",
    "debrief": "simulator.tui.debrief.screen:DebriefScreen",
    "call": "simulator.tui.call:CallScreen",
    "phone": "simulator.tui.phone:PhoneScreen",
    "document": "simulator.tui.document:DocumentScreen",
    "system": "simulator.tui.systems.screen:SystemScreen",
    "trace": "simulator.tui.systems.trace:TraceScreen",
    "landscape": "simulator.tui.systems.landscape:LandscapeScreen",
    "technology": "simulator.tui.technology:TechnologyScreen",
    "journal": "simulator.tui.journal:JournalScreen",
    "glossary": "simulator.tui.glossary:GlossaryScreen",
    "look_up": "simulator.tui.looking_up:LookUpScreen",
    "form": "simulator.tui.forms:FormScreen",
    "letter": "simulator.tui.letter:LetterScreen",
    "going_home": "simulator.tui.dialogs:GoingHome",
    "palette": "simulator.tui.palette:PaletteScreen",
    "help": "simulator.tui.help:HelpScreen",
    "notice": "simulator.tui.dialogs:NoticeScreen",
    "problem": "simulator.tui.dialogs:ProblemScreen",
    "waiting": "simulator.tui.dialogs:WaitingScreen",
}
"""The module and the class of each screen, as ``module:Class``."""

FROM_THE_DESK = (
    "system", "letter", "form", "look_up", "palette", "help", "call", "trace", "landscape",
    "technology", "journal", "glossary", "phone", "document", "going_home",
)  # fmt: skip
"""Those that a day at the desk leads to, the most used first."""

_NAMES = {where: name for name, where in SCREENS.items()}


def screen_class(name: str) -> Any:
    """Load the class of a screen. Raises ``KeyError`` if no screen has that name."""
    module, _, class_name = SCREENS[name].partition(":")
    return getattr(import_module(module), class_name)


def name_of(screen: Screen[Any]) -> str:
    """Return the name a screen is opened by; ``""`` if it is not one of the table."""
    kind = type(screen)
    return _NAMES.get(f"{kind.__module__}:{kind.__qualname__}", "")
