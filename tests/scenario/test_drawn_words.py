"""What drawn citizens say is true of them, by code that does not know what the lines ask for.

Each line that comes with a drawn case stands here with what it claims, looked up straight in the
spells of the town. A new line without an entry fails.
"""

import re
from collections.abc import Callable
from datetime import date
from functools import cache, cached_property
from typing import Any

import pytest

from simulator.casework.actions.asking import SPEAKERS
from simulator.casework.day import Day
from simulator.casework.families import fold, opened
from simulator.casework.opening import Arrival
from simulator.casework.phrasing import spoken_line
from simulator.core.texts import LANGUAGES, Language
from simulator.scenario.loading import Loaded, load_text
from simulator.scenario.words import teller
from simulator.town.town import Citizen, Town
from tests.casework.test_lines import LINES

SEEDS = range(1, 11)
SOME = [pytest.param(n, marks=[pytest.mark.slow] if n > 2 else []) for n in SEEDS]
"""Every seed; most of them in the slow tier, for each is a town."""
DAY = date(2026, 2, 2)
SCENARIO = """
scenario: mange
format: 1
language: da
title: {da: Mange, en: Many}
rule-year: 2026
municipality: {name: Prøve Kommune, citizens: 1500, seed: 1}
day: {date: 2026-02-02, opens: "08:00", closes: "15:30", class-minutes: 60}
landscape: {use: [cpr, bbr, eindkomst, overblik, ydelse, arkiv, digital-post, nemkonto, pension]}
workload:
  - {type: friplads, count: 14}
  - {type: helbredstillaeg, count: 12}
  - {type: personligt-tillaeg, count: 8}
  - {type: udvidet-helbredstillaeg, count: 8}
  - {type: enkeltydelse, count: 14}
  - {type: flytning, count: 10}
  - {type: fritagelse-digital-post, count: 6}
technology: {levels: {}, presets: {}}
"""


class Person:
    """What is true of somebody on the day, looked up in the spells and nowhere else."""

    def __init__(self, town: Town, arrival: Arrival) -> None:
        self.town, self.arrival = town, arrival
        self.citizen: Citizen = town.citizens[arrival.party]

    def fact(self, name: str, of: str = "") -> Any:
        """The value of the newest reported spell that holds on the day, or ``None``."""
        value, today = None, DAY.toordinal()
        for spell in self.town.spells.get((name, of or self.citizen.id), ()):
            if spell.begins <= today and (spell.ends is None or spell.ends > today):
                value = spell.value
        return value

    def new_home(self, name: str) -> Any:
        return self.fact(f"dwelling.{name}", str(self.fact("move.dwelling")))

    def old_home(self, name: str) -> Any:
        return self.fact(f"dwelling.{name}", str(self.fact("residence.dwelling")))

    @cached_property
    def age(self) -> int:
        return years(self.citizen.born)

    @cached_property
    def children(self) -> list[int]:
        """The ages of the children in the home."""
        here = (one for one in self.town.citizens.values() if one.id in self._home.children)
        return sorted(years(one.born) for one in here)

    @cached_property
    def adults(self) -> int:
        return len(self._home.adults)

    @cached_property
    def _home(self) -> Any:
        homes = self.town.households.values()
        return next(home for home in homes if self.citizen.id in (*home.adults, *home.children))

    @property
    def alone(self) -> bool:
        return self.adults + len(self.children) == 1

    @property
    def works(self) -> bool:
        away = ("sygedagpenge", "barsel", "dagpenge", "kontanthjaelp", "su", "foertidspension")
        return bool(self.fact("work.employer")) and self.fact("benefit.kind") not in away

    @property
    def moved(self) -> bool:
        return bool(self.fact("move.date") <= DAY.toordinal())

    @property
    def too_little(self) -> bool:
        return bool(self.fact("economy.disposable") < self.fact("expense.amount"))

    @property
    def paid(self) -> bool:
        return self.fact("expense.paid") is True

    @property
    def on_paper(self) -> bool:
        return self.arrival.channel == "letter"

    @property
    def ground(self) -> str:
        return str(self.fact("declared.ground"))

    @property
    def expense(self) -> str:
        return str(self.fact("expense.kind"))

    @property
    def event(self) -> str:
        return str(self.fact("life.event"))


def years(born: int) -> int:
    birth = date.fromordinal(born)
    return DAY.year - birth.year - ((DAY.month, DAY.day) < (birth.month, birth.day))


