"""What is worked out of a town once: its hash, and which of its spells are of which fact."""

import json
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from simulator.scenario.loading import load_text
from simulator.town import digest as digesting
from simulator.town.digest import digest, town_of_texts
from simulator.town.plain import spell_texts, to_texts
from simulator.town.spells import Spell
from simulator.town.town import Town
from tests.scenario.small import SMALL
from tests.town.towns import DAY, drawn

WEALTH, NAME = "wealth.liquid", "person.name"


@pytest.fixture
def town() -> Town:
    """A town about which nothing has been worked out."""
    return replace(drawn(3, 20))


@pytest.fixture
def worked_out(monkeypatch: pytest.MonkeyPatch) -> list[Town]:
    """The towns whose hash has been worked out."""
    found: list[Town] = []
    work = digesting._worked_out

    def working(town: Town) -> str:
        found.append(town)
        return work(town)

    monkeypatch.setattr(digesting, "_worked_out", working)
    return found


def test_the_hash_is_worked_out_once(town: Town, worked_out: list[Town]) -> None:
    assert digest(town) == digest(town)
    assert worked_out == [town]


def test_a_day_that_is_opened_has_its_hash_worked_out_once(worked_out: list[Town]) -> None:
    loaded = load_text(SMALL, "small.yaml")
    assert digest(loaded.town) == loaded.opening.town
    assert len(worked_out) == 1


def test_a_town_is_known_by_its_texts_in_any_order(town: Town, worked_out: list[Town]) -> None:
    (citizens, households), spells = to_texts(town), [*spell_texts(town)]
    backwards = citizens[::-1], households[::-1], spells[::-1]
    again = town_of_texts(digest(town), *backwards)
    assert again == town
    assert digest(again) == digest(town)
    assert worked_out == [town]


def test_texts_of_another_town_are_refused(town: Town) -> None:
    (citizens, households), spells = to_texts(town), [*spell_texts(town)]
    fact, who, text = spells[0]
    for other in ([*spells[1:]], [(fact, who, text.replace("[[", "[[ ")), *spells[1:]]):
        with pytest.raises(ValueError, match="another town"):
            town_of_texts(digest(town), citizens, households, other)


def test_a_decision_of_the_day_changes_no_hash(town: Town, worked_out: list[Town]) -> None:
    before = digest(town)
    (who, *_) = town.citizens
    assert digest(town.becoming(WEALTH, who, Spell(7, DAY, None, DAY * 1440))) == before
    assert len(worked_out) == 1


def test_a_town_with_other_spells_has_another_hash_and_other_lines(town: Town) -> None:
    before = digest(town), list(town.lines(NAME))
    (who, *_) = town.citizens
    other = replace(town, spells={**town.spells, (NAME, who): (Spell("Bo Bech", 1, None, 2),)})
    assert digest(other) != before[0]
    assert dict(other.lines(NAME))[who] == (Spell("Bo Bech", 1, None, 2),)
    assert (digest(town), list(town.lines(NAME))) == before


def test_the_lines_of_a_fact_are_all_of_it_and_of_no_other(town: Town) -> None:
    facts = {fact for fact, _ in town.spells}
    assert len(facts) > 10
    for fact in facts:
        wanted = [(who, line) for (one, who), line in town.spells.items() if one == fact]
        assert list(town.lines(fact)) == wanted
    assert list(town.lines("no.such")) == []


def test_what_a_decision_adds_comes_after_what_was_drawn(town: Town) -> None:
    drawn_before = list(town.lines(WEALTH))
    (who, *_) = town.citizens
    spell = Spell(7, DAY, None, DAY * 1440)
    assert list(town.becoming(WEALTH, who, spell).lines(WEALTH)) == [*drawn_before, (who, (spell,))]


numbers = st.integers(-(10**12), 10**12)
spells = st.builds(
    Spell, st.none() | st.booleans() | numbers | st.text(), numbers, st.none() | numbers, numbers
)


@given(st.lists(spells).map(tuple))
def test_a_timeline_is_written_as_json_writes_it(line: tuple[Spell, ...]) -> None:
    town = Town({}, {}, {(NAME, "c0000"): line})
    ((_, _, text),) = spell_texts(town)
    assert text == json.dumps(line, ensure_ascii=False, separators=(",", ":"))
