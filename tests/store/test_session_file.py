"""A session as one file: out here, in there; and files that somebody broke, bent or forged."""

import gzip
import json
import os
import zlib
from collections.abc import Callable, Iterator
from pathlib import Path
from random import Random
from stat import S_IMODE
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from simulator.casework.actions.day import GoHome, MarkMoment
from simulator.casework.actions.writing import AddNote
from simulator.store import packing
from simulator.store.codec import canonical
from simulator.store.engine import Store, open_store
from simulator.store.packing import pack, unpack
from simulator.store.problems import SessionFileProblem, StoreProblem
from simulator.store.session import Session, sessions
from simulator.store.session_file import export_session, import_session
from simulator.town.plain import to_plain
from tests.casework.small import CASE, a_town, an_opening, citizen
from tests.store.days import EVERY_DAY, a_script, the_day

Parts = dict[str, Any]


@pytest.fixture
def elsewhere(tmp_path: Path) -> Iterator[Store]:
    """A store on another machine."""
    opened = open_store(tmp_path / "elsewhere" / "sessions.sqlite")
    yield opened
    opened.close()


@pytest.fixture
def file(session: Session, store: Store, tmp_path: Path) -> Path:
    """A small session as a file, with words."""
    session.do(AddNote(CASE, "Ringet til Amina"))
    session.do(MarkMoment("Her gik det stærkt"))
    return export_session(store, session.id, tmp_path / "A.praksis", words=True)


def refused(store: Store, path: Path) -> str:
    """Why a file is not taken in; nothing of it may be."""
    before = sessions(store)
    with pytest.raises(SessionFileProblem) as told:
        import_session(store, path)
    assert sessions(store) == before
    return told.value.code


def parts_of(path: Path) -> Parts:
    return {name: json.loads(text) for name, text in unpack(path).items()}


def forged(path: Path, change: Callable[[Parts], object]) -> Path:
    """The file with its parts changed, and all its checksums right."""
    parts = parts_of(path)
    change(parts)
    path.write_bytes(pack(parts))
    return path


@EVERY_DAY
def test_a_whole_day_goes_out_and_in_on_another_machine(
    scenario: str, store: Store, elsewhere: Store, tmp_path: Path
) -> None:
    opening, town = the_day(scenario)
    played = Session.start(store, opening, town, "en")
    for command in a_script(opening, town):
        played.do(command)
    path = export_session(store, played.id, tmp_path / "dag.praksis")
    there = Session.resume(elsewhere, import_session(elsewhere, path))
    assert there.events == played.events
    assert there.town == played.town
    assert there.day == played.day
    assert (there.id, there.language) == (played.id, "en")
    assert sessions(elsewhere) == sessions(store)


def test_a_day_goes_on_where_it_came_in(file: Path, elsewhere: Store) -> None:
    there = Session.resume(elsewhere, import_session(elsewhere, file))
    there.do(GoHome())
    assert sessions(elsewhere)[0].ended


@pytest.mark.skipif(os.name == "nt", reason="has no modes of files")
def test_a_file_is_read_by_nobody_else_on_the_machine(file: Path) -> None:
    assert S_IMODE(file.stat().st_mode) == 0o600


def test_words_go_along_only_by_choice(
    session: Session, store: Store, elsewhere: Store, tmp_path: Path
) -> None:
    session.do(AddNote(CASE, "Ringet til Amina"))
    session.set_draft("note", "halvt skrevet")
    for words, expected in ((False, ""), (True, "Ringet til Amina")):
        path = export_session(store, session.id, tmp_path / "x.praksis", words=words)
        assert (b"Ringet" in gzip.decompress(path.read_bytes()).split(b"\n")[-1]) is words
        there = Session.resume(elsewhere, import_session(elsewhere, path, again=True))
        assert (there.words(1), there.draft("note")) == (expected, "")


def test_the_same_session_is_the_same_bytes_and_in_and_out_changes_nothing(
    file: Path, store: Store, session: Session, elsewhere: Store, tmp_path: Path
) -> None:
    again = export_session(store, session.id, tmp_path / "B.praksis", words=True)
    assert again.read_bytes() == file.read_bytes()
    id_ = import_session(elsewhere, file)
    out = export_session(elsewhere, id_, tmp_path / "C.praksis", words=True)
    assert out.read_bytes() == file.read_bytes()


