"""The pages of the debrief: the beginning, one for each phase of the chosen route, the rules.

A phase has its pictures and forms in order, and then its questions with fields to answer in. What
shows anything of the log waits until the student has guessed.
"""

from collections.abc import Callable, Iterator, Mapping

from textual.app import ComposeResult
from textual.containers import VerticalGroup
from textual.widget import Widget
from textual.widgets import Button

from simulator.casework.form import Option
from simulator.core.texts import Phrase, Teller
from simulator.debrief.phases import INTENTION_IN, ROUTES, Phase, Sheet, minutes_of
from simulator.debrief.sections.appendix import rules
from simulator.debrief.sections.front import notices_here
from simulator.debrief.sheets import SHEETS
from simulator.tui.choices import Choices
from simulator.tui.content import shown
from simulator.tui.debrief.asking import Question
from simulator.tui.debrief.blocks import Blocks
from simulator.tui.debrief.cards_part import cards_part
from simulator.tui.debrief.estimating import estimate_part
from simulator.tui.debrief.forms_part import glossary_part, message_part
from simulator.tui.debrief.ladder_part import ladder_part, move_part
from simulator.tui.debrief.saying import Book, pair, paragraph
from simulator.tui.debrief.workbench_part import workbench_part

Page = Callable[[Book, Teller], Iterator[Widget]]

FORMS: Mapping[str, Page] = {
    "estimate": estimate_part,
    "workbench": workbench_part,
    "ladder": ladder_part,
    "move": move_part,
    "cards": cards_part,
    "glossary": glossary_part,
    "message": message_part,
}
"""The parts of a phase in which the student writes or chooses something, by name."""
NOTHING_OF_THE_LOG = frozenset({"estimate", "glossary", "message"})
FRONT = ("is-log", "is-opening", "not-verdict", "not-thoughts", "not-real", "planned")


def begin_page(book: Book, say: Teller) -> Iterator[Widget]:
    """Yield what a debrief is and is not, and the routes with how long each takes."""
    for notice in notices_here(book.context(say)):
        yield paragraph(notice, "notice")
    yield paragraph(say("export.ask.title-question"), "big")
    yield paragraph(say("debrief-screens.route.how"), "heading")
    yield Choices(
        [Option(route, Phrase(f"debrief.route.{route}.name")) for route in ROUTES],
        say,
        filter(None, [book.reading.debriefing.state.student.route]),
        id="routes",
    )
    for route in ROUTES:
        how = say(f"debrief.route.{route}.how")
        yield paragraph(say("debrief-screens.route.line", n=minutes_of(route), how=how), "muted")
    yield paragraph(say("export.front.title"), "heading")
    for name in FRONT:
        own = f"debrief-screens.front.{name}"  # where the document speaks of its own paper
        yield paragraph(f"· {say(own if say.knows(own) else f'export.front.{name}')}", "item")


def phase_page(phase: Phase, book: Book, say: Teller) -> Iterator[Widget]:
    """Yield a phase: its time, its pictures and forms, its questions."""
    yield paragraph(say(f"debrief.phase.{phase.id}.name"), "big")
    budget = say("debrief.budget", n=phase.minutes)
    state = book.reading.debriefing.state
    yield paragraph(f"{budget}. {say(state.how(phase))}", "muted")
    if phase.id == INTENTION_IN and (intention := book.reading.debriefing.intention):
        yield pair(say, "debrief-screens.intention", intention)
    waits = not state.estimated
    for part in phase.parts:
        if waits and part not in NOTHING_OF_THE_LOG:
            continue
        yield paragraph(say(f"debrief.part.{part}"), "heading")
        yield from FORMS[part](book, say) if part in FORMS else [Shown(part, book, say)]
    if waits and any(part not in NOTHING_OF_THE_LOG for part in phase.parts):
        yield from _waits(phase, say)
    yield from _questions(phase, book, say)


class Shown(VerticalGroup):
    """What a phase shows of the log; ``recompose`` draws it again after the debrief has changed."""

    def __init__(self, sheet: Sheet, book: Book, say: Teller) -> None:
        super().__init__(id=f"sheet-{sheet}")
        self._sheet, self._book, self._say = sheet, book, say

    def compose(self) -> ComposeResult:
        """Draw its blocks."""
        context = self._book.context(self._say)
        yield from Blocks(self._book, context, self._sheet).draw(SHEETS[self._sheet](context))


def _waits(phase: Phase, say: Teller) -> Iterator[Widget]:
    """Yield the notice that guesses come before the log, with a button to where they are made."""
    if "estimate" not in phase.parts:
        yield paragraph(say("debrief-screens.guess.first"), "notice")
        yield Button(shown(say("debrief-screens.guess.go")), id="to-guesses")


def _questions(phase: Phase, book: Book, say: Teller) -> Iterator[Widget]:
    asks = book.reading.debriefing.state.asks(phase)
    if asks:
        yield paragraph(say("debrief-screens.asks"), "heading")
    for asked in asks:
        yield Question(asked, book.reading.debriefing, say)


def rules_page(book: Book, say: Teller) -> Iterator[Widget]:
    """Yield every rule with what it counts, and why a rule made no statement about this day."""
    if not book.reading.debriefing.state.estimated:
        yield paragraph(say("debrief-screens.guess.first"), "notice")
        return
    yield paragraph(say("debrief-screens.rules.how"), "muted")
    context = book.context(say)
    yield from Blocks(book, context, "rules").sections(rules(context))
