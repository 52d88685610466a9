"""From an offer to its command: what the offer asks is filled in on a form, then it is carried out,
and the screen that belongs to what happened is opened.
"""

from collections.abc import Mapping
from dataclasses import replace

from simulator.casework.actions.counter import VisitorReceived
from simulator.casework.actions.day import DayClosed, GoHome, PrebriefAccepted
from simulator.casework.actions.documents.receiving import DocumentOpened
from simulator.casework.actions.looking.reading import (
    CitizenViewOpened,
    LandscapeOpened,
    ProvenanceOpened,
)
from simulator.casework.actions.telephone import CitizenCalled
from simulator.casework.commands import Offer
from simulator.casework.events import Event
from simulator.casework.form import Answers
from simulator.casework.vocabulary import split_offer
from simulator.tui.committing import carry_out
from simulator.tui.house import House

LEADS: Mapping[type[Event], str] = {
    CitizenCalled: "call",
    VisitorReceived: "call",
    ProvenanceOpened: "trace",
    LandscapeOpened: "landscape",
    CitizenViewOpened: "phone",
    DocumentOpened: "document",
    PrebriefAccepted: "desk",
    DayClosed: "evening",
}
"""The screen an event leads to."""


def start_named(house: House, id_: str) -> None:
    """Start the offer with an id, if there is one; what is refused is told why."""
    if house.session and (offer := house.view.listed(id_)):
        start(house, offer)


def start(house: House, offer: Offer) -> None:
    """Ask for what an offer needs to be told, then carry it out.

    One that is refused is tried as it is, so that the refusal is on the log.
    """
    command, about = split_offer(offer.id)
    if command == "look_up":
        house.open_screen("system", about)
    elif offer.refused:
        submit(house, offer, {})
    else:
        _ask(house, offer)


def start_filled(house: House, offer: Offer) -> None:
    """Carry out an offer all of whose blanks are filled in; else ask for what is left."""
    if all(blank.preset for blank in offer.blanks):
        submit(house, offer, {blank.name: blank.preset[0] for blank in offer.blanks})
    else:
        start(house, offer)


def partly_filled(offer: Offer, given: Answers) -> Offer:
    """Return an offer some of whose blanks are filled in already."""
    left = tuple(blank for blank in offer.blanks if blank.name not in given)
    return replace(offer, blanks=left, make=lambda answers: offer.make({**given, **answers}))


def submit(house: House, offer: Offer, answers: Answers) -> None:
    """Carry out an offer that has been filled in, and go where it leads."""
    drafts = house.drafts
    fields = drafts.fields(offer)

    def happened(events: tuple[Event, ...]) -> None:
        drafts.sent(fields, events)
        house.save_drafts()
        if name := next((LEADS[type(event)] for event in events if type(event) in LEADS), ""):
            house.open_screen(name)

    carry_out(house, offer.make(answers), sent=fields, then=happened)


def _ask(house: House, offer: Offer) -> None:
    """Open the form that fills an offer; one that needs to be told nothing is carried out."""

    def filled(answers: Answers | None) -> None:
        if answers is not None:
            submit(house, offer, answers)

    hand = house.view.hand
    if offer.id == GoHome.name:
        house.open_screen("going_home", offer, then=filled)
    elif hand is not None and any(blank.kind == "letter" for blank in offer.blanks):
        house.open_screen("letter", offer, hand, then=filled)
    elif offer.blanks or offer.sure:
        house.open_screen("form", offer, then=filled)
    else:
        submit(house, offer, {})
