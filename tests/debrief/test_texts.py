"""The texts of the debrief: whole in both languages, and without verdicts."""

import re
from pathlib import Path

import pytest

import simulator.debrief
import simulator.plain
from simulator.casework.letters import PARTS
from simulator.core.texts import LANGUAGES, Language, Text, placeholders
from simulator.debrief.estimates import ESTIMATES
from simulator.debrief.indicators import SPEAKS
from simulator.debrief.meaning import MEANINGS
from simulator.debrief.phases import GLOSSARY, PHASES, askable
from simulator.debrief.profile import COLUMNS
from simulator.debrief.student_side import VERDICTS
from simulator.scenario.indicators import Indicator, indicators
from simulator.scenario.words import texts

NEVER = {
    "da": "glemte ignorerede burde desværre dårlig flot kun hurtigt point karakter rang gennemsnit",
    "en": "forgot ignored should.have unfortunately bad great only quickly score grade rank",
}
"""No verdict in a sentence."""
SCORES = {
    "da": "gennemsnit procent stjerne medalje vinder bedre.end dygtig fremragende samlet.set",
    "en": "average percent per.cent star medal winner loser better.than clever excellent overall",
}
"""No mark and no place among others, in any word of the debrief."""

PLAIN = Path(simulator.plain.__file__).parent


def one_of(words: str) -> re.Pattern[str]:
    return re.compile(rf"\b({'|'.join(words.split())})\b", re.IGNORECASE)


FIELDS = ("name", "count", "silent", "plus", "minus", "cannot_show", "say", "ask")
every_indicator = pytest.mark.parametrize(
    "indicator", indicators().values(), ids=list(indicators())
)


def test_every_indicator_that_speaks_has_texts_and_the_other_way_round() -> None:
    assert list(indicators()) == list(SPEAKS)


@every_indicator
def test_every_field_is_in_both_languages_with_the_same_placeholders(indicator: Indicator) -> None:
    for name in FIELDS:
        text: Text = getattr(indicator, name)
        assert text.da, name
        assert text.en, name
        assert text.only == "", name
        assert placeholders(text.da) == placeholders(text.en), name


@every_indicator
@pytest.mark.parametrize("language", LANGUAGES)
def test_no_sentence_judges(indicator: Indicator, language: Language) -> None:
    for name in FIELDS:
        assert not one_of(NEVER[language]).search(getattr(indicator, name).in_(language)), name


def test_only_kinds_that_were_unseen_in_play_are_told_in_words_of_the_debrief() -> None:
    told = {id_.removeprefix("debrief.told.") for id_ in texts() if id_.startswith("debrief.told.")}
    taken_back = {f"{kind}-back" for kind in ("statement.placed", "statement.contested")}
    unseen = {cls.kind for cls in MEANINGS if cls.unseen}
    assert told
    assert told <= unseen | taken_back | {"answer.written-back", "level.chosen-player"}


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_mark_has_a_sign_of_its_own_and_a_word(language: Language) -> None:
    drawn = {cls.kind for cls, means in MEANINGS.items() if means.drawn}
    whats = drawn - {"facts.filled", "steps.listed", "suggestion.shown"}
    whats |= {"case.urgent", "decision.pending", "level-1", "level-2", "level-3", "level-4"}
    words = texts()
    signs = [words[f"debrief.mark.{what}.sign"].in_(language) for what in whats]
    assert all(len(sign) == 1 for sign in signs)
    assert len(set(signs)) == len(signs)
    assert all(words[f"debrief.mark.{what}.word"].in_(language) for what in whats)


TOLD = ("debrief.", "debrief-plain.", "export.")
OURS = {id_: text for id_, text in texts().items() if id_.startswith(TOLD)}


def test_every_word_is_in_both_languages_with_the_same_placeholders() -> None:
    assert [id_ for id_, text in OURS.items() if not (text.da.strip() and text.en.strip())] == []
    differing = [id_ for id_, x in OURS.items() if placeholders(x.da) != placeholders(x.en)]
    assert differing == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_word_judges(language: Language) -> None:
    never = one_of(NEVER[language])
    assert [id_ for id_, text in OURS.items() if never.search(text.in_(language))] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_nothing_of_a_debrief_is_a_score(language: Language) -> None:
    score = one_of(SCORES[language])
    words = {id_: text for id_, text in texts().items() if id_.startswith("debrief")}
    assert [id_ for id_, text in words.items() if score.search(text.in_(language))] == []
    for id_, indicator in indicators().items():
        assert not any(score.search(getattr(indicator, f).in_(language)) for f in FIELDS), id_


def test_every_word_the_debrief_says_is_written() -> None:
    folder = Path(simulator.debrief.__file__).parent
    files = (*folder.rglob("*.py"), *PLAIN.glob("debrief*.py"))
    words = [
        (file.name, word)
        for file in files
        for word in re.findall(r'"(debrief(?:-plain)?\.[a-z.-]+)"', file.read_text("utf-8"))
    ]
    assert len({file for file, _ in words}) > 1
    for file, word in words:
        known = word in texts() or any(id_.startswith(f"{word}.") for id_ in texts())
        assert known, (file, word)


def test_every_phase_part_and_question_has_its_words() -> None:
    for phase in PHASES:
        for word in (f"phase.{phase.id}.name", f"phase.{phase.id}.how"):
            assert f"debrief.{word}" in texts()
        assert all(f"debrief.part.{part}" in texts() for part in phase.parts)
    assert all(f"debrief.ask.{asked}" in texts() for asked in askable(0))
    assert all(f"debrief.glossary.{name}" in texts() for name in GLOSSARY)
    assert all(f"part.{name}" in texts() for name in (*PARTS, "what", "need", "works"))
    assert all(f"debrief.estimate.{what}" in texts() for what in ESTIMATES)
    assert all(f"debrief.place.{column}" in texts() for column in COLUMNS)
    assert all(f"debrief.verdict.{verdict}" in texts() for verdict in VERDICTS)
