"""A wrong answer names what would have put it right: this alone, either of these, only together."""

from dataclasses import replace
from typing import Any

import pytest

from simulator.casework.actions.day import AcceptPrebrief, Wait
from simulator.casework.actions.deciding import Calculate, Decide
from simulator.casework.actions.finding import SettleFacts
from simulator.casework.actions.hearing import Hear, SkipHearing
from simulator.casework.actions.inbox import OpenCase
from simulator.casework.actions.looking.pages import LookUp
from simulator.casework.actions.repairing import CorrectHere
from simulator.casework.actions.suggesting import Adjust, Follow
from simulator.casework.actions.telephone import Ask, Call, HangUp
from simulator.casework.case_types import Answer, CaseType, Need, Outcome, Scale
from simulator.casework.commands import Command
from simulator.casework.events import Event
from simulator.casework.families import fold as folded
from simulator.casework.families import opened, unfold
from simulator.core.facts import Fact
from simulator.debrief.evidence import evidence_of
from simulator.debrief.trial import Finding
from simulator.landscape.integrations import Carry, Integration, Stop
from simulator.landscape.systems import Field, Landscape, Outage, Page, System
from simulator.town.town import Town
from tests.casework.small import (
    AMINA,
    CASE,
    DAY,
    INCOME,
    SUBSIDY,
    SYSTEMS,
    WEIGHED,
    a_town,
    an_opening,
    arrow,
    citizen,
    moment_on,
    month,
    text,
)

STOPPED = "integration:eindkomst->overblik"
REGISTER = LookUp(CASE, "eindkomst", "income", "the Act")
OVERVIEW = LookUp(CASE, "overblik", "citizen")
NO = Answer("none")


def log_of(
    *commands: Command, kind: CaseType = SUBSIDY, town: Town | None = None, **more: Any
) -> tuple[tuple[Event, ...], Town]:
    """The log of a day in which the case is opened and some things are done, none refused."""
    there = town or a_town()
    events = list(opened(an_opening(kind, **more), there))
    day = folded(events, there)
    for command in (AcceptPrebrief(), OpenCase(CASE), *commands):
        run = unfold(day, command)
        assert "command.refused" not in [event.kind for event in run.events], (command, run.events)
        day = run.day
        events += run.events
    return tuple(events), there


def found(*commands: Command, **more: Any) -> list[Finding]:
    return list(evidence_of(*log_of(*commands, **more)).findings)


def sets(*commands: Command, **more: Any) -> list[set[frozenset[object]]]:
    """Of each wrong suggestion and decision the sets that, mended, would have put it right."""
    return [{frozenset(way) for way in finding.sets} for finding in found(*commands, **more)]


def alone(*causes: object) -> set[frozenset[object]]:
    return {frozenset({cause}) for cause in causes}


def together(*causes: object) -> set[frozenset[object]]:
    return {frozenset(causes)}


SUGGESTED = {"levels": {"find": 4, "hear": 0, "calculate": 3}}


def test_a_stopped_integration_alone() -> None:
    (finding,) = found(SkipHearing(CASE), **SUGGESTED)
    assert (finding.by, finding.answer, finding.true) == ("suggestion", NO, Answer("full"))
    assert finding.sets == ((STOPPED,),)
    (fact,) = finding.about[STOPPED]
    assert (fact.path, fact.shown, fact.truth) == (INCOME, 24_310_00, 18_200_00)


def test_with_the_integration_running_nothing_is_wrong() -> None:
    assert found(SkipHearing(CASE), stopped=False, **SUGGESTED) == []


def test_a_right_suggestion_on_an_old_figure_is_not_wrong() -> None:
    town = a_town(december=19_000, since=18_200)
    assert found(SkipHearing(CASE), town=town, **SUGGESTED) == []


def test_the_truth_of_a_wage_is_the_month_that_has_ended() -> None:
    """February's wages are another sum, and nobody can know it on 2 February."""
    wages = (
        month(24_310, "2026-01-01", "2026-02-01", "2026-01-30"),
        month(11_000, "2026-02-01", "2026-03-01", "2026-02-27"),
    )
    town = replace(a_town(), spells={(INCOME, AMINA): wages})
    assert found(SkipHearing(CASE), town=town, stopped=False, **SUGGESTED) == []


