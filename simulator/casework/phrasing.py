"""How values, sources and answers are said: as phrases, so that a face picks the language."""

from collections.abc import Iterable

from simulator.casework.automation import values_of
from simulator.casework.case_types import CaseType
from simulator.casework.day import Case, Day
from simulator.casework.events.base import Answer, Seen
from simulator.core.clock import MINUTES_A_DAY, Moment
from simulator.core.facts import Fact, Value, split_path
from simulator.core.texts import Measure, Phrase, Text
from simulator.landscape.observations import Shown
from simulator.landscape.observe import held

NOBODY = "–"
"""What stands where nobody, and nothing, is named."""
_ADDRESS = "dwelling.address"
_OFTEN = {60: "hourly", MINUTES_A_DAY: "nightly", 7 * MINUTES_A_DAY: "weekly"}
_HOW = {"kroner": "kr", "date": "date", "yes-no": "yes-no", "count": "count"}


def how_often(minutes: int) -> Phrase:
    """Return how often an integration runs, by the minutes between two runs."""
    if minutes in _OFTEN:
        return Phrase(f"every.{_OFTEN[minutes]}")
    for unit, length in (("days", MINUTES_A_DAY), ("hours", 60)):
        if minutes % length == 0:
            return Phrase(f"every.{unit}", {"n": minutes // length})
    return Phrase("every.minutes", {"n": minutes})


def fact_of(day: Day, path: str) -> Fact:
    """Return the declared fact of a path."""
    return day.opening.facts[split_path(path)[1]]


def fact_label(day: Day, path: str) -> Phrase:
    """Return a fact's label, as it is called where it is about one related to the party."""
    relation, _ = split_path(path)
    label = fact_of(day, path).label
    related = day.opening.facts[day.opening.relations[relation]].related if relation else None
    return Phrase(related, {"fact": label}) if related else Phrase(label)


def address_of(day: Day, dwelling: str, source: str = "", at: Moment | None = None) -> str:
    """Return the address a dwelling is named by: the one its source has of it, else a dash.

    A citizen, and a debrief that tells what was true, go by the true one: ``source`` is no system.
    """
    system = day.opening.landscape.systems.get(source)
    if system is None:
        return str(day.world.town.truth(_ADDRESS, dwelling, day.opening.date) or NOBODY)
    shown = held(day.world, system, _ADDRESS, dwelling, day.now if at is None else at)
    return str(shown.value) if isinstance(shown, Shown) else NOBODY


def typed(
    day: Day, fact: Fact, value: Value, source: str = "", at: Moment | None = None
) -> Measure | Phrase:
    """Return a raw value as its source would say it, by its fact's type."""
    if fact.codes and str(value) in fact.codes:
        return Phrase(fact.codes[str(value)])
    if fact.type == "person":
        person = day.world.town.citizens.get(str(value))
        return Measure(person.name if person else str(value))
    if fact.type == "dwelling":
        return Measure(address_of(day, str(value), source, at))
    return Measure(value, _HOW.get(fact.type, ""))


def writable(fact: Fact) -> Phrase:
    """Return what can be written as a value of a fact: its kind of value, or its list."""
    codes = tuple((fact.codes or {}).values())
    listed = Phrase(", ".join(f"«{{c{n}}}»" for n in range(len(codes))), _numbered(codes))
    return Phrase(f"writes.{fact.type}", {"codes": listed})


def _numbered(codes: Iterable[Text]) -> dict[str, Text]:
    return {f"c{n}": text for n, text in enumerate(codes)}


def value_measure(day: Day, one: Seen) -> Measure | Phrase:
    """Return what was seen: a value, or why there is none."""
    if one.state == "shown" and one.value is not None:
        return typed(day, fact_of(day, one.path), one.value, one.source, one.at)
    unsaid = one.source == "citizen" and one.state != "protected"
    said = "citizen" if unsaid else one.state
    return Phrase(f"state.{said}")


def source_name(day: Day, source: str) -> Text | Phrase:
    """Return the name of a system, or *the citizen*."""
    system = day.opening.landscape.systems.get(source)
    return system.name if system else Phrase("source.citizen")


def answer_phrase(kind: CaseType, answer: Answer | None) -> Phrase:
    """Return an answer with its figure."""
    if answer is None:
        return Phrase("answer.none")
    outcome = kind.outcome(answer.outcome)
    if outcome.unit is None or answer.figure is None:
        return Phrase(outcome.label)
    figure = Measure(answer.figure, _HOW.get(outcome.figure_type, ""))
    return Phrase(
        "answer.figured",
        {
            "answer": outcome.label,
            "figure": Phrase(outcome.unit, {"figure": figure}),
        },
    )


def spoken_line(day: Day, line: str, citizen: str) -> Phrase:
    """Return a line of a person, by its text id."""
    person = day.world.town.citizens.get(citizen)
    text = day.opening.texts.get(line)
    arguments = {"name": person.name, "given": person.given} if person else {}
    return Phrase(text if text else line, arguments)


def reckoned(day: Day, case: Case, *, blanks: bool) -> tuple[Phrase, ...]:
    """Return the steps of the rule as lines, with blanks for the values or with the rates only."""
    kind = day.case_type(case)
    if not blanks:
        return tuple(amount_phrase(day, one) for one in _amounts(day, case))
    return tuple(Phrase("aid.step", {"step": step.label}) for step in kind.steps)


def _amounts(day: Day, case: Case) -> tuple[str, ...]:
    """Return the amounts of the rule, in the order the rule uses them."""
    steps = day.opening.rules[case.arrival.type].steps(values_of(case.basis))
    names = (name for step in steps for name, _, _ in step.parts if name in day.opening.amounts)
    return tuple(dict.fromkeys(names))


def rule_year(day: Day, case: Case) -> Phrase | str:
    """Return the year of a case's rule, marked as simplified where amounts stand in for another."""
    kind = day.case_type(case)
    named = day.opening.rules[kind.id].amounts
    stand_in = any(day.opening.amounts[id_].stands_in_for for id_ in named)
    year = str(kind.rule_year)
    return Phrase("letter.year-simplified", {"year": year}) if stand_in else year


def amount_phrase(day: Day, amount: str) -> Phrase:
    """Return an amount with its year, marked as simplified where it is."""
    one = day.opening.amounts[amount]
    how = _HOW.get(one.type, "")
    plain = one.verified and one.stands_in_for is None
    return Phrase(
        "amount.settled" if plain else "amount.simplified",
        {"label": one.label, "value": Measure(one.value, how), "year": str(one.year)},
    )
