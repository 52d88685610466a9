"""The tables. Rows are not values: everybody else works with events and towns."""

from sqlmodel import Field, SQLModel


class StoreVersion(SQLModel, table=True):
    """The version of the tables, one row."""

    id: int = Field(primary_key=True)
    version: int


class TownRow(SQLModel, table=True):
    """A town that is stored whole."""

    town: str = Field(primary_key=True)
    """Its hash."""


class CitizenRow(SQLModel, table=True):
    """One citizen of a town."""

    town: str = Field(primary_key=True)
    id: str = Field(primary_key=True)
    row: str
    """As ``town.plain`` writes it."""


class HouseholdRow(SQLModel, table=True):
    """One household of a town."""

    town: str = Field(primary_key=True)
    id: str = Field(primary_key=True)
    row: str


class TimelineRow(SQLModel, table=True):
    """What has been true of one fact of one subject."""

    town: str = Field(primary_key=True)
    fact: str = Field(primary_key=True)
    subject: str = Field(primary_key=True)
    spells: str


class SessionRow(SQLModel, table=True):
    """One played day, and what differs between equal days."""

    id: str = Field(primary_key=True)
    """A pseudonym of four characters."""
    scenario: str
    title_da: str
    title_en: str
    town: str
    played_on: str
    """The date of play, without time of day."""
    language: str
    started: int
    """Which it is of the sessions here, in the order they were begun."""
    ended: bool


class EventRow(SQLModel, table=True):
    """One event. Two writers cannot write the same place."""

    session: str = Field(primary_key=True)
    seq: int = Field(primary_key=True)
    kind: str
    minute: int
    crc: int
    """Of everything else here: the disk itself may have changed what was written."""
    data: str
    shapes: int = Field(default=1, sa_column_kwargs={"server_default": "1"})
    """The version of the shapes it was written in (``store.shapes``)."""
    seat: int | None = None
    """Which seat at the desk the command came from; ``NULL`` where the command is not here."""
    command: str | None = None
    """The command that made this event and those after it, on the first of them only.

    ``NULL`` too where nobody acted, and in what was written before commands were kept.
    """


class WordsRow(SQLModel, table=True):
    """The student's own words. Deleting them leaves a whole log."""

    session: str = Field(primary_key=True)
    number: int = Field(primary_key=True)
    text: str


class DraftRow(SQLModel, table=True):
    """What stands in an open field, overwritten as it is typed."""

    session: str = Field(primary_key=True)
    field: str = Field(primary_key=True)
    text: str


VERSION = 2
