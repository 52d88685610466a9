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

from simulator.casework.case_types import CaseType
from simulator.core.texts import Argument, Measure, Phrase, Text, placeholders
from simulator.debrief.debrief import debrief
from simulator.scenario.places import days
from simulator.scenario.words import texts
from tests.shipped import shipped
from tests.told import causes, letter, told_answers, told_causes, told_health, told_letters, world
from tests.told.causes import wrongs
from tests.told.days import EVERY, SOME, played
from tests.told.holding import contradictions, sentences


@pytest.mark.parametrize("name", SOME)
def test_what_is_told_of_a_day_is_so(name: str) -> None:
    assert list(contradictions(name)) == []


@pytest.mark.slow
@pytest.mark.parametrize("name", [name for name in EVERY if name not in SOME])
def test_what_is_told_of_any_day_is_so(name: str) -> None:
    assert list(contradictions(name)) == []


def test_there_are_days_enough() -> None:
    assert len(EVERY) >= 200
    assert len(SOME) * 10 >= len(EVERY)
    assert {name.partition("/")[0] for name in SOME} == {*days(), "random"}


# Every sentence has a predicate ---------------------------------------------------------------


def ids(group: str) -> set[str]:
    """The ids of the words of a group."""
    return {id_ for id_ in texts() if id_.startswith(f"{group}.")}


def test_every_sentence_on_causes_has_a_predicate() -> None:
    assert {*told_causes.PREDICATES} == ids("debrief.reveal") | ids("debrief.cause")


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
    assert {id_ for kind in kinds for id_ in written(kind)} == {*letter.PREDICATES}


# The predicates are another way to the same truth ---------------------------------------------

ANOTHER_WAY = (world, causes, told_causes, letter, told_answers, told_health, told_letters)
"""The modules of predicates, and of what they are worked out with."""
NOT_THAT_WAY = (
    "simulator.debrief",
    "simulator.casework.truth",
    "simulator.casework.as_read",
    "simulator.casework.letter_text",
    "simulator.casework.letters",
    "simulator.landscape.observe",
    "simulator.landscape.parting",
)


@pytest.mark.parametrize("module", ANOTHER_WAY, ids=lambda module: module.__name__)
def test_a_predicate_does_not_use_what_it_checks(module: ModuleType) -> None:
    code = ast.parse(Path(module.__file__ or "").read_text("utf-8"))
    imported = [node.module for node in ast.walk(code) if isinstance(node, ast.ImportFrom)]
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
        case Phrase():
            return Phrase(Text("noget andet", "something else"))
    return Text("noget andet", "something else")


def test_a_sentence_on_causes_that_says_anything_else_does_not_hold() -> None:
    seen: set[str] = set()
    for name in SOME:
        told = played(name)
        held = debrief(told.town, told.events)
        found = {wrong.event.seq: wrong for wrong in wrongs(told.events, told.town)}
        findings = {finding.event: finding for finding in held.evidence.findings}
        for revealed in held.revealed:
            finding, wrong = findings[revealed.event], found[revealed.event]
            for phrase, about in sentences(revealed, finding, wrong):
                says = placeholders(texts()[str(phrase.text)].da)
                for place, argument in phrase.arguments.items():
                    if place not in says or f"{phrase.text}.{place}" in seen:
                        continue
                    seen.add(f"{phrase.text}.{place}")
                    changed = Phrase(phrase.text, {**phrase.arguments, place: other(argument)})
                    assert not _holds(about, changed), (name, changed)
    assert len(seen) > 25


def _holds(about: told_causes.OfCause, phrase: Phrase) -> bool:
    try:
        return told_causes.PREDICATES[str(phrase.text)](about, phrase)
    except (AssertionError, AttributeError, KeyError, IndexError, ValueError):
        return False  # what it says does not even fit the sentence