def test_a_session_that_is_here_already_is_told_and_left(file: Path, store: Store) -> None:
    before = sessions(store)
    assert refused(store, file) == "file-there"
    assert sessions(store) == before


def test_both_are_kept_where_that_is_wanted(file: Path, store: Store, session: Session) -> None:
    id_ = import_session(store, file, again=True)
    assert id_ != session.id
    assert Session.resume(store, id_).events == session.events


def test_the_same_session_at_another_hour_is_told_which_is_further(
    file: Path, store: Store, session: Session, tmp_path: Path
) -> None:
    session.do(MarkMoment("videre"))
    assert refused(store, file) == "file-there-shorter"
    later = export_session(store, session.id, tmp_path / "later.praksis")
    before = open_store(tmp_path / "before.sqlite")
    import_session(before, file)
    assert refused(before, later) == "file-there-further"
    before.close()


def test_another_session_of_the_same_name_comes_in_under_a_name_of_its_own(
    session: Session, store: Store, elsewhere: Store, tmp_path: Path
) -> None:
    early = export_session(store, session.id, tmp_path / "early.praksis")
    import_session(elsewhere, early)
    session.do(AddNote(CASE, "noget"))
    Session.resume(elsewhere, session.id).do(GoHome())
    late = export_session(store, session.id, tmp_path / "late.praksis")
    assert import_session(elsewhere, late) != session.id


def test_there_is_no_file_of_no_session(store: Store, tmp_path: Path) -> None:
    with pytest.raises(StoreProblem) as told:
        export_session(store, "XXXX", tmp_path / "x.praksis")
    assert told.value.code == "no-session"
    assert not (tmp_path / "x.praksis").exists()


def test_a_file_that_cannot_be_written_leaves_what_was_there(
    session: Session, store: Store, tmp_path: Path
) -> None:
    (tmp_path / "folder.praksis").mkdir()
    for path in (tmp_path / "nowhere" / "x.praksis", tmp_path / "folder.praksis"):
        with pytest.raises(SessionFileProblem) as told:
            export_session(store, session.id, path)
        assert told.value.code == "file-not-written"
    assert not list(tmp_path.glob(".*.part"))


@pytest.mark.skipif(os.name == "nt", reason="links need rights on Windows")
def test_what_a_link_points_at_is_not_written_over(
    session: Session, store: Store, tmp_path: Path
) -> None:
    precious = tmp_path / "precious"
    precious.write_text("do not touch")
    (tmp_path / "x.praksis").symlink_to(precious)
    export_session(store, session.id, tmp_path / "x.praksis")
    assert precious.read_text() == "do not touch"
    assert not (tmp_path / "x.praksis").is_symlink()


def test_a_file_cut_anywhere_is_refused(file: Path, store: Store) -> None:
    whole = file.read_bytes()
    told = set()
    for length in range(0, len(whole), 10):
        file.write_bytes(whole[:length])
        told.add(refused(store, file))
    assert told == {"file-not-ours", "file-cut"}


def unzipped(packed: bytes) -> bytes:
    """What is in an envelope; nothing where it cannot be opened."""
    try:
        return zlib.decompress(packed, wbits=31)
    except zlib.error:
        return b""


def test_a_file_with_a_changed_byte_is_refused(file: Path, store: Store, session: Session) -> None:
    whole, chance = file.read_bytes(), Random(5)
    for _ in range(300):
        bent = bytearray(whole)
        at = chance.randrange(len(whole))
        bent[at] ^= 1 << chance.randrange(8)
        file.write_bytes(bent)
        # The envelope's date and system, and bits no unpacker reads, hold nothing of the session.
        if 4 <= at < 10 or unzipped(bent) == gzip.decompress(whole):
            here = import_session(store, file, again=True)
            assert Session.resume(store, here).events == session.events
        else:
            assert refused(store, file) in ("file-changed", "file-cut", "file-not-ours")


def test_something_after_the_end_is_refused(file: Path, store: Store) -> None:
    file.write_bytes(file.read_bytes() + b"more")
    assert refused(store, file) == "file-changed"