Claim = Callable[[Person], bool]
NOTHING: Claim = lambda who: True  # noqa: E731
CLAIMS: dict[str, dict[str, Claim]] = {
    "friplads": {
        "kind": lambda p: p.adults == 2,
        "wary": lambda p: p.fact("archive.latest") in (None, "friplads"),
        "hurried": lambda p: not p.on_paper,
        "odd-hours": lambda p: p.works,
        "shoes": lambda p: 2 <= p.children[0] <= 4 and not p.on_paper,
        "english": lambda p: p.citizen.language == "en",
        "nap": lambda p: len(p.children) >= 2 and p.children[0] <= 2,
        "boots": lambda p: len(p.children) >= 2 and p.adults == 2,
        "department": lambda p: p.adults == 1,
        "student": lambda p: bool(p.fact("benefit.kind") == "su"),
        "job-seeker": lambda p: bool(p.fact("benefit.kind") == "dagpenge"),
        "sum": lambda p: bool(p.fact("benefit.kind") == "kontanthjaelp"),
        "ill": lambda p: bool(p.fact("benefit.kind") == "sygedagpenge"),
        "leave": lambda p: bool(p.fact("benefit.kind") == "barsel") and len(p.children) >= 2,
        "paper": lambda p: p.on_paper,
        "rules": lambda p: bool(p.children),
        "fridge-door": NOTHING,
        "expected": NOTHING,
    },
    "helbredstillaeg": {
        "kind": NOTHING,
        "wary": lambda p: p.age >= 67,
        "teeth": lambda p: p.expense in ("none", "None"),
        "daughter": lambda p: p.age >= 45 and p.citizen.digital != "self",
        "letter": lambda p: p.fact("pension.percentage") > 0,
        "pills": NOTHING,
        "savings": lambda p: p.fact("wealth.liquid") is not None,
        "box": lambda p: p.alone,
        "shelves": lambda p: p.adults == 2,
        "paper": lambda p: p.on_paper,
        "years": lambda p: p.age >= 80,
        "doctor": NOTHING,
        "form": lambda p: not p.on_paper,
        "plain": NOTHING,
    },
    "personligt-tillaeg": {
        "kind": lambda p: p.too_little and not p.paid,
        "wary": NOTHING,
        "winter": lambda p: not p.paid,
        "ruler": NOTHING,
        "alone": lambda p: bool(p.fact("family.status") == "E") and p.alone,
        "plain": lambda p: not p.paid,
        "paid": lambda p: p.paid,
        "price": lambda p: not p.paid,
        "left": lambda p: p.too_little,
        "song": lambda p: p.expense == "fridge" and not p.paid,
        "smaller": lambda p: p.expense == "deposit" and not p.paid,
        "farewell": lambda p: p.expense == "journey" and not p.paid,
        "bed": lambda p: p.expense == "bedding" and not p.paid,
        "heating": lambda p: p.expense == "heating" and not p.paid,
        "moving": lambda p: p.expense == "moving" and not p.paid,
        "two": lambda p: p.adults == 2,
        "paper": lambda p: p.on_paper,
    },
    "udvidet-helbredstillaeg": {
        "kind": lambda p: not p.paid,
        "wary": lambda p: not p.paid,
        "teeth": lambda p: p.expense == "teeth" and not p.paid,
        "supper": lambda p: p.expense == "teeth" and p.paid,
        "glasses": lambda p: p.expense == "glasses" and not p.paid,
        "bus": lambda p: p.expense == "glasses" and not p.paid,
        "new-glasses": lambda p: p.expense == "glasses" and p.paid,
        "feet": lambda p: p.expense == "feet" and not p.paid,
        "walk": lambda p: p.expense == "feet" and not p.paid,
        "done": lambda p: p.expense == "feet" and p.paid,
        "share": lambda p: p.fact("pension.percentage") > 0 and not p.paid,
        "two": lambda p: p.adults == 2,
        "asked": NOTHING,
        "folder": NOTHING,
    },
    "enkeltydelse": {
        "kind": lambda p: not p.paid and p.event != "none",
        "wary": NOTHING,
        "urgent": lambda p: not p.paid,
        "bag": lambda p: p.expense == "fridge" and not p.paid,
        "budget": NOTHING,
        "children": lambda p: len(p.children) >= 2 and not p.paid,
        "paid": lambda p: p.paid,
        "job": lambda p: p.event == "job_loss" and not p.works,
        "illness": lambda p: p.event == "sickness" and not p.paid,
        "parting": lambda p: p.event == "separation" and p.adults == 1,
        "relative": lambda p: p.event == "illness_in_family",
        "unlucky": lambda p: p.event == "none",
        "known": lambda p: bool(p.fact("expense.foreseeable")) and not p.paid,
        "price": lambda p: p.too_little and not p.paid,
        "bed": lambda p: p.expense == "bedding" and not p.paid,
        "heating": lambda p: p.expense == "heating" and not p.paid,
        "farewell": lambda p: p.expense == "journey" and not p.paid,
        "growing": lambda p: p.expense == "clothes" and len(p.children) >= 2 and not p.paid,
        "paper": lambda p: p.on_paper,
    },
    "flytning": {
        "glad": lambda p: p.moved and not p.alone,
        "wary": lambda p: bool(DAY.toordinal() - p.fact("move.date") <= 5),
        "sofa": lambda p: p.moved and p.alone and p.new_home("residents") > 0,
        "hurry": lambda p: p.age <= 60,
        "letterbox": lambda p: p.moved and bool(p.new_home("kind") == "house"),
        "rooms": lambda p: p.moved and p.alone and p.new_home("rooms") >= 2,
        "ahead": lambda p: not p.moved,
        "boxes": lambda p: not p.moved,
        "turns": lambda p: p.moved and p.adults + len(p.children) > p.new_home("rooms"),
        "shared": lambda p: p.new_home("residents") > 0 and not p.alone,
        "hidden": lambda p: p.new_home("registered") is False,
        "smaller": lambda p: p.moved and p.new_home("rooms") < p.old_home("rooms"),
        "paper": lambda p: p.on_paper,
        "plain": NOTHING,
    },
    "fritagelse-digital-post": {
        "kind": lambda p: p.on_paper,
        "wary": lambda p: p.fact("post.registered") is not False,
        "code": lambda p: p.ground == "mitid",
        "son": lambda p: p.age >= 45 and p.ground in ("impairment", "no_computer", "mitid"),
        "missed": lambda p: p.fact("post.opened") in (None, "half_year", "never"),
        "library": lambda p: p.ground == "impairment",
        "fingers": lambda p: p.ground == "impairment",
        "desk": lambda p: p.ground == "no_computer" and p.on_paper,
        "neighbour": lambda p: p.ground == "no_computer" and not p.on_paper,
        "spoken": lambda p: p.ground == "language" and p.citizen.language != "da",
        "slow": lambda p: p.ground == "broadband",
        "charge": lambda p: p.ground == "homeless" and p.old_home("kind") == "none",
        "letters": NOTHING,
        "well": NOTHING,
        "late": NOTHING,
    },
}


