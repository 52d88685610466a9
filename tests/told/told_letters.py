"""What the parts that every letter has say: facts, law, complaint, who decided, whom to ring."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from simulator.casework.phrasing import typed
from simulator.casework.sights import Seen
from simulator.core.clock import MINUTES_A_DAY
from simulator.core.texts import Argument, Measure, Phrase, Text
from tests.told.letter import Arguments, Letter, of
from tests.told.world import bare


def sentences(letter: Letter, block: Argument) -> Iterator[tuple[str, Phrase]]:
    """The sentences of a block with where each is written; ``?`` where none of the outcome is."""
    assert isinstance(block, Phrase)
    outcome = letter.kind.outcome(letter.outcome)
    written = {
        sentence.says: f"{letter.kind.id}.{outcome.id}.{part}.{number}"
        for part in ("answer", "why")
        for number, sentence in enumerate(getattr(outcome, part))
    }
    for phrase in block.arguments.values():
        assert isinstance(phrase, Phrase)
        assert isinstance(phrase.text, Text)
        yield written.get(phrase.text, "?"), phrase


def right_year(letter: Letter, said: Arguments) -> bool:
    """Whether the year in a sentence, if there is one, is that of the type's rule."""
    year = said.get("year")
    told = year.arguments["year"] if isinstance(year, Phrase) else year
    return told in (None, str(letter.kind.rule_year))


@of("amount")
def _amount(letter: Letter, said: Arguments) -> bool:
    answer = said["answer"]
    assert isinstance(answer, Phrase)
    (outcome,) = (one for one in letter.kind.outcomes if one.id == letter.outcome)
    told = [one for one in answer.arguments.values() if isinstance(one, Phrase)]
    return bool(told) and all(one.text in [s.says for s in outcome.answer] for one in told)


@of("considerations")
def _considerations(letter: Letter, said: Arguments) -> bool:
    weighed = said.get("considerations")
    labels = [
        consideration.told or consideration.label
        for consideration in letter.kind.considerations
        if consideration.id in letter.decision.considerations
    ]
    if not isinstance(weighed, Phrase) or not weighed.text:
        return not labels
    word = "weighed-by-system" if letter.by == "automation" else "weighed"
    told = weighed.arguments["considerations"]
    assert isinstance(told, Phrase)
    lines = [line.arguments["says"] for line in told.arguments.values() if isinstance(line, Phrase)]
    texts = [line.text for line in lines if isinstance(line, Phrase)]
    return weighed.text == f"letter.{word}" and texts == labels


@of("facts")
def _facts(letter: Letter, said: Arguments) -> bool:
    return _lists(letter, said["facts"], letter.decision.relied_on, _gone(letter))


@dataclass(frozen=True)
class Missing:
    """A document that was asked for and had not come."""

    document: str
    relation: str
    over: bool
    """Whether it was not waited for any more when the letter went."""
    third: bool = False
    """Whether it was a consent that was asked for, to have it from somebody else."""


def _gone(letter: Letter) -> list[Missing]:
    """What was not there when the case was decided, and was not waited for.

    One went on without it, or with notice given its time had passed when the letter went. What was
    asked for anew after one went on, or came before the decision, is not said to be missing.
    """
    sent = letter.day.at(letter.sent.minute) // MINUTES_A_DAY
    asked: dict[tuple[str, str], Missing | None] = {}
    for before in letter.day.opening.arrival_of[letter.sent.case].asked_before:
        over = before.notice and before.answer_by < sent
        asked[before.document, before.relation] = Missing(before.document, before.relation, over)
    for event in letter.earlier:
        if event.seq > letter.decision.seq or not hasattr(event, "document"):
            continue
        key = event.document, event.relation
        was = asked.get(key)
        if event.kind == "document.asked":
            asked[key] = Missing(*key, event.notice and event.last < sent, event.third)
        elif was and event.kind == "document.reminded":
            asked[key] = replace(was, over=event.last < sent)
        elif was and event.kind == "document.gone_without":
            asked[key] = replace(was, over=True)
        elif event.kind in ("document.arrived", "consent.refused"):
            asked[key] = None
    return [missing for missing in asked.values() if missing and missing.over]


