"""What each statement of the debrief says, counted again in the whole log."""

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import product
from typing import Any

from simulator.casework.sights import Seen
from simulator.core.clock import MINUTES_A_DAY
from simulator.core.texts import Argument, Phrase
from simulator.landscape.systems import Landscape
from tests.told.log import DayLog, fields, items, up_to
from tests.told.world import Truth, bare


@dataclass(frozen=True)
class Said:
    """A sentence that was said of a day, and what stands in it."""

    says: str
    """The id of the sentence."""
    arguments: dict[str, Argument]
    about: tuple[str, str] = ("", "")
    """The case and the step of a rung."""


Holds = Callable[[DayLog, Said], bool]
PREDICATES: dict[str, Holds] = {}
"""By the id of a sentence: whether what it says is so."""


def of(*ids: str) -> Callable[[Holds], Holds]:
    """Enter the predicate of some sentences."""

    def enter(holds: Holds) -> Holds:
        PREDICATES.update(dict.fromkeys(ids, holds))
        return holds

    return enter


def counts(said: Said, **expected: object) -> bool:
    """Whether these stand in a sentence as they are, and beside them only names."""
    others = {*said.arguments} - {"title", "names", "reasons", "others"}
    return others == {*expected} and all(said.arguments[n] == expected[n] for n in expected)


# K1: looked before it was binding -------------------------------------------------------------

Test = dict[tuple[str, str, str], bool]
"""Of each fact of a suggestion, (path, subject, source): whether it had been seen nearer."""


def _nearer(landscape: Landscape, system: str, fact: str) -> set[tuple[str, str]]:
    """The places a system copies a fact from, through as many others as there are."""
    there = {
        (copying.source, copying.carries[fact].source)
        for copying in landscape.integrations
        if copying.target == system and fact in copying.carries
    }
    return there.union(*(_nearer(landscape, *place) for place in there))


def _was_seen(day: DayLog, seen: Seen, letter: int) -> bool:
    """Whether a fact had been seen nearer its source when a letter went."""
    places = _nearer(day.landscape, seen.source, bare(seen.path))
    looks = ("record.opened", "register.searched", "protected.revealed")
    for event in up_to(day.of(*looks), letter):
        for field in fields(event):
            here = (field.source, bare(field.path)) in places and field.subject == seen.subject
            looked_for = event.kind != "protected.revealed" and field.state == "missing"
            if here and (field.state == "shown" or looked_for):
                return True
    answers = ("citizen.asked", "hearing.answered", "reply.arrived", "document.opened")
    for event in up_to(day.of(*answers), letter):
        if event.kind == "document.opened" and event.flaw:
            continue
        for field in fields(event):
            about = bare(field.path) == bare(seen.path) and field.subject == seen.subject
            if about and field.state == "shown":
                return True
    traced = {*places, (seen.source, bare(seen.path))}
    return any(
        (event.system, bare(event.path)) in traced and event.subject == seen.subject
        for event in up_to(day.of("provenance.opened"), letter)
    )


def _tests(day: DayLog, title: object) -> tuple[int, dict[str, Test]]:
    """How many suggestions were followed in cases of a type, and the test of each case."""
    count, cases = 0, dict[str, Test]()
    for followed in day.of("suggestion.followed"):
        if followed.by != "player" or day.kind(followed.case).title != title:
            continue
        letters = [e.seq for e in day.of("letter.sent", case=followed.case) if e.seq > followed.seq]
        basis = day.suggestion_of(followed).basis
        shown = [
            s
            for s in basis
            if s.state == "shown" and not s.source.startswith(("citizen", "document:"))
        ]
        needed = [s for s in shown if _nearer(day.landscape, s.source, bare(s.path))]
        if letters and needed:
            count += 1
            for seen in needed:
                key = seen.path, seen.subject, seen.source
                cases.setdefault(followed.case, {})[key] = _was_seen(day, seen, letters[0])
    return count, cases


@of("K1", "debrief.said.k1-one", "debrief.said.k1-in", "debrief.said.k1-not-in",
    "debrief.said.seen-of")  # fmt: skip
def _k1(day: DayLog, said: Said) -> bool:
    title = said.arguments["title"]
    count, cases = _tests(day, title)
    facts = [seen for test in cases.values() for seen in test.values()]
    whole = [case for case, test in cases.items() if all(test.values())]
    others = [case for case in cases if case not in whole]
    named = items(said.arguments["names"])
    match said.says:
        case "debrief.said.k1-one":
            right = len(cases) == 1 and not named
        case "debrief.said.k1-in":
            right = named == [day.name(case) for case in whole] and bool(others)
        case "debrief.said.k1-not-in":
            told = [tuple(name.arguments.values()) for name in named]
            parts = [(day.name(c), sum(cases[c].values()), len(cases[c])) for c in others]
            right = told == parts and bool(others)
        case _:
            right = not named and len(cases) > 1 and (all(facts) or not any(facts))
    return right and counts(said, n=count, m=len(facts), a=sum(facts))


