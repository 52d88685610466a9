"""The letters of the shipped case types: every outcome, whoever decided, in both languages."""

import re
from collections.abc import Iterator
from functools import cache
from itertools import product
from typing import Literal

import pytest

from simulator.casework.automation import values_of
from simulator.casework.case_types import Answer, Need
from simulator.casework.day import Case, Day
from simulator.casework.habits import thorough
from simulator.casework.letter_text import LetterText
from simulator.casework.letters import PARTS
from simulator.core.facts import ANY, split_path
from simulator.core.texts import LANGUAGES, Language
from simulator.core.values import changed
from simulator.rehearsal.playing import play
from simulator.scenario.words import teller
from tests.scenario.six import TYPES, six
from tests.scenario.small import edited, told, wrong
from tests.scenario.test_examples import over

WHO: tuple[Literal["person", "suggestion", "automation"], ...] = (
    "person",
    "suggestion",
    "automation",
)
RAW = re.compile(r"[{}]|  |\.\.|: (?:ja|nej|yes|no)\b|[Bb]orgeren|[Tt]he citizen\b|\bdækket til")
"""What a letter to *you* does not have: braces, two spaces, two full stops, a form's yes and no."""


@cache
def played() -> Day:
    loaded = six()
    return play(loaded.opening, loaded.town, thorough).day


def decided(case_type: str, *, known: bool = True) -> Iterator[tuple[Day, Case]]:
    """The case of a type as each outcome would leave it, decided by each; or with no fact known."""
    day = played()
    (case,) = (one for one in day.cases.values() if one.arrival.type == case_type)
    basis = case.basis if known else ()
    kind = day.case_type(case)
    for outcome in kind.outcomes:
        figure = day.rule(case).figure(outcome.id, values_of(basis))
        for who in WHO:
            then = changed(
                case,
                basis=basis,
                decision=Answer(outcome.id, figure),
                decided_by=who,
                considerations=tuple(one.id for one in kind.considerations),
                letter_unread=who == "automation",
            )
            yield changed(day, cases=day.cases.put(case.id, then)), then


@pytest.mark.parametrize("case_type", TYPES)
def test_a_letter_that_decides_nothing_speaks_of_no_decision(case_type: str) -> None:
    """Parts that speak of a decision are said anew by an outcome that only puts the matter off."""
    speaks = re.compile(r"afgørelse|til grund|[Tt]he decision|made the decision|based the")
    parts = ("facts", "rule", "decided-by", "complaint")
    for day, case in decided(case_type):
        outcome = day.outcome(case)
        if outcome and outcome.pending:
            for part, language in product(parts, LANGUAGES):
                said = teller(language)(LetterText(day, case, case.basis).part(part))
                assert not speaks.search(said), said


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("known", [True, False])
@pytest.mark.parametrize("case_type", TYPES)
def test_every_letter_reads_as_sentences_to_its_party(
    case_type: str, known: bool, language: Language
) -> None:
    say = teller(language)
    for day, case in decided(case_type, known=known):
        text = LetterText(day, case, case.basis)
        for part in PARTS:
            told = say(text.part(part))
            assert not RAW.search(told), (case.decision, part, told)
            assert told.endswith(".") or told.splitlines()[-1].startswith("–"), told


@pytest.mark.parametrize("case_type", TYPES)
def test_each_outcome_has_its_own_answer_and_a_refusal_its_own_reasons(case_type: str) -> None:
    kind = played().opening.case_types[case_type]
    say = teller("da")
    answers, reasons = {}, {}
    for day, case in decided(case_type, known=False):
        assert case.decision
        text = LetterText(day, case, ())
        answers[case.decision.outcome] = say(text.part("amount"))
        if kind.outcome(case.decision.outcome).adverse:
            reasons[case.decision.outcome] = say(text.part("considerations"))
    assert len(set(answers.values())) == len(kind.outcomes)
    assert not set(reasons.values()) & {say("letter.no-why"), ""}


def needs() -> dict[str, Need]:
    return {need.path: need for kind in played().opening.case_types.values() for need in kind.needs}


