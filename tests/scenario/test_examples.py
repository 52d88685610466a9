"""Each case type carries its own examples: told in both languages, and true of its rule."""

from pathlib import Path
from typing import Any

import pytest

from simulator.scenario.diagnostics import tell
from simulator.scenario.loading import load_text
from simulator.scenario.places import library
from simulator.scenario.reading import read
from tests.scenario.small import NAME, SMALL, told

FILES = sorted((library() / "case-types").glob("*.yaml"))
EVERY_TYPE = pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)


def written(file: Path) -> dict[str, Any]:
    return read(file.read_bytes(), file.name).value


def notes(text: str) -> list[str]:
    return [tell(note, "en") for note in load_text(text, NAME).notes]


def over(below: str, text: str = SMALL) -> str:
    """The small scenario with something of its own in the library."""
    return text.replace("injects:\n", f"library:\n{below}injects:\n")


def with_examples(examples: str) -> str:
    return over(f"  case-types:\n    friplads:\n      examples: {examples}\n")


@EVERY_TYPE
def test_a_type_tells_of_five_people_with_both_ends_of_its_rule(file: Path) -> None:
    kind = written(file)
    answers = [example["answer"] for example in kind["examples"]]
    outcomes = {one if isinstance(one, str) else next(iter(one)) for one in answers}
    adverse = {one["id"] for one in kind["outcomes"] if one.get("adverse")}
    assert len(answers) >= 5
    assert outcomes & adverse
    assert outcomes - adverse


@EVERY_TYPE
def test_an_example_is_told_in_both_languages_and_names_its_person_alike(file: Path) -> None:
    for example in written(file)["examples"]:
        danish, english = example["told"]["da"], example["told"]["en"]
        assert danish != english
        assert danish.endswith(".")
        assert english.endswith(".")


@EVERY_TYPE
def test_the_rule_gives_what_every_example_says(file: Path) -> None:
    """A day with the type loads without a note of its examples."""
    kind, id_ = written(file), file.stem
    wired = {system for need in kind["needs"] for system in need.get("wired", ())}
    text = (
        SMALL.replace("use: [cpr, eindkomst, overblik]", f"use: [{', '.join(sorted(wired | USE))}]")
        .replace("type: friplads", f"type: {id_}")
        .replace("    friplads: {find: [0, 3], calculate: [0, 4], start: {calculate: 3}}\n", "")
        .replace("  levels:\n", "")
        .replace("{friplads: {find: 0}}", "{}")
    )
    assert [note for note in notes(text) if "P0902" not in note and "P0903" not in note] == []


USE = {"cpr", "eindkomst", "overblik"}


def test_an_example_may_be_answered_without_a_figure_or_with_kroner() -> None:
    facts = "facts: {income.monthly: 60000, family.children: 1, family.single: true}"
    assert notes(with_examples(f"[{{told: {{da: a, en: a}}, {facts}, answer: none}}]")) == []


@pytest.mark.parametrize(
    ("example", "said"),
    [
        (
            "{told: {da: a, en: a}, facts: {income.monthly: 1}, answer: {full: 1, none: 2}}",
            "P0206 “{full: 1, none: 2}” does not fit here. It must be: an answer like “refused”, "
            "or with its figure like “{granted: 81}”.",
        ),
        (
            "{told: {da: a, en: a}, facts: {income.monthly: 1}, answer: ful}",
            "P0301 There is no “ful”. ≈ full? There are: full, reduced, none.",
        ),
        (
            "{told: {da: a, en: a}, facts: {income.montly: 1}, answer: none}",
            "P0301 There is no “income.montly”. ≈ income.monthly?",
        ),
        (
            "{told: {da: a, en: a}, facts: {family.children: many}, answer: none}",
            "P0203 This must be a count, not “many”.",
        ),
        (
            "{told: {da: '{name}', en: a}, facts: {family.children: 1}, answer: none}",
            "P0312 {name} cannot be filled in in this text. There are: –.",
        ),
    ],
)
def test_what_is_wrong_with_an_example_is_told_at_its_place(example: str, said: str) -> None:
    assert said in told(with_examples(f"[{example}]"), "en")[0]


def test_a_type_without_examples_is_asked_for_one() -> None:
    (note,) = notes(with_examples("[]"))
    assert "P0913 The case type friplads has no examples." in note


def test_the_librarys_example_is_no_mistake_of_somebody_who_changes_an_amount() -> None:
    changed = over("  amounts: {friplads_extra_child: {value: 20000}}\n")
    (note,) = notes(changed)
    assert note.startswith("library/case-types/friplads.yaml:")
    assert (
        "P0914 The library's example says “{reduced: 92}” here, but with your changes the" in note
    )
    assert "gives “{reduced: 95}”" in note


def _without_steps(when: str) -> str:
    """The small scenario where friplads is answered in one go, with one example."""
    says = "label: {da: a, en: a}, answer: [{says: {da: a, en: a}}]"
    return over(
        f"""  case-types:
    friplads:
      steps: []
      outcomes:
        - {{id: full, {says}, when: '{when}'}}
        - {{id: rest, {says}}}
      examples: [{{told: {{da: a, en: a}}, facts: {{income.monthly: 1}}, answer: rest}}]
"""
    )


def test_a_rule_without_steps_is_not_said_to_calculate() -> None:
    (line,) = [line for line in told(_without_steps("income.monthly > 0"), "en") if "P0321" in line]
    assert line.endswith("the rule of friplads gives “full”. Correct the example or the rule.")


def test_a_rule_that_knows_all_and_gives_no_answer_is_not_said_to_lack_anything() -> None:
    undefined = "income.monthly // (income.monthly - income.monthly) > 0"
    (line,) = [line for line in told(_without_steps(undefined), "en") if "P032" in line]
    assert "P0323 The rule of friplads gives no answer to the example, though it has all" in line
