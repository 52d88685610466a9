"""Looking: the way a value came, the months before it, and pages about nobody."""

from simulator.casework.actions.day import Wait
from simulator.casework.actions.looking.pages import LookUp, RecordOpened
from simulator.casework.actions.looking.reading import ProvenanceOpened, Trace
from simulator.casework.actions.repairing import CorrectHere
from simulator.casework.day import Day
from simulator.casework.families import decide
from simulator.casework.page_views import page_view
from simulator.core.facts import Fact
from simulator.core.values import changed
from simulator.landscape.integrations import Stop
from simulator.landscape.systems import Field, Landscape, Outage, Page
from tests.casework.small import (
    CASE,
    INCOME,
    SYSTEMS,
    a_day,
    after,
    an_opening,
    arrow,
    happened,
    moment_on,
    refusal,
    text,
)

LOOK_IN_REGISTER = LookUp(CASE, "eindkomst", "income", "the Act")
LOOK_IN_OVERVIEW = LookUp(CASE, "overblik", "citizen")


def test_a_trace_tells_hops_and_dates() -> None:
    (event,) = decide(after(a_day(), LOOK_IN_OVERVIEW), Trace(CASE, INCOME, "overblik"))
    assert isinstance(event, ProvenanceOpened)
    assert event.hops == (
        ("eindkomst", moment_on("2025-12-30")),
        ("overblik", moment_on("2026-01-11", "02:00")),
    )


def test_a_system_that_does_not_tell_where_its_values_come_from_refuses() -> None:
    day = after(a_day(), LOOK_IN_REGISTER)
    assert refusal(day, Trace(CASE, INCOME, "eindkomst")) == "origin-not-told"


def test_where_a_value_came_from_is_not_told_while_the_system_is_down() -> None:
    out = Outage("overblik", moment_on("2026-02-02", "08:05"), moment_on("2026-02-02", "09:00"))
    day = a_day(landscape=Landscape(SYSTEMS, (arrow(),), (out,)))
    asked = after(day, LOOK_IN_OVERVIEW, Wait(10))
    assert refusal(asked, Trace(CASE, INCOME, "overblik")) == "system-down"


def test_a_route_is_the_one_the_value_took_that_was_seen() -> None:
    hourly = changed(arrow(), every=60, offset=30)
    mended = Stop(moment_on("2026-01-12", "00:00"), moment_on("2026-02-02", "08:10"))
    landscape = Landscape(SYSTEMS, (changed(hourly, stops=(mended,)),))
    day = after(a_day(landscape=landscape), LOOK_IN_OVERVIEW, Wait(60))
    (told,) = decide(day, Trace(CASE, INCOME, "overblik"))
    assert told.hops[-1] == ("overblik", moment_on("2026-01-11", "23:30"))  # type: ignore[attr-defined]
    (again,) = decide(after(day, LOOK_IN_OVERVIEW), Trace(CASE, INCOME, "overblik"))
    assert again.hops[-1] == ("overblik", moment_on("2026-02-02", "08:30"))  # type: ignore[attr-defined]


def test_what_has_not_been_seen_cannot_be_traced() -> None:
    trace = Trace(CASE, INCOME, "overblik")
    assert refusal(a_day(), trace) == "nothing-seen"
    assert refusal(after(a_day(), LOOK_IN_REGISTER), trace) == "nothing-to-trace"


def test_earlier_months_are_listed_only_by_the_system_they_are_reported_to() -> None:
    page = Page("citizen", text("Citizen"), (Field(INCOME, months=3),))
    systems = {**SYSTEMS, "overblik": changed(SYSTEMS["overblik"], pages=(page,))}
    (event,) = decide(a_day(landscape=Landscape(systems, (arrow(),))), LOOK_IN_OVERVIEW)
    assert event.fields[0].earlier == ()  # type: ignore[attr-defined]


RELATIVES = Page(
    "partner", text("Partner"), (Field(INCOME), Field("family.partner")), "family.partner"
)


def alone() -> Day:
    """A day on which the overview has a page about a partner nobody has."""
    overview = changed(SYSTEMS["overblik"], pages=(*SYSTEMS["overblik"].pages, RELATIVES))
    partner = Fact(
        "family.partner", "citizen", "person", "span", text("partner"), {}, relation="partner"
    )
    facts = {**an_opening().facts, "family.partner": partner}
    return a_day(landscape=Landscape({**SYSTEMS, "overblik": overview}, (arrow(),)), facts=facts)


def test_a_page_about_nobody_is_opened_at_its_price_and_says_nothing() -> None:
    (opened,) = decide(alone(), LookUp(CASE, "overblik", "partner"))
    assert isinstance(opened, RecordOpened)
    assert (opened.subject, opened.minutes) == ("", 1)
    assert [(one.path, one.state) for one in opened.fields] == [
        ("partner.income.monthly", "missing"),
        ("partner.family.partner", "missing"),
    ]
    assert page_view(alone(), opened).subject == "–"


def test_nothing_can_be_typed_about_nobody() -> None:
    day = after(alone(), LookUp(CASE, "overblik", "partner"))
    write = CorrectHere(CASE, "overblik", "partner.income.monthly", 100)
    assert refusal(day, write) == "nothing-seen"
    assert happened(day, LookUp(CASE, "overblik", "partner")) == ["record.opened"]
