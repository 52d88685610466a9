"""The evening and the weeks after follow from letters, silences and payments."""

from dataclasses import replace

import pytest

from simulator.casework.actions.afterwards import situation
from simulator.casework.actions.day import AcceptPrebrief, GoHome, Wait
from simulator.casework.actions.deciding import Calculate
from simulator.casework.actions.documents.requesting import AskForDocument, RemindOfDocument
from simulator.casework.actions.finding import SettleFacts
from simulator.casework.actions.hearing import Hear, SkipHearing
from simulator.casework.actions.inbox import OpenCase, SetAside
from simulator.casework.actions.levels import TakeOut
from simulator.casework.actions.looking.pages import LookUp
from simulator.casework.actions.opting_out import OptOut
from simulator.casework.actions.promising import Promise
from simulator.casework.actions.telephone import Call, HangUp
from simulator.casework.actions.writing import Release, SendLetter
from simulator.casework.case_types import FUNCTIONS
from simulator.casework.commands import Command
from simulator.casework.day import Day
from simulator.casework.documents import AskedBefore, Fails
from simulator.casework.families import decide, unfold
from simulator.casework.opening import Arrival, Inject
from simulator.core.values import changed
from tests.casework.small import (
    AMINA,
    BODIL,
    CASE,
    CONDUCT,
    DAY,
    INCOME,
    PAYSLIP,
    SUBSIDY,
    a_day,
    a_town,
    after,
    citizen,
    happened,
    of_kind,
)

OVERVIEW = LookUp(CASE, "overblik", "citizen")
LETTER = SendLetter(CASE, {"rule": "template", "facts": "template"})


def evening(day: Day) -> list[str]:
    return [event.line for event in of_kind(decide(day, GoHome()), "evening.told")]  # type: ignore[attr-defined]


def decided(day: Day, outcome: str = "reckon") -> Day:
    return after(
        day, OVERVIEW, SettleFacts(CASE), SkipHearing(CASE), Calculate(CASE, outcome), LETTER
    )


def test_the_evening_of_one_who_heard_nothing_is_silence() -> None:
    assert evening(a_day()) == ["evening.silence.1"]


def test_the_evening_of_one_who_was_called_is_not() -> None:
    assert evening(after(a_day(), Call(CASE), HangUp())) == ["evening.called.1"]


def test_a_digital_letter_to_one_without_digital_post_is_unread() -> None:
    assert evening(decided(a_day(party=BODIL))) == ["evening.unread.1"]


def test_the_same_letter_on_paper_is_read_and_says_what_is_not_so() -> None:
    day = after(a_day(party=BODIL), OptOut(CASE, "letter", "citizen"))
    assert evening(decided(day)) == ["evening.adverse.wrong.1"]


REFUSED = {"december": 24_310, "since": 24_310}
"""Wages that are over the limit in truth."""


def test_a_right_refusal_with_its_reasons_is_another_evening_than_a_bare_one() -> None:
    ready = after(
        a_day(town=a_town(**REFUSED)),
        OVERVIEW,
        SettleFacts(CASE),
        SkipHearing(CASE),
        Calculate(CASE, "reckon"),
    )
    reasons = {"rule": "template", "considerations": "template", "facts": "template"}
    assert evening(after(ready, SendLetter(CASE, reasons))) == ["evening.adverse.reasoned.1"]
    assert evening(after(ready, LETTER)) == ["evening.adverse.1"]


def test_a_letter_that_says_nothing_of_the_facts_cannot_be_wrong_about_them() -> None:
    ready = after(
        a_day(), OVERVIEW, SettleFacts(CASE), SkipHearing(CASE), Calculate(CASE, "reckon")
    )
    bare = SendLetter(CASE, {"rule": "template"})
    assert evening(after(ready, bare)) == ["evening.adverse.1"]


def test_the_evening_of_one_who_was_heard_and_waits() -> None:
    day = after(a_day(), OVERVIEW, SettleFacts(CASE), Hear(CASE, (INCOME,)))
    assert evening(day) == ["evening.asked.1"]


def test_the_evening_of_one_who_was_asked_for_a_document_is_not_of_one_who_was_heard() -> None:
    day = a_day(documents={"payslip": PAYSLIP})
    assert evening(after(day, AskForDocument(CASE, "payslip"))) == ["evening.document.1"]


def test_the_evening_of_one_who_has_sent_it_is_another() -> None:
    day = after(a_day(documents={"payslip": PAYSLIP}), AskForDocument(CASE, "payslip"), Wait(60))
    assert day.cases[CASE].documents
    assert evening(day) == ["evening.document.1"]  # a kind of which this day has no lines
    assert situation(day, day.cases[CASE]) == "document.sent"


def test_one_who_refused_a_consent_and_heard_no_more_is_in_silence() -> None:
    day = a_day(documents={"payslip": PAYSLIP}, conduct=changed(CONDUCT, consents=0))
    day = after(day, AskForDocument(CASE, "payslip", third=True), Wait(60))
    assert day.cases[CASE].requests[0].state == "refused"
    assert evening(day) == ["evening.silence.1"]


