"""A document as it lies on the desk: a page with a head, what stands in it, and a foot."""

from textual.app import ComposeResult
from textual.content import Content
from textual.widgets import Static

from simulator.casework.actions.documents.receiving import DocumentOpened
from simulator.casework.document_views import document_view
from simulator.casework.views import DocumentView
from simulator.core.texts import Teller
from simulator.tui.content import shown, stacked
from simulator.tui.house_screen import HouseDialog

WIDE = 56
"""Columns of a page."""
BLUR = "▒"


def page(document: DocumentView, say: Teller) -> Content:
    """Return a document drawn as a page."""
    head = [
        shown(say(document.heading), "bold"),
        shown(say("document.issued", issuer=document.issuer), "$foreground-muted"),
        shown(document.name),
    ]
    if document.dated:
        head.append(shown(say(document.dated)))
    rule = shown("─" * WIDE, "$foreground-muted")
    if not document.readable:
        blurred = [shown(BLUR * (WIDE - 7 * n), "$foreground-muted") for n in range(4)]
        unread = shown(say("document.nothing-readable"), "italic")
        return stacked(*head, rule, *blurred, shown(""), unread)
    rows = [line for row in document.rows for line in _row(say(row.label), say.write(row.value))]
    foot = [shown(say(document.foot), "italic $foreground-muted")] if document.foot else []
    return stacked(*head, rule, *rows, rule, *foot)


def _row(label: str, value: str) -> list[Content]:
    """Return a line with its dots, or two where both do not fit on one."""
    room = WIDE - len(label) - len(value) - 2
    if room < 2:
        return [shown(label), shown(value.rjust(WIDE), "bold")]
    return [
        shown(f"{label} ") + shown("·" * room, "$foreground-muted") + shown(f" {value}", "bold")
    ]


class DocumentScreen(HouseDialog[None]):
    """The document that was opened last."""

    @property
    def _document(self) -> DocumentView:
        opened = (e for e in reversed(self.session.events) if isinstance(e, DocumentOpened))
        return document_view(self.session.day, next(opened))

    def heading(self) -> str:
        """Return how it came."""
        document = self._document
        return self.say("document.came", at=document.minute, form=document.came)

    def body(self) -> ComposeResult:
        """Yield the page."""
        yield Static(page(self._document, self.say), classes="paper")
