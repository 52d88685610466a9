"""The appendix of a debrief: its rules, the scenario's set-up, what was cited, how it was made."""

from collections.abc import Iterable, Iterator

from simulator.casework.case_types import Amount
from simulator.casework.legal_sources import LegalSource, outdated
from simulator.casework.rights import Right
from simulator.core.texts import Argument, Measure, Phrase
from simulator.debrief.blocks import Block, Items, Pairs, Paragraph, Section, Table
from simulator.debrief.context import Context
from simulator.debrief.profile import NOT_TRIED
from simulator.debrief.sections.day import signs
from simulator.debrief.sections.front import HELD_BACK
from simulator.debrief.sections.truth import facts
from simulator.debrief.student_side import PLACES
from simulator.debrief.writer import when


def section(context: Context) -> Section:
    """Return the appendix."""
    writer = context.writer
    every: Block = facts(context, "truth.all", context.debrief.compared)
    if not context.debrief.over:
        every = Paragraph(writer.say(HELD_BACK))
    parts = (
        writer.section("appendix.rules", parts=rules(context)),
        writer.section("appendix.declared", Items(_declared(context)), _types(context)),
        writer.section("appendix.sources", _sources(context), *_rights(context)),
        writer.section("appendix.amounts", _amounts(context)),
        writer.section("appendix.facts", every),
        writer.section("appendix.counted", _counted(context)),
        writer.section("appendix.events", _cited(context)),
        writer.section("appendix.signs", _places(context), Pairs(signs(context))),
        made(context),
    )
    return writer.section("appendix.title", parts=parts, new_page=True)


def made(context: Context) -> Section:
    """Return how the file was made: by which program, of which log and town."""
    about: dict[str, Argument] = {
        "appendix.program": f"Praksishus {context.imprint.version}",
        "appendix.log": context.imprint.log,
        "appendix.town": context.debrief.day.opening.town,
    }
    return context.writer.section("appendix.made", context.writer.pairs(about))


def rules(context: Context) -> tuple[Section, ...]:
    """Return every rule: what it did that day, what it counts, and what no log can show."""
    return tuple(_rule(context, id_) for id_ in context.debrief.texts)


def _rule(context: Context, id_: str) -> Section:
    writer, debrief, texts = context.writer, context.debrief, context.debrief.texts[id_]
    about = writer.pairs(
        {
            "appendix.today": debrief.today(id_),
            "appendix.count": texts.count,
            "appendix.silent": texts.silent,
            "said.cannot-show": texts.cannot_show,
        }
    )
    return Section(writer.say(debrief.rule_name(id_)), (about,))


def _declared(context: Context) -> tuple[str, ...]:
    writer, debrief = context.writer, context.debrief
    if not debrief.over:
        return (writer.say(HELD_BACK),)
    texts = list(map(writer.say, debrief.declared))
    for case in debrief.evidence.cases:
        for need in debrief.day.cases[case].arrival.needs:
            arguments = {
                "case": debrief.evidence.case_name(case),
                "need": Phrase(f"export.need.{need}"),
            }
            texts.append(writer.say("export.appendix.need", **arguments))
    return tuple(texts) or (writer.say("export.appendix.nothing"),)


def _types(context: Context) -> Table:
    rows = [
        (
            case_type.title,
            case_type.legal_basis,
            case_type.rule_year,
            Phrase(f"export.appendix.checked-{'yes' if case_type.verified else 'no'}"),
        )
        for case_type in context.debrief.day.opening.case_types.values()
    ]
    head = "appendix.type appendix.legal-basis appendix.year appendix.checked"
    return context.writer.table("appendix.types", head, rows)


def _sources(context: Context) -> Table:
    rows = [
        (
            case_type.title,
            Phrase(f"export.about.{cited.about}"),
            cited.source,
            *_dates(cited),
            _checked(context, cited),
        )
        for case_type in context.debrief.day.opening.case_types.values()
        for cited in case_type.sources
    ]
    head = f"appendix.type appendix.about appendix.source {_DATES} appendix.checked"
    return context.writer.table("appendix.found", head, rows)


def _rights(context: Context) -> Iterator[Table]:
    """Yield where the case types give a legal basis to look, if any of them says so."""
    opening = context.debrief.day.opening
    rows = [
        (
            case_type.title,
            _named(context, right.systems),
            right.basis,
            right.source,
            *_dates(right),
            _checked(context, right),
        )
        for case_type in opening.case_types.values()
        for right in case_type.rights
    ]
    head = (
        "appendix.type appendix.systems appendix.legal-basis appendix.source"
        f" {_DATES} appendix.checked"
    )
    if rows:
        yield context.writer.table("appendix.rights", head, rows)


def _named(context: Context, systems: Iterable[str]) -> str:
    """Return the names of some systems; of one the day does not have, its id."""
    known = context.debrief.day.opening.landscape.systems
    names = (known[id_].name if id_ in known else id_ for id_ in systems)
    return ", ".join(map(context.writer.say, names))


def _amounts(context: Context) -> Table:
    rows = [
        (
            amount.label,
            Measure(amount.value, "kr" if amount.type == "kroner" else "count"),
            amount.year,
            amount.source,
            *_dates(amount),
            _checked(context, amount),
        )
        for amount in context.debrief.day.opening.amounts.values()
    ]
    head = f"appendix.amount appendix.value appendix.year appendix.source {_DATES} appendix.checked"
    return context.writer.table("appendix.rates", head, rows)


_DATES = "appendix.valid-from appendix.looked-at"


def _dates(cited: LegalSource | Amount | Right) -> tuple[Measure | None, Measure | None]:
    """Return since when something holds, and when somebody last looked, where that is known."""
    valid, looked = (
        None if date is None else Measure(date, "short-date")
        for date in (cited.valid_from, cited.looked_at)
    )
    return valid, looked


def _checked(context: Context, cited: LegalSource | Amount | Right) -> Phrase:
    """Return whether somebody has checked something, and whether it still holds on the day."""
    if not cited.verified:
        return Phrase("export.appendix.checked-no")
    if outdated(cited.looked_at, context.debrief.day.opening.date):
        return Phrase("export.appendix.outdated")
    if isinstance(cited, Amount) and cited.stands_in_for is not None:
        return Phrase("export.appendix.stands-in", {"year": cited.stands_in_for})
    return Phrase("export.appendix.checked-yes")


def _counted(context: Context) -> Table:
    """Return the event numbers behind the counts that the other tables show without them."""
    rows = [(what, ", ".join(map(str, numbers)) or None) for what, numbers in _counts(context)]
    return context.writer.table("appendix.behind", "appendix.what event", rows)


def _counts(context: Context) -> Iterator[tuple[Argument, tuple[int, ...]]]:
    debrief = context.debrief
    if context.student.guesses is not None:
        for figure in debrief.figures:
            yield Phrase(f"debrief.estimate.{figure.what}"), figure.events
    for source in debrief.data_map.rows:
        yield source.name, source.events
    for row in debrief.time_account.rows:
        yield row.said, row.events
    for fact in debrief.work:
        yield fact.said, fact.events


def _cited(context: Context) -> Table:
    name = context.debrief.evidence.case_name
    rows = [
        (line.event, when(line.minute), name(line.case) if line.case else None, line.what)
        for line in context.debrief.cited
    ]
    return context.writer.table(
        "appendix.cited", "event appendix.when truth.case appendix.what", rows
    )


def _places(context: Context) -> Items:
    return Items(context.writer.words(" ".join((*PLACES, NOT_TRIED)), "debrief.place"))
