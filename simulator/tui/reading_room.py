"""A text that may be longer than the screen: it says so, and is read on before one goes on."""

from textual.containers import VerticalScroll
from textual.message import Message


class ReadingRoom(VerticalScroll, can_focus=True):
    """A text to scroll. It posts ``Moved`` when there is more below, or no longer."""

    class Moved(Message):
        """There is more below, or no longer."""

    _more = False

    @property
    def more(self) -> bool:
        """Whether there is more below."""
        return self.scroll_offset.y < self.max_scroll_y

    def read_on(self) -> bool:
        """Scroll a page down. Return whether there was more below."""
        if not self.more:
            return False
        self.scroll_page_down(animate=False)
        return True

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        """Post ``Moved`` if there is more below now, or no longer."""
        super().watch_scroll_y(old_value, new_value)
        self._look()

    def watch_virtual_size(self) -> None:
        """Post ``Moved`` if there is more below now, or no longer."""
        self._look()

    def on_resize(self) -> None:
        """Post ``Moved`` if there is more below now, or no longer."""
        self._look()

    def _look(self) -> None:
        if self.more != self._more:
            self._more = self.more
            self.post_message(self.Moved())