_WITHOUT = ("letter.without", "letter.without-consent")


def _lists(
    letter: Letter, told: Argument, sights: tuple[Seen, ...], gone: Sequence[Missing] = ()
) -> bool:
    """Whether some facts are listed, each with the value it was relied on or asked about with.

    After them stand the documents that did not come.
    """
    assert isinstance(told, Phrase)
    lines = [line.arguments["says"] for line in told.arguments.values() if isinstance(line, Phrase)]
    says = [inner for inner in lines if isinstance(inner, Phrase)]
    if not _without(letter, [inner for inner in says if inner.text in _WITHOUT], gone):
        return False
    values = [inner.arguments.get("value") for inner in says if inner.text not in _WITHOUT]
    facts = letter.day.opening.facts
    expected = [
        typed(letter.day, facts[bare(seen.path)], seen.value, seen.source, seen.at)
        for seen in sights
        if seen.state == "shown" and seen.value is not None
    ]
    withheld = sum(value is None for value in values) if expected else 0
    told = [value for value in values if value is not None]
    rest = iter(expected)
    in_order = all(value in rest for value in told)
    left = len(expected) - len(told)
    return in_order and (left >= withheld if withheld else left == 0)


def _without(letter: Letter, told: list[Phrase], gone: Sequence[Missing]) -> bool:
    """Whether just the documents that did not come are told of."""
    titles = [str(_title(letter, missing.document, missing.relation)) for missing in gone]
    named = [inner.arguments["document"] for inner in told]
    words = [_WITHOUT[missing.third] for missing in gone]
    right = [inner.text for inner in told] == words
    return right and [str(phrase) for phrase in named if isinstance(phrase, Phrase)] == titles


def _last_asked_of_third(letter: Letter, about: Any) -> bool:
    """Whether it was a consent that was asked for last, to have a document from somebody else."""
    same = (e for e in letter.earlier if e.kind == "document.asked" and e.seq < about.seq)
    thirds = [e.third for e in same if (e.document, e.relation) == (about.document, about.relation)]
    return bool(thirds) and thirds[-1]


def _title(letter: Letter, document: str, relation: str) -> Phrase:
    """What a document is called; of another than the party, with whose it is."""
    opening = letter.day.opening
    title = opening.documents[document].title
    if not relation:
        return Phrase(title)
    related = opening.facts[opening.relations[relation]].related_document
    assert related is not None
    return Phrase(related, {"document": title})


@of("rule")
def _rule(letter: Letter, said: Arguments) -> bool:
    year, amounts = said.get("year"), {name: said[name] for name in said if name != "year"}
    told = year.arguments["year"] if isinstance(year, Phrase) else year
    right = all(
        isinstance(value, Measure) and value.value == letter.amount(name)
        for name, value in amounts.items()
    )
    return right and told in (None, str(letter.kind.rule_year))


@of("complaint")
def _complaint(letter: Letter, said: Arguments) -> bool:
    opening, complaint = letter.day.opening, letter.kind.complaint
    if "instance" not in said:
        return {*said} <= {"municipality"} and said.get("municipality") in (
            None,
            opening.municipality,
        )
    assert complaint is not None
    within = said["within"]
    assert isinstance(within, Phrase)
    (number,) = within.arguments.values()
    assert isinstance(number, int)
    days = number * 7 if within.text == "letter.weeks" else number
    comes = opening.date + letter.sent.minute // MINUTES_A_DAY
    by_post = letter.sent.channel == "letter"
    for _ in range(6 if by_post else 0):
        comes = _next_weekday(comes)
    until = _next_weekday(comes + complaint.days - 1)
    return (
        said["instance"] == complaint.instance
        and said["municipality"] == opening.municipality
        and said["today"] == comes
        and said["until"] == until
        and days == complaint.days
        and said["posted"] == Phrase("letter.posted" if by_post else "")
    )


