"""A document is asked for, comes, and is laid on the case beside everything else."""

from dataclasses import replace
from typing import Any

import pytest

from simulator.casework.actions.day import GoHome, Wait
from simulator.casework.actions.deciding import Calculate
from simulator.casework.actions.documents.receiving import (
    DocumentArrived,
    DocumentOpened,
    OpenDocument,
)
from simulator.casework.actions.finding import SettleFacts
from simulator.casework.actions.hearing import SkipHearing
from simulator.casework.actions.looking.pages import LookUp
from simulator.casework.actions.telephone import Call
from simulator.casework.case_types import Need
from simulator.casework.day import Day
from simulator.casework.document_views import document_view
from simulator.casework.documents import Fails
from simulator.casework.families import decide, unfold
from simulator.casework.phrasing import document_title
from simulator.casework.seeing import see
from simulator.casework.telling import tell
from simulator.core.clock import day_of, iso
from simulator.core.texts import Text
from simulator.scenario.words import teller
from simulator.town.spells import Spell
from tests.casework.papers import (
    ASK,
    HOUR,
    NO,
    OVERVIEW,
    REMIND,
    YES,
    a_paper_day,
    came,
    opened,
    paper,
    request,
)
from tests.casework.small import (
    AMINA,
    BODIL,
    CASE,
    DAY,
    INCOME,
    PAPERS,
    SUBSIDY,
    a_day,
    a_town,
    after,
    citizen,
    happened,
    moment_on,
    of_kind,
    refusal,
    text,
)

# It comes, is opened and laid on the case -------------------------------------------------------


def test_one_who_manages_digitally_sends_a_photo_within_the_hour() -> None:
    arrived = came(after(a_paper_day(), ASK))
    assert (arrived.form, arrived.flaw, arrived.by) == ("photo", "", "citizen:amina")
    assert 10 <= arrived.minute - 480 <= 60
    assert arrived.citizen_minutes == 10
    assert arrived.because == (request(after(a_paper_day(), ASK)).seq,)


def test_one_who_needs_help_with_it_takes_hours() -> None:
    assisted = after(a_paper_day(town=a_town(citizen(AMINA, digital="assisted"))), ASK)
    day = after(assisted, *[HOUR] * 4)
    (received,) = day.cases[CASE].documents
    assert 60 <= received.minute - 480 <= 240


def test_one_who_does_nothing_digitally_sends_it_by_post_after_some_days() -> None:
    by_letter = a_paper_day(party=BODIL)
    by_letter = replace(
        by_letter, cases=by_letter.cases.put(CASE, replace(by_letter.cases[CASE], channel="letter"))
    )
    events = decide(after(by_letter, ASK), GoHome())
    (arrived,) = [event for event in events if isinstance(event, DocumentArrived)]
    assert arrived.form == "letter"
    assert 2 <= arrived.minute // 1440 <= 5


def test_nothing_comes_from_one_who_cannot_read_what_was_sent_digitally() -> None:
    day = after(a_paper_day(party=BODIL), ASK)
    assert not of_kind(decide(day, GoHome()), "document.arrived")


def test_what_stands_in_it_is_laid_on_the_case_once_it_is_opened_and_replaces_nothing() -> None:
    day = after(a_paper_day(), OVERVIEW, SettleFacts(CASE), ASK, HOUR)
    assert [seen.source for seen in day.cases[CASE].seen] == ["overblik"]
    day = opened(day)
    shown = [(seen.source, seen.value) for seen in day.cases[CASE].seen]
    assert shown == [("overblik", 2_431_000), ("document:payslip", 1_820_000)]
    assert [seen.source for seen in day.cases[CASE].basis] == ["overblik"]
    offer = see(day).offer("settle_facts")
    assert offer
    again = after(day, SettleFacts(CASE, {INCOME: "document:payslip"}))
    assert [seen.value for seen in again.cases[CASE].basis] == [1_820_000]


def test_a_document_of_the_month_asked_about_is_preset_before_any_system() -> None:
    register = LookUp(CASE, "eindkomst", "income", "subsidy")
    day = opened(after(a_paper_day(), OVERVIEW, register, ASK, HOUR))
    settled = after(day, SettleFacts(CASE))
    assert [seen.source for seen in settled.cases[CASE].basis] == ["document:payslip"]


