"""Trying whether the plain face can say all of a day, as of a session file from elsewhere."""

import io
from collections.abc import Iterable

from simulator.casework.actions.looking.pages import RecordOpened
from simulator.casework.day import Day
from simulator.casework.events import Event
from simulator.casework.page_views import page_view
from simulator.casework.seeing import see
from simulator.core.texts import LANGUAGES
from simulator.plain.console import Console
from simulator.plain.desk import (
    say_case,
    say_found,
    say_hour,
    say_inbox,
    say_landscape,
    say_levels,
)
from simulator.plain.pages import say_page


def look_at(day: Day, events: Iterable[Event]) -> None:
    """Say a day's desk, offers and opened pages to nobody, in both languages.

    Lets through whatever exception saying them raises.
    """
    view = see(day)
    pages = [page_view(day, event) for event in events if isinstance(event, RecordOpened)]
    for language in LANGUAGES:
        console = Console(io.StringIO(), io.StringIO(), language)
        console.say("plain.where", where=view.municipality, day=view.date)
        for say in (say_hour, say_inbox, say_case, say_levels, say_landscape, say_found):
            say(console, view)
        for offer in view.offers:
            console.say("plain.priced", label=offer.label, minutes=offer.minutes)
            for blank in offer.blanks:
                console.number(console.text(option.label) for option in blank.options)
        for page in pages:
            say_page(console, page)