FREE = {
    "2026-01-01", "2026-04-02", "2026-04-03", "2026-04-06", "2026-05-14", "2026-05-25",
    "2026-06-05", "2026-12-24", "2026-12-25", "2026-12-26", "2026-12-31",
}  # fmt: skip
"""The days of the year of all days played on which nobody works, as the calendar has them."""


def _next_weekday(day: int) -> int:
    """The first day after another that is no Saturday, Sunday or holiday."""
    after = date.fromordinal(day + 1)
    free = after.weekday() >= 5 or after.isoformat() in FREE
    return _next_weekday(day + 1) if free else day + 1


@of("correct")
def _correct(letter: Letter, said: Arguments) -> bool:
    return not said


@of("decided-by")
def _decided_by_person(letter: Letter, said: Arguments) -> bool:
    return letter.by == "person" and _who(letter, said)


@of("decided-by-suggestion")
def _decided_by_suggestion(letter: Letter, said: Arguments) -> bool:
    return letter.by == "suggestion" and _who(letter, said)


@of("decided-by-automation")
def _decided_unseen(letter: Letter, said: Arguments) -> bool:
    unseen = letter.sent.by == "automation"
    return letter.by == "automation" and unseen and _who(letter, said)


@of("decided-by-automation-sent")
def _decided_and_sent(letter: Letter, said: Arguments) -> bool:
    return letter.by == "automation" and letter.sent.by == "player" and _who(letter, said)


def _who(letter: Letter, said: Arguments) -> bool:
    opening = letter.day.opening
    answers = {"municipality": opening.municipality, "leader": opening.office.leader}
    sentences = said.get("system", Phrase(""))
    assert isinstance(sentences, Phrase)
    did = [p.text for p in sentences.arguments.values() if isinstance(p, Phrase)]
    whole = sentences.text == " ".join(f"{{{n}}}" for n in sentences.arguments)
    (outcome,) = (one for one in letter.kind.outcomes if one.id == letter.outcome)
    words = {"found": "found", "reckoned": "reckoned-pending" if outcome.pending else "reckoned"}
    tells = whole and did == [f"letter.system-{words[what]}" for what in sorted(letter.did)]
    return (tells or "system" not in said) and all(
        said[name] == answers[name] for name in {*said} - {"system"}
    )


@of("contact")
def _contact(letter: Letter, said: Arguments) -> bool:
    opening = letter.day.opening
    return said == {
        "caseworker": opening.office.caseworker,
        "telephone": opening.office.telephone,
        "opens": opening.opens,
        "closes": opening.closes,
    }


# A case that was taken up again ---------------------------------------------------------------


@of("reopened.fault")
def _owns_a_fault(letter: Letter, said: Arguments) -> bool:
    return _replaces(letter, "fault")


@of("reopened.new-facts")
def _has_new_facts(letter: Letter, said: Arguments) -> bool:
    return _replaces(letter, "new-facts")


def _replaces(letter: Letter, ground: str) -> bool:
    """Whether a letter was sent before, and the case was taken up again since on a ground."""
    reopened = [event for event in letter.earlier if event.kind == "case.reopened"]
    sent = [event.seq for event in letter.earlier if event.kind == "letter.sent"]
    return bool(reopened) and reopened[-1].ground == ground and sent[-1] < reopened[-1].seq


# A hearing ------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Asked(Letter):
    """A letter that asks for something; ``sent`` is the event it went with. No decision yet."""


@of("hearing")
def _hearing(letter: Letter, said: Arguments) -> bool:
    opening = letter.day.opening
    sent = opening.date + letter.sent.minute // MINUTES_A_DAY
    return (
        said["deadline"] == _next_weekday(sent + letter.kind.hearing_days - 1)
        and said["caseworker"] == opening.office.caseworker
        and said["telephone"] == opening.office.telephone
        and said["title"] == letter.kind.title
        and _lists(letter, said["facts"], letter.sent.told)
        and _stakes(letter, said["stake"])
    )


