"""The hash a town is known by: equal towns have equal hashes, on every machine."""

import json
from hashlib import blake2b

from simulator.town.plain import to_plain
from simulator.town.town import Town


def digest(town: Town) -> str:
    """Return the hash of a town, 32 hexadecimal digits."""
    text = json.dumps(to_plain(town), ensure_ascii=False, separators=(",", ":"), sort_keys=True)
    return blake2b(text.encode(), digest_size=16).hexdigest()
