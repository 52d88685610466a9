"""The statements: those to talk about as cards, with what the student said of each; then the rest.

A contest stands directly under what it contests, and is as large.
"""

from simulator.core.texts import Phrase
from simulator.debrief.part import Said as SaidOf
from simulator.debrief.statements import Statement
from simulator.export.blocks import Paragraph, Said, Section
from simulator.export.paper import Paper
from simulator.export.pen import when, where
from simulator.export.sharing import shows_contests


def section(paper: Paper) -> Section:
    """Return the statements."""
    pen, cards = paper.pen, _cards(paper)
    spoken = {one.indicator for one in cards}
    parts = tuple(
        _indicator(paper, id_, [one for one in cards if one.indicator == id_])
        for id_ in paper.debrief.texts
        if id_ in spoken
    )
    how = Paragraph(pen.say("export.said.how" if parts else "export.said.none"))
    return pen.section("said.title", how, parts=(*parts, *_rest(paper, cards)))


def _cards(paper: Paper) -> tuple[Statement, ...]:
    """Return the few to begin with, and whatever else the student has said something of."""
    spoken_of = {*paper.part.placed, *(paper.part.contested if _contests(paper) else ())}
    few = paper.debrief.chosen
    return tuple(one for one in paper.debrief.statements if one in few or one.id in spoken_of)


def _contests(paper: Paper) -> bool:
    return shows_contests(paper.imprint)


def _indicator(paper: Paper, id_: str, cards: list[Statement]) -> Section:
    pen, texts = paper.pen, paper.debrief.texts[id_]
    readings = pen.pairs(
        {
            "said.plus": texts.plus,
            "said.minus": texts.minus,
            "said.cannot-show": texts.cannot_show,
            "said.ask": texts.ask,
        }
    )
    said = (_card(paper, one) for one in cards)
    return Section(pen.say(paper.debrief.rule_name(id_)), (*said, readings))


def _card(paper: Paper, one: Statement) -> Said:
    pen = paper.pen
    verdict = paper.part.contested.get(one.id) if _contests(paper) else None
    placed = paper.part.placed.get(one.id)
    own = (*_own(paper, "verdict", verdict), *_own(paper, "place", placed))
    left = (*(() if verdict else ("said.fits",)), *(() if placed else ("said.place",)))
    line, text = pen.say(where(paper.debrief, one)), pen.say(paper.debrief.sentence(one))
    return Said(line, text, own, pen.words(" ".join(left)))


def _own(paper: Paper, word: str, said: SaidOf | None) -> tuple[str, ...]:
    if said is None:
        return ()
    what, words = Phrase(f"debrief.{word}.{said.what}"), paper.own(said.words)
    kind = f"{word}-words" if words else word
    return (paper.pen.say(Phrase(f"export.said.own.{kind}", {"what": what, "words": words})),)


def _rest(paper: Paper, cards: tuple[Statement, ...]) -> tuple[Section, ...]:
    debrief = paper.debrief
    rows = [
        (
            one.indicator,
            when(one.minute),
            debrief.evidence.case_name(one.case),
            one.about,
            debrief.sentence(one),
            ", ".join(map(str, one.events)),
        )
        for one in debrief.statements
        if one not in cards
    ]
    head = "said.rule-id appendix.when truth.case said.about said.statement event"
    table = paper.pen.table("said.rest-table", head, rows)
    return (paper.pen.section("said.rest", table),) if rows else ()
