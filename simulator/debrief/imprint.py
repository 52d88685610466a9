"""Whose debrief it is, and for whom: what the debrief itself cannot know. It loads nothing."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal, get_args

from simulator import __version__

Share = Literal["private", "group", "class"]
SHARES: tuple[Share, ...] = get_args(Share)
"""Who a file is for: ``group`` has contests by choice, ``class`` nothing but the choices."""


@dataclass(frozen=True)
class Imprint:
    """What the debrief itself cannot know: whose file it is, and which log it was made from."""

    code: str
    """The session's pseudonym: a few letters and digits."""
    log: str
    """The hash of the log."""
    words: Mapping[int, str] | None = None
    """The student's own words by their number; ``None``: they do not go along."""
    version: str = __version__
    share: Share = "private"
    """Who may see it: oneself, the group, the class."""
    contests: bool = False
    """Whether a group sees what the student says of the statements."""
