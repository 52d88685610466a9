"""A log that somebody else wrote: whether it is a day, and all that is ever shown of it can be."""

from collections.abc import Sequence

from simulator.casework.actions.debriefing import DebriefEvent
from simulator.casework.actions.repairing import ErrorFixedLocally
from simulator.casework.day import Day
from simulator.casework.events import Event, words_of
from simulator.casework.families import fold
from simulator.casework.seeing import see
from simulator.casework.telling import tell
from simulator.core.causes import Cause
from simulator.core.clock import MINUTES_A_DAY
from simulator.core.facts import fits
from simulator.core.texts import LANGUAGES
from simulator.landscape.integrations import upstream_first
from simulator.scenario.words import teller
from simulator.store.log import opening_of
from simulator.town.town import Town

LAST_MINUTE = 10_000_000
"""Nineteen years: no day is told that far ahead."""


def checked_day(log: Sequence[Event], town: Town) -> Day:
    """Return the day of a log, once all that is ever shown of it can be shown.

    Raises whatever a foreign log breaks.
    """
    minutes = [event.minute for event in log]
    if minutes != sorted(minutes) or not 0 <= minutes[0] <= minutes[-1] <= LAST_MINUTE:
        raise ValueError("not in order")
    opening = opening_of(log)
    if not 0 <= opening.opens < opening.closes <= MINUTES_A_DAY:
        raise ValueError("another clock")
    if not _numbered_as_words_are(log):
        raise ValueError("not numbered as words are")
    upstream_first(opening.landscape.integrations)  # raises where they copy in a ring
    if any(integration.every < 1 for integration in opening.landscape.integrations):
        raise ValueError("another clock")
    day = fold(log, town)
    if day.opening.rules.keys() != day.opening.case_types.keys():  # compiling them checks them
        raise ValueError("another rule")
    see(day).parts()  # each is made when it is looked at
    tellers = [teller(language) for language in LANGUAGES]
    for event in log:
        if any(not _known(day, event, cause) for cause in event.because):
            raise ValueError("a cause of another day")
        if isinstance(event, ErrorFixedLocally) and not _could_be_typed(day, event):
            raise ValueError("no such value")
        for say in tellers:
            say(tell(day, event) or "")
    return day


def _numbered_as_words_are(log: Sequence[Event]) -> bool:
    """Return whether the student's words are numbered from 1 on, each number for one text.

    On the day one text may stand in several events: a reason given for an adjustment, and the
    decision. To a debrief each is said once.
    """
    day = {n for event in log if not isinstance(event, DebriefEvent) for n in words_of(event)}
    debrief = [n for event in log if isinstance(event, DebriefEvent) for n in words_of(event)]
    numbers = sorted([*day, *debrief])
    return numbers == list(range(1, len(numbers) + 1))


def _could_be_typed(day: Day, event: ErrorFixedLocally) -> bool:
    fact = day.opening.facts[event.fact]
    known = fact.type != "person" or event.value in day.world.town.citizens
    return known and fits(fact, event.value)


def _known(day: Day, event: Event, cause: Cause) -> bool:
    """Return whether a cause is something of the day: an earlier event, or one of its things."""
    if isinstance(cause, int):
        return 0 <= cause < event.seq
    return cause in day.opening.things
