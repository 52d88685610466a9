"""Offers to look: systems, the citizen's own words, where a value came from."""

from simulator.casework.commands import LookUp, ReadFreetext, SeeAsCitizen, Trace
from simulator.casework.day import Case, Day
from simulator.casework.offers.making import offer, one, option, text
from simulator.casework.phrasing import fact_label, source_name, value_measure
from simulator.casework.views import Answers, Offer, Option
from simulator.core.clock import minute_of
from simulator.core.texts import Phrase
from simulator.landscape.systems import System


def look_offers(day: Day, case: Case) -> tuple[Offer, ...]:
    """Return the offers to look at something about the case in hand."""
    price = day.opening.prices.get
    read = offer(
        "read_freetext",
        "look",
        price("read_freetext", 0),
        lambda _: ReadFreetext(case.id),
        refused="" if case.arrival.says else "no-own-words",
    )
    traceable = sights(day, case)
    trace = offer(
        "trace",
        "look",
        price("trace", 0),
        lambda a: Trace(case.id, *text(a, "value").partition("@")[::2]),
        one("value", traceable),
        refused="" if traceable else "nothing-to-trace",
    )
    citizen = offer(
        "see_as_citizen", "look", price("see_as_citizen", 0), lambda _: SeeAsCitizen(case.id)
    )
    systems = day.opening.landscape.systems.values()
    return (read, *(_look_up(day, case, system) for system in systems), trace, citizen)


def sights(day: Day, case: Case) -> tuple[Option, ...]:
    """Return the values seen in systems, as options ``path@system``."""
    return tuple(
        option(
            f"{s.path}@{s.source}",
            Phrase(
                "sight",
                {
                    "fact": fact_label(day, s.path),
                    "value": value_measure(day, s),
                    "source": source_name(day, s.source),
                },
            ),
        )
        for s in case.seen
        if s.state == "shown" and s.source != "citizen"
    )


def _look_up(day: Day, case: Case, system: System) -> Offer:
    now = day.now
    working = system.open_at(minute_of(now)) and day.world.landscape.up(system.id, now)
    pages = tuple(option(page.id, page.title) for page in system.pages)
    kind = day.case_type(case)
    none = (option("", Phrase("basis.none")),) if system.empty_basis else ()
    bases = (option(kind.id, kind.legal_basis), *none)
    asks = system.asks_basis == "always" or (
        system.asks_basis == "first" and system.id not in day.bases
    )
    blanks = [one("page", pages, preset=pages[0].value)]
    if asks:
        blanks.append(one("basis", bases))

    def make(answers: Answers) -> LookUp:
        return LookUp(
            case.id, system.id, text(answers, "page") or pages[0].value, text(answers, "basis")
        )

    return offer(
        f"look_up.{system.id}",
        "look",
        system.minutes,
        make,
        *blanks,
        refused="" if working else "system-down",
        label=Phrase("offer.look_up", {"system": system.name}),
    )
