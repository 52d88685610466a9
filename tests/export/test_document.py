"""What stands in the exported document, whatever its format."""

import re
from collections.abc import Iterator
from dataclasses import replace

import pytest

from simulator.casework.case_types import Answer
from simulator.casework.events import BY_KIND
from simulator.casework.rights import Right
from simulator.core.texts import LANGUAGES, Argument, Language, Phrase, Text
from simulator.debrief.blocks import Document, Question, Said, Section, Table
from simulator.debrief.debrief import Debrief, debrief
from simulator.debrief.evidence import Evidence
from simulator.debrief.indicators import SPEAKS
from simulator.debrief.statements import Silence, Statement
from simulator.export.document import document
from simulator.export.rendering import html, markdown
from simulator.scenario.words import teller, texts
from tests.casework.small import CASE, DAY, WEIGHED
from tests.debrief.logs import Log, an_opening_with_two
from tests.export.pages import page
from tests.export.rehearsed import WORDS, document_of, imprint_of, rehearsed

NEVER = {
    "da": "point karakter karakterer rang rangliste score gennemsnit stjerne medalje procent flot",
    "en": "grade grades rank ranking score average star medal percent great",
}
in_both = pytest.mark.parametrize("language", LANGUAGES)


def made(told: Debrief, language: Language = "da") -> Document:
    return document(told, teller(language), imprint_of(words=False))


def sections(document: Document) -> Iterator[Section]:
    waiting = list(document.sections)
    while waiting:
        one = waiting.pop(0)
        waiting = [*one.parts, *waiting]
        yield one


def blocks(document: Document, kind: type) -> list[object]:
    return [one for part in sections(document) for one in part.blocks if isinstance(one, kind)]


@in_both
def test_the_title_question_and_the_scenarios_own_are_asked_with_room_to_write(
    language: Language,
) -> None:
    asked = [one.text for one in blocks(document_of(language), Question)]  # type: ignore[attr-defined]
    own = rehearsed().day.opening.questions[0].in_(language)
    assert texts()["debrief.ask.4d"].in_(language) in asked
    assert own in asked
    assert all(one.lines > 0 for one in blocks(document_of(language), Question))  # type: ignore[attr-defined]


@in_both
def test_every_statement_stands_there_with_its_numbers_and_may_be_contested(
    language: Language,
) -> None:
    told = rehearsed()
    said = [one for one in blocks(made(told, language), Said) if one.ticks]  # type: ignore[attr-defined]
    assert [one.text for one in said] == [  # type: ignore[attr-defined]
        teller(language)(told.sentence(one))
        for id_ in told.texts
        for one in told.chosen
        if one.indicator == id_
    ]
    for one in said:
        assert re.search(r"\d+(, \d+)*$", one.cited)  # type: ignore[attr-defined]
        assert len(one.ticks) == 2  # type: ignore[attr-defined]


@in_both
def test_there_is_no_grade_no_rank_and_no_praise_in_it(language: Language) -> None:
    never = rf"\b({'|'.join(NEVER[language].split())})\b|%|★|☆"
    for text in (
        page(html(document_of(language))).all("body")[0].text(),
        markdown(document_of(language)),
    ):
        assert not re.search(never, text, re.IGNORECASE)


def test_both_languages_are_built_alike() -> None:
    da, en = document_of("da"), document_of("en")
    assert shape(da) == shape(en)


def shape(document: Document) -> list[object]:
    return [
        (type(one).__name__, len(one.rows) if isinstance(one, Table) else 0)
        for part in sections(document)
        for one in (part, *part.blocks)
    ]


@in_both
def test_no_word_is_missing_and_no_blank_is_unfilled(language: Language) -> None:
    text = markdown(document_of(language))
    assert not re.search(r"\b(export|debrief|part|function|level)\.[a-z]", text)
    assert "{" not in text


def test_own_words_go_along_by_choice_each_with_what_it_was_written_for() -> None:
    (table,) = [one for one in blocks(document_of("da"), Table) if "Dine ord" in one.head]  # type: ignore[attr-defined]
    assert [row[2:] for row in table.rows] == [  # type: ignore[attr-defined]
        ("din markering", WORDS[1]),
        ("forslag afvist", WORDS[2]),
        ("Hvem du kan ringe til", WORDS[3]),
        ("notat", WORDS[4]),
    ]


