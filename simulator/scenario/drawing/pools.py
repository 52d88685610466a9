"""Pools of names: people's by language and jobs, drawn once from Faker; streets and employers.

Faker's streets and firms are real ones, or may be: ours are put together from the library's words.
"""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache

from faker import Faker

from simulator.core.untrusted import clean

SIZE = 240

LANGUAGES = (("da", 88), ("en", 2), ("pl", 3), ("tr", 2), ("ar", 2), ("ro", 2), ("de", 1))
"""The languages of families with their per cent; Faker has their names in Latin letters."""
_LOCALES = {"en": "en_GB", "pl": "pl_PL", "tr": "tr_TR", "ar": "fr_DZ", "ro": "ro_RO"}
_LOCALES |= {"de": "de_DE"}
_PROVIDERS = [f"faker.providers.{name}" for name in ("job", "person")]
"""The providers we use. Faker has twenty more, and would look for each of them on the disk."""


@dataclass(frozen=True)
class Names:
    """The names people who speak a language can have."""

    women: tuple[str, ...]
    men: tuple[str, ...]
    families: tuple[str, ...]


@dataclass(frozen=True)
class Places:
    """What the names of streets and employers are put together from."""

    things: tuple[str, ...]
    land: tuple[str, ...]
    ways: tuple[str, ...]
    trades: tuple[str, ...]


@dataclass(frozen=True)
class Pools:
    """The names streets, employers and jobs can have."""

    streets: tuple[str, ...]
    employers: tuple[str, ...]
    jobs: tuple[str, ...]


@cache
def pools(places: Places) -> Pools:
    """Return the pools. A keyed draw from a pool is far faster than a call of Faker."""
    spots = [clean(thing + land) for thing in places.things for land in places.land]
    streets = tuple(clean(spot + way) for spot in spots for way in places.ways)
    employers = tuple(clean(f"{spot} {trade}") for spot in spots for trade in places.trades)
    return Pools(streets, employers, jobs())


@cache
def jobs() -> tuple[str, ...]:
    """Return what somebody can work as."""
    return _several(_faker("da").job)


@cache
def names(language: str) -> Names:
    """Return the names of a language; Danish names if Faker has none in Latin letters."""
    fake = _faker(language)
    makers = (fake.first_name_female, fake.first_name_male, fake.last_name)
    return Names(*map(_several, makers))


def _faker(language: str) -> Faker:
    fake = Faker(_LOCALES.get(language, "da_DK"), providers=_PROVIDERS)
    fake.seed_instance(1)
    return fake


def _several(make: Callable[[], str]) -> tuple[str, ...]:
    return tuple(sorted({make() for _ in range(SIZE)}))
