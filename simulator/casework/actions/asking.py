"""Asking across: a colleague, the leader, IT or the citizens' adviser; and what is said at a break.

Each answers from what they can know, and never from the truth. The colleague knows practice and
rumours, true or half true. The leader knows the purpose and the deadlines. IT knows how
integrations run as they are documented and, late, which have stopped. The adviser knows the
citizen's rights.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from simulator.casework.actions.chain import decided_already
from simulator.casework.actions.promising import keep
from simulator.casework.automation import values_of
from simulator.casework.case_state import with_contact
from simulator.casework.case_types import Answer
from simulator.casework.commands import CourseCommand, DeskCommand
from simulator.casework.day import Case, Day
from simulator.casework.engine import Run, decides
from simulator.casework.events import Event, event, evolves
from simulator.casework.form import Occasion, One, Option, option, worded
from simulator.casework.options import no_fact_seen, systems
from simulator.casework.people import house_line
from simulator.casework.phrasing import fact_label, how_often, listed
from simulator.casework.picking import nearest
from simulator.casework.protection import mask_unless_revealed
from simulator.casework.refusals import Refused
from simulator.casework.sights import Seen
from simulator.casework.telling import tells, told
from simulator.casework.vocabulary import Speaker
from simulator.core.clock import MINUTES_A_DAY
from simulator.core.draws import draw, pick
from simulator.core.facts import Value
from simulator.core.texts import Argument, Phrase
from simulator.landscape.integrations import Integration

SPEAKERS: Mapping[Speaker, str] = {
    "field": "colleague:field",
    "leader": "leader",
    "it": "it",
    "advocate": "colleague:advocate",
}
"""Whom one can ask, and as whom they answer."""
_SENDERS: Mapping[Speaker, str] = {"field": "colleague"}
"""The word for who says something, ``sender.<word>``, where it is not the name of whom one asks."""


# What the caseworker can do -------------------------------------------------------------------


def _matters(at: Occasion) -> Iterator[Option]:
    yield option("", Phrase("about.case"))
    yield from systems(at)


@dataclass(frozen=True)
class AskColleague(DeskCommand):
    """Ask a colleague (``field``), the ``leader``, ``it`` or the ``advocate``.

    About a system; without one, about the case in hand.
    """

    whom: str
    system: str = ""

    rank = 40
    form = (
        One("whom", lambda _: worded("whom", SPEAKERS)),
        One("system", _matters, asks="about"),
    )


@dataclass(frozen=True)
class SecondOpinion(CourseCommand):
    """Have a colleague read the case in hand and write what they would do."""

    rank = 45

    @classmethod
    def refusal(cls, at: Occasion) -> Refused | None:
        """Refuse it once it is decided, and where the case shows no value for them to read."""
        if at.case.decision:
            return decided_already()
        return None if _as_read(at.day, at.case) else no_fact_seen()


# What happened --------------------------------------------------------------------------------


@event("colleague.asked")
class ColleagueAsked(Event):
    """Somebody of the house was asked: about a system, or about the case in hand."""

    whom: Speaker
    system: str = ""


@event("colleague.answered")
class ColleagueAnswered(Event):
    """They answered, by what they can know."""

    whom: Speaker
    about: str
    """What kind of answer it is: the line's act, after whose it is."""
    line: str
    system: str = ""
    integration: str = ""
    """The id of the integration it names, ``""`` if it names none."""


@event("rumour.heard")
class RumourHeard(Event):
    """Something is said of a system at the coffee machine, true or half true."""

    line: str
    system: str
    integration: str = ""


@event("second_opinion.asked")
class SecondOpinionAsked(Event):
    """A colleague was given the case in hand to read."""


@event("second_opinion.written")
class SecondOpinionWritten(Event):
    """A colleague wrote what they would do, from what the case shows and nothing else."""

    relied_on: tuple[Seen, ...]
    answer: Answer | None
    """``None`` if what they read is too little to answer on."""
    lacking: tuple[str, ...] = ()
    """The facts they looked for in vain, by their paths, where they could not answer."""
    disputed: tuple[str, ...] = ()
    """The facts they read of which the case shows another value too, by their paths."""


# Asking, and being answered -------------------------------------------------------------------