LATE = replace(
    a_town(),
    spells={
        (INCOME, AMINA): (
            month(24_310, "2025-12-01", "2026-01-01", "2025-12-30"),
            month(18_200, "2026-01-01", "2026-02-01", "2026-02-20"),
        )
    },
)
"""January's wages have been paid, and are not reported before 20 February."""


def test_a_report_that_is_not_in_yet() -> None:
    assert sets(SkipHearing(CASE), town=LATE, stopped=False, **SUGGESTED) == [
        alone("report:eindkomst")
    ]


def test_a_late_report_and_a_stopped_copy_after_it_only_together() -> None:
    assert sets(SkipHearing(CASE), town=LATE, **SUGGESTED) == [
        together("report:eindkomst", STOPPED)
    ]


def test_a_copy_that_loses_something() -> None:
    coarse = Integration("eindkomst", "overblik", {INCOME: Carry(INCOME, round_to=10_000_00)})
    town = a_town(december=20_500, since=20_500)
    landscape = Landscape(SYSTEMS, (coarse,))
    assert sets(SkipHearing(CASE), town=town, landscape=landscape, **SUGGESTED) == [alone(STOPPED)]


def test_what_was_typed_in_by_hand() -> None:
    typed = CorrectHere(CASE, "overblik", INCOME, 24_310_00)
    assert sets(OVERVIEW, typed, OVERVIEW, SettleFacts(CASE), SkipHearing(CASE), stopped=False,
                levels={"calculate": 3}) == [alone("hand:overblik")]  # fmt: skip


def test_what_was_typed_in_stands_whatever_a_copy_had_brought() -> None:
    """A copy that had run would have shown the truth only where nothing was typed in after it."""
    typed = CorrectHere(CASE, "overblik", INCOME, 30_000_00)
    assert sets(OVERVIEW, typed, Wait(5), OVERVIEW, SettleFacts(CASE), SkipHearing(CASE),
                levels={"calculate": 3}) == [together("hand:overblik", STOPPED)]  # fmt: skip


ASKED = (Call(CASE), Ask(INCOME), HangUp(), SettleFacts(CASE), SkipHearing(CASE))


def test_a_citizen_who_remembered_roughly() -> None:
    near = a_town(citizen(AMINA, knows={INCOME: "roughly"}), december=20_400, since=20_400)
    (finding,) = found(*ASKED, town=near, levels={"calculate": 3})
    assert finding.sets == ((f"citizen:{AMINA}.roughly",),)


def test_a_citizen_who_was_sure_and_mistaken() -> None:
    sure = a_town(citizen(AMINA, knows={INCOME: "sure"}))
    believes = {AMINA: {INCOME: 24_310_00}}
    (finding,) = found(*ASKED, town=sure, beliefs=believes, levels={"calculate": 3})
    assert finding.sets == ((f"citizen:{AMINA}.sure",),)
    (fact,) = finding.about[f"citizen:{AMINA}.sure"]  # type: ignore[index]
    assert (fact.shown, fact.truth) == (24_310_00, 18_200_00)


def test_a_worse_copy_that_was_picked_though_the_better_was_seen() -> None:
    picked = SettleFacts(CASE, {INCOME: "overblik"})
    (finding,) = found(REGISTER, OVERVIEW, picked, SkipHearing(CASE), levels={"calculate": 3})
    assert {frozenset(way) for way in finding.sets} == alone(STOPPED, "picked:overblik")
    assert finding.about["picked:overblik"][0].instead == "eindkomst"  # type: ignore[index]


def test_seen_after_the_worse_copy_was_built_on_it_was_not_picked() -> None:
    assert sets(OVERVIEW, SettleFacts(CASE), SkipHearing(CASE), REGISTER,
                levels={"calculate": 3}) == [alone(STOPPED)]  # fmt: skip


SCALED = replace(
    WEIGHED,
    outcomes=(
        Outcome("full", text("full"), when="year <= limit", pays="fee", scale="year <= limit // 2"),
        Outcome("none", text("none"), adverse=True),
    ),
    scale=Scale(text("the scale"), text("the department")),
)
BY_SCALE = {"kind": SCALED, "levels": {"find": 4, "hear": 4, "calculate": 0, "weigh": 3}}


