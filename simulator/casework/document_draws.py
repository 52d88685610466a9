"""When a document that was asked for comes, and how it fails: drawn by key, once a request."""

from simulator.casework.day import Case, Day
from simulator.casework.documents import Request
from simulator.casework.people import draw_key
from simulator.core.clock import MINUTES_A_DAY
from simulator.core.draws import between, draw

MORNING_POST = 10 * 60
"""The minute of a day at which letters come."""


def comes_at(day: Day, case: Case, request: Request, minute: int) -> int:
    """Return the minute a document comes: a photo within hours, a letter after some days."""
    conduct, digital = day.opening.conduct, day.world.town.citizens[case.party].digital
    if digital == "none":
        days = wait(day, case, request, "document", conduct.document_letter)
        return (minute // MINUTES_A_DAY + days) * MINUTES_A_DAY + MORNING_POST
    bounds = conduct.document_photo if digital == "self" else conduct.document_assisted
    return minute + wait(day, case, request, "document", bounds)


def _key(day: Day, case: Case, request: Request) -> tuple[str | int, ...]:
    return (*draw_key(day, case.id), *request.key, request.nth)


def wait(day: Day, case: Case, request: Request, what: str, bounds: tuple[int, int]) -> int:
    """Return how long it takes until ``what`` happens about a request, within bounds."""
    return between(*bounds, day.opening.seed, f"{what}.wait", *_key(day, case, request))


def drawn_flaw(day: Day, case: Case, request: Request) -> str:
    """Return how a document fails by its draw: ``never``, a flaw of what comes, or ``""``."""
    fails = day.opening.documents[request.document].fails
    mark = draw(day.opening.seed, "document.fails", *_key(day, case, request)) * 100
    for name, chance in (
        ("never", fails.never),
        ("unreadable", fails.unreadable),
        ("older", fails.older),
    ):
        if mark < chance:
            return name
        mark -= chance
    return ""
