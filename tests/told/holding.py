"""What is told of a day, each sentence with whether it holds against log and town."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from simulator.casework.actions.deciding import Calculate, Decide
from simulator.casework.actions.writing import SendLetter
from simulator.casework.as_read import as_read
from simulator.casework.day import Day
from simulator.casework.events import Event
from simulator.casework.families import evolve, unfold
from simulator.casework.letters import PARTS
from simulator.core.texts import Argument, Phrase, Text
from simulator.core.values import changed
from simulator.debrief.debrief import Debrief, debrief
from simulator.debrief.setters import level_told
from tests.told import letter as of_letters
from tests.told import (
    told_answers,
    told_expenses,
    told_facts,
    told_health,
    told_letters,
    told_of_letters,
    told_time,
)
from tests.told import told_causes as of_causes
from tests.told import told_statements as of_days
from tests.told.days import Told, played
from tests.told.letter import Letter, letters
from tests.told.log import DayLog
from tests.told.told_causes import OfCause
from tests.told.told_letters import Asked, right_year, sentences
from tests.told.told_statements import Said
from tests.told.world import Truth, World, bare

ENTERED = (
    told_answers,
    told_expenses,
    told_facts,
    told_health,
    told_letters,
    told_of_letters,
    told_time,
)
"""The modules that enter their predicates when they are imported."""
Arguments = Mapping[str, Argument]


@dataclass(frozen=True)
class Claim:
    """A sentence that is told of a day."""

    id: str
    """Its text id, or where it is written."""
    of: str
    """What it is told of."""
    arguments: Arguments
    holds: Callable[[Arguments], bool]
    """Whether it holds with what stands in it."""


def contradictions(name: str) -> Iterator[str]:
    """Play a day and yield everything told of it that is not so."""
    told = played(name)
    day, held = DayLog(told.town, told.events), debrief(told.town, told.events)
    yield from _screens(day)
    yield from _compared(day, held)
    yield from _sets(day, held)
    yield from _sums(day, held)
    for claim in claims(told, day, held):
        if not claim.holds(claim.arguments):
            yield f"{name}: {claim.of}: {claim.id} {dict(claim.arguments)}"


def claims(told: Told, day: DayLog, held: Debrief) -> Iterator[Claim]:
    """Every sentence that is told of a day, in debrief and letters."""
    yield from _causes(day, held)
    yield from _statements(day, held)
    yield from _letters(day)


# What systems showed --------------------------------------------------------------------------


def _screens(day: DayLog) -> Iterator[str]:
    """Yield what a page or a filled field showed that its system did not hold."""
    for event in day.of("record.opened", "facts.filled", "register.searched"):
        before = changed(day.before[event.seq], minute=event.minute)
        world, at = World(before), before.at(event.minute)
        for seen in event.fields:
            if seen.source == "citizen" or seen.document:
                continue
            value = world.shown(seen.source, bare(seen.path), seen.subject, at)
            system = day.landscape.systems[seen.source]
            may = system.may_see(day.opening.role, bare(seen.path))
            holds = {
                "shown": value == seen.value,
                "missing": value is None or not may,
                "hidden": not may,
                "protected": value is not None,
                "down": not world.works(seen.source, at),
            }
            if not holds[seen.state]:
                yield f"{event.seq}: {seen} is {value}"


def _compared(day: DayLog, held: Debrief) -> Iterator[str]:
    """Yield what is told beside the truth of a fact that was used, and is not so."""
    by_number = {event.seq: event for event in day.events}
    for row in held.compared:
        event, before = by_number[row.event], day.before[row.event]
        used = event.relied_on if event.kind == "decision.made" else event.basis
        truth = Truth(before, before.world.town, before.at(event.minute))
        holds = [
            row.same == (seen.value == truth.of(bare(seen.path), seen.subject))
            for seen in used
            if (day.label(seen.path), day.source(seen.source)) == (row.fact, row.source)
        ]
        if True not in holds:
            yield f"{row.event}: {row}"


# Causes ---------------------------------------------------------------------------------------


def _sets(day: DayLog, held: Debrief) -> Iterator[str]:
    """Yield what is wrong, or has other smallest sets of causes, than the debrief found."""
    aside = {event.case for event in day.log} - {event.case for event in day.events}
    mine = {seq: wrong for seq, wrong in day.wrong.items() if wrong.event.case not in aside}
    theirs = {finding.event: finding for finding in held.evidence.findings}
    for seq in sorted({*mine} ^ {*theirs}):
        yield f"{seq}: wrong only to {'us' if seq in mine else 'the debrief'}"
    for seq in sorted({*mine} & {*theirs}):
        asked = mine[seq].asked
        if asked.answer(frozenset()) != asked.event.answer:
            yield f"{seq}: with nothing mended it is {asked.answer(frozenset())}"
        if frozenset(map(frozenset, theirs[seq].sets)) != mine[seq].sets:
            yield f"{seq}: {theirs[seq].sets} and not {mine[seq].sets}"


def _sums(day: DayLog, held: Debrief) -> Iterator[str]:
    """Yield each case whose sum is not the right one and is not told of, or that is told of."""
    told = {(amount.case, amount.what): amount.event for amount in held.time_account.amounts}
    mine = {which: seq for which, (seq, *_) in told_time.sums(day).items()}
    for case in sorted({*told.items()} ^ {*mine.items()}):
        yield f"{case}: of sums are told {told} and not {mine}"


def _causes(day: DayLog, held: Debrief) -> Iterator[Claim]:
    """Every sentence on a wrong answer and its causes."""
    findings = {finding.event: finding for finding in held.evidence.findings}
    for revealed in held.revealed:
        wrong, told = day.wrong[revealed.event], findings[revealed.event].causes
        whole = OfCause(wrong, told)
        about = [(revealed.what, whole), (revealed.how, whole)]
        each = zip(told, revealed.causes, strict=True)
        about += [(phrase, OfCause(wrong, told, cause)) for cause, phrase in each]
        for phrase, of_what in about:
            yield _of_cause(phrase, of_what)


def _of_cause(phrase: Phrase, about: OfCause) -> Claim:
    id_ = str(phrase.text)

    def holds(arguments: Arguments) -> bool:
        return of_causes.PREDICATES[id_](about, Phrase(id_, arguments))

    return Claim(id_, f"{about.wrong.event.seq}", phrase.arguments, holds)


# Statements, and what stands beside them ------------------------------------------------------


def _statements(day: DayLog, held: Debrief) -> Iterator[Claim]:
    for statement in held.statements:
        id_ = statement.say or statement.indicator
        yield _of_day(day, Phrase(id_, statement.arguments), statement.id)
    yield from (_of_day(day, fact.said) for fact in held.work)
    for figure in held.figures:
        said = {"counted": figure.counted, "of": figure.of}
        yield _of_day(day, Phrase(f"debrief.estimate.{figure.what}", said))
    yield from (_of_day(day, phrase) for phrase in held.declared)
    for setting in day.of("level.chosen"):
        told = level_told(held.day, setting)
        yield _of_day(day, told, f"{setting.seq}", (f"{setting.seq}", setting.function))
    yield from (_of_day(day, letter.what) for letter in held.unread)
    for amount in held.time_account.amounts:
        yield _of_day(day, amount.said, f"{amount.event}", (amount.case, ""))
    for picture in (held.data_map, held.timeline, held.time_account):
        yield _of_day(day, picture.caption)
    for ladder in held.ladders:
        for rung in ladder.rungs:
            yield _of_day(day, rung.who, f"{ladder.case}", (ladder.case, rung.function))


def _of_day(
    day: DayLog, phrase: Phrase, of: str = "the day", about: tuple[str, str] = ("", "")
) -> Claim:
    id_ = str(phrase.text)

    def holds(arguments: Arguments) -> bool:
        return of_days.PREDICATES[id_](day, Said(id_, dict(arguments), about))

    return Claim(id_, of, phrase.arguments, holds)


# Letters --------------------------------------------------------------------------------------


ASKING = ("hearing.sent", "document.asked", "document.reminded")
"""The kinds of event in which a letter that asks for something goes out."""


def _letters(day: DayLog) -> Iterator[Claim]:
    """Every sentence of every letter, as its citizen reads it."""
    sent = [event for event in day.log if event.kind in ("letter.sent", *ASKING)]
    days = {event.seq: evolve(day.before[event.seq], event) for event in sent}
    for letter in (*letters(day.log, days), *(_asking(day, e) for e in day.of(*ASKING))):
        yield from of_letter(letter, days[letter.sent.seq])


def of_letter(letter: Letter, day: Day) -> Iterator[Claim]:
    """Every sentence of a letter, on the day as it was when it had been sent."""
    view = as_read(day, day.cases[letter.sent.case])
    assert view is not None
    for line in view.lines:
        part = line.part
        asks = part == "hearing" or part.startswith("document")
        if line.text is None or isinstance(letter, Asked) != asks:
            continue
        if part == "reopened":
            part = str(line.text.text).removeprefix("letter.")
        if part == "decided-by":
            (outcome,) = (o for o in letter.kind.outcomes if o.id == letter.outcome)
            named = {**letter.kind.letter, **outcome.letter}.items()
            said = line.text.text
            assert isinstance(said, Text)
            whole = {said.da, said.da + " {system}"}  # left out where there is nothing to say
            (part,) = (id_ for id_, text in named if text.da in whole and part in id_)
        yield _of_letter(letter, part, line.text.arguments)
        for block in ("answer", "why"):
            if block in line.text.arguments:
                for id_, inner in sentences(letter, line.text.arguments[block]):
                    yield _of_letter(letter, id_, inner.arguments)


def decided_otherwise(name: str) -> Iterator[Claim]:
    """What the letters would say had each decision of a day been every other one there is."""
    told = played(name)
    log = DayLog(told.town, told.events)
    for event in log.of("decision.made"):
        day, kind = log.before[event.seq], log.kind(event.case)
        decide = Decide if kind.deciding == "weigh" else Calculate
        for outcome in kind.outcomes if event.by == "player" else ():
            made = unfold(day, decide(event.case, outcome.id))
            sent = unfold(made.day, SendLetter(event.case, dict.fromkeys(PARTS, "template")))
            events = (*told.events[: event.seq], *made.events, *sent.events)
            days = {e.seq: sent.day for e in sent.events}
            for letter in letters(events, {**log.before, **days}):
                if letter.sent.seq in days:
                    yield from of_letter(letter, sent.day)


def _asking(day: DayLog, event: Event) -> Letter:
    case = event.case or ""
    before, kind, party = day.before[event.seq], day.kind(case), day.party(case)
    earlier = tuple(e for e in day.log[: event.seq] if e.case == case)
    return Asked(before, kind, party, None, event, earlier)


def _of_letter(letter: Letter, id_: str, arguments: Arguments) -> Claim:
    def holds(said: Arguments) -> bool:
        return of_letters.PREDICATES[id_](letter, said) and right_year(letter, said)

    return Claim(id_, f"{letter.sent.seq} {letter.sent.case}", arguments, holds)
