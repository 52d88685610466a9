"""Telling what happened, line by line, with what can be seen after it."""

from collections.abc import Callable, Iterable, Mapping

from simulator.casework.actions.day import DayClosed
from simulator.casework.actions.looking.pages import RecordOpened
from simulator.casework.actions.looking.reading import GlossaryOpened
from simulator.casework.events import Event
from simulator.casework.page_views import page_view
from simulator.casework.seeing import DeskView
from simulator.casework.telling import tell
from simulator.core.clock import MINUTES_A_DAY
from simulator.core.texts import Phrase
from simulator.plain.console import Console
from simulator.plain.desk import (
    say_aids,
    say_facts,
    say_found,
    say_ground,
    say_landscape,
    say_levels,
)
from simulator.plain.evening import say_evening
from simulator.plain.pages import say_page
from simulator.store.session import Session


def say_events(console: Console, session: Session, events: Iterable[Event]) -> None:
    """Say the events a command made, in order, and what can be seen after each: a page, facts."""
    happened, view = tuple(events), session.view()
    for event in happened:
        if isinstance(event, DayClosed):
            say_evening(console, session, [later for later in happened if later.seq >= event.seq])
            return
        _say(console, session, event)
        if isinstance(event, RecordOpened):
            say_page(console, page_view(session.day, event))
        elif isinstance(event, GlossaryOpened):
            _term(console, view, event.word)
        elif event.kind == "citizen_view.opened":
            _as_citizen(console, session, view)
        elif (detail := _DETAILS.get(event.kind)) and _in_hand(view, event):
            detail(console, view)
    if any(event.kind == "level.chosen" for event in happened):
        say_levels(console, view)


def _in_hand(view: DeskView, event: Event) -> bool:
    """Return whether an event is about no case, or about the case in hand."""
    return event.case is None or (view.hand is not None and view.hand.case == event.case)


def _say(console: Console, session: Session, event: Event) -> None:
    phrase = tell(session.day, event)
    if phrase is None:
        return
    if event.by == "player":
        console.say(phrase)
    else:
        console.say("plain.at", at=event.minute, what=phrase)


def _as_citizen(console: Console, session: Session, view: DeskView) -> None:
    """Say a letter as its citizen sees it, with the student's own words in it."""
    letter = view.hand.as_citizen if view.hand else None
    if letter is None:
        return
    channel = Phrase(f"channel.{letter.channel}")
    console.say("plain.letter.seen", name=letter.name, channel=channel)
    for line in letter.lines:
        if line.words is not None:
            console.line(session.words(line.words))
        elif line.text is not None:
            console.say(line.text)


def _term(console: Console, view: DeskView, word: str) -> None:
    """Say what a word of the glossary means here, and what each trade hears in it."""
    for term in view.glossary:
        for name in ("means", "field", "it", "ask") if term.id == word else ():
            if text := getattr(term, name):
                console.say(f"glossary.{name}", says=text)


def _words(console: Console, view: DeskView) -> None:
    if view.hand and view.hand.words:
        console.say(view.hand.words)


def _basis(console: Console, view: DeskView) -> None:
    if view.hand and view.hand.suggestion:
        say_facts(console, view.hand.suggestion.opened)


def _aids(console: Console, view: DeskView) -> None:
    if view.hand:
        say_aids(console, view.hand)


def _suggestion(console: Console, view: DeskView) -> None:
    if view.hand and view.hand.suggestion:
        say_ground(console, view.hand.suggestion)


def _filled(console: Console, view: DeskView) -> None:
    if view.hand:
        say_facts(console, view.hand.facts)


_DETAILS: Mapping[str, Callable[[Console, DeskView], None]] = {
    "freetext.opened": _words,
    "basis.opened": _basis,
    "steps.listed": _aids,
    "facts.filled": _filled,
    "suggestion.shown": _suggestion,
    "landscape.opened": say_landscape,
    "register.searched": say_found,
}


def say_journal(console: Console, session: Session) -> None:
    """Say everything that has been told today, each with its time."""
    console.say("plain.journal")
    for event in session.events:
        phrase = tell(session.day, event)
        if phrase is not None and event.minute < MINUTES_A_DAY:
            console.say("plain.at", at=event.minute, what=phrase)
