"""What is not in Textual's own documentation, kept in one place; written for Textual 8.2."""

from inspect import getfile
from typing import Any

from textual._styles_cache import StylesCache
from textual.app import App
from textual.screen import Screen


class WithoutTracebacks(App[None]):
    """An app that shows no traceback: whoever started it tells of its faults in words."""

    def _fatal_error(self) -> None:
        """Give the terminal back to the shell; ``run`` then raises the fault."""
        self.bell()
        self._close_messages_no_wait()

    def run(self, *args: Any, **kwargs: Any) -> None:
        """Run the app. Raises whatever went wrong inside it, once the terminal is given back."""
        result = super().run(*args, **kwargs)
        if self._exception is not None:
            raise self._exception
        return result


def forget_what_is_gone() -> None:
    """Free the memory that Textual holds for widgets that are on no screen any more.

    Textual remembers two colours for each of the last 1,024 combinations of a widget and its
    background, and with the widget everything it has drawn.
    """
    StylesCache.get_inner_outer.cache_clear()


def know_styles(app: App[Any], *kinds: type[Screen[Any]]) -> None:
    """Load the styles of screens before they are opened, as Textual does when they are.

    Textual styles every widget again whenever a screen is opened whose rules it has not yet seen.
    """
    for kind in kinds:
        source = getfile(kind), f"{kind.__name__}.CSS"
        if kind.CSS and not app.stylesheet.has_source(*source):
            scope = kind._css_type_name if kind.SCOPED_CSS else ""
            app.stylesheet.add_source(kind.CSS, source, scope=scope)


def stop_drawing(app: App[Any]) -> None:
    """Draw nothing more: the terminal is gone, and a program that waits to write to it never ends.

    Textual writes from a thread of its own, by a queue of a few texts; once nobody takes them, the
    thread that ends the app would wait for a place in it.
    """
    driver: Any = app._driver
    if driver is not None:
        driver.write = lambda data: None
        driver._writer_thread = None
