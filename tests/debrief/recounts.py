"""The debrief's figures counted again, from cited events alone and with nothing of the debrief's.

Each returns the whole numbers an indicator's sentence holds, in the order both languages have them.
"""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta
from typing import TypeVar

from simulator.casework.actions.chain import StepDone
from simulator.casework.actions.deciding import DecisionMade, SuggestionShown
from simulator.casework.actions.hearing import HearingSent
from simulator.casework.actions.looking.reading import ProvenanceOpened
from simulator.casework.actions.writing import LetterSent
from simulator.casework.events import Event
from simulator.casework.opening import Opening
from simulator.casework.sights import Seen
from simulator.core.texts import Phrase

E = TypeVar("E", bound=Event)


def said_of(phrase: object) -> Iterator[Phrase]:
    """A phrase, and every phrase that stands in it."""
    if isinstance(phrase, Phrase):
        yield phrase
        for argument in phrase.arguments.values():
            yield from said_of(argument)


def bare(path: str) -> str:
    """The fact of a path, whoever it is about."""
    return ".".join(path.split(".")[-2:])


def upstream(opening: Opening, source: str, path: str) -> set[str]:
    """The systems a system copies a fact from, straight or through others."""
    fact, found = bare(path), set[str]()
    for one in opening.landscape.integrations:
        if one.target == source and fact in one.carries:
            found |= {one.source, *upstream(opening, one.source, fact)}
    return found


def looked_before_it_was_binding(
    cited: Iterable[Event], opening: Opening
) -> tuple[int, int, int, dict[str, tuple[int, int]]]:
    """K1: the suggestions followed, the facts they had as copies, those seen nearer the source.

    And for each case how many of its facts were seen, out of how many.
    """
    events = list(cited)
    followed = kinds(events, "suggestion.followed")
    facts: dict[tuple[str | None, str, str, str], bool] = {}
    for one in followed:
        shown = [event for event in of_type(events, SuggestionShown) if _before(event, one)]
        behind = [event for event in shown if event.function == one.function]  # type: ignore[attr-defined]
        letter, *_ = [letter for letter in of_type(events, LetterSent) if _before(one, letter)]
        for fact in behind[-1].basis:
            if fact.state == "shown" and upstream(opening, fact.source, fact.path):
                good = nearer_sights(opening, fact)
                looks = [event for event in events if event.seq < letter.seq]
                seen = any(good & looked_at(event) for event in looks)
                facts[one.case, fact.path, fact.subject, fact.source] = seen
    cases = {case or "" for case, *_ in facts}
    by_case = {
        case: [seen for (of, *_), seen in facts.items() if of == case] for case in sorted(cases)
    }
    counts = {case: (sum(seen), len(seen)) for case, seen in by_case.items()}
    return len(followed), len(facts), sum(facts.values()), counts


def nearer_sights(opening: Opening, fact: Seen) -> set[tuple[str, str, str]]:
    """What one can look at to see a fact nearer the truth than it was had."""
    places = upstream(opening, fact.source, fact.path)
    traced = {f"traced {place}" for place in {fact.source, *places}}
    good = {*places, *traced, "citizen", "document"}
    return {(place, fact.path, fact.subject) for place in good}


def looked_at(event: Event) -> set[tuple[str, str, str]]:
    """What was opened, read off the event's own data: (source, path, subject)."""
    if isinstance(event, ProvenanceOpened):
        return {(f"traced {event.system}", event.path, event.subject)}
    if event.kind == "document.opened":
        as_asked = () if getattr(event, "flaw", "") else getattr(event, "fields", ())
        return {("document", seen.path, seen.subject) for seen in as_asked}
    said = event.kind in ("citizen.asked", "hearing.answered", "reply.arrived")
    if not said and event.kind not in ("record.opened", "register.searched", "protected.revealed"):
        return set()
    shown = [*getattr(event, "fields", ()), *filter(None, [getattr(event, "field", None)])]
    states = ("shown",) if said else ("shown", "missing")
    return {(one.source, one.path, one.subject) for one in shown if one.state in states}


