"""The context from which every section of a debrief is made."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from simulator.core.texts import Phrase, Teller
from simulator.debrief.blocks import Answer, Block, Question
from simulator.debrief.debrief import Debrief
from simulator.debrief.debrief_state import DebriefState, debrief_state
from simulator.debrief.imprint import Imprint
from simulator.debrief.sharing import leaving
from simulator.debrief.student_side import StudentSide
from simulator.debrief.writer import Writer, when

ON_SCREEN = Imprint("", "")
"""The imprint of a debrief on the student's own screen, for which there is no file."""


@dataclass(frozen=True)
class Context:
    """A debrief, the student's answers to it, its imprint, and the writer of its language."""

    writer: Writer
    debrief: Debrief
    state: DebriefState
    imprint: Imprint = ON_SCREEN
    words: Mapping[int, str] | None = None
    """The student's own words to include, by number; ``None`` to include none."""

    @property
    def student(self) -> StudentSide:
        """The student's answers."""
        return self.state.student

    def own(self, number: int | None) -> str:
        """Return the student's words with a number; ``""`` if none or left out."""
        return self.writer.cell((self.words or {}).get(number, "")) if number else ""

    def answer(self, asked: str) -> str:
        """Return the answer to a question; ``""`` if there is none or it is left out."""
        return self.own(self.student.answers.get(asked))

    def asked(self, asked: str, lines: int = 3) -> Block:
        """Return a question with its answer, or with ``lines`` empty lines to write on."""
        ask, answer = self.writer.say(self.state.question(asked)), self.answer(asked)
        return Answer(ask, answer) if answer else Question(ask, lines)

    def answered(self, every: Iterable[str]) -> tuple[Block, ...]:
        """Return those of the questions ``every`` that have an answer, each with it."""
        return tuple(self.asked(question) for question in every if self.answer(question))

    def told(self, event: int) -> Phrase | None:
        """Return the phrase for an event, or ``None`` if it has none."""
        line = self.debrief.lines.get(event)
        if line is None:
            return None
        word = line.what.text
        return None if isinstance(word, str) and not self.writer.teller.knows(word) else line.what

    def line(self, event: int) -> str:
        """Return an event as one line: its number, the time, its case, what happened."""
        evidence, say = self.debrief.evidence, self.writer.say
        of = evidence.event(event)
        case = (say(evidence.case_name(of.case)),) if of.case else ()
        what = say(self.told(event) or Phrase("debrief.unsaid"))
        return " · ".join((str(event), say(when(of.minute)), *case, what))


def context_of(debrief: Debrief, teller: Teller, imprint: Imprint) -> Context:
    """Return the context of a document in the teller's language, with the words that may leave."""
    state = debrief_state(debrief, debrief.evidence.log)
    return Context(Writer(teller), debrief, state, imprint, leaving(debrief, imprint))
