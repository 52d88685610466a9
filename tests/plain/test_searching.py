"""Searching a system on the plain face: what was found is read out, and can be opened."""

from pathlib import Path

import pytest

from simulator.core.texts import Language
from simulator.scenario.loading import Loaded
from simulator.store.engine import Store
from simulator.store.session import Session
from tests.plain.scripts import NOT_PLAIN, Choice, log, made, transcript

SEARCH: tuple[Choice, ...] = (
    ("accept_prebrief", {}),
    ("open_case", {}),
    ("search.overblik", {"by": "name", "words": "riis"}),
    ("open_hit.overblik", {"subject": "bo"}),
    ("search.cpr", {"by": "name", "words": "Riis", "basis": ""}),
)


@pytest.mark.parametrize("language", ["da", "en"])
def test_a_search_and_its_hits_are_read_out(
    store: Store, tmp_path: Path, warm_up: Loaded, language: Language
) -> None:
    by_hand = Session.start(store, warm_up.opening, warm_up.town, language)
    lines = made(by_hand, SEARCH)
    played = Session.start(store, warm_up.opening, warm_up.town, language)
    said = transcript(played, lines, tmp_path)
    assert log(played.events) == log(by_hand.events)
    assert "Bo Riis" in said
    nothing = {"da": "intet fundet", "en": "nothing found"}
    assert nothing[language] in said
    assert NOT_PLAIN.search(said) is None


def test_what_was_typed_lies_apart_from_the_log(
    store: Store, tmp_path: Path, warm_up: Loaded
) -> None:
    session = Session.start(store, warm_up.opening, warm_up.town, "da")
    made(session, SEARCH)
    (first, second) = (one for one in session.events if one.kind == "register.searched")
    assert [session.words(1), session.words(2)] == ["riis", "Riis"]
    assert '"riis"' not in str(log((first, second)))
    (page,) = (one for one in session.events if one.kind == "record.opened")
    assert page.subject == "bo"  # type: ignore[attr-defined]
