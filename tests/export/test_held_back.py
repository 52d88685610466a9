"""What is taken out before a day is over has nothing of its answer, in any format."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import fields
from functools import cache
from html import unescape
from itertools import product

import pytest

from simulator.casework.actions.day import DayClosed
from simulator.casework.events import Event
from simulator.casework.phrasing import value_measure
from simulator.casework.sights import Seen
from simulator.core.clock import day_of, iso
from simulator.core.texts import LANGUAGES, Language, Measure, Phrase
from simulator.debrief.debrief import Debrief, debrief
from simulator.debrief.imprint import SHARES, Imprint
from simulator.debrief.writer import Writer
from simulator.export.formats import KINDS
from simulator.scenario.words import teller, texts
from tests.export.unpacked import outline
from tests.rehearsal.ways import MONDAY, THURSDAY, loaded, worked

WORKED = [(THURSDAY, "trusting"), (MONDAY, "trusting"), (MONDAY, "thorough")]


@cache
def whole(day: str, habit: str) -> Debrief:
    return debrief(loaded(day).town, worked(day, habit).events)


@cache
def half(day: str, habit: str) -> Debrief:
    """The debrief of a day up to where the caseworker would go home."""
    events = worked(day, habit).events
    (home,) = (event.seq for event in events if isinstance(event, DayClosed))
    return debrief(loaded(day).town, events[:home])


def text_of(kind: str, made: Mapping[str, bytes]) -> str:
    """Everything that can be read in the files of a format."""
    if kind == "docx":
        return "\n".join(line for file in made.values() for line in outline(file))
    plain = "\n".join(file.decode("utf-8-sig") for file in made.values())
    return unescape(plain)


def everything(told: Debrief, language: Language) -> str:
    """Everything that can be taken out of a debrief, for whomever."""
    return "\n".join(
        text_of(kind, form.make(told, teller(language), Imprint("7F3K", "0", share=share)))
        for (kind, form), share in product(KINDS.items(), SHARES)
    )


def planted(told: Debrief, language: Language) -> Iterator[str]:
    """The sentences on what had been put into a day that is over, and on why it went wrong."""
    say, opening = teller(language), told.day.opening
    yield from map(say, told.declared)
    yield from (say(cause) for revealed in told.revealed for cause in revealed.causes)
    yield from (say(letter.what) for letter in told.unread)
    yield from map(say, opening.questions)
    for arrow in opening.landscape.integrations:
        for stop in arrow.stops:
            since = day_of(stop.begins)
            yield from (iso(since), say(Phrase("{since}", {"since": Measure(since, "date")})))
    for case in told.evidence.cases:
        about = {"case": told.evidence.case_name(case)}
        for need in told.day.cases[case].arrival.needs:
            yield say("export.appendix.need", need=Phrase(f"export.need.{need}"), **about)


def untrue(told: Debrief, language: Language) -> Iterator[str]:
    """The true values that were other than what was shown, and that no screen had shown at all."""
    writer = Writer(teller(language))
    shown = {writer.cell(value_measure(told.day, seen)) for seen in _seen(told.evidence.events)}
    for fact in told.compared:
        true = writer.cell(fact.truth)
        if not fact.same and true not in shown and len(true) > 4:
            yield true


def _seen(events: Iterable[Event]) -> Iterator[Seen]:
    for event in events:
        for field in fields(event):
            value = getattr(event, field.name)
            parts = value if isinstance(value, tuple) else (value,)
            yield from (part for part in parts if isinstance(part, Seen))


def secret(day: str, habit: str, language: Language) -> list[str]:
    """What nothing made of half a day may have."""
    told = whole(day, habit)
    answer = sorted({*planted(told, language), *untrue(told, language)})
    assert len(answer) > 10
    return answer


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(("day", "habit"), WORKED)
def test_no_file_of_half_a_day_has_what_was_planted_or_true(
    day: str, habit: str, language: Language
) -> None:
    told = everything(half(day, habit), language)
    assert [line for line in secret(day, habit, language) if line in told] == []


@pytest.mark.parametrize(("day", "habit"), WORKED)
def test_the_files_of_the_whole_day_have_it(day: str, habit: str) -> None:
    told = everything(whole(day, habit), "da")
    answer = (line for line in secret(day, habit, "da") if not re.fullmatch(r"[\d-]+", line))
    assert [line for line in answer if line not in told] == []


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("share", SHARES)
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_file_of_half_a_day_says_so(kind: str, share: str, language: Language) -> None:
    imprint = Imprint("7F3K", "0", share=share)  # type: ignore[arg-type]
    told = text_of(kind, KINDS[kind].make(half(MONDAY, "trusting"), teller(language), imprint))
    in_it: Language = {"csv": "da", "csv-int": "en"}.get(kind, language)  # type: ignore[assignment]
    assert texts()["export.held-back"].in_(in_it) in told
    over = KINDS[kind].make(whole(MONDAY, "trusting"), teller(language), imprint)
    assert texts()["export.held-back"].in_(in_it) not in text_of(kind, over)
