"""The case in hand as its caseworker sees it: each part is made when it is first looked at."""

from collections.abc import Mapping
from functools import cached_property
from typing import Literal

from simulator.casework.actions.deciding import held_right_by
from simulator.casework.actions.documents.requesting import useful
from simulator.casework.actions.falling_out import contradicted
from simulator.casework.as_read import as_read, begins_with
from simulator.casework.awaited import is_barred
from simulator.casework.case_state import next_function
from simulator.casework.case_types import Answer, Function
from simulator.casework.day import Case, Day
from simulator.casework.document_views import document_lines
from simulator.casework.letter_text import LetterText
from simulator.casework.letters import PARTS
from simulator.casework.payments import amount_of
from simulator.casework.phrasing import (
    answer_phrase,
    fact_label,
    is_rough,
    listed,
    reckoned,
    scale_phrase,
    source_name,
    spoken_line,
    value_measure,
)
from simulator.casework.protection import mask_unless_revealed
from simulator.casework.sights import Seen
from simulator.casework.truth import ruled
from simulator.casework.views import (
    DocumentLine,
    FactLine,
    LazyView,
    LetterView,
    PartView,
    StepView,
    SuggestionView,
)
from simulator.core.clock import age_at
from simulator.core.facts import path_to, split_path
from simulator.core.texts import Measure, Phrase, Text


