"""R4, opted out of the digital: the occasions there were, and how often another way was chosen.

An occasion is a case that was taken up and whose party cannot be reached digitally or needs
something the digital does not give, or during which a system went down. How often another way was
chosen is counted whether or not there was an occasion.
"""

from collections.abc import Iterable
from dataclasses import replace

from simulator.casework.actions.arriving import CaseArrived, SystemCameBack, SystemWentDown
from simulator.casework.actions.deciding import DecisionMade
from simulator.casework.actions.inbox import CaseClosed, CaseOpened
from simulator.casework.actions.opting_out import SAKES, DigitalOptedOut
from simulator.casework.events import Event
from simulator.casework.people import reached
from simulator.core.texts import Argument, Phrase
from simulator.debrief.evidence import Evidence
from simulator.debrief.indicators.common import of_the_day
from simulator.debrief.statements import Silence, Statement


def speak(evidence: Evidence) -> list[Statement] | Silence:
    """Return one statement of the day."""
    occasions = {case: seqs for case in evidence.cases if (seqs := _occasion(evidence, case))}
    out = list(evidence.all(DigitalOptedOut))
    if not occasions and not out:
        return Silence("no-occasion")
    cited = [*(seq for seqs in occasions.values() for seq in seqs), *(choice.seq for choice in out)]
    counts: dict[str, Argument] = {"k": len(occasions), "a": len(out), "reasons": _reasons(out)}
    well = bool(out) and {choice.case for choice in out} >= set(occasions)
    statement = of_the_day(evidence, "R4", counts, len(occasions) or len(out), cited, well)
    if occasions and out:
        return [statement]
    return [
        replace(statement, say="debrief.said.r4-not" if occasions else "debrief.said.r4-unasked")
    ]


def _occasion(evidence: Evidence, case: str) -> tuple[int, ...]:
    """Return the numbers of the events that make a case an occasion; ``()`` if it is none."""
    taken = next((event for event in evidence.of_case(case) if _takes_up(event)), None)
    if taken is None:
        return ()
    arrived = tuple(arrival.seq for arrival in evidence.all(CaseArrived, case))
    case_state = evidence.day.cases[case]
    if case_state.arrival.needs or not reached(evidence.day, case_state.party, "digital"):
        return arrived
    down = _down_during(evidence, taken.seq, case)
    return (*arrived, *down) if down else ()


def _takes_up(event: Event) -> bool:
    return isinstance(event, CaseOpened | DecisionMade)


def _down_during(evidence: Evidence, taken: int, case: str) -> tuple[int, ...]:
    """Return the events by which systems were down between a case's taking up and its end."""
    ends = [closing.seq for closing in evidence.all(CaseClosed, case)]
    ends = ends or [event.seq for event in evidence.of_case(case)]
    outages: dict[str, list[int]] = {}
    for down in evidence.all(SystemWentDown):
        back = (
            recovery.seq
            for recovery in evidence.all(SystemCameBack)
            if recovery.system == down.system
        )
        until = next((seq for seq in back if seq > down.seq), ends[-1] + 1)
        if down.seq < ends[-1] and taken < until:
            outages.setdefault(down.system, []).append(down.seq)
    return tuple(seq for seqs in outages.values() for seq in seqs)


def _reasons(out: Iterable[DigitalOptedOut]) -> Phrase:
    """Return the reasons for opting out, each once, in the order of ``SAKES``."""
    sakes = {choice.sake for choice in out}
    words = [f"debrief.sake.{sake}" for sake in SAKES if sake in sakes] or ["debrief.sake.none"]
    names = {f"s{n}": Phrase(word) for n, word in enumerate(words)}
    return Phrase(", ".join(f"{{{name}}}" for name in names), names)
