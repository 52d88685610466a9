"""Writing the debrief, or the whole session, to a file; loaded when it is first wanted."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import count
from pathlib import Path

from simulator.casework.events import Event
from simulator.core.texts import Phrase, Teller
from simulator.debrief.debrief import Debrief
from simulator.debrief.imprint import Imprint, Share
from simulator.export import ExportError
from simulator.export.scanning import scan
from simulator.store.problems import StoreProblem
from simulator.store.session import Session
from simulator.store.session_file import export_session


@dataclass(frozen=True)
class Order:
    """The order for a file: its kind, folder and owner's code, whom it is for, with which words."""

    kind: str
    folder: Path
    code: str
    words: Mapping[int, str] | None
    share: Share = "private"
    contests: bool = False
    as_they_are: bool = False
    """Whether the student has answered that the words go along unchanged."""


@dataclass(frozen=True)
class Asked:
    """What looks like real people in the words, to be asked about before a file is written."""

    found: tuple[Phrase, ...]
    order: Order


def take_debrief(
    made: Debrief, events: Sequence[Event], say: Teller, order: Order
) -> Phrase | Asked:
    """Write the debrief; return a phrase with its path or with why it was not written.

    Takes a moment: call it from a worker.
    """
    from simulator.export.taking_out import WordsFound, brought_up, fingerprint, write_all

    imprint = Imprint(
        order.code, fingerprint(events), order.words, share=order.share, contests=order.contests
    )
    debrief, sure = brought_up(made, events), order.as_they_are
    try:
        paths = write_all(debrief, say, [order.kind], order.folder, imprint, as_they_are=sure)
    except WordsFound as problem:
        return Asked(tuple(finding.said for finding in problem.found), order)
    except ExportError as error:
        return error.phrase
    return Phrase("debrief-screens.out.written", {"path": ", ".join(map(str, paths))})


def take_session(session: Session, order: Order) -> Phrase | Asked:
    """Write the session to a file with a free name; return its path or the problem in words."""
    findings = () if order.as_they_are else scan((order.words or {}).values())
    if findings:
        return Asked(tuple(finding.said for finding in findings), order)
    folder, along = order.folder, order.words is not None
    try:
        folder.mkdir(parents=True, exist_ok=True)
        path = export_session(session.store, session.id, _free(folder, session.id), words=along)
    except StoreProblem as problem:
        return problem.phrase
    except OSError:
        return Phrase("export.problem.folder", {"folder": str(folder)})
    return Phrase("debrief-screens.out.written", {"path": str(path.resolve())})


def _free(folder: Path, name: str) -> Path:
    """Return the first path that nothing lies at: ``NAME.praksis``, ``NAME-2.praksis``, ..."""
    names = (f"{name}-{number}.praksis" if number > 1 else f"{name}.praksis" for number in count(1))
    return next(path for path in map(folder.joinpath, names) if not path.exists())
