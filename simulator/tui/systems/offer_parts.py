"""An offer on a system's screen: its blanks, what is filled in beforehand, and its price."""

from dataclasses import replace
from typing import Any

from simulator.casework.commands import Offer
from simulator.casework.form import Blank
from simulator.core.texts import Measure, Teller


def blank_of(offer: Offer | None, name: str) -> Blank | None:
    """Return a blank of an offer by its name; ``None`` if there is none."""
    return next((blank for blank in (offer.blanks if offer else ()) if blank.name == name), None)


def takes(offer: Offer, name: str, value: Any) -> bool:
    """Return whether a value is among the options of a blank."""
    blank = blank_of(offer, name)
    return blank is not None and any(option.value == value for option in blank.options)


def filled(offer: Offer, name: str, value: Any) -> Offer:
    """Return an offer with one blank already chosen."""
    blanks = (
        replace(blank, preset=(value,)) if blank.name == name else blank for blank in offer.blanks
    )
    return replace(offer, blanks=tuple(blanks))


def price(offer: Offer, say: Teller) -> str:
    """Return what an offer costs, as it is said."""
    return say.write(Measure(offer.minutes, "minutes"))
