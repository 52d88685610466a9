"""The price of an offer in words, shown before it is taken, always in simulated minutes."""

from simulator.casework.commands import Offer
from simulator.core.texts import Teller


def priced(offer: Offer, say: Teller) -> str:
    """Return what an offer costs, in words; that it takes no time is said too."""
    if any(blank.name == "minutes" for blank in offer.blanks):
        return say("tui.price.chosen")
    return say("tui.price.minutes", n=offer.minutes) if offer.minutes else say("tui.price.none")


def short_price(offer: Offer | None, say: Teller) -> str:
    """Return what an offer costs, as it stands beside its key; ``""`` if there is no price."""
    return say("tui.price.short", n=offer.minutes) if offer and offer.minutes else ""
