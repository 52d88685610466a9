"""What can be done about a field: of the case's own people, and of a stranger who was found."""

from simulator.casework.actions.looking.pages import LookUp, RecordOpened
from simulator.casework.actions.searching import OpenHit, Search
from simulator.casework.commands import Command
from simulator.casework.day import Day
from simulator.casework.families import unfold
from simulator.casework.page_views import page_view
from simulator.casework.seeing import see
from simulator.tui.systems.panel import Deed, deeds
from tests.casework.searchable import ADDRESS, protected_day
from tests.casework.small import AMINA, BODIL, CASE, INCOME, after


def deeds_after(day: Day, command: Command, path: str) -> dict[str, Deed]:
    """What can be done about a field of the page that a command opens, by the offer's id."""
    run = unfold(day, command)
    (opened,) = (event for event in run.events if isinstance(event, RecordOpened))
    page = page_view(run.day, opened)
    (row,) = (row for row in page.rows if row.path == path)
    return {deed.offer.id: deed for deed in deeds(see(run.day), page, row)}


def test_a_value_of_the_case_can_be_traced_and_a_strangers_cannot() -> None:
    own = LookUp(CASE, "overblik", "citizen")
    assert deeds_after(protected_day(), own, INCOME)["trace"].why_not is None
    day = after(protected_day(), own, Search(CASE, "overblik", "name", "amina"))
    stranger = OpenHit(CASE, "overblik", "citizen", "", AMINA)
    assert deeds_after(day, stranger, INCOME)["trace"].why_not is not None


def test_what_a_field_keeps_covered_is_asked_for_of_whom_the_page_is_about() -> None:
    day = after(protected_day(AMINA), Search(CASE, "overblik", "name", "bodil"))
    covered = deeds_after(day, OpenHit(CASE, "overblik", "citizen", "", BODIL), ADDRESS)["reveal"]
    (blank,) = covered.offer.blanks
    assert blank.preset == ((ADDRESS, "overblik", BODIL),)
    assert "reveal" not in deeds_after(day, OpenHit(CASE, "overblik", "citizen", "", BODIL), INCOME)
