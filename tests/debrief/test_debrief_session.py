"""A debrief held on a session: committed before it counts, gone on with in the middle, replayed."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from simulator.casework.actions.day import AcceptPrebrief, GoHome
from simulator.casework.actions.debriefing import (
    AddWord,
    BeginPhase,
    ChooseRoute,
    ContestStatement,
    GiveEstimate,
    MovedStep,
    PhaseBegun,
    PlaceStatement,
    RouteChosen,
    StatementContested,
    StatementPlaced,
    WriteAnswer,
)
from simulator.casework.actions.inbox import OpenCase
from simulator.casework.families import fold
from simulator.casework.habits import trusting
from simulator.debrief.debrief_session import DebriefSession
from simulator.debrief.debrief_state import NotSaid, debrief_state
from simulator.debrief.profile import profile
from simulator.debrief.student_side import PLACES
from simulator.rehearsal.playing import play
from simulator.store.engine import Store, open_store
from simulator.store.problems import StoreProblem
from simulator.store.session import Session, sessions
from simulator.store.session_file import export_session, import_session
from tests.casework.small import CASE, a_town, an_opening
from tests.shipped import shipped


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    opened = open_store(tmp_path / "sessions.sqlite")
    yield opened
    opened.close()


@pytest.fixture
def played(store: Store) -> Session:
    session = Session.start(store, an_opening(), a_town(), "da")
    for command in (AcceptPrebrief(), OpenCase(CASE), GoHome()):
        session.do(command)
    return session


def test_what_is_said_is_there_when_the_session_is_taken_up_again(
    played: Session, store: Store
) -> None:
    held = DebriefSession(played)
    held.say(ChooseRoute("alone"))
    held.say(GiveEstimate({"systems": 1}))
    held.say(BeginPhase("decided"))
    held.say(WriteAnswer("4d", "Den hjalp mig med at regne."))
    again = DebriefSession(Session.resume(store, played.id))
    assert again.state.student == held.state.student
    assert again.answer("4d") == "Den hjalp mig med at regne."
    assert again.state.phase is not None
    assert again.state.phase.id == "decided"


def test_the_day_itself_stays_as_it_ended(played: Session) -> None:
    before, minute = played.day, played.day.minute
    held = DebriefSession(played)
    told = held.debrief.statements
    held.say(ChooseRoute("ninety"))
    held.say(AddWord({"word": "sag", "field": "min borger", "it": "en post"}))
    assert played.day.minute == minute
    assert played.day.cases == before.cases
    assert played.day == fold(played.events, played.town)
    assert DebriefSession(played).debrief.statements == told
    assert held.debrief.complete


def test_words_go_with_their_event_and_a_draft_of_them_is_erased(played: Session) -> None:
    held = DebriefSession(played)
    played.set_draft("/debrief.1a", "trav")
    held.say(WriteAnswer("1a", "travlt"), sent=["/debrief.1a"])
    assert played.draft("/debrief.1a") == ""
    assert held.answer("1a") == "travlt"
    held.say(WriteAnswer("1a", "roligt"))
    assert held.answer("1a") == "roligt"
    played.delete_words()
    assert held.answer("1a") == ""


def test_the_words_of_a_glossary_stand_at_their_fields(played: Session) -> None:
    held = DebriefSession(played)
    held.say(AddWord({"word": "sag", "field": "min borger", "ask": "hvem ejer den?"}))
    (word,) = held.state.student.glossary
    said = {name: held.words(number) for name, number in word.items()}
    assert said == {"word": "sag", "field": "min borger", "ask": "hvem ejer den?"}


def test_control_characters_are_no_words(played: Session) -> None:
    held = DebriefSession(played)
    held.say(WriteAnswer("1a", "tra\x1b[31mvlt"))
    assert "\x1b" not in held.answer("1a")


def test_nothing_is_written_of_what_is_not_there(played: Session) -> None:
    held, before = DebriefSession(played), played.events
    for command in (PlaceStatement("K1:0", "supports"), ContestStatement("K1:0", "fits")):
        with pytest.raises(NotSaid):
            held.say(command)
    assert played.events == before


def test_two_programs_at_one_debrief_do_not_write_the_same_place(
    played: Session, store: Store
) -> None:
    one, other = DebriefSession(played), DebriefSession(Session.resume(store, played.id))
    other.say(WriteAnswer("1a", "roligt"))
    with pytest.raises(StoreProblem):
        one.say(WriteAnswer("1a", "travlt"))
    one.refresh()
    assert one.answer("1a") == "roligt"
    one.say(WriteAnswer("1a", "travlt"))
    assert one.state.words == 2


@pytest.mark.parametrize("words", [True, False])
def test_a_session_file_carries_the_debrief_as_it_was_left(
    played: Session, store: Store, tmp_path: Path, words: bool
) -> None:
    held = DebriefSession(played)
    held.say(GiveEstimate({"unopened": 3}))
    held.say(WriteAnswer("4d", "Overblikket."))
    held.say(AddWord({"word": "sag", "it": "en post"}))
    file = export_session(store, played.id, tmp_path / "A.praksis", words=words)
    elsewhere = open_store(tmp_path / "elsewhere.sqlite")
    again = DebriefSession(Session.resume(elsewhere, import_session(elsewhere, file)))
    assert again.state.student == held.state.student
    assert again.answer("4d") == ("Overblikket." if words else "")
    elsewhere.close()


def test_what_a_foreign_log_says_to_a_debrief_is_looked_up_before_it_is_shown(
    played: Session,
) -> None:
    at = {"seq": len(played.events), "minute": played.day.minute}
    told = [
        StatementPlaced(statement="K9:1", place="good", **at),
        StatementContested(statement="K9:1", verdict="maybe", **at),
        RouteChosen(route="forever", **at),
        PhaseBegun(phase="dance", **at),
        MovedStep(case_type="x", function="y", before=9, level=-1, **at),
    ]
    held = debrief_state(DebriefSession(played).debrief, [*played.events, *told])
    assert held.student.route is None
    assert (held.phases, held.phase, held.next_phase) == ((), None, None)
    for row in profile(held.debrief, held.student):
        assert not any(row.codes[place] for place in PLACES)


def test_a_session_in_its_debrief_is_still_one_that_has_ended(
    played: Session, store: Store
) -> None:
    DebriefSession(played).say(ChooseRoute("alone"))
    (item,) = sessions(store)
    assert item.ended


def test_a_scenario_may_say_where_its_debrief_begins(store: Store) -> None:
    loaded = shipped("opvarmning")
    session = Session.start(store, loaded.opening, loaded.town, "da")
    for command in play(loaded.opening, loaded.town, trusting).commands:
        session.do(command)
    held = DebriefSession(session)
    held.begin()
    held.begin()
    assert [one.id for one in held.state.phases] == ["bench"]
    assert (session.events[-1].kind, session.events[-1].by) == ("route.chosen", "default")
    assert [event.kind for event in session.events].count("route.chosen") == 1
