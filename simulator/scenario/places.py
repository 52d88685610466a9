"""Where the data of the program lie: in an installed wheel, or beside the package in a checkout."""

from importlib.resources import files
from pathlib import Path

ENDINGS = (".yaml", ".yml")
"""How the name of a scenario's file ends."""


def scenarios() -> Path:
    """Return the folder ``scenarios``."""
    package = Path(str(files("simulator")))
    inside = package / "scenarios"
    return inside if inside.is_dir() else package.parent / "scenarios"


def library() -> Path:
    """Return the folder of the library."""
    return scenarios() / "library"


def looks() -> tuple[str, ...]:
    """Return the looks a system may have: those that have a file of words of their own."""
    return tuple(sorted(path.stem for path in (library() / "words" / "looks").glob("*.yaml")))


def days() -> dict[str, Path]:
    """Return the playable days by id, which is the file's name."""
    return {path.stem: path for path in sorted((scenarios() / "days").glob("*.yaml"))}
