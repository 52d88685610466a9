"""Letters as the citizen sees them: whole, readable, and truthful about who decided."""

import pytest

from simulator.casework.actions.deciding import Calculate, Decide
from simulator.casework.actions.finding import SettleFacts
from simulator.casework.actions.hearing import Hear, SkipHearing
from simulator.casework.actions.looking.pages import LookUp
from simulator.casework.actions.looking.reading import SeeAsCitizen
from simulator.casework.actions.opting_out import OptOut
from simulator.casework.actions.suggesting import Adjust, Follow, Reject
from simulator.casework.actions.writing import LetterSent, SendLetter
from simulator.casework.as_read import as_read
from simulator.casework.case_types import CaseType, Consideration
from simulator.casework.day import Day
from simulator.casework.families import decide
from simulator.casework.habits import trusting
from simulator.casework.letters import PARTS
from simulator.casework.seeing import see
from simulator.casework.views import LetterView
from simulator.core.texts import LANGUAGES, Language, Text
from simulator.core.values import changed
from simulator.rehearsal.playing import play
from simulator.scenario.words import teller
from tests.casework.small import CASE, INCOME, SUBSIDY, WEIGHED, a_day, after, refusal, text
from tests.shipped import shipped

TEMPLATES: CaseType = changed(
    SUBSIDY,
    letter={
        **{part: text(part) for part in PARTS},
        "facts": text("We know: {facts}."),
        "decided-by": text("A person decided."),
        "decided-by-suggestion": text("A person followed."),
        "decided-by-automation": text("The system decided."),
        "hearing": text("Is this right? {facts}. Write by {deadline:date}."),
    },
)
LETTER = SendLetter(
    CASE,
    {"rule": "template", "facts": "template", "decided-by": "template", "contact": "own"},
    {"contact": "Ring til mig."},
)
LOOK = LookUp(CASE, "overblik", "citizen")


def told(day: Day, language: Language = "en") -> list[str]:
    letter = as_read(day, day.cases[CASE])
    assert letter
    say = teller(language)
    return [say(line.text) if line.text else f"words {line.words}" for line in letter.lines]


def _in_hand(day: Day) -> LetterView | None:
    hand = see(day).hand
    assert hand
    return hand.as_citizen


def by_hand() -> Day:
    return after(
        a_day(TEMPLATES), LOOK, SettleFacts(CASE), SkipHearing(CASE), Calculate(CASE, "reckon")
    )


def test_a_letter_is_read_by_its_parts_and_own_words_by_their_number() -> None:
    assert told(after(by_hand(), LETTER)) == [
        "We know: income: DKK 24,310.",
        "rule",
        "A person decided.",
        "words 1",
    ]


def test_a_sentence_that_ends_with_an_abbreviation_ends_once() -> None:
    assert told(after(by_hand(), LETTER), "da")[0] == "We know: income: 24.310 kr."


def test_a_year_that_stands_in_for_another_is_said_to_be_simplified() -> None:
    kind = changed(TEMPLATES, letter={**TEMPLATES.letter, "rule": text("The rates for {year}.")})
    amounts = a_day().opening.amounts
    borrowed = {name: changed(one, stands_in_for=2027) for name, one in amounts.items()}
    for given, said in ((amounts, "2026."), (borrowed, "2026 (simplified).")):
        day = a_day(kind, amounts=given)
        steps = LOOK, SettleFacts(CASE), SkipHearing(CASE), Calculate(CASE, "reckon"), LETTER
        assert told(after(day, *steps))[1] == f"The rates for {said}"


def test_one_who_followed_a_suggestion_says_so() -> None:
    day = a_day(TEMPLATES, {"find": 4, "hear": 4, "calculate": 3}, stopped=False)
    assert told(after(day, Follow(CASE), LETTER))[2] == "A person followed."


def test_a_decision_of_the_systems_says_so_whoever_sends_the_letter() -> None:
    day = a_day(TEMPLATES, {"find": 4, "hear": 4, "calculate": 4}, stopped=False)
    assert told(after(day, LETTER))[2] == "The system decided."


def test_one_who_weighed_a_result_of_the_systems_decided_themselves() -> None:
    kind = changed(WEIGHED, letter=TEMPLATES.letter)
    day = a_day(kind, {"find": 4, "hear": 4, "calculate": 4}, stopped=False)
    assert told(after(day, Decide(CASE, "full"), LETTER))[2] == "A person decided."


def test_one_who_weighed_and_decided_what_a_suggestion_had_come_to_followed_it() -> None:
    kind = changed(WEIGHED, letter=TEMPLATES.letter)
    levels = {"find": 4, "hear": 4, "calculate": 3}
    day = after(a_day(kind, levels, stopped=False), Follow(CASE))
    assert told(after(day, Decide(CASE, "full"), LETTER))[2] == "A person followed."
    assert told(after(day, Decide(CASE, "none"), LETTER))[2] == "A person decided."