# K2: the age of the facts ---------------------------------------------------------------------


@of("K2", "debrief.said.k2-none", "debrief.said.older", "debrief.days", "debrief.same-day")
def _k2(day: DayLog, said: Said) -> bool:
    aged, older = 0, Counter[tuple[object, ...]]()
    for decision in day.decisions:
        for seen in decision.relied_on:
            limit = day.opening.facts[bare(seen.path)].ask_again_days
            if limit is None or seen.state != "shown" or seen.as_of is None:
                continue
            aged += 1
            today = day.opening.date + decision.minute // MINUTES_A_DAY
            age = today - seen.as_of // MINUTES_A_DAY
            if age > limit:
                label, source = day.label(seen.path), day.source(seen.source)
                older[str(label), str(source), age, limit, day.name(decision.case)] += 1
    told = Counter[tuple[object, ...]]()
    for named in items(said.arguments["names"]):
        words = named.arguments
        ages = [_days(words["age"]), _days(words["limit"])]
        for name in items(words["names"]):
            told[str(words["fact"]), str(words["source"]), *ages, name] += 1
    says = "K2" if older else "debrief.said.k2-none"
    return said.says == says and told == older and counts(said, n=aged, a=older.total())


def _days(said: Any) -> int:
    return int(said.arguments["n"]) if said.text == "debrief.days" else 0


# I2: more than needed -------------------------------------------------------------------------


@of("I2", "debrief.said.i2-none", "debrief.said.fields-of")
def _i2(day: DayLog, said: Said) -> bool:
    cases, fields_shown, by_screen, opened = 0, 0, 0, dict[str, int]()
    for case in day.cases:
        every, unasked, asked = _looked(day, case)
        cases += bool(every)
        fields_shown += len(every)
        by_screen += len(unasked)
        if every and asked - unasked:
            opened[case] = len(asked - unasked)
    named = {}
    for name in items(said.arguments["names"]):
        of_whom, count = name.arguments["name"], name.arguments["n"]
        named[of_whom.arguments["case"]] = count
    says = "I2" if opened else "debrief.said.i2-none"
    right = said.says == says and named == opened
    by_hand = sum(opened.values())
    return right and counts(said, n=cases, m=fields_shown, s=by_screen, p=by_hand)


Place = tuple[str, str, str]


def _looked(day: DayLog, case: str) -> tuple[set[Place], set[Place], set[Place]]:
    """The fields shown in a case: all, those the screen gave unasked, those that were asked for."""
    needs, party = {need.path for need in day.kind(case).needs}, day.party(case)

    def is_wanted(seen: Seen) -> bool:
        about_party = seen.subject == party or bare(seen.path) != seen.path
        return seen.path in needs and about_party

    every, unasked, asked = set[Place](), set[Place](), set[Place]()
    looks = day.of("record.opened", "register.searched", "protected.revealed", case=case)
    for look in looks if needs else ():
        wanted = [seen for seen in fields(look) if is_wanted(seen)]
        shown = {(s.source, s.path, s.subject) for s in fields(look) if s.state == "shown"}
        beyond = shown - {(s.source, s.path, s.subject) for s in wanted}
        every |= shown
        on_the_way = bool(wanted) and look.kind != "protected.revealed"
        (unasked if on_the_way else asked).update(beyond)
    return every, unasked, asked


# I3: heard while it could matter --------------------------------------------------------------


@of("I3", "debrief.said.i3-none")
def _i3(day: DayLog, said: Said) -> bool:
    resting, heard, waited = 0, 0, 0
    for decision in day.of("decision.made"):
        if not day.adverse(decision.case, decision.answer):
            continue
        hearings = list(up_to(day.of("hearing.sent", case=decision.case), decision.seq))
        asked = {path for hearing in hearings for path in hearing.facts}
        hear = {need.path for need in day.kind(decision.case).needs if need.hear}
        relied = [s for s in decision.relied_on if s.path in hear]
        unknown = {s.path for s in relied if not _theirs(s) or s.path in asked}
        if unknown and _hangs_on(day, decision, unknown):
            resting += 1
            heard += bool(hearings)
            waited += bool(hearings) and all(_is_over(day, h, decision) for h in hearings)
    says = "I3" if heard else "debrief.said.i3-none"
    return said.says == says and counts(said, n=resting, a=heard, b=waited)


NUMBERS = (0, 1, 3, 10, 10**5, 10**7, 10**10)


