"""A debrief as one document of blocks: its sections and their order, the same in every format."""

from dataclasses import replace

from simulator.core.texts import Teller
from simulator.debrief.blocks import Document
from simulator.debrief.context import Context, context_of
from simulator.debrief.debrief import Debrief
from simulator.debrief.imprint import Imprint
from simulator.debrief.sections import (
    appendix,
    choices,
    data,
    day,
    decided,
    followed,
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
    followed.section,
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
"""The sections of a file for the class: the choices that were made, without any comment on them."""


def document(debrief: Debrief, teller: Teller, imprint: Imprint) -> Document:
    """Return the document of a debrief in the teller's language, for those it is shared with."""
    return written(context_of(debrief, teller, imprint))


def written(context: Context) -> Document:
    """Return the document of a context: all sections, or those for the class."""
    wanted = FOR_THE_CLASS if context.imprint.share == "class" else WHOLE
    made = (make(context) for make in wanted)
    return replace(
        head(context), sections=tuple(section for section in made if section is not None)
    )


def head(context: Context) -> Document:
    """Return a document with its title and notices, and no sections yet."""
    writer, opening = context.writer, context.debrief.day.opening
    return Document(
        language=writer.teller.language,
        title=writer.say("export.title", title=opening.title),
        subtitle=writer.say("export.subtitle", where=opening.municipality, day=opening.date),
        skip=writer.say("export.skip"),
        contents=writer.say("export.contents"),
        notices=front.notices(context),
        sections=(),
    )