def test_one_who_departed_from_a_later_suggestion_followed_none() -> None:
    levels = {"find": 4, "hear": 4, "calculate": 3, "weigh": 3}
    day = after(
        a_day(changed(WEIGHED, letter=TEMPLATES.letter), levels, stopped=False), Follow(CASE)
    )
    departed = after(day, Reject(CASE), Decide(CASE, "full"), LETTER)
    assert told(departed)[2] == "A person decided."
    adjusted = after(day, Adjust(CASE, "none"), LETTER)
    assert told(adjusted)[2] == "A person decided."


@pytest.mark.parametrize(
    ("levels", "says"),
    [
        ({}, "A person decided."),
        ({"find": 4, "hear": 4}, "A person decided. Our system fetched facts for the case."),
        (
            {"find": 4, "hear": 4, "calculate": 4},
            "A person decided. Our system fetched facts for the case. "
            "Our system came to the same answer by itself.",
        ),
    ],
)
def test_a_letter_can_say_what_the_system_did_for_a_persons_decision(
    levels: dict[str, int], says: str
) -> None:
    letter = {**TEMPLATES.letter, "decided-by": text("A person decided. {system}")}
    day = a_day(changed(WEIGHED, letter=letter), levels, stopped=False)
    if not levels:
        day = after(day, LOOK, SettleFacts(CASE), SkipHearing(CASE))
    if "calculate" not in levels:
        day = after(day, Calculate(CASE, "reckon"))
    assert told(after(day, Decide(CASE, "full"), LETTER))[2] == says


CONSIDERED: CaseType = changed(
    WEIGHED,
    considerations=(
        Consideration("lasting", Text("Om det varer ved", "Whether it lasts")),
        Consideration("little", text("Om det er lidt"), "year < 2 * limit"),
    ),
    letter={**TEMPLATES.letter, "considerations": text("{considerations}")},
)
WITH_CONSIDERATIONS = SendLetter(CASE, {"considerations": "template", "facts": "template"})


def considered(*ticked: str) -> Day:
    day = after(a_day(CONSIDERED), LOOK, SettleFacts(CASE), SkipHearing(CASE))
    day = after(day, Calculate(CASE, "reckon"), Decide(CASE, "full", ticked))
    return after(day, WITH_CONSIDERATIONS)


def test_a_letter_names_what_was_given_weight_to() -> None:
    assert told(considered("lasting"))[0] == "We have looked in particular at whether it lasts."
    both = considered("lasting", "little")
    assert told(both, "da")[0] == "Vi har særligt set på, om det varer ved og om det er lidt."


def test_where_nothing_was_weighed_the_letter_says_so() -> None:
    assert told(considered())[0].startswith("There was nothing else we had to weigh")


def test_a_letter_after_automation_weighed_names_what_it_ticked() -> None:
    levels = {"find": 4, "hear": 4, "calculate": 4, "weigh": 4}
    day = after(a_day(CONSIDERED, levels, stopped=False), WITH_CONSIDERATIONS)
    assert told(day, "da")[0] == "Vi har særligt set på, om det er lidt."


def test_before_there_is_a_letter_there_is_nothing_to_see() -> None:
    assert refusal(a_day(), SeeAsCitizen(CASE)) == "nothing-to-read"
    assert refusal(by_hand(), SeeAsCitizen(CASE)) == "no-letter-yet"


def test_the_letter_is_on_the_desk_once_it_has_been_looked_at_as_the_citizen_does() -> None:
    sent = after(by_hand(), LETTER)
    assert _in_hand(sent) is None
    seen = _in_hand(after(sent, SeeAsCitizen(CASE)))
    assert seen
    assert (seen.name, seen.channel, seen.sent) == ("Amina Holst", "digital", True)


def test_a_composed_letter_can_be_seen_before_it_is_sent() -> None:
    levels = {"find": 4, "hear": 4, "calculate": 3, "write": 3}
    day = after(a_day(TEMPLATES, levels, stopped=False), Follow(CASE), SeeAsCitizen(CASE))
    seen = _in_hand(day)
    assert seen
    assert not seen.sent


def test_a_hearing_tells_the_facts_and_the_day_to_answer_by() -> None:
    day = after(a_day(TEMPLATES), LOOK, SettleFacts(CASE), Hear(CASE, (INCOME,)))
    assert told(day) == ["Is this right? income: DKK 24,310. Write by 10 February 2026."]


def test_a_decision_told_on_the_telephone_comes_on_paper() -> None:
    day = after(by_hand(), OptOut(CASE, "phone", "citizen"))
    sent = [event for event in decide(day, LETTER) if isinstance(event, LetterSent)]
    assert [event.channel for event in sent] == ["letter"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_letters_of_the_warm_up_read_well(language: Language) -> None:
    warm_up = shipped("opvarmning")
    say = teller(language)
    day = play(warm_up.opening, warm_up.town, trusting).day
    assert day.cases
    for case in day.cases.values():
        letter = as_read(day, case)
        assert letter
        lines = [say(line.text) for line in letter.lines if line.text]
        assert lines
        for line in lines:
            assert line.endswith((".", "?"))
            assert not set("{}") & set(line)
            assert ".." not in line
            assert "  " not in line
