"""Given a day, when a command, then events: what a caseworker can do, and what is refused."""

import pytest

from simulator.casework.actions.day import AcceptPrebrief, GoHome, MarkMoment, Wait
from simulator.casework.actions.finding import SettleFacts
from simulator.casework.actions.hearing import Hear, SkipHearing
from simulator.casework.actions.inbox import CloseCase, HandOver, OpenCase, SetAside
from simulator.casework.actions.levels import ChoosePreset, SetLevel
from simulator.casework.actions.looking.pages import LookUp, RecordOpened
from simulator.casework.actions.looking.reading import ReadFreetext
from simulator.casework.actions.opting_out import OptOut
from simulator.casework.actions.promising import Promise
from simulator.casework.actions.repairing import CorrectHere, NoteConflict, ReportError
from simulator.casework.actions.telephone import AnswerCall, Ask, Call, CitizenAsked, HangUp, Tell
from simulator.casework.actions.tickets import WriteTicket
from simulator.casework.actions.writing import AddNote, LetterSent, SendLetter
from simulator.casework.families import decide, unfold
from simulator.casework.opening import Arrival, Conduct
from simulator.casework.plans import Reply, Ring
from simulator.casework.seeing import see
from simulator.core.values import changed
from tests.casework.small import (
    AMINA,
    BODIL,
    CASE,
    CONDUCT,
    INCOME,
    a_day,
    a_town,
    after,
    citizen,
    happened,
    of_kind,
    refusal,
)

LOOK_IN_REGISTER = LookUp(CASE, "eindkomst", "income", "the Act")
LOOK_IN_OVERVIEW = LookUp(CASE, "overblik", "citizen")
ALL_PARTS = {"rule": "template", "considerations": "template", "facts": "template"}


def test_a_look_up_without_a_basis_is_refused_where_the_system_insists() -> None:
    assert refusal(a_day(), LookUp(CASE, "eindkomst", "income")) == "basis-missing"


def test_a_page_exposes_exactly_its_fields_and_earlier_months() -> None:
    (event,) = decide(a_day(), LOOK_IN_REGISTER)
    assert isinstance(event, RecordOpened)
    (field,) = event.fields
    assert (field.path, field.value, field.dated) == (INCOME, 1_820_000, True)
    assert [value for _, value in field.earlier] == [2_431_000]


def test_the_overview_says_nothing_of_age() -> None:
    (event,) = decide(a_day(), LOOK_IN_OVERVIEW)
    assert isinstance(event, RecordOpened)
    assert not event.fields[0].dated


def test_a_look_up_takes_its_minutes() -> None:
    assert after(a_day(), LOOK_IN_REGISTER).minute == 483


def test_pointing_at_two_that_disagree_finds_the_one_that_is_wrong() -> None:
    day = after(a_day(), LOOK_IN_REGISTER, LOOK_IN_OVERVIEW)
    found = of_kind(
        decide(day, NoteConflict(CASE, INCOME, ("eindkomst", "overblik"))), "error.found"
    )
    assert [(event.source, event.revealed_by) for event in found] == [("overblik", "player")]  # type: ignore[attr-defined]


def test_two_that_agree_are_not_said_to_disagree() -> None:
    day = after(a_day(stopped=False), LOOK_IN_REGISTER, LOOK_IN_OVERVIEW)
    assert refusal(day, NoteConflict(CASE, INCOME, ("eindkomst", "overblik"))) == "sources-agree"


def test_a_citizen_says_what_is_true_of_them() -> None:
    day = after(a_day(), Call(CASE))
    (asked,) = of_kind(decide(day, Ask(INCOME)), "citizen.asked")
    assert isinstance(asked, CitizenAsked)
    assert (asked.certainty, asked.field.value) == ("sure", 1_820_000)


def test_a_citizen_who_knows_roughly_rounds_to_thousands() -> None:
    vague = citizen(AMINA, knows={INCOME: "roughly"})
    day = after(a_day(town=a_town(vague)), Call(CASE))
    (asked,) = of_kind(decide(day, Ask(INCOME)), "citizen.asked")
    assert asked.field.value == 1_800_000  # type: ignore[attr-defined]


