"""What the debrief says beside its statements: work, estimates, captions, ladders, the declared.

Each has a predicate as statements have; what a sentence is about that does not stand in it, such as
the rung of a ladder, is in ``Said.about``.
"""

from collections.abc import Iterator
from typing import Any

from simulator.core.clock import MINUTES_A_DAY
from simulator.core.texts import Argument, Phrase
from tests.told.log import DayLog, fields, up_to
from tests.told.told_statements import Said, of, setter
from tests.told.world import Truth, World, bare


def counted(said: Said, **expected: object) -> bool:
    """Whether these, and nothing else, stand in a sentence as they are."""
    return said.arguments == expected


# Facts of work --------------------------------------------------------------------------------


@of("debrief.work.interruptions")
def _interruptions(day: DayLog, said: Said) -> bool:
    told = {call.seq for call in day.of("call.rang")}  # those about cases set aside are not
    return counted(said, n=sum(told >= {*e.because} for e in day.of("caseworker.interrupted")))


@of("debrief.work.left")
def _left(day: DayLog, said: Said) -> bool:
    opened = {event.case for event in day.of("case.opened")}
    over = {event.case for event in day.of("decision.made", "case.closed", "case.handed_over")}
    return counted(said, n=len(opened - over))


@of("debrief.work.again")
def _again(day: DayLog, said: Said) -> bool:
    pages = [(e.case, e.system, e.page, e.subject) for e in day.of("record.opened")]
    return counted(said, n=len(pages) - len({*pages}))


@of("debrief.work.handovers")
def _handed_over(day: DayLog, said: Said) -> bool:
    return counted(said, n=len(day.of("case.handed_over")))


@of("debrief.work.promised")
def _promised(day: DayLog, said: Said) -> bool:
    return counted(said, n=len(day.of("promise.made")))


@of("debrief.work.kept")
def _kept(day: DayLog, said: Said) -> bool:
    return counted(said, n=len(day.of("promise.kept")))


@of("debrief.work.broken")
def _broken(day: DayLog, said: Said) -> bool:
    return counted(said, n=len(day.of("promise.broken")))


@of("debrief.work.documents")
def _documents(day: DayLog, said: Said) -> bool:
    asked = [event for event in day.of("document.asked") if event.by == "player"]
    return counted(said, n=sum(_every_source_alike(day, e) for e in asked), of=len(asked))


def _every_source_alike(day: DayLog, asked: Any) -> bool:
    """Whether all that could be opened, and had been met, showed the same of what it is for."""
    needed = {need.path for need in day.kind(asked.case).needs}
    start = f"{asked.relation}." if asked.relation else ""
    wanted = needed & {start + fact for fact in day.opening.documents[asked.document].shows}
    values = [_to_be_had(day, asked, path) for path in wanted]
    met = [_met_before(day, asked, path) for path in wanted]
    return bool(values) and all(
        len(shown) == 1 >= len(shown | seen) for shown, seen in zip(values, met, strict=True)
    )


def _to_be_had(day: DayLog, asked: Any, path: str) -> set[object]:
    """What the systems that the case lets one open would have shown of a fact."""
    before, role = day.before[asked.seq], day.opening.role
    at, kind = before.at(asked.minute), day.kind(asked.case)
    world = World(before)
    subject = Truth(before, before.world.town, at).subject(path, day.party(asked.case))
    shown = set[object]()
    for id_, system in day.landscape.systems.items():
        rights = [r for r in kind.rights if id_ in r.systems]
        of_role = [r for r in rights if not r.roles or role in r.roles]
        pages = {field.fact for page in system.pages for field in page.fields}
        may_open = bare(path) in pages and (of_role or not kind.rights) and subject
        if may_open and system.may_see(role, bare(path)) and world.works(id_, at):
            shown |= {world.shown(id_, bare(path), subject, at)}
    return shown - {None}


def _met_before(day: DayLog, asked: Any, path: str) -> set[object]:
    """What had been shown, or said, of a fact in the case."""
    case = day.before[asked.seq].cases[asked.case]
    return {seen.value for seen in case.seen if seen.path == path and seen.state == "shown"}


@of("debrief.work.overtime")
def _overtime(day: DayLog, said: Said) -> bool:
    own = [event for event in day.events if event.by == "player" and event.minutes]
    ends = [event.minute + event.minutes for event in own]
    last = max((end for end in ends if end <= MINUTES_A_DAY), default=0)
    return counted(said, n=max(0, last - day.opening.closes))


# Three figures to estimate --------------------------------------------------------------------


