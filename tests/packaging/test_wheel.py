"""The wheel that a fresh machine installs: it has the scenarios, and plays without the checkout."""

import os
import subprocess
import sys
import tarfile
import zipfile
from email import message_from_string
from email.message import Message
from pathlib import Path

import pytest

from simulator import __version__

pytestmark = pytest.mark.slow

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the program as it is installed, and nothing else of ours."""
    folder = tmp_path_factory.mktemp("wheel")
    offline = ("--no-deps", "--no-index", "--no-build-isolation", "--disable-pip-version-check")
    build = (sys.executable, "-m", "pip", "wheel", *offline, "--wheel-dir", folder, ROOT)
    subprocess.run(build, check=True, capture_output=True)
    (wheel,) = folder.glob("*.whl")
    with zipfile.ZipFile(wheel) as packed:
        packed.extractall(folder / "site")
    return folder / "site"


def run(installed: Path, *words: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run the installed program from elsewhere, with the checkout out of sight."""
    command = [sys.executable, "-P", "-m", "simulator", *words]
    home = installed.parent / "home"
    places = {"PYTHONPATH": str(installed), "PRAKSISHUS_HOME": str(home)}
    return subprocess.run(
        command,
        cwd=installed.parent,
        env={**os.environ, **places, **environment},
        input="",
        capture_output=True,
        text=True,
        check=False,
    )


def found(folder: Path, pattern: str) -> set[Path]:
    return {path.relative_to(folder) for path in folder.rglob(pattern)}


def test_the_wheel_holds_the_days_and_the_library(installed: Path) -> None:
    shipped = found(ROOT / "scenarios", "*.yaml")
    assert shipped
    assert found(installed / "simulator" / "scenarios", "*.yaml") == shipped


def test_the_wheel_holds_templates_and_style_sheets(installed: Path) -> None:
    for kind in ("*.jinja", "*.css", "*.tcss"):
        source = found(ROOT / "simulator", kind)
        assert source
        assert found(installed / "simulator", kind) == source


def metadata(installed: Path) -> Message:
    (file,) = installed.glob("praksishus-*.dist-info/METADATA")
    return message_from_string(file.read_text("utf-8"))


def test_the_wheel_says_whose_it_is_and_on_what_terms(installed: Path) -> None:
    told = metadata(installed)
    assert told["License-Expression"] == "MPL-2.0 AND CC-BY-SA-4.0"
    assert told.get_all("License-File") == ["LICENSE"]
    assert told["Author"] == "The Praksishus developers"
    assert told["Version"] == __version__


def test_the_wheel_holds_the_licence_and_what_has_changed(installed: Path) -> None:
    (licence,) = installed.glob("praksishus-*.dist-info/licenses/LICENSE")
    assert licence.read_bytes() == (ROOT / "LICENSE").read_bytes()
    (changes,) = installed.glob("praksishus-*.data/data/share/doc/praksishus/CHANGELOG.md")
    assert changes.read_bytes() == (ROOT / "CHANGELOG.md").read_bytes()


def test_the_source_holds_the_licence_and_what_has_changed(tmp_path: Path) -> None:
    build = (sys.executable, "-m", "hatchling", "build", "-t", "sdist", "-d", tmp_path)
    subprocess.run(build, cwd=ROOT, check=True, capture_output=True)
    (source,) = tmp_path.glob("*.tar.gz")
    with tarfile.open(source) as packed:
        names = {name.partition("/")[2] for name in packed.getnames()}
    assert {"LICENSE", "CHANGELOG.md", "README.md", "pyproject.toml"} <= names
    assert {"simulator/__init__.py", "scenarios/README.md", "tests/__init__.py"} <= names


def test_the_installed_program_checks_a_day_of_its_own(installed: Path) -> None:
    day = installed / "simulator" / "scenarios" / "days" / "opvarmning.yaml"
    done = run(installed, "scenario", "check", str(day), "--language", "en")
    assert done.returncode == 0, done.stderr


def test_the_installed_program_plays_a_day_to_where_its_input_ends(installed: Path) -> None:
    done = run(installed, "play", "opvarmning", "--plain", "--language", "da")
    assert done.returncode == 0, done.stderr
    assert "Nordvig Kommune" in done.stdout
