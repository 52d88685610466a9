"""Drafts of what is written in the debrief, under names that the plain text program uses too."""

from typing import cast

from textual.widget import Widget

from simulator.tui.house import House


def house_of(widget: Widget) -> House:
    """Return the program a widget is shown in."""
    return cast("House", widget.app)


def draft_field(what: str) -> str:
    """Return the name of the draft for a field of the debrief."""
    return f"debrief.{what}"


def draft_of(widget: Widget, field: str) -> str:
    """Return what was half written in a field; ``""`` if there is no draft."""
    return house_of(widget).drafts.draft(field)


def keep_draft(widget: Widget, field: str, text: str) -> None:
    """Keep what is half written in a field."""
    from simulator.tui.drafts import PAUSE

    house = house_of(widget)
    house.drafts.keep(field, text)
    house.save_drafts(PAUSE)
