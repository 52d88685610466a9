"""A debrief as one neutral document: what stands in it and in which order, for every format."""

from collections.abc import Iterable, Iterator

from simulator.casework.events.base import Event
from simulator.core.texts import Measure, Phrase, Teller
from simulator.debrief import Debrief
from simulator.debrief.timeline import LANES, Mark
from simulator.export.appendix import appendix, facts, rule_name
from simulator.export.blocks import (
    Block,
    Document,
    Figure,
    Items,
    Pairs,
    Paragraph,
    Question,
    Said,
    Section,
    Table,
)
from simulator.export.figures import draw_ladder, draw_timeline
from simulator.export.pen import Imprint, Pen, events, when

FRONT = "is-log is-opening not-verdict not-thoughts not-real planned yours"


def document(debrief: Debrief, teller: Teller, imprint: Imprint) -> Document:
    """Return the document of a debrief in the teller's language."""
    pen, opening = Pen(teller), debrief.day.opening
    return Document(
        language=teller.language,
        title=pen.say("export.title", title=opening.title),
        subtitle=pen.say("export.subtitle", where=opening.municipality, day=opening.date),
        skip=pen.say("export.skip"),
        contents=pen.say("export.contents"),
        notices=_notices(pen, debrief),
        sections=(
            _front(pen, debrief, imprint),
            pen.section("day.title", _timeline(pen, debrief)),
            pen.section("ladder.title", *_ladder(pen, debrief)),
            _statements(pen, debrief),
            pen.section("truth.title", *_truth(pen, debrief)),
            pen.section("ask.title", *_questions(pen, debrief)),
            *_own_words(pen, debrief, imprint),
            appendix(pen, debrief, imprint),
        ),
    )


def _notices(pen: Pen, debrief: Debrief) -> tuple[str, ...]:
    cut = () if debrief.whole else (pen.say("export.cut"),)
    rules = ", ".join(debrief.broken)
    return (*cut, pen.say("export.broken", rules=rules)) if rules else cut


def _front(pen: Pen, debrief: Debrief, imprint: Imprint) -> Section:
    opening = debrief.day.opening
    about = pen.pairs(
        {
            "front.scenario": opening.title,
            "front.municipality": opening.municipality,
            "front.date": Measure(opening.date, "date"),
            "front.rule-year": opening.rule_year,
            "front.seed": opening.seed,
            "front.code": imprint.code,
        }
    )
    lines = Items(tuple(pen.say(f"export.front.{name}") for name in FRONT.split()))
    return pen.section("front.title", lines, about)


def _timeline(pen: Pen, debrief: Debrief) -> Figure:
    drawn = debrief.timeline
    head = (pen.say("export.day.hour"), *(pen.say(f"debrief.lane.{lane}") for lane in LANES))
    rows = tuple(
        (pen.say("debrief.clock", at=hour), *(_marks(pen, marks) for marks in lanes))
        for hour, lanes in drawn.hours()
    )
    signs = dict.fromkeys(mark.what for mark in drawn.marks)
    words = [f"debrief.mark.{what}" for what in signs]
    key = tuple((pen.say(f"{one}.sign"), pen.say(f"{one}.word")) for one in words)
    table = Table(pen.say("export.day.table"), head, rows)
    return Figure(pen.say(drawn.caption), draw_timeline(drawn, pen.say), key, table)


def _marks(pen: Pen, marks: Iterable[Mark]) -> str:
    numbers: dict[str, list[str]] = {}
    for mark in marks:
        numbers.setdefault(pen.say(f"debrief.mark.{mark.what}.word"), []).append(str(mark.event))
    said = (f"{word} ({', '.join(found)})" for word, found in numbers.items())
    return "; ".join(said) or pen.cell(None)


def _ladder(pen: Pen, debrief: Debrief) -> tuple[Block, ...]:
    if not debrief.ladders:
        return (Paragraph(pen.say("export.ladder.none")),)
    one = debrief.ladders[0]
    rows = [
        (
            Phrase(f"function.{rung.function}"),
            None if rung.level is None else Phrase(f"level.{rung.level}"),
            rung.who,
            rung.event,
        )
        for rung in one.rungs
    ]
    table = pen.table("ladder.table", "ladder.step ladder.level ladder.who event", rows)
    caption = pen.say("export.ladder.caption", case=one.name)
    ask = Question(pen.say("export.ladder.ask"), 2)
    return (Figure(caption, draw_ladder(one, pen.say), (), table), ask)


