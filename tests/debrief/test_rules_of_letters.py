"""The rules that speak of the letters of a day: what they say, and when they do not."""

from dataclasses import replace

import pytest

from simulator.casework.actions.chain import StepDone
from simulator.casework.case_types import Answer
from simulator.casework.letters import Complaint
from simulator.casework.opening import Office
from simulator.core.texts import Phrase
from simulator.debrief.indicators import s1, t1, t2
from simulator.debrief.statements import Speaks
from tests.casework.small import BODIL, WEIGHED, text
from tests.debrief.logs import (
    ANSWER,
    FULL,
    OTHER,
    PAPER,
    Log,
    an_opening_with_two,
    counted,
    income,
    said,
    silent,
    with_pending,
)

SUGGESTED = "decided-by-suggestion"
NAMED = {"considerations": ("lasting",)}
TOLD = {
    **WEIGHED.letter,
    "complaint": text("{instance}: send it to {municipality} by {until:date}"),
    "contact": text("ring {caseworker}"),
    "decided-by-suggestion": text("a suggestion was followed"),
    "decided-by-automation": text("our system decided"),
}
"""Templates as the library has them."""


def own_in(log: Log, speak: Speaks) -> object:
    own = said(log, speak).arguments["own"]
    assert isinstance(own, Phrase)
    return own.arguments.get("c", 0)


@pytest.fixture
def letters() -> Log:
    """A log of a case type whose letters name an instance, a deadline and a caseworker."""
    kind = replace(WEIGHED, letter=TOLD, complaint=Complaint(text("the board")))
    office = Office(caseworker="Inge Sølvberg", telephone="08 12 34 56")
    log = Log(an_opening_with_two(case_types={kind.id: kind}, office=office))
    log.arrives()
    return log


def parts(**changed: str) -> tuple[tuple[str, str], ...]:
    return tuple((name, changed.get(name.replace("-", "_"), how)) for name, how in PAPER)


class TestReasonsOneCanFollow:
    def test_templates_missing_parts_and_own_words_are_counted_apart(self, log: Log) -> None:
        log.decides(**NAMED)
        log.writes(parts=parts(considerations="own"))
        assert counted(log, t1.speak, "n a b") == (1, 0, 0)
        assert own_in(log, t1.speak) == 1
        log.arrives(OTHER, BODIL)
        log.decides(case=OTHER, **NAMED)
        log.writes(OTHER, parts=parts(rule="absent"))
        assert counted(log, t1.speak, "n a b") == (2, 0, 1)
        log.writes()
        assert counted(log, t1.speak, "n a b") == (3, 1, 1)
        assert own_in(log, t1.speak) == 1

    def test_a_judgment_that_names_no_consideration_gives_none(self, log: Log) -> None:
        decided, letter = log.decides(), log.writes()
        assert counted(log, t1.speak, "n a b") == (1, 0, 1)
        assert said(log, t1.speak).events == (decided, letter)

    def test_where_nothing_is_weighed_the_template_is_enough(self) -> None:
        plain = replace(WEIGHED, order=("find", "calculate", "write"))
        log = Log(an_opening_with_two(case_types={plain.id: plain}))
        log.arrives()
        log.decides(function="calculate")
        log.writes()
        assert counted(log, t1.speak, "n a b") == (1, 1, 0)

    @pytest.mark.parametrize("speak", [t1.speak, s1.speak])
    def test_a_letter_that_only_puts_the_matter_off_owes_none(self, speak: Speaks) -> None:
        log = with_pending()
        log.decides(**NAMED)
        log.writes()
        assert silent(log, speak) == "no-ground"

    def test_a_letter_that_gives_what_was_asked_needs_none(self, log: Log) -> None:
        log.writes(answer=FULL)
        assert silent(log, t1.speak) == "no-ground"

    def test_without_a_letter_there_is_no_occasion(self, log: Log) -> None:
        assert silent(log, t1.speak) == "no-occasion"


