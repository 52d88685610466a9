"""What the systems showed, what was true, and what made an answer wrong.

It is told only after the day. What would have put an answer right is found by trial; here it
becomes sentences.
"""

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass

from simulator.casework.day import Day
from simulator.casework.events import Event
from simulator.casework.phrasing import (
    answer_phrase,
    fact_label,
    fact_of,
    listed,
    scale_phrase,
    source_name,
    typed,
    value_measure,
)
from simulator.casework.sights import Seen, document_source
from simulator.casework.truth import judged_by, ruled, true_spell, true_value
from simulator.core.causes import Cause, kind_and_id
from simulator.core.clock import Moment, day_of, minute_of
from simulator.core.facts import Value, split_path
from simulator.core.texts import Argument, Measure, Phrase, Text
from simulator.debrief.evidence import Evidence
from simulator.debrief.protection import COVERED
from simulator.debrief.trial import Finding, Untrue, built_on
from simulator.landscape.integrations import Integration
from simulator.landscape.systems import Landscape


@dataclass(frozen=True)
class Revealed:
    """A suggestion or decision that is wrong, and what would have put it right."""

    event: int
    minute: int
    case: str
    what: Phrase
    """What the answer was, whose it was, and what the truth gives."""
    causes: tuple[Phrase, ...]
    """Each cause as a sentence."""
    how: Phrase
    """Which of them, mended, would have put it right: one alone, either, or only together."""


@dataclass(frozen=True)
class Compared:
    """A fact that a suggestion or decision used: the value shown, and the true value."""

    event: int
    case: str
    fact: Phrase
    source: Text | Phrase
    showed: Measure | Phrase
    as_of: Moment | None
    truth: Measure | Phrase
    same: bool


def revealed(evidence: Evidence) -> tuple[Revealed, ...]:
    """Return what is wrong with its causes; the same answer by the same causes once a case."""
    told: dict[object, Revealed] = {}
    for finding in evidence.findings:
        key = finding.case, finding.answer, finding.sets
        if key not in told:
            told[key] = _revealed(evidence, finding)
    return tuple(told.values())


def _revealed(evidence: Evidence, finding: Finding) -> Revealed:
    kind = evidence.kind_of(finding.case)
    answers = {
        "answer": answer_phrase(kind, finding.answer),
        "true": answer_phrase(kind, finding.true),
    }
    word = _word(evidence, finding)
    return Revealed(
        finding.event,
        finding.minute,
        finding.case,
        Phrase(f"debrief.reveal.{word}", answers),
        tuple(_cause(evidence, finding, cause) for cause in finding.causes),
        _how(finding),
    )


def _word(evidence: Evidence, finding: Finding) -> str:
    """Return which sentence tells the answer; what only puts a matter off was not *decided*."""
    word: str = finding.by
    if finding.answer and evidence.kind_of(finding.case).outcome(finding.answer.outcome).pending:
        word = {"player": "player-pending", "automation": "suggestion"}.get(word, word)
    if not finding.true:
        return f"{word}-unknown"
    return f"{word}-owed" if word == "player-pending" and _owed(evidence, finding) else word


def _owed(evidence: Evidence, finding: Finding) -> bool:
    """Return whether the rule gives the answer on what it was based on: a duty, as it looked."""
    basis = built_on(evidence.event(finding.event))
    return ruled(evidence.day, evidence.day.cases[finding.case], basis) == finding.answer


# Which of them --------------------------------------------------------------------------------


def _how(finding: Finding) -> Phrase:
    """Return which causes, mended, would have put the answer right, by their place in the list."""
    sets, causes = finding.sets, finding.causes
    if not sets:
        return Phrase("debrief.reveal.not-found")
    if len(causes) == 1:
        return Phrase("debrief.reveal.alone")
    many = "-two" if len(causes) == 2 else ""
    if len(sets) == 1:
        return Phrase(f"debrief.reveal.together{many}", {"n": len(causes)})
    if all(len(way) == 1 for way in sets):
        return Phrase(f"debrief.reveal.either{many}", {"n": len(causes)})
    ways = [_both(causes, way) for way in sets]
    return Phrase("debrief.reveal.ways", {"ways": listed(ways, "; ")})


