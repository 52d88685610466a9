"""Asking for documentation: it comes, or does not; it is opened and laid on the case."""

from dataclasses import replace
from typing import Any

import pytest

from simulator.casework.actions.day import AcceptPrebrief, GoHome, Wait
from simulator.casework.actions.deciding import Calculate
from simulator.casework.actions.documents.receiving import (
    DocumentArrived,
    DocumentOpened,
    OpenDocument,
)
from simulator.casework.actions.documents.requesting import (
    AskForDocument,
    GoWithoutDocument,
    RemindOfDocument,
)
from simulator.casework.actions.finding import SettleFacts
from simulator.casework.actions.hearing import SkipHearing
from simulator.casework.actions.looking.pages import LookUp
from simulator.casework.actions.looking.reading import SeeAsCitizen
from simulator.casework.actions.suggesting import Follow
from simulator.casework.actions.telephone import Call
from simulator.casework.case_types import Need
from simulator.casework.day import Day
from simulator.casework.document_views import document_view
from simulator.casework.documents import AskedBefore, DocumentKind, Fails, Request
from simulator.casework.families import decide, evolve, unfold
from simulator.casework.letter_text import LetterText
from simulator.casework.letters import Sentence
from simulator.casework.opening import Arrival, Office
from simulator.casework.phrasing import document_title
from simulator.casework.seeing import see
from simulator.casework.telling import tell
from simulator.core.clock import day_of, iso
from simulator.core.texts import Text
from simulator.core.values import changed
from simulator.scenario.words import teller
from simulator.town.spells import Spell
from tests.casework.answered import WHOLE
from tests.casework.small import (
    AMINA,
    BODIL,
    CASE,
    CONDUCT,
    DAY,
    INCOME,
    PAPERS,
    PAYSLIP,
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

ASK = AskForDocument(CASE, "payslip")
REMIND = RemindOfDocument(CASE, "payslip")
WITHOUT = GoWithoutDocument(CASE, "payslip")
OVERVIEW = LookUp(CASE, "overblik", "citizen")
HOUR = Wait(60)
YES = replace(CONDUCT, consents=1_000)
NO = replace(CONDUCT, consents=0)


def paper(**changed: Any) -> dict[str, DocumentKind]:
    return {"payslip": replace(PAYSLIP, **changed)}


def a_paper_day(**more: Any) -> Day:
    return a_day(**{"documents": PAPERS, **more})


def came(day: Day) -> DocumentArrived:
    (arrived,) = [event for event in unfold(day, HOUR).events if isinstance(event, DocumentArrived)]
    return arrived


def opened(day: Day) -> Day:
    (received,) = day.cases[CASE].documents
    return after(day, OpenDocument(CASE, received.number))


def request(day: Day) -> Request:
    (only,) = day.cases[CASE].requests
    return only


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


# About somebody related ------------------------------------------------------------------------


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


# What does not come -----------------------------------------------------------------------------

NEVER = paper(fails=Fails(never=100))


def a_day_asked_before(*, notice: bool, answer_by: int, comes: int = 0, **more: Any) -> Day:
    asked = AskedBefore("payslip", DAY - 10, answer_by, notice, comes)
    comes_in = Arrival(CASE, SUBSIDY.id, AMINA, 480, "self-service", asked_before=(asked,))
    return a_day(**{"arrivals": (comes_in,), "documents": NEVER, **more})


def test_what_was_asked_for_before_the_day_may_come_as_the_scenario_says() -> None:
    day = a_day_asked_before(notice=False, answer_by=DAY, comes=500)
    arrived = came(day)
    assert (arrived.minute, arrived.flaw) == (500, "")


def test_one_goes_on_without_it_only_after_notice_and_once_the_time_has_passed() -> None:
    unnoticed = after(a_day_asked_before(notice=False, answer_by=DAY - 3), OVERVIEW)
    assert refusal(unnoticed, WITHOUT) == "notice-first"
    reminded = after(unnoticed, REMIND)
    assert (request(reminded).notice, request(reminded).reminded) == (True, True)
    assert refusal(reminded, WITHOUT) == "time-to-answer"
    assert refusal(reminded, REMIND) == "reminded-already"
    noticed = after(a_day_asked_before(notice=True, answer_by=DAY - 3), OVERVIEW)
    assert request(after(noticed, WITHOUT)).state == "gone-without"


def test_nobody_is_refused_merely_for_not_having_helped() -> None:
    nothing_seen = a_day_asked_before(notice=True, answer_by=DAY - 3)
    assert refusal(nothing_seen, WITHOUT) == "not-merely-for-that"


def test_a_reminder_has_a_chance_of_its_own() -> None:
    often = [
        bool(of_kind(decide(after(day, REMIND), Wait(120)), "document.arrived"))
        for seed in range(40)
        for day in [
            a_day_asked_before(
                notice=False,
                answer_by=DAY - 3,
                seed=seed,
                documents=paper(fails=Fails(never=50)),
            )
        ]
    ]
    assert 5 < sum(often) < 35


def test_a_reminder_does_not_change_what_is_on_its_way() -> None:
    half = paper(fails=Fails(older=50))
    for seed in range(20):
        asked = after(a_paper_day(documents=half, seed=seed), ASK)
        assert came(after(asked, REMIND)).flaw == came(asked).flaw


def test_what_comes_on_a_reminder_of_what_was_asked_for_before_the_day_may_be_older() -> None:
    older = paper(fails=Fails(older=100))
    day = a_day_asked_before(notice=False, answer_by=DAY - 3, documents=older)
    assert came(after(day, REMIND)).flaw == "older"
    assert (
        came(a_day_asked_before(notice=False, answer_by=DAY, comes=500, documents=older)).flaw == ""
    )


LISTING = replace(
    SUBSIDY,
    outcomes=tuple(
        replace(outcome, answer=(Sentence(text("You get {year}.")),))
        for outcome in SUBSIDY.outcomes
    ),
    letter={**SUBSIDY.letter, "facts": text("Facts:{facts}")},
)
"""A subsidy whose letter lists the facts."""


def facts_in(day: Day) -> str:
    """What the letter of a decided case lists, in English."""
    case = day.cases[CASE]
    return teller("en")(LetterText(day, case, case.built_on).part("facts"))


def test_the_letter_does_not_say_so_of_one_that_came_when_it_was_asked_for_again() -> None:
    day = a_day_asked_before(notice=True, answer_by=DAY - 3, case_type=LISTING, documents=PAPERS)
    again = opened(after(day, OVERVIEW, WITHOUT, ASK, HOUR))
    built_on = after(again, SettleFacts(CASE, {INCOME: "document:payslip"}), SkipHearing(CASE))
    assert "not received" not in facts_in(after(built_on, REFUSE))


def test_the_letter_stays_as_it_was_sent_when_the_document_comes_after_it() -> None:
    day = a_day_asked_before(notice=True, answer_by=DAY - 3, comes=600, case_type=LISTING)
    sent = after(ready(day, WITHOUT), REFUSE, WHOLE)
    later = after(sent, HOUR, HOUR)
    assert later.cases[CASE].documents
    assert "not received" in facts_in(sent)
    assert facts_in(later) == facts_in(sent)


def test_the_letter_says_that_a_consent_was_asked_for_where_it_was() -> None:
    """Once the last day has passed; here the opening is moved, as a day has no tomorrow."""
    day = after(a_paper_day(case_type=LISTING, party=BODIL), OVERVIEW, replace(ASK, third=True))
    (asked,) = day.cases[CASE].requests
    case = changed(day.cases[CASE], requests=(replace(asked, last=DAY - 1),))
    day = replace(day, cases=day.cases.put(CASE, case))
    day = after(day, WITHOUT, SettleFacts(CASE), SkipHearing(CASE), REFUSE)
    assert facts_in(day).endswith(
        "On 2 February 2026 we asked for your consent to get a payslip from the employer. We have "
        "not received it and have decided the case on the facts we have."
    )


def test_the_letter_says_that_it_did_not_come_and_what_that_meant() -> None:
    says = (Sentence(text("You get {year}.")),)
    outcomes = tuple(replace(outcome, answer=says) for outcome in SUBSIDY.outcomes)
    letter = {**SUBSIDY.letter, "facts": text("Facts:{facts}")}
    kind = replace(SUBSIDY, outcomes=outcomes, letter=letter)
    day = a_day_asked_before(notice=True, answer_by=DAY - 3, case_type=kind)
    for done in ((WITHOUT,), ()):  # and so it does where the time has passed and nobody said more
        ready = after(day, OVERVIEW, *done, SettleFacts(CASE), SkipHearing(CASE))
        assert facts_in(after(ready, Calculate(CASE, "reckon"))) == (
            "Facts:\n– income: DKK 24,310\n– On 23 January 2026 we asked you for a payslip. We "
            "have not received it and have decided the case on the facts we have."
        )


def test_the_letter_does_not_say_so_of_what_came_before_it_went() -> None:
    late = a_day_asked_before(notice=True, answer_by=DAY - 3, comes=600, case_type=LISTING)
    day = after(late, OVERVIEW, SettleFacts(CASE), SkipHearing(CASE), REFUSE)
    assert "not received it" in facts_in(day)
    assert "not received it" not in facts_in(after(day, HOUR, HOUR))
    assert "not received it" in facts_in(after(day, WHOLE, HOUR, HOUR))


def test_the_letter_says_so_of_what_was_asked_for_again_after_one_that_could_not_be_read() -> None:
    """Whether it comes is drawn anew, so of many seeds one is taken where it never does."""
    kind = replace(LISTING, needs=(replace(LISTING.needs[0], hear=False),))
    papers = paper(fails=Fails(unreadable=50, never=50))
    for seed in range(60):
        more = {"case_type": kind, "documents": papers, "levels": {**ALONE, "find": 0}}
        day = after(a_paper_day(seed=seed, **more), OVERVIEW, ASK, HOUR)
        if not day.cases[CASE].documents:
            continue
        day = unfold(after(opened(day), ASK, SettleFacts(CASE)), GoHome()).day
        if len(day.cases[CASE].documents) == 1:
            assert "not received it" in facts_in(day)
            return
    pytest.fail("of sixty seeds one should draw it")


def test_a_no_to_a_consent_changes_no_letter_that_has_gone() -> None:
    kind = replace(LISTING, needs=(replace(LISTING.needs[0], hear=False),))
    slow = replace(NO, reply_after=(13_000, 13_000))
    day = a_paper_day(case_type=kind, conduct=slow, levels={**ALONE, "find": 0})
    day = after(day, OVERVIEW, replace(ASK, third=True), SettleFacts(CASE))
    letters = []
    for event in unfold(day, GoHome()).events:
        day = evolve(day, event)
        if event.kind in ("letter.sent", "consent.refused"):
            letters.append(facts_in(day))
    assert len(letters) == 2
    assert letters[0] == letters[1]
    assert "we asked for your consent" in letters[0]


def test_the_letter_says_nothing_of_a_document_for_which_there_is_still_time() -> None:
    granted = after(a_paper_day(documents=NEVER), OVERVIEW, ASK, SettleFacts(CASE))
    assert "payslip" not in facts_in(after(granted, SkipHearing(CASE), Calculate(CASE, "full")))


def test_a_case_waits_only_while_there_is_time_to_answer() -> None:
    in_time = after(a_day_asked_before(notice=False, answer_by=DAY))
    passed = after(a_day_asked_before(notice=False, answer_by=DAY - 3))
    reminded = after(a_day_asked_before(notice=False, answer_by=DAY - 3), REMIND)
    states = [see(day).inbox[0].state for day in (in_time, passed, reminded)]
    assert states == ["waiting", "opened", "waiting"]


def test_the_sums_can_be_done_once_what_they_need_is_relied_on() -> None:
    found = after(a_paper_day(stopped=False), OVERVIEW)
    hands = [see(day).hand for day in (found, after(found, SettleFacts(CASE)))]
    assert [hand.reckons for hand in hands if hand] == [False, True]


@pytest.mark.parametrize("command", [REMIND, WITHOUT])
def test_once_the_case_is_decided_there_is_nobody_to_remind(command: Any) -> None:
    day = after(a_paper_day(), OVERVIEW, SettleFacts(CASE), SkipHearing(CASE), ASK)
    day = after(day, Calculate(CASE, "full"))
    assert refusal(day, command) == "decided-already"
    offers = {offer.id: offer.refused for offer in see(day).offers}
    assert offers[command.name]


@pytest.mark.parametrize("command", [REMIND, WITHOUT])
def test_nothing_is_done_about_a_document_nobody_waits_for(command: Any) -> None:
    assert refusal(a_paper_day(), command) == "nothing-waited-for"


def test_there_is_nothing_to_open_before_something_has_come() -> None:
    assert refusal(after(a_paper_day(), ASK), OpenDocument(CASE, 3)) == "no-document-here"


# What automation does meanwhile -----------------------------------------------------------------

ALONE = dict.fromkeys(("find", "hear", "calculate", "write", "pay"), 4)
"""Levels at which a case is decided and answered by automation, if nothing is in the way."""
UNHEARD = replace(SUBSIDY, needs=(replace(SUBSIDY.needs[0], hear=False),))


def alone(**more: Any) -> Day:
    """A case at level 4 in which a payslip was asked for before the day, with notice."""
    asked = {"notice": True, "answer_by": DAY, "comes": 500, "documents": PAPERS, **more}
    return a_day_asked_before(case_type=UNHEARD, levels=ALONE, **asked)


def decided(day: Day) -> bool:
    return day.cases[CASE].decision is not None


def test_while_a_document_is_waited_for_automation_does_not_go_on_alone() -> None:
    levels = {"find": 0, "hear": 4, "calculate": 4, "write": 4, "pay": 4}
    day = after(a_paper_day(levels=levels, stopped=False), OVERVIEW, ASK)
    waits = after(day, SettleFacts(CASE))
    assert not decided(waits)
    assert see(waits).inbox[0].state == "waiting"
    assert decided(opened(after(waits, HOUR)))


def test_automation_does_not_decide_over_a_document_that_nobody_has_opened() -> None:
    day = after(alone(), HOUR)
    cue = see(day).inbox[0].cue
    assert cue
    assert (cue.text, decided(day), see(day).inbox[0].state) == ("cue.document", False, "opened")
    assert not of_kind(decide(day, GoHome()), "decision.made")


@pytest.mark.parametrize(("stopped", "fell_out"), [(True, (INCOME,)), (False, ())])
def test_once_it_is_opened_the_case_falls_out_if_it_contradicts_and_else_goes_on(
    stopped: bool, fell_out: tuple[str, ...]
) -> None:
    taken = a_paper_day(levels={**ALONE, "hear": 0}, stopped=stopped)
    unread = after(taken, ASK, SkipHearing(CASE), HOUR)
    assert (unread.cases[CASE].fetched, decided(unread)) == (True, False)
    read = opened(unread)
    assert (read.cases[CASE].fell_out, decided(read)) == (fell_out, not fell_out)


def test_automation_goes_on_by_itself_once_the_citizen_says_there_is_no_such_document() -> None:
    assert decided(after(alone(documents=paper(when="citizen.age > 200")), HOUR))


def test_automation_goes_on_by_itself_after_a_no_to_a_consent() -> None:
    levels = {**ALONE, "find": 0}
    day = after(a_paper_day(levels=levels, conduct=NO, case_type=UNHEARD), OVERVIEW)
    waits = after(day, replace(ASK, third=True), SettleFacts(CASE))
    assert [decided(waits), decided(after(waits, HOUR))] == [False, True]


def test_automation_goes_on_by_itself_once_nothing_can_be_read() -> None:
    unreadable = paper(fails=Fails(unreadable=100))
    levels = {**ALONE, "find": 0}
    day = a_paper_day(levels=levels, documents=unreadable, case_type=UNHEARD)
    came_unread = after(day, OVERVIEW, ASK, SettleFacts(CASE), HOUR)
    assert [decided(came_unread), decided(opened(came_unread))] == [False, True]


def test_automation_goes_on_by_itself_once_the_time_has_passed_if_that_was_told() -> None:
    passed = {"comes": 0, "answer_by": DAY - 3}
    answered, waits = (alone(**passed, notice=notice, fresh=True) for notice in (True, False))
    answered, waits = after(answered, AcceptPrebrief()), after(waits, AcceptPrebrief())
    assert [decided(answered), decided(waits)] == [True, False]


@pytest.mark.parametrize("notice", [True, False])
def test_it_goes_on_when_the_last_day_is_over_though_nobody_is_at_the_desk(notice: bool) -> None:
    day = alone(comes=0, answer_by=DAY + 2, notice=notice)
    assert not decided(day)
    log = decide(day, GoHome())
    (over,) = of_kind(log, "document.time_over")
    assert over.minute == 3 * 1440
    assert [event.minute for event in of_kind(log, "decision.made")] == [over.minute] * notice


# What a person may not decide meanwhile ---------------------------------------------------------


def ready(day: Day, *before: Any) -> Day:
    """A day on which a payslip is asked for, and the sums would come out against the party."""
    return after(day, OVERVIEW, *before, SettleFacts(CASE), SkipHearing(CASE))


REFUSE, GRANT = Calculate(CASE, "reckon"), Calculate(CASE, "full")


def test_nobody_is_refused_while_a_document_that_was_asked_for_can_still_come() -> None:
    day = ready(a_paper_day(documents=NEVER), replace(ASK, notice=False))
    assert refusal(day, REFUSE) == "document-may-come"
    assert refusal(ready(a_paper_day(documents=NEVER), ASK), REFUSE) == "document-may-come"
    assert decided(after(day, GRANT))


def test_nobody_is_refused_before_they_are_told_what_happens_otherwise() -> None:
    day = ready(a_day_asked_before(notice=False, answer_by=DAY - 3))
    assert refusal(day, REFUSE) == "notice-first"
    assert refusal(after(day, REMIND), REFUSE) == "document-may-come"
    assert decided(after(ready(a_day_asked_before(notice=True, answer_by=DAY - 3)), REFUSE))


def test_nobody_is_refused_over_a_document_that_nobody_has_read() -> None:
    day = ready(a_paper_day(), ASK, HOUR)
    assert refusal(day, REFUSE) == "read-first"
    assert decided(after(opened(day), REFUSE))


def test_a_suggestion_against_the_party_cannot_be_followed_meanwhile_and_says_why() -> None:
    day = ready(a_paper_day(levels={"calculate": 3}, documents=NEVER), ASK)
    offer = see(day).listed("follow")
    assert offer
    assert offer.refused
    assert teller("en")(offer.refused) == (
        "You have asked for a document, and the time to answer has not passed yet. Until then the "
        "case cannot be decided against the citizen. You can put the case aside meanwhile."
    )
    assert refusal(day, Follow(CASE)) == "document-may-come"
    in_favour = ready(a_paper_day(levels={"calculate": 3}, documents=NEVER, stopped=False), ASK)
    assert decided(after(in_favour, Follow(CASE)))


# The letter that asks ---------------------------------------------------------------------------


def asking_letter(*commands: Any) -> str:
    words = {
        "document": text("We ask for {document} by {deadline:date}. {notice}"),
        "document-consent": text("May we have {document} from {third} for {title}?"),
        "document-reminder": text("On {asked:date} we asked for {document}. {notice}"),
        "document-consent-reminder": text("May we, as we asked, have {document} from {third}?"),
    }
    kind = replace(SUBSIDY, letter={**SUBSIDY.letter, **words})
    day = after(a_paper_day(case_type=kind, office=Office("Ida", "Bo", "1")), *commands)
    hand = see(after(day, SeeAsCitizen(CASE))).hand
    assert hand
    assert hand.as_citizen
    (line,) = hand.as_citizen.lines
    assert line.text
    return teller("en")(line.text)


def test_the_letter_says_what_by_when_and_what_happens_otherwise() -> None:
    assert asking_letter(ASK) == (
        "We ask for a payslip by 9 February 2026. If we do not hear from you, we will decide the "
        "case on the facts we have."
    )
    assert asking_letter(replace(ASK, notice=False)) == "We ask for a payslip by 9 February 2026."


def test_a_consent_names_what_from_whom_and_for_which_case() -> None:
    assert asking_letter(replace(ASK, third=True)) == (
        "May we have a payslip from the employer for Subsidy?"
    )


def test_a_reminder_of_a_consent_asks_for_the_consent_and_not_for_the_document() -> None:
    assert asking_letter(replace(ASK, third=True), REMIND) == (
        "May we, as we asked, have a payslip from the employer?"
    )


def test_the_letter_that_asks_for_a_consent_always_gives_notice() -> None:
    day = after(a_paper_day(), replace(ASK, third=True, notice=False))
    assert request(day).notice


def test_whoever_has_said_yes_is_not_reminded() -> None:
    day = after(a_paper_day(conduct=YES), Call(CASE), replace(ASK, third=True))
    assert request(day).state == "waits"
    assert refusal(day, REMIND) == "consented-already"


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