def test_the_municipalitys_own_scale_taken_for_law() -> None:
    own = (SkipHearing(CASE), Calculate(CASE, "reckon"))
    events, town = log_of(*own, stopped=False, **BY_SCALE)
    assert (
        list(evidence_of(events, town).findings) == []
    )  # a result of one's own comes before the scale
    four = {"find": 4, "hear": 4, "calculate": 4, "weigh": 4, "write": 4}
    automatic = found(SkipHearing(CASE), kind=SCALED, levels=four | {"hear": 0}, stopped=False)
    assert [finding.by for finding in automatic] == ["suggestion", "automation"]
    assert [finding.sets for finding in automatic] == [(("scale:weighed",),)] * 2


def test_a_scale_on_an_untrue_fact_needs_both() -> None:
    four = {"find": 4, "hear": 0, "calculate": 4, "weigh": 4, "write": 4}
    town = a_town(december=24_310, since=18_200)
    for way in sets(SkipHearing(CASE), kind=SCALED, levels=four, town=town)[1:]:
        assert way == together("scale:weighed", STOPPED)


def test_ones_own_answer_by_hand() -> None:
    events, town = log_of(REGISTER, SettleFacts(CASE), SkipHearing(CASE), Calculate(CASE, "none"))
    (finding,) = evidence_of(events, town).findings
    (decision,) = (event for event in events if event.kind == "decision.made")
    assert (finding.by, finding.sets) == ("player", ((decision.seq,),))


def test_a_suggestion_that_was_followed_has_the_causes_of_the_suggestion() -> None:
    suggested, decided = found(SkipHearing(CASE), Follow(CASE), **SUGGESTED)
    assert (suggested.by, decided.by) == ("suggestion", "player")
    assert suggested.sets == decided.sets == ((STOPPED,),)


def test_a_better_copy_seen_before_the_suggestion_was_followed_was_not_picked() -> None:
    suggested, decided = found(SkipHearing(CASE), REGISTER, Follow(CASE), **SUGGESTED)
    assert suggested.sets == ((STOPPED,),)
    assert {frozenset(way) for way in decided.sets} == alone(STOPPED, "picked:overblik")


def test_a_suggestion_that_was_changed_for_the_worse() -> None:
    events, town = log_of(SkipHearing(CASE), Adjust(CASE, "none"), stopped=False, **SUGGESTED)
    (finding,) = evidence_of(events, town).findings
    (adjusted,) = (event for event in events if event.kind == "suggestion.adjusted")
    assert finding.sets == ((adjusted.seq,),)


@pytest.mark.parametrize("level", [3, 4])
def test_a_result_of_ones_own_that_automation_carries_on(level: int) -> None:
    levels = {"find": 4, "hear": 4, "weigh": level, "write": 4}
    commands = (Calculate(CASE, "none"),)
    events, town = log_of(*commands, kind=WEIGHED, levels=levels, stopped=False)
    (reached,) = (event for event in events if event.kind == "result.reached")
    wrong = list(evidence_of(events, town).findings)
    assert len(wrong) == level - 2
    assert all(finding.sets == ((reached.seq,),) for finding in wrong)


def test_a_decision_against_what_one_had_worked_out() -> None:
    done = (REGISTER, SettleFacts(CASE), SkipHearing(CASE), Calculate(CASE, "reckon"))
    events, town = log_of(*done, Decide(CASE, "none"), kind=WEIGHED)
    (finding,) = evidence_of(events, town).findings
    assert finding.by == "player"
    assert finding.sets == ((finding.event,),)


def test_a_result_one_only_let_the_rule_reckon_is_no_cause() -> None:
    levels = {"find": 4, "hear": 0, "calculate": 0, "weigh": 3}
    done = (SkipHearing(CASE), Calculate(CASE, "reckon"))
    (finding,) = found(*done, kind=WEIGHED, levels=levels)
    assert (finding.by, finding.sets) == ("carried", ((STOPPED,),))


