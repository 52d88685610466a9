"""Where a shown value first parts from the truth; repairing just that would have helped."""

from dataclasses import replace

from simulator.landscape.observe import HandEntry
from simulator.landscape.parting import parting
from simulator.landscape.systems import Landscape
from tests.landscape.small import (
    AMINA,
    INCOME,
    TWO_MONTHS,
    at,
    copies,
    landscape,
    month,
    stopped_on,
    system,
    wages,
    world,
)


def cause(where: object, name: str, when: int) -> str | None:
    place = parting(where, name, INCOME, AMINA, when)  # type: ignore[arg-type]
    return place.cause if place else None


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


def test_a_value_that_never_came_names_the_arrow_that_did_not_bring_it() -> None:
    never = copies("eindkomst", "overblik", stops=stopped_on("2020-01-01"))
    where = replace(world(), landscape=landscape(never))
    assert cause(where, "overblik", at("09:42")) == "integration:eindkomst->overblik"


def test_a_system_nothing_feeds_names_itself() -> None:
    alone = Landscape({"arkiv": system("arkiv")}, ())
    where = replace(world(), landscape=alone, town=TWO_MONTHS)
    assert cause(where, "arkiv", at("09:42")) == "report:arkiv"
