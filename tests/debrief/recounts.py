"""The debrief's figures counted again, from cited events alone and with nothing of the debrief's.

Each returns the whole numbers an indicator's sentence holds, in the order both languages have them.
"""

from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from typing import TypeVar

from simulator.casework.actions.chain import StepDone
from simulator.casework.actions.deciding import DecisionMade, SuggestionShown
from simulator.casework.actions.looking.reading import ProvenanceOpened
from simulator.casework.actions.writing import LetterSent
from simulator.casework.events import Event
from simulator.casework.opening import Opening
from simulator.casework.sights import Seen

E = TypeVar("E", bound=Event)


def bare(path: str) -> str:
    """The fact of a path, whoever it is about."""
    return ".".join(path.split(".")[-2:])


def nearer(opening: Opening, source: str, path: str) -> set[str]:
    """Where a fact can be tested, by where it came from: there, or nearer the truth."""
    fact, found = bare(path), {source, "citizen"}
    for one in opening.landscape.integrations:
        if one.target == source and fact in one.carries:
            found |= nearer(opening, one.source, fact)
    return found


def looked_before_it_was_binding(cited: Iterable[Event], opening: Opening) -> tuple[int, int]:
    """K1: the facts a suggestion was built on, and how many of them were opened."""
    events = list(cited)
    kinds = [event.kind for event in events]
    once = ("suggestion.shown", "suggestion.followed", "letter.sent")
    assert [kinds.count(kind) for kind in once] == [1, 1, 1]
    assert kinds.index("suggestion.shown") < kinds.index("suggestion.followed")
    assert kinds[-1] == "letter.sent"
    needed = {(fact.path, fact.subject): fact.source for event in events for fact in basis(event)}
    looks = {look for event in events for look in looked_at(event)}
    opened = [
        pair
        for pair, source in needed.items()
        if any((near, *pair) in looks for near in nearer(opening, source, pair[0]))
    ]
    return len(needed), len(opened)


def basis(event: Event) -> tuple[Seen, ...]:
    return event.basis if isinstance(event, SuggestionShown) else ()


def looked_at(event: Event) -> set[tuple[str, str, str]]:
    """What was opened, read off the event's own data: (source, path, subject)."""
    if isinstance(event, ProvenanceOpened):
        return {(event.system, event.path, event.subject)}
    shown = [*getattr(event, "fields", ()), *filter(None, [getattr(event, "field", None)])]
    looked_up = event.kind in ("record.opened", "register.searched")
    hidden = ("protected", *(("hidden", "down") if looked_up else ()))
    return {(one.source, one.path, one.subject) for one in shown if one.state not in hidden}


