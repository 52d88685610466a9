"""A letter as the citizen sees it: on a telephone, from the top."""

from collections.abc import Mapping

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

from simulator.casework.case_views import CaseView
from simulator.casework.letters import written as sent_as
from simulator.casework.seeing import DeskView
from simulator.core.texts import Measure, Phrase, Teller
from simulator.tui.content import shown, stacked
from simulator.tui.house_screen import HouseDialog


def as_read(view: DeskView, case: CaseView, written: Mapping[str, str], say: Teller) -> Content:
    """Return a letter as its reader meets it: sender, subject, and the parts without headings."""
    day = say.write(Measure(view.date, "date"))
    head = [
        shown(view.municipality, "bold"),
        shown(f"{say(Phrase(f'channel.{sent_as(case.channel)}'))} · {day}", "$foreground-muted"),
        shown(""),
        shown(say("tui.phone.about", title=case.title), "bold"),
        shown(say("tui.phone.dear", name=case.name)),
    ]
    parts = [part for part in case.letter if written.get(part.part, "absent") != "absent"]
    if not parts:
        return stacked(*head, shown(""), shown(say("tui.phone.empty"), "italic $foreground-muted"))
    body: list[Content] = []
    for part in parts:
        own = written[part.part] == "own"
        text = written.get(f"own.{part.part}", "") if own else say(part.template)
        body += [shown(""), shown(text, lines=True)]
    return stacked(*head, *body)


class PhoneScreen(HouseDialog[None]):
    """The letter of the case in hand, as far as it is written."""

    def heading(self) -> str:
        """Return whose telephone it is."""
        hand = self.view.hand
        return self.say("tui.phone.title", name=hand.name if hand else "")

    def body(self) -> ComposeResult:
        """Yield the letter on a telephone."""
        hand = self.view.hand
        if hand is None:
            return
        written = {part.part: part.manner for part in hand.letter} | self.house.drafts.letter()
        with VerticalScroll(classes="phone", can_focus=True, id="phone") as phone:
            phone.border_title = "─"
            yield Static(as_read(self.view, hand, written, self.say))
