"""What a letter says depends on the outcome, on what was relied on, and on who decided."""

from dataclasses import replace

import pytest

from simulator.casework.actions.day import Wait
from simulator.casework.actions.deciding import Calculate, Decide
from simulator.casework.actions.finding import SettleFacts
from simulator.casework.actions.hearing import Hear, SkipHearing
from simulator.casework.actions.looking.pages import LookUp
from simulator.casework.actions.telephone import Ask, Call, HangUp
from simulator.casework.actions.writing import SendLetter
from simulator.casework.as_read import as_read
from simulator.casework.automation import values_of
from simulator.casework.case_types import Answer, CaseType, Consideration, Outcome
from simulator.casework.commands import Command
from simulator.casework.day import Day, Hearing
from simulator.casework.letter_text import LetterText
from simulator.casework.letters import PARTS, Complaint, Sentence
from simulator.casework.opening import Office
from simulator.casework.sights import Seen
from simulator.core.clock import MINUTES_A_DAY, day_number
from simulator.core.facts import Fact, stated
from simulator.core.texts import Language, Text
from simulator.core.values import changed
from simulator.scenario.words import teller
from tests.casework.answered import WHOLE
from tests.casework.small import (
    AMINA,
    CASE,
    INCOME,
    WEIGHED,
    a_day,
    a_town,
    after,
    citizen,
    month,
    text,
)

LOOK = LookUp(CASE, "overblik", "citizen")
OFFICE = Office("Inge Sølvberg", "Bo Ravnkær", "08 12 34 56")
TOLD: CaseType = changed(
    WEIGHED,
    outcomes=(
        Outcome(
            "full",
            text("full"),
            when="year <= limit",
            pays="fee",
            answer=(Sentence(text("You get {pays}.")),),
            why=(Sentence(text("You have {year}. The limit is {limit}."), "decided.by_rule"),),
        ),
        Outcome(
            "part",
            text("part"),
            when="false",
            figure="limit - year",
            figure_type="kroner",
            unit=text("{figure}"),
            fits="year < limit",
            answer=(
                Sentence(text("You get {figure}.")),
                Sentence(text("You get a part."), "otherwise"),
            ),
        ),
        Outcome(
            "none",
            text("none"),
            adverse=True,
            scale="year > limit // 2",
            answer=(Sentence(text("Refused.")),),
            why=(
                Sentence(text("You have {year}. The limit is {limit}."), "year > limit"),
                Sentence(text("The scale says no."), "decided.by_scale"),
                Sentence(text("It is a judgement."), "otherwise"),
            ),
            letter={"rule": text("No law is needed.")},
        ),
    ),
    considerations=(
        Consideration("lasting", Text("Om det varer", "Whether it lasts")),
        Consideration("own", text("own"), told=text("your own word of {income.monthly}")),
    ),
    complaint=Complaint(text("the board"), 10),
    letter={
        **{part: text(part) for part in PARTS},
        "amount": text("{answer}"),
        "considerations": text("{why}\n{considerations}"),
        "facts": text("We know:{facts}"),
        "complaint": text("Go to {instance} within {within}, by {until:date}."),
        "contact": text("Ring {caseworker} on {telephone}, {opens:clock}-{closes:clock}."),
        "decided-by-automation": text("Nobody saw it. {leader} answers."),
        "decided-by-automation-sent": text("Somebody sent it. {leader} answers."),
        "hearing": text("Is this right?{facts}\nWrite by {deadline:date}."),
    },
)
INCOME_FACT = Fact(
    INCOME,
    "citizen",
    "kroner",
    "month",
    text("income"),
    {},
    35,
    states={"any": text("You earn {value}.")},
)


def a_told_day(levels: dict[str, int] | None = None, **more: object) -> Day:
    return a_day(TOLD, levels, office=OFFICE, facts={INCOME: INCOME_FACT}, **more)


def decided(outcome: str, *considerations: str) -> Day:
    """A day on which Amina's case, with 24.310 a month, was decided by hand."""
    day = after(a_told_day(), LOOK, SettleFacts(CASE), SkipHearing(CASE))
    return after(day, Calculate(CASE, "reckon"), Decide(CASE, outcome, considerations))


