"""What is protected is covered by one rule: on a page, on the desk, in a letter, in a list."""

from dataclasses import replace

import pytest

from simulator.casework.actions.day import AcceptPrebrief
from simulator.casework.actions.finding import FactsFilled
from simulator.casework.actions.inbox import OpenCase
from simulator.casework.actions.looking.pages import LookUp, RecordOpened, Reveal
from simulator.casework.actions.searching import OpenHit, RegisterSearched, Search
from simulator.casework.as_read import as_read
from simulator.casework.case_types import Answer, CaseType, Need
from simulator.casework.day import Case, Day, Hearing
from simulator.casework.families import decide
from simulator.casework.letter_text import LetterText
from simulator.casework.letters import Sentence
from simulator.casework.page_views import page_view
from simulator.casework.seeing import see
from simulator.casework.sights import Seen
from simulator.core.texts import Text
from simulator.core.values import changed
from simulator.scenario.words import teller
from tests.casework.searchable import (
    ADDRESS,
    DWELLING,
    FACTS,
    HOME,
    MARK,
    NAME,
    a_landscape,
    a_searchable_town,
    buildings,
    protected_day,
)
from tests.casework.small import AMINA, BODIL, CASE, INCOME, SUBSIDY, a_day, after, text

HERS, HOMES = "Havnegade 9", f"home.{DWELLING}"
LIVES = replace(
    SUBSIDY,
    id="lives",
    needs=(Need(ADDRESS, ("cpr",), hear=True), Need(INCOME, ("overblik",))),
    letter={
        **SUBSIDY.letter,
        "facts": text("{facts}"),
        "amount": text("{answer}"),
        "hearing": text("{facts}"),
    },
)
AT_HOME = replace(SUBSIDY, id="at-home", needs=(Need(HOME, ("bbr",)), Need(HOMES, ("bbr",))))
CAREFUL = changed(buildings(), from_world=(*buildings().from_world, MARK))
"""A building register that knows of the mark."""


def a_case_found_by(level: int, kind: CaseType = LIVES, *, fresh: bool = False) -> Day:
    """Bodil's case, with automation to find the facts."""
    town, where = a_searchable_town(), a_landscape(bbr=CAREFUL)
    levels = {"find": level}
    return a_day(kind, levels, town=town, party=BODIL, landscape=where, facts=FACTS, fresh=fresh)


def filled(level: int, kind: CaseType = LIVES) -> FactsFilled:
    """What automation fills in, as soon as the case comes or once it is opened."""
    day = a_case_found_by(level, kind, fresh=True)
    log = [*decide(day, AcceptPrebrief())]
    log += decide(after(day, AcceptPrebrief()), OpenCase(CASE))
    (event,) = (one for one in log if isinstance(one, FactsFilled))
    return event


def in_hand(day: Day) -> Case:
    return day.cases[CASE]


def said_of_facts(day: Day) -> str:
    """The part of the letter that tells the facts, as it is shown on the desk."""
    case = in_hand(day)
    return teller("en")(LetterText(day, case, case.basis).part("facts"))


@pytest.mark.parametrize("level", [1, 2, 3, 4])
def test_what_automation_fills_in_is_told_as_the_desk_has_it(level: int) -> None:
    (address,) = (one for one in filled(level).fields if one.path == ADDRESS)
    assert (address.state, address.value) == ("protected", None)


def test_automation_goes_on_with_what_the_desk_covers_only_where_it_takes_the_step() -> None:
    assert HERS in [one.value for one in filled(4).taken]
    assert filled(3).taken == ()
    assert HERS in [one.value for one in in_hand(a_case_found_by(4)).basis]


@pytest.mark.parametrize("level", [1, 4])
def test_automation_covers_the_home_where_a_page_does(level: int) -> None:
    (home,) = (one for one in filled(level, AT_HOME).fields if one.path == HOMES)
    assert home.state == "protected"
    (page,) = decide(protected_day(bbr=CAREFUL), LookUp(CASE, "bbr", "dwelling"))
    assert isinstance(page, RecordOpened)
    assert page.fields[0].state == "protected"


