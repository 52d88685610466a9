"""The frame of the day: reasons of the morning, levels taken back, and an end that is the end."""

import pytest

from simulator.casework.actions.day import AcceptPrebrief, GoHome, MarkMoment, Wait
from simulator.casework.actions.levels import ChoosePreset, SetLevel
from simulator.casework.actions.telephone import Call
from simulator.casework.case_types import FUNCTIONS
from simulator.casework.commands import Command
from simulator.casework.families import decide
from simulator.casework.opening import Dial
from simulator.casework.own_words import spoken
from simulator.casework.telling import tell
from simulator.core.texts import Phrase
from simulator.scenario.words import teller
from tests.casework.small import BODIL, CASE, SUBSIDY, a_day, after, happened, of_kind, refusal

ALL_FOUR = dict.fromkeys(FUNCTIONS, 4)


def test_a_reason_given_at_the_morning_meeting_is_kept_by_its_number() -> None:
    command = SetLevel("subsidy", "calculate", 3, "Der er travlt i dag.")
    (chosen,) = decide(a_day(fresh=True), command)
    assert (chosen.kind, chosen.words) == ("level.chosen", 1)  # type: ignore[attr-defined]
    assert spoken(command) == ("Der er travlt i dag.",)
    assert after(a_day(fresh=True), command).words == 1


def test_hearing_lowered_from_level_4_no_longer_ends_by_itself() -> None:
    waiting = a_day(SUBSIDY, ALL_FOUR, party=BODIL)
    assert "step.done" in happened(waiting, GoHome())
    by_hand = after(waiting, SetLevel("subsidy", "hear", 0, "Selv"))
    assert "step.done" not in happened(by_hand, GoHome())


def test_hearing_raised_to_level_4_again_ends_after_the_day_the_letter_gave() -> None:
    day = after(
        a_day(SUBSIDY, ALL_FOUR, party=BODIL), SetLevel("subsidy", "hear", 0, "Selv"), Wait(60)
    )
    raised = after(day, SetLevel("subsidy", "hear", 4, "Tilbage"))
    step = next(e for e in decide(raised, GoHome()) if e.kind == "step.done")
    assert (step.minute, step.how) == (480 + 9 * 1440, "deadline")  # type: ignore[attr-defined]


def test_another_steps_level_leaves_the_hearings_deadline() -> None:
    day = after(a_day(SUBSIDY, ALL_FOUR, party=BODIL), SetLevel("subsidy", "write", 0, "Selv"))
    assert "step.done" in happened(day, GoHome())


def test_a_level_that_is_not_offered_is_refused_with_those_that_are() -> None:
    day = a_day(dials=(Dial("subsidy", "calculate", (0, 4), 0), Dial("subsidy", "find", (1,), 1)))
    (no,) = decide(day, SetLevel("subsidy", "calculate", 2))
    said = tell(day, no)
    assert isinstance(said, Phrase)
    assert teller("da")(said).endswith("Trinnet kan stå på: 0 i hånden, 4 gør det selv.")
    assert teller("en")(said).endswith("The step can be at: 0 by hand, 4 does it alone.")


def test_a_step_without_a_dial_cannot_be_changed() -> None:
    day = a_day(dials=(Dial("subsidy", "calculate", (0, 4), 0),))
    assert refusal(day, SetLevel("subsidy", "write", 0)) == "step-not-offered"


@pytest.mark.parametrize("command", [MarkMoment("sent"), AcceptPrebrief(), ChoosePreset("hand")])
def test_after_the_day_has_ended_nothing_changes_it(command: Command) -> None:
    assert refusal(after(a_day(), GoHome()), command) == "day-over"


def test_a_day_left_before_it_began_has_ended_too() -> None:
    left = after(a_day(fresh=True), GoHome())
    assert refusal(left, AcceptPrebrief()) == "day-over"
    assert refusal(left, ChoosePreset("hand")) == "day-over"


def test_going_home_in_the_middle_of_a_call_puts_the_telephone_down_first() -> None:
    log = decide(after(a_day(), Call(CASE)), GoHome())
    assert [event.kind for event in log[:2]] == ["call.ended", "day.closed"]
    assert not of_kind(decide(a_day(), GoHome()), "call.ended")
