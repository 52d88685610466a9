"""Putting the search for garbage off: inside a block only, whatever happens in it."""

import gc
import subprocess
import sys
import weakref
from collections.abc import Iterator

import pytest

from simulator.core import garbage
from simulator.core.garbage import uncollected

TWO_DAYS = """
import gc
from simulator.core.garbage import uncollected

class Ring:
    def __init__(self):
        self.me = self

with uncollected(settled=True):
    pass
print(gc.get_freeze_count() > 0, gc.isenabled())
before = gc.get_freeze_count()
Ring()
with uncollected(settled=True):
    pass
print(gc.get_freeze_count() == before, gc.collect() > 0)
"""


class Ring:
    """A value that holds itself, which only a search lets go of."""

    def __init__(self) -> None:
        self.me = self


@pytest.fixture(autouse=True)
def searching(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    assert gc.isenabled()
    gc.unfreeze()  # another test's program may have been at its desk in this process
    monkeypatch.setattr(garbage, "left_out", False)
    yield
    gc.enable()


def test_inside_nobody_searches_and_after_it_somebody_does() -> None:
    with uncollected():
        assert not gc.isenabled()
    assert gc.isenabled()


def test_what_a_block_makes_is_old_after_it_and_is_not_searched_for_being_new() -> None:
    with uncollected():
        made = [[n] for n in range(5_000)]
    assert len(gc.get_objects(generation=0)) < len(made)
    assert gc.get_freeze_count() == 0


def test_where_a_desk_has_been_left_out_a_block_leaves_it_so() -> None:
    with uncollected(settled=True):
        pass
    before = gc.get_freeze_count()
    assert before
    with uncollected():
        pass
    assert gc.get_freeze_count() == before


def test_a_ring_left_in_a_block_is_found_by_the_next_search_of_everything() -> None:
    with uncollected():
        left = weakref.ref(ring := Ring())
        del ring
        assert left() is not None
    gc.collect()
    assert left() is None


def test_after_an_error_somebody_searches_again_and_nothing_is_left_out() -> None:
    before = gc.get_freeze_count()
    with pytest.raises(ZeroDivisionError), uncollected(settled=True):
        raise ZeroDivisionError
    assert gc.isenabled()
    assert gc.get_freeze_count() == before


def test_a_block_within_another_leaves_all_to_the_outer_one() -> None:
    before = gc.get_freeze_count()
    with uncollected():
        with uncollected(settled=True):
            pass
        assert not gc.isenabled()
        assert gc.get_freeze_count() == before
    assert gc.isenabled()


def test_who_has_switched_the_search_off_keeps_it_off() -> None:
    gc.disable()
    with uncollected():
        pass
    assert not gc.isenabled()


@pytest.mark.slow
def test_what_a_second_day_lets_go_of_is_still_found() -> None:
    run = subprocess.run(
        [sys.executable, "-c", TWO_DAYS], capture_output=True, text=True, check=True
    )
    assert run.stdout.split() == ["True"] * 4
