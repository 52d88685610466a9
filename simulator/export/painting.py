"""Pictures as PNG, for documents that cannot hold an SVG; loaded with the first such picture."""

from functools import cache
from pathlib import Path

import resvg_py

from simulator.debrief.blocks import Picture
from simulator.export.rendering import drawing, looks

FAMILY = "DejaVu Sans"
"""The preferred font of the pictures; it has every sign of the key."""
_FOLDERS = ("/usr/share/fonts/truetype/dejavu", "/usr/share/fonts/TTF", "/usr/share/fonts/dejavu")
_NAMES = ("DejaVuSans.ttf", "DejaVuSans-Bold.ttf")
_PROBE = '<svg xmlns="http://www.w3.org/2000/svg" width="40" height="20">{}</svg>'
PIXELS = 1800
"""The width of a PNG in pixels: sharp on paper at the width of a page."""


def paint(picture: Picture) -> bytes | None:
    """Return a picture as PNG, or ``None`` if this machine has no font to write its text with.

    Without a font the painter leaves text out silently, and a picture without its words misleads.
    """
    return _painted(drawing(picture), looks(), PIXELS) if has_letters() else None


@cache
def has_letters() -> bool:
    """Return whether this machine has a font, so that text shows in a painted picture."""
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
    """Return the files of the preferred font; if ``()``, the painter searches the whole machine.

    They are read for every picture, so only the two styles that the pictures use are listed.
    """
    paths = (Path(folder, name) for folder in _FOLDERS for name in _NAMES)
    return tuple(str(file) for file in paths if file.is_file())
