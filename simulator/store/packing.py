"""The outside of a session file: gzipped lines, a header with checksums, then one part a line.

Read as hostile: bounded before it is unpacked, while it is unpacked and before it is parsed, and
no part is looked at whose checksum is wrong.
"""

import gzip
import json
import os
import secrets
import stat
import zlib
from collections.abc import Callable, Mapping
from contextlib import suppress
from functools import partial
from hashlib import blake2b
from pathlib import Path
from typing import Any

from simulator.store.codec import canonical
from simulator.store.problems import SessionFileProblem

FORMAT = 2


def _with_commands(parts: dict[str, str]) -> dict[str, str]:
    """1 to 2: the session says in which shapes it is written; its commands were not kept."""
    session = {**json.loads(parts["session"]), "shapes": 1}
    return {**parts, "session": canonical(session), "commands": "[]"}


UPGRADES: dict[int, Callable[[dict[str, str]], dict[str, str]]] = {1: _with_commands}
"""By the format they upgrade the parts of a file from, to the next. A step is never changed."""
MOST_PACKED, MOST_UNPACKED = 20_000_000, 60_000_000
"""Bytes."""
MOST_VALUES = 4_000_000
"""Values in one part: what it takes in memory grows with them, not with its bytes."""
LONGEST_HEADER = 2_000
MOST_PARTS = 10

_GZIP = b"\x1f\x8b"


def pack(parts: Mapping[str, Any]) -> bytes:
    """Return the bytes of a file with some parts; equal parts are equal bytes."""
    texts = {name: canonical(part) for name, part in parts.items()}
    sums = [[name, _checksum(text)] for name, text in texts.items()]
    lines = (canonical({"praksishus": FORMAT, "parts": sums}), *texts.values())
    return gzip.compress("\n".join(lines).encode(), mtime=0)


def unpack(path: Path) -> dict[str, str]:
    """Return the parts of a file, each as text. Raises ``SessionFileProblem``."""
    try:
        return _parts(_unzipped(_packed(path), path), path)
    except (ValueError, KeyError, TypeError, RecursionError) as fault:
        raise SessionFileProblem("file-not-ours", path=str(path)) from fault


def write(path: Path, data: bytes) -> None:
    """Write beside the place and move there: a full disk leaves what was there before.

    Nobody else on the machine may read it: it can hold the student's own words.
    Raises ``SessionFileProblem``.
    """
    beside = path.with_name(f".{secrets.token_hex(8)}.part")
    try:
        with open(beside, "xb", opener=partial(os.open, mode=0o600)) as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        beside.replace(path)
    except (OSError, ValueError) as fault:
        with suppress(OSError, ValueError):  # it never came to be
            beside.unlink(missing_ok=True)
        raise SessionFileProblem("file-not-written", path=str(path)) from fault


def _checksum(text: str) -> str:
    return blake2b(text.encode(), digest_size=16).hexdigest()


def _packed(path: Path) -> bytes:
    try:
        if not stat.S_ISREG(path.stat().st_mode):  # a pipe would never end
            raise SessionFileProblem("file-not-read", path=str(path))
        with path.open("rb") as file:
            packed = file.read(MOST_PACKED + 1)
    except (OSError, ValueError) as fault:
        raise SessionFileProblem("file-not-read", path=str(path)) from fault
    if len(packed) > MOST_PACKED:
        raise SessionFileProblem("file-too-large", path=str(path))
    return packed


def _unzipped(packed: bytes, path: Path) -> str:
    if not packed.startswith(_GZIP):
        raise SessionFileProblem("file-not-ours", path=str(path))
    unpacker = zlib.decompressobj(wbits=31)
    try:
        data = unpacker.decompress(packed, MOST_UNPACKED)
    except zlib.error as fault:
        raise SessionFileProblem("file-changed", path=str(path)) from fault
    if unpacker.unconsumed_tail:
        raise SessionFileProblem("file-too-large", path=str(path))
    if not unpacker.eof:
        raise SessionFileProblem("file-cut", path=str(path))
    if unpacker.unused_data:
        raise SessionFileProblem("file-changed", path=str(path))
    return data.decode()


def _parts(text: str, path: Path) -> dict[str, str]:
    first, *lines = text.split("\n", MOST_PARTS)
    if len(first) > LONGEST_HEADER:
        raise ValueError("no header")
    header = json.loads(first)
    if type(header["praksishus"]) is not int:
        raise ValueError("no format")
    if header["praksishus"] > FORMAT:
        raise SessionFileProblem("file-newer", path=str(path))
    sums = header["parts"]
    if [_checksum(line) for line in lines] != [sum_ for _, sum_ in sums]:
        raise SessionFileProblem("file-changed", path=str(path))
    if any(sum(map(line.count, "[{,")) > MOST_VALUES for line in lines):
        raise SessionFileProblem("file-too-large", path=str(path))
    parts = {name: line for (name, _), line in zip(sums, lines, strict=True)}
    for older in range(header["praksishus"], FORMAT):
        parts = UPGRADES[older](parts)
    return parts
