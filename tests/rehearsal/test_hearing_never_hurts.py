"""Hearing somebody, or asking them for a document, never makes a right decision a wrong one.

Each case of both days is decided twice at the same minute: on the pages that bear on it, with every
choice as it is preset, and so again once the party has been heard or has sent what was asked for.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from functools import partial

import pytest

from simulator.casework.actions.day import AcceptPrebrief, Wait
from simulator.casework.actions.documents.receiving import OpenDocument
from simulator.casework.actions.documents.requesting import AskForDocument, useful
from simulator.casework.actions.finding import SettleFacts
from simulator.casework.actions.hearing import Hear, SkipHearing
from simulator.casework.actions.inbox import OpenCase
from simulator.casework.automation import to_be_heard
from simulator.casework.case_types import BY_HAND, SUGGESTING, Answer
from simulator.casework.commands import Command
from simulator.casework.day import Case, Day
from simulator.casework.families import fold, opened, unfold
from simulator.casework.opening import Arrival
from simulator.casework.seeing import see
from simulator.casework.sights import CITIZEN
from simulator.casework.truth import ruled, stands
from simulator.casework.vocabulary import offer_name
from simulator.core.clock import MINUTES_A_DAY
from simulator.rehearsal.playing import at_level
from simulator.scenario.loading import Loaded
from tests.rehearsal.ways import MONDAY, THURSDAY, drawn

both_days = pytest.mark.parametrize("day", [MONDAY, THURSDAY])
by_hand_and_suggested = pytest.mark.parametrize("level", [BY_HAND, SUGGESTING])
Kindness = Callable[[Day, str], Day]
"""What is done for a party before their case is decided."""
LONG = 6 * 60
"""How many minutes an answer is waited for."""


def alone(loaded: Loaded, arrival: Arrival, level: int) -> Day:
    """A day on which nothing but one case has come, and nobody rings or gives anything away."""
    conduct = replace(
        loaded.opening.conduct,
        rings_about_waiting=0,
        rings_about_letter=0,
        rings_about_adverse=0,
        consents=1_000,
    )
    comes = replace(arrival, minute=loaded.opening.opens, twin=None, channel="self-service")
    opening = replace(
        at_level(loaded.opening, level),
        arrivals=(comes,),
        injects=(),
        conduct=conduct,
        closes=MINUTES_A_DAY - 60,
    )
    return done(fold(opened(opening, loaded.town), loaded.town), AcceptPrebrief())


def done(day: Day, command: Command) -> Day:
    """The day after a command, which may be refused and then does nothing."""
    return unfold(day, command).day


def looked_up(day: Day, case: str) -> Day:
    """The day once every page that bears on a case has been opened, as far as they open."""
    tried: set[Command] = set()
    while command := next((c for c in unopened(day, case) if c not in tried), None):
        tried.add(command)
        day = done(day, command)
    return day


def unopened(day: Day, case: str) -> Iterator[Command]:
    """What covers a needed fact is asked to be shown; then each page that bears on the case."""
    view = see(day)
    assert view.hand
    if reveal := view.offer("reveal"):
        for option in reveal.blanks[0].options:
            yield reveal.make({reveal.blanks[0].name: option.value})
    shown = {line.path for line in view.hand.facts if line.shown}
    for system in view.systems:
        look = view.offer(offer_name("look_up", system.id))
        for page in system.pages if system.open and look else ():
            if look and page.bears and not page.looked and (not page.about or page.about in shown):
                asked = [blank for blank in look.blanks if blank.name != "page" and blank.options]
                filled = {blank.name: blank.options[0].value for blank in asked}
                yield look.make({**filled, "page": page.id})


def found(loaded: Loaded, arrival: Arrival, level: int) -> Day | None:
    """The day with the facts of a case found and settled as preset; None where they cannot be."""
    day = looked_up(done(alone(loaded, arrival, level), OpenCase(arrival.case)), arrival.case)
    day = done(day, SettleFacts(arrival.case))
    return day if "find" in day.cases[arrival.case].done else None


def until(day: Day, minute: int, over: Callable[[Day], bool] = lambda _: False) -> Day:
    """The day at a minute, or earlier once something is over."""
    while day.minute < minute and not over(day):
        day = done(day, Wait(min(60, minute - day.minute)))
    return day


def heard(day: Day, case_id: str) -> Day:
    """The party is heard about the facts they are to be heard about, and answers."""
    case = day.cases[case_id]
    facts = to_be_heard(day.case_type(case), case.basis)
    if facts:
        day = done(day, Hear(case_id, facts))
        day = until(day, day.minute + LONG, lambda now: answered(now.cases[case_id]))
    return day


def answered(case: Case) -> bool:
    return bool(case.hearing and case.hearing.answered)


def documented(day: Day, case_id: str, *, third: bool) -> Day:
    """Every document that is of use is asked for, waited for and opened."""
    for kind, relation in tuple(useful(day, day.cases[case_id])):
        from_third = third and bool(kind.third) and not relation
        day = done(day, AskForDocument(case_id, kind.id, relation, third=from_third))
    day = until(day, day.minute + LONG)
    for document in day.cases[case_id].documents:
        day = done(day, OpenDocument(case_id, document.number))
    return day


def decided(day: Day, case_id: str) -> Answer | None:
    """The answer once the facts are settled as preset: as it is suggested, or by the rule."""
    day = done(done(day, SettleFacts(case_id)), SkipHearing(case_id))
    case = day.cases[case_id]
    return case.suggestion.answer if case.suggestion else ruled(day, case, case.basis)


def believed(day: Day, case_id: str) -> Day:
    """The party is heard, and every word of theirs is taken before what a register shows."""
    day = heard(day, case_id)
    words = [seen for seen in day.cases[case_id].seen if seen.source == CITIZEN]
    picks = {seen.path: CITIZEN for seen in words if seen.state == "shown"}
    return done(day, SettleFacts(case_id, picks))


KINDNESSES: dict[str, Kindness] = {
    "heard": heard,
    "documents": partial(documented, third=False),
    "documents from others": partial(documented, third=True),
}


def hurt(
    day: str, seed: int | None, level: int, kindnesses: Mapping[str, Kindness] = KINDNESSES
) -> list[tuple[str, str]]:
    """The parties whose right answer became a wrong one, each with what was done for them."""
    loaded = drawn(day, seed)
    hurts = []
    for arrival in loaded.opening.arrivals:
        before = found(loaded, arrival, level)
        for name, kindness in kindnesses.items() if before else ():
            assert before
            after = kindness(before, arrival.case)
            without = until(before, after.minute)
            if right(without, arrival.case) and not right(after, arrival.case):
                hurts.append((arrival.party, name))
    return hurts


def right(day: Day, case_id: str) -> bool:
    return stands(day, day.cases[case_id], decided(day, case_id))


@both_days
@by_hand_and_suggested
def test_a_right_decision_stays_right_where_the_party_is_heard_or_asked(
    day: str, level: int
) -> None:
    assert hurt(day, None, level) == []


@pytest.mark.parametrize("seed", [1, 2, 3])
@by_hand_and_suggested
def test_so_it_does_whoever_the_seed_draws(seed: int, level: int) -> None:
    assert hurt(THURSDAY, seed, level) == []


@pytest.mark.slow
@both_days
@by_hand_and_suggested
@pytest.mark.parametrize("tens", range(5))
def test_so_it_does_in_fifty_draws_of_either_day(day: str, level: int, tens: int) -> None:
    for seed in range(10 * tens + 1, 10 * tens + 11):
        assert hurt(day, seed, level) == [], seed


@both_days
def test_but_to_take_every_word_before_a_register_can_make_it_wrong(day: str) -> None:
    """Somebody is sure and mistaken: what is asked is laid on the case, and has to be weighed."""
    assert hurt(day, None, BY_HAND, {"believed": believed})


@both_days
def test_those_who_are_asked_do_answer_and_documents_do_come(day: str) -> None:
    """Otherwise nothing would have been tried."""
    came = []
    for arrival in drawn(day, None).opening.arrivals:
        before = found(drawn(day, None), arrival, BY_HAND)
        assert before, arrival.party
        asked = documented(before, arrival.case, third=False)
        came.append((answered(heard(before, arrival.case).cases[arrival.case]), asked))
    assert sum(did for did, _ in came) > len(came) // 2
    documents = [now.cases[case].documents for _, now in came for case in now.cases]
    assert sum(map(bool, documents)) > len(came) // 2