@decides(AskColleague)
def _ask(run: Run, command: AskColleague) -> None:
    known = run.day.opening.landscape.systems
    whom = next((speaker for speaker in SPEAKERS if speaker == command.whom), None)
    if whom is None or (command.system and command.system not in known):
        raise Refused("ask-whom")
    case = run.day.cases[run.day.hand] if run.day.hand else None
    asked = run.does(
        ColleagueAsked,
        case=case.id if case else None,
        whom=whom,
        question=run.question(case.id if case else "", whom, f"ask.{command.system}"),
    )
    remark = _ANSWERS[whom](run.day, case, command.system)
    times = run.day.contacts.get((whom, remark.about), 0)
    run.happens(
        ColleagueAnswered,
        by=SPEAKERS[whom],
        case=asked.case,
        whom=whom,
        about=remark.about,
        line=house_line(run.day, whom, remark.about, times),
        system=command.system or remark.system,
        integration=remark.integration,
        because=(asked.seq,),
    )


@evolves(ColleagueAnswered)
def _answered(day: Day, event: ColleagueAnswered) -> Day:
    return with_contact(day, event.whom, event.about)


@tells(ColleagueAnswered)
def _tell_answered(day: Day, event: ColleagueAnswered) -> Phrase:
    return told(day, event, who=_sender(event.whom), says=_remark_phrase(day, event))


# A second opinion -----------------------------------------------------------------------------


@decides(SecondOpinion)
def _read_case(run: Run, command: SecondOpinion, case: Case) -> None:
    asked = run.does(SecondOpinionAsked, question=run.question(case.id, "field", "second-opinion"))
    read = _as_read(run.day, case)
    answer, lacking = _judged(run.day, case, read)
    run.happens(
        SecondOpinionWritten,
        by=SPEAKERS["field"],
        case=case.id,
        relied_on=read,
        answer=answer,
        lacking=lacking,
        disputed=tuple(seen.path for seen in read if _disputed(case, seen)),
        because=(asked.seq,),
    )
    keep(run, case, "look-again")


def _as_read(day: Day, case: Case) -> tuple[Seen, ...]:
    """Return what a colleague builds on: what the caseworker relies on, else what is nearest.

    They read the case as it shows on the desk: what is covered there is covered for them too.
    """
    shown = (mask_unless_revealed(day, case, seen) for seen in case.basis)
    relied_on = {seen.path: seen for seen in shown if seen.state == "shown"}
    needs = (need.path for need in day.case_type(case).needs)
    landscape = day.opening.landscape
    read = (relied_on.get(path) or nearest(landscape, case, path) for path in needs)
    return tuple(seen for seen in read if seen)


def _judged(day: Day, case: Case, read: tuple[Seen, ...]) -> tuple[Answer | None, tuple[str, ...]]:
    """Return the answer the rule gives on what was read, or what it looked for in vain."""
    value_of, in_vain = values_of(read), dict[str, None]()

    def look(path: str) -> Value | None:
        value = value_of(path)
        if value is None:
            in_vain[path] = None
        return value

    answer = day.rule(case).answer(look)
    return answer, () if answer else tuple(in_vain)


def _disputed(case: Case, read: Seen) -> bool:
    """Return whether the case shows another value of a fact than the one that was read."""
    shown = (seen for seen in case.seen if (seen.path, seen.state) == (read.path, "shown"))
    return any(seen.value != read.value for seen in shown)


@tells(SecondOpinionWritten)
def _tell_opinion(day: Day, event: SecondOpinionWritten) -> Phrase:
    which = "-disputed" if event.disputed else ""
    if event.answer is None:
        which = "-lacking" if event.lacking else "-unsure"
    paths = event.disputed if event.answer else event.lacking
    facts = listed(Phrase("opinion.fact", {"fact": fact_label(day, path)}) for path in paths)
    return told(day, event, which, who=_sender("field"), facts=facts)


# What is said at the coffee machine -----------------------------------------------------------


def hear_rumour(run: Run, because: int) -> None:
    """Let a colleague at the coffee machine pass on what they have heard, if there is anything."""
    nth = run.day.contacts.get(("field", "rumour"), 0)
    heard = rumour(run.day, nth)
    if heard is not None:
        run.happens(
            RumourHeard,
            by=SPEAKERS["field"],
            line=house_line(run.day, "field", heard.about, nth),
            system=heard.system,
            integration=heard.integration,
            because=(because,),
        )


