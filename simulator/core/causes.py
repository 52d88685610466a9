"""What an event may name as its cause: an earlier event, or a thing of the opening.

A thing is stored as ``kind:id`` (``integration:eindkomst->overblik``, ``rule:friplads@2024``). Only
here is that text made and taken apart.
"""

from typing import Literal, NewType

ThingKind = Literal[
    "arrival", "citizen", "document", "hand", "inject", "integration", "level", "order", "outage",
    "picked", "report", "rule", "scale", "unseen",
]  # fmt: skip
"""A case as it arrives; what a citizen said (``ID.sure`` or ``ID.roughly``); a kind of document, of
another month or date than was asked about; what was typed into a system by hand; an inject; an
integration; the level of a step; the order of a case type's steps; a system that was down; the copy
of a system that was picked though a better one had been seen; what was reported to a system; a case
type's rule of a year; the municipality's own scale for a case type; a system that nobody looked in,
or not before the facts were settled."""

Thing = NewType("Thing", str)
Cause = int | Thing
"""The number of an earlier event, or a thing."""


def thing(kind: ThingKind, id_: str) -> Thing:
    """Return a thing of the opening as a cause."""
    return Thing(f"{kind}:{id_}")


def kind_and_id(cause: Thing) -> tuple[str, str]:
    """Return of what kind a thing is, and which; a log that somebody else wrote may name others."""
    kind, _, id_ = cause.partition(":")
    return kind, id_
