"""A letter as the citizen sees it: on a telephone, from the top."""

from collections.abc import Callable, Iterable, Mapping

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
    """Return a letter that is being written as its reader meets it: the parts without headings."""
    parts = [part for part in case.letter if written.get(part.part, "absent") != "absent"]
    texts = [
        written.get(f"own.{part.part}", "") if written[part.part] == "own" else say(part.template)
        for part in parts
    ]
    begins = [say(case.begins)] if case.begins and parts else []
    return _drawn(view, case, [*begins, *texts], say)


def as_sent(
    view: DeskView, case: CaseView, words: Callable[[int | None], str], say: Teller
) -> Content:
    """Return the letter that has been sent, or that asked for something, as its reader meets it."""
    lines = case.as_citizen.lines if case.as_citizen else ()
    texts = [say(line.text) if line.text else words(line.words) for line in lines]
    return _drawn(view, case, texts, say)


def _drawn(view: DeskView, case: CaseView, texts: Iterable[str], say: Teller) -> Content:
    """Return sender, subject and the texts of a letter."""
    day = say.write(Measure(view.date, "date"))
    head = [
        shown(view.municipality, "bold"),
        shown(f"{say(Phrase(f'channel.{sent_as(case.channel)}'))} · {day}", "$foreground-muted"),
        shown(""),
        shown(say("tui.phone.about", title=case.title), "bold"),
        shown(say("tui.phone.dear", name=case.name)),
    ]
    body = [line for text in texts for line in (shown(""), shown(text, lines=True))]
    empty = [shown(""), shown(say("tui.phone.empty"), "italic $foreground-muted")]
    return stacked(*head, *(body or empty))


class PhoneScreen(HouseDialog[None]):
    """The letter of the case in hand: as far as it is written, or as it was sent."""

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
        letter = (
            as_read(self.view, hand, written, self.say)
            if hand.letter
            else as_sent(self.view, hand, self.session.words, self.say)
        )
        with VerticalScroll(classes="phone", can_focus=True, id="phone") as phone:
            phone.border_title = "─"
            yield Static(letter)
