"""What the parts that every letter has say: facts, law, complaint, who decided, whom to ring."""

from collections.abc import Iterator
from dataclasses import dataclass

from simulator.casework.phrasing import typed
from simulator.casework.sights import Seen
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
    return "answer" in said


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
    return _lists(letter, said["facts"], letter.decision.relied_on)


def _lists(letter: Letter, told: Argument, sights: tuple[Seen, ...]) -> bool:
    """Whether some facts are listed, each with the value it was relied on or asked about with."""
    assert isinstance(told, Phrase)
    values = [
        inner.arguments.get("value")
        for line in told.arguments.values()
        if isinstance(line, Phrase) and isinstance(inner := line.arguments["says"], Phrase)
    ]
    facts = letter.day.opening.facts
    expected = [
        typed(letter.day, facts[bare(seen.path)], seen.value, seen.source, seen.at)
        for seen in sights
        if seen.state == "shown" and seen.value is not None
    ]
    covered = Phrase("state.protected")
    return len(values) == (len(expected) or 1) and all(
        value in (fact, covered) for value, fact in zip(values, expected, strict=False)
    )


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
    return (
        said["instance"] == complaint.instance
        and said["municipality"] == opening.municipality
        and said["today"] == opening.date
        and said["until"] == opening.date + complaint.days
        and days == complaint.days
    )


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
    return all(said[name] == answers[name] for name in said)


@of("contact")
def _contact(letter: Letter, said: Arguments) -> bool:
    opening = letter.day.opening
    return said == {
        "caseworker": opening.office.caseworker,
        "telephone": opening.office.telephone,
        "opens": opening.opens,
        "closes": opening.closes,
    }


# A hearing ------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Asked(Letter):
    """A letter of a hearing; ``sent`` is the event it went with, and there is no decision yet."""


@of("hearing")
def _hearing(letter: Letter, said: Arguments) -> bool:
    opening = letter.day.opening
    return (
        said["deadline"] == opening.date + letter.kind.hearing_days
        and said["caseworker"] == opening.office.caseworker
        and said["telephone"] == opening.office.telephone
        and _lists(letter, said["facts"], letter.sent.told)
    )
