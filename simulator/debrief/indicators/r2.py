"""R2, the citizen's own words: whether they had been opened when their case was decided."""

from simulator.casework.actions.arriving import CaseArrived
from simulator.casework.actions.looking.reading import FreetextOpened
from simulator.debrief.evidence import Evidence
from simulator.debrief.indicators.common import of_the_day
from simulator.debrief.statements import Silence, Statement


def speak(evidence: Evidence) -> list[Statement] | Silence:
    """Return one statement of the day."""
    came = {arrival.case: arrival.seq for arrival in evidence.all(CaseArrived) if arrival.says}
    if not came:
        return Silence("no-occasion")
    decided: dict[str | None, int] = {}
    for decision in evidence.decisions():
        if decision.case in came:
            decided.setdefault(decision.case, decision.seq)
    if not decided:
        return Silence("no-ground")
    opened: dict[str | None, int] = {}
    for look in evidence.all(FreetextOpened):
        if look.seq < decided.get(look.case, 0):
            opened.setdefault(look.case, look.seq)
    cited = [*(came[case] for case in decided), *decided.values(), *opened.values()]
    counts = {"n": len(decided), "a": len(opened)}
    return [of_the_day(evidence, "R2", counts, len(decided), cited, len(opened) == len(decided))]
