"""The timeline: three lanes, each mark with its event."""

from dataclasses import replace

from simulator.casework.actions.afterwards import EveningTold
from simulator.casework.actions.arriving import SystemWentDown
from simulator.casework.actions.day import DayClosed, MomentMarked
from simulator.casework.actions.inbox import CaseSetAside
from simulator.casework.actions.telephone import CallRang, CallRangOut
from tests.casework.small import AMINA, BODIL
from tests.debrief.logs import OTHER, Log, income, with_pending


def a_log() -> Log:
    log = Log()
    log.arrives()
    return log


def marks(log: Log) -> list[tuple[str, str, int]]:
    return [(one.lane, one.what, one.event) for one in log.debrief().timeline.marks]


def test_who_acted_decides_the_lane() -> None:
    log = a_log()
    looked = log.looks(income())
    shown = log.suggests()
    rang = log.happens(CallRang, by=f"citizen:{AMINA}", citizen=AMINA, line="ring.letter.1")
    assert marks(log)[1:] == [
        ("you", "record.opened", looked),
        ("system", "level-3", shown),
        ("in", "call.rang", rang),
    ]


def test_what_the_automation_decides_is_the_systems() -> None:
    log = a_log()
    mine, its = log.decides(), log.decides(by="automation")
    assert marks(log)[1:] == [("you", "decision.made", mine), ("system", "decision.made", its)]


def test_what_only_puts_the_matter_off_is_a_next_step_and_no_decision() -> None:
    log = with_pending()
    step = log.decides(income())
    shown = log.debrief()
    assert marks(log)[1:] == [("you", "decision.pending", step)]
    assert shown.timeline.caption.arguments["yours"] == 0
    assert shown.data_map.caption.text == "debrief.map.caption-none"
    assert shown.data_map.rows == ()
    assert shown.silences["K2"].reason == "no-occasion"


def test_an_urgent_case_has_a_mark_of_its_own() -> None:
    log = Log()
    log.arrives()
    at = next(i for i, one in enumerate(log.events) if one.kind == "case.arrived")
    log.events[at] = replace(log.events[at], urgent="cue")  # type: ignore[call-arg]
    assert marks(log)[0][:2] == ("in", "case.urgent")


def test_every_mark_stands_in_its_hour_and_lane_of_the_table() -> None:
    log = a_log()
    log.minute = 9 * 60 + 59
    before = log.looks(income())
    log.minute = 10 * 60
    after = log.happens(SystemWentDown, case=None, by="system:overblik", system="overblik")
    hours = dict(log.debrief().timeline.hours())
    assert [one.event for one in hours[540][1]] == [before]
    assert [one.event for one in hours[600][2]] == [after]
    assert sum(len(lane) for lanes in hours.values() for lane in lanes) == len(marks(log))


def test_work_past_closing_makes_the_day_longer_in_whole_hours() -> None:
    log = a_log()
    assert (log.debrief().timeline.opens, log.debrief().timeline.closes) == (480, 720)
    log.minute = 725
    log.looks(income())
    assert log.debrief().timeline.closes == 780


def test_the_weeks_after_are_not_on_it() -> None:
    log = a_log()
    log.minute = 3 * 1440
    log.writes(by="automation")
    log.happens(EveningTold, by=f"citizen:{AMINA}", citizen=AMINA, line="evening.granted.1")
    assert [what for _, what, _ in marks(log)] == ["case.arrived"]


def test_a_case_that_was_set_aside_leaves_no_mark() -> None:
    log = a_log()
    log.arrives(OTHER, BODIL)
    log.looks(income(subject=BODIL), case=OTHER)
    log.happens(CaseSetAside, case=OTHER)
    log.happens(MomentMarked, case=None)
    assert [what for _, what, _ in marks(log)] == ["case.arrived", "moment.marked"]


def test_the_captions_figures_are_those_of_the_log() -> None:
    log = a_log()
    log.arrives(OTHER, BODIL)
    log.suggests()
    log.follows()
    log.decides()
    log.decides(case=OTHER, by="automation")
    who = {"by": f"citizen:{AMINA}", "citizen": AMINA}
    log.happens(CallRang, line="ring.letter.1", **who)
    log.happens(CallRangOut, **who)
    assert log.debrief().timeline.caption.arguments == {
        "cases": 2,
        "calls": 1,
        "unanswered": 1,
        "yours": 1,
        "followed": 1,
        "systems": 1,
    }


def test_a_call_that_rings_out_has_not_rung_twice() -> None:
    log = a_log()
    who = {"by": f"citizen:{AMINA}", "citizen": AMINA}
    log.happens(CallRang, line="ring.letter.1", **who)
    log.happens(CallRangOut, **who)
    caption = log.debrief().timeline.caption
    assert (caption.arguments["calls"], caption.arguments["unanswered"]) == (1, 1)


def test_a_call_that_comes_once_the_day_is_left_is_said_apart() -> None:
    log = a_log()
    who = {"by": f"citizen:{AMINA}", "citizen": AMINA}
    log.happens(DayClosed, case=None, open_cases=())
    log.happens(CallRangOut, **who)
    caption = log.debrief().timeline.caption
    assert caption.text == "debrief.timeline.caption-left"
    said = caption.arguments
    assert (said["calls"], said["unanswered"], said["later"]) == (0, 0, 1)


def test_a_call_that_never_rang_because_somebody_was_talking_is_of_the_day_itself() -> None:
    log = a_log()
    log.happens(CallRang, by=f"citizen:{AMINA}", citizen=AMINA, line="ring.letter.1")
    log.happens(CallRangOut, by=f"citizen:{BODIL}", citizen=BODIL)
    log.happens(DayClosed, case=None, open_cases=())
    log.happens(CallRangOut, by=f"citizen:{AMINA}", citizen=AMINA)
    caption = log.debrief().timeline.caption
    assert caption.text == "debrief.timeline.caption"
    assert (caption.arguments["calls"], caption.arguments["unanswered"]) == (2, 2)
