import io
import re
from dataclasses import replace
from pathlib import Path

import pytest

from simulator.casework.actions.day import AcceptPrebrief
from simulator.casework.actions.inbox import OpenCase
from simulator.casework.actions.reopening import Reopen
from simulator.casework.opening import Arrival
from simulator.core.texts import LANGUAGES, Language
from simulator.plain import Console, play
from simulator.plain.desk import say_case
from simulator.scenario.loading import Loaded
from simulator.scenario.words import teller
from simulator.store.engine import Store
from simulator.store.problems import StoreProblem
from simulator.store.session import Session
from tests.casework.answered import OVERVIEW, RECKON, SETTLE, SKIP, WHOLE
from tests.casework.small import AMINA, BODIL, CASE, a_town, an_opening, citizen
from tests.plain.scripts import MORNING, NOT_PLAIN, log, made, transcript

WORD_ID = re.compile(r"\b(plain|told|refus\w+|offer|blank|state|channel|level)\.[a-z0-9]")
BEGUN = ("accept_prebrief", "open_case", "1")


@pytest.mark.parametrize("language", ["da", "en"])
def test_a_whole_day_in_plain_leaves_the_log_that_the_same_choices_leave(
    store: Store, tmp_path: Path, warm_up: Loaded, language: Language
) -> None:
    by_hand = Session.start(store, warm_up.opening, warm_up.town, language)
    lines = made(by_hand, MORNING)
    played = Session.start(store, warm_up.opening, warm_up.town, language)
    said = transcript(played, [*lines, "0"], tmp_path)
    of_the_day = [event for event in played.events if event.kind != "route.chosen"]
    assert log(of_the_day) == log(by_hand.events)
    assert played.day.ended
    kinds = {event.kind for event in played.events}
    assert {"conflict.noticed", "citizen.asked", "decision.made", "letter.sent"} <= kinds
    assert NOT_PLAIN.search(said) is None


def test_nothing_that_is_shown_lacks_its_word(
    store: Store, tmp_path: Path, warm_up: Loaded
) -> None:
    lines = made(Session.start(store, warm_up.opening, warm_up.town, "da"), MORNING)
    for language in ("da", "en"):
        session = Session.start(store, warm_up.opening, warm_up.town, language)
        # After every choice the case, the inbox, the levels, the journal and what is refused.
        several = [one for line in lines for one in (line, "s", "i", "t", "j", "n", "0", "?")]
        said = transcript(session, [*several, "l", "9", "0"], tmp_path)
        assert len(said.splitlines()) > len(several)
        for line in said.splitlines():
            assert WORD_ID.search(line) is None, line


def test_the_journal_says_of_what_was_refused_that_it_was_not_done(
    session: Session, tmp_path: Path
) -> None:
    said = transcript(session, [*BEGUN, "n", "settle_facts", "j"], tmp_path)
    why = "Der mangler stadig en oplysning, som reglen bruger."
    assert f"08.00: Det kunne ikke lade sig gøre: {why}" in said


def test_where_there_is_one_choice_the_choice_is_named() -> None:
    said = [teller(language)("plain.wrong.choice", typed="x", last=1) for language in LANGUAGES]
    assert "Skriv tallet 1, 0 for tilbage" in said[0]
    assert "Type the number 1, 0 for back" in said[1]


def test_the_words_that_were_typed_are_kept_apart_from_the_log(
    store: Store, tmp_path: Path, warm_up: Loaded
) -> None:
    lines = made(Session.start(store, warm_up.opening, warm_up.town, "da"), MORNING)
    session = Session.start(store, warm_up.opening, warm_up.town, "da")
    transcript(session, [*lines, "0"], tmp_path)
    words = [session.words(n) for n in range(1, session.day.words + 1)]
    assert "Du er gået ned i tid." in words
    assert "Hun ringede selv." in words
    assert "Hun ringede selv." not in str(log(session.events))


def test_the_end_of_the_input_keeps_the_day_and_says_how_to_go_on(
    session: Session, tmp_path: Path
) -> None:
    said = transcript(session, BEGUN, tmp_path)
    assert said.splitlines()[-2:] == [
        "Her stopper vi for nu. Alt er gemt.",
        f"Fortsæt, når du vil, med: praksishus sessions continue {session.id} --plain",
    ]
    assert session.day.hand == CASE


def test_a_day_that_was_cut_off_goes_on_where_it_was(
    store: Store, tmp_path: Path, warm_up: Loaded
) -> None:
    whole = Session.start(store, warm_up.opening, warm_up.town, "da")
    lines = [*made(whole, MORNING), "0"]
    assert len(lines) > 5
    for cut in range(1, len(lines), 5):
        session = Session.start(store, warm_up.opening, warm_up.town, "da")
        transcript(session, lines[:cut], tmp_path)
        resumed = Session.resume(store, session.id)
        assert log(resumed.events) == log(session.events)
        assert log(resumed.events) == log(whole.events)[: len(resumed.events)]
        assert "Her er" not in transcript(resumed, [], tmp_path)  # it can be taken up anywhere


