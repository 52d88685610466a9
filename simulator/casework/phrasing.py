"""Values, sources and answers in words: as phrases, so that a face can pick the language."""

from collections.abc import Iterable

from simulator.casework.automation import values_of
from simulator.casework.case_types import Answer, CaseType
from simulator.casework.day import Case, Day
from simulator.casework.legal_sources import outdated
from simulator.casework.sights import CITIZEN, Seen, document_of
from simulator.casework.speaking import Line, known_of
from simulator.core.clock import MINUTES_A_DAY, Moment
from simulator.core.facts import Fact, Value, split_path
from simulator.core.texts import Argument, Measure, Phrase, Text
from simulator.landscape.observations import Shown
from simulator.landscape.observe import held

NOBODY = "–"
"""Stands where a name is missing."""
_ADDRESS = "dwelling.address"
_OFTEN = {60: "hourly", MINUTES_A_DAY: "nightly", 7 * MINUTES_A_DAY: "weekly"}
_FORMAT = {"kroner": "kr", "date": "date", "yes-no": "yes-no", "count": "count"}
"""How a ``Measure`` is written, by the type of its fact."""


def how_often(minutes: int) -> Phrase:
    """Return how often an integration runs, from the minutes between two runs."""
    if minutes in _OFTEN:
        return Phrase(f"every.{_OFTEN[minutes]}")
    for unit, length in (("days", MINUTES_A_DAY), ("hours", 60)):
        if minutes % length == 0:
            return Phrase(f"every.{unit}", {"n": minutes // length})
    return Phrase("every.minutes", {"n": minutes})


def listed(items: Iterable[Argument], between: str = ", ") -> Phrase:
    """Return some things one after another."""
    arguments = {f"n{number}": item for number, item in enumerate(items)}
    return Phrase(between.join(f"{{{name}}}" for name in arguments), arguments)


def fact_of(day: Day, path: str) -> Fact:
    """Return the declared fact of a path."""
    return day.opening.facts[split_path(path)[1]]


def fact_label(day: Day, path: str) -> Phrase:
    """Return a fact's label; for somebody related to the party, with whose it is."""
    return day.opening.labels[path]


def address_of(day: Day, dwelling: str, source: str = "", at: Moment | None = None) -> str:
    """Return the address of a dwelling as a system had it at a moment, or a dash if it has none.

    Where ``source`` is no system (a citizen, or "" in a debrief), it is the true address.
    """
    system = day.opening.landscape.systems.get(source)
    if system is None:
        return str(day.world.town.truth(_ADDRESS, dwelling, day.opening.date) or NOBODY)
    shown = held(day.world, system, _ADDRESS, dwelling, day.now if at is None else at)
    return str(shown.value) if isinstance(shown, Shown) else NOBODY


def subject_name(day: Day, subject: str) -> str:
    """Return how somebody is named, or a dash for nobody and for what is no person."""
    person = day.world.town.citizens.get(subject)
    return person.name if person else NOBODY


def typed(
    day: Day, fact: Fact, value: Value, source: str = "", at: Moment | None = None
) -> Measure | Phrase:
    """Return a raw value as its source would show it, by the type of its fact."""
    if fact.codes and str(value) in fact.codes:
        return Phrase(fact.codes[str(value)])
    if fact.type == "person":
        person = day.world.town.citizens.get(str(value))
        return Measure(person.name if person else str(value))
    if fact.type == "dwelling":
        return Measure(address_of(day, str(value), source, at))
    return measured(fact.type, value)


def measured(type_: str, value: Value) -> Measure:
    """Return a raw value of a figure, an amount or a step, as its type is written."""
    return Measure(value, _FORMAT.get(type_, ""))


def writable(fact: Fact) -> Phrase:
    """Return what can be written as a value of a fact: a kind of value, or one of a list."""
    quoted = (Phrase("writes.each", {"code": code}) for code in (fact.codes or {}).values())
    return Phrase(f"writes.{fact.type}", {"codes": listed(quoted)})


def value_in_case(day: Day, case: Case, seen: Seen) -> Measure | Phrase:
    """Return a value as it stands on a case: what a citizen knows only roughly is marked so."""
    value = value_measure(day, seen)
    return roughly(value) if is_rough(case, seen) else value


def roughly(value: Measure | Phrase) -> Phrase:
    """Return a value marked as one that is not known for sure; only a number can be *about*."""
    raw = value.value if isinstance(value, Measure) else ""
    number = not isinstance(raw, bool | str)
    return Phrase("roughly" if number else "unsure", {"value": value})


def is_rough(case: Case, seen: Seen) -> bool:
    """Return whether a value is what the party said and knows only roughly."""
    return seen.source == CITIZEN and seen.state == "shown" and seen.path in case.roughly


def value_measure(day: Day, seen: Seen) -> Measure | Phrase:
    """Return the value that was seen, or why there is none."""
    if seen.state == "shown" and seen.value is not None:
        return typed(day, fact_of(day, seen.path), seen.value, seen.source, seen.at)
    unsaid = seen.source == CITIZEN and seen.state != "protected"
    state = "citizen" if unsaid else seen.state
    return Phrase(f"state.{state}")


def source_name(day: Day, source: str) -> Text | Phrase:
    """Return the name of a system or a document; of any other source, the word for the citizen."""
    system = day.opening.landscape.systems.get(source)
    if system is not None:
        return system.name
    kind = day.opening.documents.get(document_of(source))
    return kind.heading if kind else Phrase("source.citizen")


def document_title(day: Day, kind: str, relation: str = "") -> Phrase:
    """Return what a kind of document is called; of somebody related, with whose it is."""
    title = day.opening.documents[kind].title
    leads = day.opening.facts[day.opening.relations[relation]] if relation else None
    if leads and leads.related_document:
        return Phrase(leads.related_document, {"document": title})
    return Phrase(leads.related, {"fact": title}) if leads and leads.related else Phrase(title)


def third_name(day: Day, kind: str) -> Text | str:
    """Return from whom else a document can be had; ``""`` where only the citizen has it."""
    third = day.opening.documents[kind].third
    return third.name if third else ""


def answer_phrase(case_type: CaseType, answer: Answer | None) -> Phrase:
    """Return an answer with its figure, or the words for there being none."""
    if answer is None:
        return Phrase("answer.none")
    outcome = case_type.outcome(answer.outcome)
    if outcome.unit is None or answer.figure is None:
        return Phrase(outcome.label)
    figure = measured(outcome.figure_type, answer.figure)
    return Phrase(
        "answer.figured",
        {
            "answer": outcome.label,
            "figure": Phrase(outcome.unit, {"figure": figure}),
        },
    )


def scale_phrase(case_type: CaseType, word: str = "followed") -> Phrase:
    """Return that something follows the municipality's own scale, and whose it is.

    ``word`` is ``followed``, afterwards, or ``suggested``, at the desk.
    """
    if case_type.scale is None:
        return Phrase(f"scale.{word}-unnamed", {"what": case_type.title})
    named = {"scale": case_type.scale.name, "owner": case_type.scale.owner}
    return Phrase(f"scale.{word}", named)


def spoken_line(day: Day, line: str, citizen: str) -> Phrase:
    """Return the line with a text id as a citizen says it, with what it names of them filled in."""
    person = day.world.town.citizens.get(citizen)
    text = day.opening.texts.get(line)
    arguments: dict[str, Argument] = {}
    if person:
        arguments = {"name": person.name, "given": person.given}
        if written := day.opening.line_of.get(line):
            arguments |= _filled(day, written, citizen, text or Text("", ""))
    return Phrase(text if text else line, arguments)


def _filled(day: Day, line: Line, citizen: str, says: Text) -> dict[str, Argument]:
    """Return what the placeholders of a line stand for, as it was true when it was dealt."""
    opening, town = day.opening, day.world.town
    look = known_of(town, opening.relations, citizen, opening.date)
    filled: dict[str, Argument] = {}
    for placeholder, name in line.fills.items():
        value, fact = look(name), opening.facts.get(split_path(name)[1])
        dated = fact.type == "date" if fact else name == "day.date"
        if value is not None and dated:
            bare = f"{{{placeholder}}}" in f"{says.da} {says.en}"
            filled[placeholder] = Measure(value, "date" if bare else "")
        elif value is None or fact is None or fact.type == "count":
            filled[placeholder] = value  # the text says how: ``{n:words}``
        elif fact.type == "person" and (named := town.citizens.get(str(value))):
            filled[placeholder] = named.given
        else:
            filled[placeholder] = typed(day, fact, value)
    return filled


def reckoned(day: Day, case: Case, *, blanks: bool) -> tuple[Phrase, ...]:
    """Return the steps of the rule with blanks for the values; without ``blanks``, its rates."""
    if not blanks:
        return tuple(amount_phrase(day, amount) for amount in _amounts(day, case))
    return tuple(Phrase("aid.step", {"step": step.label}) for step in day.case_type(case).steps)


def _amounts(day: Day, case: Case) -> tuple[str, ...]:
    """Return the ids of the rule's amounts, in the order the rule uses them."""
    steps = day.rule(case).steps(values_of(case.basis))
    names = (name for step in steps for name, _, _ in step.parts if name in day.opening.amounts)
    return tuple(dict.fromkeys(names))


def rule_year(day: Day, case: Case) -> Phrase | str:
    """Return the year of a case's rule, marked as simplified where figures or sources are old."""
    case_type = day.case_type(case)
    amounts = day.opening.rules[case_type.id].amounts
    today = day.opening.date
    stand_in = any(day.opening.amounts[amount].stands_in(today) for amount in amounts)
    stand_in = stand_in or any(outdated(source.looked_at, today) for source in case_type.sources)
    year = str(case_type.rule_year)
    return Phrase("letter.year-simplified", {"year": year}) if stand_in else year


def amount_phrase(day: Day, id_: str) -> Phrase:
    """Return the amount with an id and its year, marked as simplified where it is."""
    amount = day.opening.amounts[id_]
    value = measured(amount.type, amount.value)
    settled = amount.verified and not amount.stands_in(day.opening.date)
    return Phrase(
        "amount.settled" if settled else "amount.simplified",
        {"label": amount.label, "value": value, "year": str(amount.year)},
    )
