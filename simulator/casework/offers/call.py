"""Offers of the telephone."""

from collections.abc import Iterator
from functools import partial
from itertools import islice

from simulator.casework.acts.calling import TOPICS
from simulator.casework.acts.promising import PROMISES
from simulator.casework.acts.visiting import DAYS_AHEAD, HELPERS, SATURDAY, invite_refusal
from simulator.casework.commands import (
    AnswerCall,
    Ask,
    BringInterpreter,
    Call,
    HangUp,
    InformOfError,
    Invite,
    Offer,
    Promise,
    ReceiveVisitor,
    Tell,
)
from simulator.casework.day import Case, Day, Telephone, Visitor
from simulator.casework.form import Answers, Occasion, Option
from simulator.casework.offers.look import picked
from simulator.casework.offers.making import Making, offer, one, option, text, worded
from simulator.casework.options import seen_in_systems
from simulator.casework.phrasing import fact_label
from simulator.core.clock import MINUTES_A_DAY, date_of
from simulator.core.texts import Phrase

NOBODY = "none"
WITH = (NOBODY, *HELPERS, "-".join(HELPERS))
"""Who can be booked for a meeting."""
MEETING_DAYS = 3
"""Days of work ahead that a meeting is offered on."""


def call_offers(day: Day, case: Case | None) -> Iterator[Making]:
    """Give what can be done with the telephone, and with those who come."""
    if day.call:
        yield from _during(day, day.cases[day.call.case])
        return
    if day.ringing:
        yield "answer_call", partial(_answer, day, day.ringing)
    for visitor in day.visitors:
        yield f"receive_visitor.{visitor.case}", partial(_receive, day, visitor)
    if case:
        yield "call", partial(_call, day, case)
        yield "invite", partial(_invite, day, case)


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
    if "interpreter" in case.needs:
        yield "bring_interpreter", partial(_bring, day)
    yield "invite", partial(_invite, day, case)
    yield "hang_up", partial(_hang_up, day)


def _receive(day: Day, visitor: Visitor) -> Offer:
    label = Phrase("offer.receive_visitor", {"name": day.name(visitor.citizen)})
    minutes = day.opening.prices.get("receive_visitor", 0)
    name = f"receive_visitor.{visitor.case}"
    return offer(
        day, name, "call", lambda _: ReceiveVisitor(visitor.case), minutes=minutes, label=label
    )


def _bring(day: Day) -> Offer:
    there = day.call is not None and "interpreter" in day.call.helpers
    refused = "interpreter-there" if there else ""
    return offer(day, "bring_interpreter", "call", lambda _: BringInterpreter(), refused=refused)


def _hang_up(day: Day) -> Offer:
    label = Phrase("offer.say_goodbye") if day.call and day.call.desk else None
    return offer(day, "hang_up", "call", lambda _: HangUp(), label=label)


def _invite(day: Day, case: Case) -> Offer:
    def make(answers: Answers) -> Invite:
        helpers = text(answers, "with") or NOBODY
        booked = () if helpers == NOBODY else tuple(helpers.split("-"))
        return Invite(case.id, int(text(answers, "at") or "0"), booked)

    return offer(
        day,
        "invite",
        "call",
        make,
        one("at", _meetings(day)),
        one("with", worded("invited-with", WITH), preset=NOBODY),
        refused=invite_refusal(day, case),
    )


def _meetings(day: Day) -> Iterator[Option]:
    """Give the times one can be asked to come at: later today, and on the next days of work."""
    opening = day.opening
    for hour in range(day.minute // 60 + 1, -(-opening.closes // 60)):
        if opening.opens <= 60 * hour < opening.closes:
            yield option(str(60 * hour), Phrase("meeting.today", {"at": 60 * hour}))
    ahead = (n for n in range(1, DAYS_AHEAD) if date_of(opening.date + n).weekday() < SATURDAY)
    for days in islice(ahead, MEETING_DAYS):
        at = opening.opens + 60
        said = {"day": opening.date + days, "at": at}
        yield option(str(days * MINUTES_A_DAY + at), Phrase("meeting.on", said))


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
    shown = seen_in_systems(Occasion(day, case))
    return offer(
        day,
        "inform_of_error",
        "call",
        lambda a: InformOfError(*picked(a)),
        one("value", shown),
        refused="" if shown else "not-seen-there",
    )
