"""Every number the document prints, counted again from the events it cites beside it."""

import re
from collections.abc import Callable, Iterable
from datetime import date, timedelta

import pytest

from simulator.casework.actions.chain import StepDone
from simulator.casework.events import Event
from simulator.casework.sights import Seen
from simulator.core.texts import LANGUAGES, Language
from simulator.debrief.blocks import Figure, Said, Table
from simulator.scenario.words import teller
from tests.debrief import recounts
from tests.debrief.recounts import age_of_the_facts, looked_before_it_was_binding
from tests.export.rehearsed import document_of, opening_of, rehearsed, town_of
from tests.export.test_document import blocks
from tests.told.log import DayLog
from tests.told.told_statements import rests_on_untrue

in_both = pytest.mark.parametrize("language", LANGUAGES)
LOG = {event.seq: event for event in rehearsed().evidence.log}


def numbers(text: str) -> list[int]:
    return [int(found) for found in re.findall(r"\d+", text)]


def of_some(counts: Iterable[int]) -> list[int]:
    """Counts without those of none, which are said in words, or not at all."""
    return [count for count in counts if count]


def cited(text: str) -> list[Event]:
    """The events in brackets of a cell, or at the end of a line."""
    brackets = re.findall(r"\(([\d, ]+)\)", text) or [re.split(r" · \D*", text)[-1]]
    return [LOG[number] for found in brackets for number in numbers(found)]


def kinds(events: Iterable[Event], *kind: str) -> int:
    return sum(event.kind in kind for event in events)


def figures(language: Language) -> tuple[Figure, Figure]:
    timeline, ladder = blocks(document_of(language), Figure)
    assert isinstance(timeline, Figure)
    assert isinstance(ladder, Figure)
    return timeline, ladder


@in_both
def test_the_captions_numbers_are_those_of_the_table_under_it(language: Language) -> None:
    timeline, _ = figures(language)
    lanes = [cited("; ".join(row[lane] for row in timeline.table.rows)) for lane in (1, 2, 3)]
    coming, yours, systems = lanes
    counts = (
        kinds(coming, "case.arrived"),
        kinds(coming, "call.rang"),
        kinds(coming, "call.rang_out"),
        kinds(yours, "suggestion.followed"),
        kinds(yours, "decision.made"),
        kinds(systems, "decision.made"),
    )
    assert of_some(numbers(timeline.caption)) == of_some(counts)
    assert {event.by for event in yours} == {"player"}
    assert "player" not in {event.by for event in [*coming, *systems]}


@in_both
def test_every_event_of_the_table_happened_in_its_hour_and_stands_there_once(
    language: Language,
) -> None:
    timeline, _ = figures(language)
    every = [event.seq for row in timeline.table.rows for cell in row[1:] for event in cited(cell)]
    assert len(every) == len(set(every)) == len(timeline.picture.marks)  # type: ignore[union-attr]
    for hour, *cells in timeline.table.rows:
        for event in (event for cell in cells for event in cited(cell)):
            assert numbers(hour)[0] == event.minute // 60


@in_both
def test_every_word_of_the_table_stands_by_all_events_of_its_kind_in_that_hour(
    language: Language,
) -> None:
    timeline, _ = figures(language)
    letters = [event.seq for event in LOG.values() if event.kind == "letter.sent"]
    (cell,) = [row[2] for row in timeline.table.rows if f"({letters[0]}" in row[2]]
    assert f"({', '.join(map(str, letters))})" in cell


@in_both
def test_every_level_on_the_ladder_is_the_level_of_the_event_beside_it(language: Language) -> None:
    _, ladder = figures(language)
    for _, level, _, event in ladder.table.rows:
        done = LOG[int(event)]
        assert isinstance(done, StepDone)
        assert numbers(level) == [done.level]
    steps = [done.function for done in LOG.values() if isinstance(done, StepDone)]
    assert len(ladder.table.rows) == len(set(steps))


