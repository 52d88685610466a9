"""Writing a document to a file: a safe name, never over another file, whole or not at all."""

import errno
import os
import re
import tempfile
from dataclasses import replace
from pathlib import Path

import pytest

from simulator.core.texts import LANGUAGES
from simulator.debrief.debrief import Debrief
from simulator.export import KINDS, ExportError, Imprint, write
from simulator.scenario.words import teller
from tests.export.rehearsed import WORDS, discussed, files_of, imprint_of, rehearsed
from tests.export.unpacked import outline


def written(folder: Path, kind: str = "html", told: Debrief | None = None, code: str = "") -> Path:
    imprint = replace(imprint_of(), code=code) if code else imprint_of()
    return write(told or rehearsed(), teller("da"), kind, folder, imprint)[0]


def refusal(folder: Path, kind: str = "html") -> ExportError:
    with pytest.raises(ExportError) as caught:
        written(folder, kind)
    for language in LANGUAGES:
        said = teller(language)(caught.value.phrase)
        assert "export.problem" not in said
        assert "{" not in said
    return caught.value


@pytest.mark.parametrize("kind", KINDS)
def test_the_file_holds_the_document(tmp_path: Path, kind: str) -> None:
    made = write(discussed(), teller("da"), kind, tmp_path, imprint_of())
    assert [one.read_bytes() for one in made] == [*files_of(kind, "da").values()]
    assert {*tmp_path.iterdir()} == {*made}
    assert all(re.fullmatch(r"[\w.-]+", one.name, re.ASCII) for one in made)


def test_the_name_is_of_the_scenario_and_the_code(tmp_path: Path) -> None:
    assert written(tmp_path).name == "debrief_small_7F3K.html"


def test_a_folder_that_is_not_there_is_made(tmp_path: Path) -> None:
    assert written(tmp_path / "hold" / "a").parent == tmp_path / "hold" / "a"


def test_a_name_that_is_taken_gets_a_number_and_nothing_is_overwritten(tmp_path: Path) -> None:
    first = tmp_path / "debrief_small_7F3K.html"
    first.write_text("mine")
    names = [written(tmp_path).name for _ in range(2)]
    assert names == ["debrief_small_7F3K-2.html", "debrief_small_7F3K-3.html"]
    assert first.read_text() == "mine"


def test_a_link_in_the_way_is_not_followed(tmp_path: Path) -> None:
    elsewhere = tmp_path / "elsewhere"
    (tmp_path / "debrief_small_7F3K.html").symlink_to(elsewhere)
    assert written(tmp_path).name == "debrief_small_7F3K-2.html"
    assert not elsewhere.exists()


@pytest.mark.parametrize(
    ("scenario", "name"),
    [
        ("../../etc/passwd", "etc-passwd"),
        ("C:\\windows\\x", "C-windows-x"),
        ("Mandag på kontoret", "Mandag-paa-kontoret"),
        ("pa\u030a kontoret", "paa-kontoret"),
        ("ÆØÅ æøå", "AEOEAA-aeoeaa"),
        ("é ü", "e-u"),
        ("a\x00\x1b[31m\u202eb", "a-31mb"),
        ("...", "x"),
        ("", "x"),
        ("a" * 400, "a" * 60),
    ],
)
def test_file_names_hold_letters_digits_and_hyphens(
    tmp_path: Path, scenario: str, name: str
) -> None:
    told = rehearsed()
    day = replace(told.day, opening=replace(told.day.opening, id=scenario))
    told = replace(told, evidence=replace(told.evidence, day=day))
    made = written(tmp_path, told=told, code=scenario or "\u200b")
    assert made.name == f"debrief_{name}_{name}.html"
    assert made.parent == tmp_path


def test_an_unknown_kind_is_refused_with_those_there_are(tmp_path: Path) -> None:
    problem = refusal(tmp_path, "pdf\x1b[0m")
    assert problem.phrase.arguments == {"kind": "pdf[0m", "kinds": ", ".join(KINDS)}
    assert not list(tmp_path.iterdir())


def test_a_file_where_the_folder_should_be_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("mine")
    for folder in (tmp_path / "file", tmp_path / "file" / "under"):
        assert refusal(folder).phrase.text == "export.problem.folder"
    assert (tmp_path / "file").read_text() == "mine"


def test_a_folder_one_may_not_write_in_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def denied(*_: object, **__: object) -> object:
        raise PermissionError(errno.EACCES, "denied")

    monkeypatch.setattr(tempfile, "mkstemp", denied)
    problem = refusal(tmp_path)
    assert problem.phrase.text == "export.problem.folder"
    assert problem.phrase.arguments == {"folder": str(tmp_path)}


def full(*_: object, **__: object) -> object:
    raise OSError(errno.ENOSPC, "no space left")


@pytest.mark.parametrize("step", ["fsync", "replace"])
def test_a_full_disk_is_told_and_leaves_nothing_behind(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, step: str
) -> None:
    kept = written(tmp_path)
    before = kept.read_bytes()
    with monkeypatch.context() as patch:
        patch.setattr(os, step, full)
        assert refusal(tmp_path).phrase.text == "export.problem.full"
    assert list(tmp_path.iterdir()) == [kept]
    assert kept.read_bytes() == before


def test_nothing_is_seen_under_its_name_before_it_is_whole(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen: list[set[str]] = []
    really = os.fsync

    def looking(handle: int) -> None:
        seen.append({file.name for file in tmp_path.iterdir()})
        really(handle)

    monkeypatch.setattr(os, "fsync", looking)
    made = written(tmp_path)
    assert [{name for name in names if not name.startswith(".")} for names in seen] == [set()]
    assert made.exists()


def test_the_file_holds_nothing_of_the_machine(tmp_path: Path) -> None:
    made = written(tmp_path).read_text("utf-8")
    for private in (str(tmp_path), str(Path.home()), os.uname().nodename):
        assert private not in made


def test_without_a_choice_no_words_go_along() -> None:
    assert Imprint("7F3K", "0").words is None
    for kind in KINDS:
        for made in files_of(kind, "da", words=False).values():
            alone = "\n".join(outline(made)) if kind == "docx" else made.decode()
            assert "Dine egne ord" not in alone
            assert not [words for words in WORDS.values() if words in alone]
