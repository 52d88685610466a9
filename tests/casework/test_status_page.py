"""IT's status page says what IT knows: late, or what somebody wrote there once."""

from simulator.casework.actions.day import Wait
from simulator.casework.actions.tickets import WriteTicket
from simulator.casework.day import Day
from simulator.casework.seeing import see
from simulator.core.texts import Phrase
from simulator.core.values import changed
from simulator.landscape.systems import Landscape, Outage, StatusPage
from tests.casework.small import CONDUCT, SYSTEMS, a_day, after, arrow, moment_on, text

NINE, TEN = moment_on("2026-02-02", "09:00"), moment_on("2026-02-02", "10:00")


def told(day: Day) -> dict[str, bool]:
    return {line.system: line.open for line in see(day).status}


def down_from_nine_to_ten(status: StatusPage) -> Day:
    outage = Outage("overblik", NINE, TEN)
    return a_day(landscape=Landscape(SYSTEMS, (arrow(),), (outage,), status))


def test_a_page_without_delay_says_what_is_so() -> None:
    day = down_from_nine_to_ten(StatusPage())
    assert told(after(day, Wait(55)))["overblik"]
    assert not told(after(day, Wait(60)))["overblik"]


def test_a_late_page_says_that_a_system_answers_after_it_has_stopped_and_the_reverse() -> None:
    day = down_from_nine_to_ten(StatusPage(lag=30))
    assert told(after(day, Wait(85)))["overblik"]
    assert not told(after(day, Wait(95)))["overblik"]
    late = after(day, Wait(120), Wait(20))
    assert not told(late)["overblik"]
    assert next(one for one in see(late).systems if one.id == "overblik").open


def test_what_somebody_wrote_there_stands_whatever_is_the_case() -> None:
    day = down_from_nine_to_ten(StatusPage(lines={"overblik": text("All is well")}))
    (line,) = (one for one in see(after(day, Wait(70))).status if one.system == "overblik")
    assert line.says == text("All is well")


def test_a_repair_stands_on_a_late_page_later() -> None:
    prompt = changed(CONDUCT, repair_after=(10, 10))
    landscape = Landscape(SYSTEMS, (arrow(),), status=StatusPage(lag=30))
    day = after(a_day(landscape=landscape, conduct=prompt), WriteTicket("overblik"), Wait(15))
    assert day.repaired
    assert see(day).landscape[0].status == Phrase("status.running")
    assert see(after(day, Wait(30))).landscape[0].status.text == "status.repaired"