def test_one_of_the_month_before_shows_its_own_month_and_is_preset_last() -> None:
    day = after(a_paper_day(documents=paper(fails=Fails(older=100))), OVERVIEW, ASK, HOUR)
    day = opened(day)
    (received,) = day.cases[CASE].documents
    assert (received.flaw, iso(received.date)) == ("older", "2025-12-01")
    assert [seen.value for seen in received.fields] == [2_431_000]
    settled = after(day, SettleFacts(CASE))
    assert [seen.source for seen in settled.cases[CASE].basis] == ["overblik"]


def test_a_good_one_after_one_of_the_wrong_month_is_preset_first() -> None:
    older = after(a_paper_day(documents=paper(fails=Fails(older=100))), OVERVIEW, ASK, HOUR)
    opening = replace(older.opening, documents=PAPERS)
    day = after(replace(opened(older), opening=opening), ASK, HOUR)
    first, second = day.cases[CASE].documents
    day = after(day, OpenDocument(CASE, second.number))
    settled = after(day, SettleFacts(CASE))
    assert (first.flaw, second.flaw) == ("older", "")
    assert [seen.value for seen in settled.cases[CASE].basis] == [1_820_000]


def test_one_that_cannot_be_read_shows_nothing_and_can_be_asked_for_again() -> None:
    day = after(a_paper_day(documents=paper(fails=Fails(unreadable=100))), ASK, HOUR)
    day = opened(day)
    assert not day.cases[CASE].seen
    assert "document.asked" in happened(day, ASK)


def test_where_there_is_no_such_document_the_citizen_says_so() -> None:
    day = after(a_paper_day(documents=paper(when="citizen.age > 200")), ASK, HOUR)
    (received,) = day.cases[CASE].documents
    assert (received.form, received.flaw) == ("message", "none-such")
    assert see(day).offer("open_document") is None


@pytest.mark.parametrize("third", [True, False])
def test_it_is_they_who_say_so_and_it_costs_them_no_more_than_the_answer(third: bool) -> None:
    none_such = paper(when="citizen.age > 200")
    day = after(a_paper_day(documents=none_such, conduct=YES), replace(ASK, third=third))
    (arrived,) = of_kind(unfold(day, Wait(120)).events, "document.arrived")
    assert (arrived.by, arrived.citizen_minutes) == ("citizen:amina", 0)  # type: ignore[attr-defined]


def test_it_is_read_as_the_page_it_is() -> None:
    day = opened(after(a_paper_day(), ASK, HOUR))
    (event,) = [
        e
        for e in unfold(day, OpenDocument(CASE, day.cases[CASE].documents[0].number)).events
        if isinstance(e, DocumentOpened)
    ]
    page, say = document_view(day, event), teller("en")
    assert page.dated
    assert (page.heading.en, page.issuer.en, say(page.dated)) == (
        "Payslip",
        "The employer",
        "Wages for January 2026",
    )
    assert [(say(row.label), say.write(row.value)) for row in page.rows] == [
        ("income", "DKK 18,200")
    ]


# About somebody related -------------------------------------------------------------------------


def a_day_with_a_partner(**paper_changed: Any) -> Day:
    """A day on which the payslip of Amina's partner, Bodil, is needed."""
    fact = a_day().opening.facts[INCOME]
    partner = replace(
        fact,
        id="family.partner",
        type="person",
        holds="span",
        relation="partner",
        related=text("{fact} (partner)"),
        related_document=text("{document} for the partner"),
    )
    town = a_town()
    together = (Spell(BODIL, DAY - 400, None, moment_on("2025-01-02")),)
    needs = (*SUBSIDY.needs, Need(f"partner.{INCOME}", ()))
    return a_paper_day(
        case_type=replace(SUBSIDY, needs=needs),
        facts={INCOME: fact, "family.partner": partner},
        town=replace(town, spells={**town.spells, ("family.partner", AMINA): together}),
        documents=paper(**paper_changed),
    )


OF_PARTNER = replace(ASK, relation="partner")


def test_a_document_about_a_partner_is_called_theirs() -> None:
    day = a_day_with_a_partner()
    title = document_title(day, "payslip", "partner")
    assert teller("en")(title) == "a payslip for the partner"


@pytest.mark.parametrize("fails", [Fails(), Fails(unreadable=100)])
def test_the_name_on_it_is_that_of_whom_it_is_about(fails: Fails) -> None:
    day = after(a_day_with_a_partner(fails=fails), OF_PARTNER, HOUR)
    (received,) = day.cases[CASE].documents
    run = unfold(day, OpenDocument(CASE, received.number))
    (event,) = [event for event in run.events if isinstance(event, DocumentOpened)]
    page = document_view(run.day, event)
    assert (page.name, page.readable) == ("Bodil Holst", not fails.unreadable)


# From somebody else, with a consent -------------------------------------------------------------


