"""What a played day came to, matter by matter: its answer, and whether that stands."""

from dataclasses import dataclass
from typing import Literal

from simulator.casework.actions.deciding import DecisionMade
from simulator.casework.actions.hearing import ANSWERS, Answered, HearingSent
from simulator.casework.automation import values_of
from simulator.casework.case_types import Answer
from simulator.casework.day import Case, Day
from simulator.casework.events import Event
from simulator.casework.heard import to_be_heard_first, waited_for
from simulator.casework.rules import Look
from simulator.casework.truth import Judged
from simulator.core.clock import MINUTES_A_DAY
from simulator.rehearsal.playing import Rehearsal

Given = Literal["much", "little", "other"]
"""What a wrong answer gives beside the truth's: more, less, or something that is neither."""


@dataclass(frozen=True, slots=True)
class Matter:
    """One case, as a played day left it."""

    case: str
    party: str
    met: bool
    """Whether anybody, or automation, came to it at all."""
    answer: Answer | None = None
    """What was decided, or how it was put off; None where nothing was."""
    right: bool | None = None
    """Whether the answer stands; None where there is none."""
    given: Given | Literal[""] = ""
    """What an answer that does not stand gives; ``""`` for every other."""
    told: bool = False
    """Whether a letter with it was sent. One that only puts the matter off answers nobody."""
    in_time: bool = False
    """Whether that was within the days its case type has."""
    owed_hearing: bool = False
    """Whether the answer is against the party and hangs on what they may not know of."""
    heard: bool = False
    """Whether they were then heard before it, and an answer was waited for."""


def matters(played: Rehearsal) -> tuple[Matter, ...]:
    """Return every case of a played day, in the order they arrived."""
    day, of_case = played.day, _of_cases(played.events)
    return tuple(_matter(day, case, of_case.get(case.id, [])) for case in day.cases.values())


Bearing = DecisionMade | HearingSent | Answered
"""The events that tell whether somebody was heard in time."""


def _of_cases(log: tuple[Event, ...]) -> dict[str, list[Bearing]]:
    by_case: dict[str, list[Bearing]] = {}
    for event in log:
        if isinstance(event, Bearing):
            by_case.setdefault(event.case or "", []).append(event)
    return by_case


def _matter(day: Day, case: Case, log: list[Bearing]) -> Matter:
    outcome = day.outcome(case)
    if outcome is None:
        return Matter(case.id, case.party, met=case.opened or bool(case.done))
    judged = Judged(day, case)
    right = judged.stands(case.decision)
    owed = outcome.adverse and not outcome.pending and _owed(day, case, log)
    told = case.letter_at is not None and not outcome.pending
    last = day.case_type(case).deadline_days
    return Matter(
        case.id,
        case.party,
        met=True,
        answer=case.decision,
        right=right,
        given="" if right else _given(day, case, judged),
        told=told,
        in_time=told and (case.letter_at or 0) // MINUTES_A_DAY <= last,
        owed_hearing=owed,
        heard=owed and waited_for(*_decided_on(case, log)) is not None,
    )


def _owed(day: Day, case: Case, log: list[Bearing]) -> bool:
    decision, sent, _ = _decided_on(case, log)
    return to_be_heard_first(day.opening, day.case_type(case), decision, sent)


def _decided_on(
    case: Case, log: list[Bearing]
) -> tuple[DecisionMade, list[HearingSent], list[Answered]]:
    """Return the decision a case ended with, the hearings before it, and all answers to them."""
    (decision,) = (e for e in log if isinstance(e, DecisionMade) and e.seq == case.decided_at)
    sent = [event for event in log if isinstance(event, HearingSent) and event.seq < decision.seq]
    return decision, sent, [event for event in log if isinstance(event, ANSWERS)]


_KINDS = ("refused", "less", "granted")
"""From the least to the most that somebody can be given."""


def _given(day: Day, case: Case, judged: Judged) -> Given:
    """Return what a wrong answer gives: by its kind, else by what it pays, else by its figure."""
    ours = _worth(day, case, case.decision, values_of(case.built_on))
    theirs = _worth(day, case, judged.true, judged.truth)
    if ours is None or theirs is None or ours == theirs:
        return "other"
    return "much" if ours > theirs else "little"


def _worth(day: Day, case: Case, answer: Answer | None, look: Look) -> tuple[int, int, int] | None:
    """Return an answer as what can be compared, what gives more after what gives less.

    ``None`` where it is no answer, or only puts the matter off.
    """
    kind = day.case_type(case).outcome(answer.outcome).kind if answer else "pending"
    if answer is None or kind not in _KINDS:
        return None
    return _KINDS.index(kind), day.rule(case).pays(answer.outcome, look), answer.figure or 0
