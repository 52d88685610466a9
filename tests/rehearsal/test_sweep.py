"""A sweep: a day played in many ways, and what can be read of that."""

import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import partial
from multiprocessing import get_context
from typing import get_args

import pytest

from simulator.casework.case_types import Answer
from simulator.casework.habits import HABITS
from simulator.core.causes import Cause, ThingKind, thing
from simulator.core.texts import LANGUAGES, Phrase, placeholders
from simulator.core.values import changed
from simulator.debrief.evidence import Evidence
from simulator.landscape.integrations import Carry, Integration
from simulator.landscape.systems import Landscape, System
from simulator.rehearsal import sweeping
from simulator.rehearsal.answers import (
    SOURCES,
    arrows,
    balance,
    deciding,
    partings,
    scenery,
    wrong,
)
from simulator.rehearsal.comparing import (
    Row,
    best_of_all,
    dominated,
    net,
    rows,
    spent,
    worst_of_all,
)
from simulator.rehearsal.matters import Matter, matters
from simulator.rehearsal.player import Draws, Unit
from simulator.rehearsal.playing import play
from simulator.rehearsal.readings import Mistake, mistakes_of
from simulator.rehearsal.sweep import Asked, Sweep
from simulator.rehearsal.sweeping import shared_out, sweep
from simulator.rehearsal.table import NOTHING, Line, table
from simulator.rehearsal.varying import made_otherwise
from simulator.rehearsal.ways import WAYS, Way, at_each_level, set_for, way_of
from simulator.scenario.diagnostics import Diagnostic, ScenarioRefused
from simulator.scenario.loading import Loaded, load_text
from simulator.scenario.words import teller, texts
from tests.casework.small import (
    AMINA,
    BODIL,
    CASE,
    INCOME,
    SUBSIDY,
    SYSTEMS,
    a_town,
    an_opening,
    arrow,
)
from tests.casework.small import text as a_text
from tests.rehearsal.readings import BY_DEBRIEF
from tests.rehearsal.sweeping import printed
from tests.rehearsal.ways import THURSDAY, drawn, loaded

TRUSTING, THOROUGH, BY_MACHINE = Way("trusting"), Way("thorough"), Way("trusting", level=4)
THREE = (TRUSTING, THOROUGH, BY_MACHINE)
COPIED = "cpr->overblik"
UNREAD = System("unread", a_text("Unread"), a_text("owner"), "cards", (), minutes=1)
TO_NOBODY = Integration("overblik", "unread", {INCOME: Carry(INCOME)})


def small(
    seed: int | None = None, *, stopped: bool = True, december: int = 24_310, since: int = 18_200
) -> Loaded:
    """One case, decided on an income; a second arrow leads to a system that has no pages."""
    opening = an_opening(
        SUBSIDY,
        {"find": 1, "calculate": 3},
        landscape=Landscape({**SYSTEMS, "unread": UNREAD}, (arrow(stopped=stopped), TO_NOBODY)),
        seed=seed or 42,
    )
    return Loaded(opening, a_town(december=december, since=since), ())


def swept(draws: Draws = small, **asked: object) -> Sweep:
    return sweep(draws, Asked(**{"ways": THREE, **asked}))  # type: ignore[arg-type]


def only(played: Sweep, way: Way) -> Matter:
    ((matter,),) = (day.matters for day in played.played(way))
    return matter


# Ways -----------------------------------------------------------------------------------------


def test_the_ways_are_five_and_each_habit_has_one() -> None:
    assert [way.name for way in WAYS] == [
        "thorough closer-to-hand",
        "careful 3",
        "trusting as-yesterday",
        "supervising further-to-the-system",
        "careful 0",
    ]
    assert way_of("careful").level == 3


def test_a_way_without_levels_leaves_the_day_as_it_begins() -> None:
    opening = small().opening
    assert set_for(opening, TRUSTING).dials == opening.dials
    assert {dial.start for dial in set_for(opening, BY_MACHINE).dials} == {4}
    assert {dial.start for dial in set_for(opening, Way("trusting", "hand")).dials} == {0}


# Matters --------------------------------------------------------------------------------------


def test_a_matter_is_told_with_its_answer_and_whether_that_stands() -> None:
    played = swept()
    assert only(played, TRUSTING) == Matter(
        CASE,
        AMINA,
        met=True,
        answer=Answer("none"),
        right=False,
        given="little",
        told=True,
        in_time=True,
        owed_hearing=True,
        heard=False,
    )
    assert only(played, THOROUGH).answer == Answer("full")
    assert only(played, THOROUGH).right


