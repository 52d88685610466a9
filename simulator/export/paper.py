"""What every section of a document is written from."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from simulator.core.texts import Teller
from simulator.debrief import Debrief
from simulator.debrief.part import Part
from simulator.debrief.talk import Talk, talk
from simulator.export.blocks import Answer, Block, Question
from simulator.export.pen import Imprint, Pen
from simulator.export.sharing import leaving


@dataclass(frozen=True)
class Paper:
    """A debrief, what the student has said to it, whose file it is, and the pen."""

    pen: Pen
    debrief: Debrief
    imprint: Imprint
    talk: Talk
    words: Mapping[int, str] | None
    """The student's words that go along, by number; nothing: none do."""

    @property
    def part(self) -> Part:
        """The student's part."""
        return self.talk.part

    def own(self, number: int | None) -> str:
        """Return the student's words of a number; empty if they do not go along."""
        return self.pen.cell((self.words or {}).get(number, "")) if number else ""

    def answer(self, asked: str) -> str:
        """Return what was answered to a question; empty if nothing, or it does not go along."""
        return self.own(self.part.answers.get(asked))

    def asked(self, asked: str, lines: int = 3) -> Block:
        """Put a question with its answer, or with room to write one."""
        ask, said = self.pen.say(self.talk.question(asked)), self.answer(asked)
        return Answer(ask, said) if said else Question(ask, lines)

    def answered(self, every: Iterable[str]) -> tuple[Block, ...]:
        """Put those of some questions that have an answer."""
        return tuple(self.asked(one) for one in every if self.answer(one))


def paper(debrief: Debrief, teller: Teller, imprint: Imprint) -> Paper:
    """Lay everything out that a document in the teller's language is written from."""
    held = talk(debrief, debrief.evidence.log)
    return Paper(Pen(teller), debrief, imprint, held, leaving(debrief, imprint))
