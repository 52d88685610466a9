from hypothesis import given
from hypothesis import strategies as some

from simulator.core.maps import FrozenMap


def test_what_is_put_into_a_map_leaves_the_map_as_it_was() -> None:
    before = FrozenMap({"a": 1})
    after = before.put("b", 2)
    assert dict(before) == {"a": 1}
    assert dict(after) == {"a": 1, "b": 2}


def test_a_value_put_again_keeps_its_place() -> None:
    assert list(FrozenMap({"a": 1, "b": 2}).put("a", 3).items()) == [("a", 3), ("b", 2)]


def test_two_days_that_go_on_from_one_map_do_not_see_each_other() -> None:
    morning = FrozenMap[str, int]().put("a", 1)
    noon, evening = morning.put("b", 2), morning.put("b", 3)
    assert (noon["b"], evening["b"], morning.get("b")) == (2, 3, None)


@given(some.lists(some.tuples(some.integers(0, 30), some.integers())))
def test_a_map_says_what_a_dict_would_in_the_same_order(puts: list[tuple[int, int]]) -> None:
    frozen, plain = FrozenMap[int, int](), dict[int, int]()
    for key, value in puts:
        older = frozen, dict(plain)
        frozen = frozen.put(key, value)
        plain[key] = value
        assert older[0] == older[1]
    assert list(frozen.items()) == list(plain.items())
    assert list(zip(frozen, frozen.values(), strict=True)) == list(plain.items())
    assert (len(frozen), frozen) == (len(plain), FrozenMap(plain))
    assert [frozen.get(key, None) for key in range(31)] == [plain.get(key) for key in range(31)]
    assert [key in frozen for key in range(31)] == [key in plain for key in range(31)]