def _both(causes: Sequence[Cause], way: tuple[Cause, ...]) -> Phrase:
    numbers = [Measure(causes.index(cause) + 1) for cause in way]
    if len(numbers) == 1:
        return Phrase("debrief.reveal.number", {"number": numbers[0]})
    first = listed(numbers[:-1])
    return Phrase("debrief.reveal.numbers", {"first": first, "last": numbers[-1]})


# Each of them ---------------------------------------------------------------------------------


def _cause(evidence: Evidence, finding: Finding, cause: Cause) -> Phrase:
    """Return a cause as a sentence."""
    day = evidence.day
    if isinstance(cause, int):
        return Phrase("debrief.cause.own", {"n": cause})
    kind, what = kind_and_id(cause)
    untrue = finding.about.get(cause, ())
    match kind:
        case "integration":
            integration = day.world.landscape.integration(what)
            assert integration is not None
            return _copied(day, integration, untrue)
        case "order":
            return Phrase("debrief.cause.order", {"what": day.opening.case_types[what].title})
        case "scale":
            follows = scale_phrase(day.opening.case_types[what])
            return Phrase("debrief.cause.scale", {"follows": follows})
        case "picked":
            return _picked(day, untrue)
        case "citizen":
            return _said(evidence, what, untrue)
        case "report":
            kind = _unreported(evidence, finding, what, untrue)
        case "hand":
            kind = "hand" if _as_typed(evidence, finding, what, untrue) else "hand-other"
        case "unseen":
            kind = "left-out" if all(fact.instead for fact in untrue) else kind
        case "document":
            what = document_source(what)
    named = {"system": source_name(day, what), "facts": listed(_labels(day, untrue))}
    return Phrase(f"debrief.cause.{kind}", named)


def _as_typed(evidence: Evidence, finding: Finding, system: str, untrue: Iterable[Untrue]) -> bool:
    """Return whether what was built on is what had been typed into a system, each fact of it."""
    hands = evidence.before[finding.event].world.hands
    places = ((fact, (system, split_path(fact.path)[1], fact.subject)) for fact in untrue)
    typed_in = ((fact, [e for e in hands.get(at, ()) if e.at <= fact.at]) for fact, at in places)
    return all(entries and entries[-1].value == fact.shown for fact, entries in typed_in)


def _unreported(evidence: Evidence, finding: Finding, system: str, untrue: Iterable[Untrue]) -> str:
    """Return how what was true had not come to a system that is told it.

    It had not been reported, or had been and the system was slow, or something that did not hold
    had been reported before its time.
    """
    day = evidence.day
    at, lag = day.at(finding.minute), day.opening.landscape.systems[system].lag
    told: set[str] = set()
    for fact in untrue:
        before = evidence.before[finding.event]
        town = judged_by(before, before.cases[finding.case])
        reported = _as_reported(
            day.opening.landscape, fact.source, split_path(fact.path)[1], system
        )
        spell = true_spell(day, town, reported, fact.subject, at) if reported else None
        if spell is None or spell.reported + lag <= fact.at:
            told.add("report")
        else:
            told.add("not-reported" if spell.reported > fact.at else "not-arrived")
    return told.pop() if len(told) == 1 else "report"


def _as_reported(landscape: Landscape, system: str, fact: str, to: str) -> str:
    """Return which fact the one a system shows was where it was reported; ``""`` if not there."""
    if system == to:
        return fact
    for copying in landscape.into(system, fact):
        if there := _as_reported(landscape, copying.source, copying.carries[fact].source, to):
            return there
    return ""


def _labels(day: Day, untrue: Collection[Untrue]) -> Iterator[Phrase]:
    return (fact_label(day, path) for path in dict.fromkeys(fact.path for fact in untrue))


