"""Pictures as PNG, for documents that cannot hold a drawing; loaded when the first is wanted."""

from functools import cache
from pathlib import Path

import resvg_py

from simulator.debrief.blocks import Picture
from simulator.export.rendering import drawing, looks

FAMILY = "DejaVu Sans"
"""The letters of the pictures where there are any; it has every sign of the key."""
_FOLDERS = ("/usr/share/fonts/truetype/dejavu", "/usr/share/fonts/TTF", "/usr/share/fonts/dejavu")
_NAMES = ("DejaVuSans.ttf", "DejaVuSans-Bold.ttf")
_PROBE = '<svg xmlns="http://www.w3.org/2000/svg" width="40" height="20">{}</svg>'
PIXELS = 1800
"""Across: sharp on paper at the width of a page."""


def paint(picture: Picture) -> bytes | None:
    """Return a picture as PNG; nothing where no letters are found to write it with.

    The painter leaves text out in silence then, and a picture without its words misleads.
    """
    return _painted(drawing(picture), looks(), PIXELS) if has_letters() else None


@cache
def has_letters() -> bool:
    """Say whether text is seen in a picture that is painted here."""
    text = '<text x="2" y="15">Æg</text>'
    return _painted(_PROBE.format(text), "", 40) != _painted(_PROBE.format(""), "", 40)


def _painted(svg: str, sheet: str, across: int) -> bytes:
    files = _files()
    letters = f'\nsvg {{ font-size: 14px }} svg text {{ font-family: "{FAMILY}", sans-serif }}'
    return bytes(
        resvg_py.svg_to_bytes(
            svg_string=svg,
            background="#ffffff",
            width=across,
            style_sheet=sheet + letters,
            skip_system_fonts=bool(files),
            font_files=list(files),
            font_family=FAMILY,
            sans_serif_family=FAMILY if files else None,
        )
    )


@cache
def _files() -> tuple[str, ...]:
    """Return the files of the letters; where there are none, the whole machine is looked through.

    They are read for every picture, so there are no more of them than the pictures have use for.
    """
    found = (Path(folder, name) for folder in _FOLDERS for name in _NAMES)
    return tuple(str(file) for file in found if file.is_file())
