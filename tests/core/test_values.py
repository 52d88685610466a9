from dataclasses import dataclass

from simulator.core.values import changed


@dataclass(frozen=True)
class Entry:
    value: int
    where: str = "here"


def test_a_changed_value_differs_in_the_named_fields_only():
    before = Entry(1)
    assert changed(before, where="there") == Entry(1, "there")
    assert before == Entry(1)


def test_a_field_may_have_any_name():
    assert changed(Entry(1), value=2) == Entry(2)
