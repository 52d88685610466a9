"""Where the program's data are: inside the installed package, or beside it in a checkout."""

from importlib.resources import files
from pathlib import Path

ENDINGS = (".yaml", ".yml")
"""The endings a scenario file's name may have."""


def scenarios() -> Path:
    """Return the folder ``scenarios``, which holds the days and the library."""
    package = Path(str(files("simulator")))
    inside = package / "scenarios"
    return inside if inside.is_dir() else package.parent / "scenarios"


def library() -> Path:
    """Return the folder of the library."""
    return scenarios() / "library"


def looks() -> tuple[str, ...]:
    """Return the names of the looks a system may have: each has a file of words in the library."""
    return tuple(sorted(path.stem for path in (library() / "words" / "looks").glob("*.yaml")))


def days() -> dict[str, Path]:
    """Return the files of the days that come with the program, by id (the file's name)."""
    return {path.stem: path for path in sorted((scenarios() / "days").glob("*.yaml"))}
