"""The hash a town is known by: equal towns have equal hashes, on every machine."""

from collections.abc import Iterator
from hashlib import blake2b
from itertools import groupby
from json.encoder import encode_basestring as quoted
from operator import itemgetter

from simulator.town.plain import spell_texts, to_texts
from simulator.town.town import Town


def digest(town: Town) -> str:
    """Return the hash of a town, 32 hexadecimal digits; it is worked out once a town.

    What has become true since it was drawn is no part of it.
    """
    known: str | None = vars(town).get("_digest")
    if known is None:
        known = vars(town)["_digest"] = _worked_out(town)
    return known


def _worked_out(town: Town) -> str:
    state = blake2b(digest_size=16)
    for part in _text(town):
        state.update(part.encode())
    return state.hexdigest()


def _text(town: Town) -> Iterator[str]:
    """Give a town as one JSON text, in parts: the whole of a large one takes room."""
    citizens, households = (",".join(text for _, text in part) for part in to_texts(town))
    yield f'{{"citizens":[{citizens}],"households":[{households}],"spells":['
    comma = ""
    for fact, lines in groupby(spell_texts(town), itemgetter(0)):
        name = quoted(fact)
        yield comma + ",".join(f"[{name},{quoted(subject)},{line}]" for _, subject, line in lines)
        comma = ","
    yield "]}"
