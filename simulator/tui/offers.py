"""From an offer to its command: what the offer asks is filled in on a form, then it is carried out,
and the screen that belongs to what happened is opened.
"""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from simulator.casework.vocabulary import split_offer
from simulator.tui.house import House
from simulator.tui.keys import TABLE

if TYPE_CHECKING:  # the app has this at hand before a day is read
    from simulator.casework.commands import Offer
    from simulator.casework.events import Event
    from simulator.casework.form import Answers

LEADS: Mapping[str, str] = {
    "citizen.called": "call",
    "visitor.received": "call",
    "provenance.opened": "trace",
    "landscape.opened": "landscape",
    "citizen_view.opened": "phone",
    "prebrief.accepted": "desk",
    "day.closed": "evening",
}
"""The screen an event leads to, by its kind."""


def start_key(house: House, key: str) -> None:
    """Start the first offer of a key that can be taken; else the first, to be told why not."""
    if house.session is None:
        return
    wanted = TABLE[key].offers if key in TABLE else (key,)
    offers = [offer for name in wanted for offer in house.view.offers if offer.id == name]
    if offers:
        start(house, next((offer for offer in offers if not offer.refused), offers[0]))


def start(house: House, offer: "Offer") -> None:
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


def start_filled(house: House, offer: "Offer") -> None:
    """Carry out an offer all of whose blanks are filled in; else ask for what is left."""
    if all(blank.preset for blank in offer.blanks):
        submit(house, offer, {blank.name: blank.preset[0] for blank in offer.blanks})
    else:
        start(house, offer)


def submit(house: House, offer: "Offer", answers: "Answers") -> None:
    """Carry out an offer that has been filled in, and go where it leads."""
    drafts = house.drafts
    fields = drafts.fields(offer)

    def happened(events: "tuple[Event, ...]") -> None:
        drafts.sent(fields, events)
        house.save_drafts()
        if name := next((LEADS[event.kind] for event in events if event.kind in LEADS), ""):
            house.open_screen(name)

    house.carry_out(offer.make(answers), sent=fields, then=happened)


def _ask(house: House, offer: "Offer") -> None:
    """Open the form that fills an offer; one that needs to be told nothing is carried out."""

    def filled(answers: "Answers | None") -> None:
        if answers is not None:
            submit(house, offer, answers)

    hand = house.view.hand
    if offer.id == "go_home":
        house.open_screen("going_home", offer, then=filled)
    elif hand is not None and any(blank.kind == "letter" for blank in offer.blanks):
        house.open_screen("letter", offer, hand, then=filled)
    elif offer.blanks or offer.sure:
        house.open_screen("form", offer, then=filled)
    else:
        submit(house, offer, {})
