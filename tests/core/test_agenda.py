from dataclasses import dataclass

from hypothesis import given
from hypothesis import strategies as some

from simulator.core.agenda import Agenda, Due, Plan

MANY = 1_000


@dataclass(frozen=True)
class Ring(Plan):
    """Somebody rings."""

    who: str


@dataclass(frozen=True)
class Urgent(Ring):
    """Somebody rings, and comes before the others of that minute."""

    priority = 1


@dataclass(frozen=True)
class Reply(Plan):
    """Somebody answers."""

    who: str


def due(minute: int, sequence: int = 0, what: type[Plan] = Ring, who: str = "") -> Due[Plan]:
    return Due(minute, sequence, what(who or f"{minute}"))  # type: ignore[call-arg] # each has a who


def name(item: Due[Plan]) -> str:
    assert isinstance(item.plan, Ring | Reply)
    return item.plan.who


def test_things_due_come_by_minute_then_priority_then_sequence() -> None:
    late, urgent, first, second = due(600, 1), due(590, 9, Urgent), due(590, 2), due(590, 3)
    agenda = Agenda().add(second).add(late).add(first).add(urgent)
    assert list(agenda) == [urgent, first, second, late]
    assert agenda == Agenda([second, late, first, urgent])


def test_of_things_with_one_minute_priority_and_sequence_the_one_added_first_comes_first() -> None:
    agenda = Agenda()
    for n in range(MANY):
        agenda = agenda.add(due(590, 2, who=f"{n}"))
    assert [name(item) for item in agenda] == [str(n) for n in range(MANY)]
    assert [name(item) for item in agenda.without(Ring, "700")][699:702] == [
        "699",
        "701",
        "702",
    ]


def test_what_is_taken_off_the_agenda_leaves_the_rest() -> None:
    agenda = Agenda([due(1), due(2), due(2, 1, Reply)])
    assert [type(item.plan) for item in agenda.without(Ring, "2")] == [Ring, Reply]
    assert len(agenda) == 3


def test_what_is_not_on_an_agenda_can_be_taken_off_it() -> None:
    agenda = Agenda([due(1)])
    assert agenda.without(Ring, "2") is agenda
    assert agenda.without_first(Ring, "2") is agenda


def test_a_plan_is_taken_off_whenever_it_is_due_and_others_stay() -> None:
    agenda = Agenda([due(500, who="Amina"), due(500, who="Bo"), due(600, who="Amina")])
    assert [name(item) for item in agenda.without_plan(Ring("Amina"))] == ["Bo"]
    assert agenda.without_plan(Reply("Amina")) is agenda


def test_only_what_is_due_until_a_minute_is_taken_off() -> None:
    agenda = Agenda(due(minute, who="Amina") for minute in (500, 600, 700))
    assert [item.minute for item in agenda.without(Ring, "Amina", until=600)] == [700]
    assert [item.minute for item in agenda.without_first(Ring, "Amina")] == [600, 700]


def test_an_agenda_holds_what_is_due_to_just_that_subject() -> None:
    agenda = Agenda([due(1), due(2, 1, Reply)])
    due_to = [(what, one) for what in (Ring, Reply) for one in "12" if agenda.holds(what, one)]
    assert due_to == [(Ring, "1"), (Reply, "2")]
    assert not agenda.without(Ring, "1").holds(Ring, "1")


def test_an_empty_agenda_has_nothing_first() -> None:
    assert Agenda().first is None
    assert Agenda([due(1)]).without(Ring, "1") == Agenda()


@given(some.lists(some.tuples(some.sampled_from("abcdefgh"), some.integers(0, 5), some.booleans())))
def test_an_agenda_holds_what_a_sorted_list_would(changes: list[tuple[str, int, bool]]) -> None:
    agenda, plain = Agenda(), list[Due[Plan]]()
    for who, minute, comes in changes * 20:
        if comes:
            item = due(minute, who=who)
            agenda, plain = agenda.add(item), sorted([*plain, item], key=lambda other: other.minute)
        else:
            agenda = agenda.without(Ring, who)
            plain = [item for item in plain if name(item) != who]
    assert list(agenda) == plain
    assert agenda.first == next(iter(plain), None)
    assert agenda == Agenda(plain)