class TestSaysWhatTheSystemDid:
    def follows_and_decides(self, log: Log, function: str, answer: Answer = ANSWER) -> int:
        log.suggests(function=function)
        followed = log.follows(function=function)
        log.decides(income(), function="weigh", answer=answer)
        return followed

    def test_the_template_says_so_and_names_somebody(self, letters: Log) -> None:
        followed = self.follows_and_decides(letters, "weigh")
        sent = letters.writes()
        assert counted(letters, t2.speak, "n a b") == (1, 1, 1)
        assert said(letters, t2.speak).events == (followed, sent)

    @pytest.mark.parametrize("part", ["decided_by", "contact"])
    @pytest.mark.parametrize("how", ["absent", "own"])
    def test_without_its_template_it_does_not(self, letters: Log, part: str, how: str) -> None:
        self.follows_and_decides(letters, "weigh")
        letters.writes(parts=parts(**{part: how}))
        expected = (1, 0, 1) if part == "decided_by" else (1, 1, 0)
        assert counted(letters, t2.speak, "n a b") == expected
        assert own_in(letters, t2.speak) == (how == "own")

    def test_a_suggestion_for_the_sums_alone_is_not_told_by_any_template(
        self, letters: Log
    ) -> None:
        self.follows_and_decides(letters, "calculate")
        letters.writes()
        assert counted(letters, t2.speak, "n a b") == (1, 0, 1)

    def test_where_the_weighing_came_to_another_answer_no_suggestion_is_behind(
        self, letters: Log
    ) -> None:
        self.follows_and_decides(letters, "calculate", FULL)
        letters.writes(answer=FULL)
        assert silent(letters, t2.speak) == "no-ground"

    def test_facts_that_automation_found_are_behind_whatever_the_answer(self, letters: Log) -> None:
        letters.happens(StepDone, by="automation", function="find", level=4, how="automation")
        letters.decides(income(), answer=FULL)
        letters.writes(answer=FULL)
        assert counted(letters, t2.speak, "n a b") == (1, 0, 1)

    def test_a_decision_of_the_systems_own_is_told(self, letters: Log) -> None:
        letters.suggests(level=4, function="weigh")
        letters.decides(income(), by="automation")
        letters.writes()
        assert counted(letters, t2.speak, "n a b") == (1, 1, 1)

    def test_the_outcomes_own_template_comes_before_its_types(self, letters: Log) -> None:
        kind = letters.opening.case_types[WEIGHED.id]
        bare = {part: says for part, says in kind.letter.items() if part != SUGGESTED}
        own = tuple(
            replace(way, letter={SUGGESTED: text("s")}) if way.id == ANSWER.outcome else way
            for way in kind.outcomes
        )
        for outcomes, told in ((own, 1), (kind.outcomes, 0)):
            changed = replace(kind, letter=bare, outcomes=outcomes)
            log = Log(replace(letters.opening, case_types={kind.id: changed}))
            log.arrives()
            self.follows_and_decides(log, "weigh")
            log.writes()
            assert counted(log, t2.speak, "n a b") == (1, told, 1)

    def test_who_decided_is_who_had_when_the_letter_went(self, letters: Log) -> None:
        self.follows_and_decides(letters, "weigh")
        letters.writes()
        letters.decides(income(), by="automation")
        letters.decides(income())
        assert counted(letters, t2.speak, "n a b") == (1, 1, 1)

    def test_a_contact_that_names_nobody_names_nobody(self, log: Log) -> None:
        self.follows_and_decides(log, "weigh")
        log.writes()
        assert counted(log, t2.speak, "n a b") == (1, 0, 0)

    def test_what_came_after_the_letter_does_not_count(self, log: Log) -> None:
        log.writes()
        log.suggests()
        log.follows()
        assert silent(log, t2.speak) == "no-ground"


class TestCanDoSomethingNow:
    def test_the_template_says_where_how_and_by_when(self, letters: Log) -> None:
        letters.writes(parts=parts(correct="absent"))
        assert counted(letters, s1.speak, "n a b") == (1, 1, 0)
        assert said(letters, s1.speak).say == ""

    def test_own_words_are_not_counted_as_saying_it(self, letters: Log) -> None:
        letters.writes(parts=parts(complaint="own"))
        assert counted(letters, s1.speak, "n a b") == (1, 0, 1)
        assert own_in(letters, s1.speak) == 1

    def test_a_template_that_names_no_instance_does_not_say_where(self, log: Log) -> None:
        log.writes()
        assert counted(log, s1.speak, "n t a b") == (1, 1, 0, 1)
        assert said(log, s1.speak).say == "debrief.said.s1-standing"

    def test_a_letter_for_the_citizen_says_nothing(self, log: Log) -> None:
        log.writes(answer=FULL)
        assert silent(log, s1.speak) == "no-ground"