def test_a_citizen_who_does_not_know_says_so() -> None:
    lost = citizen(AMINA, knows={INCOME: "unknown"})
    day = after(a_day(town=a_town(lost)), Call(CASE))
    (asked,) = of_kind(decide(day, Ask(INCOME)), "citizen.asked")
    assert (asked.field.value, asked.field.state) == (None, "missing")  # type: ignore[attr-defined]


def test_what_a_sure_citizen_says_shows_the_error_in_a_system() -> None:
    day = after(a_day(), LOOK_IN_OVERVIEW, Call(CASE))
    (found,) = of_kind(decide(day, Ask(INCOME)), "error.found")
    assert (found.source, found.revealed_by) == ("overblik", "citizen")  # type: ignore[attr-defined]


def test_nobody_can_be_asked_without_a_call() -> None:
    assert refusal(a_day(), Ask(INCOME)) == "nobody-on-the-line"
    assert refusal(after(a_day(), Call(CASE), HangUp()), Ask(INCOME)) == "nobody-on-the-line"


def test_facts_are_settled_on_the_source_that_was_picked() -> None:
    day = after(a_day(), LOOK_IN_REGISTER, LOOK_IN_OVERVIEW)
    picked = after(day, SettleFacts(CASE, {INCOME: "eindkomst"}))
    assert [one.source for one in picked.cases[CASE].basis] == ["eindkomst"]


def test_facts_nobody_has_seen_cannot_be_settled() -> None:
    assert refusal(a_day(), SettleFacts(CASE)) == "fact-not-seen"


def test_an_answer_to_a_hearing_is_laid_on_the_case_and_replaces_nothing() -> None:
    day = after(a_day(), LOOK_IN_OVERVIEW, SettleFacts(CASE), Hear(CASE, (INCOME,)))
    heard = after(day, Wait(60))
    hearing = heard.cases[CASE].hearing
    assert hearing
    assert hearing.answered
    shown = [(one.source, one.value) for one in heard.cases[CASE].seen]
    assert shown == [("overblik", 2_431_000), ("citizen", 1_820_000)]
    assert [one.source for one in heard.cases[CASE].basis] == ["overblik"]


def test_a_digital_hearing_to_one_who_cannot_read_it_is_never_answered() -> None:
    day = after(a_day(party=BODIL), LOOK_IN_OVERVIEW, SettleFacts(CASE), Hear(CASE, (INCOME,)))
    assert not [due for due in day.agenda if isinstance(due.plan, Reply)]


def test_going_round_the_digital_reaches_them() -> None:
    day = after(a_day(party=BODIL), OptOut(CASE, "phone", "citizen"))
    day = after(day, LOOK_IN_OVERVIEW, SettleFacts(CASE), Hear(CASE, (INCOME,)))
    assert [due.plan for due in day.agenda if isinstance(due.plan, Reply)] == [Reply(CASE)]


def ready_to_write() -> object:
    from simulator.casework.actions.deciding import Calculate

    day = after(a_day(), LOOK_IN_REGISTER, SettleFacts(CASE), SkipHearing(CASE))
    return after(day, Calculate(CASE, "reckon"))


def test_a_letter_tells_the_facts_only_if_that_part_is_in_it() -> None:
    day = ready_to_write()
    (with_facts,) = of_kind(decide(day, SendLetter(CASE, ALL_PARTS)), "letter.sent")  # type: ignore[arg-type]
    (without,) = of_kind(decide(day, SendLetter(CASE, {"rule": "template"})), "letter.sent")  # type: ignore[arg-type]
    assert isinstance(with_facts, LetterSent)
    assert [one.path for one in with_facts.facts] == [INCOME]
    assert without.facts == ()  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("parts", "own", "reason"),
    [
        ({}, {}, "empty-letter"),
        ({"rule": "own"}, {}, "own-words-missing"),
        ({"rule": "own"}, {"rule": " \n "}, "own-words-missing"),
        ({"rule": "template"}, {"facts": "x"}, "own-words-unused"),
        ({"poem": "own"}, {"poem": "x"}, "no-such-part"),
        ({"rule": "gold"}, {}, "no-such-part"),
    ],
)
def test_a_letter_that_makes_no_sense_is_refused(
    parts: dict[str, str], own: dict[str, str], reason: str
) -> None:
    assert refusal(ready_to_write(), SendLetter(CASE, parts, own)) == reason  # type: ignore[arg-type]


