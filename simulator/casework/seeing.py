"""``see``: the desk as its caseworker sees it, made from the day. The truth stays behind."""

from typing import Literal

from simulator.casework.acts.common import asks_basis, for_role, next_function
from simulator.casework.acts.steps import amount_of
from simulator.casework.as_read import as_read, part_text
from simulator.casework.automation import owed_parts
from simulator.casework.day import Case, Day
from simulator.casework.events.base import Seen
from simulator.casework.letters import PARTS
from simulator.casework.offers import offers
from simulator.casework.phrasing import (
    answer_phrase,
    fact_label,
    reckoned,
    source_name,
    spoken_line,
    value_measure,
)
from simulator.casework.views import (
    CaseView,
    DeskView,
    DialView,
    FactLine,
    InboxItem,
    IntegrationView,
    PageItem,
    PartView,
    StepView,
    SuggestionView,
    SystemItem,
    TelephoneView,
)
from simulator.core.clock import MINUTES_A_DAY, age_at
from simulator.core.facts import split_path
from simulator.core.texts import Measure, Phrase, Text
from simulator.landscape.systems import System


def see(day: Day) -> DeskView:
    """Return everything on the desk now."""
    opening = day.opening
    return DeskView(
        title=opening.title,
        briefing=opening.briefing,
        goals=opening.goals,
        municipality=opening.municipality,
        date=opening.date,
        minute=day.minute,
        opens=opening.opens,
        closes=opening.closes,
        briefed=day.briefed,
        closed=day.closed,
        ended=day.ended,
        inbox=tuple(_item(day, case) for case in day.cases.values()),
        systems=tuple(_system(day, one) for one in opening.landscape.systems.values()),
        hand=_case(day, day.cases[day.hand]) if day.hand else None,
        telephone=_telephone(day),
        dials=tuple(
            DialView(
                one.case_type,
                opening.case_types[one.case_type].title,
                one.function,
                day.levels.get((one.case_type, one.function), 0),
                one.allowed,
            )
            for one in opening.dials
        ),
        landscape=_landscape(day),
        offers=offers(day),
    )


def _item(day: Day, case: Case) -> InboxItem:
    kind = day.case_type(case)
    cue = spoken_line(day, case.arrival.urgent, case.party) if case.arrival.urgent else None
    return InboxItem(
        case.id,
        kind.title,
        day.name(case.party),
        case.arrival.minute,
        day.opening.date + kind.deadline_days,
        _state(case),
        cue,
    )


def _state(case: Case) -> Literal["new", "opened", "waiting", "decided", "away"]:
    if case.away:
        return "away"
    if case.decision:
        return "decided"
    if case.hearing and not case.hearing.answered:
        return "waiting"
    return "opened" if case.opened else "new"


def _system(day: Day, system: System) -> SystemItem:
    working = day.world.landscape.works(system.id, day.now)
    looked = day.cases[day.hand].pages if day.hand else frozenset()
    pages = tuple(
        PageItem(page.id, page.title, page.relatives, (system.id, page.id) in looked)
        for page in system.pages
    )
    asks = asks_basis(day, system)
    return SystemItem(system.id, system.name, system.owner, system.look, working, asks, pages)


def _telephone(day: Day) -> TelephoneView | None:
    line = day.call or day.ringing
    if line is None:
        return None
    says = spoken_line(day, line.line, line.citizen) if day.call and line.line else None
    return TelephoneView(day.name(line.citizen), day.call is None, says, line.case)


def _landscape(day: Day) -> tuple[IntegrationView, ...]:
    systems = day.opening.landscape.systems
    return tuple(
        IntegrationView(
            (one.source, one.target),
            systems[one.source].name,
            systems[one.target].name,
            one.every,
            tuple(day.opening.facts[fact].label for fact in one.carries),
            one.offset,
            systems[one.target].owner,
            _status(day, one.id),
        )
        for one in day.opening.landscape.integrations
    )


def _status(day: Day, integration: str) -> Phrase:
    repaired = day.repaired.get(integration)
    if repaired is None:
        return Phrase("status.running")
    return Phrase("status.repaired", {"at": Measure(repaired % MINUTES_A_DAY, "clock")})


