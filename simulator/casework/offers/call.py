"""Offers of the telephone."""

from simulator.casework.acts.calling import TOPICS
from simulator.casework.acts.promising import PROMISES
from simulator.casework.commands import AnswerCall, Ask, Call, HangUp, InformOfError, Promise, Tell
from simulator.casework.day import Case, Day
from simulator.casework.offers.look import sights
from simulator.casework.offers.making import offer, one, option, text, worded
from simulator.casework.phrasing import fact_label
from simulator.casework.views import Offer, Option
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
            lambda a: Promise(text(a, "promise"), int(text(a, "before") or "0")),
            one("promise", promises),
            one("before", (option("0", Phrase("before.today")), *_times(day)), preset="0"),
        ),
        _inform(day, case),
        offer(day, "hang_up", "call", lambda _: HangUp()),
    )


def _times(day: Day) -> tuple[Option, ...]:
    """Return the whole hours that are left of the day, as times to promise something by."""
    hours = range(day.minute // 60 + 1, day.opening.closes // 60 + 1)
    return tuple(option(str(60 * h), Phrase("before.at", {"at": 60 * h})) for h in hours)


def _inform(day: Day, case: Case) -> Offer:
    shown = sights(day, case)
    return offer(
        day,
        "inform_of_error",
        "call",
        lambda a: InformOfError(*text(a, "value").partition("@")[::2]),
        one("value", shown),
        refused="" if shown else "not-seen-there",
    )
