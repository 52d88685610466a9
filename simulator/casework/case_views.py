"""The case in hand as its caseworker sees it: each part is made when it is first looked at."""

from functools import cached_property
from typing import Literal

from simulator.casework.acts.common import next_function
from simulator.casework.acts.steps import amount_of
from simulator.casework.as_read import as_read, part_text
from simulator.casework.covering import as_known
from simulator.casework.day import Case, Day
from simulator.casework.events.base import Answer, Seen
from simulator.casework.letters import PARTS
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
    FactLine,
    LetterView,
    PartView,
    StepView,
    SuggestionView,
)
from simulator.core.clock import age_at
from simulator.core.facts import split_path
from simulator.core.texts import Measure, Phrase, Text


def case_view(day: Day, case: Case) -> CaseView:
    """Return a case as it lies in hand."""
    return _Hand(day, case)


class _Hand(CaseView):
    def __init__(self, day: Day, case: Case) -> None:
        kind = day.case_type(case)
        person = day.world.town.citizens[case.party]
        self.__dict__.update(
            _day=day,
            _case=case,
            case=case.id,
            title=kind.title,
            name=person.name,
            number=person.number,
            age=age_at(person.born, day.opening.date),
            kle=kind.kle,
            legal_basis=kind.legal_basis,
            deadline=day.opening.date + kind.deadline_days,
            channel=case.channel,
            has_words=bool(case.arrival.says),
            heard=_heard(case),
            taken_out=case.taken_out,
            notes=case.notes,
        )

    _day: Day
    _case: Case

    @cached_property
    def steps(self) -> tuple[StepView, ...]:
        return _steps(self._day, self._case)

    @cached_property
    def facts(self) -> tuple[FactLine, ...]:
        return tuple(_fact_line(self._day, one) for one in self._case.seen)

    @cached_property
    def aids(self) -> tuple[Phrase, ...]:
        return _aids(self._day, self._case)

    @cached_property
    def suggestion(self) -> SuggestionView | None:
        return _suggestion(self._day, self._case)

    @cached_property
    def words(self) -> Phrase | None:
        case = self._case
        read = case.words_read
        return spoken_line(self._day, case.arrival.says, case.party) if read else None

    @cached_property
    def letter(self) -> tuple[PartView, ...]:
        return _letter(self._day, self._case)

    @cached_property
    def decision(self) -> Phrase | None:
        return self._answer(self._case.decision)

    @cached_property
    def as_citizen(self) -> LetterView | None:
        return as_read(self._day, self._case) if self._case.read_as_citizen else None

    @cached_property
    def needs(self) -> tuple[Phrase, ...]:
        return tuple(Phrase(f"need.{one}") for one in self._case.needs)

    @cached_property
    def rule(self) -> Phrase | None:
        there = "rule" in self._day.case_type(self._case).letter
        return part_text(self._day, self._case, "rule") if there else None

    @cached_property
    def result(self) -> Phrase | None:
        return self._answer(self._case.result)

    def _answer(self, answer: Answer | None) -> Phrase | None:
        return answer_phrase(self._day.case_type(self._case), answer) if answer else None


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


def _fact_line(day: Day, one: Seen) -> FactLine:
    """Return a sight as a line: the date only if the source showed one."""
    return FactLine(
        one.path,
        fact_label(day, one.path),
        value_measure(day, one),
        one.source,
        source_name(day, one.source),
        one.as_of if one.dated else None,
        one.state == "shown",
        one.state == "protected",
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
        tuple(_fact_line(day, as_known(day, case, sight)) for sight in one.basis)
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
        outcome = day.outcome(case)
        word = "aid.pay.amount-once" if outcome and outcome.once else "aid.pay.amount"
        return Phrase(word, {"sum": Measure(amount_of(day, case), "kr")})
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
    marks = day.level(case, "write") == 2
    owed = kind.owed(case.decision, case.decided_by) if marks else frozenset()
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