def test_an_old_copy_can_give_too_much() -> None:
    played = swept(partial(small, december=18_000, since=24_000))
    assert only(played, TRUSTING).given == "much"


def test_who_was_heard_before_a_decision_against_them_was_heard_in_time() -> None:
    played = swept(partial(small, december=24_000, since=24_000))
    heard = {way: (only(played, way).owed_hearing, only(played, way).heard) for way in THREE}
    assert heard == {TRUSTING: (True, False), THOROUGH: (True, True), BY_MACHINE: (True, True)}


def test_who_gets_no_answer_is_not_answered_in_time() -> None:
    late = changed(SUBSIDY, deadline_days=-1)
    opening = replace(small().opening, case_types={late.id: late})
    played = sweep(lambda seed: Loaded(opening, a_town(), ()), Asked((TRUSTING,)))
    assert only(played, TRUSTING).told
    assert not only(played, TRUSTING).in_time


def test_a_matter_that_is_answered_otherwise_parts_the_ways() -> None:
    ((parting,),) = (partings(swept(seeds=(7,))),)
    assert parting.seed == 7
    outcomes = [matter.answer.outcome for matter in parting.matters if matter.answer]
    assert outcomes == ["none", "full", "none"]
    assert partings(swept(partial(small, stopped=False))) == ()


# Integrations ---------------------------------------------------------------------------------


def test_a_stopped_integration_that_decides_is_found_and_one_that_does_nothing_is_named() -> None:
    played = swept(arrows="every")
    assert deciding(played) == ("eindkomst->overblik",)
    assert scenery(played) == ("overblik->unread",)
    (whole, _) = arrows(played)
    assert (whole.made, whole.decides) == ("whole", (CASE,))
    assert [effect.way for effect in whole.effects if effect.decided] == [TRUSTING, BY_MACHINE]
    assert [effect.way for effect in whole.effects] == [*THREE]


def test_an_integration_that_runs_is_stopped_for_three_weeks() -> None:
    played = swept(partial(small, stopped=False), arrows=("eindkomst->overblik",))
    ((arrow_id, made),) = {(arrow.id, arrow.made) for arrow in arrows(played)}
    assert (arrow_id, made) == ("eindkomst->overblik", "stopped")
    assert deciding(played) == ("eindkomst->overblik",)


def test_what_decides_nothing_but_is_met_is_neither() -> None:
    alike = partial(small, december=18_000)
    played = swept(alike, arrows="every")
    assert deciding(played) == ()
    assert scenery(played) == ("overblik->unread",)


def test_a_case_that_is_only_not_reached_is_not_decided_by_an_integration() -> None:
    """A copy that disagrees is a call to the citizen, and that leaves no time for the next case."""

    def hurried(seed: int | None) -> Loaded:
        day = small()
        (first,) = day.opening.arrivals
        arrivals = (first, replace(first, case="S-102", party=BODIL))
        return replace(day, opening=replace(day.opening, arrivals=arrivals, closes=511))

    played = swept(hurried, ways=(THOROUGH,), arrows=("eindkomst->overblik",))
    (effect,) = played.effects
    assert (effect.differs, effect.decided, effect.crowded) == (True, (), ("S-102",))
    assert deciding(played) == ()


@pytest.mark.parametrize("until", ["decides", "differs"])
def test_the_other_ways_are_left_out_once_one_has_it(until: str) -> None:
    played = swept(arrows="every", until=until)
    tried = {(a.id, a.made): [effect.way for effect in a.effects] for a in arrows(played)}
    assert tried == {
        ("eindkomst->overblik", "whole"): [TRUSTING],
        ("overblik->unread", "stopped"): [*THREE],
    }


def test_no_integration_is_made_otherwise_where_none_is_asked_for() -> None:
    assert swept().effects == ()
    with pytest.raises(KeyError):
        swept(arrows=("from->nowhere",))