def test_the_letter_is_covered_on_the_desk_until_it_is_asked_for() -> None:
    day = a_case_found_by(4)
    assert HERS not in said_of_facts(day)
    shown = after(day, Reveal(CASE, ADDRESS, "cpr", BODIL))
    assert HERS in said_of_facts(shown)


WORDED = changed(
    LIVES,
    outcomes=tuple(changed(o, answer=(Sentence(text("At {residence.address}.")),)) for o in
                   LIVES.outcomes),
)  # fmt: skip
"""The same with sentences in its letters."""


def worded_letter(**withheld: Text) -> LetterText:
    """The letter of it, whose answer names the address of the party, and their home's."""
    facts = {id_: replace(one, withheld=withheld.get(one.type)) for id_, one in FACTS.items()}
    town, where = a_searchable_town(), a_landscape(bbr=CAREFUL)
    day = a_day(WORDED, {"find": 4}, town=town, party=BODIL, landscape=where, facts=facts)
    (told,) = (seen for seen in in_hand(day).basis if seen.path == ADDRESS)
    home = Seen(HOMES, "d1", "unguarded", "shown", "Engtoften 12")
    case = changed(in_hand(day), decision=Answer(WORDED.outcomes[0].id), relied_on=(told,))
    return LetterText(day, case, (told, home))


def test_a_letter_says_that_a_protected_address_is_not_in_it() -> None:
    told = teller("en")(worded_letter().part("facts")).splitlines()[1:]
    assert told[0] == f"– {ADDRESS}: protected, and not stated here."
    here = text("Your address is not stated here.")
    letter = worded_letter(address=here, dwelling=here)
    assert teller("en")(letter.part("facts")).splitlines()[1:] == [f"– {here.en}"]
    assert (
        teller("en")(letter.part("amount")) == "At a protected address, which is not stated here."
    )


def test_a_hearing_tells_the_party_their_own_address_and_the_desk_does_not() -> None:
    day = a_case_found_by(4)
    told = tuple(one for one in in_hand(day).basis if one.path == ADDRESS)
    assert [one.value for one in told] == [HERS]
    hearing = Hearing(1, (ADDRESS,), told, 900, day.opening.date)
    asked = changed(in_hand(day), hearing=hearing, composed=())
    read = as_read(day, asked)
    assert read
    assert HERS not in str([teller("en")(one.text) for one in read.lines if one.text])


def test_a_list_of_hits_is_in_its_event_as_it_was_shown() -> None:
    (event,) = decide(protected_day(), Search(CASE, "cpr", "name", "BECH"))
    assert isinstance(event, RegisterSearched)
    assert [(one.path, one.subject, one.state, one.value) for one in event.fields] == [
        (NAME, BODIL, "shown", "Bodil Bech"),
        (ADDRESS, BODIL, "protected", None),
    ]


def test_the_desk_lists_the_hits_as_they_stand_in_the_event() -> None:
    day = after(protected_day(), Search(CASE, "cpr", "name", "HOLST"))
    other = Seen(NAME, AMINA, "cpr", "shown", "Somebody Else")
    told = changed(day, hits={"cpr": changed(day.hits["cpr"], fields=(other,))})
    (found,) = see(told).found
    assert [teller("en")(one.label) for one in found.hits] == ["Somebody Else"]


def test_a_dwelling_is_named_by_what_its_system_has_of_it() -> None:
    day = after(protected_day(AMINA), Search(CASE, "bbr", "address", "engtoften 12"))
    (page,) = decide(day, OpenHit(CASE, "bbr", "dwelling", "", "d1"))
    assert isinstance(page, RecordOpened)
    assert page_view(day, page).subject == "Engtoften 12"
    unknowing = changed(buildings(), from_world=())
    where = a_landscape(bbr=unknowing)
    world, opening = changed(day.world, landscape=where), changed(day.opening, landscape=where)
    assert page_view(changed(day, world=world, opening=opening), page).subject == "–"
