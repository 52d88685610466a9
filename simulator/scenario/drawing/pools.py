"""Pools of texture, drawn once from Faker: names by language, streets, employers, jobs."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache

from faker import Faker

SIZE = 240

LANGUAGES = (("da", 88), ("en", 2), ("pl", 3), ("tr", 2), ("ar", 2), ("ro", 2), ("de", 1))
"""What families speak, in hundredths; those whose names Faker writes in our letters."""
_LOCALES = {"en": "en_GB", "pl": "pl_PL", "tr": "tr_TR", "ar": "fr_DZ", "ro": "ro_RO"}
_LOCALES |= {"de": "de_DE"}
_PROVIDERS = [f"faker.providers.{name}" for name in ("address", "company", "job", "person")]
"""What is asked of Faker. It has a score more, each of which it would look for on the disk."""


@dataclass(frozen=True)
class Names:
    """What people who speak a language can be called."""

    women: tuple[str, ...]
    men: tuple[str, ...]
    families: tuple[str, ...]


@dataclass(frozen=True)
class Pools:
    """What streets, employers and jobs can be called."""

    streets: tuple[str, ...]
    employers: tuple[str, ...]
    jobs: tuple[str, ...]


@cache
def pools() -> Pools:
    """Return the pools. Choosing from them by keyed draws is far faster than asking Faker."""
    fake = _faker("da")
    return Pools(_several(fake.street_name), _several(fake.company), _several(fake.job))


@cache
def names(language: str) -> Names:
    """Return the names of a language; Danish ones where Faker has none in our letters."""
    fake = _faker(language)
    found = (fake.first_name_female, fake.first_name_male, fake.last_name)
    return Names(*map(_several, found))


def _faker(language: str) -> Faker:
    fake = Faker(_LOCALES.get(language, "da_DK"), providers=_PROVIDERS)
    fake.seed_instance(1)
    return fake


def _several(make: Callable[[], str]) -> tuple[str, ...]:
    return tuple(sorted({make() for _ in range(SIZE)}))