class CaseView(LazyView):
    """The case in hand."""

    def __init__(self, day: Day, case: Case) -> None:
        case_type = day.case_type(case)
        person = day.world.town.citizens[case.party]
        self._day, self._case, self._type = day, case, case_type
        self.case = case.id
        self.title = case_type.title
        self.name = person.name
        self.number = person.number
        self.age = age_at(person.born, day.opening.date)
        self.kle = case_type.kle
        self.legal_basis = case_type.legal_basis
        self.deadline = day.opening.date + case_type.deadline_days
        self.channel = case.channel
        self.has_words = bool(case.arrival.says)
        self.taken_out = case.taken_out
        self.notes = case.notes

    @cached_property
    def heard(self) -> Literal["no", "asked", "answered"]:
        """Whether the party has been asked in a hearing, and has answered."""
        hearing = self._case.hearing
        if hearing is None:
            return "no"
        return "answered" if hearing.answered else "asked"

    @cached_property
    def reckons(self) -> bool:
        """Whether the sums can be done on what is relied on; else a fact they need is lacking."""
        return ruled(self._day, self._case, self._case.basis) is not None

    @cached_property
    def barred(self) -> bool:
        """Whether what one comes to is against the party, and a document is still waited for."""
        return is_barred(self._day, self._case)

    @cached_property
    def fell_out(self) -> Phrase | None:
        """Over which facts it has fallen out of automation, if it has."""
        case = self._case
        facts = contradicted(self._day, case)
        return Phrase("cue.fell-out", {"facts": facts}) if case.fell_out else None

    @cached_property
    def reopened(self) -> Phrase | None:
        """On what ground it has been taken up again, and what the answer was, if it has."""
        reopened = self._case.reopened
        if reopened is None:
            return None
        ground = Phrase(f"reopened-for.{reopened.ground}")
        answer = answer_phrase(self._type, reopened.before)
        return Phrase("case.reopened", {"ground": ground, "answer": answer})

    @cached_property
    def documents(self) -> tuple[DocumentLine, ...]:
        """The documents that were asked for, and what of them has come."""
        return tuple(document_lines(self._day, self._case))

    @cached_property
    def papers(self) -> Mapping[str, tuple[str, str]]:
        """By needed fact, a document that shows it and could be asked for, with whom it is about.

        As anybody trained in the matter knows.
        """
        shows = [
            (path_to(relation, fact), (kind.id, relation))
            for kind, relation in useful(self._day, self._case)
            for fact in kind.shows
        ]
        return dict(reversed(shows))

    @cached_property
    def steps(self) -> tuple[StepView, ...]:
        """Its functions in their order."""
        day, case = self._day, self._case
        following = next_function(day, case)
        return tuple(
            StepView(
                function,
                "done" if function in case.done else "now" if function == following else "later",
                day.level(case, function),
            )
            for function in self._type.order
        )

    @cached_property
    def step_now(self) -> StepView | None:
        """The function whose turn it is; ``None`` once all are done."""
        return next((step for step in self.steps if step.state == "now"), None)

    @cached_property
    def facts(self) -> tuple[FactLine, ...]:
        """What has been seen of it, newest last."""
        day, case = self._day, self._case
        picked = {seen.place for seen in case.basis} if case.settled else frozenset()
        return tuple(
            [_fact_line(day, case, seen, picked=seen.place in picked) for seen in case.seen]
        )

    @cached_property
    def aids(self) -> tuple[Phrase, ...]:
        """What automation presents for the step at hand, at levels 1 and 2."""
        return _aids(self._day, self._case)

    @cached_property
    def suggestion(self) -> SuggestionView | None:
        """The proposal that waits, if there is one."""
        day, case, suggestion = self._day, self._case, self._case.suggestion
        if suggestion is None:
            return None
        basis = suggestion.basis if case.basis_opened else ()
        labels = {weighed.id: weighed.label for weighed in self._type.considerations}
        return SuggestionView(
            suggestion.function,
            suggestion.level,
            answer_phrase(self._type, suggestion.answer),
            len(suggestion.basis),
            tuple(_fact_line(day, case, mask_unless_revealed(day, case, seen)) for seen in basis),
            tuple(labels[weighed] for weighed in suggestion.considerations),
            self._scale(suggestion.function),
        )

    def _scale(self, function: Function) -> Phrase | None:
        held = held_right_by(self._day, self._case, function)
        return scale_phrase(self._type, "suggested") if held == "scale" else None

    @cached_property
    def words(self) -> Phrase | None:
        """The citizen's own words, once they have been read."""
        case = self._case
        read = case.words_read
        return spoken_line(self._day, case.arrival.says, case.party) if read else None

    @cached_property
    def manners(self) -> Mapping[str, str]:
        """The parts a letter of this type can have, while one is to be written, and how each is."""
        if next_function(self._day, self._case) != "write" or self._case.decision is None:
            return {}
        written = dict(self._case.composed)
        parts = (part for part in PARTS if part in self._type.letter)
        return {part: written.get(part, "absent") for part in parts}

    @cached_property
    def letter(self) -> tuple[PartView, ...]:
        """The same parts with their names and templates."""
        day, case = self._day, self._case
        if not self.manners or case.decision is None:
            return ()
        marks = day.level(case, "write") == 2
        owed = self._type.owed(case.decision, case.decided_by) if marks else frozenset()
        text = LetterText(day, case, case.built_on)
        return tuple(
            PartView(part, Phrase(f"part.{part}"), text.part(part), manner, part in owed)
            for part, manner in self.manners.items()
        )

    @property
    def begins(self) -> Phrase | None:
        """What its letter says before its parts, if anything."""
        return begins_with(self._case)

    @cached_property
    def decision(self) -> Phrase | None:
        """What was decided."""
        return self._answer(self._case.decision)

    @property
    def pending(self) -> bool:
        """Whether what was decided only puts the matter off."""
        outcome = self._day.outcome(self._case)
        return bool(outcome and outcome.pending)

    @cached_property
    def as_citizen(self) -> LetterView | None:
        """The letter as the citizen sees it, once it has been looked at so."""
        return as_read(self._day, self._case) if self._case.read_as_citizen else None

    @cached_property
    def needs(self) -> tuple[Phrase, ...]:
        """What the citizen has said they need."""
        return tuple(Phrase(f"need.{need}") for need in self._case.needs)

    @cached_property
    def rule(self) -> Phrase | None:
        """The legal rule in words, to be looked up at any level."""
        text = LetterText(self._day, self._case, ())
        return text.part("rule") if "rule" in self._type.letter else None

    @cached_property
    def result(self) -> Phrase | None:
        """What has been arrived at so far, once it has been calculated."""
        return self._answer(self._case.result)

    def _answer(self, answer: Answer | None) -> Phrase | None:
        return answer_phrase(self._type, answer) if answer else None


def _fact_line(day: Day, case: Case, seen: Seen, *, picked: bool = False) -> FactLine:
    """Return a value that was seen as a line: with its date only if the source showed one."""
    return FactLine(
        seen.path,
        fact_label(day, seen.path),
        value_measure(day, seen),
        seen.source,
        source_name(day, seen.source),
        seen.as_of if seen.dated else None,
        seen.state == "shown",
        seen.state == "protected",
        picked,
        bool(seen.document),
        is_rough(case, seen),
    )


def _aids(day: Day, case: Case) -> tuple[Phrase, ...]:
    function = next_function(day, case)
    if function is None or function != case.listed_for or case.suggestion:
        return ()
    if function not in case.shown:  # its level has been changed since
        return ()
    if function == "calculate":
        return reckoned(day, case, blanks=case.listed != ("amounts",))
    return tuple(_aid(day, case, function, item) for item in case.listed)


def _aid(day: Day, case: Case, function: Function, item: str) -> Phrase:
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
    return listed(systems) if systems else Phrase("aid.nowhere")
