"""Run files: the part of a session that may be shared, as JSON that another program can read.

``schema`` is ``praksishus.run``, ``version`` grows when a key changes its meaning or goes. Keys
stand in one order, minutes are simulated and counted from midnight of the day, events are named by
their numbers. No words of the student's are in it unless they were asked for.
"""

import json
from collections.abc import Mapping

from simulator.core.clock import iso
from simulator.core.texts import Teller
from simulator.debrief.debrief import Debrief
from simulator.debrief.imprint import Imprint
from simulator.debrief.sections.front import HELD_BACK
from simulator.debrief.sharing import leaving, shows_contests
from simulator.debrief.student_side import Said, StudentSide
from simulator.debrief.writer import Writer

SCHEMA, VERSION = "praksishus.run", 1

Plain = dict[str, object]


def run_file(debrief: Debrief, teller: Teller, imprint: Imprint) -> Mapping[str, bytes]:
    """Return the run file of a debrief in the teller's language."""
    writer, student = Writer(teller), debrief.evidence.student
    contents: Plain = {
        "schema": SCHEMA,
        "version": VERSION,
        "program": imprint.version,
        "share": imprint.share,
        "language": teller.language,
        "run": _run(debrief, writer, imprint),
        "choices": _choices(debrief, writer),
    }
    if imprint.share != "class":
        contents |= {
            "statements": _statements(debrief, writer),
            "placed": _opinions(student.placed),
            "estimates": _estimates(debrief, student),
        }
    if shows_contests(imprint):
        contents["contested"] = _opinions(student.contested)
    if not debrief.over:
        contents["held_back"] = writer.say(HELD_BACK)
    if (words := leaving(debrief, imprint)) is not None:
        contents["words"] = {str(n): writer.cell(text) for n, text in words.items() if text}
    return {"": (json.dumps(contents, ensure_ascii=False, indent=1) + "\n").encode()}


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
        "whole": debrief.complete,
        "broken": list(debrief.broken),
    }


def _choices(debrief: Debrief, writer: Writer) -> list[Plain]:
    return [
        {
            "event": choice.event,
            "minute": choice.minute,
            "case": writer.cell(choice.case),
            "kind": choice.kind,
            "minutes": choice.minutes,
            "what": writer.say(choice.what),
        }
        for choice in debrief.choices
    ]


def _statements(debrief: Debrief, writer: Writer) -> list[Plain]:
    return [
        {
            "id": writer.cell(statement.id),
            "rule": statement.indicator,
            "value": debrief.texts[statement.indicator].value,
            "case": writer.cell(statement.case),
            "minute": statement.minute,
            "of": statement.of,
            "events": list(statement.events),
            "says": writer.say(debrief.sentence(statement)),
        }
        for statement in debrief.statements
    ]


def _opinions(by_statement: Mapping[str, Said]) -> list[Plain]:
    return [
        {"statement": id_, "what": opinion.what, "event": opinion.event}
        for id_, opinion in by_statement.items()
    ]


def _estimates(debrief: Debrief, student: StudentSide) -> list[Plain]:
    guesses = student.guesses or {}
    return [
        {
            "figure": figure.what,
            "guess": guesses.get(figure.what),
            "counted": figure.counted,
            "of": figure.of,
            "events": list(figure.events),
        }
        for figure in debrief.figures
    ]
