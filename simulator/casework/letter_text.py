"""What the parts of a letter say: the templates of its case type, filled in for one case.

A sentence is said where its condition holds and all it names is known. Texts of a case type whose
outcomes have no sentences of their own (days of earlier versions) read as they always did.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from math import inf

from simulator.casework.automation import values_of
from simulator.casework.case_types import CaseType, Outcome
from simulator.casework.day import Case, Day
from simulator.casework.documents import Request
from simulator.casework.letters import OTHERWISE, STATED, Sentence, written
from simulator.casework.phrasing import (
    answer_phrase,
    document_title,
    fact_label,
    fact_of,
    listed,
    measured,
    rule_year,
    third_name,
    value_measure,
)
from simulator.casework.protection import mask_unless_revealed, masked_in_letter
from simulator.casework.rules import Look
from simulator.casework.sights import Seen
from simulator.core.clock import DayNumber, day_of
from simulator.core.facts import split_path, stated
from simulator.core.texts import Argument, Measure, Phrase, Text, inside, placeholders
from simulator.core.working_days import first_weekday, weekdays_after

DAYS_TO_COMPLAIN = 28
DAYS_IN_THE_POST = 6
"""The weekdays after which a letter sent by ordinary post is taken to have come."""
_DECIDED_BY = {
    "suggestion": "decided-by-suggestion",
    "automation": "decided-by-automation",
}
_SEEN_BY_SOMEBODY = "decided-by-automation-sent"
"""The template where the system decided, and a caseworker sent the letter."""
_NOTHING = Phrase("")


def decided_by_template(decided_by: str, unread: bool, templates: Mapping[str, Text]) -> str:
    """Return the name of the template that tells who and what decided a case.

    ``decided_by`` is as in ``Case``; ``unread`` is a letter that went with nobody looking at it.
    """
    if decided_by == "automation" and not unread and _SEEN_BY_SOMEBODY in templates:
        return _SEEN_BY_SOMEBODY
    name = _DECIDED_BY.get(decided_by, "decided-by")
    return name if name in templates else "decided-by"


def sent_on(day: Day, case: Case) -> DayNumber:
    """Return the day the letter of a case is sent, or is read before that."""
    return day_of(day.now if case.letter_at is None else day.at(case.letter_at))


def comes_on(day: Day, case: Case) -> DayNumber:
    """Return the day a letter comes: the day it is sent, or is read before that; later by post."""
    sent = sent_on(day, case)
    return weekdays_after(sent, DAYS_IN_THE_POST) if written(case.channel) == "letter" else sent


def complain_by(day: Day, case: Case) -> DayNumber:
    """Return the last day to complain of the decision of a case on, as its letter says."""
    return first_weekday(comes_on(day, case) + days_to_complain(day.case_type(case)))


def days_to_complain(kind: CaseType) -> int:
    """Return how many days one has to complain of a decision of a type, from when it comes."""
    return kind.complaint.days if kind.complaint else DAYS_TO_COMPLAIN


def request_part(request: Request) -> str:
    """Return the name of the template of the letter that asks for a document, or reminds of it.

    From somebody else a document is had with a consent, and it is the consent that is asked for.
    """
    consent = "-consent" if request.third else ""
    reminder = "-reminder" if request.reminded else ""
    return f"document{consent}{reminder}"


class LetterText:
    """The texts of one letter of a case; ``sights`` are the facts it tells."""

    def __init__(
        self,
        day: Day,
        case: Case,
        sights: Iterable[Seen],
        *,
        hearing: bool = False,
        request: Request | None = None,
    ) -> None:
        self._day, self._case, self._hearing = day, case, case.hearing if hearing else None
        self._request = request
        self._type, self._rule = day.case_type(case), day.rule(case)
        self._sights = tuple(sights)
        self._outcome: Outcome | None = day.outcome(case)

    def part(self, part: str) -> Phrase:
        """Return the template of a part, filled in; ``decided-by`` tells who really decided."""
        templates = {**self._type.letter, **(self._outcome.letter if self._outcome else {})}
        case, name = self._case, part
        if part == "decided-by":
            name = decided_by_template(case.decided_by, case.letter_unread, templates)
        return self._filled(templates[name])

    def hearing(self) -> Phrase:
        """Return what the letter of a hearing says."""
        return self._filled(self._type.letter["hearing"])

    def request(self) -> Phrase:
        """Return what the letter says that asks for a document, or reminds of one."""
        assert self._request is not None
        return self._filled(self._type.letter[request_part(self._request)])

    def _filled(self, template: Text) -> Phrase:
        """Return a template with what it names; what there is nothing of is left out of it."""
        arguments = {
            name: self._general[name]()
            for name in placeholders(template.da) | placeholders(template.en)
            if name in self._general
        }
        arguments |= {
            name: self._named(name)
            for name in placeholders(template.da)
            if name not in arguments and name in self._day.opening.amounts
        }
        without = [name for name, argument in arguments.items() if argument is _NOTHING]
        text = Text(_less(template.da, without), _less(template.en, without))
        if not text.da:  # a letter that owes no reasons says so in their place
            return Phrase("letter.no-why") if "why" in placeholders(template.da) else _NOTHING
        return Phrase(text, arguments)

    @property
    def _said(self) -> bool:
        """Whether the outcomes of the type have sentences of their own."""
        return any(outcome.answer for outcome in self._type.outcomes)

    @cached_property
    def _general(self) -> Mapping[str, Callable[[], Argument]]:
        """What a part may name, each by how it is found out."""
        day, case, opening = self._day, self._case, self._day.opening
        complaint, office, request = self._type.complaint, opening.office, self._request
        days = days_to_complain(self._type)
        until = complain_by(day, case)
        return {
            "answer": self._answer,
            "why": self._why,
            "considerations": self._considerations,
            "facts": self._facts,
            "name": lambda: day.name(case.party),
            "title": lambda: self._type.title,
            "year": lambda: rule_year(day, case),
            "municipality": lambda: opening.municipality,
            "deadline": lambda: self._deadline(days),
            "today": lambda: self._comes,
            "until": lambda: until,
            "posted": self._posted,
            "stake": self._stake,
            "system": self._system,
            "within": lambda: _within(days),
            "instance": lambda: complaint.instance if complaint else None,
            "caseworker": lambda: office.caseworker,
            "leader": lambda: office.leader,
            "telephone": lambda: office.telephone,
            "opens": lambda: opening.opens,
            "closes": lambda: opening.closes,
            "document": lambda: document_title(day, *request.key) if request else None,
            "third": lambda: third_name(day, request.document) if request else None,
            "notice": self._notice,
            "asked": lambda: request.asked if request else None,
        }

    # Days and what hangs on them --------------------------------------------------------------

    @property
    def _comes(self) -> DayNumber:
        return comes_on(self._day, self._case)

    def _deadline(self, days: int) -> DayNumber:
        """Return the last day to answer on, or where nothing is asked so many days from today."""
        if self._request is not None:
            return self._request.last
        return self._hearing.last if self._hearing else self._day.opening.date + days

    def _notice(self) -> Phrase:
        """Return that the case is otherwise decided on what is there, where that was told."""
        noticed = self._request is not None and self._request.notice
        return Phrase("letter.notice") if noticed else _NOTHING

    @property
    def _by_post(self) -> bool:
        return written(self._case.channel) == "letter"

    def _posted(self) -> Phrase:
        """Return when a letter sent by post is taken to have come."""
        return Phrase("letter.posted") if self._by_post else _NOTHING

    def _system(self) -> Phrase:
        """Return what the system did for a decision that a person made."""
        case, put_off = self._case, bool(self._outcome and self._outcome.pending)
        came_to = "reckoned-pending" if put_off else "reckoned"
        did = {"found": case.fetched, came_to: case.decision in case.reached}
        return _joined(Phrase(f"letter.system-{what}") for what, so in did.items() if so)

    def _stake(self) -> Phrase:
        """Return what hangs on the facts of a hearing, and where to have figures put right."""
        day, hearing = self._day, self._hearing
        sentences: dict[object, Phrase] = {}
        if hearing and hearing.at_stake:
            answer = self._type.outcome(hearing.at_stake)
            if not answer.pending:
                sentences[""] = Phrase("letter.stake", {"answer": answer.label})
        for seen in self._sights:
            says = fact_of(day, seen.path).put_right
            if says and (seen.document or seen.source in day.opening.landscape.systems):
                sentences[says] = Phrase(says)
        return _joined(sentences.values())

    # Sentences --------------------------------------------------------------------------------

    def _answer(self) -> Phrase:
        if self._outcome is None or not self._outcome.answer:
            return answer_phrase(self._type, self._case.decision)
        return _joined(self._sentences(self._outcome.answer))

    def _why(self) -> Phrase:
        return _joined(self._sentences(self._outcome.why)) if self._outcome else _NOTHING

    def _considerations(self) -> Phrase:
        """Return what the decision gave weight to: each on a line of its own, or all in one."""
        weighed = [c for c in self._type.considerations if c.id in self._case.considerations]
        if not self._said:
            return _in_one([_inside(consideration.label) for consideration in weighed])
        told = [self._sentence(c.told or _inside(c.label)) for c in weighed]
        lines = [phrase for phrase in told if phrase]
        word = "weighed-by-system" if self._case.decided_by == "automation" else "weighed"
        return Phrase(f"letter.{word}", {"considerations": _lines(lines)}) if lines else _NOTHING

    def _sentences(self, sentences: Sequence[Sentence]) -> tuple[Phrase, ...]:
        """Return those of some sentences that hold, filled in."""
        holding = (s for s in sentences if s.when != OTHERWISE and self._holds(s))
        others = (s for s in sentences if s.when == OTHERWISE)
        return self._told(holding) or self._told(others)

    def _told(self, sentences: Iterable[Sentence]) -> tuple[Phrase, ...]:
        told = (self._sentence(sentence.says) for sentence in sentences)
        return tuple(phrase for phrase in told if phrase)

    def _holds(self, sentence: Sentence) -> bool:
        return not sentence.when or self._rule.holds(sentence.when, self._value)

    def _sentence(self, says: Text) -> Phrase | None:
        """Return a sentence with what it names, or None if something of that is not known."""
        arguments: dict[str, Argument] = {}
        for name in placeholders(says.da) | placeholders(says.en):
            own = name in self._rule.types or name not in self._general
            argument = self._named(name) if own else self._general[name]()
            if argument is None:
                return None
            arguments[name] = argument
        return Phrase(says, arguments)

    def _named(self, name: str) -> Argument:
        """Return a fact's sentence, the figure, what is paid, or the value of a fact or a step."""
        outcome, decision = self._outcome, self._case.decision
        if name.startswith(STATED):
            seen = self._seen.get(name.removeprefix(STATED))
            return _stated(self._day, seen) if seen else None
        if outcome and decision and name == "figure":
            return _measured(outcome.figure_type, decision.figure)
        if outcome and name == "pays":
            return _measured("kroner", self._rule.pays(outcome.id, self._look))
        if name in self._seen:
            seen = self._seen[name]
            if seen.state == "protected":
                return Phrase("letter.withheld")
            return value_measure(self._day, seen)
        return _measured(self._rule.types.get(name, ""), self._value(name))

    def _value(self, name: str) -> object | None:
        """Return the value of a name in the condition of a sentence."""
        match name:
            case "decided.by_rule":
                return self._ruled
            case "decided.by_scale":
                return self._scaled
            case "decided.looked_up":
                return self._looked_up
        return self._values(name)

    @cached_property
    def _look(self) -> Look:
        return values_of(self._case.built_on)

    @cached_property
    def _values(self) -> Callable[[str], object | None]:
        return self._rule.told(self._look)

    @cached_property
    def _ruled(self) -> bool:
        ruled = self._rule.answer(self._look)
        return bool(self._outcome and ruled and ruled.outcome == self._outcome.id)

    @cached_property
    def _scaled(self) -> bool:
        """Whether the system went by the scale to the outcome, whatever the rule gives."""
        case, kind = self._case, self._type
        systems = case.decided_by == "automation" or case.followed == kind.deciding
        if not systems or not kind.scaled or case.result_at is not None or self._outcome is None:
            return False
        scaled = self._rule.by_scale(self._look)
        return bool(scaled and scaled.outcome == self._outcome.id)

    @cached_property
    def _looked_up(self) -> bool:
        """Whether every fact that was not relied on had been looked for, and was not there.

        Looked for is what a system it is to be found in was asked, about whom or what it is of.
        """
        case = self._case
        seen = case.seen if case.decision is None else case.seen_then
        known = [s for s in seen if not (s.at and case.judged_at and s.at > case.judged_at)]
        shown = {seen.path for seen in known if seen.state == "shown"}
        asked = {(s.path, s.source) for s in known if s.state == "missing" and s.subject}
        return all(
            need.path in self._seen
            or (
                need.path not in shown
                and any((need.path, system) in asked for system in need.wired)
            )
            for need in self._type.needs
        )

    # Facts ------------------------------------------------------------------------------------

    @cached_property
    def _seen(self) -> Mapping[str, Seen]:
        """What the letter may show of the facts relied on, by path."""
        built_on = self._case.built_on
        return {seen.path: self._masked[seen] for seen in built_on if seen.state == "shown"}

    @cached_property
    def _masked(self) -> Mapping[Seen, Seen]:
        """What the letter may show of each fact that it could tell."""
        day, case, sights = self._day, self._case, (*self._case.built_on, *self._sights)
        if self._said:
            return masked_in_letter(day, case, sights)
        return {seen: mask_unless_revealed(day, case, seen) for seen in sights}

    def _facts(self) -> Phrase:
        """Return the facts: each stated on a line of its own, or all in one by their labels."""
        day = self._day
        sights = [self._masked[seen] for seen in self._sights]
        if not self._said:
            facts = [_fact(day, seen) for seen in sights]
            return listed(facts, "; ") if facts else Phrase("letter.no-facts")
        lines = [_stated(day, seen) for seen in sights if seen.state in ("shown", "protected")]
        # A home and its address are withheld in one sentence, and it is said once.
        once = [line for number, line in enumerate(lines) if line not in lines[:number]]
        return _lines([*(once or [Phrase("letter.no-facts")]), *self._without()])

    def _without(self) -> Iterator[Phrase]:
        """Yield of each document that did not come that it was asked for, and what that meant."""
        if self._hearing is not None:
            return
        last = {request.key: request for request in self._case.requests}
        for request in last.values():
            if self._decided_without(request):
                third = third_name(self._day, request.document) if request.third else ""
                told: dict[str, Argument] = {
                    "document": document_title(self._day, *request.key),
                    "asked": Measure(request.asked, "date"),
                }
                if third:
                    yield Phrase("letter.without-consent", {**told, "third": third})
                else:
                    yield Phrase("letter.without", told)

    def _decided_without(self, request: Request) -> bool:
        """Return whether a document had not come when the letter went, and was not waited for.

        One went on without it, or the time to answer had passed with notice given. What came of an
        earlier request does not count, nor what has come or been said since the letter.
        """
        sent = inf if self._case.letter is None else self._case.letter
        asked = max(request.seq, request.written, request.without)
        came = (received.number for received in self._case.documents if received.key == request.key)
        if any(asked < number < sent for number in came) or 0 < request.refused < sent:
            return False
        over = request.notice and request.last < sent_on(self._day, self._case)
        return 0 < request.without < sent or over


