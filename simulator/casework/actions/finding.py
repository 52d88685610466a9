"""Finding the facts: what automation fills in, and settling what to build on."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import partial
from typing import Any

from simulator.casework.actions.chain import (
    AUTOMATION,
    StepCommand,
    automated,
    carry_on,
    decided_already,
    done,
    level_cause,
    presents,
    step_done,
    takes,
)
from simulator.casework.actions.promising import keep
from simulator.casework.automation import gather, missing
from simulator.casework.case_state import shown_value, with_case, with_found, with_seen
from simulator.casework.case_types import DECIDING, POINTING_OUT, PRESENTING, SUGGESTING, Function
from simulator.casework.commands import STEPS
from simulator.casework.day import Case, Day
from simulator.casework.engine import Run, decides
from simulator.casework.events import Event, event, evolves
from simulator.casework.form import Answers, Blank, Occasion, option
from simulator.casework.phrasing import (
    fact_label,
    listed,
    source_name,
    value_in_case,
    value_measure,
)
from simulator.casework.picking import Order, nearest, order_of
from simulator.casework.protection import mask
from simulator.casework.refusals import Refused
from simulator.casework.sights import Seen
from simulator.casework.telling import tells, told
from simulator.core.texts import Phrase
from simulator.landscape.observations import Observation
from simulator.landscape.observe import observe

# What the caseworker can do -------------------------------------------------------------------


class _Picks:
    """Which source to rely on, one blank for each fact that sources say differently."""

    def blanks(self, at: Occasion) -> Iterator[Blank]:
        """Yield a blank for each needed fact with more than one value, the nearest chosen."""
        for need in at.day.case_type(at.case).needs:
            shown = [s for s in at.case.seen if s.path == need.path and s.state == "shown"]
            if len({seen.value for seen in shown}) < 2:
                continue
            options = tuple(option(seen.source, _picked(at, seen)) for seen in shown)
            label = Phrase("blank.pick", {"fact": fact_label(at.day, need.path)})
            preset = nearest(at.day.opening.landscape, at.case, need.path)
            chosen = (preset.source,) if preset else ()
            yield Blank(f"pick.{need.path}", "one", label, options, False, chosen)

    def fields(self, at: Occasion, answers: Answers) -> Mapping[str, Any]:
        """Return the sources that were picked, by path."""
        named = ((blank.name.removeprefix("pick."), blank.name) for blank in self.blanks(at))
        return {"picks": {path: answers[name] for path, name in named if answers.get(name)}}


def _picked(at: Occasion, seen: Seen) -> Phrase:
    value = value_in_case(at.day, at.case, seen)
    names = {"value": value, "source": source_name(at.day, seen.source)}
    return Phrase("pick.option", names)


@dataclass(frozen=True)
class SettleFacts(StepCommand):
    """Finish finding: choose which source to rely on, by path; where unnamed, as preset."""

    picks: Mapping[str, str] = field(default_factory=dict)

    step = "find"
    form = (_Picks(),)

    @classmethod
    def is_open(cls, at: Occasion) -> bool:
        """Return whether finding is not done, or can be done again on something else."""
        return super().is_open(at) or ("find" in at.case.done and not cls._settled(at))

    @classmethod
    def menu_place(cls, at: Occasion) -> int:
        """Return its place as a step; after all steps where it can be done again."""
        return STEPS + 99 if "find" in at.case.done else super().menu_place(at)

    @classmethod
    def label(cls, at: Occasion) -> Phrase:
        """Return it as it is called the first time, or again."""
        return Phrase("offer.settle_again") if "find" in at.case.done else super().label(at)

    @classmethod
    def refusal(cls, at: Occasion) -> Refused | None:
        """Refuse it where it is done already, or a fact it needs has been shown nowhere."""
        settled = "find" in at.case.done
        if refused := cls._settled(at) if settled else super().refusal(at):
            return refused
        shown = {seen.path for seen in at.case.seen if seen.state == "shown"}
        needs = at.day.case_type(at.case).needs
        lacking = any(not need.optional and need.path not in shown for need in needs)
        return _fact_not_seen() if lacking else None

    @classmethod
    def _settled(cls, at: Occasion) -> Refused | None:
        """Refuse to settle the facts again on nothing else than before, and once it is decided."""
        case = at.case
        if case.decision:
            return decided_already()
        built_on = {(seen.path, seen.source, seen.value) for seen in case.basis}
        needed = {need.path for need in at.day.case_type(case).needs}
        shown = [seen for seen in case.seen if seen.state == "shown" and seen.path in needed]
        others = any((seen.path, seen.source, seen.value) not in built_on for seen in shown)
        return None if others else step_done()


_fact_not_seen = partial(Refused, "fact-not-seen", helps="look_up")


# What happened --------------------------------------------------------------------------------


@event("facts.filled")
class FactsFilled(Event):
    """Automation filled in facts from the copies it is wired to."""

    level: int
    fields: tuple[Seen, ...]
    """As they stood on the desk: what is protected is covered there."""
    taken: tuple[Seen, ...] = ()
    """What automation itself goes on with at level 4; what the desk covers too."""
    missing: tuple[str, ...] = ()
    """What it points out as missing, from level 2."""
    left: tuple[Seen, ...] = ()
    """From level 3: other values, by other sources, than the one it picked in the declared order.
    In older logs it took the first system it was wired to, and said nothing of others."""


@event("facts.settled")
class FactsSettled(Event):
    """The caseworker chose which sights of the facts to build on."""

    basis: tuple[Seen, ...]


# Filled in by automation ----------------------------------------------------------------------


@presents(("find",), PRESENTING, POINTING_OUT, SUGGESTING)
def _fill(run: Run, case: Case, function: Function, level: int) -> tuple[str, ...]:
    """Fill in the facts, and return those that are missing."""
    now = run.day.at(run.now)

    def shows(system: str, fact: str, subject: str) -> Observation:
        return observe(run.day.world, system, fact, subject, now)

    kind, landscape = run.day.case_type(case), run.day.opening.landscape
    gathered = gather(
        kind,
        case.party,
        shows,
        lambda id_: landscape.systems[id_].shows_age,
        level,
        now,
        run.day.opening.relations,
        [seen for seen in case.seen if seen.source not in landscape.systems],
        order_of(landscape, case),
    )
    fields, left = gathered.fields, gathered.left
    lacking = missing(kind, fields)
    shown = tuple(field for field in fields if field.state == "shown")
    automated(
        run,
        FactsFilled,
        case,
        function,
        level=level,
        fields=tuple(mask(run.day, field, case.party) for field in fields),
        taken=shown if level == DECIDING else (),
        missing=lacking if level >= POINTING_OUT else (),
        left=tuple(mask(run.day, field, case.party) for field in left),
    )
    return lacking


@takes("find")
def _take(run: Run, case: Case, function: Function) -> bool:
    if _fill(run, case, function, DECIDING):
        return False
    done(run, case, function, AUTOMATION, AUTOMATION, (level_cause(run, case, function),))
    return True


@evolves(FactsFilled)
def _filled(day: Day, event: FactsFilled) -> Day:
    case = day.cases[event.case or ""]
    if over := tuple(_over_heard(day, event)):
        day = with_found(day, day.case_type(case).as_order)
    return with_case(
        day,
        case.id,
        picked_over=over,
        seen=with_seen(case, *event.fields),
        basis=event.taken if event.level == DECIDING else case.basis,
        listed=event.missing,
        listed_for="find",
        shown=case.shown | {"find"},
    )


def _over_heard(day: Day, event: FactsFilled) -> Iterator[tuple[str, str, str]]:
    """Yield the places of what was picked over something people said or a document shows."""
    systems = day.opening.landscape.systems
    heard = {seen.path for seen in event.left if seen.source not in systems}
    return (seen.place for seen in event.fields if seen.path in heard)


@decides(SettleFacts)
def _settle(run: Run, command: SettleFacts, case: Case) -> None:
    basis = _basis(run.day, case, dict(command.picks))
    run.does(FactsSettled, basis=basis, question=run.question(case.id, "find", "basis"))
    if "find" not in case.done:
        done(run, case, "find", "by-hand")
    keep(run, case, "look-again")
    carry_on(run, case.id)


def _basis(day: Day, case: Case, picks: dict[str, str]) -> tuple[Seen, ...]:
    chosen = []
    for need in day.case_type(case).needs:
        source = picks.get(need.path)
        picked = shown_value(case, need.path, source) if source else None
        seen = picked if source else nearest(day.opening.landscape, case, need.path)
        if seen:
            chosen.append(seen)
        elif not need.optional:
            raise _fact_not_seen()
    return tuple(chosen)


@evolves(FactsSettled)
def _settled(day: Day, event: FactsSettled) -> Day:
    case = day.cases[event.case or ""]
    return with_case(
        day,
        case.id,
        basis=event.basis,
        settled=True,
        suggestion=None,
        result=None,
        result_at=None,
        done=tuple(function for function in case.done if function in _STAND),
        shown=case.shown & set(_STAND),
    )


_STAND = ("find", "hear")
"""What has been done and shown before an answer is worked out, and stands on new facts too."""


@tells(FactsFilled)
def _tell_filled(day: Day, event: FactsFilled) -> Phrase:
    """Tell how many facts were filled in, and where sources differ, which was picked and why."""
    case = day.cases[event.case or ""]
    picked = {seen.path: seen for seen in event.fields}
    over = [(picked[seen.path], seen) for seen in event.left if seen.path in picked]
    order = order_of(day.opening.landscape, case)
    lines = listed((_picked_over(day, order, *pair) for pair in over), " ")
    n = sum(seen.state == "shown" for seen in event.fields)
    return told(day, event, "-picked" if over else "", n=n, facts=lines)


def _picked_over(day: Day, order: Order, taken: Seen, left: Seen) -> Phrase:
    rank, other = order.rank(taken), order.rank(left)
    names = {
        "fact": fact_label(day, taken.path),
        "value": value_measure(day, taken),
        "source": source_name(day, taken.source),
        "left": value_measure(day, left),
        "other": source_name(day, left.source),
        "why": Phrase(f"picked.{rank}" if rank != other else "picked.nearer"),
    }
    return Phrase("picked.over", names)


@tells(FactsSettled)
def _tell_settled(day: Day, event: FactsSettled) -> Phrase:
    """Tell what was chosen to build on: each fact, its value, and where it was seen."""
    return told(day, event, facts=listed((_built_on(day, seen) for seen in event.basis), "; "))


def _built_on(day: Day, seen: Seen) -> Phrase:
    fact, system = fact_label(day, seen.path), source_name(day, seen.source)
    value = value_measure(day, seen)
    return Phrase("settled.one", {"fact": fact, "value": value, "system": system})
