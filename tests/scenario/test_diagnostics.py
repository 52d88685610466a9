"""Everything that can be wrong with a scenario: told at its line, in both languages.

``broken.yaml`` holds one example a diagnostic: what to write instead of what in the small scenario,
and the whole sentences that are then said.
"""

from pathlib import Path

import pytest

from simulator.core.texts import LANGUAGES, Language, placeholders
from simulator.scenario.diagnostics import messages, tell
from simulator.scenario.loading import load_text
from simulator.scenario.places import days
from simulator.scenario.reading import read
from tests.scenario.small import NAME, SMALL, edited, small, told, wrong

BROKEN = read((Path(__file__).parent / "broken.yaml").read_bytes(), "broken.yaml").value
READING = {"P0101", "P0102", "P0104", "P0105", "P0106", "P0109", "P0111", "P0114", "P0115"}
"""Shown in ``test_reading``: they are of files no one types by hand."""
NOTES = {
    *("P0901", "P0902", "P0903", "P0904", "P0906"),
    *("P0910", "P0911", "P0912", "P0913", "P0914", "P0915", "P0916", "P0917"),
}


def test_the_small_scenario_itself_is_right() -> None:
    assert wrong(SMALL) == ()
    assert small().notes == ()


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("code", BROKEN)
def test_a_mistake_is_told_at_its_line_in_both_languages(code: str, language: Language) -> None:
    example = BROKEN[code]
    text = edited((example["instead-of"], example["write"]))
    assert wrong(text)[0].code == code
    assert told(text, language)[0] == example[language]


def test_there_is_an_example_of_every_diagnostic() -> None:
    numbered = {code for code in messages() if code.startswith("P")}
    assert numbered == BROKEN.keys() | READING | NOTES


@pytest.mark.parametrize("code", messages())
def test_every_message_is_in_both_languages_with_the_same_names(code: str) -> None:
    text = messages()[code]
    assert text.da
    assert text.en
    assert placeholders(text.da) == placeholders(text.en)


def test_all_mistakes_of_shape_are_told_at_once_in_the_order_of_the_file() -> None:
    text = edited(
        ("age: 36", "age: mange"), ("from: leader", "from: leder"), ("format: 1", "format: 2")
    )
    assert [one.place.line for one in wrong(text)] == [2, 16, 35]


def test_all_mistakes_of_meaning_are_told_at_once_in_the_order_of_the_file() -> None:
    text = edited(
        ("party: amina", "party: anima"),
        ("use: [cpr, eindkomst, overblik]", "use: [cpr, eindkomst, overblik, overbilk]"),
        ('arrives: "08:05"', 'arrives: "07:05"'),
        ("children: [3, 6]", "children: [3, 30]"),
    )
    assert [(one.code, one.place.line) for one in wrong(text)] == [
        ("P0301", 9),
        ("P0503", 17),
        ("P0301", 26),
        ("P0304", 27),
    ]


def test_mistakes_of_shape_and_of_meaning_are_told_in_the_same_breath() -> None:
    text = edited(
        ("landscape:", "landscap:"),
        ("use: [cpr, eindkomst, overblik]", "use: [cpr, eindkomst, overblick]"),
        ("stopped: 2026-01-12", "stopped: 2026-13-12"),
    ).replace("landscap:", "landscape:\n  landscap: 1")
    text = text.replace("party: amina", "party: anima").replace("calculate: 3}", "calculate: 7}")
    found = [(one.code, one.place.line) for one in wrong(text)]
    assert found == [("P0201", 9), ("P0301", 10), ("P0206", 12), ("P0301", 27), ("P0205", 32)]


def test_what_was_left_out_is_not_told_as_missing_too() -> None:
    text = edited(("    age: 36\n", ""))
    assert [(one.code, one.place.line) for one in wrong(text)] == [("P0202", 16)]


def test_levels_of_a_case_type_without_cases_today_do_nothing() -> None:
    text = edited(("  - type: friplads", "  - type: fripladser"))
    assert [one.code for one in wrong(text)] == ["P0301"]


@pytest.mark.parametrize(
    ("added", "name"),
    [
        ("prices: {kall: 4}", "kall"),
        ("by-level: {'7': 10}", "7"),
        ("letters: {rul: {da: Nå., en: Well.}}", "rul"),
        ("case-types: {friplads: {letter: {rul: {da: Nå., en: Well.}}}}", "rul"),
    ],
)
def test_a_name_that_only_the_program_can_give_is_told_where_it_is_another(
    added: str, name: str
) -> None:
    text = f"{SMALL}library:\n  {added}\n"
    (mistake,) = wrong(text)
    assert mistake.code == "P0301"
    assert mistake.place.line == text.count("\n")
    assert mistake.arguments["found"] == name


