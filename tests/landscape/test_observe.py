"""The five rules of ``observe``, each as an example."""

from dataclasses import replace

import pytest

from simulator.landscape.integrations import Carry, Stop
from simulator.landscape.observations import DOWN, HIDDEN, MISSING, Observation, Shown
from simulator.landscape.observe import HandEntry, World, observe
from simulator.landscape.systems import Landscape, Outage
from simulator.town.spells import Spell
from tests.landscape.small import (
    AMINA,
    INCOME,
    TWO_MONTHS,
    at,
    copies,
    landscape,
    stopped_on,
    system,
    wages,
    world,
)


def shows(where: World, name: str, when: int, role: str = "") -> Observation:
    return observe(where, name, INCOME, AMINA, when, role)


def kroner(shown: Observation) -> int:
    assert isinstance(shown, Shown)
    return int(shown.value) // 100


def typed(where: World, name: str, when: int, amount: int) -> World:
    return replace(where, hands={(name, INCOME, AMINA): (HandEntry(when, amount * 100),)})


def test_a_value_typed_in_stays_while_the_integration_is_stopped() -> None:
    corrected = typed(world(), "overblik", at("10:05"), 18_200)
    assert kroner(shows(corrected, "overblik", at("09:00", "2026-02-20"))) == 18_200
    assert kroner(shows(corrected, "ydelse", at("09:00", "2026-02-03"))) == 18_200


def test_a_run_of_any_integration_that_carries_the_fact_overwrites_what_was_typed_in() -> None:
    nightly = copies("eindkomst", "ydelse")
    hourly = replace(copies("eindkomst", "ydelse", "00:30"), every=60)
    corrected = typed(world(nightly, hourly), "ydelse", at("10:05"), 5_000)
    assert kroner(shows(corrected, "ydelse", at("10:29"))) == 5_000
    assert kroner(shows(corrected, "ydelse", at("10:30"))) == 18_200


def test_stops_count_in_whatever_order_they_are_declared() -> None:
    long, late = (
        Stop(at("00:00", "2026-01-02"), at("12:00", "2026-01-20")),
        Stop(at("00:00", "2026-01-20")),
    )
    for stops in ((long, late), (late, long)):
        copy = copies("eindkomst", "overblik", stops=stops)
        assert copy.last_run(at("09:42")) == at("02:00", "2026-01-01")


def test_repairing_ends_the_stop_that_stands_and_no_other() -> None:
    past = Stop(at("00:00", "2026-01-02"), at("00:00", "2026-01-05"))
    planned = Stop(at("00:00"), at("00:00", "2026-02-09"))
    mended = copies("eindkomst", "overblik", stops=(past, planned)).repaired(at("10:40"))
    assert mended.stops == (past, Stop(at("00:00"), at("10:40")))


def test_a_healthy_landscape_shows_the_newest_report_everywhere() -> None:
    healthy = world(copies("eindkomst", "overblik"), copies("overblik", "ydelse", "02:30"))
    assert {kroner(shows(healthy, name, at("09:42"))) for name in healthy.landscape.systems} == {
        18_200
    }


@pytest.mark.parametrize(("clock", "open_"), [("07:59", False), ("08:00", True), ("16:00", False)])
def test_a_system_is_down_outside_its_hours(clock: str, open_: bool) -> None:
    office = system("eindkomst", from_world=(INCOME,), opens=480, closes=960)
    where = world(eindkomst=office)
    assert (shows(where, "eindkomst", at(clock)) != DOWN) is open_


def test_a_system_is_down_during_an_outage_and_back_after_it() -> None:
    where = world(outages=(Outage("overblik", at("10:40"), at("11:25")),))
    assert shows(where, "overblik", at("10:40")) == DOWN
    assert kroner(shows(where, "overblik", at("11:25"))) == 24_310


def test_a_run_does_not_happen_while_upstream_is_down() -> None:
    night = (Outage("eindkomst", at("01:00", "2026-01-31"), at("23:00", "2026-02-01")),)
    where = world(copies("eindkomst", "overblik"), outages=night)
    shown = shows(where, "overblik", at("09:42", "2026-02-01"))
    assert kroner(shown) == 24_310
    assert kroner(shows(where, "overblik", at("02:00"))) == 18_200


