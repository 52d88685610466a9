"""The case types of the library, each against its law: facts, and what follows from them."""

from dataclasses import replace

import pytest

from simulator.casework.as_read import as_read
from simulator.casework.automation import hangs_on, to_be_heard
from simulator.casework.case_types import Answer, CaseType
from simulator.casework.habits import HABITS
from simulator.casework.rules import Rule
from simulator.casework.sights import Seen
from simulator.casework.truth import true_answer
from simulator.core.facts import Value
from simulator.core.texts import LANGUAGES
from simulator.rehearsal.playing import play
from simulator.scenario.loading import load_text
from simulator.scenario.words import teller
from tests.scenario.six import CASE, SIX, TYPES, six

KR = 100
Facts = dict[str, Value]

HOME: Facts = {
    "income.monthly": 20_000 * KR,
    "family.children": 2,
    "family.single": True,
}
PENSIONER: Facts = {
    "benefit.kind": "folkepension",
    "wealth.liquid": 61_000 * KR,
    "pension.percentage": 81,
    "expense.kind": "bedding",
    "expense.amount": 5_200 * KR,
    "expense.paid": False,
    "economy.disposable": 350 * KR,
}
NEED: Facts = {
    "expense.kind": "fridge",
    "expense.amount": 3_400 * KR,
    "expense.paid": False,
    "expense.foreseeable": False,
    "life.event": "separation",
    "economy.disposable": 350 * KR,
    "benefit.kind": "none",
    "income.monthly": 15_000 * KR,
    "grant.earlier": 0,
}
MOVE: Facts = {
    "move.dwelling": "d1",
    "move.date": 739_000,
    "residence.address": "Åvej 1",
    "new_home.dwelling.address": "Engvej 2",
    "new_home.dwelling.registered": True,
    "new_home.dwelling.kind": "flat",
    "new_home.dwelling.rooms": 2,
    "new_home.dwelling.residents": 1,
}
DENTURES: Facts = PENSIONER | {"expense.kind": "teeth"}
DECLARES: Facts = {"declared.ground": "no_computer", "post.registered": True}


def kind(case_type: str) -> CaseType:
    return six().opening.case_types[case_type]


def rule(case_type: str) -> Rule:
    return six().opening.rules[case_type]


