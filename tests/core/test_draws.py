from hypothesis import given
from hypothesis import strategies as st

from simulator.core.draws import between, draw, pick, weighted

IDS = st.text(max_size=12)


@given(st.integers(), IDS, IDS)
def test_a_draw_lies_from_zero_up_to_one_and_is_always_the_same(
    seed: int, purpose: str, who: str
) -> None:
    assert 0 <= draw(seed, purpose, who) < 1
    assert draw(seed, purpose, who) == draw(seed, purpose, who)


def test_a_draw_is_pinned_so_that_old_days_stay_what_they_were() -> None:
    assert draw(42, "ring.letter", "amina", "S-101") == 0.31028526195696327


def test_purpose_and_person_each_have_a_draw_of_their_own() -> None:
    draws = {draw(42, purpose, who) for purpose in "abc" for who in ("x", "y", "xy")}
    assert len(draws) == 9


def test_ids_do_not_run_together() -> None:
    assert draw(1, "a", "b", "c") != draw(1, "a", "bc")


@given(st.integers(), st.integers(-50, 50), st.integers(0, 50))
def test_a_number_between_two_is_between_them(seed: int, low: int, span: int) -> None:
    assert low <= between(low, low + span, seed, "n") <= low + span


def test_weights_are_kept_over_many_draws() -> None:
    drawn = [weighted([("rare", 1), ("usual", 9)], 7, "w", n) for n in range(2000)]
    assert 140 < drawn.count("rare") < 260


@given(st.lists(st.integers(), min_size=1), st.integers())
def test_a_pick_is_one_of_the_options(options: list[int], seed: int) -> None:
    assert pick(options, seed, "p") in options
