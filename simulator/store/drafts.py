"""Drafts: what stands half typed in open fields, outside the log, one row a field."""

from collections.abc import Collection

from sqlalchemy import Connection, delete
from sqlmodel import col, insert, select

from simulator.core.untrusted import clean
from simulator.store.tables import DraftRow

LONGEST = 200_000
"""Characters of a draft that are kept; a face may keep a whole letter in one."""


def read_draft(connection: Connection, session: str, field: str) -> str:
    """Return what was half typed in a field, ``""`` if that is nothing."""
    where = (DraftRow.session == session, DraftRow.field == field)
    return connection.execute(select(DraftRow.text).where(*where)).scalar() or ""


def write_draft(connection: Connection, session: str, field: str, text: str) -> None:
    """Keep what is half typed in a field."""
    drop_draft(connection, session, field)
    if text := clean(text, lines=True, limit=LONGEST):
        row = {"session": session, "field": field, "text": text}
        connection.execute(insert(DraftRow), [row])


def drop_draft(connection: Connection, session: str, field: str) -> None:
    """Forget what was half typed in a field."""
    where = (col(DraftRow.session) == session, col(DraftRow.field) == field)
    connection.execute(delete(DraftRow).where(*where))


def drop_sent(
    connection: Connection, session: str, fields: Collection[str], words: Collection[str]
) -> None:
    """Erase the drafts of some fields, and those that say what was sent; others are kept."""
    sent = {text.strip() for text in words}
    query = select(DraftRow.field, DraftRow.text).where(DraftRow.session == session)
    for field, text in connection.execute(query).all():
        if field in fields or text.strip() in sent:
            drop_draft(connection, session, field)
