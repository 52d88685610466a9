"""The hash a town is known by: equal towns have equal hashes, on every machine."""

from collections.abc import Iterable, Iterator, Sequence
from hashlib import blake2b
from itertools import groupby
from json.encoder import encode_basestring as quoted
from operator import itemgetter

from simulator.town.plain import from_texts, spell_texts, to_texts
from simulator.town.town import Town

Texts = Sequence[tuple[str, str]]
"""Citizens or households: the id of each, and it as JSON."""
SpellText = tuple[str, str, str]
"""A fact, a subject, and what has been true of it as JSON."""


def digest(town: Town) -> str:
    """Return the hash of a town, 32 hexadecimal digits; it is worked out once a town.

    What has become true since it was drawn is no part of it.
    """
    known: str | None = vars(town).get("_digest")
    if known is None:
        known = vars(town)["_digest"] = _worked_out(town)
    return known


def _worked_out(town: Town) -> str:
    return digest_of_texts(*to_texts(town), spell_texts(town))


def digest_of_texts(citizens: Texts, households: Texts, spells: Iterable[SpellText]) -> str:
    """Return the hash of the town that ``to_texts`` and ``spell_texts`` have written so."""
    state = blake2b(digest_size=16)
    for part in _text(citizens, households, spells):
        state.update(part.encode())
    return state.hexdigest()


def town_of_texts(
    hash_: str, citizens: Texts, households: Texts, spells: Sequence[SpellText]
) -> Town:
    """Return the town with a hash from its texts, in any order, without writing them again.

    Raises ``ValueError`` for texts of another town or of none.
    """
    people, homes, lines = sorted(citizens), sorted(households), sorted(spells)
    if digest_of_texts(people, homes, lines) != hash_:
        raise ValueError("another town")
    town = from_texts((text for _, text in people), (text for _, text in homes), lines)
    vars(town)["_digest"] = hash_
    return town


def _text(citizens: Texts, households: Texts, spells: Iterable[SpellText]) -> Iterator[str]:
    """Give a town as one JSON text, in parts: the whole of a large one takes room."""
    people, homes = (",".join(text for _, text in part) for part in (citizens, households))
    yield f'{{"citizens":[{people}],"households":[{homes}],"spells":['
    comma = ""
    for fact, lines in groupby(spells, itemgetter(0)):
        name = quoted(fact)
        yield comma + ",".join(f"[{name},{quoted(subject)},{line}]" for _, subject, line in lines)
        comma = ","
    yield "]}"
