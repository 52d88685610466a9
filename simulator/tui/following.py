"""Where what happened leads: a call to the telephone, a traced value to its route, and so on."""

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, Any

from textual.screen import Screen

if TYPE_CHECKING:
    from simulator.casework.events import Event
    from simulator.tui.app import PraksishusApp


def follow(app: "PraksishusApp", events: "Iterable[Event]") -> None:
    """Open the screen that belongs to what happened, if there is one."""
    for event in events:
        if event.kind in _LEADS:
            app.to_room(_LEADS[event.kind]())
            return


def _call() -> Screen[Any]:
    from simulator.tui.call import CallScreen

    return CallScreen()


def _trace() -> Screen[Any]:
    from simulator.tui.systems import TraceScreen

    return TraceScreen()


def _landscape() -> Screen[Any]:
    from simulator.tui.systems import LandscapeScreen

    return LandscapeScreen()


def _phone() -> Screen[Any]:
    from simulator.tui.phone import PhoneScreen

    return PhoneScreen()


def _desk() -> Screen[Any]:
    from simulator.tui.desk import DeskScreen

    return DeskScreen()


def _evening() -> Screen[Any]:
    from simulator.tui.evening import EveningScreen

    return EveningScreen()


_LEADS: dict[str, Callable[[], Screen[Any]]] = {
    "citizen.called": _call,
    "visitor.received": _call,
    "provenance.opened": _trace,
    "landscape.opened": _landscape,
    "citizen_view.opened": _phone,
    "prebrief.accepted": _desk,
    "day.closed": _evening,
}
