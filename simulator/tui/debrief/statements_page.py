"""All statements in short: where, the sentence, and the events behind it."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from textual.widget import Widget

from simulator.core.texts import Teller
from simulator.tui.debrief.evidence import when
from simulator.tui.debrief.saying import Book, said

if TYPE_CHECKING:
    from simulator.debrief.statements import Statement


def statements_part(book: Book, say: Teller) -> Iterator[Widget]:
    """Give the statements that are not among the cards, by time of day."""
    found, few = book.reading.debrief, book.reading.holding.talk.cards
    rest = [one for one in found.statements if one not in few]
    yield said(say("debrief-screens.statements.how" if rest else "debrief-screens.statements.none"))
    for number, one in enumerate(rest):
        yield said(f"{one.indicator} · {where(book, say, one)}", "where muted")
        yield said(say(found.sentence(one)))
        yield book.numbers(say, f"said-{number}", one.events)


def where(book: Book, say: Teller, one: "Statement") -> str:
    """Say when and of what a statement is."""
    case = book.reading.debrief.evidence.case_name(one.case)
    told = (when(one.minute, say), say(case), say(one.about))
    return " · ".join(dict.fromkeys(filter(None, told)))
