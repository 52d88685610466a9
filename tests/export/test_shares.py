"""Who a file is for decides what stands in it: in every format alike."""

import json

import pytest

from simulator.core.texts import LANGUAGES, Language
from simulator.debrief.blocks import Document, Figure, Said, Table
from simulator.debrief.imprint import SHARES, Share
from simulator.export.document import document
from simulator.export.rendering import html, markdown
from simulator.export.run_file import run_file
from simulator.scenario.words import teller, texts
from tests.export.rehearsed import TALK_WORDS, WORDS, discussed, files_of, imprint_of
from tests.export.test_document import blocks
from tests.export.unpacked import cells, outline

CONTEST, REMARK = TALK_WORDS[5], TALK_WORDS[6]
in_both = pytest.mark.parametrize("language", LANGUAGES)


def of(share: Share, language: Language = "da", *, contests: bool = False) -> Document:
    imprint = imprint_of()
    told = type(imprint)(imprint.code, imprint.log, imprint.words, share=share, contests=contests)
    return document(discussed(), teller(language), told)


def every_text(share: Share, *, contests: bool = False) -> str:
    """Everything that leaves for some readers, in all formats."""
    files = [
        made
        for kind in ("html", "md", "csv", "csv-int", "json")
        for made in files_of(kind, "da", share=share, contests=contests).values()
    ]
    word = outline(files_of("docx", "da", share=share, contests=contests)[""])
    return "\n".join([*(one.decode("utf-8-sig") for one in files), *word])


@in_both
def test_a_contest_stands_directly_under_its_statement_and_as_large(language: Language) -> None:
    cards = blocks(of("private", language), Said)
    contested = next(one for one in cards if CONTEST in " ".join(one.own))  # type: ignore[attr-defined]
    verdict = texts()["debrief.verdict.fits-not"].in_(language)
    assert verdict in contested.own[0]  # type: ignore[attr-defined]
    lines = [one for one in markdown(of("private", language)).splitlines() if one]
    at = lines.index(next(one for one in lines if CONTEST in one))
    assert lines[at].startswith("> ")
    assert lines[at - 1].startswith("> ")
    assert f'<p class="text own">{contested.own[0]}</p>' in html(of("private", language))  # type: ignore[attr-defined]


def test_a_group_sees_contests_only_if_the_student_wants_it() -> None:
    assert CONTEST in every_text("private")
    without = every_text("group")
    assert CONTEST not in without
    assert texts()["export.said.own.verdict"].da.partition("{")[0] not in without
    assert CONTEST in every_text("group", contests=True)
    assert REMARK in without


def test_a_class_sees_choices_and_nothing_that_was_made_of_them() -> None:
    told = every_text("class", contests=True)
    assert not [words for words in (*WORDS.values(), *TALK_WORDS.values()) if words in told]
    made = of("class")
    assert not [*blocks(made, Said), *blocks(made, Figure)]
    (table,) = blocks(made, Table)
    rows = cells(files_of("csv", "da", share="class")["valg"])[1:]
    assert [row[0] for row in table.rows] == [row[0] for row in rows]  # type: ignore[attr-defined]
    assert len(rows) > 5


@pytest.mark.parametrize("share", SHARES)
def test_the_first_page_says_who_may_see_it(share: Share) -> None:
    assert texts()[f"export.share.{share}.says"].da in markdown(of(share))


def test_words_that_were_taken_back_do_not_leave() -> None:
    taken_back = TALK_WORDS[12]
    assert imprint_of().words is not None
    assert taken_back in (imprint_of().words or {}).values()
    assert taken_back not in every_text("private")


def test_verdicts_are_in_the_table_of_statements_for_those_who_may_see_them() -> None:
    for share, contests, there in (
        ("private", False, True),
        ("group", False, False),
        ("group", True, True),
    ):
        found = files_of("csv-int", "da", share=share, contests=contests)["statements"]  # type: ignore[arg-type]
        rows = cells(found)
        at = rows[0].index("Does it fit")
        assert any(row[at] for row in rows[1:]) is there


def test_a_run_file_for_a_group_has_contests_by_choice() -> None:
    for contests in (True, False):
        told = json.loads(files_of("json", "da", share="group", contests=contests)[""])
        assert ("contested" in told) is contests
    assert json.loads(run_file(discussed(), teller("da"), imprint_of())[""])["contested"]
