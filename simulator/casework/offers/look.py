"""Offers to look: systems, the citizen's own words, where a value came from."""

from simulator.casework.acts.common import asks_basis
from simulator.casework.as_read import has_letter
from simulator.casework.commands import LookUp, ReadFreetext, SeeAsCitizen, Trace
from simulator.casework.day import Case, Day
from simulator.casework.offers.making import offer, one, option, text
from simulator.casework.phrasing import fact_label, source_name, value_measure
from simulator.casework.views import Answers, Offer, Option
from simulator.core.texts import Phrase
from simulator.landscape.systems import System


def look_offers(day: Day, case: Case) -> tuple[Offer, ...]:
    """Return the offers to look at something about the case in hand."""
    traceable = sights(day, case)
    read = offer(
        day,
        "read_freetext",
        "look",
        lambda _: ReadFreetext(case.id),
        refused="" if case.arrival.says else "no-own-words",
    )
    trace = offer(
        day,
        "trace",
        "look",
        lambda a: Trace(case.id, *text(a, "value").partition("@")[::2]),
        one("value", traceable),
        refused="" if traceable else "nothing-to-trace",
    )
    citizen = offer(
        day,
        "see_as_citizen",
        "look",
        lambda _: SeeAsCitizen(case.id),
        refused="" if has_letter(case) else "no-letter-yet",
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
    pages = tuple(option(page.id, page.title) for page in system.pages)
    blanks = [one("page", pages, preset=pages[0].value)]
    if asks_basis(day, system):
        kind = day.case_type(case)
        none = (option("", Phrase("basis.none")),) if system.empty_basis else ()
        blanks.append(one("basis", (option(kind.id, kind.legal_basis), *none)))

    def make(answers: Answers) -> LookUp:
        page = text(answers, "page") or pages[0].value
        return LookUp(case.id, system.id, page, text(answers, "basis"))

    return offer(
        day,
        f"look_up.{system.id}",
        "look",
        make,
        *blanks,
        minutes=system.minutes,
        refused="" if day.world.landscape.works(system.id, day.now) else "system-down",
        label=Phrase("offer.look_up", {"system": system.name}),
    )
