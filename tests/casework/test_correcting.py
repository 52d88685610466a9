"""Correcting a value where it stands: what people write, and what is said where it does not fit."""

from collections.abc import Mapping
from typing import Any, get_args

import pytest

from simulator.casework.actions.day import AcceptPrebrief, Wait
from simulator.casework.actions.inbox import OpenCase
from simulator.casework.actions.looking.pages import LookUp, RecordOpened
from simulator.casework.actions.repairing import ErrorFixedLocally
from simulator.casework.commands import Command
from simulator.casework.day import Day
from simulator.casework.events import CommandRefused
from simulator.casework.families import decide, evolve, fold, opened, unfold
from simulator.casework.page_views import page_view
from simulator.casework.seeing import see
from simulator.casework.telling import tell
from simulator.casework.written import value_of
from simulator.core.clock import LAST_DAY, day_number
from simulator.core.facts import FactType, fits
from simulator.core.texts import Language, Phrase
from simulator.scenario.words import teller
from tests.casework.small import after
from tests.scenario.small import small
from tests.shipped import shipped

NEEDS = """library:
  case-types:
    friplads:
      needs:
        - {path: income.monthly, wired: [overblik]}
        - {path: partner.income.monthly, wired: [overblik], optional: true}
        - {path: family.children, wired: [overblik]}
        - {path: family.single, wired: [overblik]}
        - {path: family.partner, wired: [overblik], optional: true}
        - {path: person.born, optional: true}
        - {path: person.status, optional: true}
        - {path: residence.address, optional: true}
        - {path: move.dwelling, optional: true}
injects:
"""
LOADED = small(("injects:\n", NEEDS))
FACTS = LOADED.opening.facts


def a_day() -> Day:
    day = fold(opened(LOADED.opening, LOADED.town), LOADED.town)
    began: tuple[Command, ...] = (AcceptPrebrief(), Wait(10), OpenCase("S-101"))
    pages = LOADED.opening.landscape.systems["cpr"].pages
    return after(day, *began, *(LookUp("S-101", "cpr", page.id, "§") for page in pages))


def corrected(path: str, written: str) -> tuple[Day, ErrorFixedLocally | CommandRefused]:
    day = a_day()
    offer = see(day).offer("correct_here")
    assert offer
    answers: Mapping[str, Any] = {"value": (path, "cpr"), "new": written}
    event = next(iter(decide(day, offer.make(answers))))
    assert isinstance(event, ErrorFixedLocally | CommandRefused)
    return day, event


@pytest.mark.parametrize(
    "written", ["2026-02-01", "1.2.2026", "01-02-2026", "1/2/2026", "1. 2. 2026"]
)
def test_a_date_is_written_as_people_write_it(written: str) -> None:
    _, event = corrected("person.born", written)
    assert isinstance(event, ErrorFixedLocally)
    assert event.value == day_number("2026-02-01")


@pytest.mark.parametrize("written", ["udrejst", "Has left the country", "80"])
def test_a_code_is_written_by_its_name_in_either_language_or_as_it_is(written: str) -> None:
    _, event = corrected("person.status", written)
    assert isinstance(event, ErrorFixedLocally)
    assert event.value == "80"


@pytest.mark.parametrize(
    ("path", "written", "language", "said"),
    [
        (
            "person.status",
            "på ferie",
            "da",
            "Det kan der ikke stå i feltet. Du kan skrive et af disse: «bopæl i Danmark», "
            "«forsvundet», «udrejst», «død».",
        ),
        (
            "person.status",
            "on leave",
            "en",
            "The field cannot hold that. You can write one of these: “resident in Denmark”, "
            "“whereabouts unknown”, “has left the country”, “dead”.",
        ),
        (
            "person.born",
            "9" * 5_000,
            "en",
            "The field cannot hold that. You can write a date such as 1.2.2026 (the day first) "
            "or 2026-02-01.",
        ),
        (
            "person.born",
            "31.2.2026",
            "da",
            "Det kan der ikke stå i feltet. Du kan skrive en dato som 1.2.2026 eller 2026-02-01.",
        ),
        (
            "residence.address",
            "i morgen",
            "da",
            "Det kan der ikke stå i feltet. Du kan skrive en adresse, der står i "
            "bygningsregistret.",
        ),
        (
            "move.dwelling",
            "Bog",
            "en",
            "The field cannot hold that. You can write an address that is in the building "
            "register.",
        ),
    ],
    ids=["code", "code-en", "long", "date", "address", "dwelling"],
)
def test_what_does_not_fit_is_refused_with_what_would(
    path: str, written: str, language: Language, said: str
) -> None:
    day, event = corrected(path, written)
    phrase = tell(day, event)
    assert phrase
    assert teller(language)(phrase) == said


