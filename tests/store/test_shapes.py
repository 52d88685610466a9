"""The shapes of what is stored are pinned: a session that was played once is to open for ever."""

from collections.abc import Callable
from difflib import unified_diff
from pathlib import Path
from typing import Any

import pytest

from simulator.casework.actions.day import MarkMoment
from simulator.casework.actions.writing import AddNote
from simulator.store import shapes
from simulator.store.codec import decode, decode_command, encode
from simulator.store.engine import Store, open_store
from simulator.store.problems import StoreProblem, WrittenByNewer
from simulator.store.session import Session
from simulator.store.session_file import export_session, import_session
from tests.casework.small import CASE
from tests.store.shapes import stored_shapes
from tests.store.test_commands_kept import kept_commands

PINNED = Path(__file__).parent / "pinned"
"""A file a version of the shapes, by its number."""
NOW, NEXT = shapes.VERSION, shapes.VERSION + 1

WHAT_TO_DO = """What is stored has another shape than version {version} of the shapes says:

{changes}
If a released program has written version {version}, it stays as it is: add version {next} to
``SHAPES`` in simulator/store/shapes.py, to ``UPGRADES`` what turns the older into it, and write
the new shapes to {path}. If no released program has, write the new shapes over {path}.
Print them with ``python -m tests.store.shapes``.
"""


def test_the_stored_shapes_are_those_of_their_version() -> None:
    path = PINNED / f"{shapes.VERSION}.txt"
    pinned, now = path.read_text("utf-8"), stored_shapes()
    changes = "\n".join(unified_diff(pinned.splitlines(), now.splitlines(), "then", "now", n=0))
    assert pinned == now, WHAT_TO_DO.format(
        version=shapes.VERSION, next=shapes.VERSION + 1, path=path.name, changes=changes
    )


def test_every_version_of_the_shapes_is_pinned() -> None:
    assert sorted(shapes.SHAPES) == list(range(1, shapes.VERSION + 1))
    assert {path.stem for path in PINNED.iterdir()} == {str(n) for n in shapes.SHAPES}


def renamed(before: str, after: str) -> Callable[[dict[str, Any]], dict[str, Any]]:
    return lambda plain: {after if name == before else name: at for name, at in plain.items()}


def test_an_event_and_a_command_of_an_earlier_shape_are_brought_up(
    session: Session, store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As if an earlier version had said ``word`` where this one says ``words``."""
    session.do(AddNote(CASE, "Ringet til Amina"))
    session.do(MarkMoment("Her gik det stærkt"))
    kept = store.read(lambda c: c.exec_driver_sql("SELECT seq, data FROM eventrow").all())
    monkeypatch.setattr(shapes, "VERSION", NEXT)
    steps = {"note.added": renamed("word", "words"), "add_note": renamed("word", "words")}
    monkeypatch.setitem(shapes.UPGRADES, NOW, steps)
    noted = next(event for event in session.events if event.kind == "note.added")
    old = encode(noted).replace('"words"', '"word"')
    assert decode("note.added", old, NOW) == noted
    assert decode("note.added", old, NOW, foreign=True) == noted
    note = kept_commands(session)[-2]
    older = encode(note).replace('"words"', '"word"')
    assert decode_command("add_note", older, NOW) == note
    with pytest.raises(WrittenByNewer):
        decode("note.added", old, NEXT)
    assert kept


def test_a_session_that_an_older_and_a_newer_program_wrote_on_in_turn_is_whole(
    session: Session, store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    session.do(MarkMoment("Skrevet i den ældre form"))
    with monkeypatch.context() as newer:
        newer.setattr(shapes, "VERSION", NEXT)
        later = Session.resume(store, session.id)
        later.do(MarkMoment("Skrevet i den nyere"))
        assert Session.resume(store, session.id).events == later.events
        out = export_session(store, session.id, tmp_path / "nyere.praksis")
    with pytest.raises(StoreProblem) as problem:
        Session.resume(store, session.id)
    assert problem.value.code == "session-newer"
    elsewhere = open_store(tmp_path / "elsewhere.sqlite")
    with pytest.raises(StoreProblem) as problem:
        import_session(elsewhere, out)
    assert problem.value.code == "file-newer"
    elsewhere.close()


def test_what_a_newer_program_wrote_is_never_passed_over() -> None:
    for kind, text in (
        ("moment.marked", '{"seq":1,"minute":480,"mood":"good"}'),
        ("moment.felt", '{"seq":1,"minute":480}'),
        ("citizen.asked", '{"seq":1,"minute":480,"citizen":"a","path":"p","certainty":"sure",'
         '"field":{"path":"p","subject":"a","source":"citizen","state":"shown","mood":1}}'),
    ):  # fmt: skip
        with pytest.raises(WrittenByNewer):
            decode(kind, text)
