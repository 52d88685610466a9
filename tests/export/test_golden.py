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
from simulator.export import KINDS
from tests.export.rehearsed import document_of

GOLDEN = Path(__file__).parent / "golden"
ROOT = Path(__file__).parents[2]
every_file = pytest.mark.parametrize(
    ("kind", "language"), [(kind, language) for kind in KINDS for language in LANGUAGES]
)


@every_file
def test_the_rehearsal_gives_the_golden_file(kind: str, language: Language) -> None:
    golden = GOLDEN / f"debrief.{language}.{kind}"
    made = KINDS[kind](document_of(language)).encode()
    if os.environ.get("UPDATE_GOLDEN"):
        golden.write_bytes(made)
    assert made == golden.read_bytes()


def test_every_golden_file_is_of_a_format_and_a_language() -> None:
    expected = {f"debrief.{language}.{kind}" for kind in KINDS for language in LANGUAGES}
    assert {file.name for file in GOLDEN.iterdir()} == expected


def test_another_process_time_zone_and_hash_seed_give_the_same_bytes(tmp_path: Path) -> None:
    code = (
        "import sys; from simulator.export import KINDS; "
        "from tests.export.rehearsed import document_of; "
        "sys.stdout.buffer.write(KINDS['html'](document_of('da')).encode())"
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
