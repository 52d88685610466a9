"""Who is right, the machine or the voice: the head of each day's file, held against the truth."""

from functools import cache

import pytest

from simulator.casework.actions.deciding import SuggestionShown
from simulator.casework.day import Case, Day
from simulator.casework.truth import stands, true_answer, truth_of
from simulator.core.clock import age_at
from simulator.core.facts import Value
from simulator.debrief.evidence import evidence_of
from simulator.debrief.trial import Finding
from simulator.landscape.observations import Shown
from simulator.landscape.observe import observe
from tests.rehearsal.heads import RIGHT, WRONG, named
from tests.rehearsal.level_three import by_word, machine, suggested
from tests.rehearsal.pages import cast
from tests.rehearsal.ways import MONDAY, THURSDAY, loaded

both_days = pytest.mark.parametrize("day", [MONDAY, THURSDAY])


@cache
def wrong(day: str) -> dict[int, Finding]:
    """What is wrong of what was suggested and decided, by the number of its event."""
    return {
        found.event: found
        for found in evidence_of(suggested(day).events, loaded(day).town).findings
    }


def suggestion(day: str, person: str) -> tuple[SuggestionShown, Day, Case]:
    played, case = suggested(day), cast(loaded(day))[person]
    shown = [e for e in played.events if isinstance(e, SuggestionShown) and e.case == case]
    return shown[-1], played.day, played.day.cases[case]


@both_days
def test_the_machine_is_right_as_often_as_it_is_wrong(day: str) -> None:
    right, wrong = named(day, RIGHT), named(day, WRONG)
    assert len(right) >= len(wrong) >= 3
    assert not {*right} & {*wrong}
    assert {*right, *wrong} <= {*cast(loaded(day))}


@both_days
def test_where_the_machine_is_right_its_suggestion_is_the_true_answer(day: str) -> None:
    for person in named(day, RIGHT):
        shown, after, case = suggestion(day, person)
        assert shown.answer == true_answer(after, case), person
        assert shown.seq not in wrong(day), person


@both_days
def test_where_the_machine_is_wrong_no_good_reason_would_carry_its_suggestion(day: str) -> None:
    for person in named(day, WRONG):
        shown, after, case = suggestion(day, person)
        assert not stands(after, case, shown.answer), person
        assert wrong(day)[shown.seq].sets, person


@both_days
def test_an_old_copy_gives_somebody_too_much(day: str) -> None:
    given = [machine(day, suggestion(day, person)[2]) for person in named(day, WRONG)]
    assert "much" in given
    assert {*given} != {"much"}


@both_days
def test_the_machine_often_gives_what_was_asked_for(day: str) -> None:
    after = suggested(day).day
    last = {e.case: e for e in suggested(day).events if isinstance(e, SuggestionShown)}
    granted = [
        after.case_type(after.cases[case]).outcome(shown.answer.outcome).kind == "granted"
        for case, shown in last.items()
        if shown.answer
    ]
    assert 4 * sum(granted) >= len(granted)


@both_days
def test_those_who_are_sure_and_mistaken_are_of_all_ages_and_not_all_for_themselves(
    day: str,
) -> None:
    """Not only the old are mistaken, and somebody is to their own cost."""
    opening, town = loaded(day).opening, loaded(day).town
    today = opening.date
    ages = [age_at(town.citizens[person].born, today) for person in opening.beliefs]
    assert min(ages) < 45
    assert len(ages) >= 3
    modest = [
        person
        for person, believed in opening.beliefs.items()
        for path, value in believed.items()
        if path == "pension.percentage" and value < (town.truth(path, person, today) or 0)  # type: ignore[operator] # percentages are numbers
    ]
    assert modest


@both_days
def test_the_one_who_knows_better_would_say_so(day: str) -> None:
    """What they are sure of gives the true answer, so a hand that asks can find it."""
    for person in named(day, WRONG):
        _, after, case = suggestion(day, person)
        assert word(after, case) == true_answer(after, case), person


LOOKS = {"bo": ("work.employer", "Holding")}
"""Whom a fact makes look like something else than they are."""


@both_days
def test_where_the_machine_is_right_a_voice_a_wish_or_a_look_leads_astray(day: str) -> None:
    """They are sure and mistaken, ask for what the law does not give, or look like another."""
    for person in named(day, RIGHT):
        _, after, case = suggestion(day, person)
        mistaken = word(after, case) != true_answer(after, case)
        truth = true_answer(after, case)
        assert truth
        wishes = after.case_type(case).outcome(truth.outcome).adverse
        fact, seen = LOOKS.get(person, ("", ""))
        looks = bool(fact) and seen in str(truth_of(after, case, fact))
        assert mistaken or wishes or looks, person


def word(day: Day, case: Case) -> object:
    """The rule over what the party is sure of, and what is true of the rest."""
    return day.rule(case).answer(by_word(day, case))


@both_days
def test_a_day_has_twins_with_a_difference_that_counts_and_one_that_does_not(day: str) -> None:
    twins = [one.twin for one in loaded(day).opening.arrivals if one.twin]
    assert {one.relevant for one in twins} == {True, False}


@both_days
def test_twins_whose_difference_does_not_count_have_the_same_true_answer(day: str) -> None:
    after = suggested(day).day
    assert any(one.twin for one in loaded(day).opening.arrivals)
    for one in loaded(day).opening.arrivals:
        if one.twin:
            this, other = after.cases[one.case], after.cases[one.twin.of]
            rule = after.opening.rules[one.type]
            sound = [
                rule.defensible(lambda path, c=case: truth_of(after, c, path))
                for case in (this, other)
            ]
            assert (sound[0] == sound[1]) != one.twin.relevant, one.party


@both_days
def test_a_day_declares_somebody_for_whose_sake_the_digital_is_left(day: str) -> None:
    needs = [one.needs for one in loaded(day).opening.arrivals]
    assert any("other-channel" in found for found in needs)


@both_days
def test_a_truth_has_changed_that_no_integration_has_announced(day: str) -> None:
    """A wired system shows a person of the day what was so before."""
    after = suggested(day).day
    former = [
        (case.party, seen.path)
        for case in after.cases.values()
        for seen in case.basis
        if seen.source not in ("citizen", "")
        and seen.state == "shown"
        and seen.value != truth_of(after, case, seen.path)
        and seen.value in earlier(after, seen.path, seen.subject)
    ]
    assert former


def earlier(day: Day, path: str, subject: str) -> set[Value | None]:
    """What was true of a subject at a path on each of the hundred days before the day."""
    fact = ".".join(path.split(".")[-2:])
    today = day.opening.date
    return {day.world.town.truth(fact, subject, today - ago) for ago in range(1, 100)}


@both_days
def test_an_error_can_be_caught_before_the_letter(day: str) -> None:
    """Some wrong suggestion builds on a value that another system shows as it is."""
    caught = []
    for person in named(day, WRONG):
        shown, after, case = suggestion(day, person)
        for seen in shown.basis:
            truth = truth_of(after, case, seen.path)
            if seen.value == truth:
                continue
            fact = ".".join(seen.path.split(".")[-2:])
            opening = after.opening
            showing = (
                observe(after.world, system, fact, seen.subject, after.at(opening.opens + 60))
                for system in opening.landscape.systems
            )
            if any(isinstance(one, Shown) and one.value == truth for one in showing):
                caught.append(person)
    assert caught
