"""The documents that can be asked for, and those that somebody had asked for before the day."""

from collections.abc import Iterator, Mapping

from simulator.casework.case_types import CaseType
from simulator.casework.documents import AskedBefore, DocumentKind
from simulator.casework.opening import name_types
from simulator.casework.speaking import DOCUMENT_NAMES
from simulator.core.facts import split_path
from simulator.scenario.library import shipped
from simulator.scenario.resolving.source import A_DOCUMENT, Part, Source
from simulator.scenario.shapes.scenario import CaseShape


def documents(source: Source, kinds: Mapping[str, CaseType]) -> dict[str, DocumentKind]:
    """Return, by id, the kinds of document that show a fact some case of the day needs.

    A kind that the scenario or its own library writes, and that shows no such fact, gets a note.
    """
    needed = {fact for kind in kinds.values() for fact in _needed(kind)}
    _check_asked(source, kinds)
    useful: dict[str, DocumentKind] = {}
    for id_, shape in source.library.documents.items():
        made: DocumentKind = shape.made(id=id_)
        if not source.untouched(("documents", id_), ("facts",)):
            _check(source, made)
        if needed.intersection(made.shows):
            useful[id_] = made
        elif source.items.document.at(("documents", id_)) != shipped("documents", id_):
            source.items.wrong("P0917", "documents", id_, found=id_)
    return useful


def _check(source: Source, made: DocumentKind) -> None:
    here = source.items.at("documents", made.id)
    for n, fact in enumerate(made.shows):
        here.one_of(fact, source.library.facts, "shows", n)
    names = {**name_types(source.facts, {}), **DOCUMENT_NAMES}
    here.expression(made.when, names, "yes-no", "when", may_name=A_DOCUMENT)
    for key in ("title", "heading", "issuer", "foot"):
        here.text(getattr(made, key), "", key)
    here.text(made.of, "date", "of")
    if made.third is not None:
        here.text(made.third.name, "", "third", "name")


def named_by(kinds: Mapping[str, DocumentKind]) -> Iterator[str]:
    """Yield what documents speak of: the facts they show, and the conditions on which they are."""
    for kind in kinds.values():
        yield from kind.shows
        yield kind.when


def asked_before(source: Source, here: Part, shape: CaseShape) -> tuple[AskedBefore, ...]:
    """Return the documents that had been asked for in a case before the day began."""
    made: list[AskedBefore] = []
    for n, written in enumerate(shape.asked_before):
        asked: AskedBefore = written.made()
        at = here.at("asked-before", n)
        at.one_of(asked.document, source.library.documents, "document")
        if asked.relation:
            at.one_of(asked.relation, _people(source), "relation")
        if asked.asked > source.scenario.day.date:
            at.wrong("P0332", "asked")
        if asked.answer_by < asked.asked:
            at.wrong("P0306", "answer-by")
        if asked.key in (before.key for before in made):
            at.wrong("P0335", "document", found=asked.document)
        made.append(asked)
    return tuple(made)


def _people(source: Source) -> list[str]:
    """Return the words that lead from a party to another person."""
    return [
        fact.relation for fact in source.facts.values() if fact.type == "person" and fact.relation
    ]


def _check_asked(source: Source, kinds: Mapping[str, CaseType]) -> None:
    """Check that what had been asked for in a case shows something its type needs."""
    people = _people(source)
    for n, shape in enumerate(source.scenario.cases):
        for m, written in enumerate(shape.asked_before):
            asked: AskedBefore = written.made()
            kind, document = kinds.get(shape.type), source.library.documents.get(asked.document)
            if kind is None or document is None or asked.relation not in ("", *people):
                continue
            made: DocumentKind = document.made(id=asked.document)
            if not made.shown_of({need.path for need in kind.needs}, asked.relation):
                place = ("cases", n, "asked-before", m, "document")
                source.file.wrong("P0331", *place, found=asked.document, type=shape.type)


def _needed(kind: CaseType) -> frozenset[str]:
    return frozenset(split_path(need.path)[1] for need in kind.needs)