def _hangs_on(day: DayLog, decision: Any, paths: set[str]) -> bool:
    """Whether a decision by the rule or the scale would be another, were these facts others."""
    kind, facts = day.kind(decision.case), day.opening.facts
    rule, optional = day.opening.rules[kind.id], {n.path for n in kind.needs if n.optional}
    values = {s.path: s.value for s in decision.relied_on if s.state == "shown"}
    given = [of for of in (rule.answer, rule.by_scale) if of(values.get) == decision.answer]
    grid = []
    for path in sorted(paths):
        fact = facts[bare(path)]
        others = (
            [*fact.codes] if fact.codes else [False, True] if fact.type == "yes-no" else NUMBERS
        )
        grid.append([*others, None] if path in optional else [*others])
    return not given or any(
        given[0]({**values, **dict(zip(sorted(paths), tried, strict=True))}.get) != decision.answer
        for tried in product(*grid)
    )


def _theirs(seen: Any) -> bool:
    """Whether the party said it, or sent the document it stands in."""
    sent = seen.source.startswith("document:") and not seen.source.endswith("@third")
    return sent or seen.source == "citizen"


def _is_over(day: DayLog, hearing: Any, decision: Any) -> bool:
    """Whether a hearing was answered, or its last day gone, when the decision was made."""
    answers = [a.seq for a in day.of("hearing.answered", "reply.arrived", case=decision.case)]
    last = hearing.minute // MINUTES_A_DAY + hearing.days
    answered = any(hearing.seq < answer < decision.seq for answer in answers)
    return answered or decision.minute // MINUTES_A_DAY > last


# P1: departed with a reason -------------------------------------------------------------------


@of("P1", "debrief.said.p1-none")
def _p1(day: DayLog, said: Said) -> bool:
    shown = [s for s in day.of("suggestion.shown") if s.level < 4]
    departed = day.of("suggestion.adjusted", "suggestion.rejected")
    reasoned = [event for event in departed if event.words]
    untrue = [suggestion for suggestion in shown if rests_on_untrue(day, suggestion)]
    says = "P1" if departed else "debrief.said.p1-none"
    told = counts(said, m=len(shown), n=len(departed), a=len(reasoned), w=len(untrue))
    return said.says == says and told


def rests_on_untrue(day: DayLog, suggestion: Any) -> bool:
    """Whether a fact a suggestion was built on was not what could be known that minute."""
    truth = Truth(day.end, day.before[suggestion.seq].world.town, day.end.at(suggestion.minute))
    return any(
        seen.value != truth.of(bare(seen.path), seen.subject)
        for seen in suggestion.basis
        if seen.state == "shown"
    )


# P3: level fitted to the step -----------------------------------------------------------------


def _steps(day: DayLog, title: object) -> Iterator[tuple[Any, Any, tuple[int, int]]]:
    """The steps of a type whose level could be chosen: who set it, the step, the range."""
    settings: dict[tuple[str, str], Any] = {}
    choosable = {(d.case_type, d.function) for d in day.opening.dials if len(d.allowed) > 1}
    for event in day.events:
        if event.kind in ("level.chosen", "level.changed"):
            settings[event.case_type, event.function] = event
        if event.kind != "step.done" or event.how == "skipped":
            continue
        kind = day.kind(event.case)
        step = kind.id, event.function
        setting, range_ = settings.get(step), kind.defensible.get(event.function)
        at_its_level = setting is not None and setting.level == event.level
        if kind.title == title and step in choosable and at_its_level and range_:
            yield setting, event, range_


@of("P3", "debrief.said.p3-none", "debrief.said.p3-none-unset", "debrief.said.outside",
    "debrief.said.outside-by", "debrief.range", "debrief.range-or-hand",
    "debrief.hand", "debrief.set-by.player", "debrief.set-by.supplier", "debrief.set-by.default",
    "debrief.set-by.defaults", "debrief.set-by.leader", "debrief.set-by.it",
    "debrief.set-by.those")  # fmt: skip
def _p3(day: DayLog, said: Said) -> bool:
    steps = list(_steps(day, said.arguments["title"]))
    unset = sum(setter(day, setting) == "default" for setting, _, _ in steps)
    outside: dict[tuple[str, int, tuple[int, int], str], set[str]] = {}
    beyond = 0
    for setting, step, (low, high) in steps:
        if step.level and not low <= step.level <= high:
            beyond += 1
            key = step.function, step.level, (low, high), f"{setter(day, setting)} {setting.seq}"
            outside.setdefault(key, set()).add(step.case)
    told = []
    for by in items(said.arguments["names"]):
        for step in items(by.arguments["what"]):
            words = step.arguments
            whose = _whose(by)
            function = str(words["function"].text).removeprefix("function.")
            told.append((function, words["l"], _span(words["range"]), whose, words["n"]))
    expected = [
        (function, level, _written(*span), by.partition(" ")[0], len(cases))
        for (function, level, span, by), cases in outside.items()
    ]
    nobodys = "-unset" if unset == len(steps) else ""
    says = "P3" if outside else f"debrief.said.p3-none{nobodys}"
    right = said.says == says and sorted(told) == sorted(expected)
    a = len(steps) - beyond
    return right and counts(said, n=len(steps), a=a, b=beyond, d=unset)