def part(day: Day, name: str, language: Language = "en") -> str:
    case = day.cases[CASE]
    return teller(language)(LetterText(day, case, case.basis).part(name))


def test_the_parts_are_read_from_the_answer_to_whom_to_ring() -> None:
    sent = after(decided("none"), SendLetter(CASE, dict.fromkeys(PARTS, "template")))
    letter = as_read(sent, sent.cases[CASE])
    assert letter
    order = "amount considerations facts rule complaint correct decided-by contact"
    assert [line.part for line in letter.lines] == order.split()


def test_a_refusal_says_why_not_with_ones_own_figure_and_the_limit() -> None:
    day = decided("none")
    assert part(day, "amount") == "Refused."
    assert part(day, "considerations") == "You have DKK 291,720. The limit is DKK 240,000."
    assert part(day, "considerations", "da") == "You have 291.720 kr. The limit is 240.000 kr."


def test_a_grant_says_its_own_answer_and_what_is_paid() -> None:
    assert part(decided("full"), "amount") == "You get DKK 1,000."


def test_what_only_the_rule_makes_true_is_not_said_where_somebody_departed_from_it() -> None:
    assert part(decided("full"), "considerations") == "You got what you applied for."
    day = after(a_told_day(stopped=False), LOOK, SettleFacts(CASE), SkipHearing(CASE))
    by_rule = after(day, Calculate(CASE, "reckon"), Decide(CASE, "full"))
    assert part(by_rule, "considerations") == "You have DKK 218,400. The limit is DKK 240,000."


def test_a_figure_that_contradicts_the_outcome_is_not_given() -> None:
    day = decided("part")
    answer = day.cases[CASE].decision
    assert answer
    assert answer.figure is None
    assert part(day, "amount") == "You get a part."


def test_an_answer_without_its_figure_can_be_defended_as_one_with_it() -> None:
    some = tuple(
        changed(outcome, defensible="true") if outcome.id == "part" else outcome
        for outcome in TOLD.outcomes
    )
    day = after(a_day(changed(TOLD, outcomes=some)), LOOK, SettleFacts(CASE), SkipHearing(CASE))
    day = after(day, Calculate(CASE, "reckon"), Decide(CASE, "part"))
    case = day.cases[CASE]
    assert case.decision in day.rule(case).defensible(values_of(case.basis))


def test_a_sentence_with_what_is_not_known_is_not_said() -> None:
    optional = changed(TOLD, needs=tuple(changed(need, optional=True) for need in TOLD.needs))
    day = after(a_day(optional, office=OFFICE), SettleFacts(CASE), SkipHearing(CASE))
    day = after(day, Calculate(CASE, "none"))
    day = after(day, Decide(CASE, "none", ("own",)))
    assert part(day, "considerations") == "It is a judgement."


ASKED = (Call(CASE), Ask("income.monthly"), HangUp())


@pytest.mark.parametrize(
    ("looks", "told"),
    [((), "A judgement."), ((LOOK,), "Nobody has it."), (ASKED, "A judgement.")],
    ids=["nowhere", "where it is to be found", "of the citizen"],
)
def test_what_nobody_looked_up_is_not_said_to_be_missing(
    looks: tuple[Command, ...], told: str
) -> None:
    nowhere = Sentence(text("Nobody has it."), "decided.looked_up and not known(income.monthly)")
    none = changed(TOLD.outcomes[2], why=(nowhere, Sentence(text("A judgement."), "otherwise")))
    needs = tuple(changed(need, optional=True) for need in TOLD.needs)
    town = replace(a_town(), spells={})
    day = a_day(changed(TOLD, outcomes=(none,), needs=needs), town=town, office=OFFICE)
    day = after(day, *looks, SettleFacts(CASE), SkipHearing(CASE), Calculate(CASE, "none"))
    assert part(after(day, Decide(CASE, "none")), "considerations") == told


def test_what_weight_was_given_to_stands_line_by_line_to_the_party() -> None:
    assert part(decided("none", "lasting", "own"), "considerations").splitlines() == [
        "You have DKK 291,720. The limit is DKK 240,000.",
        "We looked in particular at:",
        "– whether it lasts",
        "– your own word of DKK 24,310",
    ]


