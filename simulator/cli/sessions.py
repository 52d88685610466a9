"""Sessions: list them, write one to a file, read one from a file, delete one."""

from pathlib import Path

from simulator import plain
from simulator.cli.export import refused_words
from simulator.cli.failing import FAILED, FINE, Failure
from simulator.cli.opened import opened_store, resumed
from simulator.cli.terminal import Terminal
from simulator.export import taking_out
from simulator.store.engine import Store
from simulator.store.problems import SessionFileProblem
from simulator.store.seats import is_free
from simulator.store.session import SessionItem, delete_session, sessions
from simulator.store.session_file import export_session, import_session


def every_session(terminal: Terminal) -> int:
    """Write every session on a line of its own, the newest first."""
    with opened_store() as store:
        items = sessions(store)
        for item in items:
            terminal.put(_line(terminal, item, taken=not is_free(store, item.id)))
    if not items:
        terminal.say("cli.no-sessions")
    return FINE


def _line(terminal: Terminal, item: SessionItem, *, taken: bool) -> str:
    word = "cli.session-ended" if item.ended else "cli.session"
    line = terminal.text(word, id=item.id, title=item.title, day=item.played_on, at=item.minute)
    return terminal.text("cli.session-taken", line=line) if taken else line


def session_out(
    terminal: Terminal, name: str, output: Path, *, words: bool, as_they_are: bool
) -> int:
    """Write a session to the file ``output``, or under its own name into the folder ``output``.

    ``words`` takes the student's words along. If something in them looks as if it leads to a real
    person, no file is written unless ``as_they_are``. Raises ``Failure`` if the file is there.
    """
    with opened_store() as store:
        session = resumed(store, name)
        folder = output.is_dir() or output == Path()
        path = output / f"{session.id}.praksis" if folder else output
        if path.exists():
            raise Failure("file-there", path=str(path))
        words = words or as_they_are
        if words and not as_they_are and (findings := taking_out.words_found(session)):
            return refused_words(terminal, findings)
        terminal.put(str(export_session(store, session.id, path, words=words)))
    terminal.say("cli.taken-out-words" if words else "cli.taken-out")
    return FINE


def session_in(terminal: Terminal, file: Path, *, again: bool) -> int:
    """Read a session from a file, and write the id it has on this machine.

    A session that is here already is added a second time only if ``again`` or if somebody says so.
    """
    with opened_store() as store:
        try:
            id_ = _taken_in(store, file, again=again)
        except SessionFileProblem as here:
            if not here.code.startswith("file-there"):
                raise
            terminal.say(here.phrase)
            if not _wanted_again(terminal, file):
                return FAILED
            id_ = _taken_in(store, file, again=True)
    terminal.put(id_)
    terminal.say("cli.taken-in", session=id_)
    return FINE


def _wanted_again(terminal: Terminal, file: Path) -> bool:
    if terminal.reading.isatty():
        return terminal.sure("cli.both")
    terminal.say("cli.both-how", file=str(file))
    return False


def _taken_in(store: Store, file: Path, *, again: bool) -> str:
    return import_session(store, file, plain.look_at, taking_out.look_at, again=again)


def delete(terminal: Terminal, name: str, *, only_words: bool, sure: bool) -> int:
    """Delete a session, or only the student's words in it; without ``sure``, ask first."""
    what = "-words" if only_words else ""
    with opened_store() as store:
        item = next((item for item in sessions(store) if item.id == name.upper()), None)
        if item is not None and not sure and not _sure(terminal, item, what):
            terminal.say("cli.not-deleted")
            return FAILED
        if only_words:
            resumed(store, name).delete_words()
        else:
            delete_session(store, name.upper())
    terminal.say(f"cli.deleted{what}", session=name.upper())
    return FINE


def _sure(terminal: Terminal, item: SessionItem, what: str) -> bool:
    if not terminal.reading.isatty():
        raise Failure("not-sure", session=item.id)
    return terminal.sure(f"cli.sure{what}", session=item.id, title=item.title)