def test_q_stops_for_now_at_any_question(session: Session, tmp_path: Path) -> None:
    said = transcript(session, ["accept_prebrief", "open_case", "q", "go_home"], tmp_path)
    assert "Her stopper vi for nu. Alt er gemt." in said
    assert not session.day.ended


def test_the_language_changes_in_the_middle_of_a_question(session: Session, tmp_path: Path) -> None:
    said = transcript(session, ["accept_prebrief", "open_case", "l", "1"], tmp_path)
    danish, english = said.split("We speak English now.\n")
    assert "Hvilken sag?" in danish
    assert english.startswith("Which case?")
    assert session.day.hand == CASE
    assert session.language == "en"


def test_a_moment_is_marked_in_the_middle_of_a_question(session: Session, tmp_path: Path) -> None:
    transcript(session, ["accept_prebrief", "open_case", "m", "Hvorfor nu?", "1"], tmp_path)
    kinds = [event.kind for event in session.events]
    assert kinds.index("moment.marked") < kinds.index("case.opened")
    assert session.words(1) == "Hvorfor nu?"


def test_going_home_asks_once(session: Session, tmp_path: Path) -> None:
    stayed = transcript(session, ["accept_prebrief", "go_home", "2", "go_home", "0"], tmp_path)
    assert stayed.count("Vil du gå hjem nu? 1 sag venter til i morgen.") == 2
    assert not session.day.closed
    transcript(session, ["go_home", "1", "0"], tmp_path)
    assert session.day.ended


@pytest.mark.parametrize(
    ("line", "answer"),
    [
        ("99", "«99» kan ikke vælges her. Skriv et tal fra 1 til"),
        ("nej", "«nej» kan ikke vælges her. Skriv et tal fra 1 til"),
        ("-1", "«-1» kan ikke vælges her."),
        ("9" * 5000, "kan ikke vælges her."),
        ("²", "«²» kan ikke vælges her."),
    ],
)
def test_what_cannot_be_chosen_is_answered_with_what_can(
    session: Session, tmp_path: Path, line: str, answer: str
) -> None:
    before = len(session.events)
    assert answer in transcript(session, [line], tmp_path)
    assert len(session.events) == before


def test_nought_and_nothing_go_back_one_question(session: Session, tmp_path: Path) -> None:
    lines = [*BEGUN, "opt_out", "1", "0", "2", "", "0", "q"]
    said = transcript(session, lines, tmp_path)
    assert said.count("Hvordan i stedet?") == 3
    assert said.count("Hvorfor?") == 2
    assert "digital.opted_out" not in [event.kind for event in session.events]


def test_a_choice_nobody_need_make_is_passed_over(session: Session, tmp_path: Path) -> None:
    # The system, no source, an error, a consequence, back and no consequence, then no words.
    lines = [*BEGUN, "write_ticket", "1", "?", "-", "1", "2", "0", "-", "-", "-", "-", "-", "q"]
    said = transcript(session, lines, tmp_path)
    assert said.count("Tal (- for ingenting, 0 for tilbage, ? for hjælp):") == 4
    assert "En bindestreg springer over." in said
    (ticket,) = (event for event in session.events if event.kind == "ticket.written")
    assert (ticket.source, ticket.consequence, ticket.filled) == ("", "", ("where",))  # type: ignore[attr-defined]
    refused = transcript(session, ["write_ticket", "-"], tmp_path)
    assert "«-» kan ikke vælges her." in refused  # a message is always about a system


def test_what_cannot_be_done_is_told_with_why_and_refused_aloud_when_tried(
    session: Session, tmp_path: Path
) -> None:
    said = transcript(session, [*BEGUN, "n", "settle_facts"], tmp_path)
    why = "Der mangler stadig en oplysning, som reglen bruger."
    assert f"Gå videre med disse oplysninger: {why}" in said
    assert session.events[-1].kind == "command.refused"


def test_a_page_is_read_one_field_a_line(session: Session, tmp_path: Path) -> None:
    lines = [*BEGUN, "look_up.eindkomst", "1"]
    said = transcript(session, lines, tmp_path)
    assert "income, januar 2026 (felt 13): 18.200 kr., indberettet 30. januar 2026" in said
    assert "\nincome, december 2025: 24.310 kr.\n" in said


