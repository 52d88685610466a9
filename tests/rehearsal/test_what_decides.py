"""What the landscape of each whole day decides, and what the heads of their files say of it."""

from functools import cache, partial

import pytest

from simulator.casework.day import Case
from simulator.casework.truth import truth_of
from simulator.core.clock import MINUTES_A_DAY, day_of, moment
from simulator.core.facts import Value, split_path
from simulator.landscape.observations import Shown
from simulator.landscape.observe import World, observe
from simulator.rehearsal.answers import Wrong, deciding, scenery, wrong
from simulator.rehearsal.comparing import best_of_all, dominated, rows, worst_of_all
from simulator.rehearsal.matters import Matter
from simulator.rehearsal.sweep import Asked, Sweep
from simulator.rehearsal.sweeping import sweep
from simulator.rehearsal.ways import WAYS
from tests.rehearsal.heads import DECIDES, LATE, MUCH, UNANNOUNCED, named
from tests.rehearsal.level_three import machine, suggested, suggestions, voice
from tests.rehearsal.pages import cast
from tests.rehearsal.readings import BY_DEBRIEF
from tests.rehearsal.ways import MONDAY, THURSDAY, drawn, loaded, worked

DAYS = (MONDAY, THURSDAY)
both_days = pytest.mark.parametrize("day", DAYS)
tried_days = pytest.mark.parametrize(
    "day", [pytest.param(MONDAY, marks=pytest.mark.slow), THURSDAY]
)
THOROUGH, BY_HAND = WAYS[0], WAYS[-1]


@cache
def swept(day: str) -> Sweep:
    return sweep(partial(drawn, day), Asked(readings=BY_DEBRIEF))


@cache
def tried(day: str) -> Sweep:
    """The day with each integration made otherwise."""
    return sweep(partial(drawn, day), Asked(arrows="every"))


def case_of(day: str, person: str) -> Case:
    return suggested(day).day.cases[cast(loaded(day))[person]]


def answers(day: str, person: str) -> list[Matter]:
    """A person's matter as each way of working left it."""
    case = cast(loaded(day))[person]
    return [
        matter for played in swept(day).days for matter in played.matters if matter.case == case
    ]


# Integrations ---------------------------------------------------------------------------------


@tried_days
def test_three_integrations_each_decide_somebodys_matter(day: str) -> None:
    arrows = named(day, DECIDES)
    assert len(arrows) >= 3
    assert {*arrows} <= {*deciding(tried(day))}


@tried_days
def test_no_integration_is_scenery(day: str) -> None:
    assert scenery(tried(day)) == ()


# What went wrong, and whence ------------------------------------------------------------------


def of_the_landscape(counted: list[Wrong]) -> tuple[int, int]:
    """How many answers that do not stand came from the landscape, and how many there are."""
    from_it = sum((each.sources or {})["landscape"] for each in counted)
    return from_it, sum(each.failed for each in counted)


@both_days
def test_a_third_of_what_goes_wrong_comes_from_the_landscape(day: str) -> None:
    from_it, failed = of_the_landscape([*wrong(swept(day)).values()])
    assert failed >= 5
    assert 3 * from_it >= failed


def test_too_much_is_given_by_a_copy_more_than_once() -> None:
    people = [(day, person) for day in DAYS for person in named(day, MUCH)]
    assert len(people) >= 2
    for day, person in people:
        assert machine(day, case_of(day, person)) == "much", person
        assert any(matter.given == "much" for matter in answers(day, person)), person


@both_days
def test_a_copy_is_right_where_the_register_is_late(day: str) -> None:
    """Of a fact that is needed, the overview shows the truth, and the register what was before."""
    for person in named(day, LATE):
        case = case_of(day, person)
        landscape = loaded(day).opening.landscape
        differing = [
            need.path
            for need in suggested(day).day.case_type(case).needs
            for truth in [truth_of(suggested(day).day, case, need.path)]
            for register in landscape.systems
            if split_path(need.path)[1] in landscape.systems[register].from_world
            if seen(day, register, need.path, case) != truth is not None
            if seen(day, "overblik", need.path, case) == truth
        ]
        assert differing, person
        assert {matter.right for matter in answers(day, person)} >= {True, False}, person