@pytest.mark.parametrize("path", needs())
def test_a_letter_states_each_fact_that_is_needed_and_never_by_its_label(path: str) -> None:
    relation, id_ = split_path(path)
    facts = played().opening.facts
    fact = facts[id_]
    stated = fact.states_related if relation else fact.states
    if relation:
        assert facts[played().opening.relations[relation]].who
    every = {"is", "is-not"} if fact.type == "yes-no" else {*(fact.codes or ())} or {ANY}
    assert ANY in stated or every <= stated.keys()


ANSWER = "answer: [{says: {da: Nej., en: No.}}]"
OUTCOME = f"""library:
  case-types:
    friplads:
      outcomes:
        - id: none
          label: {{da: a, en: a}}
          adverse: true
          {ANSWER}
          why:
            - {{says: {{da: Nej., en: No.}}}}
            - SENTENCE
injects:
"""


@pytest.mark.parametrize(
    ("sentence", "code", "place"),
    [
        ("says: {da: '{wealth.liquid}', en: '{wealth.liquid}'}", "P0312", (44, 21)),
        ("says: {da: '{stated.wealth.liquid}', en: '{stated.wealth.liquid}'}", "P0312", (44, 21)),
        ("says: {da: '{income.monthly}', en: 'So'}", "P0313", (44, 21)),
        ("{when: income.monthly > family.single, says: {da: Ja., en: Yes.}}", "P0405", (44, 22)),
        ("{when: nobody.knows, says: {da: Ja., en: Yes.}}", "P0402", (44, 22)),
        ("{when: decided.by_luck, says: {da: Ja., en: Yes.}}", "P0402", (44, 22)),
    ],
)
def test_a_sentence_that_cannot_be_said_is_told_where_it_stands(
    sentence: str, code: str, place: tuple[int, int]
) -> None:
    (first, *_) = wrong(edited(("injects:\n", OUTCOME.replace("SENTENCE", sentence))))
    assert (first.code, first.place.line, first.place.column) == (code, *place)


@pytest.mark.parametrize(
    "why",
    [
        "[{when: family.single, says: {da: Ja., en: Yes.}}]",
        "[{says: {da: '{income.monthly}', en: '{income.monthly}'}}]",
        "[{when: otherwise, says: {da: '{lower_limit}', en: '{lower_limit}'}}]",
        "[]",
    ],
)
def test_reasons_that_may_go_unsaid_are_not_enough(why: str) -> None:
    outcome = f"{{id: none, label: {{da: a, en: a}}, adverse: true, {ANSWER}, why: {why}}}"
    over = f"library: {{case-types: {{friplads: {{outcomes: [{outcome}]}}}}}}\ninjects:\n"
    assert "P0340" in [one.code for one in wrong(edited(("injects:\n", over)))]


@pytest.mark.parametrize(
    "states",
    [
        "family.single: {states: {yes: {da: Ja., en: Yes.}}}",
        "family.single: {states-told: {yes: {da: Ja., en: Yes.}}}",
        "family.status: {states: {E.X: {da: Ja., en: Yes.}}}",
    ],
)
def test_a_fact_can_be_stated_only_by_a_value_it_has(states: str) -> None:
    over = f"library: {{facts: {{{states}}}}}\ninjects:\n"
    assert [one.code for one in wrong(edited(("injects:\n", over)))] == ["P0301"]


@pytest.mark.parametrize(
    ("complaint", "said"),
    [
        ('{instance: ""}', 'P0205 "" is outside what is allowed here: at least 1 character.'),
        ("{instance: {da: Nævnet, en: ' '}}", "P0205 {da: Nævnet, en: ' '} is outside"),
        ("{instance: {da: '{name}', en: '{name}'}}", "P0312 {name} cannot be filled in in this"),
        (
            "{instance: {da: a, en: b}, days: 0}",
            "P0205 0 is outside what is allowed here: at least",
        ),
    ],
)
def test_where_one_complains_is_told_where_it_says_nothing(complaint: str, said: str) -> None:
    (line,) = told(over(f"  case-types: {{friplads: {{complaint: {complaint}}}}}\n"), "en")
    assert said in line
