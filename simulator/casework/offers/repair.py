"""Offers to do something about what is wrong."""

from collections.abc import Iterator
from functools import partial

from simulator.casework.acts.repairing import CONSEQUENCES, TICKET_WORDS, TICKETS
from simulator.casework.commands import CorrectHere, NoteConflict, ReportError, WriteTicket
from simulator.casework.day import Case, Day
from simulator.casework.offers.look import picked, sights
from simulator.casework.offers.making import (
    Making,
    chosen,
    many,
    offer,
    one,
    option,
    text,
    worded,
    words,
)
from simulator.casework.offers.written import value_of
from simulator.casework.phrasing import fact_label, fact_of, source_name
from simulator.casework.views import Answers, Offer, Option
from simulator.core.facts import Value
from simulator.core.texts import Phrase


def repair_offers(day: Day, case: Case) -> Iterator[Making]:
    """Give the offers to point out, correct and report."""
    yield "note_conflict", partial(_conflict, day, case)
    yield "report_error", partial(_report, day, case)
    yield "correct_here", partial(_correcting, day, case)
    yield "write_ticket", partial(_ticketing, day)


def _report(day: Day, case: Case) -> Offer:
    traceable = sights(day, case)
    return offer(
        day,
        "report_error",
        "repair",
        lambda a: _reported(case, a),
        one("value", traceable),
        words("words", asks="wrong"),
        refused="" if traceable else "not-seen-there",
    )


def _reported(case: Case, answers: Answers) -> ReportError:
    path, system = picked(answers)
    return ReportError(case.id, system, path, text(answers, "words"))


def _correcting(day: Day, case: Case) -> Offer:
    traceable = sights(day, case)
    return offer(
        day,
        "correct_here",
        "repair",
        lambda a: _correct(day, case, a),
        one("value", traceable),
        words("new", optional=False),
        refused="" if traceable else "not-seen-there",
    )


def _ticketing(day: Day) -> Offer:
    systems = (option(s.id, s.name) for s in day.opening.landscape.systems.values())
    return offer(
        day,
        "write_ticket",
        "repair",
        _ticket,
        one("system", systems),
        one("source", (option("", Phrase("source.whole")), *_sources(day)), optional=True),
        one("ticket", worded("ticket", TICKETS)),
        one("consequence", worded("consequence", CONSEQUENCES), optional=True),
        words("words", asks="message"),
        *(words(name) for name in TICKET_WORDS),
    )


def _sources(day: Day) -> tuple[Option, ...]:
    """Return the systems that others copy from, as the landscape is documented."""
    systems = day.opening.landscape.systems
    copied = dict.fromkeys(one.source for one in day.opening.landscape.integrations)
    return tuple(option(id_, systems[id_].name) for id_ in copied)


def _ticket(answers: Answers) -> WriteTicket:
    return WriteTicket(
        text(answers, "system"),
        text(answers, "ticket") or "error",
        text(answers, "words"),
        text(answers, "source"),
        text(answers, "consequence"),
        {name: text(answers, name) for name in TICKET_WORDS if text(answers, name)},
    )


def _conflict(day: Day, case: Case) -> Offer:
    by_path: dict[str, list[str]] = {}
    for seen in case.seen:
        if seen.state == "shown":
            by_path.setdefault(seen.path, []).append(seen.source)
    several = {path: sources for path, sources in by_path.items() if len(sources) > 1}
    sources = sorted({source for found in several.values() for source in found})

    systems = (option(source, source_name(day, source)) for source in sources)

    def make(answers: Answers) -> NoteConflict:
        return NoteConflict(case.id, text(answers, "path"), chosen(answers, "sources"))

    return offer(
        day,
        "note_conflict",
        "repair",
        make,
        one("path", (option(path, fact_label(day, path)) for path in several)),
        many("sources", systems, exactly=(2, Phrase("refused.two-at-a-time"))),
        refused="" if several else "two-sources-needed",
    )


def _correct(day: Day, case: Case, answers: Answers) -> CorrectHere:
    path, system = picked(answers)
    written = text(answers, "new")
    return CorrectHere(case.id, system, path, _value(day, case, path, written))


def _value(day: Day, case: Case, path: str, written: str) -> Value:
    if not path:
        return written
    fact = fact_of(day, path)
    return _person(day, case, written) if fact.type == "person" else value_of(fact, written)


def _person(day: Day, case: Case, written: str) -> str:
    """Return the citizen of a name, of the party's own household before others of that name."""
    citizens, name = day.world.town.citizens, " ".join(written.lower().split())
    home = citizens[case.party].household
    named = [one for one in citizens.values() if one.name.lower() == name]
    return min(named, key=lambda one: one.household != home).id if named else written
