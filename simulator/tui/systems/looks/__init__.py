"""The looks there are. A look is a module here with one ``LOOK``; nothing else lists it."""

from collections.abc import Mapping
from importlib import import_module
from pkgutil import iter_modules

from simulator.casework.seeing import DeskView
from simulator.casework.views import PageView
from simulator.core.texts import Teller
from simulator.tui.systems.fields import Face
from simulator.tui.systems.look import Look
from simulator.tui.systems.plain import PLAIN

LOOKS: Mapping[str, Look] = {
    module.name.replace("_", "-"): import_module(f"{__name__}.{module.name}").LOOK
    for module in iter_modules(__path__)
}
"""Every look by the name that the files of systems have for it."""


def look_of(name: str) -> Look:
    """Return a look by its name; one that nobody has drawn yet is the plain one."""
    return LOOKS.get(name, PLAIN)


def look_class(name: str) -> str:
    """Return the class that lays a widget on the paper of a look.

    The name may come from a session file that somebody else wrote; only a known one is used.
    """
    return f"-{name}" if name in LOOKS else "-plain"


def paper_rules() -> str:
    """Return the style rules that lay whatever is of a look's class on the paper of that look."""
    papers = ((name, look.paper) for name, look in LOOKS.items())
    return "".join(paper.rules(f".-{name}") for name, paper in papers if paper)


def face(page: PageView, say: Teller, user: str = "", desk: DeskView | None = None) -> Face:
    """Return an opened page as its system draws it.

    ``user`` is who has logged on; ``desk`` what a system may draw round the page: the case, tasks.
    """
    drawn = look_of(page.look).face(page, say, user, desk)
    drawn.add_class("-paper", look_class(page.look))
    return drawn
