"""Events as text and back: nothing is lost, equal events are equal bytes, nothing can hide."""

import json
from typing import get_type_hints

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from simulator.casework.actions.day import TimePassed
from simulator.casework.actions.inbox import CaseOpened
from simulator.casework.actions.looking.pages import RecordOpened
from simulator.casework.case_types import Answer
from simulator.casework.events import BY_KIND, DayOpened, Event
from simulator.casework.families import fold
from simulator.casework.habits import HABITS
from simulator.casework.opening import Opening
from simulator.casework.sights import Seen
from simulator.core.untrusted import clean
from simulator.core.values import changed
from simulator.scenario.places import days
from simulator.store.codec import decode, encode
from simulator.store.problems import EventRefused
from tests.casework.small import a_town, an_opening
from tests.casework.test_replay import TOWN, played
from tests.rehearsal.ways import worked
from tests.store.days import a_long_opening, a_script, the_log

slow = settings(deadline=None, suppress_health_check=list(HealthCheck))


@pytest.mark.parametrize("kind", sorted(BY_KIND.keys() - {"day.opened"}))
@given(data=st.data())
@settings(slow, max_examples=15)
def test_every_kind_of_event_comes_back_as_it_was(kind: str, data: st.DataObject) -> None:
    event = data.draw(st.builds(BY_KIND[kind]))
    again = decode(kind, encode(event))
    assert again == event
    assert encode(again) == encode(event)


@pytest.mark.parametrize("part", sorted(get_type_hints(Opening)))
@given(data=st.data())
@settings(slow, max_examples=5)
def test_an_opening_comes_back_whatever_it_holds(part: str, data: st.DataObject) -> None:
    found = data.draw(st.from_type(get_type_hints(Opening)[part]))
    event = DayOpened(seq=0, minute=480, opening=changed(an_opening(), **{part: found}))
    again = decode(event.kind, encode(event))
    assert again == event
    assert encode(again) == encode(event)


def test_a_whole_day_comes_back_as_it_was_from_a_foreign_file_too() -> None:
    opening, town = a_long_opening(), a_town()
    events = the_log(opening, town, a_script(opening, town))
    assert len(events) > 100
    for event in events:
        assert decode(event.kind, encode(event), foreign=True) == event


def test_the_order_of_a_mapping_is_kept_for_it_is_the_order_on_the_screen() -> None:
    opening = an_opening()
    assert list(opening.landscape.systems) == ["eindkomst", "overblik"]
    turned = dict(reversed(opening.landscape.systems.items()))
    landscape = type(opening.landscape)(turned, opening.landscape.integrations)
    event = DayOpened(seq=0, minute=480, opening=an_opening(landscape=landscape))
    again = decode(event.kind, encode(event))
    assert isinstance(again, DayOpened)
    assert list(again.opening.landscape.systems) == ["overblik", "eindkomst"]


def test_what_is_as_usual_is_not_written() -> None:
    assert encode(CaseOpened(seq=7, minute=483, case="S-101")) == (
        '{"seq":7,"minute":483,"case":"S-101"}'
    )


def test_words_are_written_as_they_are_read() -> None:
    event = RecordOpened(
        seq=1,
        minute=480,
        system="cpr",
        page="borger",
        subject="åse",
        fields=(Seen("home", "åse", "cpr", "shown", "Ærøvej 3"),),
    )
    assert "Ærøvej 3" in encode(event)
    assert decode(event.kind, encode(event), foreign=True) == event


