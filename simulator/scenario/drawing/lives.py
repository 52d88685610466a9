"""The life of one adult: work or benefit, and a month's income for every month."""

from simulator.core.clock import DayNumber, month_start, next_month
from simulator.core.draws import between, draw, pick, weighted
from simulator.scenario.drawing.chronicle import Chronicle
from simulator.scenario.drawing.pools import Pools

MONTHS = 14
PENSION_AGE = 67

# What a benefit comes to a month before tax, in kroner: rough orders of size, texture only.
_BENEFITS = {
    "kontanthjaelp": (9_000, 13_000),
    "dagpenge": (14_000, 20_300),
    "su": (6_500, 7_200),
    "folkepension": (13_500, 19_000),
    "foertidspension": (17_000, 21_000),
}


def write_life(
    chronicle: Chronicle, pools: Pools, seed: int, who: str, age: int, today: DayNumber
) -> None:
    """Write an adult's work or benefit, and their income for the last months and this one."""
    kind = _kind(seed, who, age)
    chronicle.always("benefit.kind", who, kind)
    if kind == "none":
        chronicle.always("work.employer", who, pick(pools.employers, seed, "employer", who))
        chronicle.always("work.job", who, pick(pools.jobs, seed, "job", who))
    low, high = _BENEFITS.get(kind, (19_000, 46_000))
    usual = between(low // 50, high // 50, seed, "income", who) * 50
    month = month_start(today)
    months = [month]
    for _ in range(MONTHS - 1):
        months.append(month_start(months[-1] - 1))
    turn = between(2, MONTHS - 2, seed, "income.turn", who)
    before = usual * between(88, 104, seed, "income.before", who) // 5_000 * 50
    changes = draw(seed, "income.changes", who) < 0.3
    for back, first in enumerate(months):
        figure = before if changes and back >= turn else usual
        chronicle.month("income.monthly", who, figure * 100, first)


def _kind(seed: int, who: str, age: int) -> str:
    if age >= PENSION_AGE:
        return "folkepension"
    young = (("none", 55), ("su", 35), ("kontanthjaelp", 6), ("dagpenge", 4))
    grown = (("none", 82), ("kontanthjaelp", 5), ("dagpenge", 7), ("foertidspension", 6))
    return weighted(young if age < 26 else grown, seed, "work", who)


def months_between(begins: DayNumber, ends: DayNumber) -> tuple[DayNumber, ...]:
    """Return the first days of the months from one day up to, not including, another's."""
    months = []
    month = month_start(begins)
    while month < ends:
        months.append(month)
        month = next_month(month)
    return tuple(months)
