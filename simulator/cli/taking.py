"""Sessions as a list, out of the program and in again; debriefs as documents."""

from pathlib import Path

from simulator import plain
from simulator.cli.failing import FAILED, FINE, Failure
from simulator.cli.keeping import kept, resumed
from simulator.cli.terminal import Terminal
from simulator.export import taking_out
from simulator.export.writing import KINDS, ExportError
from simulator.store.session import SessionItem, delete_session, sessions
from simulator.store.session_file import export_session, import_session


def every_session(terminal: Terminal) -> int:
    """Write every session, a line each, newest first."""
    with kept() as store:
        found = sessions(store)
    for one in found:
        terminal.put(_line(terminal, one))
    if not found:
        terminal.say("cli.no-sessions")
    return FINE


def _line(terminal: Terminal, one: SessionItem) -> str:
    word = "cli.session-ended" if one.ended else "cli.session"
    return terminal.text(word, id=one.id, title=one.title, day=one.played_on, at=one.minute)


def session_out(terminal: Terminal, name: str, output: Path, *, words: bool) -> int:
    """Write a session to a file, into a folder or under the name given."""
    with kept() as store:
        session = resumed(store, name)
        folder = output.is_dir() or output == Path()
        path = output / f"{session.id}.praksis" if folder else output
        if path.exists():
            raise Failure("file-there", path=str(path))
        terminal.put(str(export_session(store, session.id, path, words=words)))
    terminal.say("cli.taken-out-words" if words else "cli.taken-out")
    return FINE


def session_in(terminal: Terminal, file: Path) -> int:
    """Take a session file in, and write the name it has here."""
    with kept() as store:
        id_ = import_session(store, file, plain.look_at, taking_out.look_at)
    terminal.put(id_)
    terminal.say("cli.taken-in", session=id_)
    return FINE


def delete(terminal: Terminal, name: str, *, only_words: bool, sure: bool) -> int:
    """Delete a session, or only the student's words in it, once somebody is sure."""
    what = "-words" if only_words else ""
    with kept() as store:
        found = next((one for one in sessions(store) if one.id == name.upper()), None)
        if found is not None and not sure and not _sure(terminal, found, what):
            terminal.say("cli.not-deleted")
            return FAILED
        if only_words:
            resumed(store, name).delete_words()
        else:
            delete_session(store, name.upper())
    terminal.say(f"cli.deleted{what}", session=name.upper())
    return FINE


def _sure(terminal: Terminal, one: SessionItem, what: str) -> bool:
    if not terminal.reading.isatty():
        raise Failure("not-sure", session=one.id)
    return terminal.sure(f"cli.sure{what}", session=one.id, title=one.title)


def export(terminal: Terminal, name: str, to: str, output: Path, *, words: bool) -> int:
    """Write the debrief of a session in some formats, and where each lies."""
    kinds = [kind.strip().lower() for kind in to.split(",") if kind.strip()]
    unknown = next((kind for kind in kinds if kind not in KINDS), None)
    if unknown is not None or not kinds:
        raise Failure("kind", kind=unknown or to, kinds=", ".join(KINDS))
    with kept() as store:
        session = resumed(store, name)
        try:
            files = taking_out.take_out(session, terminal.teller, kinds, output, words=words)
        except ExportError as problem:
            terminal.say(problem.phrase)
            return FAILED
    for file in files:
        terminal.put(str(file))
    if not session.day.ended:
        terminal.say("cli.not-ended", session=session.id)
    return FINE
