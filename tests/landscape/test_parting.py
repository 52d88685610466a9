"""Where a shown value first parts from the truth; mending just that would have helped."""

from dataclasses import replace

from simulator.core.causes import thing
from simulator.core.facts import Value
from simulator.landscape.observations import Shown
from simulator.landscape.observe import HandEntry, World, held
from simulator.landscape.parting import mended
from simulator.landscape.systems import Landscape, Outage
from tests.landscape.small import (
    AMINA,
    INCOME,
    TWO_MONTHS,
    at,
    cause,
    causes,
    copies,
    landscape,
    month,
    stopped_on,
    system,
    wages,
    world,
)


def test_what_holds_has_no_parting() -> None:
    assert cause(world(), "eindkomst", at("09:42")) is None


def test_the_stopped_integration_is_named_even_two_hops_away() -> None:
    assert cause(world(), "ydelse", at("09:42")) == "integration:eindkomst->overblik"


def test_the_cause_named_is_the_one_whose_repair_helps() -> None:
    healthy = world(copies("eindkomst", "overblik"), copies("overblik", "ydelse", "02:30"))
    assert cause(healthy, "ydelse", at("09:42")) is None


def test_a_change_that_nobody_has_reported_yet_is_the_worlds_own_delay() -> None:
    late = replace(
        world(),
        town=wages(
            month(24_310, "2026-01-01", "2026-02-01", "2026-01-30"),
            month(18_200, "2026-02-01", "2026-03-01", "2026-02-27"),
        ),
    )
    assert cause(late, "eindkomst", at("09:42")) == "report:eindkomst"


def test_a_wrong_value_typed_in_names_the_hand() -> None:
    wrong = {("eindkomst", INCOME, AMINA): (HandEntry(at("09:00"), 100),)}
    assert cause(replace(world(), hands=wrong), "eindkomst", at("09:42")) == "hand:eindkomst"


def test_what_was_typed_upstream_since_the_copy_left_is_named_before_the_copy() -> None:
    """The copy is old; had it come, it would have brought what was typed in meanwhile."""
    typed = {("eindkomst", INCOME, AMINA): (HandEntry(at("09:00"), 100),)}
    assert cause(replace(world(), hands=typed), "overblik", at("09:42")) == "hand:eindkomst"


def test_a_value_that_never_came_names_the_arrow_that_did_not_bring_it() -> None:
    never = copies("eindkomst", "overblik", stops=stopped_on("2020-01-01"))
    where = replace(world(), landscape=landscape(never))
    assert cause(where, "overblik", at("09:42")) == "integration:eindkomst->overblik"


def test_a_system_nothing_feeds_names_itself() -> None:
    alone = Landscape({"arkiv": system("arkiv")}, ())
    where = replace(world(), landscape=alone, town=TWO_MONTHS)
    assert cause(where, "arkiv", at("09:42")) == "report:arkiv"


def test_an_upstream_that_was_down_at_the_run_is_named_before_the_integration() -> None:
    night = Outage("eindkomst", at("01:00"), at("03:00"))
    evening = month(18_200, "2026-01-01", "2026-02-01", "2026-02-01")
    december = month(24_310, "2025-12-01", "2026-01-01", "2025-12-30")
    where = replace(
        world(copies("eindkomst", "overblik"), outages=(night,)), town=wages(december, evening)
    )
    both = ("outage:eindkomst", "integration:eindkomst->overblik")
    assert causes(where, "overblik", at("09:42"), "2026-01-31") == both
    up = mended(where, [thing("outage", "eindkomst")], [AMINA], lambda _: True)
    assert shown(up, "overblik") == 18_200_00


def shown(where: World, name: str, when: int = at("09:42")) -> Value | None:
    found = held(where, where.landscape.systems[name], INCOME, AMINA, when)
    return found.value if isinstance(found, Shown) else None


def test_mended_an_integration_brings_all_at_once() -> None:
    whole = mended(world(), [thing("integration", "eindkomst->overblik")], [AMINA], lambda _: True)
    assert shown(whole, "overblik") == 18_200_00
    assert shown(whole, "ydelse") == 18_200_00
    assert shown(world(), "ydelse") == 24_310_00


def test_mended_a_report_comes_when_the_month_has_ended_and_no_sooner() -> None:
    late = wages(
        month(24_310, "2025-12-01", "2026-01-01", "2025-12-30"),
        month(18_200, "2026-01-01", "2026-02-01", "2026-02-20"),
    )
    where = replace(world(), town=late)
    assert shown(where, "eindkomst") == 24_310_00
    told = mended(where, [thing("report", "eindkomst")], [AMINA], lambda _: True)
    assert shown(told, "eindkomst") == 18_200_00
    assert shown(told, "eindkomst", at("09:42", "2026-01-31")) == 24_310_00


def test_mended_a_hand_never_typed_anything_about_them() -> None:
    typed = replace(world(), hands={("ydelse", INCOME, AMINA): (HandEntry(at("09:00"), 100),)})
    assert shown(typed, "ydelse") == 100
    assert shown(mended(typed, [thing("hand", "ydelse")], [AMINA], bool), "ydelse") == 24_310_00
    assert shown(mended(typed, [thing("hand", "ydelse")], ["bo"], bool), "ydelse") == 100


def test_other_kinds_of_cause_leave_the_world_as_it_is() -> None:
    where = world()
    assert mended(where, [thing("scale", "x"), thing("unseen", "bbr")], [AMINA], bool) is where