def test_own_words_never_enter_an_event() -> None:
    secret = "Kære Amina, jeg har set på det hele igen."
    events = decide(ready_to_write(), SendLetter(CASE, {"rule": "own"}, {"rule": secret}))  # type: ignore[arg-type]
    (composed,) = of_kind(events, "letter.composed")
    assert composed.words == (("rule", 1),)  # type: ignore[attr-defined]
    assert composed.length == 9  # type: ignore[attr-defined]
    assert secret not in repr(events)


def test_words_are_numbered_through_the_day() -> None:
    day = after(a_day(), MarkMoment("hm"), AddNote(CASE, "ringet"))
    (marked,) = decide(day, MarkMoment("igen"))
    assert marked.words == 3  # type: ignore[attr-defined]


def test_an_empty_note_is_refused() -> None:
    assert refusal(a_day(), AddNote(CASE, "")) == "empty-note"
    assert refusal(a_day(), AddNote(CASE, "  \n ")) == "empty-note"


def test_a_case_cannot_be_closed_before_the_citizen_has_an_answer() -> None:
    assert refusal(a_day(), CloseCase(CASE)) == "unanswered"


@pytest.mark.parametrize("command", [SetAside(CASE), HandOver(CASE)])
def test_a_case_that_is_away_is_left_alone(command: object) -> None:
    day = after(a_day(), command)  # type: ignore[arg-type]
    assert refusal(day, OpenCase(CASE)) == "case-away"


def test_nothing_is_kept_of_why_a_case_was_skipped() -> None:
    (event,) = decide(a_day(), SetAside(CASE))
    assert (event.because, event.question) == ((), None)


def test_a_value_typed_in_shows_at_once_and_is_gone_after_the_next_run() -> None:
    day = after(a_day(), LOOK_IN_OVERVIEW, CorrectHere(CASE, "overblik", INCOME, 1_820_000))
    (event,) = decide(day, LOOK_IN_OVERVIEW)
    assert event.fields[0].value == 1_820_000  # type: ignore[attr-defined]


def test_it_repairs_the_integration_a_ticket_is_about_and_it_catches_up_tonight() -> None:
    day = after(a_day(), WriteTicket("overblik", "error", "Indkomsten er gammel"))
    run = unfold(day, Wait(60))
    assert of_kind(run.events, "integration.repaired")
    (event,) = decide(run.day, LOOK_IN_OVERVIEW)
    assert event.fields[0].value == 2_431_000  # type: ignore[attr-defined]
    assert not run.day.world.landscape.integrations[0].stopped_at(run.day.now)


def test_a_ticket_about_a_system_with_healthy_arrows_repairs_nothing() -> None:
    day = after(a_day(stopped=False), WriteTicket("overblik", "error"))
    answered = unfold(day, Wait(60)).events
    assert not of_kind(answered, "integration.repaired")
    assert [event.line for event in of_kind(answered, "ticket.answered")] == ["it.not-reproduced"]  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("look", "system", "line"),
    [(LOOK_IN_OVERVIEW, "overblik", "owner.copy"), (LOOK_IN_REGISTER, "eindkomst", "owner.holds")],
)
def test_an_owner_answers_for_what_is_theirs(look: LookUp, system: str, line: str) -> None:
    day = after(a_day(), look, ReportError(CASE, system, INCOME))
    (answer,) = of_kind(decide(day, Wait(60)), "ticket.answered")
    assert answer.line == line  # type: ignore[attr-defined]


def calling(**chances: int) -> Conduct:
    return changed(CONDUCT, **chances)


def test_a_citizen_rings_about_waiting_and_rings_out_if_nobody_answers() -> None:
    day = a_day(conduct=calling(rings_about_waiting=100), fresh=True)
    day = after(day, AcceptPrebrief())
    assert happened(day, Wait(120)) == ["time.passed", "call.rang"]
    assert happened(after(day, Wait(120)), Wait(120)) == ["time.passed", "call.rang_out"]


def test_one_who_has_been_called_does_not_ring() -> None:
    day = a_day(conduct=calling(rings_about_waiting=100))
    assert happened(after(day, Call(CASE), HangUp()), Wait(120)) == ["time.passed"]


