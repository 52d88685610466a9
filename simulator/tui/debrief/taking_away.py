"""Writing the debrief, or the whole session, to a file; loaded when it is first wanted."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING

from simulator.core.texts import Phrase, Teller
from simulator.tui.debrief.reading import Reading

if TYPE_CHECKING:
    from simulator.casework.events import Event
    from simulator.store.session import Session


@dataclass(frozen=True)
class Away:
    """What is to be written: the kind of file, where, whose, and whether with own words."""

    kind: str
    folder: Path
    code: str
    words: Mapping[int, str] | None


def kinds() -> tuple[str, ...]:
    """Return the kinds of file a debrief can be written as."""
    from simulator.export.writing import KINDS

    return tuple(KINDS)


def take_away(reading: Reading, events: "Sequence[Event]", say: Teller, away: Away) -> Phrase:
    """Write the debrief; return where it lies, or in words why it could not be written.

    Takes a moment: call it from a worker.
    """
    from simulator.export import ExportError, Imprint, write
    from simulator.export.taking_out import fingerprint

    imprint = Imprint(away.code, fingerprint(events), away.words)
    try:
        paths = write(reading.debrief, say, away.kind, away.folder, imprint)
    except ExportError as error:
        return error.phrase
    return Phrase("debrief-screens.out.written", {"path": ", ".join(map(str, paths))})


def take_session(session: "Session", folder: Path, *, words: bool) -> Phrase:
    """Write the session itself to a file of a free name; return where it lies, or why not."""
    from simulator.store.problems import StoreProblem
    from simulator.store.session_file import export_session

    try:
        folder.mkdir(parents=True, exist_ok=True)
        path = export_session(session.store, session.id, _free(folder, session.id), words=words)
    except StoreProblem as problem:
        return Phrase(f"store.{problem.code}", problem.arguments)
    except OSError:
        return Phrase("export.problem.folder", {"folder": str(folder)})
    return Phrase("debrief-screens.out.written", {"path": str(path.resolve())})


def _free(folder: Path, name: str) -> Path:
    """Return the first path that nothing lies at: ``NAME.praksis``, ``NAME-2.praksis``, ..."""
    names = (f"{name}-{number}.praksis" if number > 1 else f"{name}.praksis" for number in count(1))
    return next(path for path in map(folder.joinpath, names) if not path.exists())
