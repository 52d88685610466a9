"""The exported documents: in Markdown and tables letter by letter, in other formats their outline.

The files in ``golden`` are what a fixed rehearsal gives, in every format and language. After a
change that is meant, write them anew and read what changed before it is committed::

    UPDATE_GOLDEN=1 pytest tests/export/test_golden.py && git diff tests/export/golden
"""

import json
import os
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from simulator.core.texts import LANGUAGES, Language
from simulator.export.rendering import html, markdown
from tests.export.outlines import of_html, of_run_file, of_word
from tests.export.pages import page, read, tokens
from tests.export.rehearsed import document_of, files_of
from tests.export.unpacked import outline as paragraphs

GOLDEN = Path(__file__).parent / "golden"
ROOT = Path(__file__).parents[2]
WORDS = ("text", "code_inline")
TABLES = {"csv": "da", "csv-int": "en"}
in_both = pytest.mark.parametrize("language", LANGUAGES)


def held_to(name: str, made: bytes) -> None:
    golden = GOLDEN / name
    if os.environ.get("UPDATE_GOLDEN"):
        golden.write_bytes(made)
    assert made == golden.read_bytes()


@in_both
def test_the_markdown_is_the_golden_one(language: Language) -> None:
    held_to(f"debrief.{language}.md", markdown(document_of(language)).encode())


OUTLINES: dict[str, Callable[[Language], list[str]]] = {
    "html": lambda language: of_html(html(document_of(language))),
    "docx": lambda language: of_word(files_of("docx", language)[""]),
    "json": lambda language: of_run_file(files_of("json", language)[""]),
}


@in_both
@pytest.mark.parametrize("kind", OUTLINES)
def test_the_other_formats_are_built_as_their_golden_outline(kind: str, language: Language) -> None:
    held_to(f"debrief.{language}.{kind}.txt", "\n".join([*OUTLINES[kind](language), ""]).encode())


def squeezed(words: str) -> str:
    """Words without what a format puts between them."""
    return re.sub(r"[\s:]+", "", words)


@in_both
def test_every_word_of_the_golden_markdown_stands_in_the_other_formats(language: Language) -> None:
    (body,) = page(html(document_of(language))).all("body")
    said = {"html": squeezed(body.text()), "docx": squeezed("".join(word(language)))}
    texts = [token for token in tokens(markdown(document_of(language))) if token.type == "inline"]
    assert len(texts) > 100
    for text in texts:
        words = "".join(part.content for part in text.children or () if part.type in WORDS)
        for kind, whole in said.items():
            assert squeezed(words) in whole, (kind, words)


def word(language: Language) -> list[str]:
    """The words of the Word document, line by line."""
    return [line.partition(": ")[2] for line in paragraphs(files_of("docx", language)[""])]


@in_both
def test_a_run_file_says_what_the_golden_markdown_says(language: Language) -> None:
    run = json.loads(files_of("json", language)[""])
    said = squeezed(read(markdown(document_of(language))))
    for statement in run["statements"]:
        assert squeezed(statement["says"]) in said
    assert len(run["statements"]) > 10


@pytest.mark.parametrize("kind", TABLES)
def test_the_tables_are_the_golden_ones(kind: str) -> None:
    files = files_of(kind, "da")
    assert len(files) == 4
    for name, made in files.items():
        held_to(f"{kind}.{name}.csv", made)


def test_every_golden_file_is_of_a_format_and_a_language() -> None:
    endings = ("md", *(f"{kind}.txt" for kind in OUTLINES))
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
    assert run.stdout == html(document_of("da")).encode()
