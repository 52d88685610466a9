import io
import re
from pathlib import Path

import pytest

from simulator.casework.actions.day import StateIntention
from simulator.casework.events import BY_KIND
from simulator.core.texts import LANGUAGES, Language, Phrase
from simulator.debrief.debrief_session import DebriefSession
from simulator.export.taking_out import fingerprint, imprint
from simulator.plain.console import Console
from simulator.plain.debriefing import Debriefing
from simulator.scenario.indicators import indicators
from simulator.scenario.words import teller, texts
from simulator.scenario.writing import clock
from simulator.store.drafting import Drafts
from simulator.store.session import Session
from tests.plain.scripts import NOT_PLAIN, transcript

DAY = (
    "accept_prebrief", "open_case", "1", "look_up.overblik", "settle_facts", "skip_hearing",
    "calculate", "1", "send_letter", "all", "send", "add_note", "Hun ringer vel.", "go_home", "1",
)  # fmt: skip


GUESSED = ("2", "-", "0")
"""Two suggestions, no guess at the systems, no case answered by a human being."""


@pytest.fixture
def played(session: Session, tmp_path: Path) -> Session:
    transcript(session, [*DAY, "0"], tmp_path)
    assert session.day.ended
    return session


@pytest.fixture
def begun(played: Session, tmp_path: Path) -> Session:
    """A debrief of ninety minutes whose guesses have been made."""
    transcript(played, ["ninety", "happened", "estimate", *GUESSED, "0", "0"], tmp_path)
    return played


def test_a_day_that_has_ended_goes_on_with_its_debrief(played: Session, tmp_path: Path) -> None:
    said = transcript(played, [], tmp_path).splitlines()
    assert said[0] == "Debrief: A small day"
    assert "Hvor lang tid har I?" in said


@pytest.mark.parametrize("first", ["timeline", "estimate"])
def test_nothing_of_the_log_is_shown_before_the_guesses(
    played: Session, tmp_path: Path, first: str
) -> None:
    said = transcript(played, ["ninety", "happened", first, "", "0", "0"], tmp_path)
    assert texts()["debrief.estimate.how"].da in said
    assert "08.0" not in said
    assert not DebriefSession(played).state.estimated
    said = transcript(played, ["happened", first, *GUESSED, "0", "0"], tmp_path)
    assert DebriefSession(played).state.student.guesses == {"unopened": 2, "human-first": 0}


def test_reading_everything_asks_for_the_guesses_first(played: Session, tmp_path: Path) -> None:
    said = transcript(played, ["alone", "all", *GUESSED, "0"], tmp_path)
    assert said.index("Hvor mange systemer slog du op i?") < said.index("Hvem bestemte?\n")


def test_a_guess_that_is_no_number_is_asked_again(played: Session, tmp_path: Path) -> None:
    lines = ["ninety", "happened", "estimate", "mange", "²", "99999", *GUESSED, "0", "0"]
    said = transcript(played, lines, tmp_path)
    assert said.count("Skriv et helt tal fra 0 til 10000") == 3


def test_the_guess_and_the_log_stand_side_by_side(begun: Session, tmp_path: Path) -> None:
    said = transcript(begun, ["happened", "estimate", "0", "0"], tmp_path)
    assert "Hvor mange systemer slog du op i? Dit gæt: sprunget over. Loggen: 1 ud af 2." in said
    assert "uden at åbne grundlaget? Dit gæt: 2. Loggen: 0 ud af 0." in said


def test_one_phase_goes_on_to_the_next_with_its_minutes_as_text(
    begun: Session, tmp_path: Path
) -> None:
    said = transcript(begun, ["landing", "next", "next", "0", "0"], tmp_path)
    for line in (
        "Fase 1 af 7 · Landing · 7 minutter til samtalen",
        "Fase 2 af 7 · Hvad skete der? · 13 minutter til samtalen",
        "Fase 3 af 7 · Hvor kom oplysningerne fra? · 15 minutter til samtalen",
    ):
        assert line in said.splitlines(), line
    assert DebriefSession(begun).state.student.phase == "data"
    assert "begyndt" in transcript(begun, ["0"], tmp_path)


def test_what_was_meant_in_the_morning_is_read_again(session: Session, tmp_path: Path) -> None:
    session.do(StateIntention("At de bliver hørt."))
    transcript(session, [*DAY, "0"], tmp_path)
    said = transcript(session, ["alone", "happened", "0", "0"], tmp_path)
    assert "I morges skrev du, hvad du ville passe på: At de bliver hørt." in said.splitlines()
    assert "I morges" not in transcript(session, ["data", "0", "0"], tmp_path)


