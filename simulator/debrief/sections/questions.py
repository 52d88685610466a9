"""The questions of the debrief: with the student's answers, or with room to write."""

from simulator.debrief.blocks import Section
from simulator.debrief.context import Context
from simulator.debrief.phases import MESSAGE, TITLE_QUESTION, askable, own_asks
from simulator.debrief.sections.data import EASIER_AND_HARDER
from simulator.debrief.sections.day import STORY
from simulator.debrief.sections.decided import WHICH_STEP

OUTWARD = ("tension", "error", "7a-keep", "7a-change", "7a-ask")
"""The questions that a document has whether or not they were answered."""
_ELSEWHERE = {STORY, EASIER_AND_HARDER, WHICH_STEP, *MESSAGE}


def section(context: Context) -> Section:
    """Return the questions: the title question first, then the scenario's own.

    Its own are asked when the day is over: they may give away what was planted.
    """
    own = len(context.debrief.day.opening.questions) if context.debrief.over else 0
    always = (TITLE_QUESTION, *own_asks(own), *OUTWARD)
    others = [
        question
        for question in askable(own)
        if question not in always and question not in _ELSEWHERE
    ]
    answers = context.answered(others)
    return context.writer.section("ask.title", *map(context.asked, always), *answers)
