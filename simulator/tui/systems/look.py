"""What a look is: all that is a mock system's own on the screen, declared in one module a look."""

from dataclasses import dataclass

from simulator.tui.systems.fields import Face


@dataclass(frozen=True)
class Paper:
    """The colours of a look, each written ``#rrggbb``.

    They are the same by day and by evening. No meaning hangs on a colour alone.
    """

    ground: str
    ink: str
    faint: str
    """Labels, dates, what stands at the edge; still easy to read."""
    bright: str
    """Headings."""
    line: str
    """Rules, frames, the bar to scroll by."""
    chosen: str
    """Behind the field that has the keyboard."""


@dataclass(frozen=True)
class Look:
    """How a system looks: its module is named as scenario files name the look.

    Its words stand in ``words/looks`` of the library, in a file of the same name.
    """

    face: type[Face]
    """Draws an opened page."""
    paper: Paper | None = None
    """``None``: the house's own colours."""
    drawing: str = ""
    """Stands over the door while no page is open; ``""`` for none."""
    page_signs: tuple[str, str] = ("·", "▪")
    """Before the name of a page, and before that of the page that is open."""
    loud: bool = False
    """Whether it knows capital letters only."""

    def in_manner(self, text: str) -> str:
        """Return a text as the look writes it."""
        return text.upper() if self.loud else text
