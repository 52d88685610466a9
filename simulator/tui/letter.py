"""The letter: parts on the left, each left out, from the template or in own words; a phone beside.

What is written is kept as a draft from the first letter, so that a cut loses nothing.
"""

from collections.abc import Collection
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.content import Content
from textual.widgets import OptionList, Static, TextArea

from simulator.casework.case_views import CaseView
from simulator.casework.commands import Offer
from simulator.casework.form import Answers
from simulator.casework.views import PartView
from simulator.core.untrusted import clean
from simulator.tui.content import shown
from simulator.tui.drafts import PAUSE
from simulator.tui.house_screen import HouseScreen, scroll
from simulator.tui.key_bar import Flow
from simulator.tui.phone import as_read
from simulator.tui.prices import short_price
from simulator.tui.writing import OwnWords

SIGNS = {"absent": "·", "template": "▤", "own": "✎"}
NEXT = {"absent": "template", "template": "own", "own": "absent"}


class LetterScreen(HouseScreen[Answers | None]):
    """Writes the letter of the case in hand."""

    HAS = ("do", "back", "part", "scroll", "all_templates", "field", "mark_here")
    ABOVE = ("do", "back", "all_templates")
    # Before the field of own words, where it would go to the start of the line.
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+a", "all_templates", show=False, priority=True)
    ]

    def __init__(self, offer: Offer, hand: CaseView) -> None:
        super().__init__()
        self.offer = offer
        self.hand = hand
        """The case the letter is about, as it was when it was last in hand."""
        self.at = 0
        """The index of the part in front."""

    @property
    def written(self) -> dict[str, str]:
        """The letter as it stands: as automation composed it, changed by what was written."""
        return {part.part: part.manner for part in self.hand.letter} | self.house.drafts.letter()

    def idle_keys(self) -> Collection[str]:
        """Return the keys of the phone while the keyboard is on the parts, and the other way."""
        return ("part",) if isinstance(self.focused, VerticalScroll) else ("scroll",)

    def own_label(self, id_: str) -> str:
        """Return the label of the key that sends the letter."""
        return self.say("tui.letter.send") if id_ == "do" else ""

    def title_line(self) -> str:
        """Return whom the letter is to."""
        hand = self.hand
        return self.say("tui.letter.title", name=hand.name, title=hand.title)

    def body(self) -> ComposeResult:
        """Yield parts, the field for own words, and the phone."""
        with Horizontal(id="letter"):
            with Vertical(id="parts-side"):
                with Vertical(classes="pane", id="parts-pane") as pane:
                    pane.border_title = shown(self.say("blank.letter"))
                    yield OptionList(id="parts", markup=False)
                with VerticalScroll(classes="pane", id="own-pane", can_focus=False):
                    yield Static(id="about-part", classes="muted")
                    yield OwnWords(id="own")
            with VerticalScroll(classes="phone", id="phone") as phone:
                phone.border_title = shown(self.say("tui.phone.title", name=self.hand.name))
                yield Static(id="reading")
        yield Static(id="wrong")
        yield Flow(id="doing")

    def on_mount(self) -> None:
        """Begin with the list of parts."""
        self.redraw()
        self.query_one("#parts").focus()

    def day_changed(self) -> None:
        """Redraw the letter; leave it if its case is no longer in hand: the draft is kept."""
        hand = self.view.hand
        if hand is not None and hand.case == self.hand.case and hand.letter:
            self.hand = hand
            super().day_changed()
        elif self.is_current:
            self.dismiss(None)

    def redraw(self) -> None:
        """Draw the parts, the field and the phone as the letter stands."""
        parts, written = self.query_one("#parts", OptionList), self.written
        parts.clear_options()
        parts.add_options([self._line(part, written) for part in self.hand.letter])
        parts.highlighted = min(self.at, len(self.hand.letter) - 1)
        self._draw_part()
        self._draw_phone()
        send = self.chip("do", price=short_price(self.offer, self.say), first=True)
        doing = [send, self.chip("all_templates"), self.chip("back")]
        self.query_one("#doing", Flow).show(doing)
        self.say_wrong(self.wrong)

    def _line(self, part: PartView, written: dict[str, str]) -> Content:
        manner = written[part.part]
        owed = f" {self.say('tui.letter.owed')}" if part.marked else ""
        name = shown(f"{SIGNS[manner]} {self.say(part.name)}{owed}")
        return name + shown(f"  {self.say(f'manner.{manner}')}", "italic dim")

    def _part(self) -> PartView:
        return self.hand.letter[min(self.at, len(self.hand.letter) - 1)]

    def _draw_part(self) -> None:
        part, own = self._part(), self.query_one(OwnWords)
        manner = self.written[part.part]
        word = "tui.letter.write" if manner == "own" else "tui.letter.template"
        about = self.say(word, part=part.name, template=part.template)
        self.query_one("#about-part", Static).update(shown(about, lines=True))
        own.display = manner == "own"
        text = self.written.get(f"own.{part.part}", "")
        if own.text != text:
            own.load_text(text)

    def _draw_phone(self) -> None:
        reading = as_read(self.view, self.hand, self.written, self.say)
        self.query_one("#reading", Static).update(reading)

    def on_option_list_option_highlighted(self, event: OptionList.OptionHighlighted) -> None:
        """Show the part in front."""
        if event.option_index != self.at:
            self.at = event.option_index
            self._draw_part()

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Change how the part stands: left out, template, own words."""
        self.at = event.option_index
        part = self._part().part
        written = self.written
        written[part] = NEXT[written[part]]
        self._keep(written)
        self.redraw()
        if written[part] == "own":
            self.query_one(OwnWords).focus()

    def action_scroll(self, way: str) -> None:
        """Scroll the letter as it is read."""
        scroll(self.query_one("#phone"), way)

    def action_all_templates(self) -> None:
        """Use the template for every part that is not in own words."""
        written = self.written
        for part in self.hand.letter:
            if written[part.part] != "own":
                written[part.part] = "template"
        self._keep(written)
        self.redraw()

    def on_text_area_changed(self, event: TextArea.Changed) -> None:
        """Keep the own words as they are written."""
        part, text = self._part().part, event.text_area.text
        written = self.written
        if written[part] == "own" and text != written.get(f"own.{part}", ""):
            self._keep({**written, f"own.{part}": text})
            self._draw_phone()

    def _keep(self, written: dict[str, str]) -> None:
        self.house.drafts.keep_letter(written)
        self.house.save_drafts(PAUSE)
        self.say_wrong("")

    def action_do(self) -> None:
        """Send it, or say what it lacks."""
        written = self.written
        parts = {part.part: written[part.part] for part in self.hand.letter}
        own = {
            f"own.{name}": clean(written.get(f"own.{name}", ""), lines=True).strip()
            for name, manner in parts.items()
            if manner == "own"
        }
        if all(manner == "absent" for manner in parts.values()):
            self.say_wrong(self.say("refused.empty-letter"))
        elif not all(own.values()):
            self.say_wrong(self.say("refused.own-words-missing"))
        else:
            self.dismiss({"letter": {**parts, **own}})

    def action_back(self) -> None:
        """From the own words to the parts; from the parts to the desk. The draft is kept."""
        if isinstance(self.focused, TextArea):
            self.query_one("#parts").focus()
        else:
            self.house.save_drafts()
            self.dismiss(None)
