"""Frames of a terminal that is not there: only those that a test looks at are painted.

Without a terminal Textual paints every frame all the same and throws it away, which is a quarter
of the time these tests take. What stands on a settled screen is drawn by ``tests.tui.rooms``, a
picture by Textual itself.
"""

import pytest
from textual._compositor import Compositor
from textual._context import visible_screen_stack
from textual.screen import Screen


def paint_what_is_looked_at(monkeypatch: pytest.MonkeyPatch) -> None:
    """Leave out the frames that would be sent to the terminal."""
    paint = Compositor.render_update

    def unless_for_nobody(
        self: Compositor,
        full: bool = False,
        screen_stack: list[Screen[object]] | None = None,
        simplify: bool = False,
    ) -> object:
        if full or screen_stack:  # a picture is asked for, or something is seen through a dialog
            return paint(self, full, screen_stack, simplify)
        visible_screen_stack.set([])
        self._dirty_regions.clear()
        return None

    monkeypatch.setattr(Compositor, "render_update", unless_for_nobody)
