"""Run files: what of a session may be shared, as JSON another program can read.

``schema`` is ``praksishus.run``, ``version`` grows when a key changes its meaning or goes. Keys
stand in one order, minutes are simulated and counted from midnight of the day, events are named by
their numbers. No words of the student's are in it unless they were asked for.
"""

import json
from collections.abc import Mapping

from simulator.core.clock import iso
from simulator.core.texts import Teller
from simulator.debrief.imprint import Imprint
from simulator.debrief.part import Part, Said
from simulator.debrief.sharing import leaving, shows_contests
from simulator.debrief.whole import Debrief
from simulator.debrief.writer import Writer

SCHEMA, VERSION = "praksishus.run", 1

Plain = dict[str, object]


def run_file(debrief: Debrief, teller: Teller, imprint: Imprint) -> Mapping[str, bytes]:
    """Return the run file of a debrief in the teller's language."""
    writer, part = Writer(teller), debrief.evidence.part
    told: Plain = {
        "schema": SCHEMA,
        "version": VERSION,
        "program": imprint.version,
        "share": imprint.share,
        "language": teller.language,
        "run": _run(debrief, writer, imprint),
        "choices": _choices(debrief, writer),
    }
    if imprint.share != "class":
        told |= {
            "statements": _statements(debrief, writer),
            "placed": _said(part.placed),
            "estimates": _estimates(debrief, part),
        }
    if shows_contests(imprint):
        told["contested"] = _said(part.contested)
    if (words := leaving(debrief, imprint)) is not None:
        told["words"] = {str(n): writer.cell(text) for n, text in words.items() if text}
    return {"": (json.dumps(told, ensure_ascii=False, indent=1) + "\n").encode()}


def _run(debrief: Debrief, writer: Writer, imprint: Imprint) -> Plain:
    opening = debrief.day.opening
    return {
        "code": imprint.code,
        "scenario": writer.cell(opening.id),
        "title": writer.say(opening.title),
        "municipality": writer.cell(opening.municipality),
        "date": iso(opening.date),
        "rule_year": opening.rule_year,
        "seed": opening.seed,
        "town": opening.town,
        "log": imprint.log,
        "whole": debrief.whole,
        "broken": list(debrief.broken),
    }


def _choices(debrief: Debrief, writer: Writer) -> list[Plain]:
    return [
        {
            "event": one.event,
            "minute": one.minute,
            "case": writer.cell(one.case),
            "kind": one.kind,
            "minutes": one.minutes,
            "what": writer.say(one.what),
        }
        for one in debrief.choices
    ]


def _statements(debrief: Debrief, writer: Writer) -> list[Plain]:
    return [
        {
            "id": writer.cell(one.id),
            "rule": one.indicator,
            "value": debrief.texts[one.indicator].value,
            "case": writer.cell(one.case),
            "minute": one.minute,
            "of": one.of,
            "events": list(one.events),
            "says": writer.say(debrief.sentence(one)),
        }
        for one in debrief.statements
    ]


def _said(found: Mapping[str, Said]) -> list[Plain]:
    return [{"statement": id_, "what": one.what, "event": one.event} for id_, one in found.items()]


def _estimates(debrief: Debrief, part: Part) -> list[Plain]:
    guesses = part.guesses or {}
    return [
        {
            "figure": one.what,
            "guess": guesses.get(one.what),
            "counted": one.counted,
            "of": one.of,
            "events": list(one.events),
        }
        for one in debrief.figures
    ]
