"""Drafts: what has been written and is not on the log yet, kept so that a cut loses no words."""

from simulator.store.drafting import LETTER, Drafts, field_of

__all__ = ["LETTER", "Drafts", "field_of"]
