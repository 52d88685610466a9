"""Playing from the shell, full screen or in plain text: a day that comes along or a file."""

import re
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from simulator.cli.failing import FAILED, FINE, MISUNDERSTOOD, Failure
from simulator.cli.terminal import Terminal

if TYPE_CHECKING:
    from simulator.plain import Console
    from simulator.store.session import Session


def start(terminal: Terminal, *, plain: bool) -> int:
    """Begin where a day or a session can be chosen."""
    if plain:
        return _plain_start(terminal)
    return _full_screen(terminal, "praksishus --plain")


def play(terminal: Terminal, name: str, *, plain: bool, seed: str = "") -> int:
    """Begin a new session of the day or scenario file ``name``.

    Raises ``Failure`` if there is no such day or ``seed`` is no number.
    """
    path, draw = _day(name), _seed(seed)
    if not plain:
        return _full_screen(terminal, f"praksishus play {name} --plain", day=path, seed=draw)
    from simulator.cli.opened import opened_store, seated
    from simulator.core.garbage import uncollected
    from simulator.scenario.loading import load
    from simulator.store.session import Session

    loaded = load(path, draw, _announcing(terminal))
    with opened_store() as store:
        with uncollected(settled=True):
            session = Session.start(store, loaded.opening, loaded.town, terminal.language)
        terminal.say("cli.begun", session=session.id)
        with seated(session):
            return _plainly(terminal, session)


def _announcing(terminal: Terminal) -> Callable[[int, int], None]:
    """Return a function that says, the first time it is called, how large a town is drawn."""
    announced: list[int] = []

    def progress(citizens: int, of: int) -> None:
        if not announced:
            announced.append(of)
            terminal.say("cli.drawing", n=of)

    return progress


def go_on(terminal: Terminal, name: str, *, plain: bool) -> int:
    """Go on with a session where it was left."""
    if not plain:
        hint = f"praksishus sessions continue {name} --plain"
        return _full_screen(terminal, hint, resume=name.upper())
    from simulator.cli.opened import opened_store, resumed, seated

    with opened_store() as store:
        session = resumed(store, name)
        with seated(session) as sits:
            if sits:
                return _plainly(terminal, session)
        return _beside(terminal, session)


def watch(terminal: Terminal, name: str, *, plain: bool) -> int:
    """Show a session that another program plays, without changing it."""
    if not plain:
        hint = f"praksishus sessions watch {name} --plain"
        return _full_screen(terminal, hint, resume=name.upper(), watch=True)
    from simulator.cli.opened import opened_store, resumed

    with opened_store() as store:
        return _watched(terminal, resumed(store, name))


def _beside(terminal: Terminal, session: "Session") -> int:
    """Say that another program has the session open, and ask whether to watch it.

    Raises ``Failure`` if there is nobody to ask.
    """
    if not terminal.reading.isatty():
        raise Failure("taken", session=session.id)
    if not terminal.sure("cli.watch", session=session.id):
        return FAILED
    return _watched(terminal, session)


def _watched(terminal: Terminal, session: "Session") -> int:
    from simulator.plain.watching import watch

    how = watch(session, _console(terminal), terminal.pause)
    if how == "free" and terminal.reading.isatty() and terminal.sure("cli.take-over"):
        return go_on(terminal, session.id, plain=True)
    return FINE


def debrief(terminal: Terminal, name: str, *, plain: bool) -> int:
    """Show the debrief of a session; read the whole of it aloud if nobody is there to choose."""
    if not plain:
        hint = f"praksishus debrief {name} --plain"
        return _full_screen(terminal, hint, resume=name.upper(), debrief=True)
    from simulator.cli.opened import opened_store, resumed
    from simulator.plain.console import InputEnded
    from simulator.plain.debriefing import Debriefing

    with opened_store() as store:
        session = resumed(store, name)
        if not session.day.ended:
            terminal.say("cli.not-ended", session=session.id)
        debriefing = Debriefing(session, _console(terminal, session), Path())
        if not terminal.reading.isatty():
            debriefing.read_all()
            return FINE
        try:
            debriefing.run()
        except InputEnded:
            return FINE
    return FINE


def _seed(written: str) -> int | None:
    if not written:
        return None
    if not re.fullmatch(r"[0-9]{1,18}", written):
        raise Failure("seed", MISUNDERSTOOD, found=written)
    return int(written)


def _day(name: str) -> Path:
    """Return the file of a day that comes with the program, or ``name`` as a path.

    Raises ``Failure`` if it is neither the name of such a day nor looks like a path.
    """
    from simulator.scenario.diagnostics import nearest
    from simulator.scenario.places import ENDINGS, days

    shelf = days()
    if name in shelf:
        return shelf[name]
    path = Path(name)
    if path.suffix.lower() in ENDINGS or len(path.parts) > 1 or path.is_file():
        return path
    near = ", ".join(nearest(name, shelf))
    raise Failure("day-near" if near else "day", name=name, near=near, known=", ".join(shelf))


def _full_screen(terminal: Terminal, plainly: str, **way_in: Any) -> int:
    if not terminal.full_screen:
        raise Failure("no-terminal", command=plainly)
    from simulator.tui.app import PraksishusApp

    app = PraksishusApp(language=terminal.language, **way_in)
    app.error_console.quiet = True  # a fault of the face is told like every other
    app.run()
    if wrong := getattr(app, "_exception", None):
        raise wrong
    if app.session is not None and not app.session.day.ended:
        terminal.say("cli.left", session=app.session.id)
    return app.return_code or FINE


def _console(terminal: Terminal, session: "Session | None" = None) -> "Console":
    """Return a console in the language asked for on the command line, else in the session's."""
    from simulator.plain import Console

    if session is not None and terminal.chosen and session.language != terminal.language:
        session.speak(terminal.language)
    language = session.language if session else terminal.language
    return Console(terminal.reading, terminal.data, language)


def _plainly(terminal: Terminal, session: "Session") -> int:
    from simulator.plain import play

    try:
        play(session, _console(terminal, session), Path())
    except KeyboardInterrupt:
        terminal.tell("")
        terminal.say("plain.go-on", session=session.id)
        raise
    return FINE


def _plain_start(terminal: Terminal) -> int:
    from simulator.cli.opened import opened_store
    from simulator.plain.start import choose_start
    from simulator.scenario.shelf import shelf
    from simulator.store.session import sessions

    console = _console(terminal)
    with opened_store() as store:
        saved = sessions(store)
    way = choose_start(console, shelf(), saved)
    terminal.language = console.language
    if way is None:
        return FINE
    kind, name = way
    if kind == "day":
        return play(terminal, name, plain=True)
    return go_on(terminal, name, plain=True)
