"""The pages of the debrief: the beginning, one for each phase of the chosen route, the rules.

A phase has its pictures and forms in order, and then its questions with fields to answer in. What
shows anything of the log waits until the student has guessed.
"""

from collections.abc import Iterator, Mapping

from textual.app import ComposeResult
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
from simulator.tui.debrief.blocks import Blocks
from simulator.tui.debrief.book import Book
from simulator.tui.debrief.cards_part import Cards
from simulator.tui.debrief.estimate_part import Estimate
from simulator.tui.debrief.forms_part import Glossary, MessageToIT
from simulator.tui.debrief.ladder_part import Ladders, Move
from simulator.tui.debrief.paragraphs import pair, paragraph
from simulator.tui.debrief.part import Part
from simulator.tui.debrief.question import Question
from simulator.tui.debrief.workbench_part import Workbench

FORMS: Mapping[str, type[Part]] = {
    "estimate": Estimate,
    "workbench": Workbench,
    "ladder": Ladders,
    "move": Move,
    "cards": Cards,
    "glossary": Glossary,
    "message": MessageToIT,
}
"""The parts of a phase in which the student writes or chooses something, by name."""
NOTHING_OF_THE_LOG = frozenset({"estimate", "glossary", "message"})
FRONT = ("is-log", "is-opening", "not-verdict", "not-thoughts", "not-real", "planned")


def begin_page(book: Book, say: Teller) -> Iterator[Widget]:
    """Yield what a debrief is and is not, and of a day that is over the routes with their time."""
    for notice in notices_here(book.context(say)):
        yield paragraph(notice, "notice")
    yield paragraph(say("export.ask.title-question"), "big")
    if book.debrief.over:
        yield from _routes(book, say)
    yield paragraph(say("export.front.title"), "heading")
    for name in FRONT:
        own = f"debrief-screens.front.{name}"  # where the document speaks of its own paper
        yield paragraph(f"· {say(own if say.knows(own) else f'export.front.{name}')}", "item")


def _routes(book: Book, say: Teller) -> Iterator[Widget]:
    yield paragraph(say("debrief-screens.route.how"), "heading")
    yield Choices(
        [Option(route, Phrase(f"debrief.route.{route}.name")) for route in ROUTES],
        say,
        filter(None, [book.state.student.route]),
        id="routes",
    )
    for route in ROUTES:
        how = say(f"debrief.route.{route}.how")
        yield paragraph(say("debrief-screens.route.line", n=minutes_of(route), how=how), "muted")


def phase_page(phase: Phase, book: Book, say: Teller) -> Iterator[Widget]:
    """Yield a phase: its time, its pictures and forms, its questions."""
    yield paragraph(say(f"debrief.phase.{phase.id}.name"), "big")
    budget = say("debrief.budget", n=phase.minutes)
    state = book.state
    yield paragraph(f"{budget}. {say(state.how(phase))}", "muted")
    if phase.id == INTENTION_IN and (intention := book.debriefing.intention):
        yield pair(say, "debrief-screens.intention", intention)
    waits = not state.estimated
    for part in phase.parts:
        if waits and part not in NOTHING_OF_THE_LOG:
            continue
        yield paragraph(say(f"debrief.part.{part}"), "heading")
        yield FORMS[part](book, say) if part in FORMS else Shown(part, book, say)
    if waits and "estimate" not in phase.parts and not NOTHING_OF_THE_LOG.issuperset(phase.parts):
        yield paragraph(say("debrief-screens.guess.first"), "notice")
        yield Button(shown(say("debrief-screens.guess.go")), id="to-guesses")
    if asks := state.asks(phase):
        yield paragraph(say("debrief-screens.asks"), "heading")
    for asked in asks:
        yield Question(asked, book, say)


class Shown(Part):
    """What a phase shows of the log."""

    def __init__(self, sheet: Sheet, book: Book, say: Teller) -> None:
        super().__init__(book, say, id=f"sheet-{sheet}")
        self._sheet = sheet

    def compose(self) -> ComposeResult:
        """Draw its blocks."""
        context = self.book.context(self.say)
        yield from Blocks(self.book, context, self._sheet).draw(SHEETS[self._sheet](context))


def rules_page(book: Book, say: Teller) -> Iterator[Widget]:
    """Yield every rule with what it counts, and why a rule made no statement about this day."""
    if not book.state.estimated:
        yield paragraph(say("debrief-screens.guess.first"), "notice")
        return
    yield paragraph(say("debrief-screens.rules.how"), "muted")
    context = book.context(say)
    yield from Blocks(book, context, "rules").sections(rules(context))
