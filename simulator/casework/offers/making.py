"""Small helpers to declare offers with."""

from collections.abc import Callable, Iterable, Sequence
from typing import Any, Literal

from simulator.casework.commands import Command, Offer
from simulator.casework.day import Day
from simulator.casework.form import Answers, Blank, Option
from simulator.casework.refusals import refusal
from simulator.core.texts import Phrase, Text

Group = Literal["case", "look", "call", "repair", "technology", "day"]
Making = tuple[str, Callable[[], Offer]]
"""An offer's id, and how it is made: of a whole menu seldom more than one is looked at."""


def offer(
    day: Day,
    name: str,
    group: Group,
    make: Callable[[Answers], Command],
    *blanks: Blank,
    minutes: int | None = None,
    refused: str | Phrase = "",
    label: Phrase | None = None,
    sure: bool = False,
) -> Offer:
    """Return an offer at the price of its name, said by the word ``offer.<name>``.

    ``minutes`` and ``label`` are for what costs or is called otherwise; ``refused`` is a reason,
    or what is said instead of the reason's own words.
    """
    price = day.opening.prices.get(name, 0) if minutes is None else minutes
    why = refusal(refused) if isinstance(refused, str) and refused else refused or None
    return Offer(name, label or Phrase(f"offer.{name}"), group, price, make, blanks, why, sure)


def one(name: str, options: Iterable[Option], *, optional: bool = False, preset: Any = "") -> Blank:
    """Return a blank that one option fills."""
    chosen = (preset,) if preset else ()
    return Blank(name, "one", Phrase(f"blank.{name}"), tuple(options), optional, chosen)


def only(options: Sequence[Option]) -> Any:
    """Return the only option, to be chosen beforehand; empty: there are several, or none."""
    return options[0].value if len(options) == 1 else ""


def many(
    name: str,
    options: Iterable[Option],
    preset: Iterable[str] = (),
    *,
    exactly: tuple[int, Phrase] | None = None,
) -> Blank:
    """Return a blank that any number of options fill, or ``exactly`` so many."""
    label, chosen = Phrase(f"blank.{name}"), tuple(preset)
    return Blank(name, "many", label, tuple(options), True, chosen, exactly=exactly)


def words(
    name: str,
    *,
    optional: bool = True,
    asks: str = "",
    only_for: tuple[str, tuple[str, ...]] | None = None,
) -> Blank:
    """Return a blank for the student's own words; ``asks`` where it asks for more than why."""
    return Blank(name, "words", Phrase(f"blank.{asks or name}"), (), optional, only_for=only_for)


def option(value: Any, label: Phrase | Text) -> Option:
    """Return an option."""
    return Option(value, label if isinstance(label, Phrase) else Phrase(label))


def worded(group: str, values: Iterable[str]) -> tuple[Option, ...]:
    """Return options whose labels are interface words, ``<group>.<value>``."""
    return tuple(Option(value, Phrase(f"{group}.{value}")) for value in values)


def text(answers: Answers, name: str) -> str:
    """Return what a blank of one option or of words was filled with."""
    found = answers.get(name, "")
    return found if isinstance(found, str) else ""


def chosen(answers: Answers, name: str) -> tuple[str, ...]:
    """Return what a blank of many options was filled with."""
    found = answers.get(name, ())
    return tuple(found) if isinstance(found, tuple | list) else ()