@of("debrief.estimate.unopened")
def _unopened(day: DayLog, said: Said) -> bool:
    followed = [event for event in day.of("suggestion.followed") if event.by == "player"]
    unopened = 0
    for event in followed:
        since = day.suggestion_of(event).seq
        looks = up_to(day.of("basis.opened", case=event.case), event.seq)
        unopened += not any(look.seq > since for look in looks)
    return counted(said, counted=unopened, of=len(followed))


@of("debrief.estimate.systems")
def _systems(day: DayLog, said: Said) -> bool:
    looked_in = {event.system for event in day.of("record.opened", "register.searched")}
    return counted(said, counted=len(looked_in), of=len(day.landscape.systems))


HEARD_FROM = (
    "citizen.called", "visitor.received", "meeting.invited", "hearing.sent", "letter.sent",
)  # fmt: skip


@of("debrief.estimate.human-first")
def _human_first(day: DayLog, said: Said) -> bool:
    first = {case: day.of(*HEARD_FROM, case=case) for case in day.cases}
    heard = [events[0] for events in first.values() if events]
    return counted(said, counted=sum(e.by == "player" for e in heard), of=len(heard))


# What the scenario had put into the day -------------------------------------------------------


def _ends(day: DayLog, copying: Any) -> dict[str, object]:
    systems = day.landscape.systems
    return {"source": systems[copying.source].name, "target": systems[copying.target].name}


@of("debrief.declared.stop", "debrief.declared.stop-ends")
def _stop(day: DayLog, said: Said) -> bool:
    for copying in day.landscape.integrations:
        for stop in copying.stops:
            since, goes_on = stop.begins // MINUTES_A_DAY, stop.ends is None
            told = said.arguments
            there = {"since": since, **_ends(day, copying)}.items() <= told.items()
            until = goes_on or told["until"] == (stop.ends or 0) // MINUTES_A_DAY
            if there and until and goes_on == (said.says == "debrief.declared.stop"):
                return True
    return False


@of("debrief.declared.outage")
def _outage(day: DayLog, said: Said) -> bool:
    told = said.arguments
    midnight = told["day"] * MINUTES_A_DAY
    times = [(midnight + told[edge]) for edge in ("begins", "ends")]
    systems = day.landscape.systems
    outages = [[systems[o.system].name, o.begins, o.ends] for o in day.landscape.outages]
    return [told["system"], *times] in outages


def _of_case(day: DayLog, said: Argument) -> list[str]:
    """The cases a name may be of."""
    assert isinstance(said, Phrase)
    return [case for case in day.cases if said.arguments["case"] == case]


@of("debrief.declared.misfit", "debrief.declared.also-needs", "debrief.declared.urgent")
def _catch(day: DayLog, said: Said) -> bool:
    (case,) = _of_case(day, said.arguments["case"])
    arrival = day.opening.arrival_of[case]
    if said.says == "debrief.declared.urgent":
        return bool(arrival.urgent)
    id_ = arrival.misfit if said.says.endswith("misfit") else arrival.also_needs
    return bool(id_) and said.arguments["what"] == day.opening.texts[id_]


@of("debrief.declared.twin", "debrief.declared.twin-relevant")
def _twin(day: DayLog, said: Said) -> bool:
    (case,), (other,) = (_of_case(day, said.arguments[name]) for name in ("case", "other"))
    twin = day.opening.arrival_of[case].twin
    relevant = said.says == "debrief.declared.twin-relevant"
    if twin is None or (twin.of, twin.relevant) != (other, relevant):
        return False
    fact = day.opening.facts.get(twin.differs)
    differs = fact.label if fact else Phrase(f"debrief.differs.{twin.differs}")
    return said.arguments["differs"] == differs


@of("debrief.unread")
def _unread(day: DayLog, said: Said) -> bool:
    letters = [e for e in day.of("letter.sent") if e.channel == "digital"]
    cannot = [e for e in letters if day.town.citizens[day.party(e.case)].digital == "none"]
    return said.arguments["name"] in [day.name(event.case) for event in cannot]


# Levels that stood when the day began ---------------------------------------------------------


@of("debrief.told.level.chosen", "debrief.told.level.chosen-player", "debrief.set-by.that")
def _level(day: DayLog, said: Said) -> bool:
    (setting,) = (event for event in day.events if str(event.seq) == said.about[0])
    who = setter(day, setting)
    player = said.says == "debrief.told.level.chosen-player"
    set_by = Phrase(f"debrief.set-by.{who}", {"what": Phrase("debrief.set-by.that")})
    return player == (who == "player") and said.arguments == {
        "title": day.opening.case_types[setting.case_type].title,
        "function": Phrase(f"function.{setting.function}"),
        "level": Phrase(f"level.{setting.level}"),
        "by": set_by,
    }


# Captions -------------------------------------------------------------------------------------


@of("debrief.map.caption", "debrief.map.caption-none", "debrief.map.caption-oldest",
    "debrief.map.caption-today")  # fmt: skip
