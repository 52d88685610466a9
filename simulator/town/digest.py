"""The hash a town is known by: equal towns have equal hashes, on every machine."""

from hashlib import blake2b
from json.encoder import encode_basestring as quoted

from simulator.town.plain import spell_texts, to_texts
from simulator.town.town import Town


def digest(town: Town) -> str:
    """Return the hash of a town, 32 hexadecimal digits."""
    citizens, households = (",".join(text for _, text in part) for part in to_texts(town))
    spells = ",".join(
        f"[{quoted(fact)},{quoted(subject)},{line}]" for fact, subject, line in spell_texts(town)
    )
    text = f'{{"citizens":[{citizens}],"households":[{households}],"spells":[{spells}]}}'
    return blake2b(text.encode(), digest_size=16).hexdigest()