@pytest.mark.parametrize("kind", ["kroner", "count", "date", "yes-no", "code", "text"])
@pytest.mark.parametrize(
    "written",
    ["9" * 20_000, "1" + ".000" * 5_000, "1" * 29, "٣" * 5],
    ids=["long", "grouped", "large", "arabic"],
)
def test_whatever_is_written_is_a_value_or_a_text(kind: str, written: str) -> None:
    fact = next(one for one in FACTS.values() if one.type == kind)
    found = value_of(fact, written)
    assert kind == "text" or not fits(fact, found)


def test_an_address_is_written_as_people_write_it_and_names_the_dwelling_where_it_is_one() -> None:
    home, line = next(iter(LOADED.town.lines("dwelling.address")))
    address = str(line[0].value)
    _, living = corrected("residence.address", f" {address.upper()}  ")
    day, moving = corrected("move.dwelling", address)
    assert isinstance(living, ErrorFixedLocally)
    assert isinstance(moving, ErrorFixedLocally)
    assert (living.value, moving.value) == (address, home)
    phrase = tell(evolve(day, moving), moving)
    assert phrase
    assert teller("en")(phrase) == f"You type {address} into CPR."


@pytest.mark.parametrize("kind", get_args(FactType))
@pytest.mark.parametrize("language", ["da", "en"])
def test_what_can_be_written_is_said_of_every_kind_of_fact(kind: str, language: Language) -> None:
    assert teller(language)(Phrase(f"writes.{kind}", {"codes": ""}))


def partner_written(written: str) -> tuple[Day, CommandRefused | None]:
    """Bo's partner corrected in the register, and her page in the overview opened after it."""
    loaded = shipped("opvarmning")
    day = fold(opened(loaded.opening, loaded.town), loaded.town)
    day = after(day, AcceptPrebrief(), Wait(60))
    case = next(one.id for one in day.cases.values() if one.party == "bo")
    day = after(day, OpenCase(case), LookUp(case, "overblik", "family"))
    offer = see(day).offer("correct_here")
    assert offer
    command = offer.make({"value": ("family.partner", "overblik"), "new": written})
    run = unfold(day, command)
    look = unfold(run.day, LookUp(case, "overblik", "partner"))
    for one in look.events:
        if isinstance(one, RecordOpened):
            assert page_view(look.day, one)
    return run.day, next((e for e in run.events if isinstance(e, CommandRefused)), None)


def test_a_person_is_written_by_name_and_their_page_can_be_opened() -> None:
    day, refused = partner_written(" amina  HOLST ")
    assert refused is None
    assert [hand.value for hands in day.world.hands.values() for hand in hands] == ["amina"]


def test_a_person_nobody_knows_is_refused() -> None:
    day, refused = partner_written("hvem som helst")
    assert refused
    phrase = tell(day, refused)
    assert phrase
    assert teller("da")(phrase).endswith("skrive hele navnet på en, der bor i kommunen.")


@pytest.mark.parametrize(("kind", "most"), [("kroner", 10**11), ("count", 10**6)])
def test_a_number_that_is_true_of_nobody_is_no_value(kind: str, most: int) -> None:
    fact = next(one for one in FACTS.values() if one.type == kind)
    assert [fits(fact, n) for n in (-1, 0, most, most + 1)] == [False, True, True, False]


def test_a_date_that_no_calendar_has_is_no_value() -> None:
    born = FACTS["person.born"]
    assert [fits(born, day) for day in (0, 1, LAST_DAY, LAST_DAY + 1)] == [False, True, True, False]
