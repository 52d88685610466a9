"""Signing: who leaves a step wholly to technology puts a name to it; a later change says why."""

from simulator.casework.actions.day import AcceptPrebrief
from simulator.casework.actions.levels import ChoosePreset, SetLevel
from simulator.casework.day import Day
from simulator.casework.families import decide
from simulator.casework.opening import Preset
from simulator.casework.own_words import spoken
from simulator.casework.seeing import see
from simulator.casework.telling import tell
from simulator.scenario.words import teller
from tests.casework.small import SUBSIDY, a_day, after, happened, refusal, text

HAND = Preset("hand", text("hand"), (("subsidy", "find", 0), ("subsidy", "write", 1)))
FAR = Preset(
    "far", text("far"), (("subsidy", "find", 4), ("subsidy", "hear", 2), ("subsidy", "write", 4))
)


def a_morning() -> Day:
    return a_day(fresh=True, presets=(HAND, FAR))


def test_a_step_left_wholly_to_technology_is_signed_for() -> None:
    signed = SetLevel("subsidy", "calculate", 4, "BH")
    (chosen,) = decide(a_morning(), signed)
    assert (chosen.kind, chosen.words) == ("level.chosen", 1)  # type: ignore[attr-defined]
    assert spoken(signed) == ("BH",)


def test_unsigned_it_is_refused_and_told_what_helps() -> None:
    unsigned = SetLevel("subsidy", "calculate", 4, "  ")
    (no,) = decide(a_morning(), unsigned)
    assert refusal(a_morning(), unsigned) == "unsigned"
    said = tell(a_morning(), no)
    assert said is not None
    assert teller("en")(said).endswith("Write a name or initials, or choose a lower level.")


def test_a_lower_level_needs_no_name() -> None:
    assert happened(a_morning(), SetLevel("subsidy", "calculate", 3)) == ["level.chosen"]


def test_a_set_up_is_signed_once_for_all_it_leaves_to_technology() -> None:
    signed = ChoosePreset("far", "BH")
    found = [
        (one.function, one.words)  # type: ignore[attr-defined]
        for one in decide(a_morning(), signed)
    ]
    assert found == [("find", 1), ("hear", None), ("write", 1)]
    assert after(a_morning(), signed).words == 1
    assert spoken(signed) == ("BH",)
    assert refusal(a_morning(), ChoosePreset("far")) == "unsigned"
    assert len(happened(a_morning(), ChoosePreset("hand"))) == 2


def test_a_name_is_asked_for_only_where_it_is_needed() -> None:
    preset, dial = see(a_morning()).offer("choose_preset"), see(a_morning()).offer("set_level")
    assert preset
    assert dial
    for offer, name, free, signed in (
        (preset, "preset", "hand", "far"),
        (dial, "level", 3, 4),
    ):
        asked = offer.blanks[-1]
        assert not asked.asked({name: free})
        assert asked.asked({name: signed})
    plain = see(a_day(fresh=True)).offer("choose_preset")
    assert plain
    assert len(plain.blanks) == 1


def test_a_change_during_the_day_says_why_in_a_line() -> None:
    day = after(a_day(SUBSIDY, fresh=True), AcceptPrebrief())
    assert refusal(day, SetLevel("subsidy", "write", 3)) == "reason-missing"
    assert refusal(day, SetLevel("subsidy", "write", 3, "en\nto")) == "reason-too-long"
    assert refusal(day, SetLevel("subsidy", "write", 3, "a" * 161)) == "reason-too-long"
    assert happened(day, SetLevel("subsidy", "write", 3, "a" * 160)) == ["level.changed"]
    offered = see(day).offer("set_level")
    assert offered
    assert offered.blanks[-1].asked({"level": 0})
    assert not offered.blanks[-1].optional
