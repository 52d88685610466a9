"""Everything that happens in a day, one module a family.

An event is the only thing stored and the only thing that changes a day. Past tense, ids and raw
values only: never a sentence in a language, never the student's words, nothing of the machine.
Four things stay apart everywhere: *exposed* (was on an opened page), *opened* (a deliberate act),
*relied on* (picked as ground for a decision), *told* (stood in a letter).
"""

from collections.abc import Mapping

from simulator.casework.events.base import BY_KIND, Event

__all__ = ["BY_KIND", "KINDS", "Event"]

from simulator.casework.events import (  # noqa: F401 - each family registers its kinds
    acting,
    after,
    arrival,
    automation,
    case,
    frame,
    looking,
    opting_out,
    reflection,
    repairing,
    talking,
)

KINDS: Mapping[str, tuple[str, ...]] = {
    "frame": (
        "day.opened",
        "prebrief.accepted",
        "intention.stated",
        "level.chosen",
        "level.changed",
        "time.passed",
        "break.taken",
        "day.closed",
        "day.ended",
        "command.refused",
    ),
    "arrival": (
        "case.arrived",
        "call.rang",
        "call.rang_out",
        "visitor.came",
        "visitor.left",
        "visitor.stayed_away",
        "inject.arrived",
        "system.went_down",
        "system.came_back",
    ),
    "case": (
        "case.opened",
        "case.postponed",
        "case.set_aside",
        "case.handed_over",
        "case.closed",
        "case.withdrawn",
        "case.taken_out",
        "step.done",
        "facts.settled",
        "result.reached",
    ),
    "looking": (
        "record.opened",
        "register.searched",
        "protected.revealed",
        "basis.opened",
        "provenance.opened",
        "freetext.opened",
        "citizen_view.opened",
        "landscape.opened",
        "glossary.opened",
    ),
    "automation": (
        "facts.filled",
        "steps.listed",
        "suggestion.shown",
        "suggestion.followed",
        "suggestion.adjusted",
        "suggestion.rejected",
        "autodecision.issued",
        "approval.given",
    ),
    "acting": (
        "hearing.sent",
        "hearing.answered",
        "citizen.called",
        "citizen.asked",
        "citizen.told",
        "promise.made",
        "promise.kept",
        "promise.broken",
        "meeting.invited",
        "visitor.received",
        "visit.ended",
        "need.voiced",
        "interpreter.joined",
        "call.ended",
        "decision.made",
        "letter.composed",
        "letter.sent",
        "note.added",
        "payment.released",
    ),
    "opting_out": (
        "digital.opted_out",
        "channel.changed",
    ),
    "repairing": (
        "conflict.noticed",
        "error.found",
        "error.fixed_locally",
        "error.reported_to_source",
        "error.corrected",
        "citizen.informed_of_error",
        "integration.repaired",
    ),
    "talking": (
        "colleague.asked",
        "colleague.answered",
        "rumour.heard",
        "ticket.written",
        "ticket.answered",
    ),
    "reflection": ("moment.marked",),
    "after": (
        "evening.told",
        "complaint.filed",
        "appeal.settled",
        "repayment.claimed",
        "citizen.gave_up",
        "thanks.received",
    ),
    "debrief": (
        "route.chosen",
        "phase.begun",
        "estimate.given",
        "statement.placed",
        "statement.contested",
        "answer.written",
        "moved.step",
        "glossary.added",
    ),
}
"""The one list of events, by family; what each means stands at its class, which bears its name."""
