"""What follows from a decision for registers, purse and post; and twins, alike but in one thing."""

import pytest

from simulator.casework.day import Day
from simulator.casework.habits import HABITS
from simulator.casework.telling import tell
from simulator.casework.truth import stands, true_answer
from simulator.core.clock import MINUTES_A_DAY, age_at
from simulator.debrief.evidence import evidence_of
from simulator.landscape.observations import Shown
from simulator.landscape.observe import observe
from simulator.rehearsal.playing import Rehearsal, play
from simulator.scenario.diagnostics import ScenarioRefused
from simulator.scenario.loading import load_text
from simulator.scenario.places import days
from simulator.scenario.words import teller
from tests.scenario.six import CASE, SIX, six
from tests.shipped import shipped

FOUR = "{find: [0, 4], weigh: [0, 4], write: [0, 4], start: "


def played(*levels: str, habit: str = "thorough", text: str = SIX) -> Rehearsal:
    dials = "technology:\n  levels:\n" + "\n".join(f"    {one}" for one in levels)
    loaded = load_text(text + dials if levels else text, "seks.yaml")
    return play(loaded.opening, loaded.town, HABITS[habit])


def shows(day: Day, system: str, fact: str, subject: str, days: int = 0) -> object:
    """What a system shows when the desk has closed, and some days later."""
    closed = day.at(day.opening.closes - 1)
    found = observe(day.world, system, fact, subject, closed + days * MINUTES_A_DAY)
    return found.value if isinstance(found, Shown) else None


def test_a_registered_move_stands_in_the_register_at_once_and_travels_by_night() -> None:
    day = play(six().opening, six().town, HABITS["thorough"]).day
    assert day.cases[CASE["flytning"]].decision.outcome == "registered"  # type: ignore[union-attr]
    today = day.opening.date
    old = six().town.truth("residence.address", "jonas", today)
    new_home = six().town.truth("move.dwelling", "jonas", today)
    new = six().town.truth("dwelling.address", str(new_home), today)
    assert new != old
    assert shows(day, "cpr", "residence.address", "jonas") == new
    assert shows(day, "overblik", "residence.address", "jonas") == old
    assert shows(day, "overblik", "residence.address", "jonas", days=1) == new


def test_a_decision_changes_the_day_and_not_the_town_it_is_played_in() -> None:
    before = six().town.truth("post.registered", "karla", six().opening.date)
    day = play(six().opening, six().town, HABITS["thorough"]).day
    assert day.world.town.truth("post.registered", "karla", day.opening.date) is False
    assert before is True
    assert six().town.truth("post.registered", "karla", day.opening.date) is True


def test_who_is_exempt_is_answered_on_paper() -> None:
    rehearsal = play(six().opening, six().town, HABITS["trusting"])
    letters = {e.case: e.channel for e in rehearsal.events if e.kind == "letter.sent"}  # type: ignore[attr-defined]
    assert letters[CASE["fritagelse-digital-post"]] == "letter"
    assert letters[CASE["enkeltydelse"]] == "digital"
    assert shows(rehearsal.day, "digital-post", "post.registered", "karla") is False


def test_help_that_is_granted_counts_as_help_already_given() -> None:
    day = play(six().opening, six().town, HABITS["thorough"]).day
    assert shows(day, "ydelse", "grant.earlier", "noor") == 1


def test_what_is_paid_once_is_told_so() -> None:
    rehearsal = play(six().opening, six().town, HABITS["thorough"])
    paid = {e.case: e for e in rehearsal.events if e.kind == "payment.released"}
    one = paid[CASE["enkeltydelse"]]
    assert (one.amount, one.once) == (3_400_00, True)  # type: ignore[attr-defined]
    phrase = tell(rehearsal.day, one)
    assert phrase
    assert "én gang" in teller("da")(phrase)
    assert "once" in teller("en")(phrase)
    assert CASE["flytning"] not in paid
    assert CASE["fritagelse-digital-post"] not in paid


def test_what_the_form_tells_comes_with_the_case_and_is_the_citizens_own_word() -> None:
    rehearsal = play(six().opening, six().town, HABITS["trusting"])
    came = {e.case: e for e in rehearsal.events if e.kind == "case.arrived"}
    told = came[CASE["enkeltydelse"]].fields  # type: ignore[attr-defined]
    assert {one.source for one in told} == {"citizen"}
    assert {one.path: one.value for one in told}["expense.amount"] == 3_400_00
    assert came[CASE["friplads"]].fields == ()  # type: ignore[attr-defined]