CHILDREN = "family.children"
WITH_CHILDREN = replace(
    SUBSIDY,
    needs=(*SUBSIDY.needs, Need(CHILDREN, ("cpr", "overblik"), optional=True)),
    outcomes=(
        Outcome("full", text("full"), when=f"year <= limit + limit * either({CHILDREN}, 0)"),
        Outcome("none", text("none"), adverse=True),
    ),
)
CPR = System(
    "cpr", text("CPR"), text("owner"), "cards", (Page("home", text("Home"), (Field(CHILDREN),)),),
    minutes=1, from_world=(CHILDREN,),
)  # fmt: skip


def with_children(**more: Any) -> dict[str, Any]:
    """One child since January; Overblik, which copies CPR too, has none of it."""
    opening = an_opening()
    kids = Fact(CHILDREN, "citizen", "count", "span", text("children"), {})
    overblik = replace(
        SYSTEMS["overblik"],
        pages=(Page("citizen", text("Citizen"), (Field(INCOME), Field(CHILDREN))),),
    )
    stop = (Stop(moment_on("2026-01-01", "00:00")),)
    copy = Integration("cpr", "overblik", {CHILDREN: Carry(CHILDREN)}, stops=stop)
    town = a_town(december=22_000, since=22_000)
    spells = (
        *(month(0, "2020-01-01", "2026-01-15", "2020-01-01"),),
        *(month(0, "2026-01-15", "2030-01-01", "2026-01-15"),),
    )
    was, is_ = (spell._replace(value=value) for spell, value in zip(spells, (0, 1), strict=True))
    return {
        "kind": WITH_CHILDREN,
        "town": replace(town, spells={**town.spells, (CHILDREN, AMINA): (was, is_)}),
        "facts": {**opening.facts, CHILDREN: kids},
        "landscape": Landscape({**SYSTEMS, "overblik": overblik, "cpr": CPR}, (arrow(), copy)),
        "stopped": False,
        **more,
    }


def test_what_was_not_looked_up() -> None:
    done = (REGISTER, SettleFacts(CASE), SkipHearing(CASE), Calculate(CASE, "reckon"))
    assert sets(*done, **with_children()) == [alone("unseen:cpr")]


LATER = LookUp(CASE, "cpr", "home")


def test_what_was_looked_up_once_the_facts_were_settled_was_left_out() -> None:
    done = (REGISTER, SettleFacts(CASE), SkipHearing(CASE), LATER, Calculate(CASE, "reckon"))
    (finding,) = found(*done, **with_children())
    assert finding.sets == (("unseen:cpr",),)
    assert finding.about["unseen:cpr"][0].instead == "cpr"  # type: ignore[index]


def test_what_was_left_out_is_not_the_fault_of_an_old_copy_beside_it() -> None:
    """Overblik has an old income; the child would have counted with that too."""
    done = (OVERVIEW, SettleFacts(CASE), SkipHearing(CASE), LATER, Calculate(CASE, "reckon"))
    kids = with_children()["town"].spells[CHILDREN, AMINA]
    town = a_town(december=24_310, since=22_000)
    town = replace(town, spells={**town.spells, (CHILDREN, AMINA): kids})
    landscape = Landscape({**SYSTEMS, "cpr": CPR}, (arrow(),))
    assert sets(*done, **with_children(town=town, landscape=landscape)) == [alone("unseen:cpr")]


def test_an_outage_that_left_only_a_worse_copy() -> None:
    down = with_children()
    outage = Outage("cpr", moment_on("2026-02-02", "07:00"), moment_on("2026-02-02", "12:00"))
    landscape = replace(down["landscape"], outages=(outage,))
    ways = sets(SkipHearing(CASE), **{**down, "landscape": landscape}, **SUGGESTED)
    assert ways == [alone("integration:cpr->overblik", "outage:cpr")]


