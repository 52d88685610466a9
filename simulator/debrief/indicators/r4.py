"""R4, opted out of digital channels: the occasions there were, and in how many it was done.

An occasion is a case that was taken up and whose party needs something digital channels do not
give, or cannot be reached by them and was not written to on paper anyway, or during which a system
was down. Cases in which another channel was chosen although none of this is known are told apart.
"""

from collections.abc import Iterable

from simulator.casework.actions.arriving import CaseArrived, SystemCameBack, SystemWentDown
from simulator.casework.actions.day import DayClosed
from simulator.casework.actions.deciding import DecisionMade
from simulator.casework.actions.inbox import CaseClosed, CaseHandedOver, CaseOpened
from simulator.casework.actions.opting_out import SAKES, DigitalOptedOut
from simulator.casework.actions.writing import LetterSent
from simulator.casework.events import Event
from simulator.casework.people import reached
from simulator.core.texts import Argument, Phrase
from simulator.debrief.evidence import Evidence
from simulator.debrief.indicators.common import of_the_day
from simulator.debrief.statements import Silence, Statement

ENDS = (LetterSent, CaseClosed, CaseHandedOver, DayClosed)
"""What ends the time in which another channel can be chosen for a case."""


def speak(evidence: Evidence) -> list[Statement] | Silence:
    """Return one statement of the day."""
    occasions = {case: seqs for case in evidence.cases if (seqs := _occasion(evidence, case))}
    out = list(evidence.all(DigitalOptedOut))
    if not occasions and not out:
        return Silence("no-occasion")
    taken = [choice for choice in out if choice.case in occasions]
    others = [choice for choice in out if choice.case not in occasions]
    cases = {choice.case for choice in taken}
    counts: dict[str, Argument] = {
        "k": len(occasions),
        "a": len(cases),
        "b": len({choice.case for choice in others}),
        "reasons": _reasons(taken),
        "others": _reasons(others),
    }
    cited = [*(seq for seqs in occasions.values() for seq in seqs), *(choice.seq for choice in out)]
    well, of = bool(out) and cases >= set(occasions), len(occasions) or len(out)
    which = _which(occasions=bool(occasions), taken=bool(taken), others=bool(others))
    say = which and f"debrief.said.r4-{which}"
    return [of_the_day(evidence, "R4", counts, of, cited, well, say)]


def _which(*, occasions: bool, taken: bool, others: bool) -> str:
    """Return which sentence it is; ``""`` for the rule's own."""
    if not occasions:
        return "unasked"
    words = (*(() if taken else ("not",)), *(("others",) if others else ()))
    return "-".join(words)


def _occasion(evidence: Evidence, case: str) -> tuple[int, ...]:
    """Return the numbers of the events that make a case an occasion; ``()`` if it is none."""
    taken = next((event for event in evidence.of_case(case) if _takes_up(event)), None)
    if taken is None:
        return ()
    arrived = tuple(arrival.seq for arrival in evidence.all(CaseArrived, case))
    if _needs_another(evidence, case):
        return arrived
    down = _down_during(evidence, taken.seq, case)
    return (*arrived, *down) if down else ()


def _needs_another(evidence: Evidence, case: str) -> bool:
    """Return whether the party needs another channel, and does not get it without anybody's act."""
    day, case_state = evidence.day, evidence.day.cases[case]
    if set(case_state.arrival.needs) - {"other-channel"}:
        return True
    reachable = reached(day, case_state.party, "digital") and not case_state.arrival.needs
    chosen = any(True for _ in evidence.all(DigitalOptedOut, case))
    letters = (letter.channel != "digital" for letter in evidence.all(LetterSent, case))
    return not reachable and (chosen or not any(letters))


def _takes_up(event: Event) -> bool:
    return isinstance(event, CaseOpened | DecisionMade)


def _down_during(evidence: Evidence, taken: int, case: str) -> tuple[int, ...]:
    """Return the events by which systems were down while another channel could be chosen."""
    end = _end(evidence, taken, case)
    outages: dict[str, list[int]] = {}
    for down in evidence.all(SystemWentDown):
        back = (
            recovery.seq
            for recovery in evidence.all(SystemCameBack)
            if recovery.system == down.system
        )
        until = next((seq for seq in back if seq > down.seq), end)
        if down.seq < end and taken < until:
            outages.setdefault(down.system, []).append(down.seq)
    return tuple(seq for seqs in outages.values() for seq in seqs)


def _end(evidence: Evidence, taken: int, case: str) -> int:
    """Return the number of the event that ends a case for the day, or of the last there is."""
    ends = (event.seq for event in evidence.events if _ends(event, case) and event.seq > taken)
    return next(ends, evidence.events[-1].seq)


def _ends(event: Event, case: str) -> bool:
    return isinstance(event, ENDS) and event.case in (case, None)


def _reasons(out: Iterable[DigitalOptedOut]) -> Phrase:
    """Return the reasons for opting out, each once, in the order of ``SAKES``."""
    sakes = {choice.sake for choice in out}
    words = [f"debrief.sake.{sake}" for sake in SAKES if sake in sakes] or ["debrief.sake.none"]
    names = {f"s{n}": Phrase(word) for n, word in enumerate(words)}
    return Phrase("; ".join(f"{{{name}}}" for name in names), names)
