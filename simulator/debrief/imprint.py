"""The imprint of an exported debrief. Importing this module loads nothing else of the program."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal, get_args

from simulator import __version__

Share = Literal["private", "group", "class"]
SHARES: tuple[Share, ...] = get_args(Share)
"""Whom a file is for: ``group`` has the student's contests if wished, ``class`` only choices."""


@dataclass(frozen=True)
class Imprint:
    """Whose file it is, whom it is for, and which log it was made from."""

    code: str
    """The session's pseudonym: a few letters and digits."""
    log: str
    """The hash of the log."""
    words: Mapping[int, str] | None = None
    """The student's own words by their number; ``None`` if they are left out."""
    version: str = __version__
    share: Share = "private"
    """Who may see the file: the student alone, the group, or the class."""
    contests: bool = False
    """Whether a file for a group has the student's verdicts on statements."""
