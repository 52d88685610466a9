"""Tables for spreadsheets and run files: their form, and what each share holds."""

import json

import pytest

from simulator.debrief.imprint import SHARES, Share
from tests.export.rehearsed import WORDS, files_of, imprint_of, rehearsed
from tests.export.unpacked import cells


def test_a_danish_table_is_as_a_danish_spreadsheet_reads_it() -> None:
    for made in files_of("csv", "en").values():
        assert made.startswith(b'\xef\xbb\xbf"')
        assert made.count(b"\n") == made.count(b"\r\n") > 1
    table = files_of("csv", "en")["data-brugt"].decode("utf-8-sig")
    assert table.splitlines()[0].startswith('"Hændelse";"Sag";"Oplysning"')
    assert '"S-101"' in table


def test_an_international_table_has_commas_and_english_heads() -> None:
    head = files_of("csv-int", "da")["data-used"].decode("utf-8-sig").splitlines()[0]
    assert head.startswith('"Event","Case","Fact"')


@pytest.mark.parametrize("kind", ["csv", "csv-int"])
def test_every_column_of_every_table_is_explained(kind: str) -> None:
    *tables, explained = map(cells, files_of(kind, "da").values())
    assert [row[1] for row in explained[1:]] == [head for table in tables for head in table[0]]
    assert all(row[2] for row in explained)


@pytest.mark.parametrize("share", SHARES)
def test_a_run_file_holds_what_its_share_may_see(share: Share) -> None:
    told = json.loads(files_of("json", "da", share=share)[""])
    assert (told["schema"], told["version"], told["share"]) == ("praksishus.run", 1, share)
    assert told["run"]["log"] == imprint_of().log
    assert ("statements" in told, "contested" in told, "words" in told) == {
        "private": (True, True, True),
        "group": (True, False, True),
        "class": (False, False, False),
    }[share]


def test_a_run_file_has_no_words_unless_they_were_asked_for() -> None:
    text = files_of("json", "da", words=False)[""].decode()
    assert '"words"' not in text
    assert not [words for words in WORDS.values() if words in text]


def test_the_class_gets_the_choices_alone() -> None:
    assert list(files_of("csv", "da", share="class")) == ["valg", "forklaring"]


def test_every_choice_is_one_that_somebody_made() -> None:
    table = cells(files_of("csv-int", "da")["choices"])
    kinds = {row[3] for row in table[1:]}
    assert {"decision.made", "suggestion.followed", "suggestion.rejected"} <= kinds
    assert not {"case.arrived", "record.opened", "command.refused"} & kinds


def test_a_letter_has_the_minutes_it_took_to_put_together() -> None:
    table = cells(files_of("csv-int", "da")["choices"])
    events = {event.seq: event for event in rehearsed().evidence.log}
    letters = [row for row in table[1:] if row[3] == "letter.sent"]
    composed = [events[int(row[0]) - 1] for row in letters]
    assert {event.kind for event in composed} == {"letter.composed"}
    assert [int(row[5]) for row in letters] == [event.minutes for event in composed]
    assert all(event.minutes for event in composed)
