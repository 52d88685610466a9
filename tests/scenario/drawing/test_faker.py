"""What Faker gives for our seed: a version that gave something else would draw another town."""

from collections.abc import Iterable
from hashlib import blake2b

import faker
import pytest

from simulator.scenario.drawing.pools import LANGUAGES, jobs, names

GIVEN = {
    "jobs": "05ae64ce3bcfe08a",
    "names da": "a1745cbfb243c790",
    "names en": "5e8e4f1dd597ad46",
    "names pl": "c885930e293667f4",
    "names tr": "0323195d0c07b87c",
    "names ar": "4fe16540a3ebd904",
    "names ro": "f76f2f799e2bb763",
    "names de": "e2a969ce64108fc9",
}
"""The digest of each pool that towns take words from, and of the names of each language."""
ANOTHER_TOWN = """
Faker {version} gives other {pool} than the Faker this program was made with. With it, a day of the
same name and seed is played in another town: other names, streets or employers. Sessions that are
stored already are unaffected: their town is stored with them, and they never ask Faker.

What to do: if Faker was upgraded by chance, install the version from before. If the upgrade is
wanted, look at the days that come with the program (their drawn people have other names now),
write the new digest here, renew the golden logs of the rehearsed days, and tell teachers in the
changelog that a day begun from now on is played in another town.

What it gives now: {digest}
"""


def digest(words: Iterable[str]) -> str:
    return blake2b("\n".join(words).encode(), digest_size=8).hexdigest()


def given(pool: str) -> tuple[str, ...]:
    if not pool.startswith("names "):
        return jobs()
    found = names(pool.removeprefix("names "))
    return (*found.women, *found.men, *found.families)


def test_every_pool_and_every_language_is_pinned() -> None:
    assert GIVEN.keys() == {"jobs", *(f"names {language}" for language, _ in LANGUAGES)}


@pytest.mark.parametrize("pool", GIVEN)
def test_faker_gives_what_it_gave_when_the_days_were_made(pool: str) -> None:
    found = digest(given(pool))
    told = ANOTHER_TOWN.format(version=faker.VERSION, pool=pool, digest=found)
    assert found == GIVEN[pool], told