@cache
def many(seed: int) -> Loaded:
    return load_text(SCENARIO, "many.yaml", seed)


def people(seed: int) -> list[Person]:
    loaded = many(seed)
    return [Person(loaded.town, arrival) for arrival in loaded.opening.arrivals]


def test_every_line_stands_here_with_what_it_claims() -> None:
    there = {id_ for id_, line in LINES.items() if line["act"].startswith("applies.")}
    assert there == {f"applies-{kind}-{id_}" for kind, claims in CLAIMS.items() for id_ in claims}


@pytest.mark.slow
def test_there_are_cases_enough() -> None:
    cases = [person.arrival for seed in SEEDS for person in people(seed)]
    assert len(cases) >= 600
    assert all(case.says for case in cases)
    assert {case.type for case in cases} == set(CLAIMS)


@pytest.mark.parametrize("seed", SOME)
def test_nobody_says_what_is_not_true_of_them(seed: int) -> None:
    for person in people(seed):
        kind = person.arrival.type
        line = person.arrival.says.removeprefix(f"applies-{kind}-")
        assert CLAIMS[kind][line](person), (person.arrival, person.citizen)


@pytest.mark.slow
def test_nearly_every_line_is_said_by_somebody() -> None:
    said = {person.arrival.says for seed in SEEDS for person in people(seed)}
    there = {id_ for id_, line in LINES.items() if line["act"].startswith("applies.")}
    assert len(there - said) <= len(there) // 10, sorted(there - said)


# The figures in what they say -----------------------------------------------------------------

NUMBERS: dict[Language, tuple[str, ...]] = {
    "da": ("nul", "én", "to", "tre", "fire", "fem", "seks", "syv", "otte", "ni", "ti"),
    "en": ("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"),
}
MONTHS: dict[Language, tuple[str, ...]] = {
    "da": ("januar", "februar", "marts", "april"),
    "en": ("January", "February", "March", "April"),
}


def kroner(ore: int, language: Language) -> str:
    figure = f"{ore // 100:,}"
    return f"{figure.replace(',', '.')} kr." if language == "da" else f"DKK {figure}"


def day(number: int, language: Language) -> str:
    on = date.fromordinal(number)
    dot = "." if language == "da" else ""
    return f"{on.day}{dot} {MONTHS[language][on.month - 1]} {on.year}"


