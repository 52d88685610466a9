"""Reports of the program's own faults: where it broke, and no word of any person."""

import platform
import traceback
from collections.abc import Iterator
from functools import cache
from itertools import count
from pathlib import Path

from simulator import __version__

HERE = Path(__file__).resolve().parents[2]


def write_report(fault: BaseException) -> str:
    """Write what broke and where into the folder of the sessions, and return the file's path.

    Returns ``""`` if it could not be written. It holds kinds of exceptions, files, lines and
    functions only: a message, value, argument or path of the machine could hold words of a person.
    """
    return _written(_folder(), _text(fault))


def write_report_once(fault: Exception) -> str:
    """Write a report of a fault that did not stop the program, as ``write_report`` does.

    The same fault at the same place is written once as long as the program runs.
    """
    return _written_once(_folder(), _text(fault))


def _folder() -> Path:
    from simulator.store.engine import home

    return home() / "reports"


def _written(folder: Path, text: str) -> str:
    try:
        folder.mkdir(parents=True, exist_ok=True)
        path = next(path for n in count(1) if not (path := folder / f"report-{n}.txt").exists())
        path.write_text(text, encoding="utf-8")
    except OSError:
        return ""
    return str(path)


_written_once = cache(_written)


def _text(fault: BaseException) -> str:
    return "".join(f"{line}\n" for line in _lines(fault))


def _lines(fault: BaseException) -> Iterator[str]:
    yield f"Praksishus {__version__}, Python {platform.python_version()}, {platform.system()}"
    seen: set[int] = set()
    current: BaseException | None = fault
    while current is not None and id(current) not in seen:
        seen.add(id(current))
        yield f"{type(current).__module__}.{type(current).__qualname__}"
        for frame in traceback.extract_tb(current.__traceback__):
            yield f"  {_file(frame.filename)}:{frame.lineno} {frame.name}"
        current = current.__cause__ or current.__context__


def _file(name: str) -> str:
    path = Path(name)
    return path.relative_to(HERE).as_posix() if path.is_relative_to(HERE) else path.name
