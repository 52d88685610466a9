from hypothesis import given
from hypothesis import strategies as some

from simulator.core.agenda import Agenda, Due

MANY = 1_000


def due(
    minute: int, priority: int = 0, sequence: int = 0, what: str = "ring", who: str = ""
) -> Due:
    return Due(minute, priority, sequence, what, who or f"{minute}")


def test_things_due_come_by_minute_then_priority_then_sequence() -> None:
    late, urgent, first, second = due(600, 0, 1), due(590, 1, 9), due(590, 5, 2), due(590, 5, 3)
    agenda = Agenda().add(second).add(late).add(first).add(urgent)
    assert list(agenda) == [urgent, first, second, late]
    assert agenda == Agenda([second, late, first, urgent])


def test_of_things_with_one_minute_priority_and_sequence_the_one_added_first_comes_first() -> None:
    agenda = Agenda()
    for n in range(MANY):
        agenda = agenda.add(due(590, 5, 2, who=f"{n}"))
    assert [item.subject for item in agenda] == [str(n) for n in range(MANY)]
    assert [item.subject for item in agenda.without("ring", "700")][699:702] == [
        "699",
        "701",
        "702",
    ]


def test_what_is_taken_off_the_agenda_leaves_the_rest() -> None:
    agenda = Agenda([due(1), due(2), due(2, 0, 1, "reply")])
    assert [item.what for item in agenda.without("ring", "2")] == ["ring", "reply"]
    assert len(agenda) == 3


def test_what_is_not_on_an_agenda_can_be_taken_off_it() -> None:
    agenda = Agenda([due(1)])
    assert agenda.without("ring", "2") is agenda
    assert agenda.without_first("ring", "2") is agenda


def test_only_what_is_due_until_a_minute_is_taken_off() -> None:
    agenda = Agenda(due(minute, who="Amina") for minute in (500, 600, 700))
    assert [item.minute for item in agenda.without("ring", "Amina", until=600)] == [700]
    assert [item.minute for item in agenda.without_first("ring", "Amina")] == [600, 700]


def test_an_agenda_holds_what_is_due_to_just_that_subject() -> None:
    agenda = Agenda([due(1), due(2, 0, 1, "reply")])
    due_to = [(what, who) for what in ("ring", "reply") for who in "12" if agenda.holds(what, who)]
    assert due_to == [("ring", "1"), ("reply", "2")]
    assert not agenda.without("ring", "1").holds("ring", "1")


def test_an_empty_agenda_has_nothing_first() -> None:
    assert Agenda().first is None
    assert Agenda([due(1)]).without("ring", "1") == Agenda()


@given(some.lists(some.tuples(some.sampled_from("abcdefgh"), some.integers(0, 5), some.booleans())))
def test_an_agenda_holds_what_a_sorted_list_would(changes: list[tuple[str, int, bool]]) -> None:
    agenda, plain = Agenda(), list[Due]()
    for who, minute, comes in changes * 20:
        if comes:
            item = due(minute, who=who)
            agenda, plain = agenda.add(item), sorted([*plain, item], key=lambda other: other.minute)
        else:
            agenda = agenda.without("ring", who)
            plain = [item for item in plain if item.subject != who]
    assert list(agenda) == plain
    assert agenda.first == next(iter(plain), None)
    assert agenda == Agenda(plain)
