"""What people do and say: one draw each, held against a chance that conduct moves."""

from hypothesis import given, settings
from hypothesis import strategies as st

from simulator.casework.actions.day import GoHome, Wait
from simulator.casework.actions.deciding import Calculate
from simulator.casework.actions.finding import SettleFacts
from simulator.casework.actions.hearing import SkipHearing
from simulator.casework.actions.levels import SetLevel
from simulator.casework.actions.looking.pages import LookUp
from simulator.casework.actions.promising import Promise
from simulator.casework.actions.telephone import AnswerCall, Call, HangUp, Tell
from simulator.casework.actions.writing import SendLetter
from simulator.casework.commands import Command
from simulator.casework.day import Day
from simulator.casework.families import decide, unfold
from simulator.casework.opening import Conduct
from simulator.casework.people import citizen_line
from simulator.casework.seeing import see
from simulator.casework.speaking import Line
from simulator.casework.telling import tell
from simulator.core.values import changed
from tests.casework.small import (
    AMINA,
    BODIL,
    CASE,
    CONDUCT,
    a_day,
    a_town,
    after,
    an_opening,
    citizen,
    happened,
    of_kind,
)

BARE = {"rule": "template"}
REASONED = BARE | {"considerations": "template", "facts": "template"}
LOOK = LookUp(CASE, "overblik", "citizen")
percent = st.integers(0, 100)


def conduct(draw: st.DrawFn) -> Conduct:
    chances = {
        name: draw(percent)
        for name in (
            "rings_about_waiting",
            "rings_about_letter",
            "rings_about_adverse",
            "less_when_reasoned",
            "less_when_called",
        )
    }
    return changed(CONDUCT, **chances)


def calls(day: Day, *commands: Command) -> int:
    """How many times the citizen tries to ring from now on."""
    tries, left = 0, list(commands)
    until = after(day, *commands).minute + 240
    while left or day.minute < until:
        run = unfold(day, left.pop(0) if left else Wait(120))
        day, tries = run.day, tries + len(of_kind(run.events, "call.rang"))
    return tries


@given(st.data())
@settings(max_examples=120, deadline=None)
def test_a_kinder_day_can_only_lose_calls(data: st.DataObject) -> None:
    """Kinder: the same letter with its reasons in it, after a call, or both."""
    draw = data.draw
    person = citizen(AMINA, patience=draw(percent), trust=draw(percent))
    seed, stopped = draw(st.integers(0, 500)), draw(st.booleans())
    rules = conduct(draw)
    day = a_day(conduct=rules, seed=seed, stopped=stopped, town=a_town(person), closes=1200)
    ready = (LOOK, SettleFacts(CASE), SkipHearing(CASE), Calculate(CASE, "reckon"))
    talk = (Call(CASE), HangUp()) if draw(st.booleans()) else ()
    curt = calls(day, *ready, SendLetter(CASE, BARE))
    kind = calls(day, *talk, *ready, SendLetter(CASE, REASONED))
    assert kind <= curt


@given(st.integers(0, 300), percent)
@settings(max_examples=60, deadline=None)
def test_a_sooner_call_can_only_lose_the_one_about_waiting(seed: int, chance: int) -> None:
    day = a_day(conduct=changed(CONDUCT, rings_about_waiting=chance), seed=seed)
    assert calls(day, Call(CASE), HangUp()) <= calls(day)


def test_an_unread_letter_does_not_stop_the_wait() -> None:
    day = a_day(party=BODIL, conduct=changed(CONDUCT, rings_about_waiting=100))
    ready = (LOOK, SettleFacts(CASE), SkipHearing(CASE), Calculate(CASE, "reckon"))
    assert calls(day, *ready, SendLetter(CASE, REASONED)) == 1


def test_one_who_is_called_says_something_and_so_does_one_who_is_told() -> None:
    (called,) = decide(a_day(), Call(CASE))
    assert called.line == "answer.1"  # type: ignore[attr-defined]
    (told,) = decide(after(a_day(), Call(CASE)), Tell("status"))
    assert told.line == "told.1"  # type: ignore[attr-defined]


def ringing() -> Day:
    day = a_day(conduct=changed(CONDUCT, rings_about_waiting=100))
    while day.ringing is None:
        day = after(day, Wait(1))
    return day


def test_a_ringing_telephone_shows_who_and_not_yet_what() -> None:
    telephone = see(ringing()).telephone
    assert telephone
    assert (telephone.name, telephone.says) == ("Amina Holst", None)


def test_one_who_rang_says_why_when_the_call_is_taken() -> None:
    (called,) = decide(ringing(), AnswerCall())
    assert called.line == "ring.waiting.1"  # type: ignore[attr-defined]


def lines(*said: Line) -> Day:
    return changed(a_day(), opening=an_opening(lines=said))


def test_a_line_for_just_this_act_comes_before_one_for_its_kind() -> None:
    wide, near = Line("wide", "evening.adverse"), Line("near", "evening.adverse.wrong")
    assert citizen_line(lines(wide, near), "evening.adverse.wrong", AMINA, CASE) == "near"
    assert citizen_line(lines(wide, near), "evening.adverse.reasoned", AMINA, CASE) == "wide"
    assert citizen_line(lines(wide), "evening.granted", AMINA, CASE) == ""


def test_a_persons_own_line_comes_first() -> None:
    own = Line("own", "evening.adverse", person=AMINA)
    near = Line("near", "evening.adverse.wrong")
    assert citizen_line(lines(own, near), "evening.adverse.wrong", AMINA, CASE) == "own"
    assert citizen_line(lines(own, near), "evening.adverse.wrong", BODIL, CASE) == "near"


def test_the_same_person_does_not_have_to_say_the_same_twice() -> None:
    day = lines(*(Line(f"told-{n}", "told") for n in range(6)))
    assert len({citizen_line(day, "told", AMINA, CASE, nth) for nth in range(12)}) > 1
    assert citizen_line(day, "told", AMINA, CASE, 3) == citizen_line(day, "told", AMINA, CASE, 3)


def test_a_promise_to_look_again_is_kept_by_looking_again() -> None:
    day = after(a_day(), Call(CASE), Promise("look-again"), HangUp())
    assert happened(day, LOOK) == ["record.opened", "promise.kept"]


def test_a_promise_to_ring_back_is_kept_by_ringing_back() -> None:
    day = after(a_day(), Call(CASE), Promise("ring-back"), HangUp())
    assert happened(day, Call(CASE)) == ["citizen.called", "promise.kept"]
    (kept,) = of_kind(decide(day, Call(CASE)), "promise.kept")
    assert tell(day, kept) is None


def test_an_answer_that_was_promised_may_come_from_the_automation() -> None:
    day = a_day(levels={"find": 4, "hear": 4, "calculate": 4}, stopped=False)
    day = after(day, Call(CASE), Promise("letter"), HangUp())
    assert "promise.kept" in happened(day, SetLevel("subsidy", "write", 4, "Travlt"))


def test_a_promise_nobody_kept_is_broken_by_default() -> None:
    day = after(a_day(), Call(CASE), Promise("letter"))
    (broken,) = of_kind(decide(day, GoHome()), "promise.broken")
    assert broken.by == "default"
    assert tell(day, broken) is None
    (told,) = of_kind(decide(day, GoHome()), "evening.told")
    assert told.line == "evening.let-down.1"  # type: ignore[attr-defined]
