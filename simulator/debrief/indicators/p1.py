"""P1, departed with a reason: what was changed or declined of what the system suggested.

Counts the suggestions that left the choice to the caseworker; what stood by itself at level 4 was
no suggestion. The facts of one did not hold where any that it was built on was not true, whether
that made a difference or not.
"""

from simulator.casework.actions.deciding import SuggestionShown
from simulator.casework.actions.suggesting import SuggestionAdjusted, SuggestionRejected
from simulator.casework.truth import true_value
from simulator.core.facts import split_path
from simulator.debrief.evidence import Evidence
from simulator.debrief.indicators.common import of_the_day
from simulator.debrief.statements import Silence, Statement


def speak(evidence: Evidence) -> list[Statement] | Silence:
    """Return one statement of the day."""
    shown = [suggestion for suggestion in evidence.all(SuggestionShown) if suggestion.level < 4]
    if not shown:
        return Silence("no-occasion")
    departed: list[SuggestionAdjusted | SuggestionRejected] = [
        *evidence.all(SuggestionAdjusted),
        *evidence.all(SuggestionRejected),
    ]
    reasoned = [departure for departure in departed if departure.words is not None]
    untrue = [suggestion for suggestion in shown if _rests_on_untrue(evidence, suggestion)]
    counts = {"m": len(shown), "n": len(departed), "a": len(reasoned), "w": len(untrue)}
    cited = [event.seq for event in (*shown, *departed)]
    well = bool(departed) and len(reasoned) == len(departed)
    say = "" if departed else "debrief.said.p1-none"
    return [of_the_day(evidence, "P1", counts, len(shown), cited, well, say)]


def _rests_on_untrue(evidence: Evidence, suggestion: SuggestionShown) -> bool:
    day = evidence.before[suggestion.seq]
    town, at = day.world.town, day.at(suggestion.minute)
    shown = (seen for seen in suggestion.basis if seen.state == "shown")
    return any(
        seen.value != true_value(day, town, split_path(seen.path)[1], seen.subject, at)
        for seen in shown
    )