FIGURES: dict[str, Callable[[Person, Language], str]] = {
    "friplads-shoes.n": lambda p, x: NUMBERS[x][p.children[0]],
    "friplads-boots.n": lambda p, x: NUMBERS[x][len(p.children)],
    "helbredstillaeg-savings.sum": lambda p, x: kroner(p.fact("wealth.liquid"), x),
    "helbredstillaeg-years.n": lambda p, x: str(p.age),
    "flytning-rooms.n": lambda p, x: NUMBERS[x][p.new_home("rooms")],
    "flytning-ahead.d": lambda p, x: day(p.fact("move.date"), x),
    "enkeltydelse-bag.today": lambda p, x: MONTHS[x][DAY.month - 1],
}


def figure(person: Person, line: str, placeholder: str, language: Language) -> str:
    """What a placeholder of a line is to say, by the table above and two that are alike for all."""
    if own := FIGURES.get(f"{line.removeprefix('applies-')}.{placeholder}"):
        return own(person, language)
    name = {"sum": "expense.amount", "left": "economy.disposable"}[placeholder]
    return kroner(person.fact(name), language)


@pytest.mark.parametrize("seed", SOME)
def test_a_benefit_that_tells_of_a_change_goes_with_it_and_a_notice_counts_its_movers(
    seed: int,
) -> None:
    changes = {"sygedagpenge": "sickness", "dagpenge": "job_loss"}
    for person in people(seed):
        change = changes.get(str(person.fact("benefit.kind")))
        assert change is None or person.event == change
        assert person.event != "job_loss" or change == "job_loss"
        movers = person.adults + len(person.children)
        assert person.fact("move.dwelling") is None or person.fact("move.people") == movers


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("seed", SOME)
def test_every_figure_in_their_words_is_theirs(seed: int, language: Language) -> None:
    loaded = many(seed)
    played: Day = fold(opened(loaded.opening, loaded.town), loaded.town)
    say = teller(language)
    for person in people(seed):
        line = person.arrival.says
        template = LINES[line]["says"][language]

        def filled(match: re.Match[str], person: Person = person, line: str = line) -> str:
            return figure(person, line, match[1], language)

        expected = re.sub(r"\{(\w+)(?::[\w-]+)?\}", filled, template)
        assert say(spoken_line(played, line, person.citizen.id)) == expected.replace("..", ".")


# Everything else that was dealt ---------------------------------------------------------------


def look(person: Person, name: str) -> Any:
    """The value of a name of a condition; what nobody knows makes comparing impossible."""
    today = DAY.toordinal()
    own: dict[str, Any] = {
        "citizen.age": person.age,
        "citizen.works": person.works,
        "citizen.alone": person.alone,
        "citizen.single": person.adults == 1,
        "citizen.youngest": min(person.children, default=None),
        "citizen.oldest": max(person.children, default=None),
        "citizen.digital": person.citizen.digital,
        "citizen.language": person.citizen.language,
        "day.date": today,
        "day.weekday": "monday",
        "day.month": DAY.month,
        "case.came": person.arrival.channel,
        "case.type": person.arrival.type,
    }
    if name in own:
        return own[name]
    word, _, fact = name.partition(".")
    if word in ("home", "new_home"):
        return (person.old_home if word == "home" else person.new_home)(fact.partition(".")[2])
    return person.fact(name)


def holds(person: Person, condition: str) -> bool:
    """Whether a condition is true of somebody, by Python itself."""
    names = re.sub(r"(?<![\"\w.])([a-z_]+(?:\.[a-z_]+)+)", r'look(person, "\1")', condition)
    here = {
        "look": look,
        "person": person,
        "true": True,
        "false": False,
        "either": lambda first, second: second if first is None else first,
    }
    try:
        return eval(names, here) is True
    except TypeError:
        return False


@pytest.mark.parametrize("seed", SOME)
def test_every_line_that_is_dealt_is_true_of_whom_it_was_dealt_to(seed: int) -> None:
    by_case = {person.arrival.case: person for person in people(seed)}
    dealt = 0
    for line in many(seed).opening.lines:
        if line.whom in SPEAKERS:
            continue
        written = LINES[line.id]
        for person in (by_case[case] for case in line.cases):
            dealt += 1
            low, high = written.get("age", (0, 120))
            assert low <= person.age <= high, line.id
            for key in ("trust", "patience"):
                low, high = written.get(key, (0, 100))
                assert low <= getattr(person.citizen, key) <= high, line.id
            if "when" in written:
                assert holds(person, written["when"]), (line.id, person.citizen)
    assert dealt > 2_000
