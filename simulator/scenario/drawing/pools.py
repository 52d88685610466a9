"""Pools of names, drawn once from Faker: people's by language, streets, employers, jobs."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache

from faker import Faker

SIZE = 240

LANGUAGES = (("da", 88), ("en", 2), ("pl", 3), ("tr", 2), ("ar", 2), ("ro", 2), ("de", 1))
"""The languages of families with their per cent; Faker has their names in Latin letters."""
_LOCALES = {"en": "en_GB", "pl": "pl_PL", "tr": "tr_TR", "ar": "fr_DZ", "ro": "ro_RO"}
_LOCALES |= {"de": "de_DE"}
_PROVIDERS = [f"faker.providers.{name}" for name in ("address", "company", "job", "person")]
"""The providers we use. Faker has twenty more, and would look for each of them on the disk."""


@dataclass(frozen=True)
class Names:
    """The names people who speak a language can have."""

    women: tuple[str, ...]
    men: tuple[str, ...]
    families: tuple[str, ...]


@dataclass(frozen=True)
class Pools:
    """The names streets, employers and jobs can have."""

    streets: tuple[str, ...]
    employers: tuple[str, ...]
    jobs: tuple[str, ...]


@cache
def pools() -> Pools:
    """Return the pools. A keyed draw from a pool is far faster than a call of Faker."""
    fake = _faker("da")
    return Pools(_several(fake.street_name), _several(fake.company), _several(fake.job))


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
