"""Which face a system has: by its ``look``. A look nobody has drawn yet gets the plain one."""

from collections.abc import Mapping

from simulator.casework.seeing import DeskView
from simulator.casework.views import PageView
from simulator.core.texts import Teller
from simulator.tui.systems.archive import Archive
from simulator.tui.systems.bank import Bank
from simulator.tui.systems.cards import Cards
from simulator.tui.systems.fields import Face
from simulator.tui.systems.ledger import Ledger
from simulator.tui.systems.plain import Plain
from simulator.tui.systems.post import Post
from simulator.tui.systems.queue import Queue
from simulator.tui.systems.register import Register
from simulator.tui.systems.terminal import Terminal

FACES: Mapping[str, type[Face]] = {
    "terminal": Terminal,
    "ledger": Ledger,
    "cards": Cards,
    "queue": Queue,
    "archive": Archive,
    "post": Post,
    "register": Register,
    "bank": Bank,
}
"""A new look is a module with a ``Face``, a paper, words, and a line here."""


def face(page: PageView, say: Teller, user: str = "", desk: DeskView | None = None) -> Face:
    """Return an opened page as its system draws it.

    ``user`` is who has logged on; ``desk`` what a system may draw round the page: the case, tasks.
    """
    return FACES.get(page.look, Plain)(page, say, user, desk)