# A document that is asked for -----------------------------------------------------------------


@of("document")
def _document(letter: Letter, said: Arguments) -> bool:
    asked, notice = letter.sent, said.get("notice", Phrase(""))
    told = isinstance(notice, Phrase) and notice.text == "letter.notice"
    return not asked.third and told == asked.notice and _asks(letter, said)


@of("document-consent")
def _consent(letter: Letter, said: Arguments) -> bool:
    third = letter.day.opening.documents[letter.sent.document].third
    return bool(letter.sent.third and third and said["third"] == third.name) and _asks(letter, said)


@of("document-reminder")
def _reminder(letter: Letter, said: Arguments) -> bool:
    """Whether it was asked for on the day it says, and the notice is given."""
    notice = said["notice"]
    noticed = isinstance(notice, Phrase) and notice.text == "letter.notice"
    asked = not _last_asked_of_third(letter, letter.sent)
    return asked and noticed and _reminds(letter, said)


@of("document-consent-reminder")
def _consent_reminder(letter: Letter, said: Arguments) -> bool:
    """Whether it was a consent that was asked for, on the day it says."""
    third = letter.day.opening.documents[letter.sent.document].third
    asked = _last_asked_of_third(letter, letter.sent)
    return asked and bool(third and said["third"] == third.name) and _reminds(letter, said)


def _reminds(letter: Letter, said: Arguments) -> bool:
    asked = [e for e in letter.earlier if e.kind == "document.asked"]
    wanted = letter.sent.document, letter.sent.relation
    same = [e for e in asked if (e.document, e.relation) == wanted]
    opening = letter.day.opening
    days = [opening.date + e.minute // MINUTES_A_DAY for e in same[-1:]]
    before = opening.arrival_of[letter.sent.case].asked_before
    days = days or [a.asked for a in before if (a.document, a.relation) == wanted]
    return [said["asked"]] == days and _asks(letter, said)


def _asks(letter: Letter, said: Arguments) -> bool:
    opening, asked = letter.day.opening, letter.sent
    kind = opening.documents[asked.document]
    sent = opening.date + asked.minute // MINUTES_A_DAY
    title = said["document"]
    assert isinstance(title, Phrase)
    whose = title.arguments["document"] if asked.relation else title.text
    named = whose == kind.title
    return (
        named
        and said["deadline"] == asked.last == _next_weekday(sent + kind.days - 1)
        and said["caseworker"] == opening.office.caseworker
        and said["telephone"] == opening.office.telephone
        and said["title"] == letter.kind.title
    )


def _stakes(letter: Letter, stake: Argument) -> bool:
    """Whether what hangs on the answer is what the letter was sent for, and whose figures are."""
    if not isinstance(stake, Phrase) or stake.text != " ".join(f"{{{n}}}" for n in stake.arguments):
        return False
    told = stake.arguments.values()
    theirs = {"Er Udbetaling Danmarks tal forkerte" for seen in letter.sent.told if _theirs(seen)}
    outcomes = [outcome for outcome in letter.kind.outcomes if outcome.id == letter.sent.at_stake]
    answers = [outcome.label for outcome in outcomes if outcome.adverse and not outcome.pending]
    said_of = [p for p in told if isinstance(p, Phrase) and p.text == "letter.stake"]
    others = [p.text for p in told if isinstance(p, Phrase) and isinstance(p.text, Text)]
    right = [phrase.arguments["answer"] for phrase in said_of] == answers
    return right and {text.da.partition(",")[0] for text in others} == theirs


def _theirs(seen: Seen) -> bool:
    """Whether a figure is one that Udbetaling Danmark has set."""
    by_them = bare(seen.path) in ("wealth.liquid", "pension.percentage")
    return by_them and seen.source != "citizen"
