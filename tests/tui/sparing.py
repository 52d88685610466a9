"""What Textual does again and again for a terminal that is not there, and tests can do without.

Without a terminal Textual paints every frame all the same and throws it away, and every app reads
all styles anew: a third of the time these tests would take. What stands on a settled screen is
drawn by ``tests.tui.rooms``, a picture by Textual itself.
"""

from typing import Any

import pytest
from textual._compositor import Compositor
from textual.css.model import RuleSet
from textual.css.stylesheet import Stylesheet
from textual.screen import Screen

_RULES: dict[tuple[object, ...], list[RuleSet]] = {}
"""What styles say, by their text and the colours they are read with."""


def paint_what_is_looked_at(monkeypatch: pytest.MonkeyPatch) -> None:
    """Leave out the frames that would be sent to the terminal."""
    paint = Compositor.render_update

    def unless_for_nobody(
        self: Compositor,
        full: bool = False,
        screen_stack: list[Screen[object]] | None = None,
        simplify: bool = False,
    ) -> object:
        if full:  # a picture is asked for
            return paint(self, full, screen_stack, simplify)
        self._dirty_regions.clear()
        return None

    monkeypatch.setattr(Compositor, "render_update", unless_for_nobody)


def read_styles_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let apps that follow each other share what they have read."""
    read = Stylesheet._parse_rules

    def once(self: Stylesheet, css: str, read_from: Any, *more: Any, **named: Any) -> list[RuleSet]:
        colours = frozenset(self._variables.items())
        key = (css, read_from, more, frozenset(named.items()), colours)
        if key not in _RULES:
            _RULES[key] = read(self, css, read_from, *more, **named)
        return _RULES[key]

    monkeypatch.setattr(Stylesheet, "_parse_rules", once)
