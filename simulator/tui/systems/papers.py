"""The papers the systems are drawn on: the colours of each look, named once.

They are the systems' own, the same by day and by evening. No meaning hangs on a colour alone.
"""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True)
class Paper:
    """The colours of a look."""

    ground: str
    ink: str
    faint: str
    """Labels, dates, what stands at the edge; still easy to read."""
    bright: str
    """Headings."""
    line: str
    """Rules, frames, the bar to scroll by."""
    chosen: str
    """Behind the field that has the keyboard."""


PAPERS: Mapping[str, Paper] = {
    "terminal": Paper("#06130d", "#8fd3a8", "#8fd3a8", "#c9f2d6", "#2f6b48", "#123a26"),
    "ledger": Paper("#f3f0e6", "#1f2b35", "#4d5963", "#1f2b35", "#8c8674", "#dde4e2"),
    "cards": Paper("#eef3fb", "#1b2a4a", "#52617d", "#1d4fb8", "#9db7e6", "#dbe6f8"),
    "queue": Paper("#e7eaee", "#1e2a35", "#4a5866", "#12344d", "#8a99a8", "#cfdbe6"),
    "archive": Paper("#e4d6b6", "#3a2a14", "#5a4628", "#5a2f0c", "#a68b5b", "#d3c096"),
    "post": Paper("#fbfbfd", "#1c2433", "#55607a", "#9a1b2f", "#b9c0cf", "#e4e9f4"),
    "register": Paper("#12305a", "#e3edfb", "#a9c4e8", "#ffffff", "#6f97cc", "#24508c"),
    "bank": Paper("#e9f3ea", "#1b3a2a", "#446353", "#14502f", "#8db79a", "#cfe5d3"),
}

LOUD = frozenset({"terminal"})
"""Looks that know capital letters only."""


def in_manner(text: str, look: str) -> str:
    """Return a text as a look writes."""
    return text.upper() if look in LOUD else text


def on_paper(widget: str) -> str:
    """Return the style rules that lay a widget on the paper of its look, by its class."""
    return "\n".join(
        f"{widget}.-{look} {{ background: {one.ground}; color: {one.ink}; }}\n"
        f"{widget}.-{look} .faint {{ color: {one.faint}; }}\n"
        f"{widget}.-{look} .bright {{ color: {one.bright}; text-style: bold; }}"
        for look, one in PAPERS.items()
    )


def of_screen() -> str:
    """Return the rules for what the house's sheet also speaks of: scrollbars, lists, fields."""
    return "\n".join(map(_of_screen, PAPERS))


def _of_screen(look: str) -> str:
    one = PAPERS[look]
    lists = f".-paper.-{look} OptionList"
    option = ".option-list--option-highlighted"
    field = f"SearchFront.-{look} Input"
    return f"""
    .-paper.-{look} {{ scrollbar-background: {one.ground}; scrollbar-color: {one.line}; }}
    {lists} {{ color: {one.ink}; }}
    {lists} > {option} {{ background: {one.chosen}; color: {one.ink}; }}
    {lists}:focus > {option} {{ background: {one.ink}; color: {one.ground}; }}
    {field} {{ background: {one.chosen}; color: {one.ink}; border: none; height: 1; }}
    {field}:focus {{ background: {one.ink}; color: {one.ground}; border: none; }}
    {field} > .input--placeholder {{ color: {one.faint}; }}
    {field}:focus > .input--placeholder {{ color: {one.ground}; }}
    """
