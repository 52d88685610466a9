"""The families that are not in one file yet.

Every module registers its steps with ``casework.engine``; nothing calls them by name.
"""

from simulator.casework.acts import (  # noqa: F401 - they register what they mean
    arriving,
)