def test_a_source_that_was_down_in_the_night_its_only_run_goes() -> None:
    """What was reported the evening before would also have come with a run in the evening."""
    night = Outage("eindkomst", moment_on("2026-02-02", "01:00"), moment_on("2026-02-02", "03:00"))
    december = month(24_310, "2025-12-01", "2026-01-01", "2025-12-30")
    january = month(18_200, "2026-01-01", "2026-02-01", "2026-02-01")
    town = replace(a_town(), spells={(INCOME, AMINA): (december, january)})
    landscape = Landscape(SYSTEMS, (arrow(stopped=False),), (night,))
    ways = sets(SkipHearing(CASE), town=town, landscape=landscape, **SUGGESTED)
    assert ways == [alone("outage:eindkomst", STOPPED)]


HOME, THERE = "move.dwelling", "dwelling.registered"
MOVING = replace(
    SUBSIDY,
    needs=(*SUBSIDY.needs, Need(f"home.{THERE}", ("bbr",), optional=True)),
    outcomes=(
        Outcome("full", text("full"), when=f"year <= limit or either(home.{THERE}, false)"),
        Outcome("none", text("none"), adverse=True),
    ),
)


def test_a_register_that_did_not_know_of_which_home() -> None:
    """It has the home itself, but not yet that it is Amina's: that copy stood still."""
    built = month(0, "2020-01-01", "2030-01-01", "2020-01-01")._replace(value=True)
    moved = month(0, "2026-01-20", "2030-01-01", "2026-01-20")._replace(value="d1")
    lines = {(HOME, AMINA): (moved,), (THERE, "d1"): (built,)}
    town = a_town(december=24_310, since=24_310)
    facts = {
        HOME: Fact(HOME, "citizen", "dwelling", "span", text("home"), {}, relation="home"),
        THERE: Fact(THERE, "dwelling", "yes-no", "span", text("registered"), {}),
    }
    cpr = replace(CPR, pages=(Page("home", text("Home"), (Field(HOME),)),), from_world=(HOME,))
    home = Page("home", text("Home"), (Field(THERE),), relatives=HOME)
    bbr = replace(CPR, id="bbr", name=text("BBR"), pages=(home,), from_world=(THERE,))
    stop = (Stop(moment_on("2026-01-10", "00:00")),)
    copy = Integration("cpr", "bbr", {HOME: Carry(HOME)}, stops=stop)
    done = (REGISTER, LookUp(CASE, "bbr", "home"), SettleFacts(CASE), SkipHearing(CASE))
    ways = sets(
        *done,
        Calculate(CASE, "reckon"),
        kind=MOVING,
        town=replace(town, spells={**town.spells, **lines}),
        facts={**an_opening().facts, **facts},
        landscape=Landscape({**SYSTEMS, "cpr": cpr, "bbr": bbr}, (arrow(), copy)),
        stopped=False,
    )
    assert ways == [alone("integration:cpr->bbr")]


def test_what_was_down_when_it_was_suggested_and_up_when_it_was_followed() -> None:
    there = with_children()
    outage = Outage("cpr", moment_on("2026-02-02", "07:00"), moment_on("2026-02-02", "08:20"))
    landscape = replace(there["landscape"], outages=(outage,))
    levels = {"find": 0, "hear": 0, "calculate": 3}
    done = (REGISTER, SettleFacts(CASE), SkipHearing(CASE), Wait(30), Follow(CASE))
    suggested, decided = sets(*done, levels=levels, **{**there, "landscape": landscape})
    assert suggested == together("unseen:cpr", "outage:cpr")
    assert decided == alone("unseen:cpr")


def test_an_order_that_never_asked_the_party() -> None:
    hasty = replace(SUBSIDY, order=("find", "calculate", "write", "pay", "hear"))
    sure = a_town(citizen(AMINA, knows={INCOME: "sure"}))
    levels = {"find": 4, "calculate": 3}
    ways = sets(Wait(1), kind=hasty, town=sure, levels=levels)
    assert ways == [alone(STOPPED, "order:subsidy")]


def test_an_answer_that_is_built_on_leaves_nothing_to_find() -> None:
    sure = a_town(citizen(AMINA, knows={INCOME: "sure"}))
    settle = SettleFacts(CASE, {INCOME: "citizen"})
    done = (Hear(CASE, (INCOME,)), Wait(60), settle, SkipHearing(CASE))
    assert found(*done, town=sure, **SUGGESTED) == []


def test_the_day_is_the_second_of_february() -> None:
    assert an_opening().date == DAY
