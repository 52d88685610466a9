"""What debrief and letters say is so: held against log and town, by code that uses none of theirs.

Every sentence has a predicate, found by its id, and one without fails. A tenth of the days is held
in the quick tier, all of them in the slow one.
"""

import ast
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from types import ModuleType

import pytest

from simulator.casework.actions.reopening import GROUNDS
from simulator.casework.case_types import CaseType
from simulator.casework.habits import HABITS
from simulator.core.texts import Argument, Measure, Phrase, Text, placeholders
from simulator.debrief.debrief import debrief
from simulator.debrief.estimates import ESTIMATES
from simulator.debrief.indicators import SPEAKS
from simulator.scenario.indicators import indicators
from simulator.scenario.places import days
from simulator.scenario.words import texts
from tests.shipped import shipped
from tests.told import causes, letter, log, told_causes, told_statements, world
from tests.told.days import EVERY, LEVELS, SOME, played
from tests.told.holding import (
    ENTERED,
    Arguments,
    Claim,
    claims,
    contradictions,
    decided_otherwise,
)


@pytest.mark.parametrize("name", SOME)
def test_what_is_told_of_a_day_is_so(name: str) -> None:
    assert list(contradictions(name)) == []


@pytest.mark.slow
@pytest.mark.parametrize("name", [name for name in EVERY if name not in SOME])
def test_what_is_told_of_any_day_is_so(name: str) -> None:
    assert list(contradictions(name)) == []


@pytest.mark.parametrize("day", days())
@pytest.mark.parametrize("habit", ["thorough", "trusting"])
def test_a_letter_says_what_is_so_whatever_is_decided(day: str, habit: str) -> None:
    letters = list(decided_otherwise(f"{day}/{habit}/0"))
    assert letters
    for claim in letters:
        assert claim.holds(claim.arguments), (claim.of, claim.id, claim.arguments)


def test_there_are_days_enough() -> None:
    assert len(EVERY) >= 200
    assert len(SOME) * 10 >= len(EVERY)
    assert {name.partition("/")[0] for name in SOME} == {*days(), "random"}
    ways = [name.split("/") for name in SOME if not name.startswith("random/")]
    assert {habit for _, habit, _ in ways} == {*HABITS}
    assert {int(level) for _, _, level in ways} == {*LEVELS}


# Every sentence has a predicate ---------------------------------------------------------------


def ids(group: str, ending: str = "") -> set[str]:
    """The ids of the words of a group, or of those in it that begin with an ending."""
    return {id_ for id_ in texts() if id_.startswith(f"debrief.{group}.{ending}")}


def test_every_sentence_on_causes_has_a_predicate() -> None:
    assert {*told_causes.PREDICATES} == ids("reveal") | ids("cause")


def test_every_statement_and_what_stands_beside_them_has_a_predicate() -> None:
    pictures = ids("map", "caption") | ids("timeline", "caption") | ids("time", "caption")
    estimates = {f"debrief.estimate.{id_}" for id_ in ESTIMATES}
    declared = ids("declared") | {"debrief.unread"}
    sentences = {*SPEAKS} | ids("said") | (ids("work") - {"debrief.work.title"}) | estimates
    levels = ids("told", "level.chosen")
    asked = sentences | declared | pictures | ids("who") | levels
    assert asked - {*told_statements.PREDICATES} == set()
    assert {*told_statements.PREDICATES} - asked <= texts().keys()  # words within sentences


def written(kind: CaseType) -> Iterator[str]:
    """Where each sentence and part of the letters of a case type is written."""
    for outcome in kind.outcomes:
        for part in ("answer", "why"):
            count = len(getattr(outcome, part))
            yield from (f"{kind.id}.{outcome.id}.{part}.{number}" for number in range(count))
        yield from outcome.letter
    yield from kind.letter


def test_every_sentence_of_a_letter_has_a_predicate() -> None:
    kinds = [kind for day in days() for kind in shipped(day).opening.case_types.values()]
    reopened = {f"reopened.{ground}" for ground in GROUNDS}
    assert {id_ for kind in kinds for id_ in written(kind)} | reopened == {*letter.PREDICATES}


# The predicates are another way to the same truth ---------------------------------------------

ANOTHER_WAY = (world, causes, log, letter, told_causes, told_statements, *ENTERED)
"""The modules of predicates, and of what they are worked out with."""
NOT_THAT_WAY = (
    "simulator.debrief",
    "simulator.casework.truth",
    "simulator.casework.as_read",
    "simulator.casework.letter_text",
    "simulator.casework.letters",
    "simulator.landscape.observe",
    "simulator.landscape.parting",
    "tests.told.holding",
)


@pytest.mark.parametrize("module", ANOTHER_WAY, ids=lambda module: module.__name__)
def test_a_predicate_does_not_use_what_it_checks(module: ModuleType) -> None:
    code = ast.parse(Path(module.__file__ or "").read_text("utf-8"))
    imported = [
        f"{node.module}.{alias.name}"
        for node in ast.walk(code)
        if isinstance(node, ast.ImportFrom)
        for alias in node.names
    ]
    imported += [
        alias.name
        for node in ast.walk(code)
        if isinstance(node, ast.Import)
        for alias in node.names
    ]
    assert not [name for name in imported if str(name).startswith(NOT_THAT_WAY)]


# And they would see another sentence ----------------------------------------------------------


def other(argument: Argument) -> Argument:
    """Something else than what stands in a sentence."""
    match argument:
        case int():
            return argument + 1
        case Measure(value=int() as value):
            return replace(argument, value=value + 1)
        case str():
            return f"{argument} not"
        case Phrase():
            return Phrase(Text("noget andet", "something else"))
    return Text("noget andet", "something else")


def stands_in(id_: str) -> frozenset[str] | None:
    """What stands in a sentence; ``None`` for one that is not a word of the library."""
    text = indicators()[id_].say if id_ in SPEAKS else texts().get(id_)
    return placeholders(text.da) if text else None


ELSEWHERE = {"amount.answer", "considerations.why"}
"""What stands in a sentence and is held by the predicates of its own sentences."""
LEAST = 120
"""How many different things are said in the sentences of a tenth of the days, at the least."""


def test_a_sentence_that_says_anything_else_does_not_hold() -> None:
    seen: set[str] = set()
    for name in SOME:
        told = played(name)
        day = log.DayLog(told.town, told.events)
        for claim in claims(told, day, debrief(told.town, told.events)):
            there = stands_in(claim.id)
            for place, argument in claim.arguments.items():
                if there is not None and place not in there:
                    continue
                if (said := f"{claim.id}.{place}") not in seen | ELSEWHERE:
                    seen.add(said)
                    changed = {**claim.arguments, place: other(argument)}
                    assert not _holds(claim, changed), (name, claim.of, claim.id, place, argument)
    assert len(seen) > LEAST


def _holds(claim: Claim, arguments: Arguments) -> bool:
    try:
        return claim.holds(arguments)
    except (AssertionError, AttributeError, KeyError, IndexError, TypeError, ValueError):
        return False  # what it says does not even fit the sentence
