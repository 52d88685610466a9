"""The appendix of a debrief: its rules, the scenario's set-up, what was cited, how it was made."""

from collections.abc import Iterable

from simulator.core.texts import Argument, Measure, Phrase
from simulator.debrief import Debrief
from simulator.debrief.causes import Compared
from simulator.export.blocks import Items, Section, Table
from simulator.export.pen import Imprint, Pen, date, when


def appendix(pen: Pen, debrief: Debrief, imprint: Imprint) -> Section:
    """Return the appendix."""
    made: dict[str, Argument] = {
        "appendix.program": f"Praksishus {imprint.version}",
        "appendix.log": imprint.log,
        "appendix.town": debrief.day.opening.town,
    }
    every = facts(pen, debrief, "truth.all", debrief.compared)
    parts = (
        pen.section("appendix.rules", parts=_rules(pen, debrief)),
        pen.section("appendix.declared", Items(_declared(pen, debrief)), _types(pen, debrief)),
        pen.section("appendix.amounts", _amounts(pen, debrief)),
        pen.section("appendix.facts", every),
        pen.section("appendix.events", _cited(pen, debrief)),
        pen.section("appendix.made", pen.pairs(made)),
    )
    return pen.section("appendix.title", parts=parts)


def rule_name(pen: Pen, debrief: Debrief, id_: str) -> str:
    """Say an indicator's id, its value and its name."""
    texts = debrief.texts[id_]
    value = Phrase(f"debrief.value.{texts.value}")
    return pen.say("export.said.rule", id=id_, value=value, name=texts.name)


def facts(pen: Pen, debrief: Debrief, caption: str, found: Iterable[Compared]) -> Table:
    """Rule a table of facts: what was shown, and what was true."""
    rows = [
        (
            one.fact,
            debrief.evidence.case_name(one.case),
            one.source,
            one.showed,
            date(one.as_of),
            one.truth,
            one.event,
        )
        for one in found
    ]
    head = "truth.fact truth.case truth.source truth.showed truth.as-of truth.held event"
    return pen.table(caption, head, rows)


def _rules(pen: Pen, debrief: Debrief) -> tuple[Section, ...]:
    return tuple(
        Section(
            rule_name(pen, debrief, id_),
            (
                pen.pairs(
                    {
                        "appendix.count": texts.count,
                        "appendix.silent": texts.silent,
                        "appendix.today": _today(debrief, id_),
                    }
                ),
            ),
        )
        for id_, texts in debrief.texts.items()
    )


def _today(debrief: Debrief, id_: str) -> Phrase:
    if id_ in debrief.broken:
        return Phrase("export.appendix.broke")
    if id_ not in debrief.silences:
        return Phrase("export.appendix.spoke")
    silent = {"silent": debrief.texts[id_].silent}
    return Phrase(f"debrief.silence.{debrief.silences[id_].reason}", silent)


def _declared(pen: Pen, debrief: Debrief) -> tuple[str, ...]:
    found = list(map(pen.say, debrief.declared))
    for case in debrief.evidence.cases:
        for need in debrief.day.cases[case].arrival.needs:
            said = {"case": debrief.evidence.case_name(case), "need": Phrase(f"export.need.{need}")}
            found.append(pen.say("export.appendix.need", **said))
    return tuple(found) or (pen.say("export.appendix.nothing"),)


def _types(pen: Pen, debrief: Debrief) -> Table:
    rows = [
        (
            one.title,
            one.legal_basis,
            one.rule_year,
            ", ".join(one.sources) or None,
            _checked(one.verified, None),
        )
        for one in debrief.day.opening.case_types.values()
    ]
    head = "appendix.type appendix.legal-basis appendix.year appendix.source appendix.checked"
    return pen.table("appendix.types", head, rows)


def _amounts(pen: Pen, debrief: Debrief) -> Table:
    rows = [
        (
            one.label,
            Measure(one.value, "kr" if one.type == "kroner" else "count"),
            one.year,
            one.source,
            _checked(one.verified, one.stands_in_for),
        )
        for one in debrief.day.opening.amounts.values()
    ]
    head = "appendix.amount appendix.value appendix.year appendix.source appendix.checked"
    return pen.table("appendix.rates", head, rows)


def _checked(verified: bool, stands_in_for: int | None) -> Phrase:
    if verified and stands_in_for is not None:
        return Phrase("export.appendix.stands-in", {"year": stands_in_for})
    return Phrase(f"export.appendix.checked-{'yes' if verified else 'no'}")


def _cited(pen: Pen, debrief: Debrief) -> Table:
    name = debrief.evidence.case_name
    rows = [
        (one.event, when(one.minute), name(one.case) if one.case else None, one.what)
        for one in debrief.cited
    ]
    return pen.table("appendix.cited", "event appendix.when truth.case appendix.what", rows)
