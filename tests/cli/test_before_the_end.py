"""Before a day is over nothing that can be asked of it from the shell has its answer."""

import io
from pathlib import Path

import pytest

from simulator.casework.actions.day import GoHome
from simulator.core.texts import LANGUAGES, Language
from simulator.export.formats import KINDS
from simulator.plain.console import Console
from simulator.plain.debriefing import Debriefing
from simulator.rehearsal.ways import set_for, way_of
from simulator.scenario.words import texts
from simulator.store.engine import open_store
from simulator.store.session import Session
from tests.cli.conftest import Shell
from tests.export.test_held_back import secret, text_of
from tests.rehearsal.ways import THURSDAY, loaded, worked

HABIT = "trusting"


@pytest.fixture
def half(home: Path) -> str:
    """The name of a session of a day that has been worked, but for going home."""
    store = open_store()
    day = loaded(THURSDAY)
    begun = Session.start(store, set_for(day.opening, way_of(HABIT)), day.town, "da")
    for command in worked(THURSDAY, HABIT).commands:
        if not isinstance(command, GoHome):
            begun.do(command)
    assert begun.view().briefed
    assert not begun.day.ended
    store.close()
    return begun.id


@pytest.mark.parametrize("language", LANGUAGES)
def test_neither_debrief_nor_files_nor_watching_has_it(
    shell: Shell, half: str, language: Language
) -> None:
    held_back = texts()["export.held-back"].in_(language)
    read_out = shell("debrief", half, "--plain", "--language", language)
    assert held_back in " ".join(read_out.out.split())
    shell("export", half, "--to", ",".join(KINDS), "--output", "ud", "--language", language)
    files = {file.name: file for file in Path("ud").iterdir()}
    taken_out = [
        text_of(file.suffix[1:], {"": file.read_bytes()}) for name, file in sorted(files.items())
    ]
    assert len(taken_out) > len(KINDS)
    watched = shell("sessions", "watch", half, "--plain", "--language", language)
    told = "\n".join([read_out.out, read_out.err, watched.out, *taken_out])
    assert len(told) > 20_000
    assert [line for line in secret(THURSDAY, HABIT, language) if line in told] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_neither_the_parts_nor_any_event_of_its_debrief_has_it(
    half: str, language: Language
) -> None:
    store = open_store()
    session = Session.resume(store, half)
    numbers = map(str, range(len(session.events)))
    typed = "\n".join(["all", "parts", *map(str, range(1, 14)), "0", "event", *numbers, "", "0"])
    out = io.StringIO()
    Debriefing(session, Console(io.StringIO(typed), out, language), Path()).run()
    store.close()
    told = out.getvalue()
    assert len(told) > 20_000
    assert [line for line in secret(THURSDAY, HABIT, language) if line in told] == []
