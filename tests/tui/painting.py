"""Frames of a terminal that is not there: only those that a test looks at are painted.

Without a terminal Textual paints every frame all the same and throws it away, which is a quarter
of the time these tests take. What stands on a settled screen is drawn by ``tests.tui.rooms``, a
picture by Textual itself.
"""

import pytest
from textual._compositor import Compositor


def paint_what_is_looked_at(monkeypatch: pytest.MonkeyPatch) -> None:
    """Leave out the frames that would be sent to the terminal."""
    paint = Compositor.render_update

    def unless_for_nobody(self: Compositor, full: bool = False, **more: object) -> object:
        if full:  # somebody asked for a picture
            return paint(self, full, **more)
        self._dirty_regions.clear()
        return None

    monkeypatch.setattr(Compositor, "render_update", unless_for_nobody)
