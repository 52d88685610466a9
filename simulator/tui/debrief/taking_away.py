"""Writing the debrief to a file: called from a worker, and loaded when it is first wanted."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from simulator.core.texts import Phrase, Teller
from simulator.tui.debrief.reading import Reading

if TYPE_CHECKING:
    from simulator.casework.events import Event


@dataclass(frozen=True)
class Away:
    """What is to be written: the kind of file, where, whose, and whether with own words."""

    kind: str
    folder: Path
    code: str
    words: Mapping[int, str] | None


def take_away(reading: Reading, events: "Sequence[Event]", say: Teller, away: Away) -> Phrase:
    """Write the file; return where it lies, or in words why it could not be written."""
    from simulator.export import ExportError, Imprint, write
    from simulator.export.taking_out import fingerprint

    imprint = Imprint(away.code, fingerprint(events), away.words)
    try:
        path = write(reading.debrief, say, away.kind, away.folder, imprint)
    except ExportError as error:
        return error.phrase
    return Phrase("debrief-screens.out.written", {"path": str(path.resolve())})
