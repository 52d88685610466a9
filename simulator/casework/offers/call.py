"""Offers of the telephone."""

from simulator.casework.acts.calling import TOPICS
from simulator.casework.acts.promising import PROMISES
from simulator.casework.commands import AnswerCall, Ask, Call, HangUp, Promise, Tell
from simulator.casework.day import Case, Day
from simulator.casework.offers.making import offer, one, option, text, worded
from simulator.casework.phrasing import fact_label
from simulator.casework.views import Offer
from simulator.core.texts import Phrase


def call_offers(day: Day, case: Case | None) -> tuple[Offer, ...]:
    """Return what can be done with the telephone now."""
    if day.call:
        return _during(day, day.cases[day.call.case])
    made = []
    if day.ringing:
        label = Phrase("offer.answer_call", {"name": day.name(day.ringing.citizen)})
        made.append(offer(day, "answer_call", "call", lambda _: AnswerCall(), label=label))
    if case:
        label = Phrase("offer.call", {"name": day.name(case.party)})
        made.append(offer(day, "call", "call", lambda _: Call(case.id), label=label))
    return tuple(made)


def _during(day: Day, case: Case) -> tuple[Offer, ...]:
    paths = (option(n.path, fact_label(day, n.path)) for n in day.case_type(case).needs)
    topics = worded("topic", (t for t in TOPICS if case.decision or t != "decision"))
    promises = worded("promise", PROMISES)
    return (
        offer(day, "ask", "call", lambda a: Ask(text(a, "path")), one("path", paths)),
        offer(day, "tell", "call", lambda a: Tell(text(a, "topic")), one("topic", topics)),
        offer(
            day,
            "promise",
            "call",
            lambda a: Promise(text(a, "promise")),
            one("promise", promises),
        ),
        offer(day, "hang_up", "call", lambda _: HangUp()),
    )