def counted(rule: str, line: str, language: Language) -> tuple[int, ...]:
    """The figures of a statement, from the events its line names and the rule's own recount."""
    events, opening = cited(line), opening_of()
    if rule == "K2":
        ages = age_of_the_facts(events, opening)
        assert not [age for age, limit in ages if age > limit]
        return (len(ages),)
    if rule == "K1":
        followed, facts, seen, by_case = looked_before_it_was_binding(events, opening)
        parts = by_case.values() if len(by_case) > 1 else ()  # one alone is not named
        named = [n for part in parts if part[0] < part[1] for n in part]
        return (followed, facts, seen, *named)
    if rule == "I2":
        by_case = recounts.more_than_needed(events, opening)
        return len(by_case), sum(screen for screen, _ in by_case.values())
    if rule == "R4":
        return recounts.opted_out_of_the_digital(events)[:2]
    if rule == "T1":
        return counted_with_own(*recounts.reasons_one_can_follow(events, opening))
    if rule == "T2":
        return counted_with_own(*recounts.says_what_the_system_did(events, opening))
    if rule == "S1":
        n, t, *others = recounts.can_do_something_now(events, opening)
        standing = () if t == others[0] else (t,)
        return counted_with_own(n, *standing, *others)
    if rule == "S6":
        return recounts.acted_on_the_system(events, opening)
    if rule == "P1":
        log = DayLog(rehearsed().evidence.town, rehearsed().evidence.log)
        shown = (event for event in events if event.kind == "suggestion.shown")
        untrue = sum(rests_on_untrue(log, suggestion) for suggestion in shown)
        return (*recounts.departed_with_a_reason(events), untrue)
    return COUNTS[rule](events)


def counted_with_own(*counts: int) -> tuple[int, ...]:
    """Figures, the last of which stands in the sentence where there is any of it."""
    return counts if counts[-1] else counts[:-1]


COUNTS: dict[str, Callable[[list[Event]], tuple[int, ...]]] = {
    "I3": recounts.heard_while_it_could_matter,
    "R2": recounts.the_citizens_own_words,
}


@in_both
def test_every_number_in_a_statement_can_be_counted_from_the_events_in_its_line(
    language: Language,
) -> None:
    met = set()
    parts = [part for section in document_of(language).sections for part in section.parts]
    for part in parts:
        for one in part.blocks:
            if isinstance(one, Said):
                rule = part.title.split()[0]
                met.add(rule)
                told = of_some(numbers(one.text))
                assert told == of_some(counted(rule, one.cited, language)), one
    assert {"K1", "K2"} <= met


@in_both
def test_every_comparison_shows_what_the_event_beside_it_held_and_what_was_true(
    language: Language,
) -> None:
    names = {one.name.in_(language): id_ for id_, one in opening_of().landscape.systems.items()}
    rows = 0
    for table in blocks(document_of(language), Table):
        assert isinstance(table, Table)
        if table.head[3:4] != (teller(language)("export.truth.showed"),):
            continue
        for _, _, source, showed, reported, held, event in table.rows:
            rows += 1
            one = built_on(LOG[int(event)], names[source])
            assert isinstance(one.value, int)
            assert one.as_of is not None
            assert whole_kroner(showed) == one.value // 100
            assert whole_kroner(held) == true_income(one.subject)
            day = date.fromordinal(one.as_of // 1440)
            assert (numbers(reported)[0], numbers(reported)[-1]) == (day.day, day.year)
    assert rows >= 2


def built_on(event: Event, source: str) -> Seen:
    held = getattr(event, "basis", ()) or event.relied_on  # type: ignore[attr-defined]
    return next(one for one in held if one.source == source)


def whole_kroner(text: str) -> int:
    return int(re.sub(r"\D", "", text))


def true_income(subject: str) -> int:
    """The income of the month that was current on the day, read off the town's own spells."""
    today = opening_of().date
    spells = town_of().spells["income.monthly", subject]
    (value,) = [one.value for one in spells if one.begins <= today < (one.ends or today + 1)]
    assert isinstance(value, int)
    return value // 100


@in_both
def test_the_cause_names_the_last_night_before_the_copy_stopped(language: Language) -> None:
    (stop,) = opening_of().landscape.integrations[0].stops
    stopped = date.fromordinal(stop.begins // 1440)
    last = stopped - timedelta(days=1)
    (said,) = [
        one.text  # type: ignore[attr-defined]
        for one in blocks(document_of(language), Said)
        if not one.ticks and not one.own and "Overblik" in one.text  # type: ignore[attr-defined]
    ]
    assert numbers(said)[:1] == [stopped.day]
    assert numbers(said)[2:3] == [last.day]
