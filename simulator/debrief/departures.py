"""Decisions that part from what had been worked out in the same case."""

from collections.abc import Iterator
from dataclasses import dataclass

from simulator.casework.actions.deciding import DecisionMade, ResultReached, SuggestionShown
from simulator.casework.actions.finding import FactsSettled
from simulator.casework.actions.suggesting import SuggestionAdjusted, SuggestionFollowed
from simulator.casework.case_types import DECIDING, Answer
from simulator.casework.events import Event
from simulator.casework.phrasing import answer_phrase
from simulator.core.texts import Phrase
from simulator.debrief.evidence import Evidence


@dataclass(frozen=True)
class Departure:
    """A decision of the caseworker's with another answer than the one worked out before it."""

    event: int
    minute: int
    case: str
    worked_out: int
    """The number of the event in which the other answer was worked out."""
    what: Phrase


def departures(evidence: Evidence) -> tuple[Departure, ...]:
    """Return the decisions that part from what had been worked out, in their order."""
    return tuple(_departures(evidence))


def _departures(evidence: Evidence) -> Iterator[Departure]:
    results: dict[str | None, tuple[Event, Answer, str]] = {}
    for event in evidence.events:
        if isinstance(event, FactsSettled):
            results.pop(event.case, None)
        elif worked := _worked_out(event):
            results[event.case] = (event, *worked)
        elif isinstance(event, DecisionMade) and event.by == "player" and event.case in results:
            source, answer, how = results[event.case]
            if answer != event.answer:
                kind = evidence.kind(event)
                answers = {
                    "before": answer_phrase(kind, answer),
                    "answer": answer_phrase(kind, event.answer),
                }
                what = Phrase(f"debrief.parted.{how}", answers)
                yield Departure(event.seq, event.minute, event.case or "", source.seq, what)


def _worked_out(event: Event) -> tuple[Answer, str] | None:
    """Return the answer an event worked out before any weighing, and how, if it did."""
    match event:
        case ResultReached(answer=answer):
            return answer, "own"
        case SuggestionAdjusted(function="calculate", answer=answer):
            return answer, "own"
        case SuggestionFollowed(function="calculate", answer=answer):
            return answer, "followed"
        case SuggestionShown(function="calculate", level=level, answer=answer) if answer:
            return (answer, "system") if level == DECIDING else None
    return None
