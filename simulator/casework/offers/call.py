"""Offers of the telephone."""

from simulator.casework.acts.calling import PROMISES, TOPICS
from simulator.casework.commands import AnswerCall, Ask, Call, HangUp, Promise, Tell
from simulator.casework.day import Case, Day
from simulator.casework.offers.making import offer, one, option, text, worded
from simulator.casework.phrasing import fact_label
from simulator.casework.views import Offer
from simulator.core.texts import Phrase


def call_offers(day: Day, case: Case | None) -> tuple[Offer, ...]:
    """Return what can be done with the telephone now."""
    price = day.opening.prices.get
    if day.call:
        return _during(day, day.cases[day.call.case])
    taking: tuple[Offer, ...] = ()
    if day.ringing:
        label = Phrase("offer.answer_call", {"name": day.name(day.ringing.citizen)})
        taking = (
            offer(
                "answer_call", "call", price("answer_call", 0), lambda _: AnswerCall(), label=label
            ),
        )
    if case is None:
        return taking
    label = Phrase("offer.call", {"name": day.name(case.party)})
    ringing = offer("call", "call", price("call", 0), lambda _: Call(case.id), label=label)
    return (*taking, ringing)


def _during(day: Day, case: Case) -> tuple[Offer, ...]:
    price = day.opening.prices.get
    paths = tuple(option(n.path, fact_label(day, n.path)) for n in day.case_type(case).needs)
    topics = TOPICS if case.decision else tuple(t for t in TOPICS if t != "decision")
    return (
        offer("ask", "call", price("ask", 0), lambda a: Ask(text(a, "path")), one("path", paths)),
        offer(
            "tell",
            "call",
            price("tell", 0),
            lambda a: Tell(text(a, "topic")),
            one("topic", worded("topic", topics)),
        ),
        offer(
            "promise",
            "call",
            price("promise", 0),
            lambda a: Promise(text(a, "promise")),
            one("promise", worded("promise", PROMISES)),
        ),
        offer("hang_up", "call", 0, lambda _: HangUp()),
    )