def test_the_ringing_telephone_can_be_taken_and_things_promised() -> None:
    day = a_day(conduct=calling(rings_about_waiting=100))
    while day.ringing is None:
        day = after(day, Wait(1))
    on_line = after(day, AnswerCall(), Tell("status"), Promise("letter"), HangUp())
    assert [promise for *_, promise in on_line.promises] == ["letter"]
    assert "promise.broken" in happened(on_line, GoHome())


def test_a_kinder_day_can_only_lose_calls() -> None:
    reasoned = calling(rings_about_adverse=60, less_when_reasoned=40)
    for seed in range(30):
        rings = []
        for parts in ({"rule": "template"}, ALL_PARTS):
            day = a_day(conduct=reasoned, seed=seed)
            day = after(day, LOOK_IN_OVERVIEW, SettleFacts(CASE), SkipHearing(CASE))
            from simulator.casework.actions.deciding import Calculate

            day = after(day, Calculate(CASE, "reckon"), SendLetter(CASE, parts))
            rings.append(any(type(due.plan) is Ring for due in day.agenda))
        assert rings[1] <= rings[0]


def test_levels_are_chosen_before_opening_and_changed_for_a_price_after() -> None:
    fresh = a_day(fresh=True)
    assert happened(fresh, SetLevel("subsidy", "calculate", 3)) == ["level.chosen"]
    assert after(a_day(), SetLevel("subsidy", "calculate", 3, "travlt")).minute == 482


def test_a_preset_sets_all_its_levels() -> None:
    day = after(a_day(levels={"find": 4}, fresh=True), ChoosePreset("hand"))
    assert set(day.levels.values()) == {0}


def test_a_level_that_is_not_offered_is_refused() -> None:
    assert refusal(a_day(), SetLevel("subsidy", "calculate", 9)) == "level-not-offered"


def test_before_the_briefing_is_accepted_nothing_else_can_be_done() -> None:
    assert refusal(a_day(fresh=True), OpenCase(CASE)) == "briefing-first"


def test_after_going_home_the_day_is_over() -> None:
    day = after(a_day(), GoHome())
    assert day.ended
    assert refusal(day, Wait(5)) == "day-over"


def test_the_citizens_own_words_are_opened_deliberately() -> None:
    assert happened(a_day(), ReadFreetext(CASE)) == ["freetext.opened"]


def test_choices_carry_the_question_they_answer() -> None:
    day = after(a_day(), LOOK_IN_OVERVIEW)
    settled = decide(day, SettleFacts(CASE))[0]
    assert settled.question == (CASE, "find", "basis", 1)


@pytest.mark.parametrize(
    ("typed", "value"),
    [
        ("18.200", 1_820_000),
        ("18.200,00", 1_820_000),
        ("18.200,5", 1_820_050),
        ("18200,75", 1_820_075),
        ("18 200 kr.", 1_820_000),
        ("18\u00a0200", 1_820_000),
        ("18,200.00", 1_820_000),
        ("DKK 18,200", 1_820_000),
        ("kr. 18.200,-", 1_820_000),
        ("18200 kr", 1_820_000),
        ("1.018.200", 101_820_000),
        ("0", 0),
    ],
)
def test_an_amount_is_typed_as_people_type_it(typed: str, value: int) -> None:
    day = after(a_day(), LOOK_IN_OVERVIEW)
    correct = see(day).offer("correct_here")
    assert correct
    command = correct.make({"value": (INCOME, "overblik"), "new": typed})
    (event,) = decide(day, command)
    assert event.value == value  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    "typed",
    ["", "meget", "-5", "1e9", "9" * 12, "9" * 40, "9" * 5_000, "18.20.0", "18.200.50", "18,200,5"],
)
def test_what_a_field_cannot_hold_is_refused(typed: str) -> None:
    day = after(a_day(), LOOK_IN_OVERVIEW)
    correct = see(day).offer("correct_here")
    assert correct
    command = correct.make({"value": (INCOME, "overblik"), "new": typed})
    assert refusal(day, command) == "not-such-a-value"


def test_two_cases_may_come_in_the_same_minute() -> None:
    both = tuple(Arrival(case, "subsidy", AMINA, 480, "self-service") for case in ("S-1", "S-2"))
    day = after(a_day(fresh=True, arrivals=both), AcceptPrebrief())
    assert list(day.cases) == ["S-1", "S-2"]