def test_somebody_alone_goes_a_shorter_way(played: Session, tmp_path: Path) -> None:
    said = transcript(played, ["alone", "decided", "0", "0"], tmp_path)
    assert "Fase 3 af 5 · Hvem bestemte? · 4 minutter til samtalen" in said
    assert texts()["debrief.ask.4d"].da in said
    assert texts()["debrief.ask.4b"].da not in said


def test_a_question_is_answered_in_own_words_and_they_stand_there_next_time(
    begun: Session, tmp_path: Path
) -> None:
    transcript(begun, ["decided", "4d", "Den regnede, jeg lyttede.", "0", "0"], tmp_path)
    assert DebriefSession(begun).answer("4d") == "Den regnede, jeg lyttede."
    said = transcript(begun, ["decided", "4d", "-", "0", "0"], tmp_path)
    assert "Dit svar: Den regnede, jeg lyttede." in said
    assert DebriefSession(begun).answer("4d") == ""


def test_the_pictures_are_read_as_lines(begun: Session, tmp_path: Path) -> None:
    lines = ["happened", "timeline", "next", "map", "truth", "next", "ladder", "time", "0", "0"]
    said = transcript(begun, lines, tmp_path)
    found = next(e.seq for e in begun.events if e.kind == "step.done")
    for line in (
        "Kilde: Overblik, Vist: 1, Åbnet: 1, Bygget på: 1, Nævnt i brev: 1, "
        "Ældst ved brug: 34 dage",
        "Ikke brugt: eIndkomst",
        f"Trin: finde, Niveau: 0 i hånden, Hvem bestemte: dig, Hændelse: {found}",
        "Trin: finde, Niveau: 0 i hånden, Sparet: 0, Kontrolleret: 1, Rettet: 0, "
        "Forklaret: 0, Vendte tilbage senere: 0, Borgerens egen tid: 0",
    ):
        assert line in said.splitlines(), line
    assert "Viste: 24.310 kr., " in said
    assert NOT_PLAIN.search(said) is None


def test_a_card_is_read_contested_and_placed(begun: Session, tmp_path: Path) -> None:
    (k2,) = [one for one in DebriefSession(begun).debrief.by_id if one.startswith("K2")]
    lines = ["stake", "cards", k2, "fit", "2", "Hun ringede.", "place", "2", "-", "events"]
    said = transcript(begun, [*lines, "0", "0", "profile", "0", "0"], tmp_path)
    indicator = indicators()["K2"]
    for line in (
        f"K2 · Korrekthed: {indicator.name.da}",
        f"Kan støtte: {indicator.plus.da}",
        f"Loggen kan ikke vise: {indicator.cannot_show.da}",
        f"Spørg: {indicator.ask.da}",
        "Du siger: det passer ikke. Hun ringede.",
        "Du lægger det her: - belaster.",
    ):
        assert line in said.splitlines(), line
    assert "Værdi: Korrekthed, - belaster: K2, o ikke prøvet i dag: K1" in said.splitlines()
    back = ["stake", "cards", k2, "place", "4", "0", "0", "0", "0"]
    transcript(begun, back, tmp_path)
    assert DebriefSession(begun).state.student.placed == {}


def test_what_was_said_of_a_card_is_not_offered_again_as_half_written(
    begun: Session, tmp_path: Path
) -> None:
    (k2,) = [one for one in DebriefSession(begun).debrief.by_id if one.startswith("K2")]
    (draft,) = Drafts(begun).kept_under(f"debrief.{k2}")
    fits_not, strains = ["fit", "2", "Hun ringede."], ["place", "2", "Jeg hørte."]
    said = transcript(begun, ["stake", "cards", k2, *fits_not, *strains, "fit", "2"], tmp_path)
    assert begun.draft(draft) == ""
    offered = texts()["plain.draft"].da.partition("{")[0]
    assert offered
    assert offered not in said


def test_a_step_is_moved_and_a_word_is_added(begun: Session, tmp_path: Path) -> None:
    moved = ["decided", "move", "3", "3", "Grundlaget skal stå fremme.", "0"]
    word = ["out", "glossary", "sag", "min borger", "en post med id", "-", "0"]
    transcript(begun, [*moved, *word, "0"], tmp_path)
    student = DebriefSession(begun).state.student
    (step,) = student.moved
    assert (step.function, step.before, step.level) == ("calculate", 0, 3)
    (entry,) = student.glossary
    assert sorted(entry) == ["field", "it", "word"]
    said = transcript(
        begun, ["decided", "move", "0", "0", "out", "glossary", "0", "0", "0"], tmp_path
    )
    assert "fra 0 i hånden til 3 foreslår" in said
    assert "Det hører it-folk: en post med id" in said