def age_of_the_facts(cited: Iterable[Event], opening: Opening) -> list[tuple[int, int]]:
    """K2: for every fact with a limit, the days on the calendar from report to decision; it."""
    ages = []
    for decision in cited:
        assert isinstance(decision, DecisionMade)
        decided = date.fromordinal(opening.date) + timedelta(minutes=decision.minute)
        for fact in decision.relied_on:
            limit = opening.facts[bare(fact.path)].ask_again_days
            if limit is not None and fact.state == "shown" and fact.as_of is not None:
                ages.append(((decided - date.fromordinal(fact.as_of // 1440)).days, limit))
    return ages


def kinds(cited: Iterable[Event], *kinds: str) -> list[Event]:
    return [event for event in cited if event.kind in kinds]


def of_type(cited: Iterable[Event], kind: type[E]) -> list[E]:
    return [event for event in cited if isinstance(event, kind)]


def more_than_needed(cited: Sequence[Event], opening: Opening) -> dict[str, tuple[int, int]]:
    """I2: by case the fields beyond the need on useful pages, and those on pages of no use."""
    looks = kinds(cited, "record.opened", "register.searched", "protected.revealed")
    assert len(looks) == len(cited)
    cases = dict.fromkeys(look.case or "" for look in looks)
    return {
        case: _beyond([look for look in looks if look.case == case], case, opening)
        for case in cases
    }


def _beyond(looks: Sequence[Event], case: str, opening: Opening) -> tuple[int, int]:
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


def heard_while_it_could_matter(cited: Sequence[Event]) -> tuple[int, int, int]:
    """I3: the decisions, those with a hearing before them, and those of which it was waited for."""
    decisions, hearings = kinds(cited, "decision.made"), of_type(cited, HearingSent)
    answers = kinds(cited, "hearing.answered", "reply.arrived")
    heard = waited = 0
    for decision in decisions:
        sent = [hearing for hearing in hearings if _before(hearing, decision)]
        heard += bool(sent)
        waited += bool(sent) and all(
            decision.minute // 1440 > hearing.minute // 1440 + hearing.days
            or any(_before(hearing, one) and _before(one, decision) for one in answers)
            for hearing in sent
        )
    return len(decisions), heard, waited


def _before(one: Event, other: Event) -> bool:
    return one.case == other.case and one.seq < other.seq


def departed_with_a_reason(cited: Sequence[Event]) -> tuple[int, int, int]:
    """P1: shown, changed or declined, and those with words."""
    shown = of_type(cited, SuggestionShown)
    departed = kinds(cited, "suggestion.adjusted", "suggestion.rejected")
    reasoned = [one for one in departed if one.words]  # type: ignore[attr-defined]
    return len(shown), len(departed), len(reasoned)


def level_fitted_to_the_step(cited: Sequence[Event], opening: Opening) -> tuple[int, int, int, int]:
    """P3: the steps, those by hand or within the defensible, those outside, those nobody set."""
    settings = kinds(cited, "level.chosen", "level.changed")
    inside = unset = 0
    steps = of_type(cited, StepDone)
    for step in steps:
        (kind,) = {one.type for one in opening.arrivals if one.case == step.case}
        which = [
            one
            for one in settings
            if (one.case_type, one.function) == (kind, step.function)  # type: ignore[attr-defined]
            and one.seq < step.seq
        ]
        assert which[-1].level == step.level  # type: ignore[attr-defined]
        low, high = opening.case_types[kind].defensible[step.function]
        inside += step.level == 0 or low <= step.level <= high
        unset += which[-1].by == "default"
    return len(steps), inside, len(steps) - inside, unset


def letters(cited: Iterable[Event], *parts: str) -> list[list[str]]:
    """How the named parts of each cited letter are there."""
    return [[dict(one.parts)[p] for p in parts] for one in of_type(cited, LetterSent)]


def reasons_one_can_follow(cited: Sequence[Event], opening: Opening) -> tuple[int, int, int, int]:
    """T1: the letters, those whose template has all three parts, those that lack one; own words."""
    found = letters(cited, "rule", "considerations", "facts")
    for letter, parts in zip(of_type(cited, LetterSent), found, strict=True):
        kind = opening.case_types[type_of(letter, opening)]
        if "weigh" in kind.order and kind.considerations and parts[1] == "template":
            decided = [one for one in of_type(cited, DecisionMade) if _before(one, letter)]
            parts[1] = "template" if decided[-1].considerations else "absent"
    return (
        len(found),
        found.count(["template"] * 3),
        sum("absent" in one for one in found),
        sum("own" in one for one in found),
    )


TOLD_BY = {
    "suggestion.followed": ("decided-by-suggestion",),
    "suggestion.shown": ("decided-by-automation", "decided-by-automation-sent"),
    "step.done": (),
}
"""The templates that tell who decided, by what the step was that came to the answer."""


def says_what_the_system_did(cited: Sequence[Event], opening: Opening) -> tuple[int, int, int, int]:
    """T2: the letters, those that say it, those that name a person; those with own words."""
    steps = kinds(cited, "suggestion.followed", "suggestion.shown", "step.done")
    says = names = own = 0
    for letter in of_type(cited, LetterSent):
        behind = [step for step in steps if _before(step, letter)]
        assert behind
        kind = opening.case_types[type_of(letter, opening)]
        told = "{system}" in kind.letter["decided-by"].da or any(
            name in kind.letter
            for step in behind
            if step.kind == "suggestion.followed" or step.function == kind.deciding  # type: ignore[attr-defined]
            for name in TOLD_BY[step.kind]
        )
        parts = dict(letter.parts)
        says += told and parts["decided-by"] == "template"
        named = "{caseworker}" in kind.letter["contact"].da and opening.office.caseworker
        names += bool(named) and parts["contact"] == "template"
        own += "own" in (parts["decided-by"], parts["contact"])
    return len(of_type(cited, LetterSent)), says, names, own


def type_of(event: Event, opening: Opening) -> str:
    """The type of the case of an event."""
    (kind,) = {one.type for one in opening.arrivals if one.case == event.case}
    return kind


def the_citizens_own_words(cited: Sequence[Event]) -> tuple[int, int]:
    """R2: the decided cases that came with words, and those whose words were opened before."""
    decided, opened = kinds(cited, "decision.made"), kinds(cited, "freetext.opened")
    came = {one.case for one in kinds(cited, "case.arrived") if one.says}  # type: ignore[attr-defined]
    assert {one.case for one in decided} == came
    assert len(decided) == len(came)
    return len(came), sum(any(_before(look, one) for look in opened) for one in decided)


def opted_out_of_the_digital(
    cited: Sequence[Event],
) -> tuple[int, int, int, set[str], set[str]]:
    """R4: the occasions, those on which another channel was chosen, the other cases; the sakes."""
    occasions = {one.case for one in kinds(cited, "case.arrived")}
    out = kinds(cited, "digital.opted_out")
    taken = [one for one in out if one.case in occasions]
    others = [one for one in out if one.case not in occasions]
    return (
        len(occasions),
        len({one.case for one in taken}),
        len({one.case for one in others}),
        {one.sake for one in taken},  # type: ignore[attr-defined]
        {one.sake for one in others},  # type: ignore[attr-defined]
    )


def can_do_something_now(
    cited: Sequence[Event], opening: Opening
) -> tuple[int, int, int, int, int]:
    """S1: the letters, those with the template on complaints, those of them that say all of it.

    Then those that say how to correct, and those with own words.
    """
    found = letters(cited, "complaint", "correct")
    assert len(found) == len(cited)
    whole = 0
    for letter in of_type(cited, LetterSent):
        kind = opening.case_types[type_of(letter, opening)]
        assert letter.answer is not None
        own = kind.outcome(letter.answer.outcome).letter
        text = own.get("complaint", kind.letter["complaint"]).da
        says = all(named in text for named in ("{instance}", "{municipality}", "{until"))
        whole += says and dict(letter.parts)["complaint"] == "template"
    return (
        len(found),
        sum(complaint == "template" for complaint, _ in found),
        whole,
        sum(correct == "template" for _, correct in found),
        sum("own" in one for one in found),
    )


def acted_on_the_system(cited: Sequence[Event], opening: Opening) -> tuple[int, int, int]:
    """S6: the cases the set-up was in the way of, those it was changed for, those reported."""
    acts = ("level.changed", "case.taken_out")
    reports = ("ticket.written", "error.reported_to_source", "colleague.asked")
    met = [one for one in cited if one.kind not in (*acts, *reports)]
    assert len({one.case for one in met}) == len(met)
    type_of = {one.case: one.type for one in opening.arrivals}
    changed, reported = set(), set()
    for one in met:
        for act in cited:
            if act.seq > one.seq and act.kind in acts:
                kind = getattr(act, "case_type", None)
                if act.case == one.case or kind == type_of[one.case or ""]:
                    changed.add(one.case)
            elif act.seq > one.seq and act.kind in reports:
                named = {act.system, getattr(act, "source", "")}  # type: ignore[attr-defined]
                if act.case == one.case or named & late_systems(one, opening):
                    reported.add(one.case)
    return len(met), len(changed), len(reported)


def late_systems(event: Event, opening: Opening) -> set[str]:
    """The systems at the ends of stopped arrows that a fact of an event may have come through."""
    ends = set()
    fields = event.basis if isinstance(event, SuggestionShown) else getattr(event, "fields", ())
    for fact in fields:
        for place in {fact.source, *upstream(opening, fact.source, fact.path)}:
            for arrow in opening.landscape.integrations:
                if arrow.target == place and bare(fact.path) in arrow.carries and arrow.stops:
                    ends |= {arrow.source, arrow.target}
    return ends