def test_what_a_system_ticked_is_not_said_to_have_been_looked_at() -> None:
    ticks = Consideration("lasting", text("Whether it lasts"), when="known(income.monthly)")
    levels = {"find": 4, "hear": 4, "calculate": 4, "weigh": 4}
    day = a_day(changed(TOLD, considerations=(ticks,)), levels, stopped=False, office=OFFICE)
    _, *lines = part(day, "considerations").splitlines()
    assert lines == ["From the facts in the case, our system ticked:", "– whether it lasts"]


def test_a_refusal_by_the_scale_says_that_it_was_the_scale() -> None:
    levels = {"find": 4, "hear": 4, "calculate": 4, "weigh": 4}
    full, _, none = TOLD.outcomes
    narrower = changed(TOLD, outcomes=(changed(full, scale="year <= limit // 2"), none))
    day = after(a_day(narrower, levels, stopped=False, office=OFFICE), SkipHearing(CASE))
    assert day.cases[CASE].decision == Answer("none")
    assert part(day, "considerations") == "The scale says no."


def test_a_refusal_by_the_scale_says_so_also_where_the_rule_refuses_too() -> None:
    levels = {"find": 4, "hear": 4, "calculate": 4, "weigh": 4}
    narrow = "year <= limit // 2"
    full, _, none = TOLD.outcomes
    both = changed(TOLD, outcomes=(changed(full, when=narrow, scale=narrow), none))
    day = after(a_day(both, levels, stopped=False, office=OFFICE), SkipHearing(CASE))
    assert day.cases[CASE].decision == Answer("none")
    assert part(day, "considerations").splitlines()[-1] == "The scale says no."


def test_facts_are_stated_each_on_its_line() -> None:
    assert part(decided("none"), "facts") == "We know:\n– You earn DKK 24,310."


def test_a_fact_without_a_sentence_is_told_by_its_label() -> None:
    day = after(a_day(TOLD, office=OFFICE), LOOK, SettleFacts(CASE), SkipHearing(CASE))
    day = after(day, Calculate(CASE, "reckon"), Decide(CASE, "none"))
    assert part(day, "facts") == "We know:\n– income: DKK 24,310"


def test_a_complaint_goes_to_its_instance_until_its_day() -> None:
    told = "Go to the board within 10 days, by 12 February 2026."
    assert part(decided("none"), "complaint") == told
    weeks = changed(TOLD, complaint=Complaint(text("the board")))
    day = after(a_day(weeks, office=OFFICE), LOOK, SettleFacts(CASE), SkipHearing(CASE))
    day = after(day, Calculate(CASE, "reckon"), Decide(CASE, "none"))
    assert part(day, "complaint") == "Go to the board within 4 weeks, by 2 March 2026."


def test_an_outcome_can_say_a_part_in_its_own_way() -> None:
    assert part(decided("none"), "rule") == "No law is needed."
    assert part(decided("full"), "rule") == "rule"


def test_what_only_puts_a_matter_off_owes_no_guidance_on_appeal() -> None:
    none = TOLD.outcomes[2]
    waits = changed(TOLD, outcomes=(changed(none, pending=True),))
    assert "complaint" in TOLD.owed(Answer("none"), "person")
    assert "complaint" not in waits.owed(Answer("none"), "person")


def test_the_contact_names_a_caseworker_and_when_to_ring() -> None:
    assert part(decided("none"), "contact") == "Ring Inge Sølvberg on 08 12 34 56, 08:00-12:00."


@pytest.mark.parametrize(
    ("write", "told"),
    [(0, "Somebody sent it. Bo Ravnkær answers."), (4, "Nobody saw it. Bo Ravnkær answers.")],
)
def test_where_the_system_decided_it_says_whether_anybody_saw_it_and_who_answers(
    write: int, told: str
) -> None:
    levels = {"find": 4, "hear": 4, "calculate": 4, "weigh": 4, "write": write}
    day = a_told_day(levels, stopped=False)
    if not write:
        day = after(day, SendLetter(CASE, {"decided-by": "template"}))
    assert day.cases[CASE].letter
    assert part(day, "decided-by") == told


def test_an_automatic_letter_never_leaves_out_that_it_is_one() -> None:
    levels = dict.fromkeys(("find", "hear", "calculate", "weigh", "write"), 4)
    day = a_told_day(levels, stopped=False)
    assert dict(day.cases[CASE].composed)["decided-by"] == "template"


