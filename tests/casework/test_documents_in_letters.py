"""Letters about documents: one that asks, one that reminds, and what an answer says of them."""

from dataclasses import replace
from typing import Any

import pytest

from simulator.casework.actions.day import GoHome
from simulator.casework.actions.deciding import Calculate
from simulator.casework.actions.finding import SettleFacts
from simulator.casework.actions.hearing import SkipHearing
from simulator.casework.actions.looking.reading import SeeAsCitizen
from simulator.casework.documents import Fails
from simulator.casework.families import evolve, unfold
from simulator.casework.letters import Sentence
from simulator.casework.opening import Office
from simulator.casework.seeing import see
from simulator.core.values import changed
from simulator.scenario.words import teller
from tests.casework.answered import WHOLE
from tests.casework.papers import (
    ALONE,
    ASK,
    HOUR,
    LISTING,
    NEVER,
    NO,
    OVERVIEW,
    REFUSE,
    REMIND,
    WITHOUT,
    a_day_asked_before,
    a_paper_day,
    facts_in,
    opened,
    paper,
    ready,
    request,
)
from tests.casework.small import (
    BODIL,
    CASE,
    DAY,
    INCOME,
    PAPERS,
    SUBSIDY,
    after,
    text,
)


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