def test_an_opened_basis_is_read_and_the_age_only_where_it_was_shown(
    store: Store, tmp_path: Path
) -> None:
    opening = an_opening(levels={"find": 4, "calculate": 3})
    session = Session.start(store, opening, a_town(), "da")
    said = transcript(session, [*BEGUN, "skip_hearing", "open_basis"], tmp_path)
    assert "Systemet foreslår: none." in said
    assert "Forslaget bygger på 1 oplysning." in said
    assert "\nincome: 24.310 kr., fra Overblik\n" in said


def test_a_case_that_was_taken_up_again_says_so(session: Session) -> None:
    for command in (AcceptPrebrief(), OpenCase(CASE), OVERVIEW, SETTLE, SKIP, RECKON, WHOLE):
        session.do(command)
    written = io.StringIO()
    console = Console(io.StringIO(), written, "da")
    say_case(console, session.view())
    assert "Genoptaget" not in written.getvalue()
    session.do(Reopen(CASE, "new-facts"))
    say_case(console, session.view())
    assert "Genoptaget: nye oplysninger. Før blev der svaret: none." in written.getvalue()


def test_what_the_system_fetched_for_another_case_is_not_read_as_this_ones(
    store: Store, tmp_path: Path
) -> None:
    second = Arrival("S-102", "subsidy", BODIL, 500, "self-service")
    opening = an_opening(levels={"find": 1})
    opening = replace(opening, arrivals=(*opening.arrivals, second))
    town = a_town(citizen(AMINA, telephone="01 00 00 01"), citizen(BODIL))
    session = Session.start(store, opening, town, "da")
    said = transcript(session, [*BEGUN, "wait", "3", "wait", "3"], tmp_path)
    assert "Ny sag: Subsidy, Bodil Holst." in said
    assert said.count("income: 24.310 kr., fra Overblik") == 1


class Keyboard(io.StringIO):
    """Somebody who types, in a terminal that shows what is typed itself."""

    def isatty(self) -> bool:
        return True


def test_a_day_that_went_on_in_another_window_is_read_again(
    store: Store, session: Session, tmp_path: Path
) -> None:
    other = Session.resume(store, session.id)
    made(other, [("accept_prebrief", {}), ("open_case", {})])
    writing = io.StringIO()
    lines = "accept_prebrief\nlook_up.overblik\nq\n"
    play(session, Console(Keyboard(lines), writing, "da"), tmp_path)
    assert "Forløbet er gået videre i et andet vindue" in writing.getvalue()
    assert log(session.events)[: len(other.events)] == log(other.events)
    assert session.events[-1].kind == "record.opened"


def test_a_script_is_stopped_where_its_day_went_on_elsewhere(
    store: Store, session: Session, tmp_path: Path
) -> None:
    made(Session.resume(store, session.id), [("accept_prebrief", {})])
    with pytest.raises(StoreProblem):
        transcript(session, ["accept_prebrief"], tmp_path)


@pytest.mark.parametrize("language", ["da", "en"])
def test_help_stands_at_every_question(
    session: Session, tmp_path: Path, language: Language
) -> None:
    lines = ["?", "accept_prebrief", "open_case", "?", "1", "hear", "?", "0", "add_note", "?"]
    said = transcript(session, lines, tmp_path, language)
    asides = {"da": "Når som helst: l for English", "en": "At any time: l for dansk"}[language]
    assert said.count(asides) == 4


def test_help_tells_the_letters_that_work_where_it_is_asked(
    session: Session, tmp_path: Path
) -> None:
    said = transcript(session, ["?", "accept_prebrief", "?", "m", "0", "q"], tmp_path)
    morning, day = said.split("Du sætter dig ved skrivebordet.")
    assert "Når som helst: l for English, q stopper for nu og gemmer alt." in morning
    assert "s sagen i hånden" not in morning
    marks = "l for English, m markerer øjeblikket, q stopper for nu og gemmer alt."
    assert f"Når som helst: {marks}" in day
    assert "s sagen i hånden" in day


def test_a_level_set_in_the_morning_is_said_as_it_stands_and_is_no_line_of_the_journal(
    session: Session, tmp_path: Path
) -> None:
    lines = ["set_level", "1", "4", "accept_prebrief", "j", "q"]
    said = transcript(session, lines, tmp_path)
    assert said.count("Subsidy, finde: 3 foreslår") == 1
    assert said.count("Subsidy, høre: 0 i hånden") == 2


def test_a_step_left_to_the_system_asks_for_a_name_and_one_that_is_not_does_not(
    session: Session, tmp_path: Path
) -> None:
    lines = ["set_level", "1", "5", "BH", "set_level", "2", "2", "accept_prebrief", "q"]
    said = transcript(session, lines, tmp_path)
    assert said.count("Navn eller initialer") == 1
    assert session.day.levels["subsidy", "find"] == 4
    assert session.day.levels["subsidy", "hear"] == 1