def test_no_reasons_are_owed_where_the_party_gets_all_they_asked() -> None:
    day = decided("full")
    answer = day.cases[CASE].decision
    assert answer
    assert TOLD.owed(answer, "person") == {"amount", "contact"}


def test_a_hearing_states_the_facts_and_asks() -> None:
    day = after(a_told_day(), LOOK, SettleFacts(CASE), Hear(CASE, (INCOME,)))
    letter = as_read(day, day.cases[CASE])
    assert letter
    (line,) = letter.lines
    assert line.text
    told = "Is this right?\n– You earn DKK 24,310.\nWrite by 10 February 2026."
    assert teller("en")(line.text) == told


def test_a_letter_tells_what_was_decided_on_whatever_is_answered_afterwards() -> None:
    """Some order hears last: the party answers when it is decided and not yet written."""
    late = changed(TOLD, order=("find", "calculate", "weigh", "write", "pay", "hear"))
    sure = a_town(citizen(AMINA, knows={INCOME: "sure"}))
    day = after(a_day(late, town=sure, office=OFFICE), LOOK, SettleFacts(CASE))
    day = after(day, Hear(CASE, (INCOME,)), Calculate(CASE, "reckon"), Decide(CASE, "none"))
    assert part(day, "considerations") == "You have DKK 291,720. The limit is DKK 240,000."
    answered = after(day, Wait(60))
    assert answered.cases[CASE].seen != day.cases[CASE].seen
    assert part(answered, "considerations") == part(day, "considerations")


# The days of a complaint ------------------------------------------------------------------------

WHEN = changed(
    TOLD,
    complaint=Complaint(text("the board")),
    letter={**TOLD.letter, "complaint": text("If it came {today:date}: by {until:date}. {posted}")},
)


def complaint(on: str, *, sent: int | None = None, channel: str = "digital") -> str:
    """What a letter says of complaining that is sent, or read, some days after a day."""
    day = a_day(WHEN, office=OFFICE)
    day = changed(day, opening=changed(day.opening, date=day_number(on)))
    minute = None if sent is None else sent * MINUTES_A_DAY + 485
    case = changed(day.cases[CASE], channel=channel, letter_at=minute)
    return teller("en")(LetterText(day, case, ()).part("complaint"))


def test_the_days_to_complain_run_from_the_day_the_letter_was_sent() -> None:
    assert complaint("2026-02-26") == "If it came 26 February 2026: by 26 March 2026."
    later = complaint("2026-02-26", sent=15)  # after a hearing of two weeks
    assert later == "If it came 13 March 2026: by 10 April 2026."


def test_they_never_run_out_on_a_holiday() -> None:
    assert complaint("2026-03-05") == "If it came 5 March 2026: by 7 April 2026."


def test_a_letter_by_post_has_come_six_weekdays_later_and_says_so() -> None:
    told = complaint("2026-03-05", sent=0, channel="letter")
    assert told.startswith("If it came 13 March 2026: by 10 April 2026. If this letter was sent by")
    assert told.endswith("six weekdays after its date.")


# Whose figures they are -------------------------------------------------------------------------

WORDED = replace(
    INCOME_FACT,
    states_told={"any": text("You told us that you earn {value}.")},
    put_right=text("Tell the tax office if not."),
)
SAYS_WHOSE = changed(
    TOLD,
    outcomes=(
        changed(TOLD.outcomes[2], why=(Sentence(text("{stated.income.monthly} It is too much.")),)),
    ),
    letter={**TOLD.letter, "hearing": text("The case: {title}.{facts}\n{stake}\nWrite to us.")},
)


def from_source(source: str) -> tuple[Day, Seen]:
    day = a_day(SAYS_WHOSE, office=OFFICE, facts={INCOME: WORDED})
    return day, Seen(INCOME, day.cases[CASE].party, source, "shown", 2_431_000)


