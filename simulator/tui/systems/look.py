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

    def rules(self, look: str) -> str:
        """Return the style rules that lay what is of the class ``look`` on this paper."""
        paper = f".-paper{look}"
        option = ".option-list--option-highlighted"
        field = f"SearchFront{look} Input"
        return f"""
        {look} {{ background: {self.ground}; color: {self.ink}; }}
        {look} .faint {{ color: {self.faint}; }}
        {look} .bright {{ color: {self.bright}; text-style: bold; }}
        {paper} {{ scrollbar-background: {self.ground}; scrollbar-color: {self.line}; }}
        {paper} OptionList {{ color: {self.ink}; }}
        {paper} OptionList > {option} {{ background: {self.chosen}; color: {self.ink}; }}
        {paper} OptionList:focus > {option} {{ background: {self.ink}; color: {self.ground}; }}
        {field} {{ background: {self.chosen}; color: {self.ink}; border: none; height: 1; }}
        {field}:focus {{ background: {self.ink}; color: {self.ground}; border: none; }}
        {field} > .input--placeholder {{ color: {self.faint}; }}
        {field}:focus > .input--placeholder {{ color: {self.ground}; }}
        """


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
