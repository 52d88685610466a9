"""The pages of the debrief: each gives a few widgets in the language of the teller."""

from collections.abc import Callable, Iterator, Mapping

from textual.widget import Widget

from simulator.core.texts import Phrase, Teller
from simulator.tui.debrief.day_page import day_page
from simulator.tui.debrief.pictures import draw_ladder
from simulator.tui.debrief.saying import Book, Card, pair, rule_name, said
from simulator.tui.debrief.statements_page import statements_page
from simulator.tui.debrief.truth_page import truth_page
from simulator.tui.systems.drawn import Drawn

Page = Callable[[Book, Teller], Iterator[Widget]]

FRONT = ("is-log", "is-opening", "not-verdict", "not-thoughts", "not-real", "planned")


def question_page(book: Book, say: Teller) -> Iterator[Widget]:
    """Give what the debrief asks, and what it is and is not."""
    found, opening = book.reading.debrief, book.reading.debrief.day.opening
    if not found.whole:
        yield said(say("export.cut"), "notice")
    if found.broken:
        yield said(say("export.broken", rules=", ".join(found.broken)), "notice")
    yield said(say("export.ask.title-question"), "big")
    yield said(say("debrief-screens.question.how"), "muted")
    if opening.questions:
        yield said(say("debrief-screens.question.more"), "heading")
        for one in opening.questions:
            yield said(f"· {say(one)}", "item")
    yield said(say("export.front.title"), "heading")
    for name in FRONT:
        own = f"debrief-screens.front.{name}"  # where the document speaks of its own paper
        yield said(f"· {say(own if say.knows(own) else f'export.front.{name}')}", "item")


def ladder_page(book: Book, say: Teller) -> Iterator[Widget]:
    """Give the ladder of every case, with the event behind each step."""
    ladders = book.reading.debrief.ladders
    if not ladders:
        yield said(say("export.ladder.none"))
        return
    for one in ladders:
        yield said(say("export.ladder.caption", case=one.name), "heading")
        yield Drawn(lambda width, one=one: draw_ladder(one, say, width))  # type: ignore[misc]
        numbers = tuple(rung.event for rung in one.rungs if rung.event is not None)
        yield book.numbers(say, f"ladder-{one.case}", numbers)
    yield said(say("export.ladder.ask"), "ask")


def rules_page(book: Book, say: Teller) -> Iterator[Widget]:
    """Give every rule with what it counts, and why it said nothing where it did."""
    yield said(say("debrief-screens.rules.how"), "muted")
    for id_, texts in book.reading.debrief.texts.items():
        yield Card(
            said(rule_name(say, id_, texts), "rule"),
            pair(say, "export.appendix.today", _today(book, id_)),
            pair(say, "export.appendix.count", texts.count),
            pair(say, "export.appendix.silent", texts.silent),
            pair(say, "export.said.cannot-show", texts.cannot_show),
        )


def _today(book: Book, id_: str) -> Phrase:
    found = book.reading.debrief
    if id_ in found.broken:
        return Phrase("export.appendix.broke")
    if id_ not in found.silences:
        return Phrase("export.appendix.spoke")
    silent = {"silent": found.texts[id_].silent}
    return Phrase(f"debrief.silence.{found.silences[id_].reason}", silent)


PAGES: Mapping[str, Page] = {
    "question": question_page,
    "day": day_page,
    "said": statements_page,
    "ladder": ladder_page,
    "truth": truth_page,
    "rules": rules_page,
}
"""By the name of their tab, in their order."""
