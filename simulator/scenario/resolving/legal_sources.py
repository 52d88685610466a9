"""Checking where rules, time limits and figures were found, and when somebody last looked."""

from collections.abc import Collection

from simulator.casework.case_types import Amount, CaseType
from simulator.casework.legal_sources import About, LegalSource, outdated
from simulator.casework.rights import Right
from simulator.core.clock import iso
from simulator.scenario.diagnostics import listed
from simulator.scenario.resolving.source import Part, Source


def check_sources(source: Source, made: CaseType) -> None:
    """Note what of a case type has no source, and which sources have no date or the wrong one."""
    here = source.items.at("case-types", made.id)
    owed: tuple[About, ...] = ("legal-basis", "deadline-days")
    if "hear" in made.order:
        owed = (*owed, "hearing-days")
    told = {cited.about for cited in made.sources}
    if lacking := [about for about in owed if about not in told]:
        here.wrong("P0910", "sources", found=made.id, lacking=listed(lacking))
    for n, cited in enumerate(made.sources):
        there = here.at("sources", n)
        there.text(cited.source, "", "source")
        check_dates(source, there, f"{made.id}, {cited.about}", cited)


def check_amounts(source: Source, used: Collection[str]) -> None:
    """Note which of the amounts a day uses have a source without a date, or with the wrong one."""
    for id_ in used:
        amount, here = source.amounts[id_], source.items.at("amounts", id_)
        here.text(amount.source, "", "source")
        check_dates(source, here, id_, amount)


def check_dates(source: Source, here: Part, name: str, cited: LegalSource | Amount | Right) -> None:
    """Note which date a source lacks, and whether it holds and was looked at on the day."""
    dates = {"valid-from": cited.valid_from, "looked-at": cited.looked_at}
    if lacking := [key for key, date in dates.items() if date is None]:
        here.wrong("P0911", found=name, lacking=listed(lacking))
    if cited.valid_from is not None and cited.valid_from > source.scenario.day.date:
        here.wrong("P0915", "valid-from", found=name, day=iso(cited.valid_from))
    if cited.looked_at and outdated(cited.looked_at, source.scenario.day.date):
        here.wrong("P0912", "looked-at", found=name, day=iso(cited.looked_at))
