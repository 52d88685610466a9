"""On the telephone: what is told and promised is said whole, and answered, never twice alike."""

import pytest

from simulator.casework.actions.promising import Promise
from simulator.casework.actions.telephone import Call, Tell
from simulator.casework.commands import Command
from simulator.casework.day import Day
from simulator.casework.families import decide
from simulator.casework.speaking import Line
from simulator.casework.telling import tell
from simulator.core.texts import Language
from simulator.core.values import changed
from simulator.scenario.words import teller
from tests.casework.small import AMINA, CASE, a_day, a_town, after, citizen, text

LINES = (
    Line("answer.1", "answer"),
    *(Line(f"told.{n}", "told") for n in range(3)),
    Line("promised.warm", "promised", trust=(45, 100)),
    Line("promised.wary", "promised", trust=(0, 44)),
)
TEXTS = {one.id: text(one.id) for one in LINES}


def a_call(trust: int = 50, lines: tuple[Line, ...] = LINES) -> Day:
    town = a_town(citizen(AMINA, trust=trust))
    return after(a_day(town=town, lines=lines, texts=TEXTS), Call(CASE))


def said(day: Day, command: Command, language: Language = "da") -> str:
    (event, *_) = decide(day, command)
    phrase = tell(day, event)
    assert phrase
    return teller(language)(phrase)


def spoken(day: Day, command: Command) -> str:
    (event, *_) = decide(day, command)
    return str(event.line)  # type: ignore[attr-defined]


def test_what_is_told_is_a_sentence_and_so_is_its_answer() -> None:
    day = a_call(lines=(Line("told.0", "told"),))
    assert (
        said(day, Tell("status"))
        == "Du fortæller Amina Holst, hvor sagen står. Amina Holst: «told.0»"
    )
    assert (
        said(day, Tell("next"), "en")
        == "You tell Amina Holst what happens next. Amina Holst: “told.0”"
    )


def test_nothing_is_quoted_of_one_who_says_nothing() -> None:
    day = a_call(lines=())
    assert said(day, Tell("status")) == "Du fortæller Amina Holst, hvor sagen står."
    assert said(day, Promise("letter")) == "Du lover Amina Holst at sende svar i dag."


@pytest.mark.parametrize("seed", range(12))
def test_two_topics_of_one_call_are_not_answered_alike(seed: int) -> None:
    day = changed(a_call(), opening=changed(a_call().opening, seed=seed))
    first = spoken(day, Tell("status"))
    assert spoken(after(day, Tell("status")), Tell("next")) != first


def test_a_line_for_the_topic_goes_before_one_for_any() -> None:
    day = a_call(lines=(Line("told.any", "told"), Line("told.next.own", "told.next")))
    assert spoken(day, Tell("status")) == "told.any"
    assert spoken(day, Tell("next")) == "told.next.own"


def test_a_promise_is_answered_by_how_far_one_is_trusted() -> None:
    assert spoken(a_call(trust=80), Promise("letter")) == "promised.warm"
    assert spoken(a_call(trust=20), Promise("letter")) == "promised.wary"
    assert (
        said(a_call(trust=80), Promise("ring-back"), "en")
        == "You promise Amina Holst to ring back today. Amina Holst: “promised.warm”"
    )
