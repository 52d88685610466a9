"""What the warm-up is for: one suggestion that is wrong, one that looks wrong, one left digital."""

from dataclasses import replace

import pytest

from simulator.casework.actions.day import AcceptPrebrief, GoHome, Wait
from simulator.casework.actions.deciding import SuggestionShown
from simulator.casework.actions.finding import SettleFacts
from simulator.casework.actions.hearing import SkipHearing
from simulator.casework.actions.inbox import OpenCase
from simulator.casework.actions.opting_out import OptOut
from simulator.casework.commands import Command
from simulator.casework.habits import HABITS
from simulator.casework.truth import true_answer
from simulator.core.causes import Cause
from simulator.debrief.evidence import evidence_of
from simulator.rehearsal.playing import Rehearsal, play, play_script
from simulator.scenario.loading import Loaded
from tests.shipped import shipped

AMINA, BO, KARLA = "S-101", "S-102", "S-103"


@pytest.fixture(scope="module")
def warm_up() -> Loaded:
    return shipped("opvarmning")


def suggested(loaded: Loaded, case: str) -> tuple[SuggestionShown, Rehearsal]:
    """The suggestion one meets when one takes what the screen has gathered."""
    script = [AcceptPrebrief(), Wait(30), OpenCase(case), SettleFacts(case), SkipHearing(case)]
    played = play_script(loaded.opening, loaded.town, script)
    (shown,) = [e for e in played.events if isinstance(e, SuggestionShown) and e.case == case]
    return shown, played


def sets(loaded: Loaded, played: Rehearsal) -> dict[int, tuple[tuple[Cause, ...], ...]]:
    """The sets of causes of everything that was wrong, by the number of its event."""
    return {found.event: found.sets for found in evidence_of(played.events, loaded.town).findings}


def test_aminas_suggestion_is_wrong_because_the_integration_stopped(warm_up: Loaded) -> None:
    shown, played = suggested(warm_up, AMINA)
    truth = true_answer(played.day, played.day.cases[AMINA])
    assert shown.answer
    assert truth
    assert (shown.answer.outcome, truth.outcome) == ("reduced", "full")
    assert sets(warm_up, played) == {shown.seq: (("integration:eindkomst->overblik",),)}


def test_bos_suggestion_looks_wrong_and_is_right(warm_up: Loaded) -> None:
    shown, played = suggested(warm_up, BO)
    assert shown.answer == true_answer(played.day, played.day.cases[BO])
    assert sets(warm_up, played) == {}
    employer = warm_up.town.truth("work.employer", "bo", warm_up.opening.date)
    assert "Holding" in str(employer)
    assert shown.answer
    assert shown.answer.outcome == "full"


def evening_of(loaded: Loaded, *more: Command) -> list[str]:
    """The lines of the evening after Karla's case was decided as suggested."""
    trusting = play(loaded.opening, loaded.town, HABITS["trusting"])
    script = []
    for command in trusting.commands:
        if isinstance(command, SettleFacts) and command.case == KARLA:
            script += more
        script.append(command)
    played = play_script(loaded.opening, loaded.town, [*script, GoHome()])
    return [e.line for e in played.events if e.kind == "evening.told" and e.case == KARLA]  # type: ignore[attr-defined]


def test_karla_cannot_read_what_is_sent_digitally(warm_up: Loaded) -> None:
    (line,) = evening_of(warm_up)
    assert line.startswith("evening-unread")


def test_karla_reads_a_letter_on_paper(warm_up: Loaded) -> None:
    (line,) = evening_of(warm_up, OptOut(KARLA, "letter", "citizen")) or [""]
    assert not line.startswith("evening-unread")


def test_healthy_integrations_leave_no_suggestion_wrong(warm_up: Loaded) -> None:
    landscape = warm_up.opening.landscape
    healthy = tuple(replace(one, stops=()) for one in landscape.integrations)
    mended = replace(warm_up.opening, landscape=replace(landscape, integrations=healthy))
    for case in (AMINA, BO, KARLA):
        _, played = suggested(replace(warm_up, opening=mended), case)
        assert sets(warm_up, played) == {}


def test_setting_the_stopped_integration_right_changes_the_rehearsed_day(warm_up: Loaded) -> None:
    landscape = warm_up.opening.landscape
    stopped = [one for one in landscape.integrations if one.stops]
    assert stopped
    for one in stopped:
        others = tuple(replace(o, stops=()) if o == one else o for o in landscape.integrations)
        mended = replace(warm_up.opening, landscape=replace(landscape, integrations=others))
        before = play(warm_up.opening, warm_up.town, HABITS["trusting"])
        after = play(mended, warm_up.town, HABITS["trusting"])
        assert before.events[1:] != after.events[1:], f"{one.id} is scenery"


def test_the_day_takes_ten_minutes_of_class_and_four_simulated_hours(warm_up: Loaded) -> None:
    opening = warm_up.opening
    assert (opening.class_minutes, opening.closes - opening.opens) == (10, 240)
    assert len(opening.arrivals) == 3
