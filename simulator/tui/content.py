"""How text from scenarios, session files and keyboards is made safe to show.

Textual reads square brackets in plain strings as markup, and markup can hold actions. So no string
is given to a widget as it is: it is cleaned here and wrapped as ``Content``, which is only shown.
"""

from textual.content import Content
from textual.style import Style

from simulator.core.untrusted import clean


def shown(text: str, style: str | Style = "", *, lines: bool = False) -> Content:
    """Return ``text`` as content that can only be seen: never markup, link, action or escape.

    With ``lines`` the line breaks are kept, otherwise they become spaces.
    """
    safe = clean(text, lines=lines)
    return Content.styled(safe, style) if style else Content(safe)


def stacked(*parts: Content) -> Content:
    """Return contents under one another."""
    return Content("\n").join(parts)
