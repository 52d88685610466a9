"""Commands, prices, offers, refusals and words: each list is whole, and they fit one another."""

import ast
import inspect
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

import simulator.casework.actions as families
from simulator.casework.actions.chain import _TAKEN_BY
from simulator.casework.actions.counter import ReceiveVisitor
from simulator.casework.actions.day import AcceptPrebrief, Wait
from simulator.casework.actions.deciding import Calculate
from simulator.casework.actions.documents.requesting import AskForDocument
from simulator.casework.actions.finding import SettleFacts
from simulator.casework.actions.hearing import SkipHearing
from simulator.casework.actions.looking.pages import LookUp
from simulator.casework.actions.searching import Search
from simulator.casework.actions.suggesting import Follow
from simulator.casework.actions.telephone import AnswerCall, Call
from simulator.casework.actions.writing import SendLetter
from simulator.casework.case_state import next_function
from simulator.casework.commands import CaseCommand, Command
from simulator.casework.engine import _DECIDES
from simulator.casework.events import _EVOLVES, BY_KIND
from simulator.casework.letters import PARTS
from simulator.casework.seeing import see
from simulator.core.texts import LANGUAGES, Text, placeholders
from simulator.core.values import changed
from simulator.scenario.places import library
from simulator.scenario.reading import read
from simulator.scenario.words import teller, texts
from tests.casework.searchable import protected_day
from tests.casework.small import (
    CASE,
    CONDUCT,
    PAPERS,
    SUBSIDY,
    WEIGHED,
    a_day,
    a_visited_day,
    after,
)

COMMANDS = list(_DECIDES)
PRICED_ELSEWHERE = {
    "look_up",
    "open_hit",
    "search",
    "wait",
    "settle_facts",
    "calculate",
    "decide",
    "send_letter",
    "release",
}
"""The system says what looking costs, the case type what a step does, waiting what one waits."""
SAY_IT_THEMSELVES = (
    "empty-letter",
    "empty-note",
    "first-answer",
    "first-calculate",
    "first-find",
    "first-hear",
    "first-pay",
    "first-weigh",
    "first-write",
    "hear-about-what",
    "not-in-hand",
    "sources-agree",
    "ticket-about-what",
    "two-at-a-time",
    "wait-too-long",
    "which-way-round",
)
"""The reasons whose own words already say what would help."""


def declared() -> Iterator[tuple[str, str]]:
    """Each reason that the families declare, with what it says would help."""
    yield from ((f"first-{function}", helps) for function, helps in _TAKEN_BY.items())
    folder = Path(inspect.getfile(families)).parent
    for file in folder.parent.rglob("*.py"):
        for node in ast.walk(ast.parse(file.read_text())):
            if isinstance(node, ast.Call):
                reason = reason_of(node)
                helps = next((word.value for word in node.keywords if word.arg == "helps"), None)
                if isinstance(reason, ast.Constant):
                    yield reason.value, helps.value if isinstance(helps, ast.Constant) else ""


def reason_of(call: ast.Call) -> ast.expr | None:
    """What is refused for, in ``Refused(reason)`` and in ``partial(Refused, reason)``."""
    whole = (call.func, *call.args)
    at = next((n for n, part in enumerate(whole) if ast.unparse(part) == "Refused"), None)
    return None if at is None else whole[at + 1]


def refused() -> dict[str, Text]:
    """The words of refusals, by reason."""
    said = {id_: text for id_, text in texts().items() if id_.startswith("refused.")}
    return {id_.removeprefix("refused."): text for id_, text in said.items()}


def prices() -> dict[str, int]:
    return dict(read((library() / "prices.yaml").read_bytes(), "prices.yaml").value)


def offered() -> set[str]:
    """The offers of days that between them have everything to offer."""
    ringing = a_day(conduct=changed(CONDUCT, rings_about_waiting=100), levels={"find": 1})
    while ringing.ringing is None:
        ringing = after(ringing, Wait(1))
    looked = after(a_day(WEIGHED), LookUp(CASE, "overblik", "citizen"), SettleFacts(CASE))
    weighing = after(looked, SkipHearing(CASE), Calculate(CASE, "reckon"))
    suggested = a_day(SUBSIDY, {"find": 4, "hear": 4, "calculate": 3}, stopped=False)
    fresh = a_day(fresh=True)
    arrived = after(fresh, AcceptPrebrief())
    days = (fresh, arrived, ringing, after(ringing, AnswerCall()), weighing, suggested, a_day())
    papered = after(a_day(documents=PAPERS), AskForDocument(CASE, "payslip"))
    came = after(papered, Wait(120))
    answered = after(a_day(WEIGHED, {"find": 1, "weigh": 3}, stopped=False), SettleFacts(CASE))
    answered = after(answered, SkipHearing(CASE), Calculate(CASE, "reckon"), Follow(CASE))
    answered = after(answered, SendLetter(CASE, {"rule": "template"}))
    answered = changed(answered, repaired={"eindkomst->overblik": 500})
    on_line = after(a_day(), Call(CASE))
    found = after(protected_day(), Search(CASE, "overblik", "name", "Bo"))
    covered = after(protected_day(), LookUp(CASE, "overblik", "citizen"))
    visited = a_visited_day("interpreter")
    received = after(visited, ReceiveVisitor(CASE))
    assert next_function(weighing, weighing.cases[CASE]) == "weigh"
    return {
        offer.id.partition(".")[0]
        for day in (*days, papered, came, answered, on_line, found, covered, visited, received)
        for offer in see(day).offers
    }


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_says_what_it_is(command: type[Command]) -> None:
    assert command.__doc__
    assert command.__doc__ not in (Command.__doc__, CaseCommand.__doc__)


