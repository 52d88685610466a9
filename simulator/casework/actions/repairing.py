"""Noticing that something is wrong, and doing something about it, here or at the source."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from typing import Any

from simulator.casework.actions.looking.pages import require_working
from simulator.casework.actions.tickets import answer_later, answered, asking
from simulator.casework.case_state import shown_value, with_doubted
from simulator.casework.commands import CaseCommand
from simulator.casework.day import Case, Day
from simulator.casework.engine import Run, decides, falls_due
from simulator.casework.events import CommandRefused, Event, event, evolves
from simulator.casework.form import (
    Answers,
    Many,
    Occasion,
    One,
    Option,
    Words,
    option,
)
from simulator.casework.options import no_fact_seen, seen_in_systems, shown_by_systems
from simulator.casework.own_words import OwnWords, Written, without_text
from simulator.casework.phrasing import fact_label, fact_of, source_name, typed
from simulator.casework.plans import OwnerAnswers
from simulator.casework.refusals import Refused
from simulator.casework.sights import Seen
from simulator.casework.telling import tells, told
from simulator.casework.truth import true_value, truth_of
from simulator.casework.vocabulary import RevealedBy
from simulator.casework.written import value_of
from simulator.core.agenda import Due
from simulator.core.facts import Fact, Value, fits, split_path
from simulator.core.texts import Phrase
from simulator.core.values import changed
from simulator.landscape.observations import Shown
from simulator.landscape.observe import HandEntry, held, observe

# What the caseworker can do -------------------------------------------------------------------


def _facts_with_two_sources(at: Occasion) -> Mapping[str, tuple[str, ...]]:
    """Return the sources that have shown a value of a fact, for each fact with more than one."""
    sources: dict[str, list[str]] = {}
    for seen in at.case.seen:
        if seen.state == "shown":
            sources.setdefault(seen.path, []).append(seen.source)
    return {path: tuple(named) for path, named in sources.items() if len(named) > 1}


def _disputed_facts(at: Occasion) -> Iterator[Option]:
    for path in _facts_with_two_sources(at):
        yield option(path, fact_label(at.day, path))


def _disputing_sources(at: Occasion) -> Iterator[Option]:
    for source in sorted({s for named in _facts_with_two_sources(at).values() for s in named}):
        yield option(source, source_name(at.day, source))


@dataclass(frozen=True)
class NoteConflict(CaseCommand):
    """Say that two sources disagree."""

    path: str
    sources: tuple[str, ...]

    group = "repair"
    form = (
        One("path", _disputed_facts),
        Many("sources", _disputing_sources, exactly=(2, Phrase("refused.two-at-a-time"))),
    )

    @classmethod
    def refusal(cls, at: Occasion) -> Refused | None:
        """Refuse it where no fact has been shown by two sources."""
        return None if _facts_with_two_sources(at) else _two_sources_needed()


_two_sources_needed = partial(Refused, "two-sources-needed")
_not_seen_there = partial(Refused, "not-seen-there", helps="look_up")


def nothing_seen(at: Occasion) -> Refused | None:
    """Refuse what is about a system's value where no system has shown any."""
    return None if shown_by_systems(at.case) else no_fact_seen()


@dataclass(frozen=True)
class ReportError(CaseCommand):
    """Tell the owner of a system that a fact in it is wrong; ``words`` say how, where they do."""

    system: str
    path: str
    words: OwnWords = ""

    group = "repair"
    form = (One("value", seen_in_systems, fills=("path", "system")), Words(asks="wrong"))

    @classmethod
    def refusal(cls, at: Occasion) -> Refused | None:
        """Refuse it where no system has shown anything."""
        return nothing_seen(at)


class _NewValue(Words):
    """The value to type in: read as one of the fact that was chosen."""

    def fields(self, at: Occasion, answers: Answers) -> Mapping[str, Any]:
        """Return it as a raw value, or as it was written where it is none."""
        typed_in = str(answers.get(self.name, ""))
        path, _ = answers.get("value", ("", ""))
        if not path:
            return {"value": typed_in}
        fact = fact_of(at.day, path)
        if fact.type == "person":
            return {"value": _person(at, typed_in)}
        if fact.type in ("address", "dwelling"):
            return {"value": _place(at.day, fact, typed_in)}
        return {"value": value_of(fact, typed_in)}


def _person(at: Occasion, name: str) -> str:
    """Return the citizen of a name, of the party's own household before others of that name."""
    citizens, wanted = at.day.world.town.citizens, _plain(name)
    home = citizens[at.case.party].household
    named = [citizen for citizen in citizens.values() if citizen.name.lower() == wanted]
    return min(named, key=lambda citizen: citizen.household != home).id if named else name


