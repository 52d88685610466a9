"""What a line asks of how somebody has been met, looked at when they speak."""

import pytest

from simulator.casework.case_types import Answer
from simulator.casework.day import Day
from simulator.casework.people import citizen_line
from simulator.casework.speaking import MET_NAMES, Line
from simulator.core.values import changed
from tests.casework.small import AMINA, CASE, a_day
from tests.casework.test_lines import LINES

GRANTED, LESS, REFUSED, PENDING = "full", "part", "none", "waits"


def met(day: Day, condition: str, act: str = "word") -> bool:
    """Whether the party of the case says a line that asks for a way of having been met."""
    opening = changed(day.opening, lines=(Line("a", act, met=condition),))
    return citizen_line(changed(day, opening=opening), act, AMINA, CASE) == "a"


def with_contact(what: str) -> Day:
    day = a_day()
    return changed(day, contacts=day.contacts.put((AMINA, what), 1))


def written(outcome: str, **more: object) -> Day:
    """A day on which the case is decided and its letter sent."""
    day = a_day()
    kind = day.case_type(day.cases[CASE])
    full = kind.outcomes[0]
    ways = (
        changed(full, id=GRANTED, adverse=False, pays=""),
        changed(full, id=LESS, adverse=True, pays="income.monthly"),
        changed(full, id=PENDING, adverse=True, pays="", pending=True),
        changed(full, id=REFUSED, adverse=True, pays=""),
    )
    kinds = {**day.opening.case_types, kind.id: changed(kind, outcomes=ways)}
    letter: dict[str, object] = {"letter": 7, "decision": Answer(outcome), **more}
    case = changed(day.cases[CASE], **letter)
    opening = changed(day.opening, case_types=kinds)
    return changed(day, opening=opening, cases=day.cases.put(CASE, case))


@pytest.mark.parametrize(
    ("name", "contact"),
    [
        ("called", "called"),
        ("told", "told"),
        ("let_down", "let-down"),
        ("rang_out", "rang-out"),
        ("left", "left"),
        ("heard", "asked"),
    ],
)
def test_what_has_passed_with_them(name: str, contact: str) -> None:
    assert not met(a_day(), name)
    assert met(a_day(), f"not {name}")
    assert met(with_contact(contact), name)


@pytest.mark.parametrize("outcome", [GRANTED, LESS, REFUSED, PENDING])
def test_what_was_decided(outcome: str) -> None:
    day = written(outcome)
    assert met(day, "granted") == (outcome == GRANTED)
    assert met(day, "less") == (outcome == LESS)
    assert met(day, "refused") == (outcome == REFUSED)
    assert met(day, f'outcome == "{outcome}"')


def test_nobody_knows_of_a_decision_before_it_is_told() -> None:
    unsent = written(REFUSED, letter=None)
    assert not met(unsent, "refused")
    assert not met(unsent, "automatic or reasoned or reached")
    assert met(unsent, "refused", act="told.decision")


def test_how_the_letter_was_written_and_sent() -> None:
    template = (("rule", "template"), ("considerations", "own"), ("facts", "template"))
    assert met(written(LESS, composed=template), "reasoned")
    assert not met(written(LESS, composed=(("rule", "absent"),)), "reasoned")
    assert met(written(LESS, channel="letter"), 'reached and sent_by == "letter"')
    assert met(written(LESS, decided_by="automation"), "automatic")
    assert not met(written(LESS, decided_by="person"), "automatic")


def test_every_name_can_be_asked_for() -> None:
    for name, kind in MET_NAMES.items():
        met(a_day(), name if kind == "yes-no" else f'{name} == "x"')


@pytest.mark.parametrize(
    ("line", "outcomes"),
    [
        ("told-wary-wait", {"", PENDING}),
        ("told-wary-again", {"", LESS, REFUSED, PENDING}),
        ("told-glad-calm", {"", GRANTED, LESS, PENDING}),
        ("told-quick", {"", GRANTED, LESS, PENDING}),
        ("told-kind", {""}),
    ],
)
def test_a_reply_fits_what_they_know_to_be_decided(line: str, outcomes: set[str]) -> None:
    condition = LINES[line]["met"]
    ways = {way: written(way) if way else a_day() for way in ("", GRANTED, LESS, REFUSED, PENDING)}
    assert {way for way, day in ways.items() if met(day, condition, "told")} == outcomes