def _measured(type_: str, value: object | None) -> Measure | None:
    """Return a value as its type is written; ``None`` for one that is not known."""
    return measured(type_, value) if isinstance(value, int | str) else None


def _stated(day: Day, seen: Seen) -> Phrase:
    """Return a fact as a letter states it to the party; by its label where it has no sentence."""
    fact, relation = fact_of(day, seen.path), split_path(seen.path)[0]
    leads = day.opening.facts[day.opening.relations[relation]] if relation else None
    if seen.state == "protected":
        says = (leads or fact).withheld
        return Phrase(says) if says else Phrase("letter.withheld-fact", {"fact": fact.label})
    whose, told = leads.who if leads else None, seen.source == "citizen"
    says = None
    if seen.value is not None and not (leads and whose is None):
        sex = day.world.town.truth("person.sex", seen.subject, day.opening.date)
        says = stated(fact, seen.value, related=bool(leads), told=told, sex=str(sex or ""))
    if says is None:
        return _fact(day, seen)
    return Phrase(says, {"value": value_measure(day, seen), "who": whose})


def _fact(day: Day, seen: Seen) -> Phrase:
    arguments = {"fact": fact_label(day, seen.path), "value": value_measure(day, seen)}
    return Phrase("letter.fact", arguments)


def _in_one(labels: list[Text]) -> Phrase:
    """Return a sentence with all that the decision gave weight to."""
    if not labels:
        return Phrase("letter.no-considerations")
    listed = Phrase(labels[0])
    for label in labels[1:]:
        listed = Phrase("letter.and", {"one": listed, "other": label})
    return Phrase("letter.considerations", {"considerations": listed})


def _inside(label: Text) -> Text:
    """Return a label as it stands within a sentence."""
    return Text(inside(label.da), inside(label.en))


def _lines(items: Iterable[Phrase]) -> Phrase:
    """Return things each on a line of its own."""
    return listed((Phrase("letter.line", {"says": says}) for says in items), "")


def _joined(sentences: Iterable[Phrase]) -> Phrase:
    """Return sentences one after another; ``_NOTHING`` for none."""
    told = tuple(sentences)
    return listed(told, " ") if told else _NOTHING


def _within(days: int) -> Phrase:
    """Return a number of days as people say it: in weeks where it can be."""
    weeks, left = divmod(days, 7)
    return Phrase("letter.days", {"n": days}) if left else Phrase("letter.weeks", {"n": weeks})


def _less(template: str, names: Iterable[str]) -> str:
    """Return a template without some of its placeholders."""
    for name in names:
        template = re.sub(rf"\s*\{{{name}\}}", "", template)
    return template.strip()