@pytest.mark.parametrize(
    ("case_type", "facts", "outcome", "figure"),
    [
        # 12 x 20,000 = 240,000, below 200,300 + 70,089 + 7,000.
        ("friplads", HOME, "full", 100),
        # 12 x 30,000 = 360,000: 18 whole steps above 277,389, 5 + 18 per cent to pay.
        ("friplads", HOME | {"income.monthly": 30_000 * KR}, "reduced", 77),
        ("friplads", HOME | {"income.monthly": 60_000 * KR}, "none", None),
        ("helbredstillaeg", PENSIONER, "granted", 81),
        ("helbredstillaeg", PENSIONER | {"wealth.liquid": 108_000 * KR}, "granted", 81),
        ("helbredstillaeg", PENSIONER | {"wealth.liquid": 108_000 * KR + 1}, "refused", None),
        ("helbredstillaeg", PENSIONER | {"pension.percentage": 0}, "refused", None),
        ("helbredstillaeg", PENSIONER | {"benefit.kind": "su"}, "refused", None),
        # Together with a spouse's or a cohabitant's: 61,000 + 47,000 is the limit itself.
        ("helbredstillaeg", PENSIONER | {"partner.wealth.liquid": 47_000 * KR}, "granted", 81),
        ("helbredstillaeg", PENSIONER | {"partner.wealth.liquid": 47_001 * KR}, "refused", None),
        # 85 per cent of 5,200 is 4,420, and 81 per cent of that is 3,580.20.
        ("udvidet-helbredstillaeg", DENTURES, "granted", 3_580_20),
        (
            "udvidet-helbredstillaeg",
            # The example of the guidance: 300, of which 255, of which 60 per cent is 153.
            DENTURES | {"expense.amount": 300 * KR, "pension.percentage": 60},
            "granted",
            153 * KR,
        ),
        ("udvidet-helbredstillaeg", DENTURES | {"expense.paid": True}, "refused", None),
        ("udvidet-helbredstillaeg", DENTURES | {"pension.percentage": 0}, "refused", None),
        ("udvidet-helbredstillaeg", PENSIONER, "refused", None),
        (
            "udvidet-helbredstillaeg",
            DENTURES | {"partner.wealth.liquid": 47_001 * KR},
            "refused",
            None,
        ),
        ("personligt-tillaeg", DENTURES, "refused", None),
        ("personligt-tillaeg", PENSIONER, "granted", 5_200 * KR),
        ("personligt-tillaeg", PENSIONER | {"expense.paid": True}, "refused", None),
        ("personligt-tillaeg", PENSIONER | {"economy.disposable": 1_001 * KR}, "refused", None),
        ("personligt-tillaeg", PENSIONER | {"benefit.kind": "foertidspension"}, "refused", None),
        ("enkeltydelse", NEED, "granted", 3_400 * KR),
        ("enkeltydelse", NEED | {"expense.paid": True}, "refused", None),
        ("enkeltydelse", NEED | {"life.event": "none"}, "refused", None),
        (
            "enkeltydelse",
            NEED | {"life.event": "none", "benefit.kind": "kontanthjaelp"},
            "granted",
            3_400 * KR,
        ),
        ("enkeltydelse", NEED | {"expense.foreseeable": True}, "refused", None),
        # Foreseen, and out of reach: a year of what is left, 12 x 283, does not come to 3,400.
        (
            "enkeltydelse",
            NEED | {"expense.foreseeable": True, "economy.disposable": 283 * KR},
            "granted",
            3_400 * KR,
        ),
        ("enkeltydelse", NEED | {"economy.disposable": 2_600 * KR}, "refused", None),
        ("flytning", MOVE, "registered", None),
        ("flytning", MOVE | {"new_home.dwelling.residents": 3}, "registered", None),
        ("flytning", MOVE | {"new_home.dwelling.residents": 6}, "investigate", None),
        ("flytning", MOVE | {"move.people": 3}, "registered", None),
        ("flytning", MOVE | {"move.people": 4}, "investigate", None),
        ("flytning", MOVE | {"new_home.dwelling.registered": False}, "investigate", None),
        ("fritagelse-digital-post", DECLARES, "granted", None),
        ("fritagelse-digital-post", DECLARES | {"declared.ground": "none"}, "refused", None),
    ],
)
def test_the_facts_give_the_outcome_and_its_figure(
    case_type: str, facts: Facts, outcome: str, figure: int | None
) -> None:
    assert rule(case_type).answer(facts.get) == Answer(outcome, figure)


@pytest.mark.parametrize(
    "means", [{"partner.income.monthly": 30_000 * KR}, {"partner.wealth.liquid": 9_001 * KR}]
)
def test_a_spouses_means_count_for_a_supplement_and_a_cohabitants_do_not(means: Facts) -> None:
    couple = PENSIONER | {"family.partner": "x"} | means
    answers = [
        rule("personligt-tillaeg").answer((couple | {"family.status": status}).get)
        for status in ("G", "U")
    ]
    assert [one and one.outcome for one in answers] == ["refused", "granted"]


def test_no_ground_that_is_declared_is_refused_by_the_law_and_most_are_by_the_scale() -> None:
    grounds = six().opening.facts["declared.ground"].codes
    assert grounds
    declared = [DECLARES | {"declared.ground": ground} for ground in grounds if ground != "none"]
    by_law = [rule("fritagelse-digital-post").answer(facts.get) for facts in declared]
    by_scale = [rule("fritagelse-digital-post").by_scale(facts.get) for facts in declared]
    assert by_law == [Answer("granted")] * 8
    assert by_scale.count(Answer("refused")) == 5