def _statements(pen: Pen, debrief: Debrief) -> Section:
    chosen = {one.indicator for one in debrief.chosen}
    parts = tuple(_indicator(pen, debrief, id_) for id_ in debrief.texts if id_ in chosen)
    how = Paragraph(pen.say("export.said.how" if parts else "export.said.none"))
    return pen.section("said.title", how, parts=(*parts, *_rest(pen, debrief)))


def _rest(pen: Pen, debrief: Debrief) -> tuple[Section, ...]:
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
        if one not in debrief.chosen
    ]
    head = "said.rule-id appendix.when truth.case said.about said.statement event"
    table = pen.table("said.rest-table", head, rows)
    return (pen.section("said.rest", table),) if rows else ()


def _indicator(pen: Pen, debrief: Debrief, id_: str) -> Section:
    texts = debrief.texts[id_]
    said = []
    for one in debrief.chosen:
        if one.indicator == id_:
            case = debrief.evidence.case_name(one.case)
            about = {"case": case, "about": one.about, "events": events(*one.events)}
            line = pen.say("export.said.line", when=when(one.minute), **about)
            ticks = pen.words("said.fits said.place")
            said.append(Said(line, pen.say(debrief.sentence(one)), ticks))
    readings = pen.pairs(
        {
            "said.plus": texts.plus,
            "said.minus": texts.minus,
            "said.cannot-show": texts.cannot_show,
            "said.ask": texts.ask,
        }
    )
    return Section(rule_name(pen, debrief, id_), (*said, readings))


def _truth(pen: Pen, debrief: Debrief) -> tuple[Block, ...]:
    told = []
    for one in debrief.revealed:
        about = {"case": debrief.evidence.case_name(one.case), "events": events(one.event)}
        line = pen.say("export.truth.cause", when=when(one.minute), **about)
        told.append((line, " ".join(map(pen.say, one.causes))))
    causes = Pairs(tuple(told)) if told else Paragraph(pen.say("export.truth.none"))
    parted = [one for one in debrief.compared if not one.same]
    table = (facts(pen, debrief, "truth.table", parted),) if parted else ()
    return (Paragraph(pen.say("export.truth.how")), causes, *_lay(pen, debrief), *table)


def _lay(pen: Pen, debrief: Debrief) -> tuple[Block, ...]:
    """Say what lay in the day, and which letters reached nobody."""
    lost = (
        pen.say("export.truth.unread", letter=one.what, events=events(one.event))
        for one in debrief.unread
    )
    lines = (*map(pen.say, debrief.declared), *lost)
    return (Paragraph(pen.say("export.truth.lay")), Items(lines)) if lines else ()


def _questions(pen: Pen, debrief: Debrief) -> tuple[Question, ...]:
    own = map(pen.say, debrief.day.opening.questions)
    return tuple(map(Question, (pen.say("export.ask.title-question"), *own)))


def _own_words(pen: Pen, debrief: Debrief, imprint: Imprint) -> tuple[Section, ...]:
    if imprint.words is None:
        return ()
    rows = [
        (event.seq, when(event.minute), what, text)
        for event in debrief.evidence.events
        for number, what in _written(event)
        if (text := imprint.words.get(number))
    ]
    table = pen.table("words.table", "event appendix.when words.what words.text", rows)
    none = Paragraph(pen.say("export.words.none"))
    return (pen.section("words.title", table if rows else none),)


def _written(event: Event) -> Iterator[tuple[int, Phrase]]:
    """Give the numbers of the student's words that an event holds, and what each belongs to."""
    found: int | tuple[tuple[str, int], ...] | None = getattr(event, "words", None)
    if isinstance(found, int):
        yield found, Phrase(f"debrief.mark.{event.kind}.word")
    elif found:
        yield from ((number, Phrase(f"part.{part}")) for part, number in found)
