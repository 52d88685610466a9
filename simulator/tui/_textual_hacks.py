"""What is not in Textual's own documentation, kept in one place; written for Textual 8.2."""

from inspect import getfile
from typing import Any

from textual._styles_cache import StylesCache
from textual.app import App
from textual.screen import Screen


class WithoutTracebacks(App[None]):
    """An app whose mistakes are told by whoever started it, in words, never as a traceback."""

    def _fatal_error(self) -> None:
        """Give the terminal back; ``run`` raises what went wrong."""
        self.bell()
        self._close_messages_no_wait()

    def run(self, *args: Any, **kwargs: Any) -> None:
        """Run the app. Raises whatever went wrong inside it, once the terminal is given back."""
        result = super().run(*args, **kwargs)
        if self._exception is not None:
            raise self._exception
        return result


def forget_what_is_gone() -> None:
    """Let go of the lines of widgets that are on no screen any more.

    Textual remembers two colours for each of the last 1,024 combinations of a widget and its
    background, and with the widget everything it has drawn.
    """
    StylesCache.get_inner_outer.cache_clear()


def know_styles(app: App[Any], *kinds: type[Screen[Any]]) -> None:
    """Take in the styles of screens before they are opened, as Textual does when they are.

    It styles all there is anew whenever a screen brings rules of its own that were not there.
    """
    for kind in kinds:
        source = getfile(kind), f"{kind.__name__}.CSS"
        if kind.CSS and not app.stylesheet.has_source(*source):
            scope = kind._css_type_name if kind.SCOPED_CSS else ""
            app.stylesheet.add_source(kind.CSS, source, scope=scope)
