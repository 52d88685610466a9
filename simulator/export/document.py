"""A debrief as one neutral document: what stands in it and in which order, for every format."""

from dataclasses import replace

from simulator.core.texts import Teller
from simulator.debrief import Debrief
from simulator.export.blocks import Document
from simulator.export.paper import Paper, paper
from simulator.export.pen import Imprint
from simulator.export.sections import (
    appendix,
    choices,
    data,
    day,
    decided,
    front,
    glossary,
    message,
    minutes,
    own_words,
    questions,
    statements,
    truth,
    values,
)

WHOLE = (
    front.section,
    day.section,
    data.section,
    decided.section,
    minutes.section,
    values.section,
    statements.section,
    truth.section,
    questions.section,
    own_words.section,
    glossary.section,
    message.section,
    appendix.section,
)
FOR_THE_CLASS = (front.section, choices.section, appendix.made)
"""A class sees the choices, and nothing that was made of them."""


def document(debrief: Debrief, teller: Teller, imprint: Imprint) -> Document:
    """Return the document of a debrief in the teller's language, for those it is shared with."""
    return written(paper(debrief, teller, imprint))


def written(paper: Paper) -> Document:
    """Return the document that is written from what has been laid out."""
    wanted = FOR_THE_CLASS if paper.imprint.share == "class" else WHOLE
    made = (make(paper) for make in wanted)
    return replace(head(paper), sections=tuple(one for one in made if one is not None))


def head(paper: Paper) -> Document:
    """Return a document with nothing but what stands above its sections."""
    pen, opening = paper.pen, paper.debrief.day.opening
    return Document(
        language=pen.teller.language,
        title=pen.say("export.title", title=opening.title),
        subtitle=pen.say("export.subtitle", where=opening.municipality, day=opening.date),
        skip=pen.say("export.skip"),
        contents=pen.say("export.contents"),
        notices=_notices(paper),
        sections=(),
    )


def _notices(paper: Paper) -> tuple[str, ...]:
    debrief, pen = paper.debrief, paper.pen
    cut = () if debrief.whole else (pen.say("export.cut"),)
    rules = ", ".join(debrief.broken)
    return (*cut, pen.say("export.broken", rules=rules)) if rules else cut