def _map(day: DayLog, said: Said) -> bool:
    decisions = day.decisions
    relied = {
        (seen.source, event.case, seen.path, seen.subject)
        for event in decisions
        for seen in event.relied_on
        if seen.state == "shown"
    }
    looks = ("record.opened", "register.searched", "provenance.opened", "protected.revealed")
    opened = {event.system for event in day.of(*looks)}
    unopened = [r for r in relied if r[0] in day.landscape.systems and r[0] not in opened]
    ages = [*_ages(day)]
    match said.says:
        case "debrief.map.caption-none":
            return not decisions
        case "debrief.map.caption":
            right = not ages
        case "debrief.map.caption-today":
            right = max(ages) == 0
        case _:
            right = max(ages) == said.arguments["days"] != 0
    figures = {"decisions": len(decisions), "facts": len(relied), "unopened": len(unopened)}
    return right and figures.items() <= said.arguments.items()


def _ages(day: DayLog) -> Iterator[int]:
    """How old each fact relied on was that can become too old, in days."""
    for event in day.decisions:
        for seen in event.relied_on:
            limit = day.opening.facts[bare(seen.path)].ask_again_days
            if limit is not None and seen.as_of is not None:
                today = day.opening.date + event.minute // MINUTES_A_DAY
                yield today - seen.as_of // MINUTES_A_DAY


@of("debrief.timeline.caption", "debrief.timeline.caption-left")
def _timeline(day: DayLog, said: Said) -> bool:
    rang, engaged, unanswered, later, ringing, over = 0, 0, 0, 0, set[str](), False
    for event in day.events:
        counts = event.minute < MINUTES_A_DAY
        match event.kind:
            case "day.closed":
                over = True
            case "call.rang":
                ringing.add(event.citizen)
                rang += counts
            case "citizen.called":
                ringing.discard(event.citizen)
            case "call.rang_out":
                rung = event.citizen in ringing
                ringing.discard(event.citizen)
                later += counts and over and not rung
                engaged += counts and not over and not rung
                unanswered += counts and (rung or not over)
    decisions = [e for e in day.decisions if e.minute < MINUTES_A_DAY]
    followed = [e for e in day.of("suggestion.followed") if e.by == "player"]
    expected = {
        "cases": len([e for e in day.of("case.arrived") if e.minute < MINUTES_A_DAY]),
        "calls": rang + engaged,
        "unanswered": unanswered,
        "followed": len(followed),
        "yours": sum(event.by == "player" for event in decisions),
        "systems": sum(event.by == "automation" for event in decisions),
    }
    left = {"later": later} if later else {}
    says = "debrief.timeline.caption-left" if later else "debrief.timeline.caption"
    return said.says == says and said.arguments == {**expected, **left}


# Ladders --------------------------------------------------------------------------------------


def _rung(day: DayLog, said: Said) -> tuple[list[Any], list[Any], str]:
    """What was done in the step of a rung, what was followed for it, and the step."""
    case, function = said.about
    done = [step for step in day.of("step.done", case=case) if step.function == function]
    since = done[-2].seq if len(done) > 1 else 0
    followed = [
        event
        for event in day.of("suggestion.followed", case=case)
        if event.function == function and done and since < event.seq < done[-1].seq
    ]
    return done[-1:], followed, function


def _scaled(day: DayLog, said: Said) -> bool:
    """Whether the newest suggestion for a step followed the municipality's scale."""
    case, function = said.about
    shown = [s for s in day.of("suggestion.shown", case=case) if s.function == function]
    return bool(shown) and any(str(cause).startswith("scale:") for cause in shown[-1].because)


def _hearings(day: DayLog, said: Said) -> list[Any]:
    (step,), _, _ = _rung(day, said)
    return [*up_to(day.of("hearing.sent", case=said.about[0]), step.seq)]


def who(word: str) -> str:
    return f"debrief.who.{word}"


@of(who("not-reached"))
def _not_reached(day: DayLog, said: Said) -> bool:
    done, _, _ = _rung(day, said)
    return not done


@of(who("rule"), who("rule-scale"), who("rule-scale-unnamed"), who("rule-own"),
    who("rule-repeated"))  # fmt: skip
def _by_rule(day: DayLog, said: Said) -> bool:
    (step,), _, function = _rung(day, said)
    reckons = function in ("calculate", "weigh") and step.how == "automation"
    return reckons and _went_by(day, said) and _named(day, said)


@of(who("suggestion"), who("suggestion-scale"), who("suggestion-scale-unnamed"),
    who("suggestion-own"), who("suggestion-repeated"))  # fmt: skip