@pytest.mark.parametrize(
    ("case_type", "facts", "defensible"),
    [
        ("friplads", HOME, {"full"}),
        ("helbredstillaeg", PENSIONER, {"granted"}),
        ("personligt-tillaeg", PENSIONER, {"granted", "half"}),
        (
            "personligt-tillaeg",
            PENSIONER | {"economy.disposable": 1_500 * KR},
            {"granted", "half", "refused"},
        ),
        ("personligt-tillaeg", PENSIONER | {"expense.paid": True}, {"refused"}),
        ("enkeltydelse", NEED, {"granted", "loan"}),
        ("enkeltydelse", NEED | {"expense.foreseeable": True}, {"granted", "loan", "refused"}),
        (
            "enkeltydelse",
            NEED | {"expense.foreseeable": True, "economy.disposable": 0},
            {"granted", "loan"},
        ),
        ("enkeltydelse", NEED | {"life.event": "none"}, {"refused"}),
        ("enkeltydelse", NEED | {"expense.paid": True}, {"refused"}),
        ("flytning", MOVE, {"registered"}),
        ("flytning", MOVE | {"new_home.dwelling.residents": 4}, {"registered", "investigate"}),
        (
            "flytning",
            MOVE | {"new_home.dwelling.registered": False, "new_home.dwelling.kind": "none"},
            {"refused", "investigate"},
        ),
        ("fritagelse-digital-post", DECLARES, {"granted"}),
    ],
)
def test_where_there_is_discretion_there_are_several_defensible_answers(
    case_type: str, facts: Facts, defensible: set[str]
) -> None:
    assert {one.outcome for one in rule(case_type).defensible(facts.get)} == defensible


@pytest.mark.parametrize(
    ("case_type", "facts", "by_law", "by_scale"),
    [
        ("personligt-tillaeg", PENSIONER, "granted", "refused"),
        ("personligt-tillaeg", PENSIONER | {"economy.disposable": 5_000}, "granted", "granted"),
        ("enkeltydelse", NEED | {"grant.earlier": 1}, "granted", "refused"),
        ("enkeltydelse", NEED, "granted", "granted"),
        ("flytning", MOVE | {"new_home.dwelling.residents": 5}, "investigate", "refused"),
        ("fritagelse-digital-post", DECLARES, "granted", "refused"),
        ("friplads", HOME, "full", "full"),
    ],
)
def test_an_internal_scale_can_part_from_the_law(
    case_type: str, facts: Facts, by_law: str, by_scale: str
) -> None:
    answers = rule(case_type).answer(facts.get), rule(case_type).by_scale(facts.get)
    assert [one and one.outcome for one in answers] == [by_law, by_scale]


@pytest.mark.parametrize(
    ("case_type", "facts", "heard"),
    [
        ("friplads", HOME, {"income.monthly"}),
        ("helbredstillaeg", PENSIONER, {"wealth.liquid", "pension.percentage"}),
        ("personligt-tillaeg", PENSIONER, {"wealth.liquid"}),
        ("udvidet-helbredstillaeg", DENTURES, {"wealth.liquid", "pension.percentage"}),
        ("enkeltydelse", NEED, {"income.monthly", "grant.earlier"}),
        (
            "flytning",
            MOVE,
            {f"new_home.dwelling.{fact}" for fact in ("registered", "rooms", "residents")},
        ),
        ("fritagelse-digital-post", DECLARES, set()),
    ],
)
def test_the_party_is_heard_on_what_they_may_not_know_that_we_have(
    case_type: str, facts: Facts, heard: set[str]
) -> None:
    basis = [Seen(path, "x", "overblik", "shown", value) for path, value in facts.items()]
    assert set(to_be_heard(kind(case_type), basis)) == heard
    told = [replace(one, source="citizen") for one in basis]
    assert to_be_heard(kind(case_type), told) == ()