def test_one_who_is_reminded_is_as_one_who_is_asked() -> None:
    asked = AskedBefore("payslip", DAY - 10, DAY - 3, notice=False)
    comes_in = Arrival(CASE, SUBSIDY.id, AMINA, 480, "self-service", asked_before=(asked,))
    day = a_day(arrivals=(comes_in,), documents={"payslip": PAYSLIP})
    assert evening(day) == ["evening.silence.1"]
    never = {"payslip": changed(PAYSLIP, fails=Fails(never=100))}
    day = a_day(arrivals=(comes_in,), documents=never)
    assert evening(after(day, RemindOfDocument(CASE, "payslip"))) == ["evening.document.1"]


@pytest.mark.parametrize("what", [AskForDocument(CASE, "payslip"), Hear(CASE, (INCOME,))])
def test_one_who_cannot_read_what_was_written_is_in_silence(what: Command) -> None:
    day = a_day(town=a_town(citizen(AMINA, digital="none")), documents={"payslip": PAYSLIP})
    assert evening(after(day, OVERVIEW, SettleFacts(CASE), what)) == ["evening.silence.1"]


def test_the_evening_of_one_who_rang_in_vain() -> None:
    day = a_day(conduct=changed(CONDUCT, rings_about_waiting=100))
    assert evening(after(day, Wait(120))) == ["evening.rang-out.1"]


def test_of_a_case_that_was_set_aside_nothing_is_told() -> None:
    log = decide(after(a_day(), SetAside(CASE)), GoHome())
    assert [event.kind for event in log] == ["day.closed", "day.ended"]


def test_a_person_who_decided_against_the_facts_they_had_is_the_cause_themselves() -> None:
    day = decided(a_day(stopped=False), "none")
    (filed,) = of_kind(decide(day, GoHome()), "complaint.filed")
    assert filed.because == (day.cases[CASE].letter, day.cases[CASE].decided_at)


def test_a_complaint_is_looked_at_again_and_then_decided_by_what_the_registers_show() -> None:
    day = decided(a_day())
    log = decide(day, GoHome())
    kinds = [e.kind for e in log if e.kind.startswith(("complaint.", "appeal."))]
    (filed,) = of_kind(log, "complaint.filed")
    assert day.cases[CASE].decided_at in filed.because
    assert kinds[:2] == ["complaint.filed", "complaint.reassessed"]
    (appeal,) = of_kind(log, "appeal.decided")
    assert (appeal.ended, appeal.ground) == ("changed", "facts")  # type: ignore[attr-defined]
    assert appeal.days > 28 + 3  # type: ignore[attr-defined]


def test_a_right_refusal_stands() -> None:
    day = a_day(town=a_town(december=24_310, since=24_310))
    (appeal,) = of_kind(decide(decided(day), GoHome()), "appeal.decided")
    assert appeal.ended == "upheld"  # type: ignore[attr-defined]


def test_what_was_paid_without_ground_stays_unfound_where_nothing_finds_it() -> None:
    day = a_day(town=a_town(december=24_310, since=24_310))
    paid = after(decided(day, "full"), Release(CASE))
    (unfound,) = of_kind(decide(paid, GoHome()), "mistake.unfound")
    assert unfound.amount == 100_000  # type: ignore[attr-defined]


ALL_PARTS = SendLetter(
    CASE, {"rule": "template", "considerations": "template", "facts": "template"}
)
PATIENT = changed(CONDUCT, complains=0)


def thanked(day: Day, letter: SendLetter, *kindness: Command, outcome: str = "reckon") -> bool:
    day = after(day, *kindness, OVERVIEW, SettleFacts(CASE), SkipHearing(CASE))
    day = after(day, Calculate(CASE, outcome), letter)
    return bool(of_kind(decide(day, GoHome()), "thanks.received"))


@pytest.mark.parametrize("outcome", ["full", "none"])
@pytest.mark.parametrize("wages", [18_200, 24_310])
def test_thanks_come_to_a_right_and_a_wrong_answer_alike(outcome: str, wages: int) -> None:
    for seed in range(20):
        town = a_town(december=wages, since=wages)
        day = a_day(town=town, conduct=PATIENT, seed=seed)
        same = a_day(town=a_town(), conduct=PATIENT, seed=seed)
        assert thanked(day, LETTER, outcome=outcome) == thanked(same, LETTER, outcome=outcome)
    assert thanked(day, ALL_PARTS, Call(CASE), HangUp(), outcome=outcome)


def test_those_who_were_given_reasons_and_spoken_with_thank_more_often() -> None:
    seeds = range(60)
    bare = [s for s in seeds if thanked(a_day(conduct=PATIENT, seed=s), LETTER)]
    reasoned = [s for s in seeds if thanked(a_day(conduct=PATIENT, seed=s), ALL_PARTS)]
    assert set(bare) < set(reasoned) < set(seeds)