@pytest.mark.parametrize("way", WAYS, ids=lambda way: way.name)
def test_a_day_of_a_sweep_is_the_day_as_it_is_played_alone(way: Way) -> None:
    """Its openings share what one has compiled, and are the same days all the same."""
    day, habit = loaded(THURSDAY), HABITS[way.habit]
    set_up = replace(set_for(day.opening, way))  # what is replaced compiles everything anew
    whole = replace(set_up, landscape=made_otherwise(set_up, COPIED, "whole").landscape)
    as_it_is, otherwise = play(set_up, day.town, habit), play(whole, day.town, habit)
    played = sweep(partial(drawn, THURSDAY), Asked((way,), arrows=(COPIED,)))
    (alone,), (effect,) = played.days, played.effects
    assert alone.matters == matters(as_it_is)
    assert effect.differs == (otherwise.events[1:] != as_it_is.events[1:])
    pairs = zip(matters(as_it_is), matters(otherwise), strict=True)
    changed_ones = {before.case for before, after in pairs if before.answer != after.answer}
    assert {*effect.decided, *effect.crowded} == changed_ones


# What went wrong ------------------------------------------------------------------------------


def test_what_went_wrong_is_told_by_where_it_came_from() -> None:
    played = swept(readings=BY_DEBRIEF)
    astray = wrong(played)[TRUSTING]
    assert astray.failed == 1
    assert astray.given == {"much": 0, "little": 1, "other": 0}
    assert astray.sources == {**dict.fromkeys(SOURCES, 0), "landscape": 1}
    assert wrong(played)[THOROUGH].failed == 0
    assert balance(played).machine_astray == ((42, CASE),)
    # Where it fell out of automation, a person passed by what the citizen had said.
    assert balance(played).person_astray == ((42, CASE),)
    assert balance(played).nobody_right == ()


def test_a_citizen_who_is_sure_and_mistaken_leads_astray_who_asks() -> None:
    def mistaken(seed: int | None) -> Loaded:
        day = small(stopped=False)
        return replace(day, opening=replace(day.opening, beliefs={AMINA: {INCOME: 30_000_00}}))

    played = swept(mistaken, readings=BY_DEBRIEF)
    astray = wrong(played)[THOROUGH].sources
    assert astray
    assert {source for source, n in astray.items() if n} >= {"sure"}
    assert wrong(played)[TRUSTING].failed == 0
    assert balance(played).person_astray == ((42, CASE),)
    assert balance(played).machine_astray == ()


@dataclass(frozen=True)
class Found:
    """Something that was wrong, as a reading finds it."""

    case: str
    by: str
    sets: tuple[tuple[Cause, ...], ...]


def test_a_mistake_is_the_answers_own_or_a_suggestion_that_was_caught() -> None:
    """Its kinds are those of every set of causes; of a matter without an answer there is none."""
    late = thing("report", "eindkomst"), thing("citizen", "amina.roughly")
    found = [
        Found("wrong", "suggestion", ((thing("scale", "subsidy"),),)),
        Found("wrong", "player", ((7,), late)),
        Found("caught", "suggestion", ((thing("unseen", "bbr"),),)),
        Found("alone", "automation", ((thing("picked", "citizen"),),)),
        Found("left", "suggestion", ((thing("outage", "bbr"),),)),
    ]
    answers = {"wrong": False, "caught": True, "alone": False, "left": None, "right": True}
    left = [Matter(case, AMINA, met=True, right=right) for case, right in answers.items()]
    assert mistakes_of(found, left) == (
        Mistake("wrong", caught=False, sources=("own", "report", "citizen-roughly")),
        Mistake("caught", caught=True, sources=("unseen",)),
        Mistake("alone", caught=False, sources=("picked-alone",)),
    )


def test_every_kind_of_cause_of_a_mistake_counts_somewhere() -> None:
    """Of the others none is ever what, mended, would have put an answer right."""
    counted = [kind for kinds in SOURCES.values() for kind in kinds]
    assert len(counted) == len({*counted})
    of_trial = {kind.partition("-")[0] for kind in counted} - {"own"}
    assert {*get_args(ThingKind)} - of_trial == {"arrival", "inject", "level", "rule"}


def test_what_is_wrong_in_every_way_is_right_in_none() -> None:
    played = swept(ways=(TRUSTING,), readings=BY_DEBRIEF)
    assert balance(played).nobody_right == ((42, CASE),)
    assert balance(played).machine_astray == ()


def test_nothing_is_read_of_a_day_that_is_not_asked_for() -> None:
    played = swept()
    assert {(day.minutes, day.mistakes) for day in played.days} == {(None, None)}
    assert wrong(played)[TRUSTING].failed == 1
    assert wrong(played)[TRUSTING].sources is None
    assert [row.id for row in rows(played)] == ["answered", "astray", "heard", "in-time"]


