"""The letter, the payment and the note."""

from simulator.casework.acts.chain import carry_on, done, release
from simulator.casework.acts.common import (
    at_step,
    case_in_hand,
    planned,
    step_minutes,
    with_case,
)
from simulator.casework.commands import AddNote, Release, SendLetter
from simulator.casework.day import Case, Day
from simulator.casework.decider import Refused, Unfolding, decides, evolves
from simulator.casework.events.acting import (
    LetterComposed,
    LetterSent,
    NoteAdded,
    PaymentReleased,
    PromiseKept,
)
from simulator.casework.events.automation import ApprovalGiven
from simulator.casework.letters import PARTS, REASONS, lix
from simulator.casework.people import acts, after, impatience, reads_digital_post
from simulator.core.agenda import without
from simulator.core.values import changed

MANNERS = ("absent", "template", "own")


@decides(SendLetter)
def _send(run: Unfolding, command: SendLetter) -> None:
    case = case_in_hand(run.day, command.case)
    at_step(run.day, case, "write")
    parts = _parts(command)
    numbers = {part: run.word(text) for part, text in sorted(command.own.items()) if text}
    words = tuple((part, number) for part, number in numbers.items() if number)
    text = " ".join(command.own.values())
    run.happens(
        LetterComposed,
        case=case.id,
        parts=parts,
        level=run.day.level(case, "write"),
        words=words,
        length=len(text.split()),
        lix=lix(text),
        minutes=step_minutes(run.day, case, "write"),
    )
    run.happens(
        LetterSent,
        case=case.id,
        channel=case.channel,
        parts=parts,
        facts=case.basis if dict(parts)["facts"] != "absent" else (),
        answer=case.decision,
        because=() if case.decided_at is None else (case.decided_at,),
        question=run.question(case.id, "write", "letter"),
    )
    for seq, citizen, kept_in, promise in run.day.promises:
        if promise == "letter" and kept_in == case.id:
            run.happens(PromiseKept, case=case.id, citizen=citizen, promise=promise, because=(seq,))
    done(run, run.day.cases[case.id], "write", "by-hand")
    carry_on(run, case.id)


def _parts(command: SendLetter) -> tuple[tuple[str, str], ...]:
    if not set(command.parts) <= set(PARTS) or not set(command.parts.values()) <= set(MANNERS):
        raise Refused("no-such-part")
    parts = tuple((part, command.parts.get(part, "absent")) for part in PARTS)
    if all(manner == "absent" for _, manner in parts):
        raise Refused("empty-letter", "send_letter")
    if any(manner == "own" and not command.own.get(part) for part, manner in parts):
        raise Refused("own-words-missing", "send_letter")
    if any(text and command.parts.get(part) != "own" for part, text in command.own.items()):
        raise Refused("own-words-unused", "send_letter")
    return parts


@evolves(LetterComposed)
def _composed(day: Day, event: LetterComposed) -> Day:
    case = day.cases[event.case or ""]
    return with_case(day, case.id, composed=event.parts, shown=case.shown | {"write"})


@evolves(LetterSent)
def _sent(day: Day, event: LetterSent) -> Day:
    day = with_case(day, event.case, letter=event.seq)
    case = day.cases[event.case or ""]
    day = changed(day, agenda=without(day.agenda, "ring", case.id))
    if event.channel == "digital" and not reads_digital_post(day, case.party):
        return day
    chance = impatience(day, case.party, _chance(day, case, event))
    if acts(day, case, "ring.letter", chance):
        adverse = _adverse(day, case)
        at = event.minute + after(day, case, "ring.letter", day.opening.conduct.ring_after)
        day = planned(
            day, at, "ring", case.id, "ring.adverse" if adverse else "ring.letter", event.seq
        )
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
    return bool(case.decision and day.case_type(case).outcome(case.decision.outcome).adverse)


@decides(Release)
def _release(run: Unfolding, command: Release) -> None:
    case = case_in_hand(run.day, command.case)
    at_step(run.day, case, "pay")
    minutes = step_minutes(run.day, case, "pay")
    if run.day.level(case, "pay") == 3:
        run.happens(ApprovalGiven, case=case.id, question=run.question(case.id, "pay", "approval"))
    release(run, case, "player", minutes)
    done(run, run.day.cases[case.id], "pay", "by-hand")
    carry_on(run, case.id)


@evolves(PaymentReleased)
def _paid(day: Day, event: PaymentReleased) -> Day:
    return with_case(day, event.case, paid=True)


@decides(AddNote)
def _note(run: Unfolding, command: AddNote) -> None:
    case = case_in_hand(run.day, command.case)
    number = run.word(command.words)
    if number is None:
        raise Refused("empty-note", "add_note")
    run.happens(
        NoteAdded,
        case=case.id,
        words=number,
        length=len(command.words.split()),
        minutes=run.price("add_note"),
    )


@evolves(NoteAdded)
def _noted(day: Day, event: NoteAdded) -> Day:
    case = day.cases[event.case or ""]
    return with_case(day, case.id, notes=case.notes + 1)