def test_words_that_were_deleted_leave_no_empty_line() -> None:
    imprint = replace(imprint_of(), words={1: WORDS[1], 2: ""})
    text = markdown(document(rehearsed(), teller("en"), imprint))
    assert WORDS[1] in text
    assert "suggestion rejected |  |" not in text
    nothing = markdown(document(rehearsed(), teller("en"), replace(imprint, words={})))
    assert texts()["export.words.none"].en in nothing


def test_every_kind_of_event_with_words_says_what_they_were_written_for() -> None:
    kinds = [
        kind
        for kind, cls in BY_KIND.items()
        if "int" in str(cls.__annotations__.get("words", "")) and kind != "letter.composed"
    ]
    assert kinds
    assert [kind for kind in kinds if f"debrief.mark.{kind}.word" not in texts()] == []


@in_both
def test_a_cut_log_and_a_failed_rule_are_told_before_anything_else(language: Language) -> None:
    def fails(evidence: Evidence) -> list[Statement] | Silence:
        raise KeyError

    whole = rehearsed()
    assert whole.evidence.log[-1].kind == "day.ended"
    *log, last = whole.evidence.log
    cut = debrief(whole.day.world.town, [*log[:-1], last], {"K1": fails})
    notices = made(cut, language).notices
    assert len(notices) == 2
    assert notices[0] == texts()["export.cut"].in_(language)
    assert "K1" in notices[1]
    page_text = page(html(made(cut, language))).all("main")[0].text()
    assert page_text.strip().startswith(notices[0])
    assert made(whole, language).notices == ()


def test_a_day_of_which_nothing_can_be_said_is_a_document_too() -> None:
    told = Log().debrief()
    assert not told.statements
    for language in LANGUAGES:
        text = markdown(made(told, language))
        assert texts()["export.said.none"].in_(language) in text
        assert texts()["export.ladder.none"].in_(language) in text
        page(html(made(told, language)))


@in_both
def test_every_rule_tells_in_the_appendix_whether_it_spoke_and_if_not_why(
    language: Language,
) -> None:
    say = teller(language)
    silent = Log()
    silent.arrives()
    silent.decides()
    told = silent.debrief()
    assert "K1" in told.silences
    text = markdown(made(told, language))
    assert say(f"debrief.silence.{told.silences['K1'].reason}") in text
    assert text.count(say("debrief.rule.spoke")) == len(SPEAKS) - len(told.silences)


@in_both
def test_the_appendix_tells_where_cases_gave_a_legal_basis_to_look(language: Language) -> None:
    act, source = (Text(words, words) for words in ("the Income Act", "us"))
    right = Right(("eindkomst", "gone"), act, source, looked_at=DAY, verified=True)
    opening = an_opening_with_two(case_types={WEIGHED.id: replace(WEIGHED, rights=(right,))})
    log = Log(opening)
    log.arrives()
    caption = texts()["export.appendix.rights"].in_(language)
    (table,) = [one for one in tables(made(log.debrief(), language)) if one.caption == caption]
    checked = texts()["export.appendix.checked-yes"].in_(language)
    (row,) = table.rows
    assert row[:4] == ("Subsidy", "eIndkomst, gone", "the Income Act", "us")
    assert row[-1] == checked
    without = Log()
    without.arrives()
    assert caption not in [one.caption for one in tables(made(without.debrief(), language))]


def tables(document: Document) -> list[Table]:
    return [block for block in blocks(document, Table) if isinstance(block, Table)]


def test_a_fact_that_was_not_true_is_shown_though_no_suggestion_came_of_it() -> None:
    log = Log()
    log.arrives()
    log.decides(answer=Answer("full"))
    told = log.debrief()
    assert not told.revealed
    text = markdown(made(told))
    assert texts()["export.truth.none"].da in text
    assert texts()["export.truth.table"].da in text


def test_statements_beyond_the_first_nine_stand_in_a_table() -> None:
    log = Log()
    log.arrives()
    log.decides()

    def speaks(evidence: Evidence) -> list[Statement]:
        decided = len(log.events) - 1
        about: dict[str, Argument] = {"n": 1, "a": 0, "names": ""}
        keys = map(str, range(12))
        return [Statement("K2", CASE, 500, about, Phrase(""), 1, (decided,), key) for key in keys]

    told = log.debrief(K2=speaks)
    (table,) = [one for one in blocks(made(told), Table) if "Udsagn" in one.head]  # type: ignore[attr-defined]
    cards = [one for one in blocks(made(told), Said) if one.ticks]  # type: ignore[attr-defined]
    assert len(cards) + len(table.rows) == len(told.statements)  # type: ignore[attr-defined]