def test_the_message_to_it_is_filled_in_field_by_field(begun: Session, tmp_path: Path) -> None:
    lines = [
        "out",
        "message",
        "1",
        "Overblik viste december.",
        "it.kind",
        "En fejl.",
        "0",
        "0",
        "0",
    ]
    said = transcript(begun, lines, tmp_path)
    assert "Dit svar: Overblik viste december." in said
    assert DebriefSession(begun).answer("it.kind") == "En fejl."


def test_an_arrow_is_made_whole_at_the_workbench(begun: Session, tmp_path: Path) -> None:
    lines = ["data", "workbench", "1", "repair", "1", "every-60", "1", "back", "0", "0", "0"]
    said = transcript(begun, lines, tmp_path).splitlines()
    stopped = "eIndkomst til Overblik, hver nat; havde ikke kørt siden 12. januar 2026"
    assert sum(stopped in line for line in said) == 2  # before anything, and set back
    shown = (
        "income, fra Overblik: viste 24.310 kr.; ville have vist 18.200 kr.; "
        "i virkeligheden 18.200 kr."
    )
    assert said.count(shown) == 1
    assert any("eIndkomst til Overblik: repareret, hver nat" in line for line in said)
    hourly = "eIndkomst til Overblik: nu hver time; havde ikke kørt siden 12. januar 2026"
    assert any(hourly in line for line in said)
    assert said.count(texts()["debrief.workbench.nothing-other"].da) == 2  # hourly stands still


def test_everything_a_document_holds_is_read(begun: Session, tmp_path: Path) -> None:
    said = transcript(begun, ["all", "0"], tmp_path)
    for line in (
        "Hvem bestemte?",
        f"Spørgsmål: {texts()['export.ask.title-question'].da}",
        f"{texts()['export.appendix.today'].da}: {texts()['debrief.silence.no-occasion'].da}",
    ):
        assert line in said.splitlines(), line
    assert "Hun ringer vel." in said
    pictures = DebriefSession(begun).debrief
    for caption in (pictures.data_map.caption, pictures.time_account.caption):
        assert teller("da")(caption) in said.splitlines()
    assert "Dit gæt: 2. Loggen: 0 ud af 0." in said
    assert NOT_PLAIN.search(said) is None


def test_a_debrief_of_a_day_that_goes_on_is_read_and_not_held(
    session: Session, tmp_path: Path
) -> None:
    reading, writing = io.StringIO("parts\n3\n0\n0\n"), io.StringIO()
    Debriefing(session, Console(reading, writing, "da"), tmp_path).run()
    assert "Hvor lang tid har I?" not in writing.getvalue()
    assert "Hvem bestemte?" in writing.getvalue()
    assert not [one for one in session.events if one.kind == "route.chosen"]


def test_a_part_of_the_document_is_read_by_its_number(begun: Session, tmp_path: Path) -> None:
    said = transcript(begun, ["parts", "4", "0", "0"], tmp_path).split(": 4\n")[1]
    assert said.splitlines()[1] == "Hvem bestemte?"


def test_the_language_changes_in_the_debrief_too(begun: Session, tmp_path: Path) -> None:
    said = transcript(begun, ["l", "decided", "0", "0"], tmp_path)
    assert "Phase 4 of 7 · Who decided? · 15 minutes to talk" in said.splitlines()


def test_the_language_changes_among_the_parts_of_the_document_too(
    begun: Session, tmp_path: Path
) -> None:
    said = transcript(begun, ["parts", "4", "l", "4", "0", "0"], tmp_path)
    before, after = said.split(texts()["plain.language"].en)
    assert "4. Hvem bestemte?" in before
    assert "\nHvem bestemte?\n" in before
    assert "4. Who decided?" in after
    assert "\nWho decided?\n" in after


def test_a_debrief_that_was_left_in_the_middle_goes_on(begun: Session, tmp_path: Path) -> None:
    transcript(begun, ["stake", "5c", "Hun blev hørt"], tmp_path)
    assert "Hun blev hørt" in transcript(begun, ["stake", "5c"], tmp_path)
    assert DebriefSession(begun).state.student.phase == "stake"


def test_whatever_is_said_to_it_replays_to_the_same_day(begun: Session, tmp_path: Path) -> None:
    transcript(begun, ["landing", "1a", "travlt", "0", "0"], tmp_path)
    again = Session.resume(begun.store, begun.id)
    assert again.day == begun.day
    assert DebriefSession(again).state.student == DebriefSession(begun).state.student