@pytest.mark.parametrize(
    ("source", "says"),
    [
        ("overblik", "You earn DKK 24,310."),
        ("citizen", "You told us that you earn DKK 24,310."),
    ],
)
def test_what_the_party_has_told_is_not_stated_as_what_a_register_knows(
    source: str, says: str
) -> None:
    day, seen = from_source(source)
    case = changed(day.cases[CASE], relied_on=(seen,), decision=Answer("none"))
    text_ = LetterText(day, changed(case, decided_by="person"), (seen,))
    assert teller("en")(text_.part("facts")) == f"We know:\n– {says}"
    assert teller("en")(text_.part("considerations")) == f"{says} It is too much."


@pytest.mark.parametrize(
    ("source", "at_stake", "says"),
    [
        (
            "overblik",
            "none",
            "If these facts are right, the answer may be: none. Tell the tax office if not.",
        ),
        ("overblik", "", "Tell the tax office if not."),
        ("citizen", "none", "If these facts are right, the answer may be: none."),
        ("citizen", "", None),
    ],
)
def test_a_hearing_says_what_is_at_stake_and_whose_figures_they_are(
    source: str, at_stake: str, says: str | None
) -> None:
    day, seen = from_source(source)
    hearing = Hearing(1, (INCOME,), (seen,), 900, day.opening.date, at_stake=at_stake)
    case = changed(day.cases[CASE], hearing=hearing)
    told = teller("en")(LetterText(day, case, hearing.told, hearing=True).hearing())
    first, _, *rest = told.splitlines()
    assert first == f"The case: {teller('en')(SAYS_WHOSE.title)}."
    assert rest == ([says] if says else []) + ["Write to us."]


def test_a_hearing_remembers_what_was_at_stake_when_it_was_sent() -> None:
    day = after(a_told_day(), LOOK, SettleFacts(CASE), Hear(CASE, (INCOME,)))
    hearing = day.cases[CASE].hearing
    assert hearing
    assert hearing.at_stake == "none"


@pytest.mark.parametrize(("sex", "says"), [("K", "a widow"), ("M", "a widower"), ("", "widowed")])
def test_a_value_can_be_stated_by_the_sex_of_whom_it_is_about(sex: str, says: str) -> None:
    sentences = {"E.K": text("a widow"), "E.M": text("a widower"), "E": text("widowed")}
    fact = Fact("family.status", "citizen", "code", "span", text("status"), {}, states=sentences)
    assert stated(fact, "E", sex=sex) == text(says)


def test_a_part_with_nothing_to_say_says_nothing_but_where_reasons_would_stand() -> None:
    letter = {**TOLD.letter, "decided-by": text("{system}")}
    day = after(a_day(changed(TOLD, letter=letter), office=OFFICE), LOOK, SettleFacts(CASE))
    day = after(day, SkipHearing(CASE), Calculate(CASE, "full"), Decide(CASE, "full"))
    assert part(day, "decided-by") == ""
    assert part(day, "considerations") == "You got what you applied for."


def test_only_a_hearing_gives_the_day_to_answer_by_as_its_deadline() -> None:
    letter = {**TOLD.letter, "complaint": text("{deadline:date}")}
    day = after(a_day(changed(TOLD, letter=letter), office=OFFICE), LOOK, SettleFacts(CASE))
    heard = after(day, Hear(CASE, (INCOME,)), Wait(60), SkipHearing(CASE))
    decided_on = after(heard, Calculate(CASE, "none"), Decide(CASE, "none"))
    assert part(decided_on, "complaint") == "12 February 2026"


def test_what_is_heard_after_a_letter_changes_nothing_in_it() -> None:
    nowhere = Sentence(text("Nobody has it."), "decided.looked_up and not known(income.monthly)")
    why = (nowhere, Sentence(text("A judgement."), "otherwise"))
    none = changed(TOLD.outcomes[2], why=why)
    needs = tuple(changed(need, optional=True) for need in TOLD.needs)
    january = month(18_200, "2026-01-01", "2026-02-01", "2026-01-30")
    town = replace(a_town(), spells={(INCOME, AMINA): (january,)})
    day = a_day(changed(TOLD, outcomes=(none,), needs=needs), town=town, office=OFFICE)
    decided = (Calculate(CASE, "none"), Decide(CASE, "none"), WHOLE)
    day = after(day, LOOK, SettleFacts(CASE), SkipHearing(CASE), *decided)
    assert part(day, "considerations") == "Nobody has it."
    told = after(day, Call(CASE), Ask(INCOME))
    assert part(told, "considerations") == "Nobody has it."
