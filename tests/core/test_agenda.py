from simulator.core.agenda import Due, add, holds, without


def due(minute: int, priority: int, sequence: int, what: str = "ring") -> Due:
    return Due(minute, priority, sequence, what, f"{minute}")


def test_things_due_come_by_minute_then_priority_then_sequence() -> None:
    late, urgent, first, second = due(600, 0, 1), due(590, 1, 9), due(590, 5, 2), due(590, 5, 3)
    assert add((), second, late, first, urgent) == (urgent, first, second, late)


def test_what_is_taken_off_the_agenda_leaves_the_rest() -> None:
    agenda = add((), due(1, 0, 0), due(2, 0, 0), due(2, 0, 1, "reply"))
    assert [item.what for item in without(agenda, "ring", "2")] == ["ring", "reply"]


def test_an_agenda_holds_what_is_due_to_just_that_subject() -> None:
    agenda = add((), due(1, 0, 0), due(2, 0, 1, "reply"))
    due_to = [(what, who) for what in ("ring", "reply") for who in "12" if holds(agenda, what, who)]
    assert due_to == [("ring", "1"), ("reply", "2")]
