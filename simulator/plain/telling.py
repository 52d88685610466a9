"""Telling what happened, line by line, with what can be seen after it."""

from collections.abc import Iterable

from simulator.casework.actions.chain import StepsListed
from simulator.casework.actions.day import DayClosed
from simulator.casework.actions.deciding import SuggestionShown
from simulator.casework.actions.documents.receiving import DocumentOpened
from simulator.casework.actions.finding import FactsFilled
from simulator.casework.actions.levels import LevelChosen
from simulator.casework.actions.looking.pages import RecordOpened
from simulator.casework.actions.looking.reading import (
    BasisOpened,
    CitizenViewOpened,
    FreetextOpened,
    GlossaryOpened,
    LandscapeOpened,
)
from simulator.casework.actions.searching import RegisterSearched
from simulator.casework.document_views import document_view
from simulator.casework.events import CommandRefused, Event
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
from simulator.plain.pages import say_document, say_page
from simulator.store.session import Session


def say_events(console: Console, session: Session, events: Iterable[Event]) -> None:
    """Say the events a command made, in order, and what can be seen after each: a page, facts."""
    happened, view = tuple(events), session.view()
    for event in happened:
        if isinstance(event, DayClosed):
            say_evening(console, session, [later for later in happened if later.seq >= event.seq])
            return
        _say(console, session, event)
        _say_seen(console, session, view, event)
    if any(isinstance(event, LevelChosen) for event in happened):
        say_levels(console, view)


def _say_seen(console: Console, session: Session, view: DeskView, event: Event) -> None:
    """Say what can be seen after an event."""
    match event:
        case RecordOpened():
            say_page(console, page_view(session.day, event))
        case DocumentOpened():
            say_document(console, document_view(session.day, event))
        case GlossaryOpened():
            _term(console, view, event.word)
        case CitizenViewOpened():
            _as_citizen(console, session, view)
        case _:
            hand = view.hand.case if view.hand else None
            if event.case in (None, hand):
                _say_in_hand(console, view, event)


def _say_in_hand(console: Console, view: DeskView, event: Event) -> None:
    """Say what can be seen after an event about the case in hand, or about none."""
    hand = view.hand
    match event:
        case LandscapeOpened():
            say_landscape(console, view)
        case RegisterSearched():
            say_found(console, view)
        case FreetextOpened() if hand and hand.words:
            console.say(hand.words)
        case FactsFilled() if hand:
            say_facts(console, hand.facts)
        case StepsListed() if hand:
            say_aids(console, hand)
        case BasisOpened() if hand and hand.suggestion:
            say_facts(console, hand.suggestion.opened)
        case SuggestionShown() if hand and hand.suggestion:
            say_ground(console, hand.suggestion)


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
            console.say_all(line.text)


def _term(console: Console, view: DeskView, word: str) -> None:
    """Say what a word of the glossary means here, and what each trade hears in it."""
    for term in view.glossary:
        for name in ("means", "field", "it", "ask") if term.id == word else ():
            if text := getattr(term, name):
                console.say(f"glossary.{name}", says=text)


def say_journal(console: Console, session: Session) -> None:
    """Say everything that has been told today, each with its time."""
    console.say("plain.journal")
    for event in session.events:
        say_dated(console, session, event)


def say_dated(console: Console, session: Session, event: Event) -> None:
    """Say an event of the day with its time, if it is told at all."""
    phrase = tell(session.day, event)
    if phrase is None or event.minute >= MINUTES_A_DAY:
        return
    if isinstance(event, CommandRefused):
        phrase = Phrase("plain.refused-then", {"why": phrase})
    console.say("plain.at", at=event.minute, what=phrase)
