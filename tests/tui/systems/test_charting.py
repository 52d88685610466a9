import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from simulator.tui.systems.charting import Arrow, Node, chart, lanes, order

CPR, INCOME, OVERVIEW = (
    Node("CPR", "CPR", "a"),
    Node("eIndkomst", "eIndkomst", "b"),
    Node("Overblik", "Overblik", "c"),
)
ARROWS = (
    Arrow(1, "CPR", "eIndkomst"),
    Arrow(2, "CPR", "Overblik"),
    Arrow(3, "eIndkomst", "Overblik"),
)

MAP = """\
╭───────────╮
│ CPR       │
│ a         ├────┬───╮
╰───────────╯    1   │
╭───────────╮    │   │
│ eIndkomst │◀───╯   2
│ b         ├────╮   │
╰───────────╯    3   │
╭───────────╮    │   │
│ Overblik  │◀───┴───╯
│ c         │
╰───────────╯"""


def test_the_map_shows_who_feeds_whom():
    assert "\n".join(chart((OVERVIEW, CPR, INCOME), ARROWS, 40)) == MAP


def test_a_lit_arrow_is_drawn_in_heavy_lines_and_only_that_one():
    drawn = "\n".join(chart((CPR, INCOME, OVERVIEW), ARROWS, 40, lit=(3,)))
    assert "│ b         ├━━━━┓   │" in drawn
    assert "│ Overblik  │◀━━━┻───╯" in drawn
    assert "│ a         ├────┬───╮" in drawn


def test_an_arrow_that_is_pointed_at_is_drawn_double_over_one_that_is_lit_up():
    drawn = "\n".join(chart((CPR, INCOME, OVERVIEW), ARROWS, 40, lit=(3,), pointed=3))
    assert "│ Overblik  │◀═══╩───╯" in drawn
    assert "┓" not in drawn


def test_each_system_stands_below_those_it_copies_from():
    assert order((OVERVIEW, INCOME, CPR), ARROWS) == (CPR, INCOME, OVERVIEW)


def test_the_map_of_systems_that_copy_nothing_is_only_boxes():
    drawn = chart((CPR, OVERVIEW), (), 40)
    assert not any(sign in line for line in drawn for sign in "◀├┬")


def test_a_long_name_is_cut_so_that_the_arrows_stay():
    drawn = chart((Node("C", "C" * 200, "a"), OVERVIEW), (Arrow(1, "C", "Overblik"),), 40)
    assert max(map(len, drawn)) <= 40
    assert any("…" in line for line in drawn)
    assert sum(line.count("◀") for line in drawn) == 1


@st.composite
def landscapes(draw: st.DrawFn) -> tuple[tuple[Node, ...], tuple[Arrow, ...]]:
    count = draw(st.integers(2, 9))
    nodes = tuple(Node(f"S{number}", f"S{number}", "owner") for number in range(count))
    pairs = [(a, b) for a in range(count) for b in range(a + 1, count)]
    chosen = draw(st.lists(st.sampled_from(pairs), unique=True, max_size=8))
    return nodes, tuple(Arrow(n, f"S{a}", f"S{b}") for n, (a, b) in enumerate(chosen, 1))


@given(landscapes())
def test_two_arrows_never_share_a_lane_at_the_same_height(
    landscape: tuple[tuple[Node, ...], tuple[Arrow, ...]],
):
    nodes, arrows = landscape
    rows = {node.name: 4 * number for number, node in enumerate(order(nodes, arrows))}
    found = lanes(rows, arrows)
    assert set(found) == set(arrows)
    spans = [(found[a], rows[a.source] + 2, rows[a.target] + 1) for a in arrows]
    for lane, top, bottom in spans:
        assert sum(x == lane and a <= bottom and b >= top for x, a, b in spans) == 1


@given(landscapes(), st.integers(60, 160))
def test_every_arrow_is_named_on_the_map_and_the_map_fits(
    landscape: tuple[tuple[Node, ...], tuple[Arrow, ...]], width: int
):
    nodes, arrows = landscape
    drawn = chart(nodes, arrows, width)
    assert max(map(len, drawn)) <= width
    beside = " ".join(line[drawn[0].index("╮") + 1 :] for line in drawn)
    assert sorted(re.findall(r"\d", beside)) == sorted(str(arrow.number) for arrow in arrows)


@pytest.mark.parametrize("width", [1, 10, 20])
def test_a_map_without_room_is_drawn_all_the_same(width: int):
    assert len(chart((CPR, INCOME, OVERVIEW), ARROWS, width)) == 12
