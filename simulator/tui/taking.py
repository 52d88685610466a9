"""Taking an offer: what it needs to be told is asked for, then it is a command."""

from typing import TYPE_CHECKING

from simulator.tui.keys import TABLE

if TYPE_CHECKING:
    from simulator.casework.commands import Offer
    from simulator.casework.events import Event
    from simulator.casework.form import Answers
    from simulator.tui.app import PraksishusApp


LOOK_UP = "look_up."
"""A system asks what it wants to know in its own face."""


def take_key(app: "PraksishusApp", key: str) -> None:
    """Take the first offer of a key that can be taken; else try the first, and be told why not."""
    if app.session is None:
        return
    wanted = TABLE[key].offers if key in TABLE else (key,)
    found = [one for name in wanted for one in app.view.offers if one.id == name]
    if found:
        take(app, next((one for one in found if not one.refused), found[0]))


def take(app: "PraksishusApp", offer: "Offer") -> None:
    """Take an offer. One that is refused is tried as it is, so that the refusal is on the log."""
    from simulator.tui.forms import form_of

    if offer.id.startswith(LOOK_UP):
        app.action_look(offer.id.removeprefix(LOOK_UP))
        return
    form = None if offer.refused else form_of(app, offer)
    if form is None:
        made(app, offer, {})
        return

    def filled(answers: "Answers | None") -> None:
        if answers is not None:
            made(app, offer, answers)

    app.push_screen(form, filled)


def made(app: "PraksishusApp", offer: "Offer", answers: "Answers") -> None:
    """Carry out an offer that has been filled in, and go where it leads."""
    from simulator.tui.following import follow

    drafts = app.drafts
    fields = drafts.fields(offer)

    def happened(events: "tuple[Event, ...]") -> None:
        drafts.sent(fields, events)
        app.save_drafts()
        follow(app, events)

    app.carry_out(offer.make(answers), sent=fields, then=happened)
