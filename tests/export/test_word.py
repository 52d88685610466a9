"""Debriefs for a word processor: what a reader, a screen reader and a second making find."""

import io
import zipfile
from itertools import pairwise

import pytest

from simulator.core.texts import LANGUAGES, Language
from simulator.debrief.blocks import Figure
from simulator.export import painting, word
from tests.export.rehearsed import document_of, files_of, opening_of
from tests.export.unpacked import W, outline, part

in_both = pytest.mark.parametrize("language", LANGUAGES)


@in_both
def test_two_makings_of_one_log_are_the_same_bytes(language: Language) -> None:
    assert files_of("docx", language)[""] == files_of("docx", language)[""]


def test_nothing_in_the_file_is_dated_but_by_the_day() -> None:
    file = files_of("docx", "da")[""]
    with zipfile.ZipFile(io.BytesIO(file)) as packed:
        assert {one.date_time for one in packed.infolist()} == {(2026, 2, 2, 12, 0, 0)}
        about = packed.read("docProps/core.xml").decode()
    assert about.count("2026-02-02T12:00:00Z") == 2
    assert "python-docx" not in about
    assert "2013" not in about


@pytest.mark.parametrize(("language", "named"), [("da", "da-DK"), ("en", "en-GB")])
def test_the_language_of_every_text_is_said(language: Language, named: str) -> None:
    found = list(part(files_of("docx", language)[""], "word/styles.xml").iter(f"{W}lang"))
    assert [one.get(f"{W}val") for one in found] == [named]


@in_both
def test_headings_are_headings_and_no_level_is_skipped(language: Language) -> None:
    lines = outline(files_of("docx", language)[""])
    levels = [int(line[7]) for line in lines if line.startswith("Heading")]
    assert levels[0] == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))


@in_both
def test_every_table_has_a_marked_head_and_every_picture_is_told(language: Language) -> None:
    file = files_of("docx", language)[""]
    lines, body = outline(file), part(file, "word/document.xml")
    tables = list(body.iter(f"{W}tbl"))
    assert len(tables) == sum(line.startswith("head: ") for line in lines) > 3
    captions = [
        one.caption
        for section in document_of(language).sections
        for one in section.blocks
        if isinstance(one, Figure)
    ]
    assert [line for line in lines if line.startswith("picture: ")] == [
        f"picture: {one}" for one in captions
    ]


def test_nothing_is_asked_for_from_outside() -> None:
    with zipfile.ZipFile(io.BytesIO(files_of("docx", "da")[""])) as packed:
        for name in packed.namelist():
            if name.endswith(".rels"):
                assert b'TargetMode="External"' not in packed.read(name)
        body = packed.read("word/document.xml")
    assert b"fldChar" not in body
    assert b"instrText" not in body


def test_without_letters_a_picture_is_left_out_and_its_table_stays(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(painting, "has_letters", lambda: False)
    document = document_of("da")
    lines = outline(word.docx(document, opening_of().date))
    assert not [line for line in lines if line.startswith("picture: ")]
    assert "Caption: Dagen, time for time. Tallene i parentes er hændelsernes numre." in lines
