"""The letter, the payment and the note."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from simulator.casework.actions.chain import (
    AUTOMATION,
    StepCommand,
    automated,
    carry_on,
    decided,
    done,
    level_cause,
    lists,
    presents,
    takes,
)
from simulator.casework.actions.deciding import nothing_decided
from simulator.casework.actions.promising import keep
from simulator.casework.automation import composed_parts
from simulator.casework.case_state import planned, with_case, with_contact
from simulator.casework.case_types import (
    DECIDING,
    POINTING_OUT,
    PRESENTING,
    SUGGESTING,
    Answer,
    Function,
)
from simulator.casework.commands import CourseCommand
from simulator.casework.day import Case, Day
from simulator.casework.engine import Run, decides
from simulator.casework.events import Event, Question, event, evolves
from simulator.casework.form import Answers, Blank, Occasion, Words
from simulator.casework.letters import MANNERS, PARTS, REASONS, Channel, lix, written
from simulator.casework.own_words import OwnWords, is_blank, length
from simulator.casework.payments import amount_of
from simulator.casework.people import after, does, impatience, reached
from simulator.casework.plans import Ring
from simulator.casework.refusals import Refused
from simulator.casework.sights import Seen
from simulator.casework.telling import tells, told
from simulator.core.causes import Cause
from simulator.core.texts import Measure, Phrase, Text
from simulator.core.values import changed

# What the caseworker can do -------------------------------------------------------------------


class _Letter:
    """The letter: how each part is written, and the own words of those that are."""

    def blanks(self, at: Occasion) -> Iterator[Blank]:
        """Yield the one blank it is."""
        yield Blank("letter", "letter", Phrase("blank.letter"))

    def fields(self, at: Occasion, answers: Answers) -> Mapping[str, Any]:
        """Return the parts, and the own words by part."""
        written_as: Mapping[str, str] = answers.get("letter") or {}
        own = {
            name.removeprefix("own."): text
            for name, text in written_as.items()
            if name.startswith("own.")
        }
        parts = {name: how for name, how in written_as.items() if not name.startswith("own.")}
        return {"parts": parts, "own": {part: text for part, text in own.items() if text}}


@dataclass(frozen=True)
class SendLetter(StepCommand):
    """Write and send the letter; ``own`` by part, for the parts in own words."""

    parts: Mapping[str, str]
    own: Mapping[str, OwnWords] = field(default_factory=dict)
    read_as: tuple[int, int] | None = None
    """The words of all parts in own words together, and their readability figure, where the text
    is no longer there."""

    step = "write"
    form = (_Letter(),)

    def remembered(self, events: Iterable[Event]) -> Mapping[str, Any]:
        """Return how long its own words were together, and how readable."""
        made = [event for event in events if isinstance(event, LetterComposed)]
        return {"read_as": (made[0].length, made[0].lix)} if made and self.own else {}


@dataclass(frozen=True)
class Release(StepCommand):
    """Set the payment to go out."""

    step = "pay"


@dataclass(frozen=True)
class AddNote(CourseCommand):
    """Put a note on the case."""

    words: OwnWords

    rank = 0
    form = (Words(optional=False, asks="note"),)


# What happened --------------------------------------------------------------------------------


@event("letter.composed", unseen=True)
class LetterComposed(Event):
    """A letter took form."""

    parts: tuple[tuple[str, str], ...]
    """(part, ``absent``, ``template`` or ``own``), in the order of the letter."""
    level: int
    words: tuple[tuple[str, int], ...] = ()
    """(part, number of the student's words)."""
    length: int = 0
    lix: int = 0


@event("letter.sent")
class LetterSent(Event):
    """A letter was sent: now the decision exists."""

    channel: Channel
    parts: tuple[tuple[str, str], ...]
    facts: tuple[Seen, ...]
    """Told: the facts that stood in the letter."""
    answer: Answer | None


@event("autodecision.issued", unseen=True)
class AutodecisionIssued(Event):
    """A decision went out with no human step in weighing and writing."""

    basis: tuple[Seen, ...]
    answer: Answer
    parts: tuple[tuple[str, str], ...]


@event("approval.given", unseen=True)
class ApprovalGiven(Event):
    """A payment that was readied by automation was approved."""


@event("payment.released")
class PaymentReleased(Event):
    """Money was set to go out."""

    amount: int
    """Øre a month, or once."""
    once: bool = False


@event("note.added")
class NoteAdded(Event):
    """A note was put on the case."""

    words: int
    length: int


# The letter -----------------------------------------------------------------------------------


def send_letter(
    run: Run,
    case: Case,
    parts: tuple[tuple[str, str], ...],
    by: str = "player",
    question: Question | None = None,
) -> None:
    """Send the letter of a case: now its decision exists for the citizen."""
    run.happens(
        LetterSent,
        by=by,
        case=case.id,
        channel=written(case.channel),
        parts=parts,
        facts=case.built_on if dict(parts)["facts"] != "absent" else (),
        answer=case.decision,
        because=decided(case),
        question=question,
    )
    keep(run, case, "letter")


@decides(SendLetter)
def _send(run: Run, command: SendLetter, case: Case) -> None:
    if case.decision is None:
        raise nothing_decided()
    parts = _parts(command)
    numbers = {part: run.word(text) for part, text in sorted(command.own.items()) if text}
    words = tuple((part, number) for part, number in numbers.items() if number)
    words_long, readability = _read_as(command)
    run.does(
        LetterComposed,
        parts=parts,
        level=run.day.level(case, "write"),
        words=words,
        length=words_long,
        lix=readability,
    )
    send_letter(run, case, parts, question=run.question(case.id, "write", "letter"))
    done(run, run.day.cases[case.id], "write", "by-hand")
    carry_on(run, case.id)


def _read_as(command: SendLetter) -> tuple[int, int]:
    """Return the words of all parts in own words together, and their readability figure."""
    if command.read_as:
        return command.read_as
    text = " ".join(text for text in command.own.values() if isinstance(text, str))
    return length(text), lix(text)


def _parts(command: SendLetter) -> tuple[tuple[str, str], ...]:
    if not set(command.parts) <= set(PARTS) or not set(command.parts.values()) <= set(MANNERS):
        raise Refused("no-such-part")
    parts = tuple((part, command.parts.get(part, "absent")) for part in PARTS)
    if all(manner == "absent" for _, manner in parts):
        raise Refused("empty-letter", helps="send_letter")
    if any(manner == "own" and is_blank(command.own.get(part, "")) for part, manner in parts):
        raise Refused("own-words-missing")
    if any(text and command.parts.get(part) != "own" for part, text in command.own.items()):
        raise Refused("own-words-unused")
    return parts


@evolves(LetterComposed)
def _composed(day: Day, event: LetterComposed) -> Day:
    case = day.cases[event.case or ""]
    return with_case(
        day,
        case.id,
        composed=event.parts,
        own_words=event.words,
        read_as_citizen=False,
        shown=case.shown | {"write"},
    )


@evolves(LetterSent)
def _sent(day: Day, event: LetterSent) -> Day:
    unread = event.by == AUTOMATION
    day = with_case(day, event.case, letter=event.seq, letter_at=event.minute, letter_unread=unread)
    case = day.cases[event.case or ""]
    if not reached(day, case.party, event.channel):
        return day
    if case.reopened and case.reopened.ground == "fault":  # its letter says so, and is sorry
        day = with_contact(day, case.party, "owned")
    day = changed(day, agenda=day.agenda.without(Ring, case.id))
    chance = impatience(day, case.party, _chance(day, case, event))
    if does(day, case, "ring.letter", chance):
        at = event.minute + after(day, case, "ring.letter", day.opening.conduct.ring_after)
        about = "ring.adverse" if day.is_adverse(case) else "ring.letter"
        day = planned(day, at, Ring(case.id, about), event.seq)
    return day


def _chance(day: Day, case: Case, event: LetterSent) -> int:
    conduct = day.opening.conduct
    adverse = day.is_adverse(case)
    chance = conduct.rings_about_adverse if adverse else conduct.rings_about_letter
    if all(dict(event.parts)[part] != "absent" for part in REASONS):
        chance -= conduct.less_when_reasoned
    if (case.party, "called") in day.contacts:
        chance -= conduct.less_when_called
    return max(0, chance)


@lists("write")
def _listed_parts(run: Run, case: Case, level: int) -> tuple[str, ...]:
    kind = run.day.case_type(case)
    owed = kind.owed(case.decision, case.decided_by) if case.decision else ()
    return tuple(sorted(owed)) if level == POINTING_OUT else ("blocks",)


@presents(("write",), SUGGESTING)
def _propose_letter(run: Run, case: Case, function: Function, level: int) -> None:
    _compose(run, case, function, level)


def _compose(run: Run, case: Case, function: Function, level: int) -> tuple[tuple[str, str], ...]:
    assert case.decision is not None
    parts = composed_parts(run.day.case_type(case), case.decision, case.decided_by)
    automated(run, LetterComposed, case, function, *decided(case), parts=parts, level=level)
    return parts


@takes("write")
def _take_writing(run: Run, case: Case, function: Function) -> bool:
    if case.decision is None:
        return False
    parts = _compose(run, case, function, DECIDING)
    if case.decided_by == "automation":
        automated(
            run,
            AutodecisionIssued,
            case,
            function,
            *decided(case),
            basis=case.built_on,
            answer=case.decision,
            parts=parts,
        )
    send_letter(run, case, parts, AUTOMATION)
    done(run, case, function, AUTOMATION, AUTOMATION, (level_cause(run, case, function),))
    return True


# The payment and the note ---------------------------------------------------------------------


def release(
    run: Run,
    case: Case,
    by: str = "player",
    minutes: int = 0,
    because: tuple[Cause, ...] = (),
    question: Question | None = None,
) -> None:
    """Set the payment of a decided case to go out."""
    outcome = run.day.outcome(case)
    run.happens(
        PaymentReleased,
        by=by,
        case=case.id,
        amount=amount_of(run.day, case),
        once=bool(outcome and outcome.once),
        minutes=minutes,
        because=(*decided(case), *because),
        question=question,
    )


@lists("pay")
def _listed_checks(run: Run, case: Case, level: int) -> tuple[str, ...]:
    checks = ("account", "amount")
    return checks if level == PRESENTING else (*checks, "decision", "letter")


@takes("pay")
def _take_paying(run: Run, case: Case, function: Function) -> bool:
    because = (level_cause(run, case, function),)
    release(run, case, AUTOMATION, 0, because)
    done(run, case, function, AUTOMATION, AUTOMATION, (*because, *decided(case)))
    return True


@decides(Release)
def _release(run: Run, command: Release, case: Case) -> None:
    minutes, question = run.cost, run.question(case.id, "pay", "release")
    if run.day.level(case, "pay") == SUGGESTING:
        given = run.happens(ApprovalGiven, case=case.id, question=question)
        release(run, case, minutes=minutes, because=(given.seq,))
    else:
        release(run, case, minutes=minutes, question=question)
    done(run, run.day.cases[case.id], "pay", "by-hand")
    carry_on(run, case.id)


@evolves(PaymentReleased)
def _paid(day: Day, event: PaymentReleased) -> Day:
    return with_case(day, event.case, paid=True)


@decides(AddNote)
def _note(run: Run, command: AddNote, case: Case) -> None:
    if is_blank(command.words):
        raise Refused("empty-note", helps="add_note")
    run.does(NoteAdded, length=length(command.words))


@evolves(NoteAdded)
def _noted(day: Day, event: NoteAdded) -> Day:
    case = day.cases[event.case or ""]
    return with_case(day, case.id, notes=case.notes + 1)


@tells(PaymentReleased)
def _tell_paid(day: Day, event: PaymentReleased) -> Phrase:
    paid_as = _paid_as(day, event)
    which = "-once" if event.once else "-as" if paid_as else ""
    amount = Measure(event.amount, "kr")
    return told(day, event, which, **{"sum": amount, "as": paid_as or ""})


def _paid_as(day: Day, event: Event) -> Text | None:
    return day.case_type(day.cases[event.case]).paid_as if event.case else None