def _place(day: Day, fact: Fact, address: str) -> str:
    """Return an address as it is registered, or for a fact that names a dwelling whose it is.

    What is no address that anybody knows of stays the text it is.
    """
    wanted = _plain(address)
    for place, known in _places(day, fact):
        if _plain(known) == wanted:
            return place
    return address


def _places(day: Day, fact: Fact) -> Iterator[tuple[str, str]]:
    """Yield what there is to name in a fact about places, each with an address it has or had."""
    for other in day.opening.facts.values():
        if other.type == "address" and (fact.type == "address" or other.subject == "dwelling"):
            for subject, line in day.world.town.lines(other.id):
                for spell in line:
                    address = str(spell.value)
                    yield (address if fact.type == "address" else subject), address


def _plain(text: str) -> str:
    return " ".join(text.lower().split())


@dataclass(frozen=True)
class CorrectHere(CaseCommand):
    """Type a value into a system by hand."""

    system: str
    path: str
    value: Value | Written

    group = "repair"
    form = (
        One("value", seen_in_systems, fills=("path", "system")),
        _NewValue("new", optional=False),
    )

    @classmethod
    def refusal(cls, at: Occasion) -> Refused | None:
        """Refuse it where no system has shown anything."""
        return nothing_seen(at)

    def remembered(self, events: Iterable[Event]) -> Mapping[str, Any]:
        """Return what was typed without its text, where it was refused: it is own words then.

        A number too: whatever was typed and is no value of the fact may be about somebody.
        """
        refused = any(isinstance(event, CommandRefused) for event in events)
        if not refused or isinstance(self.value, Written):
            return {}
        return {"value": without_text(str(self.value), None)}


# What happened --------------------------------------------------------------------------------


@event("conflict.noticed")
class ConflictNoticed(Event):
    """The student says that two sources disagree."""

    path: str
    subject: str
    sources: tuple[str, str]


@event("error.found", unseen=True)
class ErrorFound(Event):
    """A value was shown not to hold. Unseen in play.

    By the caseworker, who pointed at two sources that do disagree, or by what a citizen said who
    was sure.
    """

    path: str
    subject: str
    source: str
    """The one that does not show the truth."""
    revealed_by: RevealedBy


@event("error.fixed_locally")
class ErrorFixedLocally(Event):
    """A value was typed in by hand; the next run may overwrite it."""

    system: str
    fact: str
    subject: str
    value: Value


@event("error.reported_to_source")
class ErrorReportedToSource(Event):
    """The owner of the data was told."""

    system: str
    path: str
    subject: str
    words: int | None = None


@event("error.corrected")
class ErrorCorrected(Event):
    """The owner put right what they hold; copies follow at their next runs, where there are any."""

    system: str
    fact: str
    subject: str
    value: Value


# Two sources disagree -------------------------------------------------------------------------


@decides(NoteConflict)
def _note_conflict(run: Run, command: NoteConflict, case: Case) -> None:
    shown = {
        seen.source for seen in case.seen if (seen.path, seen.state) == (command.path, "shown")
    }
    if len(shown) < 2:
        raise _two_sources_needed()
    if len(command.sources) != 2 or len(set(command.sources)) != 2:
        raise Refused("two-at-a-time", helps="note_conflict")
    sights = [_shown_there(case, command.path, source) for source in command.sources]
    if sights[0].value == sights[1].value:
        raise Refused("sources-agree", helps="note_conflict")
    noticed = run.does(
        ConflictNoticed, subject=sights[0].subject, sources=(command.sources[0], command.sources[1])
    )
    truth = truth_of(run.day, case, command.path)
    for seen in sights:
        if seen.value != truth:
            find_error(run, case, seen, "player", noticed.seq)


@evolves(ConflictNoticed)
def _noticed(day: Day, event: ConflictNoticed) -> Day:
    return with_doubted(day, *((event.path, source, event.subject) for source in event.sources))


def _shown_there(case: Case, path: str, source: str) -> Seen:
    seen = shown_value(case, path, source)
    if seen is None:
        raise _not_seen_there()
    return seen


def require_shown(day: Day, case: Case, path: str, system: str) -> Seen:
    """Return the value of a fact that a system has shown. Raises ``Refused`` if it has not."""
    if system not in day.opening.landscape.systems:  # a citizen has no owner
        raise _not_seen_there()
    return _shown_there(case, path, system)