def _copied(day: Day, integration: Integration, untrue: Sequence[Untrue]) -> Phrase:
    """Tell of an integration that had stopped, that loses something, or that ran too early."""
    at = min(fact.at for fact in untrue)
    last, stop = integration.last_run(at), integration.stopped_at(integration.scheduled(at))
    arguments: dict[str, Argument] = {
        "source": source_name(day, integration.source),
        "target": source_name(day, integration.target),
        "facts": listed(_labels(day, untrue)),
        "day": day_of(last),
        "at": minute_of(last),
    }
    if stop is not None:
        return Phrase("debrief.cause.stopped", {**arguments, "since": day_of(stop.begins)})
    lossy = any(_loses(integration, fact) for fact in untrue)
    return Phrase(f"debrief.cause.{'lossy' if lossy else 'late'}", arguments)


def _loses(integration: Integration, fact: Untrue) -> bool:
    id_ = split_path(fact.path)[1]
    carry = integration.carries.get(id_)
    if carry is None or fact.truth is None:
        return False
    return carry.map(fact.truth) != carry.whole(id_).map(fact.truth)


def _picked(day: Day, untrue: Sequence[Untrue]) -> Phrase:
    """Tell what was built on though the truth had been seen, and where if it was in one place."""
    places = {fact.instead for fact in untrue}
    names = {
        "picked": source_name(day, untrue[0].source),
        "facts": listed(_labels(day, untrue)),
    }
    if len(places) > 1:
        return Phrase("debrief.cause.picked-several", names)
    which = "-citizen" if untrue[0].source == "citizen" else ""
    better = source_name(day, untrue[0].instead)
    return Phrase(f"debrief.cause.picked{which}", {**names, "better": better})


def _said(evidence: Evidence, what: str, untrue: Sequence[Untrue]) -> Phrase:
    """Tell what the party said, beside what was so; of what an authority has set, beside that."""
    who, _, how = what.rpartition(".")
    bound = how == "sure" and all(fact_of(evidence.day, fact.path).put_right for fact in untrue)
    facts = listed((_told(evidence, fact, "-set" if bound else "") for fact in untrue), " ")
    named: dict[str, Argument] = {"name": evidence.day.name(who), "said": facts}
    return Phrase(f"debrief.cause.citizen-{how}{'-set' if bound else ''}", named)


def _told(evidence: Evidence, fact: Untrue, which: str) -> Phrase:
    """Tell what somebody said of a fact and what was so; what is protected stays covered."""
    day = evidence.day
    shown, truth = _value(day, fact, fact.shown), _value(day, fact, fact.truth)
    if evidence.protection.covers(fact.path, fact.subject):
        shown = truth = COVERED
    told = {"fact": fact_label(day, fact.path), "said": shown, "true": truth}
    return Phrase(f"debrief.cause.told{which}", told)


def _value(day: Day, fact: Untrue, value: Value | None) -> Measure | Phrase:
    return (
        Phrase("debrief.nothing") if value is None else typed(day, fact_of(day, fact.path), value)
    )


# Facts beside the truth -----------------------------------------------------------------------


def compared(evidence: Evidence, cited: Collection[int]) -> tuple[Compared, ...]:
    """Return the facts used by the suggestions and decisions in ``cited``, beside the truth."""
    comparisons: dict[tuple[str, str, str, object], Compared] = {}
    for event in evidence.events:
        for seen in built_on(event) if event.seq in cited else ():
            case = event.case or ""
            key = (case, seen.path, seen.source, seen.value)
            if key not in comparisons:
                comparisons[key] = _compared(evidence, event, case, seen)
    return tuple(comparisons.values())


def _compared(evidence: Evidence, event: Event, case: str, seen: Seen) -> Compared:
    """Compare a fact with the truth; a protected value is covered, but not whether it was true."""
    day, fact = evidence.day, fact_of(evidence.day, seen.path)
    then = evidence.as_it_was(event)
    town = judged_by(then, then.cases[case]) if case in then.cases else day.world.town
    truth = true_value(day, town, fact.id, seen.subject, day.at(event.minute))
    true = Phrase("debrief.nothing") if truth is None else typed(day, fact, truth)
    showed, label = value_measure(day, seen), fact_label(day, seen.path)
    source = source_name(day, seen.source)
    if evidence.protection.covers(seen.path, seen.subject):
        showed = true = COVERED
    return Compared(event.seq, case, label, source, showed, seen.as_of, true, truth == seen.value)
