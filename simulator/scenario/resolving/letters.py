"""What letters say: the sentences of each outcome, and the facts and amounts they name."""

from collections.abc import Collection, Iterator, Mapping

from simulator.casework.case_types import Answer, CaseType, Outcome
from simulator.casework.letters import (
    BLOCKS,
    LETTER_NAMES,
    OTHERWISE,
    PLACEHOLDERS,
    STATED,
    Sentence,
)
from simulator.core.facts import ANY, SEXES, Fact
from simulator.core.texts import Text, placeholders
from simulator.scenario.resolving.source import A_LETTER, Part, Source

_GENERAL = frozenset(PLACEHOLDERS.split()) - BLOCKS
"""What a sentence may name of the letter as a whole; all of it is always known.

A step of the same name comes before it.
"""
_SENTENCES = ("answer", "why")
"""The keys of an outcome under which sentences stand."""


def check_stated(source: Source, fact: Fact) -> None:
    """Check how letters state a fact: each value it has a sentence for, and the texts."""
    here = source.items.at("facts", fact.id)
    for key, sentences, names in (
        ("states", fact.states, "value"),
        ("states-related", fact.states_related, "value who"),
        ("states-told", fact.states_told, "value"),
        ("states-related-told", fact.states_related_told, "value who"),
    ):
        for value, text in sentences.items():
            here.text(text, names, key, value)
            if fact.type == "yes-no":
                here.one_of(value, ("is", "is-not"), key, value)
            elif fact.codes:
                of_each = (f"{code}.{sex}" for code in fact.codes for sex in SEXES)
                here.one_of(value, (ANY, *fact.codes, *of_each), key, value)
    here.text(fact.who, "", "who")
    here.text(fact.withheld, "", "withheld")
    here.text(fact.put_right, "", "put-right")


def check_letter(source: Source, made: CaseType, own: Mapping[str, Text]) -> None:
    """Check that the letter of a case type has a sentence for every outcome, and what it names.

    ``own`` are the parts it writes itself; the others stand under ``letters``.
    """
    here, amounts = source.items.at("case-types", made.id), source.amounts
    for part, text in own.items():
        here.text(text, PLACEHOLDERS, "letter", part, besides=amounts)
    if made.complaint:
        here.text(made.complaint.instance, "", "complaint", "instance")
    facts = {need.path for need in made.needs}
    steps = {step.id: step.type for step in made.steps}
    as_stated = [f"{STATED}{path}" for path in facts]
    names = " ".join((*sorted(_GENERAL), "figure", "pays", *facts, *steps, *as_stated))
    known = {**source.names, **steps, **LETTER_NAMES}
    for n, consideration in enumerate(made.considerations):
        here.text(consideration.told, names, "considerations", n, "told", besides=amounts)
    for n, outcome in enumerate(made.outcomes):
        at = here.at("outcomes", n)
        for part, text in outcome.letter.items():
            at.text(text, PLACEHOLDERS, "letter", part, besides=amounts)
        for key in _SENTENCES:
            for m, sentence in enumerate(getattr(outcome, key)):
                at.text(sentence.says, names, key, m, "says", besides=amounts)
                if sentence.when != OTHERWISE:
                    at.expression(sentence.when, known, "yes-no", key, m, "when", may_name=A_LETTER)
        _check_outcome(at, made, outcome, _GENERAL.difference(steps).union(amounts))


def _check_outcome(here: Part, made: CaseType, outcome: Outcome, known: Collection[str]) -> None:
    """Check that an outcome's letter always has what it owes: an answer, reasons, where to go.

    ``known`` are the names in a sentence that can always be told.
    """
    owed = made.owed(Answer(outcome.id), "person")
    for key in ("answer", "why") if "considerations" in owed else ("answer",):
        sentences: tuple[Sentence, ...] = getattr(outcome, key)
        if not any(_always(sentence, known) for sentence in sentences):
            path = (key,) if sentences else ()
            here.wrong("P0340", *path, found=outcome.id, key=key)
    complaint = outcome.letter.get("complaint") or made.letter.get("complaint")
    named = placeholders(complaint.da) if complaint else frozenset()
    if "complaint" in owed and made.complaint is None and named & {"instance", "until", "within"}:
        here.wrong("P0341", found=outcome.id)


def _always(sentence: Sentence, known: Collection[str]) -> bool:
    """Return whether a sentence is said, if only where no other is, whatever else is known."""
    return sentence.when in ("", OTHERWISE) and placeholders(sentence.says.da) <= {*known}


def named_by_letters(case_type: CaseType) -> Iterator[str]:
    """Yield the conditions and the names in the sentences and parts of a case type's letters."""
    texts = [*case_type.letter.values(), *(c.told for c in case_type.considerations if c.told)]
    for outcome in case_type.outcomes:
        texts += outcome.letter.values()
        for sentence in (*outcome.answer, *outcome.why):
            yield sentence.when
            texts.append(sentence.says)
    for text in texts:
        yield from (name.removeprefix(STATED) for name in placeholders(text.da))