@pytest.mark.parametrize(
    ("case_type", "facts", "matters"),
    [
        ("personligt-tillaeg", PENSIONER | {"wealth.liquid": 97_000 * KR}, True),
        ("personligt-tillaeg", PENSIONER | {"expense.paid": True}, False),
        ("udvidet-helbredstillaeg", DENTURES | {"expense.paid": True}, False),
        # Either of two is enough, and so neither alone would have helped.
        (
            "helbredstillaeg",
            PENSIONER | {"wealth.liquid": 300_000 * KR, "pension.percentage": 0},
            True,
        ),
        # No rule of section 81 asks what somebody earns.
        ("enkeltydelse", NEED | {"life.event": "none"}, False),
        ("friplads", HOME | {"income.monthly": 58_000 * KR}, True),
        ("flytning", MOVE | {"new_home.dwelling.registered": False}, True),
    ],
)
def test_a_refusal_hangs_on_what_is_to_be_heard_where_it_could_have_been_another(
    case_type: str, facts: Facts, matters: bool
) -> None:
    assert hang_on_what_is_heard(case_type, facts) == matters


def hang_on_what_is_heard(case_type: str, facts: Facts, **by: bool) -> bool:
    basis = [Seen(path, "x", "overblik", "shown", value) for path, value in facts.items()]
    heard = to_be_heard(kind(case_type), basis)
    return hangs_on(rule(case_type), basis, heard, six().opening.facts, **by)


def test_by_the_scale_it_hangs_on_what_the_scale_asks() -> None:
    rich = NEED | {"income.monthly": 40_000 * KR}
    assert not hang_on_what_is_heard("enkeltydelse", rich)
    assert hang_on_what_is_heard("enkeltydelse", rich, scale=True)


def test_what_need_not_be_known_does_not_matter_where_it_makes_no_difference() -> None:
    facts = PENSIONER | {"wealth.liquid": 1_000 * KR, "pension.percentage": 0}
    basis = [Seen(path, "x", "overblik", "shown", value) for path, value in facts.items()]
    partners = ("partner.wealth.liquid",)
    assert not hangs_on(rule("helbredstillaeg"), basis, partners, six().opening.facts)


REASONED = {"rule", "considerations", "facts", "complaint", "correct"}


@pytest.mark.parametrize("case_type", TYPES)
def test_a_refusal_owes_reasons_and_guidance_and_a_machines_decision_says_so(
    case_type: str,
) -> None:
    assert kind(case_type).outcomes
    for outcome in kind(case_type).outcomes:
        owed = kind(case_type).owed(Answer(outcome.id), "person")
        assert {"amount", "contact"} <= owed
        assert (owed >= REASONED - ({"complaint"} if outcome.pending else set())) == outcome.adverse
        assert kind(case_type).owed(Answer(outcome.id), "automation") == owed | {"decided-by"}


def test_an_exemption_that_is_granted_still_owes_the_guidance() -> None:
    owed = kind("fritagelse-digital-post").owed(Answer("granted"), "person")
    assert "considerations" in owed
    assert "complaint" not in owed


@pytest.mark.parametrize(
    ("case_type", "instance"),
    [
        ("friplads", "Ankestyrelsen"),
        ("helbredstillaeg", "Ankestyrelsen"),
        ("personligt-tillaeg", "Ankestyrelsen"),
        ("enkeltydelse", "Ankestyrelsen"),
        ("udvidet-helbredstillaeg", "Ankestyrelsen"),
        ("flytning", "Digitaliseringsministeriet"),
    ],
)
def test_complaint_guidance_names_the_right_place_and_four_weeks(
    case_type: str, instance: str
) -> None:
    complaint = kind(case_type).complaint
    assert complaint
    assert (complaint.instance.da, complaint.days) == (instance, 28)
    assert instance in complaint.instance.en


def test_who_appeals_about_a_move_is_told_of_the_weeks_to_comment() -> None:
    guidance = kind("flytning").letter["complaint"]
    assert "fire uger til at komme med bemærkninger" in guidance.da
    assert "four weeks to comment" in guidance.en