def test_every_command_means_something() -> None:
    assert set(_DECIDES) == set(COMMANDS)


def test_every_command_has_its_price_in_one_place() -> None:
    assert set(prices()) | PRICED_ELSEWHERE == {one.name for one in COMMANDS}
    assert not set(prices()) & PRICED_ELSEWHERE


def test_every_command_is_offered_somewhere_and_nothing_else_is() -> None:
    assert offered() == {one.name for one in COMMANDS}


@pytest.mark.parametrize("command", COMMANDS)
def test_every_offer_has_its_word(command: type[Command]) -> None:
    assert f"offer.{command.name}" in texts()


def test_every_reason_has_its_word_and_every_word_is_a_reason_that_somebody_gives() -> None:
    assert refused().keys() == {reason for reason, _ in declared()}
    assert set(WEIGHED.order) == _TAKEN_BY.keys()


def test_every_reason_is_declared_once() -> None:
    times = Counter(reason for reason, _ in declared())
    assert {reason for reason, many in times.items() if many > 1} == set()


def test_what_helps_is_an_offer_and_has_its_word() -> None:
    helps = dict(declared())
    assert set(helps.values()) - {""} <= {one.name for one in COMMANDS}
    said = {help_ for reason, help_ in helps.items() if help_ and reason not in SAY_IT_THEMSELVES}
    assert {id_.removeprefix("helps.") for id_ in texts() if id_.startswith("helps.")} == said


def test_a_refusal_has_room_for_what_helps_where_something_does_that_it_does_not_say() -> None:
    room = {reason for reason, text in refused().items() if "helps" in placeholders(text.da)}
    helped = {reason for reason, helps in declared() if helps}
    assert room == helped - {*SAY_IT_THEMSELVES}
    assert helped >= {*SAY_IT_THEMSELVES}


def test_what_is_told_has_a_word_and_what_is_unseen_has_none() -> None:
    told = {id_.removeprefix("told.") for id_ in texts() if id_.startswith("told.")}
    in_other_words = {
        "result.stands",
        "decision.made-pending",
        "day.closed-empty",
        "break.taken-cake",
        "promise.made-by",
        "and-answered",
        "payment.released-as",
        "payment.released-once",
        "repayment.claimed-once",
        "time.passed-call",
        "time.passed-urgent",
        "time.passed-visitor",
        "meeting.invited-with",
        "visitor.came-invited",
        "visitor.came-later",
        "visitor.stayed_away-later",
        "register.searched-none",
        "register.searched-more",
        "second_opinion.written-disputed",
        "second_opinion.written-lacking",
        "second_opinion.written-unsure",
        "document.asked-third",
        "document.asked-unnoticed",
        "document.arrived-late",
        "document.arrived-none",
        "document.arrived-third-late",
        "document.arrived-third",
        "document.opened-unreadable",
        "facts.filled-picked",
        "reply.arrived-late",
        "suggestion.shown-none",
        "underpayment.found-monthly",
        "underpayment.found-once",
        "complaint.reassessed-changed",
        "appeal.decided-upheld-criticised",
        "appeal.decided-changed",
        "appeal.decided-sent-back",
        "appeal.decided-rejected",
        "appeal.decided-upheld",
        "payment.recalculated-less",
        "payment.recalculated-more",
        "overpayment.found-monthly",
        "overpayment.found-once",
        "mistake.unfound-much",
        "mistake.unfound-much-once",
        "mistake.unfound-little",
        "mistake.unfound-little-once",
        "repayment.demanded-once",
        "others.listed-none",
    }
    seen = {kind for kind, cls in BY_KIND.items() if not cls.unseen}
    told_otherwise = {"command.refused", "appeal.decided", "payment.recalculated"}
    assert told == (seen - told_otherwise) | in_other_words


def test_every_kind_that_changes_a_day_is_a_kind() -> None:
    assert set(_EVOLVES) <= set(BY_KIND.values())


@pytest.mark.parametrize("group", ["offer", "refused", "helps", "told", "aid", "blank", "status"])
def test_both_languages_say_it_with_the_same_placeholders(group: str) -> None:
    found = {id_: text for id_, text in texts().items() if id_.startswith(f"{group}.")}
    assert found
    for id_, text in found.items():
        danish, english = (text.in_(language) for language in LANGUAGES)
        assert danish.strip(), id_
        assert english.strip(), id_
        assert placeholders(danish) == placeholders(english), id_


def test_every_part_a_letter_may_owe_is_pointed_out_in_words() -> None:
    say = teller("da")
    assert [part for part in PARTS if not say.knows(f"aid.write.{part}")] == []
