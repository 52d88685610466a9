"""The glossary: words that two trades hear differently, and the words the program itself uses.

To open a word is an act: it stands in the journal, and takes no time.
"""

from collections.abc import Iterator

from textual.app import ComposeResult
from textual.containers import Container, VerticalScroll
from textual.content import Content
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from simulator.casework.views import TermView
from simulator.core.texts import Text
from simulator.tui.content import shown, stacked
from simulator.tui.house_screen import HouseScreen
from simulator.tui.offers import submit


class GlossaryScreen(HouseScreen[None]):
    """The words on the left; on the right the one that is open."""

    NAMED = "key.glossary"
    HAS = ("back", "choose", "inbox", "landscape", "technology", "journal", "mark_moment")

    DEFAULT_CSS = """
    GlossaryScreen #glossary { layout: horizontal; height: 1fr; }
    GlossaryScreen #words-pane { width: 30; height: 1fr; }
    GlossaryScreen #word-pane { width: 1fr; height: 1fr; padding: 0 1; }
    GlossaryScreen.-slim #glossary { layout: vertical; }
    GlossaryScreen.-slim #words-pane { width: 1fr; height: 50%; }
    """

    def __init__(self) -> None:
        super().__init__()
        self.word = ""
        """The id of the word that is open; ``""`` before one is."""

    def body(self) -> ComposeResult:
        """Yield the list of words, and the pane for the open one."""
        with Container(id="glossary"):
            with VerticalScroll(classes="pane", id="words-pane", can_focus=False):
                yield OptionList(id="words", markup=False)
            with VerticalScroll(classes="pane", id="word-pane"):
                yield Static(id="word")

    def on_mount(self) -> None:
        """Begin with the list."""
        self.redraw()
        self.query_one("#words").focus()

    @property
    def _terms(self) -> list[TermView]:
        """The words in the order of the alphabet, those of two trades first."""
        terms = sorted(self.view.glossary, key=lambda term: self.say(term.word).casefold())
        return sorted(terms, key=lambda term: term.field is None)

    def redraw(self) -> None:
        """Draw the list, and the word that is open."""
        words = self.query_one("#words", OptionList)
        at = words.highlighted or 0
        words.clear_options()
        words.add_options(self._lines())
        words.highlighted = max(1, at) if self._terms else None
        self.query_one("#words-pane").border_title = shown(self.say("tui.glossary.words"))
        open_ = next((term for term in self._terms if term.id == self.word), None)
        self.query_one("#word", Static).update(self._description(open_))
        title = self.say(open_.word) if open_ else self.say("tui.glossary.choose")
        self.query_one("#word-pane").border_title = shown(title)

    def _lines(self) -> Iterator[Option]:
        """Yield the words, each group under its heading."""
        group = ""
        for term in self._terms:
            if group != (group := "program" if term.field is None else "trades"):
                heading = shown(self.say(f"tui.glossary.group.{group}"), "bold $primary")
                yield Option(heading, disabled=True)
            sign = "▸" if term.id == self.word else " "
            yield Option(shown(f"{sign} {self.say(term.word)}"), id=term.id)

    def _description(self, term: TermView | None) -> Content:
        if term is None:
            return shown(self.say("tui.glossary.about"), "dim")
        parts = (("means", term.means), ("field", term.field), ("it", term.it), ("ask", term.ask))
        pieces = [self._part(name, text) for name, text in parts if text is not None]
        return stacked(*(piece for part in pieces for piece in part))

    def _part(self, name: str, text: Text) -> tuple[Content, Content, Content]:
        name = self.say(f"tui.glossary.{name}")
        return shown(name, "bold $primary"), shown(self.say(text)), shown("")

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Open a word."""
        offer = self.view.offer("open_glossary")
        self.word = event.option.id or ""
        if offer and not offer.refused:
            submit(self.house, offer, {"word": self.word})
        self.redraw()