def test_the_names_that_the_program_gives_can_be_written_with_another_content() -> None:
    text = f"{SMALL}library:\n  prices: {{call: 60}}\n  letters: {{rule: {{da: Nå., en: Well.}}}}\n"
    assert load_text(text, NAME).opening.prices["call"] == 60


@pytest.mark.parametrize(
    ("instead_of", "write", "said"),
    [
        ("age: 36", "age: true", "P0203 Her skal stå et helt tal, ikke «true»."),
        ("age: 36", "age:", "P0203 Her skal stå et helt tal, ikke «ingenting»."),
        ("age: 36", "age: {a: [1, false]}", "helt tal, ikke «{a: [1, false]}»."),
        ('opens: "08:00"', "opens: true", "P0206 Her passer «true» ikke. Der skal stå: et"),
        ("age: 36", "age: 136", "P0501 Ingen her er 136 år. Skriv en alder fra 0 til 105."),
        (
            "children: [3, 6]",
            "partner: 136",
            "P0205 136 er uden for det, der er tilladt her: højst",
        ),
        ("use: [cpr, eindkomst, overblik]", "use: []", "tilladt her: mindst 1 i alt."),
        ("age: 36", f"age: 36\n    given: {'a' * 61}", "tilladt her: højst 60 tegn."),
        ("01, is: 24310}", "01, is: true}", "P0208 «true» kan ikke læses som et beløb i kroner."),
        ("      income.monthly:", "      income.montly:", ", …"),
    ],
)
def test_a_mistake_says_what_stands_in_the_file_and_what_may(
    instead_of: str, write: str, said: str
) -> None:
    sentence = told(edited((instead_of, write)), "da")[0]
    assert said in sentence
    assert not sentence.endswith("….")


def test_text_in_one_language_is_a_note_and_plays() -> None:
    loaded = small(("title: {da: En lille dag, en: A small day}", "title: En lille dag"))
    assert [one.code for one in loaded.notes] == ["P0901"]
    assert loaded.opening.title.only == "da"
    assert loaded.opening.title.en == "En lille dag"


def test_a_rule_of_another_year_is_a_note() -> None:
    loaded = small(("rule-year: 2024", "rule-year: 2026"))
    assert [one.code for one in loaded.notes] == ["P0902"]


def test_a_fact_whose_wired_system_the_day_does_not_have_is_a_note_in_both_languages() -> None:
    loaded = small(("use: [cpr, eindkomst, overblik]", "use: [cpr, eindkomst]"))
    assert [(one.code, one.arguments["fact"]) for one in loaded.notes] == [
        ("P0903", "income.monthly"),
        ("P0903", "family.children"),
        ("P0903", "family.single"),
    ]
    assert tell(loaded.notes[0], "da") == (
        f"{NAME}:9:8 P0903 Sagstypen friplads henter ellers «income.monthly» fra overblik, "
        "som dagen ikke har. Den oplysning findes i hånden."
    )
    assert tell(loaded.notes[0], "en") == (
        f"{NAME}:9:8 P0903 The case type friplads otherwise takes “income.monthly” from overblik, "
        "which the day does not have. That fact is found by hand."
    )


def test_a_document_nobody_can_ask_for_is_a_note_in_both_languages() -> None:
    own = "library: {documents: {lease: {minutes: 5}}}"
    (note,) = small(("injects:\n", f"{own}\ninjects:\n")).notes
    line = SMALL[: SMALL.index("injects:\n")].count("\n") + 1
    at = f"{NAME}:{line}:{own.index('{minutes') + 1}"
    assert tell(note, "da") == (
        f"{at} P0917 Dokumentet «lease» viser ingen oplysning, som en af dagens sager bruger, "
        "så ingen kan bede om det."
    )
    assert tell(note, "en") == (
        f"{at} P0917 The document “lease” shows no fact that any case of the day uses, "
        "so nobody can ask for it."
    )


