"""A day with much in it: two case types, five parties, outages, injects, an urgent case, calls."""

from simulator.casework.case_types import CaseType
from simulator.casework.opening import Arrival, Dial, Inject, Opening
from simulator.core.clock import moment
from simulator.core.texts import Text
from simulator.core.values import changed
from simulator.landscape.integrations import Carry, Integration
from simulator.landscape.systems import Field, Landscape, Outage, Page, System
from simulator.town.town import Citizen, Town
from tests.casework.small import (
    CONDUCT,
    DAY,
    INCOME,
    SUBSIDY,
    SYSTEMS,
    WEIGHED,
    a_town,
    an_opening,
    arrow,
    citizen,
    text,
)

HASTY: CaseType = changed(SUBSIDY, order=("find", "calculate", "write", "pay", "hear"))
RINGING = changed(CONDUCT, rings_about_waiting=90, rings_about_letter=70, rings_about_adverse=90)
PEOPLE: tuple[Citizen, ...] = (
    citizen("amina", knows={INCOME: "roughly"}),
    citizen("bodil", digital="none", trust=10),
    citizen("carl", patience=0, knows={INCOME: "unknown"}),
    citizen("dagny", patience=100, trust=100),
    citizen("erik", digital="assisted"),
)
YDELSE = System(
    "ydelse",
    text("Ydelse"),
    text("owner"),
    "queue",
    (Page("income", text("Income"), (Field(INCOME, "IND", 2),)),),
    minutes=2,
    opens=490,
    closes=700,
    asks_basis="first",
    hidden={"caseworker": ()},
)


def at(minute: int) -> int:
    return moment(DAY, minute)


def a_busy_town() -> Town:
    return a_town(*PEOPLE)


def a_busy_opening(
    levels: dict[str, int], cases: tuple[CaseType, ...] = (SUBSIDY, WEIGHED), seed: int = 42
) -> Opening:
    """A morning of five cases; ``levels`` are those of every case type, by function."""
    hourly = Integration("overblik", "ydelse", {INCOME: Carry(INCOME)}, every=60, offset=30)
    outages = (
        Outage("overblik", at(500), at(520)),
        Outage("eindkomst", at(300), at(495)),
        Outage("overblik", at(560), at(600)),
        Outage("ydelse", at(0), at(60)),
    )
    arrivals = tuple(
        Arrival(
            f"S-{101 + n}",
            cases[n % len(cases)].id,
            one.id,
            480 + 12 * n,
            "self-service",
            "says.amina" if n % 2 else "",
            urgent="cue" if n == 3 else "",
        )
        for n, one in enumerate(PEOPLE)
    )
    dials = tuple(
        Dial(kind.id, function, (0, 1, 2, 3, 4), levels.get(function, 0))
        for kind in cases
        for function in kind.order
    )
    plain = an_opening(SUBSIDY, seed=seed, conduct=RINGING, arrivals=arrivals, dials=dials)
    return changed(
        plain,
        landscape=Landscape({**SYSTEMS, "ydelse": YDELSE}, (arrow(), hourly), outages),
        case_types={kind.id: kind for kind in cases},
        injects=(Inject("cake", 540, "colleague", "cake"), Inject("leader", 600, "leader", "go")),
        texts={
            **plain.texts,
            "cue": Text("haster", "urgent"),
            "cake": text("Cake"),
            "go": text("Go"),
        },
    )
