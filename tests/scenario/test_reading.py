"""Reading a file from anybody: YAML 1.2's plain values, places, and limits before building."""

from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from simulator.scenario import reading
from simulator.scenario.diagnostics import Place, ScenarioRefused
from simulator.scenario.loading import load
from simulator.scenario.reading import read, read_head
from tests.scenario.small import SMALL


def refused(text: str | bytes) -> tuple[str, int, int]:
    """The code and place of the one thing that is wrong with a text."""
    with pytest.raises(ScenarioRefused) as wrong:
        read(text, "f.yaml")
    (one,) = wrong.value.diagnostics
    return one.code, one.place.line, one.place.column


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("on", "on"),
        ("yes", "yes"),
        ("NO", "NO"),
        ("1:30", "1:30"),
        ("08:00", "08:00"),
        ("010", "010"),
        ("0x10", "0x10"),
        ("1_000", "1_000"),
        ("2026-02-02", "2026-02-02"),
        (".inf", ".inf"),
        ("=", "="),
        ("true", True),
        ("null", None),
        ("~", None),
        ("", None),
        ("-7", -7),
        ("1.5", 1.5),
        ('"7"', "7"),
        ("'true'", "true"),
    ],
)
def test_plain_values_are_those_of_yaml_1_2_and_no_others(written: str, value: object) -> None:
    assert read(f"a: {written}\n", "f").value == {"a": value}


def test_keys_are_always_text() -> None:
    assert read("on: 1\n1: 2\ntrue: 3\n", "f").value == {"on": 1, "1": 2, "true": 3}


def test_every_value_and_key_has_its_place() -> None:
    document = read("a:\n  - x\n  - b: {c: 1}\n", "f")
    assert document.place(("a", 1, "b", "c")) == Place("f", 3, 12)
    assert document.key_place(("a", 1, "b", "c")) == Place("f", 3, 9)
    assert document.place(("a", 7)) == Place("f", 2, 3)


def test_a_text_that_is_not_utf_8_is_refused_at_its_byte() -> None:
    assert refused("a: b\nø: c".encode("latin-1")) == ("P0101", 2, 1)


def test_an_invisible_character_is_refused_at_its_place() -> None:
    assert refused("a: b\nc: d\x07e\n") == ("P0102", 2, 5)


def test_a_hundred_thousand_brackets_are_refused_and_nothing_crashes() -> None:
    assert refused("a: " + "[" * 100_000)[0] == "P0104"


def test_deep_keys_are_refused() -> None:
    deep = "".join(f"{' ' * n}a:\n" for n in range(200))
    assert refused(deep)[0] == "P0104"


def test_a_bomb_of_aliases_is_refused_at_its_first_anchor() -> None:
    bomb = "a: &a [x, x]\n" + "".join(f"b{n}: &b{n} [*a, *a]\n" for n in range(30))
    assert refused(bomb) == ("P0107", 1, 4)


def test_a_file_of_more_than_eight_megabytes_is_refused_unread() -> None:
    assert refused(b"x" * (reading.LARGEST + 1)) == ("P0105", 1, 1)


def test_too_many_values_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reading, "MOST_NODES", 1_000)
    assert refused("a: [" + "1, " * 2_000 + "1]")[0] == "P0106"


def test_a_file_that_is_a_list_or_empty_is_refused() -> None:
    assert refused("- a\n") == ("P0109", 1, 1)
    assert refused("") == ("P0109", 1, 1)


def test_a_text_as_long_as_a_book_is_refused() -> None:
    assert refused("a: " + "b" * 30_000) == ("P0111", 1, 4)


def test_a_file_that_is_not_there_or_is_a_folder_is_refused_in_words(tmp_path: Path) -> None:
    for path, code in ((tmp_path / "none.yaml", "P0114"), (tmp_path, "P0115")):
        with pytest.raises(ScenarioRefused) as wrong:
            load(path)
        assert [one.code for one in wrong.value.diagnostics] == [code]


@given(st.text(max_size=300) | st.binary(max_size=300))
@settings(max_examples=300, deadline=None)
def test_anything_at_all_is_read_or_refused(text: str | bytes) -> None:
    with suppress(ScenarioRefused):
        read(text, "f.yaml")


@given(st.data())
@settings(max_examples=150, deadline=None)
def test_a_scenario_with_anything_cut_out_is_loaded_or_refused(data: st.DataObject) -> None:
    from tests.scenario.small import wrong

    start = data.draw(st.integers(0, len(SMALL)))
    end = data.draw(st.integers(start, min(len(SMALL), start + 60)))
    put = data.draw(st.sampled_from(("", "x", "{", "[]", ": ", "- ", '"', "null", "-1", "\t")))
    wrong(SMALL[:start] + put + SMALL[end:])


def test_the_head_of_a_file_is_read_no_further_than_to_the_keys_asked_for():
    written = b"title: {da: Mandag, en: Monday}\ngoals: [one]\nday: {opens: 08:00}\n]broken["
    head = read_head(written, "a.yaml", "title", "day")
    assert head["title"] == {"da": "Mandag", "en": "Monday"}
    assert head["day"] == {"opens": "08:00"}
