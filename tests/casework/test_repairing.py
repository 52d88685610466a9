"""Pointing at what disagrees, asking owners and IT: what each of them can know, and no more."""

import pytest

from simulator.casework.actions.day import Wait
from simulator.casework.actions.looking.pages import LookUp
from simulator.casework.actions.repairing import CorrectHere, NoteConflict, ReportError
from simulator.casework.actions.tickets import WriteTicket
from simulator.casework.day import Day
from simulator.casework.families import decide, unfold
from simulator.casework.seeing import see
from simulator.core.clock import moment
from simulator.landscape.integrations import Carry, Integration
from simulator.landscape.systems import Field, Landscape, Outage, Page, System
from simulator.town.town import Town
from tests.casework.small import (
    CASE,
    DAY,
    INCOME,
    SYSTEMS,
    a_day,
    a_town,
    after,
    arrow,
    of_kind,
    refusal,
    text,
)

REGISTER = LookUp(CASE, "eindkomst", "income", "the Act")
OVERVIEW = LookUp(CASE, "overblik", "citizen")
YDELSE = System(
    "ydelse",
    text("Ydelse"),
    text("owner"),
    "queue",
    (Page("income", text("Income"), (Field(INCOME),)),),
    minutes=1,
    tells_origin=True,
)


def three(*outages: Outage, stopped: bool = True) -> Landscape:
    """The register, the overview, and a third that copies the overview every night."""
    nightly = Integration("overblik", "ydelse", {INCOME: Carry(INCOME)}, offset=150)
    systems = {**SYSTEMS, "ydelse": YDELSE}
    return Landscape(systems, (arrow(stopped=stopped), nightly), outages)


def answer(day: Day) -> str:
    (told,) = of_kind(decide(day, Wait(70)), "ticket.answered")
    return str(told.line)  # type: ignore[attr-defined]


def reported(day: Day, system: str, look: LookUp) -> str:
    return answer(after(day, look, ReportError(CASE, system, INCOME)))


def test_nothing_is_typed_into_a_system_that_is_down_and_it_says_so_itself() -> None:
    out = Outage("overblik", moment(DAY, 485), moment(DAY, 700))
    day = after(a_day(landscape=three(out)), OVERVIEW, Wait(10))
    (refused,) = decide(day, CorrectHere(CASE, "overblik", INCOME, 1_820_000))
    assert (refused.reason, refused.about) == ("system-down", "overblik")  # type: ignore[attr-defined]


def test_the_owner_of_a_copy_that_differs_from_where_it_comes_from_says_so() -> None:
    assert reported(a_day(), "overblik", OVERVIEW) == "owner.copy"


def test_the_owner_of_a_fresh_copy_of_an_old_one_holds_what_they_were_sent() -> None:
    look = LookUp(CASE, "ydelse", "income")
    assert reported(a_day(landscape=three()), "ydelse", look) == "owner.holds"


def test_the_owner_of_a_register_cannot_tell_what_nobody_has_reported() -> None:
    late = a_town()
    spells = tuple(
        one._replace(value=2_500_000) if one.begins > DAY - 3 else one
        for one in late.timeline(INCOME, "amina")
    )
    unreported = Town(late.citizens, {}, {**late.spells, (INCOME, "amina"): spells})
    day = a_day(town=unreported)
    assert day.world.town.truth(INCOME, "amina", DAY) == 2_500_000
    assert reported(day, "eindkomst", REGISTER) == "owner.holds"


def test_the_owner_knows_what_was_typed_in_by_hand_true_or_not() -> None:
    for value in (1_820_000, 1):
        day = after(a_day(), OVERVIEW, CorrectHere(CASE, "overblik", INCOME, value))
        assert answer(after(day, ReportError(CASE, "overblik", INCOME))) == "owner.typed"


def test_an_owner_who_cannot_see_upstream_will_look() -> None:
    out = Outage("eindkomst", moment(DAY, 482), moment(DAY, 700))
    assert reported(a_day(landscape=three(out)), "overblik", OVERVIEW) == "owner.looks"


@pytest.mark.parametrize(
    "ask", [ReportError(CASE, "overblik", INCOME), WriteTicket("overblik", "wish")]
)
def test_asking_again_does_not_cancel_the_answer_that_is_on_its_way(
    ask: ReportError | WriteTicket,
) -> None:
    asked = after(a_day(), OVERVIEW, ask)
    assert refusal(asked, ask) == "asked-already"
    (told,) = of_kind(unfold(asked, Wait(70)).events, "ticket.answered")
    again = unfold(after(asked, Wait(70)), ask)
    (later,) = of_kind(unfold(again.day, Wait(70)).events, "ticket.answered")
    assert later.because == (again.events[0].seq,)
    assert again.events[0].question[3] == 2  # type: ignore[index]
    assert told.seq < later.seq


def test_something_else_may_be_asked_meanwhile() -> None:
    day = after(a_day(), WriteTicket("overblik", "error"), WriteTicket("overblik", "question"))
    assert len(of_kind(decide(day, Wait(70)), "ticket.answered")) == 2


@pytest.mark.parametrize("system", ["eindkomst", "overblik"])
def test_a_ticket_about_either_end_leads_it_to_the_run_that_stopped(system: str) -> None:
    asked = after(a_day(), WriteTicket(system, "error"))
    (repaired,) = of_kind(decide(asked, Wait(70)), "integration.repaired")
    assert repaired.integration == "eindkomst->overblik"  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("sources", "reason"),
    [
        ((), "two-at-a-time"),
        (("overblik",), "two-at-a-time"),
        (("overblik", "overblik"), "two-at-a-time"),
        (("eindkomst", "overblik", "ydelse"), "two-at-a-time"),
        (("eindkomst", "ydelse"), "not-seen-there"),
    ],
)
def test_exactly_two_that_have_shown_the_fact_disagree(
    sources: tuple[str, ...], reason: str
) -> None:
    day = after(a_day(landscape=three()), REGISTER, OVERVIEW)
    offered = see(day).offer("note_conflict")
    assert offered
    assert refusal(day, offered.make({"path": INCOME, "sources": sources})) == reason
    assert refusal(day, NoteConflict(CASE, INCOME, sources)) == reason