def seen(day: str, system: str, path: str, case: Case, minute: int | None = None) -> Value | None:
    """What a system shows at a minute, or as the day opens, of a fact of the party."""
    opening = loaded(day).opening
    world = World(loaded(day).town, opening.landscape)
    at = moment(opening.date, opening.opens if minute is None else minute)
    relation, fact = split_path(path)
    names = opening.relations[relation] if relation else ""
    subject = str(truth_of(suggested(day).day, case, names)) if names else case.party
    shown = observe(world, system, fact, subject, at)
    return shown.value if isinstance(shown, Shown) else None


@both_days
def test_a_truth_nobody_announces_is_met_by_who_looks_after_it_came(day: str) -> None:
    """It is reported while the day runs; some answer before it, wrongly, and some after."""
    opening, town = loaded(day).opening, loaded(day).town
    for person in named(day, UNANNOUNCED):
        case = case_of(day, person)
        came = [
            (need.path, spell.reported % MINUTES_A_DAY)
            for need in suggested(day).day.case_type(case).needs
            for relation, fact in [split_path(need.path)]
            for names in [opening.relations[relation] if relation else ""]
            for subject in [str(truth_of(suggested(day).day, case, names)) if names else case.party]
            for spell in town.timeline(fact, subject)
            if day_of(spell.reported) == opening.date
        ]
        ((path, minute),) = came
        assert opening.opens < minute < opening.closes
        (register, *_) = (
            id_
            for id_, system in opening.landscape.systems.items()
            if split_path(path)[1] in system.from_world
        )
        truth = truth_of(suggested(day).day, case, path)
        assert seen(day, register, path, case, minute - 1) != truth
        assert seen(day, register, path, case, minute) == truth
        assert {matter.right for matter in answers(day, person)} >= {True, False}, person


# The machine and the voice --------------------------------------------------------------------


@both_days
def test_the_machine_is_right_against_a_voice_as_often_as_a_voice_against_it(day: str) -> None:
    """Counted over all cases at level 3, and each gives both too much and too little."""
    cases = [suggested(day).day.cases[case] for case in suggestions(day)]
    verdicts = [(machine(day, case), voice(day, case)) for case in cases]
    voices = [how for of_machine, how in verdicts if how and not of_machine]
    machines = [how for how, of_voice in verdicts if how and not of_voice]
    assert len(voices) >= len(machines) >= 3
    assert {"much", "little"} <= {*voices}
    assert {"much", "little"} <= {*machines}


# Documents ------------------------------------------------------------------------------------


@both_days
def test_documents_have_been_asked_for_days_ago(day: str) -> None:
    """Of one the time has passed with notice; of another without, so that it is reminded of."""
    opening = loaded(day).opening
    late = [
        asked.notice
        for arrival in opening.arrivals
        for asked in arrival.asked_before
        if asked.answer_by < opening.date and not asked.comes
    ]
    assert {*late} == {True, False}
    done = {event.kind for event in worked(day, "trusting").events}
    assert done >= {"document.gone_without", "document.reminded"}


# Ways of working ------------------------------------------------------------------------------


@both_days
def test_no_way_of_working_is_ahead_of_another_in_nothing(day: str) -> None:
    compared = rows(swept(day))
    assert dominated(compared) == ()
    assert best_of_all(compared) == worst_of_all(compared) == ()


@both_days
def test_who_believes_people_and_who_goes_by_the_order_come_out_differently(day: str) -> None:
    """Each of the two answers somebody rightly whom the other does not."""
    believing, by_order = (
        {m.case for d in swept(day).played(way) for m in d.matters if m.right}
        for way in (THOROUGH, BY_HAND)
    )
    assert believing - by_order
    assert by_order - believing
