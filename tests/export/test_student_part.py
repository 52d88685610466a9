"""What the student said to the debrief, in its place in the document; what was not said is room."""

import pytest

from simulator.casework.actions.debriefing import ChooseRoute, PlaceStatement
from simulator.core.texts import LANGUAGES, Language
from simulator.debrief.blocks import Answer, Document, Paragraph, Question, Said, Table
from simulator.debrief.debrief_state import debrief_state, decide
from simulator.debrief.phases import MESSAGE
from simulator.export.document import document
from simulator.export.taking_out import brought_up
from simulator.scenario.words import teller, texts
from tests.export.rehearsed import TALK_WORDS, discussed, document_of, imprint_of, rehearsed
from tests.export.test_document import blocks, sections

in_both = pytest.mark.parametrize("language", LANGUAGES)


def titles(document: Document) -> list[str]:
    return [one.title for one in sections(document)]


def tables(document: Document, caption: str) -> list[Table]:
    return [one for one in blocks(document, Table) if one.caption == caption]  # type: ignore[attr-defined, misc]


@in_both
def test_guesses_stand_beside_the_log(language: Language) -> None:
    say, guesses = teller(language), (3, None, 1)
    beside = [
        (say(figure.beside(guess)), figure.events)
        for figure, guess in zip(discussed().figures, guesses, strict=True)
    ]
    held = [
        (one.text, one.events.numbers)
        for one in blocks(document_of(language), Paragraph)
        if isinstance(one, Paragraph) and one.events
    ]
    assert held[:3] == beside
    asked = document(rehearsed(), say, imprint_of())
    how = say("export.estimate.how")
    assert how not in [one.text for one in blocks(asked, Paragraph)]  # type: ignore[attr-defined]


@in_both
def test_every_source_of_the_data_map_is_a_row_and_every_count_has_its_events(
    language: Language,
) -> None:
    told, say = document_of(language), teller(language)
    (table,) = tables(told, say(discussed().data_map.caption))
    assert [row[1:5] for row in table.rows] == [
        tuple(map(str, (one.exposed, one.opened, one.relied_on, one.told)))
        for one in discussed().data_map.rows
    ]
    (behind,) = tables(told, say("export.appendix.behind"))
    found = dict(behind.rows)  # type: ignore[arg-type]
    for one in discussed().data_map.rows:
        assert found[say(one.name)] == ", ".join(map(str, one.events))


@in_both
def test_what_was_moved_and_written_stands_where_it_belongs(language: Language) -> None:
    told = document_of(language)
    answers = {one.asked: one.text for one in blocks(told, Answer)}  # type: ignore[attr-defined]
    assert answers[texts()["debrief.ask.2b"].in_(language)] == TALK_WORDS[7]
    assert answers[texts()["debrief.ask.it.saw"].in_(language)] == TALK_WORDS[11]
    (glossary,) = tables(told, texts()["export.glossary.table"].in_(language))
    assert glossary.rows == ((TALK_WORDS[10], "–", "–", TALK_WORDS[9]),)


@in_both
def test_without_the_words_there_are_lines_to_write_on(language: Language) -> None:
    told = document_of(language, words=False)
    assert not blocks(told, Answer)
    asked = [one.text for one in blocks(told, Question)]  # type: ignore[attr-defined]
    for one in ("2b", "4d", "tension", *MESSAGE):
        assert texts()[f"debrief.ask.{one}"].in_(language) in asked
    assert texts()["export.glossary.title"].in_(language) not in titles(told)
    contested = [one for one in blocks(told, Said) if one.own]  # type: ignore[attr-defined]
    assert contested, "what was picked is no words, and stays"


@in_both
def test_the_values_show_codes_once_something_is_placed_and_never_to_somebody_alone(
    language: Language,
) -> None:
    title = texts()["export.values.title"].in_(language)
    assert title in titles(document_of(language))
    assert title not in titles(document(rehearsed(), teller(language), imprint_of()))
    log = list(discussed().evidence.log)
    log += decide(debrief_state(discussed(), log), ChooseRoute("alone"))
    alone = brought_up(rehearsed(), log)
    assert title not in titles(document(alone, teller(language), imprint_of()))


def test_a_statement_outside_the_first_few_is_a_card_once_something_is_said_of_it() -> None:
    few = rehearsed()
    others = [one for one in few.statements if one not in few.chosen]
    assert others
    log = list(few.evidence.log)
    log += decide(debrief_state(few, log), PlaceStatement(others[0].id, "open"))
    told = document(brought_up(few, log), teller("da"), imprint_of())
    sentence = teller("da")(few.sentence(others[0]))
    own = [one.own for one in blocks(told, Said) if one.text == sentence]  # type: ignore[attr-defined]
    assert any("åbent" in line for lines in own for line in lines)