@pytest.mark.parametrize(
    ("relation", "known"), [("partner", True), ("home", False), ("nonsense", False)]
)
def test_a_document_asked_for_before_is_about_the_party_or_a_person_of_theirs(
    relation: str, known: bool
) -> None:
    asked = f"{{document: payslip, asked: 2026-01-12, answer-by: 2026-01-26, relation: {relation}}}"
    says = "    says: {da: Hjælp mig., en: Help me.}\n"
    mistakes = wrong(edited((says, f"{says}    asked-before: [{asked}]\n")))
    assert [one.code for one in mistakes] == ([] if known else ["P0301"])


def asking(condition: str) -> str:
    """A line of one's own that asks something, as the library of a scenario."""
    mine = f"{{act: told, {condition}, says: {{da: Ja, en: Yes}}}}"
    return f"library: {{people: {{lines: {{mine: {mine}}}}}}}"


NOBODY = (
    ("when: citizen.age < 18", "citizen.age < 18"),
    ("when: citizen.youngest > 20", "citizen.youngest > 20"),
    ("age: [70, 90], when: citizen.age < 60", "citizen.age < 60"),
    ('when: day.weekday == "mondag"', 'day.weekday == "mondag"'),
    ('when: expense.kind == "car" and expense.paid', 'expense.kind == "car" and expense.paid'),
    ("met: granted and refused", "granted and refused"),
    ("when: citizen.language == 'zz'", "citizen.language == 'zz'"),
    ("language: pl, when: citizen.language == 'ar'", "citizen.language == 'ar'"),
    ("language: zz", "language: zz"),
    ("when: day.month == 13", "day.month == 13"),
    ("when: move.date != move.date", "move.date != move.date"),
    ("met: outcome == 'nonsense'", "outcome == 'nonsense'"),
)


@pytest.mark.parametrize(("condition", "found"), NOBODY)
def test_a_line_nobody_drawn_can_say_is_a_note(condition: str, found: str) -> None:
    line = asking(condition)
    (note,) = small(("injects:\n", f"{line}\ninjects:\n")).notes
    assert note.place.line == SMALL[: SMALL.index("injects:\n")].count("\n") + 1
    at = found.removeprefix("language: ").split(maxsplit=1)[0]
    assert line[note.place.column - 1 :].startswith(at)
    assert (
        f"P0906 Ingen borger, der trækkes, kan sige den replik: «{found}» er aldrig sandt om dem."
    ) in tell(note, "da")
    assert (
        f"P0906 No citizen who is drawn can say this line: “{found}” is never true of them."
    ) in tell(note, "en")


SOMEBODY = (
    "when: citizen.age == 105",
    'when: day.weekday == "sunday" and day.month == 7',
    "when: citizen.oldest - citizen.youngest >= 4",
    "when: expense.amount > 3 * economy.disposable and not expense.paid",
    "when: partner.income.monthly > income.monthly",
    "when: not known(family.status)",
    "met: refused and not (called or heard)",
    "when: move.date == day.date + 30",
    "when: day.date - move.date == 30",
    "when: move.date > day.date + 100 and move.date < day.date + 110",
    "when: day.month == 12 and citizen.language == 'tr'",
    "language: pl, when: citizen.language == 'pl'",
    "met: outcome == 'refused' and sent_by == 'letter'",
)


@pytest.mark.parametrize("condition", SOMEBODY)
def test_a_line_somebody_may_say_on_another_day_is_none(condition: str) -> None:
    line = asking(condition)
    assert small(("injects:\n", f"{line}\ninjects:\n")).notes == ()


def test_a_condition_that_cannot_be_read_is_told_where_it_stands() -> None:
    lines = "library: {people: {lines: {mine: {act: told, when: citizen.height > 3, says: Ja}}}}\n"
    (mistake,) = wrong(edited(("injects:\n", f"{lines}injects:\n")))
    assert (mistake.code, mistake.place.column) == ("P0402", lines.index("citizen.height") + 1)


