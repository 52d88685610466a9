"""What a system shows while no page of it is open: its front, or that it is down, its own way."""

from textual.containers import VerticalScroll
from textual.widget import Widget
from textual.widgets import Static

from simulator.casework.views import SystemItem
from simulator.core.texts import Measure, Teller
from simulator.tui.content import shown
from simulator.tui.systems.fields import own_word
from simulator.tui.systems.looks import look_class, look_of


class Front(VerticalScroll, can_focus=False):
    """A system without an open page, and what stands in its hall."""

    DEFAULT_CSS = """
    Front { padding: 1 2; }
    Front.-plain { background: $surface; }
    Front > * { max-width: 100; }
    Front .sign { width: auto; margin-bottom: 1; }
    """

    def __init__(self, text: str, look: str, *hall: Widget, sign: bool = True) -> None:
        drawing = look_of(look).drawing if sign else ""
        above = (Static(shown(drawing, lines=True), classes="sign bright"),) if drawing else ()
        says = Static(shown(text, lines=True))
        super().__init__(*above, says, *hall, classes=f"-paper {look_class(look)}")


def front_text(item: SystemItem, say: Teller, user: str, minute: int) -> str:
    """Return what a system says of itself: its own words, if it has any, in the look's manner."""
    word = own_word(say, item.look, "front" if item.open else "down")
    manner = say(word, system=item.name, user=user, at=Measure(minute, "clock"))
    if item.says is None:
        return manner
    own = look_of(item.look).in_manner(say(item.says))
    return f"{own}\n\n{manner}" if item.open else own
