"""The letter, the payment and the note."""

from simulator.casework.acts.chain import carry_on
from simulator.casework.acts.steps import done, release, send_letter
from simulator.casework.case_state import at_step, planned, step_minutes, with_case
from simulator.casework.commands import AddNote, Release, SendLetter, require_case_in_hand
from simulator.casework.day import Case, Day
from simulator.casework.engine import Run, decides
from simulator.casework.events import evolves
from simulator.casework.events.acting import (
    LetterComposed,
    LetterSent,
    NoteAdded,
    PaymentReleased,
)
from simulator.casework.events.automation import ApprovalGiven
from simulator.casework.letters import MANNERS, PARTS, REASONS, lix
from simulator.casework.own_words import length
from simulator.casework.people import after, does, impatience, reached
from simulator.casework.refusals import Refused
from simulator.core.values import changed


@decides(SendLetter)
def _send(run: Run, command: SendLetter) -> None:
    case = require_case_in_hand(run.day, command.case)
    at_step(run.day, case, "write")
    if case.decision is None:
        raise Refused("nothing-decided")
    parts = _parts(command)
    numbers = {part: run.word(text) for part, text in sorted(command.own.items()) if text}
    words = tuple((part, number) for part, number in numbers.items() if number)
    words_long, readability = _read_as(command)
    run.happens(
        LetterComposed,
        case=case.id,
        parts=parts,
        level=run.day.level(case, "write"),
        words=words,
        length=words_long,
        lix=readability,
        minutes=step_minutes(run.day, case, "write"),
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
        raise Refused("empty-letter")
    if any(manner == "own" and not command.own.get(part) for part, manner in parts):
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
    day = with_case(day, event.case, letter=event.seq, letter_at=event.minute)
    case = day.cases[event.case or ""]
    if not reached(day, case.party, event.channel):
        return day
    day = changed(day, agenda=day.agenda.without("ring", case.id))
    chance = impatience(day, case.party, _chance(day, case, event))
    if does(day, case, "ring.letter", chance):
        at = event.minute + after(day, case, "ring.letter", day.opening.conduct.ring_after)
        about = "ring.adverse" if _adverse(day, case) else "ring.letter"
        day = planned(day, at, "ring", case.id, about, event.seq)
    return day


def _chance(day: Day, case: Case, event: LetterSent) -> int:
    conduct = day.opening.conduct
    adverse = _adverse(day, case)
    chance = conduct.rings_about_adverse if adverse else conduct.rings_about_letter
    if all(dict(event.parts)[part] != "absent" for part in REASONS):
        chance -= conduct.less_when_reasoned
    if (case.party, "called") in day.contacts:
        chance -= conduct.less_when_called
    return max(0, chance)


def _adverse(day: Day, case: Case) -> bool:
    outcome = day.outcome(case)
    return bool(outcome and outcome.adverse)


@decides(Release)
def _release(run: Run, command: Release) -> None:
    case = require_case_in_hand(run.day, command.case)
    at_step(run.day, case, "pay")
    minutes, question = step_minutes(run.day, case, "pay"), run.question(case.id, "pay", "release")
    if run.day.level(case, "pay") == 3:
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
def _note(run: Run, command: AddNote) -> None:
    case = require_case_in_hand(run.day, command.case)
    number = run.word(command.words)
    if number is None:
        raise Refused("empty-note")
    run.happens(
        NoteAdded,
        case=case.id,
        words=number,
        length=length(command.words),
        minutes=run.price("add_note"),
    )


@evolves(NoteAdded)
def _noted(day: Day, event: NoteAdded) -> Day:
    case = day.cases[event.case or ""]
    return with_case(day, case.id, notes=case.notes + 1)
