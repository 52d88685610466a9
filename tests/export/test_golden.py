"""The exported documents, letter by letter.

The files in ``golden`` are what a fixed rehearsal gives, in every format and language. After a
change that is meant, write them anew and read what changed before it is committed::

    UPDATE_GOLDEN=1 pytest tests/export/test_golden.py && git diff tests/export/golden
"""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from simulator.core.texts import LANGUAGES, Language
from simulator.export.rendering import html, markdown
from tests.export.rehearsed import document_of, files_of
from tests.export.unpacked import outline

GOLDEN = Path(__file__).parent / "golden"
ROOT = Path(__file__).parents[2]
TEXTS = {"html": html, "md": markdown}
TABLES = {"csv": "da", "csv-int": "en"}
every_file = pytest.mark.parametrize(
    ("kind", "language"), [(kind, language) for kind in TEXTS for language in LANGUAGES]
)


def held_to(name: str, made: bytes) -> None:
    golden = GOLDEN / name
    if os.environ.get("UPDATE_GOLDEN"):
        golden.write_bytes(made)
    assert made == golden.read_bytes()


@every_file
def test_the_rehearsal_gives_the_golden_file(kind: str, language: Language) -> None:
    held_to(f"debrief.{language}.{kind}", TEXTS[kind](document_of(language)).encode())


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_run_file_is_the_golden_one(language: Language) -> None:
    held_to(f"debrief.{language}.json", files_of("json", language)[""])


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_word_document_is_built_as_the_golden_outline(language: Language) -> None:
    made = "\n".join(outline(files_of("docx", language)[""])) + "\n"
    held_to(f"debrief.{language}.docx.txt", made.encode())


@pytest.mark.parametrize("kind", TABLES)
def test_the_tables_are_the_golden_ones(kind: str) -> None:
    files = files_of(kind, "da")
    assert len(files) == 4
    for name, made in files.items():
        held_to(f"{kind}.{name}.csv", made)


def test_every_golden_file_is_of_a_format_and_a_language() -> None:
    endings = (*TEXTS, "json", "docx.txt")
    expected = {f"debrief.{language}.{kind}" for kind in endings for language in LANGUAGES}
    expected |= {f"{kind}.{name}.csv" for kind in TABLES for name in files_of(kind, "da")}
    assert {file.name for file in GOLDEN.iterdir()} == expected


@pytest.mark.slow
def test_another_process_time_zone_and_hash_seed_give_the_same_bytes(tmp_path: Path) -> None:
    code = (
        "import sys; from simulator.export.rendering import html; "
        "from tests.export.rehearsed import document_of; "
        "sys.stdout.buffer.write(html(document_of('da')).encode())"
    )
    elsewhere = {
        "PYTHONPATH": str(ROOT),
        "PYTHONHASHSEED": "4711",
        "TZ": "Pacific/Auckland",
        "LC_ALL": "C",
        "PATH": os.environ["PATH"],
    }
    run = subprocess.run(
        [sys.executable, "-c", code], env=elsewhere, cwd=tmp_path, capture_output=True, check=True
    )
    assert run.stdout == (GOLDEN / "debrief.da.html").read_bytes()