@given(st.data())
@settings(slow, max_examples=40)
def test_a_day_by_chance_is_the_same_day_after_it_was_written_and_read(data: st.DataObject) -> None:
    day, events = played(data.draw, data.draw(st.integers(1, 25)))
    assert fold((decode(one.kind, encode(one)) for one in events), TOWN) == day


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        ("case.eaten", "{}"),
        ("", "{}"),
        ("__class__", "{}"),
        ("time.passed", ""),
        ("time.passed", "null"),
        ("time.passed", "[]"),
        ("time.passed", "{"),
        ("time.passed", '{"seq":1}'),
        ("time.passed", '{"seq":"1","minute":480}'),
        ("time.passed", '{"seq":1.0,"minute":480}'),
        ("time.passed", '{"seq":true,"minute":480}'),
        ("time.passed", '{"seq":1,"minute":480,"because":"S-101"}'),
        ("time.passed", '{"seq":1,"minute":480,"question":["a","b","c"]}'),
        ("decision.made", '{"seq":1,"minute":480,"function":"weigh","relied_on":[]}'),
        pytest.param("time.passed", "[" * 100_000, id="very deep"),
        pytest.param("time.passed", '{"seq":' + "9" * 5_000 + ',"minute":480}', id="very large"),
    ],
)
def test_text_that_is_no_event_is_refused(kind: str, text: str) -> None:
    with pytest.raises(EventRefused):
        decode(kind, text)


def test_deep_nesting_is_refused_wherever_it_stands() -> None:
    deep = '{"seq":1,"minute":480,"because":' + "[" * 50_000 + "]" * 50_000 + "}"
    with pytest.raises(EventRefused):
        decode("time.passed", deep, foreign=True)


@pytest.mark.parametrize(
    "text",
    [
        '{"minute":480,"seq":1}',
        '{"seq":1, "minute":480}',
        '{"seq":1,"minute":480,"minutes":0}',
        '{"seq":1,"minute":480,"note":"hidden"}',
        '{"seq":1,"seq":1,"minute":480}',
        '{"seq":1,"minute":480,"case":"\\u0053-101"}',
    ],
)
def test_foreign_text_must_be_written_as_we_write_it(text: str) -> None:
    with pytest.raises(EventRefused):
        decode("time.passed", text, foreign=True)
    known = '{"seq":1,"minute":480}'
    assert decode("time.passed", known, foreign=True) == TimePassed(seq=1, minute=480)


@pytest.mark.parametrize("hidden", ["\x1b[31mrød", "\u202egnæl", "in\u200bvisible", "\x07", "a\tb"])
def test_unprintable_text_in_a_foreign_event_is_refused(hidden: str) -> None:
    event = TimePassed(seq=1, minute=480, case=hidden)
    assert decode(event.kind, encode(event)) == event
    with pytest.raises(EventRefused):
        decode(event.kind, encode(event), foreign=True)


def test_unprintable_text_is_found_in_keys_as_well() -> None:
    opening = an_opening(prices={"wa\u202eit": 1})
    with pytest.raises(EventRefused):
        decode("day.opened", encode(DayOpened(seq=0, minute=480, opening=opening)), foreign=True)


@given(st.text(), st.text())
@slow
def test_any_text_is_read_or_refused_and_nothing_else(kind: str, text: str) -> None:
    for name in (kind, "time.passed"):
        with pytest.raises(EventRefused):
            decode(name, text, foreign=True)


def a_seen() -> st.SearchStrategy[Seen]:
    return st.builds(Seen, path=st.text().map(clean), value=st.integers() | st.booleans())


@given(a_seen(), st.builds(Answer, outcome=st.text().map(clean)))
@slow
def test_truth_and_number_are_not_mixed_up(seen: Seen, answer: Answer) -> None:
    event: Event = BY_KIND["citizen.asked"](
        seq=1, minute=480, citizen="a", path="p", certainty="sure", field=seen
    )
    again = decode(event.kind, encode(event))
    assert type(again.field.value) is type(seen.value)  # type: ignore[attr-defined]
    assert json.loads(encode(event))["field"]["value"] == seen.value


@pytest.mark.parametrize("habit", HABITS)
@pytest.mark.parametrize("day", days())
def test_every_event_of_a_shipped_day_comes_back_as_it_was(day: str, habit: str) -> None:
    for event in worked(day, habit).events[1:]:
        assert decode(event.kind, encode(event), foreign=True) == event


@given(st.data())
@settings(max_examples=60, deadline=None)
def test_whatever_is_done_its_events_come_back_as_they_were(data: st.DataObject) -> None:
    _, events = played(data.draw, data.draw(st.integers(1, 45)))
    for event in events[1:]:
        assert decode(event.kind, encode(event)) == event
