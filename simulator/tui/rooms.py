"""Which screen follows which: the way through the house, from the door to the debrief."""

from typing import TYPE_CHECKING, Any

from textual.screen import Screen

if TYPE_CHECKING:
    from simulator.tui.app import PraksishusApp


def room_of(app: "PraksishusApp") -> Screen[Any]:
    """Return the screen that a session is at: briefing, desk, evening or debrief.

    Where another program sits at its desk it is the one from which that is watched.
    """
    from simulator.tui.briefing import BriefingScreen
    from simulator.tui.desk import DeskScreen
    from simulator.tui.evening import EveningScreen

    if app.watching:
        return watching_screen()
    if app.view.ended:
        return debrief_screen() if app.to_debrief else EveningScreen()
    return DeskScreen() if app.view.briefed else BriefingScreen()


def watching_screen() -> Screen[Any]:
    """Return the screen from which another program's desk is seen."""
    from simulator.tui.watching import WatchingScreen

    return WatchingScreen()


def debrief_screen() -> Screen[Any]:
    """Return the debrief's screen."""
    from simulator.tui.debrief import DebriefScreen

    return DebriefScreen()


def is_room(screen: Screen[Any]) -> bool:
    """Say whether a screen is a room one stands in, rather than something laid over it."""
    return type(screen).__name__ in ROOMS


ROOMS = (
    "StartScreen",
    "BriefingScreen",
    "DeskScreen",
    "WatchingScreen",
    "EveningScreen",
    "DebriefScreen",
)


def arrive(app: "PraksishusApp") -> None:
    """Go from the threshold to where the person wanted to be."""
    from simulator.tui.start import StartScreen

    if app.session is not None:
        app.enter(app.session)
        return
    app.to_room(StartScreen(waiting=bool(app.day or app.resume_id)))
    if app.day is not None:
        app.begin(app.day)
    elif app.resume_id:
        app.go_on(app.resume_id)


def turned_away(app: "PraksishusApp", wrong: Exception) -> None:
    """Say why a day could not be opened, and stay at the door."""
    from simulator.scenario.diagnostics import ScenarioRefused, tell
    from simulator.store.problems import StoreProblem
    from simulator.tui.notice import NoticeScreen
    from simulator.tui.start import StartScreen

    if isinstance(app.screen, StartScreen):
        app.screen.calm()
    if isinstance(wrong, StoreProblem):
        app.tell_problem(wrong)
    elif isinstance(wrong, ScenarioRefused):
        lines = [tell(one, app.language) for one in wrong.diagnostics]
        app.push_screen(NoticeScreen("tui.problem.scenario", lines))


def telephone(app: "PraksishusApp") -> None:
    """Answer the telephone, or talk with whoever is on the line or stands at the counter."""
    from simulator.tui.call import CallScreen

    line = app.view.telephone if app.session else None
    if line is None:
        for visitor in app.view.visitors[:1] if app.session else ():
            app.action_take(f"receive_visitor.{visitor.case}")
        return
    if line.ringing:
        app.action_take("answer_call")
    elif not isinstance(app.screen, CallScreen):
        app.push_screen(CallScreen())


def look(app: "PraksishusApp", system: str) -> None:
    """Open a system; what a page costs and shows is the system's own screen's."""
    from simulator.tui.systems import SystemScreen

    app.push_screen(SystemScreen(system))


def look_up(app: "PraksishusApp") -> None:
    """Ask which system to look in."""
    from simulator.tui.looking_up import LookUpScreen

    if app.at_desk:
        app.push_screen(LookUpScreen())


def to_front(app: "PraksishusApp") -> None:
    """Go to the front page; the session is kept as it stands and can be gone on with."""
    from simulator.tui.start import StartScreen

    app.let_go()
    app.to_room(StartScreen())


def show(app: "PraksishusApp", room: str) -> None:
    """Go to a place in the house from the desk; from elsewhere go back to the desk first."""
    from simulator.tui.desk import DeskScreen

    if not any(isinstance(one, DeskScreen) for one in app.screen_stack):
        return
    while not isinstance(app.screen, DeskScreen):
        app.pop_screen()
    if room in _VIEWS:
        app.push_screen(_VIEWS[room]())
    else:
        app.screen.reach(room)


def _landscape() -> Screen[Any]:
    from simulator.tui.systems import LandscapeScreen

    return LandscapeScreen()


def _technology() -> Screen[Any]:
    from simulator.tui.technology import TechnologyScreen

    return TechnologyScreen()


def _journal() -> Screen[Any]:
    from simulator.tui.journal import JournalScreen

    return JournalScreen()


def _glossary() -> Screen[Any]:
    from simulator.tui.glossary import GlossaryScreen

    return GlossaryScreen()


_VIEWS = {
    "landscape": _landscape,
    "technology": _technology,
    "journal": _journal,
    "glossary": _glossary,
}
