"""The hash a town is known by: equal towns have equal hashes, on every machine."""

from collections.abc import Iterable, Iterator, Sequence
from hashlib import blake2b
from itertools import groupby
from json.encoder import encode_basestring as quoted
from operator import itemgetter

from simulator.town.plain import from_texts, spell_texts, to_texts
from simulator.town.town import Town

Texts = Sequence[tuple[str, str]]
"""Citizens or households: pairs of an id and the citizen or household as JSON."""
SpellText = tuple[str, str, str]
"""The id of a fact, the id of a subject, and the timeline of the two as JSON."""


def digest(town: Town) -> str:
    """Return the hash of a town as 32 hexadecimal digits; it is computed once and kept.

    Only the town as it was drawn counts, not what decisions have made true since.
    """
    known: str | None = vars(town).get("_digest")
    if known is None:
        known = vars(town)["_digest"] = _worked_out(town)
    return known


def _worked_out(town: Town) -> str:
    return digest_of_texts(*to_texts(town), spell_texts(town))


def digest_of_texts(citizens: Texts, households: Texts, spells: Iterable[SpellText]) -> str:
    """Return the hash of a town from its texts, as ``to_texts`` and ``spell_texts`` write them."""
    state = blake2b(digest_size=16)
    for part in _text(citizens, households, spells):
        state.update(part.encode())
    return state.hexdigest()


def town_of_texts(
    hash_: str, citizens: Texts, households: Texts, spells: Sequence[SpellText]
) -> Town:
    """Return the town whose texts these are, in any order, and check that its hash is ``hash_``.

    The texts are hashed as they are, which is faster than reading the town and writing it again.
    Raises ``ValueError`` if they are the texts of another town, or no town's.
    """
    people, homes, lines = sorted(citizens), sorted(households), sorted(spells)
    if digest_of_texts(people, homes, lines) != hash_:
        raise ValueError("another town")
    town = from_texts((text for _, text in people), (text for _, text in homes), lines)
    vars(town)["_digest"] = hash_
    return town


def _text(citizens: Texts, households: Texts, spells: Iterable[SpellText]) -> Iterator[str]:
    """Yield a town as one JSON text, in parts: that of a large town would take much memory."""
    people, homes = (",".join(text for _, text in part) for part in (citizens, households))
    yield f'{{"citizens":[{people}],"households":[{homes}],"spells":['
    comma = ""
    for fact, lines in groupby(spells, itemgetter(0)):
        name = quoted(fact)
        yield comma + ",".join(f"[{name},{quoted(subject)},{line}]" for _, subject, line in lines)
        comma = ","
    yield "]}"