def test_a_letter_one_cannot_open_is_not_thanked_for() -> None:
    assert not thanked(a_day(party=BODIL, conduct=PATIENT), ALL_PARTS, Call(CASE), HangUp())


def test_somebody_who_was_let_down_does_not_thank() -> None:
    days = [a_day(conduct=PATIENT, seed=seed) for seed in range(20)]
    down = [changed(day, contacts=day.contacts.put((AMINA, "let-down"), 1)) for day in days]
    assert any(thanked(day, ALL_PARTS) for day in days)
    assert not any(thanked(day, ALL_PARTS) for day in down)


def test_one_who_was_given_too_much_may_have_thanked_before_anybody_knew() -> None:
    day = after(a_day(town=a_town(**REFUSED)), Call(CASE), HangUp())
    day = after(day, OVERVIEW, SettleFacts(CASE), SkipHearing(CASE))
    day = after(day, Calculate(CASE, "full"), ALL_PARTS, Release(CASE))
    kinds = [event.kind for event in decide(day, GoHome())]
    assert kinds[-3:] == ["thanks.received", "mistake.unfound", "day.ended"]


def test_one_who_waits_in_vain_gives_up() -> None:
    (gave_up,) = of_kind(decide(a_day(), GoHome()), "citizen.gave_up")
    assert gave_up.days >= 3  # type: ignore[attr-defined]


def test_everything_after_closing_has_a_cause() -> None:
    for day in (a_day(), decided(a_day()), decided(a_day(party=BODIL))):
        log = decide(day, GoHome())
        later = [e for e in log if e.kind.split(".")[0] in ("complaint", "appeal", "citizen")]
        assert later
        assert all(event.because for event in later)


def test_the_weeks_count_from_the_letter_that_is_answered() -> None:
    for seed in range(12):
        day = a_day(SUBSIDY, dict.fromkeys(FUNCTIONS, 4), party=BODIL, seed=seed)
        log = decide(day, GoHome())
        (letter,) = of_kind(log, "letter.sent")
        (gave_up,) = of_kind(log, "citizen.gave_up")
        assert letter.minute == 480 + 9 * 1440
        assert gave_up.because[0] == letter.seq
        assert 12 <= gave_up.days <= 30  # type: ignore[attr-defined]
        assert gave_up.minute == gave_up.days * 1440 + 600  # type: ignore[attr-defined]


def test_what_people_do_comes_between_what_automation_does_in_those_weeks() -> None:
    both = (
        Arrival("S-1", "subsidy", BODIL, 480, "self-service"),
        Arrival("S-2", "subsidy", AMINA, 480, "self-service"),
    )
    levels = dict.fromkeys(FUNCTIONS, 4)
    day = a_day(SUBSIDY, levels, arrivals=both, fresh=True)
    orders = set()
    for seed in range(40):
        opening = changed(day.opening, seed=seed)
        early = after(changed(day, opening=opening), AcceptPrebrief(), OpenCase("S-2"))
        log = decide(after(early, TakeOut("S-2"), Call("S-2"), Promise("letter")), GoHome())
        told = [e for e in log if e.kind in ("letter.sent", "citizen.gave_up")]
        orders.add(tuple((e.kind, e.case) for e in told))
        minutes = [event.minute for event in log]
        assert minutes == sorted(minutes)
        assert all(cause < e.seq for e in log for cause in e.because if isinstance(cause, int))
    assert (
        ("citizen.gave_up", "S-2"),
        ("letter.sent", "S-1"),
        ("citizen.gave_up", "S-1"),
    ) in orders
    assert (
        ("letter.sent", "S-1"),
        ("citizen.gave_up", "S-2"),
        ("citizen.gave_up", "S-1"),
    ) in orders


def test_nothing_happens_once_the_weeks_after_have_been_told() -> None:
    slow = replace(SUBSIDY, hearing_days=28)
    arrivals = (
        Arrival("S-0", slow.id, AMINA, 480, "self-service"),
        Arrival(CASE, slow.id, BODIL, 480, "self-service"),
    )
    levels = dict.fromkeys(FUNCTIONS, 4)
    more = {"arrivals": arrivals, "town": a_town(**REFUSED), "seed": 12}
    day = after(a_day(slow, levels, fresh=True, **more), AcceptPrebrief())
    run = unfold(day, GoHome())
    assert run.events[-2].minute > 28 * 1440 + 480  # an appeal, after the hearing would have ended
    assert run.events[-1].kind == "day.ended"
    assert happened(run.day, Wait(15)) == ["command.refused"]


def test_minutes_never_run_backwards_through_the_weeks() -> None:
    minutes = [event.minute for event in decide(decided(a_day()), GoHome())]
    assert minutes == sorted(minutes)


def test_what_somebody_would_have_said_after_one_has_gone_home_is_not_heard() -> None:
    day = a_day(injects=(Inject("cake", 600, "colleague", "says.amina"),))
    assert "inject.arrived" in happened(day, Wait(120))
    assert "inject.arrived" not in happened(day, GoHome())
