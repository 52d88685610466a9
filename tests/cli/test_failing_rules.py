"""A rule of the debrief that fails by a fault of ours: reported, told, and the rest goes on."""

from pathlib import Path

import pytest

from simulator.casework.actions.day import AcceptPrebrief, GoHome
from simulator.debrief.evidence import Evidence
from simulator.debrief.indicators import SPEAKS
from simulator.store.engine import open_store
from simulator.store.session import Session
from tests.casework.small import a_town, an_opening
from tests.cli.conftest import Shell

FAILED = {
    "da": ("Reglen K1 kunne ikke regnes ud", "Der ligger en rapport i "),
    "en": ("The rule K1 could not be worked out", "A report has been written to "),
}
IN_BOTH = pytest.mark.parametrize("language", FAILED)


@pytest.fixture
def session(home: Path) -> str:
    """The name of a small session whose day is over."""
    store = open_store()
    begun = Session.start(store, an_opening(), a_town(), "da")
    for command in (AcceptPrebrief(), GoHome()):
        begun.do(command)
    assert begun.day.ended
    store.close()
    return begun.id


@pytest.fixture
def report(home: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where the report of a rule is to lie that fails over what somebody wrote."""

    def fails(evidence: Evidence) -> None:
        raise KeyError("hendes egne ord")

    monkeypatch.setitem(SPEAKS, "K1", fails)  # type: ignore[arg-type]
    return home / "reports" / "report-1.txt"


def holds(report: Path) -> None:
    told = report.read_text("utf-8")
    assert "builtins.KeyError" in told
    assert "test_failing_rules.py" in told
    assert "egne ord" not in told


@IN_BOTH
def test_a_debrief_in_plain_tells_of_it_and_goes_on(
    shell: Shell, session: str, report: Path, language: str
) -> None:
    said = shell("debrief", session, "--plain", "--language", language)
    assert said.code == 0
    rule, lies = FAILED[language]
    assert rule in said.out
    assert f"{lies}{report}" in said.out
    assert "K2 · " in said.out
    holds(report)


@IN_BOTH
def test_a_file_names_the_rule_but_no_place_on_this_machine(
    shell: Shell, session: str, report: Path, language: str
) -> None:
    said = shell("export", session, "--to", "md", "--output", "ud", "--language", language)
    assert said.code == 0
    rule, lies = FAILED[language]
    assert rule in said.err
    assert f"{lies}{report}" in said.err
    (file,) = map(Path, said.out.splitlines())
    assert rule in file.read_text("utf-8")
    assert str(report) not in file.read_text("utf-8")
    holds(report)
