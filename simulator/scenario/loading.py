"""Loading a scenario: from a file to the opening of a day and the town it is played in."""

from dataclasses import dataclass
from pathlib import Path
from typing import cast

from simulator.casework.opening import Opening
from simulator.core.garbage import uncollected
from simulator.scenario.diagnostics import Diagnostic, Problems, ScenarioRefused
from simulator.scenario.drawing.town import Progress
from simulator.scenario.library import beside, joined, shaped
from simulator.scenario.mending import mended, told_too
from simulator.scenario.reading import Document, contents, read
from simulator.scenario.resolving.opening import look_through, resolved
from simulator.scenario.resolving.source import Part, Source
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
    """What is worth knowing about the file, though it can be played."""


def load(path: Path, seed: int | None = None, progress: Progress | None = None) -> Loaded:
    """Load a scenario file and draw its town, from ``seed`` if given, else from the file's own.

    ``progress`` is called with the number of citizens drawn so far and the number there will be.
    Raises ``ScenarioRefused`` with everything that is wrong, each at its line.
    """
    return load_text(contents(path), path.name, seed, progress, own=beside(path))


def load_text(
    text: str | bytes,
    name: str,
    seed: int | None = None,
    progress: Progress | None = None,
    own: Path | None = None,
) -> Loaded:
    """Load a scenario from the text of a file called ``name``, as ``load`` does.

    ``own`` is a library folder whose items are written over the program's.
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
    library = shaped(items, LibraryShape, language, problems)
    if scenario is None or library is None:
        _read_on(document, items, language, problems)
        raise ScenarioRefused(problems.found)
    return with_twins(Source(scenario, Part(document, problems), library, Part(items, problems)))


def _read_on(document: Document, items: Document, language: str, problems: Problems) -> None:
    """Add the mistakes of meaning, found in copies in which the mistakes of shape are mended."""
    scenario = mended(document, ScenarioShape, language)
    library = mended(items, LibraryShape, language)
    if scenario is None or library is None:
        return
    later = Problems()
    shapes = cast(ScenarioShape, scenario.shape), cast(LibraryShape, library.shape)
    parts = Part(document, later), Part(items, later)
    look_through(with_twins(Source(shapes[0], parts[0], shapes[1], parts[1])))
    told_too(problems, later, (scenario, library))