@dataclass(frozen=True)
class Flat:
    """An account with another column, and other figures."""

    function: str = "find"
    level: int = 1

    @property
    def minutes(self) -> dict[str, int]:
        return {"saved": 100, "came-back": 30, "citizen": 7}


def flat(evidence: Evidence) -> Sequence[Flat]:
    return [Flat(), Flat(level=2)]


def test_another_account_changes_only_the_minutes() -> None:
    played, other = (
        swept(arrows="every", readings=readings)
        for readings in (BY_DEBRIEF, replace(BY_DEBRIEF, account=flat))
    )
    assert other != played
    assert replace(other, days=()) == replace(played, days=())
    same = [replace(day, minutes=None) for day in played.days]
    assert [replace(day, minutes=None) for day in other.days] == same
    assert spent(other.days[0]) == {"saved": 200, "came-back": 60, "citizen": 14}
    assert net(other.days[0], other.columns) == 140


# Held against each other ----------------------------------------------------------------------

A, B, C = Way("a"), Way("b"), Way("c")


def test_a_way_that_is_ahead_in_no_row_is_dominated() -> None:
    saved = Row("net", {A: 10, B: 20, C: 20})
    errors = Row("astray", {A: 3, B: 3, C: 1}, less=True)
    assert dominated([saved, errors]) == ((A, B), (A, C), (B, C))
    assert best_of_all([saved, errors]) == (C,)
    assert worst_of_all([saved, errors]) == (A,)


def test_ways_that_are_each_ahead_somewhere_dominate_nobody() -> None:
    compared = [Row("net", {A: 10, B: 20}), Row("astray", {A: 1, B: 3}, less=True)]
    assert dominated(compared) == best_of_all(compared) == worst_of_all(compared) == ()


def test_of_those_to_be_heard_the_ones_who_were_not_are_compared() -> None:
    heard = Row("heard", {A: 2, B: 0}, of={A: 7, B: 1})
    assert (heard.worth(A), heard.worth(B)) == (-5, -1)
    assert dominated([heard]) == ((A, B),)


def test_the_rows_of_a_day_are_what_it_came_to() -> None:
    played = swept(readings=BY_DEBRIEF)
    of_way = {row.id: row.figures[TRUSTING] for row in rows(played)}
    (day,) = played.played(TRUSTING)
    assert of_way == {
        "net": net(day, played.columns),
        "answered": 1,
        "astray": 1,
        "heard": 0,
        "in-time": 1,
        "citizen": spent(day)["citizen"],
    }
    assert net(day, played.columns) == spent(day)["saved"] - sum(
        spent(day)[column] for column in ("checked", "repaired", "explained")
    )


def test_each_level_has_its_price() -> None:
    played = swept(ways=at_each_level("trusting"), readings=BY_DEBRIEF)
    saved = [spent(day)["saved"] for day in played.days]
    assert saved[0] == 0
    assert saved == sorted(saved)
    assert saved[4] > saved[1] > 0
    reached = next(row for row in rows(played) if row.id == "astray")
    assert reached.figures[Way("trusting", level=1)] == 1


# Draws and processes --------------------------------------------------------------------------


def test_other_seeds_draw_other_citizens_and_keep_the_cast() -> None:
    asked = Asked((way_of("trusting"),), seeds=(1, 2, None))
    played = sweep(partial(drawn, THURSDAY), asked)
    assert played.seeds == (1, 2, loaded(THURSDAY).opening.seed)
    first, second, own = ([m.party for m in day.matters] for day in played.days)
    named = [who for who in own if not who[1:].rstrip("ab").isdigit()]
    assert (
        [who for who in first if who in named] == [who for who in second if who in named] == named
    )
    assert len({*first, *second, *own}) > len(own)


def test_whole_seeds_go_to_each_worker_and_what_is_left_is_split() -> None:
    work = [tuple(Unit(seed, way) for way in THREE) for seed in range(5)]
    assert [*shared_out(work, 1)] == work
    lots = [*shared_out(work, 2)]
    assert lots[:4] == work[:4]
    assert lots[4:] == [(unit,) for unit in work[4]]


SEVERAL = Asked(THREE, (1, 2, 3), "every", readings=BY_DEBRIEF)


@pytest.mark.slow
@pytest.mark.parametrize("workers", [2, 3, 4])
def test_any_number_of_workers_comes_to_the_same(workers: int) -> None:
    assert sweep(small, SEVERAL, workers) == sweep(small, SEVERAL)