def test_a_checksum_that_does_not_fit_is_refused(file: Path, store: Store) -> None:
    head, *lines = gzip.decompress(file.read_bytes()).decode().split("\n")
    header = json.loads(head)
    header["parts"][1][1] = "0" * 32
    file.write_bytes(gzip.compress("\n".join([canonical(header), *lines]).encode()))
    assert refused(store, file) == "file-changed"


def test_a_file_of_a_newer_program_says_so(
    file: Path, store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    parts = parts_of(file)
    with monkeypatch.context() as newer:
        newer.setattr(packing, "FORMAT", 3)
        file.write_bytes(pack(parts))
    assert refused(store, file) == "file-newer"


def test_a_file_of_an_older_program_is_upgraded(
    file: Path, elsewhere: Store, session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    forged(file, lambda parts: parts.update(place=parts.pop("town")))
    assert refused(elsewhere, file) == "file-not-ours"
    monkeypatch.setattr(packing, "FORMAT", 3)
    monkeypatch.setitem(packing.UPGRADES, 2, lambda parts: {"town": parts.pop("place"), **parts})
    assert Session.resume(elsewhere, import_session(elsewhere, file)).events == session.events


def test_a_bomb_is_not_unpacked(file: Path, store: Store) -> None:
    file.write_bytes(gzip.compress(b"0" * (packing.MOST_UNPACKED + 1)))
    assert refused(store, file) == "file-too-large"


def test_a_part_of_very_many_small_things_is_not_parsed(
    file: Path, store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(packing, "MOST_VALUES", 5_000)
    forged(file, lambda parts: parts.update(words=[[]] * 5_001))
    assert refused(store, file) == "file-too-large"


def test_a_huge_file_is_not_read_to_its_end(file: Path, store: Store) -> None:
    with file.open("wb") as hole:
        hole.truncate(packing.MOST_PACKED + 1)
    assert refused(store, file) == "file-too-large"


NOT_ZIPPED = {
    "nothing": b"",
    "the beginning of a zip": b"\x1f\x8b",
    "another kind of zip": b"PK\x03\x04",
    "a scenario": b"scenario: x\n",
}
ZIPPED = {
    "nothing, zipped": b"",
    "bytes that are no text": b"\xff\xfe\x00",
    "nothing at all": b"null",
    "a list": b"[]",
    "an empty header": b"{}",
    "a header without parts": b'{"praksishus":1}',
    "a format in words": b'{"praksishus":"1","parts":[]}',
    "a format that is a truth": b'{"praksishus":true,"parts":[]}',
    "a format before the first": b'{"praksishus":0,"parts":[]}',
    "no parts": b'{"praksishus":1,"parts":[]}',
    "a part without a checksum": b'{"praksishus":1,"parts":[["events"]]}\n[]',
    "parts that are a number": b'{"praksishus":1,"parts":7}\n[]',
    "very many lines": b"\n" * 1_000_000,
    "a very long header": b"[" * 1_000_000,
    "a very deep header": b'{"praksishus":' + b"[" * 1_900,
}


@pytest.mark.parametrize("what", [*NOT_ZIPPED, *ZIPPED])
def test_what_is_not_a_session_at_all_is_refused(what: str, store: Store, tmp_path: Path) -> None:
    path = tmp_path / "x.praksis"
    path.write_bytes(gzip.compress(ZIPPED[what]) if what in ZIPPED else NOT_ZIPPED[what])
    assert refused(store, path) in ("file-not-ours", "file-cut", "file-changed")


def test_what_cannot_be_read_is_told(store: Store, tmp_path: Path) -> None:
    (tmp_path / "folder").mkdir()
    (tmp_path / "loop").symlink_to(tmp_path / "loop")
    (tmp_path / "dangling").symlink_to(tmp_path / "nothing")
    for name in ("folder", "nothing", "loop", "dangling", "a\x00b", "x" * 300):
        assert refused(store, tmp_path / name) == "file-not-read"


@pytest.mark.skipif(os.name == "nt", reason="pipes lie elsewhere on Windows")
def test_a_pipe_is_not_waited_for(store: Store, tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    assert refused(store, tmp_path / "pipe") == "file-not-read"
    assert refused(store, Path("/dev/zero")) == "file-not-read"


@pytest.mark.skipif(os.name == "nt", reason="links need rights on Windows")
def test_a_link_to_a_session_file_is_that_file(
    file: Path, elsewhere: Store, tmp_path: Path, session: Session
) -> None:
    (tmp_path / "link.praksis").symlink_to(file)
    id_ = import_session(elsewhere, tmp_path / "link.praksis")
    assert Session.resume(elsewhere, id_).events == session.events


def edit_event(at: int, **changes: object) -> Callable[[Parts], None]:
    def change(parts: Parts) -> None:
        kind, text = parts["events"][at]
        parts["events"][at] = [kind, canonical({**json.loads(text), **changes})]

    return change


def drop(at: int) -> Callable[[Parts], None]:
    return lambda parts: parts["events"].pop(at)


def edit_command(
    name: str = "mark_moment", text: str = "{}", **changes: object
) -> Callable[[Parts], None]:
    def change(parts: Parts) -> None:
        seq, seat, _, _ = parts["commands"][-1]
        place = {"seq": seq, "seat": seat, **changes}
        parts["commands"][-1] = [place["seq"], place["seat"], name, text]

    return change


def edit_opening(change: Callable[[dict[str, Any]], object]) -> Callable[[Parts], None]:
    def edit(parts: Parts) -> None:
        event = json.loads(parts["events"][0][1])
        change(event["opening"])
        parts["events"][0][1] = canonical(event)

    return edit


FORGERIES: dict[str, Callable[[Parts], object]] = {
    "an event is missing": drop(4),
    "the opening is missing": drop(0),
    "there are no events": lambda parts: parts["events"].clear(),
    "two events have changed places": lambda p: p["events"].insert(3, p["events"].pop(4)),
    "an event lacks something": lambda parts: parts["events"].__setitem__(7, ["case.opened", "{}"]),
    "an event is not a pair": lambda parts: parts["events"].append(["time.passed"]),
    "an event is in the past": edit_event(-1, minute=3),
    "an event is before midnight": edit_event(0, minute=-1),
    "an event is far ahead": edit_event(-1, minute=10**30),
    "an event is about a case there is not": edit_event(-1, case="S-999"),
    "an event comes from the future": edit_event(-1, because=[10**6]),
    "the commands are gone": lambda parts: parts.pop("commands"),
    "a command has made no event": edit_command(seq=10**6),
    "a command comes before the one before it": edit_command(seq=0),
    "a command comes from no seat": edit_command(seat="window"),
    "a command is not written as we write it": edit_command(text='{ "words": ""}'),
    "a command comes from a seat there is not": edit_command(seat=2**70),
    "a command comes before the day": edit_command(seq=0),
    "a command has somebody's words": edit_command(text='{"words":"0101901234"}'),
    "a command has text that acts": edit_command(text='{"words":"\u001b[2J"}'),
    "the shapes are of no version": lambda parts: parts["session"].update(shapes="2"),
    "the shapes are of before the first": lambda parts: parts["session"].update(shapes=0),
    "text acts on the terminal": edit_event(4, by="\x1b[2Jplayer"),
    "text runs the wrong way": edit_event(4, by="\u202ereyalp"),
    "text cannot be seen": edit_event(4, by="pla\u200byer"),
    "the town is another town": lambda p: p.update(town=to_plain(a_town(since=19_000))),
    "the town is empty": lambda p: p.update(town=to_plain(a_town(citizen("x")))),
    "the town is nothing": lambda parts: parts.update(town=None),
    "the town is gone": lambda parts: parts.pop("town"),
    "the session is gone": lambda parts: parts.pop("session"),
    "there is a part we do not know": lambda parts: parts.update(code="import os"),
    "the language is not ours": lambda parts: parts["session"].update(language="tlh"),
    "the pseudonym is a path": lambda parts: parts["session"].update(id="../x"),
    "the pseudonym is a number": lambda parts: parts["session"].update(id=1234),
    "the date is no date": lambda parts: parts["session"].update(played_on="i går"),
    "the date is a number": lambda parts: parts["session"].update(played_on=20260202),
    "words are of no event": lambda parts: parts["words"].append([99, "x"]),
    "words are of no number": lambda parts: parts["words"].append(["1", "x"]),
    "words stand twice": lambda parts: parts["words"].append([1, "x"]),
    "words are no text": lambda parts: parts["words"].__setitem__(0, [1, {"a": 1}]),
    "words are not words": lambda parts: parts.update(words=7),
    "the scenario has no case types": edit_opening(lambda one: one.update(case_types={})),
    "the scenario has no systems": edit_opening(lambda one: one["landscape"].update(systems={})),
    "the scenario's rule is no rule": edit_opening(
        lambda one: one["case_types"]["subsidy"]["steps"][0].update(expression="__import__('os')")
    ),
    "the scenario is of another year": edit_opening(lambda one: one.update(date=10**12)),
}


NEWER: dict[str, Callable[[Parts], object]] = {
    "an event says more than events do": edit_event(4, score=100),
    "an event is of no kind": lambda parts: parts["events"][7].__setitem__(0, "case.eaten"),
    "an event is of another kind": lambda parts: parts["events"][7].__setitem__(0, "time.passed"),
    "the opening says more than openings do": edit_opening(lambda one: one.update(weather="rain")),
    "a command says more than commands do": edit_command(text='{"words":"","mood":1}'),
    "a command is of no name": edit_command(name="eat_case"),
    "the shapes are of a version to come": lambda parts: parts["session"].update(shapes=99),
}


@pytest.mark.parametrize("what", NEWER)
def test_what_only_a_newer_program_knows_is_told_as_that(
    what: str, file: Path, store: Store
) -> None:
    assert refused(store, forged(file, NEWER[what])) == "file-newer"


@pytest.mark.parametrize("forgery", FORGERIES)
def test_a_forged_file_with_right_checksums_is_refused_where(
    forgery: str, file: Path, store: Store
) -> None:
    assert refused(store, forged(file, FORGERIES[forgery])) == "file-not-ours"


def test_a_town_with_text_that_acts_is_refused(
    store: Store, elsewhere: Store, tmp_path: Path
) -> None:
    names = citizen("amina", given="\x1b]0;owned\x07Amina"), citizen("bodil")
    played = Session.start(store, an_opening(), a_town(*names), "da")
    path = export_session(store, played.id, tmp_path / "x.praksis")
    assert refused(elsewhere, path) == "file-not-ours"


def test_words_from_a_file_come_in_as_they_can_be_shown(file: Path, elsewhere: Store) -> None:
    forged(file, lambda parts: parts["words"].__setitem__(0, [1, "\x1b[31mrød \u202etxet\nny"]))
    there = Session.resume(elsewhere, import_session(elsewhere, file))
    assert there.words(1) == "[31mrød txet\nny"


def any_json() -> st.SearchStrategy[Any]:
    leaves = st.none() | st.booleans() | st.integers() | st.text(max_size=5)
    return st.recursive(
        leaves, lambda inner: st.lists(inner) | st.dictionaries(st.text(max_size=5), inner)
    )


@given(data=st.data())
@settings(deadline=None, max_examples=60, suppress_health_check=list(HealthCheck))
def test_whatever_stands_anywhere_in_a_file_it_is_taken_whole_or_refused(
    data: st.DataObject, file: Path, elsewhere: Store
) -> None:
    whole = parts_of(file)
    parts: Any = {**whole, "events": [[kind, json.loads(text)] for kind, text in whole["events"]]}
    here = parts
    for _ in range(data.draw(st.integers(1, 9))):
        keys = list(here) if isinstance(here, dict) else list(range(len(here)))
        key = data.draw(st.sampled_from(keys))
        if not isinstance(here[key], dict | list) or not here[key]:
            break
        here = here[key]
    else:
        key = data.draw(st.sampled_from(list(here) if isinstance(here, dict) else [0]))
    here[key] = data.draw(any_json())
    events = parts["events"]
    if isinstance(events, list):
        parts["events"] = [
            [e[0], canonical(e[1])] if type(e) is list and len(e) > 1 else e for e in events
        ]
    bent = file.with_name("bent.praksis")
    bent.write_bytes(pack(parts))
    try:
        id_ = import_session(elsewhere, bent)
    except SessionFileProblem:
        return
    Session.resume(elsewhere, id_).view()
