"""Loading a scenario: from a file to the opening of a day and the town it is played in."""

from dataclasses import dataclass
from pathlib import Path
from typing import cast

from simulator.casework.opening import Opening
from simulator.core.garbage import uncollected
from simulator.scenario.diagnostics import Diagnostic, Problems, ScenarioRefused
from simulator.scenario.drawing import Progress
from simulator.scenario.library import beside, checked, joined, shaped
from simulator.scenario.mending import mended, told_too
from simulator.scenario.reading import Document, contents, read
from simulator.scenario.resolving.opening import look_through, resolved
from simulator.scenario.resolving.source import Source
from simulator.scenario.resolving.twins import with_twins
from simulator.scenario.shapes.library import LibraryShape
from simulator.scenario.shapes.scenario import ScenarioShape
from simulator.town.town import Town


@dataclass(frozen=True)
class Loaded:
    """A scenario ready to be played."""

    opening: Opening
    town: Town
    notes: tuple[Diagnostic, ...]
    """What is worth knowing, though the file can be played."""


def load(path: Path, seed: int | None = None, progress: Progress | None = None) -> Loaded:
    """Load a scenario file; ``seed`` instead of the file's own.

    ``progress`` is told how many citizens of the town are drawn, and of how many. Raises
    ``ScenarioRefused`` with everything that is wrong, each at its line.
    """
    return load_text(contents(path), path.name, seed, progress, own=beside(path))


def load_text(
    text: str | bytes,
    name: str,
    seed: int | None = None,
    progress: Progress | None = None,
    own: Path | None = None,
) -> Loaded:
    """Load a scenario that was written in a file called ``name``. Raises ``ScenarioRefused``.

    ``own`` is a library folder that is laid over the program's.
    """
    problems = Problems()
    with uncollected():
        source = _source(read(text, name), problems, own)
        chosen = source.scenario.municipality.seed if seed is None else seed
        opening, town = resolved(source, chosen, progress)
    return Loaded(opening, town, problems.notes)


def _source(document: Document, problems: Problems, own: Path | None) -> Source:
    language = "en" if document.value.get("language") == "en" else "da"
    scenario = shaped(document, ScenarioShape, language, problems)
    items = joined(document, own)
    library = checked(items, language, problems)
    if scenario is None or library is None:
        _read_on(document, items, language, problems)
        raise ScenarioRefused(problems.found)
    return with_twins(Source(scenario, document, library, items, problems))


def _read_on(document: Document, items: Document, language: str, problems: Problems) -> None:
    """Look for mistakes of meaning too, in a copy where the mistakes of shape are mended."""
    scenario = mended(document, ScenarioShape, language)
    library = mended(items, LibraryShape, language)
    if scenario is None or library is None:
        return
    found = Problems()
    shapes = cast(ScenarioShape, scenario.shape), cast(LibraryShape, library.shape)
    look_through(with_twins(Source(shapes[0], document, shapes[1], items, found)))
    told_too(problems, found, (scenario, library))
