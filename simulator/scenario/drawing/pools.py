"""Pools of texture, drawn once from Faker: names, streets, employers, jobs."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache

from faker import Faker

SIZE = 240


@dataclass(frozen=True)
class Pools:
    """What people, streets and employers can be called."""

    women: tuple[str, ...]
    men: tuple[str, ...]
    families: tuple[str, ...]
    streets: tuple[str, ...]
    employers: tuple[str, ...]
    jobs: tuple[str, ...]


@cache
def pools() -> Pools:
    """Return the pools. Choosing from them by keyed draws is far faster than asking Faker."""
    fake = Faker("da_DK")
    fake.seed_instance(1)
    return Pools(
        women=_several(fake.first_name_female),
        men=_several(fake.first_name_male),
        families=_several(fake.last_name),
        streets=_several(fake.street_name),
        employers=_several(fake.company),
        jobs=_several(fake.job),
    )


def _several(make: Callable[[], str]) -> tuple[str, ...]:
    return tuple(sorted({make() for _ in range(SIZE)}))
