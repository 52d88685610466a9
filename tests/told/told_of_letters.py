"""What the statements on letters say, and the one on acting on the system."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from simulator.core.texts import Phrase
from tests.told.letter import DEPARTED
from tests.told.log import DayLog
from tests.told.told_statements import Said, counts, of
from tests.told.world import World, bare


@dataclass(frozen=True)
class Written:
    """A letter with an answer, and what it says of itself."""

    day: DayLog
    sent: Any

    @property
    def manners(self) -> dict[str, str]:
        return dict(self.sent.parts)

    def stands(self, *parts: str) -> bool:
        """Whether some parts stand as the template has them."""
        return all(self.manners.get(part) == "template" for part in parts)

    def own(self, *parts: str) -> bool:
        """Whether any of some parts is in own words."""
        return any(self.manners.get(part) == "own" for part in parts)

    def template(self, part: str) -> str:
        """The template of a part, in Danish: the outcome's own, or its type's."""
        kind = self.day.kind(self.sent.case)
        (outcome,) = (o for o in kind.outcomes if o.id == self.sent.answer.outcome)
        return {**kind.letter, **outcome.letter}[part].da

    @property
    def decided(self) -> Any:
        decisions = self.day.of("decision.made", case=self.sent.case)
        return [decision for decision in decisions if decision.seq < self.sent.seq][-1]

    @property
    def by_system(self) -> bool:
        """Whether the letter can say that the system decided, suggested or did something for it."""
        if self.decided.by == "automation" or "{system}" in self.template("decided-by"):
            return True
        answer, case = self.sent.answer, self.sent.case
        since = max((e.seq for e in self.day.of(*DEPARTED, case=case)), default=0)
        followed = self.day.of("suggestion.followed", case=case)
        return any(e.answer == answer and e.seq > since for e in followed)


def _letters(day: DayLog) -> list[Written]:
    return [Written(day, sent) for sent in day.of("letter.sent") if sent.answer is not None]


def _adverse(day: DayLog) -> list[Written]:
    return [w for w in _letters(day) if day.adverse(w.sent.case, w.sent.answer)]


def _own_words(said: Said, letters: list[Written]) -> bool:
    """Whether what stands in own words is counted apart, where any does."""
    count = len(letters)
    own = Phrase("debrief.said.own", {"c": count}) if count else Phrase("")
    return said.arguments["own"] == own


def _without_own(said: Said) -> Said:
    return Said(said.says, {n: a for n, a in said.arguments.items() if n != "own"})


@of("S1", "debrief.said.s1-standing", "debrief.said.own")
def _s1(day: DayLog, said: Said) -> bool:
    adverse = _adverse(day)
    standing = [written for written in adverse if written.stands("complaint")]
    whole = [written for written in standing if _where_how_and_when(written)]
    correct = [written for written in adverse if written.stands("correct")]
    own = [written for written in adverse if written.own("complaint", "correct")]
    told = counts(_without_own(said), n=len(adverse), t=len(standing), a=len(whole), b=len(correct))
    says = "S1" if standing == whole else "debrief.said.s1-standing"
    return told and said.says == says and _own_words(said, own)


def _where_how_and_when(written: Written) -> bool:
    template = written.template("complaint")
    when = "{until:date}" in template or "{within}" in template
    where = "{instance}" in template and "{municipality}" in template
    return where and when and written.day.kind(written.sent.case).complaint is not None


@of("T1")
def _t1(day: DayLog, said: Said) -> bool:
    adverse, reasons = _adverse(day), ("rule", "considerations", "facts")
    bare_ones = [written for written in adverse if _names_nothing(written)]
    whole = [w for w in adverse if w.stands(*reasons) and w not in bare_ones]
    own = [written for written in adverse if written.own(*reasons)]
    missing = [
        w
        for w in adverse
        if w in bare_ones or any(w.manners.get(r, "absent") == "absent" for r in reasons)
    ]
    told = counts(_without_own(said), n=len(adverse), a=len(whole), b=len(missing))
    return told and _own_words(said, own)


def _names_nothing(written: Written) -> bool:
    """Whether the template of the considerations stands though the judgment named none of them."""
    kind = written.day.kind(written.sent.case)
    judged = "weigh" in kind.order and bool(kind.considerations)
    return judged and written.stands("considerations") and not written.decided.considerations


@of("T2")
def _t2(day: DayLog, said: Said) -> bool:
    rested = [written for written in _letters(day) if _rests(written)]
    tell = [w for w in rested if w.stands("decided-by") and w.by_system]
    named = [w for w in rested if w.stands("contact") and "{caseworker}" in w.template("contact")]
    own = [written for written in rested if written.own("decided-by", "contact")]
    named = named if day.opening.office.caseworker else []
    told = counts(_without_own(said), n=len(rested), a=len(tell), b=len(named))
    return told and _own_words(said, own)


def _rests(written: Written) -> bool:
    """Whether the system found the facts, or came to the answer, of a letter."""
    case, answer = written.sent.case, written.sent.answer
    earlier = [e for e in written.day.of(*_STEPS, case=case) if e.seq < written.sent.seq]
    departed = [e.seq for e in written.day.of(*DEPARTED, case=case) if e.seq < written.sent.seq]
    for event in earlier:
        if event.kind == "suggestion.followed" and event.seq < max(departed, default=0):
            continue
        if event.kind == "step.done":
            if (event.function, event.how) == ("find", "automation"):
                return True
        elif event.answer == answer and (event.kind != "suggestion.shown" or event.level == 4):
            return True
    return False


_STEPS = ("step.done", "suggestion.followed", "suggestion.shown")


# S6: acted on the system ----------------------------------------------------------------------

Late = set[tuple[str, str]]
"""What came late: (system, fact), for both ends of each arrow that had stood still."""


def _late(day: DayLog, case: str) -> Iterator[tuple[int, Late]]:
    """The events that showed a needed fact otherwise than with no arrow still, and which."""
    needs = {need.path for need in day.kind(case).needs}
    for event in day.of(
        "record.opened", "facts.filled", "basis.opened", "suggestion.shown", case=case
    ):
        state = day.before[event.seq]
        late: Late = set()
        for seen in getattr(event, "fields", ()) or getattr(event, "basis", ()):
            of_system = seen.source in day.landscape.systems
            if seen.path not in needs or seen.state != "shown" or not of_system:
                continue
            at, world = seen.at or state.at(event.minute), World(state)
            place = seen.source, bare(seen.path), seen.subject, at
            still = {
                copying.id: copying
                for station in world.stations(*place)
                if (copying := day.landscape.integration(station.cause.partition(":")[2]))
                and any(s.begins <= at and (s.ends is None or at < s.ends) for s in copying.stops)
            }
            running = World(state, frozenset(f"stop:{id_}" for id_ in still))
            came = running.came(*place)
            if still and (came.value if came else None) != seen.value:
                ends = {
                    end for copying in still.values() for end in (copying.source, copying.target)
                }
                late |= {(system, bare(seen.path)) for system in ends}
        if late:
            yield event.seq, late


@of("S6")
def _s6(day: DayLog, said: Said) -> bool:
    met, changed, reported = 0, 0, 0
    for case in day.cases:
        late = dict(_late(day, case))
        misfit = day.opening.arrival_of[case].misfit and day.of("case.opened", case=case)
        came = [day.of("case.arrived", case=case)[0].seq] if misfit else []
        if not (came or late):
            continue
        first = min([*came, *late])
        met += 1
        places = set[tuple[str, str]]().union(*late.values())
        after = [e for e in day.events if e.seq > first and e.by == "player"]
        changed += any(_changes(day, event, case) for event in after)
        reported += any(_reports(event, case, places, bool(misfit)) for event in after)
    return counts(said, n=met, a=changed, b=reported)


def _changes(day: DayLog, event: Any, case: str) -> bool:
    if event.kind == "case.taken_out":
        return bool(event.case == case)
    return bool(event.kind == "level.changed" and event.case_type == day.kind(case).id)


def _reports(event: Any, case: str, places: Late, misfit: bool) -> bool:
    systems = {system for system, _ in places}
    match event.kind:
        case "ticket.written":
            return bool({event.system, event.source} & systems) or (misfit and event.case == case)
        case "error.reported_to_source":
            return (event.system, bare(event.path)) in places
        case "colleague.asked":
            return bool(event.whom == "leader" and event.system in systems)
    return False