def test_an_instance_that_was_found_nowhere_is_not_named() -> None:
    exemption = kind("fritagelse-digital-post")
    assert exemption.complaint is None
    assert "styrelsen" not in exemption.letter["complaint"].da


@pytest.mark.parametrize("case_type", TYPES)
def test_a_type_says_its_law_its_sources_and_what_levels_are_defensible(case_type: str) -> None:
    found = kind(case_type)
    assert found.legal_basis.da != found.legal_basis.en
    assert found.sources
    assert found.facet == "G01"
    assert list(found.defensible) == list(found.order)
    assert all(0 <= low <= high <= 4 for low, high in found.defensible.values())


def test_the_same_act_has_two_answers_to_automation() -> None:
    allowance, supplement = kind("helbredstillaeg"), kind("personligt-tillaeg")
    assert allowance.kle == supplement.kle == "32.03.12"
    assert (allowance.deciding, allowance.defensible["calculate"][1]) == ("calculate", 4)
    assert (supplement.deciding, supplement.defensible["weigh"][1]) == ("weigh", 2)


@pytest.mark.parametrize("habit", ["thorough", "trusting"])
@pytest.mark.parametrize("case_type", TYPES)
def test_a_case_of_each_type_is_played_to_a_letter_that_can_be_read(
    case_type: str, habit: str
) -> None:
    day = play(six().opening, six().town, HABITS[habit]).day
    case = day.cases[CASE[case_type]]
    letter = as_read(day, case)
    assert case.decision
    assert letter
    assert letter.sent
    for language in LANGUAGES:
        said = [teller(language)(line.text) for line in letter.lines if line.text]
        assert said
        assert all("{" not in line for line in said)
    if habit == "thorough":
        assert case.decision == true_answer(day, case)


def test_nothing_is_written_in_one_language_only() -> None:
    for case_type in TYPES:
        found = kind(case_type)
        texts = [found.title, found.legal_basis, *found.letter.values()]
        texts += [one.label for one in (*found.outcomes, *found.considerations, *found.steps)]
        assert all(one.da and one.en and not one.only for one in texts)


WORKLOAD = "\n".join(f"  - {{type: {one}, count: 5}}" for one in TYPES)


def test_cases_by_number_are_of_people_they_fit_and_say_something_of_their_own() -> None:
    text = SIX.split("people:")[0].replace("citizens: 60", "citizens: 2000")
    loaded = load_text(f"{text}workload:\n{WORKLOAD}\n", "seks.yaml")
    town, today = loaded.town, loaded.opening.date

    def facts_of(case_type: str, fact: str) -> set[Value | None]:
        arrivals = [one for one in loaded.opening.arrivals if one.type == case_type]
        assert len(arrivals) == 5
        return {town.truth(fact, one.party, today) for one in arrivals}

    assert facts_of("personligt-tillaeg", "benefit.kind") == {"folkepension"}
    assert facts_of("helbredstillaeg", "benefit.kind") == {"folkepension"}
    assert facts_of("udvidet-helbredstillaeg", "benefit.kind") == {"folkepension"}
    assert facts_of("udvidet-helbredstillaeg", "expense.kind") <= {"teeth", "glasses", "feet"}
    assert not facts_of("personligt-tillaeg", "expense.kind") & {"teeth", "glasses", "feet"}
    exempt = [one for one in loaded.opening.arrivals if one.type == "fritagelse-digital-post"]
    assert {one.channel for one in exempt} == {"counter"}
    assert "none" not in facts_of("enkeltydelse", "expense.kind")
    assert None not in facts_of("flytning", "move.dwelling")
    assert "none" not in facts_of("fritagelse-digital-post", "declared.ground")
    for one in loaded.opening.arrivals:
        assert one.says.startswith(f"applies-{one.type}")
        if one.type == "fritagelse-digital-post":
            assert town.citizens[one.party].digital != "self"
