"""The statements: those to discuss as cards with the student's opinion of each, then the rest.

The student's objection stands directly below the statement, in the same size.
"""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import replace

from simulator.core.texts import Phrase
from simulator.debrief.blocks import Block, Pairs, Said, Section
from simulator.debrief.context import Context
from simulator.debrief.sharing import shows_contests
from simulator.debrief.statements import Statement
from simulator.debrief.student_side import Said as Verdict
from simulator.debrief.writer import when


def section(context: Context) -> Section:
    """Return the section on statements: cards grouped by rule, the rest as a table."""
    writer, cards = context.writer, _cards(context)
    spoken = {statement.indicator for statement in cards}
    parts = tuple(
        _indicator(context, id_, [card for card in cards if card.indicator == id_])
        for id_ in context.debrief.texts
        if id_ in spoken
    )
    how = writer.quiet("export.said.how" if parts else "export.said.none")
    return writer.section("said.title", how, parts=(*parts, *_rest(context, cards)))


def sheet(context: Context) -> tuple[Block, ...]:
    """Return the statements that are not among the cards to discuss, by time of day."""
    cards = context.state.cards
    rest = [statement for statement in context.debrief.statements if statement not in cards]
    how = context.writer.quiet(f"export.said.{'rest-how' if rest else 'no-rest'}")
    return (how, *(as_said(context, statement, code=True) for statement in rest))


def as_said(context: Context, statement: Statement, *, code: bool = False) -> Said:
    """Return a statement with its case, time and events, and the id of its rule if ``code``."""
    rule = f"{statement.indicator} · " if code else ""
    sentence = context.writer.say(context.debrief.sentence(statement))
    events = context.writer.events(*statement.events)
    return Said(rule + where(context, statement), sentence, events)


def where(context: Context, statement: Statement) -> str:
    """Return a line with the time of a statement, its case, and what it is about."""
    case = context.debrief.evidence.case_name(statement.case)
    texts = map(context.writer.say, (when(statement.minute), case, statement.about))
    return " · ".join(dict.fromkeys(filter(None, texts)))


def readings(context: Context, indicator: str) -> Pairs:
    """Return both readings of an indicator, what no log can show, and what to ask."""
    texts = context.debrief.texts[indicator]
    return context.writer.pairs(
        {
            "said.plus": texts.plus,
            "said.minus": texts.minus,
            "said.cannot-show": texts.cannot_show,
            "said.ask": texts.ask,
        }
    )


def own(context: Context, statement: Statement) -> tuple[str, ...]:
    """Return the student's opinion of a statement: whether it fits, and where it is placed."""
    verdict, placed = _opinions(context, statement)
    return (*_own(context, "verdict", verdict), *_own(context, "place", placed))


def _opinions(context: Context, statement: Statement) -> tuple[Verdict | None, Verdict | None]:
    """Return the student's verdict on a statement, if it may be shown, and where they placed it."""
    return _contested(context).get(statement.id), context.student.placed.get(statement.id)


def _cards(context: Context) -> tuple[Statement, ...]:
    """Return the chosen statements, and others that the student has placed or contested."""
    spoken_of = {*context.student.placed, *_contested(context)}
    few = context.debrief.chosen
    every = context.debrief.statements
    return tuple(card for card in every if card in few or card.id in spoken_of)


def _contested(context: Context) -> Mapping[str, Verdict]:
    return context.student.contested if shows_contests(context.imprint) else {}


def _indicator(context: Context, id_: str, cards: Iterable[Statement]) -> Section:
    blocks = (_card(context, card) for card in cards)
    title = context.writer.say(context.debrief.rule_name(id_))
    return Section(title, (*blocks, readings(context, id_)))


def _card(context: Context, statement: Statement) -> Said:
    verdict, placed = _opinions(context, statement)
    left = (*(() if verdict else ("said.fits",)), *(() if placed else ("said.place",)))
    ticks = context.writer.words(" ".join(left))
    return replace(as_said(context, statement), own=own(context, statement), ticks=ticks)


def _own(context: Context, word: str, opinion: Verdict | None) -> tuple[str, ...]:
    if opinion is None:
        return ()
    what, words = Phrase(f"debrief.{word}.{opinion.what}"), context.own(opinion.words)
    kind = f"{word}-words" if words else word
    return (context.writer.say(Phrase(f"export.said.own.{kind}", {"what": what, "words": words})),)


def _rest(context: Context, cards: Collection[Statement]) -> tuple[Section, ...]:
    debrief = context.debrief
    rows = [
        (
            statement.indicator,
            when(statement.minute),
            debrief.evidence.case_name(statement.case),
            statement.about,
            debrief.sentence(statement),
            ", ".join(map(str, statement.events)),
        )
        for statement in debrief.statements
        if statement not in cards
    ]
    head = "said.rule-id appendix.when truth.case said.about said.statement event"
    table = context.writer.table("said.rest-table", head, rows)
    return (context.writer.section("said.rest", table),) if rows else ()