@pytest.mark.parametrize("level", [3, 4])
def test_the_internal_scale_refuses_what_the_law_lets_one_grant(level: int) -> None:
    start = f"{FOUR}{{find: 4, weigh: {level}, write: {level}}}}}"
    rehearsal = played(f"fritagelse-digital-post: {start}", habit="trusting")
    case = rehearsal.day.cases[CASE["fritagelse-digital-post"]]
    assert case.decision
    assert case.decision.outcome == "refused"
    assert true_answer(rehearsal.day, case) != case.decision
    (shown,) = [e for e in rehearsal.events if e.kind == "suggestion.shown" and e.case == case.id]
    assert "scale:fritagelse-digital-post" in shown.because
    wrong = [
        one for one in evidence_of(rehearsal.events, six().town).findings if one.case == case.id
    ]
    assert {one.sets for one in wrong} == {(("scale:fritagelse-digital-post",),)}
    automatic = [e for e in rehearsal.events if e.kind == "autodecision.issued"]
    assert bool(automatic) == (level == 4)


def test_a_defensible_answer_over_the_rules_is_no_error() -> None:
    day = play(six().opening, six().town, HABITS["thorough"]).day
    case = day.cases[CASE["personligt-tillaeg"]]
    rule = day.opening.rules["personligt-tillaeg"]
    answers = {
        one.outcome: one
        for one in rule.defensible(
            lambda path: day.world.town.truth_of(
                day.opening.relations, path, case.party, day.opening.date
            )
        )
    }
    assert set(answers) == {"granted", "half"}
    assert stands(day, case, answers["half"])
    assert not stands(day, case, None)


TWIN = (
    SIX
    + """
  - type: enkeltydelse
    party: noura
    arrives: "08:06"
    also-needs: {da: Et indskud., en: A deposit.}
    misfit: {da: En engangsløn., en: A one-off payment.}
    twin: {of: noor, differs: DIFFERS, as: VALUE, relevant: false}
"""
)


def twin(differs: str, value: str) -> str:
    return TWIN.replace("DIFFERS", differs).replace("VALUE", value)


def test_a_twin_is_written_as_the_other_with_one_difference() -> None:
    loaded = load_text(twin("language", "ar"), "seks.yaml")
    town, today = loaded.town, loaded.opening.date
    arrival = loaded.opening.arrivals[-1]
    assert arrival.twin
    assert (arrival.twin.of, arrival.twin.differs) == (CASE["enkeltydelse"], "language")
    assert loaded.opening.texts[arrival.also_needs].en == "A deposit."
    assert loaded.opening.texts[arrival.misfit].en == "A one-off payment."
    assert [town.citizens[one].language for one in ("noor", "noura")] == ["da", "ar"]
    for fact in ("expense.kind", "expense.amount", "life.event", "economy.disposable"):
        assert town.truth(fact, "noor", today) == town.truth(fact, "noura", today)


def test_a_twin_can_differ_in_a_fact() -> None:
    loaded = load_text(twin("expense.amount", "9800"), "seks.yaml")
    amounts = [
        loaded.town.truth("expense.amount", who, loaded.opening.date) for who in ("noor", "noura")
    ]
    assert amounts == [3_400_00, 9_800_00]


@pytest.mark.parametrize("name", days())
def test_twins_of_the_shipped_days_are_alike_in_all_but_what_is_declared(name: str) -> None:
    loaded = shipped(name)
    town, opening = loaded.town, loaded.opening
    told = {"move.dwelling", "residence.address"}  # everybody has their own
    for arrival in opening.arrivals:
        if arrival.twin is None:
            continue
        other = opening.arrival_of[arrival.twin.of]
        two = [town.citizens[who.party] for who in (arrival, other)]
        ages = {age_at(citizen.born, opening.date) for citizen in two}
        alike = {"sex": len({citizen.female for citizen in two}) == 1, "age": len(ages) == 1}
        for path in {need.path for need in opening.case_types[arrival.type].needs} - told:
            values = [
                town.truth_of(opening.relations, path, citizen.id, opening.date) for citizen in two
            ]
            alike[path] = values[0] == values[1]
        status = [town.truth("family.status", citizen.id, opening.date) for citizen in two]
        alike["family.status"] = len({*status}) == 1
        assert {name for name, same in alike.items() if not same} <= {arrival.twin.differs}


@pytest.mark.parametrize(
    ("differs", "value", "code"),
    [("hair", "red", "P0301"), ("language", "arabisk!", "P0203"), ("age", "old", "P0203")],
)
def test_a_twin_that_cannot_be_made_is_told_at_its_line(
    differs: str, value: str, code: str
) -> None:
    with pytest.raises(ScenarioRefused) as refused:
        load_text(twin(differs, value), "seks.yaml")
    first = next(one for one in refused.value.diagnostics if not one.note)
    assert first.code == code
    assert first.place.line == len(twin(differs, value).splitlines())


def test_a_twin_of_somebody_without_such_a_case_is_refused() -> None:
    with pytest.raises(ScenarioRefused) as refused:
        load_text(twin("language", "ar").replace("of: noor", "of: amina"), "seks.yaml")
    assert "P0301" in {one.code for one in refused.value.diagnostics}
