"""The student's words: beside the log, by number, so that they can be deleted from under it."""

from collections.abc import Mapping

from sqlalchemy import Connection
from sqlmodel import col, insert, select

from simulator.store.tables import WordsRow


def keep_words(connection: Connection, session: str, words: Mapping[int, str]) -> None:
    """Keep words of a session by their number."""
    if words:
        rows = [{"session": session, "number": n, "text": text} for n, text in words.items()]
        connection.execute(insert(WordsRow), rows)


def kept_words(connection: Connection, session: str) -> dict[int, str]:
    """Return the words of a session that are there, in order, by their number."""
    query = select(WordsRow.number, WordsRow.text).where(WordsRow.session == session)
    rows = connection.execute(query.order_by(col(WordsRow.number))).all()
    return {row.number: row.text for row in rows}
