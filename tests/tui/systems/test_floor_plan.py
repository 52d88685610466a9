import pytest

from simulator.tui.systems.floor_plan import ACROSS, MOST, lot, plan


@pytest.mark.parametrize("rooms", range(1, MOST + 1))
@pytest.mark.parametrize("area", [9, 60, 131, 900])
def test_a_plan_is_as_wide_all_the_way_and_has_every_room(rooms: int, area: int):
    drawn = plan(rooms, area)
    assert len({len(line) for line in drawn}) == 1
    read = " ".join("".join(one if one.isdigit() else " " for one in "\n".join(drawn)).split())
    assert read.split() == [str(number) for number in range(1, rooms + 1)]


def test_more_floor_is_a_wider_drawing_within_its_bounds():
    widths = [len(plan(2, area)[0]) - 2 for area in (10, 80, 100, 1000)]
    assert widths == sorted(widths)
    assert (widths[0], widths[-1]) == ACROSS


def test_a_palace_is_drawn_with_as_many_rooms_as_there_is_room_for():
    assert plan(40, 900) == plan(MOST, 900)


def test_a_place_without_a_unit_is_an_empty_lot():
    assert not any(one.isalnum() for line in lot() for one in line)