@evolves(RumourHeard)
def _heard(day: Day, event: RumourHeard) -> Day:
    return with_contact(day, "field", "rumour")


@tells(RumourHeard)
def _tell_rumour(day: Day, event: RumourHeard) -> Phrase:
    return told(day, event, who=_sender("field"), says=_remark_phrase(day, event))


# What each of them can tell -------------------------------------------------------------------


@dataclass(frozen=True)
class Remark:
    """Something somebody of the house can tell, by the ids of what it is about."""

    about: str
    """Which of their lines it is told with: ``rumour.arrow``, ``practice``, ``deadline``, …"""
    system: str = ""
    integration: str = ""
    names: tuple[str, ...] = ()
    """The systems it speaks of."""


def rumour(day: Day, nth: int) -> Remark | None:
    """Return the rumour that goes round the house, or None where no system copies from another.

    ``nth`` is how many have been heard before. A true rumour names an integration that has stopped;
    half true, it blames one of the two systems at its ends. The others are about integrations that
    run as they should.
    """
    integrations = day.world.landscape.integrations
    if not integrations:
        return None
    stopped = [integration for integration in integrations if integration.stopped_at(day.now)]
    running = [integration for integration in integrations if integration not in stopped]
    seed, house = day.opening.seed, day.opening.house
    true = draw(seed, "rumour.true", nth) * 100 < house.rumours_true
    spoken_of = stopped if stopped and (true or not running) else running
    integration = pick(spoken_of, seed, "rumour", nth)
    if draw(seed, "rumour.half", nth) * 100 < house.rumours_half:
        ends = (integration.source, integration.target)
        blamed = pick(ends, seed, "rumour.blames", nth)
        return Remark("rumour.system", blamed, "", (blamed,))
    return _about_arrow("rumour.arrow", integration)


def _about_arrow(about: str, integration: Integration) -> Remark:
    ends = (integration.source, integration.target)
    return Remark(about, integration.target, integration.id, ends)


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
    deadlines, purposes = (day.contacts.get(("leader", to), 0) for to in ("deadline", "purpose"))
    return Remark("deadline" if case and deadlines <= purposes else "purpose")


def _it(day: Day, case: Case | None, system: str) -> Remark:
    into = [
        integration
        for integration in day.world.landscape.integrations
        if system in ("", integration.target)
    ]
    stopped = [integration for integration in into if _known_to_it(day, integration)]
    if stopped:
        return _about_arrow("stopped", stopped[0])
    if not system:
        return Remark("green")
    if not into:
        return Remark("register", system)
    return _about_arrow("runs", into[day.contacts.get(("it", "runs"), 0) % len(into)])


def _known_to_it(day: Day, integration: Integration) -> bool:
    """Return whether IT knows by now that an integration has stopped."""
    stop = integration.stopped_at(day.now)
    late = day.opening.house.it_notices_after * MINUTES_A_DAY
    return stop is not None and day.now - stop.begins >= late


def _advocate(day: Day, case: Case | None, system: str) -> Remark:
    if system:
        return Remark("copies", system)
    if case is None:
        return Remark("rights")
    unheard = case.hearing is None and "hear" not in case.done
    return Remark("hearing" if unheard else "reasons")


_ANSWERS: Mapping[Speaker, Callable[[Day, Case | None, str], Remark]] = {
    "field": _field,
    "leader": _leader,
    "it": _it,
    "advocate": _advocate,
}


def _sender(whom: Speaker) -> Phrase:
    return Phrase(f"sender.{_SENDERS.get(whom, whom)}")


def _remark_phrase(day: Day, event: ColleagueAnswered | RumourHeard) -> Phrase:
    """Return what somebody of the house says, with the systems, the case and the days it names."""
    systems = day.opening.landscape.systems
    names: dict[str, Argument] = {"n": sum(not case.away for case in day.cases.values())}
    if event.system:
        names["system"] = systems[event.system].name
    if integration := day.opening.landscape.integration(event.integration):
        source, target = systems[integration.source], systems[integration.target]
        every = how_often(integration.every)
        names |= {"source": source.name, "target": target.name, "every": every}
    if event.case:
        case_type = day.case_type(day.cases[event.case])
        names |= {"title": case_type.title, "days": case_type.deadline_days}
    return Phrase(day.opening.texts.get(event.line) or event.line, names)
