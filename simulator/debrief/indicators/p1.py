"""P1, departed with a reason: what was changed or declined of what the system suggested.

Counts the suggestions that left the choice to the caseworker; what stood by itself at level 4 was
no suggestion. That the facts of one did not hold is worked out from the landscape.
"""

from simulator.casework.actions.deciding import SuggestionShown
from simulator.casework.actions.suggesting import SuggestionAdjusted, SuggestionRejected
from simulator.debrief.causes import lies_in_a_fact
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
    untrue = {finding.event for finding in evidence.findings if lies_in_a_fact(finding)}
    wrong = [suggestion for suggestion in shown if suggestion.seq in untrue]
    counts = {"m": len(shown), "n": len(departed), "a": len(reasoned), "w": len(wrong)}
    cited = [event.seq for event in (*shown, *departed)]
    well = bool(departed) and len(reasoned) == len(departed)
    return [of_the_day(evidence, "P1", counts, len(shown), cited, well)]
