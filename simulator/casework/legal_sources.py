"""Where law and figures were found: the source, since when it holds, and who looked when."""

from dataclasses import dataclass
from typing import Literal

from simulator.core.clock import DayNumber
from simulator.core.texts import Text

About = Literal["legal-basis", "rule", "deadline-days", "hearing-days", "complaint", "kle"]
"""What of a case type a source is about."""
LOOKED_AT_LASTS = 365
"""Days after which somebody should look again."""


@dataclass(frozen=True)
class LegalSource:
    """Where something of a case type was found."""

    source: Text
    about: About = "legal-basis"
    valid_from: DayNumber | None = None
    """Since when it holds, as far as the source says."""
    looked_at: DayNumber | None = None
    """When somebody last looked there. Days played before this was kept have none."""
    verified: bool = False


def outdated(looked_at: DayNumber | None, day: DayNumber) -> bool:
    """Return whether somebody last looked more than a year before a day."""
    return looked_at is not None and day - looked_at > LOOKED_AT_LASTS
