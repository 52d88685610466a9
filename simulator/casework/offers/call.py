"""Offers of the telephone."""

from collections.abc import Iterator
from functools import partial

from simulator.casework.acts.calling import TOPICS
from simulator.casework.acts.promising import PROMISES
from simulator.casework.commands import AnswerCall, Ask, Call, HangUp, InformOfError, Promise, Tell
from simulator.casework.day import Case, Day, Telephone
from simulator.casework.offers.look import sights
from simulator.casework.offers.making import Making, offer, one, option, text, worded
from simulator.casework.phrasing import fact_label
from simulator.casework.views import Offer, Option
from simulator.core.texts import Phrase


def call_offers(day: Day, case: Case | None) -> Iterator[Making]:
    """Give what can be done with the telephone now."""
    if day.call:
        yield from _during(day, day.cases[day.call.case])
        return
    if day.ringing:
        yield "answer_call", partial(_answer, day, day.ringing)
    if case:
        yield "call", partial(_call, day, case)


def _answer(day: Day, ringing: Telephone) -> Offer:
    label = Phrase("offer.answer_call", {"name": day.name(ringing.citizen)})
    return offer(day, "answer_call", "call", lambda _: AnswerCall(), label=label)


def _call(day: Day, case: Case) -> Offer:
    label = Phrase("offer.call", {"name": day.name(case.party)})
    return offer(day, "call", "call", lambda _: Call(case.id), label=label)


def _during(day: Day, case: Case) -> Iterator[Making]:
    yield "ask", partial(_ask, day, case)
    yield "tell", partial(_tell, day, case)
    yield "promise", partial(_promise, day)
    yield "inform_of_error", partial(_inform, day, case)
    yield "hang_up", partial(offer, day, "hang_up", "call", lambda _: HangUp())


def _ask(day: Day, case: Case) -> Offer:
    paths = (option(n.path, fact_label(day, n.path)) for n in day.case_type(case).needs)
    return offer(day, "ask", "call", lambda a: Ask(text(a, "path")), one("path", paths))


def _tell(day: Day, case: Case) -> Offer:
    topics = worded("topic", (t for t in TOPICS if case.decision or t != "decision"))
    return offer(day, "tell", "call", lambda a: Tell(text(a, "topic")), one("topic", topics))


def _promise(day: Day) -> Offer:
    return offer(
        day,
        "promise",
        "call",
        lambda a: Promise(text(a, "promise"), int(text(a, "before") or "0")),
        one("promise", worded("promise", PROMISES)),
        one("before", (option("0", Phrase("before.today")), *_times(day)), preset="0"),
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