@pytest.mark.parametrize(
    ("written", "said"),
    [
        (asking("met: calld"), "Use one of: called, told, promised"),
        (asking("when: citizen.height > 3"), "Use a fact or one of: citizen.age, citizen.female"),
        (
            "library: {facts: {childcare.place: {drawn: {chance: 5, when: citizen.age > 3}}}}",
            "Use a fact.",
        ),
        (
            "library: {case-types: {friplads: {for-whom: case.came == 'letter'}}}",
            "Use a fact, an amount or one of: citizen.age",
        ),
        (
            "library: {case-types: {friplads: {outcomes: [{id: full, label: {da: a, en: a}, "
            "answer: [{when: decided.by, says: {da: a, en: a}}, {says: {da: a, en: a}}]}]}}}",
            "Use a fact, an amount, a step or one of: decided.by_rule, decided.by_scale",
        ),
        (
            "library: {case-types: {friplads: {steps: [{id: a, label: {da: a, en: a}, "
            "type: count, expression: citizen.age}]}}}",
            "Use a fact, an amount or an earlier step.",
        ),
    ],
)
def test_a_name_that_is_not_known_is_told_with_those_that_may_stand_there(
    written: str, said: str
) -> None:
    lines = told(edited(("injects:\n", f"{written}\ninjects:\n")), "en")
    assert said in next(line for line in lines if "P0402" in line)


def test_a_condition_on_the_day_may_name_the_day_alone() -> None:
    inject = '{at: "09:30", from: leader,'
    (line,) = told(edited((inject, f"{inject} when: citizen.age > 3,")), "en")
    assert line.endswith("Use one of: day.minute, day.backlog, day.open, day.decided.")


@pytest.mark.parametrize(
    "name", ["case.came", "citizen.digital", "day.weekday", "citizen.language", "citizen.female"]
)
def test_a_line_names_nothing_aloud_that_is_no_word(name: str) -> None:
    text = edited(("injects:\n", f"{asking(f'fills: {{q: {name}}}')}\ninjects:\n"))
    (line,) = told(text, "en")
    assert f"P0324 “{name}” cannot be said in a line." in line


THURSDAY = days()["torsdag-i-borgerservice"].read_text("utf-8")


def test_more_steps_to_turn_than_a_meeting_has_room_for_are_a_note_in_both_languages() -> None:
    (line,) = [n for n, one in enumerate(THURSDAY.splitlines(), 1) if one.startswith("  morning:")]
    one_more = THURSDAY.replace("  morning: [", "  morning: [friplads.calculate, ")
    (note,) = [one for one in load_text(one_more, NAME).notes if one.code == "P0904"]
    assert tell(note, "da") == (
        f"{NAME}:{line}:12 P0904 7 trin kan ændres. På morgenmødet er der plads til 6: nævn "
        "dem under «morning», eller lad resten stå under «fixed», og skriv, hvem der har valgt dem "
        "og hvorfor."
    )
    assert tell(note, "en") == (
        f"{NAME}:{line}:12 P0904 7 steps can be changed. A morning meeting has room for 6: name "
        "them under “morning”, or put the rest under “fixed”, with who has chosen them and why."
    )
    assert "P0904" not in [one.code for one in load_text(THURSDAY, NAME).notes]


HOME = """library:
  facts:
    home.rooms:
      subject: dwelling
      type: count
      holds: span
      label: {da: Rum, en: Rooms}
      says: {sure: {da: x, en: x}, roughly: {da: x, en: x}, unknown: {da: x, en: x}}
      drawn: {options: {"3": 1}}
injects:
"""


def test_only_facts_of_citizens_are_made_true_whatever_would_make_them() -> None:
    knows = ("    lines:\n", "    knows: {home.rooms: sure}\n    lines:\n")
    facts = ("    facts:\n", "    facts:\n      home.rooms: 3\n")
    text = edited(("injects:\n", HOME), knows, facts)
    assert [(one.code, one.place.line) for one in wrong(text)] == [
        ("P0314", 19),
        ("P0314", 23),
        ("P0314", 44),
    ]
    assert wrong(edited(("injects:\n", HOME.replace("dwelling", "citizen")), knows, facts)) == ()


def test_a_mistake_in_an_overridden_item_is_told_where_the_scenario_wrote_it() -> None:
    over = "library:\n  systems:\n    cpr:\n      minutes: lang tid\n"
    (one,) = wrong(SMALL + over)
    assert (one.code, one.place.file) == ("P0203", NAME)
    assert one.place.line == SMALL.count("\n") + 4


def test_hostile_text_in_a_mistake_is_told_as_text() -> None:
    (line,) = told(edited(("party: amina", 'party: "\\e[31m\\u202Eamina"')), "da")
    assert "\x1b" not in line
    assert "\u202e" not in line
    assert "[31mamina" in line


def test_a_word_of_the_messages_in_a_file_is_only_a_word() -> None:
    (line,) = told(edited(("party: amina", "party: word.nothing-like-it")), "en")
    assert "“word.nothing-like-it”" in line
