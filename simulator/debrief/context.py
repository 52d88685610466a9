"""What every section of a debrief is made from."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from simulator.core.texts import Phrase, Teller
from simulator.debrief.blocks import Answer, Block, Question
from simulator.debrief.imprint import Imprint
from simulator.debrief.part import Part
from simulator.debrief.sharing import leaving
from simulator.debrief.talk import Talk, talk
from simulator.debrief.whole import Debrief
from simulator.debrief.writer import Writer, when

ON_SCREEN = Imprint("", "")
"""What is shown on the student's own screen: it is nobody else's, and no file."""


@dataclass(frozen=True)
class Context:
    """A debrief, what the student has said to it, whose it is, and the writer."""

    writer: Writer
    debrief: Debrief
    talk: Talk
    imprint: Imprint = ON_SCREEN
    words: Mapping[int, str] | None = None
    """The student's words that go along, by number; ``None`` where none do."""

    @property
    def part(self) -> Part:
        """The student's part."""
        return self.talk.part

    def own(self, number: int | None) -> str:
        """Return the student's words of a number; ``""`` if they do not go along."""
        return self.writer.cell((self.words or {}).get(number, "")) if number else ""

    def answer(self, asked: str) -> str:
        """Return what was answered to a question; ``""`` if nothing, or it does not go along."""
        return self.own(self.part.answers.get(asked))

    def asked(self, asked: str, lines: int = 3) -> Block:
        """Put a question with its answer, or with room to write one."""
        ask, answer = self.writer.say(self.talk.question(asked)), self.answer(asked)
        return Answer(ask, answer) if answer else Question(ask, lines)

    def answered(self, every: Iterable[str]) -> tuple[Block, ...]:
        """Put those of some questions that have an answer."""
        return tuple(self.asked(question) for question in every if self.answer(question))

    def told(self, event: int) -> Phrase | None:
        """Return an event as it was told on the day, or ``None`` where nothing is told of it."""
        line = self.debrief.lines.get(event)
        if line is None or (isinstance(line.what.text, str) and not self._knows(line.what.text)):
            return None
        return line.what

    def line(self, event: int) -> str:
        """Tell an event in a line: its number, when, of which case, what happened."""
        evidence, say = self.debrief.evidence, self.writer.say
        of = evidence.event(event)
        case = (say(evidence.case_name(of.case)),) if of.case else ()
        what = say(self.told(event) or Phrase("debrief.unsaid"))
        return " · ".join((str(event), say(when(of.minute)), *case, what))

    def _knows(self, word: str) -> bool:
        return self.writer.teller.knows(word)


def context_of(debrief: Debrief, teller: Teller, imprint: Imprint) -> Context:
    """Lay everything out that a document in the teller's language is made from."""
    held = talk(debrief, debrief.evidence.log)
    return Context(Writer(teller), debrief, held, imprint, leaving(debrief, imprint))
