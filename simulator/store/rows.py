"""Many rows at once, past everything but the driver: its part of the work is the smaller one."""

from collections.abc import Sequence
from functools import lru_cache
from typing import Any

from sqlalchemy import Compiled, Connection, Dialect, Select


def insert_rows(
    connection: Connection, table: Any, rows: Sequence[tuple[str | int | None, ...]]
) -> None:
    """Insert ``rows`` of a table of ``store.tables``, each in the order of the table's columns."""
    statement = _compiled(table, connection.dialect)
    if connection.dialect.positional:
        values: Sequence[Any] = rows
    else:
        names = [column.name for column in table.__table__.columns]
        values = [dict(zip(names, row, strict=True)) for row in rows]
    connection.exec_driver_sql(str(statement), values)


def fetch_rows(connection: Connection, query: Select[*tuple[Any, ...]]) -> list[Any]:
    """Return the rows of a query for texts and whole numbers, each a plain tuple."""
    cursor = connection.execute(query).cursor
    assert cursor is not None, "a query has rows"
    return list(cursor.fetchall())


@lru_cache(maxsize=64)
def _compiled(table: Any, dialect: Dialect) -> Compiled:
    return table.__table__.insert().compile(dialect=dialect)  # type: ignore[no-any-return]