def test_with_a_consent_somebody_else_sends_it() -> None:
    day = after(a_paper_day(conduct=YES), replace(ASK, third=True))
    assert request(day).state == "consent"
    events = unfold(day, Wait(120)).events
    (given,) = of_kind(events, "consent.given")
    (arrived,) = of_kind(events, "document.arrived")
    assert (arrived.by, arrived.because) == ("third-party", (given.seq,))
    assert arrived.citizen_minutes == 0  # type: ignore[attr-defined]


def test_a_consent_can_be_given_at_once_in_a_conversation() -> None:
    day = after(a_paper_day(conduct=YES), Call(CASE))
    assert "consent.given" in happened(day, replace(ASK, third=True))


def test_without_a_consent_nothing_is_fetched_and_the_citizen_can_still_be_asked() -> None:
    day = after(a_paper_day(conduct=NO), replace(ASK, third=True), HOUR)
    assert request(day).state == "refused"
    assert refusal(day, replace(ASK, third=True)) == "consent-refused-already"
    assert "document.asked" in happened(day, ASK)


def test_what_only_the_citizen_has_cannot_be_had_from_others() -> None:
    day = a_paper_day(documents=paper(third=None))
    assert refusal(day, replace(ASK, third=True)) == "no-third-party"


# What is not asked for --------------------------------------------------------------------------


def test_it_is_asked_of_people_and_not_of_what_else_is_related() -> None:
    income = a_day().opening.facts[INCOME]
    home = replace(income, id="residence.dwelling", type="dwelling", holds="span", relation="home")
    rooms = replace(income, id="dwelling.rooms", type="count", holds="span")
    kind = replace(SUBSIDY, needs=(*SUBSIDY.needs, Need("home.dwelling.rooms", (), optional=True)))
    facts = {fact.id: fact for fact in (income, home, rooms)}
    day = a_paper_day(case_type=kind, facts=facts, documents=paper(shows=("dwelling.rooms",)))
    assert refusal(day, replace(ASK, relation="home")) == "document-not-needed"


def test_a_document_that_shows_nothing_the_case_needs_is_not_asked_for() -> None:
    assert (
        refusal(a_paper_day(documents=paper(shows=("rent.monthly",))), ASK) == "document-not-needed"
    )
    assert refusal(a_day(), ASK) == "no-such-document"


def test_where_the_law_forbids_proof_it_is_refused_with_why() -> None:
    why = Text("Egen erklæring er nok.", "One's own declaration is enough.")
    declared = replace(SUBSIDY, no_proof={INCOME: why})
    (refused,) = decide(a_paper_day(case_type=declared), ASK)
    told = tell(a_paper_day(case_type=declared), refused)
    assert told
    assert teller("en")(told) == ("You may not ask for that. One's own declaration is enough.")


def test_it_is_not_asked_for_twice_nor_once_the_case_is_decided() -> None:
    day = after(a_paper_day(), ASK)
    assert refusal(day, ASK) == "document-asked-already"
    assert refusal(after(day, HOUR), ASK) == "document-here"
    assert refusal(opened(after(day, HOUR)), ASK) == "document-here-already"
    looked = after(a_paper_day(), OVERVIEW, SettleFacts(CASE), SkipHearing(CASE))
    assert refusal(after(looked, Calculate(CASE, "reckon")), ASK) == "decided-already"


def test_one_that_comes_after_the_decision_is_told_as_late() -> None:
    day = after(a_paper_day(), OVERVIEW, SettleFacts(CASE), SkipHearing(CASE), ASK)
    day = after(day, Calculate(CASE, "full"))
    told = tell(after(day, HOUR), came(day))
    assert told
    assert "after the case was decided" in teller("en")(told)


# How far it is ------------------------------------------------------------------------------------


def test_the_case_says_how_far_each_document_is() -> None:
    day, say = after(a_paper_day(), ASK), teller("en")
    for now, says in (
        (
            day,
            "Asked for a payslip on 2 February 2026, to come by 9 February 2026; told that the "
            "case is otherwise decided on the facts you have.",
        ),
        (
            after(day, REMIND),
            "Asked for a payslip on 2 February 2026 and reminded, to come by 9 February 2026; told "
            "that the case is otherwise decided on the facts you have.",
        ),
        (after(day, HOUR), "Come and not opened: a payslip."),
        (opened(after(day, HOUR)), "Opened: a payslip."),
    ):
        hand = see(now).hand
        assert hand
        (line,) = hand.documents
        assert say(line.says) == says
    assert day_of(day.now) == DAY