def _whose(by: Phrase) -> str:
    """Who is told to have set the levels of some steps; ``?`` where one or several is wrong."""
    setting, many = by.arguments["by"], len(list(items(by.arguments["what"]))) > 1
    assert isinstance(setting, Phrase)
    whose, what = str(setting.text).removeprefix("debrief.set-by."), setting.arguments["what"]
    many_of_them = Phrase("debrief.set-by.those" if many else "debrief.set-by.that")
    if what != many_of_them or (whose == "default" and many):
        return "?"
    return "default" if (whose, many) == ("defaults", True) else whose


def _written(low: int, high: int) -> tuple[int, ...]:
    """The range as it is said: by hand is always in it."""
    return tuple(sorted({0, *range(low, high + 1)}))


def _span(range_: Any) -> tuple[int, ...]:
    low, high = range_.arguments["low"], range_.arguments["high"]
    match range_.text:
        case "debrief.hand":
            return (0,)
        case "debrief.range":
            return tuple(range(high + 1))
    return (0, *range(low, high + 1))


def setter(day: DayLog, setting: Any) -> str:
    """Who set a level: the caseworker, whoever the opening says, or nobody."""
    if setting.by == "player":
        return "player"
    if setting.by in ("leader", "it", "supplier"):
        return str(setting.by)
    dials = [d for d in day.opening.dials if d.step == f"{setting.case_type}.{setting.function}"]
    return next((dial.by for dial in dials if dial.by), "default")


# R2: the citizen's own words ------------------------------------------------------------------


@of("R2")
def _r2(day: DayLog, said: Said) -> bool:
    wrote = {event.case for event in day.of("case.arrived") if event.says}
    first: dict[str, int] = {}
    for decision in day.decisions:
        first.setdefault(decision.case, decision.seq)
    decided = wrote & {*first}
    opened = {e.case for e in day.of("freetext.opened") if e.seq < first.get(e.case, 0)}
    return counts(said, n=len(decided), a=len(decided & opened))


# R4: opted out of the digital -----------------------------------------------------------------


def _occasion(day: DayLog, case: str) -> bool:
    """Whether there was occasion to choose another channel for a case that was taken up."""
    taken = [e.seq for e in day.of("case.opened", "decision.made", case=case)]
    if not taken:
        return False
    arrival = day.opening.arrival_of[case]
    if {"interpreter", "bisidder", "plain-language"} & {*arrival.needs}:
        return True
    cannot = day.town.citizens[arrival.party].digital == "none" or bool(arrival.needs)
    chosen = bool(day.of("digital.opted_out", case=case))
    on_paper = any(letter.channel != "digital" for letter in day.of("letter.sent", case=case))
    if cannot and (chosen or not on_paper):
        return True
    ends = [
        e.seq
        for e in day.of("letter.sent", "case.closed", "case.handed_over", "day.closed")
        if e.case in (case, None) and e.seq > min(taken)
    ]
    end = min(ends, default=day.events[-1].seq)
    for down in day.of("system.went_down"):
        back = [e.seq for e in day.of("system.came_back") if e.system == down.system]
        until = min((seq for seq in back if seq > down.seq), default=end)
        if down.seq < end and min(taken) < until:
            return True
    return False


@of("R4", "debrief.said.r4-others", "debrief.said.r4-not", "debrief.said.r4-not-others",
    "debrief.said.r4-unasked", "debrief.sake.citizen", "debrief.sake.doubt",
    "debrief.sake.judgment", "debrief.sake.down", "debrief.sake.none")  # fmt: skip
def _r4(day: DayLog, said: Said) -> bool:
    occasions = {case for case in day.cases if _occasion(day, case)}
    out = day.of("digital.opted_out")
    taken = [event for event in out if event.case in occasions]
    others = [event for event in out if event.case not in occasions]
    words = [*(() if taken else ("not",)), *(("others",) if others else ())]
    says = f"debrief.said.r4-{'-'.join(words)}" if words else "R4"
    if not occasions:
        says = "debrief.said.r4-unasked"
    right = said.says == says and counts(
        said,
        k=len(occasions),
        a=len({event.case for event in taken}),
        b=len({event.case for event in others}),
    )
    for name, events in (("reasons", taken), ("others", others)):
        sakes = {f"debrief.sake.{event.sake}" for event in events} or {"debrief.sake.none"}
        right = right and sakes == {reason.text for reason in items(said.arguments[name])}
    return right
