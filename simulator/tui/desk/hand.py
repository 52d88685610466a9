"""The case in hand: who, how far, what has been seen and from where, what the system proposes.

No sign marks what is old and no colour what disagrees: noticing that is the work.
"""

from collections.abc import Iterator

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Static

from simulator.casework.case_views import CaseView
from simulator.casework.views import SuggestionView
from simulator.core.clock import DayNumber
from simulator.core.texts import Phrase, Teller
from simulator.tui.content import shown, stacked
from simulator.tui.desk.facts import FactsTable
from simulator.tui.key_bar import Chip, Flow

CUP = """
     ) )
    ( (
  ╭──────╮
  │      ├╮
  │      ├╯
  ╰──────╯
"""
STEP_SIGNS = {"done": "✔", "now": "▸", "later": "·"}


class Hand(Vertical):
    """Draws the case in hand, or the calm of having none."""

    DEFAULT_CSS = """
    Hand { height: auto; }
    Hand > Static { height: auto; }
    Hand > #steps { margin-top: 1; }
    Hand > #facts { margin-top: 1; }
    Hand > #after { margin-top: 1; }
    """

    def compose(self) -> ComposeResult:
        """Yield the parts; ``show`` fills them."""
        yield Static(id="who")
        yield Flow(id="steps")
        yield Static(id="now")
        yield FactsTable(id="facts")
        yield Static(id="grounds")
        yield Static(id="aids")
        yield Static(id="after")

    def show(self, hand: CaseView | None, say: Teller, today: DayNumber, calm: str) -> None:
        """Show a case; or, with none in hand, a cup and some calm words."""
        for part in ("steps", "now", "facts", "grounds", "aids", "after"):
            self.query_one(f"#{part}").display = hand is not None
        if hand is None:
            words = shown(calm, lines=True)
            self.query_one("#who", Static).update(stacked(Content(CUP).stylize("$primary"), words))
            return
        self._static("who", list(_who(hand, say)))
        self.query_one("#steps", Flow).show(_steps(hand, say))
        self._static("now", list(_at_hand(hand, say)))
        self.query_one(FactsTable).show(hand.facts, say, today)
        self._static("grounds", list(_grounds(hand.suggestion, say)))
        self._static("aids", [shown(f"· {say(aid)}") for aid in hand.aids])
        self._static("after", list(_after(hand, say)))

    def _static(self, part: str, lines: list[Content]) -> None:
        widget = self.query_one(f"#{part}", Static)
        widget.display = bool(lines)
        widget.update(stacked(*lines))


def proposal(suggestion: SuggestionView, say: Teller) -> Content:
    """Return a suggestion: its answer, and until it is opened the number of its grounds."""
    answer = shown(say("tui.desk.proposed", answer=suggestion.answer), "bold")
    if suggestion.scale:
        answer = stacked(answer, shown(say(suggestion.scale)))
    if suggestion.opened:
        return answer
    return stacked(answer, shown(say("tui.desk.basis", n=suggestion.basis), "$foreground-muted"))


def hand_title(hand: CaseView | None, say: Teller) -> Content:
    """Return what stands above the case in hand."""
    if hand is None:
        return shown(say("tui.desk.hand"))
    return shown(say("case.option", title=hand.title, name=hand.name))


def _who(hand: CaseView, say: Teller) -> Iterator[Content]:
    channel = say(f"tui.desk.channel.{hand.channel}")
    person = say("tui.desk.person", number=hand.number, age=hand.age)
    yield shown(person) + shown(f" · {channel}", "$foreground-muted")
    if hand.words:
        yield shown(say("tui.desk.words", says=hand.words), "italic $secondary")
    elif hand.has_words:
        yield shown(say("tui.desk.words-unread"), "italic $foreground-muted")


def _steps(hand: CaseView, say: Teller) -> list[Chip]:
    return [
        Chip(
            STEP_SIGNS[step.state],
            say(f"function.{step.function}"),
            "",
            possible=step.state != "later",
            first=step.state == "now",
        )
        for step in hand.steps
    ]


def _at_hand(hand: CaseView, say: Teller) -> Iterator[Content]:
    now = hand.step_now
    if now is None:
        yield shown(say("tui.desk.all-done"), "$foreground-muted")
        return
    name, level = Phrase(f"function.{now.function}"), Phrase(f"level.{now.level}")
    yield shown(say("tui.desk.step", function=name, level=level), "$foreground-muted")
    if now.function == "calculate" and hand.rule and not hand.suggestion:
        yield shown(say("case.rule", rule=hand.rule))


def _grounds(suggestion: SuggestionView | None, say: Teller) -> Iterator[Content]:
    """Yield the lines on what a suggestion is built on, once that has been opened."""
    if suggestion is None or not (suggestion.opened or suggestion.considerations):
        return
    yield shown(say("tui.desk.grounds"), "bold")
    for line in suggestion.opened:
        value, source = say.write(line.told), say(line.source_name)
        yield shown(f"  {say(line.label)}: {value} · {source}")
    for label in suggestion.considerations:
        yield shown(f"  ☑ {say(label)}")


def _after(hand: CaseView, say: Teller) -> Iterator[Content]:
    for need in hand.needs:
        yield shown(say("case.needs", need=need))
    for line in hand.documents:
        yield shown(say(line.says))
    if hand.reopened:
        yield shown(say(hand.reopened), "bold")
    if hand.fell_out:
        yield shown(say(hand.fell_out), "bold")
    if hand.heard != "no":
        yield shown(say(f"tui.desk.heard.{hand.heard}"))
    if hand.result and not hand.decision:
        yield shown(say("case.result", answer=hand.result))
    if hand.decision:
        word = "tui.desk.decided-pending" if hand.pending else "tui.desk.decided"
        yield shown(say(word, answer=hand.decision), "bold")
    if hand.taken_out:
        yield shown(say("tui.desk.taken-out"))
    if hand.notes:
        yield shown(say("tui.desk.notes", n=hand.notes))
    yield shown(say("tui.desk.about", kle=hand.kle, basis=hand.legal_basis), "$foreground-muted")