def find_error(run: Run, case: Case, seen: Seen, revealed_by: RevealedBy, because: int) -> None:
    """Let it be on the log, unseen in play, that a value was shown not to hold."""
    run.happens(
        ErrorFound,
        by="scenario",
        case=case.id,
        path=seen.path,
        subject=seen.subject,
        source=seen.source,
        revealed_by=revealed_by,
        because=(because,),
    )


# Corrected here -------------------------------------------------------------------------------


@decides(CorrectHere)
def _correct_here(run: Run, command: CorrectHere, case: Case) -> None:
    place = (command.path, command.system)
    looked = (seen.subject for seen in case.seen if (seen.path, seen.source) == place)
    subject = next(looked, None)
    system = run.day.opening.landscape.systems.get(command.system)
    if not subject or system is None:
        raise _not_seen_there()
    require_working(run.day, system)
    fact, value = fact_of(run.day, command.path), command.value
    if isinstance(value, Written) or not (fits(fact, value) and _exists(run.day, fact, value)):
        raise Refused("not-such-a-value", helps="correct_here", about=fact.id)
    run.does(ErrorFixedLocally, fact=fact.id, subject=subject, value=value)


def _exists(day: Day, fact: Fact, value: Value) -> bool:
    """Return whether a value that names somebody, or a place, names one that there is."""
    if fact.type == "person":
        return value in day.world.town.citizens
    if fact.type in ("address", "dwelling"):
        return any(value == place for place, _ in _places(day, fact))
    return True


@evolves(ErrorFixedLocally, ErrorCorrected)
def _corrected(day: Day, event: ErrorFixedLocally | ErrorCorrected) -> Day:
    key = (event.system, event.fact, event.subject)
    entry = HandEntry(day.at(event.minute), event.value)
    hands = {**day.world.hands, key: (*day.world.hands.get(key, ()), entry)}
    return changed(day, world=changed(day.world, hands=hands))


@tells(ErrorFixedLocally)
def _tell_fixed(day: Day, event: ErrorFixedLocally) -> Phrase:
    fact, at = day.opening.facts[event.fact], day.at(event.minute)
    return told(day, event, value=typed(day, fact, event.value, event.system, at))


# Reported to the owner, who answers and may put it right --------------------------------------


@decides(ReportError)
def _report_error(run: Run, command: ReportError, case: Case) -> None:
    seen = require_shown(run.day, case, command.path, command.system)
    answer = OwnerAnswers(command.system, command.path, seen.subject)
    run.does(ErrorReportedToSource, subject=seen.subject, question=asking(run, answer))


@evolves(ErrorReportedToSource)
def _reported(day: Day, event: ErrorReportedToSource) -> Day:
    day = with_doubted(day, (event.path, event.system, event.subject))
    return answer_later(day, event, OwnerAnswers(event.system, event.path, event.subject))


@falls_due(OwnerAnswers)
def _owner_answers(run: Run, due: Due[OwnerAnswers]) -> None:
    system, subject = due.plan.system, due.plan.subject
    fact = split_path(due.plan.path)[1]
    says = _owner_says(run, system, fact, subject)
    answer = answered(run, due, f"system:{system}", says)
    truth = true_value(run.day, run.day.world.town, fact, subject, run.day.at(run.now))
    if says == "owner.corrects" and truth is not None:
        run.happens(
            ErrorCorrected,
            by=f"system:{system}",
            system=system,
            fact=fact,
            subject=subject,
            value=truth,
            because=(answer.seq,),
        )


def _owner_says(run: Run, system: str, fact: str, subject: str) -> str:
    """Return what an owner can tell from their own system, what it copies and who reports to it.

    Only who is reported to can ask those who report, and so put right what does not hold.
    """
    world, now = run.day.world, run.day.at(run.now)
    here = held(world, world.landscape.systems[system], fact, subject, now)
    if not isinstance(here, Shown):
        return "owner.looks"
    if here.hops[-1].by == "hand":
        return "owner.typed"
    if here.hops[-1].by == "report":
        truth = true_value(run.day, world.town, fact, subject, now)
        return "owner.holds" if here.value == truth or truth is None else "owner.corrects"
    feed = world.landscape.integration(here.hops[-1].through)
    assert feed is not None
    carry = feed.carries[fact]
    there = observe(world, feed.source, carry.source, subject, now)
    if not isinstance(there, Shown):
        return "owner.looks"
    return "owner.holds" if carry.map(there.value) == here.value else "owner.copy"