def test_an_event_is_looked_up_by_its_number(begun: Session, tmp_path: Path) -> None:
    numbers = {event.kind: event.seq for event in begun.events}
    one, last = numbers["decision.made"], len(begun.events) - 1
    lines = ["event", str(one), str(last + 1), "x", "²", "", "0"]
    said = transcript(begun, lines, tmp_path)
    at = clock(begun.events[one].minute, "da")
    assert f"Hændelse {one}, kl. {at}: Afgjort: none." in said
    assert said.count(f"Det nummer findes ikke. Numrene går fra 0 til {last}.") == 3


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_event_that_is_looked_up_is_told_in_words(
    begun: Session, tmp_path: Path, language: Language
) -> None:
    transcript(begun, ["landing", "1a", "travlt", "1a", "-", "0", "0"], tmp_path)
    numbers = [str(event.seq) for event in begun.events]
    said = transcript(begun, ["event", *numbers, "", "0"], tmp_path, language)
    told = re.findall(r"(?:Hændelse|Event) [0-9]+, .*?[0-9][0-9]: (.*)", said)
    assert len(told) == len(numbers)
    assert told[0] == {"da": "Dagen blev gjort klar.", "en": "The day was set up."}[language]
    assert not BY_KIND.keys() & {*told}


def test_an_event_of_a_kind_without_words_is_said_to_be_noted_by_the_program(
    begun: Session, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("simulator.plain.debriefing.unseen", lambda *_: Phrase("debrief.told.new"))
    said = transcript(begun, ["event", "0", "", "0"], tmp_path)
    assert "Hændelse 0, kl. 08.00: Noteret af programmet selv." in said


def test_a_debrief_is_taken_out_without_the_words_unless_they_are_asked_for(
    begun: Session, tmp_path: Path
) -> None:
    folder = tmp_path / "ud"
    lines = ["take-out", "html md", "1", "1", "take-out", "md", "1", "2", "0"]
    said = transcript(begun, lines, folder)
    assert said.count("Skrevet: ") == 3
    texts = {file.name: file.read_text() for file in folder.iterdir()}
    assert sorted(Path(name).suffix for name in texts) == [".html", ".md", ".md"]
    assert sum("Hun ringer vel." in text for text in texts.values()) == 1


def test_words_that_may_lead_to_somebody_are_asked_about_first(
    begun: Session, tmp_path: Path
) -> None:
    folder = tmp_path / "ud"
    lines = ["landing", "1a", "Ring 20 30 40 50", "0", "take-out", "md", "private", "yes"]
    said = transcript(begun, [*lines, "no", "0"], folder)
    assert "«20 30 40 50» ligner et telefonnummer." in said.splitlines()
    assert "Der er ikke skrevet nogen fil." in said.splitlines()
    assert not folder.exists()
    said = transcript(begun, [*lines[4:], "yes", "0"], folder)
    (file,) = folder.iterdir()
    assert "20 30 40 50" in file.read_text()


def test_a_class_is_not_asked_for_words_and_a_group_is_asked_for_contests(
    begun: Session, tmp_path: Path
) -> None:
    said = transcript(begun, ["take-out", "csv", "class", "0"], tmp_path / "holdet")
    assert said.count("Skrevet: ") == 2
    assert texts()["plain.debrief.words"].da not in said
    said = transcript(begun, ["take-out", "md", "group", "no", "yes", "0"], tmp_path / "gruppe")
    assert texts()["plain.out.contests"].da in said
    assert said.count("Skrevet: ") == 1


def test_a_folder_that_cannot_be_written_in_is_told(begun: Session, tmp_path: Path) -> None:
    (tmp_path / "fil").write_text("")
    said = transcript(begun, ["take-out", "=", "1", "1", "0"], tmp_path / "fil")
    assert "Der kan ikke skrives i mappen" in said


def test_the_evening_ends_on_the_students_own_words_or_on_the_silence(
    session: Session, tmp_path: Path
) -> None:
    said = transcript(session, [*DAY, "0"], tmp_path)
    evening = said.split("Aften. ")[1].split("\n\n")[0].splitlines()
    assert evening[1].startswith("Amina Holst: «evening.")
    assert evening[-1].endswith("står der: Hun ringer vel.")


def test_the_evening_shows_what_was_meant_to_be_watched_for(
    session: Session, tmp_path: Path
) -> None:
    morning = ("state_intention", "Om kopierne passer.")
    said = transcript(session, [*morning, *DAY, "0"], tmp_path)
    evening = said.split("Aften. ")[1].split("\n\n")[0]
    assert evening.endswith("I morges skrev du, hvad du ville passe på: Om kopierne passer.")


def test_equal_logs_have_one_fingerprint_and_another_has_another(played: Session) -> None:
    whole = fingerprint(played.events)
    assert imprint(played).log == whole == fingerprint(list(played.events))
    assert fingerprint(played.events[:-1]) != whole
