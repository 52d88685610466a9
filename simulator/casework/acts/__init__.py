"""What each command means and what each event changes, one family a module.

Every module enters its steps in ``casework.engine``; nothing calls them by name.
"""

from simulator.casework.acts import (
    arriving,
    calling,
    course,
    deciding,
    finding,
    frame,
    hearing,
    looking,
    opting_out,
    promising,
    searching,
    suggesting,
    visiting,
    writing,
)

__all__ = [
    "arriving",
    "calling",
    "course",
    "deciding",
    "finding",
    "frame",
    "hearing",
    "looking",
    "opting_out",
    "promising",
    "searching",
    "suggesting",
    "visiting",
    "writing",
]