def _case(day: Day, case: Case) -> CaseView:
    kind = day.case_type(case)
    person = day.world.town.citizens[case.party]
    says = spoken_line(day, case.arrival.says, case.party) if case.words_read else None
    return CaseView(
        case=case.id,
        title=kind.title,
        name=person.name,
        number=person.number,
        age=age_at(person.born, day.opening.date),
        kle=kind.kle,
        legal_basis=kind.legal_basis,
        deadline=day.opening.date + kind.deadline_days,
        channel=case.channel,
        steps=_steps(day, case),
        facts=tuple(fact_line(day, one) for one in case.seen),
        aids=_aids(day, case),
        suggestion=_suggestion(day, case),
        words=says,
        has_words=bool(case.arrival.says),
        letter=_letter(day, case),
        decision=answer_phrase(kind, case.decision) if case.decision else None,
        heard=_heard(case),
        taken_out=case.taken_out,
        notes=case.notes,
        as_citizen=as_read(day, case) if case.read_as_citizen else None,
        rule=part_text(day, case, "rule") if "rule" in kind.letter else None,
        result=answer_phrase(kind, case.result) if case.result else None,
    )


def _heard(case: Case) -> Literal["no", "asked", "answered"]:
    if case.hearing is None:
        return "no"
    return "answered" if case.hearing.answered else "asked"


def _steps(day: Day, case: Case) -> tuple[StepView, ...]:
    following = next_function(day, case)
    return tuple(
        StepView(
            function,
            "done" if function in case.done else "now" if function == following else "later",
            day.level(case, function),
        )
        for function in day.case_type(case).order
    )


def fact_line(day: Day, one: Seen) -> FactLine:
    """Return a sight as a line: the date only if the source showed one."""
    return FactLine(
        one.path,
        fact_label(day, one.path),
        value_measure(day, one),
        one.source,
        source_name(day, one.source),
        one.as_of if one.dated else None,
        one.state == "shown",
    )


def _suggestion(day: Day, case: Case) -> SuggestionView | None:
    one = case.suggestion
    if one is None:
        return None
    kind = day.case_type(case)
    names = {c.id: c.label for c in kind.considerations}
    return SuggestionView(
        one.function,
        one.level,
        answer_phrase(kind, one.answer),
        len(one.basis),
        tuple(fact_line(day, for_role(day, sight)) for sight in one.basis)
        if case.basis_opened
        else (),
        tuple(names[c] for c in one.considerations),
    )


def _aids(day: Day, case: Case) -> tuple[Phrase, ...]:
    """Return what automation presents for the step at hand, at levels 1 and 2."""
    function = next_function(day, case)
    if function is None or function not in case.shown or case.suggestion:
        return ()
    if function == "calculate":
        return reckoned(day, case, blanks=case.listed != ("amounts",))
    return tuple(_aid(day, case, function, item) for item in case.listed)


def _aid(day: Day, case: Case, function: str, item: str) -> Phrase:
    if function == "find":
        return Phrase("aid.missing", {"fact": fact_label(day, item), "where": _where(day, item)})
    if function == "hear":
        return Phrase("aid.hear", {"fact": fact_label(day, item)})
    if function == "weigh" and item in day.cases:
        other = day.cases[item]
        answer = answer_phrase(day.case_type(other), other.decision)
        return Phrase("aid.earlier", {"answer": answer, "name": day.name(other.party)})
    if (function, item) == ("pay", "amount"):
        return Phrase("aid.pay.amount", {"sum": Measure(amount_of(day, case), "kr")})
    if (function, item) == ("pay", "account") and (paid_as := day.case_type(case).paid_as):
        return Phrase("aid.pay.account-as", {"as": paid_as})
    names: dict[str, Text] = {c.id: c.label for c in day.case_type(case).considerations}
    return Phrase(names[item]) if item in names else Phrase(f"aid.{function}.{item}")


def _where(day: Day, path: str) -> Phrase:
    """Return the systems that have a page with a fact."""
    _, fact = split_path(path)
    systems = [
        system.name
        for system in day.opening.landscape.systems.values()
        if any(field.fact == fact for page in system.pages for field in page.fields)
    ]
    places = ", ".join(f"{{s{n}}}" for n in range(len(systems)))
    said = {f"s{n}": name for n, name in enumerate(systems)}
    return Phrase(Text(places, places), said) if systems else Phrase("aid.nowhere")


def _letter(day: Day, case: Case) -> tuple[PartView, ...]:
    if next_function(day, case) != "write" or case.decision is None:
        return ()
    kind = day.case_type(case)
    adverse = kind.outcome(case.decision.outcome).adverse
    marks = day.level(case, "write") == 2
    owed = owed_parts(adverse, case.decided_by) if marks else frozenset()
    manners = dict(case.composed)
    return tuple(
        PartView(
            part,
            Phrase(f"part.{part}"),
            part_text(day, case, part),
            manners.get(part, "absent"),
            part in owed,
        )
        for part in PARTS
        if part in kind.letter
    )