def _by_suggestion(day: DayLog, said: Said) -> bool:
    (step,), followed, _ = _rung(day, said)
    return step.how == "by-hand" and bool(followed) and _went_by(day, said) and _named(day, said)


def _went_by(day: DayLog, said: Said) -> bool:
    """Whether the word says what the newest suggestion for the step went by."""
    case, function = said.about
    newest = [s for s in day.of("suggestion.shown", case=case) if s.function == function][-1:]
    by = "scale" if _scaled(day, said) else ""
    if newest and function == "weigh" and not by:
        by = _result_before(day, case, newest[0].seq)
    return [end for end in ("scale", "own", "repeated") if end in said.says] == [by] * bool(by)


def _result_before(day: DayLog, case: str, seq: int) -> str:
    """Whose result there was before an event: the caseworker's ``own``, or one ``repeated``."""
    result, own = None, False
    kinds = ("result.reached", "suggestion.adjusted", "suggestion.followed", "suggestion.shown")
    for event in up_to(day.of(*kinds, "case.reopened", case=case), seq):
        if event.kind == "case.reopened":
            result, own = None, False
            continue
        if event.kind in ("result.reached", "suggestion.adjusted"):
            own = True
        elif event.kind == "suggestion.shown":
            if event.level < 4 or event.seq == seq:
                continue
            own = own and event.answer == result
        result = event.answer
    return "" if result is None else "own" if own else "repeated"


def _named(day: DayLog, said: Said) -> bool:
    """Whether the year of the rule, the scale and its owner are the type's."""
    kind = day.kind(said.about[0])
    scale = {"scale": kind.scale.name, "owner": kind.scale.owner} if kind.scale else {}
    unnamed = said.says.endswith("unnamed")
    return said.arguments == {"year": str(kind.rule_year), **scale} and unnamed <= (not scale)


@of(who("screen"), who("screen-and-you"))
def _by_screen(day: DayLog, said: Said) -> bool:
    (step,), _, function = _rung(day, said)
    case = said.about[0]
    filled = [seen for event in day.of("facts.filled", case=case) for seen in fields(event)]
    settled = [seen for event in day.of("facts.settled", case=case) for seen in event.basis]
    own = [seen for seen in settled if seen not in filled]
    found = function == "find" and step.how == "by-hand" and step.level > 0
    both = said.says == who("screen-and-you")
    return found and bool(own) == both and (not both or len(own) < len(settled))


@of(who("template"))
def _by_template(day: DayLog, said: Said) -> bool:
    (step,), _, function = _rung(day, said)
    letters = day.of("letter.sent", case=said.about[0])
    used = any("template" in dict(letter.parts).values() for letter in letters)
    return function == "write" and step.how == "by-hand" and used


@of(who("you"))
def _by_you(day: DayLog, said: Said) -> bool:
    (step,), followed, function = _rung(day, said)
    if function == "hear" and any(e.by == "player" for e in _hearings(day, said)):
        return True
    return step.how == "by-hand" and step.by == "player" and not followed


@of(who("system"))
def _by_system(day: DayLog, said: Said) -> bool:
    (step,), _, function = _rung(day, said)
    hearings = _hearings(day, said)
    if function == "hear" and hearings:
        return all(event.by == "automation" for event in hearings)
    return step.how in ("automation", "deadline")


@of(who("passed"))
def _passed(day: DayLog, said: Said) -> bool:
    (step,), _, function = _rung(day, said)
    skipped = (function, step.how, step.by) == ("hear", "skipped", "player")
    return skipped and not _hearings(day, said)


@of(who("not-awaited"))
def _not_awaited(day: DayLog, said: Said) -> bool:
    (step,), _, function = _rung(day, said)
    answered = [*up_to(day.of("hearing.answered", "reply.arrived", case=said.about[0]), step.seq)]
    went_on = (function, step.how, step.by) == ("hear", "skipped", "player")
    return went_on and bool(_hearings(day, said)) and not answered


@of(who("nothing-to-hear"))
def _nothing_to_hear(day: DayLog, said: Said) -> bool:
    (step,), _, function = _rung(day, said)
    skipped = (function, step.how, step.by) == ("hear", "skipped", "automation")
    return skipped and not _hearings(day, said)


@of(who("nothing-to-pay"))
def _nothing_to_pay(day: DayLog, said: Said) -> bool:
    (step,), _, function = _rung(day, said)
    decision = day.of("decision.made", case=said.about[0])[-1]
    kind = day.kind(said.about[0])
    pays = any(o.pays for o in kind.outcomes if o.id == decision.answer.outcome)
    return (function, step.how) == ("pay", "skipped") and not pays


@of(who("skipped"))
def _skipped(day: DayLog, said: Said) -> bool:
    (step,), _, _ = _rung(day, said)
    return bool(step.how == "skipped")
