"""A student's words are looked through before they leave: found, asked about, never cut."""

from pathlib import Path

import pytest

from simulator.casework.actions.day import AcceptPrebrief, GoHome
from simulator.casework.actions.inbox import OpenCase
from simulator.casework.actions.writing import AddNote
from simulator.core.texts import LANGUAGES
from simulator.export.scanning import scan
from simulator.export.taking_out import Along, WordsFound, take_out
from simulator.scenario.words import teller
from simulator.store.engine import open_store
from simulator.store.session import Session
from simulator.town.identifiers import person_number, telephone
from tests.benchmarks.measuring import best
from tests.casework.small import CASE
from tests.export.rehearsed import opening_of, town_of

PLANTED = "Ring til 010190-1234."


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("Hun hedder 010190-1234", "person-number"),
        ("3112991234.", "person-number"),
        ("den 01.01.90 - 1234", "person-number"),
        ("01 01 90 1234", "person-number"),
        ("010190\u20131234", "person-number"),
        ("\uff10\uff11\uff10\uff11\uff19\uff10-\uff11\uff12\uff13\uff14", "person-number"),
        ("skriv til anna.holm+1@skole.dk i dag", "e-mail"),
        ("anna (at) skole.dk", "e-mail"),
        ("tlf. 20 30 40 50", "telephone"),
        ("20304050", "telephone"),
        ("+45 20304050", "telephone"),
        ("0045 20 30 40 50", "telephone"),
        ("2030 4050", "telephone"),
        ("20-30-40-50", "telephone"),
        ("det ligger i /home/anna/dag.txt", "home-path"),
        ("/Users/anna", "home-path"),
        (r"C:\Users\anna\dag.txt", "home-path"),
        ("~/dag.txt", "home-path"),
    ],
)
def test_what_could_lead_to_somebody_is_found(text: str, what: str) -> None:
    assert [one.what for one in scan([text])] == [what]


@pytest.mark.parametrize(
    "text",
    [
        "Hun tjener 18.200 kr., og før 24.310 kr.",
        "hændelse 12, 14, 15 og 24",
        "sag S-101 kl. 10.14 den 2. februar 2026",
        "2026-02-02 til 2026-03-01",
        "KLE 32.24.04 og § 14 a, stk. 2",
        "400 af 2.000 borgere",
        "a@b",
        "og/eller, ind/ud",
        "",
    ],
)
def test_ordinary_words_pass(text: str) -> None:
    assert scan([text]) == ()


@pytest.mark.parametrize("unit", ["a", "a.", "1", "01 ", "+4", "~/", "/home/", "a@"])
def test_a_very_long_text_is_looked_through_at_once(unit: str) -> None:
    assert best(lambda: scan([unit * (20_000 // len(unit))]), rounds=1) < 20 * best(
        lambda: scan(["Hun ringede kl. 10.14 om sag S-101 og var ked af det. " * 370]), rounds=1
    )


def test_no_citizen_of_a_town_is_found() -> None:
    numbers = [person_number(born, n) for n, born in enumerate(range(700_000, 740_000, 37))]
    telephones = [telephone(n) for n in range(0, 9_000_000, 8_191)]
    assert scan([*numbers, *(one.replace("-", "") for one in numbers), *telephones]) == ()


def test_each_thing_is_found_once_and_said_as_it_was_written() -> None:
    found = scan([PLANTED, PLANTED, "anna@skole.dk"])
    assert [one.text for one in found] == ["010190-1234", "anna@skole.dk"]
    assert teller("da")(found[0].said) == "«010190-1234» ligner et personnummer."
    for language in LANGUAGES:
        assert all(one.text in teller(language)(one.said) for one in found)


@pytest.fixture
def session(tmp_path: Path) -> Session:
    store = open_store(tmp_path / "sessions.sqlite")
    started = Session.start(store, opening_of(), town_of(), "da")
    for command in (AcceptPrebrief(), OpenCase(CASE), AddNote(CASE, PLANTED), GoHome()):
        started.do(command)
    return started


def test_nothing_is_written_until_it_has_been_asked_about(session: Session, tmp_path: Path) -> None:
    with pytest.raises(WordsFound) as asked:
        take_out(session, teller("da"), ["md", "json"], tmp_path / "out", Along(words=True))
    assert [one.text for one in asked.value.found] == ["010190-1234"]
    assert not (tmp_path / "out").exists()


def test_with_a_yes_the_words_leave_as_they_are(session: Session, tmp_path: Path) -> None:
    along = Along(words=True, as_they_are=True)
    taken = take_out(session, teller("da"), ["md", "json"], tmp_path / "out", along)
    assert len(taken) == 2
    for file in taken:
        assert "010190" in file.read_text("utf-8")


@pytest.mark.parametrize("along", [Along(), Along("class", words=True)])
def test_words_that_stay_are_not_asked_about(
    session: Session, tmp_path: Path, along: Along
) -> None:
    kinds = ["html", "docx", "md", "csv", "csv-int", "json"]
    taken = take_out(session, teller("da"), kinds, tmp_path / "out", along)
    assert len(taken) >= len(kinds)
    for file in taken:
        assert b"010190" not in file.read_bytes()
