"""Asking across: a colleague, the leader, IT or the citizens' adviser; and what is said at a break.

Each answers from what they can know, and never from the truth. The colleague knows practice and
rumours. The leader knows the purpose and the deadlines. IT knows how integrations run as they are
documented and, late, which have stopped. The adviser knows the citizen's rights.
"""

from collections.abc import Callable, Mapping

from simulator.casework.case_state import with_contact
from simulator.casework.commands import AskColleague, require_open_day
from simulator.casework.day import Case, Day
from simulator.casework.engine import Run, decides
from simulator.casework.events import evolves
from simulator.casework.events.talking import ColleagueAnswered, ColleagueAsked, RumourHeard
from simulator.casework.people import house_line
from simulator.casework.refusals import Refused
from simulator.casework.rumours import Remark, known_to_it, rumour
from simulator.landscape.integrations import Integration

SPEAKERS: Mapping[str, str] = {
    "field": "colleague:field",
    "leader": "leader",
    "it": "it",
    "advocate": "colleague:advocate",
}
"""Whom one can ask, and as whom they answer."""


@decides(AskColleague)
def _ask(run: Run, command: AskColleague) -> None:
    require_open_day(run.day)
    known = run.day.opening.landscape.systems
    if command.whom not in SPEAKERS or (command.system and command.system not in known):
        raise Refused("ask-whom")
    case = run.day.cases[run.day.hand] if run.day.hand else None
    asked = run.happens(
        ColleagueAsked,
        case=case.id if case else None,
        whom=command.whom,
        system=command.system,
        minutes=run.price("ask_colleague"),
        question=run.question(case.id if case else "", command.whom, f"ask.{command.system}"),
    )
    said = _ANSWERS[command.whom](run.day, case, command.system)
    times = run.day.contacts.get((command.whom, said.about), 0)
    run.happens(
        ColleagueAnswered,
        by=SPEAKERS[command.whom],
        case=asked.case,
        whom=command.whom,
        about=said.about,
        line=house_line(run.day, f"{command.whom}.{said.about}", times),
        system=command.system or said.system,
        integration=said.integration,
        because=(asked.seq,),
    )


@evolves(ColleagueAnswered)
def _answered(day: Day, event: ColleagueAnswered) -> Day:
    return with_contact(day, event.whom, event.about)


def hear_rumour(run: Run, because: int) -> None:
    """Let a colleague at the coffee machine pass on what they have heard, if there is anything."""
    nth = run.day.contacts.get(("field", "rumour"), 0)
    heard = rumour(run.day, nth)
    if heard is not None:
        run.happens(
            RumourHeard,
            by=SPEAKERS["field"],
            line=house_line(run.day, f"field.{heard.about}", nth),
            system=heard.system,
            integration=heard.integration,
            because=(because,),
        )


@evolves(RumourHeard)
def _heard(day: Day, event: RumourHeard) -> Day:
    return with_contact(day, "field", "rumour")


def _field(day: Day, case: Case | None, system: str) -> Remark:
    heard = rumour(day, day.contacts.get(("field", "rumour"), 0))
    if heard is None or (case and not system):
        return Remark("practice" if case else "quiet")
    if system and system not in heard.names:
        return Remark("system", system)
    return heard


def _leader(day: Day, case: Case | None, system: str) -> Remark:
    if system:
        return Remark("system", system)
    earlier = day.contacts.get(("leader", "deadline"), 0) > day.contacts.get(
        ("leader", "purpose"), 0
    )
    return Remark("deadline" if case and not earlier else "purpose")


def _it(day: Day, case: Case | None, system: str) -> Remark:
    into = [one for one in day.world.landscape.integrations if not system or system == one.target]
    stopped = [one for one in into if known_to_it(day, one)]
    if stopped:
        return _arrow("stopped", stopped[0])
    if not system:
        return Remark("green")
    if not into:
        return Remark("register", system)
    return _arrow("runs", into[day.contacts.get(("it", "runs"), 0) % len(into)])


def _arrow(about: str, one: Integration) -> Remark:
    return Remark(about, one.target, one.id, (one.source, one.target))


def _advocate(day: Day, case: Case | None, system: str) -> Remark:
    if system:
        return Remark("copies", system)
    if case is None:
        return Remark("rights")
    unheard = case.hearing is None and "hear" not in case.done
    return Remark("hearing" if unheard else "reasons")


_ANSWERS: Mapping[str, Callable[[Day, Case | None, str], Remark]] = {
    "field": _field,
    "leader": _leader,
    "it": _it,
    "advocate": _advocate,
}
