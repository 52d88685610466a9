"""The pages of the debrief: the beginning, one for each phase of the chosen route, the rules.

A phase has its pictures and forms in order, and then its questions with fields to answer in. What
shows anything of the log waits until the student has guessed.
"""

from collections.abc import Callable, Iterator, Mapping

from textual.widget import Widget
from textual.widgets import Button

from simulator.casework.form import Option
from simulator.core.texts import Phrase, Teller
from simulator.debrief.phases import INTENTION_IN, ROUTES, Phase, minutes_of
from simulator.tui.choices import Choices
from simulator.tui.content import shown
from simulator.tui.debrief.asking import Question
from simulator.tui.debrief.cards_part import cards_part
from simulator.tui.debrief.day_page import day_page
from simulator.tui.debrief.estimating import estimate_part
from simulator.tui.debrief.forms_part import glossary_part, message_part
from simulator.tui.debrief.ladder_part import ladder_part, move_part
from simulator.tui.debrief.map_part import map_part, time_part
from simulator.tui.debrief.profile_part import profile_part
from simulator.tui.debrief.saying import Book, Card, pair, said
from simulator.tui.debrief.statements_page import statements_part
from simulator.tui.debrief.truth_page import truth_page
from simulator.tui.debrief.workbench_part import workbench_part

Page = Callable[[Book, Teller], Iterator[Widget]]

PARTS: Mapping[str, Page] = {
    "estimate": estimate_part,
    "timeline": day_page,
    "map": map_part,
    "truth": truth_page,
    "workbench": workbench_part,
    "ladder": ladder_part,
    "time": time_part,
    "move": move_part,
    "cards": cards_part,
    "profile": profile_part,
    "statements": statements_part,
    "glossary": glossary_part,
    "message": message_part,
}
"""What a phase can hold, by the name the debrief has for it."""
NOTHING_OF_THE_LOG = frozenset({"estimate", "glossary", "message"})
FRONT = ("is-log", "is-opening", "not-verdict", "not-thoughts", "not-real", "planned")


def begin_page(book: Book, say: Teller) -> Iterator[Widget]:
    """Give what the debrief asks, how long it may take, and what it is and is not."""
    found = book.reading.debrief
    if not found.whole:
        yield said(say("export.cut"), "notice")
    if found.broken:
        yield said(say("export.broken", rules=", ".join(found.broken)), "notice")
    yield said(say("export.ask.title-question"), "big")
    yield said(say("debrief-screens.route.how"), "heading")
    yield Choices(
        [Option(one, Phrase(f"debrief.route.{one}.name")) for one in ROUTES],
        say,
        filter(None, [book.reading.holding.talk.part.route]),
        id="routes",
    )
    for one in ROUTES:
        how = say(f"debrief.route.{one}.how")
        yield said(say("debrief-screens.route.line", n=minutes_of(one), how=how), "muted")
    yield said(say("export.front.title"), "heading")
    for name in FRONT:
        own = f"debrief-screens.front.{name}"  # where the document speaks of its own paper
        yield said(f"· {say(own if say.knows(own) else f'export.front.{name}')}", "item")


def phase_page(phase: Phase, book: Book, say: Teller) -> Iterator[Widget]:
    """Give a phase: its budget, its pictures and forms, its questions."""
    yield said(say(f"debrief.phase.{phase.id}.name"), "big")
    budget = say("debrief.budget", n=phase.minutes)
    talk = book.reading.holding.talk
    yield said(f"{budget}. {say(talk.how(phase))}", "muted")
    if phase.id == INTENTION_IN and (intention := book.reading.holding.intention):
        yield pair(say, "debrief-screens.intention", intention)
    waits = not talk.estimated
    for part in phase.parts:
        if waits and part not in NOTHING_OF_THE_LOG:
            continue
        yield said(say(f"debrief.part.{part}"), "heading")
        yield from PARTS[part](book, say)
    if waits and any(part not in NOTHING_OF_THE_LOG for part in phase.parts):
        yield from _waits(phase, say)
    yield from _questions(phase, book, say)


def _waits(phase: Phase, say: Teller) -> Iterator[Widget]:
    """Say that the log is not opened before the guesses; lead there from elsewhere."""
    if "estimate" not in phase.parts:
        yield said(say("debrief-screens.guess.first"), "notice")
        yield Button(shown(say("debrief-screens.guess.go")), id="to-guesses")


def _questions(phase: Phase, book: Book, say: Teller) -> Iterator[Widget]:
    asks = book.reading.holding.talk.asks(phase)
    if asks:
        yield said(say("debrief-screens.asks"), "heading")
    for asked in asks:
        yield Question(asked, book.reading.holding, say)


def rules_page(book: Book, say: Teller) -> Iterator[Widget]:
    """Give every rule with what it counts, and why it said nothing where it did."""
    if not book.reading.holding.talk.estimated:
        yield said(say("debrief-screens.guess.first"), "notice")
        return
    yield said(say("debrief-screens.rules.how"), "muted")
    for id_, texts in book.reading.debrief.texts.items():
        yield Card(
            said(say(book.reading.debrief.rule_name(id_)), "rule"),
            pair(say, "export.appendix.today", book.reading.debrief.today(id_)),
            pair(say, "export.appendix.count", texts.count),
            pair(say, "export.appendix.silent", texts.silent),
            pair(say, "export.said.cannot-show", texts.cannot_show),
        )
