"""No file tells where somebody with a protected address lives, has lived or moves to."""

from collections.abc import Iterator
from functools import cache

import pytest

from simulator.casework.habits import HABITS
from simulator.core.texts import LANGUAGES, Language
from simulator.debrief.debrief import Debrief, debrief
from simulator.debrief.imprint import SHARES, Imprint
from simulator.debrief.protection import COVERED
from simulator.debrief.workbench import field_phrase, look_again
from simulator.export.formats import KINDS
from simulator.rehearsal.playing import play
from simulator.scenario.loading import Loaded
from simulator.scenario.places import days
from simulator.scenario.words import teller
from simulator.store.codec import encode
from simulator.town.town import Town
from tests.export.unpacked import outline
from tests.shipped import shipped

MONDAY = "mandag-i-ydelseskontoret"


@cache
def loaded(name: str) -> Loaded:
    return shipped(name)


@cache
def played(name: str, habit: str) -> Debrief:
    day = loaded(name)
    return debrief(day.town, play(day.opening, day.town, HABITS[habit]).events)


@cache
def guarded(name: str) -> frozenset[str]:
    """The addresses of everybody whose address has been protected, the dwellings' own too."""
    town = loaded(name).town
    people = [who for who, line in town.lines("residence.protected") if True in _values(line)]
    homes = {home for who in people for home in _homes(town, who)}
    own = {str(one) for who in people for one in _values(town.timeline("residence.address", who))}
    return frozenset(own | {str(one) for home in homes for one in _addresses(town, home)})


def _values(line: object) -> list[object]:
    return [spell.value for spell in line if spell.value is not None]  # type: ignore[attr-defined]


def _homes(town: Town, who: str) -> Iterator[str]:
    for fact in ("residence.dwelling", "move.dwelling"):
        yield from (str(one) for one in _values(town.timeline(fact, who)))


def _addresses(town: Town, home: str) -> list[object]:
    return _values(town.timeline("dwelling.address", home))


def files(told: Debrief, language: Language) -> Iterator[tuple[str, str]]:
    for kind, share in ((kind, share) for kind in KINDS for share in SHARES):
        made = KINDS[kind].make(told, teller(language), Imprint("7F3K", "0" * 16, share=share))
        for name, file in made.items():
            text = "\n".join(outline(file)) if kind == "docx" else file.decode()
            yield f"{kind} {share} {name}", text


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    "habit",
    [
        pytest.param(habit, marks=() if habit in ("trusting", "careful") else pytest.mark.slow)
        for habit in HABITS
    ],
)
@pytest.mark.parametrize("name", days())
def test_no_file_of_any_day_tells_a_protected_address(
    name: str, habit: str, language: Language
) -> None:
    written = [*files(played(name, habit), language)]
    assert len(written) >= len(KINDS) * len(SHARES)
    for file, text in written:
        assert not [one for one in guarded(name) if one in text], file


def test_the_monday_was_built_on_such_an_address_and_says_so_without_telling_it() -> None:
    told = played(MONDAY, "trusting")
    assert any(one in encode(event) for one in guarded(MONDAY) for event in told.evidence.log)
    covered = [one for one in told.compared if one.truth == COVERED]
    assert covered
    assert all(one.showed == COVERED for one in covered)


def test_the_workbench_says_of_what_is_protected_only_whether_it_parts() -> None:
    told = played(MONDAY, "trusting")
    again = look_again(told.evidence, told.day.world.landscape)
    covered = [field for one in again for field in one.fields if field.covered]
    assert covered
    for field in covered:
        assert (field.showed, field.would, field.truth) == (None, None, None)
        assert field_phrase(told.day, field).arguments["truth"] == COVERED