def test_a_fact_is_hidden_from_a_role_or_drawn_as_missing() -> None:
    secret = system("overblik", hidden={"caseworker": (INCOME,)})
    quiet = system("overblik", hidden={"caseworker": (INCOME,)}, hides_as="missing")
    assert shows(world(overblik=secret), "overblik", at("09:42"), "caseworker") == HIDDEN
    assert shows(world(overblik=quiet), "overblik", at("09:42"), "caseworker") == MISSING
    assert kroner(shows(world(overblik=secret), "overblik", at("09:42"), "leader")) == 24_310


def test_a_system_that_is_down_does_not_even_say_what_it_hides() -> None:
    secret = system("overblik", hidden={"caseworker": (INCOME,)})
    where = world(overblik=secret, outages=(Outage("overblik", at("09:00"), at("10:00")),))
    assert shows(where, "overblik", at("09:42"), "caseworker") == DOWN


def test_what_is_hidden_from_a_role_is_copied_on_all_the_same() -> None:
    secret = system("overblik", hidden={"caseworker": (INCOME,)})
    assert kroner(shows(world(overblik=secret), "ydelse", at("09:42"), "caseworker")) == 24_310


def test_a_lag_holds_a_report_back() -> None:
    slow = system("eindkomst", from_world=(INCOME,), lag=4 * 1440)
    where = world(eindkomst=slow)
    assert kroner(shows(where, "eindkomst", at("11:59", "2026-02-03"))) == 24_310
    assert kroner(shows(where, "eindkomst", at("12:00", "2026-02-03"))) == 18_200


def test_what_was_never_reported_is_missing() -> None:
    assert shows(world(), "eindkomst", at("09:42", "2025-11-30")) == MISSING
    assert shows(world(), "ydelse", at("09:42", "2025-11-30")) == MISSING


ENDED = wages(
    *TWO_MONTHS.timeline(INCOME, AMINA)[:1],
    Spell(None, at("00:00", "2026-01-20") // 1440, None, at("12:00", "2026-01-20")),
)


def test_a_run_that_finds_nothing_keeps_the_last_value() -> None:
    where = World(ENDED, landscape(copies("eindkomst", "overblik")))
    assert not isinstance(shows(where, "eindkomst", at("09:42")), Shown)
    assert kroner(shows(where, "overblik", at("09:42"))) == 24_310


def test_a_run_that_finds_nothing_clears_the_value_where_it_is_so_set_up() -> None:
    where = World(ENDED, landscape(copies("eindkomst", "overblik", keeps_last=False)))
    assert not isinstance(shows(where, "overblik", at("09:42")), Shown)
    assert kroner(shows(where, "overblik", at("09:42", "2026-01-20"))) == 24_310


def test_a_clearing_run_clears_what_was_typed_in_too() -> None:
    clearing = World(ENDED, landscape(copies("eindkomst", "overblik", keeps_last=False)))
    corrected = typed(clearing, "overblik", at("10:00"), 5_000)
    assert kroner(shows(corrected, "overblik", at("11:00"))) == 5_000
    assert not isinstance(shows(corrected, "overblik", at("02:00", "2026-02-03")), Shown)


def test_a_map_rounds_and_translates_on_the_way() -> None:
    rounding = replace(
        copies("eindkomst", "overblik"), carries={INCOME: Carry(INCOME, round_to=100_000)}
    )
    assert kroner(shows(world(rounding), "overblik", at("09:42"))) == 18_000
    assert Carry("x", codes={"F": "skilt"}).map("F") == "skilt"


def test_a_fact_an_integration_does_not_carry_is_lost() -> None:
    empty = replace(copies("eindkomst", "overblik"), carries={})
    assert shows(world(empty), "overblik", at("09:42")) == MISSING


def test_the_first_integration_that_yields_wins() -> None:
    direct = copies("eindkomst", "ydelse", "03:00")
    stale = copies("overblik", "ydelse", "02:30")
    feed = copies("eindkomst", "overblik", stops=stopped_on("2026-01-12"))
    assert kroner(shows(world(feed, direct, stale), "ydelse", at("09:42"))) == 18_200
    assert kroner(shows(world(feed, stale, direct), "ydelse", at("09:42"))) == 24_310


def test_the_clock_alone_changes_nothing_between_runs() -> None:
    where = Landscape(landscape().systems, (copies("eindkomst", "overblik"),))
    shown = [
        shows(World(TWO_MONTHS, where), "overblik", at("02:00") + m) for m in range(0, 1440, 7)
    ]
    assert len(set(shown)) == 1