def age_of_the_facts(
    cited: Iterable[Event], opening: Opening, source: str, path: str
) -> tuple[int, int]:
    """K2: the days on the calendar from a report to a decision, and the fact's limit."""
    (decision,) = cited
    assert isinstance(decision, DecisionMade)
    (fact,) = [one for one in decision.relied_on if (one.source, one.path) == (source, path)]
    assert fact.as_of is not None
    reported = date.fromordinal(fact.as_of // 1440)
    decided = date.fromordinal(opening.date) + timedelta(minutes=decision.minute)
    limit = opening.facts[bare(fact.path)].ask_again_days
    assert limit is not None
    return (decided - reported).days, limit


def kinds(cited: Iterable[Event], *kinds: str) -> list[Event]:
    return [event for event in cited if event.kind in kinds]


def of_type(cited: Iterable[Event], kind: type[E]) -> list[E]:
    return [event for event in cited if isinstance(event, kind)]


def more_than_needed(cited: Sequence[Event], opening: Opening) -> tuple[int, int]:
    """I2: fields beyond the need on useful pages, and those on pages that were no use at all."""
    looks = kinds(cited, "record.opened", "register.searched", "protected.revealed")
    (case,) = {look.case for look in looks}
    ((kind, party),) = [(one.type, one.party) for one in opening.arrivals if one.case == case]
    needed = {need.path for need in opening.case_types[kind].needs}
    screen, hand = set(), set()
    for look in looks:
        asked_for = look.kind == "protected.revealed"
        fields = [look.field] if asked_for else look.fields  # type: ignore[attr-defined]
        called_for = {
            one.path for one in fields if one.subject == party or one.path.count(".") > 1
        } & needed
        useful = bool(called_for) and not asked_for
        for one in fields:
            stranger = one.subject != party and one.path.count(".") < 2
            if one.state == "shown" and (one.path not in needed or stranger):
                (screen if useful else hand).add((one.source, one.path, one.subject))
    return len(screen), len(hand - screen)


def heard_while_it_could_matter(cited: Sequence[Event]) -> tuple[int, int]:
    """I3: the decisions, and those of them with a hearing before them in the same case."""
    decisions, hearings = kinds(cited, "decision.made"), kinds(cited, "hearing.sent")
    heard = [one for one in decisions if any(_before(h, one) for h in hearings)]
    return len(decisions), len(heard)


def _before(one: Event, other: Event) -> bool:
    return one.case == other.case and one.seq < other.seq


def departed_with_a_reason(cited: Sequence[Event]) -> tuple[int, int, int]:
    """P1: shown, changed or declined, and those with words."""
    shown = of_type(cited, SuggestionShown)
    departed = kinds(cited, "suggestion.adjusted", "suggestion.rejected")
    reasoned = [one for one in departed if one.words]  # type: ignore[attr-defined]
    return len(shown), len(departed), len(reasoned)


def level_fitted_to_the_step(cited: Sequence[Event]) -> tuple[int, int]:
    """P3: the level that was set, and how many steps were taken at it."""
    (setting,) = kinds(cited, "level.chosen", "level.changed")
    steps = of_type(cited, StepDone)
    assert {one.level for one in steps} == {setting.level}  # type: ignore[attr-defined]
    return setting.level, len(steps)  # type: ignore[attr-defined]


def letters(cited: Iterable[Event], *parts: str) -> list[list[str]]:
    """How the named parts of each cited letter are there."""
    return [[dict(one.parts)[p] for p in parts] for one in of_type(cited, LetterSent)]


def reasons_one_can_follow(cited: Sequence[Event]) -> tuple[int, int, int]:
    """T1: the letters, those with all three parts, those with own words in them."""
    found = letters(cited, "rule", "considerations", "facts")
    assert len(found) == len(cited)
    return len(found), sum("absent" not in one for one in found), sum("own" in one for one in found)


def says_what_the_system_did(cited: Sequence[Event]) -> tuple[int, int, int]:
    """T2: the letters, each with a step of the system's before it, and what they say."""
    steps = kinds(cited, "suggestion.followed", "step.done")
    for letter in of_type(cited, LetterSent):
        assert any(_before(step, letter) for step in steps)
    found = letters(cited, "decided-by", "contact")
    return (
        len(found),
        sum(by != "absent" for by, _ in found),
        sum(contact != "absent" for _, contact in found),
    )


def the_citizens_own_words(cited: Sequence[Event]) -> tuple[int, int]:
    """R2: the decided cases that came with words, and those whose words were opened before."""
    decided, opened = kinds(cited, "decision.made"), kinds(cited, "freetext.opened")
    came = {one.case for one in kinds(cited, "case.arrived") if one.says}  # type: ignore[attr-defined]
    assert {one.case for one in decided} == came
    assert len(decided) == len(came)
    return len(came), sum(any(_before(look, one) for look in opened) for one in decided)


def opted_out_of_the_digital(cited: Sequence[Event]) -> tuple[int, int, set[str]]:
    """R4: the occasions, the times another way was chosen, and for whose sake."""
    out = kinds(cited, "digital.opted_out")
    occasions = kinds(cited, "case.arrived")
    return len(occasions), len(out), {one.sake for one in out}  # type: ignore[attr-defined]


def can_do_something_now(cited: Sequence[Event]) -> tuple[int, int, int]:
    """S1: the letters, those that say how to complain, those that say how to correct."""
    found = letters(cited, "complaint", "correct")
    assert len(found) == len(cited)
    return (
        len(found),
        sum(complaint != "absent" for complaint, _ in found),
        sum(correct != "absent" for _, correct in found),
    )


def acted_on_the_system(cited: Sequence[Event]) -> tuple[int, int, int]:
    """S6: the times, the levels changed, and the reports."""
    changed = kinds(cited, "level.changed")
    reported = kinds(cited, "ticket.written", "error.reported_to_source", "colleague.asked")
    met = [one for one in cited if one not in (*changed, *reported)]
    cases = [one.case for one in met if one.kind != "moment.marked"]
    assert len(cases) == len(set(cases))
    return len(met), len(changed), len(reported)
