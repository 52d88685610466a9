"""Reading out an opened page of a system or a document, one field a line."""

from simulator.casework.views import DocumentView, PageView, Row
from simulator.core.clock import DayNumber, day_of
from simulator.core.texts import Argument, Measure, Phrase
from simulator.plain.console import Console


def say_page(console: Console, page: PageView) -> None:
    """Say a page: its system, whom it is about, and every field with its value."""
    arguments: dict[str, Argument] = {"system": page.name, "page": page.title, "owner": page.owner}
    console.say("plain.page", **arguments, subject=page.subject, at=page.minute)
    for row in page.rows:
        _say_row(console, row)


def _say_row(console: Console, row: Row) -> None:
    label = _of_month(row.label, row.month)
    word = "plain.row-coded" if row.code else "plain.row"
    line = console.text(word, code=row.code, label=label, value=row.value)
    if row.as_of is not None:
        line = console.text("plain.dated", line=line, day=day_of(row.as_of))
    console.line(line)
    for month, value in row.earlier:
        console.say("plain.row", label=_of_month(row.label, month), value=value)


def _of_month(label: Phrase, month: DayNumber | None) -> Phrase:
    if month is None:
        return label
    return Phrase("plain.label-month", {"label": label, "month": Measure(month, "month")})


def say_document(console: Console, document: DocumentView) -> None:
    """Say a document: its heading, from whom, about whom, and every line of it."""
    console.say("document.of", heading=document.heading, name=document.name)
    console.say("document.issued", issuer=document.issuer)
    if document.dated:
        console.say(document.dated)
    if not document.readable:
        console.say("document.nothing-readable")
    for row in document.rows:
        console.say("plain.row", label=row.label, value=row.value)
    if document.foot:
        console.say(Phrase(document.foot))