@pytest.mark.slow
def test_a_process_begun_afresh_comes_to_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sweeping, "_context", lambda: get_context("spawn"))
    assert sweep(small, SEVERAL, 2) == sweep(small, SEVERAL)


def refused(seed: int | None) -> Loaded:
    """A day that can be drawn from any seed but one."""
    return load_text("scenario: x\n", "x.yaml") if seed == 2 else small(seed)


@pytest.mark.slow
def test_what_another_process_is_refused_is_told_whole() -> None:
    def why(workers: int) -> tuple[Diagnostic, ...]:
        with pytest.raises(ScenarioRefused) as refusal:
            sweep(refused, Asked(THREE, (1, 2)), workers)
        return refusal.value.diagnostics

    assert why(2) == why(1) != ()


@pytest.mark.slow
def test_the_table_for_who_builds_days_is_the_same_from_two_processes() -> None:
    command = [sys.executable, "-m", "tests.rehearsal.sweeping", "opvarmning", "--seeds", "1", "2"]
    one, two = (
        subprocess.run([*command, "--workers", n], capture_output=True, text=True, check=True)
        for n in ("1", "2")
    )
    assert one.stdout == two.stdout
    assert "eindkomst->overblik, made whole" in one.stdout


# The table ------------------------------------------------------------------------------------


def cells(lines: Sequence[Line], language: str = "en") -> list[list[str]]:
    say = teller(language)  # type: ignore[arg-type]
    return [[say(cell) for cell in line] for line in lines]


def row(lines: list[list[str]], name: str) -> list[str]:
    (line,) = (line for line in lines if line[0] == name)
    return line[1:]


def test_the_table_has_a_column_for_each_way() -> None:
    told = cells(table(swept(arrows="every", readings=BY_DEBRIEF)))
    assert told[0] == ["small", "trusting", "thorough", "trusting"]
    assert told[1] == ["Levels", "as the day begins", "as the day begins", "every step 4"]
    assert {len(line) for line in told} == {1, 2, 4}
    assert row(told, "Citizens answered") == ["1", "1", "1"]
    assert row(told, "Heard in time, of those to be heard") == ["0 of 1", "0 of 0", "1 of 1"]
    assert row(told, "Answers that do not stand, of all answers") == ["1 of 1", "0 of 1", "1 of 1"]
    assert row(told, "gave too little") == ["1", "0", "1"]
    assert row(told, "because of the landscape") == ["1", "0", "1"]
    wrong_one = "none (does not stand)"
    assert row(told, f"{CASE} {AMINA}") == [wrong_one, "full", wrong_one]
    assert row(told, "eindkomst->overblik, made whole")[0] == CASE
    assert row(told, "overblik->unread, stopped for three weeks") == [NOTHING] * 3
    assert row(told, "Scenery: change nothing") == ["overblik->unread"]
    wrong_ones = row(told, "The systems were wrong, and another way got it right")
    assert wrong_ones == [f"1: {CASE}"]


def test_the_table_leaves_out_what_was_not_asked_for() -> None:
    headings = [line[0] for line in cells(table(swept())) if len(line) == 1]
    assert headings == [
        "What each way of working gives",
        "What went wrong",
        "Cases where the ways of working part",
    ]


def test_cases_of_several_towns_are_told_apart() -> None:
    told = cells(table(swept(seeds=(1, 2), arrows="every")))
    assert row(told, "Draws, added up") == ["1, 2"]
    assert row(told, "eindkomst->overblik, made whole")[0] == f"{CASE}/1, {CASE}/2"


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_word_of_the_table_is_there(language: str) -> None:
    lines = table(swept(arrows="every", readings=BY_DEBRIEF, seeds=(1, 2)))
    asked = {cell.text for line in lines for cell in line if isinstance(cell, Phrase)}
    assert asked <= texts().keys()
    ours = {id_: text for id_, text in texts().items() if id_.startswith("sweep.")}
    assert len(asked & ours.keys()) > 30
    for text in ours.values():
        assert placeholders(text.da) == placeholders(text.en)
    told = cells(lines, language)
    assert not [cell for line in told for cell in line if "{" in cell or cell.startswith("sweep.")]


def test_it_is_printed_in_columns() -> None:
    lines = [("day", "a", "long word"), ("a heading",), ("row", "1", "2"), ("all", "of them")]
    assert [*printed(lines, teller("en"))] == [
        "day  a  long word",
        "",
        "a heading",
        "row  1  2",
        "all  of them",
    ]
