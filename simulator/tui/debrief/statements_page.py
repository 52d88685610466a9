"""Statements as cards: the sentence, the events behind it, two readings, what no log can show."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from textual.widget import Widget

from simulator.core.texts import Teller
from simulator.tui.debrief.evidence import when
from simulator.tui.debrief.saying import Book, Card, pair, rule_name, said

if TYPE_CHECKING:
    from simulator.debrief.statements import Statement


def statements_page(book: Book, say: Teller) -> Iterator[Widget]:
    """Give the chosen statements as cards, one a rule, then the rest in short."""
    found = book.reading.debrief
    few = found.chosen
    yield said(say("debrief-screens.said.how" if few else "export.said.none"), "muted")
    numbered = list(enumerate(few))
    for id_ in dict.fromkeys(one.indicator for one in few):
        yield Card(*_parts(book, say, id_, [n for n in numbered if n[1].indicator == id_]))
    rest = [one for one in found.statements if one not in few]
    if rest:
        yield said(say("export.said.rest"), "heading")
    for number, one in enumerate(rest, len(few)):
        yield said(f"{_where(book, say, one)}\n{say(found.sentence(one))}")
        yield book.numbers(say, f"said-{number}", one.events)


def _parts(
    book: Book, say: Teller, id_: str, numbered: "Sequence[tuple[int, Statement]]"
) -> Iterator[Widget]:
    """Give what a rule said, each time it spoke; its readings and its question once."""
    texts = book.reading.debrief.texts[id_]
    yield said(rule_name(say, id_, texts), "rule")
    for number, one in numbered:
        yield said(_where(book, say, one), "where muted")
        yield said(say(book.reading.debrief.sentence(one)))
        yield book.numbers(say, f"said-{number}", one.events)
    yield said("")
    yield pair(say, "export.said.plus", texts.plus)
    yield pair(say, "export.said.minus", texts.minus)
    yield pair(say, "export.said.cannot-show", texts.cannot_show)
    yield pair(say, "export.said.ask", texts.ask)


def _where(book: Book, say: Teller, one: "Statement") -> str:
    case = book.reading.debrief.evidence.case_name(one.case)
    return " · ".join((when(one.minute, say), say(case), say(one.about)))
