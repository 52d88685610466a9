"""Asking for documentation: it comes, or does not; it is opened and laid on the case."""

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
from simulator.casework.actions.documents.requesting import (
    AskForDocument,
    GoWithoutDocument,
    RemindOfDocument,
)
from simulator.casework.actions.finding import SettleFacts
from simulator.casework.actions.hearing import SkipHearing
from simulator.casework.actions.looking.pages import LookUp
from simulator.casework.actions.looking.reading import SeeAsCitizen
from simulator.casework.actions.telephone import Call
from simulator.casework.day import Day
from simulator.casework.document_views import document_view
from simulator.casework.documents import AskedBefore, DocumentKind, Fails, Request
from simulator.casework.families import decide, unfold
from simulator.casework.letters import Sentence
from simulator.casework.opening import Arrival, Office
from simulator.casework.seeing import see
from simulator.casework.telling import tell
from simulator.core.clock import day_of, iso
from simulator.core.texts import Text
from simulator.scenario.words import teller
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
    day = after(day, Calculate(CASE, "reckon"))
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


def test_the_letter_says_that_it_did_not_come_and_what_that_meant() -> None:
    says = (Sentence(text("You get {year}.")),)
    outcomes = tuple(replace(outcome, answer=says) for outcome in SUBSIDY.outcomes)
    letter = {**SUBSIDY.letter, "facts": text("Facts:{facts}")}
    kind = replace(SUBSIDY, outcomes=outcomes, letter=letter)
    day = a_day_asked_before(notice=True, answer_by=DAY - 3, case_type=kind)
    day = after(day, OVERVIEW, WITHOUT, SettleFacts(CASE), SkipHearing(CASE))
    hand = see(after(day, Calculate(CASE, "reckon"))).hand
    assert hand
    (facts,) = [part.template for part in hand.letter if part.part == "facts"]
    assert teller("en")(facts) == (
        "Facts:\n– income: DKK 24,310\n– On 23 January 2026 we asked you for a payslip. We have "
        "not received it and have decided the case on the facts we have."
    )


def test_while_a_document_is_waited_for_automation_does_not_go_on_alone() -> None:
    levels = {"find": 0, "hear": 4, "calculate": 4, "write": 4, "pay": 4}
    day = after(a_paper_day(levels=levels, stopped=False), OVERVIEW, ASK)
    waits = after(day, SettleFacts(CASE))
    assert not waits.cases[CASE].decision
    assert see(waits).inbox[0].state == "waiting"
    opened_at_last = opened(after(waits, HOUR))
    assert opened_at_last.cases[CASE].decision


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
def test_nothing_is_done_about_a_document_nobody_waits_for(command: Any) -> None:
    assert refusal(a_paper_day(), command) == "nothing-waited-for"


def test_there_is_nothing_to_open_before_something_has_come() -> None:
    assert refusal(after(a_paper_day(), ASK), OpenDocument(CASE, 3)) == "no-document-here"


# The letter that asks ---------------------------------------------------------------------------


def asking_letter(command: AskForDocument) -> str:
    words = {
        "document": text("We ask for {document} by {deadline:date}. {notice}"),
        "document-consent": text("May we have {document} from {third} for {title}?"),
        "document-reminder": text("On {asked:date} we asked for {document}. {notice}"),
    }
    kind = replace(SUBSIDY, letter={**SUBSIDY.letter, **words})
    day = after(a_paper_day(case_type=kind, office=Office("Ida", "Bo", "1")), command)
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


def test_the_case_says_how_far_each_document_is() -> None:
    day, say = after(a_paper_day(), ASK), teller("en")
    for now, says in (
        (
            day,
            "Asked for a payslip on 2 February 2026, to come by 9 February 2026; told that the "
            "case is otherwise decided on the facts you have.",
        ),
        (after(day, HOUR), "Come and not opened: a payslip."),
        (opened(after(day, HOUR)), "Opened: a payslip."),
    ):
        hand = see(now).hand
        assert hand
        (line,) = hand.documents
        assert say(line.says) == says
    assert day_of(day.now) == DAY
