"""The appendix of a debrief: its rules, the scenario's set-up, what was cited, how it was made."""

from collections.abc import Iterator

from simulator.core.texts import Argument, Measure, Phrase
from simulator.debrief.part import PLACES
from simulator.debrief.profile import NOT_TRIED
from simulator.export.blocks import Items, Pairs, Section, Table
from simulator.export.paper import Paper
from simulator.export.pen import when
from simulator.export.sections.day import signs
from simulator.export.sections.truth import facts


def section(paper: Paper) -> Section:
    """Return the appendix."""
    pen = paper.pen
    every = facts(paper, "truth.all", paper.debrief.compared)
    parts = (
        pen.section("appendix.rules", parts=_rules(paper)),
        pen.section("appendix.declared", Items(_declared(paper)), _types(paper)),
        pen.section("appendix.amounts", _amounts(paper)),
        pen.section("appendix.facts", every),
        pen.section("appendix.counted", _counted(paper)),
        pen.section("appendix.events", _cited(paper)),
        pen.section("appendix.signs", _places(paper), Pairs(signs(paper))),
        made(paper),
    )
    return pen.section("appendix.title", parts=parts, new_page=True)


def made(paper: Paper) -> Section:
    """Return how the file was made: by which program, of which log and town."""
    about: dict[str, Argument] = {
        "appendix.program": f"Praksishus {paper.imprint.version}",
        "appendix.log": paper.imprint.log,
        "appendix.town": paper.debrief.day.opening.town,
    }
    return paper.pen.section("appendix.made", paper.pen.pairs(about))


def _rules(paper: Paper) -> tuple[Section, ...]:
    return tuple(
        Section(
            paper.pen.say(paper.debrief.rule_name(id_)),
            (
                paper.pen.pairs(
                    {
                        "appendix.count": texts.count,
                        "appendix.silent": texts.silent,
                        "appendix.today": paper.debrief.today(id_),
                    }
                ),
            ),
        )
        for id_, texts in paper.debrief.texts.items()
    )


def _declared(paper: Paper) -> tuple[str, ...]:
    pen, debrief = paper.pen, paper.debrief
    found = list(map(pen.say, debrief.declared))
    for case in debrief.evidence.cases:
        for need in debrief.day.cases[case].arrival.needs:
            said = {"case": debrief.evidence.case_name(case), "need": Phrase(f"export.need.{need}")}
            found.append(pen.say("export.appendix.need", **said))
    return tuple(found) or (pen.say("export.appendix.nothing"),)


def _types(paper: Paper) -> Table:
    rows = [
        (
            one.title,
            one.legal_basis,
            one.rule_year,
            ", ".join(one.sources) or None,
            _checked(one.verified, None),
        )
        for one in paper.debrief.day.opening.case_types.values()
    ]
    head = "appendix.type appendix.legal-basis appendix.year appendix.source appendix.checked"
    return paper.pen.table("appendix.types", head, rows)


def _amounts(paper: Paper) -> Table:
    rows = [
        (
            one.label,
            Measure(one.value, "kr" if one.type == "kroner" else "count"),
            one.year,
            one.source,
            _checked(one.verified, one.stands_in_for),
        )
        for one in paper.debrief.day.opening.amounts.values()
    ]
    head = "appendix.amount appendix.value appendix.year appendix.source appendix.checked"
    return paper.pen.table("appendix.rates", head, rows)


def _checked(verified: bool, stands_in_for: int | None) -> Phrase:
    if verified and stands_in_for is not None:
        return Phrase("export.appendix.stands-in", {"year": stands_in_for})
    return Phrase(f"export.appendix.checked-{'yes' if verified else 'no'}")


def _counted(paper: Paper) -> Table:
    """Give the events behind every count that stands in a table without them."""
    rows = [(what, ", ".join(map(str, found)) or None) for what, found in _counts(paper)]
    return paper.pen.table("appendix.behind", "appendix.what event", rows)


def _counts(paper: Paper) -> Iterator[tuple[Argument, tuple[int, ...]]]:
    debrief = paper.debrief
    if paper.part.guesses is not None:
        for one in debrief.figures:
            yield Phrase(f"debrief.estimate.{one.what}"), one.events
    for source in debrief.data_map.rows:
        yield source.name, source.events
    for row in debrief.time_account.rows:
        yield row.said, row.events
    for fact in debrief.work:
        yield fact.said, fact.events


def _cited(paper: Paper) -> Table:
    name = paper.debrief.evidence.case_name
    rows = [
        (one.event, when(one.minute), name(one.case) if one.case else None, one.what)
        for one in paper.debrief.cited
    ]
    return paper.pen.table("appendix.cited", "event appendix.when truth.case appendix.what", rows)


def _places(paper: Paper) -> Items:
    return Items(paper.pen.words(" ".join((*PLACES, NOT_TRIED)), "debrief.place"))
