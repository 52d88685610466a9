"""The actions of the case in hand, each with its key and its price."""

from simulator.casework.commands import Offer
from simulator.casework.seeing import DeskView
from simulator.core.texts import Teller
from simulator.tui.key_bar import Chip
from simulator.tui.keys import KEYS, Key
from simulator.tui.prices import short_price

STEPS = {
    "find": ("look_up", "settle_facts"),
    "hear": ("hear", "skip_hearing"),
    "calculate": ("calculate",),
    "weigh": ("decide",),
    "write": ("send_letter",),
    "pay": ("release",),
}
"""The keys that belong to a step."""


def case_chips(view: DeskView, say: Teller) -> list[Chip]:
    """Return what can be done with the case in hand now, the step at hand first."""
    if view.hand is None:
        return []
    now = next((step.function for step in view.hand.steps if step.state == "now"), "")
    first = STEPS.get(now, ("close_case",))
    keys = [key for key in KEYS if key.group == "case"]
    ordered = sorted(keys, key=lambda key: key.id not in first)
    chips = (_chip(key, view, say, first=key.id in first) for key in ordered)
    return [chip for chip in chips if chip]


def suggestion_chips(view: DeskView, say: Teller, *, whole: bool = False) -> list[Chip]:
    """Return what can be done with the suggestion; ``whole`` gives the keys their longer labels."""
    if view.hand is None or view.hand.suggestion is None:
        return []
    keys = [key for key in KEYS if key.group == "suggestion"]
    return [chip for key in keys if (chip := _chip(key, view, say, whole=whole))]


def _chip(
    key: Key, view: DeskView, say: Teller, *, first: bool = False, whole: bool = False
) -> Chip | None:
    longer = f"key.{key.id}-whole"
    label = say(longer if whole and say.knows(longer) else f"key.{key.id}")
    if not key.offers:
        return Chip(key.shown, label, key.action, first=first)
    offers: list[Offer] = [
        offer for offer in view.offers if offer.id in key.offers and not offer.refused
    ]
    if not offers:
        return None
    return Chip(key.shown, label, key.action, short_price(offers[0], say), first=first)
